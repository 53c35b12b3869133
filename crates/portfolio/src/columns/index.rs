//! What rows are found and sorted by: their texts without case and accents, and their ranks.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::sync::OnceLock;

use calculator::ResourceType;

use super::portfolio::{NONE, Portfolio};
use super::quotes::{Outcome, Quotes};
use super::ranks::{MISSING, Sortable, Weight};
use super::texts::Texts;

/// What a language says, the searchable form of texts, and their order.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// Takes case and accents away; lines stay lines.
    pub fold: fn(&str) -> String,
    /// Where each of some signs, all different, stands in the order of the language.
    pub weights: fn(&[char]) -> Vec<Weight>,
    /// The name of a region.
    pub region: fn(&str) -> String,
    /// The kind of product.
    pub resource_type: fn(&ResourceType) -> String,
}

/// The texts of a portfolio in the words of one language, for searching and sorting.
#[derive(Clone, Debug)]
pub struct Index {
    wording: Wording,
    pub(super) customers: Texts,
    pub(super) skus: Texts,
    pub(super) regions: Texts,
    pub(super) types: Texts,
    /// Each name, and each reservation with its order, ends with a line break.
    pub(super) names: Texts,
    pub(super) ids: Texts,
    /// Whether some id is no GUID.
    pub(super) has_odd_ids: bool,
    ranks: [OnceLock<Vec<u32>>; Column::OF_ROWS],
}

/// What rows can be sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs, reason = "the columns of a row and of a quote, under their names")]
pub enum Column {
    Customer,
    Name,
    Sku,
    Region,
    ResourceType,
    State,
    Quantity,
    Term,
    BillingPlan,
    Currency,
    UnitPrice,
    PurchaseDate,
    ExpiryDate,
    Outcome,
    Payable,
    CancelledInstalments,
    CancelledCommitment,
}

impl Column {
    /// The number of columns of a row; those of a quote come after them.
    const OF_ROWS: usize = Self::Outcome as usize;
}

/// One of the orders that rows are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SortBy {
    /// By what.
    pub column: Column,
    /// Whether the largest comes first. What is missing comes last in both ways.
    pub is_descending: bool,
}

impl Portfolio {
    /// The texts of all rows in the words of a language.
    pub fn index(&self, wording: &Wording) -> Index {
        let (tables, columns) = (&self.tables, &self.columns);
        let fold = |text: &str| folded(text, wording.fold);
        let mut index = Index {
            wording: *wording,
            customers: Texts::default(),
            skus: Texts::default(),
            regions: Texts::default(),
            types: Texts::default(),
            names: folded_lines(&columns.name, wording.fold),
            ids: Texts::default(),
            has_odd_ids: false,
            ranks: Default::default(),
        };
        for customer in self.customers() {
            index.customers.push(&fold(&format!("{} {}", customer.name, customer.tenant_id)));
        }
        tables.skus.iter().for_each(|sku| index.skus.push(&fold(sku)));
        for region in tables.regions.iter() {
            let word = if region.is_empty() { String::new() } else { (wording.region)(region) };
            index.regions.push(&fold(&format!("{word} {region}")));
        }
        for resource_type in &tables.types {
            let word = (wording.resource_type)(resource_type);
            index.types.push(&fold(&format!("{word} {resource_type}")));
        }
        let letters = columns.reservation_id.all().len() + columns.order_id.all().len();
        index.ids.reserve(self.len(), letters + 2 * self.len());
        for row in 0..self.len() {
            index.ids.push_with(|all| {
                let start = all.len();
                all.push_str(columns.reservation_id.get(row));
                all.push(' ');
                all.push_str(columns.order_id.get(row));
                all.push('\n');
                all[start..].make_ascii_lowercase();
                let mut ids = all[start..].trim_end().bytes();
                index.has_odd_ids |= !ids.all(|byte| byte == b' ' || is_of_guid(byte));
            });
        }
        index
    }

    /// Rows in the order of several columns, the first before the second; those that are alike keep the order
    /// in which they came. Amounts are compared in USD.
    pub fn sorted(
        &self,
        mut rows: Vec<u32>,
        by: &[SortBy],
        quotes: &Quotes,
        index: &Index,
    ) -> Vec<u32> {
        for sort in by.iter().rev() {
            rows = by_rank(&rows, self.rank(sort.column, quotes, index), sort.is_descending);
        }
        rows
    }

    /// The rank of each row in a column. The first time takes a while, in which whoever has them made
    /// [elsewhere](Self::unranked) spares a person from waiting.
    pub fn rank<'a>(&self, column: Column, quotes: &'a Quotes, index: &'a Index) -> &'a [u32] {
        let ranks = || self.of_rows(column, self.sortable(column, quotes, index).ranks());
        ranks_of(column, quotes, index).get_or_init(ranks)
    }

