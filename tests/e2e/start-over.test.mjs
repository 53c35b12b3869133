// Starting over: with the records of the demonstration, or with none.

import assert from "node:assert/strict";

import { confirmReturn, limitUsed, openCustomer, openCustomers, openRefund, returnUnits } from "./desk.mjs";
import { expectHidden, expectRowVisible, expectText, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";

journey("restoring the demonstration undoes every change", async ({ page }) => {
  await openCustomers(page);
  const before = await rows(customers(page));
  await openRefund(page, CUSTOMER, "Reader comments");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText(/^Done: /));
  await openCustomers(page);
  assert.notDeepEqual(await rows(customers(page)), before);

  const dialog = await ask(page, "Restore demo data…", "Restore the demo data?");
  await expectText(dialog, "Every refund and every change you made here is lost.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expectHidden(dialog);
  assert.notDeepEqual(await rows(customers(page)), before, "a cancelled question changes nothing");

  await ask(page, "Restore demo data…", "Restore the demo data?");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expectVisible(page.getByText("The demo data is back."));
  await expectRowVisible(customers(page), { Name: CUSTOMER, "Refund cap used": "$1,785.75 of $50,000.00" });
  assert.deepEqual(await rows(customers(page)), before);
  await openCustomer(page, CUSTOMER);
  const reservations = page.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(reservations, { Name: "Reader comments", Status: "Succeeded" });
});

journey("an empty start, from the page of a reservation, and back again", async ({ page, context }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  const dialog = await ask(page, "Start empty…", "Remove all data?");
  await dialog.getByRole("button", { name: "Remove all" }).click();
  await expectVisible(page.getByText("All data was removed."));
  const nothing = page.getByRole("heading", { name: "There are no customers yet" });
  await expectVisible(nothing);

  // It stays empty for later visits.
  const tab = await context.newPage();
  await tab.goto("./");
  await expectVisible(tab.getByRole("heading", { name: "There are no customers yet" }));
  await page.reload();
  await expectVisible(nothing);
  await page.getByRole("button", { name: "Load the demo" }).click();
  await expectVisible(customers(page));
  await openCustomers(tab);
  assert.equal(await limitUsed(tab, CUSTOMER), 178_575);
});

function customers(page) {
  return page.getByRole("table", { name: "Customers" });
}

/// Chooses one of the ways to start over; gives the question that follows.
async function ask(page, choice, title) {
  await page.getByRole("button", { name: "Demo data" }).click();
  await page.getByRole("button", { name: choice }).click();
  const dialog = page.getByRole("dialog", { name: title });
  await expectVisible(dialog);
  return dialog;
}
