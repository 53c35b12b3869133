// Walking through a page by the keyboard alone.

import assert from "node:assert/strict";

import { eventually, expectVisible } from "./expect.mjs";

const STOPS_MAX = 200;

/// Presses Tab until an element has the focus, or the rows of its table have it, which are one stop: from there the arrow
/// keys lead to it. On the way every stop has to show that it has the focus.
export async function tabTo(page, locator) {
  if (await walkTo(page, locator)) return;
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await pressSeen(page, "Tab");
    if (await isFocused(locator) || await walkTo(page, locator)) return;
  }
  assert.fail(`${locator} is not reached by the keyboard`);
}

/// Goes to a control of a table by the arrow keys where the focus is among the rows of that table; whether it is.
async function walkTo(page, locator) {
  if (!await page.evaluate(() => document.activeElement?.closest("tbody") !== null)) return false;
  const steps = await locator.evaluate(stepsTo);
  if (!steps) return false;
  const press = async (key, times) => {
    for (let step = 0; step < times; step += 1) await pressSeen(page, key);
  };
  await press(steps.down < 0 ? "ArrowUp" : "ArrowDown", Math.abs(steps.down));
  const { right } = await locator.evaluate(stepsTo);
  await press(right < 0 ? "ArrowLeft" : "ArrowRight", Math.abs(right));
  assert.ok(await isFocused(locator), `the arrow keys lead to ${locator}`);
  return true;
}

/// How many rows and controls lie between what has the focus and another control of the same rows; nothing where they are
/// not among the same rows, or where fields need the arrow keys.
function stepsTo(target) {
  const focused = document.activeElement;
  const body = focused.closest("tbody");
  const isField = "select, textarea, input:not([type=checkbox])";
  if (!body?.contains(target) || target.closest("[popover]") || body.querySelector(isField)) return null;
  const controls = (row) => [...row.querySelectorAll(":is(a, button, summary, input):not([popover] *)")];
  const rows = [...body.children].filter((row) => controls(row).length > 0);
  const place = (control) => rows.indexOf(control.closest("tr"));
  const inRow = controls(target.closest("tr")).filter((control) => control.offsetWidth > 0);
  return { down: place(target) - place(focused), right: inRow.indexOf(target) - inRow.indexOf(focused) };
}

async function pressSeen(page, key) {
  await page.keyboard.press(key);
  assert.equal(await page.evaluate(unseenFocus), null, "the focus is seen");
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

/// Gives the focus to every control on screen, and fails where one does not show it, or is hidden by something
/// that stays while the rest scrolls.
export async function expectFocusSeen(page) {
  // From here on the browser shows the focus, as for everybody who uses the keyboard.
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(unseenControls), [], `the focus is seen at ${page.url()}`);
}

/// The controls that do not show the focus when they have it, or that something else covers then.
function unseenControls() {
  const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const isOutlined = (control) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(control);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  };
  const isInSight = (control) => {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const within = (start, end, share, size) => Math.min(Math.max(start + (end - start) * share, 0), size - 1);
    const shares = [0.1, 0.5, 0.9];
    return shares.some((x) => shares.some((y) => {
      const there = document.elementFromPoint(within(left, right, x, innerWidth), within(top, bottom, y, innerHeight));
      return there?.contains(control) || control.contains(there);
    }));
  };
  const found = [];
  for (const control of controls) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    control.focus();
    // What is not available, or behind a dialog, does not take it.
    if (document.activeElement !== control) continue;
    if (!isOutlined(control)) found.push(`no outline: ${control.outerHTML.slice(0, 200)}`);
    if (!isInSight(control)) found.push(`covered: ${control.outerHTML.slice(0, 200)}`);
  }
  return found;
}

/// The element that has the focus without showing it, if there is one.
function unseenFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  // No stop either: a page gives the focus to its heading when it comes, which may be just after a key.
  if (focused.matches('h1[tabindex="-1"]')) return null;
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
