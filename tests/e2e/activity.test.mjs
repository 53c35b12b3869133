// The record of changes: what was done, by whom, and by which quote; searched and taken along.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { confirmReturn, downloadedQuote, openCustomer, openRefund, payable, returnUnits } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible, normalized } from "./expect.mjs";
import { PERSON, journey } from "./journey.mjs";
import { press, tabTo } from "./keyboard.mjs";

/// The first of the names of who did it, as somebody types it.
const FIRST = PERSON.split(" ")[0].toLowerCase();
const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "Konstruktion CAD";

journey("a return is recorded with the quote that was carried out", async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await press(page, page.getByRole("link", { name: "Activity", exact: true }));
  await expectVisible(page.getByRole("status").filter({ hasText: "Nothing has been changed here yet." }));
  assert.equal(await saveAs(page, "CSV").getAttribute("aria-disabled"), "true");

  await openRefund(page, CUSTOMER, RESERVATION);
  await page.getByLabel("Units to return").fill("1");
  await expectUrl(page, /units=1/);
  const { request, answer } = await downloadedQuote(page);
  const amount = normalized(await payable(page).innerText());
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByRole("link", { name: "Open the updated reservation" }));

  await openCustomer(page, CUSTOMER);
  await press(page, page.getByRole("link", { name: "Activity", exact: true }));
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Units returned" }) });
  await expectText(entry, `${PERSON} · Admin agent`);
  await expectText(entry, /Quantity: \d+ → \d+/);
  await expectVisible(entry.getByRole("link", { name: RESERVATION }));
  await press(page, entry.getByText("The quote that was carried out"));
  await expectText(entry, `Paid out to you ${amount}`);
  await expectText(entry, "Refund policy: Partner Center");

  const entries = JSON.parse(await saved(page, "JSON", /^activity-.*\.json$/));
  assert.equal(entries.length, 1);
  assert.equal(entries[0].quote.answer.payable, answer.payable);
  assert.equal(entries[0].quote.input.returnQuantity, request.returnQuantity);

  const table = await saved(page, "CSV", /^activity-.*\.csv$/);
  assert.ok(table.startsWith('\ufeff"id","at","name","role","action",'), "a byte order mark, then the columns");
  assert.ok(table.includes(`,"${answer.currencyCode}",`) && table.includes(`,"${answer.payable}"\r\n`), table);

  const search = page.getByRole("searchbox");
  await tabTo(page, search);
  await page.keyboard.type("nobody did this");
  await expectVisible(page.getByText("Nothing matches your search."));
  await expectUrl(page, /search=nobody/);
  await search.fill(`${FIRST} konstruktion`);
  await expectVisible(entry);
  await expectUrl(page, new RegExp(`search=${FIRST}`));
  await page.reload();
  await expectVisible(entry);
  assert.equal(await search.inputValue(), `${FIRST} konstruktion`, "a reload keeps the search");
});

journey("what was agreed with the customer is kept with the return", async ({ page }) => {
  await openRefund(page, CUSTOMER, RESERVATION);
  await page.getByLabel("Units to return").fill("1");
  await expectUrl(page, /units=1/);
  const credited = normalized(await payable(page).innerText());
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await page.getByLabel("Your handling fee").fill("1");
  await page.getByRole("textbox", { name: "Your margin" }).fill("5");
  const total = page.getByRole("article").getByRole("row", { name: /You receive/ });
  await expectVisible(page.getByRole("article").getByText("Our margin (5%)"));
  const received = normalized(await total.getByRole("cell").last().innerText());
  await page.getByRole("link", { name: "Back to the quote" }).click();

  const agreed = page.getByRole("region", { name: "Agreed with the customer" });
  await expectText(agreed.first(), received);
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByRole("link", { name: "Open the updated reservation" }));

  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Units returned" }) });
  const kept = entry.getByRole("region", { name: "Agreed with the customer" });
  await expectText(kept, `Paid out to you ${credited}`);
  await expectText(kept, "Your handling fee €1.00");
  await expectText(kept, `The customer receives ${received}`);
  // The files for other programs are those of the customer's tenant, which is not told.
  const entries = await saved(page, "JSON", /^activity-.*\.json$/);
  assert.ok(!entries.includes("handlingFee"), entries);
});

journey("what was typed in the letter goes with the return after a step back in the browser", async ({ page }) => {
  await openRefund(page, CUSTOMER, RESERVATION);
  await page.getByLabel("Units to return").fill("1");
  await expectUrl(page, /units=1/);
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await page.getByLabel("Your handling fee").fill("1");
  await expectUrl(page, /handling=1/);
  await page.goBack();

  const agreed = page.getByRole("region", { name: "Agreed with the customer" });
  await expectText(agreed.first(), "€1.00");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByRole("link", { name: "Open the updated reservation" }));

  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Units returned" }) });
  await expectText(entry.getByRole("region", { name: "Agreed with the customer" }), "Your handling fee €1.00");

  // The next return of it is another agreement. What was returned stands there as well, by the same name.
  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: `Refund: ${RESERVATION}`, exact: true, disabled: false }).click();
  await expectVisible(payable(page));
  await expectHidden(agreed);
});

journey("a customer that does not exist has no record of changes", { expected: [/status of 40[34]/] }, async ({ page }) => {
  await page.goto("./customer/activity/?customer=00000000-0000-4000-8000-000000000000");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Customer not found" }));
  await expectVisible(page.getByRole("link", { name: "All customers" }));
});

function saveAs(page, format) {
  return page.getByRole("button", { name: `Download as ${format}` });
}

/// The contents of a file that the page gives away.
async function saved(page, format, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), saveAs(page, format).click()]);
  assert.match(download.suggestedFilename(), name);
  return readFile(await download.path(), "utf8");
}
