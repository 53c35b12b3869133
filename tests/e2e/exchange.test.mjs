// Exchanges from the list of a customer to the new reservations, with everything that can come between.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { action, FAILURE_LAB, openCustomer, utcDay, worded } from "./desk.mjs";
import {
  answer,
  ARDEVOL,
  askForExchange,
  buy,
  buyEnough,
  carryOut,
  confirmExchange,
  downloadedExchange,
  exchangeTwo,
  expectDone,
  openExchange,
  waysOut,
} from "./exchange.mjs";
import { eventually, expectHidden, expectInSight, expectRowVisible, expectText, expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { loseAnswers } from "./loss.mjs";
import { expectFits, NARROW } from "./narrow.mjs";
import { quoteOf } from "./program.mjs";

/// The quote on screen is the one that the program makes of the same request, and its amounts are shown. `day` is what
/// the page calls its day where that is not today.
async function expectSameAsProgram(page, day) {
  const { request, answer: shown } = await downloadedExchange(page);
  assert.deepEqual(quoteOf(request), shown);
  await expectText(answer(page), worded(shown.netPayable, shown.currencyCode));
  const { net } = shown.cashToday;
  const [who, amount] = net.startsWith("-") ? ["You receive", net.slice(1)] : ["You pay", net];
  if (shown.decision === "allowed") {
    await expectText(answer(page), `${who} ${worded(amount, shown.currencyCode)} ${day ? `on ${day}` : "today"}`);
  }
  const cash = page.getByRole("region", { name: day ? "On the chosen day" : "Today", exact: true });
  await expectText(cash, `${who} ${day ? "on the day of the exchange" : "today"}`);
  await expectText(cash, worded(amount, shown.currencyCode));
  await expectText(page.getByRole("region", { name: "Commitment", exact: true }), worded(shown.refundsTotal, shown.currencyCode));
  return { request, answer: shown };
}

journey("one for one: the records, their terms and the activity follow", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Catàleg en línia");
  await expectText(answer(page), "Remaining commitment");
  const card = await buy(page, { size: "Standard_E4s_v5", term: "3 years", quantity: 1 });
  await expectText(waysOut(page), /€[\d,.]+ of commitment is missing/);
  await buyEnough(page, "Standard_E4s_v5");
  const quantity = await card.getByLabel("Quantity").inputValue();
  const { answer: quote } = await expectSameAsProgram(page);
  assert.equal(quote.decision, "allowed");

  await askForExchange(page);
  await page.keyboard.press("Escape");
  await expectVisible(page.getByRole("button", { name: "Exchange…", disabled: false }));
  await askForExchange(page);
  await confirmExchange(page);
  await expectText(carryOut(page), /Step 1 of 2|Step 2 of 2|was accepted/);
  await expectDone(page);

  await carryOut(page).getByRole("link", { name: `${quantity} × Standard_E4s_v5` }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Catàleg en línia" }));
  await expectText(page.getByRole("main"), "Exchanged from");
  const { end } = quote.newTerms[0];
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
  await expectText(page.getByRole("main"), format.format(new Date(end)));

  await openCustomer(page, ARDEVOL);
  const table = page.getByRole("table", { name: "Azure reservations" });
  await eventually(
    async () => (await rows(table)).filter((row) => row.Name.includes("Catàleg en línia")),
    (found) => {
      const states = found.map((row) => `${row.Quantity} ${row.Status}`);
      return states.length === 2 && states.includes(`${quantity} Succeeded`) && states.includes("8 Cancelled");
    },
    "the old reservation cancelled and the new one active",
  );

  await page.getByRole("main").getByRole("link", { name: "Activity" }).first().click();
  await expectText(page.getByRole("main"), "Reservations exchanged");
  await expectText(page.getByRole("main"), `Bought: ${quantity} × Standard_E4s_v5`);
});

journey("many for many: units of two reservations for two others", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Servidors de tipografies");
  await page.getByLabel("Return another reservation too").selectOption({ label: "Cua d'impressió (10 × Standard_F1)" });
  const units = page.getByLabel("Units to return");
  await expectVisible(units.nth(1));
  await units.nth(0).fill("2");
  await units.nth(1).fill("4");
  await buy(page, { size: "Standard_D2s_v5", term: "3 years", quantity: 1 });
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", plan: "Monthly", quantity: 1 });
  if ((await waysOut(page).count()) > 0) await buyEnough(page, "Standard_D2s_v5");
  const { request } = await expectSameAsProgram(page);
  assert.deepEqual([request.returns.length, request.purchases.length], [2, 2]);
  await askForExchange(page);
  await confirmExchange(page);
  await expectDone(page);

  await openCustomer(page, ARDEVOL);
  const table = page.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(table, { Name: "Servidors de tipografies", Quantity: "4", Status: "Succeeded" });
  await expectRowVisible(table, { Name: "Servidors de tipografies", Quantity: "2", Status: "Cancelled" });
  await expectRowVisible(table, { Name: "Cua d'impressió", Quantity: "6", Status: "Succeeded" });
});

