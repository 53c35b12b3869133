// Measures the pages for large numbers of reservations in Chromium, and prints Markdown: opening the table of all
// reservations, typing, sorting, scrolling, memory, and reading files. Arguments: folder of a bundle, its base path,
// and sizes, where others than the usual ones are wanted. PART names one of the parts (`portfolio`, `import`).
import { readFile } from "node:fs/promises";

import { chromium } from "playwright-core";

import { serve } from "../../tests/e2e/server.mjs";

const CUSTOMER_ROWS = 20;
// So many customers of twenty reservations stay below the largest part of an import.
const CUSTOMERS_OF_A_PART = 75;
const RUNS = 5;
const SCROLL_MS = 3_000;
const MEMORY_PAUSE_MS = 1_500;
const WAIT_MS_MAX = 300_000;
const AIMS = {
  "Open to the first rows": "1.5 s",
  "The same while the backend starts": "-",
  "Keystroke to painted rows": "50 ms",
  "Sort to painted rows": "100 ms",
  "Longest frame while scrolling": "32 ms",
  "Longest frame while scrolling after a keystroke": "32 ms",
  "Memory of the page and the backend": "300 MB",
  "Of it an empty page": "-",
  "Open what to do before exchange rights end": "1.5 s",
  "Longest frame while it is scrolled": "32 ms",
  "Write all as a workbook": "-",
  "Longest pause of the page while writing": "-",
  "Read a CSV, until what it says is shown": "3 s",
  "Longest pause of the page meanwhile": "-",
  "Send what was read and compare it, until the preview": "-",
  "Import what was previewed": "-",
};

const [bundleFolder, base, ...given] = process.argv.slice(2);
const sizes = given.length > 0 ? given.map(Number) : [1_000, 10_000, 100_000];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
const server = await serve(bundleFolder, base);
const lines = new Map(Object.entries(AIMS).map(([what, aim]) => [what, [what, aim]]));
const empty = await emptyPage();
const parts = { portfolio: thePortfolio, import: theImport };
for (const size of sizes) {
  for (const [name, part] of Object.entries(parts)) {
    if ((process.env.PART ?? name) !== name) {
      continue;
    }
    const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(WAIT_MS_MAX);
    for (const [what, value] of await part(context, size)) {
      lines.get(what).push(value);
    }
    await context.close();
  }
}
await server.close();
await browser.close();
const row = (cells) => `| ${cells.join(" | ")} |`;
const heads = ["What", "Aim", ...sizes.map((size) => `${size} rows`)];
console.log(`## All reservations, in chromium ${browser.version()}\n`);
console.log([row(heads), row(heads.map(() => "---")), ...[...lines.values()].map(row), ""].join("\n"));

/// The table of so many reservations.
async function thePortfolio(context, size) {
  const filler = await context.newPage();
  await filler.goto("./");
  await filler.getByRole("navigation").first().waitFor();
  await filler.evaluate(bringIn, [size, CUSTOMER_ROWS, CUSTOMERS_OF_A_PART]);
  // What the import has needed is no part of what follows: as for somebody who comes back another day.
  await stopBackend(context, filler);
  await filler.close();
  const memory = await memoryOfAVisit(context);

  const opened = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const page = await context.newPage();
    await page.goto("./portfolio/", { waitUntil: "commit" });
    await page.locator(".grid-body [role=row]").first().waitFor();
    opened.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  const [started] = opened.splice(0, 1);

  const page = await context.newPage();
  await page.goto("./portfolio/");
  await page.locator(".grid-body [role=row]").first().waitFor();
  await page.evaluate(watchRows);
  const search = page.getByRole("searchbox");
  await search.click();
  const typed = [];
  for (const key of ["w", "e", "b", "Backspace", "Backspace", "Backspace"]) {
    typed.push(await untilPainted(page, () => page.keyboard.press(key)));
  }
  const sorted = [];
  for (const name of ["Comes back today", "Name", "Expiration date"]) {
    const header = page.getByRole("columnheader", { name: new RegExp(`^${name}`) }).getByRole("button");
    sorted.push(await untilPainted(page, () => header.click()));
    sorted.push(await untilPainted(page, () => header.click()));
  }
  const rows = [SCROLL_MS, ".grid-frame", 300];
  const frames = await page.evaluate(scroll, rows);
  // What follows of a keystroke, such as totals and the months ahead, must not be felt either.
  await search.press("s");
  const busyFrames = await page.evaluate(scroll, rows);
  await page.evaluate(watchFrames);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Export" }).click();
  const written = page.waitForEvent("download");
  await page.evaluate(() => window.watched.begin());
  await page.getByRole("button", { name: "Download as Excel workbook" }).click();
  await written;
  const writing = await page.evaluate(() => window.watched.end());
  await page.close();
  const rights = await theRights(context);
  return [
    ["Open to the first rows", milliseconds(median(opened))],
    ["The same while the backend starts", milliseconds(started)],
    ["Keystroke to painted rows", `${milliseconds(median(typed))}, at most ${milliseconds(Math.max(...typed))}`],
    ["Sort to painted rows", `${milliseconds(median(sorted))}, at most ${milliseconds(Math.max(...sorted))}`],
    ["Longest frame while scrolling", `${milliseconds(Math.max(...frames))} of ${frames.length}`],
    ["Longest frame while scrolling after a keystroke", `${milliseconds(Math.max(...busyFrames))} of ${busyFrames.length}`],
    ["Open what to do before exchange rights end", milliseconds(rights.opened)],
    ["Longest frame while it is scrolled", `${milliseconds(Math.max(...rights.frames))} of ${rights.frames.length}`],
    ["Write all as a workbook", milliseconds(writing.time)],
    ["Longest pause of the page while writing", milliseconds(writing.longest)],
    ["Memory of the page and the backend", megabytes(memory)],
    ["Of it an empty page", megabytes(empty)],
  ];
}

