// The backend within the page, for browsers that allow no service worker here: the same module
// answers the same requests, only that it ends with the page.

/// Starts the backend, and gives what answers requests below `{base}api/` in the place of `fetch`.
/// `base` is the absolute URL of the application, with a slash at its end; `build` is that of the page;
/// `scriptUrl` makes the address of a script one that the policy of the page allows.
export async function hostBackend(base, { build, scriptUrl }) {
  const api = new URL('api/', base).href;
  await loadScript(scriptUrl(new URL(`backend.js?${build}`, base).href));
  const compile = (name) => WebAssembly.compileStreaming(fetch(new URL(name, base)));
  const { expect, respond, start } = hostOfBackend(compile, { api, build });
  expect([location.href]);
  await start();

  return (input, init) => {
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
