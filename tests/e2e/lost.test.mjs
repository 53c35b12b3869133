// Answers that are lost on the way: the page finds out what became of the change, says no more than it knows, and
// nothing is done twice.

import assert from "node:assert/strict";

import { confirmReturn, openCustomer, openEntry, openRecord, openRefund, returnUnits } from "./desk.mjs";
import { ARDEVOL, askForExchange, buy, buyEnough, carryOut, confirmExchange, exchangeTwo, expectDone, openExchange } from "./exchange.mjs";
import { eventually, expectHidden, expectText, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { loseAnswers } from "./loss.mjs";
import { openContact } from "./support.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";
const IN_DOUBT = "We don't know yet whether it was accepted";

journey("the answer to a return is lost: it goes on, and nothing is returned twice", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openRefund(page, CUSTOMER, "Storefront");
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await page.evaluate(() => window.lose("/return?", 1));
  await confirmReturn(page);
  await expectVisible(page.getByText(IN_DOUBT));
  await expectVisible(page.getByText("Done: 1 unit was returned"));
  await openCustomer(page, CUSTOMER);
  assert.deepEqual(await states(page, "Storefront"), ["1 Cancelled", "3 Succeeded"]);
});

journey("the page is loaded anew while nobody knows: it finds out by itself", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openRefund(page, CUSTOMER, "Storefront");
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await page.evaluate(() => {
    window.lose("/return?", 1);
    window.lose("/requests/", 99);
  });
  await confirmReturn(page);
  await expectVisible(page.getByText("We don't know whether it was accepted"));
  await expectHidden(page.getByText("Nothing was returned"));
  await expectVisible(page.getByRole("heading", { name: "As it is now" }));
  await expectVisible(page.getByRole("button", { name: "Look again" }));
  await page.reload();
  await expectVisible(page.getByText("Done: 1 unit was returned"));
  await openCustomer(page, CUSTOMER);
  assert.deepEqual(await states(page, "Storefront"), ["1 Cancelled", "3 Succeeded"]);
});

journey("a return that never arrived is sent again", { expected: [/status of 404/] }, async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openRefund(page, CUSTOMER, "Storefront");
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await page.evaluate(() => window.lose("/return?", 1, { isSent: false }));
  await confirmReturn(page);
  await expectVisible(page.getByText(IN_DOUBT));
  await expectVisible(page.getByText("It was not accepted"));
  await expectVisible(page.getByText("Nothing was returned. What you entered is kept."));
  await page.getByRole("button", { name: "Send it again" }).click();
  await expectVisible(page.getByText("Done: 1 unit was returned"));
});

journey("the answer to an exchange is lost: it goes on to the new reservation, and nothing is exchanged twice", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openExchange(page, ARDEVOL, "Catàleg en línia");
  const card = await buy(page, { size: "Standard_E4s_v5", term: "3 years", quantity: 1 });
  await buyEnough(page, "Standard_E4s_v5");
  const quantity = await card.getByLabel("Quantity").inputValue();
  await askForExchange(page);
  await page.evaluate(() => window.lose("/exchange?", 1));
  await confirmExchange(page);
  await expectVisible(page.getByText(IN_DOUBT));
  await expectDone(page);
  await carryOut(page).getByRole("link", { name: `${quantity} × Standard_E4s_v5` }).click();
  await expectText(page.getByRole("main"), "Exchanged from");
  await openCustomer(page, ARDEVOL);
  assert.deepEqual(await states(page, "Catàleg en línia"), [`${quantity} Succeeded`, "8 Cancelled"].sort());
  await expectDoneOnce(page, "Reservations exchanged");
});

journey("the answer to a split is lost: it goes on, and nothing is split twice", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openRecord(page, KUPFERHAIN, "Testumgebung, nie genutzt");
  await openEntry(page, "Configuration");
  await page.getByLabel("Units of the first").fill("4");
  await page.getByRole("button", { name: "Split…" }).click();
  await page.evaluate(() => window.lose("/split?", 1));
  await page.getByRole("dialog").getByRole("button", { name: "Split", exact: true }).click();
  await expectVisible(page.getByText(IN_DOUBT));
  const done = page.locator(".outcome");
  await expectText(done, "The reservation was split into two.");
  assert.deepEqual(await done.getByRole("link").allInnerTexts(), [
    "Testumgebung, nie genutzt (4 units)",
    "Testumgebung, nie genutzt (6 units)",
  ]);
  await openCustomer(page, KUPFERHAIN);
  assert.deepEqual(await states(page, "Testumgebung"), ["10 Cancelled Split", "4 Succeeded", "6 Succeeded"]);
  await expectDoneOnce(page, "Reservation split");
});

journey("the answer to a merge is lost: it goes on, and nothing is merged twice", async ({ page }) => {
  const customer = "Żółta Strzała Spedycja Sp. z o.o.";
  await page.addInitScript(loseAnswers);
  await openRecord(page, customer, "Serwery testowe A");
  await openEntry(page, "Configuration");
  await page.getByRole("button", { name: "Merge…" }).click();
  await page.evaluate(() => window.lose("/merge?", 1));
  await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
  await expectVisible(page.getByText(IN_DOUBT));
  const done = page.locator(".outcome");
  await expectText(done, "The reservations were merged into one.");
  await done.getByRole("link", { name: /5 units/ }).click();
  await expectVisible(page.getByRole("heading", { level: 1 }));
  await openCustomer(page, customer);
  const units = (await states(page, "Serwery testowe")).filter((state) => state.endsWith("Succeeded"));
  assert.deepEqual(units, ["5 Succeeded"]);
  await expectDoneOnce(page, "Reservations merged");
});

