// Every page, and the states of a page that look different, for checks that hold on all of them.

import { action, confirmReturn, FAILURE_LAB, openCustomer, openCustomers, openRecord, openRefund, returnUnits } from "./desk.mjs";
import { openData } from "./backups.mjs";
import { ARDEVOL, askForExchange, buy, buyEnough, openExchange, waysOut } from "./exchange.mjs";
import { expectVisible } from "./expect.mjs";
import { bring, file, importIncomplete, openImport, portalList } from "./import.mjs";
import { openQuickQuote } from "./quick-quote.mjs";
import { openStart, openTour } from "./start.mjs";

const KUPFERHAIN = "Kupferhain Maschinenbau GmbH & Co. KG";
const SABLIER = "Sablier Ridge Minerals Corp.";

/// Each with its name and the way to it on a wide screen; `expected` are the problems that belong to
/// it.
export const PAGES = [
  { name: "customers", open: openCustomers },
  { name: "customers on a first visit", open: openFirstVisit },
  { name: "start", open: openStart },
  { name: "start with the tour and everything unfolded", open: openTour },
  { name: "customers without a match", open: noMatch },
  { name: "no such customer", open: (page) => heading(page, "./customer/?customer=none", "Customer not found") },
  { name: "reservations", open: (page) => openCustomer(page, KUPFERHAIN) },
  { name: "reservations with long names", open: (page) => openCustomer(page, "澜汀云海数据科技有限公司") },
  { name: "reservations outside CSP", open: (page) => openCustomer(page, "Tern Harbour Borough Council") },
  { name: "reservations that are selected", open: openSelected },
  { name: "portfolio", open: openPortfolio },
  { name: "radar", open: (page) => openRadar(page, openCustomers) },
  { name: "radar of a customer", open: (page) => openRadar(page, (page) => openCustomer(page, KUPFERHAIN)) },
  { name: "reconciliation", open: (page) => heading(page, "./reconcile/", "Reconciliation") },
  { name: "quick quote", open: (page) => heading(page, "./quick-quote/", "Quick quote") },
  { name: "quick quotes with a mistake", open: openQuickQuote },
  { name: "before exchange rights end", open: openRightsEnd, expected: [/status of (4\d\d|500)/] },
  { name: "refund cap", open: (page) => openCap(page, SABLIER) },
  { name: "entry toward the refund cap with mistakes", open: openEntryMistakes },
  { name: "return plan", open: openPlan },
  { name: "record", open: openOverview },
  { name: "access control", open: (page) => openAccess(page, KUPFERHAIN, "Fertigungsleitstand") },
  { name: "configuration", open: (page) => openEntry(page, "Configuration") },
  { name: "configuration with changes", open: openChanges },
  { name: "configuration in conflict", open: openConflict, expected: [/status of 412/] },
  { name: "configuration of what has ended", open: openEnded },
  { name: "split question", open: openSplit },
  { name: "properties", open: (page) => openEntry(page, "Properties") },
  { name: "properties with everything unfolded", open: openWholeRecord },
  { name: "support request", open: (page) => openEntry(page, "New support request") },
  { name: "support request at its first step", open: openBasics },
  { name: "support request of a quote", open: openAsked },
  { name: "support request with mistakes", open: openContactMistakes },
  { name: "support requests of a customer", open: openRequests },
  { name: "support ticket", open: openTicket },
  { name: "refund", open: (page) => openRefund(page, KUPFERHAIN, "Fertigungsleitstand") },
  { name: "refund with everything unfolded", open: openUnfolded },
  { name: "refund that is capped", open: (page) => openRefund(page, SABLIER, "SAP HANA for the whole group") },
  { name: "refund that is refused", open: openRefused },
  { name: "refund with a mistake", open: openMistake },
  { name: "refund confirmation", open: openConfirmation },
  { name: "letter", open: openLetter },
  { name: "letter with mistakes", open: openLetterMistakes },
  { name: "refund that fails", open: openFailure, expected: [/status of 500/] },
  { name: "record that fails", open: openReadFailure, expected: [/status of 500/] },
  { name: "exchange", open: (page) => openExchange(page, ARDEVOL, "Maquetació") },
  { name: "exchange that is refused", open: openTooLow },
  { name: "exchange with everything unfolded", open: openWholeExchange },
  { name: "exchange confirmation", open: openExchangeConfirmation },
  { name: "exchange letter", open: openExchangeLetter },
  { name: "comparison", open: openComparison },
  { name: "access control with mistakes", open: openAccessMistakes },
  { name: "access control of one person", open: openAccessCheck },
  { name: "removing access", open: openAccessRemoval },
  { name: "access control outside CSP", open: openAccessOutsideCsp },
  { name: "activity", open: openActivity },
  { name: "activity of nobody", open: openNoActivity },
  { name: "data", open: openData },
  { name: "import", open: openImport },
  { name: "import of what lacks facts", open: openQuestions },
  { name: "incomplete reservations", open: openIncomplete },
  { name: "roles", open: openRoles },
  { name: "resources", open: (page) => heading(page, "./resources/", "Resources") },
  { name: "no such page", open: (page) => heading(page, "./nowhere", "This page doesn't exist"), expected: [/status of 404/] },
  { name: "starting over", open: openStartOver },
];

