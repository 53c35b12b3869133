// Starts the application: finds out where its records are, brings the backend up if that is the one
// in this browser, then runs the application's WebAssembly. When that fails, now or later, the page
// says so and offers ways out.

// How long the page waits for the service worker before it hosts the backend itself.
const WORKER_MS_MAX = 10_000;
// How long the records of a page take to be on the screen, more or less.
const SETTLED_MS = 3_000;
// How long the first frame may take.
const FRAME_MS_MAX = 100;
// How long a worker may take to say of which build it is.
const ANSWER_MS_MAX = 1_000;

const meta = (name) => document.querySelector(`meta[name="prorata-${name}"]`).content;
const base = new URL(meta('base'), location.origin).href;
const build = meta('build');

// A panic ends the WebAssembly, so that it cannot draw anything about it (src/platform/crash.rs).
addEventListener('prorata-crash', ({ detail }) => show('crash', detail));
addEventListener('prorata-not-started', ({ detail }) => show('start', detail));

// A tag of markup that shows something and does nothing.
const FIXED_TAG = new RegExp(
  '</?(?:br|circle|code|dd|div|dl|dt|g|hr|li|line|ol|p|path|rect|section|span|strong|svg|td|th|tr|ul)'
    + '(?: (?:class|dir|lang|role|scope|tabindex|aria-[a-z]+|data-[a-z-]+'
    + '|[cdrxy]|c[xy]|r[xy]|[xy][12]|width|height|viewBox|focusable)(?:="[^"<>]*")?)*>',
  'g',
);

// Where there are trusted types, texts become scripts and markup here only (xtask/src/bundle.rs).
const scripts = window.trustedTypes?.createPolicy('prorata', { createScriptURL: ownScript });
const scriptUrl = (url) => scripts?.createScriptURL(url) ?? ownScript(url);
window.trustedTypes?.createPolicy('default', {
  createHTML: fixedMarkup,
  // The application starts these itself, when somebody brings a file and when there are many rows to sort.
  createScriptURL: (url) => (isWorker(url) ? url : null),
});

// A worker that takes over asks which builds there are still tabs of.
navigator.serviceWorker?.addEventListener('message', ({ data, ports: [port] }) => {
  if (data === 'build') port.postMessage(build);
});

// In the page of somebody else, what a person clicks on need not be what they see.
if (isInForeignFrame()) showFramed();
else {
  try {
    await start();
    // What nobody waits for leaves the processor to what the person came for.
    setTimeout(() => navigator.serviceWorker?.controller?.postMessage('started'), SETTLED_MS);
  } catch (error) {
    console.error(error);
    show('start', String(error));
  }
}

function isInForeignFrame() {
  try {
    for (let frame = window; frame !== window.top; frame = frame.parent) {
      if (frame.parent.location.origin !== location.origin) return true;
    }
    return false;
  } catch {
    return true;
  }
}

function isWorker(url) {
  return ['files', 'ranks'].some((name) => url.startsWith(new URL(`${name}-worker.js?`, base).href));
}

function ownScript(url) {
  if (url.startsWith(base)) return url;
  throw new TypeError(`${url} is not a script of this application`);
}

// The application's views have parts that never change, which the framework makes from the program's own
// markup. Whatever could run or load something is in none of them.
function fixedMarkup(markup) {
  return markup.replaceAll(FIXED_TAG, '').includes('<') ? null : markup;
}

async function start() {
  requestWords();
  const [api] = await Promise.all([configuredApi(), firstFrame().then(requestPrograms)]);
  await Promise.all([runApplication(), provideBackend(api)]);
}

// The words of the page are on the screen before anything else takes the processor; the downloads go on
// meanwhile. A tab that nobody sees draws no frame.
function firstFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_MS_MAX);
  });
}

async function runApplication() {
  const [application, module] = await Promise.all([
    import(document.getElementById('app-script').href),
    file(document.getElementById('app-wasm').href),
  ]);
  await application.default({ module_or_path: module });
}

// The application asks for the words of its reader's language as soon as it runs: they come along with
// its code. While developing they are part of it.
function requestWords() {
  preload(words('texts'));
}

// The application, and what it asks for once it runs: the module of the page, with the words and styles of all but the
// first pages. What is read first shares the connection with none of them.
function requestPrograms() {
  preload(document.getElementById('app-wasm'));
  const module = document.querySelector('link[rel="page-module"]');
  preload(module);
  if (!module || 'first' in module.dataset) return;
  preload(words('later-texts'));
  preload(document.querySelector('link[rel="later-styles"]'), { as: 'style' });
}

