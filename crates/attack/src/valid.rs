//! Requests as a client sends them: made of ids that earlier answers gave.

use calculator::Policy;
use serde_json::{Value, json};

use crate::ask::{Ask, Intent, Person};
use crate::random::Random;
use crate::tenant::{Tenant, id_of, order_of, units_of};

/// Who could ask for what.
pub(crate) struct Scene<'a> {
    pub(crate) random: &'a mut Random,
    pub(crate) tenant: &'a Tenant,
    pub(crate) partner: &'a Person,
    pub(crate) account: &'a str,
}

type Make = fn(&mut Scene<'_>) -> Option<Ask>;

/// What can be asked for, and how often among all.
const CHANGES: &[(usize, Make)] = &[
    (14, quote),
    (22, give_back),
    (7, split),
    (7, merge),
    (8, patch),
    (3, archive),
    (4, give_role),
    (3, take_role),
    (5, open_ticket),
    (3, change_ticket),
    (5, price),
    (6, buy),
    (7, exchange_quote),
    (8, exchange),
    (1, price_list),
    (1, settings),
    (1, letterhead),
    (1, start_over),
];

/// Sizes with a place in which each has a price, and one that is no longer sold.
const SIZES: &[(&str, &str)] = &[
    ("Standard_D4s_v5", "westeurope"),
    ("Standard_E8s_v5", "uksouth"),
    ("Standard_D8as_v5", "japaneast"),
    ("Standard_E4s_v3", "westeurope"),
];

const CAPACITY: &str = "/providers/Microsoft.Capacity";
const TICKETS: &str = "/providers/Microsoft.Support/supportTickets";

/// A change or a quote that could be wanted.
pub(crate) fn change(scene: &mut Scene<'_>) -> Option<Ask> {
    let total = CHANGES.iter().map(|(weight, _)| weight).sum();
    let mut place = scene.random.below(total);
    for (weight, make) in CHANGES {
        match place.checked_sub(*weight) {
            Some(rest) => place = rest,
            None => return make(scene),
        }
    }
    None
}

/// A quote or a return of many units: what the yearly limit is tried with.
pub(crate) fn refund(scene: &mut Scene<'_>) -> Option<Ask> {
    if scene.random.in_hundred(70) { give_back(scene) } else { quote(scene) }
}

impl Scene<'_> {
    fn row(&mut self) -> Option<Value> {
        // Most of what is asked for is possible.
        let running = self.tenant.rows_in("Succeeded");
        let wants_running = self.random.in_hundred(90);
        let found = if wants_running { self.random.pick(&running).copied() } else { None };
        found.or_else(|| self.random.pick(&self.tenant.rows)).cloned()
    }

    fn ask(&self, what: &str, body: &Value, intent: Intent) -> Ask {
        Ask::new(&self.tenant.person, what, body, intent)
    }

    /// A GUID of its own.
    pub(crate) fn guid(&mut self) -> String {
        guid(self.random)
    }

    fn policy(&mut self) -> &'static str {
        self.random.pick(Policy::all()).map_or("", |policy| policy.id)
    }

    fn payer(&mut self) -> Option<String> {
        self.random.pick(&self.tenant.subscriptions).cloned()
    }

    fn some_of(&mut self, units: u64) -> u64 {
        if self.random.in_hundred(40) {
            units
        } else {
            1 + self.random.below(units as usize) as u64
        }
    }
}