/// The list of what to do while exchange rights last, and scrolling it while its rows are weighed.
async function theRights(context) {
  const page = await context.newPage();
  await page.goto("./before-rights-end/", { waitUntil: "commit" });
  await page.getByRole("table").getByRole("rowheader").first().waitFor();
  const opened = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(scroll, [SCROLL_MS, "html", 120]);
  await page.close();
  return { opened, frames };
}

/// What one visit takes of memory, once everything is added up, in bytes. Pages that were closed leave some of theirs
/// in the process that the next one gets, and the browser has pages of its own: neither is counted.
async function memoryOfAVisit(context) {
  await new Promise((done) => { setTimeout(done, MEMORY_PAUSE_MS); });
  const before = await resident();
  const page = await context.newPage();
  await page.goto("./portfolio/");
  await page.locator(".grid-body [role=row]").first().waitFor();
  await page.waitForTimeout(2 * MEMORY_PAUSE_MS);
  const bytes = (await resident()) - before;
  await stopBackend(context, page);
  await page.close();
  return bytes;
}

/// What a page without any content takes, in bytes.
async function emptyPage() {
  const context = await browser.newContext();
  const before = await resident();
  const page = await context.newPage();
  await page.goto("about:blank");
  const bytes = (await resident()) - before;
  await context.close();
  return bytes;
}

async function stopBackend(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
}

/// A table with so many reservations and everything that is needed of them.
async function theImport(context, size) {
  const page = await context.newPage();
  await page.goto("./import/");
  const chooser = page.getByLabel("Drop files anywhere on the page, or choose them");
  await chooser.waitFor({ state: "attached" });
  await page.evaluate(watchFrames);
  const file = { name: "reservations.csv", mimeType: "text/csv", buffer: Buffer.from(reservationsTable(size)) };
  // Handing the file to the browser is no part of reading it: the page hears of it by this event.
  await chooser.evaluate((input) => input.addEventListener("change", () => window.watched.begin(), { capture: true }));
  await chooser.setInputFiles([file]);
  await page.getByRole("heading", { name: "What the files say together" }).waitFor();
  const read = await page.evaluate(() => window.watched.end());
  const step = async (act, until) => {
    await page.evaluate(() => window.watched.begin());
    await act();
    await until.waitFor();
    const { time, longest } = await page.evaluate(() => window.watched.end());
    return `${milliseconds(time)}, longest pause ${milliseconds(longest)}`;
  };
  await page.getByRole("switch", { name: /^Start empty/ }).click();
  const preview = page.getByRole("button", { name: "Show what would change", exact: true });
  const commit = page.getByRole("button", { name: "Import", exact: true });
  const values = [
    ["Read a CSV, until what it says is shown", milliseconds(read.time)],
    ["Longest pause of the page meanwhile", milliseconds(read.longest)],
    ["Send what was read and compare it, until the preview", await step(() => preview.click(), commit)],
    [
      "Import what was previewed",
      await step(() => commit.click(), page.getByRole("heading", { name: "Imported", exact: true })),
    ],
  ];
  await page.close();
  return values;
}

