// Accounts of the server itself: the first one by the link that it prints, others by invitation.

import assert from "node:assert/strict";

import { action, confirmReturn, payable, returnUnits } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { PASSWORD, REFUSED, createAccount, expectSignedIn, invite, person, withAccounts } from "./signin.mjs";

const options = { expected: REFUSED, hasHost: true };
const OTHER_PASSWORD = "staple horse battery";

journey("the first account invites the second, and each has what its role may", options, ({ page, visitor }) =>
  withAccounts(async ({ desk, invitation }) => {
    await page.goto(invitation);
    await expectVisible(page.getByText("Your role: "));
    assert.ok(!page.url().includes("invitation"), "the code does not stay in the history");
    await createAccount(page, "robin");
    await expectSignedIn(page, "robin");

    // The link is good once.
    const { page: stranger } = await visitor();
    await stranger.goto(invitation);
    await expectVisible(stranger.getByText("This invitation is no longer valid"));

    await person(page, "robin").click();
    await page.getByRole("link", { name: "People" }).click();
    const link = await invite(page, "Sales agent");
    await stranger.goto(link);
    await createAccount(stranger, "kim");
    await expectSignedIn(stranger, "kim, Sales agent");

    // Another session of the same account, and a reload of it.
    const { page: second } = await visitor();
    await second.goto(`${desk.origin}roles`);
    await signIn(second, "kim", "not the password");
    await expectVisible(second.getByText("The account name or the password is wrong."));
    await signIn(second, "somebody", "not the password");
    await expectVisible(second.getByText("The account name or the password is wrong."));
    await signIn(second, "kim", PASSWORD);
    await expectSignedIn(second, "kim");
    await second.reload();
    await expectSignedIn(second, "kim");
    await person(second, "kim").click();
    await expectHidden(second.getByRole("link", { name: "People" }));

    // A new password ends it.
    await stranger.goto(`${desk.origin}account`);
    await expectSignedIn(stranger, "kim");
    await stranger.getByLabel("Current password").fill(PASSWORD);
    await stranger.getByLabel("New password").fill(OTHER_PASSWORD);
    await stranger.getByLabel("Repeat the password").fill(OTHER_PASSWORD);
    await stranger.getByRole("button", { name: "Change password" }).click();
    await expectVisible(stranger.getByText("The password is changed."));
    await second.getByRole("link", { name: "Portfolio", exact: true }).first().click();
    await expectVisible(second.getByText("Your sign-in has ended"));
    await second.getByRole("button", { name: "Sign in again" }).click();
    const dialog = second.getByRole("dialog");
    await dialog.getByLabel("Account name").fill("kim");
    await dialog.getByLabel("Password").fill(OTHER_PASSWORD);
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await expectHidden(second.getByText("Your sign-in has ended"));

    // Whoever is removed is out at once, and the last administrator stays.
    await page.reload();
    await expectSignedIn(page, "robin");
    await page.getByLabel("Role of robin").selectOption({ label: "Sales agent" });
    await expectVisible(page.getByText("This is the last administrator."));
    await page.getByRole("button", { name: "Remove…" }).click();
    await page.getByRole("button", { name: "Remove account" }).click();
    await eventually(() => page.getByText("kim", { exact: true }).count(), (count) => count === 0, "one account less");
    await second.reload();
    await expectVisible(second.getByRole("heading", { level: 1, name: "Sign in" }));

    await person(page, "robin").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expectVisible(page.getByText("You are signed out."));
    await page.goto(`${desk.origin}customers`);
    await expectVisible(page.getByRole("heading", { level: 1, name: "Sign in" }));
  }));

journey("above an amount a second person confirms, and then the same return goes through", options, ({ page, visitor }) =>
  withAccounts(async ({ desk, invitation }) => {
    await page.goto(invitation);
    await createAccount(page, "robin");
    await expectSignedIn(page, "robin");
    await page.goto(`${desk.origin}people`);
    const link = await invite(page, "Admin agent");
    const { page: other } = await visitor();
    await other.goto(link);
    await createAccount(other, "kim");
    await expectSignedIn(other, "kim");

    await page.goto(`${desk.origin}confirmations`);
    await page.getByLabel("Above this amount").fill("10");
    await page.getByRole("button", { name: "Save" }).click();
    await expectVisible(page.getByText("The setting is saved."));

    await page.goto(`${desk.origin}customers`);
    await page.getByRole("link", { name: "Meridian Quill Publishing, Inc.", exact: true }).click();
    await action(page, "Refund", "Reader comments").click();
    await expectVisible(payable(page));
    await returnUnits(page);
    await confirmReturn(page);
    await expectVisible(page.getByText("A second person has to confirm this"));

    // Neither who asked, nor anybody without a word of the other.
    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(page.getByText("A second person has to confirm this"));
    await other.goto(`${desk.origin}confirmations`);
    await expectText(other.getByRole("table", { name: "Confirmations" }), "robin");
    await other.getByRole("button", { name: "Confirm…" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await expectVisible(other.getByText("Confirmed by kim"));

    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(page.getByText(/Done: 4 units were returned\./));
    await other.reload();
    await expectVisible(other.getByText("Nothing is waiting for confirmation."));
  }));

journey("whoever signs out in one tab is out in all, and finds what was typed there", options, ({ page, context }) =>
  withAccounts(async ({ desk, invitation }) => {
    await page.goto(invitation);
    await createAccount(page, "robin");
    await expectSignedIn(page, "robin");
    const other = await context.newPage();
    await other.goto(`${desk.origin}customers`);
    await expectSignedIn(other, "robin");
    const search = other.getByRole("searchbox").first();
    await search.fill("nor");
    await other.evaluate(() => {
      window.isSamePage = true;
    });
    await person(page, "robin").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expectVisible(page.getByText("You are signed out."));

    // Nothing of the page is to be seen, by keyboard either, until somebody signs in.
    const dialog = other.getByRole("dialog", { name: "Sign in again" });
    await expectVisible(dialog);
    await expectHidden(search);
    await other.keyboard.press("Escape");
    await expectHidden(dialog);
    await expectVisible(other.getByText("You are signed out."));
    await expectHidden(other.getByRole("navigation"));
    await other.getByRole("button", { name: "Sign in again" }).click();
    await signIn(other, "robin", PASSWORD);
    await expectSignedIn(other, "robin");
    await expectHidden(other.getByText("You are signed out."));
    assert.equal(await search.inputValue(), "nor");
    assert.ok(await other.evaluate(() => window.isSamePage), "the page is the one that was left");
  }));

async function signIn(page, name, password) {
  await page.getByLabel("Account name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
}
