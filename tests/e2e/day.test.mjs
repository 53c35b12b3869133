// The first day of somebody who knows nothing but the README: its commands are taken from there, and what it says to
// do on the page is done on the page.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

import { openCustomer, openRefund } from "./desk.mjs";
import { expectRowVisible, expectText, expectVisible } from "./expect.mjs";
import { bring, file, openImport } from "./import.mjs";
import { BASE, BUNDLE, journey } from "./journey.mjs";
import { REFUSED, createAccount, expectSignedIn, invitationOf, invite, person } from "./signin.mjs";
import { SERVER, started } from "./team.mjs";

const run = promisify(execFile);

const RESERVATIONS = `id,orderId,customer,displayName,reservedResourceType,sku,region,quantity,term,purchaseDate,state,unitPrice,currencyCode,billingPlan
aaaaaaaa-0000-4000-8000-000000000001,bbbbbbbb-0000-4000-8000-000000000001,Contoso,Web servers,VirtualMachines,Standard_D2s_v5,westeurope,4,P3Y,2025-03-01,Succeeded,1200,USD,Upfront
`;

/// Each command in the README's section about the first day, as its words.
async function commands() {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.split(/^##+ /m).find((part) => part.startsWith("The first day\n"));
  const blocks = [...section.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block);
  const lines = blocks.join("").split("\n").map((line) => line.split(" #")[0].trim());
  return lines.filter(Boolean).map((line) => line.split(/\s+/));
}

/// A folder in the place of a machine, with the program where `install` puts it.
async function machineWith([, , program, path]) {
  const folder = await mkdtemp(join(tmpdir(), "prorata-day-"));
  const bin = join(folder, path);
  await mkdir(bin, { recursive: true });
  await copyFile(SERVER, join(bin, basename(program)));
  const words = ([name, ...settings]) => [join(bin, name), settings];
  return {
    folder,
    run: (command) => run(...words(command), { cwd: folder }),
    serve: (command) => started(...words(command), { bundle: BUNDLE, base: BASE, cwd: folder }),
    lose: () => rm(folder, { recursive: true }),
  };
}

journey("the first day, by the README alone", { expected: REFUSED, hasHost: true }, async ({ visitor }) => {
  const [install, first, check, backup, restore, again] = await commands();
  const named = [install[1], check[1], backup[1], restore[1]];
  assert.deepEqual(named, ["install", "check", "backup", "restore"]);
  const [machine, other] = [await machineWith(install), await machineWith(install)];
  const server = await machine.serve(first);
  try {
    const { page: administrator, context: administratorContext } = await visitor({ baseURL: server.origin });
    await administrator.goto(await invitationOf(server));
    await createAccount(administrator, "robin");
    await expectSignedIn(administrator, "robin, Admin agent");
    await person(administrator, "robin").click();
    await administrator.getByRole("link", { name: "People" }).click();
    const { page, context } = await visitor({ baseURL: server.origin });
    await page.goto(await invite(administrator, "Admin agent"));
    await createAccount(page, "kim");
    await expectSignedIn(page, "kim, Admin agent");

    await openImport(page);
    await bring(page, [file("reservations.csv", RESERVATIONS)]);
    await page.getByRole("button", { name: "Show what would change" }).click();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expectVisible(page.getByRole("link", { name: "Show the reservations" }));
    await openRefund(page, "Contoso", "Web servers");
    await page.getByLabel("Units to return").fill("1");
    await page.getByRole("button", { name: "Record this return…" }).click();
    const dialog = page.getByRole("dialog", { name: "Record this return?" });
    await dialog.getByLabel("Reason for the return").selectOption({ label: "No longer needed" });
    await dialog.getByRole("button", { name: "Record the return" }).click();
    await expectVisible(page.getByText("Recorded: 1 unit returned"));

    await machine.run(check);
    // While it runs.
    await machine.run(backup);
    // Nobody asks for anything any more.
    await Promise.all([administratorContext.close(), context.close()]);
  } finally {
    await server.close();
  }
  const saved = backup[2];
  await copyFile(join(machine.folder, saved), join(other.folder, saved));
  await machine.lose();
  await other.run(restore);
  // Everything is there: a backup of it is the same file.
  await other.run(backup.with(2, "again.jsonl"));
  const [lost, found] = await Promise.all([saved, "again.jsonl"].map((name) => readFile(join(other.folder, name), "utf8")));
  assert.equal(found, lost);
  const restored = await other.serve(again);
  try {
    const { page, context } = await visitor({ baseURL: restored.origin });
    await page.goto(await invitationOf(restored));
    await createAccount(page, "robin");
    await expectSignedIn(page, "robin, Admin agent");
    await openCustomer(page, "Contoso");
    const table = page.getByRole("table", { name: "Azure reservations" });
    await expectRowVisible(table, { Name: "Web servers", Quantity: "3" });
    await page.getByRole("link", { name: "Activity", exact: true }).click();
    await expectText(page.getByRole("main"), "kim · Admin agent");
    await context.close();
  } finally {
    await restored.close();
    await other.lose();
  }
});
