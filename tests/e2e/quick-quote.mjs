// The quick quote.

import { expectVisible } from "./expect.mjs";

/// The day of the purchase and that of the return of a year that is ten days old, with no leap day in it.
export const PURCHASED = "2026-11-10";
export const RETURNED = "2026-11-20";

/// The totals on screen, one after the other.
export async function totals(page) {
  const all = await page.getByRole("region", { name: /before the refund cap|före taket/ }).locator(".payable").allInnerTexts();
  return all.map((text) => text.replaceAll(/\s+/g, " ").trim()).join(" ");
}

/// Opens a quick quote with a line that has a quote, unfolded, and one that has none.
export async function openQuickQuote(page) {
  const line = (price, currency) => `line=VirtualMachines~${PURCHASED}~P1Y~Monthly~2~${price}~${currency}~used`;
  await page.goto(`./quick-quote/?date=${RETURNED}&${line(1200, "EUR")}&${line(1200, "EURO")}`);
  await expectVisible(page.getByText("1 reservation without a quote is not part of it."));
  await page.getByText(/^How every amount came about/).click();
}
