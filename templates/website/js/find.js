// The search field of finn.html: hits while you type, with what was meant marked; search.js does the looking up.
// A row is [title, page, kind, where, introduction]; rows come in files of 500, fetched when one of them is shown.
(function () {
  "use strict";
  var place = document.querySelector("[data-index]");
  if (!place || !window.hefteSearch) return;
  var SHOWN = 60, ROWS_A_FILE = 500;
  var field = place.querySelector("input[name=q]");
  var hits = place.querySelector(".find__hits");
  var status = hits.querySelector("[role=status]");
  var list = hits.querySelector("ul");
  var lists = place.querySelector(".find__lists");
  var files = {}, ready = false;

  window.hefteRows = function (file) {
    files[file.number] = file.rows;
  };

  // The row, or undefined until its file has come.
  function rowOf(number) {
    var file = Math.floor(number / ROWS_A_FILE);
    if (files[file] === undefined) fetchRows(file);
    return files[file] && files[file][number % ROWS_A_FILE];
  }

  function fetchRows(file) {
    var script = document.createElement("script");
    files[file] = null;
    script.src = place.dataset.rows + "-" + file + ".js";
    script.onload = search;
    script.onerror = broken;
    document.head.appendChild(script);
  }

  function element(tag, className, inside) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    [].concat(inside || []).forEach(function (one) { made.append(one); });
    return made;
  }

  function marked(text, hit) {
    var from = 0, pieces = [];
    hit.marks(text).forEach(function (range) {
      pieces.push(text.slice(from, range[0]), element("mark", "", text.slice(range[0], range[1])));
      from = range[1];
    });
    return pieces.concat(text.slice(from));
  }

  function shown(hit, row) {
    var link = element("a", "", marked(row[0], hit));
    link.href = row[1];
    return element("li", "", element("article", "card", element("div", "card__body", [
      element("h3", "card__title", link),
      element("p", "muted", [row[2], row[3]].filter(Boolean).join(" · ")),
      element("p", "card__lead", marked(row[4], hit))
    ])));
  }

  function search() {
    var typed = field.value.trim(), found, cards;
    hits.hidden = !typed;
    lists.hidden = false;
    if (!typed || !ready) return;
    found = window.hefteSearch.find(typed, search);
    if (found === null) return;
    cards = found.slice(0, SHOWN).map(function (hit) {
      var row = rowOf(hit.row);
      return row ? shown(hit, row) : null;
    });
    if (cards.indexOf(null) >= 0) return;
    status.textContent = place.getAttribute("data-" + (found.length ? found.length === 1 ? "one" : "many" : "none")).replace("%", found.length);
    list.replaceChildren.apply(list, cards);
    lists.hidden = found.length > 0;
  }

  function broken() {
    hits.hidden = false;
    lists.hidden = false;
    status.textContent = place.dataset.broken;
    list.replaceChildren();
  }

  function keep() {
    try {
      history.replaceState(null, "", field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname);
    } catch (problem) {
      // A page from a file may not rename itself in every browser.
    }
  }

  // Down and up move between the field and the hits; Escape goes back to the field, and there empties it.
  function move(event) {
    var links = Array.from(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && (at >= 0 || field.value)) {
      if (at < 0) { field.value = ""; search(); keep(); }
      field.focus();
    } else if (event.key === "ArrowDown" && at + 1 < links.length && (at >= 0 || event.target === field)) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || field).focus();
    else return;
    event.preventDefault();
  }

  field.value = new URLSearchParams(location.search).get("q") || field.value;
  field.addEventListener("input", search);
  field.addEventListener("change", keep);
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    keep();
    search();
  });
  place.addEventListener("keydown", move);
  window.hefteSearch.load(place.dataset.index, function (problem) {
    ready = !problem;
    if (problem) broken(); else search();
  });
})();
