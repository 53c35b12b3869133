// Returns that were recorded, compared with the bookings that an imported file has.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { makeRecordsOwn } from "./backups.mjs";
import { amounts, openRefund, payable, utcDay } from "./desk.mjs";
import { expectText, expectUrl, expectVisible } from "./expect.mjs";
import { bring, file, openImport } from "./import.mjs";
import { journey } from "./journey.mjs";
import { expectFits, NARROW } from "./narrow.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const HEADER = "Amount,Currency,Description,EventDate,EventType,Quantity,ReservationOrderId,CustomerTenantId";

journey("recorded returns meet the bookings of a file, and a fee that was not charged is recognised", async ({ page }) => {
  await makeRecordsOwn(page);
  const comments = await record(page, "Reader comments");
  const storefront = await record(page, "Storefront");
  const desktops = await record(page, "Editorial desktops");

  await openReconciliation(page);
  for (const name of ["Reader comments", "Storefront", "Editorial desktops"]) {
    await expectText(result(page, name), "Not due yet");
  }
  await expectVisible(page.getByText("No imported file has bookings yet."));
  await page.getByRole("main").getByRole("link", { name: "Import", exact: true }).click();
  await expectUrl(page, /\/import\/?$/);

  const unknown = { ...desktops, order: "dddddddd-0000-4000-8000-000000000001", units: 1 };
  const lines = [
    booking(comments, comments.payable),
    booking(storefront, storefront.credit),
    booking(unknown, "12.34"),
  ];
  await importBookings(page, lines);

  await openReconciliation(page);
  const matched = result(page, "Reader comments");
  await expectText(matched, "Matched");
  await expectText(matched, "Booked as quoted.");
  const other = result(page, "Storefront");
  await expectText(other, "Other amount");
  await expectText(other, "Without the early termination fee, the quote gives exactly this amount.");
  await expectText(other, "refunds.csv, line 3");
  await expectText(result(page, "Editorial desktops"), "Not due yet");
  await expectText(result(page, "Unknown machines"), "Not recorded here");
  await expectVisible(page.getByText("4 of 4 results", { exact: true }));
  await expectAccessible(page);

  await page.getByLabel("Result").selectOption("other-amount");
  await expectUrl(page, /state=other-amount/);
  await expectVisible(page.getByText("1 of 4 results", { exact: true }));
  await page.setViewportSize(NARROW);
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await other.getByRole("button", { name: "Request from support" }).click();
  await expectUrl(page, /support-request\/problem/);
  const description = await page.getByLabel("Description").inputValue();
  assert.match(description, /differs from the amount that we expected/);
  assert.ok(description.includes(storefront.order), "support asks for the order first");

  // The same file once more changes nothing.
  await importBookings(page, lines, { isKnown: true });

  await page.goto("./reconcile/");
  await result(page, "Reader comments").getByRole("link", { name: "Show the quote" }).click();
  await expectVisible(page.getByRole("heading", { name: "Units returned" }));
  await page.getByRole("link", { name: "Compare with what was booked" }).first().click();
  await expectUrl(page, /\/reconcile\/?\?customer=/);
  await expectText(result(page, "Reader comments"), "Matched");
});

async function openReconciliation(page) {
  await page.getByRole("navigation").getByRole("link", { name: "Reconciliation", exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Reconciliation" }));
}

/// The row about a reservation.
function result(page, name) {
  return page.locator("li.activity").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/// Records that all units were returned. What the quote says comes back, in plain decimals.
async function record(page, name) {
  await openRefund(page, CUSTOMER, name);
  const address = new URL(page.url()).searchParams;
  const quoted = await amounts(page);
  const plain = (text) => text.replace(/[^\d.]/g, "");
  const paidOut = await payable(page).innerText();
  await page.getByRole("button", { name: "Record this return…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record this return?" });
  const said = await dialog.innerText();
  const units = /(\d+) of \d+ units/.exec(said)[1];
  await dialog.getByLabel("Reason for the return").selectOption("mistake");
  await dialog.getByRole("button", { name: "Record the return" }).click();
  await expectVisible(page.getByText(/Recorded: \d+ unit/));
  return {
    order: address.get("order"),
    customer: address.get("customer"),
    units,
    payable: plain(paidOut),
    credit: plain(quoted.Credit),
  };
}

function booking({ order, customer, units }, amount) {
  const description = order.startsWith("dddddddd") ? "Unknown machines" : "Reserved capacity";
  return [`-${amount}`, "USD", description, utcDay(0), "Refund", units, order, customer].join(",");
}

async function importBookings(page, lines, { isKnown = false } = {}) {
  await openImport(page);
  await bring(page, [file("refunds.csv", [HEADER, ...lines, ""].join("\n"))]);
  await page.getByRole("button", { name: "Show what would change" }).click();
  if (isKnown) return expectVisible(page.getByRole("heading", { name: "Nothing would change" }));
  await expectVisible(page.getByRole("heading", { name: "What would change" }));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Imported" }));
}
