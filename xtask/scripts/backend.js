// Stands after the script that wasm-bindgen writes for the backend's module, which is put into the function
// `glueOfBackend`: called again, it makes another instance of the module.

// The parts of a release beside the module itself: with what else is only read, and with what changes records. Their names
// say their contents: of another build there is none. The second needs the first.
const READS = '';
const CHANGES = '';

/// Hosts the backend: `respond` answers requests, `start` does beforehand what the first request would
/// wait for, and `expect` what those will that the pages with these addresses ask. `compile` gives the compiled module
/// of a file; `build` is the one that the module is of; `latency` holds answers back for so many milliseconds.
///
/// An instance that has trapped is in no state to go on: it is dropped with everything that it was about, and
/// the next request gets a new one. Nobody knows what became of a change that was under way.
function hostOfBackend(compile, { api, build, latency }) {
  class Trapped extends Error {}

  const modules = new Map();
  let running;
  let hasAnswered = false;

  // The module of a file, and those that it carries, which come after it.
  function compiled(file) {
    if (!modules.has(file)) {
      const coming = compile(file).then(async (module) => {
        const carried = WebAssembly.Module.customSections(module, 'part');
        return [module, ...await Promise.all(carried.map((bytes) => WebAssembly.compile(bytes)))];
      });
      // What did not come may be asked for again.
      coming.catch(() => modules.delete(file));
      modules.set(file, coming);
    }
    return modules.get(file);
  }

  // A page that is about a customer asks for records as soon as it runs.
  function expect(addresses) {
    const isAboutCustomer = (address) => new URL(address).searchParams.has('customer');
    if (addresses.some(isAboutCustomer)) fetchReads();
  }

  function fetchReads() {
    if (READS) compiled(READS).catch(() => {});
  }

  async function instantiate() {
    let trap;
    const trapped = new Promise((_, reject) => {
      trap = (cause) => reject(new Trapped(String(cause)));
    });
    // Those who wait for an answer hear of it, and perhaps there is nobody.
    trapped.catch(() => {});
    let exports;
    // Each brings data, which it may do once only.
    const isSetUp = new Set();
    // The program calls what this gives to have more of its parts, with a function of its table, and what that wants to
    // hear beside the outcome. Nothing is set up before everything has come.
    const loads = (...files) => async (callback, data) => {
      let isLoaded = false;
      try {
        for (const module of (await Promise.all(files.map(compiled))).flat()) {
          if (isSetUp.has(module)) continue;
          new WebAssembly.Instance(module, { __wasm_split: exports });
          isSetUp.add(module);
        }
        isLoaded = true;
      } catch (cause) {
        console.error(cause);
      }
      try {
        exports.__indirect_function_table.get(callback)(data, isLoaded);
      } catch (cause) {
        trap(cause);
      }
    };
    // Whatever the instance does later, it does in here; a trap would end it without a word.
    const program = glueOfBackend((work) => queueMicrotask(() => {
      try {
        work();
      } catch (cause) {
        console.error(cause);
        trap(cause);
      }
    }), () => ({ __wasm_split_load_reads: loads(READS), __wasm_split_load_changes: loads(READS, CHANGES) }));
    const [module] = await compiled(`backend_bg.wasm?${build}`);
    exports = await program({ module_or_path: module });
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
      const answer = await Promise.race([instance.backend.respond(request), instance.trapped]);
      // The page has begun: the next that somebody looks at is a record.
      if (!hasAnswered) fetchReads();
      hasAnswered = true;
      return answer;
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

  return { expect, respond, start };
}
