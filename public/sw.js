// The service worker: answers the application's requests to `{base}api/` with the backend that
// runs right here, and keeps the application itself for when there is no network.

// Every build writes its own name here, so that a browser notices a new one: it compares this
// script and nothing else.
const BUILD = 'development';

// What pages start workers of (src/platform/worker.rs), by the names of their files.
const WORKERS = ['files', 'ranks'];

// How long the network may take for what is also kept here.
const NETWORK_MS_MAX = 3_000;
// How long a tab may take to say of which build it is.
const ANSWER_MS_MAX = 2_000;

const base = self.registration.scope;
const api = `${base}api/`;
const module = `${base}backend_bg.wasm?${BUILD}`;
// One cache for each build and deployment: the files of two builds do not fit together.
const prefix = `prorata ${base} `;
const cacheName = prefix + BUILD;

// A host may send the policy of the page with this script as well.
const scripts = self.trustedTypes?.createPolicy('prorata-worker', {
  createScriptURL: (name) => new URL(name, base).href,
});
const backendScript = `backend.js?${BUILD}`;
importScripts(scripts?.createScriptURL(backendScript) ?? backendScript);

const latency = Number(new URL(self.location).searchParams.get('latency')) || 0;
const host = hostOfBackend(async (name) => {
  const url = base + name;
  return WebAssembly.compileStreaming((await keptFile(url)) ?? (await fetch(url)));
}, { api, build: BUILD, latency });

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.url.startsWith(api)) event.respondWith(host.respond(request));
  else if (request.method !== 'GET' || !request.url.startsWith(base)) return;
  else if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(file(event));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.data === 'build') port.postMessage(BUILD);
  // A page is on the screen: time for what nobody waits for.
  if (event.data === 'started') event.waitUntil(Promise.allSettled([keepApplication(), dropUnusedBuilds()]));
});

// The first visit waits for the backend only. A later build has time, since the one before it goes on
// meanwhile, and comes whole or not at all.
async function install() {
  if (self.registration.active) await keepApplication();
  else {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    host.expect(pages.map(({ url }) => url));
    await keep(await caches.open(cacheName), module);
    await host.start();
  }
}

// Every route is the same page. It comes from the network, so that a new release is seen at once; a host
// that fails is as good as none.
async function page(request) {
  // The address of a file shows that file.
  if (!['html', undefined].includes(endingOf(request.url))) return fetch(request);
  // It will ask for its records.
  host.start().catch(() => {});
  host.expect([request.url]);
  const kept = await keptPage();
  if (!kept) return fetch(request);
  const answer = await fromNetwork(request);
  return answer && answer.status < 500 ? answer : kept;
}

async function file(event) {
  const { request } = event;
  const kept = await keptFile(request.url);
  if (kept && isNamedByBuild(request.url)) return kept;
  if (!kept) return fetch(request);
  const answer = await fromNetwork(request);
  if (!answer || !isRight(answer, request.url)) return kept;
  const cache = await caches.open(cacheName);
  // Nobody waits for the copy, and a full disk spoils nothing but the next visit without network.
  event.waitUntil(cache.put(request.url, answer.clone()).catch(() => {}));
  return answer;
}

// The whole answer of the network if it comes in time.
function fromNetwork(request) {
  const whole = async () => {
    const answer = await fetch(request);
    await answer.clone().arrayBuffer();
    return answer;
  };
  return within(NETWORK_MS_MAX, whole().catch(() => undefined));
}

