// Before the first paint: says that scripts run, and sets the theme and the words the reader chose; nothing flashes.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var theme = localStorage.getItem("hefte.theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    if (localStorage.getItem("hefte.words") === "plain") root.dataset.words = "plain";
  } catch (problem) {
    // A browser that keeps nothing follows the device.
  }
})();
