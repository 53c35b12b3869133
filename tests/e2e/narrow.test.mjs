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
  for (const label of ["Language", "Role", "Refund policy"]) {
    await expectVisible(page.getByLabel(label, { exact: true }));
  }
  await expectVisible(page.getByRole("link", { name: "Resources" }));
  await page.getByRole("button", { name: "Display" }).tap();
  const theme = page.getByLabel("Theme", { exact: true });
  await expectVisible(theme);
  await expectFits(page);
  await page.keyboard.press("Escape");
  await expectHidden(theme);
  await page.keyboard.press("Escape");
  await expectHidden(language);
});

journey("at 390 pixels a quote is a few taps away", TOUCH, async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: "Refund: Konstruktion CAD", exact: true }).tap();
  await expectVisible(payable(page));
  await expectFits(page);
  const action = page.getByRole("button", { name: "Return these units…" });
  const { y, height } = await action.boundingBox();
  assert.ok(y >= 0 && y + height <= NARROW.height, "the action is in sight from the top of the page");
  const before = await payable(page).innerText();
  await page.getByRole("radio", { name: "Unused" }).tap();
  await page.getByLabel("Units to return").fill("1");
  await eventually(() => payable(page).innerText(), (now) => now !== before, "another amount");
  await page.getByRole("button", { name: "All", exact: true }).tap();
  await page.getByText(/^How every amount came about/).tap();
  await expectFits(page);
});

/// In a table: the numbers that go on in a second line or are cut off, and the headings that do not fit their column.
function unreadable(table) {
  const within = (text, number) => {
    const range = document.createRange();
    range.setStart(text, number.index);
    range.setEnd(text, number.index + number[0].length);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  const found = [];
  for (const cell of table.querySelectorAll("td.number")) {
    const edge = cell.getBoundingClientRect();
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.closest(".cell-label, .visually-hidden, .detail")) continue;
      for (const number of text.data.matchAll(/\d[\d.,\u2019\u00a0\u202f]*/g)) {
        const lines = within(text, number);
        const isCut = lines.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1);
        if (isCut || new Set(lines.map(({ top }) => Math.round(top))).size !== 1) found.push(cell.textContent);
      }
    }
  }
  for (const heading of table.querySelectorAll("thead th:not(.control-column)")) {
    const { left, right } = heading.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(heading);
    const parts = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (parts.some((part) => part.left < left - 1 || part.right > right + 1)) found.push(heading.textContent);
  }
  return found;
}

for (const locale of ["en", "de", "sv", "nl", "zh-CN"]) {
  journey(`every column of the reservations is in sight on a common screen: ${locale}`, { locale }, async ({ page }) => {
    await page.goto("./customers/");
    await page.getByRole("link", { name: "Almrausch", exact: false }).click();
    const frame = page.locator(".reservations .table-frame");
    await expectVisible(frame);
    for (const width of [1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const hidden = () => frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      assert.equal(await hidden(), 0, `the table does not scroll sideways at ${width} pixels`);
      assert.deepEqual(await frame.evaluate(unreadable), [], `at ${width} pixels`);
    }
  });
}
