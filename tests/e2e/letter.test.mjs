// From a quote to the letter for the customer: in another language, alone on paper, as text, with the partner's head.

import assert from "node:assert/strict";

import { openRefund, payable, worded } from "./desk.mjs";
import { ARDEVOL, buy, buyEnough, downloadedExchange, openExchange } from "./exchange.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

const letter = (page) => page.getByRole("article");

/// Opens the letter of a quote from the quote, which comes to the amount that is returned.
async function openLetter(page) {
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  const amount = (await payable(page).innerText()).trim();
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await expectUrl(page, /\/reservation\/refund\/letter\/?\?/);
  await expectVisible(letter(page));
  return amount;
}

journey("a German letter on an English page is alone on paper", async ({ page }) => {
  const amount = await openLetter(page);
  await expectText(letter(page), amount);
  await page.getByLabel("Language of the letter").selectOption("Deutsch");
  await expectText(letter(page), "Sehr geehrte Damen und Herren,");
  await expectText(letter(page), CUSTOMER);
  assert.equal(await letter(page).getAttribute("lang"), "de");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await expectVisible(page.getByRole("button", { name: "Print or save as PDF" }));

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expectHidden(page.getByRole("navigation"));
  await expectHidden(page.getByRole("button"));
  await expectHidden(page.getByRole("heading", { level: 1 }));
  await expectVisible(letter(page).getByRole("heading", { level: 2 }));
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  assert.equal(scheme, "light", "paper is light");
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await expectVisible(page.getByRole("navigation"));

  // The address holds the letter as well.
  await expectUrl(page, /language=de/);
  await page.reload();
  await expectText(letter(page), "Sehr geehrte Damen und Herren,");
});

journey("the copy for the customer has no fee and no margin", CLIPBOARD, async ({ page }) => {
  const amount = await openLetter(page);
  await page.getByLabel("Your handling fee").fill("1");
  await page.getByRole("textbox", { name: "Your margin" }).fill("5");
  await expectText(letter(page), "Our margin (5%)");
  await expectText(letter(page), amount);
  const total = letter(page).getByRole("row", { name: /You receive/ });
  const received = (await total.getByRole("cell").last().innerText()).trim();
  assert.notEqual(received, amount);

  await page.getByRole("switch", { name: "Show the calculation, your fee and your margin" }).click();
  await expectHidden(letter(page).getByText("Our margin"));
  const said = await letter(page).innerText();
  assert.ok(said.includes(received), said);
  assert.ok(!said.includes(amount), "the credit is not told");
  await expectUrl(page, /copy=net/);

  await page.getByRole("button", { name: "Copy letter as text" }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const text = await eventually(copied, (text) => text.includes("Dear Sir or Madam,"), "the letter");
  assert.ok(text.includes(`You receive: ${received}`), text);
  assert.ok(!text.includes("margin") && !text.includes(amount), text);

  await page.getByRole("textbox", { name: "Your margin" }).fill("101");
  await expectVisible(page.getByText("This must be at most 100."));
  await expectHidden(letter(page));
  await page.getByRole("textbox", { name: "Your margin" }).fill("100");
  await expectVisible(page.getByText("Fee and margin together can't be more than that.").first());
});

journey("the letterhead is written once and stands on the next letter", async ({ page }) => {
  await openLetter(page);
  await page.getByRole("button", { name: "Edit letterhead" }).click();
  const form = page.getByRole("form", { name: "Letterhead" });
  await form.getByLabel("Company name").fill("");
  await expectVisible(form.getByText("This is required."));
  await form.getByLabel("Company name").fill("Larkfield Cloud Ltd");
  await form.getByLabel("Address").fill("1 Mill Lane\nLeeds");
  await form.getByLabel("Contact for questions").fill("desk@larkfield.example");
  // What is typed outlives a reload.
  await page.reload();
  assert.equal(await form.getByLabel("Company name").inputValue(), "Larkfield Cloud Ltd");
  await form.getByRole("button", { name: "Save letterhead" }).click();
  await expectVisible(page.getByText("The letterhead was saved."));
  await expectText(letter(page), "1 Mill Lane");

  await page.getByRole("link", { name: "Back to the quote" }).click();
  await expectVisible(payable(page));
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await expectText(letter(page), "desk@larkfield.example");

  // Who may not change settings writes letters as well, and learns why the head stays as it is.
  await page.getByLabel("Role", { exact: true }).selectOption("Sales agent");
  await expectVisible(letter(page));
  await expectVisible(page.getByRole("button", { name: "Edit letterhead", disabled: true }));
});

journey("an exchange has a letter as well", async ({ page }) => {
  await openExchange(page, ARDEVOL, "Maquetació");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 1 });
  await buyEnough(page, "Standard_D4s_v5");
  const { answer } = await downloadedExchange(page);
  await expectUrl(page, /buy=/);
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await expectUrl(page, /\/exchange\/letter\/?\?/);
  await expectText(letter(page), "Exchange of your Azure reservations");
  await expectText(letter(page), worded(answer.refundsTotal, "EUR"));
  await expectText(letter(page), worded(answer.purchasesTotal, "EUR"));
  await page.getByLabel("Language of the letter").selectOption("Nederlands");
  await expectText(letter(page), "Omruiling van uw Azure-reserveringen");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await expectText(letter(page), "Omruiling van uw Azure-reserveringen");
  await page.getByRole("link", { name: "Back to the quote" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Exchange" }));
  assert.equal((await downloadedExchange(page)).answer.purchasesTotal, answer.purchasesTotal);
});
