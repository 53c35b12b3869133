// Own records out of files: what is read, asked, shown, imported and taken back.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { openCustomers } from "./desk.mjs";
import { eventually, expectKept, expectRowVisible, expectText, expectVisible } from "./expect.mjs";
import { bring, chooser, file, importIncomplete, openImport, portalList, sampleExports } from "./import.mjs";
import { journey, PROGRAM } from "./journey.mjs";
import { tabTo } from "./keyboard.mjs";
import { expectFits, NARROW } from "./narrow.mjs";

const TRANSACTIONS = [
  "Amount,ArmSkuName,BillingFrequency,Currency,Description,EventDate,EventType,Quantity,Region,ReservationOrderId,Term",
  "4800.00,Standard_D2s_v5,OneTime,EUR,Reserved VM Instance,2025-02-10,Purchase,1,westeurope," +
    "bbbbbbbb-0000-4000-8000-000000000000,P3Y",
  "",
].join("\n");

journey("files of all kinds are recognised, and what each left over is told", async ({ page }) => {
  const samples = await sampleExports();
  assert.equal(samples.length, 8);
  await openImport(page);
  const where = PROGRAM ? "goes to your team's server" : "Nothing leaves this browser";
  await expectVisible(page.getByText(where));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await bring(page, samples);
  assert.ok(requests.some((url) => url.includes("files_bg.wasm")), "the reader comes with the first file");
  const kinds = {
    "az-reservations-list.sample.json": "Azure reservations (JSON) 7 rows · 7 used",
    "azure-portal-reservations.csv": "Azure portal list 2 rows · 2 used",
    "cost-management-reservation-transactions-mca.header.csv": "Reservation transactions 0 rows",
    "partner-center-customers.header.csv": "Partner Center customers 0 rows",
    "partner-center-invoice-reconciliation-modern.csv": "Partner Center invoice reconciliation 1 row",
    "retail-prices-reservation.sample.json": "Azure retail prices 1 row · 1 used",
  };
  for (const [name, kind] of Object.entries(kinds)) {
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
    await expectText(card, kind);
  }
  await expectText(page.getByRole("region", { name: "What the files say together" }), "8 reservations");
});

journey("files join, and what they leave open is asked once", async ({ page }) => {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(6)), file("bookings.csv", TRANSACTIONS)]);
  const question = (name) => page.getByRole("region", { name, exact: true });
  await expectText(question("Customer"), "6 reservations without a value");
  await expectText(question("Currency"), "5 reservations without a value");
  const euro = question("Currency").getByRole("button", { name: "Use EUR" });
  await expectVisible(euro);
  await euro.click();
  await eventually(
    () => question("Currency").getByLabel("Currency: All of them").inputValue(), (value) => value === "EUR", "EUR",
  );
  await expectAccessible(page);
});

journey("a date with two meanings is asked, and read again", async ({ page }) => {
  await openImport(page);
  const list = portalList(2, (row) => ({ ...row, purchase: "03/04/2025", expiry: "03/04/2028" }));
  await bring(page, [file("portal.csv", list)]);
  await expectText(page.getByRole("status").filter({ hasText: "two ways" }), "What does “03/04/20");
  await page.getByLabel(/Apr 3|April 3/).first().click();
  await expectVisible(page.getByText("Dates are read with the day first."));
  await expectVisible(page.getByRole("button", { name: "Read it the other way" }));
});

journey("every rejected row is there with its line", async ({ page }) => {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(120, (row) => ({ ...row, quantity: "many" })))]);
  await page.getByText("120 rejected rows").first().click();
  const table = page.getByRole("table", { name: "120 rejected rows" });
  await expectRowVisible(table, { Line: "2", Reason: "many" });
  await page.getByRole("button", { name: "Next rows" }).click();
  await page.getByRole("button", { name: "Next rows" }).click();
  await expectRowVisible(table, { Line: "121" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download rejected rows as CSV" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "rejected-rows.csv");
});

journey("files that are dropped on another page lead here", async ({ page }) => {
  await openCustomers(page);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "portal.csv"));
    for (const kind of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, portalList(3));
  await expectVisible(page.getByRole("heading", { level: 1, name: "Import" }));
  await expectText(page.getByRole("region", { name: "What the files say together" }), "3 reservations");
});

