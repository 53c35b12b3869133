// The search over every page, by the keyboard alone.

import assert from "node:assert/strict";

import { expectAccessible } from "./accessible.mjs";
import { openCustomers } from "./desk.mjs";
import { eventually, expectHidden, expectKept, expectText, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { expectFocusOnHeading, isFocused } from "./keyboard.mjs";
import { expectFits, NARROW } from "./narrow.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "Konstruktion CAD";

journey("a customer, one of its reservations and its refund are a few keys away", async ({ page }) => {
  await openCustomers(page);
  await page.keyboard.press("Control+k");
  await expectFocusInField(page);
  await page.keyboard.type("KUPFER");
  await expectText(status(page), /^\d+ results$/);
  await expectText(active(page), CUSTOMER);
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, CUSTOMER);
  await expectHidden(dialog(page));

  await page.keyboard.press("/");
  await expectFocusInField(page);
  await page.keyboard.type("kon cad");
  await expectText(active(page), RESERVATION);
  await page.keyboard.press("Enter");
  await expectUrl(page, /\/reservation\/?\?customer=/);
  await expectFocusOnHeading(page, RESERVATION);
  const ids = new URL(page.url()).searchParams;

  // The pages of the reservation, and what its refund is explained by.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("elapsed");
  await expectText(active(page), "Elapsed days");
  await page.keyboard.press("Enter");
  await expectUrl(page, /\/reservation\/refund\/?\?customer=/);
  assert.equal(new URL(page.url()).searchParams.get("reservation"), ids.get("reservation"));
});

journey("a pasted id and a pasted path find their reservation", async ({ page }) => {
  await openCustomers(page);
  await page.keyboard.press("/");
  await page.keyboard.type("konstruktion cad");
  await expectText(active(page), RESERVATION);
  const address = new URL(await active(page).evaluate((link) => link.href));
  const [order, reservation] = ["order", "reservation"].map((name) => address.searchParams.get(name));
  const path = `/providers/Microsoft.Capacity/reservationOrders/${order}/reservations/${reservation}`;
  for (const pasted of [reservation.toUpperCase(), ` ${order} `, path, `https://management.azure.com${path}?api-version=2022-11-01`, address.href]) {
    await field(page).fill(pasted);
    await eventually(
      () => active(page).evaluate((link) => link.href),
      (href) => href === address.href,
      `${pasted} to lead to ${address.href}`,
    );
  }
  // In another tab, and the search stays.
  const [other] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Control+Enter")]);
  await expectVisible(other.getByRole("heading", { level: 1, name: RESERVATION }));
  assert.ok(await isFocused(field(page)));
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, RESERVATION);
});

journey("a support request of any customer is found by its title and its number, and opens", async ({ page }) => {
  await openCustomers(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("billing month");
  await expectText(active(page), /^Which billing month shows the refund\?/);
  const [number] = (await active(page).innerText()).match(/\d{15}/);
  await field(page).fill(number);
  await expectText(active(page), /^Which billing month shows the refund\?/);
  await page.keyboard.press("Enter");
  await expectFocusOnHeading(page, "Which billing month shows the refund?");
  await expectUrl(page, /\/support-request\/?\?customer=/);

  // What is closed is found as well, and says so; the customer is a word of the search like any other.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("kupfer rückgabe");
  await expectText(active(page), /^Rückerstattung nach Rückgabe von vier Einheiten .*Closed/);
});

journey("what is typed while the search is on its way is searched for", { serviceWorkers: "block" }, async ({ page }) => {
  await openCustomers(page);
  let isLate = true;
  await page.route(/module-[^/]*\.wasm$/, async (route) => {
    if (isLate) await new Promise((resolve) => setTimeout(resolve, 2_000));
    isLate = false;
    await route.continue();
  });
  await page.keyboard.press("/");
  await page.keyboard.type("konstruktion cad");
  await expectVisible(dialog(page).getByText("Opening search"));
  await expectText(active(page), RESERVATION);
  assert.equal(await field(page).inputValue(), "konstruktion cad");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await field(page).inputValue(), "konstruktion ca", "the focus is in the field");
});

