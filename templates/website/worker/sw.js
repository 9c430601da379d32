// The worker of this site: keeps one edition whole on the device, answers without coverage, and never mixes editions.
// The build puts SITE before it: {edition, folders, languages, words, files: {language, or "" for all: {path: digest}}},
// later: {the same for what is kept once it was read or, of a large catalogue, with its area},
// areas: {name: [first row, row after its last]} of a large catalogue, and rowsAFile: {name of such files: rows in each}.
// An empty digest is a page, which carries the day it was built; everything else is proved by its SHA-256.
"use strict";
var ROOT = new URL(self.registration.scope).pathname;
var OURS = "hefte " + ROOT + " ";
var EDITION = OURS + SITE.edition, STATE = OURS + "state", BOOKLETS = OURS + "booklets";
var SLOW = 3000, AT_ONCE = 6, SEEN_KEPT = 200, READ_AGAIN = 20, AREAS_KEPT = 3;
var HASHED = /\.[0-9a-f]{10}\.(css|js)$/, MAP = /^assets\/map-/;
var served = new Map();

// What is remembered between two lives of the worker: small JSON values by name.
function remember(name, value) {
  return caches.open(STATE).then(function (state) {
    return state.put(ROOT + "?" + name, new Response(JSON.stringify(value)));
  }).catch(function () {});
}

function recall(name, otherwise) {
  return caches.match(ROOT + "?" + name, { cacheName: STATE }).then(function (found) {
    return found ? found.json() : otherwise;
  }).catch(function () { return otherwise; });
}

// The path within this site, or null for whatever is not its business: other hosts, and other sites in folders of this one.
function pathOf(url) {
  url = new URL(url);
  if (url.origin !== self.location.origin || url.pathname.indexOf(ROOT) !== 0) return null;
  var path = decodeURIComponent(url.pathname.slice(ROOT.length));
  if (!path || path.slice(-1) === "/") path += "index.html";
  return path.indexOf("/") < 0 || SITE.folders.indexOf(path.split("/")[0]) >= 0 ? path : null;
}

function languageOf(path) {
  var first = path.split("/")[0];
  return SITE.languages.indexOf(first) > 0 ? first : SITE.languages[0];
}

function bare(path) {
  var language = languageOf(path);
  return language === SITE.languages[0] ? path : path.slice(language.length + 1);
}

function inLanguage(path, language) {
  return (language === SITE.languages[0] ? "" : language + "/") + path;
}

// --- Keeping an edition -------------------------------------------------------------------------------------------

