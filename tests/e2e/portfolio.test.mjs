// The portfolio: all reservations of all customers in one table, what is to be done about them, and several returned
// at once.

import assert from "node:assert/strict";

import { openCustomers } from "./desk.mjs";
import { eventually, expectText, expectUrl, expectVisible, normalized, rows } from "./expect.mjs";
import { bring, file, openImport, portalList } from "./import.mjs";
import { journey } from "./journey.mjs";

/// So tall that every row of a customer is drawn.
const TALL = { width: 1440, height: 3000 };

journey("every reservation says what comes back today, and ended ones are hidden", async ({ page }) => {
  await openPortfolio(page);
  const all = await shownOf(page);
  assert.ok(all.shown > 20 && all.shown < all.count, `${all.shown} of ${all.count}`);
  assert.equal(await rowCount(page), all.shown + 1, "the headings are a row as well");
  const rows = await texts(page);
  assert.ok(rows.some((row) => /[$€]\d/.test(row)), "amounts");
  assert.ok(rows.every((row) => !/NaN|undefined/.test(row)));
  await page.getByRole("button", { name: /^More filters/ }).click();
  await page.getByRole("switch", { name: /^Show ended/ }).click();
  await expectUrl(page, /ended=1/);
  await holds(async () => assert.ok((await shownOf(page)).shown > all.shown));
});

journey("search, filters and order stand in the address, and a link shows them again", async ({ page }) => {
  await openPortfolio(page);
  await page.getByRole("searchbox").fill("kupferhain");
  await expectUrl(page, /search=kupferhain/);
  await holds(async () => {
    const rows = await texts(page);
    assert.ok(rows.length > 0 && rows.every((row) => row.includes("Kupferhain")), rows.join("\n"));
  });
  await header(page, "Comes back today").click();
  await expectUrl(page, /sort=back/);
  assert.equal(await order(page, "Comes back today"), "ascending");
  await header(page, "Comes back today").click();
  await holds(async () => assert.equal(await order(page, "Comes back today"), "descending"));
  await header(page, "Quantity").click({ modifiers: ["Shift"] });
  await expectUrl(page, /sort=-back%2Cquantity|sort=-back,quantity/);
  const before = await texts(page);
  await page.reload();
  await expectVisible(grid(page));
  assert.deepEqual(await texts(page), before);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await holds(async () => assert.doesNotMatch(page.url(), /search=/));
});

