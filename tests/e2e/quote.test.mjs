// From the customers to a quote: what is payable, and how it came about.

import assert from "node:assert/strict";

import {
  amounts,
  daysBetween,
  downloadedQuote,
  FAILURE_LAB,
  openRefund,
  payable,
  utcDay,
  worded,
} from "./desk.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible, normalized } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { quoteOf } from "./program.mjs";

journey("a refund comes to what was computed by hand", async ({ page }) => {
  // Two units at 365.00 EUR were paid upfront for a year, 100 days ago.
  await openRefund(page, FAILURE_LAB, "Refund fails: 409 conflict");
  const { request } = await downloadedQuote(page);
  const { purchaseDate, expiryDate } = request.reservation;
  assert.equal(purchaseDate, utcDay(-100));
  const isLeap = daysBetween(purchaseDate, expiryDate) === 366;
  // 730.00 times 100/365 or 100/366 is consumed; 12 % of the rest is the fee.
  const byHand = isLeap
    ? { Consumed: "€199.45", Credit: "€530.55", "Early termination fee": "€63.67", Refund: "€466.88" }
    : { Consumed: "€200.00", Credit: "€530.00", "Early termination fee": "€63.60", Refund: "€466.40" };
  assert.deepEqual(await amounts(page), { Paid: "€730.00", ...byHand, "Paid out to you": byHand.Refund });
  await expectText(payable(page), byHand.Refund);
  await expectText(page.getByRole("region", { name: "Quote" }), "The whole refund is paid out.");

  await page.getByText(/^How every amount came about/).click();
  const steps = page.getByRole("listitem").filter({ hasText: "Source:" });
  await expectText(steps.filter({ hasText: "days over days in the term" }), byHand.Consumed);
  await expectText(steps.filter({ hasText: "is the credit times the fee rate" }), "2020");
  await expectText(steps.filter({ hasText: "fits into what is left of the refund cap" }), byHand.Refund);
});

const RECORDS = [
  { what: "monthly", customer: "Kupferhain Maschinenbau GmbH & Co. KG", name: "Fertigungsleitstand" },
  { what: "upfront", customer: "Kupferhain Maschinenbau GmbH & Co. KG", name: "Konstruktion CAD" },
  { what: "monthly in yen", customer: "霞ヶ瀬精密工業株式会社", name: "検査画像解析" },
  { what: "upfront in yen", customer: "霞ヶ瀬精密工業株式会社", name: "生産管理システム" },
  { what: "bought today", customer: "Fjällgren Logistik AB", name: "Lönesystem" },
  {
    what: "capped",
    customer: "Sablier Ridge Minerals Corp.",
    name: "SAP HANA for the whole group",
    decision: "capped",
  },
  {
    what: "refused for its product",
    customer: "Meridian Quill Publishing, Inc.",
    name: "Typesetting, Linux",
    policy: "azure-2026-08",
    decision: "refused",
    refusal: "SelfServiceRefundNotSupported",
  },
  {
    what: "refused beyond the limit",
    customer: "Sablier Ridge Minerals Corp.",
    name: "SAP HANA for the whole group",
    policy: "azure-2026-08",
    decision: "refused",
    refusal: "RefundLimitExceeded",
  },
];

for (const { what, customer, name, policy, decision = "allowed", refusal = null } of RECORDS) {
  journey(`the page and the program quote alike: ${what}`, async ({ page }) => {
    await openRefund(page, customer, name);
    if (policy) await page.getByLabel("Refund policy", { exact: true }).selectOption(policy);
    await expectSameAsProgram(page, { decision, refusal });

    // Other units, another day and other assumptions.
    const { request } = await downloadedQuote(page);
    if (request.reservation.quantity > 1) {
      await page.getByLabel("Units to return").fill("1");
      await expectSameAsProgram(page);
    }
    await page.getByLabel("Date of the return").fill(utcDay(20));
    await page.getByRole("radio", { name: "Unused" }).check();
    await expectSameAsProgram(page);
    await page.getByText("More assumptions").click();
    await page.getByLabel("What-if: another fee rate").fill("7.5");
    await page.getByLabel("Current price of one unit").fill("17");
    const changed = await expectSameAsProgram(page);
    assert.equal(changed.request.feeRate, "0.075");
    assert.equal(changed.request.on, utcDay(20));
    assert.equal(changed.request.reservation.used, false);
  });
}

