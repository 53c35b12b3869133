//! What rows are found and sorted by: their texts without case and accents, and their ranks.

use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use calculator::ResourceType;

use super::portfolio::{NONE, Portfolio};
use super::quotes::{Outcome, Quotes};
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

/// Where a sign stands in the order of a language. Texts are compared by letters; those with the same letters by
/// accents, and those with the same accents by case. What is 0 does not count.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Weight {
    /// The letter: the same for a, ä and A where they are one letter.
    pub letter: u16,
    /// The accent: the same for a and A.
    pub accent: u8,
    /// The case.
    pub case: u8,
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
    ranks: [OnceLock<Vec<u32>>; Column::FACTS.len()],
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
    /// The columns of a row.
    const FACTS: [Self; 13] = [
        Self::Customer,
        Self::Name,
        Self::Sku,
        Self::Region,
        Self::ResourceType,
        Self::State,
        Self::Quantity,
        Self::Term,
        Self::BillingPlan,
        Self::Currency,
        Self::UnitPrice,
        Self::PurchaseDate,
        Self::ExpiryDate,
    ];
}

/// One of the orders that rows are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SortBy {
    /// By what.
    pub column: Column,
    /// Whether the largest comes first. What is missing comes last in both ways.
    pub is_descending: bool,
}

/// The rank of a row that does not say what it is sorted by.
const MISSING: u32 = u32::MAX;

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

    /// The rank of each row in a column. The first time takes a while, in which whoever asks beforehand spares a
    /// person from waiting.
    pub fn rank<'a>(&self, column: Column, quotes: &'a Quotes, index: &'a Index) -> &'a [u32] {
        match Column::FACTS.iter().position(|it| *it == column) {
            Some(place) => index.ranks[place].get_or_init(|| self.ranks(column, index)),
            None => quotes.ranks(column),
        }
    }

    fn ranks(&self, column: Column, index: &Index) -> Vec<u32> {
        let (tables, columns, wording) = (&self.tables, &self.columns, &index.wording);
        let of_texts = |places: &[u32], count: usize, text: &dyn Fn(usize) -> String| {
            let mut texts = Texts::default();
            (0..count).for_each(|place| texts.push(&text(place)));
            of_places(places, &text_ranks(&texts, wording.weights))
        };
        let day = |day: NaiveDate| i64::from(day.num_days_from_ce());
        let numbers = |number: &dyn Fn(usize) -> Option<i64>| number_ranks(self.len(), number);
        match column {
            Column::Customer => {
                let customers = self.customers();
                of_texts(&columns.customer, customers.len(), &|at| customers[at].name.to_string())
            }
            Column::Sku => {
                of_texts(&columns.sku, tables.skus.len(), &|at| tables.skus.get(at).to_owned())
            }
            Column::Region => of_texts(&columns.region, tables.regions.len(), &|at| {
                let region = tables.regions.get(at);
                if region.is_empty() { String::new() } else { (wording.region)(region) }
            }),
            Column::ResourceType => of_texts(&columns.resource_type, tables.types.len(), &|at| {
                (wording.resource_type)(&tables.types[at])
            }),
            Column::Name => text_ranks(&columns.name, wording.weights),
            Column::Currency => of_texts(&columns.currency, tables.currencies.len(), &|at| {
                tables.currencies[at].code().to_owned()
            }),
            Column::UnitPrice => {
                let mut places: Vec<u32> = (0..tables.prices.len() as u32).collect();
                places.sort_by_key(|place| tables.prices[*place as usize]);
                let same = |one: u32, other: u32| {
                    tables.prices[one as usize] == tables.prices[other as usize]
                };
                of_places(&columns.unit_price, &dense(&places, same))
            }
            Column::State => numbers(&|at| self.phase(at as u32).map(|phase| phase as i64)),
            Column::Quantity => numbers(&|at| columns.quantity[at].map(i64::from)),
            Column::Term => numbers(&|at| columns.term[at].map(|term| term.months().into())),
            Column::BillingPlan => numbers(&|at| columns.billing_plan[at].map(|plan| plan as i64)),
            Column::PurchaseDate => numbers(&|at| columns.purchase_date[at].map(day)),
            Column::ExpiryDate => numbers(&|at| columns.expires_on[at].map(day)),
            Column::Outcome
            | Column::Payable
            | Column::CancelledInstalments
            | Column::CancelledCommitment => Vec::new(),
        }
    }
}

