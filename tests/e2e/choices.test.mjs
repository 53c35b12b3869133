// What is chosen for every page: language, colours, role, rules.

import assert from "node:assert/strict";

import { action, downloadedQuote, FAILURE_LAB, openCustomer, openRefund, payable, worded } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "ERP Datenbank";

const LANGUAGES = [
  { tag: "de", name: "Deutsch", payable: "Auszahlung an Sie", label: "Sprache" },
  { tag: "sv", name: "Svenska", label: "Språk" },
  { tag: "nl", name: "Nederlands", label: "Taal" },
  { tag: "zh-CN", name: "简体中文", label: "语言" },
  { tag: "en", name: "English", label: "Language" },
];

journey("each language words the same quote, and is remembered", async ({ page, context }) => {
  await openRefund(page, CUSTOMER, RESERVATION);
  const { answer } = await downloadedQuote(page);
  const rate = page.getByRole("textbox", { name: /EUR/ });
  const known = await rate.inputValue();
  let label = "Language";
  for (const language of LANGUAGES) {
    await page.getByLabel(label, { exact: true }).selectOption(language.name);
    label = language.label;
    await eventually(() => page.evaluate(() => document.documentElement.lang), (tag) => tag === language.tag, language.tag);
    await expectVisible(page.getByLabel(label, { exact: true }));
    // Read digit by digit: the amount is the same to the cent, with the signs of the language.
    const shown = await page.locator("data.money").first().innerText();
    const locale = language.tag === "en" ? "en-US" : language.tag;
    assert.equal(plain(shown), plain(inLanguage(locale, answer.payable)));
    assert.equal(decimal(await rate.inputValue(), locale), decimal(known, "en-US"));
    // No text stays behind in another language: what is in English is marked as such.
    if (language.tag !== "en") await expectHidden(page.getByText("You receive", { exact: true }));
  }

  await page.getByLabel("Language", { exact: true }).selectOption("Deutsch");
  await page.reload();
  await expectVisible(page.getByLabel("Sprache", { exact: true }));
  const tab = await context.newPage();
  await tab.goto("./");
  await expectVisible(tab.getByRole("heading", { level: 1, name: "Kunden" }));
  assert.equal(await tab.evaluate(() => document.documentElement.lang), "de");
});

journey("a visitor's own language is the first", { locale: "sv-SE" }, async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Kunder" }));
});

journey("a role without rights may look, and is remembered", async ({ page, context }) => {
  await openCustomer(page, CUSTOMER);
  const refund = action(page, "Refund", RESERVATION);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  await eventually(() => refund.getAttribute("aria-disabled"), (now) => now === "true", "no refund");
  await refund.focus();
  await expectVisible(page.getByRole("tooltip").filter({ hasText: "Your role can't do this." }));
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Admin agent" });
  await refund.click();
  await expectVisible(payable(page));
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  const carryOut = page.getByRole("button", { name: "Return these units…" });
  await eventually(() => carryOut.getAttribute("aria-disabled"), (now) => now === "true", "no return");

  const tab = await context.newPage();
  await tab.goto("./");
  assert.equal(await tab.getByLabel("Role", { exact: true }).inputValue(), "Guest", "the role is remembered");
});

const BY_THE_PAGE = { expected: [/status of 403/], ofBrowser: "a server does not ask the page for the role" };

journey("the service refuses a role without rights too, whatever the page offers", BY_THE_PAGE, async ({ page }) => {
  await openRefund(page, CUSTOMER, RESERVATION);
  const { status, code } = await page.evaluate(askAsGuest);
  assert.equal(status, 403);
  assert.equal(code, "AuthorizationFailed");
});

/// Asks for a refund quote in a role without rights, past every control of the page.
async function askAsGuest() {
  const query = new URLSearchParams(location.search);
  const api = document.querySelector('meta[name="prorata-api"]').content;
  const claims = { tid: query.get("customer"), role: "Guest", name: "Robin Berg" };
  const token = btoa(JSON.stringify(claims)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const order = `/providers/Microsoft.Capacity/reservationOrders/${query.get("order")}`;
  const reservationId = `${order}/reservations/${query.get("reservation")}`;
  const response = await fetch(`${api.replace(/\/$/, "")}${order}/calculateRefund?api-version=2022-11-01`, {
    method: "POST",
    headers: { Authorization: `Bearer demo.${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      id: order,
      properties: { scope: "Reservation", reservationToReturn: { reservationId, quantity: 1 } },
    }),
  });
  const { error } = await response.json();
  return { status: response.status, code: error.code };
}

journey("colours follow the system until they are chosen", { colorScheme: "dark" }, async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("table"));
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const dark = await ink();
  const display = page.getByRole("button", { name: "Display" });
  const theme = page.getByLabel("Theme", { exact: true });
  await display.click();
  await theme.selectOption("Light");
  await eventually(ink, (now) => now !== dark, "light colours");
  const light = await ink();
  await page.reload();
  await expectVisible(page.getByRole("table"));
  assert.equal(await ink(), light);
  await page.emulateMedia({ colorScheme: "light" });
  await display.click();
  await theme.selectOption("Dark");
  await eventually(ink, (now) => now === dark, "dark colours");
  await theme.selectOption("System");
  await eventually(ink, (now) => now === light, "the colours of the system");
});

journey("other rules give another quote, and the newest stand beside it", async ({ page }) => {
  await openRefund(page, FAILURE_LAB, "Refund fails: 409 conflict");
  const { answer } = await downloadedQuote(page);
  assert.equal(answer.policy, "partner-center-2020-08");
  const newest = page.getByRole("region", { name: "Under the newest refund policy" });
  const underNewest = await newest.locator("data.money").innerText();
  await newest.getByRole("button", { name: "Quote by this refund policy" }).click();
  await expectText(payable(page), plainSpaces(underNewest));
  await expectText(newest, "This quote already follows the newest refund policy.");
  assert.equal(await page.getByLabel("Refund policy", { exact: true }).inputValue(), "azure-2026-08");
  const changed = await downloadedQuote(page);
  assert.equal(changed.answer.fee, "0.00");
  assert.equal(plainSpaces(underNewest), worded(changed.answer.payable, "EUR"));

  await page.getByLabel("Refund policy", { exact: true }).selectOption("partner-center-2018-05");
  await expectVisible(page.getByText("The article charges an early termination fee without stating its rate."));
});

function inLanguage(locale, amount) {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(amount);
}

/// Browsers and Node may differ in the spaces of an amount, and in nothing else.
function plain(text) {
  return text.replaceAll(/\s/g, "");
}

function plainSpaces(text) {
  return text.replaceAll(/\s+/g, " ").trim();
}

/// A decimal written in a language, as plain digits.
function decimal(text, locale) {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal").value;
  return text.replace(sign, ".");
}
