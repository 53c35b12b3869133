// The first visit: what leads to the start page, what it says, and the ways on from it.

import assert from "node:assert/strict";

import { openCustomers, payable } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible, normalized } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { isFocused } from "./keyboard.mjs";
import { expectFits, NARROW } from "./narrow.mjs";
import { totals } from "./quick-quote.mjs";
import { openStart, policyPart, tourPart } from "./start.mjs";

const WELCOME = "New here? See what Prorata does";

journey("a first visit is led to the start page and later ones are not", async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await page.getByRole("link", { name: WELCOME }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Getting started" }));
  await page.goBack();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await expectHidden(page.getByRole("link", { name: WELCOME }));
});

journey("the line for a first visit can be taken away for good", async ({ page }) => {
  await page.goto("./");
  const welcome = page.getByRole("note").filter({ hasText: WELCOME });
  await welcome.getByRole("button", { name: "Close" }).click();
  await expectHidden(welcome);
  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await expectHidden(welcome);
});

journey("the example is the quote that the quick quote makes of the same facts", async ({ page }) => {
  await openStart(page);
  const example = page.getByRole("region", { name: "An example" });
  const back = normalized(await example.locator(".start-amounts .money").first().innerText());
  assert.match(back, /^\$\d/);
  await example.getByRole("link", { name: "Open this example in the quick quote" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Quick quote" }));
  await eventually(() => totals(page), (now) => now === back, "the same amount");
});

journey("the policy is chosen, stays in sight, and can be changed", async ({ page }) => {
  await openStart(page);
  const part = policyPart(page);
  await expectText(part.getByRole("status"), "Returns are carried out under Partner Center, Aug 6, 2020.");
  const apply = part.getByRole("button", { name: "Put this policy in force…" });
  await part.getByRole("radio", { name: /^Azure/ }).check();
  await apply.click();
  const question = page.getByRole("dialog", { name: "Change the refund policy in force?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expectHidden(question);
  await eventually(() => isFocused(apply), Boolean, "the focus comes back");
  await apply.click();
  await question.getByRole("button", { name: "Change it for everyone" }).click();
  await expectHidden(question);
  await expectText(part.getByRole("status"), "Returns are carried out under Azure");

  await openCustomers(page);
  const chosen = page.getByLabel("Refund policy", { exact: true });
  await eventually(
    () => chosen.evaluate((select) => select.selectedOptions[0].textContent),
    (name) => /^Azure.*in force/.test(name),
    "the policy in the header",
  );
  await openStart(page);
  assert.ok(await policyPart(page).getByRole("radio", { name: /^Azure/ }).isChecked());
});

journey("the tour leads to the pages that it tells of, by the keyboard", async ({ page }) => {
  await page.goto("./resources/");
  await page.getByRole("main").getByRole("link", { name: "A short tour" }).click();
  const tour = tourPart(page);
  await expectVisible(tour.getByRole("heading", { name: "1 of 6: Customers" }));
  for (const title of ["2 of 6: Reservation page", "3 of 6: Refund"]) {
    await tour.getByRole("button", { name: "Next" }).focus();
    await page.keyboard.press("Enter");
    const heading = tour.getByRole("heading", { name: title });
    await eventually(() => isFocused(heading), Boolean, "the step to have the focus");
  }
  await tour.getByRole("link", { name: "Open this page" }).click();
  await expectVisible(payable(page));
  await page.goBack();
  const left = tour.getByRole("heading", { name: "3 of 6: Refund" });
  await eventually(() => isFocused(left), Boolean, "the tour goes on where it was left");
  await page.keyboard.press("Escape");
  await expectHidden(left);
  await eventually(() => isFocused(tour.getByRole("button", { name: "Take the tour" })), Boolean, "the focus comes back");
  await expectUrl(page, /\/start\/?$/);
});

journey("the start page says how a server is connected, on a narrow screen", { viewport: NARROW, ofBrowser: "there is a server already" }, async ({ page }) => {
  await openStart(page);
  await page.getByText("How to set it up").click();
  await expectVisible(page.getByText("cargo xtask server"));
  await expectFits(page);
  await page.getByRole("main").getByRole("link", { name: "Your data" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Your data" }));
});

journey("every way on from the start page leads somewhere", async ({ page }) => {
  for (const [name, heading] of [
    ["Try the demo", "Customers"],
    ["Open your own files", "Import"],
    ["Quick quote", "Quick quote"],
  ]) {
    await openStart(page);
    await page.getByRole("region", { name: "What you can do now" }).getByRole("link", { name }).click();
    await expectVisible(page.getByRole("heading", { level: 1, name: heading }));
  }
});
