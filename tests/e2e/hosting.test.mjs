// Where the page comes from and who answers it: links into it, no service worker, no network.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { limitUsed, openCustomers, openRefund, payable } from "./desk.mjs";
import { expectHidden, expectKept, expectText, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";

const OWN_BACKEND = { serviceWorkers: "block", ofBrowser: "it is the browser that hosts the backend" };
const OFFLINE = { expected: [/net::ERR_/], ofBrowser: "a server cannot be asked without a network" };

journey("without a service worker the page hosts its backend itself", OWN_BACKEND, async ({ page }) => {
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  const shown = await payable(page).innerText();
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  await page.reload();
  await expectText(payable(page), shown.trim());
});

journey("after the first visit the page needs no network", OFFLINE, async ({ page, context, server }) => {
  await openRefund(page, CUSTOMER, "Fertigungsleitstand");
  const shown = (await payable(page).innerText()).trim();
  await expectKept(page);
  server.disconnect();
  await page.reload();
  await expectText(payable(page), shown);
  // Every other address as well, though nobody has been there yet.
  const tab = await context.newPage();
  await tab.goto("./resources/");
  await expectVisible(tab.getByRole("heading", { level: 1, name: "Resources" }));
  await openCustomers(tab);
  assert.ok((await limitUsed(tab, CUSTOMER)) > 0);
});

// Without a service worker, which would have the modules already.
const WITHOUT_WORKER = { serviceWorkers: "block", expected: [/net::ERR_/, /Failed to fetch/, /is no style sheet/] };

journey("a page is downloaded when it is opened", WITHOUT_WORKER, async ({ page }) => {
  const modules = [];
  page.on("request", (request) => modules.push(...(request.url().match(/module-[^/]+$/) ?? [])));
  await page.goto("./customers");
  await expectVisible(page.getByRole("table"));
  const others = modules.filter((name) => !name.includes("customers"));
  assert.ok(modules.length > 0 && others.length === 0, `more than its own: ${others}`);

  await page.route("**/module-*survey*", (route) => route.abort());
  await page.getByRole("link", { name: "Resources" }).first().click();
  const problem = page.getByRole("heading", { level: 1, name: "This page couldn't be downloaded" });
  await expectVisible(problem);
  await expectAccessible(page);
  await page.unroute("**/module-*survey*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Resources" }));
  assert.ok(modules.some((name) => name.includes("survey")));
});

journey("a question is downloaded when it is asked first", WITHOUT_WORKER, async ({ page }) => {
  const questions = [];
  page.on("request", (request) => questions.push(...(request.url().match(/module-questions[^/]*$/) ?? [])));
  await openCustomers(page);
  assert.deepEqual(questions, [], "a page does without");
  await page.route("**/module-questions*", (route) => route.abort());
  const menu = page.getByRole("button", { name: "Demo data" });
  await menu.click();
  await page.getByRole("button", { name: "Start empty…" }).click();
  const problem = page.getByRole("dialog", { name: "Nothing was changed" });
  await expectText(problem, "Check your network connection");
  await expectAccessible(page);
  await problem.getByRole("button", { name: "Close" }).click();
  await expectHidden(problem);
  await menu.click();
  await page.getByRole("button", { name: "Start empty…" }).click();
  await expectVisible(problem);
  await page.unroute("**/module-questions*");
  await problem.getByRole("button", { name: "Try again" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove all data?" });
  await expectVisible(dialog);
  assert.ok(await dialog.evaluate((it) => it.contains(document.activeElement)), "the focus is in the question");
  await page.keyboard.press("Escape");
  await expectHidden(dialog);
  await expectVisible(page.getByRole("table"));
});

journey("what other pages need beside is downloaded with the first of them", WITHOUT_WORKER, async ({ page }) => {
  const later = [];
  page.on("request", (request) => later.push(...(request.url().match(/later-[^/]+$/) ?? [])));
  for (const file of ["texts-en", "styles"]) {
    await openCustomers(page);
    assert.deepEqual(later, [], "the first page does without");
    await page.route(`**/later-${file}*`, (route) => route.abort());
    await page.getByRole("link", { name: "Resources" }).first().click();
    await expectVisible(page.getByRole("heading", { level: 1, name: "This page couldn't be downloaded" }));
    await page.unroute(`**/later-${file}*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(page.getByRole("heading", { level: 1, name: "Resources" }));
    await expectVisible(page.getByRole("link", { name: /^Choose the size of virtual machines/ }));
    assert.equal(await page.locator('link[rel="stylesheet"]').count(), 2);
    assert.ok(later.splice(0).some((name) => name.includes(file)));
  }
});

journey("the first page looks the same when other pages have been opened", async ({ page }) => {
  await openCustomers(page);
  const others = await page.evaluate(async () => {
    const address = document.querySelector('link[rel="later-styles"]').href;
    const sheet = await new CSSStyleSheet().replace(await (await fetch(address)).text());
    const selectors = (rules) => [...rules].flatMap((rule) => [
      ...(rule.selectorText ? [rule.selectorText] : []),
      ...selectors(rule.cssRules ?? []),
    ]);
    const all = selectors(sheet.cssRules);
    return { count: all.length, early: all.filter((selector) => document.querySelector(selector)) };
  });
  assert.ok(others.count > 100, "the second sheet has rules");
  assert.deepEqual(others.early, []);
});

journey("every route answers, with and without the slash that a host may add", async ({ page }) => {
  for (const route of ["", "customers", "customers/", "resources", "resources/"]) {
    const response = await page.goto(`./${route}`);
    assert.equal(response.status(), 200, route);
    await expectVisible(page.getByRole("heading", { level: 1 }));
  }
});
