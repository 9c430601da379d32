// On every page: light or dark, sharing, printing, the other languages, the device's own map, and today's date.
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function keep(theme) {
    root.dataset.theme = theme;
    try {
      localStorage.setItem("hefte.theme", theme);
    } catch (problem) {
      // The choice then lasts as long as the page.
    }
  }

  document.querySelectorAll("[data-theme-switch]").forEach(function (button) {
    function show() {
      button.setAttribute("aria-pressed", String(isDark()));
    }
    button.addEventListener("click", function () {
      keep(isDark() ? "light" : "dark");
      show();
    });
    dark.addEventListener("change", show);
    show();
  });

  // What only a script can do is hidden until there is one.
  document.querySelectorAll("[data-share]").forEach(function (button) {
    button.hidden = !navigator.share;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: location.href }).catch(function () {});
    });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      print();
    });
  });

  // Another language keeps what was searched for and where on the page one was.
  document.querySelectorAll("a[hreflang]").forEach(function (link) {
    link.addEventListener("click", function () {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  });

  // A place opens in the device's own map; other machines keep the link that works everywhere.
  var device = /Android/.test(navigator.userAgent) ? "android" : /iPhone|iPad|Macintosh/.test(navigator.userAgent) ? "apple" : "";
  document.querySelectorAll("[data-android]").forEach(function (link) {
    if (device) link.href = link.dataset[device];
  });

  // «Lørdag 21. november»: the names of days and months come with the page, as not every browser knows nynorsk.
  document.querySelectorAll("[data-today]").forEach(function (line) {
    var today = new Date();
    line.textContent = line.dataset.today
      .replace("{day}", line.dataset.days.split(" ")[today.getDay()])
      .replace("{date}", today.getDate())
      .replace("{month}", line.dataset.months.split(" ")[today.getMonth()]);
    line.hidden = false;
  });
})();
