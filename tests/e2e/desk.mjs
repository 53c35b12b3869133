// The desk as a person walks through it: from the customers to a reservation, its record and its
// quote. Everything is found by its role and its name.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { expectUrl, expectVisible, normalized, rows } from "./expect.mjs";

/// The customer whose reservations fail on purpose.
export const FAILURE_LAB = "Breakwater Failure Lab";

/// What the page says of a change whose answer was lost, once the service has told that it knows nothing of it.
export const NOT_ACCEPTED = "It was not accepted";

/// How its reservations fail on a change: their names after "Refund fails: ", the status of the answer and what
/// the page says. A service that has failed, or an answer that cannot be read, leaves open whether the change was
/// made: the page asks, and is told that it was not.
export const CHANGE_FAILURES = [
  { name: "401 unauthorized", status: 401, title: "Your sign-in is no longer valid" },
  { name: "403 forbidden", status: 403, title: "Your role has no access to this" },
  { name: "404 not found", status: 404, title: "This can't be found" },
  { name: "409 conflict", status: 409, title: "It has changed in the meantime" },
  { name: "412 precondition", status: 412, title: "It has changed in the meantime" },
  { name: "429 throttled", status: 429, title: "Too many requests at once" },
  { name: "500 server error", status: 500, title: NOT_ACCEPTED, isLost: true },
  { name: "malformed body", title: NOT_ACCEPTED, isLost: true },
  { name: "expired session", status: 401, title: "Your sign-in is no longer valid" },
];

/// What the browser notes down of such a failure: the answer, and that the service knows nothing of the change.
export function logged(status, isLost) {
  const statuses = [status, isLost && 404].filter(Boolean);
  return statuses.map((status) => new RegExp(`status of ${status}`));
}

/// Opens the customer list and waits for the customers.
export async function openCustomers(page) {
  await page.goto("./customers/");
  await expectVisible(page.getByRole("table", { name: "Customers" }));
}

/// Opens the reservations of a customer, also those that have ended, from the customer list.
export async function openCustomer(page, customer) {
  await openCustomers(page);
  await page.getByRole("link", { name: customer, exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: customer }));
  await showEnded(page);
  await expectVisible(page.getByRole("table", { name: "Azure reservations" }));
}

/// Has the list of a customer show those as well that have ended.
export async function showEnded(page) {
  await page.getByRole("switch", { name: /^Show ended/ }).check();
}

/// Opens the record of a reservation from the list of its customer.
export async function openRecord(page, customer, reservation) {
  await openCustomer(page, customer);
  await action(page, "Manage", reservation).click();
  await expectVisible(page.getByRole("heading", { level: 1 }));
  await expectUrl(page, /\/reservation\/?\?/);
}

/// Opens the refund task of a reservation from the list of its customer, and waits for its quote.
export async function openRefund(page, customer, reservation) {
  await openCustomer(page, customer);
  await action(page, "Refund", reservation).click();
  await expectVisible(payable(page));
}

/// Opens an entry of the record that is on screen.
export async function openEntry(page, name) {
  const entries = page.getByRole("navigation", { name: "Reservation page" });
  await entries.getByRole("link", { name, exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 2, name, exact: true }));
}

/// What can be done with a reservation in the list of its customer.
export function action(page, name, reservation) {
  return page.getByRole("link", { name: `${name}: ${reservation}`, exact: true });
}

/// The payable amount of the quote on screen.
export function payable(page) {
  return page.getByRole("region", { name: "Quote", exact: true }).locator(".payable").first();
}

/// The amounts of the quote by their names, without the signs that lead from one to the next.
export async function amounts(page) {
  const lines = await rows(page.getByRole("table", { name: "Amounts", exact: true }));
  return Object.fromEntries(
    lines.map(({ Amounts: name, Amount: amount }) => [name, amount.replace(/^[−=]\s*/, "")]),
  );
}

/// The quote as the page gives it to programs: `{ request, answer }`.
export async function downloadedQuote(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as JSON" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^refund-[0-9a-f-]{36}-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/// Asks for a return of what the quote on screen is about, and waits for the confirmation.
export async function returnUnits(page) {
  await page.getByRole("button", { name: "Return these units…" }).click();
  await expectVisible(confirmation(page));
}

/// Confirms a return with a reason; `other` is one in the person's own words.
export async function confirmReturn(page, { other } = {}) {
  const dialog = confirmation(page);
  const reason = other ? "Another reason" : "No longer needed";
  await dialog.getByLabel("Reason for the return").selectOption({ label: reason });
  if (other) await dialog.getByLabel("In your own words").fill(other);
  await dialog.getByRole("button", { name: "Return the units" }).click();
}

function confirmation(page) {
  return page.getByRole("dialog", { name: "Return these units?" });
}

/// What the customer list says a customer has used of the yearly limit, in cents of a USD.
export async function limitUsed(page, customer) {
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: customer, exact: true }) });
  const [, dollars, cents] = /\$([\d,]+)\.(\d\d) of/.exec(await row.innerText());
  return Number(dollars.replaceAll(",", "")) * 100 + Number(cents);
}

/// An amount as the page words it in American English; exact, because it stays a text.
export function worded(amount, currency) {
  const digits = amount.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return normalized(format.format(amount));
}

/// The UTC day so many days from now, as ISO 8601.
export function utcDay(days = 0) {
  const now = new Date();
  return isoDay(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days)));
}

/// The days from one ISO 8601 day to another.
export function daysBetween(first, last) {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

function isoDay(date) {
  return date.toISOString().slice(0, 10);
}
