// The page on the narrowest screen that it is made for.

import assert from "node:assert/strict";

/// The size of that screen.
export const NARROW = { width: 390, height: 844 };

/// Fails when something is cut off, or can only be seen by scrolling the page sideways.
export async function expectFits(page) {
  assert.equal(await page.evaluate(overflow), 0, "the page does not scroll sideways");
  assert.deepEqual(await page.evaluate(unreachable), [], "every control is within the page");
}

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