journey("a trade-in for a savings plan, which is final", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Portal de clients");
  await page.getByRole("button", { name: "Trade in for a savings plan" }).click();
  const plan = page.getByRole("group", { name: "Savings plan" });
  await plan.getByLabel("Hourly commitment").fill("0.01");
  await expectText(waysOut(page), "of commitment is missing");
  await waysOut(page).getByRole("button", { name: /^Commit €\d+\.\d\d an hour$/ }).click();
  await expectHidden(waysOut(page));
  const enough = await plan.getByLabel("Hourly commitment").inputValue();
  await plan.getByLabel("Hourly commitment").fill((Number(enough) - 0.01).toFixed(2));
  await expectText(waysOut(page), "of commitment is missing");
  await plan.getByLabel("Hourly commitment").fill("2.5");
  await expectHidden(waysOut(page));
  await expectVisible(page.getByText("A savings plan can never be cancelled.").first());
  const { request, answer: quote } = await expectSameAsProgram(page);
  assert.equal(request.savingsPlans[0].hourlyCommitment, "2.50");
  assert.equal(quote.purchasesTotal, "21900.00");
  await askForExchange(page);
  await confirmExchange(page);
  await expectDone(page);
  await expectText(carryOut(page), /Savings plan [0-9a-f-]{36}/);
});

// Each refusal that records can lead to, with what the page says about it.
const REFUSALS = [
  {
    code: "CommitmentTooLow",
    reservation: "Comandes",
    buy: "SqlDatabases~SQLDB_GP_Compute_Gen5~westeurope~P1Y~Upfront~1",
    words: "The new commitment is below the remaining commitment",
    way: /^Exchange on |^Buy |for 3 years$/,
  },
  {
    code: "DissimilarProducts",
    reservation: "Comandes",
    buy: "VirtualMachines~Standard_D4s_v5~westeurope~P3Y~Upfront~90",
    words: "another product family",
  },
  {
    code: "TargetNotSold",
    reservation: "Amfitrió dedicat",
    buy: "VirtualMachines~Standard_D4s_v3~westeurope~P3Y~Upfront~90~3000",
    words: "Can't be bought in an exchange since Jul 1, 2026",
    policy: "azure-2026-08",
  },
  {
    code: "SelfServiceRefundNotSupported",
    customer: "Meridian Quill Publishing, Inc.",
    reservation: "Typesetting, Linux",
    buy: "SuseLinux~sles_standard_1-2_vcpu_vm~eastus~P3Y~Upfront~90~3000",
    words: "This product can be neither refunded nor exchanged",
    policy: "azure-2026-08",
  },
  {
    code: "OperationCannotBePerformedInCurrentState",
    reservation: "Comandes",
    buy: "SqlDatabases~SQLDB_GP_Compute_Gen5~westeurope~P3Y~Upfront~90",
    words: /Possible until [A-Z][a-z]{2} \d+, \d{4}/,
    date: "2099-01-01",
  },
];

