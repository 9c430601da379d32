// On entries with hours: the next times, worked out on the reader's own device, and each as a file for its calendar.
(function () {
  "use strict";
  var box = document.querySelector("[data-times]");
  if (!box) return;
  var words = box.dataset;
  var entry = JSON.parse(words.times);
  var DAY = 864e5, AHEAD = 400, SHOWN = 4;

  // Days are numbers since 1970, so that no clock change can move them.
  function number(iso) {
    var parts = iso.split("-").map(Number);
    return Date.UTC(parts[0], parts[1] - 1, parts[2]) / DAY;
  }
  function iso(day) {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }
  function weekday(day) {
    return ((day + 3) % 7) + 1;
  }
  function weekOfYear(day) {
    var thursday = day - weekday(day) + 4;
    var year = new Date(thursday * DAY).getUTCFullYear();
    return 1 + Math.floor((thursday - Date.UTC(year, 0, 1) / DAY) / 7);
  }
  function spanOf(day, spans) {
    return (spans || []).find(function (span) {
      return iso(day) >= span[0] && iso(day) <= span[1];
    });
  }
  function within(day, spans) {
    return Boolean(spanOf(day, spans));
  }
  function isNth(day, nth) {
    var date = new Date(day * DAY).getUTCDate();
    var days = new Date(new Date(day * DAY).setUTCMonth(new Date(day * DAY).getUTCMonth() + 1, 0)).getUTCDate();
    return nth < 0 ? date + 7 > days : Math.ceil(date / 7) === nth;
  }

  // Whether the row's rule names the day, whatever is cancelled.
  function byRule(row, day) {
    if (!row.days || row.days.indexOf(weekday(day)) < 0) return false;
    if ((row.first && iso(day) < row.first) || (row.last && iso(day) > row.last)) return false;
    if (row.parity && (weekOfYear(day) % 2 === 0) !== (row.parity === "even")) return false;
    if (row.nth && !isNth(day, row.nth)) return false;
    if (!row.weeks) return true;
    var begun = number(row.first);
    return ((day - weekday(day) - begun + weekday(begun)) / 7) % row.weeks === 0;
  }
  function isOn(row, day) {
    return (row.also || []).indexOf(iso(day)) >= 0 || (byRule(row, day) && !within(day, row.not));
  }

  var now = new Date();
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  var clock = ("0" + now.getHours()).slice(-2) + ":" + ("0" + now.getMinutes()).slice(-2);

  function isPast(row, day) {
    var last = row.until ? number(row.until) : day;
    return last < today || (last === today && (row.to || row.from) <= clock && (row.to || "24") > row.from);
  }
  function upcoming(most) {
    var found = [];
    for (var day = today - 31; day < today + AHEAD && found.length < most; day += 1) {
      entry.rows.forEach(function (row) {
        if (isOn(row, day) && !isPast(row, day)) found.push({ row: row, day: day, off: spanOf(day, row.off) });
      });
    }
    return found.sort(function (one, other) {
      return one.day - other.day || (one.row.from < other.row.from ? -1 : 1);
    });
  }

  function told(one) {
    var date = new Date(one.day * DAY);
    var name = { 0: words.thisDay, 1: words.nextDay }[one.day - today];
    return name || words.date
      .replace("{day}", words.days.split(" ")[date.getUTCDay()])
      .replace("{date}", date.getUTCDate())
      .replace("{month}", words.months.split(" ")[date.getUTCMonth()]);
  }
  function what(one) {
    return one.row.what ? ": " + one.row.what : "";
  }
  function inFull(one) {
    return told(one) + " " + one.row.told + what(one);
  }
  // Where every day has the same hours, they stand among the facts.
  var alike = entry.rows.every(function (row) { return row.told === entry.rows[0].told; });

  // RFC 5545: lines of at most 75 bytes, ended by CR and LF.
  function folded(line) {
    var out = "", bytes = 0;
    Array.from(line).forEach(function (sign) {
      var size = unescape(encodeURIComponent(sign)).length;
      if (bytes + size > 73) { out += "\r\n "; bytes = 1; }
      out += sign;
      bytes += size;
    });
    return out;
  }
  function escaped(text) {
    return text.replace(/([\\;,])/g, "\\$1").replace(/\r?\n/g, "\\n");
  }
  function stamp(day, hour) {
    return iso(day).replace(/-/g, "") + "T" + hour.replace(":", "") + "00";
  }
  function endOf(row, day) {
    var last = row.until ? number(row.until) : day + (row.to < row.from ? 1 : 0);
    return row.to ? ["DTEND;TZID=Europe/Oslo:" + stamp(last, row.to)] : [];
  }
  // The same as in the calendars that phones follow, where the day stands there by itself.
  function uid(row, day) {
    return (row.n === undefined ? "" : iso(day) + "-" + row.n + "-") + entry.id;
  }
  function happening(row, day) {
    var where = row.where || entry.where;
    return ["BEGIN:VEVENT", "UID:" + uid(row, day),
      "DTSTAMP:" + now.toISOString().replace(/[-:]|\.\d+/g, ""),
      "DTSTART;TZID=Europe/Oslo:" + stamp(day, row.from)].concat(endOf(row, day),
      ["SUMMARY:" + escaped(entry.title + (row.what ? ": " + row.what : ""))],
      where ? ["LOCATION:" + escaped(where)] : [],
      entry.at && !row.where ? ["GEO:" + entry.at] : [],
      ["DESCRIPTION:" + escaped([entry.lead, entry.link].filter(Boolean).join("\n\n"))],
      entry.link ? ["URL:" + entry.link] : [], ["END:VEVENT"]);
  }

  var ZONE = "BEGIN:VTIMEZONE|TZID:Europe/Oslo|BEGIN:DAYLIGHT|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|TZNAME:CEST|" +
    "DTSTART:19810329T020000|RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU|END:DAYLIGHT|BEGIN:STANDARD|" +
    "TZOFFSETFROM:+0200|TZOFFSETTO:+0100|TZNAME:CET|DTSTART:19961027T030000|" +
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU|END:STANDARD|END:VTIMEZONE";

  function save(lines) {
    var text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hefte//Hefte//NO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
      .concat(ZONE.split("|"), lines, ["END:VCALENDAR", ""]).map(folded).join("\r\n");
    // With this type an iPhone shows the event with «Legg til»; Android hands the file to the calendar.
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    link.download = entry.id.split("@")[0] + ".ics";
    document.body.appendChild(link).click();
    link.remove();
    setTimeout(URL.revokeObjectURL, 60000, link.href);
  }

  var found = upcoming(400);
  var first = found.find(function (one) { return !one.off; });
  var next = document.querySelector("[data-next]");
  if (next) next.textContent = first ? inFull(first) : words.never;
  var buttons = document.querySelectorAll("[data-calendar]");
  box.classList.add("coming--told");
  if (!first) {
    buttons.forEach(function (button) { button.hidden = true; });
    return;
  }

  var heading = box.querySelector("h2");
  if (found.length >= SHOWN) heading.textContent = words.four;
  var patterns = box.querySelector("template").content.children;
  found.slice(0, SHOWN).forEach(function (one) {
    var line = patterns[!one.off ? 0 : one.off[2] ? 2 : 1].cloneNode(true);
    var beside = one.off ? "" : one.row.changed || (entry.unsure || {})[iso(one.day)];
    line.firstChild.textContent = alike ? told(one) + what(one) : inFull(one);
    if (beside) line.firstChild.appendChild(document.createElement("span")).textContent = beside;
    if (beside) line.firstChild.lastChild.className = "changed";
    box.querySelector("ul").appendChild(line);
    if (one.off) {
      // A third word tells where it has gone; without one it is called off.
      if (one.off[2]) line.lastChild.append(one.off[2]);
      return;
    }
    var button = line.lastChild;
    button.setAttribute("aria-label", words.add + ": " + inFull(one));
    button.addEventListener("click", function () {
      save(happening(one.row, one.day));
    });
  });
  box.hidden = !next;
})();
