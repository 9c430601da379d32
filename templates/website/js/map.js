// The map of kart.html: places in groups, choices above it, a card for what is touched, a list of what is in sight.
(function () {
  "use strict";
  var root = document.querySelector("[data-map]");
  if (!root) return;
  var words = JSON.parse(root.dataset.words), read = window.hefteClusters;
  if (!window.L || !read) {
    root.classList.add("map--broken");
    root.querySelector(".map__said").textContent = words.broken;
    return;
  }
  var APART = 46, LISTED = matchMedia("(min-width: 60em)").matches ? 200 : 40, NEAR = 11, SAME_PLACE = 17;
  var TONES = { turer: "gran", aktiviteter: "fjord", arrangementer: "oker", grupper: "rust" };
  var ICONS = { turer: "route", aktiviteter: "star", arrangementer: "calendar-event", grupper: "users", steder: "map-pin", organisasjoner: "building-community" };
  var stage = root.querySelector(".map__stage"), live = root.querySelector(".map__live");
  var card = root.querySelector(".map__card"), here = root.querySelector(".map__here"), said = root.querySelector(".map__said");
  var picks = root.querySelector(".map__picks");
  var still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var spots = [], places = [], types = [], categories = [], ids = [], block = 1, rows = {}, waiting = {}, land = null;
  var chosen = { kind: new Set(), category: new Set() }, kept = [], groups = {}, markers = new Map();
  var address = { search: location.search, hash: location.hash }, others = new URLSearchParams(), naming;
  var map, shapes, labels, lines, walk, me, home, selected = null, opener = null, came = false;

  function element(tag, className, inside) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    [].concat(inside || []).forEach(function (one) { if (one) made.append(one); });
    return made;
  }

  function icon(inside) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    made.setAttribute("viewBox", "0 0 24 24");
    made.setAttribute("class", "icon");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = inside;
    return made;
  }

  function say(text) { said.textContent = text; }
  function many(text, number) { return text.replace("%", number); }
  function name(number) { return folder(number) + "/" + ids[number]; }
  function folder(number) { return words.folders[types[number]]; }

  // ---- What comes as scripts: the land, the spots, and words block by block.
  window.hefteMapLand = function (data) { land = data; };
  window.hefteMapRows = function (file) {
    rows[file.number] = file.rows;
    (waiting[file.number] || []).forEach(function (done) { done(); });
  };
  window.hefteMapPoints = function (data) {
    spots = read.decode(data.spots, 5);
    places = read.project(spots);
    types = Array.from(data.types, function (letter) { return letter.charCodeAt(0) - 65; });
    categories = data.categories.split(" ");
    ids = data.ids ? data.ids.split(" ") : [];
    block = data.block;
    root.hefteAreas = data.areas || [];
    came = true;
    inTurn([begin, drawLand, readAddress, filter, follow]);
  };

  // One step after the other, and between them the phone answers its reader.
  function inTurn(steps) {
    setTimeout(function () {
      steps[0]();
      if (steps.length > 1) inTurn(steps.slice(1));
    });
  }

  function fetchScript(file, failed) {
    var script = document.createElement("script");
    script.src = root.dataset.assets + file;
    script.onerror = failed;
    document.head.appendChild(script);
  }

  function row(number) { return rows[Math.floor(number / block)][number % block]; }

  // Calls back when the words of all these entries are here; says so where they do not come.
  function withRows(numbers, done) {
    var lacking = new Set(numbers.map(function (number) { return Math.floor(number / block); }).filter(function (file) { return !rows[file]; }));
    var left = lacking.size;
    if (!left) { done(); return; }
    lacking.forEach(function (file) {
      var first = !waiting[file];
      (waiting[file] = waiting[file] || []).push(function () { if (!--left) done(); });
      if (first) fetchScript("map-" + root.dataset.language + "-" + file + ".js", function () { delete waiting[file]; say(words.broken); });
    });
  }

  // ---- The map itself.
  function begin() {
    var view = root.dataset.view.split(",").map(Number);
    live.hidden = false;
    root.querySelector(".map__buttons").hidden = false;
    map = L.map(live, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false, maxZoom: SAME_PLACE, minZoom: 4,
      zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still, zoomSnap: 0.5, bounceAtZoomLimits: false
    });
    L.control.scale({ imperial: false, maxWidth: 110, position: stage.clientWidth > 640 ? "bottomleft" : "topleft" }).addTo(map);
    live.setAttribute("role", "region");
    live.setAttribute("aria-label", words.map);
    live.addEventListener("focusin", function () { map.scrollWheelZoom.enable(); });
    live.addEventListener("focusout", function () { map.scrollWheelZoom.disable(); });
    home = view.length === 4 ? L.latLngBounds([view[0], view[1]], [view[2], view[3]]) : L.latLngBounds([57.9, 4.5], [71.2, 31.2]);
    goHome();
    shapes = L.layerGroup().addTo(map);
    lines = L.layerGroup().addTo(map);
    labels = L.layerGroup().addTo(map);
    walk = L.layerGroup().addTo(map);
  }

  function follow() {
    map.on("moveend", show);
    map.on("move zoom", moveGrid);
    map.on("click", function () { close(false); });
    moveGrid();
    stage.classList.add("map__stage--live");
    root.querySelector(".map__still").remove();
    if (root.querySelector("#liste")) root.querySelector("#liste").open = false;
    window.hefteMap = { map: map, say: say, stage: stage, words: words, walk: walk, icon: icon, decode: read.decode, element: element, fetchScript: fetchScript, root: root, reveal: reveal };
    openHash();
    list();
    root.dispatchEvent(new Event("heftemap"));
  }

  function goHome() { map.fitBounds(home, { paddingTopLeft: [34, 34], paddingBottomRight: [84, 34], maxZoom: 15, animate: false }); }

  function drawLand() {
    if (!land) return;
    land.abroad.forEach(function (ring) { shape(ring, "map-abroad"); });
    land.land.forEach(function (one) { one.slice(4).forEach(function (ring) { shape(ring, "map-land"); }); });
  }

  function shape(ring, className) {
    L.polygon(read.decode(ring, 4), { className: className, interactive: false, smoothFactor: 0.5, weight: 1 }).addTo(shapes);
  }

  // Squares behind the map that move with it, so that a blank ground has a measure.
  function moveGrid() {
    var corner = map.getPixelBounds().min;
    live.style.backgroundPosition = -corner.x % 64 + "px " + -corner.y % 64 + "px";
  }

  // ---- What is chosen, and how many each other choice would give.
  function passes(number, without) {
    var kind = without === "kind" || !chosen.kind.size || chosen.kind.has(types[number]);
    if (!kind || without === "category" || !chosen.category.size) return kind;
    for (var at = 0; at < categories[number].length; at++) if (chosen.category.has(categories[number].charCodeAt(at) - 65)) return true;
    return false;
  }

  function filter() {
    var kinds = {}, within = {};
    kept = [];
    groups = {};
    types.forEach(function (kind, number) {
      if (passes(number)) kept.push(number);
      if (passes(number, "kind")) kinds[kind] = (kinds[kind] || 0) + 1;
      if (passes(number, "category")) Array.from(categories[number]).forEach(function (letter) {
        var at = letter.charCodeAt(0) - 65;
        within[at] = (within[at] || 0) + 1;
      });
    });
    if (picks) picks.querySelectorAll("button.pill").forEach(function (pill) {
      var kind = pill.dataset.kind, category = pill.dataset.category;
      var on = kind ? chosen.kind.has(+kind) : category ? chosen.category.has(+category) : !chosen.kind.size && !chosen.category.size;
      var count = kind ? kinds[kind] || 0 : category ? within[category] || 0 : types.length;
      pill.setAttribute("aria-pressed", String(on));
      pill.classList.toggle("pill--zero", !count);
      pill.querySelector(".pill__count").textContent = count;
    });
    show();
  }

  // The finder's own words: ?slag=turer,grupper&kategori=dans; from a file they stand behind the hash.
  function asked() {
    return new URLSearchParams(address.search || (address.hash.indexOf("=") > 0 ? address.hash.slice(1) : ""));
  }

  function readAddress() {
    var choices = asked();
    if (picks) picks.querySelectorAll("[data-code]").forEach(function (pill) {
      var kind = pill.dataset.kind, list = choices.getAll(kind ? "slag" : "kategori").join(",").split(",");
      if (list.indexOf(pill.dataset.code) >= 0) chosen[kind ? "kind" : "category"].add(+(kind || pill.dataset.category));
    });
    leaveOthers(choices);
    carry();
  }
  // What the map does not follow is told above it and leaves the address, so that nothing looks chosen that is not; «Filter» still opens with it.
  function leaveOthers(choices) {
    var notice = root.querySelector(".map__others");
    new Set(choices.keys()).forEach(function (key) {
      if (key === "slag" || key === "kategori") return;
      others.set(key, choices.getAll(key).join(","));
      choices.delete(key);
    });
    if (!others.toString()) return;
    notice.querySelector("p").textContent = words.others;
    notice.hidden = false;
    if (address.search) rename("search", written(choices, "?")); else rename("hash", written(choices, "#?"));
  }
  function written(choices, mark) {
    var text = choices.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
    return text ? mark + text : "";
  }

  function keepAddress() {
    var choices = asked();
    [["slag", "kind"], ["kategori", "category"]].forEach(function (pair) {
      var codes = Array.from(picks.querySelectorAll("[data-" + pair[1] + "][aria-pressed=true]"), function (pill) { return pill.dataset.code; });
      if (codes.length) choices.set(pair[0], codes.join(",")); else choices.delete(pair[0]);
    });
    rename("search", written(choices, "?"));
    carry();
  }
  // The finder opens with the same choices, also with those that the map does not follow.
  function carry() {
    var link = picks && picks.querySelector("[data-finder]"), choices = asked();
    others.forEach(function (value, key) { choices.set(key, value); });
    if (link) link.href = "finn.html" + written(choices, location.protocol === "file:" ? "#?" : "?");
  }

  // A moment later, for the browser takes its time over it: first the map, then its name.
  function rename(part, value) {
    address[part] = value;
    clearTimeout(naming);
    naming = setTimeout(function () {
      try {
        history.replaceState(null, "", location.pathname.split("/").pop() + address.search + address.hash);
      } catch (problem) {
        // A page from a file may not rename itself in every browser.
      }
    }, 150);
  }

  // ---- Places in sight.
  function show() {
    if (!map || !kept) return;
    var zoom = map.getZoom(), unit = 256 * Math.pow(2, zoom), bounds = map.getBounds().pad(0.1), seen = new Set();
    stage.classList.toggle("map__stage--near", zoom > NEAR);
    groups[zoom] = groups[zoom] || read.gather(places, kept, APART / unit);
    groups[zoom].forEach(function (group) {
      var middle = centre(group);
      if (!bounds.contains(middle)) return;
      var key = group.numbers.length + ":" + group.numbers[0] + ":" + group.numbers[group.numbers.length - 1];
      seen.add(key);
      if (!markers.has(key)) markers.set(key, mark(group, middle));
    });
    markers.forEach(function (marker, key) {
      if (seen.has(key)) return;
      var focused = marker.getElement() === document.activeElement;
      marker.remove();
      markers.delete(key);
      if (focused) live.focus({ preventScroll: true });
    });
    nameLand(zoom);
    list();
  }

  function centre(group) {
    if (!group.middle) {
      var lat = 0, lon = 0;
      group.numbers.forEach(function (number) { lat += spots[number][0]; lon += spots[number][1]; });
      group.middle = L.latLng(lat / group.numbers.length, lon / group.numbers.length);
    }
    return group.middle;
  }

  function mark(group, middle) {
    var count = group.numbers.length, first = group.numbers[0], one = count === 1;
    var disc = element("span", "map-pin " + (one ? "farge-" + (TONES[folder(first)] || "hvit") : "map-pin--many" + (count > 99 ? " map-pin--large" : "")),
      one ? icon(words.icons[ICONS[folder(first)]]) : String(count));
    var marker = L.marker(middle, { icon: L.divIcon({ className: "map-mark", html: disc, iconSize: [44, 44] }), riseOnHover: true }).addTo(map);
    var made = marker.getElement();
    made.setAttribute("aria-label", one ? titled(first) : many(isOneSpot(group) ? words.here : words.many, count));
    if (one) made.addEventListener("focus", function () {
      withRows([first], function () { made.setAttribute("aria-label", titled(first)); });
    });
    made.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      marker.fire("click");
    });
    marker.on("click", function () {
      opener = made;
      if (one) open(first);
      else if (isOneSpot(group)) openMany(group.numbers);
      else map.fitBounds(boundsOf(group), { padding: [60, 60], maxZoom: SAME_PLACE });
    });
    return marker;
  }

  // The title as soon as its words are here, until then what it is.
  function titled(number) {
    var file = rows[Math.floor(number / block)];
    return (file ? file[number % block][0] + ", " : "") + words.kinds[types[number]];
  }

  function boundsOf(group) { return L.latLngBounds(group.numbers.map(function (number) { return spots[number]; })); }

  function isOneSpot(group) {
    var bounds = boundsOf(group);
    return bounds.getSouthWest().distanceTo(bounds.getNorthEast()) < 25 || map.getZoom() >= SAME_PLACE;
  }

  // Names on the ground: municipalities from afar, areas from near; each beside what stands there, or not at all.
  function nameLand(zoom) {
    var size = map.getSize(), taken = [], far = land && land.land.length && (zoom < NEAR || !root.hefteAreas.length);
    if (card.hidden) markers.forEach(function (marker) { taken.push(boxAt(marker.getLatLng(), 20)); });
    walk.eachLayer(function (layer) {
      if (layer.getLatLng) taken.push(boxAt(layer.getLatLng(), 17));
      else layer.getLatLngs().forEach(function (spot) { taken.push(boxAt(spot, 12)); });
    });
    taken.push([size.x - 62, 0, size.x, 260]);
    labels.clearLayers();
    (far ? land.land.map(function (one) { return [one[1], one[2], one[3], one[0]]; }).sort(function (one, other) { return other[2] - one[2]; })
      : root.hefteAreas).forEach(function (one) {
      var spot = read.decode(one[1], 4)[0], at = map.latLngToContainerPoint(spot), half = one[0].length * 4.6 + 6, high = one[2] ? 28 : 11;
      [0, 32, -32].some(function (down) {
        var wanted = box(at.add([0, down]), one[2] ? Math.max(half, 44) : half, high);
        if (wanted[0] < 4 || wanted[2] > size.x - 4 || wanted[1] < 4 || wanted[3] > size.y - 4 || taken.some(function (other) { return meet(wanted, other); })) return false;
        taken.push(wanted);
        L.marker(spot, { interactive: false, keyboard: false, zIndexOffset: -1000, icon: L.divIcon({ className: "map-name", html: nameBox(one), iconSize: [0, 0], iconAnchor: [0, -down] }) }).addTo(labels);
        return true;
      });
    });
  }

  function boxAt(spot, half) { return box(map.latLngToContainerPoint(spot), half, half); }
  function box(at, wide, high) { return [at.x - wide, at.y - high, at.x + wide, at.y + high]; }
  function meet(one, other) { return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]; }

  function nameBox(one) {
    return element("span", "map-name__box", [element("span", "map-name__text", one[0]), one[2] ? link("#uten-" + one[3], "map-name__count", many(words.without, one[2])) : null]);
  }

  function link(href, className, text) {
    var made = element("a", className, text);
    made.href = href;
    return made;
  }

  // ---- The list of what is in sight, and the thin lines of its walks.
  function list() {
    var bounds = map.getBounds(), inside = kept.filter(function (number) { return bounds.contains(spots[number]); });
    var names = here.querySelector("ul"), note = here.querySelector("p");
    here.querySelector("h2").textContent = many(words.count, inside.length);
    note.textContent = !inside.length ? words.none : inside.length > LISTED ? words.closer : map.getZoom() > NEAR && land && land.land.length ? words.rough : "";
    if (!inside.length || inside.length > LISTED) { names.replaceChildren(); lines.clearLayers(); settled(); return; }
    withRows(inside, function () {
      inside.sort(function (one, other) { return types[one] - types[other] || row(one)[0].localeCompare(row(other)[0], "nb"); });
      names.replaceChildren.apply(names, inside.map(nameOf));
      lines.clearLayers();
      inside.forEach(function (number) {
        if (row(number)[4]) row(number)[4].split(" ").forEach(function (text) {
          L.polyline(read.decode(text, 5), { className: "map-way", interactive: false, weight: 3 }).addTo(lines);
        });
      });
      settled();
    });
  }

  // What stands below the map is seen when nothing above it will change by itself (css/map.css).
  function settled() { if (stage.classList.contains("map__stage--live")) root.classList.add("map--told"); }

  function nameOf(number) {
    var told = row(number), button = element("button", "map__find", icon(words.icons[ICONS[folder(number)]]));
    button.type = "button";
    button.setAttribute("aria-label", words.map_it + ": " + told[0]);
    button.addEventListener("click", function () { opener = button; map.setView(spots[number], Math.max(map.getZoom(), 15)); open(number); });
    return element("li", "", [button, element("span", "", [link(root.dataset.up + name(number) + ".html", "", told[0]), element("span", "muted", told[1]), told[3] ? element("span", "map__notice", told[3]) : null])]);
  }

  // ---- The card.
  function open(number) {
    selected = number;
    rename("hash", "#" + name(number));
    withRows([number], function () {
      if (selected !== number) return;
      var told = row(number), title = element("h2", "map__title", link(root.dataset.up + name(number) + ".html", "", told[0]));
      var inside = [closer()];
      if (told[3]) inside.push(element("p", "map__notice", told[3]));
      inside.push(element("p", "kicker", words.kinds[types[number]]), title, told[1] ? element("p", "muted", told[1]) : null, chips(told[2] || []), element("div", "map__walk"));
      fill(inside);
      leaveWalk();
      if (folder(number) !== "turer") { choose(spots[number]); root.classList.remove("map--opening"); }
      else window.hefteMapShowWalk(ids[number], Boolean(told[4]), spots[number], card.querySelector(".map__walk"));
    });
  }

  function choose(spot) {
    L.marker(spot, { interactive: false, keyboard: false, zIndexOffset: 1000, icon: L.divIcon({ className: "map-chosen", html: element("span"), iconSize: [0, 0] }) }).addTo(walk);
    reveal(spot);
  }

  // Moves the map so far that a spot is not under the card.
  function reveal(spot) {
    var beside = stage.clientWidth > 640, size = map.getSize();
    map.panInside(spot, beside ? { paddingTopLeft: [card.offsetWidth + 50, 40], paddingBottomRight: [80, 40] }
      : { paddingTopLeft: [40, 40], paddingBottomRight: [70, Math.min(card.offsetHeight + 50, size.y - 90)] });
  }

  function leaveWalk() {
    walk.clearLayers();
    stage.classList.remove("map__stage--walk");
  }

  function openMany(numbers) {
    withRows(numbers, function () {
      selected = null;
      leaveWalk();
      fill([closer(), element("h2", "map__title", many(words.here, numbers.length)), element("ul", "map__names", numbers.map(nameOf))]);
    });
  }

  function fill(inside) {
    card.replaceChildren.apply(card, inside.filter(Boolean));
    card.hidden = false;
    var first = card.querySelector(".map__title a, .map__find");
    if (first && opener) focusOn(first);
  }

  // The page scrolls only where what has the focus is out of sight or behind the header (scroll-padding in css/base.css).
  function focusOn(one) {
    one.focus({ preventScroll: true });
    if (one !== live) one.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function chips(all) {
    if (!all.length) return null;
    return element("ul", "chips", all.map(function (one) {
      return element("li", "", element("span", "chip chip--" + one[0], [icon(words.icons[one[0]]), one[1]]));
    }));
  }

  function closer() {
    var button = element("button", "map__close", icon(words.icons.x));
    button.type = "button";
    button.setAttribute("aria-label", words.close);
    button.addEventListener("click", function () { close(true); });
    return button;
  }

  function close(back) {
    root.classList.remove("map--opening");
    if (card.hidden) return;
    card.hidden = true;
    card.replaceChildren();
    leaveWalk();
    selected = null;
    rename("hash", "");
    if (back) focusOn(opener && opener.isConnected ? opener : live);
    opener = null;
  }

  // kart.html#turer/strandpromenaden opens that entry; #uten-3107 the list of those without a place.
  function openHash() {
    var wanted = location.hash.slice(1), number;
    if (/^uten/.test(wanted)) { openList(wanted); return; }
    if (wanted.indexOf("/") < 0 || wanted.indexOf("=") > 0) return;
    for (number = 0; number < ids.length; number++) if (name(number) === wanted) break;
    if (number === ids.length) { say(words.unknown); return; }
    if (!passes(number)) { chosen.kind.clear(); chosen.category.clear(); filter(); }
    if (card.hidden) root.classList.add("map--opening");
    map.setView(spots[number], 15, { animate: false });
    open(number);
  }

  function openList(id) {
    var list = root.querySelector("#uten"), part = document.getElementById(id);
    if (!list || !part) return;
    list.open = true;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  }

  // ---- Where the reader is, only when asked.
  function findMe() {
    if (!navigator.geolocation) { say(words.lost); return; }
    say(words.seeking);
    navigator.geolocation.getCurrentPosition(function (found) {
      var at = L.latLng(found.coords.latitude, found.coords.longitude);
      if (me) me.remove();
      me = L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "map-me", html: element("span", "", element("b", "", words.you)), iconSize: [0, 0] }) }).addTo(map);
      var inside = home.pad(0.5).contains(at);
      say(inside ? words.you + "." : words.away);
      if (inside) map.setView(at, Math.max(map.getZoom(), 14)); else map.fitBounds(L.latLngBounds(home).extend(at), { padding: [34, 34] });
    }, function (problem) { say(problem.code === 1 ? words.denied : words.lost); }, { timeout: 15000, maximumAge: 60000 });
  }

  var DO = {
    in: function () { map.zoomIn(1); },
    out: function () { map.zoomOut(1); },
    home: function () { close(false); goHome(); },
    me: findMe
  };

  root.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]"), pill = event.target.closest(".map__picks button.pill"), to = event.target.closest("a[href^='#uten']");
    if (button) DO[button.dataset.do]();
    if (to) { event.preventDefault(); openList(to.getAttribute("href").slice(1)); }
    if (!pill) return;
    var set = "kind" in pill.dataset ? chosen.kind : chosen.category, at = +(pill.dataset.kind || pill.dataset.category);
    if ("all" in pill.dataset) { chosen.kind.clear(); chosen.category.clear(); } else if (!set.delete(at)) set.add(at);
    close(false);
    filter();
    keepAddress();
  });
  root.addEventListener("keydown", function (event) { if (event.key === "Escape") close(true); });
  addEventListener("hashchange", function () { if (map) openHash(); });
  addEventListener("DOMContentLoaded", function () { if (!came) { root.classList.add("map--broken"); say(words.broken); } });
})();