    /// What [`ranked`](Self::ranked) takes the ranks of; `None` where the ranks of the column are there.
    pub fn unranked<'a>(
        &'a self,
        column: Column,
        quotes: &Quotes,
        index: &Index,
    ) -> Option<Sortable<'a>> {
        let is_there = ranks_of(column, quotes, index).get().is_some();
        (!is_there).then(|| self.sortable(column, quotes, index))
    }

    /// Takes the ranks of what is [unranked](Self::unranked); whether they can be these.
    pub fn ranked(&self, column: Column, quotes: &Quotes, index: &Index, ranks: Vec<u32>) -> bool {
        let is_rank = |rank: &u32| *rank == MISSING || (*rank as usize) < ranks.len();
        let values = self.places(column).map_or(self.len(), |(_, values)| values);
        let can_be = ranks.len() == values && ranks.iter().all(is_rank);
        if can_be {
            // Somebody who sorts has them made at once, and these are the same.
            ranks_of(column, quotes, index).get_or_init(|| self.of_rows(column, ranks));
        }
        can_be
    }

    /// The values of a column: those of its table, where rows say which of it, else those of all rows.
    fn sortable<'a>(&'a self, column: Column, quotes: &Quotes, index: &Index) -> Sortable<'a> {
        let (tables, columns, wording) = (&self.tables, &self.columns, &index.wording);
        let texts = |texts: Cow<'a, Texts>| Sortable::texts(texts, wording.weights);
        let day = |day: &Option<NaiveDate>| day.map(|day| i64::from(day.num_days_from_ce()));
        let usd = |amounts: &[i128], is_known: &dyn Fn(usize) -> bool| {
            let amounts = amounts.iter().enumerate();
            let in_usd = |(at, amount): (usize, &i128)| {
                quotes.in_usd(at as u32, *amount).filter(|_| is_known(at))
            };
            Sortable::amounts(amounts.map(in_usd))
        };
        match column {
            Column::Customer => {
                texts(together(self.customers().iter().map(|customer| &*customer.name)))
            }
            Column::Sku => texts(Cow::Borrowed(&tables.skus)),
            Column::Region => texts(together(tables.regions.iter().map(|region| {
                if region.is_empty() { String::new() } else { (wording.region)(region) }
            }))),
            Column::ResourceType => {
                texts(together(tables.types.iter().map(|it| (wording.resource_type)(it))))
            }
            Column::Name => texts(Cow::Borrowed(&columns.name)),
            Column::Currency => texts(together(tables.currencies.iter().map(|it| it.code()))),
            Column::UnitPrice => {
                Sortable::amounts(tables.prices.iter().map(|it| Some(digits(*it))))
            }
            Column::State => Sortable::numbers(
                (0..self.len() as u32).map(|row| self.phase(row).map(|phase| phase as i64)),
            ),
            Column::Quantity => {
                Sortable::numbers(columns.quantity.iter().map(|units| units.map(i64::from)))
            }
            Column::Term => Sortable::numbers(
                columns.term.iter().map(|term| term.map(|term| term.months().into())),
            ),
            Column::BillingPlan => Sortable::numbers(
                columns.billing_plan.iter().map(|plan| plan.map(|plan| plan as i64)),
            ),
            Column::PurchaseDate => Sortable::numbers(columns.purchase_date.iter().map(day)),
            Column::ExpiryDate => Sortable::numbers(columns.expires_on.iter().map(day)),
            Column::Outcome => {
                Sortable::numbers(quotes.outcome.iter().map(|outcome| match outcome {
                    Outcome::Allowed => Some(0),
                    Outcome::Capped => Some(1),
                    Outcome::Refused(refusal) => Some(2 + *refusal as i64),
                    Outcome::LedgerUnknown => Some(i64::MAX),
                    Outcome::FactsLacking => None,
                }))
            }
            Column::Payable => {
                usd(&quotes.payable, &|at| quotes.outcome[at] != Outcome::LedgerUnknown)
            }
            Column::CancelledInstalments => usd(&quotes.cancelled_instalments, &|_| true),
            Column::CancelledCommitment => usd(&quotes.cancelled_commitment, &|_| true),
        }
    }

    /// Which value of its table each row has in a column, and how many the table has; `None` where each row has its
    /// own.
    fn places(&self, column: Column) -> Option<(&[u32], usize)> {
        let (tables, columns) = (&self.tables, &self.columns);
        match column {
            Column::Customer => Some((&columns.customer, self.customers().len())),
            Column::Sku => Some((&columns.sku, tables.skus.len())),
            Column::Region => Some((&columns.region, tables.regions.len())),
            Column::ResourceType => Some((&columns.resource_type, tables.types.len())),
            Column::Currency => Some((&columns.currency, tables.currencies.len())),
            Column::UnitPrice => Some((&columns.unit_price, tables.prices.len())),
            _ => None,
        }
    }

    /// The ranks of all rows out of those of the values of a column.
    fn of_rows(&self, column: Column, ranks: Vec<u32>) -> Vec<u32> {
        let Some((places, _)) = self.places(column) else { return ranks };
        let rank = |place: u32| if place == NONE { MISSING } else { ranks[place as usize] };
        places.iter().map(|place| rank(*place)).collect()
    }
}

