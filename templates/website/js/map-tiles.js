// For the map: another service's map images, fetched only after the reader has said yes, once or on this device.
(function () {
  "use strict";
  var root = document.querySelector("[data-map]"), box = root && root.querySelector("[data-tiles]");
  if (!box) return;
  var dialog = box.querySelector("dialog"), show = box.querySelector("[data-tiles-show]"), off = box.querySelector("[data-tiles-off]");
  var credit = root.querySelector(".map__tile-credit"), KEY = "hefte.kartfliser", layer = null;

  function remembered(value) {
    try {
      if (value === undefined) return localStorage.getItem(KEY);
      if (value) localStorage.setItem(KEY, value); else localStorage.removeItem(KEY);
    } catch (problem) {
      // A browser that keeps nothing asks every time.
    }
    return null;
  }

  function turn(on) {
    var at = window.hefteMap, failed = 0;
    if (layer) { layer.remove(); layer = null; }
    if (on) {
      layer = L.tileLayer(box.dataset.tiles, { maxZoom: 18, referrerPolicy: "no-referrer" }).addTo(at.map);
      layer.on("tileerror", function () { if (++failed === 1) at.say(at.words.no_tiles); });
    }
    at.stage.classList.toggle("map__stage--tiles", on);
    credit.hidden = !on;
    show.hidden = on;
    off.hidden = !on;
  }

  show.addEventListener("click", function () { dialog.showModal(); });
  off.addEventListener("click", function () { remembered(""); turn(false); show.focus(); });
  box.querySelector("[data-tiles-no]").addEventListener("click", function () { dialog.close(); });
  box.querySelectorAll("[data-tiles-yes]").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.tilesYes === "always") remembered(box.dataset.host);
      dialog.close();
      turn(true);
      off.focus();
    });
  });
  root.addEventListener("heftemap", function () {
    box.hidden = false;
    if (remembered() === box.dataset.host) turn(true);
  });
})();
