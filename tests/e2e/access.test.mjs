// Who has which role on a reservation order: given, checked and taken away by the keyboard alone, and
// every failure on the way.

import assert from "node:assert/strict";

import { CHANGE_FAILURES, FAILURE_LAB, logged, NOT_ACCEPTED, openRecord } from "./desk.mjs";
import { eventually, expectHidden, expectRowVisible, expectText, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { choose, isFocused, press, tabTo } from "./keyboard.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "Fertigungsleitstand";

journey("a role is given, checked and taken away by the keyboard", async ({ page }) => {
  await openAccess(page, CUSTOMER, RESERVATION);
  const table = assignments(page);
  await expectRowVisible(table, { Principal: "Anke Thorwald", Role: "Owner", "From where": "This order" });
  await expectRowVisible(table, { Principal: "FinOps", "From where": "Inherited: all reservations of the tenant" });
  const before = (await rows(table)).length;

  const add = part(page, "Add a role assignment");
  await choose(page, add.getByLabel("Role"), "Reservations R");
  await expectText(add, "Sees reservations and changes nothing.");
  await choose(page, add.getByLabel("Principal"), "cost-export");
  await expectText(add, "Service principal");
  await press(page, add.getByRole("button", { name: "Add a role assignment" }));
  await expectRowVisible(table, { Principal: "cost-export", Role: "Reservations Reader", "From where": "This order" });
  assert.equal((await rows(table)).length, before + 1);

  // The same again is refused before anything is sent.
  await choose(page, add.getByLabel("Role"), "Reservations R");
  await choose(page, add.getByLabel("Principal"), "cost-export");
  await press(page, add.getByRole("button", { name: "Add a role assignment" }));
  await expectVisible(add.getByText("This principal already has the role on this order."));

  const check = part(page, "Check access");
  await choose(page, check.getByLabel("Principal"), "Anke");
  await expectText(check, "Owner");
  await expectText(check, "as a member of FinOps");

  await page.reload();
  await expectRowVisible(assignments(page), { Principal: "cost-export", "From where": "This order" });
  await press(page, remove(page, "Reservations Reader, cost-export, This order"));
  const dialog = page.getByRole("dialog", { name: "Remove this role assignment?" });
  await expectText(dialog, "cost-export loses the role Reservations Reader on this order");
  await page.keyboard.press("Escape");
  await expectHidden(dialog);
  await eventually(() => isFocused(remove(page, "Reservations Reader, cost-export, This order")), Boolean, "the focus comes back");
  await page.keyboard.press("Enter");
  await press(page, dialog.getByRole("button", { name: "Remove" }));
  await expectHidden(dialog);
  await eventually(async () => (await rows(assignments(page))).length, (count) => count === before, "a row less");
  const heading = page.getByRole("heading", { name: "Role assignments" });
  await eventually(() => isFocused(heading), Boolean, "the focus where the row was");

  // Both changes are in the record of changes, and the record of the reservation leads there.
  await page.getByRole("link", { name: "Activity" }).first().focus();
  await page.keyboard.press("Enter");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Activity" }));
  await expectVisible(page.getByRole("heading", { name: "Role assignment removed" }));
  await expectVisible(page.getByRole("heading", { name: "Role assignment added" }));
});

journey("what is inherited says why it cannot be removed", async ({ page }) => {
  await openAccess(page, CUSTOMER, RESERVATION);
  const inherited = remove(page, "Reservations Administrator, FinOps, Inherited: all reservations of the tenant");
  await tabTo(page, inherited);
  await expectVisible(page.getByRole("tooltip").filter({ hasText: "This role is inherited" }));
  await page.keyboard.press("Enter");
  await expectHidden(page.getByRole("dialog"));
});

journey("ids of roles are copied", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await openAccess(page, CUSTOMER, RESERVATION);
  await press(page, page.getByRole("button", { name: "Copy ID of Reservation Purchaser" }));
  await expectVisible(page.getByRole("status").filter({ hasText: "Copied" }));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, "f7b75c60-3036-4b75-91c3-6b41c27c1689");
});

for (const { name, status, title, isLost } of CHANGE_FAILURES) {
  const expected = logged(status, isLost);
  journey(`changing access fails: ${name}`, { expected }, async ({ page }) => {
    await openAccess(page, FAILURE_LAB, `Refund fails: ${name}`);
    const table = assignments(page);
    await expectRowVisible(table, { "From where": "This order" });
    const before = await rows(table);

    const add = part(page, "Add a role assignment");
    const [role, principal] = [add.getByLabel("Role"), add.getByLabel("Principal")];
    await role.selectOption({ label: "Reader" });
    await principal.selectOption({ label: "cost-export" });
    const chosen = [await role.inputValue(), await principal.inputValue()];
    await add.getByRole("button", { name: "Add a role assignment" }).click();
    const again = isLost ? "Send it again" : "Try again";
    const told = (place) => place.locator(".notice").filter({ hasText: title });
    for (const attempt of ["first", "second"]) {
      await expectVisible(told(add));
      await expectVisible(add.getByText("Nothing was added. What you entered is kept."));
      assert.deepEqual([await role.inputValue(), await principal.inputValue()], chosen, attempt);
      if (attempt === "first") await add.getByRole("button", { name: again }).click();
    }

    await ownRemove(page).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expectVisible(told(dialog));
    await expectVisible(dialog.getByText("Nothing was removed."));
    await dialog.getByRole("button", { name: again }).click();
    await expectVisible(told(dialog));
    await page.keyboard.press("Escape");
    await expectHidden(dialog);
    assert.deepEqual(await rows(table), before, "nothing was changed");
  });
}

// The page gives up after 20 seconds.
journey("the service does not answer a change of access in time", { expected: [/status of 404/] }, async ({ page }) => {
  await openAccess(page, FAILURE_LAB, "Refund fails: timeout");
  const add = part(page, "Add a role assignment");
  await add.getByLabel("Role").selectOption({ label: "Reader" });
  await add.getByLabel("Principal").selectOption({ label: "cost-export" });
  await add.getByRole("button", { name: "Add a role assignment" }).click();
  await add.getByText("We don't know yet whether it was accepted").waitFor({ timeout: 30_000 });
  await add.locator(".notice").filter({ hasText: NOT_ACCEPTED }).waitFor({ timeout: 30_000 });
  await expectVisible(add.getByRole("button", { name: "Send it again" }));
});

/// Opens the access control of a reservation from the list of its customer.
async function openAccess(page, customer, reservation) {
  await openRecord(page, customer, reservation);
  const menu = page.getByRole("navigation", { name: "Reservation page" });
  await menu.getByRole("link", { name: "Access control (IAM)" }).click();
  await expectVisible(assignments(page));
  // The names arrive on their own.
  await expectHidden(page.getByRole("rowheader").filter({ hasText: /^[0-9a-f-]{36}$/ }));
}

function assignments(page) {
  return page.getByRole("table", { name: "Role assignments" });
}

function part(page, name) {
  return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
}

function remove(page, what) {
  return page.getByRole("button", { name: `Remove: ${what}`, exact: true });
}

/// The button of the one role that was given on the order itself.
function ownRemove(page) {
  return page.getByRole("row").filter({ hasText: "This order" }).getByRole("button").first();
}
