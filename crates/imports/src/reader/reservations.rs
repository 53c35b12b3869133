//! Rows about reservations: of the portal, of Azure's APIs and tools, of reports, and our own.

use calculator::ResourceType;
use portfolio::reasons::Reason;
use serde_json::Value;

use super::orders;
use crate::column::{Column as C, folded};
use crate::fact::{CustomerFact, Fact, ReservationFact, Succession};
use crate::id::{Id, Ids};
use crate::reservation::Guess;
use crate::row::{Money, Reading, Rejection, Row};
use crate::state::{is_one_of, succession_of};
use crate::value;

/// The words that tables have for kinds of products beside those of the API.
const PRODUCTS: [(&str, ResourceType); 8] = [
    ("virtualmachine", ResourceType::VirtualMachines),
    ("sqldatabase", ResourceType::SqlDatabases),
    ("azurecosmosdb", ResourceType::CosmosDb),
    ("appservices", ResourceType::AppService),
    ("dedicatedhosts", ResourceType::DedicatedHost),
    ("azuredatabaseformysql", ResourceType::MySql),
    ("azuredatabaseforpostgresql", ResourceType::PostgreSql),
    ("azurevmwaresolution", ResourceType::AVS),
];

/// Folded words for virtual machines in the languages of the portal.
const VIRTUAL_MACHINES: &str = "virtuellercomputer virtuellecomputer virtuellemaschine virtuellemaschinen \
    virtuelldator virtuelladatorer virtuelemachine virtuelemachines machinevirtuelle machinesvirtuelles máquinavirtual \
    máquinasvirtuales máquinasvirtuais macchinavirtuale macchinevirtuali 虚拟机 虛擬機器 仮想マシン";

pub(crate) fn resource_type(text: &str) -> ResourceType {
    let name = folded(text);
    if is_one_of(&name, VIRTUAL_MACHINES) {
        return ResourceType::VirtualMachines;
    }
    let known = PRODUCTS.iter().find(|(word, _)| *word == name);
    match known {
        Some((_, known)) => known.clone(),
        None => match ResourceType::parse(&name) {
            ResourceType::Other(_) => ResourceType::Other(text.into()),
            known => known,
        },
    }
}

/// Of the columns of utilization: used, if any is above zero. Nothing measured tells nothing.
fn used(row: &Row<'_>) -> Result<Option<bool>, Rejection> {
    // Of what this program has written.
    let mut used = match row.text(C::Used) {
        Some("true") => Some(true),
        Some("false") => Some(false),
        _ => None,
    };
    for column in [C::UtilizationOneDay, C::UtilizationSevenDays, C::UtilizationThirtyDays] {
        // Percent signs and words such as "Not available" stand here as well.
        let text = row.text(column).map(|text| text.trim_end_matches(['%', ' ']));
        let value = text.map(value::decimal);
        let above = match value {
            Some(value::Meaning::One(percent)) => !percent.is_zero(),
            Some(value::Meaning::Either { first, .. }) => !first.is_zero(),
            _ => continue,
        };
        used = Some(used.unwrap_or(false) || above);
    }
    Ok(used)
}

/// A row of the portal's "Download as CSV". The ids in its link may disagree with those in its
/// columns; the columns are right.
pub(super) fn portal(row: &Row<'_>) -> Result<Reading, Rejection> {
    let mut ids = row.ids(&[C::ReservationId], &[C::ReservationOrderId], &[C::DeepLink])?;
    ids.order = ids.order.or_else(|| own_order(row));
    let name = row.owned(&[C::Name, C::DisplayName, C::ReservationName]);
    of(
        row,
        ids,
        Own {
            display_name: name,
            resource_type: row.owned(&[C::Type, C::ReservedResourceType]),
            ..Own::default()
        },
    )
}

/// The order as people name it in lists of their own. Elsewhere orders of other kinds stand in such a column.
fn own_order(row: &Row<'_>) -> Option<Id> {
    row.text(C::OrderId).and_then(Id::bare)
}

/// A row of somebody's own report; it may have no ids at all.
pub(super) fn report(row: &Row<'_>) -> Result<Reading, Rejection> {
    let mut ids =
        row.ids(&[C::ReservationId], &[C::ReservationOrderId], &[C::Id, C::DeepLink, C::Name])?;
    ids.order = ids.order.or_else(|| own_order(row));
    let name = row.owned(&[C::ReservationName, C::DisplayName, C::Name]);
    let fact = Own {
        display_name: name,
        resource_type: row.owned(&[C::ReservedResourceType]),
        ..Own::default()
    };
    of(row, ids, fact)
}

