// Keeps the page on the machine, so that it opens without a network.
//
// A release build puts the list of its files before this text (src/bin/split/precache.rs):
// `PRECACHE = { page, files, later }`, where `page` is the page's program, whose name carries its hash, and
// tells one build from another. A debug build has no list and isn't kept.
//
// - The page itself comes from the network where there is one, so a new version is met at once; without
//   one, from what is kept.
// - Every other file of this build comes from what is kept, and only if it is asked for by this build's
//   page: files without a hash in their names are asked for with the page's name as query. So page, app
//   and engine are always of one build.
// - What is large and seldom needed, what reads files that are brought in or writes Parquet, is kept once it was asked for (`later`).
// - A new build's worker waits until no page of the old one is open, and only then drops what it kept.
"use strict";

const root = new URL("./", self.location.href);
// Other projects may live on the same origin.
const prefix = `parallax ${root.pathname} `;
const list = typeof PRECACHE === "undefined" ? null : PRECACHE;
const name = prefix + (list ? list.page : "");
const query = list ? `?${list.page}` : "";
const files = new Set(list ? [...list.files, ...list.later] : []);
const later = new Set(list ? list.later : []);

/** How long the network may take to give the page, in milliseconds, before the kept one is shown. */
const PATIENCE = 4000;

async function keep() {
  const cache = await caches.open(name);
  const get = async (file) => {
    const response = await fetch(new URL(file, root), { cache: file === "" ? "reload" : "no-cache" });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    // Not whole builds are kept: while a new one is being put on the host, some files may be of the old one.
    if (file === "" && !(await response.clone().text()).includes(list.page)) throw new Error("the page is of another build");
    await cache.put(new URL(file, root), response);
  };
  // A few at a time: what a person does now goes first.
  const waiting = ["", ...list.files];
  await Promise.all(Array.from({ length: 3 }, async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await get(file);
  }));
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)));
}

self.addEventListener("install", (event) => {
  if (list) event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(list ? dropOthers().then(() => self.clients.claim()) : self.registration.unregister());
});

/** The page: from the network, or as it is kept. */
async function page(request) {
  const kept = await (await caches.open(name)).match(root);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const now = fetch(request).then((response) => (response.ok ? response : kept), () => kept);
  return Promise.race([now, late]);
}

/** A file of this build. */
async function file(address, path, request) {
  const cache = await caches.open(name);
  const kept = await cache.match(address);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && later.has(path)) await cache.put(address, response.clone());
  return response;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (!list || request.method !== "GET" || !address.href.startsWith(root.href)) return;
  const path = address.pathname.slice(root.pathname.length);
  if (request.mode === "navigate") {
    if (path === "" || path === "index.html") event.respondWith(page(request));
  } else if (files.has(path) && (address.search === "" || address.search === query)) {
    event.respondWith(file(new URL(path, root), path, request));
  }
});
