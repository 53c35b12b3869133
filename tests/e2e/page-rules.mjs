// Every page follows the rules of two engines, shows the focus, and fits a screen of 768 and of 320 pixels in every language.

import { expectAccessible, expectByAxe, expectByEqualAccess, expectStatesWithoutColours, SCHEMES } from "./accessible.mjs";
import { PROGRAM, journey } from "./journey.mjs";
import { expectFocusSeen } from "./keyboard.mjs";
import { LANGUAGES, speak } from "./language.mjs";
import { ENLARGED, expectFits, expectRoomForSpacing, expectWhole, NARROW, UPRIGHT } from "./narrow.mjs";
import { PAGES } from "./pages.mjs";

/// Asks both engines for every page in every language and in all its colours, which takes a quarter of an hour.
const ALL = process.env.PRORATA_AUDIT === "all";

/// Journeys to every `of`th page, beginning with the one at `first`, so that a file need not have all of them: together they
/// take longer than any other, and the journeys of a file are made one after the other.
export function journeysToPages({ first, of }) {
  for (const [place, page] of PAGES.entries()) {
    if (place % of === first) journeyTo(page, LANGUAGES[place % LANGUAGES.length]);
  }
}

function journeyTo({ name, open, expected }, lastLanguage) {
  journey(`accessible and fit for 320 pixels: ${name}`, { expected }, async ({ page }) => {
    await open(page);
    // It opens, and nothing goes wrong behind it. What it looks like is the same files, whoever answers it.
    if (PROGRAM) return;

    await expectAccessible(page);
    await expectFocusSeen(page);
    if (ALL) await expectAllAccessible(page);
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const screen of [UPRIGHT, NARROW, ENLARGED]) {
        await page.setViewportSize(screen);
        await expectFits(page);
      }
      await expectWhole(page);
    }
    await speak(page, lastLanguage);
    await expectByAxe(page, "light");
    await expectStatesWithoutColours(page);
    await expectFocusSeen(page);
    await page.setViewportSize(NARROW);
    await expectRoomForSpacing(page);
  });
}

async function expectAllAccessible(page) {
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const scheme of Object.keys(SCHEMES)) {
      await expectByAxe(page, scheme);
      await expectByEqualAccess(page, scheme);
    }
  }
}
