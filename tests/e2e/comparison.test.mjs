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
  const [keep, refund, exchange, tradeIn] = await rows(table);
  assert.equal(keep.Option, "Keep");
  assert.equal(refund.Today, `you get ${payable}`, "what comes back is what the refund says");
  assert.match(keep["Break-even utilization"], /%$/);
  assert.match(exchange.Status, /Not set up/);
  assert.match(tradeIn.Status, /Not set up/);
  await expectVisible(page.getByRole("region", { name: "Recommendation" }));
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
  const use = page.getByLabel("Utilization of these units");
  await use.fill("0");
  await eventually(() => advice.innerText(), (text) => text.includes("Too little is used"), "advice against keeping");
  await use.fill("100");
  await expectText(advice, "Enough is used");
  await expectUrl(page, /use=100/);
  await page.reload();
  await expectText(advice, "Enough is used");
});
