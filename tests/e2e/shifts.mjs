// How much of what is on screen moves by itself, as browsers count it.

import assert from "node:assert/strict";

/// What nobody notices: the same limit as for Lighthouse (xtask/lighthouse/measure.mjs).
const SHIFT_MAX = 0.02;

/// Has the pages of a context keep what moves in them; call it before they are opened.
export async function watchShifts(context) {
  await context.addInitScript(() => {
    const shifts = [];
    const named = ({ node, previousRect, currentRect }) => {
      const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
      return `${element?.outerHTML.slice(0, 100)} from ${previousRect.y} to ${currentRect.y}`;
    };
    const keep = (entries) => {
      for (const { value, hadRecentInput, sources } of entries) {
        if (!hadRecentInput) shifts.push({ value, sources: sources.map(named) });
      }
    };
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.shiftsSoFar = () => {
      keep(observer.takeRecords());
      return shifts;
    };
  });
}

/// Fails when more has moved in a page since it was opened than anybody may notice.
export async function expectStill(page) {
  const shifts = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // What was drawn last is counted once it has been painted.
    await frame();
    await frame();
    return window.shiftsSoFar();
  });
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  assert.ok(sum < SHIFT_MAX, `${page.url()} moves by ${sum}:\n${JSON.stringify(shifts, null, 2)}`);
}
