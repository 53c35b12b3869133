//! The block of a customer: what the table of all reservations needs of its records, in a few bytes.
//!
//! A block is kept beside the records and made anew with every change of them. It says its format and a
//! checksum, so that one that is damaged or of another format is noticed and made again.

use calculator::{
    BillingPlan, Currency, LedgerEntry, Money, ProvisioningState, ResourceType, Term,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use super::bytes::{Malformed, Reader, checksum, put_day, put_number, put_text};

/// What the table of all reservations needs of one customer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// GUID of the tenant, or what else the customer's records are kept under.
    pub tenant_id: String,
    /// The name of the company; the tenant where it is not known.
    pub name: String,
    /// Whose records they are.
    pub origin: Origin,
    /// What was booked for the customer and counts against the limit, as [`LedgerEntry::booked`] says it, in
    /// any order; `None` where some of it cannot be read, so that nobody knows what is left of the limit.
    pub ledger: Option<Vec<LedgerEntry>>,
    /// Each reservation once.
    pub rows: Vec<Row>,
    /// Documents that are therefore not among the rows and not in the ledger.
    pub unreadable: Vec<Unreadable>,
}

/// Whose records they are. The two never stand side by side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Origin {
    /// Invented, to look around.
    Demonstration,
    /// The partner's own.
    Own,
}

/// A document that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// What it is, for instance `reservation`.
    pub kind: String,
    /// Its id within the customer's records.
    pub id: String,
    /// Why, in words.
    pub reason: String,
}

/// What is kept of a reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Standing {
    /// A record, with an order and everything that belongs to it.
    Record,
    /// What is known of a reservation that lacks something an order needs.
    Incomplete,
}

/// The facts of one reservation. What nobody has stated is `None`, or an empty text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What is kept of it.
    pub standing: Standing,
    /// GUID of the reservation; its id alone, without a path.
    pub reservation_id: String,
    /// GUID of its order; empty where it is not known.
    pub order_id: String,
    /// What the customer calls it.
    pub name: String,
    /// The size or product, as `sku.name` of the API.
    pub sku: String,
    /// In lower case, as `location` of the API.
    pub region: String,
    /// What was reserved.
    pub resource_type: Option<ResourceType>,
    /// Units owned.
    pub quantity: Option<u32>,
    /// Units bought with the order.
    pub original_quantity: Option<u32>,
    /// How long it runs.
    pub term: Option<Term>,
    /// How it is paid.
    pub billing_plan: Option<BillingPlan>,
    /// The currency of every amount.
    pub currency: Option<Currency>,
    /// What one unit costs over the whole term, not negative. It may be finer than the minor unit, where
    /// the payments of an order do not divide by its units.
    pub unit_price: Option<Decimal>,
    /// The billed amount of one instalment of one unit, not negative, when it is known.
    pub instalment: Option<Decimal>,
    /// What one unit costs today over the whole term, not negative, when it is known.
    pub current_unit_price: Option<Decimal>,
    /// The UTC day of the purchase.
    pub purchase_date: Option<NaiveDate>,
    /// The first UTC day without it, where the record says so; else it follows from the term.
    pub expiry_date: Option<NaiveDate>,
    /// The state of the record when it was last written. Whether the term is over is told from the dates.
    pub state: Option<ProvisioningState>,
    /// Whether it was used at all, where somebody knows.
    pub used: Option<bool>,
    /// Whether it was received in an exchange.
    pub received_in_exchange: bool,
}

/// Why bytes are no block that can be read. The records that it was made from can still be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unusable {
    /// The bytes do not begin as a block does.
    NoBlock,
    /// A block of another format than [`BLOCK_FORMAT`].
    OtherFormat(u8),
    /// Not the bytes that were written.
    Damaged,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBlock => f.write_str("not a block"),
            Self::OtherFormat(format) => write!(f, "a block of format {format}"),
            Self::Damaged => f.write_str("a damaged block"),
        }
    }
}

impl std::error::Error for Unusable {}

impl From<Malformed> for Unusable {
    fn from(_: Malformed) -> Self {
        Self::Damaged
    }
}

