// Lays WebAssembly modules in strands (strands.js), all of them into one file:
// ravel.mjs FILE [NAME=MODULE...].
import { readFileSync, writeFileSync } from 'node:fs';
import vm from 'node:vm';
import { leb, number, sections } from './wasm.mjs';

const script = readFileSync(new URL('strands.js', import.meta.url), 'utf8');
const names = ['CODE', 'DECLARED', 'FOLLOWS', 'INSTRUCTION', 'BLOCK', 'OFFSET', 'REST', 'SHAPE', 'STRANDS', 'OPENS', 'CLOSES', 'ACCESS',
  'TABLE', 'TYPES', 'TWO', 'FOUR', 'EIGHT', 'MORE', 'UNKNOWN', 'numbersAfter', 'unraveled'];
const known = vm.runInThisContext(`(() => { ${script}; return { ${names} }; })()`);

const [, , target, ...named] = process.argv;
const modules = named.map((pair) => {
  const [name, file] = pair.split(/=(.*)/s);
  return [name, new Uint8Array(readFileSync(file))];
});
const file = ravel(modules);
const again = known.unraveled(new WebAssembly.Module(file));
for (const [name, module] of modules) {
  if (again.size !== modules.length || !areSame(partsOf(module), partsOf(again.get(name)))) {
    throw new Error(`${name} does not come out of its strands as it was`);
  }
}
writeFileSync(target, file);

function ravel(modules) {
  const strands = Array.from({ length: known.STRANDS }, () => []);
  const put = (strand, bytes) => {
    for (const byte of bytes) strands[strand].push(byte);
  };
  const shape = (number) => put(known.SHAPE, leb(number));
  const content = (bytes) => {
    shape(bytes.length);
    put(known.SHAPE, bytes);
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
  const move = (strand, count = 1) => {
    let value;
    for (; count > 0; count--) {
      const [next, end] = number(body, at);
      put(strand, body.subarray(at, end));
      [value, at] = [next, end];
    }
    return value;
  };
  const after = {
    [known.CLOSES]: () => depth--,
    [known.OPENS]: () => {
      depth++;
      move(known.BLOCK);
    },
    [known.ACCESS]: () => {
      if (body[at++] !== 0) throw new Error('an access is aligned; wasm-opt says otherwise');
      move(known.OFFSET);
    },
    [known.TABLE]: () => move(known.REST, move(known.REST) + 1),
    [known.TYPES]: () => move(known.REST, move(known.REST)),
    [known.TWO]: () => move(known.REST, 2),
    [known.MORE]: () => move(known.REST, known.numbersAfter(move(known.REST))),
    [known.FOUR]: () => put(known.REST, body.subarray(at, at += 4)),
    [known.EIGHT]: () => put(known.REST, body.subarray(at, at += 8)),
    [known.UNKNOWN]: () => { throw new Error(`no strand is for the instruction ${body[at - 1]}`); },
  };
  move(known.DECLARED, 2 * move(known.DECLARED));
  let depth = 1;
  while (depth > 0) {
    put(known.INSTRUCTION, [body[at]]);
    const kind = known.FOLLOWS[body[at++]];
    if (kind < known.STRANDS) move(kind);
    else after[kind]?.();
  }
  if (at !== body.length) throw new Error('a function ends before its bytes do');
}

/// The functions of a module, and what is before and after them.
function partsOf(module) {
  const code = [...sections(module)].find(({ id }) => id === known.CODE);
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
