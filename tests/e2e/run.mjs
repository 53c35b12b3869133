// Runs files of journeys in the order in which they are given, so many at the same time: `node run.mjs 4 first.test.mjs
// second.test.mjs`. `node --test` sorts them by their names, which leaves a long one alone at the end.

import { run } from "node:test";
import { spec } from "node:test/reporters";

const [concurrency, ...files] = process.argv.slice(2);
const journeys = run({ files, concurrency: Number(concurrency) });
journeys.on("test:fail", () => {
  process.exitCode = 1;
});
journeys.compose(new spec()).pipe(process.stdout);
