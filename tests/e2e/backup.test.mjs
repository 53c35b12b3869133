// Everything as one file, and back; and what is said and done with records that are somebody's own.

import assert from "node:assert/strict";

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expectAccessible } from "./accessible.mjs";
import { chooseBackup, downloadedBackup, makeRecordsOwn, openData, restore, rewritten } from "./backups.mjs";
import { confirmReturn, openCustomer, openRefund, returnUnits } from "./desk.mjs";
import { ARDEVOL, openExchange } from "./exchange.mjs";
import { eventually, expectHidden, expectRowVisible, expectText, expectVisible, rows } from "./expect.mjs";
import { BASE, BUNDLE, journey, untilTheEnd } from "./journey.mjs";
import { readByProgram } from "./program.mjs";
import { SERVER, started } from "./team.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const REFUSED = { expected: [/status of 400/] };

journey("a backup brings everything back, byte for byte", async ({ page, visitor }) => {
  await openRefund(page, CUSTOMER, "Reader comments");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText(/^Done: /));
  const { name, text } = await downloadedBackup(page);
  assert.match(name, /^prorata-backup-\d{4}-\d{2}-\d{2}\.jsonl$/);
  // What a test writes by the format is what the product writes.
  assert.ok(rewritten(text, (line) => line) === text);

  await page.getByRole("button", { name: "Demo data" }).click();
  await page.getByRole("button", { name: "Start empty…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove all" }).click();
  await expectVisible(page.getByText("All data was removed."));
  await restore(page, text);
  assert.ok((await downloadedBackup(page)).text === text, "the same file");

  // In another browser, too.
  const { page: other } = await visitor();
  await restore(other, text);
  assert.ok((await downloadedBackup(other)).text === text, "the same file");
  await openCustomer(other, CUSTOMER);
  const reservations = other.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(reservations, { Name: "Reader comments", Status: "Cancelled" });
});