function digest(bytes) {
  return crypto.subtle.digest("SHA-256", bytes).then(function (found) {
    return Array.from(new Uint8Array(found), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("").slice(0, 16);
  });
}

// A copy with the moment it came, which the page tells when it is shown without coverage.
function stamped(response, body) {
  var kind = response.headers.get("content-type") || "application/octet-stream";
  return new Response(body, { headers: { "content-type": kind, "x-hefte-fetched": String(Date.now()) } });
}

async function fetched(path, expected) {
  var response = await fetch(ROOT + encodeURI(path), { cache: "no-cache", credentials: "same-origin" });
  if (!response.ok) throw new Error(path + ": " + response.status);
  var body = await response.arrayBuffer();
  if (expected && await digest(body) !== expected) throw new Error(path + " is of another edition");
  return stamped(response, body);
}

// What an older edition holds with the same bytes is not fetched again.
async function fromBefore(path, expected, before) {
  if (!expected) return null;
  for (var name of before) {
    var held = await caches.match(ROOT + path, { cacheName: name });
    if (held && await digest(await held.clone().arrayBuffer()) === expected) return held;
  }
  return null;
}

async function keep(cache, path, expected, before) {
  if (await cache.match(ROOT + path)) return;
  await cache.put(ROOT + path, await fromBefore(path, expected, before) || await fetched(path, expected));
}

async function keepAll(cache, files, before) {
  var left = Object.keys(files);
  async function next() {
    for (var path = left.shift(); path !== undefined; path = left.shift()) await keep(cache, path, files[path], before);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function editions() {
  return (await caches.keys()).filter(function (name) {
    return name.indexOf(OURS) === 0 && name !== STATE && name !== BOOKLETS;
  });
}

// Pages and maps that were read stay readable and are fetched again with the new edition; pictures are taken along.
async function keepVisited(cache, before) {
  for (var name of before) {
    var older = await caches.open(name), visited = await older.keys(), pages = 0;
    for (var request of visited.reverse()) {
      var path = pathOf(request.url);
      if (path && MAP.test(path) && listed(path)) await keep(cache, path, listed(path), before).catch(function () {});
      if (!path || HASHED.test(path) || listed(path) !== undefined) continue;
      if (!/\.html$/.test(path)) await cache.put(request, await older.match(request)).catch(function () {});
      else if (pages++ < READ_AGAIN) await keep(cache, path, "").catch(function () {});
    }
  }
}

async function languagesInUse() {
  var known = await recall("languages", []);
  var open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  var seen = open.map(function (client) { return pathOf(client.url); }).filter(Boolean).map(languageOf);
  var all = Array.from(new Set(known.concat(seen)));
  return all.length ? all : SITE.languages.slice(0, 1);
}

async function keepLanguages(languages, before) {
  var cache = await caches.open(EDITION), areas = await recall("areas", []);
  await keepAll(cache, SITE.files[""] || {}, before);
  for (var language of languages) {
    await keepAll(cache, SITE.files[language] || {}, before);
    await keepAll(cache, rowsOf(language, areas), before);
  }
  await remember("languages", languages);
  return cache;
}

// Of a large catalogue: the files in which the rows of these areas lie.
function rowsOf(language, areas) {
  var all = SITE.later[language] || {}, files = {};
  areas.filter(function (area) { return SITE.areas[area]; }).forEach(function (area) {
    Object.keys(SITE.rowsAFile).forEach(function (name) {
      var last = SITE.areas[area][1] - 1, many = SITE.rowsAFile[name];
      for (var number = Math.floor(SITE.areas[area][0] / many); number <= Math.floor(last / many); number++) {
        var path = "assets/" + name + "-" + language + "-" + number + ".js";
        if (path in all) files[path] = all[path];
      }
    });
  });
  return files;
}

// The area that a page is about: the list of an area, a search in it, or an entry that lies there.
async function areaOf(path, url) {
  var named = /^omrade\/(.+)\.html$/.exec(bare(path)), chosen = new URL(url).searchParams.get("omrade");
  if (named) return SITE.areas[named[1]] ? named[1] : named[1].replace(/-\d+$/, "");
  if (chosen) return chosen;
  var ids = await caches.match(ROOT + "assets/told-ids.js", { cacheName: EDITION });
  var row = ids ? JSON.parse(/\((".*")\)/.exec(await ids.text())[1]).split("\n").indexOf(bare(path).replace(/\.html$/, "")) : -1;
  return Object.keys(SITE.areas).find(function (area) { return row >= SITE.areas[area][0] && row < SITE.areas[area][1]; });
}

async function keepArea(path, url) {
  if (!Object.keys(SITE.areas).length) return;
  var area = await areaOf(path, url), areas = await recall("areas", []);
  if (!SITE.areas[area] || areas[0] === area) return;
  areas = [area].concat(areas.filter(function (one) { return one !== area; })).slice(0, AREAS_KEPT);
  await remember("areas", areas);
  await keepAll(await caches.open(EDITION), rowsOf(languageOf(path), [area]), []);
}

async function install() {
  var before = (await editions()).filter(function (name) { return name !== EDITION; });
  try {
    var cache = await keepLanguages(await languagesInUse(), before);
    await keepVisited(cache, before);
    if (await liveEdition() !== SITE.edition || !await caches.has(EDITION)) throw new Error("published again meanwhile");
  } catch (problem) {
    if (problem.name === "QuotaExceededError") await tell("full");
    if (before.length === 0 || problem.name === "QuotaExceededError") await caches.delete(EDITION);
    throw problem;
  }
}

async function tell(word) {
  var open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  open.forEach(function (client) { if (pathOf(client.url)) client.postMessage({ hefte: word }); });
}

// An older edition stays as long as a page of it is open.
async function sweep() {
  var open = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  var used = await Promise.all(open.map(function (client) { return recall("client=" + client.id, ""); }));
  var names = await editions();
  await Promise.all(names.filter(function (name) {
    return name !== EDITION && used.indexOf(name.slice(OURS.length)) < 0;
  }).map(function (name) { return caches.delete(name); }));
  var state = await caches.open(STATE), ids = open.map(function (client) { return "?client=" + client.id; });
  for (var request of await state.keys()) {
    var query = new URL(request.url).search;
    if (query.indexOf("?client=") === 0 && ids.indexOf(query) < 0) await state.delete(request);
  }
}

// --- Answering ----------------------------------------------------------------------------------------------------

function liveEdition() {
  return within(SLOW, fetch(ROOT + "edition.txt", { cache: "no-store" })).then(function (answer) {
    return answer.ok ? answer.text() : "";
  }).then(function (text) { return text.trim(); }).catch(function () { return ""; });
}

// Which edition the page of a client is of; its files come from there and from nowhere else.
function note(id, edition) {
  served.set(id, edition);
  return Promise.resolve(edition).then(function (name) { return remember("client=" + id, name); });
}

async function editionOf(id) {
  return served.has(id) ? served.get(id) : recall("client=" + id, "");
}

function within(time, promise) {
  return new Promise(function (done, failed) {
    setTimeout(failed, time, new Error("slow"));
    promise.then(done, failed);
  });
}

async function page(event, path) {
  var live = liveEdition();
  var network = fetch(event.request);
  event.waitUntil(network.then(function (answer) { return keepPage(path, event.request.url, answer.clone(), live); }).catch(function () {}));
  try {
    var answer = await within(SLOW, network);
    if (answer.status >= 500) throw new Error(String(answer.status));
    event.waitUntil(note(event.resultingClientId, live));
    return answer;
  } catch (problem) {
    var held = await heldPage(path).catch(function () { return null; });
    if (!held) return network;
    event.waitUntil(note(event.resultingClientId, SITE.edition));
    return held;
  }
}

// A page that was read is kept with its edition; a language that is read for the first time is fetched whole.
async function keepPage(path, url, answer, live) {
  if (!answer.ok || answer.type !== "basic" || !/\.html$/.test(path) || await live !== SITE.edition) return;
  var cache = await caches.open(EDITION);
  await cache.put(ROOT + path, stamped(answer, await answer.blob()));
  await forgetOldest(cache);
  var languages = await recall("languages", []);
  if (languages.indexOf(languageOf(path)) < 0) await keepLanguages(languages.concat(languageOf(path)), []);
  await keepArea(path, url);
}

async function forgetOldest(cache) {
  var visited = (await cache.keys()).filter(function (request) { return listed(pathOf(request.url)) === undefined; });
  await Promise.all(visited.slice(0, Math.max(0, visited.length - SEEN_KEPT)).map(function (request) { return cache.delete(request); }));
}

// The page as it was read, else what we know of it in the frame of its language, else the same in a language at hand.
async function heldPage(path) {
  var language = languageOf(path), cache = await caches.open(EDITION);
  var held = await cache.match(ROOT + path);
  if (held) return dated(held, path, language);
  var frame = await cache.match(ROOT + inLanguage("offline.html", language));
  if (frame) return dated(frame, path, language, true);
  for (var other of await recall("languages", [])) {
    if (other !== language) return Response.redirect(ROOT + encodeURI(inLanguage(bare(path), other)));
  }
  return null;
}

// «Hentet søndag 29. november kl. 07.12» goes along with the page; the frame's links are set for its place.
async function dated(held, path, language, composed) {
  var text = await held.text();
  var at = Number(held.headers.get("x-hefte-fetched"));
  if (composed) {
    text = text.replace(/(\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[#\/])/g, "$1" + ROOT + (language === SITE.languages[0] ? "" : language + "/"));
    text = text.replace(/offline\.html/g, function () { return encodeURI(bare(path)); });
  }
  text = text.replace("<html ", '<html data-fetched="' + said(at, language) + '" ').replace("<span data-fetched>", "$&" + said(at, language));
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function said(at, language) {
  var words = SITE.words[language], day = new Date(at);
  return words.fetched
    .replace("{day}", words.days.split(" ")[day.getDay()])
    .replace("{date}", day.getDate())
    .replace("{month}", words.months.split(" ")[day.getMonth()])
    .replace("{time}", words.clock
      .replace("{hour}", String(day.getHours()).padStart(2, "0"))
      .replace("{minute}", String(day.getMinutes()).padStart(2, "0")));
}

async function file(event, path) {
  var edition = await editionOf(event.clientId);
  var hashed = HASHED.test(path);
  var where = hashed ? {} : { cacheName: OURS + edition };
  var held = hashed || edition ? await caches.match(ROOT + path, where).catch(function () {}) : null;
  if (held) return held;
  try {
    var answer = await fetch(event.request, hashed ? {} : { cache: "no-cache" });
    if (answer.ok && edition === SITE.edition && /^(assets|bilder)\//.test(path)) {
      event.waitUntil(keepFile(path, answer.clone()));
    }
    return answer;
  } catch (problem) {
    // A browser that does not say whose request this is: without coverage its page came from here too.
    held = edition ? null : await caches.match(ROOT + path, { cacheName: EDITION }).catch(function () {});
    return held || new Response("", { status: 504, statusText: "No coverage" });
  }
}

// The digest of a file of the edition, empty for a page, and undefined for what is kept only because it was seen.
function listed(path) {
  for (var lists of [SITE.files, SITE.later]) {
    for (var files of Object.values(lists)) if (path in files) return files[path];
  }
}

async function keepFile(path, answer) {
  var body = await answer.arrayBuffer(), expected = listed(path);
  if (expected && await digest(body) !== expected) return;
  await (await caches.open(EDITION)).put(ROOT + path, stamped(answer, body)).catch(function () {});
}

// A booklet that was kept opens from the device; one that is asked for anew comes from the net.
async function booklet(event, path) {
  var kept = function () { return caches.match(ROOT + path, { cacheName: BOOKLETS }).catch(function () {}); };
  var held = event.request.cache === "reload" ? null : await kept();
  return held || fetch(event.request).catch(async function (problem) {
    var told = await kept() || (event.request.mode === "navigate" ? await heldPage(path) : null);
    if (told && event.request.cache !== "reload") return told;
    throw problem;
  });
}

self.addEventListener("install", function (event) { event.waitUntil(install()); });
self.addEventListener("activate", function (event) { event.waitUntil(sweep()); });
self.addEventListener("message", function (event) {
  if (event.data && event.data.hefte === "show") self.skipWaiting();
});
self.addEventListener("fetch", function (event) {
  var path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path === null || path === "sw.js" || path === "edition.txt") return;
  if (/\.pdf$/.test(path)) event.respondWith(booklet(event, path));
  else if (event.request.mode === "navigate") event.respondWith(page(event, path));
  else event.respondWith(file(event, path));
});
