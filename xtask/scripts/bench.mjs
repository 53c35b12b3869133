// Measures in Chromium, and prints Markdown: the calculator's workload as a module, and how long the
// page takes to start. Arguments: folder of the workload's module, folder of a bundle, its base path.
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { serve } from "../../tests/e2e/server.mjs";

const RUNS = 9;
const QUOTES = 100_000;
const EXPLAINED = 10_000;
const PORTFOLIOS = [1_000, 10_000, 100_000];

const [moduleFolder, bundleFolder, base] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
console.log(`## Calculator, in ${browser.browserType().name()} ${browser.version()}\n`);
console.log(table(["Workload", "Median"], await workload()));
console.log("## All reservations at once, in the same browser\n");
console.log(table(["Work", ...PORTFOLIOS.map((size) => `${size} rows`)], await portfolios()));
console.log("## Start-up from the bundle, on this machine\n");
console.log(table(["Moment", "First visit", "Later visit"], await startUp()));
await browser.close();

/// An empty page beside the module, under the policy of the real one.
async function modulePage() {
  const policy = "script-src 'self' 'wasm-unsafe-eval'";
  await writeFile(
    join(moduleFolder, "index.html"),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  const server = await serve(moduleFolder, "/");
  const page = await browser.newPage();
  await page.goto(server.origin);
  return { page, server };
}

/// What the table of all reservations asks for, at several sizes, beside the quotes of a straightforward
/// script, which have to be the same to the cent.
async function portfolios() {
  const here = import.meta.dirname;
  await copyFile(join(here, "quote-all.mjs"), join(moduleFolder, "quote-all.js"));
  const decimal = join(here, "../../node_modules/decimal.js/decimal.mjs");
  await copyFile(decimal, join(moduleFolder, "decimal.js"));
  const lines = [];
  for (const [place, size] of PORTFOLIOS.entries()) {
    const { page, server } = await modulePage();
    const measured = await page.evaluate(measurePortfolio, [RUNS, size]);
    for (const [line, [what, value]] of measured.entries()) {
      lines[line] ??= [what];
      lines[line][place + 1] = typeof value === "number" ? milliseconds(value) : value;
    }
    await page.close();
    await server.close();
  }
  return lines;
}

/// Runs in the page.
async function measurePortfolio([runs, size]) {
  const { default: init, Portfolios } = await import("/bench.js");
  const { parse, quoteAll } = await import("/quote-all.js");
  const { memory } = await init({ module_or_path: "/bench_bg.wasm" });
  const median = (work, times = runs) => {
    const all = Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return all.sort((one, other) => one - other)[Math.floor(times / 2)];
  };
  const rows = new Portfolios(size);
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
  const measured = [
    ["All blocks", kilobytes(rows.bytes())],
    ["Decode all blocks", median(() => rows.decode())],
    ["Prepare search", median(() => rows.prepare())],
    ["Quote every row", median(() => rows.quote_all())],
    ["Add everything up", median(() => rows.total())],
    ["Find by one letter", median(() => rows.find("w"))],
    ["Find by one letter, with the counts of all choices", median(() => rows.find_and_count("w"))],
    ["Find by two words and an id", median(() => rows.find("westeurope web 000a"))],
    ["Sort by two columns for the first time", median(() => rows.prepare_and_sort())],
    ["Sort by two columns again", median(() => rows.sort())],
    ["Memory of the module", kilobytes(memory.buffer.byteLength)],
  ];
  const facts = parse(JSON.parse(rows.facts()));
  const quotes = quoteAll(facts);
  const digits = facts.customers.flatMap((customer) => customer.rows.map((row) => (row.currency === "JPY" ? 0 : 2)));
  const minor = (amount, row) => (amount === null ? -1n : BigInt(amount.times(10 ** digits[row]).toFixed()));
  const cents = rows.cents();
  for (const [row, { payable, commitment }] of quotes.entries()) {
    const found = [minor(payable, row), minor(commitment, row)];
    const expected = [cents[2 * row], cents[2 * row + 1]];
    if (found[0] !== expected[0] || found[1] !== expected[1]) {
      throw new Error(`row ${row}: ${found} in JavaScript, ${expected} by the calculator`);
    }
  }
  if (quotes.length !== size) {
    throw new Error(`${quotes.length} quotes of ${size} rows`);
  }
  const script = median(() => quoteAll(facts), 3);
  const quoting = measured.find(([what]) => what === "Quote every row")[1];
  measured.push(["Quote every row in JavaScript with decimal.js, the same cents", script]);
  measured.push(["So many times slower", (script / quoting).toFixed(0)]);
  return measured;
}

async function workload() {
  const { page, server } = await modulePage();
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