function words(rel) {
  return document.querySelector(`link[rel="${rel}"][hreflang="${document.documentElement.lang}"]`);
}

function preload(named, how = { as: 'fetch', crossOrigin: 'anonymous' }) {
  if (!named) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', ...how, href: named.href });
  document.head.append(link);
}

// `config.json` beside the page names the API, and how people sign in where they do; the application reads both
// from meta elements.
async function configuredApi() {
  const config = await (await file(new URL('config.json', base).href)).json();
  const api = new URL(config.api, base).href;
  name('api', api);
  if (config.signIn) name('sign-in', JSON.stringify(config.signIn));
  return api;
}

function name(what, content) {
  const meta = document.createElement('meta');
  Object.assign(meta, { name: `prorata-${what}`, content });
  document.head.append(meta);
}

// The application draws its frame while the backend comes up, and what it asks for waits.
async function provideBackend(api) {
  if (api !== new URL('api/', base).href) return;
  const network = window.fetch.bind(window);
  const backend = startBackend(network);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI).href;
    const answer = url.startsWith(api) ? await backend : network;
    return answer(input, init);
  };
  await backend;
}

// What answers the requests below the address of the API in the place of `fetch`. The service worker sees what
// goes to the network, answers for every tab and goes on without one. Where there is none, the page answers
// itself, from the same store.
async function startBackend(network) {
  try {
    await within(WORKER_MS_MAX, workerInControl());
    return network;
  } catch (reason) {
    console.info('The page hosts its backend itself.', reason);
    const { hostBackend } = await import(new URL(`backend-host.js?${build}`, base).href);
    return hostBackend(base, { build, scriptUrl });
  }
}

async function workerInControl() {
  const workers = navigator.serviceWorker;
  if (!workers) throw new Error('no service workers here');
  const script = new URL('sw.js', base).href;
  // Another application of this host may control the page until ours does.
  const isOurs = () => workers.controller?.scriptURL === script;

  const isThere = isOurs();
  // The browser itself looks for a new one meanwhile, and asking now would wait for that.
  if (isThere && await buildOf(workers.controller) === build) return;
  const registration = await workers.register(scriptUrl(script), { scope: base });
  // The worker of another build: the one of this build comes as soon as somebody asks, or the host has none.
  if (isThere) await registration.update().catch(console.info);
  const coming = registration.installing ?? registration.waiting;
  if (!coming) {
    if (isThere) return;
    // An active worker claimed its pages long ago and will not do so again: a forced reload.
    throw new Error('the service worker was passed by');
  }
  await new Promise((resolve, reject) => {
    workers.addEventListener('controllerchange', () => isOurs() && resolve());
    coming.addEventListener('statechange', () => {
      if (coming.state !== 'redundant') return;
      if (isThere) resolve();
      else reject(new Error('the service worker gave up'));
    });
  });
}

function buildOf(worker) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  worker.postMessage('build', [port2]);
  return within(ANSWER_MS_MAX, answer).catch(() => undefined);
}

async function file(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

function within(milliseconds, work) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not ready after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]);
}

// Puts the words of index.html in the place of everything else; `when` is `start` or `crash`.
function show(when, details) {
  const failure = put('failure');
  if (!failure) return;
  failure.dataset.when = when;
  failure.querySelector('pre').textContent = details;
  failure.addEventListener('click', ({ target }) => {
    const wanted = target.closest('button')?.dataset.do;
    if (wanted === 'reload') location.reload();
    if (wanted === 'copy') navigator.clipboard?.writeText(`${details}\n${location.href}`);
    if (wanted === 'reset') forget().finally(() => location.reload());
  });
}

function showFramed() {
  for (const link of put('framed').querySelectorAll('a')) link.href = location.href;
}

// Shows a template instead of everything else. A failure often brings others; the first is the one that
// explains them, and it has taken the templates away.
function put(template) {
  const words = document.getElementById(template)?.content.firstElementChild.cloneNode(true);
  if (words) document.body.replaceChildren(words);
  return words;
}

// Removes everything that this deployment keeps in the browser.
async function forget() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith('prorata.'));
  keys.forEach((key) => localStorage.removeItem(key));
  await Promise.allSettled([
    navigator.serviceWorker?.getRegistration(base).then((worker) => worker?.unregister()),
    caches.keys().then((names) => {
      const own = names.filter((name) => name.startsWith(`prorata ${base} `));
      return Promise.all(own.map((name) => caches.delete(name)));
    }),
    erase(`prorata ${base}api`),
  ]);
}

// Another tab may hold the database; then it goes when that tab is closed.
function erase(name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}
