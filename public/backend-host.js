// The backend within the page, for browsers that allow no service worker here: the same module
// answers the same requests, only that it ends with the page.

/// Starts the backend and lets it answer every `fetch` below `{base}api/`. Other requests go to the
/// network as before. `base` is the absolute URL of the application, with a slash at its end;
/// `build` is that of the page; `scriptUrl` makes the address of a script one that the policy of the page
/// allows; `latency` holds answers back for so many milliseconds.
export async function hostBackend(base, { build, scriptUrl, latency = 0 }) {
  const api = new URL('api/', base).href;
  await loadScript(scriptUrl(new URL(`backend.js?${build}`, base).href));
  const module = new URL(`backend_bg.wasm?${build}`, base).href;
  const compile = () => WebAssembly.compileStreaming(fetch(module));
  const { respond, start } = hostOfBackend(compile, { api, build, latency });
  await start();

  const network = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI).href;
    if (!url.startsWith(api)) return network(input, init);
    const request = new Request(input, init);
    return Promise.race([respond(request), aborted(request.signal)]);
  };
}

function loadScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} cannot be loaded`));
    document.head.append(script);
  });
}

function aborted(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
