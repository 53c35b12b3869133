// The accessibility rules of axe-core and of IBM's Equal Access engine, on the page as it stands.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const AXE = await readFile(resolve("axe-core/axe.min.js"), "utf8");
const EQUAL_ACCESS = await readFile(resolve("accessibility-checker-engine/ace.js"), "utf8");

/// How a page can look, as the browser is told.
export const SCHEMES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { colorScheme: "dark", forcedColors: "active" },
};
const AT_FIRST = { colorScheme: "light", forcedColors: "none" };

/// What the second engine cannot tell and asks a person to look at, or says of what it does not see, with the
/// reason why it is no violation here. Everything else that it finds under WCAG 2.2 A and AA is one.
const ANSWERED = {
  aria_keyboard_handler_exists: "keys are heard at the window; `find.test.mjs` goes through the results by them",
  element_tabbable_unobscured: "it looks at the page as it is scrolled now; `expectFocusSeen` scrolls to each control",
  element_tabbable_visible: "the link that leads past the header appears with the focus, as `tabTo` sees",
  "fieldset_label_valid Fail_2": "the groups of the same name stand in groups of different names",
  form_submit_button_exists: "what is calculated follows each keystroke, so that nothing is submitted",
  input_checkboxes_grouped: "a switch stands for itself",
  input_label_visible: "a symbol that is drawn beside or within the control says the same",
  style_color_misuse: "it asks this of every style sheet; docs/accessibility.md tells how colours are used",
  style_focus_visible: "it does not compute outlines; `expectFocusSeen` does, of each control",
  "target_spacing_sufficient potential_overlap": "it takes what an open dialog covers for a target; axe measures as well",
  text_block_heading: "an amount in large digits is what the heading above it is about",
  text_sensory_misuse: "it asks for words such as left, upper and large, which stand for what remains and for amounts",
  widget_tabbable_exists: "the results of a search are gone through while the focus stays in its field",
};

/// Fails on any violation of any of axe's rules, best practices included, in each of the colour
/// schemes, and of the rules of the second engine in the last of them.
export async function expectAccessible(page, schemes = ["light", "dark"]) {
  for (const scheme of schemes) {
    await expectByAxe(page, scheme);
  }
  await expectByEqualAccess(page, schemes.at(-1));
}

/// Fails where the colours that a person has chosen for all pages hide which one of several is meant: surfaces and
/// shadows are gone then, and every border is drawn.
export async function expectStatesWithoutColours(page) {
  await inScheme(page, "forced", "what is meant", () => page.evaluate(untold));
}

/// The elements that look like those beside them, though only they are current, chosen or pressed.
function untold() {
  const LOOKS = ["backgroundColor", "borderBlockColor", "borderInlineColor", "borderBlockWidth", "borderInlineWidth"];
  const looks = (element, part) => {
    const style = getComputedStyle(element, part);
    return [...LOOKS, "outlineStyle", "textDecorationLine", "content"].map((name) => style[name]).join(" ");
  };
  const all = (element) => [null, "::before", "::after"].map((part) => looks(element, part)).join(" / ");
  const meant = '[aria-current]:not([aria-current="false"]), [aria-selected="true"], [aria-pressed="true"]';
  return [...document.querySelectorAll(meant)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const list = element.parentElement.closest("ul, ol, tr, [role=listbox], [role=row]") ?? element.parentElement;
      const others = [...list.querySelectorAll(element.tagName)].filter((other) => !other.matches(meant));
      return others.some((other) => all(other) === all(element));
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

/// Fails on any violation of any of axe's rules.
export async function expectByAxe(page, scheme) {
  await inScheme(page, scheme, "axe", async () => {
    // Once for each document.
    if (!await page.evaluate(() => "axe" in window)) await page.evaluate(AXE);
    return page.evaluate(async (isForced) => {
      const options = {
        resultTypes: ["violations"],
        rules: {
          // The only rule of WCAG 2.2 AA that axe leaves out unless it is asked for.
          "target-size": { enabled: true },
          // Where the browser forces colours, axe takes those of letters for the page's own.
          "color-contrast": { enabled: !isForced },
        },
      };
      const { violations } = await window.axe.run(document, options);
      return violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        places: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
    }, scheme === "forced");
  });
}

/// Fails on any violation that IBM's engine finds and that is not answered above.
export async function expectByEqualAccess(page, scheme) {
  await inScheme(page, scheme, "Equal Access", async () => {
    return page.evaluate(async ({ source, answered }) => {
      // It makes itself known by a variable, which is one of the page only where the page evaluates it.
      if (!window.ace) (0, eval)(source);
      const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
      return results
        .filter(({ value: [kind, verdict] }) => kind === "VIOLATION" && verdict !== "PASS")
        .filter(({ ruleId, reasonId }) => !answered.includes(ruleId) && !answered.includes(`${ruleId} ${reasonId}`))
        // It takes what is folded for shown, and its label for missing. That is looked at unfolded.
        .filter(({ node }) => node?.checkVisibility?.() ?? true)
        .map(({ ruleId, reasonId, message, snippet }) => ({ rule: `${ruleId} ${reasonId}: ${message}`, place: snippet }));
    }, { source: EQUAL_ACCESS, answered: Object.keys(ANSWERED) });
  });
}

async function inScheme(page, scheme, engine, violations) {
  await page.emulateMedia(SCHEMES[scheme]);
  assert.deepEqual(await violations(), [], `${engine} in ${scheme} at ${page.url()}`);
  await page.emulateMedia(AT_FIRST);
}
