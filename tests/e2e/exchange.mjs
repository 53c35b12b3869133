// The exchange task as a person works with it. Everything is found by its role and its name.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { action, openCustomer } from "./desk.mjs";
import { expectHidden, expectText, expectVisible } from "./expect.mjs";

/// A customer with many reservations of one family, some of them hardly used.
export const ARDEVOL = "Ardèvol Impremta Digital, S.L.";

/// Opens the exchange of a reservation from the list of its customer, and waits for its first quote.
export async function openExchange(page, customer, reservation) {
  await openCustomer(page, customer);
  await action(page, "Exchange", reservation).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Exchange" }));
  await expectVisible(answer(page));
}

/// Puts a reservation into the cart and chooses its terms: `{ size, term, plan, quantity, region }`.
export async function buy(page, terms = {}) {
  const before = await page.getByRole("group", { name: /^New reservation/ }).count();
  await page.getByRole("button", { name: "Add a reservation" }).click();
  const card = page.getByRole("group", { name: `New reservation ${before + 1}` });
  await expectVisible(card);
  // The catalogue has come as soon as there is more to choose than what is returned.
  await card.getByLabel("Size").locator("option").nth(1).waitFor({ state: "attached" });
  const { region, size, term, plan, quantity } = terms;
  if (region) await card.getByLabel("Region", { exact: true }).selectOption({ label: region });
  if (size) await card.getByLabel("Size", { exact: true }).selectOption({ label: size });
  if (term) await card.getByLabel("Term", { exact: true }).selectOption({ label: term });
  if (plan) await card.getByLabel("Billing plan").selectOption({ label: plan });
  if (quantity) await card.getByLabel("Quantity").fill(String(quantity));
  return card;
}

/// The answer beside the form.
export function answer(page) {
  return page.getByRole("region", { name: "Quote", exact: true });
}

/// What helps against a refusal.
export function waysOut(page) {
  return page.getByRole("region", { name: "What you can do instead" });
}

/// Takes the way out that buys enough of something.
export async function buyEnough(page, size) {
  await waysOut(page).getByRole("button", { name: new RegExp(`^Buy [\\d,]+ × ${size}$`) }).click();
  await expectHidden(waysOut(page));
}

/// The quote as the page gives it to programs: `{ request, answer }`.
export async function downloadedExchange(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as JSON" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^exchange-[0-9a-f-]{36}-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

/// Asks for the exchange on screen, and waits for the confirmation.
export async function askForExchange(page) {
  await page.getByRole("button", { name: "Exchange…" }).click();
  await expectVisible(confirmation(page));
}

/// Confirms the exchange.
export async function confirmExchange(page) {
  await confirmation(page).getByRole("button", { name: "Carry out the exchange" }).click();
}

/// Waits until the exchange is done.
export async function expectDone(page) {
  await expectText(carryOut(page), "Done: the reservations were exchanged.");
}

/// Exchanges two of the six units of a reservation of [`ARDEVOL`], from beginning to end.
export async function exchangeTwo(page) {
  await openExchange(page, ARDEVOL, "Servidors de tipografies");
  await page.getByLabel("Units to return").fill("2");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  await askForExchange(page);
  await confirmExchange(page);
  await expectDone(page);
}

/// The part of the page that carries the exchange out.
export function carryOut(page) {
  return page.getByRole("region", { name: "Carry out", exact: true });
}

function confirmation(page) {
  return page.getByRole("dialog", { name: "Carry out this exchange?" });
}
