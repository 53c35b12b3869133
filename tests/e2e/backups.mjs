// Backups: made and restored on the page, and written by hand.

import { readFile } from "node:fs/promises";

import { expectVisible } from "./expect.mjs";

/// Opens the page with backup and restore.
export async function openData(page) {
  await page.goto("./data/");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Your data" }));
}

/// The backup that the page makes.
export async function downloadedBackup(page) {
  await openData(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download a backup" }).click();
  const download = await coming;
  await expectVisible(page.getByText("The file is among your downloads."));
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/// Chooses a backup; gives the question that follows.
export async function chooseBackup(page, text, name = "backup.jsonl") {
  const file = { name, mimeType: "application/jsonl", buffer: Buffer.from(text) };
  await page.getByLabel("Backup file").setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "Replace everything?" });
  await expectVisible(dialog);
  return dialog;
}

/// Replaces everything by a backup.
export async function restore(page, text) {
  await openData(page);
  const dialog = await chooseBackup(page, text);
  await dialog.getByRole("button", { name: "Replace everything" }).click();
  await expectVisible(page.getByText("Everything is as it was in the backup."));
}

/// A backup with other lines, as the product would write it: `change` gives a line anew, without its sum.
export function rewritten(text, change) {
  let sum = 0xcbf29ce484222325n;
  return text.trimEnd().split("\n").map((line) => {
    const { sum: _, ...rest } = JSON.parse(line);
    const fields = `${JSON.stringify(change(rest)).slice(1)}\n`;
    for (const byte of Buffer.from(fields)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
    return `{"sum":"${sum.toString(16).padStart(16, "0")}",${fields}`;
  }).join("");
}

/// The records of the demonstration as somebody's own.
export async function makeRecordsOwn(page) {
  const { text } = await downloadedBackup(page);
  const own = rewritten(text, (line) => {
    if (line.key !== "account/facts") return line;
    return { ...line, document: line.document.replace('"demonstration":true', '"demonstration":false') };
  });
  await restore(page, own);
}
