// A module of a release lies in its file in strands: all of its instructions, then all of their locals, then all
// of their offsets, and so on (xtask/scripts/ravel.mjs). What is of one kind repeats itself more, so that it
// compresses to a tenth less than in its order. To a browser the file is a module without contents.

const [SHAPE, I64, I32, CALL, OFFSET, LOCAL, BRANCH, DECLARED, REST, BLOCK, INSTRUCTION] = Array(11).keys();
const STRANDS = 11;

/// The section of a module that has its functions.
const CODE = 10;

/// Goes through a function: `instruction` moves a byte that says what follows, `move` a number of a strand, and
/// both tell what it was; `aligned` the alignment of an access, which is the same everywhere, and `bytes` others.
function walk({ instruction, move, aligned, bytes }) {
  for (let groups = move(DECLARED); groups > 0; groups--) {
    move(DECLARED);
    move(DECLARED);
  }
  for (let depth = 1; depth > 0;) {
    const code = instruction();
    if (code >= 0x20 && code <= 0x22) move(LOCAL);
    else if (code >= 0x28 && code <= 0x3e) {
      aligned();
      move(OFFSET);
    } else if (code === 0x41) move(I32);
    else if (code === 0x42) move(I64);
    else if (code === 0x0b) depth--;
    else if (code >= 0x02 && code <= 0x04) {
      depth++;
      move(BLOCK);
    } else if (code === 0x0c || code === 0x0d) move(BRANCH);
    else if (code === 0x10 || code === 0x12 || code === 0xd2) move(CALL);
    else if (code === 0x0e || code === 0x1c) {
      // A table of branches has one more than it says; a selection has the types that it says.
      for (let count = move(REST) + (code === 0x0e ? 1 : 0); count > 0; count--) move(REST);
    } else if (code === 0x11 || code === 0x13) {
      move(REST);
      move(REST);
    } else if (code === 0x43 || code === 0x44) bytes(code === 0x43 ? 4 : 8);
    else if (code === 0xfc) {
      const which = move(REST);
      if (which > 7) move(REST);
      if (which === 8 || which === 10 || which === 12 || which === 14) move(REST);
    } else if ([0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0xd0].includes(code)) move(REST);
    else if ((code >= 0x06 && code <= 0x0a) || (code > 0x13 && code < 0x1a) || code > 0xd1) {
      throw new Error(`no strand is for the instruction ${code}`);
    }
  }
}

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
  const at = Array(STRANDS).fill(0);
  let out;
  let end;

  const read = (strand) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = strands[at[strand]++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const move = (strand) => {
    let from = at[strand];
    const value = read(strand);
    while (from < at[strand]) out[end++] = strands[from++];
    return value;
  };
  const copy = (strand, length) => {
    out.set(strands.subarray(at[strand], at[strand] += length), end);
    end += length;
  };
  // A length in five bytes is as good as one in fewer, and is written when it is known.
  const withLength = (content) => {
    const start = end;
    end += 5;
    content();
    const length = end - start - 5;
    for (let byte = 0; byte < 5; byte++) {
      out[start + byte] = ((length >>> (7 * byte)) & 127) | (byte < 4 ? 128 : 0);
    }
  };
  const mover = {
    instruction: () => (out[end++] = strands[at[INSTRUCTION]++]),
    move,
    aligned: () => { out[end++] = 0; },
    bytes: (length) => copy(REST, length),
  };

  // The lengths of the strands are before the first.
  const lengths = at.map(() => read(SHAPE));
  lengths.reduce((start, length, strand) => (at[strand] = start) + length, at[SHAPE]);
  for (let count = read(SHAPE); count > 0; count--) {
    const length = read(SHAPE);
    const name = String.fromCharCode(...strands.subarray(at[SHAPE], at[SHAPE] += length));
    out = new Uint8Array(read(SHAPE));
    end = 0;
    copy(SHAPE, read(SHAPE));
    let functions = read(SHAPE);
    if (functions) {
      out[end++] = CODE;
      withLength(() => {
        for (move(SHAPE); functions > 0; functions--) withLength(() => walk(mover));
      });
    }
    copy(SHAPE, read(SHAPE));
    modules.set(name, out);
  }
  return modules;
}
