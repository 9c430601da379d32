// The page of «Min profil»: every choice is kept at once on this device, and what it means for the walks is shown below.
(function () {
  "use strict";
  var form = document.querySelector("[data-profile-form]"), profile = window.hefteProfile;
  if (!form || !profile) return;
  var status = document.querySelector("[data-profile-status]");
  var result = document.querySelector("[data-profile-result]");
  var forget = document.querySelector("[data-profile-forget]");
  var broken = result.querySelector(".profile-broken");
  var list = document.querySelector(".profile-walks");
  var presets = Array.from(form.querySelectorAll("[data-limits]"));
  var ORDER = ["ja", "delvis", "vet-ikke", "nei"];
  var inAlphabet = Array.from(list.children);

  function chosen() {
    var limits = {};
    new FormData(form).forEach(function (value, name) {
      if (value !== "") limits[name] = Number(value);
    });
    return limits;
  }

  function fill(limits) {
    form.querySelectorAll("select").forEach(function (select) {
      select.value = name(limits, select.name);
      if (select.selectedIndex < 0) select.value = "";
    });
    form.querySelectorAll("input[type=radio]").forEach(function (radio) {
      radio.checked = radio.value === name(limits, radio.name);
    });
  }

  function name(limits, key) {
    return limits[key] === undefined ? "" : String(limits[key]);
  }

  function same(one, other) {
    var names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every(function (key) { return one[key] === other[key]; });
  }

  // The walks that fit come first; the counts stand above them.
  function sorted(counts) {
    var marked = counts && Object.keys(counts).length;
    inAlphabet.slice().sort(function (one, other) {
      return marked ? ORDER.indexOf(one.dataset.fits) - ORDER.indexOf(other.dataset.fits) : 0;
    }).forEach(function (item) { list.append(item); });
    form.querySelectorAll("[data-count]").forEach(function (place) {
      place.querySelector("b").textContent = (counts && counts[place.dataset.count]) || 0;
    });
    form.querySelector(".profile-counts").hidden = !marked;
    broken.hidden = counts !== null;
    if (!counts) status.textContent = broken.textContent.trim();
  }

  function renew(said) {
    var limits = chosen(), any = Object.keys(limits).length > 0;
    presets.forEach(function (button) {
      button.setAttribute("aria-pressed", String(any && same(limits, JSON.parse(button.dataset.limits))));
    });
    forget.disabled = !any;
    profile.show(limits, sorted);
    if (said) status.textContent = status.getAttribute("data-" + said);
  }

  function keep() {
    renew(profile.write(chosen()) ? "kept" : "forbidden");
  }

  form.addEventListener("change", keep);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  presets.forEach(function (button) {
    button.addEventListener("click", function () {
      fill(JSON.parse(button.dataset.limits));
      keep();
    });
  });
  forget.addEventListener("click", function () {
    fill({});
    renew(profile.write({}) ? "forgotten" : "forbidden");
  });
  form.hidden = false;
  fill(profile.read());
  renew();
})();
