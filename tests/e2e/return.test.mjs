// Carrying a refund out, with everything that can come between.

import assert from "node:assert/strict";

import {
  action,
  confirmReturn,
  downloadedQuote,
  limitUsed,
  openCustomer,
  openCustomers,
  openRefund,
  returnUnits,
  showEnded,
  worded,
} from "./desk.mjs";
import { eventually, expectHidden, expectInSight, expectRowVisible, expectText, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Meridian Quill Publishing, Inc.";
const LIMIT_CENTS = 5_000_000;

journey("all units are returned: record, list and limit follow", async ({ page, context }) => {
  await openCustomers(page);
  const before = await limitUsed(page, CUSTOMER);
  await openRefund(page, CUSTOMER, "Reader comments");
  const { answer } = await downloadedQuote(page);

  await page.getByRole("button", { name: "Return these units…" }).click();
  const dialog = page.getByRole("dialog", { name: "Return these units?" });
  await expectText(dialog, `Customer: ${CUSTOMER}`);
  await expectText(dialog, `You return 4 of 4 units of Reader comments. Microsoft pays you ${worded(answer.payable, "USD")}.`);
  const confirm = dialog.getByRole("button", { name: "Return the units" });
  assert.equal(await confirm.getAttribute("aria-disabled"), "true", "a reason is needed first");
  await page.keyboard.press("Escape");
  await expectHidden(dialog);
  await expectVisible(page.getByRole("button", { name: "Return these units…", disabled: false }));

  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText(/The return was accepted and is being carried out/));
  await expectVisible(page.getByText("Done: 4 units were returned."));
  await expectVisible(page.getByText(`${worded(answer.payable, "USD")} credited, no units left`));
  await page.getByRole("link", { name: "Open the updated reservation" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Reader comments" }));
  await expectText(page.getByRole("main"), "The units were returned.");

  // Another tab and a later visit see the same.
  const tab = await context.newPage();
  for (const view of [page, tab]) {
    await openCustomers(view);
    const counted = Math.round(Number(answer.usd.countsAgainstLimit) * 100);
    assert.equal(await limitUsed(view, CUSTOMER), before + counted);
    await view.getByRole("link", { name: CUSTOMER }).click();
    await showEnded(view);
    await expectRowVisible(reservations(view), { Name: "Reader comments", Status: "Cancelled" });
    const refund = action(view, "Refund", "Reader comments");
    assert.equal(await refund.getAttribute("aria-disabled"), "true");
  }
});

journey("some units are returned: the rest stays, and a cancelled sibling holds them", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Storefront");
  await page.getByLabel("Units to return").fill("1");
  const { answer } = await downloadedQuote(page);
  await returnUnits(page);
  await confirmReturn(page, { other: "Two shops became one" });
  await expectVisible(page.getByText("Done: 1 unit was returned"));
  await expectVisible(page.getByText(`${worded(answer.payable, answer.currencyCode)} credited, 3 units left`));
  await openCustomer(page, CUSTOMER);
  await eventually(
    async () => (await rows(reservations(page))).filter((row) => row.Name.includes("Storefront")),
    (found) => found.map((row) => `${row.Quantity} ${row.Status}`).sort().join() === "1 Cancelled,3 Succeeded",
    "three units that run and a cancelled one",
  );
});

journey("a return goes on while the page is loaded anew", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Typesetting, Linux");
  // The place is written down, so that a reload returns to it.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForFunction(() => history.state > 0);
  await returnUnits(page);
  await confirmReturn(page);
  const accepted = page.getByText(/The return was accepted and is being carried out/);
  await expectVisible(accepted);
  await page.reload();
  await expectVisible(accepted);
  const done = page.getByText("Done: 6 units were returned");
  await expectInSight(page, accepted.or(done));
  await expectVisible(done);
});

journey("the record of a return under way changes by itself", async ({ page }) => {
  await openRefund(page, CUSTOMER, "Full-text search");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByText(/The return was accepted and is being carried out/));
  const entries = page.getByRole("navigation", { name: "Reservation page" });
  await entries.getByRole("link", { name: "Overview" }).click();
  const main = page.getByRole("main");
  await expectText(main, "A change, such as a return, is being carried out.");
  await expectText(main, "The units were returned.");
  await expectVisible(page.getByRole("link", { name: "Refund", exact: true, disabled: true }));
  await expectText(page.locator("[role=status][aria-atomic]"), "Full-text search has changed. State: Cancelled");
});

