// Changing a reservation: its settings, splitting, merging, archiving, and what happens when that fails.

import assert from "node:assert/strict";

import { CHANGE_FAILURES, FAILURE_LAB, logged, NOT_ACCEPTED, openEntry, openRecord } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, isFocused, tabTo } from "./keyboard.mjs";

const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";
const CONFLICT = "Someone else has changed this reservation in the meantime";

journey("settings are changed by the keyboard alone, and stay changed", async ({ page }) => {
  await openRecord(page, KUPFERHAIN, "Messrechner Halle 4");
  await tabTo(page, page.getByRole("link", { name: "Configuration", exact: true }));
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, "Messrechner Halle 4 · Configuration");
  await expectVisible(name(page));
  await tabTo(page, name(page));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Messrechner Halle 5");
  await tabTo(page, page.getByRole("radio", { name: "Shared" }));
  await page.keyboard.press("ArrowDown");
  const subscription = page.getByLabel("Subscription", { exact: true });
  await expectVisible(subscription);
  await expectText(settings(page), "Choose a subscription.");
  assert.equal(await save(page).getAttribute("aria-disabled"), "true");
  await tabTo(page, subscription);
  await page.keyboard.type("Ent");
  await tabTo(page, page.getByRole("switch", { name: "Automatic renewal" }));
  await page.keyboard.press("Space");
  const summary = settings(page).getByRole("status").filter({ hasText: "What will change" });
  await expectText(summary, "Display name Messrechner Halle 4 becomes Messrechner Halle 5");
  await expectText(summary, "Scope Shared becomes Single subscription: Entwicklung");
  await expectText(summary, "Automatic renewal Off becomes On");
  await tabTo(page, save(page));
  await page.keyboard.press("Enter");
  await expectVisible(done(page, "The changes are saved."));
  await eventually(() => isFocused(page.locator(".outcome")), Boolean, "the keyboard goes to what was done");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Messrechner Halle 5 · Configuration" }));

  await page.reload();
  await expectVisible(name(page));
  assert.equal(await name(page).inputValue(), "Messrechner Halle 5");
  assert.ok(await page.getByRole("radio", { name: "Single subscription" }).isChecked());
  assert.ok(await page.getByRole("switch", { name: "Automatic renewal" }).isChecked());
  await openEntry(page, "Properties");
  await expectText(page.locator(".revisions > li"), "Messrechner Halle 4 becomes Messrechner Halle 5");
});

journey("every kind of scope can be chosen", async ({ page }) => {
  await openConfiguration(page, KUPFERHAIN, "Konstruktion CAD");
  await page.getByRole("radio", { name: "Single resource group" }).check();
  await page.getByLabel("Subscription", { exact: true }).selectOption({ label: "Produktion" });
  const group = page.getByLabel("Resource group", { exact: true });
  await eventually(() => group.locator("option").count(), (count) => count > 1, "resource groups");
  await group.selectOption({ index: 1 });
  const chosen = await group.inputValue();
  await save(page).click();
  await expectVisible(done(page, "The changes are saved."));
  await expectText(page.locator(".outcome"), `Single resource group: ${chosen} in Produktion`);
  await page.getByRole("radio", { name: "Management group" }).check();
  await page.getByRole("combobox", { name: "Management group" }).selectOption({ index: 1 });
  await save(page).click();
  await expectText(page.locator(".outcome"), "Management group:");
  await page.getByRole("radio", { name: "Shared" }).check();
  await save(page).click();
  await expectText(page.locator(".outcome"), "becomes Shared");
});

