// The radar: what is coming up for all customers and for one, as a list and as a calendar file; and the
// reservations that are selected in the list of a customer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { expectAccessible } from "./accessible.mjs";
import { openCustomer, openCustomers, payable, utcDay } from "./desk.mjs";
import { eventually, expectHidden, expectText, expectUrl, expectVisible, rows } from "./expect.mjs";
import { journey } from "./journey.mjs";
import { tabTo } from "./keyboard.mjs";

const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";

journey("all customers are read one by one, by date or the most money first", async ({ page, context }) => {
  await context.addInitScript(countRequests);
  await openCustomers(page);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  await expectUrl(page, /\/radar\/?$/);
  await expectComplete(page);
  const next = (await rows(radar(page))).map((date) => Date.parse(`${/\w+ \d+, \d{4}/.exec(date.Date)[0]} UTC`));
  const isToCome = next.map((day) => day > Date.parse(utcDay(0)));
  assert.deepEqual(isToCome, [...isToCome].sort((one, other) => other - one), "what is already so comes last");
  const coming = next.filter((_, place) => isToCome[place]);
  assert.deepEqual(coming, [...coming].sort((one, other) => one - other));

  await radar(page).getByRole("button", { name: "At stake" }).click();
  await radar(page).getByRole("button", { name: "At stake" }).click();
  await expectUrl(page, /sort=-stake/);
  const dates = await rows(radar(page));
  assert.ok(dates.length > 50, `${dates.length} dates`);
  const dollars = dates.map((date) => usd(date["At stake"])).filter((amount) => amount !== null);
  assert.deepEqual(dollars, [...dollars].sort((one, other) => other - one));
  const customers = new Set(dates.map((date) => date.Customer));
  assert.ok(customers.size > 10, `${customers.size} customers`);
  for (const kind of ["Exchange right", "Expires", "No longer sold", "Five-day window closes", "Refund cap replenished"]) {
    assert.ok(dates.some((date) => date["What changes"].startsWith(kind)), kind);
  }
  const most = await page.evaluate(() => window.requestsAtOnceMost);
  assert.ok(most > 1 && most <= 4, `${most} requests at once`);
});

journey("a kind is chosen, and a link shows it again", async ({ page }) => {
  await openCustomerRadar(page, KUPFERHAIN);
  await page.getByLabel("What changes").selectOption("Exchange right");
  await expectUrl(page, /kind=exchange-right/);
  const dates = await rows(radar(page));
  assert.ok(dates.length > 0);
  for (const date of dates) assert.match(date.Date, /Feb 1, 2027/);
  const count = await page.getByText(/^\d+ of \d+ dates$/).innerText();
  await page.reload();
  await expectComplete(page);
  await expectVisible(page.getByText(count, { exact: true }));
});

