// The first visit: every part of a page comes into the room that was kept for it, so that nothing moves under the
// finger of whoever begins to read.

import { openCustomers, openRefund, payable } from "./desk.mjs";
import { eventually, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { NARROW } from "./narrow.mjs";
import { expectStill, watchShifts } from "./shifts.mjs";

const CUSTOMER = "Kupferhain Maschinenbau GmbH & Co. KG";
const RESERVATION = "Fertigungsleitstand";

const SCREENS = {
  "on a phone": { viewport: NARROW, hasTouch: true, isMobile: true },
  "on a desk": {},
};

const PAGES = [
  {
    name: "the customer list",
    open: openCustomers,
    async arrived(page) {
      await eventually(() => count(page, "main tbody tr"), (rows) => rows >= 10, "every customer");
    },
  },
  {
    name: "a refund",
    open: (page) => openRefund(page, CUSTOMER, RESERVATION),
    async arrived(page) {
      await expectVisible(payable(page));
      await expectVisible(page.getByRole("button", { name: "Return these units…" }));
      await expectVisible(page.getByText("Commands for Azure"));
    },
  },
  {
    name: "the radar",
    open: (page) => page.goto("./radar/"),
    async arrived(page) {
      await expectVisible(page.locator("main tbody tr:nth-child(20)"));
      await eventually(() => count(page, "main progress"), (bars) => bars === 0, "every customer");
    },
  },
  {
    name: "the portfolio",
    open: (page) => page.goto("./portfolio/"),
    async arrived(page) {
      await expectVisible(page.locator(".grid-row").nth(3));
      const months = page.locator(".portfolio-chart").nth(1).locator(".bar");
      await eventually(() => months.count(), (bars) => bars === 12, "every month");
    },
  },
];

for (const [where, screen] of Object.entries(SCREENS)) {
  for (const { name, open, arrived } of PAGES) {
    journey(`nothing moves while ${name} arrives ${where}`, screen, async ({ visitor }) => {
      const guide = await visitor();
      await open(guide.page);
      const address = guide.page.url();
      await guide.context.close();

      const { context, page } = await visitor();
      await watchShifts(context);
      await page.goto(address);
      await arrived(page);
      await expectVisible(page.locator(".footer"));
      await expectStill(page);
    });
  }
}

function count(page, selector) {
  return page.locator(selector).count();
}
