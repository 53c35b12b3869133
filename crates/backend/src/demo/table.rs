//! Reads the tables of the demonstration.
//!
//! The tables are part of the program, so a mistake in them is a mistake in the program: a test
//! reads every line, and what cannot be read stops it with the line in question.

use azure::InstanceFlexibility;
use calculator::{BillingPlan, Currency, ProvisioningState, ResourceType, Term};
use chrono::{Days, Months, NaiveDate};

use crate::records::price_list::Product;
use crate::records::usage::Course;

/// The place of what is sold for no region in particular.
pub(super) const GLOBAL: &str = "global";

/// All tables.
pub(super) struct Tables {
    products: Vec<(&'static str, ProductRow)>,
    regions: Vec<(&'static str, Region)>,
    pub(super) customers: Vec<CustomerRow>,
    pub(super) ledger: Vec<LedgerRow>,
    pub(super) reservations: Vec<ReservationRow>,
}

impl Tables {
    /// The product of the line with this key.
    pub(super) fn product(&self, key: &str) -> &Product {
        &named(&self.products, key).product
    }

    /// The region with this location.
    pub(super) fn region(&self, location: &str) -> &Region {
        named(&self.regions, location)
    }
}

fn named<'t, T>(table: &'t [(&str, T)], key: &str) -> &'t T {
    let found = table.iter().find(|(known, _)| *known == key);
    found.map(|(_, row)| row).unwrap_or_else(|| panic!("a test has read the tables: {key}"))
}

/// A product with the prices that it has in the demonstration.
pub(super) struct ProductRow {
    pub(super) product: Product,
    /// Whether it is sold for no region in particular.
    pub(super) is_global: bool,
    /// Terms with the USD that one unit costs over the whole term, where prices are 100 percent.
    pub(super) prices: Vec<(Term, &'static str)>,
}

/// A place where products are sold.
pub(super) struct Region {
    pub(super) title: &'static str,
    /// What prices there are in percent of those where they are lowest.
    pub(super) percent: u32,
}

pub(super) struct CustomerRow {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) domain: &'static str,
    pub(super) currency: Currency,
    pub(super) agreement: &'static str,
    pub(super) subscriptions: Vec<&'static str>,
}

pub(super) struct LedgerRow {
    pub(super) customer: &'static str,
    pub(super) age: Age,
    pub(super) usd: &'static str,
    pub(super) what: &'static str,
}

pub(super) struct ReservationRow {
    pub(super) customer: &'static str,
    pub(super) name: &'static str,
    pub(super) product: &'static str,
    pub(super) location: &'static str,
    pub(super) term: Term,
    pub(super) plan: BillingPlan,
    pub(super) units: u32,
    pub(super) price: &'static str,
    pub(super) bought: Age,
    pub(super) state: ProvisioningState,
    /// How long ago it ended before its term.
    pub(super) ended: Option<Age>,
    pub(super) scope: &'static str,
    pub(super) course: Course,
    pub(super) percent: u32,
    more: &'static str,
}

/// A time before the day: months first, then days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Age {
    months: u32,
    days: u64,
}

impl Age {
    /// Reads `1y2m10d`, with any of the three left out.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut age = Self { months: 0, days: 0 };
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let count: u32 = rest[..end].parse().ok()?;
            match &rest[end..=end] {
                "y" => age.months += 12 * count,
                "m" => age.months += count,
                "d" => age.days += u64::from(count),
                _ => return None,
            }
            rest = &rest[end + 1..];
        }
        Some(age)
    }

    /// The day that lies so long before another.
    pub(super) fn before(self, day: NaiveDate) -> NaiveDate {
        day - Months::new(self.months) - Days::new(self.days)
    }
}

impl ReservationRow {
    /// Whether a flag such as `renew` stands in the last column.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.more.split_whitespace().any(|word| word == flag)
    }

    /// The value of `key=value` in the last column. The value of the last key may contain spaces.
    pub(super) fn value(&self, key: &str) -> Option<&'static str> {
        let (_, rest) = self.more.split_once(&format!("{key}="))?;
        let next = rest.find('=').and_then(|equals| rest[..equals].rfind(' '));
        Some(rest[..next.unwrap_or(rest.len())].trim())
    }
}

