// A customer who buys under another agreement: everything can be seen and calculated, every quote says that
// its rules are not those of the agreement, and nothing can be changed.

import assert from "node:assert/strict";

import { downloadedQuote, openCustomer, payable } from "./desk.mjs";
import { eventually, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Tern Harbour Borough Council";
const NOTICE = "This customer isn't in the Cloud Solution Provider program";
const MARK = "Not in CSP (Microsoft Customer Agreement): this quote follows the refund policy of CSP";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

journey("a quote outside CSP is marked wherever it goes", CLIPBOARD, async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await expectNotice(page);
  await page.getByRole("link", { name: /^Refund: / }).first().click();
  await expectVisible(payable(page));
  await expectNotice(page);
  await expectVisible(page.getByRole("region", { name: "Quote", exact: true }).getByText(MARK));

  const { note, request } = await downloadedQuote(page);
  assert.ok(note.startsWith(MARK), note);
  assert.equal(request.note, undefined, "the request stays one that programs read");
  await page.getByRole("button", { name: "Copy quote as text" }).click();
  await eventually(
    () => page.evaluate(() => navigator.clipboard.readText()),
    (text) => text.split("\n")[1]?.startsWith(MARK),
    "a text that says so in its second line",
  );

  const carryOut = page.getByRole("button", { name: "Return these units…" });
  await eventually(() => carryOut.getAttribute("aria-disabled"), (now) => now === "true", "no return");
  await expectVisible(page.getByRole("paragraph").filter({ hasText: "A partner can only return reservations bought in" }));
});

journey("the record outside CSP says so on every entry", async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  await page.getByRole("link", { name: /^Manage: / }).first().click();
  const menu = page.getByRole("navigation", { name: "Reservation page" });
  for (const entry of ["Overview", "Access control (IAM)", "Configuration", "Properties", "New support request"]) {
    await menu.getByRole("link", { name: entry, exact: true }).click();
    await expectNotice(page);
  }
  await menu.getByRole("link", { name: "Access control (IAM)" }).click();
  const add = page.getByRole("button", { name: "Add a role assignment" });
  await eventually(() => add.getAttribute("aria-disabled"), (now) => now === "true", "no change of access");
  await add.focus();
  await expectVisible(page.getByRole("tooltip").filter({ hasText: "manages these reservations in the Azure portal" }));
});

async function expectNotice(page) {
  const notice = page.getByRole("status").filter({ hasText: NOTICE });
  await expectText(notice, "bought under another agreement (Microsoft Customer Agreement)");
  const article = notice.getByRole("link", { name: /^Azure reservations outside CSP/ });
  assert.match(await article.getAttribute("href"), /^https:\/\/learn\.microsoft\.com\/en-us\/azure\//);
}