/// A random GUID.
pub(crate) fn guid(random: &mut Random) -> String {
    let hex = format!("{:032x}", random.entropy());
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

fn quote(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = scene.row()?;
    let units = scene.some_of(units_of(&row).max(1));
    let order = order_of(&row);
    let body = json!({
        "id": order,
        "properties": {
            "scope": "Reservation",
            "reservationToReturn": { "reservationId": id_of(&row), "quantity": units },
        },
    });
    let ask = scene.ask(&format!("POST {order}/calculateRefund"), &body, Intent::Loose);
    let policy = scene.policy();
    Some(if scene.random.in_hundred(60) { ask } else { ask.with_header("prorata-policy", policy) })
}

fn give_back(scene: &mut Scene<'_>) -> Option<Ask> {
    // The newest most of the time; an older one may have been carried out already.
    let quotes = &scene.tenant.quotes;
    let newest = quotes.len().checked_sub(1)?;
    let place = if scene.random.in_hundred(70) { newest } else { scene.random.below(newest + 1) };
    let quoted = quotes[place].clone();
    let body = json!({
        "properties": {
            "sessionId": quoted.session,
            "scope": "Reservation",
            "reservationToReturn": {
                "reservationId": quoted.reservation,
                "quantity": quoted.units,
            },
            "returnReason": "No longer needed",
        },
    });
    let intent = Intent::Return { order: quoted.order.to_lowercase(), units: quoted.units };
    Some(scene.ask(&format!("POST {}/return", quoted.order), &body, intent))
}

fn split(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = scene.row()?;
    let units = units_of(&row);
    let part = scene.random.below(units as usize + 1) as u64;
    let quantities = [part, units - part];
    let body = json!({ "properties": { "quantities": quantities, "reservationId": id_of(&row) } });
    Some(scene.ask(&format!("POST {}/split", order_of(&row)), &body, Intent::Change))
}

fn merge(scene: &mut Scene<'_>) -> Option<Ask> {
    let running = scene.tenant.rows_in("Succeeded");
    let siblings = |row: &Value| -> Vec<&Value> {
        running.iter().copied().filter(|other| order_of(other) == order_of(row)).collect()
    };
    // Of orders with several reservations, where there are some.
    let families: Vec<&Value> =
        running.iter().copied().filter(|row| siblings(row).len() > 1).collect();
    let first = scene.random.pick(&families).copied().or(running.first().copied())?;
    let sources: Vec<&str> = siblings(first).into_iter().take(3).map(id_of).collect();
    let body = json!({ "properties": { "sources": sources } });
    Some(scene.ask(&format!("POST {}/merge", order_of(first)), &body, Intent::Change))
}

fn patch(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = scene.row()?;
    let id = id_of(&row).to_owned();
    let mut intent = Intent::Change;
    let properties = match scene.random.below(6) {
        0 | 1 => {
            let name = format!("Name {}", scene.random.below(1_000));
            intent = Intent::Rename { reservation: id.to_lowercase(), name: name.clone() };
            json!({ "name": name })
        }
        2 => json!({ "renew": scene.random.in_hundred(50) }),
        3 => json!({ "instanceFlexibility": scene.random.one_of(&["On", "Off"]) }),
        4 => {
            let scope = scene.payer()?;
            json!({ "appliedScopeType": "Single", "appliedScopes": [scope] })
        }
        _ => {
            let group = scene.random.pick(&scene.tenant.groups).cloned();
            json!({
                "appliedScopeType": "ManagementGroup",
                "appliedScopeProperties": {
                    "tenantId": scene.tenant.person.tenant,
                    "managementGroupId": group,
                },
                "reviewDateTime": "2027-01-01T00:00:00Z",
            })
        }
    };
    Some(scene.ask(&format!("PATCH {id}"), &json!({ "properties": properties }), intent))
}

fn archive(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = scene.random.pick(&scene.tenant.rows)?.clone();
    let what = scene.random.one_of(&["archive", "unarchive"]);
    Some(scene.ask(&format!("POST {}/{what}", id_of(&row)), &Value::Null, Intent::Loose))
}

fn give_role(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = scene.row()?;
    let id = scene.guid();
    let principal = scene.random.pick(&scene.tenant.principals)?;
    let role = scene.random.pick(&scene.tenant.roles)?;
    let body = json!({ "properties": {
        "roleDefinitionId": role,
        "principalId": principal["id"],
        "principalType": principal["principalType"],
        "description": "For a while",
    } });
    let access = "providers/Microsoft.Authorization/roleAssignments";
    let what = format!("PUT {}/{access}/{id}", order_of(&row));
    Some(scene.ask(&what, &body, Intent::Loose))
}

fn take_role(scene: &mut Scene<'_>) -> Option<Ask> {
    let id = scene.random.pick(&scene.tenant.assignments)?.clone();
    Some(scene.ask(&format!("DELETE {id}"), &Value::Null, Intent::Loose))
}

fn ticket(scene: &mut Scene<'_>) -> Option<Value> {
    let problem = scene.random.pick(&scene.tenant.problems)?.clone();
    let row = scene.row()?;
    Some(json!({
        "title": "Refund of two units",
        "description": "Quote, policy and steps.\nzweite Zeile 第三行",
        "serviceId": problem.split("/problemClassifications").next().unwrap_or_default(),
        "problemClassificationId": problem,
        "severity": scene.random.one_of(&["minimal", "moderate", "critical"]),
        "advancedDiagnosticConsent": "No",
        "contactDetails": {
            "firstName": "Robin",
            "lastName": "Berg",
            "preferredContactMethod": "email",
            "primaryEmailAddress": "robin.berg@lumenfjord.example",
            "preferredTimeZone": "W. Europe Standard Time",
            "country": "DEU",
            "preferredSupportLanguage": "en-US",
        },
        "technicalTicketDetails": { "resourceId": id_of(&row) },
    }))
}

fn open_ticket(scene: &mut Scene<'_>) -> Option<Ask> {
    let body = json!({ "properties": ticket(scene)? });
    let name = format!("refund-{}", scene.random.below(50));
    Some(scene.ask(&format!("PUT {TICKETS}/{name}"), &body, Intent::Change))
}

fn change_ticket(scene: &mut Scene<'_>) -> Option<Ask> {
    let id = scene.random.pick(&scene.tenant.tickets)?.clone();
    let body = match scene.random.below(3) {
        0 => json!({ "status": "closed" }),
        1 => json!({ "severity": scene.random.one_of(&["minimal", "moderate", "critical"]) }),
        _ => json!({ "contactDetails": ticket(scene)?["contactDetails"] }),
    };
    Some(scene.ask(&format!("PATCH {id}"), &body, Intent::Loose))
}

fn purchase(scene: &mut Scene<'_>) -> Option<Value> {
    let (sku, location) = scene.random.one_of(SIZES);
    let payer = scene.payer()?;
    Some(json!({
        "sku": { "name": sku },
        "location": location,
        "properties": {
            "reservedResourceType": "VirtualMachines",
            "billingScopeId": payer,
            "term": scene.random.one_of(&["P1Y", "P3Y"]),
            "billingPlan": scene.random.one_of(&["Upfront", "Monthly"]),
            "quantity": 1 + scene.random.below(30),
            "displayName": format!("New {sku}"),
            "appliedScopeType": "Shared",
            "appliedScopes": null,
            "renew": false,
            "reservedResourceProperties": { "instanceFlexibility": "On" },
        },
    }))
}

fn price(scene: &mut Scene<'_>) -> Option<Ask> {
    let body = purchase(scene)?;
    Some(scene.ask(&format!("POST {CAPACITY}/calculatePrice"), &body, Intent::Loose))
}

fn buy(scene: &mut Scene<'_>) -> Option<Ask> {
    let (order, body) = scene.random.pick(&scene.tenant.priced)?.clone();
    let path = format!("{CAPACITY}/reservationOrders/{order}");
    let intent = Intent::Buy { order: path.to_lowercase() };
    Some(scene.ask(&format!("PUT {path}"), &body, intent))
}

fn exchange_quote(scene: &mut Scene<'_>) -> Option<Ask> {
    let mut returns = Vec::new();
    for _ in 0..=scene.random.below(3) {
        let row = scene.row()?;
        let units = scene.some_of(units_of(&row).max(1));
        returns.push(json!({ "reservationId": id_of(&row), "quantity": units }));
    }
    let mut purchases = Vec::new();
    for _ in 0..=scene.random.below(2) {
        purchases.push(purchase(scene)?);
    }
    let mut plans = Vec::new();
    if scene.random.in_hundred(30) {
        let payer = scene.payer()?;
        let amount: Value = serde_json::from_str("1.25").unwrap_or_default();
        plans.push(json!({
            "sku": { "name": "Compute_Savings_Plan" },
            "properties": {
                "displayName": "Savings plan",
                "billingScopeId": payer,
                "term": "P3Y",
                "billingPlan": "P1M",
                "appliedScopeType": "Shared",
                "commitment": { "currencyCode": "EUR", "amount": amount, "grain": "Hourly" },
            },
        }));
        if scene.random.in_hundred(50) {
            purchases.clear();
        }
    }
    let body = json!({ "properties": {
        "reservationsToExchange": returns,
        "reservationsToPurchase": purchases,
        "savingsPlansToPurchase": plans,
    } });
    let ask = scene.ask(&format!("POST {CAPACITY}/calculateExchange"), &body, Intent::Loose);
    let policy = scene.policy();
    Some(if scene.random.in_hundred(60) { ask } else { ask.with_header("prorata-policy", policy) })
}

fn exchange(scene: &mut Scene<'_>) -> Option<Ask> {
    let session = scene.random.pick(&scene.tenant.exchange_sessions)?;
    let body = json!({ "properties": { "sessionId": session } });
    Some(scene.ask(&format!("POST {CAPACITY}/exchange"), &body, Intent::Exchange))
}

fn price_list(scene: &mut Scene<'_>) -> Option<Ask> {
    let row = json!({
        "reservedResourceType": "VirtualMachines",
        "skuName": "Standard_D4s_v5",
        "location": "westeurope",
        "term": "P1Y",
        "unitPrice": format!("{}.00", 500 + scene.random.below(500)),
        "currencyCode": "EUR",
        "source": "imported",
        "effectiveDate": "2026-07-01",
    });
    let body = json!({ "value": [row] });
    Some(Ask::new(scene.partner, "PUT /providers/Prorata/priceList", &body, Intent::Loose))
}

fn settings(scene: &mut Scene<'_>) -> Option<Ask> {
    let body = json!({ "refundPolicy": scene.policy() });
    Some(Ask::new(scene.partner, "PUT /providers/Prorata/settings", &body, Intent::Loose))
}

fn letterhead(scene: &mut Scene<'_>) -> Option<Ask> {
    let body = json!({ "name": "Larkfield", "address": [scene.policy()], "contact": "" });
    Some(Ask::new(scene.partner, "PUT /providers/Prorata/letterhead", &body, Intent::Loose))
}

fn start_over(scene: &mut Scene<'_>) -> Option<Ask> {
    if scene.random.in_hundred(80) {
        return None;
    }
    let body = json!({ "to": "demonstration" });
    Some(Ask::new(scene.partner, "POST /providers/Prorata/reset", &body, Intent::StartOver))
}

/// Where lists and records are read; `{...}` is filled in.
const QUESTIONS: &[&str] = &[
    "{order}",
    "{order}?$expand=schedule",
    "{order}/reservations",
    "{order}/providers/Microsoft.Authorization/roleAssignments",
    "{order}/providers/Microsoft.Authorization/roleDefinitions",
    "{order}/providers/Microsoft.Consumption/reservationSummaries?grain=monthly",
    "{reservation}",
    "{reservation}/revisions",
    "{reservation}/providers/Microsoft.Consumption/reservationSummaries?grain=daily&$filter=\
     properties/usageDate ge 2026-10-01 AND properties/usageDate le 2026-11-30",
    "{subscription}/resourcegroups",
    "{subscription}/providers/Microsoft.Capacity/appliedReservations",
    "{subscription}/providers/Microsoft.Capacity/catalogs?reservedResourceType=VirtualMachines",
    "{operation}",
    "{made}",
    "{ticket}",
    "{assignment}",
    "{savingsPlan}/savingsPlans",
    "/providers/Microsoft.Capacity/reservations",
    "/providers/Microsoft.Capacity/reservations?$filter=properties/archived eq false&$orderby=\
     properties/term desc&take=5&refreshSummary=true",
    "/providers/Microsoft.Capacity/reservationOrders",
    "/providers/Microsoft.BillingBenefits/savingsPlanOrders",
    "/providers/Microsoft.Management/managementGroups",
    "/providers/Microsoft.Support/services",
    "/providers/Microsoft.Support/supportTickets?$filter=status eq 'Open'&$top=3",
    "/providers/Prorata/activities",
    "/providers/Prorata/activities?take=2&$skiptoken=1",
    "/providers/Prorata/principals",
    "/providers/Prorata/unreadableDocuments",
    "/providers/Prorata/incompleteReservations",
    "/providers/Prorata/requests/{guid}",
    "/subscriptions",
];

/// What the partner reads.
const PARTNER_QUESTIONS: &[&str] = &[
    "/providers/Prorata/account",
    "/providers/Prorata/customerSummaries",
    "/providers/Prorata/supportRequests",
    "/providers/Prorata/exchangeRates",
    "/providers/Prorata/permissions",
    "/providers/Prorata/settings",
    "/providers/Prorata/imports",
    "/providers/Prorata/letterhead",
    "/providers/Prorata/priceList",
    "/providers/Prorata/priceList?currencyCode=EUR&location=westeurope",
    "{account}/customers",
    "{account}/customers?search=a&take=3",
    "{account}/customers/{customer}/providers/Microsoft.Consumption/reservationTransactions",
    "{account}/customers/{customer}/providers/Microsoft.Consumption/reservationTransactions?\
     $filter=properties/eventDate ge 2026-01-01 AND properties/eventDate le 2026-12-31",
];

/// A question that could be asked.
pub(crate) fn question(scene: &mut Scene<'_>) -> Option<Ask> {
    if scene.random.in_hundred(25) {
        let path = scene.random.one_of(PARTNER_QUESTIONS);
        let path = path
            .replace("{account}", scene.account)
            .replace("{customer}", &scene.tenant.person.tenant);
        return Some(Ask::get(scene.partner, &path));
    }
    let template = scene.random.one_of(QUESTIONS);
    let row = scene.random.pick(&scene.tenant.rows)?.clone();
    let guid = scene.guid();
    let random = &mut *scene.random;
    let mut one = |all: &[String]| random.pick(all).cloned().unwrap_or_else(|| order_of(&row));
    let tenant = scene.tenant;
    let path = template
        .replace("{order}", &order_of(&row))
        .replace("{reservation}", id_of(&row))
        .replace("{subscription}", &one(&tenant.subscriptions))
        .replace("{operation}", &one(&tenant.operations))
        .replace("{made}", &one(&tenant.made))
        .replace("{ticket}", &one(&tenant.tickets))
        .replace("{assignment}", &one(&tenant.assignments))
        .replace("{savingsPlan}", &one(&tenant.savings_plans))
        .replace("{guid}", &guid);
    Some(Ask::get(&tenant.person, &path))
}
