// What to do before exchange rights end: every reservation in question, the most money first, with its pages filled in.

import assert from "node:assert/strict";

import { openCustomers } from "./desk.mjs";
import { expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { press } from "./keyboard.mjs";

journey("the most money comes first, and what was weighed is filled in on the next page", async ({ page }) => {
  await openCustomers(page);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  await press(page, page.getByRole("link", { name: "Before exchange rights end" }));
  await expectUrl(page, /\/before-rights-end\/?$/);
  const table = page.getByRole("table", { name: "Before exchange rights end" });
  await expectVisible(table);
  await expectVisible(page.getByText(/From Feb 1, 2027 on/));
  const found = await rows(table);
  assert.ok(found.length > 10, `${found.length} reservations`);
  const dollars = found.map((row) => row["At stake"]).filter((amount) => amount.startsWith("$"));
  const amounts = dollars.map((amount) => Number(amount.replace(/[^\d.]/g, "")));
  assert.deepEqual(amounts, [...amounts].sort((one, other) => other - one));
  for (const row of found) assert.notEqual(row["Best choice"], "", row["Azure reservation"]);

  await press(page, table.getByRole("link", { name: /^Compare/ }).first());
  await expectUrl(page, /\/comparison\/?\?customer=.*reservation=.*buy=/);
  const choices = page.getByRole("table").first();
  await expectVisible(choices);
  await expectVisible(choices.getByRole("rowheader", { name: /Exchange/ }));
});
