// The clock of the machine is set, and the person travels, while a quote is open.

import assert from "node:assert/strict";

import { openRefund, payable, utcDay } from "./desk.mjs";
import { ARDEVOL, openExchange } from "./exchange.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const DAY_MS = 86_400_000;
// The backend in the page goes by the same clock; the time zone is set below.
const PLACE = { serviceWorkers: "block", timezoneId: undefined };
const ONE_CLOCK = { ...PLACE, ofBrowser: "the clock that is set has to be that of the backend too" };

journey("the clock is set and the time zone changes while a quote is open: its day and amounts stay true", ONE_CLOCK, async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  const travel = (timezoneId) => session.send("Emulation.setTimezoneOverride", { timezoneId });
  await travel("Pacific/Kiritimati");
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Konstruktion CAD");
  const [units, date] = [page.getByLabel("Units to return"), page.getByLabel("Date of the return")];
  const both = await payable(page).innerText();
  await units.fill("1");
  await eventually(() => payable(page).innerText(), (amount) => amount !== both, "the amount of one unit");
  const [day, one] = [await date.inputValue(), await payable(page).innerText()];
  const expectTheSame = async () => {
    for (const [typed, amount] of [["2", both], ["1", one]]) {
      await units.fill(typed);
      await eventually(() => payable(page).innerText(), (now) => now === amount, `${amount} as before`);
    }
    assert.equal(await date.inputValue(), day);
  };

  // Where it is a day earlier.
  await travel("");
  await travel("Pacific/Honolulu");
  assert.equal(await page.evaluate(() => new Date().getTimezoneOffset()), 600);
  await expectTheSame();
  await page.clock.setSystemTime(Date.now() - DAY_MS);
  await expectTheSame();

  // A year later the service has another amount, and says so before anything is done.
  await page.clock.setSystemTime(Date.now() + 365 * DAY_MS);
  await expectTheSame();
  await page.getByRole("button", { name: "Return these units…" }).click();
  await expectVisible(page.getByText("The new quote differs from this one. Nothing was returned.").first());
  assert.equal(await units.inputValue(), "1");
  assert.equal(await date.inputValue(), day);

  // What was typed outlives a reload. The day, which nobody has chosen, is the present one then.
  await expectUrl(page, /[?&]units=1(&|$)/);
  await page.reload();
  await expectVisible(payable(page));
  assert.equal(await units.inputValue(), "1");
  assert.equal(await date.inputValue(), utcDay(365));

  // One that has passed is said to be over, and stays where it was chosen.
  await date.fill(day);
  const over = page.getByText("is in the past. Nothing can be returned on that day anymore").first();
  await expectVisible(over);
  await expectUrl(page, new RegExp(`=${day}`));
  await page.reload();
  await expectVisible(over);
  assert.equal(await date.inputValue(), day);
});

journey("a refund page that is left open goes with the day, unless somebody has chosen one", PLACE, async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Konstruktion CAD");
  const date = page.getByLabel("Date of the return");
  assert.equal(await date.inputValue(), utcDay());
  const told = page.getByText("A new day has begun in UTC.");
  await expectHidden(told);
  await lookAfter(page, 1);
  await eventually(() => date.inputValue(), (day) => day === utcDay(1), "the new day");
  await expectVisible(told);
  await expectVisible(page.getByRole("button", { name: "Return these units…", disabled: false }));

  await date.fill(utcDay(9));
  await expectHidden(told);
  await lookAfter(page, 2);
  await expectText(page.getByRole("form", { name: "What is returned" }), /Today in UTC: /);
  assert.equal(await date.inputValue(), utcDay(9), "it was chosen");
  await expectHidden(told);
});

journey("an exchange page that is left open goes with the day as well", PLACE, async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  const date = page.getByLabel("Date of the exchange");
  assert.equal(await date.inputValue(), utcDay());
  const told = page.getByText("A new day has begun in UTC.");
  await expectHidden(told);
  await lookAfter(page, 1);
  await eventually(() => date.inputValue(), (day) => day === utcDay(1), "the new day");
  await expectVisible(told);
  await date.fill(utcDay(9));
  await expectHidden(told);
  await lookAfter(page, 2);
  assert.equal(await date.inputValue(), utcDay(9), "it was chosen");
});

/// Somebody looks at the page again after so many days.
async function lookAfter(page, days) {
  await page.clock.setSystemTime(Date.now() + days * DAY_MS);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}