impl Quotes {
    /// The ranks of a column of amounts, or of what becomes of returns.
    fn ranks(&self, column: Column) -> &[u32] {
        let (place, amounts) = match column {
            Column::Payable => (0, Some(&self.payable)),
            Column::CancelledInstalments => (1, Some(&self.cancelled_instalments)),
            Column::CancelledCommitment => (2, Some(&self.cancelled_commitment)),
            _ => (3, None),
        };
        self.ranks[place].get_or_init(|| match amounts {
            Some(amounts) => {
                let is_known = |at: usize| place > 0 || self.outcome[at] != Outcome::LedgerUnknown;
                let usd = |at: usize| self.in_usd(at as u32, amounts[at]).filter(|_| is_known(at));
                number_ranks(self.len(), &usd)
            }
            None => number_ranks(self.len(), &|at| match self.outcome[at] {
                Outcome::Allowed => Some(0),
                Outcome::Capped => Some(1),
                Outcome::Refused(refusal) => Some(2 + refusal as i64),
                Outcome::LedgerUnknown => Some(i64::MAX),
                Outcome::FactsLacking => None,
            }),
        })
    }
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

/// The rank of each place whose places in order are given; those that are the same have one rank.
fn dense(in_order: &[u32], same: impl Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut ranks = vec![MISSING; in_order.len()];
    let mut rank = 0;
    for (number, place) in in_order.iter().enumerate() {
        if number > 0 && !same(in_order[number - 1], *place) {
            rank += 1;
        }
        ranks[*place as usize] = rank;
    }
    ranks
}

/// What rows say by its place in a table, as ranks.
fn of_places(places: &[u32], ranks: &[u32]) -> Vec<u32> {
    let rank = |place: u32| if place == NONE { MISSING } else { ranks[place as usize] };
    places.iter().map(|place| rank(*place)).collect()
}

fn number_ranks<N: Copy + Ord>(rows: usize, number: &dyn Fn(usize) -> Option<N>) -> Vec<u32> {
    let mut numbers: Vec<(N, u32)> =
        (0..rows).filter_map(|at| Some((number(at)?, at as u32))).collect();
    numbers.sort_unstable();
    let mut ranks = vec![MISSING; rows];
    let mut rank = 0;
    for (place, (number, at)) in numbers.iter().enumerate() {
        if place > 0 && numbers[place - 1].0 != *number {
            rank += 1;
        }
        ranks[*at as usize] = rank;
    }
    ranks
}

/// The ranks of texts in the order of a language, in which numbers count as numbers; an empty one is missing.
fn text_ranks(texts: &Texts, weights: fn(&[char]) -> Vec<Weight>) -> Vec<u32> {
    let order = Order::of(texts.all(), weights);
    let mut all = Vec::new();
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut starts = vec![0];
    for (place, text) in texts.iter().enumerate() {
        let (start, text) = (all.len(), text.trim());
        if !text.is_empty() {
            order.put_key(&mut all, text);
        }
        let mut first = [0; 8];
        let length = (all.len() - start).min(8);
        first[..length].copy_from_slice(&all[start..start + length]);
        starts.push(all.len());
        if length > 0 {
            keys.push((u64::from_be_bytes(first), place as u32));
        }
    }
    let key = |place: u32| &all[starts[place as usize]..starts[place as usize + 1]];
    // The first eight bytes tell most texts apart, without a look at the rest.
    let compare = |one: &(u64, u32), other: &(u64, u32)| match one.0.cmp(&other.0) {
        Ordering::Equal => key(one.1).cmp(key(other.1)),
        order => order,
    };
    keys.sort_unstable_by(compare);
    let mut ranks = vec![MISSING; texts.len()];
    let mut rank = 0;
    for (number, entry) in keys.iter().enumerate() {
        if number > 0 && compare(&keys[number - 1], entry) != Ordering::Equal {
            rank += 1;
        }
        ranks[entry.1 as usize] = rank;
    }
    ranks
}

/// Where the signs of some texts stand in the order of a language.
///
/// Asking a browser to compare two texts takes a microsecond, and sorting a hundred thousand needs two million
/// comparisons. So it is asked for the order of the signs alone, of which there are few, and the texts are compared
/// by these. What a language orders as two signs is written as these; of those there is `ß`.
struct Order {
    ascii: [Weight; 128],
    others: HashMap<char, Weight>,
    /// Bytes of a letter.
    width: usize,
}

impl Order {
    fn of(text: &str, weights: fn(&[char]) -> Vec<Weight>) -> Self {
        let mut signs: Vec<char> = {
            let mut ascii = [false; 128];
            let mut others: HashSet<char> = HashSet::new();
            // A digit has the place of a number, which stands where 0 does.
            for sign in signs_of(text) {
                match u8::try_from(sign) {
                    Ok(byte) if byte.is_ascii_digit() => ascii[usize::from(b'0')] = true,
                    Ok(byte) if byte.is_ascii() => ascii[usize::from(byte)] = true,
                    _ => {
                        others.insert(sign);
                    }
                }
            }
            let ascii = (0_u8..).zip(ascii).filter(|(_, is_there)| *is_there);
            ascii.map(|(byte, _)| char::from(byte)).chain(others).collect()
        };
        signs.sort_unstable();
        let weights = weights(&signs);
        let width = if weights.iter().all(|it| it.letter < 0x100) { 1 } else { 2 };
        let mut order = Self { ascii: [Weight::default(); 128], others: HashMap::new(), width };
        for (sign, weight) in signs.into_iter().zip(weights) {
            match order.ascii.get_mut(sign as usize) {
                Some(known) => *known = weight,
                None => {
                    order.others.insert(sign, weight);
                }
            }
        }
        order
    }