/// What the page shows is what the program answers to the page's request.
async function expectSameAsProgram(page, expected = {}) {
  const { request, answer } = await downloadedQuote(page);
  assert.deepEqual(quoteOf(request), answer);
  for (const [field, value] of Object.entries(expected)) assert.equal(answer[field], value, field);
  const { currencyCode } = answer;
  if (answer.decision === "refused") {
    await expectText(payable(page), "The return is refused; nothing is paid out.");
  } else {
    const [receive, owed, lost] = [answer.payable, answer.cancelledInstalments, answer.lost.total];
    await expectText(payable(page), worded(receive, currencyCode));
    const numbers = await page.locator(".numbers data").allTextContents();
    assert.deepEqual(numbers.map(normalized), [receive, owed, lost].map((amount) => worded(amount, currencyCode)));
  }
  if (answer.credit !== null) {
    const shown = await amounts(page);
    assert.equal(shown.Paid, worded(answer.paid, currencyCode));
    assert.equal(shown.Consumed, worded(answer.consumed, currencyCode));
    assert.equal(shown.Credit, worded(answer.credit, currencyCode));
    assert.equal(shown["Early termination fee"], worded(answer.fee, currencyCode));
    assert.equal(shown.Refund, worded(answer.refund, currencyCode));
    const isUnchecked = answer.decision === "allowed" && answer.usd === null;
    const paidOut = shown[isUnchecked ? "Paid out at most" : "Paid out to you"];
    assert.equal(paidOut, worded(answer.payable, currencyCode));
  }
  return { request, answer };
}

journey("the quote follows every keystroke and never shows an old amount as the new one", async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Fertigungsleitstand");
  const all = await payable(page).innerText();
  const units = page.getByLabel("Units to return");
  await units.fill("1");
  await eventually(() => payable(page).innerText(), (text) => text !== all, "another amount");
  const one = await payable(page).innerText();

  await units.fill("7");
  const stale = page.getByText("Not current: this is the last valid quote.");
  await expectVisible(stale);
  await expectVisible(page.getByText("This must be a whole number from 1 to 6."));
  await expectText(payable(page), one);
  await units.fill("6");
  await expectHidden(stale);
  await expectText(payable(page), all);
});

journey("on a wide screen the action stands beside the amount and stays in sight", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Fertigungsleitstand");
  const action = page.getByRole("button", { name: "Return these units…" });
  const [amount, beside] = [await payable(page).boundingBox(), await action.boundingBox()];
  assert.ok(beside.x > amount.x + amount.width, "at its side");
  await page.getByText(/^How every amount came about/).click();
  await page.getByRole("listitem").filter({ hasText: "Source:" }).last().scrollIntoViewIfNeeded();
  const { y, height } = await action.boundingBox();
  assert.ok(y >= 0 && y + height <= 900, "wherever the page is scrolled to");
});

journey("a way out of a capped return applies itself", async ({ page }) => {
  await openRefund(page, "Thistledown & Pell plc", "Data warehouse");
  const ways = page.getByRole("region", { name: "What you can do instead" });
  await expectVisible(ways);
  const fewer = ways.getByRole("button", { name: /^Return \d+ units? on this day: / });
  const [, units, promised] = /(\d+) units? on this day: (.*)/.exec(normalized(await fewer.innerText()));
  const { answer: capped } = await downloadedQuote(page);
  const kept = worded(capped.exchangeKeeps, capped.currencyCode);
  await expectVisible(ways.getByRole("link", { name: `Exchange instead: keeps ${kept}` }));
  await fewer.click();
  await expectHidden(ways);
  await expectText(payable(page), promised);
  assert.equal(await page.getByLabel("Units to return").inputValue(), units);
  await expectText(page.getByRole("region", { name: "Quote" }), "The whole refund is paid out.");

  // One more would be capped again, and all of them fit on a later day.
  await page.getByLabel("Units to return").fill(String(Number(units) + 1));
  await expectVisible(ways);
  await ways.getByRole("button", { name: /^Return all of it on / }).click();
  await expectHidden(ways);
  await expectUrl(page, new RegExp(`units=${Number(units) + 1}`));
  const { request, answer } = await downloadedQuote(page);
  assert.equal(answer.decision, "allowed");
  const before = new Date(Date.parse(request.on) - 86_400_000).toISOString().slice(0, 10);
  assert.notEqual(quoteOf({ ...request, on: before }).decision, "allowed", "the first such day");
});