/// The page refuses in these words, the program for the same code, and nothing can be started.
async function expectRefused(page, code, words) {
  await expectText(answer(page), "Refused");
  await expectText(page.getByRole("main"), words);
  const { request, answer: shown } = await downloadedExchange(page);
  assert.equal(shown.refusal, code);
  assert.deepEqual(quoteOf(request), shown);
  await expectNoStart(page);
}

async function expectNoStart(page) {
  const begin = page.getByRole("button", { name: "Exchange…" });
  assert.equal(await begin.getAttribute("aria-disabled"), "true");
}

async function chooseRules(page, policy) {
  await page.getByLabel("Refund policy", { exact: true }).selectOption(policy);
}

for (const { code, customer = ARDEVOL, reservation, buy: bought, policy, date, words, way } of REFUSALS) {
  journey(`refused in words: ${code}`, async ({ page }) => {
    await openExchange(page, customer, reservation);
    const terms = Object.entries({ buy: bought, policy, date }).filter(([, value]) => value);
    await page.goto(terms.reduce((url, [name, value]) => `${url}&${name}=${encodeURIComponent(value)}`, page.url()));
    await expectRefused(page, code, words);
    if (way) await expectVisible(waysOut(page).getByRole("button", { name: way }));
  });
}

// The change of exchange rights reaches no record of the demonstration before it: the clock of the page says what
// day it is, and the backend within the page goes by it too.
const CHANGE = "2027-02-01";
const BEFORE_THE_CHANGE = "2027-01-15T09:00:00Z";
const AFTER_THE_CHANGE = "2027-02-15T09:00:00Z";
const ONE_CLOCK = { serviceWorkers: "block", ofBrowser: "the clock that is set has to be that of the backend too" };

journey("refused in words: ExchangeRightUsed", ONE_CLOCK, async ({ page }) => {
  await page.clock.setFixedTime(BEFORE_THE_CHANGE);
  await openExchange(page, ARDEVOL, "Maquetació");
  await chooseRules(page, "azure-2026-08");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  const used = page.getByLabel("Units that have no exchange left");
  const day = page.getByLabel("Date of the exchange");
  await day.fill("2027-01-31");
  await expectText(answer(page), "Allowed");
  assert.equal(await used.count(), 0, "it does not count yet");

  await day.fill(CHANGE);
  await expectVisible(used);
  assert.equal(await used.inputValue(), "0");
  await expectText(answer(page), "Allowed");
  await used.fill("13");
  await expectVisible(page.getByText("This must be a whole number from 0 to 12."));
  await expectAccessible(page);
  await used.fill("5");
  await expectRefused(page, "ExchangeRightUsed", "These units have had the only exchange they had left.");
  const { request } = await downloadedExchange(page);
  assert.equal(request.returns[0].reservation.exchangesUsed, 5);

  await expectUrl(page, /%3A%3A%3A5/);
  await page.reload();
  await expectVisible(used);
  assert.equal(await used.inputValue(), "5");
  await expectText(answer(page), "Refused");
  await waysOut(page).getByRole("button", { name: "Return only the other 7 units" }).click();
  await expectText(answer(page), "Allowed");
  assert.equal(await page.getByLabel("Units to return").inputValue(), "7");
  await expectSameAsProgram(page, "Feb 1, 2027");
  await page.getByRole("button", { name: "Request from support" }).click();
  const description = page.getByLabel("Description", { exact: true });
  await expectVisible(description);
  assert.match(await description.inputValue(), /Units that have no exchange left: 5/);
});

journey("refused in words: ExchangeRightEnded", ONE_CLOCK, async ({ page }) => {
  await page.clock.setFixedTime(AFTER_THE_CHANGE);
  await openExchange(page, "Brisa Atlântica Conservação de Energia, Lda.", "Análise sazonal");
  await chooseRules(page, "azure-2026-08");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  await expectRefused(page, "ExchangeRightEnded", "Reservations bought this late can't be exchanged anymore.");
  await expectVisible(page.getByText("The exchange right of this product changed on Feb 1, 2027."));
  await expectVisible(waysOut(page).getByText("No quantity, no term and no later day makes this possible."));
});

