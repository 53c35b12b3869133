// The programs that journeys start. None may outlive the journeys of its file: the file would wait for it.

import { once } from "node:events";

const running = new Set();

/// Keeps a child in mind, and gives a promise of its end.
export function remember(child) {
  running.add(child);
  const ended = once(child, "exit");
  const forget = () => running.delete(child);
  ended.then(forget, forget);
  return ended;
}

/// Ends what a journey that was given up has left.
export function endAll() {
  for (const child of running) child.kill("SIGKILL");
}
