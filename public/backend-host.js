// The backend within the page, for browsers that allow no service worker here: the same module
// answers the same requests, only that it ends with the page.

/// Starts the backend and lets it answer every `fetch` below `{base}api/`. Other requests go to the
/// network as before. `base` is the absolute URL of the application, with a slash at its end;
/// `build` is that of the page; `latency` holds answers back for so many milliseconds.
export async function hostBackend(base, { build, latency = 0 }) {
  const api = new URL('api/', base).href;
  await loadScript(new URL('backend.js', base).href);
  await wasm_bindgen({ module_or_path: new URL('backend_bg.wasm', base).href });
  const backend = new wasm_bindgen.Backend(api, latency, build);

  const network = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI).href;
    if (!url.startsWith(api)) return network(input, init);
    const request = new Request(input, init);
    return Promise.race([backend.respond(request), aborted(request.signal)]);
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