// The page points out at their field what would be refused for this code and follows what other tabs do, so that
// only a page that does not hear of them comes to be refused for it.
journey("refused in words: InvalidRefundQuantity", async ({ page, context }) => {
  await page.addInitScript(() => delete window.BroadcastChannel);
  await page.addInitScript(loseAnswers);
  await openExchange(page, ARDEVOL, "Servidors de tipografies");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  await expectText(answer(page), "Allowed");
  await exchangeTwo(await context.newPage());

  // The page cannot look whether all units are still there, and the service refuses.
  await page.evaluate(() => window.lose("/reservations/", 99, { isSent: false }));
  const begin = page.getByRole("button", { name: "Exchange…" });
  await begin.click();
  await expectText(carryOut(page), "The quantity must be at least one and at most the units owned.");
  await expectText(carryOut(page), "Nothing was exchanged.");

  await page.evaluate(() => window.loseNothing());
  await begin.click();
  await expectText(carryOut(page), "Servidors de tipografies: Only 4 units are left");
  await expectText(carryOut(page), "Nothing was sent.");
  const units = page.getByLabel("Units to return");
  assert.equal(await units.inputValue(), "6");
  await carryOut(page).getByRole("button", { name: "Load the reservation again" }).click();
  await eventually(() => units.inputValue(), (now) => now === "4", "the reservation to be read again");

  await openCustomer(page, ARDEVOL);
  const found = (await rows(page.getByRole("table", { name: "Azure reservations" })))
    .filter((row) => row.Name.includes("Servidors de tipografies"))
    .map((row) => `${row.Quantity} ${row.Status}`);
  // What the other tab has bought takes over the name.
  assert.deepEqual(found.sort(), ["2 Cancelled", "4 Succeeded", "90 Succeeded"]);
});

journey("units that are not owned are pointed out where they are typed", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  for (const units of ["13", "0"]) {
    await page.getByLabel("Units to return").fill(units);
    await expectVisible(page.getByText("This must be a whole number from 1 to 12."));
    await expectVisible(page.getByText("Not current: this is the last valid quote."));
    await expectNoStart(page);
  }
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expectHidden(page.getByText("Not current: this is the last valid quote."));
});

journey("an exchange goes on while the page is loaded anew", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Traçat de planxes");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 1 });
  await buyEnough(page, "Standard_D4s_v5");
  await askForExchange(page);
  await confirmExchange(page);
  const underWay = /Step [12] of 2|The exchange was accepted/;
  await expectText(carryOut(page), underWay);
  await expectUrl(page, /buy=/);
  await page.reload();
  const progress = page.getByRole("status").filter({ hasText: underWay });
  await expectVisible(progress);
  // Or how it has ended meanwhile.
  const told = page.getByRole("status").filter({ hasText: /Step [12] of 2|The exchange was accepted|Done: / });
  await expectInSight(page, told);
  await expectVisible(page.getByText("Done: the reservations were exchanged."));
});

journey("a half-failed exchange is shown as what it is", async ({ page }) => {
  await prepareFailure(page, "Exchange fails: purchases after the refunds");
  await askForExchange(page);
  await confirmExchange(page);
  await expectText(carryOut(page), "Half done: units were returned, but not everything could be bought.");
  await carryOut(page).getByRole("link", { name: "Exchange fails: purchases after the refunds" }).click();
  await expectText(page.getByRole("main"), "Cancelled");
});

journey("an exchange that fails at once changes nothing", async ({ page }) => {
  await prepareFailure(page, "Exchange fails: refunds");
  await askForExchange(page);
  await confirmExchange(page);
  await expectText(carryOut(page), "The exchange failed. Nothing was returned and nothing was bought.");
  await openCustomer(page, FAILURE_LAB);
  const table = page.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(table, { Name: "Exchange fails: refunds", Status: "Succeeded" });
});