journey("a narrow screen holds the import", { viewport: NARROW }, async ({ page }) => {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(6)), file("bookings.csv", TRANSACTIONS)]);
  await expectFits(page);
});

journey("the page answers while a hundred thousand rows are read", async ({ page }) => {
  await openImport(page);
  // Whether the page goes on is counted and not timed, which a busy machine would decide (`cargo xtask bench import`).
  await page.evaluate(() => {
    window.painted = 0;
    const paint = () => {
      window.painted += Number(document.body.textContent.includes("Reading files…"));
      requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
  });
  await chooser(page).setInputFiles([file("large.csv", portalList(100_000))]);
  await expectVisible(page.getByText("Reading files…"));
  await page.getByText("100,000 reservations", { exact: false }).first().waitFor({ timeout: 100_000 });
  const painted = await page.evaluate(() => window.painted);
  assert.ok(painted >= 10, `the page was painted ${painted} times while files were read`);
});

journey("reading can be stopped", async ({ page }) => {
  await openImport(page);
  await chooser(page).setInputFiles([file("large.csv", portalList(100_000))]);
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expectVisible(page.getByText("Reading was stopped."));
  await page.getByRole("button", { name: "Remove large.csv" }).click();
  await bring(page, [file("small.csv", portalList(2))]);
  await expectText(page.getByRole("region", { name: "What the files say together" }), "2 reservations");
});

const OFFLINE = { expected: [/net::ERR_/], ofBrowser: "a server cannot be asked without a network" };

journey("files are read without a network, though none was before", OFFLINE, async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  server.disconnect();
  await openImport(page);
  await bring(page, [file("small.csv", portalList(2))]);
  await expectText(page.getByRole("region", { name: "What the files say together" }), "2 reservations");
});

// Without a service worker, which would have them already.
const LACKING = {
  serviceWorkers: "block",
  ofBrowser: "only a static host has some files of a build and lacks others",
  expected: [/Failed to load resource: the server responded with a status of 404/],
};

