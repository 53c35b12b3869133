// The accessibility rules of axe-core, on the page as it stands.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/// Fails on any violation of any of axe's rules, best practices included, in each of the colour
/// schemes.
export async function expectAccessible(page, colorSchemes = ["light", "dark"]) {
  const source = await readFile(AXE, "utf8");
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(source);
    const violations = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        places: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
    });
    assert.deepEqual(violations, [], `axe in ${colorScheme} at ${page.url()}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}
