// What to do at all: the options side by side, with a reason and never without the numbers.

import assert from "node:assert/strict";

import { openRefund, worded } from "./desk.mjs";
import { ARDEVOL, buy, buyEnough, downloadedExchange, openExchange } from "./exchange.mjs";
import { eventually, expectText, expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";

journey("the refund, its price and what else there is", async ({ page }) => {
  await openRefund(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Konstruktion CAD");
  const payable = (await page.locator(".payable").first().innerText()).trim();
  await page.getByRole("link", { name: "Compare the options" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Comparison" }));
  const table = page.getByRole("table", { name: "Comparison" });
  await expectVisible(table);
  const [keep, refund, unneeded, exchange, tradeIn] = await rows(table);
  assert.equal(keep.Option, "Keep");
  assert.equal(refund.Today, `you get ${payable}`, "what comes back is what the refund says");
  assert.match(keep["Break-even utilization"], /%$/);
  assert.equal(unneeded.Option, "Return only what isn't needed");
  assert.match(exchange.Status, /Assumed: /, "what nobody has chosen is filled in, and said to be");
  assert.match(tradeIn.Status, /Assumed: the smallest hourly commitment/);
  assert.match(tradeIn["Lifetime commitment after"], /\d/);
  await expectVisible(page.getByRole("region", { name: "Recommendation" }));
});

/// The amount in "you get €1,070.08".
function amount(today) {
  return /€[\d,.]+/.exec(today)[0];
}

journey("each row leads to what it is about", async ({ page }) => {
  await openRefund(page, ARDEVOL, "Maquetació");
  await page.getByRole("link", { name: "Compare the options" }).click();
  const table = page.getByRole("table", { name: "Comparison" });
  await expectVisible(table);
  const exchange = (await rows(table)).find((row) => row.Option === "Exchange");
  await table.getByRole("link", { name: "Open the exchange" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Exchange" }));
  const answer = page.getByRole("region", { name: "Quote", exact: true });
  await expectText(answer, amount(exchange.Today));
  await page.goBack();

  const tradeIn = (await rows(table)).find((row) => row.Option === "Trade-in");
  await table.getByRole("link", { name: "Open the trade-in" }).click();
  await expectText(answer, amount(tradeIn.Today));
  await page.goBack();

  const refund = (await rows(table)).find((row) => row.Option === "Refund");
  await table.getByRole("row", { name: /^Refund/ }).getByRole("link", { name: "Open the refund" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Refund" }));
  const payable = (await page.locator(".payable").first().innerText()).trim();
  assert.equal(refund.Today, `you get ${payable}`);
});

journey("what is assumed can be changed", async ({ page }) => {
  await openRefund(page, ARDEVOL, "Maquetació");
  await page.getByRole("link", { name: "Compare the options" }).click();
  const table = page.getByRole("table", { name: "Comparison" });
  await expectVisible(table);
  await table.getByRole("button", { name: "Change: Trade-in" }).click();
  const hourly = page.getByLabel("Hourly commitment");
  await expectVisible(hourly);
  await hourly.fill("99");
  const tradeIn = async () => (await rows(table)).find((row) => row.Option === "Trade-in");
  await eventually(tradeIn, (row) => !/Assumed/.test(row.Status), "a plan of one's own");
  await expectUrl(page, /plan=/);
});

journey("the advice follows how much is used", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 1 });
  await buyEnough(page, "Standard_D4s_v5");
  const { answer } = await downloadedExchange(page);
  await expectUrl(page, /buy=/);
  await page.getByRole("link", { name: "Compare the options" }).click();
  const table = page.getByRole("table", { name: "Comparison" });
  await expectVisible(table);
  const exchange = (await rows(table)).find((row) => row.Option === "Exchange");
  assert.equal(exchange["Lifetime commitment after"], worded(answer.purchasesTotal, "EUR"));
  const { net } = answer.cashToday;
  const today = net.startsWith("-") ? `you get ${worded(net.slice(1), "EUR")}` : `you pay ${worded(net, "EUR")}`;
  assert.equal(exchange.Today, today);

  const advice = page.getByRole("region", { name: "Recommendation" });
  await page.locator("summary", { hasText: "Assumptions" }).click();
  const use = page.getByLabel("Utilization of these units");
  await use.fill("0");
  await eventually(() => advice.innerText(), (text) => text.includes("Too little is used"), "advice against keeping");
  await use.fill("100");
  await expectText(advice, "Enough is used");
  await expectUrl(page, /use=100/);
  await page.reload();
  await expectText(advice, "Enough is used");
});