function within(milliseconds, work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

// The ending of a file's name; addresses of pages have none.
function endingOf(url) {
  return /\.([a-z]+)$/.exec(new URL(url).pathname)?.[1];
}

// What is named after its contents or asked for by its build never changes.
function isNamedByBuild(url) {
  const { pathname, search } = new URL(url);
  return search !== '' || /-[0-9a-f]{8,16}(_bg)?\.[a-z]+$/.test(pathname);
}

const TYPES = { css: /^text\/css\b/, js: /\bjavascript\b/, wasm: /^application\/wasm\b/ };

// Many hosts answer with a page when they have no such file, and not all of them admit it.
function isRight(answer, url) {
  const type = answer.headers.get('content-type') ?? '';
  const isOfItsType = TYPES[endingOf(url)]?.test(type) ?? !/\bhtml\b/.test(type);
  return answer.status === 200 && answer.type === 'basic' && !answer.redirected && isOfItsType;
}

// The file as this build keeps it, or another one of which there are still pages: they ask for what
// their host may no longer have.
async function keptFile(url) {
  const own = await (await caches.open(cacheName)).match(url, { ignoreVary: true });
  if (own || !isNamedByBuild(url)) return own;
  for (const name of await caches.keys()) {
    const kept = name.startsWith(prefix) && await (await caches.open(name)).match(url, { ignoreVary: true });
    if (kept) return kept;
  }
}

async function keptPage() {
  return (await caches.open(cacheName)).match(base, { ignoreVary: true });
}

// Keeps a file, unless it is kept already. What a cache on the way has wrong, the host may have right.
async function keep(cache, url) {
  if (await cache.match(url, { ignoreVary: true })) return;
  const other = await keptFile(url);
  if (other) return cache.put(url, other);
  for (const mode of [isNamedByBuild(url) ? 'default' : 'no-cache', 'reload']) {
    const answer = await fetch(url, { cache: mode });
    if (isRight(answer, url)) return cache.put(url, answer);
  }
  throw new Error(`${url} is not what its name says`);
}

// Keeps everything that a visit without network needs, the page last: it is of no use without its files.
async function keepApplication() {
  if (await keptPage()) return;
  const cache = await caches.open(cacheName);
  const { html } = await ownPage();
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => new URL(url, base).href);
  const own = links.filter((url) => url.startsWith(base));
  const backend = [module, ...[READS, CHANGES].filter(Boolean).map((part) => base + part)];
  const workers = WORKERS.flatMap((name) => [`${name}-worker.js`, `${name}.js`, `${name}_bg.wasm`]);
  const ofWorkers = workers.map((file) => `${base}${file}?${BUILD}`);
  const files = new Set([...own, ...await modules(own), ...backend, ...ofWorkers, `${base}config.json`]);
  await Promise.all([...files].map((url) => keep(cache, url)));
  // While the host has the page of this build it has its files too, also those that keep their names.
  const { page } = await ownPage();
  await cache.put(base, page);
}

// The page of this build, and nothing else that a host may answer with.
async function ownPage() {
  const page = await fetch(base, { cache: 'no-cache' });
  const html = await page.clone().text();
  const isPage = page.status === 200 && page.type === 'basic' && !page.redirected;
  if (!isPage || !html.includes(`name="prorata-build" content="${BUILD}"`)) {
    throw new Error(`${base} is not the page of this build`);
  }
  return { page, html };
}

// The modules of the pages, as the script names them that loads them.
async function modules(own) {
  const loader = own.find((url) => url.includes('/modules-'));
  const script = loader ? await (await fetch(loader)).text() : '';
  return [...script.matchAll(/\.\/(module-[\w-]+\.wasm)/g)].map(([, name]) => base + name);
}

// Drops what other builds kept once no tab runs them. A tab that does not say of which build it is may be
// of any.
async function dropUnusedBuilds() {
  const tabs = await self.clients.matchAll({ type: 'window' });
  const used = await Promise.all(tabs.map(buildOf));
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  // A later build comes or is there already: its worker knows better what it needs.
  const { installing, waiting } = self.registration;
  if (used.includes(undefined) || installing || waiting || self.serviceWorker?.state === 'redundant') return;
  const unused = others.filter((name) => !used.includes(name.slice(prefix.length)));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

function buildOf(tab) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  tab.postMessage('build', [port2]);
  return within(ANSWER_MS_MAX, answer);
}
