// The calculator's own program, for asking it what the page asked.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const PROGRAM = process.env.PRORATA_QUOTE;
const CARGO = ["cargo", "run", "--quiet", "--locked", "--bin", "prorata-quote"];
const OUTPUT_MAX = 256 * 1024 * 1024;

/// What `prorata-quote` answers to one request.
export function quoteOf(request) {
  return JSON.parse(run([], `${JSON.stringify(request)}\n`));
}

/// The lines of JSON that `prorata-quote` makes of a file with reservations, with that of the summary apart.
export function readByProgram(path) {
  const text = run(["--", "--from", path, "--dates", "day-first", "--format", "json"].slice(PROGRAM ? 1 : 0), "");
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  return { summary: lines.pop().summary, lines };
}

function run(own, input) {
  const [program, ...options] = PROGRAM ? [PROGRAM] : CARGO;
  const { status, stdout, stderr, error } = spawnSync(program, [...options, ...own], {
    input,
    encoding: "utf8",
    maxBuffer: OUTPUT_MAX,
  });
  assert.equal(status, 0, String(error ?? (stderr || stdout)));
  return stdout;
}
