// Starts an issuer (issuer.mjs) for one journey.

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { remember } from "../e2e/children.mjs";

const PROGRAM = fileURLToPath(new URL("issuer.mjs", import.meta.url));

/// An issuer that knows the page under `redirect`. Its tokens are good for so many `seconds`, there is a `refresh` token
/// or none, and its `clock` is so many seconds before ours.
export async function provide({ redirect, seconds = 3600, refresh = true, clock = 0 }) {
  const settings = { redirect, seconds, refresh, clock, audience: "api://prorata", partner: "contoso" };
  const child = fork(PROGRAM, { env: { ...process.env, ISSUER: JSON.stringify(settings) }, silent: true });
  const ended = remember(child);
  const [{ issuer }] = await Promise.race([
    once(child, "message"),
    ended.then(() => {
      throw new Error("the issuer does not start");
    }),
  ]);
  let asked = 0;
  return {
    issuer,
    audience: settings.audience,
    clientId: "prorata",
    scope: "openid profile offline_access Records",
    /// Has it act otherwise from now on, and answers what it was asked since the last time.
    async tell(wanted) {
      const id = (asked += 1);
      const answered = new Promise((resolve) => {
        child.on("message", function hear(message) {
          if (message.id !== id) return;
          child.off("message", hear);
          resolve(message.requests);
        });
      });
      child.send({ id, ...wanted });
      return answered;
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
