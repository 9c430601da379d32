// On entries that also are told in plain words: the switch at the top, which the device remembers.
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector("[data-plain-words]");
  if (!button) return;

  function show() {
    button.setAttribute("aria-pressed", String(root.dataset.words === "plain"));
  }
  button.addEventListener("click", function () {
    if (root.dataset.words === "plain") delete root.dataset.words;
    else root.dataset.words = "plain";
    try {
      if (root.dataset.words) localStorage.setItem("hefte.words", "plain");
      else localStorage.removeItem("hefte.words");
    } catch (problem) {
      // The choice then lasts as long as the page.
    }
    show();
  });
  show();
})();
