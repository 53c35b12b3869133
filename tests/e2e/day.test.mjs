// The first day of somebody who knows nothing but the README: its commands are taken from there, and what it says to
// do on the page is done on the page.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { openCustomer, openRefund } from "./desk.mjs";
import { eventually, expectRowVisible, expectVisible } from "./expect.mjs";
import { bring, file, openImport } from "./import.mjs";
import { BASE, BUNDLE, PROGRAM, journey } from "./journey.mjs";
import { REFUSED, createAccount, expectSignedIn, invite, person } from "./signin.mjs";
import { started } from "./team.mjs";

const run = promisify(execFile);

const RESERVATIONS = `id,orderId,customer,displayName,reservedResourceType,sku,region,quantity,term,purchaseDate,state,unitPrice,currencyCode,billingPlan
aaaaaaaa-0000-4000-8000-000000000001,bbbbbbbb-0000-4000-8000-000000000001,Contoso,Web servers,VirtualMachines,Standard_D2s_v5,westeurope,4,P3Y,2025-03-01,Succeeded,1200,USD,Upfront
`;

/// The arguments of each call of the server in the README's section about the first day.
async function commands() {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.split(/^##+ /m).find((part) => part.startsWith("The first day\n"));
  const blocks = [...section.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block);
  const lines = blocks.join("").split("\n").map((line) => line.split(" #")[0].trim().split(/\s+/));
  return lines.filter(([name]) => name === "prorata-server").map(([, ...settings]) => settings);
}

if (!PROGRAM) {
  test("the first day, by the README alone", { skip: "needs the server for a team" });
} else {
  journey("the first day, by the README alone", { expected: REFUSED }, async ({ visitor }) => {
    const [machine, other] = [await mkdtemp(join(tmpdir(), "prorata-day-")), await mkdtemp(join(tmpdir(), "prorata-day-"))];
    const serve = (settings, cwd) => started(PROGRAM, settings, { bundle: BUNDLE, base: BASE, cwd });
    const invitation = async (server) => {
      const link = () => /http\S+#invitation=\S+/.exec(server.printed.join("\n"))?.[0];
      return await eventually(link, Boolean, "the link of the first invitation");
    };
    const [first, check, backup, restore, again] = await commands();
    assert.deepEqual([check[0], backup[0], restore[0]], ["check", "backup", "restore"]);
    const server = await serve(first, machine);
    try {
      const { page: administrator } = await visitor({ baseURL: server.origin });
      await administrator.goto(await invitation(server));
      await createAccount(administrator, "robin");
      await expectSignedIn(administrator, "robin, Admin agent");
      await person(administrator, "robin").click();
      await administrator.getByRole("link", { name: "People" }).click();
      const { page } = await visitor({ baseURL: server.origin });
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

      await run(PROGRAM, check, { cwd: machine });
      // While it runs.
      await run(PROGRAM, backup, { cwd: machine });
    } finally {
      await server.close();
    }
    await copyFile(join(machine, backup[1]), join(other, backup[1]));
    await rm(machine, { recursive: true });
    await run(PROGRAM, restore, { cwd: other });
    const restored = await serve(again, other);
    try {
      const { page } = await visitor({ baseURL: restored.origin });
      await page.goto(await invitation(restored));
      await createAccount(page, "robin");
      await expectSignedIn(page, "robin, Admin agent");
      await openCustomer(page, "Contoso");
      const table = page.getByRole("table", { name: "Azure reservations" });
      await expectRowVisible(table, { Name: "Web servers", Quantity: "3" });
    } finally {
      await restored.close();
      await rm(other, { recursive: true });
    }
  });
}