/// A row of what this program has written.
pub(super) fn prorata(row: &Row<'_>) -> Result<Reading, Rejection> {
    let ids = row.ids(&[C::Id, C::ReservationId], &[C::OrderId], &[])?;
    // Without a name the tenant stands in its place.
    let tenant = |column| row.text(column).and_then(Id::bare);
    let id = tenant(C::CustomerTenantId).or_else(|| tenant(C::Customer));
    let name = row.owned(&[C::Customer]).filter(|name| Id::bare(name).is_none());
    let customer = (id.is_some() || name.is_some()).then_some(CustomerFact { id, name });
    let fact = Own {
        display_name: row.owned(&[C::DisplayName]),
        resource_type: row.owned(&[C::ReservedResourceType]),
        customer,
        has_own_price: true,
    };
    let mut reading = of(row, ids, fact)?;
    if let Reading::Fact(Fact::Reservation(fact)) = &mut reading {
        fact.guesses = guesses(row, fact);
    }
    Ok(reading)
}

/// What this program had guessed when it wrote a row: of values that are there, in JSON as a list, in tables
/// among the remarks. Writing a guess down makes it no fact.
fn guesses(row: &Row<'_>, fact: &ReservationFact) -> Vec<Guess> {
    let listed = row.object().and_then(|object| object.get("guesses")?.as_array());
    let listed = listed.into_iter().flatten().filter_map(|guess| {
        let text = |name: &str| guess.get(name).and_then(Value::as_str);
        Some((text("field")?, text("reason")?.to_owned()))
    });
    let remarked = remarked(row.text(C::Remarks).unwrap_or_default());
    let values = fact.fields();
    let guess = |(field, reason): (&str, String)| {
        let (field, _) = values.iter().find(|(name, value)| *name == field && value.is_some())?;
        Some(Guess { field, reason })
    };
    listed.chain(remarked).filter_map(guess).collect()
}

/// Guesses in remarks, which semicolons separate. A reason may have one as well; what follows belongs to it where
/// the whole is a reason that is known and has no free text.
fn remarked(remarks: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    let mut is_open = false;
    for remark in remarks.split("; ") {
        if let Some((field, reason)) = remark.split_once(" is a guess: ") {
            found.push((field, reason.to_owned()));
            is_open = true;
        } else if let Some((_, reason)) = found.last_mut().filter(|_| is_open) {
            let whole = format!("{reason}; {remark}");
            is_open = Reason::of(&whole).is_some_and(|(_, values)| values.is_empty());
            if is_open {
                *reason = whole;
            }
        }
    }
    found
}

/// A record of the Capacity or Billing API, nested or flattened, in JSON or as a table.
pub(super) fn azure(row: &Row<'_>) -> Result<Reading, Rejection> {
    let type_name = row.text(C::Type).unwrap_or_default().to_ascii_lowercase();
    if type_name.contains("savingsplan") {
        return Reading::ignored("a savings plan, which can never be returned");
    }
    if type_name.contains("capacityreservation") {
        return Reading::ignored("a capacity reservation, which is something else");
    }
    let mut ids = Ids::default();
    for column in [C::Id, C::Name, C::ReservationId] {
        let found = row.text(column).map(Ids::of_path).unwrap_or_default();
        ids.order = ids.order.or(found.order);
        ids.reservation = ids.reservation.or(found.reservation);
        ids.revision |= found.revision;
    }
    if ids.revision {
        return Reading::ignored("an earlier state of a reservation");
    }
    let order = row.ids(&[], &[C::ReservationOrderId], &[])?.order;
    ids.order = ids.order.or(order);
    let is_order = row.text(C::OriginalQuantity).is_some()
        || (row.text(C::RequestDateTime).is_some() && row.text(C::Quantity).is_none());
    if ids.reservation.is_none()
        && (is_order || (ids.order.is_some() && row.text(C::Quantity).is_none()))
    {
        return orders::read(row, ids.order);
    }
    let bare = |column| row.text(column).and_then(Id::bare);
    ids.reservation = ids.reservation.or_else(|| bare(C::ReservationId)).or_else(|| bare(C::Name));
    ids.reservation = ids.reservation.or_else(|| bare(C::Id));
    let name = row.owned(&[C::DisplayName, C::ReservationName]);
    of(
        row,
        ids,
        Own {
            display_name: name,
            resource_type: row.owned(&[C::ReservedResourceType]),
            ..Own::default()
        },
    )
}

/// What only some kinds of rows have.
#[derive(Default)]
struct Own {
    display_name: Option<String>,
    resource_type: Option<String>,
    customer: Option<CustomerFact>,
    /// Whether files of this kind have prices.
    has_own_price: bool,
}