journey("the table is gone through with the keyboard", async ({ page }) => {
  await openPortfolio(page);
  await grid(page).focus();
  const active = () => grid(page).getAttribute("aria-activedescendant");
  const index = async () =>
    Number(await page.locator(`[id="${await active()}"]`).getAttribute("aria-rowindex"));
  assert.equal(await index(), 2);
  await page.keyboard.press("ArrowDown");
  assert.equal(await index(), 3);
  await page.keyboard.press("PageDown");
  const paged = await index();
  assert.ok(paged > 5, `${paged}`);
  await page.keyboard.press("End");
  await holds(async () => assert.equal(await index(), await rowCount(page)));
  await page.keyboard.press("Home");
  await holds(async () => assert.equal(await index(), 2));
  await page.keyboard.press("Space");
  await expectVisible(page.getByText("1 selected", { exact: false }));
  const selected = page.locator(`[id="${await active()}"]`);
  assert.equal(await selected.getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await expectUrl(page, /\/reservation\?customer=/);
  await page.goBack();
  await expectVisible(grid(page));
});

journey("columns are chosen and kept, and a view is kept under a name", async ({ page }) => {
  await openPortfolio(page);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Region", exact: true }).check();
  await expectVisible(header(page, "Region"));
  await page.keyboard.press("Escape");
  await openPortfolio(page);
  await expectVisible(header(page, "Region"));

  await page.getByRole("searchbox").fill("kupferhain");
  await expectUrl(page, /search=kupferhain/);
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByLabel("Name of this view").fill("Copper");
  await page.getByRole("button", { name: "Save this view" }).click();
  await openPortfolio(page);
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("link", { name: "Copper" }).click();
  await expectUrl(page, /search=kupferhain/);
  await holds(async () => {
    assert.ok((await texts(page)).every((row) => row.includes("Kupferhain")));
  });
});

journey("several are returned together under one cap, in the best order", async ({ page }) => {
  await openPortfolio(page, "?return=back&sort=-back");
  await page.getByRole("checkbox", { name: /^Select all/ }).check();
  const { shown } = await shownOf(page);
  await expectVisible(page.getByText(`${shown} selected`, { exact: false }));
  await page.getByRole("button", { name: "Refund selected" }).click();
  const requests = page.getByRole("region", { name: "Refund requests, in the best order" });
  await expectVisible(requests.getByText(/requests? brings?/));
  await holds(async () => {
    assert.doesNotMatch(await requests.innerText(), /Planning:/);
  });
  const links = requests.getByRole("link", { name: /^Refund: / });
  assert.ok((await links.count()) > 5, `${await links.count()} requests`);
  await links.first().click();
  await expectUrl(page, /\/reservation\/refund/);
});

journey("each card leads to as many rows as it says", async ({ page }) => {
  await openPortfolio(page);
  const names = [/^Closing within a week/, /^Comes back today/, /^Held back by the refund cap/, /^Expire within 90 days/];
  for (const name of names) {
    const card = page.getByRole("main").getByRole("link", { name });
    await expectText(card, /\d/);
    const said = Number(/(\d+) reservations?$/.exec(await card.innerText())[1]);
    await card.click();
    await holds(async () => {
      const rows = said === 0 ? 0 : (await rowCount(page)) - 1;
      assert.equal(rows, said, `${name}`);
      assert.equal((await shownOf(page)).shown, said, `${name}`);
    });
    if (String(name).includes("Comes back")) {
      for (const row of await texts(page)) assert.match(row, /[$€£]|kr|SEK|JPY|¥|CHF/);
    }
    await page.getByRole("button", { name: "Clear filters" }).click();
    await holds(async () => assert.doesNotMatch(page.url(), /closing=|return=|expires=/));
  }
});

journey("a load that fails says what failed, and is tried again", async ({ page, context }) => {
  await context.addInitScript(() => {
    const fetched = window.fetch;
    let failures = 1;
    window.fetch = (request, ...rest) => {
      const isAsked = String(request.url ?? request).includes("Prorata/portfolio");
      if (!isAsked || failures-- <= 0) return fetched(request, ...rest);
      return Promise.resolve(new Response("", { status: 500 }));
    };
  });
  await page.goto("./portfolio/");
  await expectVisible(page.getByRole("alert").getByText("Something went wrong"));
  await page.getByRole("button", { name: "Try again" }).click();
  await expectVisible(grid(page));
});

journey("every row of a customer's list says the same as the portfolio, whatever the policy", { viewport: TALL }, async ({ page }) => {
  await openCustomers(page);
  const links = page.getByRole("table", { name: "Customers" }).getByRole("rowheader").getByRole("link");
  const customers = await links.evaluateAll((all) => all.map((link) => new URL(link.href).searchParams.get("customer")));
  let compared = 0;
  for (const [policy, some] of [["partner-center-2020-08", customers], ["azure-2026-08", customers.slice(0, 4)]]) {
    for (const customer of some) {
      await page.goto(`./portfolio/?of=${customer}&ended=1&columns=back,owed`);
      await expectVisible(page.getByText(/^\d+ of \d+ reservations$/));
      if ((await shownOf(page)).shown === 0) continue;
      await page.getByLabel("Refund policy", { exact: true }).selectOption(policy);
      await page.goto(`./customer/?customer=${customer}&ended=1`);
      const list = page.getByRole("table", { name: "Azure reservations" });
      await expectVisible(list);
      await eventually(() => rows(list), (all) => all.every((row) => row["Comes back today"] !== ""), "figures of all");
      const listed = (await rows(list)).map((row) =>
        [row.Name, row["Comes back today"], row["No longer owed"]].join(": "),
      );
      await page.goto(`./portfolio/?of=${customer}&ended=1&columns=back,owed`);
      await expectVisible(grid(page));
      const own = await cells(page);
      const said = own.map(([, name, back, owed]) => [name, back, owed].join(": "));
      assert.deepEqual(said.sort(), listed.sort(), `${customer} under ${policy}`);
      compared += said.length;
    }
  }
  assert.ok(compared > 100, `${compared} rows`);
});

journey("with own records a visit begins with the portfolio, and customers are one step away", async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("heading", { name: "Customers", level: 1 }));
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(30))]);
  await page.getByLabel("Customer: portal.csv").fill("Contoso");
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change", exact: true }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Imported", exact: true }));
  await page.goto("./");
  await expectUrl(page, /\/portfolio\/?$/);
  await expectVisible(grid(page));
  assert.deepEqual(await shownOf(page), { shown: 30, count: 30 });
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Customers" }).click();
  await expectUrl(page, /\/customers\/?$/);
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await page.getByRole("link", { name: "Prorata, home" }).click();
  await expectUrl(page, /\/portfolio\/?$/);
  await page.goBack();
  await expectUrl(page, /\/customers\/?$/);
});

journey("the headings and the bar of the selection stay in sight", async ({ page }) => {
  await openPortfolio(page);
  await expectVisible(page.getByRole("heading", { name: "Refund cap by customer" }));
  await grid(page).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("End");
  const bar = page.getByRole("group", { name: /selected/i });
  const isInSight = (locator) => locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight + 1;
  });
  await holds(async () => assert.ok(await isInSight(bar), "the bar"));
  await holds(async () => assert.ok(await isInSight(header(page, "Quantity")), "the headings"));
  const heights = await grid(page).locator("[role=row][aria-selected]").evaluateAll((rows) =>
    rows.map((row) => row.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(row).lineHeight)),
  );
  assert.ok(heights.length > 5 && heights.every((lines) => lines < 3), `rows of ${Math.max(...heights)} lines`);
});