/// The format that [`Block::encode`] writes and [`Block::decode`] reads. Another one is made anew from
/// the records.
pub const BLOCK_FORMAT: u8 = 1;

const MARK: [u8; 3] = *b"PRB";

impl Block {
    /// The bytes that are kept.
    pub fn encode(&self) -> Vec<u8> {
        let mut tables = Tables::default();
        let mut rows = Vec::new();
        put_number(&mut rows, self.rows.len() as u128);
        self.rows.iter().for_each(|row| put_row(&mut rows, row, &mut tables));

        let mut body = Vec::with_capacity(rows.len() + 256);
        put_text(&mut body, &self.tenant_id);
        put_text(&mut body, &self.name);
        body.push(match self.origin {
            Origin::Demonstration => 0,
            Origin::Own => 1,
        });
        // One more than there are, so that an unknown ledger is none of any length.
        let entries = self.ledger.as_deref();
        put_number(&mut body, entries.map_or(0, |entries| entries.len() as u128 + 1));
        for entry in entries.unwrap_or_default() {
            put_day(&mut body, Some(entry.date));
            put_number(&mut body, entry.usd.minor().unsigned_abs());
        }
        put_number(&mut body, self.unreadable.len() as u128);
        for Unreadable { kind, id, reason } in &self.unreadable {
            [kind, id, reason].into_iter().for_each(|text| put_text(&mut body, text));
        }
        tables.put(&mut body);
        body.extend_from_slice(&rows);

        let mut block = Vec::with_capacity(body.len() + 12);
        block.extend_from_slice(&MARK);
        block.push(BLOCK_FORMAT);
        block.extend_from_slice(&checksum(&body).to_le_bytes());
        block.extend_from_slice(&body);
        block
    }

    /// Reads what [`encode`](Self::encode) wrote.
    ///
    /// # Errors
    /// Bytes that are not a block of this format, or not those that were written; never a panic.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unusable> {
        let mut stored = StoredBlock::open(bytes)?;
        let mut rows = Vec::new();
        while let Some(row) = stored.next_row()? {
            rows.push(stored.owned(&row));
        }
        Ok(Self {
            tenant_id: stored.tenant_id.to_owned(),
            name: stored.name.to_owned(),
            origin: stored.origin,
            ledger: stored.ledger,
            rows,
            unreadable: stored.unreadable,
        })
    }
}

/// Several blocks as one text of bytes, each after its length.
pub fn join_blocks<'a>(blocks: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut joined = Vec::new();
    for block in blocks {
        put_number(&mut joined, block.len() as u128);
        joined.extend_from_slice(block);
    }
    joined
}

/// The blocks that [`join_blocks`] has put together; what each says is not looked at.
///
/// # Errors
/// [`Unusable::Damaged`] where the lengths do not add up.
pub fn split_blocks(joined: &[u8]) -> Result<Vec<&[u8]>, Unusable> {
    let mut reader = Reader::new(joined);
    let mut blocks = Vec::new();
    while !reader.is_at_end() {
        let length = reader.count()?;
        blocks.push(reader.bytes(length)?);
    }
    Ok(blocks)
}

/// Values of which each is written once, in the order in which they came.
struct Numbered<T> {
    places: HashMap<T, u32>,
    all: Vec<T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { places: HashMap::new(), all: Vec::new() }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    /// The number of a value, from 1; 0 is for none.
    fn of(&mut self, value: Option<T>) -> u128 {
        let Some(value) = value else { return 0 };
        let next = self.all.len() as u32 + 1;
        let place = *self.places.entry(value.clone()).or_insert(next);
        if place == next {
            self.all.push(value);
        }
        u128::from(place)
    }
}

/// What many rows of a block have in common.
#[derive(Default)]
struct Tables {
    skus: Numbered<String>,
    regions: Numbered<String>,
    types: Numbered<String>,
    states: Numbered<String>,
    currencies: Numbered<Currency>,
    prices: Numbered<Decimal>,
}

