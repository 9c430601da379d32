// Draws the card of an entry from its row, with the same markup as the macro `card` in macros.html.
// A row is [page, title, lead, lines, chips, icon, colour, picture, cancelled, notice, languages]; what is empty at the end is left out.
//   hefteCards.chip([status, words, icon], icon)         a chip within its list
//   hefteCards.draw(row, {icon, assets, marks, when, away})   icon(name) gives a picture; marks(text) what to mark; when and away go into the lines
(function () {
  "use strict";
  var STATUS = { ja: "check", delvis: "tilde", nei: "x", "vet-ikke": "question-mark", info: "info-circle" };

  function element(tag, className, inside) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    [].concat(inside || []).forEach(function (one) { made.append(one); });
    return made;
  }

  function marked(text, marks) {
    var from = 0, pieces = [];
    (marks ? marks(text) : []).forEach(function (range) {
      pieces.push(text.slice(from, range[0]), element("mark", "", text.slice(range[0], range[1])));
      from = range[1];
    });
    return pieces.concat(text.slice(from));
  }

  function spoken(made, language) {
    if (language) made.lang = language;
    return made;
  }

  // A line's icon tells what it is: the clock gives way to the next time, the pin is followed by how far it is.
  function line(row, show) {
    var bold = row[1], plain = row[2], inside = element("span");
    if (row[0] === "clock" && show.when) { bold = show.when; plain = ""; }
    if (bold) inside.append(element("b", "", marked(bold, show.marks)));
    inside.append.apply(inside, marked(plain, show.marks));
    if (row[0] === "map-pin" && show.away) inside.append(" · " + show.away);
    return element("li", "", [show.icon(row[0]), inside]);
  }

  function chip(row, icon) {
    return element("li", "", element("span", "chip chip--" + row[0], [icon(row[2] || STATUS[row[0]]), row[1]]));
  }

  function body(row, show) {
    var link = element("a", "", marked(row[1], show.marks)), languages = row[10] || [];
    link.href = row[0];
    var inside = element("div", "card__body", spoken(element("h3", "card__title", link), languages[0]));
    if (row[9]) inside.append(element("p", "card__notice", [show.icon("alert-triangle"), element("span", "", row[9])]));
    if (row[2]) inside.append(spoken(element("p", "card__lead", marked(row[2], show.marks)), languages[1]));
    if (row[3] && row[3].length) inside.append(element("ul", "card__lines", row[3].map(function (one) { return line(one, show); })));
    if (row[4] && row[4].length) inside.append(element("ul", "chips", row[4].map(function (one) { return chip(one, show.icon); })));
    return inside;
  }

  function picture(path) {
    var made = element("img", "card__picture");
    made.alt = "";
    made.width = 640;
    made.height = 236;
    made.loading = "lazy";
    made.src = path;
    return made;
  }

  function draw(row, show) {
    var card = element("article", "card" + (row[5] ? " card--pictogram" : "") + (row[8] ? " card--cancelled" : ""));
    card.dataset.id = row[0].replace(/\.html$/, "");
    if (row[7]) card.append(picture(show.assets + row[7]));
    if (row[5]) card.append(element("span", "pictogram farge-" + row[6], show.icon(row[5])));
    card.append(body(row, show));
    return card;
  }

  window.hefteCards = { draw: draw, element: element, chip: chip };
})();
