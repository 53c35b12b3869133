// Asking Microsoft's support as a person does it. Everything is found by its role and its name.

import { action, openCustomer, openEntry } from "./desk.mjs";
import { expectVisible } from "./expect.mjs";

/// The entry of a record that leads to the wizard, and the button there that begins it.
export const ENTRY = "New support request";

/// Opens the wizard at its last step, with everything filled in.
export async function openContact(page, customer, reservation) {
  await openCustomer(page, customer);
  await action(page, "Manage", reservation).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: reservation }));
  await openEntry(page, ENTRY);
  await page.getByRole("button", { name: ENTRY }).click();
  await page.getByLabel("Issue type").selectOption({ label: "Billing" });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Problem type").selectOption({ label: "Reservation management" });
  await page.getByLabel("Category").selectOption({ label: "Exchanges and refunds" });
  await page.getByLabel("Title").fill("Please look into it");
  await page.getByLabel("Description", { exact: true }).fill("As we said on the phone.");
  await page.getByRole("button", { name: "Next" }).click();
  await fillContact(page);
}

/// Fills the last step in.
export async function fillContact(page) {
  await expectVisible(page.getByRole("heading", { name: "Step 3 of 3: Contact information" }));
  await page.getByLabel("First name").fill("Robin");
  await page.getByLabel("Last name").fill("Berg");
  await page.getByLabel("E-mail address").fill("robin@partner.example");
  await page.getByRole("group", { name: "Advanced diagnostic information" }).getByLabel("No").check();
}
