// A server on which people sign in, for one journey: with a certified OpenID provider, or with accounts of its own.

import { once } from "node:events";
import { createServer } from "node:net";

import { provide } from "../issuer/provider.mjs";
import { eventually, expectVisible } from "./expect.mjs";
import { BASE, BUNDLE, untilTheEnd } from "./journey.mjs";
import { SERVER, team } from "./team.mjs";

/// What a browser says of an answer that a journey is about.
export const REFUSED = [/status of 40[01349]/, /status of 503/];

/// Runs `steps` with a server behind an issuer. `options` are those of the issuer.
export async function withIssuer(options, steps) {
  const port = await freePort();
  const redirect = `http://127.0.0.1:${port}${BASE}sign-in`;
  const provider = untilTheEnd(await provide({ redirect, ...options }));
  const desk = await start(port, [
    ["--sign-in-issuer", provider.issuer],
    ["--sign-in-client-id", provider.clientId],
    ["--sign-in-audience", provider.audience],
    ["--sign-in-scope", provider.scope],
    ["--sign-in-keys-seconds", "1"],
  ]);
  await steps({ desk, provider });
}

/// Runs `steps` with a server that has accounts of its own. `invitation` is the link that it prints at first.
export async function withAccounts(steps) {
  const desk = await start(await freePort(), [["--sign-in-local"]]);
  await steps({ desk, invitation: await invitationOf(desk) });
}

/// The link of the first invitation, which a server with accounts of its own prints.
export function invitationOf(server) {
  const link = () => /http\S+#invitation=\S+/.exec(server.printed.join("\n"))?.[0];
  return eventually(link, Boolean, "the link of the first invitation");
}

async function start(port, settings) {
  const listen = `127.0.0.1:${port}`;
  const own = ["--listen", listen, "--public-url", `http://${listen}`, ...settings.flat()];
  return untilTheEnd(await team(SERVER, BUNDLE, BASE, own));
}

/// A port that nobody listened on a moment ago: the issuer has to know it before the server starts.
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/// Signs in at the issuer under a name, from a page that asks for it.
export async function signInAs(page, name) {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await atTheIssuer(page, name);
}

/// Says at the issuer who it is.
export async function atTheIssuer(page, name) {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in there" }).click();
}

/// The password of accounts.
export const PASSWORD = "correct horse battery";

/// Creates an account on the page that a link of an invitation leads to.
export async function createAccount(page, name) {
  await page.getByLabel("Account name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Repeat the password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
}

/// Invites somebody on the page of people, and gives the link.
export async function invite(page, role) {
  await page.locator("#main").getByLabel("Role", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Create invitation" }).click();
  return await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
}

/// Waits until somebody is in, as the frame of the page says.
export async function expectSignedIn(page, name) {
  await expectVisible(person(page, name));
}

/// The menu of who has signed in.
export function person(page, name) {
  return page.getByRole("button", { name: new RegExp(`^Signed in: ${name}`) });
}
