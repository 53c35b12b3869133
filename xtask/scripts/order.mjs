// In which order functions compress best.
import { number, sections } from './wasm.mjs';

const CODE = 10;

/// The functions of a module, from the shortest on: after each the one that shares most of its sequences of four bytes
/// with it, so that brotli finds them near.
export function byLikeness(module) {
  const functions = bodies(module);
  const sequences = functions.map((body) => {
    const found = new Set();
    for (let at = 0; at + 4 <= body.length; at++) found.add(body.readUInt32LE(at));
    return found;
  });
  const holders = new Map();
  for (const [place, found] of sequences.entries()) {
    for (const sequence of found) {
      if (!holders.has(sequence)) holders.set(sequence, []);
      holders.get(sequence).push(place);
    }
  }
  const left = new Set([...functions.keys()].sort((one, other) => functions[one].length - functions[other].length));
  const order = [];
  for (let [next] = left; left.size > 0;) {
    left.delete(next);
    order.push(next);
    const shared = new Uint32Array(functions.length);
    for (const sequence of sequences[next]) for (const place of holders.get(sequence)) shared[place]++;
    let most = -1;
    const { size } = sequences[next];
    for (const place of left) {
      const likeness = shared[place] / (size + sequences[place].size - shared[place] || 1);
      if (likeness > most) [most, next] = [likeness, place];
    }
  }
  return order;
}

function bodies(module) {
  const code = [...sections(module)].find(({ id }) => id === CODE);
  if (!code) return [];
  let [count, at] = number(module, code.begin);
  const found = [];
  for (; count > 0; count--) {
    const [length, begin] = number(module, at);
    at = begin + length;
    found.push(module.subarray(begin, at));
  }
  return found;
}