/// Runs in the page: brings so many reservations in, as the import page does.
async function bringIn([size, customerRows, customersOfAPart]) {
  const claims = btoa(JSON.stringify({ tid: "", role: "AdminAgent", name: "Bench" })).replaceAll("=", "");
  const api = document.querySelector('meta[name="prorata-api"]').content.replace(/\/$/, "");
  const ask = async (method, path, body) => {
    const headers = {
      Authorization: `Bearer demo.${claims}`,
      "Content-Type": "application/json",
      "x-ms-client-request-id": crypto.randomUUID(),
    };
    const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const answer = await fetch(`${api}/providers/Prorata/imports${path}`, request);
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  };
  const id = (kind, number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const day = (before) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
  const of = (list, number) => list[number % list.length];
  const reservation = (number) => ({
    source: { file: "", line: 0 },
    id: id("a", number),
    orderId: id("b", number),
    displayName: `${of(["web", "sql", "batch", "portal", "cache"], number)}-${number}`,
    sku: of(["Standard_D2s_v5", "Standard_E8s_v5", "Standard_F16s_v2"], number),
    region: of(["westeurope", "northeurope", "swedencentral", "eastus2"], number),
    reservedResourceType: "VirtualMachines",
    quantity: 1 + (number % 9),
    term: of(["P1Y", "P3Y"], number),
    purchaseDate: day((number * 7) % 360),
    state: "Succeeded",
    billingPlan: of(["Upfront", "Monthly", "Upfront"], number),
    unitPrice: String(500 + (number % 4000)),
    currencyCode: of(["EUR", "USD"], number),
  });
  const customers = Array.from({ length: Math.ceil(size / customerRows) }, (_, place) => ({
    tenantId: id("c", place),
    name: `Customer ${place}`,
    reservations: Array.from({ length: Math.min(customerRows, size - place * customerRows) }, (_, number) =>
      reservation(place * customerRows + number),
    ),
  }));
  const started = await ask("POST", "", { files: [], startEmpty: true });
  for (let part = 0; part * customersOfAPart < customers.length; part += 1) {
    const some = customers.slice(part * customersOfAPart, (part + 1) * customersOfAPart);
    await ask("PUT", `/${started.id}/parts/${part}`, { customers: some });
  }
  await ask("POST", `/${started.id}/commit`);
}

/// Runs in the page: notes when rows that have changed were painted.
function watchRows() {
  let resolve = () => {};
  let start = 0;
  const began = (event) => {
    start = event.timeStamp;
  };
  addEventListener("keydown", began, { capture: true });
  addEventListener("click", began, { capture: true });
  const painted = () => {
    // What is posted within a frame comes after its paint.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
    });
  };
  new MutationObserver(painted).observe(document.querySelector(".grid-frame"), {
    childList: true,
    subtree: true,
    characterData: true,
  });
  window.nextRows = () => new Promise((done) => { resolve = done; });
}

async function untilPainted(page, act) {
  await page.evaluate(() => { window.painted = window.nextRows(); });
  await act();
  const time = await page.evaluate(() =>
    Promise.race([window.painted, new Promise((_, fail) => { setTimeout(() => fail(new Error("no row has changed")), 30_000); })]),
  );
  // What follows of it, such as the address, is no part of the next.
  await page.waitForTimeout(600);
  return time;
}

/// Runs in the page: scrolls without a pause, and gives how long each frame took.
async function scroll([time, selector, step]) {
  const frame = document.querySelector(selector);
  const frames = [];
  let before = await new Promise(requestAnimationFrame);
  const end = before + time;
  while (before < end) {
    frame.scrollTop += step;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  return frames;
}

/// Runs in the page: notes how long something takes, and the longest time without a frame in it.
function watchFrames() {
  let longest = 0;
  let start = 0;
  let before = performance.now();
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.watched = {
    begin: () => {
      start = performance.now();
      before = start;
      longest = 0;
    },
    end: () => ({ time: performance.now() - start, longest }),
  };
}

/// What the processes of the pages and their workers hold in memory of their own, in bytes.
async function resident() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const bytes = await Promise.all(renderers.map(async ({ id }) => {
    const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8");
    const own = [...text.matchAll(/^Private_\w+: +(\d+) kB$/gm)].map(([, kilobytes]) => Number(kilobytes) * 1024);
    return own.reduce((sum, one) => sum + one, 0);
  }));
  await session.detach();
  return bytes.reduce((sum, one) => sum + one, 0);
}

/// As the product itself writes its reservations, of as many customers as in the portfolio.
function reservationsTable(count) {
  const head =
    "id,orderId,customer,customerTenantId,displayName,sku,region,reservedResourceType,quantity,term,purchaseDate," +
    "state,unitPrice,currencyCode,billingPlan";
  const rows = Array.from({ length: count }, (_, place) => {
    const id = (kind, number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
    const customer = Math.floor(place / CUSTOMER_ROWS);
    const bought = new Date(Date.now() - ((place * 7) % 360) * 86_400_000).toISOString().slice(0, 10);
    return [
      id("a", place), id("b", place), `Customer ${customer}`, id("c", customer), `web-${place}`,
      ["Standard_D2s_v5", "Standard_E4s_v5", "Standard_F8s_v2"][place % 3], "westeurope", "VirtualMachines",
      1 + (place % 9), ["P1Y", "P3Y"][place % 2], bought, "Succeeded", 500 + (place % 4000), ["EUR", "USD"][place % 2],
      ["Upfront", "Monthly"][place % 2],
    ].join(",");
  });
  return [head, ...rows, ""].join("\n");
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

function milliseconds(time) {
  return `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}