journey("what many rows are sorted by is made in a worker, once they are on the screen", async ({ page, context }) => {
  await importMany(page);
  await context.addInitScript(watchWorkers);
  await openPortfolio(page);
  const [worker] = await eventually(
    () => page.evaluate(() => window.workers),
    (workers) => workers.some(({ hasEnded }) => hasEnded),
    "the end of a worker",
  );
  assert.match(worker.url, /ranks-worker\.js\?\w+$/);
  assert.ok(worker.isAfterRows, "nobody waits for it");
  assert.ok(worker.answers > 2, `${worker.answers} columns were ranked`);
  await expectSorted(page);
  assert.equal(await page.evaluate(() => window.workers.length), 1, "to sort needs no worker");
});

// Without a service worker, which would have them already.
const LACKING = {
  serviceWorkers: "block",
  ofBrowser: "only a static host has some files of a build and lacks others",
  expected: [/Failed to load resource: the server responded with a status of 404/],
};

journey("many rows are sorted as well where there is no worker for it", LACKING, async ({ page, context, server }) => {
  await importMany(page);
  await context.addInitScript(watchWorkers);
  for (const lacking of [/ranks-worker\.js$/, /ranks_bg\.wasm$/]) {
    server.fail(lacking, { status: 404, body: "" });
    await openPortfolio(page);
    await eventually(
      () => page.evaluate(() => window.workers),
      (workers) => workers.some(({ hasEnded }) => hasEnded),
      "the end of a worker",
    );
    assert.equal(await page.evaluate(() => window.workers[0].answers), 0, `an answer without ${lacking}`);
    await expectSorted(page);
    server.recover();
  }
});

journey("the customer list stays first with the demonstration", async ({ page }) => {
  await openCustomers(page);
  await page.getByRole("link", { name: "Prorata, home" }).click();
  await expectVisible(page.getByRole("heading", { name: "Customers", level: 1 }));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Portfolio" }).click();
  await expectVisible(grid(page));
});

async function openPortfolio(page, query = "") {
  await page.goto(`./portfolio/${query}`);
  await expectVisible(grid(page));
}

/// More rows than are ranked without a worker.
const MANY = 3_000;

/// Imports them, named so that their order is another one than by name.
async function importMany(page) {
  await openImport(page);
  const renamed = (row, place) => ({ ...row, name: `web ${(place * 7) % MANY}` });
  let place = 0;
  await bring(page, [file("portal.csv", portalList(MANY, (row) => renamed(row, place++)))]);
  await page.getByLabel("Customer: portal.csv").fill("Contoso");
  await page.getByLabel("Start empty with my files").check();
  await page.getByRole("button", { name: "Show what would change", exact: true }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Imported", exact: true }));
}

/// Sorts them by name, both ways.
async function expectSorted(page) {
  for (const names of [["web 0", "web 1", "web 2"], ["web 2999", "web 2998", "web 2997"]]) {
    await header(page, "Name").click();
    await holds(async () => assert.deepEqual((await cells(page)).slice(0, 3).map(([, name]) => name), names));
  }
}

/// Runs in the page: notes which workers there are, and whether the rows were on the screen before.
function watchWorkers() {
  let hasRows = false;
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[role=grid] [role=row][aria-selected]")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { hasRows = true; }));
  }).observe(document, { childList: true, subtree: true });
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(url) {
      super(url);
      this.noted = { url, isAfterRows: hasRows, answers: 0, hasEnded: false };
      window.workers.push(this.noted);
      this.addEventListener("message", () => { this.noted.answers += 1; });
    }
    terminate() {
      super.terminate();
      this.noted.hasEnded = true;
    }
  };
}

const grid = (page) => page.getByRole("grid", { name: "All reservations" });

const header = (page, name) => grid(page).getByRole("columnheader", { name }).getByRole("button");

const order = (page, name) => grid(page).getByRole("columnheader", { name }).getAttribute("aria-sort");

/// The rows that are drawn, each as its text.
const texts = (page) => grid(page).locator("[role=row][aria-selected]").allInnerTexts();

/// The cells of the rows that are drawn, row by row.
async function cells(page) {
  const all = await grid(page).locator("[role=row][aria-selected]").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.innerText)),
  );
  return all.map((row) => row.map(normalized));
}

const rowCount = async (page) => Number(await grid(page).getAttribute("aria-rowcount"));

async function shownOf(page) {
  const words = await page.getByText(/^\d+ of \d+ reservations$/).innerText();
  const [shown, count] = words.match(/\d+/g).map(Number);
  return { shown, count };
}

/// Waits until what `check` asserts holds.
async function holds(check) {
  let last;
  const isHeld = async () => {
    last = await check().catch((error) => error);
    return !(last instanceof Error);
  };
  await eventually(isHeld, (held) => held, "what is asserted").catch((error) => {
    throw last instanceof Error ? last : error;
  });
}
