// Makes the ranks that rows are sorted by, apart from the page (crates/ranks-worker). The page asks with the bytes of
// a column in a list of one; it gets an array of numbers for each, in the order of the questions, or nothing.
//
// What goes wrong here ends the worker: the page hears of it as of an error, and makes the ranks itself.

const { search: build } = self.location;
const base = new URL('.', self.location).href;

// A host may send the policy of the page with this script as well.
const scripts = self.trustedTypes?.createPolicy('prorata-worker', {
  createScriptURL: (name) => new URL(name, base).href,
});
const script = `ranks.js${build}`;
importScripts(scripts?.createScriptURL(script) ?? script);

const ready = wasm_bindgen({ module_or_path: new URL(`ranks_bg.wasm${build}`, base).href });

self.onmessage = ({ data: [bytes] }) => {
  ready.then(() => {
    const ranks = wasm_bindgen.ranks(bytes);
    self.postMessage(ranks, ranks ? [ranks.buffer] : []);
  }).catch(stop);
};
ready.catch(stop);

// A rejected promise would end nothing without a word.
function stop(cause) {
  setTimeout(() => {
    throw cause;
  });
}
