// Everything by the keyboard alone, from the customers to a day in the chart.

import assert from "node:assert/strict";

import { action, openCustomer, openCustomers, payable, utcDay } from "./desk.mjs";
import { eventually, expectHidden, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, isFocused, tabTo } from "./keyboard.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("from the customers to a quote and a day in the chart, by the keyboard", async ({ page }) => {
  await openCustomers(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  assert.ok(await isFocused(skip), "the first stop leads past the header");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Search by name or domain"));
  await page.keyboard.type("kupfer");
  await expectHidden(page.getByRole("link", { name: "Brisa Atlântica Conservação de Energia, Lda." }));
  await tabTo(page, page.getByRole("link", { name: CUSTOMER, exact: true }));
  await page.keyboard.press("Enter");

  await expectFocusOnHeading(page, CUSTOMER);
  await tabTo(page, action(page, "Refund", "Konstruktion CAD"));
  await page.keyboard.press("Enter");
  await expectVisible(payable(page));

  const day = page.getByLabel("Date of the return");
  await tabTo(page, page.getByLabel("Units to return"));
  const before = await payable(page).innerText();
  await page.keyboard.type("1");
  await eventually(() => payable(page).innerText(), (now) => now !== before, "another amount");

  const cursor = page.getByRole("slider", { name: "Day of the return (UTC)" });
  await tabTo(page, cursor);
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowRight");
  await eventually(() => day.inputValue(), (text) => text === utcDay(3), "three days later");
  await page.keyboard.press("ArrowLeft");
  await eventually(() => day.inputValue(), (text) => text === utcDay(2), "a day earlier");
  assert.ok(await isFocused(cursor), "the cursor keeps the focus");
  const amount = (await payable(page).innerText()).trim();
  await eventually(() => cursor.getAttribute("aria-valuetext"), (text) => text.includes(amount), amount);
  await page.keyboard.press("End");
  await expectUrl(page, /date=/);
  await page.keyboard.press("Home");
  await eventually(() => day.inputValue(), (text) => text === utcDay(), "today");

  await tabTo(page, page.getByText("Show as a table"));
  await page.keyboard.press("Enter");
  await expectVisible(page.getByRole("table", { name: "What is paid out on which day" }));
  await tabTo(page, page.getByRole("button", { name: "Return these units…" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Return these units?" });
  await expectVisible(dialog);
  await page.keyboard.press("Escape");
  await expectHidden(dialog);
  await eventually(() => isFocused(page.getByRole("button", { name: "Return these units…" })), Boolean, "the focus comes back");
});

journey("the rows of a list are one stop, and the arrow keys lead through them", async ({ page }) => {
  await openCustomers(page);
  const links = page.getByRole("table", { name: "Customers" }).getByRole("rowheader").getByRole("link");
  await tabTo(page, links.first());
  for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowDown");
  assert.ok(await isFocused(links.nth(3)), "three rows down");
  await expectVisible(page.getByText(/^Use the arrow keys to move between rows/));
  const isInRows = () => page.evaluate(() => document.activeElement.closest("tbody") !== null);
  await page.keyboard.press("Tab");
  assert.equal(await isInRows(), false, "the next stop is behind the table");
  await page.keyboard.press("Shift+Tab");
  assert.ok(await isFocused(links.nth(3)), "the way back leads to the same row");
  await page.keyboard.press("End");
  assert.ok(await isFocused(links.last()), "the last row");
  await page.keyboard.press("Home");
  assert.ok(await isFocused(links.first()), "the first row");

  await openCustomer(page, CUSTOMER);
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Konstruktion CAD", exact: true }) });
  await tabTo(page, row.getByRole("link", { name: "Konstruktion CAD", exact: true }));
  await page.keyboard.press("Space");
  const box = row.getByRole("checkbox");
  assert.ok(await box.isChecked(), "the row is selected from its name");
  await page.keyboard.press("ArrowLeft");
  assert.ok(await isFocused(box), "the check box is beside it");
  await page.keyboard.press("Space");
  assert.equal(await box.isChecked(), false);
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, "Konstruktion CAD");
});