journey("the arrows go round, Escape gives the focus back, and in a field a slash is a letter", async ({ page }) => {
  await openCustomers(page);
  const search = page.getByLabel("Search by name or domain");
  await search.focus();
  await page.keyboard.press("/");
  assert.equal(await search.inputValue(), "/");
  await expectHidden(dialog(page));
  await page.keyboard.press("Control+k");
  await expectFocusInField(page);
  await page.keyboard.type("port");
  await expectText(status(page), /results$/);
  const place = () => field(page).getAttribute("aria-activedescendant");
  const first = await place();
  await page.keyboard.press("End");
  const last = await place();
  assert.notEqual(last, first);
  await page.keyboard.press("ArrowDown");
  assert.equal(await place(), first);
  await page.keyboard.press("ArrowUp");
  assert.equal(await place(), last);
  await page.keyboard.press("Home");
  assert.equal(await place(), first);
  await page.keyboard.press("Escape");
  await expectHidden(dialog(page));
  await eventually(() => isFocused(search), Boolean, "the focus comes back");
  await page.getByRole("button", { name: "Search Ctrl+K" }).click();
  await expectFocusInField(page);
  await page.keyboard.type("portfolio");
  await page.getByRole("option", { name: "Portfolio", exact: true }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Portfolio" }));
  await expectHidden(dialog(page));
});

journey("the slash can be switched off for those who press keys without wanting to", async ({ page }) => {
  await openCustomers(page);
  await page.keyboard.press("/");
  await expectFocusInField(page);
  await dialog(page).getByRole("switch", { name: "The / key opens search too" }).uncheck();
  await page.keyboard.press("Escape");
  await expectHidden(dialog(page));
  await page.keyboard.press("/");
  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await page.keyboard.press("/");
  await expectHidden(dialog(page));
  await page.keyboard.press("Control+k");
  await expectFocusInField(page);
});

journey("without a network it works once it was there", { ofBrowser: "a server cannot be asked without a network" }, async ({ page, context }) => {
  await openCustomers(page);
  await expectKept(page);
  await page.reload();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await context.setOffline(true);
  await page.keyboard.press("Control+k");
  await expectFocusInField(page);
  await page.keyboard.type("kupfer");
  await expectText(active(page), CUSTOMER);
});

for (const [scheme, viewport] of [["light", NARROW], ["dark", NARROW], ["light", { width: 1440, height: 900 }], ["light", { width: 320, height: 256 }]]) {
  journey(`the search is accessible at ${viewport.width} pixels in ${scheme} colours`, { colorScheme: scheme, viewport }, async ({ page }) => {
    await page.goto("./customers/");
    await expectVisible(page.getByRole("heading", { name: "Customers", level: 1 }));
    await page.getByRole("button", { name: /^Search/ }).click();
    await expectFocusInField(page);
    await expectAccessible(page, [scheme]);
    await page.keyboard.type("kup");
    await expectText(status(page), /^\d+ results$/);
    await expectAccessible(page, [scheme]);
    await expectFits(page);
    await page.keyboard.press("End");
    const isInSight = () => active(page).evaluate((option) => {
      const { top, bottom } = option.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    });
    await eventually(isInSight, Boolean, "the last result to be in sight");
    await page.keyboard.type("nowhere");
    await expectText(status(page), "Nothing matches your search.");
    await expectAccessible(page, [scheme]);
  });
}

const dialog = (page) => page.getByRole("dialog", { name: "Search", exact: true });

const field = (page) => dialog(page).getByRole("combobox");

const status = (page) => dialog(page).getByRole("status");

/// What Enter opens.
const active = (page) => dialog(page).getByRole("option", { selected: true });

async function expectFocusInField(page) {
  await expectVisible(field(page));
  await eventually(() => isFocused(field(page)), Boolean, "the field to have the focus");
}
