// The finder: one field and the filters of finn.html. Every choice stands in the address; hits and counts follow each key and tap.
// search.js looks up words, facets.js filters and counts, moments.js knows the time, cards.js draws.
(function () {
  "use strict";
  var place = document.querySelector("[data-index]");
  if (!place || !window.hefteSearch || !window.hefteFacets) return;
  var ROWS_A_FILE = 50, AT_ONCE = window.innerWidth < 600 ? 2 : 6, A_PAGE = 20, IDLE = window.requestIdleCallback || function (run) { return setTimeout(run, 30); };
  var words = place.dataset, element = window.hefteCards.element;
  var form = find(".finder__filters"), field = find(".search input"), hits = find(".find__hits"), list = find(".finder__cards");
  var lists = find(".find__lists"), status = find(".finder__count h2"), sorter = find("select[name=sorter]"), rest = find(".finder__rest");
  var empty = find(".finder__empty"), chosenList = find(".finder__chosen"), sheet = find(".sheet"), line = find(".finder__line--hits"), opener = find(".finder__open"), suggestion = find(".finder__suggestion"), notice = find(".find__hits > .finder__note"), start = find("select[name=fra]");
  var boxes = Array.from(form.querySelectorAll("input")), icons = {}, told = [], spots = [], items = new Map();
  var counters = boxes.map(function (box) { return box.nextElementSibling.querySelector(".pill__count"); });
  var state = { q: "", chosen: {}, sort: "", from: "" };
  var ready = false, broken = false, plain = false, data = null, table = null, times = null, away = null, here = null, unmeasured = false;
  var files = {}, order = [], marks = null, shown = A_PAGE, drawn = 0, turn = 0, found = null, late = new Set(), lastSuggested = -1;

  function find(selector) { return place.querySelector(selector); }
  function say(name, value) { return words[name].replace("%", value); }
  function counted(name, number) { return number === 1 ? words[name + "_one"] || words.one : say(name + "_many", number); }
  function hitsTold(number) { return number === 0 ? words.none : number === 1 ? words.one : say("many", number); }
  function icon(name) {
    if (!icons[name]) icons[name] = find(".finder__icons").content.querySelector("[data-icon='" + name + "'] svg") || document.createElement("i");
    return icons[name].cloneNode(true);
  }

  // The address: ?q=bade&pris=under-100&nar=i-dag,i-helga. A page from a file keeps it behind the hash.
  function written() { return location.hash.charAt(1) === "?" ? location.hash.slice(1) : location.search || location.hash.slice(1); }
  function read() {
    var query = new URLSearchParams(written()), chosen = {};
    if (!plain) boxes.forEach(function (box) {
      var asked = query.getAll(box.name).join(",").split(",");
      if (asked.indexOf(box.value) >= 0) (chosen[box.name] = chosen[box.name] || []).push(box.value);
    });
    state = { q: query.get("q") || "", chosen: chosen, sort: query.get("sorter") || "", from: plain ? "" : query.get("fra") || "" };
  }
  function query() {
    var parts = state.q.trim() ? ["q=" + encodeURIComponent(state.q.trim())] : [];
    Object.keys(state.chosen).forEach(function (code) { parts.push(code + "=" + state.chosen[code].map(encodeURIComponent).join(",")); });
    if (state.from) parts.push("fra=" + encodeURIComponent(state.from).replace(/%2F/g, "/"));
    if (state.sort) parts.push("sorter=" + state.sort);
    return parts.length ? "?" + parts.join("&") : "";
  }
  // A browser takes its time to note an address, so it is asked after the hits are drawn.
  function keep(isNew) {
    clearTimeout(keeping);
    keeping = setTimeout(function () { keepNow(isNew); }, isNew ? 0 : 400);
  }
  function keepNow(isNew) {
    var now = query(), before = written();
    if (now === before) return;
    try {
      history[isNew ? "pushState" : "replaceState"](null, "", now || location.pathname);
    } catch (problem) {
      if (isNew) location.hash = now || "?"; else location.replace("#" + (now || "?"));
    }
    carry();
  }
  // The other languages open the same page with the same choices.
  function carry() {
    document.querySelectorAll("a[hreflang], .finder__map").forEach(function (link) { link.href = link.href.replace(/[?#].*$/, "") + (location.protocol === "file:" ? "#" : "") + query(); });
  }

  function show() {
    if (field.value !== state.q) field.value = state.q;
    boxes.forEach(function (box) {
      var on = (state.chosen[box.name] || []).indexOf(box.value) >= 0;
      if (box.checked !== on) box.checked = on;
    });
    if (start) start.value = state.from;
  }

  function choose(code, values, isNew) {
    if (values.length) state.chosen[code] = values; else delete state.chosen[code];
    show();
    keep(isNew !== false);
    update();
  }

  function reset() {
    state = { q: state.q, chosen: {}, sort: "", from: "" };
    measure();
    show();
    keep(true);
    update();
  }

  // What is looked for; nothing where the index did not come.
  function asked() { return broken ? "" : state.q.trim(); }

  // From the choices to the hits, and to what each further choice would give.
  function update() {
    var searched = asked() ? searchedFor(asked()) : null;
    turn++;
    find(".search .finder__clear").hidden = !state.q;
    if (searched === undefined || !table && !plain && isFiltered()) return;
    found = table ? table.look(state.chosen, searched && searched.within) : withoutTable(searched);
    marks = searched && searched.hits.length ? searched.hits[0].marks : null;
    order = sorted(searched);
    shown = back ? back.shown : A_PAGE;
    tell();
  }
  // Undefined while a part of the index is on its way; the same again when it has come.
  function searchedFor(text) {
    var hitsFound, within;
    if (!ready || (hitsFound = window.hefteSearch.find(text, update)) === null) return undefined;
    within = new Uint8Array(table ? table.rows : window.hefteSearch.rows());
    hitsFound.forEach(function (hit) { within[hit.row] = 1; });
    return { hits: hitsFound, within: within };
  }
  function withoutTable(searched) {
    return { passes: searched ? searched.within : new Uint8Array(0), number: searched ? searched.hits.length : 0, counts: null };
  }
  function isFiltered() { return Object.keys(state.chosen).length > 0; }
  function isActive() { return Boolean(asked() || state.from || Object.keys(state.chosen).length); }

  function sorted(searched) {
    var rows = [], row, by = sorting(searched);
    if (searched) searched.hits.forEach(function (hit) { if (found.passes[hit.row]) rows.push(hit.row); });
    else for (row = 0; row < found.passes.length; row++) if (found.passes[row]) rows.push(row);
    if (by === "variert") return mixed(rows);
    if (by === "relevans") return rows;
    return ranked(rows, by);
  }
  function sorting(searched) {
    var possible = { relevans: Boolean(searched), variert: Boolean(table) && !searched, naermest: Boolean(away), neste: Boolean(times), kontrollert: Boolean(table) };
    Array.from(sorter.options).forEach(function (option) {
      var off = !possible[option.value];
      if (option.hidden !== off) option.hidden = option.disabled = off;
    });
    var by = possible[state.sort] ? state.sort : away ? "naermest" : searched ? "relevans" : state.chosen.nar && times ? "neste" : table ? "variert" : "relevans";
    if (sorter.value !== by) sorter.value = by;
    return by;
  }
  function rank(by, row) {
    var next, days;
    if (by === "naermest") return away.metres(row);
    if (by === "kontrollert") { days = data.checked.distinct[data.checked.row[row]]; return days < 0 ? Infinity : days; }
    next = times.next(row);
    return !next ? Infinity : next.always ? next.day * 1440 + 1439.5 : next.day * 1440 + (next.start || 0);
  }
  // By rank, and among equals as before; there are far fewer ranks than rows to put in order.
  function ranked(rows, by) {
    var groups = new Map();
    rows.forEach(function (row) {
      var value = rank(by, row), group = groups.get(value);
      if (group) group.push(row); else groups.set(value, [row]);
    });
    return joined(Array.from(groups.keys()).sort(function (a, b) { return a < b ? -1 : 1; }).map(function (value) { return groups.get(value); }));
  }
  function joined(lists) { return [].concat.apply([], lists); }
  // One of each kind, then the next of each: nobody has to pass two hundred walks to see an activity.
  function mixed(rows) {
    var kind = table.columns.slag.row, seen = [], turns = [];
    rows.forEach(function (row) {
      var turn = seen[kind[row]] = (seen[kind[row]] || 0) + 1;
      (turns[turn - 1] = turns[turn - 1] || []).push(row);
    });
    return joined(turns);
  }

  // What the page says; what the reader does not see waits: the hits behind the sheet, the counts in a sheet that is closed.
  function tell() {
    find(".finder__show").textContent = found.number ? counted("show", found.number) : words.show_none;
    if (found.counts) unless(!sheet.open && !wide.matches, tellCounts);
    unless(sheet.open, tellHits);
  }
  function unless(unseen, run) {
    var now = turn;
    late.delete(run);
    if (!unseen) { run(); return; }
    late.add(run);
    IDLE(function () { if (now === turn && late.delete(run)) run(); });
  }
  function catchUp() {
    late.forEach(function (run) { run(); });
    late.clear();
  }
  function tellHits() {
    var active = isActive(), number = found.number;
    if (table || broken || !active) place.classList.add("finder--told");
    hits.hidden = !active && suggestion.hidden && notice.hidden;
    line.hidden = !active;
    line.classList.toggle("finder__line--unseen", active && !number);
    lists.hidden = active && number > 0 && !broken;
    empty.hidden = active && !number ? empty.hidden : true;
    list.hidden = !active || !number;
    rest.hidden = true;
    tellChosen();
    if (!active) { list.replaceChildren(); status.textContent = ""; return; }
    if (status.textContent !== hitsTold(number)) status.textContent = hitsTold(number);
    if (!number) { tellEmpty(); list.replaceChildren(); return; }
    drawn = 0;
    paint(turn, 0);
  }
  function tellCounts() {
    var counts = Object.assign({}, found.counts, found.counts.tider);
    boxes.forEach(function (box, at) {
      if (spots[at] === undefined && optionsOf(box.name)) spots[at] = optionsOf(box.name).indexOf(box.value);
      var number = counts[box.name] && counts[box.name][spots[at]];
      if (number === undefined || told[at] === number) return;
      told[at] = number;
      counters[at].textContent = number;
      box.parentNode.classList.toggle("is-zero", !number);
    });
  }
  function optionsOf(code) {
    if (times && times.options[code]) return times.options[code];
    return table.columns[code] && table.columns[code].options;
  }
  function labelOf(code, value) {
    var box = boxes.find(function (one) { return one.name === code && one.value === value; });
    return box.nextElementSibling.querySelector("span").textContent;
  }
  function groupOf(code) { return form.querySelector("[data-facet='" + code + "']"); }
  function isAnswer(code) { return Boolean(groupOf(code).querySelector(".answers")); }
  function named(code) { return groupOf(code).querySelector("legend").textContent; }

  function tellChosen() {
    var made = [], number = 0;
    Object.keys(state.chosen).forEach(function (code) {
      var values = state.chosen[code];
      number += values.length;
      if (isAnswer(code) || values[0] === "vet-ikke" && values.length === 1) {
        made.push(choiceChip(named(code) + ": " + values.map(function (value) { return labelOf(code, value).toLowerCase(); }).join(", "), function () { choose(code, []); }));
      } else values.forEach(function (value) {
        made.push(choiceChip(chipWords(code, value), function () { choose(code, state.chosen[code].filter(function (one) { return one !== value; })); }));
      });
    });
    if (state.from && away) made.push(choiceChip(words.avstand + ": " + fromTold(), function () { state.from = ""; measure(); show(); keep(true); update(); }));
    chosenList.replaceChildren.apply(chosenList, made);
    chosenList.hidden = !made.length;
    opener.querySelector(".pill__count").textContent = number || "";
    opener.classList.toggle("is-on", number > 0);
  }
  // «Vet ikke» and prices without the card say nothing apart from their filter.
  function chipWords(code, value) {
    var own = labelOf(code, value);
    return value === "vet-ikke" || code === "pris-uten" ? named(code) + ": " + own.toLowerCase() : own;
  }
  function fromTold() {
    var option = start && start.selectedOptions[0];
    return state.from === "meg" ? words.me : option && option.value ? option.textContent : state.from;
  }
  function choiceChip(label, remove) {
    var button = element("button", "finder__choice", [label, icon("x")]);
    button.type = "button";
    button.setAttribute("aria-label", say("remove", label));
    button.addEventListener("click", function () {
      var at = Array.from(chosenList.querySelectorAll("button")).indexOf(button), left;
      remove();
      left = chosenList.querySelectorAll("button");
      (left[Math.min(at, left.length - 1)] || field).focus();
    });
    return element("li", "", button);
  }

  // Nothing passes: each choice that may be let go, with what that would give.
  function tellEmpty() {
    var ways = loosened().sort(function (a, b) { return b.number - a.number; }), ul = empty.querySelector("ul");
    empty.hidden = false;
    empty.querySelector("p").textContent = say("searched", askedFor()) + " " + (ways.length ? words.loosen : Object.keys(state.chosen).length ? words.loosen_all : words.shorter);
    ul.replaceChildren.apply(ul, ways.slice(0, 6).map(function (way) {
      var button = element("button", "finder__loosen", [icon(way.icon), element("span", "", way.label), element("b", "", hitsTold(way.number))]);
      button.type = "button";
      button.addEventListener("click", function () { way.run(); (list.querySelector("a") || field).focus(); });
      return element("li", "", button);
    }));
  }
  function askedFor() {
    var said = Array.from(chosenList.querySelectorAll("button")).map(function (button) { return button.textContent; });
    return (state.q.trim() ? ["«" + state.q.trim() + "»"] : []).concat(said).join(" · ");
  }
  function loosened() {
    var ways = [], searched = asked() ? searchedFor(asked()) : null, within = searched && searched.within;
    if (!table) return ways;
    Object.keys(state.chosen).forEach(function (code) {
      var values = state.chosen[code], without = Object.assign({}, state.chosen), wider = Object.assign({}, state.chosen);
      delete without[code];
      wider[code] = values.concat("vet-ikke");
      ways.push({ icon: "x", label: say("remove", values.map(function (value) { return isAnswer(code) ? named(code) + ": " + labelOf(code, value).toLowerCase() : chipWords(code, value); }).join(", ")), number: table.number(without, within), run: function () { choose(code, []); } });
      if (isAnswer(code) && values.indexOf("vet-ikke") < 0) ways.push({ icon: "question-mark", label: say("allow_unknown", named(code)), number: table.number(wider, within), run: function () { choose(code, wider[code]); } });
    });
    if (asked() && Object.keys(state.chosen).length) ways.push({ icon: "x", label: say("clear_query", state.q.trim()), number: table.number(state.chosen, null), run: function () { state.q = ""; show(); keep(true); update(); } });
    return ways.filter(function (way) { return way.number; });
  }

  // Cards: the first few at once, the rest while the device is idle; rows come in files of fifty.
  function rowOf(number) {
    var file = Math.floor(number / ROWS_A_FILE);
    if (files[file] === undefined) fetchRows(file);
    return files[file] && files[file][number % ROWS_A_FILE];
  }
  function fetchRows(file) {
    files[file] = null;
    fetchScript(words.rows + "-" + file + ".js", function (problem) {
      if (problem || !files[file]) { files[file] = []; note(words.row_missing); lists.hidden = false; }
      if (found && isActive()) paint(turn, drawn);
    });
  }
  function fetchScript(address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = function () { done(false); };
    script.onerror = function () { done(true); };
    document.head.appendChild(script);
  }
  function paint(now, from) {
    var until = Math.min(shown, order.length), cards = [], at = from, row;
    if (now !== turn || !isActive()) return;
    order.slice(from, until).forEach(rowOf);
    for (; at < until && cards.length < (back ? shown : from ? 6 : AT_ONCE); at++) {
      row = rowOf(order[at]);
      if (!row && files[Math.floor(order[at] / ROWS_A_FILE)] === null) break;
      if (row) cards.push(item(order[at], row));
    }
    if (!cards.length) return;
    if (!from) keepSame(cards);
    else list.append.apply(list, cards);
    drawn = at;
    if (at < until) IDLE(function () { if (drawn === at) paint(now, at); });
    if (back && table && at === until && (ready || broken)) goBack();
    rest.hidden = at < until || until >= order.length;
    rest.textContent = say("more", Math.min(A_PAGE, order.length - until));
  }
  // What stands there already and says the same is not drawn again.
  function keepSame(cards) {
    for (var at = 0; at < cards.length && list.children[at] === cards[at];) at++;
    if (at < cards.length || list.children.length > at) list.replaceChildren.apply(list, cards);
  }
  function item(number, row) {
    var show = shownWith(number, row);
    var says = show.when + "|" + show.away + "|" + (marks ? JSON.stringify(textsOf(row).map(marks)) : ""), before = items.get(number);
    if (before && before.says === says) return before.item;
    if (items.size > 200) items.clear();
    before = { says: says, item: element("li", "", window.hefteCards.draw(row, show)) };
    items.set(number, before);
    return before.item;
  }
  function textsOf(row) { return [row[1], row[2] || ""].concat((row[3] || []).map(function (line) { return line[1] + " " + line[2]; })); }
  // What a card says beyond its row: when next, unless it is called off, and how far away.
  function shownWith(number, row) {
    return { icon: icon, assets: words.assets, marks: marks, when: row[8] ? "" : whenTold(number), away: awayTold(number) };
  }

  // «I dag kl. 16–18», where something is within a week and its day is known.
  function whenTold(number) {
    var next = times && times.next(number), ahead = next && next.day - now.day;
    if (!next || next.always || ahead > 6) return "";
    var day = ahead === 0 ? words.on_today : ahead === 1 ? words.on_tomorrow : labelOf("dag", String((now.weekday + ahead) % 7 + 1));
    if (next.start === 0 && next.end === 1440) return day + " " + words.all_day;
    return next.start === undefined ? day : day + " " + words.clock.replace("{span}", hour(next.start) + (next.end === undefined ? "" : "–" + hour(next.end)));
  }
  function hour(minutes) {
    var hours = Math.floor(minutes / 60) % 24, rest = minutes % 60;
    if (document.documentElement.lang === "en") return String(hours).padStart(2, "0") + ":" + String(rest).padStart(2, "0");
    return hours + (rest ? "." + String(rest).padStart(2, "0") : "");
  }
  function awayTold(number) {
    var metres = away ? away.metres(number) : Infinity;
    if (metres === Infinity) return "";
    if (metres < 995) return Math.max(10, Math.round(metres / 10) * 10) + " m";
    return (metres / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: metres < 9950 ? 1 : 0 }) + " km";
  }

  // From where distances are told: a place of the list, or where the reader is, asked for only when they tap.
  function measure() {
    var option = start && Array.from(start.options).find(function (one) { return one.value === state.from && one.dataset.at; });
    var from = state.from === "meg" ? here : option ? option.dataset.at.split(",").map(Number) : null;
    away = from && data ? window.hefteFacets.distances(data, from) : null;
    if (table && away) table.put("avstand", away.column);
    else if (table) { delete table.columns.avstand; }
    find(".finder__near").hidden = !away;
    if (!away && data) delete state.chosen.avstand;
    if (!state.from) nearNote("");
    else if (away) nearNote(state.from === "meg" ? words.located : say("located_place", option.textContent));
    else nearNote(state.from === "meg" ? words.ask_again : words.unknown_from);
    if (data) tellUnmeasured();
  }
  // A link that measures from the reader, or from a place that is gone: nothing is measured yet, and the hits say so.
  function tellUnmeasured() {
    var button;
    if (!state.from || away) {
      if (unmeasured) notice.hidden = true;
      unmeasured = false;
      return;
    }
    unmeasured = true;
    note(state.from === "meg" ? words.ask_again : words.unknown_from);
    if (state.from !== "meg") return;
    button = find(".finder__locate").cloneNode(true);
    button.addEventListener("click", function () { locate(true); });
    notice.append(" ", button);
  }
  function nearNote(text) { groupOf("avstand").querySelector(".finder__note").textContent = text; }
  function locate(wasAsked) {
    var tell = wasAsked === true ? note : nearNote, denied = wasAsked === true ? words.denied_filter : words.denied;
    tell(words.locating);
    if (!navigator.geolocation) { tell(denied); return; }
    navigator.geolocation.getCurrentPosition(function (position) {
      here = [position.coords.latitude, position.coords.longitude];
      state.from = "meg";
      if (wasAsked === true) notice.hidden = true;
      measure();
      show();
      keep(true);
      update();
    }, function () { tell(denied); }, { maximumAge: 300000, timeout: 10000 });
  }

  // One at random from what passes; never what is closed, paused or called off.
  function suggest() {
    var rows = [], row, others;
    if (!found || !data) return;
    for (row = 0; row < found.passes.length; row++) if (found.passes[row] && data.stopped.indexOf(row) < 0) rows.push(row);
    if (!rows.length) { if (found.number) note(words.none_open); return; }
    others = rows.filter(function (one) { return one !== lastSuggested; });
    rows = others.length ? others : rows;
    propose(rows[Math.floor(Math.random() * rows.length)]);
  }
  function propose(chosen) {
    var box = suggestion;
    lastSuggested = chosen;
    whenRow(chosen, function (row) {
      box.querySelector(".finder__card").replaceChildren(window.hefteCards.draw(row, shownWith(chosen, row)));
      box.hidden = hits.hidden = false;
      line.hidden = !isActive();
      box.querySelector("h2").focus();
    });
  }
  function whenRow(number, run) {
    var row = rowOf(number);
    if (row) { run(row); return; }
    setTimeout(function () { if (files[Math.floor(number / ROWS_A_FILE)] === null || rowOf(number)) whenRow(number, run); }, 50);
  }

  // The first page's «Nær meg» and «Gi meg et forslag» were tapped there: finn.html?gjor=naer, done once.
  function act() {
    var wanted = new URLSearchParams(written()).get("gjor");
    if (!wanted) return;
    if (wanted === "naer") locate(true);
    if (wanted === "forslag") suggest();
    keepNow(false);
  }

  // Back from an entry: the same card stands where it stood.
  function where() {
    var cards = Array.from(list.children), at = cards.findIndex(function (card) { return card.getBoundingClientRect().bottom > 0; });
    return { shown: shown, at: at, top: at < 0 ? 0 : cards[at].getBoundingClientRect().top, here: here, suggested: suggestion.hidden ? -1 : lastSuggested };
  }
  function goBack() {
    var was = back;
    back = null;
    function settle() { var card = list.children[was.at]; if (card) scrollBy({ top: card.getBoundingClientRect().top - was.top, behavior: "instant" }); }
    settle();
    requestAnimationFrame(function () { settle(); requestAnimationFrame(settle); });
  }

  // What went wrong is said above the hits, and the lists stay.
  function note(text) {
    place.classList.add("finder--told");
    notice.textContent = text;
    notice.hidden = hits.hidden = false;
  }

  // The filters did not come: what was chosen is let go, for nothing follows it; the address keeps it for another try.
  function unfiltered() {
    plain = true;
    place.classList.add("finder--plain", "finder--told");
    if (isFiltered() || state.from) note(words.no_filters);
    state.chosen = {};
    state.from = "";
    show();
    update();
  }

  // The phone has the filters in a sheet, the PC beside the hits: the form moves, and is one.
  var wide = window.matchMedia("(min-width: 60em)");
  function settle() {
    if (wide.matches) { if (sheet.open) sheet.close(); find(".finder__column").append(form); } else find(".sheet__body").append(form);
  }

  // Down and up move between the field and the hits; Escape goes back to the field, and there empties it.
  function move(event) {
    var links = Array.from(list.querySelectorAll(".card__title a")), at = links.indexOf(document.activeElement);
    if (sheet.open) return;
    if (event.key === "Escape" && (at >= 0 || event.target === field && field.value)) {
      if (at < 0) clear();
      field.focus();
    } else if (event.key === "ArrowDown" && at + 1 < links.length && (at >= 0 || event.target === field)) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || field).focus();
    else return;
    event.preventDefault();
  }
  function clear() { state.q = field.value = ""; keep(true); update(); field.focus(); }
  function again(typed) { read(); state.q = state.q || typed; measure(); show(); update(); carry(); }

  var now = window.hefteMoments.now(new Date()), keeping;
  window.hefteRows = function (file) { files[file.number] = file.rows; };
  window.hefteTable = function (sent) { data = sent; };

  field.addEventListener("input", function () {
    state.q = field.value;
    update();
    keep(false);
  });
  field.form.addEventListener("submit", function (event) { event.preventDefault(); keepNow(false); if (list.querySelector("a") && !wide.matches) field.blur(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function (event) {
    var box = event.target;
    if (box === start) { state.from = start.value; measure(); keep(true); update(); return; }
    choose(box.name, boxes.filter(function (one) { return one.name === box.name && one.checked; }).map(function (one) { return one.value; }));
  });
  sorter.addEventListener("change", function () { state.sort = sorter.value; keep(true); update(); });
  rest.addEventListener("click", function () { var from = drawn; shown += A_PAGE; paint(turn, from); (list.children[from] || list).querySelector("a").focus(); });
  find(".search .finder__clear").addEventListener("click", clear);
  find(".finder__locate").addEventListener("click", locate);
  opener.addEventListener("click", function () { document.documentElement.classList.add("has-sheet"); catchUp(); sheet.showModal(); });
  sheet.addEventListener("close", function () { catchUp(); document.documentElement.classList.remove("has-sheet"); });
  find(".sheet .finder__clear").addEventListener("click", function () { sheet.close(); });
  find(".finder__show").addEventListener("click", function () { sheet.close(); status.parentNode.scrollIntoView({ block: "nearest" }); });
  find(".finder__reset").addEventListener("click", reset);
  sheet.addEventListener("click", function (event) { if (event.target === sheet) sheet.close(); });
  find(".finder__suggest").addEventListener("click", suggest);
  find(".finder__suggestion .button").addEventListener("click", suggest);
  find(".finder__suggestion .finder__clear").addEventListener("click", function () { suggestion.hidden = true; if (found) tell(); find(".finder__suggest").focus(); });
  place.addEventListener("keydown", move);
  window.addEventListener("popstate", function () { again(""); });
  wide.addEventListener("change", settle);

  var back = window.hefteBack ? window.hefteBack.found() : null;
  if (back) here = back.here;
  if (window.hefteBack) window.hefteBack.keep(where);
  // What was typed before this script came is not lost.
  settle();
  again(field.value);
  window.hefteSearch.load(words.index, function (problem) {
    ready = !problem;
    broken = problem;
    if (broken) note(words.broken);
    update();
  });
  fetchScript(words.table, function (problem) {
    if (problem || !data) { unfiltered(); return; }
    table = window.hefteFacets.read(data);
    data.checked.row = window.hefteFacets.numbers(data.checked.rows, data.rows, data.checked.distinct.length);
    times = window.hefteMoments.read(data, now);
    table.put("tider", times.column);
    measure();
    update();
    if (back && back.suggested >= 0) propose(back.suggested);
    if (!isActive()) back = null;
    act();
  });
})();
