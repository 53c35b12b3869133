// Gives what a module imports and exports short names, in it and in its script (names.mjs MODULE SCRIPT): what
// makes a name of wasm-bindgen unique is sixteen digits, which do not compress. What the script has for imports
// and exports that wasm-opt has taken out goes as well.
import { readFileSync, writeFileSync } from 'node:fs';
import { leb, number, sections } from './wasm.mjs';

const [, , modulePath, scriptPath] = process.argv;
const [IMPORTS, EXPORTS] = [2, 7];
const [FUNCTION, TABLE, GLOBAL, TAG] = [0, 1, 3, 4];

const module = readFileSync(modulePath);
const compiled = new WebAssembly.Module(module);
const imports = WebAssembly.Module.imports(compiled).filter(({ module }) => module.endsWith('_bg.js'));
const exports = WebAssembly.Module.exports(compiled);

const short = new Map();
for (const name of [...imports, ...exports].flatMap(({ module, name }) => [module, name])) {
  if (/[0-9a-f]{16}|_bg\.js$/.test(name) && !short.has(name)) short.set(name, `_${short.size.toString(36)}`);
}
const imported = new Set(imports.map(({ name }) => name));
const written = new Set();
const script = readFileSync(scriptPath, 'utf8')
  // Streams of server functions come with Leptos, and nothing here calls them.
  .replaceAll(/^export class IntoUnderlying.*?^\}\n/gms, '')
  .replaceAll(/^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, '')
  .replaceAll(/^const IntoUnderlying\w+ = .*?;\n/gms, '')
  .replaceAll(/^ +(__wbg_\w+|__wbindgen_\w+): function\(.*?^ +\},\n/gms, (text, name) => imported.has(name) ? text : '')
  .replaceAll(/(?<=")\.\/[\w-]+_bg\.js(?=")|(?<![-\w])\w+/g, (name) => {
    written.add(name);
    return short.get(name) ?? name;
  });
for (const name of short.keys()) {
  if (!written.has(name)) throw new Error(`${scriptPath} does not know ${name}`);
}
writeFileSync(scriptPath, script);

const parts = [...sections(module)].flatMap(({ id, start, begin, end }) => {
  if (id !== IMPORTS && id !== EXPORTS) return [module.subarray(start, end)];
  const section = entries(module.subarray(begin, end), id === IMPORTS);
  return [Buffer.from([id, ...leb(section.length)]), section];
});
writeFileSync(modulePath, Buffer.concat([module.subarray(0, 8), ...parts]));

/// A list of imports or exports with the names that they have now.
function entries(content, areImports) {
  let [count, at] = number(content, 0);
  const out = [...content.subarray(0, at)];
  for (; count > 0; count--) {
    // An import has the name of a module before its own.
    for (let names = areImports ? 2 : 1; names > 0; names--) {
      const [length, start] = number(content, at);
      at = start + length;
      const long = content.toString('utf8', start, at);
      const name = Buffer.from(short.get(long) ?? long);
      out.push(...leb(name.length), ...name);
    }
    const end = areImports ? afterType(content, at) : number(content, at + 1)[1];
    out.push(...content.subarray(at, end));
    at = end;
  }
  return Buffer.from(out);
}

/// The end of what an import says about its type: a function has a number, a global two bytes, a tag a byte and a
/// number, a memory its limits, a table a byte and then limits.
function afterType(content, at) {
  const kind = content[at++];
  if (kind === FUNCTION) return number(content, at)[1];
  if (kind === GLOBAL) return at + 2;
  if (kind === TAG) return number(content, at + 1)[1];
  if (kind === TABLE) at++;
  const [flags, minimum] = [content[at], at + 1];
  const [, end] = number(content, minimum);
  return flags & 1 ? number(content, end)[1] : end;
}
