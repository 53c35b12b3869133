// The service worker between the page and its host: what it keeps, for how long, and what it never keeps.

import assert from "node:assert/strict";

import { openCustomers, openRefund, payable, returnUnits } from "./desk.mjs";
import { eventually, expectKept, expectText, expectVisible, keptFiles } from "./expect.mjs";
import { browserJourney } from "./journey.mjs";

const journey = browserJourney("no service worker stands before a server");

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const OFFLINE = { expected: [/net::ERR_/, /Failed to (fetch|load)/] };
const NOT_FOUND = { expected: [/status of 404/] };
const MAINTENANCE = { status: 200, type: "text/html", body: "<!doctype html><title>Maintenance</title>" };

const NOT_READ = "a part of the backend could not be downloaded";
const NOT_DOWNLOADED = "This page couldn't be downloaded";

journey("a page instead of a module is not kept", { expected: [/MIME type|HTTP status|is no module/] }, async ({ page, server }) => {
  server.fail(/\/module-survey/, MAINTENANCE);
  await openCustomers(page);
  await eventually(() => keptFiles(page), (files) => files.some((file) => file.includes("/module-")), "files to be kept");
  await page.getByRole("link", { name: "Resources" }).first().click();
  await expectVisible(page.getByRole("heading", { level: 1, name: NOT_DOWNLOADED }));
  assert.ok(!(await keptFiles(page)).some((file) => file.includes("/module-survey")));

  server.recover();
  await page.getByRole("button", { name: "Try again" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Resources" }));
});

journey("an error page of the host is never the application", OFFLINE, async ({ page, server }) => {
  // The page has come, and then its host goes wrong: the worker must not take what it gets for the page.
  const release = server.hold(/\/prorata\/$/);
  await page.goto("./customers/");
  server.fail(/\/prorata\/$/, MAINTENANCE);
  release();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await page.waitForTimeout(1_000);
  assert.ok(!(await keptTexts(page)).some((text) => text.includes("Maintenance")));

  server.recover();
  await page.reload();
  await expectKept(page);
  server.fail(/./, { ...MAINTENANCE, status: 500 });
  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  assert.ok(!(await keptTexts(page)).some((text) => text.includes("Maintenance")));
});

journey("the address of a file shows the file, and never becomes the page", OFFLINE, async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  await page.goto("./config.json");
  await expectText(page.locator("body"), '{ "api": "api/" }');
  assert.equal((await page.goto("./nothing.txt")).status(), 404);
  server.disconnect();
  await openCustomers(page);
  await assert.rejects(page.goto("./nothing.txt"), /net::ERR_/);
});

journey("a network that hangs gives way to what is kept", async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  server.hold(/./);
  const start = Date.now();
  await page.reload({ waitUntil: "commit" });
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  assert.ok(Date.now() - start < 12_000, "three seconds for the page, three for its configuration");
});

journey("an answer that never ends gives way too", async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  server.stall(/\/customers\/$/);
  await page.reload({ waitUntil: "commit" });
  await expectVisible(page.getByRole("table", { name: "Customers" }));
});

journey("a tab goes on with its own files after a new release", NOT_FOUND, async ({ page, context, server }) => {
  await openCustomers(page);
  await expectKept(page);
  const [before] = await cacheNames(page);
  server.release();

  const later = await context.newPage();
  await openCustomers(later);
  await eventually(() => cacheNames(later), (names) => names.length === 2, "the caches of both builds");
  const build = await later.locator('meta[name="prorata-build"]').getAttribute("content");
  assert.match(build, /-1$/);
  // Its module is on the host no more.
  await page.getByRole("link", { name: "Resources" }).first().click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Resources" }));
  await later.reload();
  await expectVisible(later.getByRole("table", { name: "Customers" }));
  assert.ok((await cacheNames(later)).includes(before), "its files stay while it is there");

  await page.close();
  await later.reload();
  await eventually(() => cacheNames(later), (names) => !names.includes(before), "its files to go with it");
  await later.getByRole("link", { name: "Resources" }).first().click();
  await expectVisible(later.getByRole("heading", { level: 1, name: "Resources" }));
});

journey("the page of a new release has the backend of that release", async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  server.release();
  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  const build = await page.locator('meta[name="prorata-build"]').getAttribute("content");
  assert.match(build, /-1$/);
  assert.equal(await buildOfWorker(page), build, "as soon as there are records");
});

const TRAP = { expected: [/unreachable/, /status of (401|503)/] };

for (const [where, options] of [["worker", {}], ["page", { serviceWorkers: "block" }]]) {
  journey(`a backend in the ${where} that has trapped is started anew`, { ...TRAP, ...options }, async ({ page, context }) => {
    await openRefund(page, CUSTOMER, "Fertigungsleitstand");
    const shown = (await payable(page).innerText()).trim();
    await returnUnits(page);
    await page.keyboard.press("Escape");
    const host = where === "worker" ? context.serviceWorkers()[0] : page;

    await trapOnce(host);
    const change = await ask(page, "POST");
    assert.deepEqual([change.status, change.code], [503, "OutcomeUnknown"]);
    assert.equal(change.build, await page.locator('meta[name="prorata-build"]').getAttribute("content"));

    await trapOnce(host);
    const read = await ask(page, "GET");
    assert.equal(read.status, 401, "a read is asked again");

    await page.reload();
    await expectText(payable(page), shown);
    // The new one has what makes changes as well.
    await returnUnits(page);
  });
}

