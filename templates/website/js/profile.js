// «Min profil»: the reader's own limits, kept on this device and sent nowhere. Where there are any, fetches what marks
// every walk on the page; where there are none, does nothing.
(function () {
  "use strict";
  var KEY = "hefte.profile", LINK = ".card__title a[href*='turer/']";
  var here = document.currentScript;
  var assets = here.src.slice(0, here.src.lastIndexOf("/") + 1);
  var limits = {}, waiting = null, loaded = false;

  // The limits as {name: whole number}; what is not a number is not a limit.
  function read() {
    var kept = {}, found;
    try {
      found = JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (problem) {
      found = {};
    }
    Object.keys(found).forEach(function (name) {
      if (typeof found[name] === "number" && isFinite(found[name])) kept[name] = found[name];
    });
    return kept;
  }

  // False where the browser keeps nothing.
  function write(chosen) {
    try {
      if (Object.keys(chosen).length) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
      return true;
    } catch (problem) {
      return false;
    }
  }

  // Fetches the script, the words and the facts once, in that order; `then` is told false where one does not come.
  function load(then) {
    if (loaded) return then(true);
    if (waiting) return waiting.push(then);
    waiting = [then];
    fetchNext(["profile-marks.js", "profile-" + here.dataset.language + ".js", "walks.js"]);
  }

  function fetchNext(names) {
    var script = document.createElement("script"), all = waiting;
    function done(came) {
      loaded = came;
      waiting = null;
      all.forEach(function (then) { then(came); });
    }
    script.src = assets + names[0];
    script.onload = function () {
      if (names.length > 1) fetchNext(names.slice(1)); else done(true);
    };
    script.onerror = function () { done(false); };
    document.head.append(script);
  }

  // Until then a page with limits is not seen (css/profile.css).
  function told() { document.documentElement.classList.add("mine--told"); }

  // Marks the page with these limits, or takes the marks away; `then` gets the counts, or null where nothing came.
  function show(chosen, then) {
    limits = chosen;
    if (Object.keys(limits).length) {
      load(function (came) {
        var counts = came ? window.hefteMarks.mark(limits, document) : null;
        if (then) then(counts);
        told();
      });
    } else {
      document.querySelectorAll(".profile-mark").forEach(function (one) { one.remove(); });
      if (then) then({});
      told();
    }
  }

  window.hefteProfile = { read: read, write: write, show: show };
  if (here.dataset.form !== undefined) return;
  show(read());

  // Limits that were changed on another page, and cards that are drawn later.
  function again() {
    if (JSON.stringify(limits) !== JSON.stringify(read())) location.reload();
  }
  window.addEventListener("pageshow", function (event) { if (event.persisted) again(); });
  window.addEventListener("storage", again);
  new MutationObserver(function (changes) {
    var drawn = changes.some(function (change) {
      return Array.from(change.addedNodes).some(function (node) { return node.querySelector && node.querySelector(LINK); });
    });
    if (drawn && loaded) show(limits);
  }).observe(document.querySelector("main"), { childList: true, subtree: true });
})();
