// Everything that is known of a reservation: to read, to copy, to follow.

import assert from "node:assert/strict";

import { FAILURE_LAB, openEntry, openRecord } from "./desk.mjs";
import { eventually, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, tabTo } from "./keyboard.mjs";

const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

journey("every id can be copied by the keyboard, and a screen reader hears it", CLIPBOARD, async ({ page }) => {
  await openRecord(page, KUPFERHAIN, "Fertigungsleitstand");
  await tabTo(page, page.getByRole("link", { name: "Properties", exact: true }));
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, "Fertigungsleitstand · Properties");
  const query = new URL(page.url()).searchParams;
  const order = query.get("order");
  const reservation = query.get("reservation");
  const wanted = [
    ["Copy Reservation ID", reservation],
    ["Copy Reservation order ID", order],
    ["Copy Resource ID", `/providers/Microsoft.Capacity/reservationOrders/${order}/reservations/${reservation}`],
    ["Copy Billing scope", /^\/subscriptions\/[0-9a-f-]{36}$/],
  ];
  for (const [button, id] of wanted) {
    await tabTo(page, page.getByRole("button", { name: button, exact: true }));
    await page.keyboard.press("Enter");
    await expectVisible(page.getByRole("status").getByText("Copied"));
    const copied = await clipboard(page);
    if (id instanceof RegExp) assert.match(copied, id);
    else assert.equal(copied.toLowerCase(), id.toLowerCase());
  }
});

journey("all properties are named, marked where empty, and copied as text", CLIPBOARD, async ({ page }) => {
  await openProperties(page, KUPFERHAIN, "Fertigungsleitstand");
  await expectText(property(page, "Term"), "3 years");
  await expectText(property(page, "Automatic renewal"), "On");
  await expectText(property(page, "State in detail"), "Not stated");
  await expectText(page.getByRole("main"), "What the renewal buys");
  await expectText(property(page, "Units bought"), "6");
  await expectVisible(page.getByRole("heading", { level: 2, name: "Payment schedule" }));
  await page.getByRole("button", { name: "Copy all properties as text" }).click();
  await expectVisible(page.getByRole("status").getByText("Copied"));
  const text = await clipboard(page);
  for (const line of ["Display name: Fertigungsleitstand", "Term: 3 years", "Units bought: 6"]) {
    assert.ok(text.split("\n").includes(line), `${line} in ${text}`);
  }
});

journey("the chain of a split is followed from one to the next", async ({ page }) => {
  await openProperties(page, "Fjällgren Logistik AB", "Godsterminal Öst");
  const chain = page.locator(".chain");
  await expectText(chain, /Split from Godsterminal 12 units Split This reservation Godsterminal Öst/);
  await chain.getByRole("link", { name: "Godsterminal", exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Godsterminal · Properties" }));
  await expectText(chain, /Split into/);
  await chain.getByRole("link", { name: "Godsterminal Väst" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Godsterminal Väst · Properties" }));
});

journey("the raw records are there to read and to copy", CLIPBOARD, async ({ page }) => {
  await openProperties(page, KUPFERHAIN, "Webportal");
  for (const [title, value] of [
    ["Reservation as JSON", (record) => record.properties.displayName],
    ["Order as JSON", (record) => record.properties.displayName],
  ]) {
    await page.getByText(title, { exact: true }).click();
    const shown = page.getByRole("region", { name: title });
    await eventually(() => shown.innerText(), (text) => text.startsWith("{"), "the record");
    await page.getByRole("button", { name: `Copy ${title}` }).click();
    await expectVisible(page.getByRole("status").getByText("Copied"));
    const record = JSON.parse(await clipboard(page));
    assert.deepEqual(record, JSON.parse(await shown.innerText()));
    assert.equal(value(record), "Webportal");
  }
});

journey("a record that cannot be read says so on this page as well", { expected: [/status of 500/] }, async ({ page }) => {
  await openRecord(page, FAILURE_LAB, "Read fails: 500 server error");
  await page.getByRole("link", { name: "Properties", exact: true }).click();
  await expectVisible(page.getByRole("alert").filter({ hasText: "Something went wrong" }));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectVisible(page.getByRole("alert").filter({ hasText: "Something went wrong" }));
});

async function openProperties(page, customer, reservation) {
  await openRecord(page, customer, reservation);
  await openEntry(page, "Properties");
  await expectVisible(page.getByRole("heading", { level: 3, name: "Reservation order" }));
}

/// A property by its name.
function property(page, name) {
  const term = page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
  return page.locator(".property").filter({ has: term });
}

function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}
