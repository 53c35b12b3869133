// The page at 390 pixels, used by touch, and its widest table on common screens.

import assert from "node:assert/strict";

import { openCustomer, openCustomers, payable } from "./desk.mjs";
import { eventually, expectHidden, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFits, NARROW } from "./narrow.mjs";

const TOUCH = { viewport: NARROW, hasTouch: true, isMobile: true };
const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("at 390 pixels the header is behind a button", TOUCH, async ({ page }) => {
  await openCustomers(page);
  const language = page.getByLabel("Language", { exact: true });
  await expectHidden(language);
  await page.getByRole("button", { name: "Menu", exact: true }).tap();
  for (const label of ["Language", "Theme", "Role", "Rules"]) {
    await expectVisible(page.getByLabel(label, { exact: true }));
  }
  await expectVisible(page.getByRole("link", { name: "Resources" }));
  await expectFits(page);
  await page.keyboard.press("Escape");
  await expectHidden(language);
});

journey("at 390 pixels a quote is a few taps away", TOUCH, async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: "Refund: Konstruktion CAD", exact: true }).tap();
  await expectVisible(payable(page));
  await expectFits(page);
  const before = await payable(page).innerText();
  await page.getByRole("radio", { name: "Unused" }).tap();
  await page.getByLabel("Units to return").fill("1");
  await eventually(() => payable(page).innerText(), (now) => now !== before, "another amount");
  await page.getByRole("button", { name: "All", exact: true }).tap();
  await page.getByText(/^How every amount came about/).tap();
  await expectFits(page);
});

for (const locale of ["en", "de", "sv", "nl", "zh-CN"]) {
  journey(`every column of the reservations is in sight on a common screen: ${locale}`, { locale }, async ({ page }) => {
    await page.goto("./customers/");
    await page.getByRole("link", { name: "Brisa Atlântica", exact: false }).click();
    const frame = page.locator(".reservations .table-frame");
    await expectVisible(frame);
    for (const width of [1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const hidden = () => frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      assert.equal(await hidden(), 0, `the table does not scroll sideways at ${width} pixels`);
    }
  });
}
