// What a journey through the page needs: a browser, the bundle on a server, and the certainty that
// nothing went wrong on the way without being noticed.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { endAll } from "./children.mjs";
import { serve } from "./server.mjs";
import { team } from "./team.mjs";

/// The path that the bundle was built for.
export const BASE = "/prorata/";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/// The folder of the page.
export const BUNDLE = process.env.PRORATA_BUNDLE ?? join(ROOT, "target", "bundle");
/// Names the program of the server for a team, which then stands in the place of the static host.
export const PROGRAM = process.env.PRORATA_TEAM;
/// Who does what is done, in the record of activities: nobody signs in to the server of a journey.
export const PERSON = PROGRAM ? "Administrator" : "Robin Berg";
const RESULTS = join(ROOT, "test-results");

const JOURNEY_MS_MAX = 120_000;
const WAIT_MS_MAX = 30_000;
// A last moment for what the last step may still set off.
const SETTLE_MS = 150;

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
let server;
const hosts = [];

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ARGUMENTS,
  });
});

after(async () => {
  endAll();
  await browser?.close();
  await server?.close();
});

/// Defines a test in a browser context of its own: with no data, cookies or service worker from
/// another one. It fails on every console error, uncaught exception and violation of the content
/// security policy, except those that `options.expected` (a list of patterns) says belong to it.
/// The other options are those of the context; `steps` may ask for further contexts, such as that of
/// another person, by `visitor`.
///
/// Every journey is made twice: with the backend in the browser, and with the server for a team. One that is about the
/// browser as the host, or about a static one, says by `ofBrowser` why it is not made with the server. A journey that
/// brings hosts of its own says so by `hasHost`, and is made once.
///
/// The time zone is the one farthest from UTC, so that a date that is not counted in UTC shows.
export function journey(title, options, steps) {
  if (typeof options === "function") return journey(title, {}, options);
  const { expected = [], hasHost = false, ofBrowser = hasHost && "it brings its own host", ...contextOptions } = options;
  const skip = PROGRAM ? ofBrowser : false;

  return test(title, { timeout: JOURNEY_MS_MAX, skip }, async () => {
    const contexts = [];
    const problems = [];
    const host = hasHost ? undefined : await ordinaryHost();
    const visitor = async (furtherOptions) => {
      const context = await newContext(host, { ...contextOptions, ...furtherOptions });
      contexts.push(context);
      await watch(context, problems);
      return { context, page: await context.newPage() };
    };
    try {
      await steps({ ...(await visitor()), visitor, server: host });
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const unexpected = problems.filter((text) => !expected.some((known) => known.test(text)));
      assert.deepEqual(unexpected, [], "nothing goes wrong behind the page");
    } catch (error) {
      await screenshots(contexts, title);
      if (problems.length > 0) console.error(problems.join("\n"));
      throw error;
    } finally {
      server?.reset();
      await Promise.all(contexts.map((context) => context.close()));
      if (host && host !== server) await host.close();
      for (const own of hosts.splice(0)) await own.close();
    }
  });
}

/// Keeps a host that a journey has started until its pages are closed: what a page asks for at the last moment would
/// else go wrong. `host` ends by its `close`; the one that came last ends first.
export function untilTheEnd(host) {
  hosts.unshift(host);
  return host;
}

/// A `journey` for files that are about the browser as the host from end to end, with the reason.
export function browserJourney(ofBrowser) {
  return (title, options, steps) =>
    typeof options === "function" ? journey(title, { ofBrowser }, options) : journey(title, { ofBrowser, ...options }, steps);
}

/// The static host, which all journeys share, or a server of its own for each.
async function ordinaryHost() {
  if (PROGRAM) return team(PROGRAM, BUNDLE, BASE);
  return (server ??= await serve(BUNDLE, BASE));
}

async function newContext(host, options) {
  const context = await browser.newContext({
    baseURL: host?.origin,
    colorScheme: "light",
    locale: "en-US",
    reducedMotion: "reduce",
    timezoneId: "Pacific/Kiritimati",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(WAIT_MS_MAX);
  return context;
}

/// Collects what goes wrong in every page of a context.
async function watch(context, problems) {
  context.on("console", (message) => {
    if (message.type() === "error") {
      problems.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  context.on("page", (page) => page.on("crash", () => problems.push("crash")));
  await context.exposeBinding("reportViolation", (_, text) => problems.push(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

async function screenshots(contexts, title) {
  const name = title.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase();
  await mkdir(RESULTS, { recursive: true });
  for (const [place, page] of contexts.flatMap((context) => context.pages()).entries()) {
    const path = join(RESULTS, `${name}-${place + 1}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => {});
  }
}