async function heading(page, address, name) {
  await page.goto(address);
  await expectVisible(page.getByRole("heading", { level: 1, name }));
}

async function openFirstVisit(page) {
  await page.goto("./");
  await expectVisible(page.getByRole("link", { name: "New here? See what Prorata does" }));
  await expectVisible(page.getByRole("table", { name: "Customers" }));
}

async function openRightsEnd(page) {
  await heading(page, "./before-rights-end/", "Before exchange rights end");
  await expectVisible(page.getByRole("table", { name: "Before exchange rights end" }));
}

async function openCap(page, customer) {
  await openCustomer(page, customer);
  await page.getByRole("link", { name: "Refund cap", exact: true }).click();
  await expectVisible(page.getByRole("figure", { name: "Use of the cap over time" }));
}

async function openEntryMistakes(page) {
  await openCap(page, SABLIER);
  await page.getByRole("button", { name: "Add entry" }).click();
  const form = page.getByRole("dialog", { name: "Add entry" });
  await form.getByRole("button", { name: "Save" }).click();
  await expectVisible(form.getByText("Say where it is known from."));
}

async function openPlan(page) {
  await openCustomer(page, SABLIER);
  await page.getByRole("checkbox", { name: /SAP HANA for the whole group/ }).check();
  await page.getByRole("link", { name: "Plan returns" }).click();
  await expectVisible(page.getByRole("region", { name: "What comes back" }));
}

async function noMatch(page) {
  await openCustomers(page);
  await page.getByLabel("Search by name or domain").fill("nobody is called that");
  await expectVisible(page.getByText("Nothing matches your search."));
}

async function openSelected(page) {
  await openCustomer(page, KUPFERHAIN);
  for (const name of ["Fertigungsleitstand", "ERP Datenbank"]) {
    await page.getByRole("checkbox", { name: `Select: ${name}`, exact: true }).check();
  }
  await expectVisible(page.getByText("2 selected"));
}

async function openPortfolio(page) {
  await page.goto("./portfolio/");
  await expectVisible(page.getByRole("grid", { name: "All reservations" }));
  await expectVisible(page.getByRole("heading", { name: "Expiry by month" }));
}

async function openRadar(page, openList) {
  await openList(page);
  await page.getByRole("main").getByRole("link", { name: "Radar" }).click();
  await page.getByText("Everything has been read.").waitFor({ state: "attached" });
  await unfold(page);
}

async function openOverview(page) {
  await openRecord(page, KUPFERHAIN, "Fertigungsleitstand");
  await expectVisible(page.getByRole("heading", { name: "Details" }));
  await unfold(page);
}

async function openEntry(page, name) {
  await openRecord(page, KUPFERHAIN, "Fertigungsleitstand");
  await menuLink(page, name).click();
  await expectVisible(page.getByRole("heading", { level: 2, name }));
}

