// The other half of generator/hefte/search: looks through the index on the reader's own device, without touching the page.
//   hefteSearch.load("assets/search-nb", ready)  fetches the index as classic scripts; ready(problem) when it is there
//   hefteSearch.find("bolwing", again)           [{row, score, marks}], best first; null where a block is on its way: again() when it has come
//   hit.marks("Bowling tirsdag")                 [[0, 7]]: where the words stand in any text of that row
(function () {
  "use strict";
  var EXACT = 1, SAME_ROOT = 0.8, PREFIX = 0.52, LAST = 0.68, FIRST = 0.68, INSIDE = 0.37, TYPED = [1, 0.5, 0.32], SYNONYM = 0.4, SAME = 0.78;
  var WEIGHTS = [1.45, 1, 0.6, 0.58, 0.31];
  var ENOUGH = 0.5;
  var ENDINGS = ["", "e", "s", "es", "en", "er", "ing", "ings", "ning", "nings"];
  var base, data, wanted, blocks, lines, heads, at, memory, parts, letters, decoded, remembered, last;
  var STOP = /^(?:a|alle|alt|an|and|are|as|at|av|bare|be|begge|bli|blir|by|can|da|de|deg|dei|deira|dem|den|denne|der|dere|deres|det|dette|din|du|eg|ei|ein|eit|eller|en|er|et|etter|fa|far|for|fra|from|gjerne|ha|han|har|hun|hva|hvem|hver|hvis|hvor|i|ikke|ikkje|in|ingen|inn|is|it|ja|jeg|kan|kom|kun|kva|kvar|kven|ma|man|med|meg|men|mens|mer|mot|na|nar|no|noko|nokon|non|of|og|ogsa|om|on|opp|or|oss|over|pa|sa|seg|selv|si|sin|skal|som|the|til|to|ut|utan|uten|var|vare|ved|vere|vi|vil|we|with|you|your)$/;

  // Letters as hefte.search.letters has them.
  function fold(text) {
    return text.toLowerCase().replace(/[æå]/g, "a").replace(/ø/g, "o").replace(/ß/g, "ss").replace(/đ|ð/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t").replace(/þ/g, "th")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/aa|ae/g, "a").replace(/oe/g, "o");
  }

  // Snowball's Norwegian stemmer.
  var MAIN = /(?:hetenes|hetene|hetens|heten|heter|endes|edes|enes|ede|ande|ende|ane|ene|erte|ens|ers|ets|het|ert|ast|en|ar|er|as|es|et|a|e|s)$/;
  var KEPT_ERS = /(?:ind|kk|nk|amm|omm|pp|lt|ast|øst|v|kap)$/;
  function stem(word) {
    var start = /^(?:'*[^aeiouyåæêòóôø]*)[aeiouyåæêòóôø]+[^aeiouyåæêòóôø]/.exec(word);
    if (!start || word.length < 3) return word;
    var from = Math.max(3, start[0].length), end = word.slice(from), kept = word.slice(0, from), found;
    if ((found = MAIN.exec(end))) end = cut(kept, end, found[0]);
    if (/[dv]t$/.test(end)) end = end.slice(0, -1);
    return kept + end.replace(/(?:hetslov|eleg|elig|slov|elov|leg|eig|lig|els|lov|ig)$/, "");
  }
  function cut(kept, end, suffix) {
    var rest = end.slice(0, -suffix.length);
    if (suffix === "ert" || suffix === "erte") return rest + "er";
    if (suffix === "s") return /(?:[bcdfghjlmnoptvyz]|[^e]r|[^aeiouyåæêòóôø]k)$/.test(kept + rest) ? rest : end;
    if (suffix === "ers" && KEPT_ERS.test(kept + rest) && !/(?:skap|hav|giv)$/.test(kept + rest)) return end;
    return rest;
  }

  // A text says the same words again and again: what was found once is remembered.
  var roots = new Map();
  function root(word) {
    var found = roots.get(word);
    if (found !== undefined) return found;
    if (roots.size > 20000) roots.clear();
    roots.set(word, (found = shortest(word)));
    return found;
  }
  function shortest(word) {
    for (var shorter = stem(word); shorter !== word; shorter = stem(word)) word = shorter;
    var short = word.replace(/(...)ing$/, "$1").replace(/([dt])n$/, "$1");
    if (short.length > 3) short = short.replace(/(.)\1e([lrn])$/, "$1$2").replace(/(...)um$/, "$1");
    return short.replace(/(...)e$|(m)m$/, "$1$2");
  }

  // The index: roots in their order, and where each stands in the list of words.
  function read(sent) {
    data = sent;
    blocks = sent.entries === undefined ? [] : [sent.entries.split(";")];
    wanted = {};
    lines = sent.words ? sent.words.split(";") : [];
    at = new Map();
    memory = new Map();
    decoded = new Map();
    remembered = new Map();
    parts = letters = last = null;
    heads = lines.map(function (line, number) {
      var head = line.slice(0, line.indexOf(":")).replace(/-/g, "");
      at.set(head, number);
      return head;
    });
    data.groups = new Map();
    sent.synonyms.split(";").forEach(function (group) {
      var worth = group[0] === "=" ? SAME : SYNONYM, members = group.replace("=", "").split(",");
      members.forEach(function (one) {
        var others = members.filter(function (other) { return other !== one; }).map(function (other) { return { stem: other, worth: worth }; });
        data.groups.set(one, (data.groups.get(one) || []).concat(others));
      });
    });
  }

  function wordsOf(number) {
    return lines[number].slice(lines[number].indexOf(":") + 1).split(",").map(function (ending) {
      return ending[0] === "=" ? ending.slice(1) : heads[number] + ending;
    });
  }

  // What a word of the query may stand for: {line: how well it fits}, best fit kept.
  function add(found, number, fit) {
    if (!(found.get(number) >= fit)) found.set(number, fit);
  }

  // Where each part of a compound stands: first, inside or last in which lines.
  function partsOf() {
    parts = { first: new Map(), inside: new Map(), last: new Map() };
    lines.forEach(function (line, number) {
      var stem = line.slice(0, line.indexOf(":")), pieces = stem.split("-");
      if (pieces.length > 1) pieces.forEach(function (piece, place) {
        var where = parts[place === 0 ? "first" : place < pieces.length - 1 ? "inside" : "last"], known = where.get(piece);
        if (known) known.push(number); else where.set(piece, [number]);
      });
    });
    return parts;
  }

  function spelled(stem) {
    var doubled = /^(.*[^aeiouy])([lrn])$/.exec(stem);
    if (doubled) return [stem, doubled[1] + doubled[1].slice(-1) + "e" + doubled[2]];
    return /m$/.test(stem) ? [stem, stem + "m"] : [stem];
  }

  function joined(found, stem) {
    var where = parts || partsOf();
    if (stem.length < 3) return;
    spelled(stem).forEach(function (part) {
      ENDINGS.forEach(function (ending) {
        addAll(found, where.first.get(part + ending), FIRST);
        addAll(found, where.inside.get(part + ending), INSIDE);
      });
      addAll(found, where.last.get(part), LAST);
      addAll(found, where.last.get(part + "e"), LAST);
    });
  }
  function addAll(found, numbers, fit) {
    if (numbers) numbers.forEach(function (number) { add(found, number, fit); });
  }

  function begun(found, word) {
    var low = 0, high = heads.length, middle;
    while (low < high) {
      middle = (low + high) >> 1;
      if (heads[middle] < word) low = middle + 1; else high = middle;
    }
    for (; low < heads.length && heads[low].indexOf(word) === 0; low++) add(found, low, PREFIX + 0.15 * word.length / (heads[low].length + 2));
    for (var length = 3; length < word.length; length++) {
      var line = at.get(word.slice(0, length));
      if (line !== undefined && wordsOf(line).some(function (one) { return one.indexOf(word) === 0; })) add(found, line, PREFIX);
    }
  }

  function inside(found, stem) {
    if (stem.length > 3) heads.forEach(function (head, line) { if (head.indexOf(stem, 1) > 0) add(found, line, INSIDE); });
  }

  // Which letters a word has, as bits: words that differ in more letters than may be wrong need not be compared.
  function lettersOf(word) {
    for (var bits = 0, i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
    return bits;
  }
  function number(bits) {
    for (var count = 0; bits; count++) bits &= bits - 1;
    return count;
  }

  // Damerau and Levenshtein in a band: how many letters are wrong, or more than `most`; `open`: the word may go on.
  var before = new Uint8Array(80), upper = new Uint8Array(80), row = new Uint8Array(80);
  function errors(typed, word, most, open) {
    var i, j, best, value, from, to, kept, length = Math.min(word.length, typed.length + most);
    if (word.length - typed.length > most && !open || typed.length - word.length > most || length > 78) return most + 1;
    for (j = 0; j <= length; j++) upper[j] = j;
    for (i = 1; i <= typed.length; i++) {
      row.fill(most + 1, 0, length + 1);
      from = Math.max(1, i - most);
      to = Math.min(length, i + most);
      best = i;
      if (i <= most) row[0] = i;
      for (j = from; j <= to; j++) {
        value = Math.min(upper[j] + 1, row[j - 1] + 1, upper[j - 1] + (typed[i - 1] !== word[j - 1] ? 1 : 0));
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) value = Math.min(value, before[j - 2] + 1);
        row[j] = value;
        if (value < best) best = value;
      }
      if (best > most) return most + 1;
      kept = before;
      before = upper;
      upper = row;
      row = kept;
    }
    if (!open) return upper[length];
    for (best = upper[0], j = 1; j <= length; j++) if (upper[j] < best) best = upper[j];
    return best;
  }

  function mistyped(found, word, stem) {
    var most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2, fewest = most, near = [];
    var stemLetters = lettersOf(stem), wordLetters = lettersOf(word), line, head, wrong, own;
    if (!most) return;
    if (!letters) letters = Int32Array.from(heads, lettersOf);
    for (line = 0; line < heads.length; line++) {
      head = heads[line];
      own = letters[line];
      wrong = 9;
      if (head.length < 3) continue;
      if (Math.abs(head.length - stem.length) <= most && number(stemLetters & ~own) <= most && number(own & ~stemLetters) <= most) wrong = errors(stem, head, most);
      if (word.length > 4 && most > 1 && head.length >= word.length - most && number(wordLetters & ~own) < most) wrong = Math.min(wrong, errors(word, head, most - 1, true) + 0.5);
      if (wrong < fewest) near = [];
      if (wrong <= fewest) { fewest = wrong; near.push(line); }
    }
    near.forEach(function (line) { merge(found, around(heads[line]), TYPED[Math.ceil(fewest)] * (heads[line][0] === word[0] ? 1 : 0.7)); });
  }

  // A compound nobody has written: «kinokveld» is kino, and a little kveld.
  function apart(word) {
    var best = null, own = at.get(root(word)), cutAt = own === undefined ? -1 : lines[own].slice(0, lines[own].indexOf(":")).indexOf("-");
    for (var i = 3; i <= word.length - 2; i++) {
      var first = part(word.slice(0, i)), rest = root(word.slice(i));
      if (first === null || own !== undefined && i !== cutAt) continue;
      var known = rest.length > 2 && at.has(rest);
      var worth = i + (known ? 100 + word.length : 0);
      if ((known || i > 3) && (!best || worth > best.worth)) best = { worth: worth, first: first, rest: known ? rest : null };
    }
    return best;
  }
  function part(text) {
    var options = [root(text), /s$/.test(text) && text.length > 3 ? root(text.slice(0, -1)) : ""];
    return options.filter(function (stem) { return stem.length > 2 && at.has(stem); })[0] || null;
  }

  function direct(stem, exact) {
    var found = new Map(), line = at.get(stem);
    if (line !== undefined) add(found, line, exact);
    joined(found, stem);
    return found;
  }

  function merge(found, other, factor) {
    other.forEach(function (fit, line) { add(found, line, fit * factor); });
  }

  function meanings(word) {
    if (memory.has(word)) return memory.get(word);
    var stem = root(word), found = direct(stem, EXACT);
    if (word.length > 1) begun(found, word);
    if (!found.size) inside(found, stem);
    merge(found, around(stem), 1);
    var parts = apart(word);
    if (parts && (parts.rest || !found.size)) {
      if (!found.size && !parts.rest) mistyped(found, word, stem);
      if (!found.size || parts.rest) merge(found, around(parts.first), 0.5);
      if (parts.rest) merge(found, around(parts.rest), 0.13);
    }
    if (!found.size) mistyped(found, word, stem);
    memory.set(word, found);
    return found;
  }
  function around(stem) {
    var found = direct(stem, EXACT);
    others(stem).forEach(function (other) {
      if (other.stem.indexOf(" ") < 0) merge(found, direct(other.stem, EXACT), other.worth);
    });
    return found;
  }
  // The synonyms of a root, and those of what is the very same word in the other written form.
  function others(stem) {
    var near = data.groups.get(stem) || [];
    return near.concat.apply(near, near.map(function (same) {
      return same.worth === SAME ? (data.groups.get(same.stem) || []).filter(function (one) { return one.worth !== SAME; }) : [];
    }));
  }

  // From words of the index to rows.
  function entriesOf(line, again) {
    var number = 0, first = 0;
    if (data.cuts) {
      while (number + 1 < data.cuts.length && data.cuts[number + 1] <= line) number++;
      first = data.cuts[number];
      if (!blocks[number]) return want(number, again);
    }
    return blocks[number][line - first];
  }

  // A line's entries by the words it has: [[rows, weights], …]; what was read once is remembered.
  function decode(line, text) {
    var known = decoded.get(line);
    if (known) return known;
    known = text.split(",").map(function (list) {
      var steps = list.split(" "), rows = new Int32Array(steps.length), weights = new Uint8Array(steps.length), sum = 0;
      steps.forEach(function (step, place) {
        var value = parseInt(step, 36);
        rows[place] = sum += Math.floor(value / 5);
        weights[place] = value % 5;
      });
      return [rows, weights];
    });
    if (decoded.size > 3000) decoded.clear();
    decoded.set(line, known);
    return known;
  }

  // The rows of a word, {scores, rows}, or null until its block has come; a synonym of several words wants all of them.
  function rowsOf(word, again) {
    var found = remembered.get(word);
    if (found) return found;
    found = rowsIn(meanings(word), word, again);
    others(root(word)).forEach(function (other) {
      if (!found || other.stem.indexOf(" ") < 0) return;
      var lists = other.stem.split(" ").map(function (stem) { return rowsIn(direct(stem, EXACT), "", again); });
      if (lists.indexOf(null) >= 0) { found = null; return; }
      lists[0].rows.forEach(function (row) {
        put(found, row, other.worth * lists.reduce(function (least, list) { return Math.min(least, list.scores[row]); }, 1));
      });
    });
    if (remembered.size > 40) remembered.clear();
    if (found) remembered.set(word, found);
    return found;
  }
  function put(found, row, score) {
    if (score <= found.scores[row]) return;
    if (!found.scores[row]) found.rows.push(row);
    found.scores[row] = score;
  }

  function rowsIn(meant, word, again) {
    var found = { scores: new Float64Array(data.rows), rows: [] }, complete = true;
    meant.forEach(function (fit, line) {
      var text = entriesOf(line, again), words;
      if (text === null) { complete = false; return; }
      words = wordsOf(line);
      decode(line, text).forEach(function (list, index) {
        var worth = fit === EXACT && words[index] !== word ? SAME_ROOT : fit, rows = list[0], weights = list[1], i;
        for (i = 0; i < rows.length; i++) put(found, rows[i], worth * WEIGHTS[weights[i]]);
      });
    });
    return complete ? found : null;
  }

  function find(text, again) {
    if (!data) return [];
    if (last && last.text === text) return last.hits;
    var words = fold(text).match(/[a-z0-9]+/g) || [];
    words = words.filter(function (word, index) { return !STOP.test(word) && words.indexOf(word) === index; }).slice(0, 8);
    var lists = words.map(function (word) { return rowsOf(word, again); });
    if (lists.indexOf(null) >= 0) return null;
    var sums = new Float64Array(data.rows), many = new Uint8Array(data.rows), rows = [];
    lists.forEach(function (list) {
      var rare = Math.log(1 + data.rows / (1 + list.rows.length)), i, row;
      for (i = 0; i < list.rows.length; i++) {
        row = list.rows[i];
        if (!many[row]++) rows.push(row);
        sums[row] += list.scores[row] * rare;
      }
    });
    var hits = rows.map(function (row) { return { row: row, score: sums[row], words: many[row] }; });
    last = { text: text, hits: ranked(hits, words) };
    return last.hits;
  }

  function ranked(hits, words) {
    var all = hits.filter(function (hit) { return hit.words === words.length; }), stand = null;
    function marks(text) { return marksIn(text, stand || (stand = standing(words))); }
    var best = all.reduce(function (most, hit) { return Math.max(most, hit.score); }, 0);
    hits = hits.filter(function (hit) { return hit.words === words.length || (hit.score *= hit.words / words.length) >= ENOUGH * best; });
    return hits.sort(function (a, b) { return b.score - a.score || a.row - b.row; })
      .map(function (hit) { hit.marks = marks; return hit; });
  }

  // Highlights: every word of a text whose root was meant; of a word still being typed, what is typed.
  function standing(words) {
    var meant = new Map();
    words.forEach(function (word) { meanings(word).forEach(function (fit, line) { meant.set(heads[line], true); }); });
    return meant;
  }
  function marksIn(text, meant) {
    var found = [], words = /[\p{L}\p{M}0-9]+/gu, match;
    while ((match = words.exec(text))) if (meant.has(root(fold(match[0])))) found.push([match.index, match.index + match[0].length]);
    return found;
  }

  // Scripts, not requests: they also come from a file.
  function fetchScript(address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = function () { done(false); };
    script.onerror = function () { done(true); };
    document.head.appendChild(script);
  }
  function want(number, again) {
    if (wanted[number]) { wanted[number].push(again); return null; }
    var waiting = (wanted[number] = [again]);
    fetchScript(base + "-" + number + ".js", function () {
      delete wanted[number];
      if (!blocks[number]) blocks[number] = [];
      new Set(waiting).forEach(function (one) { if (one) one(); });
    });
    return null;
  }
  window.hefteSearchData = read;
  window.hefteSearchBlock = function (block) { blocks[block.number] = block.entries.split(";"); };
  window.hefteSearch = {
    load: function (address, ready) {
      base = address;
      fetchScript(base + ".js", function (problem) { ready(problem || !data); });
    },
    find: find,
    rows: function () { return data ? data.rows : 0; },
    root: function (word) { return root(fold(word)); },
    stem: stem
  };
})();
