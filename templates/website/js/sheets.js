// The paper of utvalg.html: sheets for the meeting with at most three proposals, and boards of six pictures.
// hefteSheets(rows, page): page has the parts, the data, and say, make and drawn of shortlist.js. Nothing is said of a person.
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg", words = {}, page, data, say, make;

  window.hefteSheets = function (rows, given) {
    page = given; data = given.data; say = given.say; make = given.make;
    boards(rows);
    sheets(rows);
  };

  // As many of three as have room: a sheet that grows beyond its paper gives its last one to the next.
  function sheets(rows) {
    var made = [], items = rows.map(item), title = titled(rows.length), sheet = null, paper = 0, list;
    page.part.sheets.replaceChildren();
    items.forEach(function (one) {
      if (!sheet || list.children.length === 3) begin();
      list.append(one);
      if (list.children.length > 1 && sheet.offsetHeight > paper) {
        begin();
        list.append(one);
      }
    });
    made.forEach(function (one, at) {
      if (made.length > 1) one.querySelector('[data-slot="date"]').textContent += " · " + say("sheet-page", at + 1, made.length);
    });

    function begin() {
      sheet = make("sheet", { title: title, date: today(), items: " ", printed: say("sheet-printed", today()) });
      list = sheet.querySelector("ol");
      list.replaceChildren();
      page.part.sheets.append(sheet);
      paper = sheet.offsetHeight + 1;
      made.push(sheet);
    }
  }

  function titled(number) {
    return say("sheet-title-" + (["", "one", "two", "three"][number] || "many"), number);
  }

  function today() {
    var now = new Date();
    return say("sheet-date", now.getDate(), data.months.split(" ")[now.getMonth()]).replace("%3", now.getFullYear());
  }

  function item(row, at) {
    var made = make("item", {
      number: String(at + 1),
      title: row.title,
      notice: noticed(row),
      facts: facts(row),
      code: code(row),
      more: Boolean(code(row)),
      chips: (row.chips || []).slice(0, 2).map(status),
      checked: row.checked
    });
    picture(made.querySelector(".item__picture"), row);
    return made;
  }

  // What is said of closed, paused and called off, also where the chip alone tells it: nobody shall tick a picture in vain.
  function noticed(row) {
    var told = (row.notices || []).map(function (one) { return one[1]; }).join(" ");
    return told || (row.cancelled && row.chips ? row.chips[0][1] : "");
  }

  function picture(place, row) {
    var image;
    if (row.picture) {
      image = document.createElement("img");
      image.src = data.assets + row.picture;
      image.alt = "";
      place.replaceChildren(image);
    } else {
      page.drawn(place, row.icon || "walk").classList.add("farge-" + (row.colour || "gran"));
    }
  }

  function facts(row) {
    var walk = row.id.indexOf("turer/") === 0, when = named(row, "when", "opening_hours"), price = named(row, "price");
    var unknown = ["", "", say("sheet-unknown"), ""];
    return [
      !when && walk && row.notices ? null : fact("sheet-when", when || (walk ? ["", "", say("sheet-when-you-like"), ""] : unknown)),
      fact("sheet-where", named(row, "place", "start", "base", "visiting_address") || unknown),
      fact("sheet-way", named(row, "transport") || named(row, "parking") || unknown),
      fact("sheet-phone", phone(row)),
      price || !walk ? fact("sheet-price", price || unknown, price && price[1]) : null
    ].filter(Boolean);
  }

  function named(row) {
    var names = Array.prototype.slice.call(arguments, 1);
    return (row.facts || []).filter(function (one) { return names.indexOf(one[0]) >= 0; })[0];
  }

  function phone(row) {
    var contact = row.contact || {}, first = named(row, "sign_up");
    var more = [contact.role, first && first[1] + ": " + first[2].toLowerCase()].filter(Boolean);
    return ["", "", contact.phone || contact.email || say("sheet-unknown"), contact.unsure ? "unsure" : ""].concat(more);
  }

  function fact(name, told, label) {
    var unsure = told[3] === "unsure" ? " (" + say("unsure") + ")" : "";
    return make("fact", { label: label || say(name), answer: told[2] + unsure, more: told.slice(4, name === "sheet-phone" ? 6 : 5).join(". ") });
  }

  function status(one) {
    var made = document.createElement("li"), marks = { ja: "✓", delvis: "~", nei: "✕" };
    made.textContent = (marks[one[0]] || "?") + " " + one[1];
    return made;
  }

  // The way to the entry's own page, for a phone's camera; only a site that knows its address has one.
  function code(row) {
    var found = data.home && window.hefteQr && window.hefteQr(data.home + row.id + ".html");
    return found ? squares(found) : "";
  }

  function squares(found) {
    var svg = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path"), way = "";
    found.forEach(function (line, y) {
      line.forEach(function (dark, x) { if (dark) way += "M" + x + " " + y + "h1v1h-1z"; });
    });
    path.setAttribute("d", way);
    svg.setAttribute("viewBox", "0 0 " + found.length + " " + found.length);
    svg.append(path);
    return svg;
  }

  // Six pictures a board; the word under each may be another, and stays so as long as the page is open.
  function boards(rows) {
    var made = [];
    rows.forEach(function (row, at) {
      if (at % 6 === 0) made.push([]);
      made[made.length - 1].push(choice(row));
    });
    page.part.boards.replaceChildren.apply(page.part.boards, made.map(function (six) { return make("board", { choices: six }); }));
  }

  function choice(row) {
    var made = make("choice", { word: words[row.id] || row.word || row.title, notice: noticed(row), band: Boolean(noticed(row)) }), word = made.querySelector(".choice__word");
    picture(made.querySelector(".choice__picture"), row);
    made.classList.add("farge-" + (row.colour || "gran"));
    word.setAttribute("aria-label", say("pictures-word") + ": " + row.title);
    word.addEventListener("input", function () { words[row.id] = word.textContent; });
    return made;
  }
})();