    fn weight(&self, sign: char) -> Weight {
        let ascii = self.ascii.get(sign as usize).copied();
        ascii.unwrap_or_else(|| self.others.get(&sign).copied().unwrap_or_default())
    }

    fn put_letter(&self, key: &mut Vec<u8>, letter: u16) {
        key.extend_from_slice(&letter.to_be_bytes()[2 - self.width..]);
    }

    /// Bytes whose order is that of the texts: all letters, all accents, all cases. Before its digits each number
    /// says how many they are.
    fn put_key(&self, key: &mut Vec<u8>, text: &str) {
        let (mut accents, mut cases) = (Vec::new(), Vec::new());
        let mut signs = signs_of(text).peekable();
        while let Some(sign) = signs.next() {
            if !sign.is_ascii_digit() {
                let Weight { letter, accent, case } = self.weight(sign);
                if letter > 0 {
                    self.put_letter(key, letter);
                }
                accents.push(accent);
                cases.push(case);
                continue;
            }
            self.put_letter(key, self.weight('0').letter);
            let length = key.len();
            key.push(0);
            let mut next = Some(sign);
            while let Some(digit) = next {
                if digit != '0' || key.len() > length + 1 {
                    key.push(digit as u8);
                }
                next = signs.next_if(char::is_ascii_digit);
            }
            key[length] = (key.len() - length - 1).min(255) as u8;
        }
        for level in [accents, cases] {
            // Nearly every text ends here: what is no letter has no weight.
            let some = level.iter().rposition(|weight| *weight > 0).map_or(0, |last| last + 1);
            self.put_letter(key, 0);
            key.extend_from_slice(&level[..some]);
        }
    }
}

/// The signs of a text, one that counts as two as these.
fn signs_of(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|sign| match sign {
        'ß' => ['s', 's'].into_iter().take(2),
        sign => [sign, sign].into_iter().take(1),
    })
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
