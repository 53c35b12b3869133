// A link to a quote shows the same quote to everyone, whatever they chose for themselves.

import assert from "node:assert/strict";

import { downloadedQuote, openRefund, payable, utcDay } from "./desk.mjs";
import { eventually, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("a link reproduces the quote for somebody else", async ({ page, context, visitor, server }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  await page.getByLabel("Refund policy", { exact: true }).selectOption("azure-2023-10");
  await page.getByLabel("Units to return").fill("2");
  await page.getByLabel("Date of the return").fill(utcDay(40));
  await page.getByRole("radio", { name: "Unused" }).check();
  await page.getByLabel("USD for 1 EUR").fill("1.25");
  await page.getByText("More assumptions").click();
  await page.getByLabel("Current price of one unit").fill("4000.5");
  const quote = await downloadedQuote(page);
  assert.equal(quote.request.policy, "azure-2023-10");

  await page.getByRole("button", { name: "Copy link to this quote" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const link = await eventually(copied, (text) => text.startsWith(server.origin), "a link");
  const address = new URL(link);
  // It follows what is typed once typing pauses.
  await expectUrl(page, new RegExp(`date=${utcDay(40)}`));
  await expectUrl(page, /[?&]price=4000\.5/);
  assert.deepEqual(
    Object.fromEntries(new URL(page.url()).searchParams),
    Object.fromEntries(address.searchParams),
    "the address of the page is the same link",
  );

  // Another browser, in German, where the sign of decimals is another one.
  const other = await visitor({ locale: "de-DE" });
  await other.page.goto(link);
  await expectVisible(other.page.locator("data.money"));
  assert.equal(await other.page.locator("data.money").first().getAttribute("value"), quote.answer.payable);
  assert.equal(await other.page.getByRole("textbox", { name: /EUR/ }).inputValue(), "1,25");
  await other.page.getByLabel("Sprache", { exact: true }).selectOption("English");
  await expectVisible(payable(other.page));
  const { request, answer, note } = await downloadedQuote(other.page);
  assert.deepEqual({ request, answer }, { request: quote.request, answer: quote.answer });
  assert.match(quote.note, /The USD rate 1\.25 was entered by hand/);
  assert.match(note, /The USD rate 1\.25 came with the link/);
  assert.match(note, /“Unused” came with the link/);
  await expectVisible(other.page.getByText("The USD rate 1.25 came with the link").first());
});

journey("the quote as text names the amounts, the steps and their sources", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  const amount = (await payable(page).innerText()).trim();
  await page.getByRole("button", { name: "Copy quote as text" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const text = await eventually(copied, (text) => text.startsWith("Refund quote: Fertigungsleitstand"), "the quote");
  assert.ok(text.includes(`Paid out: ${amount}`), text);
  assert.match(text, /^1\. .+\n {3}.+ = .+\n {3}Source: /m);
});
