// Replaces modules by their smaller forms (shrink.mjs MODULE...), in one process: what takes the time of a part is
// not the part but the start of Binaryen, and a release has hundreds. Each processor takes the next module.
import binaryen from 'binaryen';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  // The largest first, so that no processor is left with one in the end.
  const files = process.argv.slice(2).map((path) => ({ path, content: readFileSync(path) }));
  files.sort((one, other) => other.content.length - one.content.length);
  const data = { paths: files.map(({ path }) => path), next: new Int32Array(new SharedArrayBuffer(4)) };
  for (let left = availableParallelism(); left > 0; left--) {
    new Worker(new URL(import.meta.url), { workerData: data });
  }
} else {
  // As much as `wasm-opt -Oz` does.
  //
  // The size that counts is the one after brotli, which finds what repeats. Functions therefore keep
  // their likeness (no inlining beyond the compiler's own), say nothing about the alignment of memory,
  // which is a hint, and stand beside those with similar names, which wasm-bindgen leaves in the module
  // and this step takes out. The first kilobyte of memory is the far end of the stack, so that small
  // offsets can be part of an access. The exports belong to streams of server functions, which come
  // with Leptos and which nothing here calls. All of it together is 3 %.
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  binaryen.setLowMemoryUnused(true);
  binaryen.setPassArgument('remove-exports', '*underlying*');
  binaryen.setPassArgument('no-inline', '*');
  const { paths, next } = workerData;
  for (let at; (at = Atomics.add(next, 0, 1)) < paths.length;) {
    // What a module may use it says itself.
    const module = binaryen.readBinary(readFileSync(paths[at]));
    module.runPasses(['remove-exports', 'no-inline']);
    module.optimize();
    module.runPasses(['dealign', 'reorder-functions-by-name']);
    writeFileSync(paths[at], module.emitBinary());
    module.dispose();
  }
}
