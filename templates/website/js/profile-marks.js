// What the reader's own limits say of a walk: fits, fits a part of the way, does not fit, or nobody knows; and why.
// profile.js fetches this, the table and the words (profile-<language>.js) and the facts (walks.js) when there are limits.
(function () {
  "use strict";
  var FITS = "ja", PART = "delvis", NOT = "nei", UNKNOWN = "vet-ikke", UNSURE = "u", SHOWN = 2;
  var words, rules, walks, limits, kept;

  function cell(text) {
    return text === "" || text === UNSURE || text === undefined ? text || "" : Number(text);
  }

  function stretch(text) {
    var cells = text.split(",").map(cell);
    return { from: cells[0], to: cells[1], facts: cells.slice(2) };
  }

  function walk(row) {
    var cells = row.split("|"), ground = Number(cells[2]);
    return {
      ground: ground, measured: cells[7] !== "" || cells[6] === UNSURE, unsure: cells[6] === UNSURE, refused: cells[8] === NOT,
      facts: { lengde: cell(cells[1]), strekninger: ground || "", hc_toalett: cell(cells[3]), hc_parkering: cell(cells[4]), benker: cell(cells[5]) },
      stretches: cells[7] ? cells[7].split(";").map(stretch) : [{ from: 0, to: ground, facts: [] }]
    };
  }

  // Angles are compared as tenths of a degree; the limit itself is within.
  function compare(rule, value, limit) {
    var over;
    if (typeof value !== "number") return UNKNOWN;
    over = rule.unit === "grader" ? Math.round(value / 10) - Math.round(limit / 10) : rule.sign * (value - limit);
    return over <= 0 ? FITS : over <= rule.slack ? UNKNOWN : NOT;
  }

  // A width that is too little may be enough where there are passing places; whether there are stands in the last column.
  function ofStretch(rule, column, part, found, limit, width) {
    var value = part.facts[column], somewhere = false, state;
    if (typeof value !== "number" && rule.instead && typeof found.facts[rule.instead] === "number") {
      value = found.facts[rule.instead];
      somewhere = true;
    }
    state = compare(rule, value, limit);
    if (state === NOT && rule.enough && compare(rule, value, rule.enough) === FITS) {
      if (part.facts[width] === 0) state = FITS;
      else if (typeof part.facts[width] !== "number") state = UNKNOWN;
    }
    return { rule: rule, state: state, value: value, limit: limit, from: part.from, to: part.to, somewhere: somewhere, unsure: found.unsure && typeof value !== "number" };
  }

  function ofWalk(rule, found, limit) {
    var value = found.facts[rule.fact], state = compare(rule, value, limit);
    if (value === "" && rule.least && compare(rule, found.facts[rule.least], limit) === NOT) {
      value = found.facts[rule.least];
      state = NOT;
    }
    return { rule: rule, state: state, value: value, limit: limit, from: 0, to: found.ground, unsure: value === UNSURE };
  }

  // Everything that is not within the limits, or not known to be: first what stops, then what nobody knows.
  function findings(chosen, found, table) {
    var column = -1, all = [];
    var width = table.filter(function (rule) { return rule.place === "strekning"; }).length;
    table.forEach(function (rule) {
      var limit = chosen[rule.name], last = null;
      if (rule.place === "strekning") column += 1;
      if (limit === undefined) return;
      if (rule.place !== "strekning") all.push(ofWalk(rule, found, limit));
      else found.stretches.forEach(function (part) {
        var one = ofStretch(rule, column, part, found, limit, width);
        if (last && last.state === UNKNOWN && one.state === UNKNOWN && last.value === one.value && one.from <= last.to) last.to = Math.max(last.to, one.to);
        else all.push(last = one);
      });
    });
    all = all.filter(function (one) { return one.state !== FITS; });
    return all.sort(function (one, other) {
      return (one.state === NOT ? 0 : 1) - (other.state === NOT ? 0 : 1) || one.from - other.from;
    });
  }

  // {mark, reach, reasons}: `reach` is how far it surely fits from the start, there and back.
  function judge(chosen, found, table) {
    var reasons = findings(chosen, found, table), reach = found.ground, blocked = false;
    reasons.forEach(function (one) {
      if (one.rule.place === "strekning") reach = Math.min(reach, one.from);
      else if (one.rule.unit === "m") reach = Math.min(reach, one.limit / 2);
      else blocked = true;
    });
    return {
      mark: !reasons.length ? FITS : !blocked && reach > 0 ? PART : reasons[0].state === NOT ? NOT : UNKNOWN,
      reach: blocked ? 0 : reach, reasons: reasons
    };
  }

  // Words
  function say(key, values) {
    return words.say[key].replace(/\{(\w+)\}/g, function (whole, name) { return values[name]; });
  }

  function number(value, decimals) {
    var parts = value.toFixed(decimals).split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, words.thousands);
    return parts.join(words.decimal).replace(decimals ? new RegExp("\\" + words.decimal + "?0+$") : /$^/, "");
  }

  function told(unit, value) {
    if (unit === "grader") return number(100 * Math.tan(value * Math.PI / 18000), 1) + "\u00a0%";
    return number(value, 0) + "\u00a0" + unit;
  }

  function far(metres) {
    return metres < 1000 ? told("m", Math.round(metres)) : number(Math.floor(metres / 100) / 10, 1) + "\u00a0km";
  }

  function reasonOf(one, found) {
    var rule = one.rule, key = one.state + "." + rule.name, from = number(one.from, 0), to = told("m", one.to);
    var code = key + "." + one.value, values = { value: "", from: from, to: to, limit: "" };
    var where = one.somewhere ? "somewhere" : rule.place !== "strekning" ? "" : one.from ? "after" : "start";
    if (one.unsure) return say(rule.place === "strekning" ? "unsure" : "unsure." + rule.name, values);
    if (typeof one.value === "number" && rule.unit !== "kode") values.value = told(rule.unit, one.value);
    if (rule.unit !== "kode") values.limit = say("limit", { limit: told(rule.unit, one.limit) });
    if (one.state === NOT || words.say[code]) {
      return say(words.say[code] ? code : key, values) + (where && say("where." + where, { at: told("m", one.from) })) + (one.state === NOT ? values.limit : "");
    }
    if (rule.place !== "strekning") return say(key, values);
    if (!found.measured) return say("unmeasured", values);
    return say(key, values) + (one.from === 0 && one.to >= found.ground ? "" : say("where.between", values));
  }

  // What is asked of the way itself, where a source's own no to wheelchairs is worth more than that nobody has measured.
  function isOfTheGround(one) {
    return one.rule.place === "strekning" && one.rule.unit !== "m";
  }

  // {mark, label, answer, reasons}: the sentence after the chip, and for each limit the first reason.
  function tell(judged, found, places) {
    var seen = [], told = {}, place = places && places[judged.reach];
    judged.reasons.forEach(function (one) {
      var text = reasonOf(one, found), key = one.state + one.rule.name;
      if (!told[key] && seen.indexOf(text) < 0) seen.push(text);
      told[key] = true;
    });
    if (found.refused && judged.reasons.some(isOfTheGround)) seen.unshift(say("refused", {}));
    return {
      mark: judged.mark, label: words.say[judged.mark], reasons: seen,
      answer: judged.mark === PART ? say(place ? "first_to" : "first", { distance: far(judged.reach), place: place }) : ""
    };
  }

  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  // Drawing
  function element(tag, className, inside) {
    var made = document.createElement(tag);
    made.className = className;
    [].concat(inside || []).forEach(function (one) { made.append(one); });
    return made;
  }

  function icon(name) {
    var template = document.createElement("template");
    template.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">' + words.icons[name] + "</svg>";
    return template.content.firstChild;
  }

  function chip(mark, label, solid) {
    return element("span", "chip chip--" + mark + (solid && mark !== UNKNOWN ? " chip--solid" : ""), [icon(mark), label]);
  }

  function toldOf(found, places) {
    return tell(judge(limits, found, rules), found, places);
  }

  function markCard(link) {
    var id = (/turer\/([a-z0-9-]+)\.html/.exec(link.getAttribute("href")) || [])[1];
    var place = link.closest(".card__body, li"), old, said;
    if (!id || !place || walks[id] === undefined) return null;
    said = kept[id] || (kept[id] = toldOf(walk(walks[id])));
    old = place.querySelector(".profile-mark");
    if (old) old.remove();
    place.insertBefore(element("p", "profile-mark", [
      element("span", "profile-mark__mine", words.say.mine + " "), chip(said.mark, said.answer || said.label), " ",
      element("span", "profile-mark__why", capital(said.reasons[0] || ""))
    ]), place.querySelector(":scope > .chips"));
    place.dataset.fits = said.mark;
    return said.mark;
  }

  // The first two reasons; the rest stand metre by metre on the same page.
  function why(reasons) {
    var shown = reasons.slice(0, reasons.length > SHOWN + 1 ? SHOWN : reasons.length), more = reasons.length - shown.length;
    if (reasons.length === 1) return element("p", "", capital(reasons[0]) + ".");
    return element("ul", "", shown.map(function (text) { return element("li", "", capital(text) + "."); })
      .concat(more ? element("li", "", theRest(more)) : []));
  }

  function theRest(number) {
    var link = element("a", "", say("more", { number: number }));
    link.href = "#meter";
    return document.getElementById("meter") ? link : link.textContent;
  }

  function markPage(section) {
    var row = walks[section.dataset.walk], answer = section.querySelector(".profile__answer"), said;
    if (row === undefined) return;
    said = toldOf(walk(row), JSON.parse(section.dataset.places));
    answer.replaceChildren(element("p", "", chip(said.mark, said.label, true)));
    if (said.answer) answer.append(element("p", "", element("b", "", said.answer + words.say.back)));
    if (said.reasons.length) answer.append(why(said.reasons));
    if (said.mark === FITS) answer.append(element("p", "", words.say.all_within));
    section.querySelector(".profile__head a").textContent = words.say.change;
    section.classList.add("profile--known");
  }

  // Marks what is on the page with the limits, and counts the links by their marks.
  function mark(chosen, root) {
    var counts = {};
    if (chosen !== limits) kept = {};
    limits = chosen;
    root.querySelectorAll(".card__title a[href*='turer/'], .profile-walks a").forEach(function (link) {
      var found = markCard(link);
      counts[found] = (counts[found] || 0) + 1;
    });
    root.querySelectorAll("[data-walk]").forEach(markPage);
    root.querySelectorAll(".profile-link .muted").forEach(function (line) {
      line.textContent = [FITS, PART, UNKNOWN, NOT].map(function (state) { return say("count." + state, { number: counts[state] || 0 }); }).join(" · ");
    });
    return counts;
  }

  window.hefteProfileWords = function (data) {
    words = data;
    rules = data.rules;
  };
  window.hefteWalks = function (text) {
    walks = {};
    text.split("\n").forEach(function (row) { walks[row.slice(0, row.indexOf("|"))] = row; });
  };
  window.hefteMarks = { mark: mark, judge: judge, walk: walk, tell: tell };
})();