journey("a reader that does not come is told, and asked for again", LACKING, async ({ page, server }) => {
  await openImport(page);
  let isChosen = false;
  for (const lacking of [/files-worker\.js$/, /files\.js$/, /files_bg\.wasm$/]) {
    server.fail(lacking, { status: 404, body: "" });
    if (isChosen) await page.getByRole("button", { name: "Try again" }).click();
    else await chooser(page).setInputFiles([file("small.csv", portalList(2))]);
    isChosen = true;
    await expectVisible(page.getByText("The files couldn't be read because reading stopped unexpectedly."));
    await expectVisible(page.getByText("Not read", { exact: true }));
    server.recover();
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await expectText(page.getByRole("region", { name: "What the files say together" }), "2 reservations");
});

journey("files become records once they were seen, once, and can be taken back", async ({ page }) => {
  await openImport(page);
  await bringAll(page);
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change" }).click();
  const alert = page.getByRole("region", { name: "Customer", exact: true }).getByRole("alert");
  await expectText(alert, "Every reservation needs a customer.");
  await answerAll(page);
  await page.getByRole("button", { name: "Show what would change" }).click();
  const counts = page.getByRole("table", { name: "New, changed and unchanged records" });
  await expectRowVisible(counts, { Records: "Customers", New: "1", Changed: "0", Unchanged: "0" });
  await expectRowVisible(counts, { Records: "Reservations", New: "6", Changed: "0", Unchanged: "0" });
  await expectRowVisible(counts, { Records: "Bookings", New: "1" });
  assert.ok(await hasDemonstration(page), "nothing has changed yet");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Imported" }));
  await expectAccessible(page, ["light"]);
  await page.getByRole("link", { name: "Show the reservations" }).click();
  await expectRowVisible(page.getByRole("table", { name: "Customers" }), { Name: "Contoso" });
  assert.ok(!(await hasDemonstration(page)));

  // The same once more: the records know what was answered then.
  await openImport(page);
  await bringAll(page);
  await expectVisible(page.getByText("Taken from your records"));
  assert.equal(await page.getByLabel("Customer: portal.csv").count(), 0);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expectVisible(page.getByRole("heading", { name: "Nothing would change" }));
  await expectRowVisible(counts, { Records: "Reservations", New: "0", Changed: "0", Unchanged: "6" });

  // Other units of one of them.
  await page.getByRole("button", { name: "Remove portal.csv" }).click();
  const changed = portalList(6, (row) => ({ ...row, quantity: row.name === "web 3" ? "40" : row.quantity }));
  await bring(page, [file("portal.csv", changed)]);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expectRowVisible(counts, { Records: "Reservations", New: "0", Changed: "1", Unchanged: "5" });
  await page.getByText("Record by record").click();
  await expectVisible(page.getByText("Quantity: 4 → 40"));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Imported" }));
  await page.getByRole("button", { name: "Undo this import" }).click();
  await expectVisible(page.getByText("The import was undone."));
});

journey("a tab that goes in the middle leaves the records as they were", async ({ page, context }) => {
  await openImport(page);
  await bringAll(page);
  await answerAll(page);
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expectVisible(page.getByRole("heading", { name: "What would change" }));
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  assert.ok(await hasDemonstration(next));
  await openImport(next);
  assert.equal(await next.getByText("Undo this import").count(), 0);
});

journey("what an import left open is answered, and becomes records", async ({ page }) => {
  await importIncomplete(page, 4);
  await page.getByRole("link", { name: "4 incomplete reservations" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Incomplete reservations" }));
  const save = page.getByRole("button", { name: "Save the answers" });
  await save.click();
  await expectVisible(page.getByText("Nothing is answered yet."));
  await page.getByLabel("Currency: All of them").fill("eur");
  await page.getByLabel("Billing plan: All of them").selectOption({ label: "Upfront" });
  await page.getByLabel("One unit, whole term: web 0").fill("much");
  await save.click();
  await expectVisible(page.getByText("Correct what is marked first.").or(page.getByRole("alert").first()));
  await page.getByLabel("One unit, whole term: web 0").fill("4,800.50");
  await page.getByLabel("One unit, whole term: Standard_E4s_v5 · westeurope · P3Y").fill("5200");
  await expectAccessible(page);
  await save.click();
  await expectVisible(page.getByText("2 incomplete reservations", { exact: true }));
  await page.getByLabel("One unit, whole term: web 2").fill("10");
  await page.getByLabel("One unit, whole term: web 3").fill("20");
  await save.click();
  await expectVisible(page.getByText("No reservation of this customer is incomplete."));
  await page.getByRole("link", { name: "Show the reservations" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Contoso" }));
  await expectVisible(page.getByRole("link", { name: "web 3" }));
  assert.equal(await page.getByRole("link", { name: /incomplete/ }).count(), 0);
});

journey("a state that nobody knows is told, and is no reason to guess", async ({ page }) => {
  await importIncomplete(page, 2, (row) => ({ ...row, status: row.name === "web 0" ? "Hibernating" : row.status }));
  await expectVisible(page.getByText("None of this customer's Azure reservations is complete"));
  await page.getByRole("link", { name: "2 incomplete reservations" }).click();
  await page.getByLabel("Currency: All of them").fill("eur");
  await page.getByLabel("Billing plan: All of them").selectOption({ label: "Upfront" });
  for (const name of ["web 0", "web 1"]) await page.getByLabel(`One unit, whole term: ${name}`).fill("4800");
  await page.getByRole("button", { name: "Save the answers" }).click();
  await page.getByRole("link", { name: "Show the reservations" }).click();
  await page.getByRole("link", { name: "web 0", exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "web 0" }));
  const refund = page.getByRole("link", { name: "Refund", exact: true });
  await refund.focus();
  const reason = page.getByText("Prorata doesn't know the state “Hibernating”, so it can't tell whether units");
  await expectVisible(reason.first());
  await expectVisible(page.getByText("Azure reports a state that this version doesn't know."));
  assert.equal(await page.getByText("under way").count(), 0);
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole("link", { name: "web 1", exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "web 1" }));
  await expectVisible(refund);
  assert.equal(await reason.count(), 0);
});

journey("a tab that goes while its import is committed leaves all of it or nothing", async ({ page, context }) => {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(5_000))]);
  await page.getByLabel("Customer: portal.csv").fill("Contoso");
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click({ timeout: 60_000 });
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await openImport(next);
  // The service may be at it still. Whenever it is asked, there is all of the import or nothing of it.
  const undo = next.getByRole("button", { name: "Undo this import" });
  let isImported = false;
  await eventually(async () => {
    await next.reload();
    await expectVisible(chooser(next));
    isImported = (await undo.count()) > 0;
    return isImported !== (await hasDemonstration(next));
  }, Boolean, "either the import or what was there before");
  if (isImported) {
    await openCustomers(next);
    await expectRowVisible(next.getByRole("table", { name: "Customers" }), { Name: "Contoso" });
    await next.getByRole("link", { name: "Contoso" }).click();
    await expectVisible(next.getByRole("link", { name: "5,000 incomplete reservations" }));
  }
});

