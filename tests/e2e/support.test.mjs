// Asking Microsoft's support: the wizard, the creation of the ticket, the ticket, and everything that can
// come between.

import assert from "node:assert/strict";

import { action, CHANGE_FAILURES, FAILURE_LAB, logged, NOT_ACCEPTED, openCustomer, openEntry, openRecord, openRefund, payable } from "./desk.mjs";
import { eventually, expectHidden, expectRowVisible, expectText, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, isFocused, tabTo } from "./keyboard.mjs";
import { ENTRY, fillContact, openContact } from "./support.mjs";

const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";
const IS_BEING_CREATED = /The request was accepted and is being created/;

journey("a request by the keyboard alone: three steps, a ticket, closed and reopened", async ({ page }) => {
  await openRecord(page, KUPFERHAIN, "Konstruktion CAD");
  await tabTo(page, page.getByRole("link", { name: ENTRY, exact: true }));
  await page.keyboard.press("Enter");
  await expectVisible(page.getByText("No support request about this reservation yet."));
  await tabTo(page, page.getByRole("button", { name: ENTRY }));
  await page.keyboard.press("Enter");

  await expectStep(page, "Step 1 of 3: Basics");
  await expectUrl(page, /\/reservation\/support-request\/basics\?/);
  await press(page, "Next");
  const faults = page.getByRole("group", { name: "1 field needs your attention" });
  await eventually(() => isFocused(faults), Boolean, "the list of what is missing to have the focus");
  await tabTo(page, faults.getByRole("link", { name: "Issue type: This is required." }));
  await page.keyboard.press("Enter");
  await eventually(() => isFocused(page.getByLabel("Issue type")), Boolean, "the list leads to the field");
  await page.keyboard.type("Bill");
  await expectHidden(faults);
  await press(page, "Next");

  await expectStep(page, "Step 2 of 3: Problem");
  await tabTo(page, page.getByLabel("Problem type"));
  await page.keyboard.type("Reserv");
  await tabTo(page, page.getByLabel("Category"));
  await page.keyboard.type("Other");
  await tabTo(page, page.getByLabel("Title"));
  await page.keyboard.type("Which invoice is it on?");
  await tabTo(page, page.getByLabel("Description"));
  await page.keyboard.type("We cannot find the instalment of last month.");
  await press(page, "Next");

  await expectStep(page, "Step 3 of 3: Contact information");
  await tabTo(page, page.getByRole("radio", { name: "E-mail" }));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, page.getByLabel("First name"));
  await page.keyboard.type("Robin");
  await tabTo(page, page.getByLabel("Last name"));
  await page.keyboard.type("Berg");
  await tabTo(page, page.getByLabel("E-mail address"));
  await page.keyboard.type("robin@partner.example");
  await tabTo(page, page.getByLabel("Time zone"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Central Europe Standard Time");
  await page.keyboard.press("Escape");
  await tabTo(page, page.getByLabel("Country or region"));
  await page.keyboard.type("Swed");
  await tabTo(page, page.getByRole("group", { name: "Advanced diagnostic information" }).getByLabel("Yes"));
  await page.keyboard.press("ArrowRight");
  await press(page, "Create");
  const link = page.getByRole("link", { name: "Phone number: This is required." });
  await expectVisible(link);
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await page.keyboard.type("+46 8 123 456");
  await press(page, "Create");

  await expectVisible(page.getByText(IS_BEING_CREATED).first());
  await expectFocusOnHeading(page, "Which invoice is it on?");
  const main = page.getByRole("main");
  await expectText(main, /Request number \d{15}/);
  for (const part of ["Phone", "+46 8 123 456", "Central Europe Standard Time", "Sweden", "within 8 hours"]) {
    await expectText(main, part);
  }
  await expectText(main, /Reservation order ID: [0-9a-f-]{36}\s+Reservation ID: [0-9a-f-]{36}/);

  await press(page, "Close request");
  const dialog = page.getByRole("dialog", { name: "Close request" });
  await expectVisible(dialog);
  await tabTo(page, dialog.getByRole("button", { name: "Close request" }));
  await page.keyboard.press("Enter");
  await expectText(status(page), "Closed");
  await tabTo(page, page.getByRole("button", { name: "Reopen request" }));
  await page.keyboard.press("Enter");
  await expectText(status(page), "Open");
  await tabTo(page, page.getByLabel("Severity"));
  await page.keyboard.type("B");
  await press(page, "Change severity");
  await expectText(main, "Severity B: moderate impact");
  await page.reload();
  await expectText(main, "Severity B: moderate impact");
});

journey("a refund quote becomes a request in German, and the page stays in English", async ({ page }) => {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  const amount = (await payable(page).innerText()).trim();
  await page.getByRole("button", { name: "Request from support" }).click();
  await expectVisible(page.getByRole("heading", { name: "Step 2 of 3: Problem" }));
  await eventually(() => chosen(page, "Problem type"), (text) => text === "Reservation management", "the problem");
  assert.equal(await chosen(page, "Category"), "Exchanges and refunds");
  await expectText(page.getByRole("navigation", { name: "Steps" }), /Basics \(completed\)/);
  const description = page.getByLabel("Description", { exact: true });
  const english = await description.inputValue();
  assert.ok(english.includes(amount), `${amount} in ${english}`);

  await page.getByLabel("Language of the request").selectOption({ label: "Deutsch" });
  const title = page.getByLabel("Title");
  assert.match(await title.inputValue(), /^Rückerstattung von \d+ von \d+ Einheiten: Fertigungsleitstand$/);
  const german = await description.inputValue();
  assert.equal(steps(german), steps(english), "every step");
  assert.match(german, /Reservierungsauftrags-ID: [0-9a-f-]{36}\nReservierungs-ID: [0-9a-f-]{36}/);

  await title.fill("Bitte bald: Fertigungsleitstand");
  await page.getByLabel("Language of the request").selectOption({ label: "Svenska" });
  await expectVisible(page.getByText("You have changed the text."));
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await title.inputValue(), "Bitte bald: Fertigungsleitstand", "changed words are kept");

  await page.reload();
  await expectVisible(title);
  assert.equal(await description.inputValue(), german, "kept on reload");
  await page.getByRole("button", { name: "Next" }).click();
  await fillContact(page);
  await page.getByRole("button", { name: "Create" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Bitte bald: Fertigungsleitstand" }));
  await expectText(page.getByRole("main"), /Reservierungs-ID: [0-9a-f-]{36}/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");

  // It is listed where people look for it.
  await page.getByRole("link", { name: "Open the reservation" }).click();
  const listed = { "Support request": "Bitte bald: Fertigungsleitstand", Status: "Open" };
  await expectRowVisible(page.getByRole("table", { name: "Support requests" }), listed);
  await openCustomer(page, KUPFERHAIN);
  await page.getByRole("link", { name: "All support requests of this customer" }).click();
  await expectRowVisible(page.getByRole("table", { name: "Support requests" }), listed);
});

journey("an exchange becomes a request with its ids and its steps", async ({ page }) => {
  await openCustomer(page, KUPFERHAIN);
  await action(page, "Exchange", "Konstruktion CAD").click();
  const add = page.getByRole("button", { name: "Add a reservation" });
  await expectVisible(add);
  await add.click();
  const ask = page.getByRole("button", { name: "Request from support" });
  await eventually(() => ask.getAttribute("aria-disabled"), (now) => now === null, "a quote to ask about");
  await ask.click();
  await expectVisible(page.getByRole("heading", { name: "Step 2 of 3: Problem" }));
  await eventually(() => chosen(page, "Category"), (text) => text === "Exchanges and refunds", "the category");
  const words = await page.getByLabel("Description", { exact: true }).inputValue();
  assert.match(words, /Reservation order ID: [0-9a-f-]{36}\nReservation ID: [0-9a-f-]{36}/);
  assert.ok(steps(words) > 1, words);
  await expectVisible(page.getByLabel("Language of the request"));
});

journey("a creation goes on while the page is loaded anew", async ({ page }) => {
  await openContact(page, KUPFERHAIN, "Konstruktion CAD");
  await page.getByRole("button", { name: "Create" }).click();
  const accepted = page.getByText(IS_BEING_CREATED).first();
  await expectVisible(accepted);
  await page.reload();
  await expectVisible(accepted);
  await expectVisible(page.getByRole("heading", { level: 1, name: "Please look into it" }));
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Support requests" }).click();
  const titles = page.getByRole("rowheader", { name: "Please look into it" });
  await expectVisible(titles);
  assert.equal(await titles.count(), 1, "nothing is doubled");
  // The record says that somebody works on it.
  await openRecord(page, KUPFERHAIN, "Konstruktion CAD");
  const main = page.getByRole("main");
  await expectText(main, /\d+ open requests?/);
  await main.getByRole("link", { name: "Please look into it" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Please look into it" }));
});

journey("what is half typed is kept on reload, continued and discarded", async ({ page }) => {
  await openContact(page, KUPFERHAIN, "Konstruktion CAD");
  await page.getByLabel("Phone number").fill("+46 8 1");
  await page.reload();
  await expectVisible(page.getByLabel("First name"));
  assert.equal(await page.getByLabel("First name").inputValue(), "Robin");
  assert.equal(await page.getByLabel("Phone number").inputValue(), "+46 8 1");
  await page.getByRole("button", { name: "Back" }).click();
  assert.equal(await page.getByLabel("Title").inputValue(), "Please look into it");

  await openEntry(page, ENTRY);
  await expectVisible(page.getByText("You have begun a request."));
  await page.getByRole("link", { name: "Continue" }).click();
  assert.equal(await page.getByLabel("First name").inputValue(), "Robin");
  await openEntry(page, ENTRY);
  await page.getByRole("button", { name: "Delete draft" }).click();
  await page.getByRole("button", { name: ENTRY }).click();
  await expectVisible(page.getByRole("heading", { name: "Step 1 of 3: Basics" }));
  assert.equal(await chosen(page, "Issue type"), "Choose…");
});

const CREATION_STATUSES = CHANGE_FAILURES.flatMap(({ status, isLost }) => logged(status, isLost));

journey("creating fails: each time with the reason and nothing typed lost", { expected: CREATION_STATUSES }, async ({ page }) => {
  for (const { name, title, isLost } of CHANGE_FAILURES) {
    await openContact(page, FAILURE_LAB, `Refund fails: ${name}`);
    const create = page.getByRole("button", { name: "Create" });
    // The same again, since the record goes on failing.
    for (const _ of [1, 2]) {
      await create.click();
      await expectVisible(page.getByRole(isLost ? "status" : "alert").filter({ hasText: title }));
      await expectVisible(page.getByText("The request was not created. Everything you typed is still here."));
      assert.equal(await page.getByLabel("E-mail address").inputValue(), "robin@partner.example");
    }
    await page.getByRole("button", { name: "Back" }).click();
    assert.equal(await page.getByLabel("Title").inputValue(), "Please look into it", name);
  }
});

// The page gives up after 20 seconds.
journey("creating gets no answer: the request keeps its name", { expected: [/status of 404/] }, async ({ page }) => {
  await openContact(page, FAILURE_LAB, "Refund fails: timeout");
  await page.getByRole("button", { name: "Create" }).click();
  await expectVisible(page.getByText("Sending the request…").first());
  await page.getByText("We don't know yet whether it was accepted").waitFor({ timeout: 30_000 });
  await page.getByRole("status").filter({ hasText: NOT_ACCEPTED }).waitFor({ timeout: 30_000 });
  await expectVisible(page.getByText("it is carried out once at most."));
  assert.equal(await page.getByLabel("First name").inputValue(), "Robin");
});

journey("who may not ask support sees why", async ({ page }) => {
  await openRecord(page, KUPFERHAIN, "Konstruktion CAD");
  await openEntry(page, ENTRY);
  const start = page.getByRole("button", { name: ENTRY });
  await expectVisible(start);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  await eventually(() => start.getAttribute("aria-disabled"), (now) => now === "true", "the button to be disabled");
  await expectText(page.getByRole("main"), /Admin agent/);

  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Admin agent" });
  await openCustomer(page, "Tern Harbour Borough Council");
  await page.getByRole("link", { name: /^Manage: / }).first().click();
  await openEntry(page, ENTRY);
  await expectText(page.getByRole("main"), "A partner can only ask support about customers in CSP.");
  await eventually(() => start.getAttribute("aria-disabled"), (now) => now === "true", "the button to be disabled");
});

async function press(page, name) {
  await tabTo(page, page.getByRole("main").getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
}

async function expectStep(page, name) {
  const heading = page.getByRole("heading", { level: 2, name });
  await expectVisible(heading);
  await eventually(() => isFocused(heading), Boolean, "the heading of the step to have the focus");
}

/// The words of what is chosen.
function chosen(page, label) {
  return page.getByLabel(label, { exact: true }).evaluate((select) => select.selectedOptions[0]?.textContent);
}

/// The status under the heading of a ticket.
function status(page) {
  return page.locator(".heading .badge");
}

/// How many steps of a calculation a text has.
function steps(text) {
  return text.match(/^\d+\. /gm).length;
}
