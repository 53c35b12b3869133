// Measures in Chromium, and prints Markdown: the calculator's workload as a module, and how long the
// page takes to start. Arguments: folder of the workload's module, folder of a bundle, its base path.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { serve } from "../../tests/e2e/server.mjs";

const RUNS = 9;
const QUOTES = 100_000;
const EXPLAINED = 10_000;

const [moduleFolder, bundleFolder, base] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
console.log(`## Calculator, in ${browser.browserType().name()} ${browser.version()}\n`);
console.log(table(["Workload", "Median"], await workload()));
console.log("## Start-up from the bundle, on this machine\n");
console.log(table(["Moment", "First visit", "Later visit"], await startUp()));
await browser.close();

async function workload() {
  const policy = "script-src 'self' 'wasm-unsafe-eval'";
  await writeFile(
    join(moduleFolder, "index.html"),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  const server = await serve(moduleFolder, "/");
  const page = await browser.newPage();
  await page.goto(server.origin);
  const medians = await page.evaluate(
    async ([runs, quotes, explained]) => {
      const { default: init, Exchanges, Workload } = await import("/bench.js");
      await init({ module_or_path: "/bench_bg.wasm" });
      const median = (work) => {
        const times = Array.from({ length: runs }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        });
        return times.sort((one, other) => one - other)[Math.floor(runs / 2)];
      };
      const many = new Workload(quotes);
      const some = new Workload(explained);
      const exchanges = new Exchanges();
      return [
        [`${quotes} mixed quotes, amounts and decision`, median(() => many.assess_all())],
        [`${explained} quotes with every step`, median(() => some.quote_all())],
        [`${explained} searches for the first date`, median(() => some.first_dates())],
        ["Exchange of 50 lines for 20, with every step", median(() => exchanges.exchange_many())],
        ["Suggestion among 200 reservations", median(() => exchanges.suggest_among_many())],
      ];
    },
    [RUNS, QUOTES, EXPLAINED],
  );
  await page.close();
  await server.close();
  return medians.map(([what, time]) => [what, milliseconds(time)]);
}

async function startUp() {
  const server = await serve(bundleFolder, base);
  const first = [];
  const later = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext();
    first.push(await visit(context, server.origin));
    later.push(await visit(context, server.origin));
    await context.close();
  }
  await server.close();
  const moments = ["First text painted", "Application shown", "Records shown"];
  return moments.map((moment, place) => [
    moment,
    milliseconds(median(first.map((times) => times[place]))),
    milliseconds(median(later.map((times) => times[place]))),
  ]);
}

/// Milliseconds from the start of the navigation to each moment of a visit.
async function visit(context, origin) {
  const page = await context.newPage();
  const since = async () => page.evaluate(() => performance.now());
  await page.goto(origin, { waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();
  const shown = await since();
  await page.getByRole("table").getByRole("row").nth(1).waitFor();
  const records = await since();
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await page.close();
  return [painted, shown, records];
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
}

function milliseconds(time) {
  return `${time.toFixed(time < 10 ? 2 : 0)} ms`;
}

function table(names, lines) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(names), row(names.map(() => "---")), ...lines.map(row), ""].join("\n");
}
