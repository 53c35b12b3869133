// Which role may do what: one table of the service, and controls that follow it at once.

import assert from "node:assert/strict";

import { openCustomers, openRecord } from "./desk.mjs";
import { eventually, expectRowVisible, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { press } from "./keyboard.mjs";

const ROLES = ["Admin agent", "Global admin", "Helpdesk agent", "Sales agent", "User management admin"];

journey("the table of roles is reached by the keyboard and is the service's own", async ({ page }) => {
  await openCustomers(page);
  await press(page, page.getByRole("contentinfo").getByRole("link", { name: "Roles" }));
  await expectVisible(page.getByRole("heading", { level: 1, name: "Roles" }));
  const table = page.getByRole("table", { name: "Roles" });
  const may = Object.fromEntries(ROLES.map((role) => [role, "Yes"]));
  for (const permission of ["Return reservations", "Exchange reservations", "Add and remove role assignments"]) {
    await expectRowVisible(table, { Permission: permission, ...may, "None of these": "No", Source: "Partner Center article" });
  }
  await expectRowVisible(table, { Permission: "View reservations", "None of these": "Yes" });

  const served = await page.evaluate(async () => {
    const claims = btoa(JSON.stringify({ tid: "", role: "Guest", name: "" })).replaceAll("=", "");
    const headers = { Authorization: `Bearer demo.${claims}` };
    const api = document.querySelector('meta[name="prorata-api"]').content.replace(/\/$/, "");
    const answer = await fetch(`${api}/providers/Prorata/permissions`, { headers });
    return (await answer.json()).value.length;
  });
  assert.equal(await table.getByRole("row").count(), served + 1, "every line of it, and the heading");

  await page.getByLabel("Language", { exact: true }).selectOption({ label: "Deutsch" });
  const german = page.getByRole("table", { name: "Rollen" });
  await expectRowVisible(german, { Berechtigung: "Reservierungen zurückgeben", Quelle: "Artikel im Partner Center" });
  assert.deepEqual(await german.locator("[lang=en]").allInnerTexts(), [], "every source is translated");
});

journey("the sources of the table are known where the page never spoke English", { locale: "de-DE" }, async ({ page }) => {
  await page.goto("./roles/");
  const table = page.getByRole("table", { name: "Rollen" });
  await expectRowVisible(table, { Berechtigung: "Reservierungen zurückgeben", Quelle: "Artikel im Partner Center" });
  assert.deepEqual(await table.locator("[lang=en]").allInnerTexts(), [], "every source is translated");
});

journey("switching the role shows at once what it may do", async ({ page }) => {
  await openRecord(page, "Kupferhain Maschinenbau GmbH & Co. KG", "Fertigungsleitstand");
  const refund = page.getByRole("link", { name: "Refund", exact: true });
  for (const role of ["None of these", ...ROLES]) {
    await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
    const wanted = role === "None of these" ? "true" : null;
    await eventually(() => refund.getAttribute("aria-disabled"), (now) => now === wanted, role);
  }
});

journey("a guest sees why the demo data stays as it is", async ({ page }) => {
  await openCustomers(page);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  await page.getByRole("button", { name: "Demo data" }).click();
  const restore = page.getByRole("button", { name: "Restore demo data…" });
  await eventually(() => restore.getAttribute("aria-disabled"), (now) => now === "true", "disabled");
  await restore.focus();
  await expectVisible(page.getByRole("tooltip").filter({ hasText: "Admin agent" }).first());
  await restore.click({ force: true });
  assert.equal(await page.getByRole("dialog").count(), 0);
});
