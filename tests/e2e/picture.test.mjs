// Charts that are taken along: as a file with its own words and colours, and as a picture on the clipboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { openRefund, payable } from "./desk.mjs";
import { expectVisible } from "./expect.mjs";
import { journey } from "./journey.mjs";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

journey("a chart is saved as SVG and copied as a picture", CLIPBOARD, async ({ page }) => {
  await openRefund(page, "Meridian Quill Publishing, Inc.", "Storefront");
  await expectVisible(payable(page));
  const chart = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "What is paid out on which day" }) });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", { name: "Download as SVG" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^prorata-chart-\d{4}-\d\d-\d\d\.svg$/);
  const svg = await readFile(await download.path(), "utf8");
  for (const words of ["What is paid out on which day", ...(await chart.locator(".axis-y li, .legend li").allInnerTexts())]) {
    assert.ok(svg.includes(words.trim()), `${words} in ${svg}`);
  }
  assert.doesNotMatch(svg, /var\(|class=|light-dark/, "its colours need no style sheet");
  const width = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    return image.width;
  }, svg);
  assert.equal(width, 960, "it is whole");

  await chart.getByRole("button", { name: "Copy as picture" }).click();
  await expectVisible(page.getByText("Copied", { exact: true }));
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType("image/png"));
    return [picture.width, picture.height];
  });
  assert.equal(size[0], 1920);
  assert.ok(size[1] > 700, `${size[1]} pixels`);
});
