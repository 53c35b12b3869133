// Every failure that a service can answer with: the page says what happened and whether anything was
// returned, keeps what was typed, and offers to try again.

import assert from "node:assert/strict";

import { action, confirmReturn, FAILURE_LAB, openCustomer, openRefund, returnUnits } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const NOTHING_RETURNED = "Nothing was returned. What you entered is kept.";

const FAILURES = [
  { name: "401 unauthorized", status: 401, title: "Your sign-in is no longer valid" },
  { name: "403 forbidden", status: 403, title: "Your role has no access to this" },
  { name: "404 not found", status: 404, title: "This can't be found" },
  { name: "409 conflict", status: 409, title: "It has changed in the meantime", isConfirmed: true },
  { name: "412 precondition", status: 412, title: "It has changed in the meantime", isConfirmed: true },
  { name: "429 throttled", status: 429, title: "Too many requests at once", waits: true },
  { name: "500 server error", status: 500, title: "Something went wrong" },
  { name: "malformed body", title: "The answer can't be read" },
  { name: "policy error in a 200", title: "The amounts were quoted, but the return is refused.", isRefusal: true },
  {
    name: "expired session",
    status: 400,
    title: "The request was refused",
    isConfirmed: true,
    consequence: "The new quote has expired or the amounts have changed. Ask for another one.",
  },
];

for (const { name, status, title, isConfirmed, isRefusal, waits, consequence } of FAILURES) {
  const expected = status ? [new RegExp(`status of ${status}`)] : [];
  journey(`returning fails: ${name}`, { expected }, async ({ page }) => {
    await openRefund(page, FAILURE_LAB, `Refund fails: ${name}`);
    const units = page.getByLabel("Units to return");
    await units.fill("1");
    if (isConfirmed) {
      await returnUnits(page);
      await confirmReturn(page, { other: "Moved to another region" });
    } else {
      await page.getByRole("button", { name: "Return these units…" }).click();
    }
    const alert = page.getByRole("alert").filter({ hasText: title });
    await expectVisible(alert);
    await expectVisible(page.getByText(consequence ?? NOTHING_RETURNED));
    if (isRefusal) await expectText(alert, "does not fit into what is left of the refund cap");
    else await expectRequestId(alert);
    assert.equal(await units.inputValue(), "1", "what was typed is kept");

    const again = page.getByRole("button", { name: "Ask for a new quote" });
    if (waits) {
      await expectText(alert, "Wait a moment, then try again.");
      await expectText(page.locator(".carry-out-progress .button-row"), /You can try again in \d+ seconds?/);
      assert.equal(await again.getAttribute("aria-disabled"), "true", "the service asks to wait");
    }
    await eventually(() => again.getAttribute("aria-disabled"), (now) => now === null, "the wait to end");
    await again.click();
    // The same again, since the record goes on failing: at once, or after the confirmation.
    if (isConfirmed) {
      await expectVisible(page.getByRole("dialog", { name: "Return these units?" }));
      await page.keyboard.press("Escape");
    }
    await (isConfirmed ? expectHidden(alert) : expectVisible(alert));
    assert.equal(await units.inputValue(), "1");
  });
}

const READ_FAILURES = FAILURES.filter(({ isRefusal }) => !isRefusal).map((failure) =>
  failure.name === "expired session"
    ? { name: failure.name, status: 401, title: "Your sign-in is no longer valid" }
    : failure,
);

const READ_STATUSES = READ_FAILURES.flatMap(({ status = [] }) => status).map((status) => new RegExp(`status of ${status}`));

journey("reading fails: each time with the reason and another try", { expected: READ_STATUSES }, async ({ page }) => {
  await openCustomer(page, FAILURE_LAB);
  const list = page.url();
  for (const { name, status, title } of READ_FAILURES) {
    await page.goto(list);
    await action(page, "Manage", `Read fails: ${name}`).click();
    if (status === 404) {
      // The address names nothing: there is nothing to try again, but a way back.
      await expectVisible(page.getByRole("heading", { level: 1, name: "Reservation not found" }));
      await expectVisible(page.getByRole("link", { name: "Azure reservations of this customer" }));
      continue;
    }
    const alert = page.getByRole("alert").filter({ hasText: title });
    await expectVisible(alert);
    await expectRequestId(alert);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expectVisible(page.getByRole("alert").filter({ hasText: title }));
  }
});

// The page gives up after 20 seconds; both cases wait at the same time.
journey("the service does not answer in time", async ({ page, context }) => {
  const reader = await context.newPage();
  await Promise.all([
    openRefund(page, FAILURE_LAB, "Refund fails: timeout"),
    openCustomer(reader, FAILURE_LAB),
  ]);
  await page.getByRole("button", { name: "Return these units…" }).click();
  await expectVisible(page.getByText("Getting demo Azure's quote…"));
  await action(reader, "Manage", "Read fails: timeout").click();
  for (const view of [page, reader]) {
    const alert = view.getByRole("alert").filter({ hasText: "No answer came in time" });
    await alert.waitFor({ timeout: 30_000 });
  }
  await expectVisible(page.getByText(NOTHING_RETURNED));
  await expectVisible(page.getByRole("button", { name: "Ask for a new quote" }));
  await expectVisible(reader.getByRole("button", { name: "Try again" }));
});

/// The id by which support finds the request is there to copy.
async function expectRequestId(alert) {
  await alert.getByText("Details", { exact: true }).click();
  await expectText(alert, /Request ID\s*[0-9a-f-]{36}/i);
  await expectVisible(alert.getByRole("button", { name: "Copy Request ID" }));
}
