// The calculator's own program, for asking it what the page asked.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const PROGRAM = process.env.PRORATA_QUOTE;
const CARGO = ["cargo", "run", "--quiet", "--locked", "--bin", "prorata-quote"];

/// What `prorata-quote` answers to one request.
export function quoteOf(request) {
  const [program, ...options] = PROGRAM ? [PROGRAM] : CARGO;
  const input = `${JSON.stringify(request)}\n`;
  const { status, stdout, stderr, error } = spawnSync(program, options, { input, encoding: "utf8" });
  assert.equal(status, 0, String(error ?? (stderr || stdout)));
  return JSON.parse(stdout);
}
