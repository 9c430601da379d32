// utvalg.html: the chosen proposals as cards, to be ordered, taken out and shared; sheets.js makes the paper.
// What is told of an entry comes in files of some rows each (generator/hefte/website/told.py), fetched when one is chosen.
(function () {
  "use strict";
  var store = window.hefteShortlist, part = {};
  document.querySelectorAll("[data-part]").forEach(function (one) { part[one.dataset.part] = one; });
  if (!store || !part.page) return;
  var data = part.page.dataset, rows = {}, order = null, former = {}, files = {}, waiting = 0, earlier = null, adopted = false, view = "list";

  function say(name, first, second) {
    return part.page.getAttribute("data-say-" + name).replace("%1", first).replace("%2", second);
  }

  // A copy of a template with words in its slots: what has none is left out, what is true stays as it is.
  function make(name, values) {
    var made = document.querySelector('template[data-of="' + name + '"]').content.firstElementChild.cloneNode(true);
    Object.keys(values).forEach(function (slot) {
      var place = made.querySelector('[data-slot="' + slot + '"]'), value = values[slot];
      if (Array.isArray(value) ? !value.length : !value) place.remove();
      else if (value !== true) place.replaceChildren.apply(place, [].concat(value));
    });
    return made;
  }

  function drawn(place, icon) {
    place.querySelector("use").setAttribute("href", "#i-" + icon);
    return place;
  }

  // The rows of some entries: first the ids in their order, then the files in which they stand.
  window.hefteToldIds = function (ids) {
    order = {};
    ids.split("\n").forEach(function (id, number) { order[id] = number; });
  };
  window.hefteFormerIds = function (map) { former = map; };
  window.hefteTold = function (file) {
    file.rows.forEach(function (row) { rows[row.id] = row; });
  };

  function fetchScript(address) {
    var script = document.createElement("script");
    if (files[address]) return;
    files[address] = script;
    waiting += 1;
    script.src = address;
    script.onload = script.onerror = function (event) {
      waiting -= 1;
      if (event.type === "error") script.dataset.missing = "";
      if (!waiting) show();
    };
    document.head.append(script);
  }

  function fetchRows(ids) {
    if (!order) return fetchScript(data.ids);
    ids.forEach(function (id) {
      if (id in order && !rows[id]) fetchScript(data.told + Math.floor(order[id] / data.rows) + ".js");
    });
  }

  // An entry may have another id by now; each is shown once.
  function renamed(ids) {
    var today = ids.map(function (id) { return former[id] || id; });
    return today.filter(function (id, at) { return today.indexOf(id) === at; });
  }

  // A link that somebody shared names the ids after «#», be it well or badly copied; every other «#» is a place on the page.
  function linked() {
    var hash = location.hash.slice(1), parts = document.getElementById(hash) ? [] : hash.split(/,|%2C/i).filter(Boolean);
    return parts.map(function (part) { return store.idOf(decode(part).trim()); });
  }
  function shared() {
    var named = linked();
    return named.length ? renamed(named.filter(Boolean)) : null;
  }
  function isHere(id) { return !order || id in order; }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch (problem) {
      return "";
    }
  }

  function card(id, number, all, own) {
    // Without its row an entry is still a link.
    var row = rows[id] || { title: id.split("/")[1].replace(/-/g, " ") };
    var made = make("pick", {
      title: row.short || row.title,
      notice: (row.notices || []).map(function (one) { return one[1]; }).join(" "),
      chips: (row.chips || []).map(chip),
      lines: (row.lines || []).map(line)
    });
    var pictogram = made.querySelector(".pictogram"), article = made.firstElementChild;
    drawn(pictogram, row.icon || "walk").classList.add("farge-" + (row.colour || "gran"));
    article.dataset.id = id;
    article.classList.toggle("card--cancelled", Boolean(row.cancelled));
    made.querySelector("a").href = data.up + id + ".html";
    made.querySelectorAll("[data-do]").forEach(function (button) {
      var does = button.dataset.do;
      button.setAttribute("aria-label", say(does) + ": " + (row.short || row.title));
      button.hidden = !own || (does !== "remove" && all.length < 2);
      button.disabled = (does === "up" && !number) || (does === "down" && number === all.length - 1);
    });
    return made;
  }

  function chip(one) {
    var icons = { ja: "check", delvis: "tilde", nei: "x" }, made = make("chip", { words: one[1] });
    made.firstElementChild.classList.add("chip--" + one[0]);
    return drawn(made, one[2] || icons[one[0]] || "question-mark");
  }

  function line(one) {
    return drawn(make("line", { bold: one[1], plain: one[2] }), one[0]);
  }

  // The words beside what was done, with «Angre» where something was taken away.
  function tell(words, undo) {
    var made = make("said", { words: words });
    made.querySelector("button").hidden = !undo;
    part.said.replaceChildren(made);
  }

  function count(ids, foreign) {
    var name = (foreign ? "shared-" : "") + (ids.length === 1 ? "one" : "many");
    return ids.length ? say(name, ids.length) : foreign ? "" : say("none");
  }

  function show() {
    var foreign = adopted ? null : shared(), own = !foreign, kept = store.ids(), all = foreign || renamed(kept), left, gone;
    if (own && all.join() !== kept.join()) {
      store.keep(all);
      return;
    }
    // Where nothing can be kept, the list in the address is the reader's own.
    if (foreign && foreign.length && !store.keeps()) {
      adopted = true;
      store.keep(foreign);
      return;
    }
    // Another language shows the same list.
    document.querySelectorAll(".md-select__list a").forEach(function (link) { link.hash = foreign ? foreign.join(",") : ""; });
    fetchRows(all);
    if (waiting) {
      if (!part.list.children.length) part.count.textContent = say("fetching");
      return;
    }
    left = all.filter(isHere);
    gone = all.length - left.length + (foreign ? linked().filter(function (id) { return !id; }).length : 0);
    draw(left, own, gone, left.some(function (id) { return !rows[id]; }));
  }

  function draw(ids, own, gone, broken) {
    var pictures = view === "pictures" && ids.length > 0, known = ids.map(function (id) { return rows[id]; }).filter(Boolean);
    part.title.textContent = pictures ? say("pictures-title") : say(own ? "title" : "shared-title");
    part.count.textContent = pictures ? say("pictures-lead") : count(ids, !own);
    part.list.replaceChildren.apply(part.list, ids.map(function (id, number) { return card(id, number, ids, own); }));
    part.gone.firstElementChild.textContent = say((own ? "gone-" : "missing-") + (gone === 1 ? "one" : "many"), gone);
    part.gone.lastElementChild.hidden = !own;
    part.gone.hidden = pictures || !gone;
    if (broken) part.count.textContent += " " + say("broken");
    part.list.hidden = part.do.hidden = part.ask.hidden = pictures || !ids.length;
    part.clear.hidden = pictures || !own || !(ids.length + gone);
    part.shared.hidden = pictures || own;
    part.shared.firstElementChild.hidden = !ids.length;
    part.said.hidden = pictures;
    part.empty.hidden = !own || ids.length > 0;
    part.pictures.hidden = !pictures;
    window.hefteSheets(known, { part: part, data: data, say: say, make: make, drawn: drawn });
  }

  function change(ids, words, undo) {
    earlier = undo ? store.ids() : earlier;
    if (store.keep(ids)) return tell(words, undo);
    tell(say("not-kept"), undo);
    try {
      history.replaceState(null, "", "#" + ids.join(","));
    } catch (problem) {
      // A page from a file may not rename itself in every browser.
    }
  }

  function move(id, by) {
    var ids = store.ids(), at = ids.indexOf(id), other = ids.filter(function (one) { return order && one in order; });
    var to = ids.indexOf(other[other.indexOf(id) + by]);
    if (to < 0) return;
    ids[at] = ids[to];
    ids[to] = id;
    change(ids, say("moved", title(id), other.indexOf(id) + by + 1));
    focus(id, by < 0 ? "up" : "down") || focus(id, by < 0 ? "down" : "up");
  }

  function remove(id) {
    var card = part.list.querySelector('[data-id="' + id + '"]').parentElement;
    var next = card.nextElementSibling || card.previousElementSibling;
    var then = next && next.firstElementChild.dataset.id;
    change(store.ids().filter(function (one) { return one !== id; }), say("removed", title(id)), true);
    if (!then || !focus(then, "remove")) part.title.focus();
  }

  function title(id) {
    return part.list.querySelector('[data-id="' + id + '"] a').textContent;
  }

  function focus(id, does) {
    var button = part.list.querySelector('[data-id="' + id + '"] [data-do="' + does + '"]');
    if (button && !button.disabled) button.focus();
    return Boolean(button && !button.disabled);
  }

  function share() {
    var here = location.protocol === "file:" && data.home ? data.home + "utvalg.html" : location.href.split("#")[0];
    var address = here + "#" + (shared() || store.ids()).join(",");
    if (!navigator.share) return copy(address);
    navigator.share({ title: document.title, url: address }).catch(function (problem) {
      if (problem.name !== "AbortError") copy(address);
    });
  }

  function copy(address) {
    var field = document.createElement("input");
    field.value = address;
    field.readOnly = true;
    field.setAttribute("aria-label", say("copy"));
    tell(say("copy"));
    part.said.querySelector("p").append(field);
    field.select();
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(address).then(function () {
      part.said.querySelector('[data-slot="words"]').textContent = say("copied");
    }, function () {});
  }

  var does = {
    print: function () { print(); },
    share: share,
    up: function (id) { move(id, -1); },
    down: function (id) { move(id, 1); },
    remove: remove,
    forget: function () {
      change(store.ids().filter(function (id) { return id in order; }), say("gone-forgotten"), true);
      part.title.focus();
    },
    clear: function () { change([], say("cleared"), true); part.title.focus(); },
    undo: function () { part.said.replaceChildren(); store.keep(earlier || store.ids()); part.title.focus(); },
    keep: function () {
      var own = store.ids(), all = own.concat(shared().filter(function (id) { return isHere(id) && own.indexOf(id) < 0; }));
      location.hash = "";
      change(all, say("kept"));
      part.title.focus();
    },
    pictures: function () { look("pictures"); },
    list: function () { look("list"); }
  };

  function look(at) {
    view = at;
    show();
    part.title.focus();
    scrollTo(0, 0);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("main [data-do]"), card = button && button.closest("[data-id]");
    if (button) does[button.dataset.do](card && card.dataset.id);
  });
  addEventListener("hashchange", function () {
    adopted = false;
    show();
  });
  store.onchange = show;
  show();
})();
