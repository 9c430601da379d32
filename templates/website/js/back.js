// Going to an entry and back: where among the hits the reader was, kept in this tab, for browsers that draw the page anew.
//   hefteBack.found()    {shown, at, top, here, suggested} where the browser goes back to this address or loads it again, else null
//   hefteBack.keep(ask)  ask() is kept when the page is left
(function () {
  "use strict";
  var KEY = "hefte.back " + location.pathname;

  function isBack() {
    var how = performance.getEntriesByType("navigation")[0];
    return Boolean(how) && (how.type === "back_forward" || how.type === "reload");
  }

  function found() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEY));
      return isBack() && kept && kept.address === location.href ? kept : null;
    } catch (problem) {
      return null;
    }
  }

  function keep(ask) {
    addEventListener("pagehide", function () {
      try {
        sessionStorage.setItem(KEY, JSON.stringify(Object.assign(ask(), { address: location.href })));
      } catch (problem) {
        // The page then begins at its top.
      }
    });
  }

  window.hefteBack = { found: found, keep: keep };
})();
