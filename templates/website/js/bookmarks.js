// A bookmark on every card and page of an entry; the list stays on the reader's own device, and utvalg.html shows it.
//   hefteShortlist.ids()      ["turer/strandpromenaden", …], in the reader's order
//   hefteShortlist.keep(ids)  false where nothing can be kept: then the list lasts as long as the page
//   hefteShortlist.keeps()    whether this device keeps anything
//   hefteShortlist.onchange   called when the list is another, here or in another tab
(function () {
  "use strict";
  var link = document.querySelector(".md-shortlist");
  if (!link) return;
  var KEY = "hefte.shortlist " + new URL("..", document.currentScript.src).pathname;
  var ID = /(?:^|\/)((?:aktiviteter|arrangementer|grupper|organisasjoner|steder|turer)\/(?!index\b)[a-z\d-]+)(?:\.html)?(?:[?#]|$)/;
  var words = link.dataset, count = link.querySelector("b"), page = link.getAttribute("href"), memory = null;

  function idOf(address) {
    var found = ID.exec(address);
    return found ? found[1] : "";
  }

  function ids() {
    var kept = memory;
    try {
      if (!kept) kept = localStorage.getItem(KEY);
    } catch (problem) {
      // Storage is forbidden: there is what this page remembers.
    }
    return (kept || "").split(" ").filter(idOf);
  }

  function keep(list) {
    var text = list.join(" ");
    try {
      localStorage.setItem(KEY, text);
      memory = null;
    } catch (problem) {
      memory = text || " ";
    }
    show();
    return memory === null;
  }

  function keeps() {
    try {
      localStorage.setItem(KEY, localStorage.getItem(KEY) || "");
      return true;
    } catch (problem) {
      return false;
    }
  }

  function show() {
    var list = ids();
    document.querySelectorAll(".save").forEach(function (button) {
      var saved = list.indexOf(button.dataset.id) >= 0, word = button.querySelector("span");
      button.setAttribute("aria-pressed", String(saved));
      if (word) word.textContent = saved ? words.saved : words.save;
    });
    count.textContent = list.length;
    count.hidden = !list.length;
    // What cannot be kept goes along in the address.
    link.setAttribute("href", page + (memory === null ? "" : "#" + list.join(",")));
    if (window.hefteShortlist.onchange) window.hefteShortlist.onchange();
  }

  function button(id, title) {
    var made = document.createElement("button"), word = document.createElement("span");
    made.type = "button";
    made.className = "save";
    made.dataset.id = id;
    made.append(link.querySelector("svg").cloneNode(true));
    if (title) made.setAttribute("aria-label", words.save + ": " + title);
    else made.append(word);
    return made;
  }

  // The page of an entry comes with its own, but for one that is drawn without coverage; cards get theirs as they are drawn.
  function furnish() {
    var actions = document.querySelector(".entry > .actions:not(:has(> .save))"), own = idOf(location.pathname);
    var added = Boolean(actions && own);
    if (added) actions.append(button(own));
    document.querySelectorAll("main .card__title a:not([data-own])").forEach(function (title) {
      var place = title.closest("article, li"), id = place && (place.dataset.id || idOf(title.href));
      title.dataset.own = "";
      if (!id || title.closest("[data-no-save]")) return;
      place.append(button(id, title.textContent));
      added = true;
    });
    if (added) show();
  }

  // Said beside what was pressed.
  function sorry(pressed) {
    var note = document.querySelector(".save__note") || document.createElement("p");
    note.className = "save__note";
    note.setAttribute("role", "alert");
    note.textContent = words.notKept;
    pressed.after(note);
  }

  window.hefteShortlist = { ids: ids, keep: keep, keeps: keeps, idOf: idOf };
  document.addEventListener("click", function (event) {
    var pressed = event.target.closest(".save"), id = pressed && pressed.dataset.id, list = ids();
    if (!pressed) return;
    if (!keep(list.indexOf(id) < 0 ? list.concat(id) : list.filter(function (one) { return one !== id; }))) sorry(pressed);
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  furnish();
  show();
  new MutationObserver(furnish).observe(document.querySelector("main"), { childList: true, subtree: true });
})();
