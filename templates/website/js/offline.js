// On every page over http(s): starts the worker, says when coverage is gone, and offers a new edition. Nothing from a file.
(function () {
  "use strict";
  var root = document.documentElement, bar = document.querySelector("[data-worker]");
  var asked = false, waiting = null;
  if (!bar || !/^https?:$/.test(location.protocol)) return;

  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = bar.dataset.manifest;
  document.head.appendChild(manifest);

  function show(kind) {
    bar.querySelectorAll("[data-say]").forEach(function (line) { line.hidden = line.dataset.say !== kind; });
    bar.hidden = !kind;
  }

  // A page out of the device's memory says when it came; the worker wrote that into it.
  function coverage() {
    var away = root.dataset.fetched || !navigator.onLine;
    bar.querySelector("[data-fetched]").textContent = root.dataset.fetched || "";
    show(away ? "offline" : waiting ? "new" : "");
  }

  function offer(worker) {
    waiting = worker;
    coverage();
  }

  addEventListener("online", coverage);
  addEventListener("offline", coverage);
  coverage();
  if (!navigator.serviceWorker) return;
  var workers = navigator.serviceWorker;
  bar.querySelector("button").addEventListener("click", function () {
    asked = true;
    waiting.postMessage({ hefte: "show" });
  });
  workers.addEventListener("controllerchange", function () { if (asked) location.reload(); });
  workers.addEventListener("message", function (event) { if (event.data.hefte === "full") show("full"); });
  if (navigator.onLine) addEventListener("load", function () {
    workers.register(bar.dataset.worker).then(function (found) {
      if (found.waiting && workers.controller) offer(found.waiting);
      found.addEventListener("updatefound", function () {
        var next = found.installing;
        next.addEventListener("statechange", function () {
          if (next.state === "installed" && workers.controller) offer(next);
        });
      });
    }).catch(function () {
      // A browser that may keep nothing shows the site with coverage, as before.
    });
  });
})();