journey("the calendar file holds what is shown, on the UTC days of the records", async ({ page }) => {
  await openCustomerRadar(page, KUPFERHAIN);
  const dates = await rows(radar(page));
  const first = await downloadedCalendar(page);
  const daysShown = new Set(dates.map((date) => /\w+ \d+, \d{4}/.exec(date.Date)[0]));
  assert.equal(first.events.length, daysShown.size, "one event a day");
  const ids = first.events.map((event) => event.UID);
  assert.equal(new Set(ids).size, ids.length, "each event has an id of its own");
  for (const date of dates) {
    const name = date["Azure reservation"];
    const told = first.events.some((event) => name === "Refund cap" || `${event.SUMMARY}\n${event.DESCRIPTION}`.includes(name));
    assert.ok(told, `${name} is in no event`);
  }

  // Bought five and three days ago: the window closes on the sixth day after the purchase.
  const closes = first.events.filter((event) => event.SUMMARY.includes("Five-day window closes"));
  const days = closes.map((event) => event["DTSTART;VALUE=DATE"]).sort();
  assert.deepEqual(days, [utcDay(1), utcDay(3)].map(plain));
  for (const event of closes) {
    const next = new Date(`${iso(event["DTSTART;VALUE=DATE"])}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    assert.equal(event["DTEND;VALUE=DATE"], plain(next.toISOString().slice(0, 10)));
  }
  const right = first.events.find((event) => event.DESCRIPTION.includes("Exchange right: ERP Datenbank"));
  assert.equal(right["DTSTART;VALUE=DATE"], "20270201");
  assert.match(right.SUMMARY, /^\d+ dates: Exchange right/);
  assert.match(right.DESCRIPTION, /At stake on .+: €[\d,]+\.\d\d \(≈ \$[\d,]+\.\d\d\)/);
  assert.match(right.DESCRIPTION, /http.+\/prorata\/reservation\?customer=.+&order=.+&reservation=/);
  assert.match(right.URL, /^http.+\/prorata\/customer\/radar\?customer=/);

  // An expiry date is the first day without the reservation, on screen and in the calendar.
  const title = `Expires: Archivspeicher (${KUPFERHAIN})`;
  const expires = first.events.find((event) => `${event.SUMMARY}\n${event.DESCRIPTION}`.includes(title));
  await page.getByRole("link", { name: "Archivspeicher", exact: true }).first().click();
  const shown = page.locator("dd time").filter({ hasText: /20\d\d/ });
  await expectVisible(shown);
  const records = await shown.evaluateAll((times) => times.map((time) => time.dateTime));
  assert.ok(records.includes(iso(expires["DTSTART;VALUE=DATE"])), `${records}`);

  // Another day, another file, the same events.
  await page.goBack();
  await expectComplete(page);
  const second = await downloadedCalendar(page);
  assert.deepEqual(second.events.map((event) => event.UID).sort(), [...ids].sort());
  assert.ok(second.events.every((event) => Number(event.SEQUENCE) >= Number(first.events[0].SEQUENCE)));
});

journey("a span of time is pressed, tells what it comes to, and stands in the address", async ({ page }) => {
  await openCustomerRadar(page, KUPFERHAIN);
  const spans = page.getByRole("list", { name: "When" }).getByRole("button");
  const all = (await rows(radar(page))).length;
  const counts = (await spans.allInnerTexts()).map((text) => Number(/(\d+) dates?/.exec(text)[1]));
  assert.equal(counts.reduce((sum, count) => sum + count), all, "every date is in one span");
  assert.ok(counts[0] > 0 && counts[0] < all, `${counts}`);
  const week = page.getByRole("button", { name: /^Within a week/ });
  await tabTo(page, week);
  await page.keyboard.press("Enter");
  await expectUrl(page, /when=week/);
  await eventually(async () => (await rows(radar(page))).length, (count) => count === counts[0], "the dates of the week");
  assert.equal(await week.getAttribute("aria-pressed"), "true");
  await expectAccessible(page);
  const { events } = await downloadedCalendar(page);
  assert.ok(events.every((event) => event["DTSTART;VALUE=DATE"] <= plain(utcDay(7))));
  await page.reload();
  await expectComplete(page);
  await expectVisible(page.getByText(`${counts[0]} of ${all} dates`));
  await week.click();
  await expectVisible(page.getByText(`${all} of ${all} dates`));
});

journey("the calendar speaks the language of the page", { locale: "zh-CN" }, async ({ page }) => {
  await page.goto("./radar/?kind=exchange-right");
  await expectVisible(page.getByRole("heading", { level: 1, name: "到期与变更提醒" }));
  await expectVisible(page.getByText("已全部读取。"));
  const { events } = await downloadedCalendar(page, "下载为日历文件");
  assert.ok(events.length > 0);
  assert.ok(events.every((event) => /^(兑换权利：|\d+ 个日期：兑换权利$)/.test(event.SUMMARY)), events[0].SUMMARY);
});

journey("one customer of many fails, and is read at another try", async ({ page, context }) => {
  await context.addInitScript(failFor);
  await openCustomers(page);
  const link = page.getByRole("link", { name: KUPFERHAIN, exact: true });
  const id = new URL(await link.getAttribute("href"), page.url()).searchParams.get("customer");
  await page.evaluate((customer) => sessionStorage.setItem("fails-for", customer), id);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  await expectComplete(page);
  const notice = page.getByRole("status").filter({ hasText: "The radar is not complete" });
  await expectText(notice, `${KUPFERHAIN} is missing. Something went wrong.`);
  await expectAccessible(page);
  const before = await datesCount(page);
  assert.ok(before > 50);
  assert.ok((await rows(radar(page))).every((date) => date.Customer !== KUPFERHAIN));

  await page.evaluate(() => sessionStorage.removeItem("fails-for"));
  await page.getByRole("button", { name: `Try again: ${KUPFERHAIN}` }).click();
  await expectHidden(notice);
  await expectComplete(page);
  assert.ok((await rows(radar(page))).some((date) => date.Customer === KUPFERHAIN));
  assert.ok((await datesCount(page)) > before, "the others are still there");
});

journey("the radar by the keyboard alone", async ({ page }) => {
  await openCustomers(page);
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Radar" }));
  await page.keyboard.press("Enter");
  await expectVisible(page.getByRole("heading", { level: 1, name: "Radar" }));
  await expectComplete(page);
  await tabTo(page, page.getByRole("button", { name: "Download as calendar file" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /^prorata-radar-\d{4}-\d\d-\d\d\.ics$/);
  await tabTo(page, page.getByLabel("What changes"));
  await page.keyboard.type("No longer");
  await expectUrl(page, /kind=not-sold/);
  await tabTo(page, radar(page).getByRole("button", { name: "At stake" }));
  await page.keyboard.press("Enter");
  await expectUrl(page, /sort=stake/);
  await tabTo(page, radar(page).getByRole("link", { name: /^Refund: / }).first());
  await page.keyboard.press("Enter");
  await expectUrl(page, /\/reservation\/refund/);
});

journey("reservations are selected by the keyboard, and go into one exchange", async ({ page }) => {
  await openCustomer(page, KUPFERHAIN);
  const all = page.getByRole("checkbox", { name: "Select all shown reservations" });
  const exchange = page.getByRole("link", { name: "Exchange selected" });
  const compare = page.getByRole("link", { name: "Compare selected" });
  const box = (name) => page.getByRole("checkbox", { name: `Select: ${name}`, exact: true });
  await expectReason(page, exchange, "Select at least one reservation first.");
  await expectReason(page, compare, "Select at least one reservation first.");

  await tabTo(page, box("Fertigungsleitstand"));
  await page.keyboard.press("Space");
  await expectVisible(page.getByText("1 selected", { exact: true }));
  assert.equal(await all.evaluate((box) => box.indeterminate), true, "some are selected");
  await box("Konstruktion CAD").check();
  await eventually(() => exchange.getAttribute("href"), Boolean, "an address");
  const address = new URL(await exchange.getAttribute("href"), page.url());
  assert.match(address.pathname, /\/exchange$/);
  assert.equal(address.searchParams.getAll("reservation").length, 2);
  for (const one of address.searchParams.getAll("reservation")) assert.match(one, /^[0-9a-f-]{36}\/[0-9a-f-]{36}/);
  assert.match(await compare.getAttribute("href"), /\/comparison\?customer=/);

  // The selection stays while filters hide a part of it.
  await page.getByLabel("Search by name, product, region or ID").fill("CAD");
  await expectVisible(page.getByText("2 selected, 1 of them not shown", { exact: true }));
  assert.equal(await all.isChecked(), true, "everything that is shown");
  await page.getByLabel("Search by name, product, region or ID").fill("");
  await expectVisible(page.getByText("2 selected", { exact: true }));

  await box("ERP Datenbank").check();
  await expectReason(page, exchange, "of different product families");
  await box("ERP Datenbank").uncheck();
  await box("Messrechner Halle 3").check();
  await expectReason(page, exchange, "Messrechner Halle 3: The reservation can't be returned in its state");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expectVisible(page.getByText("0 selected", { exact: true }));

  await all.check();
  await expectVisible(page.getByText("8 selected", { exact: true }));
  await all.uncheck();
  await box("Fertigungsleitstand").check();
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "None of these" });
  await expectReason(page, exchange, "Your role can't do this.");
});

journey("the money at stake is what the tasks count", async ({ page }) => {
  await openCustomerRadar(page, KUPFERHAIN);
  const dates = await rows(radar(page));
  const stake = (kind, name) =>
    dates.find((date) => date["Azure reservation"] === name && date["What changes"].startsWith(kind))["At stake"].split(" ")[0];
  const list = page.url().replace("/customer/radar", "/customer");
  const right = stake("Exchange right", "Konstruktion CAD");
  const end = stake("Expires", "Archivspeicher");
  await radar(page).getByRole("link", { name: "Refund: Archivspeicher" }).first().click();
  await expectText(payable(page), end);

  await page.goto(list);
  for (const name of ["Fertigungsleitstand", "Konstruktion CAD"]) {
    await page.getByRole("checkbox", { name: `Select: ${name}`, exact: true }).check();
  }
  await page.getByRole("link", { name: "Exchange selected" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Exchange" }));
  await expectVisible(page.getByRole("link", { name: "Fertigungsleitstand", exact: true }));
  await expectVisible(page.getByText(right, { exact: true }));
});

journey("every column of the reservations fits 1440 pixels", async ({ page }) => {
  for (const language of ["English", "Deutsch", "简体中文"]) {
    await openCustomer(page, KUPFERHAIN);
    await page.locator("#language").selectOption(language);
    const frame = page.locator(".reservations .table-frame");
    const hidden = () => frame.evaluate((element) => element.scrollWidth - element.clientWidth);
    await eventually(hidden, (pixels) => pixels <= 0, `no hidden pixels in ${language}`);
    await page.locator("#language").selectOption("English");
  }
});

function radar(page) {
  return page.getByRole("table", { name: "Radar" });
}

/// How many dates there are, whether they are drawn or not.
async function datesCount(page) {
  const count = await page.getByText(/^[\d,]+ of [\d,]+ dates$/).innerText();
  return Number(/of ([\d,]+) dates/.exec(count)[1].replaceAll(",", ""));
}

async function openCustomerRadar(page, customer) {
  await openCustomer(page, customer);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  await expectUrl(page, /\/customer\/radar/);
  await expectComplete(page);
}

async function expectComplete(page) {
  await page.getByText("Everything has been read.").waitFor({ state: "attached" });
  await expectVisible(radar(page));
}

async function downloadedCalendar(page, name = "Download as calendar file") {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return calendar(await readFile(await download.path(), "utf8"));
}

/// Reads a calendar file as RFC 5545 writes it: `{ properties, events }`, texts unescaped.
function calendar(file) {
  assert.ok(file.endsWith("END:VCALENDAR\r\n"));
  assert.doesNotMatch(file.replaceAll("\r\n", ""), /[\r\n]/, "every line ends as it has to");
  for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const events = [];
  const properties = {};
  let event = null;
  let isAlarm = false;
  for (const line of file.replaceAll("\r\n ", "").split("\r\n").filter(Boolean)) {
    const end = line.indexOf(":");
    const [name, value] = [line.slice(0, end), line.slice(end + 1)];
    if (line === "BEGIN:VEVENT") event = {};
    else if (line === "END:VEVENT") {
      events.push(event);
      event = null;
    } else if (line === "BEGIN:VALARM") isAlarm = true;
    else if (line === "END:VALARM") isAlarm = false;
    else if (!isAlarm) (event ?? properties)[name] = unescaped(value);
  }
  assert.equal(properties.VERSION, "2.0");
  for (const { UID, DTSTAMP, SUMMARY, ...others } of events) {
    assert.ok(UID && SUMMARY);
    assert.match(DTSTAMP, /^\d{8}T\d{6}Z$/);
    assert.match(others["DTSTART;VALUE=DATE"], /^\d{8}$/);
  }
  return { properties, events };
}

function unescaped(value) {
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
}

function plain(day) {
  return day.replaceAll("-", "");
}

function iso(day) {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

/// The USD of an amount at stake in cents, or `null` where it is not known.
function usd(text) {
  const found = /\$([\d,]+)\.(\d\d)/.exec(text);
  return found && Number(found[1].replaceAll(",", "")) * 100 + Number(found[2]);
}

/// Runs in the page: what is asked about one customer fails, as the tab remembers whose.
function failFor() {
  const real = window.fetch;
  window.fetch = async (request, options) => {
    const customer = sessionStorage.getItem("fails-for");
    const address = decodeURIComponent(request.url ?? String(request));
    if (customer && address.includes(`/customers/${customer}/`)) {
      return new Response(JSON.stringify({ error: { code: "InternalServerError", message: "It broke." } }), { status: 500 });
    }
    return real(request, options);
  };
}

/// Runs in the page: counts the requests for records that are under way at the same time.
function countRequests() {
  const real = window.fetch;
  let underWay = 0;
  window.requestsAtOnceMost = 0;
  window.fetch = async (request, options) => {
    if (!(request.url ?? String(request)).includes("/providers/Microsoft.")) return real(request, options);
    underWay += 1;
    window.requestsAtOnceMost = Math.max(window.requestsAtOnceMost, underWay);
    try {
      return await real(request, options);
    } finally {
      underWay -= 1;
    }
  };
}

async function expectReason(page, link, words) {
  await eventually(() => link.getAttribute("aria-disabled"), (now) => now === "true", "a link that leads nowhere");
  // A busy machine may have drawn the tip when the focus had come and gone.
  const tip = page.getByRole("tooltip").filter({ hasText: words }).first();
  const isTold = async () => {
    await link.blur();
    await link.focus();
    return tip.isVisible();
  };
  await eventually(isTold, Boolean, `the reason: ${words}`);
}
