// What the browser stores: for how long it keeps it, when there is no room, and when it opens nothing.

import { openCustomers } from "./desk.mjs";
import { expectHidden, expectText, expectVisible } from "./expect.mjs";
import { browserJourney } from "./journey.mjs";

const journey = browserJourney("it is about the storage of the browser");

journey("the browser is asked to keep the records, and what it says is told", async ({ page, context }) => {
  const part = page.getByRole("region", { name: "Storage in this browser" });
  // Headless Chromium keeps nothing for good.
  await page.goto("./data");
  await expectText(part, "may delete the records");
  await expectText(part, /[\d.]+ MB of [\d.]+ GB used/);
  await part.getByRole("button", { name: "Ask the browser to keep them" }).click();
  await expectText(part, "The browser didn't agree.");

  await context.addInitScript(() => {
    let isPromised = false;
    navigator.storage.persisted = async () => isPromised;
    navigator.storage.persist = async () => (isPromised = true);
  });
  await page.reload();
  await part.getByRole("button", { name: "Ask the browser to keep them" }).click();
  await expectText(part, "This browser keeps the records until you delete them.");
  await expectHidden(part.getByRole("button"));
});

journey("without room nothing is changed, and the page says so", { expected: [/status of 507/] }, async ({ page, context, server }) => {
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(server.origin);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto("./customers");
  const alert = page.getByRole("alert").filter({ hasText: "There is no room left to store this" });
  await expectText(alert, "Nothing was changed. Free up space, then try again.");
  await devtools.send("Storage.overrideQuotaForOrigin", { origin });
  await alert.getByRole("button", { name: "Try again" }).click();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
});

// The page hosts the backend itself, so that it is the page that has no storage.
const WITHOUT_STORAGE = { serviceWorkers: "block", expected: [/status of 500/, /IndexedDB/, /could not|cannot be opened/] };

journey("a browser that opens no storage is told, with a way out", WITHOUT_STORAGE, async ({ page, context }) => {
  await context.addInitScript(() => {
    const refused = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    if (!sessionStorage.isMended) IDBFactory.prototype.open = refused;
  });
  await page.goto("./customers");
  const alert = page.getByRole("alert").filter({ hasText: "This browser doesn't open the records" });
  await expectText(alert, "open it in an ordinary window");
  await alert.getByRole("button", { name: "If that doesn't help…" }).click();
  await expectVisible(page.getByRole("heading", { name: "Prorata could not start" }));
  await page.evaluate(() => (sessionStorage.isMended = "yes"));
  await page.getByRole("button", { name: "Remove everything and start over" }).click();
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  await openCustomers(page);
});
