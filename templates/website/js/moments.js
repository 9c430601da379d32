// What is on now, today and this weekend, worked out on the reader's device in the time of Oslo from the days that the table ships.
//   hefteMoments.now(new Date())          {day: days since 1970, minute: minutes after midnight, weekday: 0 is Monday} in Oslo
//   hefteMoments.days(text, first)        the days of a run, as numbers; partsOf(start, end) and isOver(start, end, minute) of a time
//   hefteMoments.read(data, now)          {column: the filter of time, next(row): {day, start, end} from today, or null}
(function () {
  "use strict";
  var PARTS = ["formiddag", "ettermiddag", "kveld", "vet-ikke"], NOON = 720, EVENING = 1020, MIDNIGHT = 1440;
  var ALL_DAYS = (1 << 28) - 1, NOW = 1 << 28, UNKNOWN = 1 << 29, ALWAYS = 1 << 30;
  var WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"];
  var NEAR = ["na", "i-dag", "i-morgen", "i-helga", "alltid", "vet-ikke"];

  function now(date) {
    var parts = {};
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Oslo", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" })
      .formatToParts(date).forEach(function (part) { parts[part.type] = Number(part.value); });
    var day = Date.UTC(parts.year, parts.month - 1, parts.day) / 864e5;
    return { day: day, minute: parts.hour * 60 + parts.minute, weekday: (day + 3) % 7 };
  }

  // «2 7*40 14»: the first after two days, forty more a week apart, one after a fortnight.
  function days(text, first) {
    var found = [], at = first;
    text.split(" ").forEach(function (run) {
      var step = run.split("*"), times = Number(step[1] || 1);
      while (times--) found.push((at += Number(step[0])));
    });
    return found;
  }

  // The parts of a day that lie between two hours, as bits; the last is «nobody has said the hour».
  function partsOf(start, end) {
    if (start === undefined) return 8;
    end = end === undefined ? start + 1 : end;
    return (start < NOON ? 1 : 0) | (start < EVENING && end > NOON ? 2 : 0) | (end > EVENING ? 4 : 0);
  }

  // Whether a time today is over; one without an end is so once it has begun, one without hours never.
  function isOver(start, end, minute) {
    return start !== undefined && (end === undefined ? start < minute : end <= minute);
  }

  // One timetable: which parts of which of the coming seven days, which weekdays at all, and the next time.
  function summed(timetable, lists, now) {
    var sum = { near: 0, weekly: 0, next: null };
    if (timetable[0] & 1) return { near: ALL_DAYS | NOW | ALWAYS, weekly: ALL_DAYS, next: { day: now.day, always: true } };
    if (timetable[0] & 2) sum.near |= UNKNOWN;
    timetable.slice(1).forEach(function (slot) { addSlot(sum, lists[slot[0]], slot[1], slot[2], now); });
    return sum;
  }
  function addSlot(sum, list, start, end, now) {
    var parts = partsOf(start, end), ahead, i;
    for (i = 0; i < list.length; i++) {
      ahead = list[i] - now.day;
      if (ahead === -1 && end > MIDNIGHT && now.minute < end - MIDNIGHT) sum.near |= NOW;
      if (ahead < 0 || ahead === 0 && isOver(start, end, now.minute)) continue;
      if (ahead === 0 && start <= now.minute && now.minute < end) sum.near |= NOW;
      if (ahead < 7) sum.near |= parts << (ahead * 4);
      sum.weekly |= parts << ((list[i] + 3) % 7 * 4);
      if (!sum.next || list[i] < sum.next.day || list[i] === sum.next.day && (start || 0) < (sum.next.start || 0)) sum.next = { day: list[i], start: start, end: end };
    }
  }

  // The days ahead that a choice means: today, tomorrow, Saturday and Sunday to come.
  function daysOf(choice, weekday) {
    if (choice === "i-dag") return [0];
    if (choice === "i-morgen") return [1];
    if (choice === "i-helga") return weekday === 6 ? [0] : [5 - weekday, 6 - weekday];
    return [];
  }

  function wanted(chosen, now) {
    var parts = (chosen.tid || PARTS).reduce(function (sum, code) { return sum | 1 << PARTS.indexOf(code); }, 0);
    var weekdays = (chosen.dag || WEEKDAYS).map(function (number) { return number - 1; });
    var near = 0, weekly = 0;
    (chosen.nar || []).forEach(function (choice) {
      daysOf(choice, now.weekday).forEach(function (ahead) {
        if (weekdays.indexOf((now.weekday + ahead) % 7) >= 0) near |= parts << (ahead * 4);
      });
      if (choice === "na" && weekdays.indexOf(now.weekday) >= 0) near |= NOW;
      if (choice === "vet-ikke") near |= UNKNOWN;
      if (choice === "alltid") near |= ALWAYS;
    });
    if (!chosen.nar) weekdays.forEach(function (weekday) { weekly |= parts << (weekday * 4); });
    return { near: near, weekly: weekly };
  }

  function read(data, now) {
    var first = Date.parse(data.first + "T00:00Z") / 864e5;
    var lists = data.times.days.map(function (text) { return days(text, first); });
    var sums = data.times.distinct.map(function (timetable) { return summed(timetable, lists, now); });
    var row = window.hefteFacets.numbers(data.times.rows, data.rows, sums.length);
    function passes(chosen) {
      var want = wanted(chosen, now);
      return sums.map(function (sum) { return (sum.near & want.near) !== 0 || (sum.weekly & want.weekly) !== 0; });
    }
    function count(found, chosen, code, option) {
      var other = { nar: chosen.nar, dag: chosen.dag, tid: chosen.tid };
      other[code] = [option];
      return passes(other).reduce(function (total, may, number) { return total + (may ? found[number] : 0); }, 0);
    }
    return {
      next: function (number) { return sums[row[number]].next; },
      column: {
        size: sums.length,
        row: row,
        passes: passes,
        count: function (found, chosen) {
          return {
            nar: NEAR.map(function (option) { return count(found, chosen, "nar", option); }),
            dag: WEEKDAYS.map(function (option) { return count(found, chosen, "dag", option); }),
            tid: PARTS.map(function (option) { return count(found, chosen, "tid", option); })
          };
        }
      },
      options: { nar: NEAR, dag: WEEKDAYS, tid: PARTS }
    };
  }

  window.hefteMoments = { now: now, read: read, days: days, partsOf: partsOf, isOver: isOver };
})();