// Each of the two fits into what is left of the limit; both do not.
const RIVALS = ["Policenverwaltung", "Dedizierter Host Zürich"];
const RIVAL_CUSTOMER = "Almrausch Rückversicherung AG";

const HOSTS = {
  "one backend": {},
  "a backend in each tab": { serviceWorkers: "block", ofBrowser: "a server is one backend" },
};

for (const [host, options] of Object.entries(HOSTS)) {
  const title = `two tabs that return at the same moment stay within the limit: ${host}`;
  journey(title, { ...options, expected: [/status of 40[09]/] }, async ({ context }) => {
    const tabs = await Promise.all(
      RIVALS.map(async (name) => {
        const tab = await context.newPage();
        await openRefund(tab, RIVAL_CUSTOMER, name);
        const { answer } = await downloadedQuote(tab);
        assert.equal(answer.decision, "allowed");
        await returnUnits(tab);
        return { tab, counts: Math.round(Number(answer.usd.countsAgainstLimit) * 100) };
      }),
    );
    await openCustomers(context.pages()[0]);
    const before = await limitUsed(context.pages()[0], RIVAL_CUSTOMER);
    assert.ok(before + tabs[0].counts + tabs[1].counts > LIMIT_CENTS, "the two do not fit together");

    await Promise.all(tabs.map(({ tab }) => confirmReturn(tab)));
    const ends = await Promise.all(tabs.map(({ tab }) => endOfReturn(tab)));
    assert.deepEqual(ends.toSorted(), ["done", "refused"]);
    await openCustomers(context.pages()[0]);
    const winner = tabs[ends.indexOf("done")];
    assert.equal(await limitUsed(context.pages()[0], RIVAL_CUSTOMER), before + winner.counts);
  });
}

/// How the return of a tab ended.
async function endOfReturn(page) {
  const done = page.getByText(/^Done: /);
  const refused = page.getByText(/expired or the amounts have changed|^Nothing was returned/);
  await expectVisible(done.or(refused));
  return (await done.count()) > 0 ? "done" : "refused";
}

// Where the tab dies: when the backend within it begins to write, has written something, and has
// written everything but has not heard that it is stored.
const IN_THE_TAB = { serviceWorkers: "block", ofBrowser: "no tab is the one that writes" };

for (const moment of ["transaction", "put", "commit"]) {
  journey(`a tab killed while it writes loses nothing: ${moment}`, IN_THE_TAB, async ({ page, context }) => {
    await openRefund(page, CUSTOMER, "Typesetting, Linux");
    const { answer } = await downloadedQuote(page);
    await returnUnits(page);
    const killed = new Promise((resolve) => page.once("close", resolve));
    await page.exposeBinding("die", () => page.close());
    await page.evaluate(dieOnWrite, moment);
    await confirmReturn(page).catch(() => {});
    await killed;

    const survivor = await context.newPage();
    await openCustomers(survivor);
    const used = await limitUsed(survivor, CUSTOMER);
    const counted = Math.round(Number(answer.usd.countsAgainstLimit) * 100);
    await survivor.getByRole("link", { name: CUSTOMER }).click();
    await showEnded(survivor);
    const row = async () =>
      (await rows(reservations(survivor))).find(({ Name }) => Name === "Typesetting, Linux");
    await expectVisible(reservations(survivor));
    const { Status: status } = await row();
    // All of it or nothing: what counts against the limit belongs to a return that is carried out.
    if (used === USED_AT_FIRST) assert.equal(status, "Succeeded");
    else {
      assert.equal(used, USED_AT_FIRST + counted);
      await eventually(
        async () => {
          await survivor.reload();
          await expectVisible(reservations(survivor));
          return (await row()).Status;
        },
        (now) => now === "Cancelled",
        "the return to be carried out",
      );
    }
  });
}

/// What the ledger of the demonstration counts for the customer: 310.75 and 1,475.00 USD.
const USED_AT_FIRST = 178_575;

/// Stops the page for good at a moment of its next write, and has it closed.
function dieOnWrite(moment) {
  const die = () => {
    window.die();
    // Nothing else happens in this page until it is gone.
    const end = performance.now() + 5_000;
    while (performance.now() < end);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const begun = transaction.call(this, stores, mode, options);
    if (mode === "readwrite") {
      if (moment === "transaction") die();
      if (moment === "commit") {
        begun.addEventListener("complete", (event) => {
          event.stopImmediatePropagation();
          die();
        });
      }
    }
    return begun;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...entry) {
    const request = put.apply(this, entry);
    if (moment === "put") die();
    return request;
  };
}

function reservations(page) {
  return page.getByRole("table", { name: "Azure reservations" });
}