// What a person typed is still there after each of them.
const FAILURES = [
  { name: "500 server error", words: "Nothing was exchanged.", expected: [/status of 500/] },
  { name: "403 forbidden", words: "Nothing was exchanged.", expected: [/status of 403/] },
  { name: "429 throttled", words: "Nothing was exchanged.", expected: [/status of 429/] },
  { name: "policy error in a 200", words: "Nothing was exchanged." },
  { name: "expired session", words: "The new quote has expired or the amounts have changed.", isAfterConfirmation: true, expected: [/status of 400/] },
  { name: "409 conflict", words: "Nothing was exchanged.", isAfterConfirmation: true, expected: [/status of 409/] },
];

for (const { name, words, isAfterConfirmation, expected } of FAILURES) {
  journey(`nothing is lost when the service fails: ${name}`, { expected }, async ({ page }) => {
    await prepareFailure(page, `Refund fails: ${name}`);
    const quantity = page.getByLabel("Quantity");
    const typed = await quantity.inputValue();
    if (isAfterConfirmation) {
      await askForExchange(page);
      await confirmExchange(page);
    } else {
      await page.getByRole("button", { name: "Exchange…" }).click();
    }
    await expectText(carryOut(page), words);
    assert.equal(await quantity.inputValue(), typed);
    await openCustomer(page, FAILURE_LAB);
    const table = page.getByRole("table", { name: "Azure reservations" });
    await expectRowVisible(table, { Name: `Refund fails: ${name}`, Status: "Succeeded" });
  });
}

/// An exchange of a reservation that fails on purpose, ready to be asked for.
async function prepareFailure(page, reservation) {
  await openExchange(page, FAILURE_LAB, reservation);
  await buy(page, { term: "3 years", quantity: 1 });
  if ((await waysOut(page).count()) > 0) await buyEnough(page, "Standard_B2ms");
  await expectText(answer(page), "Allowed");
}

journey("another size keeps the term, and says where it is not sold for it", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  const card = await buy(page, { size: "Standard_D4s_v5", term: "1 year", quantity: 3 });
  const [size, term] = [card.getByLabel("Size", { exact: true }), card.getByLabel("Term", { exact: true })];
  await size.selectOption({ label: "Standard_B2ms" });
  await expectText(card, "Standard_B2ms is not sold for this term (1 year)");
  assert.equal(await term.inputValue(), "P1Y");
  await size.selectOption({ label: "Standard_D4s_v5" });
  await expectHidden(card.getByText("is not sold"));
  assert.equal(await term.inputValue(), "P1Y", "what was chosen is as it was");

  await size.selectOption({ label: "Standard_B2ms" });
  await card.getByRole("button", { name: "3 years" }).click();
  await expectHidden(card.getByText("is not sold"));
  assert.equal(await term.inputValue(), "P3Y");
});

journey("a suggestion returns what is hardly used", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  const card = await buy(page, { size: "Standard_D4s_v5", term: "3 years" });
  await card.getByText("Suggest what to return for this").click();
  await card.getByRole("button", { name: "Suggest", exact: true }).click();
  await expectText(card, /Return \d+ of \d+ units of /);
  await expectText(card, /No other selection of units comes closer|could come closer by at most/);
  await card.getByRole("button", { name: "Use this suggestion" }).click();
  await expectText(answer(page), "Allowed");
  await expectSameAsProgram(page);
});