/// Lets the backend trap as soon as it looks at the clock, which it does for every request.
function trapOnce(host) {
  return host.evaluate(() => {
    const now = Date.now;
    Date.now = () => {
      Date.now = now;
      throw new WebAssembly.RuntimeError("unreachable");
    };
  });
}

/// What the backend answers to somebody without a token.
function ask(page, method) {
  return page.evaluate(async (method) => {
    const answer = await fetch("/prorata/api/providers/Prorata/account", { method });
    const { error } = await answer.json();
    return { status: answer.status, code: error.code, build: answer.headers.get("prorata-build") };
  }, method);
}

const READS = /\/backend-reads-[0-9a-f]+\.wasm$/;
const CHANGES = /\/backend-changes-[0-9a-f]+\.wasm$/;
const NO_PART = { expected: [/status of (404|503)/, /HTTP status code is not ok/] };

for (const [where, options] of [["worker", {}], ["page", { serviceWorkers: "block" }]]) {
  journey(`the ${where} says that what makes changes did not come, and asks for it again`, { ...NO_PART, ...options }, async ({ page, server }) => {
    server.fail(CHANGES, { ...MAINTENANCE, status: 404 });
    await openRefund(page, CUSTOMER, "Fertigungsleitstand");
    await page.getByRole("button", { name: "Return these units…" }).click();
    await expectVisible(page.getByText("Nothing was returned. What you entered is kept."));

    server.recover();
    await returnUnits(page);
  });
}

for (const [where, options] of [["worker", {}], ["page", { serviceWorkers: "block" }]]) {
  journey(`the ${where} says that what reads records did not come, and asks for it again`, { ...NO_PART, ...options }, async ({ page, server }) => {
    server.fail(READS, { ...MAINTENANCE, status: 404 });
    await openCustomers(page);
    await page.getByRole("link", { name: CUSTOMER, exact: true }).click();
    await expectNotRead(page);

    server.recover();
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expectVisible(page.getByRole("table", { name: "Azure reservations" }));
  });

  journey(`the ${where} brings what reads a record along with the first part`, options, async ({ visitor, server }) => {
    const guide = await visitor();
    await openRefund(guide.page, CUSTOMER, "Fertigungsleitstand");
    const address = guide.page.url();
    await guide.context.close();

    const { context, page } = await visitor();
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    const release = server.hold(/\/backend_bg\.wasm$/);
    await page.goto(address);
    await eventually(() => asked, (urls) => urls.some((url) => READS.test(url)), "the part to be asked for meanwhile");
    release();
    await expectVisible(payable(page));
  });
}

journey("customers are listed before what reads a record has come", async ({ page, server }) => {
  const release = server.hold(READS);
  await openCustomers(page);
  await page.getByRole("link", { name: CUSTOMER, exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: CUSTOMER }));
  release();
  await expectVisible(page.getByRole("table", { name: "Azure reservations" }));
});

journey("what reads records is never that of another release", NO_PART, async ({ page, server }) => {
  server.fail(READS, { ...MAINTENANCE, status: 404 });
  await openCustomers(page);
  await page.getByRole("link", { name: CUSTOMER, exact: true }).click();
  await expectNotRead(page);
  server.release();
  server.recover();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForTimeout(1_000);
  await expectNotRead(page);

  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Azure reservations" }));
});

journey("what reads and makes changes is kept as well", OFFLINE, async ({ page, server }) => {
  await openCustomers(page);
  await expectKept(page);
  const kept = await keptFiles(page);
  for (const part of [READS, CHANGES]) assert.ok(kept.some((file) => part.test(file)), String(part));
  server.disconnect();
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  await returnUnits(page);
});

journey("what makes changes is never that of another release", NO_PART, async ({ page, server }) => {
  server.fail(CHANGES, { ...MAINTENANCE, status: 404 });
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  server.release();
  server.recover();
  await page.getByRole("button", { name: "Return these units…" }).click();
  await expectVisible(page.getByText("Nothing was returned. What you entered is kept."));

  await page.reload();
  await expectVisible(payable(page));
  await returnUnits(page);
});

/// The page of a customer tells that its reservations could not be read, and why, and shows none.
async function expectNotRead(page) {
  await page.getByText("Details", { exact: true }).click();
  await expectVisible(page.getByText(NOT_READ));
  assert.equal(await page.getByRole("table", { name: "Azure reservations" }).count(), 0);
}

function buildOfWorker(page) {
  return page.evaluate(() => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    navigator.serviceWorker.controller.postMessage("build", [port2]);
  }));
}

function cacheNames(page) {
  return page.evaluate(() => caches.keys());
}

function keptTexts(page) {
  return page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
    }
    return texts;
  });
}