/// Where the ranks of a column are kept: with what they follow from.
fn ranks_of<'a>(column: Column, quotes: &'a Quotes, index: &'a Index) -> &'a OnceLock<Vec<u32>> {
    match (column as usize).checked_sub(Column::OF_ROWS) {
        Some(place) => &quotes.ranks[place],
        None => &index.ranks[column as usize],
    }
}

/// Some texts in one.
fn together<'a, T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Cow<'a, Texts> {
    let mut together = Texts::default();
    texts.for_each(|text| together.push(text.as_ref()));
    Cow::Owned(together)
}

/// A number of the same order, of up to 29 digits after their count: there is none with the digits of all prices.
fn digits(price: Decimal) -> i128 {
    /// The bits of so many digits.
    const BITS: u32 = 97;
    let mantissa = price.mantissa().unsigned_abs();
    let Some(last) = mantissa.checked_ilog10() else { return 0 };
    let before_point =
        i128::from(last) - i128::from(price.scale()) + i128::from(Decimal::MAX_SCALE) + 1;
    let of_full_length = mantissa as i128 * 10_i128.pow(Decimal::MAX_SCALE - last);
    let number = (before_point << BITS) | of_full_length;
    if price.is_sign_negative() { -number } else { number }
}

const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether a byte can stand in a GUID.
pub(super) const fn is_of_guid(byte: u8) -> bool {
    byte.is_ascii_hexdigit() || byte == b'-'
}

/// Rows in the order of their ranks, without comparing any two of them.
fn by_rank(rows: &[u32], ranks: &[u32], is_descending: bool) -> Vec<u32> {
    let most = ranks.iter().copied().filter(|rank| *rank != MISSING).max().unwrap_or(0);
    let bucket = |row: u32| match ranks[row as usize] {
        MISSING => most as usize + 1,
        rank if is_descending => (most - rank) as usize,
        rank => rank as usize,
    };
    let mut starts = vec![0_u32; most as usize + 3];
    rows.iter().for_each(|row| starts[bucket(*row) + 1] += 1);
    let mut next = 0;
    for start in &mut starts {
        next += *start;
        *start = next;
    }
    let mut sorted = vec![0; rows.len()];
    for row in rows {
        let place = &mut starts[bucket(*row)];
        sorted[*place as usize] = *row;
        *place += 1;
    }
    sorted
}

/// A text without case and accents. Most have neither, and the browser need not be asked.
fn folded(text: &str, fold: fn(&str) -> String) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text) }
}

/// Each text folded, with a line break at its end. Those that are not plain are folded all at once.
fn folded_lines(texts: &Texts, fold: fn(&str) -> String) -> Texts {
    let plain = |text: &str| text.replace(['\n', '\r'], " ");
    let odd: Vec<_> = texts.iter().filter(|text| !text.is_ascii()).map(plain).collect();
    let at_once = fold(&odd.join("\n"));
    let mut folded: Vec<&str> = at_once.split('\n').collect();
    let each: Vec<String>;
    if folded.len() != odd.len().max(1) {
        each = odd.iter().map(|text| fold(text).replace('\n', " ")).collect();
        folded = each.iter().map(String::as_str).collect();
    }
    let mut folded = folded.into_iter();
    let mut lines = Texts::default();
    lines.reserve(texts.len(), texts.all().len() + texts.len());
    for text in texts.iter() {
        lines.push_with(|all| {
            if text.is_ascii() {
                let start = all.len();
                if text.bytes().any(is_line_end) {
                    all.push_str(&plain(text))
                } else {
                    all.push_str(text)
                }
                all[start..].make_ascii_lowercase();
            } else {
                all.push_str(folded.next().unwrap_or_default());
            }
            all.push('\n');
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_in_the_order_of_prices() {
        let in_order = [
            Decimal::MIN,
            Decimal::new(-15, 1),
            Decimal::new(-1, 28),
            Decimal::new(-0, 3),
            Decimal::new(1, 28),
            Decimal::new(999, 3),
            Decimal::new(1, 0),
            Decimal::new(1_000_000_001, 9),
            Decimal::new(9, 0),
            Decimal::new(10, 0),
            Decimal::MAX,
        ];
        assert!(in_order.map(digits).is_sorted_by(|one, other| one < other));
        assert_eq!(digits(Decimal::new(1, 0)), digits(Decimal::new(1_000, 3)));
    }

    #[test]
    fn ranks_that_cannot_be_those_of_the_rows_are_not_taken() {
        let portfolio = Portfolio::of([], NaiveDate::default());
        let policy = &calculator::Policy::all()[0];
        let question = super::super::Question { on: NaiveDate::default(), policy, rates: &[] };
        let wording = Wording {
            fold: str::to_owned,
            weights: |_| Vec::new(),
            region: str::to_owned,
            resource_type: ToString::to_string,
        };
        let (quotes, index) = (portfolio.quotes(&question), portfolio.index(&wording));
        assert!(!portfolio.ranked(Column::Name, &quotes, &index, vec![0]));
        assert!(portfolio.unranked(Column::Name, &quotes, &index).is_some());
        assert!(portfolio.ranked(Column::Name, &quotes, &index, Vec::new()));
    }
}