impl Tables {
    fn put(&self, bytes: &mut Vec<u8>) {
        for texts in [&self.skus, &self.regions, &self.types, &self.states] {
            put_number(bytes, texts.all.len() as u128);
            texts.all.iter().for_each(|text| put_text(bytes, text));
        }
        put_number(bytes, self.currencies.all.len() as u128);
        self.currencies.all.iter().for_each(|currency| put_text(bytes, currency.code()));
        put_number(bytes, self.prices.all.len() as u128);
        for price in &self.prices.all {
            put_number(bytes, price.mantissa().unsigned_abs());
            bytes.push(price.scale() as u8);
        }
    }
}

/// What a row says of itself in one byte.
mod mark {
    pub(super) const INCOMPLETE: u8 = 1;
    pub(super) const RECEIVED_IN_EXCHANGE: u8 = 1 << 1;
    pub(super) const USE_KNOWN: u8 = 1 << 2;
    pub(super) const USED: u8 = 1 << 3;
    pub(super) const PLAN_KNOWN: u8 = 1 << 4;
    pub(super) const MONTHLY: u8 = 1 << 5;
    /// What no mark says yet.
    pub(super) const UNKNOWN: u8 = !((1 << 6) - 1);
}

fn put_row(bytes: &mut Vec<u8>, row: &Row, tables: &mut Tables) {
    let marks = [
        (row.standing == Standing::Incomplete, mark::INCOMPLETE),
        (row.received_in_exchange, mark::RECEIVED_IN_EXCHANGE),
        (row.used.is_some(), mark::USE_KNOWN),
        (row.used == Some(true), mark::USED),
        (row.billing_plan.is_some(), mark::PLAN_KNOWN),
        (row.billing_plan == Some(BillingPlan::Monthly), mark::MONTHLY),
    ];
    bytes.push(marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).sum());
    put_id(bytes, &row.reservation_id);
    put_id(bytes, &row.order_id);
    put_text(bytes, &row.name);
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let price = |price: Option<Decimal>| price.map(|price| price.normalize());
    let one_more = |number: u32| u128::from(number) + 1;
    let numbers = [
        tables.skus.of(text(&row.sku)),
        tables.regions.of(text(&row.region)),
        tables.types.of(row.resource_type.as_ref().map(ToString::to_string)),
        tables.states.of(row.state.as_ref().map(ToString::to_string)),
        tables.currencies.of(row.currency),
        tables.prices.of(price(row.unit_price)),
        tables.prices.of(price(row.instalment)),
        tables.prices.of(price(row.current_unit_price)),
        row.quantity.map_or(0, one_more),
        row.original_quantity.map_or(0, one_more),
        row.term.map_or(0, |term| term.months().into()),
    ];
    numbers.into_iter().for_each(|number| put_number(bytes, number));
    put_day(bytes, row.purchase_date);
    put_day(bytes, row.expiry_date);
}

/// Nearly every id is a GUID, which takes sixteen bytes instead of thirty-six.
fn put_id(bytes: &mut Vec<u8>, id: &str) {
    match guid_bytes(id) {
        Some(guid) => {
            bytes.push(GUID);
            bytes.extend_from_slice(&guid);
        }
        None => {
            bytes.push(TEXT);
            put_text(bytes, id);
        }
    }
}

const TEXT: u8 = 0;
const GUID: u8 = 1;
/// Where a GUID has its hyphens.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// The bytes of a GUID in the one form that comes back as it was: 36 letters in lower case.
fn guid_bytes(id: &str) -> Option<[u8; 16]> {
    let text: &[u8; 36] = id.as_bytes().try_into().ok()?;
    let mut guid = [0; 16];
    let mut digits = 0;
    for (place, letter) in text.iter().enumerate() {
        let digit = match letter {
            b'-' if HYPHENS.contains(&place) => continue,
            _ if HYPHENS.contains(&place) => return None,
            b'0'..=b'9' => letter - b'0',
            b'a'..=b'f' => letter - b'a' + 10,
            _ => return None,
        };
        guid[digits / 2] |= digit << (4 * (1 - digits % 2));
        digits += 1;
    }
    Some(guid)
}

