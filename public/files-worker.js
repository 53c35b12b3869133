// Reads the files that somebody brings, apart from the page (crates/files-worker). The page asks with a text and,
// where the question is about a file, the file; it gets a text for each question, in the order of the questions, and
// between them asides, each in a list of its own.
//
// What goes wrong here ends the worker: the page hears of it as of an error, and starts another one.

const { search: build } = self.location;
const base = new URL('.', self.location).href;

// A host may send the policy of the page with this script as well.
const scripts = self.trustedTypes?.createPolicy('prorata-worker', {
  createScriptURL: (name) => new URL(name, base).href,
});
const script = `files.js${build}`;
importScripts(scripts?.createScriptURL(script) ?? script);

const ready = wasm_bindgen({ module_or_path: new URL(`files_bg.wasm${build}`, base).href })
  .then(() => new wasm_bindgen.Files());
let last = ready;

self.onmessage = ({ data: [asked, file] }) => {
  last = last.then(() => answer(asked, file));
  last.catch(stop);
};
ready.catch(stop);

async function answer(asked, file) {
  const files = await ready;
  let bytes;
  try {
    bytes = file && new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // It was moved or changed since it was chosen, or the browser may not read it.
    return self.postMessage(JSON.stringify({ failed: String(cause) }));
  }
  self.postMessage(files.answer(asked, bytes, (told) => self.postMessage([told])));
}

// A rejected promise would end nothing without a word.
function stop(cause) {
  setTimeout(() => {
    throw cause;
  });
}
