// Takes exports that nobody calls out of a program as the linker left it (unused.mjs FROM TO), so that what only they
// need does not count as needed when the program is split. They belong to streams of server functions, which come with
// Leptos. Functions keep their numbers, by which the linker says what refers to what.
import { readFileSync, writeFileSync } from 'node:fs';
import { leb, number, sections } from './wasm.mjs';

const [, , from, to] = process.argv;
const EXPORTS = 7;
const UNUSED = /underlying/;

const program = readFileSync(from);
const parts = [...sections(program)].flatMap(({ id, start, begin, end }) => {
  if (id !== EXPORTS) return [program.subarray(start, end)];
  const used = [...exports(program, begin)].filter(({ name }) => !UNUSED.test(name)).map(({ bytes }) => bytes);
  const section = Buffer.concat([Buffer.from(leb(used.length)), ...used]);
  return [Buffer.from([id, ...leb(section.length)]), section];
});
writeFileSync(to, Buffer.concat([program.subarray(0, 8), ...parts]));

// What a section exports: of each its name and its bytes.
function* exports(module, begin) {
  let [count, start] = number(module, begin);
  for (; count > 0; count--) {
    const [length, at] = number(module, start);
    // After the name comes a byte that says what it is.
    const [, end] = number(module, at + length + 1);
    yield { name: module.toString('utf8', at, at + length), bytes: module.subarray(start, end) };
    start = end;
  }
}
