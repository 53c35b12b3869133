// The page on narrow screens, and enlarged to four times its size, which is the same as a screen of 320 pixels.

import assert from "node:assert/strict";

/// The size of a phone.
export const NARROW = { width: 390, height: 844 };
/// The size of a tablet, held upright: tables have their columns, and little room for them.
export const UPRIGHT = { width: 768, height: 1024 };
/// What a screen of 1280 by 1024 pixels holds of a page that is enlarged to 400 %.
export const ENLARGED = { width: 320, height: 256 };

/// Fails when something is cut off, or can only be seen by scrolling the page sideways.
export async function expectFits(page) {
  assert.equal(await page.evaluate(overflow), 0, "the page does not scroll sideways");
  assert.deepEqual(await page.evaluate(unreachable), [], "every control is within the page");
}

/// Fails when words are cut off, or when something other than a table, a picture or a program's text scrolls sideways.
export async function expectWhole(page) {
  assert.deepEqual(await page.evaluate(cut), [], "every word is seen");
  assert.deepEqual(await page.evaluate(sideways), [], "nothing but tables scrolls in two directions");
}

/// Fails when the page does not fit with more space between letters, words, lines and paragraphs.
export async function expectRoomForSpacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
  await expectFits(page);
  assert.deepEqual(await page.evaluate(cut), [], "every word is seen with more space");
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

/// The elements that show only a part of their words. Those of a grid, which says them whole in the record that
/// its row opens, may.
function cut() {
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[role=grid], svg, input"))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      // What only screen readers read has a pixel.
      if (clientWidth <= 1) return false;
      const isHidden = (overflow) => ["hidden", "clip"].includes(overflow);
      return (isHidden(overflowX) && scrollWidth > clientWidth + 1) || (isHidden(overflowY) && scrollHeight > clientHeight + 1);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

/// The elements that scroll sideways without need.
function sideways() {
  const isAllowed = "table, [role=grid], svg, pre";
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
    .filter((element) => !element.matches(isAllowed) && !element.querySelector(isAllowed))
    .map((element) => element.outerHTML.slice(0, 200));
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
