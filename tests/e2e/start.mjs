// The start page.

import { expectVisible } from "./expect.mjs";

/// Opens the page with its example.
export async function openStart(page) {
  await page.goto("./start/");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Getting started" }));
  await expectVisible(page.getByRole("region", { name: "An example" }).locator(".start-amounts"));
}

/// The question which policy applies.
export function policyPart(page) {
  return page.getByRole("region", { name: "Which refund policy applies to you?" });
}

/// The tour, open or not.
export function tourPart(page) {
  return page.getByRole("region", { name: "A short tour" });
}

/// Opens the page with a step of the tour and everything that unfolds.
export async function openTour(page) {
  await openStart(page);
  await tourPart(page).getByRole("button", { name: "Take the tour" }).click();
  await tourPart(page).getByRole("button", { name: "Next" }).click();
  await expectVisible(tourPart(page).getByRole("link", { name: "Open this page" }));
  const folded = page.locator("main details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}
