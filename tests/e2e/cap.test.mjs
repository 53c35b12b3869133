// The refund cap of a customer: what counts toward it, entries by hand, and what is left.

import assert from "node:assert/strict";

import { openCustomer, openRefund } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectVisible, normalized, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { press, tabTo } from "./keyboard.mjs";
import { ENLARGED, expectFits } from "./narrow.mjs";

const SABLIER = "Sablier Ridge Minerals Corp.";
const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("an entry by hand counts everywhere, can be changed, and is removed again", async ({ page }) => {
  await openCap(page, KUPFERHAIN);
  const left = await fact(page, "Left today");
  const before = (await rows(ledger(page))).length;

  await press(page, page.getByRole("button", { name: "Add entry" }));
  const form = page.getByRole("dialog", { name: "Add entry" });
  await press(page, form.getByRole("button", { name: "Save" }));
  await expectVisible(form.getByText("Enter a day up to today."));
  await expectVisible(form.getByText("Say where it is known from."));
  await form.getByLabel("Day of the cancellation").fill(await day(page, -40));
  await form.getByLabel("Amount that counts").fill("1,234.50");
  await form.getByLabel("Where it is known from").fill("Credit note 77");
  await press(page, form.getByRole("button", { name: "Save" }));
  await expectHidden(form);

  const entry = ledger(page).getByRole("row").filter({ hasText: "Credit note 77" });
  await expectText(entry, "$1,234.50");
  assert.equal((await rows(ledger(page))).length, before + 1);
  assert.equal(dollars(await fact(page, "Left today")), dollars(left) - 123_450);
  await expectVisible(ledger(page).getByText("Bookings can't be changed here.").first());

  await press(page, entry.getByRole("button", { name: "Edit: Credit note 77" }));
  const edit = page.getByRole("dialog", { name: "Edit entry" });
  await edit.getByLabel("Amount that counts").fill("1000");
  await press(page, edit.getByRole("button", { name: "Save" }));
  await expectText(entry, "$1,000.00");
  await eventually(() => fact(page, "Left today"), (now) => dollars(now) === dollars(left) - 100_000, "less to be left");

  await page.reload();
  await expectText(entry, "$1,000.00");
  await press(page, entry.getByRole("button", { name: "Remove: Credit note 77" }));
  const question = page.getByRole("dialog", { name: "Remove this entry?" });
  await expectText(question, "$1,000.00");
  await press(page, question.getByRole("button", { name: "Remove" }));
  await expectHidden(entry);
  await eventually(() => fact(page, "Left today"), (now) => now === left, "as much to be left as before");

  await openCustomer(page, KUPFERHAIN);
  await press(page, page.getByRole("link", { name: "Activity", exact: true }));
  await expectVisible(page.getByRole("heading", { name: "Entry toward the refund cap removed" }));
  await expectVisible(page.getByRole("heading", { name: "Entry toward the refund cap saved" }).first());
});

journey("each number of the cap says by which rules it comes about, by the keyboard and on a phone", async ({ page }) => {
  await openCap(page, KUPFERHAIN);
  const rule = page.getByRole("tooltip").filter({ hasText: "A past cancellation counts against the refund cap for 365 days" });
  await tabTo(page, page.getByRole("button", { name: "Used today", exact: true }));
  await expectVisible(rule);
  await page.keyboard.press("Escape");
  await expectHidden(rule);
  await page.setViewportSize(ENLARGED);
  await tabTo(page, page.getByRole("button", { name: "Left today", exact: true }));
  await expectVisible(rule);
  await expectFits(page);
});

journey("a quote leads to the cap, which both readings and a chart explain", async ({ page }) => {
  await openRefund(page, SABLIER, "SAP HANA for the whole group");
  await press(page, page.getByRole("link", { name: "Show what counts toward the cap" }));
  await expectVisible(page.getByRole("heading", { level: 1, name: "Refund cap" }));
  const readings = await rows(page.getByRole("table", { name: "How the sources read the cap" }));
  assert.equal(readings.length, 2);
  assert.match(readings[0]["Above the cap"], /rest is lost/);
  assert.match(readings[1]["Above the cap"], /refused/);
  assert.ok(readings.some((reading) => reading["Refund policies"].includes("used for quotes")));
  const chart = page.getByRole("figure", { name: "Use of the cap over time" });
  await press(page, chart.getByText("Show as a table"));
  const days = await rows(chart.getByRole("table"));
  assert.ok(days.length > 1);
  const last = days.at(-1);
  assert.equal(last.Used, "$0.00", "a year after the last entry everything is free again");
  assert.equal(last.Left, "$50,000.00");
});

journey("a guest sees the cap and is told why nothing can be entered", async ({ page }) => {
  await openCustomer(page, KUPFERHAIN);
  await page.getByLabel("Role").selectOption("Guest");
  await press(page, page.getByRole("link", { name: "Refund cap", exact: true }));
  await expectVisible(page.getByText("Left today"));
  const add = page.getByRole("button", { name: "Add entry" });
  assert.equal(await add.getAttribute("aria-disabled"), "true");
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  assert.equal(await page.getByRole("dialog", { name: "Add entry" }).isVisible(), false);
});

async function openCap(page, customer) {
  await openCustomer(page, customer);
  await press(page, page.getByRole("link", { name: "Refund cap", exact: true }));
  await expectVisible(page.getByRole("heading", { level: 1, name: "Refund cap" }));
  await expectVisible(ledger(page));
}

function ledger(page) {
  return page.getByRole("table", { name: "What counts" });
}

async function fact(page, name) {
  const property = page.locator(".property").filter({ has: page.getByText(name, { exact: true }) });
  return normalized(await property.locator("dd").innerText());
}

/// The UTC day so many days from today.
function day(page, days) {
  return page.evaluate((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), days);
}

/// An amount as whole cents.
function dollars(text) {
  return Math.round(Number(text.replace(/[^\d.]/g, "")) * 100);
}
