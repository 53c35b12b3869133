// Every page at 390 pixels: nothing is cut off, and nothing has to be scrolled for sideways.

import assert from "node:assert/strict";

import { openCustomers } from "./desk.mjs";
import { expectHidden, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { PAGES } from "./pages.mjs";

const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true };

for (const { name, open, expected } of PAGES) {
  journey(`at 390 pixels: ${name}`, { ...NARROW, expected }, async ({ page }) => {
    await open(page);
    assert.equal(await page.evaluate(overflow), 0, "the page does not scroll sideways");
    assert.deepEqual(await page.evaluate(unreachable), [], "every control is within the page");
  });
}

journey("at 390 pixels the header is behind a button", NARROW, async ({ page }) => {
  await openCustomers(page);
  const language = page.getByLabel("Language", { exact: true });
  await expectHidden(language);
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  for (const label of ["Language", "Theme", "Role", "Rules"]) {
    await expectVisible(page.getByLabel(label, { exact: true }));
  }
  await expectVisible(page.getByRole("link", { name: "Resources" }));
  assert.equal(await page.evaluate(overflow), 0);
  assert.deepEqual(await page.evaluate(unreachable), []);
  await page.keyboard.press("Escape");
  await expectHidden(language);
});

/// How many pixels the page is wider than the screen.
function overflow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return Math.max(0, scrollWidth - clientWidth);
}

/// The controls on screen that reach beyond its sides, except in regions that scroll on their own.
function unreachable() {
  const width = document.documentElement.clientWidth;
  const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary");
  const scrolls = (element) =>
    element !== null &&
    (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...controls]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !control.matches(".skip-link") && !scrolls(control.parentElement))
    .filter((control) => {
      const { left, right } = control.getBoundingClientRect();
      return left < 0 || right > width;
    })
    .map((control) => control.outerHTML.slice(0, 160));
}
