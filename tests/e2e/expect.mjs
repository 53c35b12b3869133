// What a person would look for, waited for as long as a person would wait. Everything is found by
// its role and its name, as a screen reader finds it.

import assert from "node:assert/strict";

const WAIT_MS_MAX = 30_000;
const PAUSE_MS = 50;

/// Waits until something is on the screen.
export async function expectVisible(locator) {
  await locator.first().waitFor({ state: "visible" });
}

/// Waits until something is in sight without scrolling.
export async function expectInSight(page, locator) {
  const { height } = page.viewportSize();
  await eventually(
    async () => (await locator.first().boundingBox())?.y,
    (y) => y >= 0 && y < height,
    `a place from 0 to ${height} pixels`,
  );
}

/// Waits until something is no longer on the screen.
export async function expectHidden(locator) {
  await locator.first().waitFor({ state: "hidden" });
}

/// Waits until the text of an element matches.
export async function expectText(locator, pattern) {
  await eventually(
    async () => normalized(await locator.first().innerText()),
    (text) => (pattern instanceof RegExp ? pattern.test(text) : text.includes(pattern)),
    `a text that matches ${pattern}`,
  );
}

/// Waits until the page has this path and query.
export async function expectUrl(page, pattern) {
  await eventually(() => page.url(), (url) => pattern.test(url), `a URL that matches ${pattern}`);
}

/// Waits for a row of a table whose cells, by the name of their column, have these texts.
export async function expectRowVisible(table, cells) {
  await expectVisible(table);
  await eventually(
    () => rows(table),
    (all) => all.some((row) => Object.entries(cells).every(([column, text]) => matches(row[column], text))),
    `a row with ${JSON.stringify(cells)}`,
  );
}

/// The rows of a table as objects by the names of their columns.
export async function rows(table) {
  return table.evaluate((element) => {
    const text = (cell) => cell.innerText.replaceAll(/\s+/g, " ").trim();
    const names = [...element.querySelectorAll("thead th")].map(text);
    return [...element.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries([...row.cells].map((cell, place) => [names[place], text(cell)])),
    );
  });
}

/// Waits until the application is kept for a visit without network, which the page is the last sign of.
export async function expectKept(page) {
  const root = new URL("/prorata/", page.url()).href;
  await eventually(() => keptFiles(page), (files) => files.includes(root), "the application to be kept");
}

/// The addresses of everything that is kept.
export function keptFiles(page) {
  return page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url);
  });
}

/// Asks again until the answer is as wanted; fails with the last answer.
export async function eventually(ask, wanted, what) {
  const end = Date.now() + WAIT_MS_MAX;
  let last;
  for (;;) {
    try {
      last = await ask();
      if (wanted(last)) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const shown = last instanceof Error ? last.message : JSON.stringify(last, null, 1);
  return assert.fail(`expected ${what}; last seen: ${shown}`);
}

function matches(cell, wanted) {
  if (cell === undefined) return false;
  return wanted instanceof RegExp ? wanted.test(cell) : cell.includes(wanted);
}

/// A text whose narrow and non-breaking spaces, which number formats like, are plain ones.
export function normalized(text) {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, " ").trim();
}
