// Files to bring in, and the ways through the page that takes them.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expectVisible } from "./expect.mjs";

/// Samples of what partners export.
const EXPORTS = fileURLToPath(new URL("../exports/", import.meta.url));

const HEADER =
  "Name,Reservation Id,Reservation order Id,Status,Expiration date,Purchase date,Term,Scope,Scope subscription," +
  "Scope resource group,Type,Product name,Region,Quantity,Utilization % 1 Day,Utilization % 7 Day," +
  "Utilization % 30 Day,Deep link to reservation";

/// A file for `bring`.
export function file(name, text) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/// A list of the Azure portal with so many reservations, as `row` changes each of them.
export function portalList(count, row = (it) => it) {
  const rows = Array.from({ length: count }, (_, place) => {
    const id = String(place).padStart(12, "0");
    const cells = row({
      name: `web ${place}`,
      id: `aaaaaaaa-0000-4000-8000-${id}`,
      order: `bbbbbbbb-0000-4000-8000-${id}`,
      purchase: "2025-02-10T00:00:00Z",
      expiry: "2028-02-10T00:00:00Z",
      sku: ["Standard_D2s_v5", "Standard_E4s_v5", "Standard_F8s_v2"][place % 3],
      quantity: String(1 + (place % 9)),
      status: "Succeeded",
    });
    const { name, id: own, order, purchase, expiry, sku, quantity, status } = cells;
    return [name, own, order, status, expiry, purchase, "P3Y", "Shared", "", "", "VirtualMachines", sku,
      "westeurope", quantity, "100", "98", "97", ""].join(",");
  });
  return [HEADER, ...rows, ""].join("\n");
}

/// Opens the page and waits until it takes files.
export async function openImport(page) {
  await page.goto("./import/");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Import" }));
  await expectVisible(chooser(page));
}

/// The control that chooses files.
export function chooser(page) {
  return page.getByLabel("Drop files anywhere on the page, or choose them");
}

/// Brings files and waits until they are read.
export async function bring(page, files) {
  await chooser(page).setInputFiles(files);
  await page.getByRole("heading", { name: "What the files say together" }).waitFor({ timeout: 60_000 });
}

/// Imports so many reservations of Contoso that lack price, currency and plan, and opens the customer.
export async function importIncomplete(page, count, row) {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(count, row))]);
  await page.getByLabel("Customer: portal.csv").fill("Contoso");
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("link", { name: "Show the reservations" }).click();
  await page.getByRole("link", { name: "Contoso" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Contoso" }));
}

/// The sample exports as files for `bring`.
export async function sampleExports() {
  const names = await readdir(EXPORTS);
  const samples = names.filter((name) => /\.(csv|json|txt)$/.test(name)).sort();
  return Promise.all(samples.map(async (name) => {
    return { name, mimeType: "text/plain", buffer: await readFile(join(EXPORTS, name)) };
  }));
}
