// Signing in with a certified OpenID provider, and everything that can go wrong with it.

import assert from "node:assert/strict";

import { eventually, expectHidden, expectText, expectUrl, expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { REFUSED, atTheIssuer, expectSignedIn, person, signInAs, withIssuer } from "./signin.mjs";

const options = { expected: REFUSED, hasHost: true };
const OVER = "Your sign-in has ended";

journey("signing in leads back to where somebody was, and a reload asks for nothing", options, ({ page }) =>
  withIssuer({}, async ({ desk, provider }) => {
    await page.goto(`${desk.origin}customers?search=nor`);
    await expectVisible(page.getByRole("heading", { level: 1, name: "Sign in" }));
    await expectUrl(page, /\/customers\?search=nor$/);
    await expectHidden(page.getByRole("navigation"));
    await page.keyboard.press("Tab");
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin, Admin agent");
    await expectUrl(page, /\/customers\?search=nor$/);
    await expectHidden(page.getByLabel("Role", { exact: true }));
    await expectVisible(search(page));
    assert.equal(await search(page).inputValue(), "nor");

    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
    assert.ok(!/eyJ|verifier|nonce/.test(kept), `nothing secret is kept: ${kept}`);
    const asked = await provider.tell({});
    const [, way] = asked.filter((request) => request.startsWith("GET /auth?"));
    assert.match(way, /code_challenge_method=S256/);
    assert.match(way, /response_type=code/);

    await page.reload();
    await expectSignedIn(page, "Robin");
    await expectUrl(page, /\/customers\?search=nor$/);
  }));

journey("a token is renewed before it ends by the refresh token that came last", options, ({ page }) =>
  withIssuer({ seconds: 6 }, async ({ desk, provider }) => {
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    await page.evaluate(() => {
      window.isSamePage = true;
    });
    let renewals = 0;
    await eventually(
      async () => (renewals += (await provider.tell({})).filter((request) => request === "POST /token").length),
      (count) => count >= 4,
      "three renewals after the first token",
    );
    assert.ok(await page.evaluate(() => window.isSamePage), "the page was not left");
    await page.getByRole("link", { name: "Portfolio", exact: true }).click();
    await expectVisible(page.getByRole("heading", { level: 1, name: "Portfolio" }));
    await expectHidden(page.getByText(OVER));
  }));

journey("without a refresh token nobody is disturbed, and what was typed survives", options, ({ page }) =>
  withIssuer({ seconds: 8, refresh: false }, async ({ desk, provider }) => {
    await page.goto(`${desk.origin}customers`);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    await search(page).fill("nor");
    await provider.tell({});
    // Longer than the token is good: whoever is in a field is left alone.
    await page.waitForTimeout(9_000);
    const asked = (await provider.tell({ rotate: true })).filter((request) => request.startsWith("GET /auth"));
    assert.deepEqual(asked, [], "nobody leaves the page under somebody's hands");
    // The key of the token is taken back, and another tab has changed something that this one reads again.
    await page.waitForTimeout(1_500);
    await page.evaluate(() => new BroadcastChannel("prorata /prorata/").postMessage(""));
    await expectVisible(page.getByText(OVER));
    await page.getByRole("button", { name: "Sign in again" }).click();
    await expectSignedIn(page, "Robin");
    await expectHidden(page.getByText(OVER));
    await eventually(() => search(page).inputValue(), (text) => text === "nor", "what was typed");

    // And whoever is not: the page goes for another token by itself, and is back at once.
    await page.getByRole("link", { name: "Roles", exact: true }).click();
    await page.evaluate(() => {
      window.isSamePage = true;
      document.activeElement.blur();
    });
    await eventually(() => page.evaluate(() => !window.isSamePage).catch(() => false), Boolean, "a silent renewal");
    await expectSignedIn(page, "Robin");
    await expectUrl(page, /\/roles$/);
  }));

journey("a code and a state are good once, in the tab that asked for them", options, ({ page, context }) =>
  withIssuer({}, async ({ desk }) => {
    let back;
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.url().includes("code=")) back = request.url();
    });
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    for (const tab of [page, await context.newPage()]) {
      await tab.goto(back);
      await expectVisible(tab.getByText("This sign-in is no longer valid"));
      await expectHidden(person(tab, ""));
      assert.ok(!tab.url().includes("code="));
    }
    // Whoever has the code alone gets nothing from the server for it either.
    const code = new URL(back).searchParams.get("code");
    const status = await page.evaluate(async ({ code, redirectUri }) => {
      const body = JSON.stringify({ code, codeVerifier: "a".repeat(43), redirectUri, nonce: "n" });
      const headers = { "Content-Type": "application/json" };
      return (await fetch("/sign-in/token", { method: "POST", headers, body })).status;
    }, { code, redirectUri: `${desk.origin}sign-in` });
    assert.equal(status, 400);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expectSignedIn(page, "Robin");
  }));

