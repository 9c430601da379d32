// The first page: what is on today and tomorrow, and how many choices there are, worked out by the device's own clock.
//   hefteSoon(data)   generator/hefte/website/soon.py; a day that the file does not have leaves the plain list of events
(function () {
  "use strict";
  var section = document.querySelector("[data-soon]");
  if (!section || !window.hefteMoments || !window.hefteCards) return;
  var ROWS = 5, TODAY = 3, JUST_BEGUN = 15;
  var words = section.dataset, element = window.hefteCards.element, now = window.hefteMoments.now(new Date());
  var english = document.documentElement.lang === "en", told = false;

  function icon(name) { return section.ownerDocument.querySelector(".soon__icons").content.querySelector("[data-icon='" + name + "'] svg").cloneNode(true); }
  function two(number) { return String(number).padStart(2, "0"); }
  function padded(minutes) { return two(Math.floor(minutes / 60) % 24) + (english ? ":" : ".") + two(minutes % 60); }
  function short(minutes) { return english || minutes % 60 ? padded(minutes).replace(/^0(?=\d\.)/, "") : String(Math.floor(minutes / 60) % 24); }

  // As the finder does: over at its end, without an end once it has begun, without hours never.
  function isOver(going) { return going[1] != null && (going[2] == null ? going[1] < now.minute : going[2] <= now.minute); }
  function sum(pairs, minute) { return pairs.reduce(function (total, pair) { return total + (pair[0] > minute ? pair[1] : 0); }, 0); }

  function count(data, ahead) {
    var saturday = ahead + 5 - now.weekday, weekend = data.weekends[Math.floor(saturday / 7)];
    var numbers = { "i-dag": data.always + sum(data.on[ahead], now.minute) };
    numbers["i-helga"] = now.weekday === 6 ? numbers["i-dag"] : data.always + sum(weekend, now.weekday === 5 ? now.minute : -1);
    document.querySelectorAll("[data-live]").forEach(function (place) {
      place.textContent = numbers[place.dataset.live];
      place.parentNode.classList.toggle("pill--zero", !numbers[place.dataset.live]);
    });
  }

  // What is still to begin goes before what has long been on; told by the hour.
  function chosen(day, most, isToday) {
    var left = isToday ? day.filter(function (going) { return !isOver(going); }) : day;
    var begun = isToday ? left.filter(function (going) { return going[1] != null && going[1] < now.minute - JUST_BEGUN; }) : [];
    var rest = left.filter(function (going) { return begun.indexOf(going) < 0; });
    var taken = rest.concat(begun).slice(0, most);
    return left.filter(function (going) { return taken.indexOf(going) >= 0; });
  }

  function item(data, level, going) {
    var row = data.rows[going[0]], cancelled = going[3], link = element("a", "", row[1]), time = element("p", "timetable__time");
    var chips = (cancelled ? [["nei", words.sayCancelled]] : []).concat(row[3] || []).slice(0, 3), title;
    link.href = row[0];
    if (row[5]) link.lang = row[5];
    if (going[1] === 0 && going[2] === 1440) time.append(words.sayAll_day);
    else if (going[1] != null) time.append(element("b", "", padded(going[1])), going[2] != null ? words.sayUntil.replace("%", short(going[2])) : "");
    title = element("div", "", element(level, "card__title", link));
    if (row[4]) title.append(element("p", "card__notice", [icon("alert-triangle"), element("span", "", row[4])]));
    if (row[2]) title.append(element("p", "card__lead", row[2]));
    if (chips.length) title.append(element("ul", "chips", chips.map(function (chip) { return window.hefteCards.chip(chip, icon); })));
    return element("li", cancelled ? "card--cancelled" : "", [time, title]);
  }

  function dateOf(day) {
    var names = document.querySelector("[data-today]").dataset, date = new Date(day * 864e5);
    return names.today.replace("{day}", names.days.split(" ")[date.getUTCDay()]).replace("{date}", date.getUTCDate()).replace("{month}", names.months.split(" ")[date.getUTCMonth()]);
  }
  function heading(ahead) {
    var date = dateOf(now.day + ahead);
    if (ahead > 1) return element("h3", "day", date);
    return element("h3", "day", [words.sayTomorrow + " ", element("span", "muted", english ? date : date.charAt(0).toLowerCase() + date.slice(1))]);
  }
  function link(className, text, href) {
    var made = element("a", className, text);
    made.href = href || "finn.html?nar=i-dag";
    return made;
  }

  function draw(data, first) {
    var head = section.querySelector(".section__head"), parts = [], left = ROWS, ahead, some;
    for (ahead = 0; left > 0 && data.days[first + ahead] && (ahead < 2 || left === ROWS); ahead++) {
      some = chosen(data.days[first + ahead], ahead ? left : TODAY, !ahead);
      left -= some.length;
      if (!ahead && !some.length) parts.push(element("p", "soon__none", [words.sayNone + " ", link("", words.sayNone_link)]));
      if (!some.length) continue;
      if (ahead) parts.push(heading(ahead));
      parts.push(element("ul", "card timetable", some.map(item.bind(null, data, ahead ? "h4" : "h3"))));
    }
    head.querySelector("h2").textContent = words.sayToday;
    head.querySelector(".more").replaceWith(link("more", [words.sayAll, icon("chevron-right")], "kalender.html"));
    section.replaceChildren.apply(section, [head].concat(parts));
    section.classList.remove("soon--bare");
    section.classList.add("soon--told");
  }

  // Without the file, or on a day that it does not have, nothing is counted; the room stays, so that nothing moves.
  addEventListener("load", function () {
    if (told) return;
    section.classList.add("soon--told");
    document.querySelectorAll("[data-live]").forEach(function (place) { place.removeAttribute("data-live"); });
  });
  window.hefteSoon = function (data) {
    var ahead = now.day - Date.parse(data.first + "T00:00Z") / 864e5;
    if (!data.on[ahead]) return;
    told = true;
    count(data, ahead);
    draw(data, ahead);
  };
})();
