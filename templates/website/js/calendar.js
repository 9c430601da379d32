// kalender.html: what is on, day by day, by the device's own clock. Every choice stands in the address.
// facets.js filters, moments.js knows the time; the days and hours are those of the finder's table, the rows those of the search.
//   hefteCalendar(data)   generator/hefte/website/calendar.py: what is called off or moved, and the public holidays
(function () {
  "use strict";
  var place = document.querySelector(".calendar[data-rows]");
  if (!place || !window.hefteFacets || !window.hefteMoments || !window.hefteCards) return;
  var DAYS = 7, AT_ONCE = 12, ROWS_A_FILE = 50, KINDS = ["cancelled", "moved_away", "moved_here", "changed", ""], WHOLE_DAY = 1440, ACCESS = ["rullestol", "hc-toalett", "hc-parkering", "teleslynge", "heis"];
  var PARTS = ["formiddag", "ettermiddag", "kveld", "vet-ikke"], HAPPENINGS = ["aktiviteter", "arrangementer", "grupper"];
  var words = place.dataset, element = window.hefteCards.element, moments = window.hefteMoments, now = moments.now(new Date());
  var english = document.documentElement.lang === "en", months = words.months.split(" "), weekdays = words.days.split(" ");
  var dates = find(".calendar__dates"), list = find(".calendar__days"), status = find("[role=status]"), range = find(".calendar__range");
  var chips = all("[data-choice]"), selects = all("select"), steps = all(".calendar__step"), views = all("[data-view]"), only = find(".calendar__only");
  var data = null, own = null, ids = null, table = null, first = 0, last = 0, timetables = [], changes = {}, holidays = {}, isEvent = [], daily = {};
  var files = {}, asked = {}, open = {}, turn = 0, state = { day: now.day, view: "uke", chosen: {}, only: "" };

  function find(selector) { return place.querySelector(selector); }
  function all(selector) { return Array.from(place.querySelectorAll(selector)); }
  function say(name, value) { return words["say" + name.charAt(0).toUpperCase() + name.slice(1)].replace("%", value); }
  function things(number) { return number === 1 ? say("one") : say("many", number); }
  function icon(name) { return find(".calendar__icons").content.querySelector("[data-icon='" + name + "'] svg").cloneNode(true); }
  function two(number) { return String(number).padStart(2, "0"); }
  function padded(minutes) { return two(Math.floor(minutes / 60) % 24) + (english ? ":" : ".") + two(minutes % 60); }
  function short(minutes) { return english || minutes % 60 ? padded(minutes).replace(/^0(?=\d\.)/, "") : String(Math.floor(minutes / 60) % 24); }

  // Days are numbers since 1970, so that no clock change can move them.
  function dateOf(day) { return new Date(day * 864e5); }
  function iso(day) { return dateOf(day).toISOString().slice(0, 10); }
  function numberOf(text) { return Date.parse(text + "T00:00Z") / 864e5; }
  function monday(day) { return day - (day + 3) % 7; }
  function firstOfMonth(day, ahead) { var date = dateOf(day); return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (ahead || 0), 1) / 864e5; }
  function weekOfYear(day) {
    var thursday = monday(day) + 3;
    return 1 + Math.floor((thursday - Date.UTC(dateOf(thursday).getUTCFullYear(), 0, 1) / 864e5) / 7);
  }
  function small(text) { return english ? text : text.charAt(0).toLowerCase() + text.slice(1); }
  function year(day) { return dateOf(day).getUTCFullYear() === dateOf(now.day).getUTCFullYear() ? "" : " " + dateOf(day).getUTCFullYear(); }
  function weekdayOf(day) { return weekdays[dateOf(day).getUTCDay()]; }
  function dated(day) { return dateOf(day).getUTCDate() + (english ? " " : ". ") + months[dateOf(day).getUTCMonth()]; }
  function inFull(day) { return weekdayOf(day) + " " + dated(day) + year(day); }
  function between(from, to) {
    var same = dateOf(from).getUTCMonth() === dateOf(to).getUTCMonth();
    return (same ? dateOf(from).getUTCDate() + (english ? "" : ".") + "–" : dated(from) + " – ") + dated(to) + year(to);
  }

  // The address: ?dato=2026-12-01&visning=maned&pris=gratis. A page from a file keeps it behind the hash.
  function written() { return location.hash.charAt(1) === "?" ? location.hash.slice(1) : location.search; }
  function read() {
    var query = new URLSearchParams(written()), day = numberOf(query.get("dato") || "");
    state = { day: day >= now.day ? Math.min(day, last) : now.day, view: query.get("visning") === "maned" ? "maned" : "uke", chosen: {}, only: query.get("bare") || "" };
    chips.forEach(function (chip) {
      if (query.getAll(chip.dataset.code).join(",").split(",").indexOf(chip.dataset.choice) >= 0) put(chip.dataset.code, chip.dataset.choice);
    });
    selects.forEach(function (select) {
      select.value = query.get(select.dataset.code) || "";
      if (select.value) put(select.dataset.code, select.value); else select.value = "";
    });
  }
  function put(code, choice) { state.chosen[code] = (state.chosen[code] || []).concat(choice); }
  function keep() {
    var parts = Object.keys(state.chosen).map(function (code) { return code + "=" + state.chosen[code].join(","); }), told;
    if (state.only) parts.push("bare=" + state.only);
    if (state.view !== "uke") parts.push("visning=" + state.view);
    if (state.day !== now.day) parts.push("dato=" + iso(state.day));
    told = parts.length ? "?" + parts.join("&") : "";
    try {
      history.replaceState(null, "", told || location.pathname);
    } catch (problem) {
      location.replace("#" + (told || "?"));
    }
    document.querySelectorAll("a[hreflang]").forEach(function (link) { link.href = link.href.replace(/[?#].*$/, "") + (location.protocol === "file:" ? "#" : "") + told; });
  }

  // The table's days and hours, and what has become of some of them.
  function prepare() {
    var kinds = table.columns.slag, row = window.hefteFacets.numbers(data.times.rows, data.rows, data.times.distinct.length), isOne = kinds.passes({ slag: HAPPENINGS }), isOther = kinds.passes({ slag: ["arrangementer"] }), lists, number;
    first = numberOf(data.first);
    lists = data.times.days.map(function (text) { return new Set(moments.days(text, first)); });
    timetables = data.times.distinct.map(function (timetable) {
      return { rows: [], slots: timetable.slice(1).map(function (slot) { return { days: lists[slot[0]], start: slot[1], end: slot[2] }; }) };
    });
    for (number = 0; number < data.rows; number++) {
      isEvent[number] = isOther[kinds.row[number]];
      if (isOne[kinds.row[number]]) timetables[row[number]].rows.push(number);
    }
    last = lists.reduce(function (most, list) { return Math.max(most, Math.max.apply(null, Array.from(list).concat(0))); }, now.day);
    own.holidays.forEach(function (one) { holidays[first + one[0]] = one[1]; });
    own.changes.forEach(function (one) {
      moments.days(one[1], first).forEach(function (day) {
        (changes[day] = changes[day] || []).push({ row: one[0], kind: KINDS[one[2]], start: one[3] === null ? undefined : one[3], end: one[4] === null ? undefined : one[4], note: one[5] || "", where: one[6] || "" });
      });
    });
  }

  // What is on a day, by the hour, with what is called off: worked out once.
  function worked(day) {
    var found = [];
    timetables.forEach(function (timetable) {
      timetable.slots.forEach(function (slot) {
        if (slot.days.has(day)) timetable.rows.forEach(function (row) {
          if (slot.start !== undefined || isEvent[row]) found.push({ row: row, start: slot.start, end: slot.end, kind: "", note: "", where: "" });
        });
      });
    });
    (changes[day] || []).forEach(function (change) {
      if (isOff(change)) found.push(change);
      else found = found.map(function (one) { return one.row === change.row && one.start === change.start ? change : one; });
    });
    return found.sort(function (a, b) { return (a.start === undefined ? WHOLE_DAY : a.start) - (b.start === undefined ? WHOLE_DAY : b.start) || a.row - b.row; });
  }
  // What of it passes, and is not over today.
  function on(day, passes, parts, access) {
    daily[day] = daily[day] || worked(day);
    return daily[day].filter(function (one) {
      return passes[one.row] && !(access && one.where) && (moments.partsOf(one.start, one.end) & parts) && !(day === now.day && moments.isOver(one.start, one.end, now.minute));
    });
  }
  function isOff(one) { return one.kind === "cancelled" || one.kind === "moved_away"; }
  function numberOn(found) { return found.filter(function (one) { return !isOff(one); }).length; }

  // What passes the choices: rows, and parts of the day.
  function sieve(chosen) {
    var asks = Object.assign({}, chosen), parts = (chosen.tid || PARTS).reduce(function (sum, code) { return sum | 1 << PARTS.indexOf(code); }, 0), passes, at;
    delete asks.tid;
    var access = ACCESS.some(function (code) { return (chosen[code] || []).length; });
    passes = table.look(asks, null).passes;
    if (state.only && ids) { at = ids.indexOf(state.only); passes = passes.map(function (may, row) { return row === at ? may : 0; }); }
    return { passes: passes, parts: parts, on: function (day) { return on(day, passes, parts, access); } };
  }
  function days(from, number) { return Array.from({ length: number }, function (_, ahead) { return from + ahead; }); }

  function update() {
    var through = sieve(state.chosen), shown = shownDays(through).map(function (day) { return { day: day, on: through.on(day) }; });
    var mine = ++turn, needed = {};
    drawRange();
    drawDates(through);
    drawChoices(shown);
    shown.forEach(function (day) { day.on.slice(0, open[day.day] ? undefined : AT_ONCE).forEach(function (one) { needed[Math.floor(one.row / ROWS_A_FILE)] = true; }); });
    if (state.only && ids && ids.indexOf(state.only) >= 0) needed[Math.floor(ids.indexOf(state.only) / ROWS_A_FILE)] = true;
    fetchAll(Object.keys(needed), function () { if (mine === turn) draw(shown, through); });
  }

  // A week of days; of one entry alone the next days that it has.
  function shownDays(through) {
    var found = [], day;
    if (!state.only) return days(state.day, Math.max(1, Math.min(DAYS, last - state.day + 1)));
    for (day = state.day; day <= last && found.length < DAYS; day++) if (through.on(day).length) found.push(day);
    return found.length ? found : [state.day];
  }

  function drawRange() {
    var whole = state.view === "maned", text = small(months[dateOf(state.day).getUTCMonth()]) + " " + dateOf(state.day).getUTCFullYear(), from = monday(state.day);
    range.replaceChildren(whole ? text.charAt(0).toUpperCase() + text.slice(1) : say("week", weekOfYear(state.day)));
    if (!whole) range.append(" ", element("span", "", between(from, from + 6)));
    steps.forEach(function (step) {
      var ahead = Number(step.dataset.step), start = startOf(ahead);
      step.setAttribute("aria-label", words["say" + (ahead < 0 ? "Before_" : "After_") + (whole ? "month" : "week")]);
      step.disabled = ahead < 0 ? startOf(0) <= now.day : start > last;
    });
    views.forEach(function (view) { view.setAttribute("aria-pressed", String(view.dataset.view === state.view)); });
    find(".calendar__today").disabled = state.day === now.day;
    dates.classList.toggle("calendar__dates--month", whole);
  }
  function startOf(ahead) { return state.view === "maned" ? firstOfMonth(state.day, ahead) : monday(state.day) + 7 * ahead; }

  function drawDates(through) {
    var from = startOf(0), to = startOf(1), cells = days(monday(from), Math.ceil((to - monday(from)) / 7) * 7), rows = [], focus = document.activeElement && document.activeElement.dataset.day;
    var head = element("tr", "", days(monday(from), 7).map(function (day) { var name = weekdayOf(day), cell = element("th", "", element("abbr", "", name.slice(0, 2))); cell.scope = "col"; cell.firstChild.title = name; return cell; }));
    while (cells.length) rows.push(element("tr", "", cells.splice(0, 7).map(function (day) { return element("td", "", day >= from && day < to ? cell(day, through) : []); })));
    var drawn = element("table", "", [element("thead", "", head), element("tbody", "", rows)]);
    drawn.setAttribute("aria-label", range.textContent);
    dates.replaceChildren(drawn);
    if (focus && dates.querySelector("[data-day='" + focus + "']")) dates.querySelector("[data-day='" + focus + "']").focus();
  }
  function cell(day, through) {
    var date = element("b", "", String(dateOf(day).getUTCDate())), number, made;
    if (day < now.day || day > last) return element("span", "date date--over", date);
    number = numberOn(through.on(day));
    made = element("button", "date" + (holidays[day] ? " date--holiday" : "") + (day === now.day ? " date--today" : ""), [date, element("small", "", [String(number), element("span", "", " " + say("thing"))])]);
    made.type = "button";
    made.dataset.day = day;
    made.setAttribute("aria-label", [inFull(day), holidays[day], things(number)].filter(Boolean).join(", "));
    made.setAttribute("aria-pressed", String(day === state.day));
    return made;
  }

  // Each choice counts the times it would leave in the days that are shown.
  function drawChoices(shown) {
    chips.forEach(function (chip) {
      var code = chip.dataset.code, with_ = Object.assign({}, state.chosen), through, number = 0;
      with_[code] = [chip.dataset.choice];
      through = sieve(with_);
      shown.forEach(function (day) { number += numberOn(through.on(day.day)); });
      chip.setAttribute("aria-pressed", String((state.chosen[code] || []).indexOf(chip.dataset.choice) >= 0));
      chip.classList.toggle("pill--zero", !number);
      chip.querySelector(".pill__count").textContent = number;
    });
    selects.forEach(function (select) { select.classList.toggle("chosen", Boolean(select.value)); });
  }

  // A file that does not come is told of, with what can be had without it.
  function fetchAll(numbers, done) {
    var left = numbers.filter(function (number) { return !files[number]; }).length;
    if (!left) return done();
    numbers.forEach(function (number) {
      if (files[number]) return;
      fetchOne(words.rows + "-" + number + ".js", function () { if (!--left) done(); });
    });
  }
  function fetchOne(address, done) {
    var script = document.createElement("script");
    if (asked[address]) return asked[address].push(done);
    asked[address] = [done];
    script.src = address;
    script.onload = script.onerror = function (event) {
      if (event.type === "error") document.documentElement.classList.add("script-missing");
      asked[address].splice(0).forEach(function (then) { then(); });
      delete asked[address];
    };
    document.head.append(script);
  }
  window.hefteRows = function (file) { files[file.number] = file.rows; };

  function rowOf(number) { return (files[Math.floor(number / ROWS_A_FILE)] || [])[number % ROWS_A_FILE]; }
  function linesOf(row, name) { return (row[3] || []).filter(function (line) { return line[0] === name; }).map(function (line) { return (line[1] || "") + (line[2] || ""); }); }

  function item(day, one) {
    var row = rowOf(one.row), time = element("p", "timetable__time"), title, link, state_ = one.kind && words["state" + one.kind.charAt(0).toUpperCase() + one.kind.slice(1)], told, where;
    if (!row) return null;
    link = element("a", "", row[1]);
    link.href = row[0];
    if (row[10] && row[10][0]) link.lang = row[10][0];
    if (one.start === 0 && one.end === WHOLE_DAY) time.append(say("all_day"));
    else if (one.start === undefined) time.append(say("no_hour"));
    else time.append(element("b", "", padded(one.start)), one.end === undefined ? "" : say("until", short(one.end)));
    told = element("div", "", element("h3", "card__title", link));
    title = [one.note, row[9]].filter(Boolean).join(" ");
    if (title) told.append(element("p", "card__notice", [icon(isOff(one) || row[9] ? "alert-triangle" : "info-circle"), element("span", "", title)]));
    where = (one.where ? [one.where] : linesOf(row, "map-pin")).concat(linesOf(row, "ticket")).join(" · ");
    if (where) told.append(element("p", "card__lead", where));
    told.append(element("ul", "chips", chipsOf(day, one, row, state_).map(function (chip) { return window.hefteCards.chip(chip, icon); })));
    return element("li", isOff(one) ? "card--cancelled" : "", [time, told]);
  }
  function chipsOf(day, one, row, state_) {
    var first_ = state_ ? [isOff(one) ? one.kind === "cancelled" ? ["nei", state_] : ["nei", state_, "arrow-right"] : ["info", state_, "calendar-event"]] : [];
    if (!state_ && holidays[day] && !isEvent[one.row]) first_ = [["vet-ikke", say("holiday_chip")]];
    // What was said of access holds for the usual place: of another nobody has said anything.
    if (one.where) return first_.concat([["vet-ikke", say("access_unknown")]]);
    return first_.concat((row[4] || []).filter(function (chip) { return !(one.kind === "cancelled" && chip[1] === words.stateCancelled); })).slice(0, 3);
  }

  function heading(day, found) {
    var off = found.length - numberOn(found), name = day === now.day ? say("today") : day === now.day + 1 ? say("tomorrow") : weekdayOf(day);
    var beside = [day < now.day + 2 ? small(inFull(day)) : dated(day) + year(day), holidays[day] && dated(day) !== holidays[day] && small(holidays[day]), off && (off === 1 ? say("off_one") : say("off_many", off))].filter(Boolean);
    var made = element("h2", "calendar__day", [name + " ", element("span", "muted", beside.join(" · "))]);
    made.id = "d" + iso(day);
    return made;
  }
  // What can be done any time, as far as it passes the choices; where nothing does, all of it.
  function anyTime(through) {
    var row = window.hefteFacets.numbers(data.times.rows, data.rows, data.times.distinct.length), asks = state.only ? {} : state.chosen, number, link;
    function counted(passes) { return row.filter(function (at, of) { return passes[of] && data.times.distinct[at][0] & 1; }).length; }
    number = state.only ? 0 : counted(through.passes);
    if (!number) { asks = {}; number = counted(table.look(asks, null).passes); }
    if (!number) return [];
    link = element("a", "", number === 1 ? say("any_one") : say("any_many", number));
    link.href = "finn.html?nar=alltid" + Object.keys(asks).filter(function (code) { return code !== "tid"; }).map(function (code) { return "&" + code + "=" + asks[code].join(","); }).join("");
    return [" ", link, "."];
  }
  function notice(inside) { return element("div", "notice notice--info", [icon("info-circle"), element("div", "", inside)]); }

  function section(day, found, through, tells) {
    var made = element("section", "", heading(day, found)), shown = found.slice(0, open[day] ? undefined : AT_ONCE), more;
    made.setAttribute("aria-labelledby", "d" + iso(day));
    if (holidays[day]) made.append(element("p", "calendar__holiday", [icon("info-circle"), element("span", "", say("holiday"))]));
    if (!found.length) made.append(notice(element("p", "", [day === now.day ? say("none_left") : say("none", small(weekdayOf(day)))].concat(tells ? anyTime(through) : []))));
    else made.append(element("ul", "card timetable", shown.map(item.bind(null, day)).filter(Boolean)));
    if (shown.length < found.length) {
      more = element("button", "button button--wide", say("more", found.length - shown.length));
      more.type = "button";
      more.dataset.more = day;
      made.append(more);
    }
    return made;
  }

  // Nothing in all the days that are shown: the next day that has something, and and the choices to take away.
  function nothing(through) {
    var end = Math.min(state.day + DAYS - 1, last), day, isChosen = Object.keys(state.chosen).length > 0, inside, next = null;
    for (day = end + 1; day <= last && next === null; day++) if (numberOn(through.on(day))) next = day;
    inside = [element("p", "", [say(isChosen ? "none_chosen" : "none_range").replace("{range}", between(state.day, end))].concat(anyTime(through)))];
    inside.push(element("p", "calendar__ways", [].concat(next === null ? [] : button("next", say("next", small(inFull(next))), next), isChosen ? button("clear", say("clear")) : [])));
    return notice(inside);
  }
  function button(name, text, value) {
    var made = element("button", "button", text);
    made.type = "button";
    made.dataset[name] = value === undefined ? "" : value;
    return made;
  }

  function isEmpty(day) { return !day.on.length; }
  function draw(shown, through) {
    var any = shown.some(function (day) { return day.on.length; }), row = ids && state.only && rowOf(ids.indexOf(state.only)), number = 0;
    list.replaceChildren.apply(list, any ? shown.map(function (day, at) { return section(day.day, day.on, through, shown.findIndex(isEmpty) === at); }) : [nothing(through)]);
    only.hidden = !row;
    if (row) only.querySelector("span").textContent = say("only", row[1]);
    if (row) only.querySelector("button").setAttribute("aria-label", say("remove") + ": " + row[1]);
    shown.forEach(function (day) { number += numberOn(day.on); });
    status.textContent = say("told").replace("{range}", between(shown[0].day, shown[shown.length - 1].day)).replace("{things}", things(number));
    place.classList.add("calendar--told");
  }

  function go(day) { state.day = Math.max(now.day, Math.min(day, last)); changed(); }
  function changed() { open = {}; keep(); update(); }

  place.addEventListener("click", function (event) {
    var pressed = event.target.closest("button"), chosen, at;
    if (!pressed || !table) return;
    if (pressed.dataset.step) go(startOf(Number(pressed.dataset.step)));
    else if (pressed.dataset.day) go(Number(pressed.dataset.day));
    else if (pressed.dataset.next) go(Number(pressed.dataset.next));
    else if (pressed.classList.contains("calendar__today")) go(now.day);
    else if (pressed.dataset.view) { state.view = pressed.dataset.view; changed(); }
    else if (pressed.dataset.more) { open[pressed.dataset.more] = true; update(); }
    else if ("clear" in pressed.dataset) { state.chosen = {}; selects.forEach(function (select) { select.value = ""; }); changed(); }
    else if (pressed.parentNode === only) { state.only = ""; changed(); }
    else if (pressed.dataset.choice) {
      chosen = state.chosen[pressed.dataset.code] || [];
      at = chosen.indexOf(pressed.dataset.choice);
      chosen = at < 0 ? chosen.concat(pressed.dataset.choice) : chosen.filter(function (one) { return one !== pressed.dataset.choice; });
      if (chosen.length) state.chosen[pressed.dataset.code] = chosen; else delete state.chosen[pressed.dataset.code];
      changed();
    }
  });
  selects.forEach(function (select) {
    select.addEventListener("change", function () {
      if (select.value) state.chosen[select.dataset.code] = [select.value]; else delete state.chosen[select.dataset.code];
      changed();
    });
  });

  function begin() {
    if (!data || !own || table) return;
    table = window.hefteFacets.read(data);
    prepare();
    read();
    if (!state.only) return update();
    fetchOne(words.ids, update);
  }
  window.hefteTable = function (sent) { data = sent; begin(); };
  window.hefteCalendar = function (sent) { own = sent; begin(); };
  window.hefteToldIds = function (sent) { ids = sent.split("\n"); };
  addEventListener("hashchange", function () { if (table) { read(); update(); } });
})();