journey("prices come from a file, as a whole or not at all", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  const card = await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 90 });
  await expectText(card, "From the demo's price list");
  await page.getByText("Import prices from a file").click();
  const item = {
    currencyCode: "EUR", retailPrice: 2222.22, unitPrice: 2222.22, armRegionName: "westeurope",
    effectiveStartDate: "2026-10-01T00:00:00Z", serviceName: "Virtual Machines", unitOfMeasure: "1 Hour",
    type: "Reservation", armSkuName: "Standard_D4s_v5", reservationTerm: "3 Years",
  };
  const choose = (items) =>
    page.getByLabel("Price file (JSON)").setInputFiles({
      name: "prices.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ BillingCurrency: "EUR", Items: items, NextPageLink: null })),
    });
  await choose([item, { ...item, retailPrice: -1 }]);
  await expectVisible(page.getByText("Items[1].retailPrice: This must not be negative."));
  await expectVisible(page.getByText("Nothing was imported; the price list is as it was."));
  await expectText(card, "From the demo's price list");

  await choose([item]);
  await expectVisible(page.getByText("€2,222.22 for 3 years, in total."));
  await page.getByRole("button", { name: "Import these prices" }).click();
  await expectVisible(page.getByText("Imported prices: 1."));
  await expectText(card, "From the imported price file");
  await expectText(card, "€199,999.80 over the whole term");
  // Demo Azure quotes with the imported price as well.
  await page.getByLabel("Units to return").fill("1");
  await askForExchange(page);
});

journey("a guest sees why there is nothing to exchange for them", async ({ page }) => {
  await openCustomer(page, ARDEVOL);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  const exchange = action(page, "Exchange", "Maquetació");
  await eventually(() => exchange.getAttribute("aria-disabled"), (is) => is === "true", "a disabled action");
});

const CHINESE = { viewport: NARROW, locale: "zh-CN", hasTouch: true, isMobile: true };

journey("the whole way in Chinese at 390 pixels", CHINESE, async ({ page }) => {
  await page.goto("./customers/");
  await page.getByRole("link", { name: ARDEVOL, exact: true }).tap();
  await page.getByRole("link", { name: "兑换：Arxiu d'imatges", exact: true }).tap();
  await expectVisible(page.getByRole("heading", { level: 1, name: "兑换" }));
  await expectFits(page);
  await page.getByRole("button", { name: "添加预订" }).tap();
  const card = page.getByRole("group", { name: "新预订 1" });
  await card.getByLabel("大小").locator("option").nth(1).waitFor({ state: "attached" });
  await card.getByLabel("大小").selectOption("Standard_D8s_v5");
  await card.getByLabel("数量", { exact: true }).fill("1");
  const ways = page.getByRole("region", { name: "您可以改为" });
  await ways.getByRole("button", { name: /^购买 \d+ × Standard_D8s_v5$/ }).tap();
  await expectHidden(ways);
  await expectText(page.getByRole("region", { name: "报价", exact: true }), "允许");
  await expectFits(page);
  await page.getByRole("button", { name: "兑换…" }).tap();
  const dialog = page.getByRole("dialog", { name: "执行此兑换？" });
  await expectVisible(dialog);
  await expectFits(page);
  await dialog.getByRole("button", { name: "执行兑换" }).tap();
  await expectText(page.getByRole("region", { name: "执行", exact: true }), "已完成：预订已兑换。");
  await expectFits(page);
});

journey("a link shows somebody else the same exchange", async ({ page, visitor }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  await page.getByLabel("Units to return").fill("5");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 3 });
  await page.getByLabel("One unit, whole term").fill("4321.5");
  await page.getByLabel("Date of the exchange").fill(utcDay(20));
  const quote = await downloadedExchange(page);
  await expectUrl(page, /4321\.5/);
  await expectUrl(page, new RegExp(`date=${utcDay(20)}`));
  const other = await visitor({ locale: "de-DE" });
  await other.page.goto(page.url());
  await expectVisible(other.page.getByRole("heading", { level: 1, name: "Umtausch" }));
  await eventually(
    () => other.page.getByLabel("Eine Einheit, gesamte Laufzeit").inputValue(),
    (price) => price === "4321,5",
    "the price as Germans write it",
  );
  await other.page.getByLabel("Sprache", { exact: true }).selectOption("English");
  await expectVisible(answer(other.page));
  const { note, ...same } = await downloadedExchange(other.page);
  assert.deepEqual(same, { request: quote.request, answer: quote.answer });
  assert.match(quote.note, /the price €4,321\.50 was entered by hand/);
  assert.match(note, /the price €4,321\.50 came with the link/);
});
