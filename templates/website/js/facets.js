// Filters and counts on the reader's own device: the other half of generator/hefte/finder. Touches neither page nor clock.
//   var table = hefteFacets.read(data)                  a column per filter, as hefteTable was handed it
//   table.put(code, column)                             a column worked out here: times, distances
//   table.look({pris: ["gratis"]}, rows)                {passes, number, counts: {pris: [4, 9, …]}}; rows: null, or 1 for each row that was searched out
(function () {
  "use strict";

  // The numbers of a column: text with so many digits of base 36 a row; no text where all rows are the first.
  function numbers(text, rows, distinct) {
    var found = new Uint16Array(rows), width = Math.max(distinct - 1, 0).toString(36).length, value, i, j, code;
    if (!text) return found;
    for (i = 0; i < rows; i++) {
      for (value = 0, j = i * width; j < (i + 1) * width; j++) {
        code = text.charCodeAt(j);
        value = value * 36 + (code > 57 ? code - 87 : code - 48);
      }
      found[i] = value;
    }
    return found;
  }

  // A filter whose choices are lists of places: what occurs passes when it has one of the chosen.
  function plain(facet, rows) {
    return {
      options: facet.options,
      size: facet.distinct.length,
      row: numbers(facet.rows, rows, facet.distinct.length),
      passes: function (chosen) {
        var wanted = chosen[facet.code].map(function (code) { return facet.options.indexOf(code); });
        return facet.distinct.map(function (places) { return places.some(function (place) { return wanted.indexOf(place) >= 0; }); });
      },
      count: function (found) {
        var counts = new Array(facet.options.length).fill(0);
        facet.distinct.forEach(function (places, number) { places.forEach(function (place) { counts[place] += found[number]; }); });
        return counts;
      }
    };
  }

  function read(data) {
    var columns = {}, rows = data.rows;
    data.facets.forEach(function (facet) { columns[facet.code] = plain(facet, rows); });

    // Each row is asked only until a second filter refuses it: what fails one alone still counts for that one's choices.
    function look(chosen, within) {
      var names = Object.keys(columns), all = names.map(function (name) { return columns[name]; }), asked = askedOf(chosen);
      var found = all.map(function (column) { return new Uint32Array(column.size); });
      var passes = new Uint8Array(rows), kept = new Uint32Array(rows), number = 0, row, i, refused;
      for (row = 0; row < rows; row++) {
        if (within && !within[row]) continue;
        refused = -1;
        for (i = 0; i < asked.length; i++) if (!asked[i].may[asked[i].row[row]]) {
          if (refused >= 0) break;
          refused = asked[i].at;
        }
        if (i < asked.length) continue;
        if (refused >= 0) { found[refused][all[refused].row[row]]++; continue; }
        passes[row] = 1;
        kept[number++] = row;
      }
      all.forEach(function (column, at) { tally(found[at], column.row, kept, number); });
      return { passes: passes, number: number, counts: counted(names, found, chosen) };
    }

    // How many pass, without what each other choice would give.
    function number(chosen, within) {
      var asked = askedOf(chosen), found = 0, row, i;
      for (row = 0; row < rows; row++) {
        if (within && !within[row]) continue;
        for (i = 0; i < asked.length && asked[i].may[asked[i].row[row]];) i++;
        if (i === asked.length) found++;
      }
      return found;
    }

    function askedOf(chosen) {
      return Object.keys(columns).map(function (name, at) {
        return asks(name, chosen) ? { at: at, row: columns[name].row, may: columns[name].passes(chosen) } : null;
      }).filter(Boolean);
    }

    function counted(names, found, chosen) {
      var counts = {};
      names.forEach(function (name, at) { counts[name] = columns[name].count(found[at], chosen); });
      return counts;
    }

    return {
      rows: rows,
      columns: columns,
      put: function (code, column) { columns[code] = column; },
      look: look,
      number: number
    };
  }

  function asks(name, chosen) {
    return name === "tider" ? Boolean(chosen.nar || chosen.dag || chosen.tid) : Boolean(chosen[name]);
  }

  function tally(found, row, kept, number) {
    for (var i = 0; i < number; i++) found[row[kept[i]]]++;
  }

  // How far it is from somewhere, in metres, and as a filter: within 1, 3 and 10 km.
  var WITHIN = [1000, 3000, 10000], DEGREE = 10000, EARTH = 6371000;
  function distances(data, from) {
    var row = numbers(data.points.rows, data.rows, data.points.distinct.length);
    var metres = data.points.distinct.map(function (point) { return point ? between(from, [point[0] / DEGREE - 90, point[1] / DEGREE - 180]) : Infinity; });
    return {
      metres: function (number) { return metres[row[number]]; },
      column: plainOf(["1", "3", "10", "vet-ikke"], metres.map(function (far) {
        return far === Infinity ? [3] : WITHIN.map(function (most, at) { return far <= most ? at : -1; }).filter(function (at) { return at >= 0; });
      }), row)
    };
  }
  function plainOf(options, distinct, row) {
    var column = plain({ code: "avstand", options: options, distinct: distinct, rows: "" }, 0);
    column.row = row;
    return column;
  }
  function between(a, b) {
    var rad = Math.PI / 180, dx = (b[1] - a[1]) * rad * Math.cos((a[0] + b[0]) / 2 * rad), dy = (b[0] - a[0]) * rad;
    return Math.sqrt(dx * dx + dy * dy) * EARTH;
  }

  window.hefteFacets = { read: read, numbers: numbers, distances: distances };
})();