/// An id as it is stored.
#[derive(Clone, Copy)]
pub(super) enum StoredId<'a> {
    Guid(&'a [u8]),
    Text(&'a str),
}

impl StoredId<'_> {
    /// Writes the id at the end of a text.
    pub(super) fn write(self, text: &mut String) {
        match self {
            Self::Text(id) => text.push_str(id),
            Self::Guid(guid) => {
                const DIGITS: [u8; 16] = *b"0123456789abcdef";
                let mut letters = [b'-'; 36];
                let mut at = 0;
                for byte in guid {
                    at += usize::from(HYPHENS.contains(&at));
                    letters[at] = DIGITS[usize::from(byte >> 4)];
                    letters[at + 1] = DIGITS[usize::from(byte & 0xf)];
                    at += 2;
                }
                text.push_str(str::from_utf8(&letters).expect("digits are ASCII"));
            }
        }
    }
}

/// A row as it is stored: values that many rows have in common by their place in the tables of the block.
pub(super) struct StoredRow<'a> {
    pub(super) standing: Standing,
    pub(super) received_in_exchange: bool,
    pub(super) used: Option<bool>,
    pub(super) billing_plan: Option<BillingPlan>,
    pub(super) reservation_id: StoredId<'a>,
    pub(super) order_id: StoredId<'a>,
    pub(super) name: &'a str,
    pub(super) sku: Option<usize>,
    pub(super) region: Option<usize>,
    pub(super) resource_type: Option<usize>,
    pub(super) state: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) unit_price: Option<usize>,
    pub(super) instalment: Option<usize>,
    pub(super) current_unit_price: Option<usize>,
    pub(super) quantity: Option<u32>,
    pub(super) original_quantity: Option<u32>,
    pub(super) term: Option<Term>,
    pub(super) purchase_date: Option<NaiveDate>,
    pub(super) expiry_date: Option<NaiveDate>,
}

/// A block of which everything but the rows is read.
pub(super) struct StoredBlock<'a> {
    pub(super) tenant_id: &'a str,
    pub(super) name: &'a str,
    pub(super) origin: Origin,
    pub(super) ledger: Option<Vec<LedgerEntry>>,
    pub(super) unreadable: Vec<Unreadable>,
    pub(super) skus: Vec<&'a str>,
    pub(super) regions: Vec<&'a str>,
    pub(super) types: Vec<&'a str>,
    pub(super) states: Vec<&'a str>,
    pub(super) currencies: Vec<Currency>,
    pub(super) prices: Vec<Decimal>,
    /// Rows that were not read yet.
    pub(super) rows_left: usize,
    rows: Reader<'a>,
}