async function openChanges(page) {
  await openEntry(page, "Configuration");
  await page.getByLabel("Display name").fill("");
  await page.getByRole("radio", { name: "Single resource group" }).check();
  await page.getByLabel("Subscription", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("switch", { name: "Automatic renewal" }).click();
  await expectVisible(page.getByRole("heading", { name: "What will change" }));
}

async function openConflict(page) {
  const other = await page.context().newPage();
  for (const view of [page, other]) await openEntry(view, "Configuration");
  for (const [view, name] of [[other, "Theirs"], [page, "Mine"]]) {
    await view.getByLabel("Display name").fill(name);
    await view.getByRole("button", { name: "Save changes" }).click();
    await expectVisible(view.getByText(/The changes are saved|Nothing was saved/));
  }
  await other.close();
}

async function openEnded(page) {
  await openRecord(page, KUPFERHAIN, "Messrechner Halle 3");
  await menuLink(page, "Configuration").click();
  await expectVisible(page.getByRole("status").filter({ hasText: "Only a reservation in the state" }));
}

async function openSplit(page) {
  await openEntry(page, "Configuration");
  await page.getByRole("button", { name: "Split…" }).click();
  await expectVisible(page.getByRole("dialog", { name: "Split this reservation?" }));
}

async function openWholeRecord(page) {
  await openEntry(page, "Properties");
  await expectVisible(page.getByRole("heading", { name: "Reservation order", exact: true }));
  await unfold(page);
}

function menuLink(page, name) {
  return page.getByRole("navigation", { name: "Reservation page" }).getByRole("link", { name, exact: true });
}

async function openUnfolded(page) {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  await unfold(page);
}

async function openRefused(page) {
  await openRefund(page, SABLIER, "SAP HANA for the whole group");
  await page.getByRole("button", { name: "Quote by this refund policy" }).click();
  await expectVisible(page.getByText("The return is refused; nothing is paid out."));
}

/// Opens everything that is folded.
async function unfold(page) {
  const folded = page.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}

async function openMistake(page) {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByLabel("Units to return").fill("99");
  await page.getByLabel("USD for 1 EUR").fill("1,2,3");
  await expectVisible(page.getByText("Not current: this is the last valid quote."));
}

async function openLetter(page) {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await expectVisible(page.getByRole("article"));
}

async function openExchangeLetter(page) {
  await openTooLow(page);
  await buyEnough(page, "Standard_D4s_v5");
  await page.getByRole("link", { name: "Letter to the customer" }).click();
  await expectVisible(page.getByRole("article"));
}

async function openLetterMistakes(page) {
  await openLetter(page);
  await page.getByRole("textbox", { name: "Your margin" }).fill("101");
  await page.getByRole("button", { name: "Edit letterhead" }).click();
  await page.getByLabel("Company name").fill("");
  await expectVisible(page.getByText("This is required."));
}

async function openConfirmation(page) {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  await returnUnits(page);
}

async function openFailure(page) {
  await openRefund(page, FAILURE_LAB, "Refund fails: 500 server error");
  await page.getByRole("button", { name: "Return these units…" }).click();
  const alert = page.getByRole("alert");
  await expectVisible(alert);
  await alert.getByText("Details", { exact: true }).click();
}

async function openReadFailure(page) {
  await openCustomer(page, FAILURE_LAB);
  await action(page, "Manage", "Read fails: 500 server error").click();
  await expectVisible(page.getByRole("alert"));
}

async function openTooLow(page) {
  await openExchange(page, ARDEVOL, "Maquetació");
  await buy(page, { size: "Standard_D4s_v5", term: "3 years", quantity: 1 });
  await expectVisible(waysOut(page));
}

async function openWholeExchange(page) {
  await openTooLow(page);
  await page.getByRole("button", { name: "Trade in for a savings plan" }).click();
  await page.getByLabel("Hourly commitment").fill("1,2,3");
  await unfold(page);
  await expectVisible(page.getByText("Not current: this is the last valid quote."));
}

async function openExchangeConfirmation(page) {
  await openTooLow(page);
  await buyEnough(page, "Standard_D4s_v5");
  await askForExchange(page);
}

async function openComparison(page) {
  await openTooLow(page);
  await buyEnough(page, "Standard_D4s_v5");
  await page.getByRole("link", { name: "Compare the options" }).click();
  await expectVisible(page.getByRole("table", { name: "Comparison" }));
}

async function openBasics(page) {
  await openEntry(page, "New support request");
  await page.getByRole("button", { name: "New support request" }).click();
  await expectVisible(page.getByLabel("Issue type"));
  await page.getByRole("button", { name: "Next" }).click();
  await expectVisible(page.getByText("1 field needs your attention"));
}

async function openAsked(page) {
  await openRefund(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByRole("button", { name: "Request from support" }).click();
  await expectVisible(page.getByLabel("Category"));
}

async function openContactMistakes(page) {
  await openAsked(page);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await expectVisible(page.getByRole("link", { name: "First name: This is required." }));
  await unfold(page);
}

async function openRequests(page) {
  await openCustomer(page, KUPFERHAIN);
  await page.getByRole("link", { name: "All support requests of this customer" }).click();
  await expectVisible(page.getByRole("table", { name: "Support requests" }));
}

async function openTicket(page) {
  await openRequests(page);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expectVisible(page.getByRole("button", { name: "Change severity" }));
}

async function openStartOver(page) {
  await openCustomers(page);
  await page.getByRole("button", { name: "Demo data" }).click();
  await page.getByRole("button", { name: "Restore demo data…" }).click();
  await expectVisible(page.getByRole("dialog", { name: "Restore the demo data?" }));
}

async function openAccess(page, customer, reservation) {
  await openRecord(page, customer, reservation);
  await menuLink(page, "Access control (IAM)").click();
  await expectVisible(page.getByRole("table", { name: "Role assignments" }));
}

async function openAccessMistakes(page) {
  await openAccess(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByLabel("Principal").first().selectOption({ label: "Another one, by object ID" });
  await page.getByRole("button", { name: "Add a role assignment" }).click();
  await expectVisible(page.getByText("Choose a role."));
}

async function openAccessCheck(page) {
  await openAccess(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByLabel("Principal").last().selectOption({ label: "Anke Thorwald" });
  await expectVisible(page.getByText("as a member of FinOps"));
}

async function openAccessRemoval(page) {
  await openAccess(page, KUPFERHAIN, "Fertigungsleitstand");
  await page.getByRole("button", { name: "Remove: Owner, Anke Thorwald, This order" }).click();
  await expectVisible(page.getByRole("dialog", { name: "Remove this role assignment?" }));
}

async function openAccessOutsideCsp(page) {
  await openCustomer(page, "Tern Harbour Borough Council");
  await page.getByRole("table").getByRole("link", { name: /^Manage/ }).first().click();
  await menuLink(page, "Access control (IAM)").click();
  await expectVisible(page.getByRole("table", { name: "Role assignments" }));
}

async function openActivity(page) {
  await openAccessRemoval(page);
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await openRefund(page, KUPFERHAIN, "Konstruktion CAD");
  await returnUnits(page);
  await confirmReturn(page);
  await expectVisible(page.getByRole("link", { name: "Open the updated reservation" }));
  await openCustomer(page, KUPFERHAIN);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expectVisible(page.getByRole("heading", { name: "Units returned" }));
  await unfold(page);
}

async function openNoActivity(page) {
  await openCustomer(page, SABLIER);
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expectVisible(page.getByRole("status").filter({ hasText: "Nothing has been changed here yet." }));
}

async function openQuestions(page) {
  await openImport(page);
  await bring(page, [file("portal.csv", portalList(3))]);
  await expectVisible(page.getByLabel("Customer: portal.csv"));
}

async function openIncomplete(page) {
  await importIncomplete(page, 3);
  await page.getByRole("link", { name: "3 incomplete reservations" }).click();
  await expectVisible(page.getByRole("heading", { level: 1, name: "Incomplete reservations" }));
  await expectVisible(page.getByLabel("Currency: All of them"));
}

async function openRoles(page) {
  await heading(page, "./roles/", "Roles");
  await expectVisible(page.getByRole("table", { name: "Roles" }));
}
