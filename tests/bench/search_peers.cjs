// Asks each engine all queries, on the same texts. node search_peers.cjs WORK NODE_MODULES MATERIAL
// WORK/asked.json: {collections: {name: [{id, title, text, tags}]}, queries: [{collection, language, text}]}; answers on stdout.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm"), http = require("http");
const { spawnSync } = require("child_process");
const [work, modules, material] = process.argv.slice(2);
const asked = JSON.parse(fs.readFileSync(path.join(work, "asked.json"), "utf-8"));
const need = (name) => require(path.join(modules, name));

function ours(name) {
  const page = { console, Map, Set, URL };
  page.window = page;
  page.document = { createElement: () => ({}), head: { appendChild: (script) => { vm.runInContext(fs.readFileSync(script.src, "utf-8"), context); script.onload(); } } };
  const context = vm.createContext(page);
  vm.runInContext(fs.readFileSync(path.join(work, "search.js"), "utf-8"), context);
  page.hefteSearch.load(path.join(work, name), () => {});
  const again = () => {};
  return (text) => { const hits = page.hefteSearch.find(text, again) || page.hefteSearch.find(text, again); return hits.map((hit) => asked.collections[name][hit.row].id); };
}

function minisearch(name) {
  const Made = need("minisearch/dist/cjs/index.cjs");
  const index = new Made({ fields: ["title", "tags", "text"], searchOptions: { boost: { title: 4, tags: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" } });
  index.addAll(asked.collections[name]);
  return (text) => { const hits = index.search(text); return (hits.length ? hits : index.search(text, { combineWith: "OR" })).map((hit) => hit.id); };
}

// Material's own worker, as it is, with the Norwegian stemmer that it ships.
async function materials(name, language) {
  const folder = path.join(material, "assets", "javascripts"), waiting = [];
  const file = fs.readdirSync(path.join(folder, "workers")).find((one) => /^search\..*\.js$/.test(one));
  const self = { console, Map, Set, URL, Intl, Promise, setTimeout, location: { href: "http://x/" } };
  self.self = self; self.window = self;
  self.addEventListener = (type, listener) => { if (type === "message") self.listener = listener; };
  self.postMessage = (message) => waiting.shift()(message);
  self.importScripts = (...scripts) => scripts.forEach((one) => vm.runInContext(fs.readFileSync(path.join(folder, "lunr", "min", path.basename(one)), "utf-8"), context));
  const context = vm.createContext(self);
  vm.runInContext(fs.readFileSync(path.join(folder, "workers", file), "utf-8"), context);
  const send = (message) => new Promise((done) => { waiting.push(done); self.listener({ data: message }); });
  const docs = asked.collections[name].map((one) => ({ location: one.id + ".html", title: one.title, text: one.text, tags: one.tags.split("  ").filter(Boolean) }));
  await send({ type: 0, data: { config: { lang: [language === "en" ? "en" : "no"], separator: "[\\s\\-]+", pipeline: ["stopWordFilter", "stemmer"], fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } } }, docs, options: { suggest: false } } });
  return async (text) => { const answer = await send({ type: 2, data: text }); return (answer.data.items || answer.data || []).map((group) => group[0].location.replace(".html", "")); };
}

async function pagefind(name, language) {
  const site = path.join(work, "pagefind-" + name);
  fs.mkdirSync(site, { recursive: true });
  for (const one of asked.collections[name]) {
    const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    fs.writeFileSync(path.join(site, one.id + ".html"), `<!doctype html><html lang="${language === "en" ? "en" : "no"}"><title>${escaped(one.title)}</title><body data-pagefind-body><h1>${escaped(one.title)}</h1><p data-pagefind-weight="2">${escaped(one.tags)}</p><p>${escaped(one.text)}</p></body></html>`);
  }
  const binary = fs.readdirSync(path.join(modules, "@pagefind")).map((one) => path.join(modules, "@pagefind", one, "bin")).find((one) => fs.existsSync(one));
  const program = fs.readdirSync(binary).find((one) => /^pagefind[a-z_]*(\.exe)?$/.test(one));
  const done = spawnSync(path.join(binary, program), ["--site", site, "--quiet"], { encoding: "utf-8" });
  if (done.status) throw new Error(done.stdout + done.stderr);
  const server = http.createServer((request, response) => { const file = path.join(site, new URL(request.url, "http://x").pathname); if (!fs.existsSync(file)) { response.statusCode = 404; return response.end(); } response.end(fs.readFileSync(file)); });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}/pagefind/`;
  const copy = path.join(site, "pagefind", "pagefind.mjs");
  fs.copyFileSync(path.join(site, "pagefind", "pagefind.js"), copy);
  global.window = undefined;
  const engine = await import(copy);
  await engine.options({ basePath: address, baseUrl: "/" });
  await engine.init(language === "en" ? "en" : "no");
  return async (text) => { const hits = await engine.search(text); const pages = await Promise.all(hits.results.slice(0, 10).map((hit) => hit.data())); return pages.map((page) => page.raw_url.replace(/^\//, "").replace(".html", "")); };
}

const ENGINES = { "Hefte": ours, "Pagefind": pagefind, "MiniSearch": minisearch, "Material": materials };
(async () => {
  const answers = {}, only = process.argv[5];
  for (const [engine, make] of Object.entries(ENGINES)) {
    if (only && only !== engine) continue;
    const made = {};
    answers[engine] = [];
    for (const query of asked.queries) {
      const key = query.collection;
      made[key] = made[key] || (await make(key, query.language));
      answers[engine].push((await made[key](query.text)).slice(0, 10));
    }
  }
  process.stdout.write(JSON.stringify(answers), () => process.exit(0));
})();
