// The planner: what to return when under the refund cap, from the list of reservations to the refund page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { openCustomer, payable } from "./desk.mjs";
import { eventually, expectText, expectUrl, expectVisible, normalized, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { press, tabTo } from "./keyboard.mjs";
import { expectFits, NARROW } from "./narrow.mjs";
import { quoteOf } from "./program.mjs";

const SABLIER = "Sablier Ridge Minerals Corp.";

journey("selected reservations are planned, and each return leads to its filled refund page", async ({ page }) => {
  await openCustomer(page, SABLIER);
  await page.getByRole("checkbox", { name: /^Select: SAP HANA for the whole group/ }).check();
  await press(page, page.getByRole("link", { name: "Plan returns" }));
  await expectUrl(page, /\/customer\/plan\/?\?customer=.*reservation=/);
  const chosen = page.getByRole("checkbox", { name: /SAP HANA for the whole group/ });
  assert.equal(await chosen.isChecked(), true);
  const result = page.getByRole("region", { name: "What comes back" });
  await expectVisible(result);

  const [plan, today] = [await fact(result, "With this plan"), await fact(result, "Everything today")];
  assert.ok(dollars(plan) >= dollars(today), `${plan} is no less than ${today}`);
  assert.equal(dollars(await fact(result, "More than today")), dollars(plan) - dollars(today));
  await expectText(result, /no other plan brings more|can bring at most/);

  // A calendar first: each return is on its day, and leads to its refund page.
  const calendar = page.getByRole("region", { name: "What to return when" });
  const returns = calendar.getByRole("link", { name: /: return \d+ units? of SAP HANA/ });
  await expectVisible(returns.first());
  const returned = await returns.count();
  assert.match(await returns.first().getAttribute("href"), /\/reservation\/refund\/?\?/);

  await calendar.getByRole("radio", { name: "List" }).check();
  const schedule = await rows(page.getByRole("table", { name: "What to return when" }));
  assert.equal(schedule.length, returned);
  const first = schedule[0];
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as calendar" }).click(),
  ]);
  const events = await readFile(await download.path(), "utf8");
  assert.equal(events.match(/BEGIN:VEVENT/g).length, schedule.length);

  await press(page, page.getByRole("link", { name: /^Refund: SAP HANA for the whole group/ }).first());
  await expectUrl(page, /\/reservation\/refund\/?\?/);
  assert.equal(await page.getByLabel("Units to return").inputValue(), first.Quantity.replaceAll(",", ""));
  assert.equal(normalized(await payable(page).innerText()), normalized(first["Paid out to you"]));
});

journey("what the page plans is what the command line answers", async ({ page }) => {
  await openCustomer(page, SABLIER);
  await press(page, page.getByRole("link", { name: "Refund cap", exact: true }));
  await press(page, page.getByRole("link", { name: "Return plan", exact: true }));
  const boxes = page.getByRole("group", { name: "Reservations that are no longer needed" }).getByRole("checkbox");
  await expectVisible(boxes.first());
  for (let place = 0; place < 2; place += 1) await boxes.nth(place).check();
  const result = page.getByRole("region", { name: "What comes back" });
  await expectVisible(result);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as JSON" }).click(),
  ]);
  const { note, request, answer } = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(note, undefined);
  assert.equal(request.items.length, 2);
  assert.deepEqual(quoteOf(request), answer);
  assert.equal(dollars(await fact(result, "With this plan")), dollars(answer.usd));
  assert.equal(dollars(await fact(result, "Everything today")), dollars(answer.today.usd));
});

journey("a plan is a calendar on a phone in German", { locale: "de", viewport: NARROW }, async ({ page }) => {
  await page.goto("./customers/");
  await page.getByRole("link", { name: SABLIER, exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: SABLIER }));
  await page.goto(page.url().replace(/\/customer\/?\?/, "/customer/plan/?"));
  await page.getByRole("checkbox", { name: /^Survey flights/ }).check();
  const calendar = page.getByRole("region", { name: "Was wann zurückgeht" });
  await expectVisible(calendar.getByRole("link").first());
  await expectVisible(calendar.getByRole("columnheader", { name: "Mo" }).first());
  await expectFits(page);
  await tabTo(page, calendar.getByRole("link").first());
});

journey("days and reservations stand in the address, and another choice is another plan", async ({ page }) => {
  await openCustomer(page, SABLIER);
  await press(page, page.getByRole("link", { name: "Refund cap", exact: true }));
  // The page that was opened takes the focus to its heading once.
  await eventually(() => page.evaluate(() => document.activeElement?.textContent), (text) => text === "Refund cap", "focus");
  await press(page, page.getByRole("link", { name: "Return plan", exact: true }));
  await expectVisible(page.getByText("Select reservations to see a plan."));
  const boxes = page.getByRole("group", { name: "Reservations that are no longer needed" }).getByRole("checkbox");
  await expectVisible(boxes.first());
  const count = await boxes.count();
  assert.ok(count > 1, `${count} reservations`);
  for (let place = 0; place < count; place += 1) await boxes.nth(place).check();
  const result = page.getByRole("region", { name: "What comes back" });
  await expectVisible(result);
  await page.getByLabel("Units of a reservation may go on different days").uncheck();
  await expectUrl(page, /split=no/);
  await expectVisible(result);
  const sum = await fact(result, "With this plan");
  await page.reload();
  await expectVisible(result);
  assert.equal(await fact(result, "With this plan"), sum);
  await expectVisible(page.getByRole("figure", { name: "The cap while the plan is carried out" }));
});

async function fact(region, name) {
  const property = region.locator(".property").filter({ hasText: name });
  return normalized(await property.locator("dd").innerText());
}

/// An amount as whole cents.
function dollars(text) {
  return Math.round(Number(text.replace(/[^\d.-]/g, "")) * 100);
}
