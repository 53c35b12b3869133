// The server for a team in the place of the static host: each journey has one of its own, with the
// demonstration as it is at first.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { remember } from "./children.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/// The program of the server, for a journey that starts one of its own.
export const SERVER = process.env.PRORATA_DESK ?? join(ROOT, "target", "debug", "prorata-server");

/// Starts the program on a free port with the page of a bundle that was built for `base`; `more` is set beside.
export async function team(program, bundle, base, more = []) {
  const folder = await mkdtemp(join(tmpdir(), "prorata-team-"));
  const server = await started(program, ["--demo", "--data", join(folder, "desk.sqlite"), ...more], { bundle, base });
  return {
    ...server,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/// Starts the program with arguments that say neither where it listens nor which page it has.
export async function started(program, settings, { bundle, base, cwd }) {
  const env = { ...process.env, PRORATA_SERVER_LISTEN: "127.0.0.1:0", PRORATA_SERVER_PAGE: bundle };
  const child = spawn(program, settings, { cwd, env, stdio: ["ignore", "pipe", "ignore"] });
  const ended = remember(child);
  const lines = createInterface(child.stdout);
  const printed = [];
  lines.on("line", (line) => printed.push(line));
  const [line] = await Promise.race([once(lines, "line"), ended]);
  const origin = /http:\S+/.exec(String(line))?.[0];
  if (!origin) throw new Error(`${program} does not start: ${line}`);
  return {
    /// The address of the page.
    origin: new URL(base, origin).href,
    /// The lines that it has printed so far.
    printed,
    async close() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