// How far it is may be asked at the moment at which it is over.
const IS_OVER = { expected: [/status of 404/], ofBrowser: "the server's own tests end it in the middle" };

journey("a tab that goes while it sends leaves the old, and another imports twenty thousand", IS_OVER, async ({ page, context }) => {
  const begin = async (tab, count) => {
    await openImport(tab);
    await bring(tab, [file("large.csv", portalList(count))]);
    await tab.getByLabel("Customer: large.csv").fill("Contoso");
    await tab.getByLabel("Start empty with my files").check();
  };
  await begin(page, 3_000);
  const sent = page.waitForRequest((request) => request.url().includes("/parts/0"));
  await page.getByRole("button", { name: "Show what would change" }).click();
  await sent;
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  assert.ok(await hasDemonstration(next), "nothing has changed");
  await begin(next, 20_000);
  assert.equal(await next.getByText("Undo this import").count(), 0);
  await next.getByRole("button", { name: "Show what would change" }).click();
  const counts = next.getByRole("table", { name: "New, changed and unchanged records" });
  await counts.waitFor({ timeout: 60_000 });
  await expectRowVisible(counts, { Records: "Reservations", New: "20,000", Changed: "0", Unchanged: "0" });
  await next.getByRole("button", { name: "Import", exact: true }).click();
  await next.getByRole("heading", { name: "Imported" }).waitFor({ timeout: 60_000 });
  await next.goto("./portfolio/");
  await expectVisible(next.getByText("20,000 of 20,000 reservations"));
  assert.equal(await next.getByRole("grid").getAttribute("aria-rowcount"), "20001");
});

journey("the import works by the keyboard alone", async ({ page }) => {
  await openImport(page);
  await page.getByText("Paste text instead").focus();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Text of a CSV or JSON file"));
  await page.keyboard.insertText(portalList(2));
  await tabTo(page, page.getByRole("button", { name: "Read the text" }));
  await page.keyboard.press("Enter");
  const customer = page.getByLabel("Customer: Pasted text");
  await expectVisible(customer);
  await tabTo(page, customer);
  await page.keyboard.insertText("Contoso");
  await tabTo(page, page.getByLabel("Start empty with my files"));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Show what would change" }));
  await page.keyboard.press("Enter");
  await expectVisible(page.getByRole("heading", { name: "What would change" }));
  await tabTo(page, page.getByRole("button", { name: "Import", exact: true }));
  await page.keyboard.press("Enter");
  await expectVisible(page.getByRole("heading", { name: "Imported" }));
  await expectText(page.getByRole("region", { name: "Imported" }), "2 reservations stay incomplete");
});

function bringAll(page) {
  return bring(page, [file("portal.csv", portalList(6)), file("bookings.csv", TRANSACTIONS)]);
}

async function answerAll(page) {
  await page.getByLabel("Customer: portal.csv").fill("Contoso");
  await page.getByLabel("Currency: All of them").fill("eur");
  await page.getByLabel("Billing plan: All of them").selectOption({ label: "Upfront" });
  for (const [place, price] of ["4800", "5,200.50", "3100"].entries()) {
    const product = ["Standard_D2s_v5", "Standard_E4s_v5", "Standard_F8s_v2"][place];
    await page.getByLabel(`One unit, whole term: ${product} · westeurope · P3Y`).fill(price);
  }
}

/// Whether the records are still those of the demonstration, as another tab sees it.
async function hasDemonstration(page) {
  const tab = await page.context().newPage();
  await openCustomers(tab);
  const count = await tab.getByRole("link", { name: "Meridian Quill Publishing, Inc.", exact: true }).count();
  await tab.close();
  return count > 0;
}
