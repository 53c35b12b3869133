// What to do before exchange rights end: every reservation in question, the most money first, with its pages filled in.

import assert from "node:assert/strict";

import { openCustomers } from "./desk.mjs";
import { eventually, expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { press } from "./keyboard.mjs";
import { speak } from "./language.mjs";

// Some records of the demonstration cannot be read.
const options = { expected: [/status of (401|403|404|409|412|429|500)/] };

journey("the most money comes first, and what was weighed is filled in on the next page", options, async ({ page }) => {
  await openCustomers(page);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  // The page that has come has the focus.
  await eventually(() => page.evaluate(() => document.activeElement?.textContent), (it) => it === "Radar", "its heading");
  await press(page, page.getByRole("link", { name: "Before exchange rights end" }));
  await expectUrl(page, /\/before-rights-end\/?$/);
  const table = page.getByRole("table", { name: "Before exchange rights end" });
  await expectVisible(table);
  await expectVisible(page.getByText(/From Feb 1, 2027 on/));
  // What is best takes the records, which come a few at a time; one answers later than a journey can wait.
  const late = (row) => row["Azure reservation"] === "Read fails: timeout";
  const found = await eventually(
    () => rows(table),
    (all) => all.length > 10 && all.every((row) => late(row) || !/Loading/.test(row["Best choice"])),
    "every row to be weighed",
  );
  assert.ok(found.length > 10, `${found.length} reservations`);
  const dollars = found.map((row) => row["At stake"]).filter((amount) => amount.startsWith("$"));
  const amounts = dollars.map((amount) => Number(amount.replace(/[^\d.]/g, "")));
  assert.deepEqual(amounts, [...amounts].sort((one, other) => other - one));
  for (const row of found) assert.notEqual(row["Best choice"], "", row["Azure reservation"]);
  const heights = await table.getByRole("row").evaluateAll((all) => all.map((row) => row.offsetHeight));
  assert.ok(Math.max(...heights) <= 64, `two lines and the space around them: ${Math.max(...heights)} pixels`);
  const menu = table.getByRole("button", { name: /^Actions: / }).first();
  await press(page, menu);
  await expectVisible(page.getByRole("link", { name: /^Refund: / }));
  await page.keyboard.press("Escape");
  await speak(page, "de");
  await expectVisible(page.getByText(/können diese Reservierungen nur noch einmal umgetauscht werden/));
  await speak(page, "en");

  await press(page, table.getByRole("link", { name: /^Compare/ }).nth(1));
  await expectUrl(page, /\/comparison\/?\?customer=.*reservation=.*buy=/);
  const choices = page.getByRole("table").first();
  await expectVisible(choices);
  await expectVisible(choices.getByRole("rowheader", { name: /Exchange/ }));
});
