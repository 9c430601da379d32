// hefter.html: keeps a booklet on the device when the reader asks, with its size, its progress, and a way to let it go.
(function () {
  "use strict";
  var bar = document.querySelector("[data-worker]");
  if (!bar || !/^https?:$/.test(location.protocol) || !window.caches) return;
  var name = "hefte " + new URL(".", new URL(bar.dataset.worker, location.href)).pathname + " booklets";
  var BUTTONS = { none: ["keep"], fetching: [], kept: ["remove"], newer: ["renew", "remove"], full: ["keep"], failed: ["keep"], closed: [] };

  function megabytes(bytes) {
    if (bytes < 1e5) return Math.ceil(bytes / 1e3) + " kB";
    var number = (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
    return (document.documentElement.lang === "en" ? number : number.replace(".", ",")) + " MB";
  }

  function date(box, at) {
    var day = new Date(at);
    return box.dataset.day.replace("{day}", day.getDate()).replace("{month}", day.getMonth() + 1).replace("{year}", day.getFullYear());
  }

  function booklet(box) {
    var address = new URL(box.dataset.keep, location.href).href, size = 0;
    var percent = box.querySelector("[data-percent]"), progress = box.querySelector("progress");

    function show(state) {
      box.querySelectorAll("[data-state]").forEach(function (line) { line.hidden = line.dataset.state !== state; });
      box.querySelectorAll("[data-do]").forEach(function (button) { button.hidden = BUTTONS[state].indexOf(button.dataset.do) < 0; });
      progress.hidden = state !== "fetching";
      box.hidden = false;
    }

    function told(bytes) {
      size = bytes || size;
      box.querySelectorAll("[data-size]").forEach(function (line) { line.textContent = size ? megabytes(size) : ""; });
    }

    function moved(bytes) {
      if (!size) return;
      progress.value = Math.min(100, Math.round(100 * bytes / size));
      percent.textContent = progress.value + " %";
    }

    async function look() {
      var held = await (await caches.open(name)).match(address);
      if (held) {
        told(Number(held.headers.get("x-hefte-size")));
        box.querySelector("[data-when]").textContent = date(box, Number(held.headers.get("x-hefte-fetched")));
      }
      show(held ? "kept" : "none");
      var now = await fetch(address, { method: "HEAD", cache: "no-cache" }).catch(function () { return null; });
      var bytes = now && now.ok && !now.headers.get("content-encoding") ? Number(now.headers.get("content-length")) : 0;
      if (held && bytes && bytes !== size) show("newer");
      told(held ? 0 : bytes);
    }

    // The bytes as they come, so that a slow line can be seen to move.
    async function bytesOf(answer) {
      var reader = answer.body.getReader(), parts = [], sum = 0;
      for (var next = await reader.read(); !next.done; next = await reader.read()) {
        parts.push(next.value);
        moved(sum += next.value.length);
      }
      return new Blob(parts, { type: "application/pdf" });
    }

    async function keep() {
      show("fetching");
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(function () {});
      var room = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : {};
      if (size && room.quota !== undefined && room.quota - room.usage < size) return show("full");
      var answer = await fetch(address, { cache: "reload" });
      if (!answer.ok) throw new Error(String(answer.status));
      var body = await bytesOf(answer);
      var headers = { "content-type": "application/pdf", "x-hefte-size": String(body.size), "x-hefte-fetched": String(Date.now()) };
      await (await caches.open(name)).put(address, new Response(body, { headers: headers }));
      return look();
    }

    async function remove() {
      await (await caches.open(name)).delete(address);
      return look();
    }

    function trouble(problem) {
      show(problem.name === "QuotaExceededError" ? "full" : problem.name === "SecurityError" ? "closed" : "failed");
    }

    box.querySelectorAll("[data-do]").forEach(function (button) {
      button.addEventListener("click", function () {
        (button.dataset.do === "remove" ? remove() : keep()).catch(trouble);
      });
    });
    look().catch(function () { show("closed"); });
  }

  document.querySelectorAll("[data-keep]").forEach(booklet);
})();
