// For the map: a walk in the colours of its classes, with its start and what lies along it.
(function () {
  "use strict";
  // Class of the way → its strokes, as generator/hefte/drawing/map.py draws them.
  var LOOKS = {
    "lett": [["d-lett", 6]],
    "tyngre": [["d-tyngre", 6], ["d-ticks", 6, "1.3 11"]],
    "stopper": [["d-stopper", 6, "6 3"]],
    "forbi": [["d-forbi", 6], ["d-inside", 2.4]],
    "vet-ikke": [["d-vet-ikke", 4, "9 6"]]
  };
  var SKETCH = "7 7";
  var APART = 32, asked = "", then = null, pins = null;

  window.hefteMapWalk = function (data) {
    if (data.id === asked && then) then(data);
  };

  // Draws the walk and tells of it in `place`; without a track only its start.
  window.hefteMapShowWalk = function (id, drawn, start, place) {
    var at = window.hefteMap;
    asked = id;
    at.stage.classList.add("map__stage--walk");
    if (!drawn) {
      mark(at, start, "map-start", at.words.start_letter, at.words.start);
      place.append(at.element("p", "muted", at.words.no_track));
      at.reveal(start);
      at.root.classList.remove("map--opening");
      return;
    }
    then = function (data) { draw(at, data, place); };
    at.fetchScript("map-walk-" + at.root.dataset.language + "-" + id + ".js", function () { at.root.classList.remove("map--opening"); at.say(at.words.broken); });
  };

  function draw(at, data, place) {
    var ways = data.ways.map(function (way) { return [way[0], at.decode(way[1], 5)]; }), bounds = L.latLngBounds([]);
    ways.forEach(function (way) { bounds.extend(way[1]); stroke(at, way[1], "d-halo", 12); });
    ways.forEach(function (way) {
      LOOKS[way[0]].forEach(function (look) { stroke(at, way[1], look[0], look[1], data.sketch ? SKETCH : look[2]); });
    });
    if (!pins) at.map.on("zoomend", function () { keepApart(at); });
    pins = [mark(at, at.decode(data.start, 5)[0], "map-start", at.words.start_letter, at.words.start)];
    data.pins.forEach(function (pin) { pins.push(mark(at, at.decode(pin[2], 5)[0], "map-service", at.icon(pin[0]), pin[1])); });
    tell(at, data, place, ways);
    fit(at, bounds);
    keepApart(at);
    at.root.classList.remove("map--opening");
  }

  // Pins that would lie upon each other wait until the reader comes nearer: what cannot be touched alone is not there.
  function keepApart(at) {
    var taken = [];
    pins.forEach(function (pin) {
      var spot = at.map.project(pin.getLatLng()), element = pin.getElement();
      if (!element) return;
      element.hidden = taken.some(function (other) { return Math.max(Math.abs(other.x - spot.x), Math.abs(other.y - spot.y)) < APART; });
      if (!element.hidden) taken.push(spot);
    });
  }

  function fit(at, bounds) {
    var card = at.root.querySelector(".map__card"), narrow = at.stage.clientWidth < 640;
    at.map.fitBounds(bounds, {
      paddingTopLeft: narrow ? [30, 30] : [card.offsetWidth + 40, 40],
      paddingBottomRight: narrow ? [60, Math.min(card.offsetHeight, at.stage.clientHeight * 0.5) + 24] : [80, 40], maxZoom: 16
    });
  }

  function stroke(at, line, className, weight, dashes) {
    L.polyline(line, { className: className, weight: weight, dashArray: dashes || null, lineCap: dashes ? "butt" : "round", interactive: false, smoothFactor: 0.6 }).addTo(at.walk);
  }

  function mark(at, spot, className, inside, name) {
    var marker = L.marker(spot, { icon: L.divIcon({ className: className, html: at.element("span", "", inside), iconSize: [30, 30] }), title: name, zIndexOffset: className === "map-start" ? 900 : 500 });
    marker.addTo(at.walk).bindTooltip(name, { direction: "top", offset: [0, -14], className: "map-tip" });
    marker.getElement().setAttribute("aria-label", name);
    return marker;
  }

  function tell(at, data, place, ways) {
    var seen = ways.map(function (way) { return way[0]; }), legend = at.element("ul", "legend");
    Object.keys(LOOKS).forEach(function (ground) {
      if (seen.indexOf(ground) < 0) return;
      var line = at.element("li");
      line.innerHTML = at.words.grounds[ground][1];
      line.append(at.words.grounds[ground][0]);
      legend.append(line);
    });
    if (data.sketch) place.append(at.element("p", "map__sketch", at.words.sketch));
    if (legend.children.length) place.append(legend);
    if (data.told.length) place.append(at.element("p", "muted", data.told.join(" ")));
  }
})();