journey("the records of a browser move to the server for a team, and back", { ofBrowser: "the records are in a browser at first" }, async ({ page, visitor }) => {
  await makeRecordsOwn(page);
  const { text } = await downloadedBackup(page);
  const folder = await mkdtemp(join(tmpdir(), "prorata-move-"));
  const server = await started(SERVER, ["--data", join(folder, "desk.sqlite")], { bundle: BUNDLE, base: BASE });
  untilTheEnd({
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
  const { page: there } = await visitor({ baseURL: server.origin });
  await restore(there, text);
  assert.ok((await downloadedBackup(there)).text === text, "the same file");
  await openRefund(there, CUSTOMER, "Reader comments");
  await recordReturn(there);
  const { text: moved } = await downloadedBackup(there);
  assert.ok(moved !== text, "something was done there");
  const { page: back } = await visitor();
  await restore(back, moved);
  assert.ok((await downloadedBackup(back)).text === moved, "the same file");
});

journey("a file that is not whole replaces nothing, and says where", REFUSED, async ({ page }) => {
  const { text } = await downloadedBackup(page);
  const lines = text.split("\n");
  const damaged = [...lines.slice(0, 6), lines[6].replace("format", "vormat"), ...lines.slice(7)].join("\n");
  const cases = [
    [damaged, "This backup is damaged", "line 7 of"],
    [lines.slice(0, 20).join("\n"), "The end of this backup is missing", "line 20 of"],
    ['{"prorataBackup":2}\n', "A newer version of Prorata has written this backup", "line 1 of"],
    ["Name;Kunde\n", "This file isn't a backup of Prorata", "line 1 of"],
  ];
  for (const [wrong, why, where] of cases) {
    const dialog = await chooseBackup(page, wrong);
    await expectText(dialog, "by what is in backup.jsonl");
    await dialog.getByRole("button", { name: "Replace everything" }).click();
    await expectText(dialog, why);
    await expectText(dialog, where);
    await expectText(dialog, "Nothing was replaced.");
    await expectAccessible(page, ["light"]);
    await page.keyboard.press("Escape");
    await expectHidden(dialog);
    assert.ok((await downloadedBackup(page)).text === text, why);
  }
});

journey("a restore that is killed leaves all of the old or all of the new", async ({ context, page }) => {
  const old = (await downloadedBackup(page)).text;
  await openRefund(page, CUSTOMER, "Storefront");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText(/^Done: /));
  const worked = (await downloadedBackup(page)).text;
  assert.ok(old !== worked);
  let outcomes = "";
  for (const delay of [0, 20, 60, 150, 400]) {
    const tab = await context.newPage();
    await openData(tab);
    const before = (await downloadedBackup(tab)).text;
    const dialog = await chooseBackup(tab, before === old ? worked : old);
    const devtools = await context.newCDPSession(tab);
    await devtools.send("ServiceWorker.enable");
    await dialog.getByRole("button", { name: "Replace everything" }).click({ noWaitAfter: true });
    await tab.waitForTimeout(delay);
    await devtools.send("ServiceWorker.stopAllWorkers");
    await tab.close();
    const next = await context.newPage();
    const after = (await downloadedBackup(next)).text;
    assert.ok(after === old || after === worked, `whole after ${delay} ms`);
    outcomes += after === before ? "o" : "n";
    await next.close();
  }
  console.info(`killed restores: ${outcomes}`);
});

journey("the page of the data, narrow and with the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openData(page);
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width} px wide`);
  await page.getByRole("button", { name: "Download a backup" }).focus();
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await coming;
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "backup-file");
});

/// Records the return of four units of one's own records, whose quote is on the page.
async function recordReturn(page) {
  await page.getByRole("button", { name: "Record this return…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record this return?" });
  await expectText(dialog, "You record that 4 of 4 units of Reader comments were returned at Microsoft.");
  await dialog.getByLabel("Reason for the return").selectOption("mistake");
  await dialog.getByRole("button", { name: "Record the return" }).click();
  await expectVisible(page.getByText("Recorded: 4 units returned"));
}

journey("a return of one's own records is recorded, and Microsoft's part is left to the partner", async ({ page }) => {
  await makeRecordsOwn(page);
  await openRefund(page, CUSTOMER, "Reader comments");
  const part = page.getByRole("region", { name: "How it is carried out" });
  await expectText(part, "Nothing is sent to Microsoft from here.");
  await part.getByText("Commands for Azure").click();
  const first = part.getByRole("region", { name: "Step 1: Microsoft's quote" });
  await expectText(first, "az login --tenant");
  await expectText(first, "/calculateRefund?api-version=2022-11-01");
  await part.getByLabel("Written for").selectOption("powershell");
  await expectText(part.getByRole("region", { name: "Step 2: carry it out" }), "Invoke-AzRestMethod -Method POST");
  await expectAccessible(page, ["light"]);

  await recordReturn(page);
  await openCustomer(page, CUSTOMER);
  const reservations = page.getByRole("table", { name: "Azure reservations" });
  await expectRowVisible(reservations, { Name: "Reader comments", Status: "Cancelled" });
});

journey("an exchange of one's own records is recorded as well", async ({ page }) => {
  await makeRecordsOwn(page);
  await openExchange(page, ARDEVOL, "Maquetació");
  await expectVisible(page.getByRole("button", { name: "Record this exchange…" }));
  const part = page.getByRole("region", { name: "Carry out" });
  await expectText(part, "Carry the exchange out at Microsoft first");
});

journey("all reservations as files, in the manner of the reader", { locale: "de-DE" }, async ({ page }) => {
  await page.goto("./data/");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Ihre Daten" }));
  const part = page.getByRole("region", { name: "Export" });
  const downloaded = async (name) => {
    const coming = page.waitForEvent("download");
    await part.getByRole("button", { name, exact: true }).click();
    const file = await coming;
    await expectVisible(part.getByText("Die Datei liegt bei Ihren Downloads."));
    return file;
  };
  const download = async (name) => readFile(await (await downloaded(name)).path(), "utf8");
  const plain = await download("Als CSV herunterladen");
  assert.ok(plain.startsWith('\u{feff}"id","orderId","customer",'), plain.slice(0, 80));
  const excel = await download("Als CSV für Excel herunterladen");
  assert.ok(excel.startsWith('\u{feff}"ID (id)";"Reservierungsauftrags-ID (orderId)";"Kunde (customer)";'), excel.slice(0, 120));
  assert.match(excel, /;"\d{2}\.\d{2}\.\d{4}";/);
  const lines = (await download("Als JSON Lines herunterladen")).trimEnd().split("\n").map((line) => JSON.parse(line));
  const { summary } = lines.pop();
  assert.equal(summary.reservations, lines.length);
  assert.ok(lines.length > 100, `${lines.length} reservations`);
  assert.ok(lines.every((line) => line.reservation.orderId && Array.isArray(line.missing)));
  const found = lines.find((line) => line.reservation.displayName === "Reader comments");
  assert.equal(found.quote.payable, "1986.54");
  // The whole quote, with the reason of each number.
  assert.equal(found.quote.kind, "refund");
  assert.ok(found.quote.steps.length > 3 && found.quote.steps.every((step) => step.rule && step.source), "steps");
  assert.equal(found.quote.usd.refund, "1986.54");
  assert.equal(plain.split("\r\n").length, lines.length + 2, "a row for each, the head, and the last line's end");
  const book = await downloaded("Als Excel-Arbeitsmappe herunterladen");
  assert.match(book.suggestedFilename(), /^prorata-reservations-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const read = readByProgram(await book.path());
  assert.deepEqual(read.summary.files[0].rejected, []);
  assert.equal(read.summary.reservations, lines.length);
  const same = read.lines.find((line) => line.reservation.displayName === "Reader comments");
  assert.deepEqual(same.reservation.unitPrice, found.reservation.unitPrice);
  assert.deepEqual(same.reservation.purchaseDate, found.reservation.purchaseDate);
  await expectAccessible(page);
});

journey("a customer's list is exported as it is shown, or what is selected of it", async ({ page }) => {
  await openCustomer(page, CUSTOMER);
  const table = page.getByRole("table", { name: "Azure reservations" });
  const shown = (await rows(table)).length;
  const bar = page.getByRole("group", { name: "Selected reservations" });
  const exported = async () => {
    await bar.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as Excel workbook" }).click();
    const { lines } = readByProgram(await (await coming).path());
    await page.keyboard.press("Escape");
    return lines.map((line) => line.reservation.displayName).sort();
  };
  await eventually(() => rows(table), (all) => all.every((row) => row["Comes back today"] !== ""), "figures of all");
  assert.equal((await exported()).length, shown);
  await page.getByRole("checkbox", { name: "Select: Reader comments" }).check();
  assert.deepEqual(await exported(), ["Reader comments"]);
});

journey("what is selected is exported, and has the commands of its returns", async ({ page }) => {
  await page.goto("./portfolio/?search=kupferhain");
  await expectVisible(page.getByRole("grid").or(page.getByRole("table")).first());
  await page.getByRole("checkbox", { name: /^Select all/ }).check();
  const bar = page.locator(".portfolio-selection");
  const count = Number((await bar.getByRole("status").textContent()).match(/\d+/)[0]);
  await bar.getByRole("button", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as JSON Lines" }).click();
  const lines = (await readFile(await (await coming).path(), "utf8")).trimEnd().split("\n");
  assert.equal(lines.length, count + 1);
  assert.ok(lines.slice(0, -1).every((line) => JSON.parse(line).reservation.customer.startsWith("Kupferhain")));

  await page.keyboard.press("Escape");
  await bar.getByRole("button", { name: "Refund selected" }).click();
  const requests = page.locator(".portfolio-requests");
  await requests.getByText("Commands for Azure").click();
  const first = requests.getByRole("region", { name: "Step 1: Microsoft's quote" });
  await expectText(first, "quote1=$(az rest --method post");
  await expectText(first, "session2=");
  await expectAccessible(page, ["light"]);
});
