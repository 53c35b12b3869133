// How WebAssembly lies in bytes.

/// The sections of a module: of each its number, where it begins and where its content begins and ends.
export function* sections(module) {
  for (let start = 8, end; start < module.length; start = end) {
    const [length, begin] = number(module, start + 1);
    end = begin + length;
    yield { id: module[start], start, begin, end };
  }
}

/// A number of 32 bits and where it ends: seven bits in each byte, the lowest first, a high bit while more follow.
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value >>> 0, at];
  }
}

/// A number in as many such bytes as it needs.
export function leb(number) {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
}
