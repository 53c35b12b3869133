// A module of a release lies in its file in strands: all of its instructions, then all of their locals, then all
// of their offsets, and so on (xtask/scripts/ravel.mjs). What is of one kind repeats itself more, so that it
// compresses to a tenth less than in its order. To a browser the file is a module without contents.

const [SHAPE, I64, I32, CALL, OFFSET, LOCAL, BRANCH, DECLARED, REST, BLOCK, INSTRUCTION, STRANDS] = Array(12).keys();

/// What may follow an instruction beside a single number of a strand: the alignment of an access, which is the
/// same everywhere, and its offset; a table of branches; so many types; two numbers; four or eight bytes; the
/// number of another instruction and what follows that.
const [NOTHING, OPENS, CLOSES, ACCESS, TABLE, TYPES, TWO, FOUR, EIGHT, MORE, UNKNOWN] =
  Array.from({ length: 11 }, (_, kind) => STRANDS + kind);

const FOLLOWS = new Uint8Array(256).fill(UNKNOWN);
for (const [kind, first, last] of [
  [NOTHING, 0x00, 0x01], [OPENS, 0x02, 0x04], [NOTHING, 0x05], [CLOSES, 0x0b], [BRANCH, 0x0c, 0x0d], [TABLE, 0x0e],
  [NOTHING, 0x0f], [CALL, 0x10], [TWO, 0x11], [NOTHING, 0x1a, 0x1b], [TYPES, 0x1c], [LOCAL, 0x20, 0x22],
  [REST, 0x23, 0x26], [ACCESS, 0x28, 0x3e], [REST, 0x3f, 0x40], [I32, 0x41], [I64, 0x42], [FOUR, 0x43], [EIGHT, 0x44],
  [NOTHING, 0x45, 0xc4], [REST, 0xd0], [NOTHING, 0xd1], [CALL, 0xd2], [MORE, 0xfc],
]) FOLLOWS.fill(kind, first, (last ?? first) + 1);

/// How many numbers follow one of the instructions with a number of their own.
const numbersAfter = (which) => (which < 8 ? 0 : [8, 10, 12, 14].includes(which) ? 2 : 1);

/// The section of a module that has its functions.
const CODE = 10;

/// A compiled file, or what lies in it in strands.
async function whole(file) {
  const only = unraveled(file).get('');
  return only ? WebAssembly.compile(only) : file;
}

/// The modules that lie in a compiled file, by their names, each as the bytes that a browser compiles.
function unraveled(file) {
  const modules = new Map();
  const [section] = WebAssembly.Module.customSections(file, 'strands');
  if (!section) return modules;
  const strands = new Uint8Array(section);
  const at = new Uint32Array(STRANDS);
  const number = () => {
    const [value, end] = numberAt(strands, at[SHAPE]);
    at[SHAPE] = end;
    return value;
  };
  // The lengths of the strands are before the first.
  const lengths = Array.from(at, number);
  lengths.reduce((start, length, strand) => (at[strand] = start) + length, at[SHAPE]);
  for (let count = number(); count > 0; count--) {
    const length = number();
    const name = String.fromCharCode(...strands.subarray(at[SHAPE], at[SHAPE] += length));
    const out = new Uint8Array(number());
    let end = copied(strands, at, SHAPE, number(), out, 0);
    let functions = number();
    if (functions > 0) {
      const code = end + 1;
      out[end] = CODE;
      end = moved(strands, at, SHAPE, 1, out, code + 5);
      for (; functions > 0; functions--) {
        const start = end;
        end = unraveledFunction(strands, at, out, start + 5);
        writeLength(out, start, end);
      }
      writeLength(out, code, end);
    }
    copied(strands, at, SHAPE, number(), out, end);
    modules.set(name, out);
  }
  return modules;
}

/// Writes a function and gives where it ends. Every byte of a program goes through here before the first visit
/// sees anything: a single loop without other functions, because a browser makes that quick the soonest.
function unraveledFunction(strands, at, out, end) {
  const [groups] = numberAt(strands, at[DECLARED]);
  end = moved(strands, at, DECLARED, 1 + 2 * groups, out, end);
  let instruction = at[INSTRUCTION];
  for (let depth = 1; depth > 0;) {
    const code = strands[instruction++];
    out[end++] = code;
    let strand = FOLLOWS[code];
    if (strand >= STRANDS) {
      if (strand === NOTHING) continue;
      if (strand === CLOSES) {
        depth--;
        continue;
      }
      if (strand === ACCESS) {
        out[end++] = 0;
        strand = OFFSET;
      } else if (strand === OPENS) {
        depth++;
        strand = BLOCK;
      } else {
        end = unraveledRest(strands, at, strand, out, end);
        continue;
      }
    }
    let from = at[strand];
    let byte;
    do {
      byte = strands[from++];
      out[end++] = byte;
    } while (byte > 127);
    at[strand] = from;
  }
  at[INSTRUCTION] = instruction;
  return end;
}

/// Writes what is rarely after an instruction.
function unraveledRest(strands, at, kind, out, end) {
  if (kind === FOUR || kind === EIGHT) return copied(strands, at, REST, kind === FOUR ? 4 : 8, out, end);
  const [first] = numberAt(strands, at[REST]);
  // A table has a branch more than it says.
  const after = { [TABLE]: first + 1, [TYPES]: first, [TWO]: 1, [MORE]: numbersAfter(first) }[kind];
  return moved(strands, at, REST, 1 + after, out, end);
}

/// Moves so many numbers of a strand.
function moved(strands, at, strand, count, out, end) {
  let from = at[strand];
  for (; count > 0; from++) {
    out[end++] = strands[from];
    if (strands[from] < 128) count--;
  }
  at[strand] = from;
  return end;
}

function copied(strands, at, strand, length, out, end) {
  out.set(strands.subarray(at[strand], at[strand] += length), end);
  return end + length;
}

/// A length in five bytes is as good as one in fewer, and can be written when it is known.
function writeLength(out, start, end) {
  const length = end - start - 5;
  for (let byte = 0; byte < 5; byte++) {
    out[start + byte] = ((length >>> (7 * byte)) & 127) | (byte < 4 ? 128 : 0);
  }
}

/// A number and where it ends: seven bits in each byte, the lowest first, a high bit while more follow.
function numberAt(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}