journey("two people change the same reservation", { expected: [/status of 412/] }, async ({ page, context }) => {
  const other = await context.newPage();
  await openConfiguration(page, KUPFERHAIN, "Webportal");
  await openConfiguration(other, KUPFERHAIN, "Webportal");
  // Both type before either saves: a page with something unsaved is not read again.
  await name(page).fill("Webportal Nord");
  await page.getByRole("switch", { name: "Automatic renewal" }).click();
  await name(other).fill("Webportal Süd");
  await save(other).click();
  await expectVisible(done(other, "The changes are saved."));
  await name(other).fill("Webportal West");

  const which = await expectMet(page);
  await which.getByRole("radio", { name: /^Theirs/ }).check();
  await page.getByRole("button", { name: "Save this choice" }).click();
  await expectVisible(done(page, "The changes are saved."));
  await expectText(page.locator(".outcome"), "Automatic renewal Off becomes On");
  assert.equal(await name(page).inputValue(), "Webportal Süd");

  // The other one has typed meanwhile, is behind now, and keeps what there is.
  assert.equal(await name(other).inputValue(), "Webportal West", "nothing typed is lost");
  await save(other).click();
  await other.getByRole("button", { name: "Use all of theirs" }).click();
  await other.getByRole("button", { name: "Save this choice" }).click();
  await expectVisible(done(other, "The reservation stays as the other person left it."));
  assert.ok(await other.getByRole("switch", { name: "Automatic renewal" }).isChecked());

  // With nothing unsaved, a page follows.
  await name(page).fill("Webportal Ost");
  await save(page).click();
  await expectVisible(done(page, "The changes are saved."));
  await eventually(() => name(other).inputValue(), (now) => now === "Webportal Ost", "the other page to follow");
});

journey("what was typed before a reload does not overwrite what was saved meanwhile", { expected: [/status of 412/] }, async ({ page, context }) => {
  await openConfiguration(page, KUPFERHAIN, "Webportal");
  await name(page).fill("Webportal Nord");
  await saveElsewhere(context, "Webportal", "Webportal Süd");
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expectVisible(name(page));
  await expectMet(page);

  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await eventually(() => name(page).inputValue(), (now) => now === "Webportal Süd", "the record as it is now");
});

journey("what is typed while the record is read again does not overwrite what was saved", { expected: [/status of 412/] }, async ({ page, context }) => {
  await page.addInitScript(holdAnswers);
  await openConfiguration(page, KUPFERHAIN, "Webportal");
  await page.evaluate(() => window.hold("/reservations/"));
  await saveElsewhere(context, "Webportal", "Webportal Süd");
  await eventually(() => page.evaluate(() => window.held()), (count) => count > 0, "the page to read again");
  await name(page).fill("Webportal Nord");
  await page.evaluate(() => window.release());
  await expectMet(page);
});

journey("a page with something unsaved asks before it is left", async ({ page }) => {
  await openConfiguration(page, KUPFERHAIN, "ERP Datenbank");
  const address = page.url();
  await name(page).fill("ERP");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await expectVisible(question);
  await page.keyboard.press("Enter");
  await expectHidden(question);
  assert.equal(page.url(), address);

  await page.goBack();
  await expectVisible(question);
  assert.equal(page.url(), address);
  await page.keyboard.press("Escape");
  await expectHidden(question);
  assert.equal(await name(page).inputValue(), "ERP");

  const asked = new Promise((resolve) => page.once("dialog", resolve));
  const reloading = page.reload().catch(() => {});
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await reloading;
  assert.equal(await name(page).inputValue(), "ERP");

  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "ERP Datenbank", exact: true }));
  await page.getByRole("link", { name: "Properties", exact: true }).click();
  await expectUrl(page, /\/properties/);
});

for (const { name: failure, status, title, isLost } of CHANGE_FAILURES) {
  const expected = logged(status, isLost);
  journey(`changing fails: ${failure}`, { expected }, async ({ page }) => {
    await openConfiguration(page, FAILURE_LAB, `Refund fails: ${failure}`);
    await name(page).fill("Renamed");
    await save(page).click();
    const again = page.getByRole("button", { name: isLost ? "Send it again" : "Try again" });
    await expectFailure(page, title, isLost);
    assert.equal(await name(page).inputValue(), "Renamed", "what was typed is kept");
    await again.click();
    await expectFailure(page, title, isLost);
    await page.getByRole("button", { name: "Discard changes" }).click();
    await expectHidden(page.getByText(title));

    await page.getByRole("button", { name: "Split…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Split", exact: true }).click();
    await expectFailure(page, title, isLost);
    assert.equal(await page.getByLabel("Units of the first").inputValue(), "1");
    await expectVisible(again);
  });
}

