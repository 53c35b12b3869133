// The service worker: answers the application's requests to `{base}api/` with the backend that
// runs right here, and keeps the application itself for when there is no network.

// Every build writes its own name here, so that a browser notices a new one: it compares this
// script and nothing else.
const BUILD = 'development';

const base = self.registration.scope;
const api = `${base}api/`;
const module = `${base}backend_bg.wasm?${BUILD}`;
// One cache for each build and deployment: glue and module of two builds do not fit together.
const cacheName = `prorata ${base} ${BUILD}`;

importScripts(`backend.js?${BUILD}`);

let backend;
const open = () => (backend ??= load().catch((error) => { backend = undefined; throw error; }));

async function load() {
  const cached = (await (await caches.open(cacheName)).match(module)) ?? (await fetch(module));
  await wasm_bindgen({ module_or_path: await cached.arrayBuffer() });
  const latency = Number(new URL(self.location).searchParams.get('latency')) || 0;
  return new wasm_bindgen.Backend(api, latency, BUILD);
}

async function answer(request) {
  try {
    return await (await open()).respond(request);
  } catch (error) {
    const problem = { code: 'ServiceUnavailable', message: `The backend does not run: ${error}` };
    return Response.json({ error: problem }, { status: 503 });
  }
}

// What is named after its contents never changes.
const namedByContents = /-[0-9a-f]{8,16}(_bg)?\.[a-z]+$/;

// Everything else comes from the network first, so that a new release is seen at once. Every route is
// the same page.
async function fromNetworkOrCache(event) {
  const key = event.request.mode === 'navigate' ? base : event.request;
  const cache = await caches.open(cacheName);
  const kept = namedByContents.test(event.request.url) && await cache.match(key, { ignoreVary: true });
  if (kept) return kept;
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === 'basic') {
      // Nobody waits for the copy, and a full disk spoils nothing but the next visit without network.
      event.waitUntil(cache.put(key, response.clone()).catch(() => {}));
    }
    return response;
  } catch {
    return (await cache.match(key, { ignoreVary: true })) ?? Response.error();
  }
}

// The module must be there, or the worker would be useless without a network; the rest of the
// application may also be kept later, when it is asked for.
async function keepApplication() {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(module, { cache: 'reload' }));
  try {
    const page = await fetch(base, { cache: 'no-cache' });
    const html = await page.clone().text();
    const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => new URL(url, base));
    const own = links.map(String).filter((url) => url.startsWith(base));
    await cache.put(base, page);
    const files = new Set([...own, ...await modules(own), `${base}config.json`]);
    await Promise.allSettled([...files].map((url) => cache.add(url)));
  } catch { /* Without a network now, there is nothing to keep yet. */ }
}

// The modules of the pages, as the script names them that loads them.
async function modules(own) {
  const loader = own.find((url) => url.includes('/modules-'));
  const script = loader ? await (await fetch(loader)).text() : '';
  return [...script.matchAll(/\.\/(module-[\w-]+\.wasm)/g)].map(([, name]) => base + name);
}

async function dropOtherBuilds() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`prorata ${base} `) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepApplication());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOtherBuilds(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.url.startsWith(api)) event.respondWith(answer(request));
  else if (request.method === 'GET' && request.url.startsWith(base)) {
    event.respondWith(fromNetworkOrCache(event));
  }
});
