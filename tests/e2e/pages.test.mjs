// Every page follows the rules of axe-core, in light and in dark, and fits a narrow screen.

import { expectAccessible } from "./accessible.mjs";
import { journey } from "./journey.mjs";
import { expectFits, NARROW } from "./narrow.mjs";
import { PAGES } from "./pages.mjs";

for (const { name, open, expected } of PAGES) {
  journey(`accessible and fit for 390 pixels: ${name}`, { expected }, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectFits(page);
    await expectAccessible(page, ["light"]);
  });
}
