// Keeps the files of one build of the page, so that it opens without network and never mixes two builds. A newer build
// is fetched beside it and waits until the page asks for it.
// `cargo xtask finish` writes the build and its files here: those of every first visit, those of one in English and in
// Korean, and the rest. A page under test has no programs without Korean.
const { build, first, english, korean, rest } = { build: "", first: [], english: [], korean: [], rest: [] };

const PREFIX = "rulepad-";
const OWN = `${PREFIX}${build}`;
const PAGE = "index.html";
const scope = new URL(self.registration.scope);
const files = new Set([...first, ...english, ...korean, ...rest]);
const languages = navigator.languages.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
const isKorean = english.length === 0 || languages.find((tag) => tag === "en" || tag === "ko") === "ko";
const [spoken, other] = isKorean ? [korean, english] : [english, korean];
/** A file of any build: its content belongs to its name. */
const isHashed = (name) => /-[0-9a-f]{16}\.[a-z0-9]+$/.test(name);
const addressOf = (name) => new URL(name, scope).href;

/** Puts a file into this build's cache, from that of another build where it is the same. */
async function keep(cache, name) {
  const address = addressOf(name);
  if (await cache.match(address)) return;
  const kept = isHashed(name) ? await caches.match(address) : undefined;
  const response = kept ?? (await fetch(address, { cache: isHashed(name) ? "default" : "no-cache" }));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  await cache.put(address, response);
}

async function keepFirst() {
  const cache = await caches.open(OWN);
  await Promise.all([...first, ...spoken].map((name) => keep(cache, name)));
}

/** One by one: nobody waits for them. A file that does not come is fetched when it is asked for. */
async function keepRest() {
  const cache = await caches.open(OWN);
  for (const name of [...rest, ...other]) await keep(cache, name).catch(() => {});
}

/** Removes the builds before the last one, which an open page may still run. */
async function removeOld() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(name, request) {
  const address = addressOf(name);
  const own = await (await caches.open(OWN)).match(address);
  const found = own ?? (isHashed(name) ? await caches.match(address) : undefined);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && files.has(name)) {
    const copy = response.clone();
    caches.open(OWN).then((cache) => cache.put(address, copy)).catch(() => {});
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(keepFirst()));
self.addEventListener("activate", (event) => event.waitUntil(removeOld().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "take") self.skipWaiting();
  if (event.data === "fill") event.waitUntil(keepRest());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = url.pathname.slice(scope.pathname.length);
  if (request.mode === "navigate") {
    if (name === "" || name === PAGE) event.respondWith(answer(PAGE, request));
  } else if (files.has(name) || isHashed(name)) {
    event.respondWith(answer(name, request));
  }
});