// The page gives up after 20 seconds.
journey("the service does not answer a change in time", { expected: [/status of 404/] }, async ({ page }) => {
  await openConfiguration(page, FAILURE_LAB, "Refund fails: timeout");
  await name(page).fill("Renamed");
  await save(page).click();
  await expectVisible(page.getByText("The changes are being saved…"));
  await page.getByText("We don't know yet whether it was accepted").waitFor({ timeout: 30_000 });
  await page.getByRole("status").filter({ hasText: NOT_ACCEPTED }).waitFor({ timeout: 30_000 });
  await expectVisible(page.getByText("Nothing was changed. What you entered is kept."));
  assert.equal(await name(page).inputValue(), "Renamed");
});

journey("a split goes on while the page is loaded anew", async ({ page }) => {
  await openConfiguration(page, KUPFERHAIN, "Testumgebung, nie genutzt");
  await page.getByLabel("Units of the first").fill("4");
  assert.equal(await page.getByLabel("Units of the second").inputValue(), "6");
  await expectVisible(page.getByText("4 + 6 = 10 units"));
  await page.getByRole("button", { name: "Split…" }).click();
  const question = page.getByRole("dialog", { name: "Split this reservation?" });
  const preview = await rows(question.getByRole("table"));
  assert.deepEqual(preview.map((row) => `${row.Units} ${row.Afterwards}`), ["10 units ends", "4 units new", "6 units new"]);
  await question.getByRole("button", { name: "Split", exact: true }).click();
  const accepted = page.getByText("This was accepted and is being carried out.");
  await expectVisible(accepted);
  await page.reload();
  await expectVisible(done(page, "The reservation was split into two."));
  await expectText(page.getByRole("main"), "This one is in the state “Split”.");

  const parts = page.locator(".outcome").getByRole("link");
  assert.deepEqual(await parts.allInnerTexts(), [
    "Testumgebung, nie genutzt (4 units)",
    "Testumgebung, nie genutzt (6 units)",
  ]);
  await parts.first().click();
  await expectVisible(page.getByLabel("Units of the first"));
  await expectVisible(page.getByRole("radio", { name: "Testumgebung, nie genutzt (6 units)" }));
});

journey("two of an order are merged; others say why they cannot be", async ({ page }) => {
  await openConfiguration(page, "Żółta Strzała Spedycja Sp. z o.o.", "Serwery testowe A");
  await expectVisible(page.getByRole("radio", { name: "Serwery testowe B (2 units)" }));
  await expectVisible(page.getByText(/its state is “Split”/));
  await page.getByRole("button", { name: "Merge…" }).click();
  const question = page.getByRole("dialog", { name: "Merge these reservations?" });
  const preview = await rows(question.getByRole("table"));
  assert.deepEqual(preview.map((row) => `${row.Units} ${row.Afterwards}`), ["3 units ends", "2 units ends", "5 units new"]);
  await question.getByRole("button", { name: "Merge", exact: true }).click();
  await expectVisible(done(page, "The reservations were merged into one."));
  await page.locator(".outcome").getByRole("link", { name: /5 units/ }).click();
  await openEntry(page, "Properties");
  const chain = page.locator(".chain li");
  await eventually(() => chain.count(), (count) => count >= 3, "the chain");
  await chain.getByRole("link", { name: "Serwery testowe B" }).click();
  await expectText(page.locator(".chain"), "Merged into");
});