fn of(row: &Row<'_>, ids: Ids, own: Own) -> Result<Reading, Rejection> {
    if ids.revision {
        return Reading::ignored("an earlier state of a reservation");
    }
    let has_name = own.display_name.is_some() || row.text(C::Sku).is_some();
    if ids.reservation.is_none() && ids.order.is_none() {
        if !has_name {
            return Err("names no reservation: it has neither an id nor a name".to_owned());
        }
        refuse_footer(row)?;
    }
    let state =
        row.owned(&[C::ProvisioningState, C::State, C::Status, C::DisplayProvisioningState]);
    let customer = own.customer.or_else(|| {
        row.customer(&[C::CustomerTenantId, C::CustomerId], &[C::CustomerName, C::Customer])
    });
    // Lists of Microsoft have no price, but people add a column for it.
    let Money { amount: unit_price, currency, other: other_currency } =
        row.money(&[C::UnitPrice], &[C::CurrencyCode, C::Currency])?;
    let fact = ReservationFact {
        id: ids.reservation,
        order: ids.order,
        customer,
        display_name: own.display_name,
        sku: row.owned(&PRODUCT_NAMES),
        region: row.region(&[C::Region, C::Location, C::ArmRegionName]),
        resource_type: own.resource_type.as_deref().map(resource_type),
        quantity: row.quantity(&[C::Quantity])?,
        term: row
            .term(&TERMS)
            .or_else(|| row.text(C::SkuDescription).and_then(value::term_in).map(str::to_owned)),
        purchase_date: row.date(&STARTS)?,
        expiry_date: row.date(&ENDS)?,
        succession: succession(row, state.as_deref()),
        ancestors: ancestors(row),
        state,
        billing_plan: row.billing_plan(&[C::BillingPlan, C::BillingFrequency]),
        is_price_added: !own.has_own_price && unit_price.is_some(),
        unit_price,
        instalment: row.number(&[C::Instalment])?,
        currency,
        other_currency,
        used: used(row)?,
        guesses: Vec::new(),
        version: row.object().and_then(|object| object.get("etag")?.as_i64()),
    };
    if fact.purchase_date.zip(fact.expiry_date).is_some_and(|(bought, ends)| ends <= bought) {
        let (bought, ends) = (fact.purchase_date, fact.expiry_date);
        let day =
            |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        return Err(format!(
            "expires on {}, which is not after its purchase on {}",
            day(ends),
            day(bought)
        ));
    }
    Ok(Reading::Fact(Fact::Reservation(Box::new(fact))))
}

/// The columns that say what a reservation is of, and for how long.
const PRODUCT_NAMES: [C; 5] =
    [C::SkuName, C::Sku, C::ArmSkuName, C::ProductName, C::SkuDescription];
const TERMS: [C; 2] = [C::Term, C::ReservationTerm];
const STARTS: [C; 4] = [C::PurchaseDate, C::PurchaseDateTime, C::BenefitStartTime, C::StartDate];
const ENDS: [C; 4] = [C::ExpiryDate, C::ExpirationDate, C::ExpiryDateTime, C::EndDate];

/// Refuses a row without any id that only looks like a reservation, which nobody owns. What reports end with, such
/// as the day of the export or a sum in whatever language, has a name at most and a number.
fn refuse_footer(row: &Row<'_>) -> Result<(), Rejection> {
    if row.text(C::Quantity).is_none() {
        return Err("has no ReservationId, Quantity".to_owned());
    }
    let runs_or_is = [ENDS.as_slice(), &TERMS, &PRODUCT_NAMES].concat();
    match row.first(&runs_or_is) {
        None => Err("has no ReservationId, ExpiryDate, Term, Sku".to_owned()),
        Some(_) => Ok(()),
    }
}

/// What took its place. A parent of a split may be `Cancelled` in a list; only its destinations
/// tell.
fn succession(row: &Row<'_>, state: Option<&str>) -> Option<Succession> {
    // Export-Csv writes a list as the name of its type, and nothing where there is none.
    let has = |column| {
        row.text(column).is_some_and(|text| text != "{}" && text != "[]") || row.is_list(column)
    };
    if has(C::SplitDestinations) {
        Some(Succession::Split)
    } else if has(C::MergeDestination) {
        Some(Succession::Merged)
    } else if has(C::SwapDestination) {
        Some(Succession::Exchanged)
    } else {
        let texts = [state, row.text(C::DisplayProvisioningState), row.text(C::Succession)];
        texts.into_iter().flatten().find_map(succession_of)
    }
}

fn ancestors(row: &Row<'_>) -> Vec<(Succession, Id)> {
    let columns = [
        (Succession::Split, C::SplitSource),
        (Succession::Merged, C::MergeSources),
        (Succession::Exchanged, C::SwapSource),
    ];
    let ids = |(how, column)| {
        let texts = row.text(column).unwrap_or_default().split([',', ';', ' ']);
        texts.filter_map(move |text| {
            let id = Ids::of_path(text).reservation.or_else(|| Id::bare(text))?;
            Some((how, id))
        })
    };
    columns.into_iter().flat_map(ids).collect()
}
