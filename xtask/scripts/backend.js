// Stands after the script that wasm-bindgen writes for the backend's module, which is put into the function
// `glueOfBackend`: called again, it makes another instance of the module.

// The part of a release with what changes records, by a name that says its contents: of another build there is none.
const CHANGES = '';

/// Hosts the backend: `respond` answers requests, `start` does beforehand what the first request would
/// wait for. `compile` gives the compiled module of a file; `build` is the one that the module is of; `latency`
/// holds answers back for so many milliseconds.
///
/// An instance that has trapped is in no state to go on: it is dropped with everything that it was about, and
/// the next request gets a new one. Nobody knows what became of a change that was under way.
function hostOfBackend(compile, { api, build, latency }) {
  class Trapped extends Error {}

  const modules = new Map();
  let running;

  function compiled(file) {
    if (!modules.has(file)) modules.set(file, compile(file));
    return modules.get(file);
  }

  async function instantiate() {
    let trap;
    const trapped = new Promise((_, reject) => {
      trap = (cause) => reject(new Trapped(String(cause)));
    });
    // Those who wait for an answer hear of it, and perhaps there is nobody.
    trapped.catch(() => {});
    let exports;
    // The program calls this to have its other part, with a function of its table, and what that wants to hear beside
    // the outcome. What did not come may be asked for again.
    async function bring(callback, data) {
      let isLoaded = false;
      try {
        await WebAssembly.instantiate(await compiled(CHANGES), { __wasm_split: exports });
        isLoaded = true;
      } catch (cause) {
        console.error(cause);
        modules.delete(CHANGES);
      }
      try {
        exports.__indirect_function_table.get(callback)(data, isLoaded);
      } catch (cause) {
        trap(cause);
      }
    }
    // Whatever the instance does later, it does in here; a trap would end it without a word.
    const program = glueOfBackend((work) => queueMicrotask(() => {
      try {
        work();
      } catch (cause) {
        console.error(cause);
        trap(cause);
      }
    }), () => ({ __wasm_split_load_changes: bring }));
    exports = await program({ module_or_path: await compiled(`backend_bg.wasm?${build}`) });
    return { backend: new program.Backend(api, latency, build), trap, trapped };
  }

  async function start() {
    running ??= instantiate();
    const mine = running;
    try {
      return await mine;
    } catch (cause) {
      if (running === mine) {
        running = undefined;
        modules.clear();
      }
      throw cause;
    }
  }

  async function attempt(request) {
    const instance = await start();
    try {
      return await Promise.race([instance.backend.respond(request), instance.trapped]);
    } catch (cause) {
      const isTrap = [Trapped, WebAssembly.RuntimeError, RangeError].some((kind) => cause instanceof kind);
      if (!isTrap) throw cause;
      instance.trap(cause);
      if (await running === instance) running = undefined;
      return instance.trapped;
    }
  }

  async function respond(request) {
    const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    try {
      return await attempt(request).catch((cause) => {
        // What only reads may be asked again; perhaps it was another request that trapped.
        if (isChange || !(cause instanceof Trapped)) throw cause;
        return attempt(request);
      });
    } catch (cause) {
      const isOpen = isChange && cause instanceof Trapped;
      const [code, message] = isOpen
        ? ['OutcomeUnknown', `The backend has stopped, and nobody knows whether this was done: ${cause.message}`]
        : ['ServiceUnavailable', typeof cause === 'string' ? cause : `The backend does not run: ${cause}`];
      const init = { status: 503, headers: { 'prorata-build': build } };
      return Response.json({ error: { code, message } }, init);
    }
  }

  return { respond, start };
}
