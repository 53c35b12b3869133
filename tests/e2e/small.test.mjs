// What is small and in the way when it is wrong: reasons that are cut off, places that are lost, stops of the
// keyboard that lead nowhere.

import assert from "node:assert/strict";

import { action, openCustomer, openCustomers, openRefund } from "./desk.mjs";
import { eventually, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { NARROW } from "./narrow.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

for (const viewport of [NARROW, { width: 1440, height: 900 }]) {
  journey(`every reason is whole in sight at ${viewport.width} pixels`, { viewport }, async ({ page }) => {
    await openCustomer(page, CUSTOMER);
    await chooseRole(page, "None of these");
    await eventually(() => action(page, "Refund", "Konstruktion CAD").getAttribute("aria-disabled"), Boolean, "no refund");
    assert.ok((await expectReasons(page.getByRole("main"))) > 3, "in the list");
    await action(page, "Manage", "Konstruktion CAD").click();
    await expectVisible(page.getByRole("heading", { level: 2, name: "Details" }));
    assert.ok((await expectReasons(page.getByRole("main"))) > 1, "in the record");
  });

  journey(`a dialog does not cut off a reason at ${viewport.width} pixels`, { viewport }, async ({ page }) => {
    await openRefund(page, CUSTOMER, "Konstruktion CAD");
    await page.getByRole("button", { name: "Return these units…" }).click();
    const dialog = page.getByRole("dialog");
    await expectVisible(dialog);
    assert.equal(await expectReasons(dialog), 1);
  });
}

journey("a pointer that rests while the page scrolls takes no reason away", { viewport: NARROW }, async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await chooseRole(page, "None of these");
  const [rested, focused] = ["Konstruktion CAD", "Messrechner Halle 3"].map((name) => action(page, "Refund", name));
  await eventually(() => focused.getAttribute("aria-disabled"), Boolean, "no refund");
  // Where the one control is once the other has scrolled into sight.
  await focused.focus();
  await rested.evaluate((control) => window.scrollTo(0, control.getBoundingClientRect().top + window.scrollY - 100));
  const { x, y, width, height } = await rested.boundingBox();
  const place = await scrolled(page);
  await focused.blur();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(x + width / 2, y + height / 2);
  await focused.evaluate((control) => control.focus({ preventScroll: true }));
  await page.evaluate((top) => window.scrollTo(0, top), place);
  await eventually(() => rested.evaluate((control) => control.matches(":hover")), Boolean, "it lies under the pointer");
  await expectVisible(await reasonOf(focused));
});

async function chooseRole(page, role) {
  const list = page.getByLabel("Role", { exact: true });
  if (!(await list.isVisible())) await page.getByRole("button", { name: "Menu", exact: true }).click();
  await list.selectOption({ label: role });
  await page.keyboard.press("Escape");
}

/// Focuses every control of `place` that is not available, and says how many there are.
async function expectReasons(place) {
  const controls = await place.locator("[aria-disabled=true][aria-describedby]").all();
  for (const control of controls) {
    await control.focus();
    const reason = await reasonOf(control);
    await expectVisible(reason);
    assert.deepEqual(await reason.evaluate(cutOff), [], await reason.innerText());
  }
  return controls.length;
}

/// The tip that says why a control is not available.
async function reasonOf(control) {
  return control.page().locator(`[id="${await control.getAttribute("aria-describedby")}"]`);
}

/// Runs in the page: the corners of `element` that cannot be seen.
function cutOff(element) {
  element.style.pointerEvents = "auto";
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const corners = [left + 4, right - 4].flatMap((x) => [top + 4, bottom - 4].map((y) => [x, y]));
  return corners.filter(([x, y]) => document.elementFromPoint(x, y) !== element);
}

journey("Back and a reload return to the place in a list", async ({ page }) => {
  // With its slash: a static host would redirect a reload, which is another entry of the history.
  await page.goto("./radar/");
  const dates = page.getByRole("table", { name: "Radar" });
  const order = dates.getByRole("columnheader", { name: "At stake" });
  await order.getByRole("button").click();
  const sorted = await order.getAttribute("aria-sort");
  const shown = page.getByText(/^\d+ of \d+ dates$/);
  await expectVisible(shown);
  await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
  const bodyRows = dates.locator("tbody tr");
  // Rows are drawn in steps: the place is only the place once all are there.
  const all = parseInt(await shown.textContent());
  await eventually(() => bodyRows.count(), (count) => count === all, "all rows");
  const last = bodyRows.last().getByRole("link").first();
  await last.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, -37));
  const place = await scrolled(page);
  assert.ok(place > 2000, `far down, at ${place}`);

  await last.click();
  await expectVisible(page.getByRole("navigation", { name: "Reservation page" }));
  assert.equal(await scrolled(page), 0, "another page begins at its top");
  for (const comeBack of [() => page.goBack(), () => page.reload()]) {
    await comeBack();
    await eventually(() => bodyRows.count(), (count) => count === all, "as many rows again");
    await eventually(() => scrolled(page), (now) => Math.abs(now - place) < 2, `the place ${place}`);
    assert.equal(await order.getAttribute("aria-sort"), sorted);
  }
});

journey("a search that was only just typed is there after Back", async ({ page }) => {
  await openCustomers(page);
  const search = page.getByLabel("Search by name or domain");
  await search.fill("kupfer");
  await page.getByRole("link", { name: CUSTOMER, exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: CUSTOMER }));
  await page.goBack();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  assert.equal(await search.inputValue(), "kupfer");
});

async function scrolled(page) {
  return page.evaluate(() => Math.round(window.scrollY));
}
