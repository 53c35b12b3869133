// What is small and in the way when it is wrong: reasons that are cut off, places that are lost, stops of the
// keyboard that lead nowhere.

import assert from "node:assert/strict";

import { action, openCustomer, openCustomers, openRefund } from "./desk.mjs";
import { eventually, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { NARROW } from "./narrow.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const LARGE = "Brisa Atlântica Conservação de Energia, Lda.";

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
    const reason = place.page().getByRole("tooltip").filter({ visible: true });
    await expectVisible(reason);
    assert.deepEqual(await reason.evaluate(cutOff), [], await reason.innerText());
  }
  return controls.length;
}

/// Runs in the page: the corners of `element` that cannot be seen.
function cutOff(element) {
  element.style.pointerEvents = "auto";
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const corners = [left + 4, right - 4].flatMap((x) => [top + 4, bottom - 4].map((y) => [x, y]));
  return corners.filter(([x, y]) => document.elementFromPoint(x, y) !== element);
}

journey("Back and a reload return to the place in a list", async ({ page }) => {
  await openCustomers(page);
  await page.getByLabel("Search by name or domain").fill("a");
  await page.getByRole("table", { name: "Customers" }).getByRole("link").last().scrollIntoViewIfNeeded();
  await page.getByRole("link", { name: LARGE }).click();
  const table = page.getByRole("table", { name: "Azure reservations" });
  await expectVisible(table);
  await page.getByLabel("Status", { exact: true }).selectOption({ index: 1 });
  const bodyRows = table.locator("tbody tr");
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await eventually(() => bodyRows.count(), (count) => count === 200, "200 rows");
  const name = await bodyRows.nth(150).getByRole("link").first().innerText();
  await bodyRows.nth(150).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollBy(0, 150));
  const place = await scrolled(page);
  assert.ok(place > 2000, `far down, at ${place}`);

  await action(page, "Manage", name).first().click();
  await expectVisible(page.getByRole("heading", { level: 2, name: "Details" }));
  assert.equal(await scrolled(page), 0, "another page begins at its top");
  for (const comeBack of [() => page.goBack(), () => page.reload()]) {
    await comeBack();
    await eventually(() => bodyRows.count(), (count) => count === 200, "200 rows again");
    await eventually(() => scrolled(page), (now) => Math.abs(now - place) < 2, `the place ${place}`);
    assert.equal(await page.getByLabel("Status", { exact: true }).inputValue(), "active");
  }
  await page.goBack();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  assert.equal(await page.getByLabel("Search by name or domain").inputValue(), "a");
});

async function scrolled(page) {
  return page.evaluate(() => Math.round(window.scrollY));
}