journey("what has ended is archived and taken out again", async ({ page }) => {
  await openConfiguration(page, KUPFERHAIN, "Messrechner Halle 3");
  await expectVisible(page.getByRole("status").filter({ hasText: "Only a reservation in the state" }));
  assert.ok(await name(page).isDisabled());
  await page.getByRole("button", { name: "Archive this reservation" }).click();
  await expectVisible(done(page, "The reservation was archived."));
  await page.getByRole("button", { name: "Take out of the archive" }).click();
  await expectVisible(done(page, "The reservation was taken out of the archive."));
});

journey("a role without rights sees every control with its reason", async ({ page }) => {
  await openConfiguration(page, KUPFERHAIN, "Archivspeicher");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  await expectVisible(page.getByRole("status").filter({ hasText: "Your role can't do this" }));
  assert.ok(await name(page).isDisabled());
  for (const button of ["Save changes", "Split…", "Merge…", "Archive this reservation"]) {
    const control = page.getByRole("button", { name: button });
    assert.equal(await control.getAttribute("aria-disabled"), "true", button);
    await control.focus();
    await expectVisible(page.getByRole("tooltip").filter({ hasText: "Your role can't do this" }));
  }
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Admin agent" });
  await eventually(() => name(page).isEnabled(), Boolean, "the form to be usable");
});

journey("what a partner may not manage stays as it is, with the reason", async ({ page }) => {
  await openConfiguration(page, "Tern Harbour Borough Council", "Planning applications");
  const reason = "This customer isn't in the Cloud Solution Provider program";
  await expectVisible(page.getByRole("status").filter({ hasText: reason }));
  assert.ok(await name(page).isDisabled());
  await save(page).focus();
  await expectVisible(page.getByRole("tooltip").filter({ hasText: reason }));
});

/// Another tab gives a reservation another name.
async function saveElsewhere(context, reservation, other) {
  const page = await context.newPage();
  await openConfiguration(page, KUPFERHAIN, reservation);
  await name(page).fill(other);
  await save(page).click();
  await expectVisible(done(page, "The changes are saved."));
}

/// What was typed is there, is saved, and meets what the other tab has saved meanwhile; gives the choice of the name.
async function expectMet(page) {
  await eventually(() => name(page).inputValue(), (now) => now === "Webportal Nord", "what was typed");
  await save(page).click();
  await expectVisible(page.getByText(CONFLICT));
  const which = page.getByRole("group", { name: "Display name" });
  await expectText(which, "Mine: Webportal Nord");
  await expectText(which, "Theirs: Webportal Süd");
  await expectText(which, "It was: Webportal");
  assert.equal(await name(page).inputValue(), "Webportal Nord", "nothing typed is lost");
  return which;
}

/// Has the page wait for answers: after `hold(part)` those of addresses with the part come as soon as `release()`
/// is called; `held()` counts them.
function holdAnswers() {
  let held = 0;
  let part;
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  window.hold = (wanted) => (part = wanted);
  window.held = () => held;
  window.release = () => open();
  const { fetch } = window;
  window.fetch = async (request, options) => {
    const answer = await fetch(request, options);
    if (part && (request.url ?? String(request)).includes(part)) {
      held += 1;
      await opened;
    }
    return answer;
  };
}

async function openConfiguration(page, customer, reservation) {
  await openRecord(page, customer, reservation);
  await openEntry(page, "Configuration");
  await expectVisible(name(page));
}

function settings(page) {
  return page.getByRole("form", { name: "Configuration" });
}

function name(page) {
  return page.getByLabel("Display name", { exact: true });
}

function save(page) {
  return page.getByRole("button", { name: "Save changes" });
}

function done(page, words) {
  return page.locator(".outcome").getByText(words);
}

async function expectFailure(page, title, isLost) {
  await expectVisible(page.getByRole(isLost ? "status" : "alert").filter({ hasText: title }));
  await expectVisible(page.getByText(/What you entered is kept/));
}