impl<'a> StoredBlock<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unusable> {
        let (mark, rest) = bytes.split_first_chunk().ok_or(Unusable::NoBlock)?;
        if *mark != MARK {
            return Err(Unusable::NoBlock);
        }
        let (format, rest) = rest.split_first().ok_or(Unusable::Damaged)?;
        if *format != BLOCK_FORMAT {
            return Err(Unusable::OtherFormat(*format));
        }
        let (sum, body) = rest.split_first_chunk().ok_or(Unusable::Damaged)?;
        if u64::from_le_bytes(*sum) != checksum(body) {
            return Err(Unusable::Damaged);
        }
        let mut reader = Reader::new(body);
        let (tenant_id, name) = (reader.text()?, reader.text()?);
        let origin = match reader.byte()? {
            0 => Origin::Demonstration,
            1 => Origin::Own,
            _ => return Err(Unusable::Damaged),
        };
        let ledger = match reader.count()?.checked_sub(1) {
            Some(entries) => Some(many(entries, || ledger_entry(&mut reader))?),
            None => None,
        };
        let unreadable = many(reader.count()?, || {
            let [kind, id, reason] = [reader.text()?, reader.text()?, reader.text()?];
            let [kind, id, reason] = [kind, id, reason].map(str::to_owned);
            Ok(Unreadable { kind, id, reason })
        })?;
        let mut texts = || many(reader.count()?, || reader.text());
        let (skus, regions, types, states) = (texts()?, texts()?, texts()?, texts()?);
        let currencies =
            many(reader.count()?, || Currency::parse(reader.text()?).map_err(|_| Malformed))?;
        let prices = many(reader.count()?, || price(&mut reader))?;
        let rows_left = reader.count()?;
        Ok(Self {
            tenant_id,
            name,
            origin,
            ledger,
            unreadable,
            skus,
            regions,
            types,
            states,
            currencies,
            prices,
            rows_left,
            rows: reader,
        })
    }

    /// The next row; `None` after the last one.
    pub(super) fn next_row(&mut self) -> Result<Option<StoredRow<'a>>, Unusable> {
        let reader = &mut self.rows;
        if self.rows_left == 0 {
            return if reader.is_at_end() { Ok(None) } else { Err(Unusable::Damaged) };
        }
        self.rows_left -= 1;
        let marks = reader.byte()?;
        if marks & mark::UNKNOWN != 0 {
            return Err(Unusable::Damaged);
        }
        let holds = |mark: u8| marks & mark != 0;
        let (reservation_id, order_id) = (id(reader)?, id(reader)?);
        let name = reader.text()?;
        let prices = self.prices.len();
        let row = StoredRow {
            standing: if holds(mark::INCOMPLETE) { Standing::Incomplete } else { Standing::Record },
            received_in_exchange: holds(mark::RECEIVED_IN_EXCHANGE),
            used: holds(mark::USE_KNOWN).then_some(holds(mark::USED)),
            billing_plan: holds(mark::PLAN_KNOWN).then_some(if holds(mark::MONTHLY) {
                BillingPlan::Monthly
            } else {
                BillingPlan::Upfront
            }),
            reservation_id,
            order_id,
            name,
            sku: place(reader, self.skus.len())?,
            region: place(reader, self.regions.len())?,
            resource_type: place(reader, self.types.len())?,
            state: place(reader, self.states.len())?,
            currency: place(reader, self.currencies.len())?,
            unit_price: place(reader, prices)?,
            instalment: place(reader, prices)?,
            current_unit_price: place(reader, prices)?,
            quantity: units(reader)?,
            original_quantity: units(reader)?,
            term: match reader.small()? {
                0 => None,
                months => Some(Term::of_months(months).map_err(|_| Unusable::Damaged)?),
            },
            purchase_date: reader.day()?,
            expiry_date: reader.day()?,
        };
        Ok(Some(row))
    }

    fn owned(&self, row: &StoredRow<'_>) -> Row {
        let text = |texts: &[&str], place: Option<usize>| {
            place.map(|place| texts[place].to_owned()).unwrap_or_default()
        };
        let id = |id: StoredId<'_>| {
            let mut text = String::new();
            id.write(&mut text);
            text
        };
        let price = |place: Option<usize>| place.map(|place| self.prices[place]);
        Row {
            standing: row.standing,
            reservation_id: id(row.reservation_id),
            order_id: id(row.order_id),
            name: row.name.to_owned(),
            sku: text(&self.skus, row.sku),
            region: text(&self.regions, row.region),
            resource_type: row.resource_type.map(|it| ResourceType::parse(self.types[it])),
            quantity: row.quantity,
            original_quantity: row.original_quantity,
            term: row.term,
            billing_plan: row.billing_plan,
            currency: row.currency.map(|place| self.currencies[place]),
            unit_price: price(row.unit_price),
            instalment: price(row.instalment),
            current_unit_price: price(row.current_unit_price),
            purchase_date: row.purchase_date,
            expiry_date: row.expiry_date,
            state: row.state.map(|it| ProvisioningState::parse(self.states[it])),
            used: row.used,
            received_in_exchange: row.received_in_exchange,
        }
    }
}

/// So many of something, each read after the other.
fn many<T>(
    count: usize,
    mut read: impl FnMut() -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    (0..count).map(|_| read()).collect()
}

fn ledger_entry(reader: &mut Reader<'_>) -> Result<LedgerEntry, Malformed> {
    let date = reader.day()?.ok_or(Malformed)?;
    let cents = i128::try_from(reader.number()?).map_err(|_| Malformed)?;
    Ok(LedgerEntry { date, usd: Money::from_minor(cents, Currency::USD) })
}

