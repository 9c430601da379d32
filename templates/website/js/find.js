// The plain search of finn.html: every word must begin a word of the entry; æøå may be typed as ae, o, a.
// It reads window.hefteRows = [[title, page, kind, where, introduction, other words], …].
(function () {
  "use strict";
  var place = document.querySelector("[data-search]");
  if (!place) return;
  var field = place.querySelector("input[name=q]");
  var hits = place.querySelector(".find__hits");
  var lists = place.querySelector(".find__lists");
  var rows = null;

  function fold(text) {
    return text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a").replace(/aa/g, "a").replace(/oe/g, "o")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function prepare(row) {
    return { row: row, title: " " + fold(row[0]), rest: " " + fold(row.slice(2).join(" ")).replace(/[^a-z0-9]+/g, " ") };
  }

  function score(entry, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i++) {
      if (entry.title.indexOf(" " + words[i]) >= 0) sum += 4;
      else if (entry.title.indexOf(words[i]) >= 0 && words[i].length > 2) sum += 3;
      else if (entry.rest.indexOf(" " + words[i]) >= 0) sum += 2;
      else if (entry.rest.indexOf(words[i]) >= 0 && words[i].length > 3) sum += 1;
      else return 0;
    }
    return sum;
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function shown(entry) {
    var item = element("li"), card = element("article", "card"), body = element("div", "card__body");
    var title = element("h2", "card__title"), link = element("a", "", entry.row[0]);
    link.href = entry.row[1];
    title.appendChild(link);
    body.appendChild(title);
    body.appendChild(element("p", "muted", [entry.row[2], entry.row[3]].filter(Boolean).join(" · ")));
    body.appendChild(element("p", "card__lead", entry.row[4]));
    card.appendChild(body);
    item.appendChild(card);
    return item;
  }

  function search() {
    var words = fold(field.value).split(/[^a-z0-9]+/).filter(Boolean);
    hits.textContent = "";
    hits.hidden = !words.length;
    lists.hidden = false;
    if (!words.length || !rows) return;
    var found = rows.map(function (entry) { return [score(entry, words), entry]; })
      .filter(function (pair) { return pair[0] > 0; })
      .sort(function (a, b) { return b[0] - a[0]; });
    var key = found.length === 0 ? "none" : found.length === 1 ? "one" : "many";
    hits.appendChild(element("h2", "", place.getAttribute("data-" + key).replace("%", found.length)));
    var list = element("ul", "cards cards--grid");
    found.slice(0, 60).forEach(function (pair) { list.appendChild(shown(pair[1])); });
    hits.appendChild(list);
    lists.hidden = found.length > 0;
  }

  function loaded() {
    if (!window.hefteRows) return broken();
    rows = window.hefteRows.map(prepare);
    search();
  }

  function broken() {
    hits.hidden = false;
    hits.textContent = place.getAttribute("data-broken");
  }

  field.value = new URLSearchParams(location.search).get("q") || field.value;
  field.addEventListener("input", search);
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "?q=" + encodeURIComponent(field.value));
    search();
  });
  var script = document.createElement("script");
  script.src = place.getAttribute("data-search");
  script.onload = loaded;
  script.onerror = broken;
  document.head.appendChild(script);
})();
