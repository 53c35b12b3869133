// Every page follows the rules of axe-core, in light and in dark.

import { expectAccessible } from "./accessible.mjs";
import { journey } from "./journey.mjs";
import { PAGES } from "./pages.mjs";

for (const { name, open, expected } of PAGES) {
  journey(`accessible: ${name}`, { expected }, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
  });
}
