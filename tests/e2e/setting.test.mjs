// The policy in force: quotes under another one are a what-if, which the page says and leads out of.

import assert from "node:assert/strict";

import { confirmReturn, openRefund, payable, returnUnits } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const OTHER = "azure-2023-10";
const IN_FORCE = "Returns are carried out under Partner Center, Aug 6, 2020.";

journey("a quote under other rules cannot be carried out, and leads back to those in force", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  const before = await payable(page).innerText();
  await choose(page, OTHER);
  const section = carryOut(page);
  await expectText(section.locator(".reason"), IN_FORCE);
  await expectText(page.getByRole("note"), IN_FORCE);
  await expectDisabled(page, true);
  assert.notEqual(await payable(page).innerText(), before, "but it is quoted");
  await section.getByRole("button", { name: "Quote under this policy" }).click();
  await expectDisabled(page, false);
  assert.equal(await payable(page).innerText(), before);
  await expectHidden(page.getByText(IN_FORCE));
});

journey("an admin changes the rules in force, and returns follow them", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  await choose(page, OTHER);
  await carryOut(page).getByRole("button", { name: "Change the policy in force…" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the refund policy in force?" });
  await expectText(dialog, "returns and exchanges of all customers are carried out under Azure, Oct 16, 2023");
  await dialog.getByRole("button", { name: "Change it for everyone" }).click();
  await expectHidden(dialog);
  await expectDisabled(page, false);
  await page.getByLabel("Units to return").fill("1");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText("Done: 1 unit was returned"));

  await page.reload();
  assert.match(await chosen(page), /in force/);
});

journey("who may not choose the rules in force sees who may", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Sales agent" });
  await choose(page, OTHER);
  const change = carryOut(page).getByRole("button", { name: "Change the policy in force…" });
  await eventually(() => change.getAttribute("aria-disabled"), (now) => now === "true", "the button to be disabled");
  const reasons = await carryOut(page).locator(".tip").allTextContents();
  assert.ok(reasons.some((reason) => reason.includes("Admin agent")), reasons.join());
});

async function choose(page, policy) {
  await page.getByLabel("Refund policy", { exact: true }).selectOption(policy);
}

function chosen(page) {
  return page.getByLabel("Refund policy", { exact: true }).evaluate((select) => select.selectedOptions[0].textContent);
}

function carryOut(page) {
  return page.getByRole("region", { name: "Carry out" });
}

async function expectDisabled(page, isDisabled) {
  const begin = carryOut(page).getByRole("button", { name: "Return these units…" });
  const wanted = isDisabled ? "true" : null;
  await eventually(() => begin.getAttribute("aria-disabled"), (now) => now === wanted, `disabled: ${isDisabled}`);
}
