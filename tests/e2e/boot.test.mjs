// How the page begins: with text at once, then the application, without a problem.

import assert from "node:assert/strict";

import { createServer } from "node:http";

import { expectAccessible } from "./accessible.mjs";
import { expectVisible } from "./expect.mjs";
import { BASE, journey } from "./journey.mjs";

const HELD = { ofBrowser: "it is the static host that can be held up" };
const FRAMED = { ofBrowser: "the server lets nobody frame it, and its own tests see to that" };

journey("text is on the screen before any WebAssembly arrives", HELD, async ({ page, server }) => {
  const release = server.hold(/\.wasm$/);
  await page.goto("./", { waitUntil: "commit" });
  await expectVisible(page.getByText("Prorata").first());
  assert.equal(await page.getByRole("table").count(), 0, "the application has not started yet");
  release();
  await expectVisible(page.getByRole("heading", { level: 1 }));
});

journey("the application starts without a problem and is accessible", async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("heading", { level: 1 }));
  await expectAccessible(page);
});

journey("in a frame of another origin there is only a way out", FRAMED, async ({ page, context, server }) => {
  server.allowFrames();
  const address = `${server.origin}customers/?search=kupfer`;
  const stranger = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(`<!doctype html><title>x</title><iframe src="${address}" width="900" height="600"></iframe>`);
  });
  await new Promise((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${stranger.address().port}/`);
    const frame = page.frameLocator("iframe");
    await expectVisible(frame.getByRole("heading", { name: "Prorata does not run inside another page" }));
    assert.equal(await frame.getByRole("table").count(), 0);
    const wayOut = frame.getByRole("link", { name: "Open Prorata in a new tab" });
    const [opened] = await Promise.all([context.waitForEvent("page"), wayOut.click()]);
    await expectVisible(opened.getByRole("table", { name: "Customers" }));
    assert.equal(opened.url(), address);
  } finally {
    stranger.close();
  }
});

journey("a frame of the same origin shows the application", FRAMED, async ({ page, server }) => {
  server.allowFrames();
  await page.route("**/frame", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe src="${BASE}customers/"></iframe>` }),
  );
  await page.goto("./frame");
  await expectVisible(page.frameLocator("iframe").getByRole("table", { name: "Customers" }));
});

// The journeys through every page see that nothing of the application itself is held up.
const POLICY = { expected: [/require-trusted-types-for/, /trusted-types/, /TrustedScriptURL/, /TrustedHTML/, /TrustedTypePolicy/] };

journey("no text becomes markup or the address of a script", POLICY, async ({ page }) => {
  await page.goto("./");
  await expectVisible(page.getByRole("table", { name: "Customers" }));
  const refused = await page.evaluate(() => {
    const isRefused = (work) => {
      try {
        work();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    };
    const element = () => document.createElement("div");
    return [
      isRefused(() => Object.assign(element(), { innerHTML: "<img src=x onerror=alert(1)>" })),
      isRefused(() => Object.assign(element(), { innerHTML: "<p onclick=alert(1)>x</p>" })),
      isRefused(() => Object.assign(element(), { innerHTML: "<a href='javascript:alert(1)'>x</a>" })),
      isRefused(() => Object.assign(document.createElement("script"), { src: "https://elsewhere.example/x.js" })),
      isRefused(() => trustedTypes.createPolicy("another", {})),
      isRefused(() => trustedTypes.createPolicy("default", {})),
    ];
  });
  assert.deepEqual(refused, refused.map(() => true));
});
