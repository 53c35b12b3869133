// How the page begins: with text at once, then the application, without a problem.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

journey("text is on the screen before any WebAssembly arrives", async ({ page, server }) => {
  const release = server.hold(/\.wasm$/);
  await page.goto("./", { waitUntil: "commit" });
  await expectVisible(page.getByText("Prorata").first());
  assert.equal(await page.getByRole("table").count(), 0, "the application has not started yet");
  release();
  await expectVisible(page.getByRole("heading", { level: 1 }));
});

journey("the application starts without a problem and is accessible", async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("heading", { level: 1 }));
  await expectAccessible(page);
});
