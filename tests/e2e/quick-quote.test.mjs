// What comes back for reservations that are described by hand.

import assert from "node:assert/strict";

import { openCustomers } from "./desk.mjs";
import { eventually, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, isFocused, press, tabTo } from "./keyboard.mjs";
import { expectFits, NARROW } from "./narrow.mjs";
import { PURCHASED, RETURNED, totals } from "./quick-quote.mjs";

journey("from the customers to a quote without any record, by the keyboard", async ({ page }) => {
  await openCustomers(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "Quick quote" }));
  await expectFocusOnHeading(page, "Quick quote");
  await expectText(page.getByRole("main"), "No quote yet. Still needed: Purchase date and One unit, whole term.");

  await page.getByLabel("Date of the return").fill(RETURNED);
  await tabTo(page, page.getByLabel("Purchase date"));
  await page.getByLabel("Purchase date").fill(PURCHASED);
  await tabTo(page, page.getByLabel("Units to return"));
  await page.keyboard.type("2");
  await tabTo(page, page.getByLabel("One unit, whole term"));
  await page.keyboard.type("365");
  await tabTo(page, page.getByLabel("Currency"));
  await page.keyboard.type("EUR");
  // 730.00 paid, 20.00 of it used in ten days, 12 % of 710.00 is 85.20.
  await eventually(() => totals(page), (now) => now === "€624.80", "the refund of a year that is ten days old");

  await press(page, page.getByText(/^How every amount came about/));
  await expectText(page.getByRole("group", { name: "Quote" }), "The credit is what was paid minus what is consumed.");
  await press(page, page.getByRole("button", { name: "Add a reservation" }));
  await eventually(() => page.locator("legend").count(), (count) => count >= 4, "a second reservation");
  await eventually(() => isFocused(page.locator("#quick-line-1")), Boolean, "the second reservation to have the focus");
});

journey("a link brings several quotes back, each currency with its total", async ({ page, context }) => {
  const line = (price, currency) => `line=VirtualMachines~${PURCHASED}~P1Y~Upfront~1~${price}~${currency}~used`;
  await page.goto(`./quick-quote/?date=${RETURNED}&${line(365, "EUR")}&${line(730, "USD")}&${line(365, "EUR")}`);
  await eventually(() => totals(page), (now) => now === "€624.80 $624.80", "two totals");
  await page.getByRole("button", { name: "Remove reservation 1" }).click();
  await eventually(() => totals(page), (now) => now === "$624.80 €312.40", "what is left");
  await eventually(() => page.url().split("line=").length, (count) => count === 3, "the address to follow");
  const other = await context.newPage();
  await other.goto(page.url());
  await eventually(() => totals(other), (now) => now === "$624.80 €312.40", "the same in another tab");
});

journey("a quick quote is kept as the record of a customer", async ({ page }) => {
  const line = (price) => `line=VirtualMachines~${PURCHASED}~P1Y~Upfront~2~${price}~EUR~used`;
  await page.goto(`./quick-quote/?date=${RETURNED}&${line(365)}&${line("")}`);
  await page.getByText("Keep as reservations").click();
  await expectVisible(page.getByText("1 reservation with a quote is kept with a customer."));
  await page.getByLabel("Customer", { exact: true }).fill("Contoso");
  const keep = page.getByRole("button", { name: "Keep them" });
  await expectVisible(page.getByLabel("Start empty with these"));
  await eventually(() => keep.getAttribute("aria-disabled"), (is) => is === "true", "the demo records to be asked about");
  await page.getByLabel("Start empty with these").check();
  await keep.click();
  await expectVisible(page.getByText("They are among the customer's reservations now."));
  await page.getByRole("link", { name: "Show the reservations" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Contoso" }));
  await page.getByRole("link", { name: `VirtualMachines ${PURCHASED}`, exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Details" }));
});

journey("a quick quote fits a narrow screen in Swedish", { locale: "sv", viewport: NARROW }, async ({ page }) => {
  await page.goto("./quick-quote/");
  const main = page.getByRole("main");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Snabbberäkning" }));
  await main.getByLabel("Inköpsdatum").fill(PURCHASED);
  await main.getByLabel("Datum för returen").fill(RETURNED);
  await main.getByLabel("En enhet, hela löptiden").fill("365,5");
  await eventually(() => totals(page), (now) => now.includes("312"), "a quote");
  await main.getByText(/^Så har varje belopp räknats fram/).click();
  await expectFits(page);
  await main.getByLabel("Valuta").fill("EURO");
  await expectText(main, "valuta");
  await expectFits(page);
  assert.equal(await main.getByLabel("Valuta").getAttribute("aria-invalid"), "true");
});
