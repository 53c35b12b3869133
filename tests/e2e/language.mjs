// The languages of the page.

import { eventually } from "./expect.mjs";

/// Their tags.
export const LANGUAGES = ["en", "de", "sv", "nl", "zh-CN"];

/// Goes on in another language on the same page, even where a dialog or a narrow screen hides the choice.
export async function speak(page, language) {
  await page.locator("#language").evaluate((choice, language) => {
    choice.value = language;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
  await eventually(() => page.locator("html").getAttribute("lang"), (tag) => tag === language, `a page in ${language}`);
}