fn price(reader: &mut Reader<'_>) -> Result<Decimal, Malformed> {
    let mantissa = i128::try_from(reader.number()?).map_err(|_| Malformed)?;
    let digits = u32::from(reader.byte()?);
    Decimal::try_from_i128_with_scale(mantissa, digits).map_err(|_| Malformed)
}

fn id<'a>(reader: &mut Reader<'a>) -> Result<StoredId<'a>, Malformed> {
    match reader.byte()? {
        TEXT => Ok(StoredId::Text(reader.text()?)),
        GUID => Ok(StoredId::Guid(reader.bytes(16)?)),
        _ => Err(Malformed),
    }
}

/// A place in a table of so many; 0 is for none.
fn place(reader: &mut Reader<'_>, count: usize) -> Result<Option<usize>, Malformed> {
    let number = reader.small()? as usize;
    if number <= count { Ok(number.checked_sub(1)) } else { Err(Malformed) }
}

fn units(reader: &mut Reader<'_>) -> Result<Option<u32>, Malformed> {
    match reader.number()?.checked_sub(1) {
        Some(units) => u32::try_from(units).map(Some).map_err(|_| Malformed),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::super::any;
    use super::*;
    use proptest::prelude::*;

    /// What is written with the least digits, as blocks do.
    fn written(block: &Block) -> Block {
        let mut block = block.clone();
        for row in &mut block.rows {
            for price in [&mut row.unit_price, &mut row.instalment, &mut row.current_unit_price] {
                *price = price.map(|price| price.normalize());
            }
        }
        block
    }

    proptest! {
        #[test]
        fn a_block_is_read_as_it_was_written(block in any::block()) {
            prop_assert_eq!(Block::decode(&block.encode()), Ok(written(&block)));
        }

        #[test]
        fn a_cut_block_is_damaged(block in any::block(), cut in any::<prop::sample::Index>()) {
            let bytes = block.encode();
            prop_assert!(Block::decode(&bytes[..cut.index(bytes.len())]).is_err());
        }

        #[test]
        fn a_changed_block_is_noticed(
            block in any::block(),
            at in any::<prop::sample::Index>(),
            change in 1_u8..,
        ) {
            let mut bytes = block.encode();
            let at = at.index(bytes.len());
            bytes[at] ^= change;
            prop_assert!(Block::decode(&bytes).is_err());
        }

        /// Behind a checksum that fits stands anything at all.
        #[test]
        fn no_bytes_make_reading_panic(
            block in any::block(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            cut in any::<prop::sample::Index>(),
            is_cut in any::<bool>(),
        ) {
            let mut bytes = block.encode();
            for (at, value) in changes {
                let at = 12 + at.index(bytes.len() - 12);
                bytes[at] = value;
            }
            if is_cut {
                bytes.truncate(12 + cut.index(bytes.len() - 12));
            }
            let sum = checksum(&bytes[12..]).to_le_bytes();
            bytes[4..12].copy_from_slice(&sum);
            if let Ok(block) = Block::decode(&bytes) {
                prop_assert_eq!(Block::decode(&block.encode()), Ok(written(&block)));
            }
        }

        #[test]
        fn blocks_stand_one_after_the_other(
            blocks in prop::collection::vec(any::block(), 0..4),
            cut in any::<prop::sample::Index>(),
        ) {
            let encoded: Vec<_> = blocks.iter().map(Block::encode).collect();
            let joined = join_blocks(encoded.iter().map(Vec::as_slice));
            prop_assert_eq!(split_blocks(&joined), Ok(encoded.iter().map(Vec::as_slice).collect()));
            if !joined.is_empty() {
                let cut = split_blocks(&joined[..cut.index(joined.len())]);
                prop_assert!(cut.is_err() || cut.is_ok_and(|some| some.len() < encoded.len()));
            }
        }
    }

    #[test]
    fn what_is_no_block_of_this_format_says_so() {
        assert_eq!(Block::decode(b""), Err(Unusable::NoBlock));
        assert_eq!(Block::decode(b"<!doctype html>"), Err(Unusable::NoBlock));
        assert_eq!(Block::decode(b"PRB"), Err(Unusable::Damaged));
        assert_eq!(Block::decode(b"PRB\x07and more"), Err(Unusable::OtherFormat(7)));
    }
}
