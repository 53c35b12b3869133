// Stands before the script that wasm-split-cli writes, which asks for each part of the program on its own.
// Here the parts of a page come in one file, because a browser asks for one file more quickly than for
// fifty, and likes compress better together. A file is a module that has nothing but the parts, as custom
// sections, so that the browser takes it apart. `FILES` names the file of each module.

let module;
const packs = new Map();

const loadsModule = (name, load) => wrapAsyncCb(() => {
  module = name;
  return load();
});

async function part(name) {
  const [bytes] = WebAssembly.Module.customSections(await pack(module), name);
  return new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
}

function pack(name) {
  if (!packs.has(name)) {
    const coming = WebAssembly.compileStreaming(fetch(new URL(FILES[name], import.meta.url)));
    // What did not come may be asked for again.
    coming.catch(() => packs.delete(name));
    packs.set(name, coming);
  }
  return packs.get(name);
}

