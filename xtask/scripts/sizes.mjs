// Prints one line for each file given: its size, its size after brotli as hosts compress static
// files (quality 11), and its name, separated by tabs.
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

// Not the form that waits for each: the others are compressed meanwhile, on every processor.
const compress = promisify(brotliCompress);

async function line(file) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return `${bytes.length}\t${(await compress(bytes, { params })).length}\t${file}`;
}

for (const text of await Promise.all(process.argv.slice(2).map(line))) {
  console.log(text);
}
