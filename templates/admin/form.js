/* Between a content file and the form: every short way of writing becomes the one that the form can hold, and what it
   cannot hold goes along unseen; on saving, the file is written as `hefte format` writes it. */
"use strict";

window.CMS_MANUAL_INIT = true;

window.form = (() => {
  const shape = window.formShape;
  const { more, others, rest, here } = shape.names;
  const slotsOf = (record) => shape.records[record];
  const slotOf = (record, key) => slotsOf(record).find((slot) => slot.key === key);
  const isText = (value) => typeof value === "string";
  const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isEmpty = (value) =>
    value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);
  const stripped = (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  const unknown = "ukjent";

  /* The one way to write what was read: the twin of canonical/ways.py. */

  const canonical = (record, data) => {
    const known = slotsOf(record)
      .filter(({ key }) => key in data)
      .map((slot) => [slot.key, field(slot, data[slot.key])]);
    const strange = Object.entries(data).filter(([key]) => !slotOf(record, key));
    return Object.fromEntries([...known, ...strange].filter(([, value]) => !isEmpty(value)));
  };

  const field = (slot, value) => {
    if (!slot.many) return one(slot, value);
    if (slot.words.some(([word]) => word === value)) return value;
    if (!Array.isArray(value)) {
      if (!slot.one || isEmpty(value)) return value;
      value = [value];
    }
    return shortList(slot, value.map((row) => one(slot, row)).filter((row) => !isEmpty(row)));
  };

  const shortList = (slot, rows) => {
    if (rows.length !== 1 || !slot.short) return rows;
    const [row] = rows;
    const said = slot.words.find(
      ([word, key, value]) => row === word || (isGroup(row) && Object.keys(row).length === 1 && row[key] === value),
    );
    if (said) return said[0];
    return slot.one && isText(row) ? row : rows;
  };

  const one = (slot, value) => {
    if (isText(value)) return scalar(slot, stripped(value));
    if (!isGroup(value)) return value;
    if (slot.kind === "said") return said(value);
    return slot.record ? group(slot, value) : value;
  };

  const group = (slot, value) => {
    const held = canonical(slot.record, value);
    const bare = held[slot.short];
    const isShort = Object.keys(held).length === 1 && isText(bare) && bare !== unknown;
    return isShort && !slot.words.some(([word]) => word === bare) ? bare : held;
  };

  const said = (value) => {
    if (Object.keys(value).some((code) => !shape.forms.includes(code))) return value;
    const words = shape.forms
      .filter((code) => !isEmpty(value[code]))
      .map((code) => [code, isText(value[code]) ? stripped(value[code]) : value[code]]);
    return words.length === 1 && words[0][0] === shape.language ? words[0][1] : Object.fromEntries(words);
  };

  const scalar = (slot, text) => {
    if (slot.short && slot.record && text !== unknown) {
      if (slot.words.some(([word]) => word === text)) return text;
      const short = slotOf(slot.record, slot.short), value = field(short, text);
      return short.many ? { [slot.short]: value } : value;
    }
    if (slot.kind === "date") return date(text);
    return slot.codes.length ? code(slot, text) : text;
  };

  const date = (text) => {
    const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    const turned = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
    const parts = found ? found.slice(1) : turned ? turned.slice(1).reverse() : null;
    if (!parts) return text;
    const [year, month, day] = parts.map(Number);
    const real = new Date(Date.UTC(2000, month - 1, day));
    real.setUTCFullYear(year, month - 1, day);
    const isReal = year > 0 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
    return isReal ? `${parts[0]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : text;
  };

  const yes = { ja: "ja", true: "ja", yes: "ja", nei: "nei", false: "nei", no: "nei" };

  const code = (slot, text) => {
    const plain = text.toLowerCase().replaceAll(/[ -]/g, "_");
    const meant = slot.codes.includes(plain) ? plain : Object.hasOwn(yes, plain) ? yes[plain] : plain;
    return slot.codes.includes(meant) ? meant : text;
  };

  /* From a file to the form. */

  const opened = (record, data, rare = []) => {
    const form = {}, left = {}, translated = {};
    for (const [key, value] of Object.entries(data)) {
      const slot = key === "id" ? undefined : slotOf(record, key);
      const held = slot && (slot.kind === "said" && !slot.many ? told(key, value, translated, left) : holding(slot, value));
      if (held === undefined) {
        if (!(key in left)) left[key] = value;
      } else if (slot.kind === "place" && isGroup(held)) form[key + here] = held;
      else form[key] = held;
    }
    const away = Object.keys(form).filter((key) => rare.includes(key) || rare.includes(key.replace(here, "")));
    if (away.length) form[more] = Object.fromEntries(away.map((key) => [key, form[key]]));
    for (const key of away) delete form[key];
    if (!isEmpty(translated)) form[others] = translated;
    for (const key of Object.keys(left)) if (left[key] === null) delete left[key];
    if (!isEmpty(left)) form[rest] = JSON.stringify(left);
    return form;
  };

  /* The words in the site's own language; those in others are put with theirs, and what the form does not ask for is left. */
  const told = (key, value, translated, left) => {
    if (isText(value)) return value;
    if (!isGroup(value) || !Object.entries(value).every(([name, text]) => shape.forms.includes(name) && isText(text))) return undefined;
    for (const [name, text] of Object.entries(value)) {
      if (name === shape.language) continue;
      if (shape.others.includes(name)) (translated[name] ??= {})[key] = text;
      else (left[key] ??= {})[name] = text;
    }
    if (!(key in left)) left[key] = null;
    return value[shape.language];
  };

  const holding = (slot, value) => {
    if (!slot.many) return holdingOne(slot, value);
    const word = slot.words.find(([name]) => name === value);
    const rows = word ? [{ [word[1]]: word[2] }] : isText(value) ? [value] : value;
    if (!Array.isArray(rows)) return undefined;
    const held = rows.map((row) => holdingOne(slot, row));
    return held.includes(undefined) ? undefined : held;
  };

  const holdingOne = (slot, value) => {
    if (slot.kind === "said") return heldWords(value);
    if (slot.record && isGroup(value)) return opened(slot.record, value);
    if (!isText(value)) return undefined;
    if (slot.kind === "group") return slot.short && value !== unknown ? heldShort(slot, value) : undefined;
    if (slot.kind === "date") return /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
    return (shape.folders[slot.kind] ?? "") + value;
  };

  const heldWords = (value) => {
    if (isText(value)) return { [shape.language]: value };
    if (!isGroup(value)) return undefined;
    const asked = Object.entries(value).filter(([name]) => name === shape.language || shape.others.includes(name));
    const left = Object.fromEntries(Object.entries(value).filter(([name]) => !asked.some(([known]) => known === name)));
    return { ...Object.fromEntries(asked), ...(isEmpty(left) ? {} : { [rest]: JSON.stringify(left) }) };
  };

  const heldShort = (slot, value) => {
    const word = slot.words.find(([name]) => name === value);
    return word ? { [word[1]]: word[2] } : opened(slot.record, canonical(slot.record, { [slot.short]: value }));
  };

  /* From the form to a file. */

  const saved = (record, form) => {
    const flat = { ...form, ...(form[more] ?? {}) };
    const left = form[rest] ? JSON.parse(form[rest]) : {};
    const data = {};
    for (const slot of slotsOf(record)) {
      const value = slot.kind === "said" && !slot.many ? words(slot, flat, form[others], left[slot.key]) : back(slot, flat);
      data[slot.key] = isEmpty(value) ? left[slot.key] : value;
    }
    return { ...data, ...Object.fromEntries(Object.entries(left).filter(([key]) => !slotOf(record, key))) };
  };

  const words = (slot, flat, translated, left) => {
    const found = isGroup(left) ? { ...left } : {};
    if (!isEmpty(flat[slot.key])) found[shape.language] = String(flat[slot.key]);
    for (const [name, told] of Object.entries(translated ?? {})) if (!isEmpty(told?.[slot.key])) found[name] = told[slot.key];
    return found;
  };

  const back = (slot, flat) => {
    const value = flat[slot.key];
    if (slot.kind === "place" && isEmpty(value)) return isEmpty(flat[slot.key + here]) ? undefined : saved(slot.record, flat[slot.key + here]);
    if (slot.many) return Array.isArray(value) ? value.map((row) => backOne(slot, row)).filter((row) => !isEmpty(row)) : undefined;
    return backOne(slot, value);
  };

  const backOne = (slot, value) => {
    if (isEmpty(value)) return undefined;
    if (slot.kind === "said") return { ...(value[rest] ? JSON.parse(value[rest]) : {}), ...Object.fromEntries(Object.entries(value).filter(([key]) => key !== rest)) };
    if (slot.record && isGroup(value)) return saved(slot.record, value);
    const text = String(value), folder = shape.folders[slot.kind] ?? "";
    return folder && text.startsWith(folder) ? text.slice(folder.length) : text;
  };

  /* YAML in which every value is text; what stands for nothing is left out. */

  const absent = new Set(["", "~", "null", "Null", "NULL"]);

  const plain = (node) => {
    if (!node) return null;
    if (Array.isArray(node.items)) {
      if (!node.items.length) return null;
      const isMap = node.items.every((item) => item && typeof item === "object" && "key" in item && "value" in item && !("type" in item));
      return isMap
        ? Object.fromEntries(node.items.map((pair) => [String(pair.key?.value ?? pair.key), plain(pair.value)]))
        : node.items.map(plain);
    }
    return node.type === "PLAIN" && absent.has(node.source ?? "") ? null : node.value === undefined ? null : String(node.value);
  };

  const parsed = (text) => {
    const document = window.YAML.parseDocument(text, { schema: "failsafe" });
    if (document.errors.length) throw document.errors[0];
    return plain(document.contents);
  };

  const options = {
    indent: 2, indentSeq: true, lineWidth: 0, defaultKeyType: "PLAIN", defaultStringType: "QUOTE_DOUBLE", singleQuote: false,
  };

  const read = (name, record, text) => {
    const data = parsed(text);
    if (!isGroup(data)) throw new Error("This file is not one entry.");
    return opened(record, canonical(record, data), shape.rare[name]);
  };

  const write = (record, form) => window.YAML.stringify(canonical(record, saved(record, form)), null, options).trim() + "\n";

  return { read, write };
})();

/* The words of the interface: a script of their own for each language, fetched when it is asked for. */
window.formWords = (language) =>
  new Promise((done) => {
    const script = document.createElement("script");
    script.src = `words-${language}.js`;
    script.onload = () => done(window.formInterface);
    script.onerror = () => done({}); // what has no words is said in English
    document.head.append(script);
  });

/* The files that could not be read: their names are taken, and they are told of below every page of the form. */
window.formUnread = (() => {
  const paths = new Set();
  const inside = (path) => path.replace(`${window.formShape.content}/`, "");
  const names = (folder) =>
    [...paths].map(inside).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).replace(/\.ya?ml$/, ""));

  const tell = () => {
    document.querySelector("aside.unread")?.remove();
    const { unread, close } = window.formShape.said;
    const box = document.createElement("aside"), text = document.createElement("p"), button = document.createElement("button");
    box.className = "unread";
    box.setAttribute("role", "status");
    text.textContent = `${unread} ${[...paths].map(inside).sort().join(", ")}`;
    button.type = "button";
    button.textContent = close;
    button.addEventListener("click", () => box.remove());
    box.append(text, button);
    document.body.append(box);
  };

  const add = (path) => {
    paths.add(path);
    clearTimeout(add.waiting);
    add.waiting = setTimeout(tell, 300);
  };
  return { add, names };
})();

/* Whoever leaves what is not saved is asked first; `formDraft` is set by the editor. */
window.formMayLeave = () => !window.formDraft?.() || window.confirm(window.formShape.said.leave);
window.addEventListener("beforeunload", (event) => {
  if (window.formDraft?.()) event.preventDefault();
});
