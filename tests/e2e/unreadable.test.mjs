// A document that cannot be read: everything else goes on, and it can be saved and removed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { action, openCustomer, openCustomers } from "./desk.mjs";
import { expectHidden, expectRowVisible, expectText, expectVisible } from "./expect.mjs";
import { browserJourney } from "./journey.mjs";
import { rewriteDocuments } from "./stored.mjs";

const journey = browserJourney("what the browser stores is rewritten");

const CUSTOMER = "Meridian Quill Publishing, Inc.";

// Each tab has a backend of its own, so that the second one reads what is stored.
journey("a reservation that cannot be read is told, saved and removed", { serviceWorkers: "block" }, async ({ page, context }) => {
  await openCustomer(page, CUSTOMER);
  // Only one of the documents says how many units there are.
  await page.evaluate(rewriteDocuments, { text: '"Storefront"', from: '"quantity":4,', to: '"quantity":"four",' });
  const visit = await context.newPage();
  await openCustomers(visit);
  const row = visit.getByRole("row").filter({ has: visit.getByRole("link", { name: CUSTOMER, exact: true }) });
  await expectText(row, "1 document can't be read");

  await openCustomer(visit, CUSTOMER);
  const table = visit.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(table, { Status: /Can't be read/ });
  await expectVisible(action(visit, "Refund", "Reader comments"));
  const notice = visit.getByRole("status").filter({ hasText: "1 document can't be read" });
  await expectText(notice, "cannot be read");

  const [download] = await Promise.all([
    visit.waitForEvent("download"),
    notice.getByRole("button", { name: "Save as file" }).click(),
  ]);
  assert.match(await readFile(await download.path(), "utf8"), /Storefront/);

  await notice.getByRole("button", { name: "Remove…" }).click();
  const dialog = visit.getByRole("dialog", { name: "Remove this document?" });
  await expectText(dialog, "lost for good");
  await dialog.getByRole("button", { name: "Remove the document" }).click();
  await expectHidden(dialog);
  await expectHidden(visit.getByText("1 document can't be read"));
});
