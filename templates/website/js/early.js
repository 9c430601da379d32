// Before the first paint: says that scripts run, and sets the theme and the words the reader chose; nothing flashes.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  if (!navigator.share) root.classList.add("no-share");
  // The first paint waits until the whole page is read: a page that is drawn by halves moves what it has drawn.
  var end = document.createElement("link");
  end.rel = "expect";
  end.href = "#slutt";
  end.blocking = "render";
  document.head.appendChild(end);
  // The finder keeps room for what an address asks for, so that nothing moves when it comes.
  if (/[?#].*=/.test(location.href)) root.classList.add("asked");
  if (/[?#&](?!q=|sorter=)[\w-]+=/.test(location.href)) root.classList.add("chosen");
  // A page whose own script does not come shows what it has without it.
  addEventListener("error", function (event) {
    if (event.target.tagName === "SCRIPT" && "needed" in event.target.dataset) root.classList.add("script-missing");
  }, true);
  // Over the net the fonts are fetched beside the style sheet; one that is late is left for the next page (css/base.css).
  if (location.protocol !== "file:") {
    var here = document.currentScript.src.replace(/[^/]*$/, "fonts/");
    root.classList.add("steady");
    if (window.caches) root.classList.add("keeps");
    ["atkinson-hyperlegible-next-400", "atkinson-hyperlegible-next-600", "fraunces-700", "fraunces-600"].forEach(function (name) {
      var link = document.createElement("link");
      link.rel = "preload";
      link.as = "font";
      link.crossOrigin = "";
      link.href = here + name + ".woff2";
      document.head.appendChild(link);
    });
  }
  try {
    var theme = localStorage.getItem("hefte.theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    if (localStorage.getItem("hefte.words") === "plain") root.dataset.words = "plain";
    if (localStorage.getItem("hefte.profile")) root.classList.add("mine");
  } catch (problem) {
    // A browser that keeps nothing follows the device.
  }
})();
