// How dense pages are: more on one screen for those who want it, kept, and nothing too small to be hit.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { openCustomer, openCustomers } from "./desk.mjs";
import { eventually, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusSeen, press } from "./keyboard.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("compact pages show more, stay so, and can be hit and read as others", async ({ page }) => {
  await openCustomers(page);
  const row = page.getByRole("table", { name: "Customers" }).getByRole("row").nth(1);
  const height = () => row.evaluate((element) => element.offsetHeight);
  const before = await height();
  const display = page.getByRole("button", { name: "Display" });
  await press(page, display);
  const density = page.getByLabel("Density");
  assert.equal(await density.inputValue(), "comfortable");
  await density.selectOption({ label: "Compact" });
  await eventually(height, (now) => now < before, "lower rows");
  await page.keyboard.press("Escape");

  // It is there once the page is read, before any program runs.
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      globalThis.densityAtFirst ??= document.documentElement.dataset.density ?? "none";
    });
  });
  await page.reload();
  assert.equal(await page.evaluate(() => globalThis.densityAtFirst), "compact");
  await eventually(height, (now) => now < before, "lower rows");

  await expectAccessible(page);
  await expectFocusSeen(page);
  await openCustomer(page, CUSTOMER);
  await expectAccessible(page);
  await expectFocusSeen(page);
  await page.getByRole("link", { name: "Portfolio", exact: true }).click();
  await expectVisible(page.getByRole("grid"));
  await expectAccessible(page);

  await display.click();
  await density.selectOption({ label: "Comfortable" });
  await page.reload();
  await expectVisible(page.getByRole("grid"));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.density), undefined);
});
