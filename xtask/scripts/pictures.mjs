// Takes pictures of every page in every state: in two languages, four widths, light and dark. Arguments: the folder of
// a bundle, its base path, the folder for them, then words of which a page's name has to have one. The picture of README.md is taken where `readme` is among them.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { PAGES } from "../../tests/e2e/pages.mjs";
import { serve } from "../../tests/e2e/server.mjs";

// One has the longest words, the other has none that could be broken.
const LANGUAGES = ["de", "zh-CN"];
const WIDTHS = [390, 768, 1440, 2560];
const THEMES = ["light", "dark"];
const README = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));
const README_PAGE = "refund";
const README_SIZE = { width: 1440, height: 1180 };
// Fonts, and what fades in.
const SETTLE_MS = 250;

const [bundle, base, folder, ...words] = process.argv.slice(2);
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word));
const server = await serve(bundle, base);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const failures = [];
const taken = [];
try {
  for (const page of PAGES.filter(isWanted)) await take(page).catch((error) => failures.push([page.name, error]));
  if (words.includes("readme")) await takeForReadme();
} finally {
  await browser.close();
  await server.close();
}
await writeFile(join(folder, "index.html"), sheet());
for (const [name, error] of failures) console.error(`${name}: ${error.message}`);
console.log(`${taken.length} pictures; look at ${join(folder, "index.html")}`);
if (failures.length > 0) process.exitCode = 1;

/// A page is opened in English, whose words the ways to it know, and read in others.
async function take({ name, open }) {
  const { context, page } = await visit({ width: 1440, height: 900 });
  try {
    await open(page);
    const place = name.replaceAll(/\W+/g, "-");
    await mkdir(join(folder, place), { recursive: true });
    for (const language of LANGUAGES) {
      await page.evaluate(choose, { id: "language", value: language });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(SETTLE_MS);
          const file = join(place, `${language}-${width}-${colorScheme}.jpg`);
          await page.screenshot({ path: join(folder, file), fullPage: true, type: "jpeg", quality: 80 });
          taken.push({ name, file });
        }
      }
    }
  } finally {
    await context.close();
  }
}

async function takeForReadme() {
  const { context, page } = await visit(README_SIZE);
  await PAGES.find(({ name }) => name === README_PAGE).open(page);
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: README });
  await context.close();
  console.log(`${README} is new`);
}

async function visit(viewport) {
  const context = await browser.newContext({ baseURL: server.origin, locale: "en-US", colorScheme: "light", reducedMotion: "reduce", viewport });
  return { context, page: await context.newPage() };
}

/// The chooser may be behind the button of the narrow header, or behind a dialog.
function choose({ id, value }) {
  const chooser = document.getElementById(id);
  chooser.value = value;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
}

/// All of them on one page, small, each a link to itself.
function sheet() {
  const pages = new Map();
  for (const one of taken) pages.set(one.name, [...(pages.get(one.name) ?? []), one]);
  const picture = ({ file }) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}" title="${file}"></a>`;
  const parts = [...pages].map(([name, pictures]) => `<h2>${name}</h2><div>${pictures.map(picture).join("")}</div>`);
  const style = "body{font:14px sans-serif}div{display:flex;gap:8px;overflow-x:auto;align-items:start}img{block-size:280px;border:1px solid #999}";
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>${parts.join("\n")}\n`;
}
