// Replaces modules by their smaller forms (shrink.mjs MODULE...), in one process: what takes the time of a part is
// not the part but the start of Binaryen, and a release has hundreds. Each processor takes the next module.
import binaryen from 'binaryen';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { byLikeness } from './order.mjs';

// So large, as Binaryen counts, is a function that goes into the one that calls it, where that is the only one; and what
// goes into everyone who calls it, which is no larger than the call, or the detour of a part.
const [ONE_CALLER_MAX, CALL_MAX, DETOUR_MAX] = [40, 2, 10];

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
  // their likeness (of what is inlined beyond the compiler's own below), say nothing about the alignment of
  // memory, which is a hint, and stand beside those that they are like. The first kilobyte of memory is the far end
  // of the stack, so that small offsets can be part of an access. Zeros between constants, and a calculation that is
  // made twice in the same words, cost less than what would take their place. What functions are called, who has made
  // a module, and with which features, is for tools alone.
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  binaryen.setLowMemoryUnused(true);
  for (const pass of ['memory-packing', 'local-cse']) binaryen.addPassToSkip(pass);
  binaryen.setOneCallerInlineMaxSize(ONE_CALLER_MAX);
  binaryen.setFlexibleInlineMaxSize(0);
  const { paths, next } = workerData;
  for (let at; (at = Atomics.add(next, 0, 1)) < paths.length;) {
    const content = readFileSync(paths[at]);
    binaryen.setAlwaysInlineMaxSize(isPart(content) ? DETOUR_MAX : CALL_MAX);
    // What a module may use it says itself.
    const module = binaryen.readBinary(content);
    removePlaceholders(module);
    module.optimize();
    module.runPasses(['dealign', 'strip-producers', 'strip-target-features']);
    reorder(module);
    writeFileSync(paths[at], module.emitBinary());
    module.dispose();
  }
}

// A part of a page reaches what other parts share by a function of its own for each, which only passes its arguments
// on through the table. Without this detour it is a twelfth smaller.
function isPart(content) {
  return WebAssembly.Module.imports(new WebAssembly.Module(content)).some(({ module }) => module === '__wasm_split');
}

// wasm-split-cli reserves the places that parts have in the table by lists of nothing, which is what a table holds
// anyway. wasm-bindgen, which they are for, has had them.
function removePlaceholders(module) {
  const places = Array.from({ length: module.getNumElementSegments() }, (_, at) => module.getElementSegmentByIndex(at));
  for (const { name, data } of places.map(binaryen.getElementSegmentInfo)) {
    if (data.every((called) => !called)) module.removeElementSegment(name);
  }
}

// Puts functions in the order in which they compress best: each is taken out and added again.
function reorder(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at));
  const own = all.map(binaryen.getFunctionInfo).filter(({ base }) => !base);
  for (const place of byLikeness(Buffer.from(module.emitBinary()))) {
    const { name, params, results, vars, body } = own[place];
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, body);
  }
}