/// Reads all tables.
pub(super) fn read() -> Tables {
    Tables {
        products: products(),
        regions: regions(),
        customers: lines(include_str!("customers.psv"), customer),
        ledger: lines(include_str!("ledger.psv"), |[customer, age, usd, what]| {
            Some(LedgerRow { customer, age: Age::parse(age)?, usd, what })
        }),
        reservations: lines(include_str!("reservations.psv"), reservation),
    }
}

/// Everything that is, or was, sold, by the key of its line.
pub(super) fn products() -> Vec<(&'static str, ProductRow)> {
    lines(include_str!("products.psv"), product)
}

/// Every place where something is sold, by its location.
pub(super) fn regions() -> Vec<(&'static str, Region)> {
    lines(include_str!("regions.psv"), |[location, title, percent]| {
        Some((location, Region { title, percent: percent.parse().ok()? }))
    })
}

fn product(columns: [&'static str; 8]) -> Option<(&'static str, ProductRow)> {
    let [key, resource_type, sku, title, flexibility, series, cores, prices] = columns;
    let known = |text: &'static str| (text != "-").then_some(text);
    let row = ProductRow {
        product: Product {
            resource_type: ResourceType::parse(resource_type),
            sku,
            title,
            flexibility: known(flexibility).map(InstanceFlexibility::parse),
            series,
            cores: known(cores),
        },
        is_global: prices.ends_with(GLOBAL),
        prices: prices.split(' ').filter_map(price).collect(),
    };
    Some((key, row))
}

/// `P1Y:508.00`
fn price(text: &'static str) -> Option<(Term, &'static str)> {
    let (term, usd) = text.split_once(':')?;
    Some((Term::parse(term).ok()?, usd))
}

fn customer(
    [key, name, domain, currency, agreement, subscriptions]: [&'static str; 6],
) -> Option<CustomerRow> {
    let subscriptions = subscriptions.split(", ").collect();
    let currency = Currency::parse(currency).ok()?;
    Some(CustomerRow { key, name, domain, currency, agreement, subscriptions })
}

fn reservation(columns: [&'static str; 13]) -> Option<ReservationRow> {
    let [
        customer,
        name,
        product,
        location,
        term,
        plan,
        units,
        price,
        bought,
        state,
        scope,
        usage,
        more,
    ] = columns;
    let (state, ended) = match state.split_once('@') {
        Some((state, age)) => (state, Some(Age::parse(age)?)),
        None => (state, None),
    };
    let (course, percent) = course(usage)?;
    Some(ReservationRow {
        customer,
        name,
        product,
        location,
        term: Term::parse(term).ok()?,
        plan: BillingPlan::parse(plan).ok()?,
        units: units.parse().ok()?,
        price,
        bought: Age::parse(bought)?,
        state: match state {
            "-" => ProvisioningState::Succeeded,
            state => ProvisioningState::parse(state),
        },
        ended,
        scope,
        course,
        percent,
        more,
    })
}

fn course(usage: &str) -> Option<(Course, u32)> {
    let course = match usage.get(..1)? {
        "-" => return Some((Course::Unused, 0)),
        "s" => Course::Steady,
        "w" => Course::Weekdays,
        "g" => Course::Growing,
        "f" => Course::Fading,
        "x" => Course::Stopped,
        _ => return None,
    };
    Some((course, usage[1..].parse().ok()?))
}

/// The lines of a table whose columns are separated by bars; lines that begin with # are comments.
pub(super) fn lines<const N: usize, T>(
    text: &'static str,
    mut read: impl FnMut([&'static str; N]) -> Option<T>,
) -> Vec<T> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let columns: Vec<&str> = line.split('|').map(str::trim).collect();
            let row = columns.try_into().ok().and_then(&mut read);
            row.unwrap_or_else(|| panic!("a test has read every line of the tables: {line}"))
        })
        .collect()
}
