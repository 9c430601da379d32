// For the map: reads encoded lines, and gathers spots that lie too near to be touched apart.
(function () {
  "use strict";

  // "…" with so many decimals → [[latitude, longitude], …]; generator/hefte/outline.py writes them.
  function decode(text, decimals) {
    var factor = Math.pow(10, decimals), line = [], at = 0, values = [0, 0], axis = 0;
    while (at < text.length) {
      var value = 0, shift = 0, code;
      do {
        code = text.charCodeAt(at++) - 63;
        value += (code & 0x1f) * Math.pow(2, shift);
        shift += 5;
      } while (code >= 0x20);
      values[axis] += value % 2 ? -(value + 1) / 2 : value / 2;
      if (axis) line.push([values[0] / factor, values[1] / factor]);
      axis = 1 - axis;
    }
    return line;
  }

  // Web Mercator, the whole earth as one unit; a pixel at a zoom is 1 / (256 · 2^zoom).
  function project(spots) {
    return spots.map(function (spot) {
      var sine = Math.sin(spot[0] * Math.PI / 180);
      return [spot[1] / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
    });
  }

  // Gathers places that lie within `radius` of each other, again until the middles of the groups do not either.
  function gather(places, numbers, radius) {
    var groups = numbers.map(function (number) { return { x: places[number][0], y: places[number][1], numbers: [number] }; });
    for (var before = Infinity, turn = 0; groups.length < before && turn < 6; turn++) {
      before = groups.length;
      groups = joined(groups, radius);
    }
    return groups;
  }

  // Each group joins the first one near it, which is found by squares of that size; the middle moves along.
  function joined(groups, radius) {
    var squares = new Map(), kept = [];
    groups.forEach(function (group) {
      var column = Math.floor(group.x / radius), row = Math.floor(group.y / radius), near = null;
      for (var dx = -1; dx <= 1 && !near; dx++) for (var dy = -1; dy <= 1 && !near; dy++) {
        near = (squares.get((column + dx) * 67108864 + row + dy) || []).find(function (one) {
          return Math.hypot(one.x - group.x, one.y - group.y) < radius;
        });
      }
      if (near) join(near, group); else {
        kept.push(group);
        squares.set(column * 67108864 + row, (squares.get(column * 67108864 + row) || []).concat(group));
      }
    });
    return kept;
  }

  function join(one, other) {
    var share = other.numbers.length / (one.numbers.length + other.numbers.length);
    one.x += (other.x - one.x) * share;
    one.y += (other.y - one.y) * share;
    Array.prototype.push.apply(one.numbers, other.numbers);
  }

  window.hefteClusters = { decode: decode, project: project, gather: gather };
})();
