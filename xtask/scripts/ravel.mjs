// Lays WebAssembly modules in strands (strands.js), all of them into one file:
// ravel.mjs FILE [NAME=MODULE...].
import { readFileSync, writeFileSync } from 'node:fs';
import vm from 'node:vm';
import { leb, number, sections } from './wasm.mjs';

const script = readFileSync(new URL('strands.js', import.meta.url), 'utf8');
const { CODE, STRANDS, strand, unraveled, walk } = vm.runInThisContext(`(() => {
  ${script}
  const strand = { SHAPE, INSTRUCTION, REST };
  return { CODE, STRANDS, strand, unraveled, walk };
})()`);

const [, , target, ...named] = process.argv;
const modules = named.map((pair) => {
  const [name, file] = pair.split(/=(.*)/s);
  return [name, new Uint8Array(readFileSync(file))];
});
const file = ravel(modules);
const again = unraveled(new WebAssembly.Module(file));
for (const [name, module] of modules) {
  if (again.size !== modules.length || !areSame(partsOf(module), partsOf(again.get(name)))) {
    throw new Error(`${name} does not come out of its strands as it was`);
  }
}
writeFileSync(target, file);

function ravel(modules) {
  const strands = Array.from({ length: STRANDS }, () => []);
  const put = (strand, bytes) => {
    for (const byte of bytes) strands[strand].push(byte);
  };
  const shape = (number) => put(strand.SHAPE, leb(number));
  const content = (bytes) => {
    shape(bytes.length);
    put(strand.SHAPE, bytes);
  };
  shape(modules.length);
  for (const [name, module] of modules) {
    const { before, functions, after } = partsOf(module);
    content(new TextEncoder().encode(name));
    const code = functions.reduce((sum, { length }) => sum + 5 + length, leb(functions.length).length);
    shape(before.length + after.length + (functions.length ? 6 + code : 0));
    content(before);
    shape(functions.length);
    if (functions.length) shape(functions.length);
    functions.forEach((body) => take(body, put));
    content(after);
  }
  const lengths = strands.flatMap(({ length }) => leb(length));
  const section = [7, ...new TextEncoder().encode('strands'), ...lengths];
  const length = strands.reduce((sum, { length }) => sum + length, section.length);
  const start = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, ...leb(length), ...section];
  return Uint8Array.from([start, ...strands].flat());
}

/// Takes a function apart.
function take(body, put) {
  let at = 0;
  const move = (strand) => {
    const [value, next] = number(body, at);
    put(strand, body.subarray(at, next));
    at = next;
    return value;
  };
  walk({
    instruction: () => {
      put(strand.INSTRUCTION, [body[at]]);
      return body[at++];
    },
    move,
    aligned: () => {
      if (body[at++] !== 0) throw new Error('an access is aligned; wasm-opt says otherwise');
    },
    bytes: (length) => put(strand.REST, body.subarray(at, at += length)),
  });
  if (at !== body.length) throw new Error('a function ends before its bytes do');
}

/// The functions of a module, and what is before and after them.
function partsOf(module) {
  const code = [...sections(module)].find(({ id }) => id === CODE);
  if (!code) return { before: module, functions: [], after: module.subarray(module.length) };
  const [before, after] = [module.subarray(0, code.start), module.subarray(code.end)];
  return { before, functions: bodies(module, code.begin), after };
}

function bodies(module, start) {
  let [count, at] = number(module, start);
  return Array.from({ length: count }, () => {
    const [length, begin] = number(module, at);
    at = begin + length;
    return module.subarray(begin, at);
  });
}

function areSame(one, other) {
  const parts = ({ before, functions, after }) => [before, ...functions, after];
  const [left, right] = [parts(one), parts(other)];
  return left.length === right.length
    && left.every((bytes, index) => Buffer.compare(bytes, right[index]) === 0);
}
