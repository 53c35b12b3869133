// Records that a newer release has written: they are read, and nothing changes them or loses what is typed.

import assert from "node:assert/strict";

import { openEntry, openRecord, openRefund } from "./desk.mjs";
import { expectHidden, expectText, expectVisible } from "./expect.mjs";
import { browserJourney } from "./journey.mjs";
import { rewriteDocuments } from "./stored.mjs";

const journey = browserJourney("what the browser stores is rewritten");

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const NEWER = "A newer version of this application has written here";

// Each tab has a backend of its own, so that the second one reads what is stored.
const OPTIONS = { serviceWorkers: "block", expected: [/status of 409/] };

journey("a record of a newer release is read and not changed", OPTIONS, async ({ page, context }) => {
  await openRecord(page, CUSTOMER, "Storefront");
  await page.evaluate(rewriteDocuments, { text: '"Storefront"', from: '"format":1', to: '"format":2' });
  const stored = () => page.evaluate(rewriteDocuments, {});
  const before = await stored();
  assert.ok(before.some((text) => text.includes('"format":2')), "there is something newer");

  const visit = await context.newPage();
  await openRecord(visit, CUSTOMER, "Storefront");
  await openEntry(visit, "Configuration");
  const name = visit.getByLabel("Display name", { exact: true });
  await name.fill("Shop front");
  await visit.getByRole("button", { name: "Save changes" }).click();
  // The form says it as well where it asks which scopes there are.
  const alert = visit.getByRole("alert").filter({ hasText: NEWER }).last();
  await expectText(alert, "This version could damage it, so nothing was changed.");
  await expectVisible(visit.getByText("Nothing was changed. What you entered is kept."));
  assert.equal(await name.inputValue(), "Shop front");
  await alert.getByRole("button", { name: "Load the page again" }).click();
  await expectHidden(alert);
  await expectVisible(name);
  assert.equal(await name.inputValue(), "Shop front", "what was typed outlives the reload");
  await visit.getByRole("button", { name: "Discard changes" }).click();

  await openRefund(visit, CUSTOMER, "Storefront");
  const units = visit.getByLabel("Units to return");
  await units.fill("2");
  await visit.getByRole("button", { name: "Return these units…" }).click();
  await expectVisible(visit.getByRole("alert").filter({ hasText: NEWER }));
  await expectVisible(visit.getByText("Nothing was returned. What you entered is kept."));
  assert.equal(await units.inputValue(), "2");
  assert.deepEqual(await stored(), before, "nothing that is stored was touched");
});
