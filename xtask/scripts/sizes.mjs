// Prints one line for each file given: its size, its size after brotli as hosts compress static
// files (quality 11), and its name, separated by tabs.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  console.log(`${bytes.length}\t${brotliCompressSync(bytes, { params }).length}\t${file}`);
}