journey("a token for another service lets nobody in", options, ({ page }) =>
  withIssuer({}, async ({ desk, provider }) => {
    await provider.tell({ audience: "api://somebody-else" });
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectVisible(page.getByText("You were not signed in"));
    await expectHidden(person(page, ""));
    await provider.tell({ audience: provider.audience });
    await page.context().clearCookies();
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
  }));

journey("keys that the issuer has taken back count no more, and new ones do", options, ({ page }) =>
  withIssuer({ seconds: 20 }, async ({ desk, provider }) => {
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    await provider.tell({ rotate: true });
    await eventually(
      async () => (await provider.tell({})).filter((request) => request === "POST /token").length,
      (count) => count > 0,
      "a renewal with the new key",
    );
    await page.getByRole("link", { name: "Portfolio", exact: true }).click();
    await expectVisible(page.getByRole("heading", { level: 1, name: "Portfolio" }));
    await expectHidden(page.getByText(OVER));
  }));

journey("an issuer whose clock is a little wrong is believed", options, ({ page }) =>
  withIssuer({ clock: 20 }, async ({ desk }) => {
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
  }));

for (const [words, clock] of [["ahead", 1_200], ["behind", -1_200]]) {
  journey(`an issuer whose clock is twenty minutes ${words} lets nobody in`, options, ({ page }) =>
    withIssuer({ clock, seconds: 600 }, async ({ desk }) => {
      await page.goto(desk.origin);
      await signInAs(page, "robin");
      await expectVisible(page.getByText("You were not signed in"));
      await expectHidden(person(page, ""));
    }));
}

journey("a clock of the browser that is days wrong changes nothing", options, ({ page }) =>
  withIssuer({}, async ({ desk }) => {
    await page.clock.setSystemTime(Date.now() + 5 * 86_400_000);
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
  }));

journey("whoever says no at the issuer, or has no role, is told", options, ({ page }) =>
  withIssuer({}, async ({ desk }) => {
    await page.goto(desk.origin);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await atTheIssuer(page, "");
    await expectVisible(page.getByText("access_denied"));
    await signInAs(page, "nobody");
    await expectVisible(page.getByText("Nobody, you have no role in Prorata"));
    await expectHidden(page.getByRole("navigation"));
  }));

journey("signing out forgets the person here and at the issuer", options, ({ page }) =>
  withIssuer({}, async ({ desk }) => {
    await page.goto(`${desk.origin}customers?search=nor`);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    await person(page, "Robin").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign out there" }).click();
    await expectVisible(page.getByText("You are signed out."));
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    assert.deepEqual(kept, [], "the tab remembers nothing of the person");
    await page.goto(`${desk.origin}customers`);
    await expectVisible(page.getByRole("heading", { level: 1, name: "Sign in" }));
    await signInAs(page, "kim");
    await expectSignedIn(page, "Kim, Sales agent");
    await expectText(page.locator(".context-bar"), "Sales agent");
  }));

journey("signing out in one tab signs out the others, and what was typed there waits", options, ({ page, context }) =>
  withIssuer({}, async ({ desk, provider }) => {
    await page.goto(desk.origin);
    await signInAs(page, "robin");
    await expectSignedIn(page, "Robin");
    const other = await context.newPage();
    await other.goto(`${desk.origin}customers`);
    await expectSignedIn(other, "Robin");
    await search(other).fill("nor");
    await person(page, "Robin").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign out there" }).click();
    await expectVisible(page.getByText("You are signed out."));

    await expectVisible(other.getByText("You are signed out."));
    await expectHidden(other.getByRole("navigation"));
    await expectHidden(search(other));
    await provider.tell({});
    await other.getByRole("dialog").getByRole("button", { name: "Sign in", exact: true }).click();
    await atTheIssuer(other, "robin");
    await expectSignedIn(other, "Robin");
    await eventually(() => search(other).inputValue(), (text) => text === "nor", "what was typed");
  }));

function search(page) {
  return page.getByRole("searchbox").first();
}
