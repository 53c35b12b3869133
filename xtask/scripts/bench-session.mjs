// Measures a very long session in Chromium, and prints Markdown: a thousand changes from page to page in one tab, and
// what the page holds then. Arguments: folder of a bundle, its base path, and after how many changes to look, where
// others than the usual numbers are wanted.
import { chromium } from "playwright-core";

import { serve } from "../../tests/e2e/server.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "Fertigungsleitstand";
const WAIT_MS_MAX = 60_000;
// What a page still does after it was left: animations, timers, requests that are given up.
const REST_MS = 2_000;

const [bundleFolder, base, ...given] = process.argv.slice(2);
// The first changes bring modules, records and texts that stay.
const moments = given.length > 0 ? given.map(Number) : [100, 500, 1_000];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const server = await serve(bundleFolder, base);
const context = await browser.newContext({ baseURL: server.origin, reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
context.setDefaultTimeout(WAIT_MS_MAX);
const page = await context.newPage();
await page.addInitScript(noteMemories);
const session = await context.newCDPSession(page);
await session.send("Performance.enable");

const pages = await theRound();
const started = Date.now();
const columns = [];
for (let change = 1; change <= moments.at(-1); change += 1) {
  await open(pages[change % pages.length]);
  if (moments.includes(change)) {
    // Each time the same page is looked at.
    await open(pages[0]);
    columns.push(await held());
  }
}
const seconds = Math.round((Date.now() - started) / 1_000);
await server.close();
await browser.close();

const row = (cells) => `| ${cells.join(" | ")} |`;
console.log(`## A very long session, in Chromium ${browser.version().split(".")[0]}\n`);
console.log(`${moments.at(-1)} changes among ${pages.length} pages in ${seconds} s.\n`);
console.log(row(["After so many changes", ...moments]));
console.log(row(["---", ...moments.map(() => "---:")]));
for (const name of Object.keys(columns[0])) {
  console.log(row([name, ...columns.map((column) => column[name].toLocaleString("en"))]));
}

/// The addresses of the main pages, each with the heading by which it is known, found as a person finds them.
async function theRound() {
  const round = [];
  const note = async () => {
    await page.locator("main h1").waitFor();
    round.push({ address: page.url(), heading: await page.locator("main h1").innerText() });
  };
  await page.goto("./customers/");
  await page.getByRole("table", { name: "Customers" }).waitFor();
  await note();
  await page.getByRole("link", { name: CUSTOMER, exact: true }).click();
  await page.getByRole("table", { name: "Azure reservations" }).waitFor();
  await note();
  await page.getByRole("link", { name: "Refund cap", exact: true }).click();
  await page.getByRole("figure").first().waitFor();
  await note();
  await page.goBack();
  for (const action of ["Manage", "Refund", "Exchange"]) {
    await page.getByRole("link", { name: `${action}: ${RESERVATION}`, exact: true }).click();
    await page.waitForURL((url) => url.pathname.includes("/reservation") || url.pathname.includes("/exchange"));
    await note();
    await page.goBack();
    await page.getByRole("table", { name: "Azure reservations" }).waitFor();
  }
  for (const path of ["portfolio", "radar", "quick-quote", "reconcile", "resources"]) {
    await page.goto(`./${path}/`);
    await note();
  }
  return round;
}

/// Follows a link within the application, and waits until the page is there and has what it asked for.
async function open({ address, heading }) {
  await page.evaluate((address) => {
    const link = document.createElement("a");
    link.href = address;
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }, address);
  await page.waitForFunction(
    (heading) => document.querySelector("main h1")?.innerText === heading && !document.querySelector("main [aria-busy=true]"),
    heading,
  );
}

/// What the page holds once all that nobody needs is gone.
async function held() {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    "JavaScript heap, kB": Math.round(metric("JSHeapUsedSize") / 1_000),
    "Memory of WebAssembly, kB": Math.round((await page.evaluate(() => window.wasmBytes())) / 1_000),
    "DOM nodes": metric("Nodes"),
    "Event listeners": metric("JSEventListeners"),
  };
}

/// Notes the memory of every module that the page starts; `wasmBytes` says how large they are.
function noteMemories() {
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      const { memory } = (started.instance ?? started).exports;
      if (memory) memories.add(memory);
      return started;
    };
  }
  window.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