journey("the answer to archiving is lost: the page finds out that it was done", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openRecord(page, KUPFERHAIN, "Messrechner Halle 3");
  await openEntry(page, "Configuration");
  await page.evaluate(() => window.lose("/archive?", 1));
  await page.getByRole("button", { name: "Archive this reservation" }).click();
  await expectVisible(page.getByText(IN_DOUBT));
  await expectText(page.locator(".outcome"), "The reservation was archived.");
  await expectVisible(page.getByRole("button", { name: "Take out of the archive" }));
  await openCustomer(page, KUPFERHAIN);
  await expectDoneOnce(page, "Reservation archived");
});

journey("the answer to a support request is lost: there is one ticket", async ({ page }) => {
  await page.addInitScript(loseAnswers);
  await openContact(page, KUPFERHAIN, "Konstruktion CAD");
  await page.evaluate(() => window.lose("/supportTickets/", 1));
  await page.getByRole("button", { name: "Create" }).click();
  await expectVisible(page.getByText(IN_DOUBT));
  await expectVisible(page.getByRole("heading", { level: 1, name: "Please look into it" }));
  await expectText(page.getByRole("main"), /Request number \d{15}/);
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Support requests" }).click();
  const titles = page.getByRole("rowheader", { name: "Please look into it" });
  await expectVisible(titles);
  assert.equal(await titles.count(), 1);
  await openCustomer(page, KUPFERHAIN);
  await expectDoneOnce(page, "Support request");
});

journey("another tab follows an exchange", async ({ page, context }) => {
  await openExchange(page, ARDEVOL, "Servidors de tipografies");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  const units = page.getByLabel("Units to return");
  assert.equal(await units.inputValue(), "6");
  await exchangeTwo(await context.newPage());
  await eventually(() => units.inputValue(), (now) => now === "4", "the other tab to know of four units");
  await askForExchange(page);
  await expectText(page.getByRole("dialog"), "Units to return: 4");
});

journey("another tab follows a return, and keeps what is typed", async ({ page, context }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  const other = await context.newPage();
  await openRefund(other, CUSTOMER, "Storefront");
  await other.getByText("More assumptions").click();
  const price = other.getByLabel("Current price of one unit");
  await price.fill("77");
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText("Done: 1 unit was returned"));
  const units = other.getByLabel("Units to return");
  await eventually(() => units.getAttribute("max"), (max) => max === "3", "the other tab to know of three units");
  assert.equal(await price.inputValue(), "77");
});

journey("a quote of units that are gone says how many are left", { expected: [/status of 400/] }, async ({ page, context }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  const other = await context.newPage();
  await openRefund(other, CUSTOMER, "Storefront");
  // Somebody who is asked a question is left alone.
  await returnUnits(other);
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText("Done: 1 unit was returned"));
  await confirmReturn(other);
  await expectVisible(other.getByText("Only 3 units are left"));
  await expectHidden(other.getByText("The request was refused"));
  await other.getByRole("button", { name: "Load the reservation again" }).click();
  await eventually(
    () => other.getByLabel("Units to return").getAttribute("max"),
    (max) => max === "3",
    "the record to be read again",
  );
});

journey("what is typed outlives a reload and a step back in the same moment", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  const units = page.getByLabel("Units to return");
  await units.fill("2");
  await page.reload();
  await expectVisible(units);
  assert.equal(await units.inputValue(), "2");
  await units.fill("3");
  await page.goBack();
  await expectVisible(page.getByRole("table", { name: "Azure reservations" }));
  await page.goForward();
  await expectVisible(units);
  assert.equal(await units.inputValue(), "3");
});

journey("another build answers: the page offers to load itself anew, and what is typed stays", { expected: [/status of 409/] }, async ({ page }) => {
  await openRecord(page, CUSTOMER, "Storefront");
  await openEntry(page, "Configuration");
  const name = page.getByLabel("Display name");
  await name.fill("Shop front");
  await page.evaluate(() => {
    const { fetch } = window;
    window.fetch = (request, options) => {
      const other = new Request(request, options);
      other.headers.set("prorata-build", "another");
      return fetch(other);
    };
  });
  await page.getByRole("button", { name: "Save changes" }).click();
  // What the page still had to ask for may say so as well; each offer is good.
  const alert = page.getByRole("alert").filter({ hasText: "A new version of this application is available" }).first();
  await expectVisible(alert);
  await alert.getByRole("button", { name: "Load the page again" }).click();
  await expectHidden(alert);
  await expectVisible(name);
  assert.equal(await name.inputValue(), "Shop front");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expectVisible(page.getByText("The changes are saved."));
});

/// The units and the states of the reservations with this name, in the list of their customer.
async function states(page, name) {
  const table = page.getByRole("table", { name: "Azure reservations" });
  const found = (await rows(table)).filter((row) => row.Name.includes(name));
  return found.map((row) => `${row.Quantity} ${row.Status}`).sort();
}

/// The record of changes of the customer on screen says that something was done, and says it once.
async function expectDoneOnce(page, what) {
  await page.getByRole("main").getByRole("link", { name: "Activity", exact: true }).first().click();
  const entries = page.getByRole("listitem").getByRole("heading", { name: what });
  await expectVisible(entries);
  assert.equal(await entries.count(), 1, what);
}
