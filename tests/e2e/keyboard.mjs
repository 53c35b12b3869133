// Walking through a page by the keyboard alone.

import assert from "node:assert/strict";

import { eventually, expectVisible } from "./expect.mjs";

const STOPS_MAX = 200;

/// Presses Tab until an element has the focus. On the way every stop has to show that it has it.
export async function tabTo(page, locator) {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(unseenFocus);
    assert.equal(unseen, null, "the focus is seen");
    if (await isFocused(locator)) return;
  }
  assert.fail(`${locator} is not reached by the keyboard`);
}

/// Reaches a button or a link by the keyboard, and uses it.
export async function press(page, locator) {
  await tabTo(page, locator);
  await page.keyboard.press("Enter");
}

/// Reaches a list that opens by the keyboard, and chooses from it by typing the beginning of a choice.
export async function choose(page, locator, beginning) {
  await tabTo(page, locator);
  await page.keyboard.type(beginning);
}

/// The element that has the focus without showing it, if there is one.
function unseenFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const style = getComputedStyle(focused);
  // Within a date field the browser marks the part that has the focus.
  if (focused.type === "date") return null;
  const isOutlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  const { width, height } = focused.getBoundingClientRect();
  return isOutlined && width > 0 && height > 0 ? null : focused.outerHTML.slice(0, 200);
}

/// Whether an element has the focus.
export async function isFocused(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}

/// Waits until the heading of a page has the focus, as after every way to another page.
export async function expectFocusOnHeading(page, name) {
  const heading = page.getByRole("heading", { level: 1, name });
  await expectVisible(heading);
  await eventually(() => isFocused(heading), Boolean, "the heading of the page to have the focus");
}
