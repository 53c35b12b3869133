// Measures the first visit of pages with Lighthouse as on a phone, and prints Markdown. Of the runs of a page
// the worst counts, and only those in which its records had come. Arguments: folder of a bundle, its base path.
import { launch } from "chrome-launcher";
import lighthouse, { Audit, Gatherer } from "lighthouse";
import { chromium } from "playwright-core";

import { openRefund } from "../../tests/e2e/desk.mjs";
import { serve } from "../../tests/e2e/server.mjs";

const RUNS = 3;

/// What a page has once its records are shown.
const PAGES = [
  { name: "customers", address: "customers/", shown: "main tbody tr:nth-child(5) a" },
  { name: "refund", address: null, shown: "main .payable" },
  { name: "radar", address: "radar/", shown: "main tbody tr:nth-child(20)" },
];

/// What Lighthouse gives points for, a hundred at most.
const CATEGORIES = [
  { id: "performance", name: "Performance" },
  { id: "accessibility", name: "Accessibility" },
  { id: "best-practices", name: "Best practices" },
  { id: "seo", name: "Search engines" },
];
const POINTS_MIN = 95;

const LIMITS = [
  ...CATEGORIES.map(({ id, name }) => ({ name, isKept: ({ points }) => points[id] >= POINTS_MIN })),
  { name: "Largest text", isKept: ({ largest }) => largest < 1_800 },
  { name: "Layout shift", isKept: ({ shift }) => shift < 0.02 },
  { name: "Blocking time", isKept: ({ blocking }) => blocking < 150 },
];

/// Looks for what has to be there when Lighthouse has seen enough.
class Shown extends Gatherer {
  static selector;

  meta = { supportedModes: ["navigation"] };

  getArtifact({ driver }) {
    const isThere = (selector) => document.querySelector(selector) !== null;
    return driver.executionContext.evaluate(isThere, { args: [Shown.selector] });
  }
}

class IsShown extends Audit {
  static meta = {
    id: "is-shown",
    title: "The records are shown",
    failureTitle: "The records are not shown",
    description: "A run that ends before them has measured something else.",
    requiredArtifacts: ["Shown"],
  };

  static audit({ Shown: isShown }) {
    return { score: Number(isShown) };
  }
}

const CONFIG = {
  extends: "lighthouse:default",
  settings: { onlyCategories: CATEGORIES.map(({ id }) => id) },
  artifacts: [{ id: "Shown", gatherer: { implementation: Shown } }],
  audits: [{ implementation: IsShown }],
  categories: { performance: { auditRefs: [{ id: "is-shown", weight: 0 }] } },
};

const [folder, base] = process.argv.slice(2);
const server = await serve(folder, base, { isForSpeed: true });
const chrome = await launch({
  chromePath: process.env.CHROMIUM,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
});
let isWithin = true;
try {
  PAGES.find(({ name }) => name === "refund").address = await addressOfRefund();
  const columns = [...CATEGORIES.map(({ name }) => name), "First text", "Largest text", "Blocking time", "Layout shift", "Speed index"];
  console.log(`| Page | ${columns.join(" | ")} |`);
  console.log(`|---|${columns.map(() => "---:|").join("")}`);
  for (const page of PAGES) await measure(page);
} finally {
  chrome.kill();
  await server.close();
}
if (!isWithin) process.exitCode = 1;

/// Below the base path, and with the slash of its folder, so that no redirection is measured.
async function addressOfRefund() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage({ baseURL: server.origin });
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Fertigungsleitstand");
  const { pathname, search } = new URL(page.url());
  await browser.close();
  return `${pathname.slice(base.length).replace(/\/?$/, "/")}${search}`;
}

async function measure({ name, address, shown }) {
  const runs = [];
  while (runs.length < RUNS) runs.push(await run(server.origin + address, shown));
  runs.sort((one, other) => one.points.performance - other.points.performance);
  const [worst] = runs;
  const most = (of) => Math.max(...runs.map(of));
  worst.largest = most(({ largest }) => largest);
  worst.shift = most(({ shift }) => shift);
  worst.blocking = most(({ blocking }) => blocking);
  for (const { id } of CATEGORIES) worst.points[id] = Math.min(...runs.map(({ points }) => points[id]));
  const { points, first, largest, blocking, shift, speed } = worst;
  const times = [first, largest, blocking].map(milliseconds);
  const cells = [name, ...CATEGORIES.map(({ id }) => points[id]), ...times, shift.toFixed(3), milliseconds(speed)];
  console.log(`| ${cells.join(" | ")} |`);
  if (worst.failed.length > 0) console.error(`    ${name}: ${worst.failed.join(", ")}`);
  for (const limit of LIMITS.filter(({ isKept }) => !isKept(worst))) {
    console.error(`    ${name}: ${limit.name} is not within its limit`);
    isWithin = false;
  }
}

async function run(url, selector) {
  Shown.selector = selector;
  const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error" }, CONFIG);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (lhr.audits["is-shown"].score !== 1) throw new Error(`${url} was measured before its records were shown`);
  const value = (audit) => lhr.audits[audit].numericValue;
  return {
    points: Object.fromEntries(CATEGORIES.map(({ id }) => [id, Math.round(lhr.categories[id].score * 100)])),
    failed: Object.values(lhr.categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score === 0).map(({ id }) => id)),
    first: value("first-contentful-paint"),
    largest: value("largest-contentful-paint"),
    blocking: value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
    speed: value("speed-index"),
  };
}

function milliseconds(time) {
  return `${Math.round(time)} ms`;
}
