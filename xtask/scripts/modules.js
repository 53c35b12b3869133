// Takes the place of the script that wasm-split-cli writes, which asks for each part of the program on its own. Here the
// parts of a page come in one file, because a browser asks for one file more quickly than for three hundred, and likes
// compress better together. A file is a module that has nothing but the parts, as custom sections, of which that of the
// page itself is the last. `FILES` names the file of each module, and `FIRST` those that do with the first style sheet;
// the second one comes with every other.

// How long parts are set up before somebody else has a turn.
const SLICE_MS = 4;

const files = new Map();
const isSetUp = new Set();
let sliceEnd = 0;
let styles;

// The program calls what this gives with a function of its table, and what that wants to hear beside the outcome.
function loads(name) {
  return async (callback, data) => {
    let isLoaded = false;
    try {
      await setUp(name);
      isLoaded = true;
    } catch (cause) {
      console.error(cause);
    }
    initSync().__indirect_function_table.get(callback)(data, isLoaded);
  };
}

// Several modules share parts, each of which holds data that it may bring once only.
async function setUp(name) {
  const imports = { __wasm_split: initSync() };
  const [parts] = await Promise.all([partsOf(name), FIRST.includes(name) || laterStyles()]);
  for (const [part, bytes] of parts) {
    // A tab that nobody sees gets a turn once in a second, and has nobody to keep waiting.
    if (performance.now() > sliceEnd && !document.hidden) await turn();
    if (isSetUp.has(part)) continue;
    new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
    isSetUp.add(part);
  }
}

async function turn() {
  await new Promise((resolve) => setTimeout(resolve));
  sliceEnd = performance.now() + SLICE_MS;
}

function partsOf(name) {
  if (!files.has(name)) {
    const coming = fetchParts(new URL(FILES[name], import.meta.url));
    // What did not come may be asked for again.
    coming.catch(() => files.delete(name));
    files.set(name, coming);
  }
  return files.get(name);
}

function laterStyles() {
  styles ??= new Promise((resolve, reject) => {
    const { href } = document.querySelector('link[rel="later-styles"]');
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve });
    link.onerror = () => {
      // As above.
      styles = undefined;
      link.remove();
      reject(new Error(`${href} is no style sheet`));
    };
    document.head.append(link);
  });
  return styles;
}

async function fetchParts(url) {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isModule = [0, 0x61, 0x73, 0x6d].every((byte, place) => bytes[place] === byte);
  if (!response.ok || !isModule) throw new Error(`${url} is no module`);
  return sections(bytes);
}

// Name and contents of each custom section, in their order.
function sections(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length) => bytes.subarray(at, (at += length));
  const found = [];
  while (at < bytes.length) {
    // Every section is a custom one.
    at += 1;
    const end = number() + at;
    const name = new TextDecoder().decode(take(number()));
    found.push([name, take(end - at)]);
  }
  return found;
}
