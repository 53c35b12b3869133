// Answers that are lost on the way: the page finds out what became of the change, says no more than it knows, and
// nothing is done twice.

import assert from "node:assert/strict";

import { confirmReturn, openCustomer, openEntry, openRecord, openRefund, returnUnits } from "./desk.mjs";
import { eventually, expectHidden, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
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
  assert.deepEqual(await storefronts(page), ["1 Cancelled", "3 Succeeded"]);
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
  assert.deepEqual(await storefronts(page), ["1 Cancelled", "3 Succeeded"]);
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
  await expectHidden(other.getByText("The service refused the request"));
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
  const alert = page.getByRole("alert").filter({ hasText: "A new version of this application is available" });
  await expectVisible(alert);
  await alert.getByRole("button", { name: "Load the page again" }).click();
  await expectHidden(alert);
  await expectVisible(name);
  assert.equal(await name.inputValue(), "Shop front");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expectVisible(page.getByText("The changes are saved."));
});

/// The units of the reservation that is returned, with their state.
async function storefronts(page) {
  const table = page.getByRole("table", { name: "Azure reservations" });
  const found = (await rows(table)).filter((row) => row.Name.includes("Storefront"));
  return found.map((row) => `${row.Quantity} ${row.Status}`).sort();
}

/// Has the page lose answers: `lose(part, count)` breaks the next `count` requests whose address has the part, after
/// the service has answered them, or before they are sent.
function loseAnswers() {
  const losses = [];
  window.lose = (part, count, { isSent = true } = {}) => losses.push({ part, count, isSent });
  const { fetch } = window;
  window.fetch = async (request, options) => {
    const address = request.url ?? String(request);
    const loss = losses.find(({ part, count }) => count > 0 && address.includes(part));
    if (!loss) return fetch(request, options);
    loss.count -= 1;
    if (loss.isSent) await fetch(request, options);
    throw new TypeError("the connection broke");
  };
}