journey("without a rate the limit is unknown, and the page says so", async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Konstruktion CAD");
  await page.getByLabel("USD for 1 EUR").fill("");
  const limit = page.getByRole("region", { name: "Refund cap" });
  await expectText(limit, "Without a USD rate the refund cap was not checked.");
  const quote = page.getByRole("region", { name: "Quote", exact: true });
  await expectText(quote, "You receive at most");
  await expectText(quote, "The refund cap was not checked");
  await expectHidden(page.getByText("whole refund"));
  const { answer } = await expectSameAsProgram(page);
  assert.equal(answer.usd, null);

  // A rate that is far off is questioned, and the way back is a button.
  const rate = page.getByLabel("USD for 1 EUR");
  await rate.fill("10.8");
  await expectVisible(page.getByRole("main").getByText(/it is [\d,.]+% higher/).first());
  await page.getByRole("button", { name: "Use the stored rate" }).click();
  await expectHidden(page.getByText("entered by hand"));
  await expectText(quote, "The whole refund is paid out.");
});

journey("a link that asks for more than there is says so, and offers nothing to copy", async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Konstruktion CAD");
  const address = new URL(page.url());
  address.searchParams.set("units", "99");
  address.searchParams.set("policy", "house-rules");
  await page.goto(address.href);
  await expectText(page.getByRole("form", { name: "What is returned" }), /from 1 to \d+/);
  await expectVisible(page.getByText("Correct the marked fields to see the quote."));
  await expectHidden(page.getByRole("button", { name: "Copy quote as text" }));
  await expectHidden(page.getByText("There is no day left"));
  await page.getByLabel("Units to return").fill("1");
  await expectVisible(page.getByText("“house-rules”"));
  await page.getByLabel("Date of the return").fill(utcDay(-3));
  await expectVisible(page.getByText("is in the past").first());
});

journey("a monthly chart counts what is charged while waiting, under the pointer and at 390 pixels", async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Fertigungsleitstand");
  const chart = page.getByRole("figure");
  await expectText(chart, "The instalments charged while waiting are counted.");
  await expectText(chart, /Waiting brings nothing\. The best day is|The best day is/);
  const canvas = chart.locator(".canvas");
  await canvas.scrollIntoViewIfNeeded();
  const { width, height } = await canvas.boundingBox();
  const pointed = chart.locator(".pointed");
  await expectHidden(pointed);
  for (const part of [0.2, 0.9]) {
    await canvas.hover({ position: { x: width * part, y: height / 2 } });
    await expectText(pointed, /charged until then/);
    const [box, frame] = [await pointed.boundingBox(), await canvas.boundingBox()];
    assert.ok(box.x >= frame.x - 1 && box.x + box.width <= frame.x + frame.width + 1, "the readout stays in the chart");
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const { drawing, amounts, line } = await chart.evaluate(places);
  assert.equal(amounts.length, 5);
  for (const [place, amount] of amounts.entries()) {
    assert.match(amount.text, /€/);
    const inside =
      amount.left >= drawing.left - 1 && amount.right <= drawing.right + 1 &&
      amount.top >= drawing.top - 1 && amount.bottom <= drawing.bottom + 1;
    assert.ok(inside, `${amount.text} stands in the drawing`);
    const next = amounts[place + 1];
    assert.ok(!next || amount.bottom <= next.top, `${amount.text} stands above the next amount`);
    const isCrossed = ({ x, y }) => x > amount.left && x < amount.right && y > amount.top && y < amount.bottom;
    assert.ok(!line.some(isCrossed), `${amount.text} stands beside the line`);
  }
});

/// Runs in the page: where the drawing of a chart, its amounts and the points of its main line are on screen.
function places(chart) {
  const drawing = chart.querySelector(".canvas svg").getBoundingClientRect().toJSON();
  const amounts = [...chart.querySelectorAll(".axis-y li")].map((amount) => {
    const words = document.createRange();
    words.selectNodeContents(amount);
    return { ...words.getBoundingClientRect().toJSON(), text: amount.textContent };
  });
  const path = chart.querySelector(".canvas .left");
  const [length, toScreen] = [path.getTotalLength(), path.getScreenCTM()];
  const line = Array.from({ length: 501 }, (_, part) => {
    const { x, y } = path.getPointAtLength((length * part) / 500).matrixTransform(toScreen);
    return { x, y };
  });
  return { drawing, amounts, line };
}
