// offline.html in the place of a page that is not on the device: the entry from its told row, or the list from its rows.
// A told row is made in website/told.py; a list is [title, introduction, rows as steps].
(function () {
  "use strict";
  var place = document.querySelector(".offline-page");
  if (!place) return;
  var ROWS_A_FILE = 50, CARDS = 60;
  var words = JSON.parse(place.dataset.words), language = place.dataset.language;
  var script = document.currentScript || document.querySelector("script[src*='offline-page.js']");
  var root = new URL("../", script.src), start = new URL(place.dataset.prefix, root);
  var path = decodeURIComponent(location.pathname.slice(start.pathname.length)) || "index.html";
  var drawings = place.querySelector("template").content;
  var files = {}, ids, lists;

  window.hefteTold = function (file) { files[file.number] = file.rows; };
  window.hefteToldIds = function (text) { ids = text.split("\n"); };
  window.hefteLists = function (value) { lists = value; };

  function load(name) {
    return new Promise(function (done, failed) {
      var made = document.createElement("script");
      made.src = root.href + "assets/" + name + ".js";
      made.onload = done;
      made.onerror = function () { failed(new Error(name)); };
      document.head.appendChild(made);
    });
  }

  // The rows by their numbers; each file of them is fetched once.
  function rows(numbers) {
    var needed = Array.from(new Set(numbers.map(function (number) { return Math.floor(number / ROWS_A_FILE); })));
    return Promise.all(needed.filter(function (file) { return !files[file]; }).map(function (file) {
      return load("told-" + language + "-" + file);
    })).then(function () {
      return numbers.map(function (number) { return files[Math.floor(number / ROWS_A_FILE)][number % ROWS_A_FILE]; });
    });
  }

  function element(tag, className, inside) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    [].concat(inside === undefined ? [] : inside).forEach(function (one) { if (one) made.append(one); });
    return made;
  }

  function icon(name) {
    var found = drawings.querySelector("[data-icon='" + CSS.escape(name) + "']");
    return found ? found.firstElementChild.cloneNode(true) : null;
  }

  function iconOfField(name) {
    var found = drawings.querySelector("[data-field='" + CSS.escape(name) + "']");
    return icon(found ? found.dataset.of : name) || icon("info-circle");
  }

  function link(text, href, className) {
    var made = element("a", className, text);
    made.href = href;
    return made;
  }

  var STATUS = { ja: "check", delvis: "tilde", nei: "x", "vet-ikke": "question-mark", info: "info-circle" };

  function chip(one) {
    return element("span", "chip chip--" + one[0], [icon(STATUS[one[0]] || "info-circle"), one[1]]);
  }

  function chips(all, solid) {
    if (!all || !all.length) return null;
    return element("ul", "chips" + (solid ? " chips--solid" : ""), all.map(function (one) { return element("li", "", chip(one)); }));
  }

  function card(row) {
    var lines = (row.lines || []).map(function (line) {
      return element("li", "", [icon(line[0]), element("span", "", [line[1] ? element("b", "", line[1]) : null, line[2]])]);
    });
    return element("article", "card card--pictogram" + (row.cancelled ? " card--cancelled" : ""), [
      element("span", "pictogram farge-" + (row.colour || "gran"), icon(row.icon || "route") || icon("sparkles")),
      element("div", "card__body", [
        element("h2", "card__title", link(row.title, start.href + row.id + ".html")),
        row.notices ? element("p", "card__notice", [icon("alert-triangle"), element("span", "", row.notices[0][1])]) : null,
        element("p", "card__lead", row.kicker),
        lines.length ? element("ul", "card__lines", lines) : null,
        chips(row.chips)
      ])
    ]);
  }

  function fact(one) {
    var answer = element("dd", "", [one[2], one[3] === "unsure" ? " " : null, one[3] === "unsure" ? chip(["vet-ikke", words.unsure]) : null]);
    return element("div", "fact" + (one[3] === "unknown" ? " fact--unknown" : ""), [
      element("dt", "", [iconOfField(one[0]), one[1]]), answer
    ].concat(one.slice(4).map(function (line) { return element("dd", "muted", line); })));
  }

  function sums(rows) {
    return element("div", "fact", element("dd", "", element("table", "sum", (rows || []).map(function (row) {
      var head = element("th", "", row[0]);
      head.scope = "row";
      return element("tr", "", [head, element("td", "", row[1])]);
    }))));
  }

  function facts(row) {
    return element("dl", "facts", (row.facts || []).map(function (one) {
      var made = fact(one);
      if (one[0] === "price" && row.sums) made.append(sums(row.sums).firstChild);
      return made;
    }));
  }

  function section(title, inside, className) {
    return element("section", className || "section", [element("h2", "", title)].concat(inside));
  }

  function reach(row) {
    if (!row.reach || !row.reach.length) return null;
    return section(words.how_far, row.reach.map(function (one) {
      return element("div", "reach__row", [element("div", "reach__head", element("h3", "", one[0])), element("p", "", one[2])]);
    }), "panel reach");
  }

  function telephone(number) {
    return "tel:" + number.replace(/[^+0-9]/g, "");
  }

  function contact(row) {
    var found = row.contact || {}, lines = [];
    function line(name, inside) {
      lines.push(element("div", "fact", [element("dt", "", [icon(name), lines.length ? "" : found.role || words.contact]), element("dd", "", [].concat(inside, found.unsure ? " (" + words.unsure + ")" : null)), !lines.length && found.hours ? element("dd", "muted", found.hours) : null]));
    }
    if (found.phone) line("phone", [link(found.phone, telephone(found.phone)), found.name ? " " + found.name : null]);
    if (found.email) line("mail", link(found.email, "mailto:" + found.email));
    if (found.link) line("world", link(found.link.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""), found.link));
    return element("div", "aside-card", [element("h2", "", words.contact), lines.length ? element("dl", "facts facts--bare", lines) : element("p", "muted", words.no_contact)]);
  }

  function prose(row) {
    var made = element("div");
    made.innerHTML = row.body; // cleaned when the site was built
    return section(words["about." + folder()], Array.from(made.childNodes), "section md-typeset prose");
  }

  function folder() {
    return path.split("/")[0];
  }

  function picture(row) {
    if (!row.picture) return null;
    var made = element("img", "entry__picture");
    made.alt = row.alt || "";
    made.onerror = function () { made.remove(); };
    made.src = root.href + row.picture;
    return made;
  }

  // «Min profil» on a walk; profile.js fills it where the reader has set limits.
  function profile() {
    var card = drawings.querySelector(".profile"), made = card && folder() === "turer" ? card.cloneNode(true) : null;
    if (!made) return null;
    made.dataset.walk = path.replace(/^.*\/|\.html$/g, "");
    made.querySelector("a").href = start.href + "profil.html";
    return made;
  }

  function entry(row) {
    var back = link([], start.href + folder() + "/index.html", "back");
    back.append(icon("chevron-left"), words["many." + folder()]);
    var checked = element("p", "checked" + (row.sure ? "" : " checked--not"), [icon(row.sure ? "calendar-check" : "alert-triangle"), element("span", "", row.checked)]);
    var side = element("aside", "entry__side", [contact(row), checked]);
    side.setAttribute("aria-label", words.side);
    return element("div", "md-grid entry", [
      element("div", "entry__top", [back, element("header", "entry__head", [
        element("p", "kicker", row.kicker), element("h1", "", row.title)
      ].concat((row.notices || []).map(function (one) {
        return element("div", "notice notice--" + one[0], [icon(one[0] === "nei" ? "x" : "alert-triangle"), element("p", "", element("b", "", one[1]))]);
      }), element("p", "lead", row.lead), chips((row.answers || []).slice(0, 4), true))), profile()]),
      element("div", "entry__main", [].concat(reach(row), picture(row), facts(row), row.body ? prose(row) : null,
        row.others || (row.answers || []).length > 4 ? section(words.more, [chips((row.answers || []).slice(4)), element("dl", "facts facts--more", (row.others || []).map(fact))]) : null,
        element("p", "muted small", words.composed))),
      side,
      actions(row.contact && row.contact.phone)
    ]);
  }

  function actions(phone) {
    var made = element("nav", "actions", phone ? link([icon("phone"), words.call], telephone(phone), "main") : []);
    made.setAttribute("aria-label", words.actions);
    return made;
  }

  function list(found) {
    var at = 0, numbers = found[2] ? found[2].split(" ").map(function (step) { return at += Number(step); }) : [], shown = 0;
    var cards = element("ul", "cards cards--grid"), more = element("button", "button button--wide", words.show_more);
    function next() {
      return rows(numbers.slice(shown, shown + CARDS)).then(function (found) {
        found.forEach(function (row) { cards.append(element("li", "", card(row))); });
        shown += CARDS;
        more.hidden = shown >= numbers.length;
      });
    }
    more.type = "button";
    more.addEventListener("click", function () { next().catch(broken); });
    return next().then(function () {
      return element("div", "md-grid list", [
        element("header", "list__head", [element("h1", "", found[0]), element("p", "lead", found[1])]), cards, more
      ]);
    });
  }

  // The numbered pages of a list are one here.
  function show() {
    var row = ids.indexOf(path.replace(/\.html$/, "")), found = lists[path] || lists[path.replace(/-\d+\.html$/, ".html")];
    if (row >= 0) return rows([row]).then(function (told) { return entry(told[0]); });
    return found ? list(found) : Promise.resolve(null);
  }

  function broken() {
    place.querySelector("h1").textContent = words.broken_title;
    place.querySelector(".lead").textContent = words.broken_why;
  }

  function tab() {
    document.querySelectorAll(".md-tabs a").forEach(function (one) {
      var here = one.href === start.href + folder() + "/index.html";
      one.classList.toggle("md-tabs__link--active", here);
      if (here) one.setAttribute("aria-current", "true"); else one.removeAttribute("aria-current");
    });
  }

  Promise.all([load("told-ids"), load("lists-" + language)]).then(show).then(function (made) {
    if (!made) return;
    document.title = document.title.replace(/^.*? – /, made.querySelector("h1").textContent + " – ");
    place.replaceChildren(made);
    tab();
    if (window.hefteProfile) window.hefteProfile.show(window.hefteProfile.read());
  }).catch(broken);
})();
