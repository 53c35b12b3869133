//! All reservations of all customers, a column for each fact.

use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, Ledger, Phase, ProvisioningState, ResourceType,
    Term,
};
use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;
use std::ops::Range;

use super::block::{Origin, Standing, StoredBlock, StoredRow, Unreadable, Unusable};
use super::fact::{Fact, Facts};
use super::texts::{Distinct, Texts};

/// All reservations of all customers. Rows and customers are numbered from 0, in the order of the blocks.
///
/// Invariant: all columns are of one length, and those of places hold places of their table or [`NONE`].
#[derive(Clone, Debug)]
pub struct Portfolio {
    today: NaiveDate,
    customers: Vec<Customer>,
    unusable: Vec<(usize, Unusable)>,
    pub(super) tables: Tables,
    pub(super) columns: Columns,
}

/// What the rows say by its place.
#[derive(Clone, Default, Debug)]
pub(super) struct Tables {
    pub(super) skus: Texts,
    pub(super) regions: Texts,
    pub(super) types: Vec<ResourceType>,
    pub(super) states: Vec<ProvisioningState>,
    pub(super) currencies: Vec<Currency>,
    pub(super) prices: Vec<Decimal>,
}

/// No place in a table.
pub(super) const NONE: u32 = u32::MAX;

#[derive(Clone, Default, Debug)]
pub(super) struct Columns {
    pub(super) customer: Vec<u32>,
    pub(super) name: Texts,
    pub(super) reservation_id: Texts,
    pub(super) order_id: Texts,
    pub(super) sku: Vec<u32>,
    pub(super) region: Vec<u32>,
    pub(super) resource_type: Vec<u32>,
    pub(super) state: Vec<u32>,
    pub(super) currency: Vec<u32>,
    pub(super) unit_price: Vec<u32>,
    pub(super) quantity: Vec<Option<u32>>,
    pub(super) original_quantity: Vec<Option<u32>>,
    pub(super) term: Vec<Option<Term>>,
    pub(super) billing_plan: Vec<Option<BillingPlan>>,
    pub(super) purchase_date: Vec<Option<NaiveDate>>,
    pub(super) expires_on: Vec<Option<NaiveDate>>,
    pub(super) used: Vec<Option<bool>>,
    pub(super) standing: Vec<Standing>,
    pub(super) received_in_exchange: Vec<bool>,
    pub(super) missing: Vec<Facts>,
    pub(super) wrong: Vec<Facts>,
    /// What the calculator starts from, where nothing is missing or wrong.
    pub(super) holding: Vec<Option<Holding>>,
}

/// One customer.
#[derive(Clone, Debug)]
pub struct Customer {
    /// GUID of the tenant, or what else its records are kept under.
    pub tenant_id: Box<str>,
    /// The name of the company.
    pub name: Box<str>,
    /// Whose records they are.
    pub origin: Origin,
    /// What counts against the limit; `None` where that cannot be told.
    pub ledger: Option<Ledger>,
    /// Documents that are not among the rows.
    pub unreadable: Vec<Unreadable>,
    /// The rows of the customer.
    pub rows: Range<u32>,
}

/// One reservation, as far as it is known. An empty text was not stated.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView<'a> {
    /// The number of the customer.
    pub customer: u32,
    /// What is kept of it.
    pub standing: Standing,
    /// GUID of the reservation.
    pub reservation_id: &'a str,
    /// GUID of its order.
    pub order_id: &'a str,
    /// What the customer calls it.
    pub name: &'a str,
    /// The size or product.
    pub sku: &'a str,
    /// In lower case, as `location` of the API.
    pub region: &'a str,
    /// What was reserved.
    pub resource_type: Option<&'a ResourceType>,
    /// The state of the record.
    pub state: Option<&'a ProvisioningState>,
    /// What the state means today: a term ends without anybody writing it down.
    pub phase: Option<Phase>,
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
    /// What one unit costs over the whole term.
    pub unit_price: Option<Decimal>,
    /// The UTC day of the purchase.
    pub purchase_date: Option<NaiveDate>,
    /// The first UTC day without it: its own, else as its term tells.
    pub expires_on: Option<NaiveDate>,
    /// Whether it was used at all, where somebody knows.
    pub used: Option<bool>,
    /// Whether it was received in an exchange.
    pub received_in_exchange: bool,
    /// What it lacks without which there is no quote.
    pub missing: Facts,
    /// What is stated but cannot be calculated with.
    pub wrong: Facts,
}

impl Portfolio {
    /// Reads all blocks, for quotes of `today` (UTC) or later. A block that cannot be read is
    /// [named](Self::unusable) and left out as a whole.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a [u8]>, today: NaiveDate) -> Self {
        let mut reading = Reading {
            portfolio: Self {
                today,
                customers: Vec::new(),
                unusable: Vec::new(),
                tables: Tables::default(),
                columns: Columns::default(),
            },
            skus: Distinct::default(),
            regions: Distinct::default(),
            types: Distinct::default(),
            states: Distinct::default(),
        };
        let blocks: Vec<&[u8]> = blocks.into_iter().collect();
        let bytes: usize = blocks.iter().map(|block| block.len()).sum();
        reading.portfolio.columns.reserve(bytes / ROW_BYTES);
        for (place, block) in blocks.into_iter().enumerate() {
            let rows = reading.portfolio.len();
            if let Err(unusable) = reading.block(block) {
                reading.portfolio.columns.truncate(rows);
                reading.portfolio.unusable.push((place, unusable));
            }
        }
        reading.done()
    }

    /// The day that counts as today, UTC.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.columns.customer.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The customers.
    pub fn customers(&self) -> &[Customer] {
        &self.customers
    }

    /// The customer of a row.
    pub fn customer_of(&self, row: u32) -> &Customer {
        &self.customers[self.columns.customer[row as usize] as usize]
    }

    /// The places of blocks that cannot be read, and why.
    pub fn unusable(&self) -> &[(usize, Unusable)] {
        &self.unusable
    }

    /// What the calculator starts from; `None` where something [is missing or wrong](RowView::missing).
    pub fn holding(&self, row: u32) -> Option<&Holding> {
        self.columns.holding[row as usize].as_ref()
    }

    /// A row with everything that is known of it.
    pub fn row(&self, row: u32) -> RowView<'_> {
        let (columns, tables, at) = (&self.columns, &self.tables, row as usize);
        RowView {
            customer: columns.customer[at],
            standing: columns.standing[at],
            reservation_id: columns.reservation_id.get(at),
            order_id: columns.order_id.get(at),
            name: columns.name.get(at),
            sku: tables.skus.get(columns.sku[at] as usize),
            region: tables.regions.get(columns.region[at] as usize),
            resource_type: tables.types.get(columns.resource_type[at] as usize),
            state: tables.states.get(columns.state[at] as usize),
            phase: self.phase(row),
            quantity: columns.quantity[at],
            original_quantity: columns.original_quantity[at],
            term: columns.term[at],
            billing_plan: columns.billing_plan[at],
            currency: tables.currencies.get(columns.currency[at] as usize).copied(),
            unit_price: tables.prices.get(columns.unit_price[at] as usize).copied(),
            purchase_date: columns.purchase_date[at],
            expires_on: columns.expires_on[at],
            used: columns.used[at],
            received_in_exchange: columns.received_in_exchange[at],
            missing: columns.missing[at],
            wrong: columns.wrong[at],
        }
    }

    /// What the state of a row means today; `None` where no state is known.
    pub fn phase(&self, row: u32) -> Option<Phase> {
        let at = row as usize;
        let phase = self.tables.states.get(self.columns.state[at] as usize)?.phase();
        let is_over = self.columns.expires_on[at].is_some_and(|day| day <= self.today);
        Some(if is_over && phase.covers_its_term() { Phase::Expired } else { phase })
    }
}

/// About the least that a row takes in a block: two GUIDs, a short name, and a byte for each other fact.
const ROW_BYTES: usize = 64;
/// The letters of a GUID.
const ID_LETTERS: usize = 36;

impl Columns {
    /// Makes room for so many rows at once: a column that grows as it is filled leaves holes of half its size behind.
    fn reserve(&mut self, rows: usize) {
        for ids in [&mut self.reservation_id, &mut self.order_id] {
            ids.reserve(rows, rows * ID_LETTERS);
        }
        for places in [
            &mut self.customer,
            &mut self.sku,
            &mut self.region,
            &mut self.resource_type,
            &mut self.state,
            &mut self.currency,
            &mut self.unit_price,
        ] {
            places.reserve_exact(rows);
        }
        self.holding.reserve_exact(rows);
    }

    fn truncate(&mut self, rows: usize) {
        self.customer.truncate(rows);
        for texts in [&mut self.name, &mut self.reservation_id, &mut self.order_id] {
            texts.truncate(rows);
        }
        for places in [
            &mut self.sku,
            &mut self.region,
            &mut self.resource_type,
            &mut self.state,
            &mut self.currency,
            &mut self.unit_price,
        ] {
            places.truncate(rows);
        }
        for units in [&mut self.quantity, &mut self.original_quantity] {
            units.truncate(rows);
        }
        for days in [&mut self.purchase_date, &mut self.expires_on] {
            days.truncate(rows);
        }
        self.term.truncate(rows);
        self.billing_plan.truncate(rows);
        self.used.truncate(rows);
        self.standing.truncate(rows);
        self.received_in_exchange.truncate(rows);
        self.missing.truncate(rows);
        self.wrong.truncate(rows);
        self.holding.truncate(rows);
    }
}

/// A portfolio while blocks are read.
struct Reading {
    portfolio: Portfolio,
    skus: Distinct,
    regions: Distinct,
    types: Distinct,
    states: Distinct,
}

/// Where the values of the tables of one block are in those of the portfolio.
struct Places {
    skus: Vec<u32>,
    regions: Vec<u32>,
    types: Vec<u32>,
    states: Vec<u32>,
    currencies: Vec<u32>,
    /// Where the prices of the block begin.
    prices: u32,
    /// What was not stated.
    no_sku: u32,
    no_region: u32,
}

impl Reading {
    fn block(&mut self, bytes: &[u8]) -> Result<(), Unusable> {
        let mut stored = StoredBlock::open(bytes)?;
        let places = self.places(&stored);
        let first = self.portfolio.len() as u32;
        while let Some(row) = stored.next_row()? {
            self.row(&row, &places);
        }
        let today = self.portfolio.today;
        let ledger = stored.ledger.and_then(|booked| Ledger::of_booked(booked, today).ok());
        self.portfolio.customers.push(Customer {
            tenant_id: stored.tenant_id.into(),
            name: stored.name.into(),
            origin: stored.origin,
            ledger,
            unreadable: stored.unreadable,
            rows: first..self.portfolio.len() as u32,
        });
        Ok(())
    }

    fn places(&mut self, stored: &StoredBlock<'_>) -> Places {
        let tables = &mut self.portfolio.tables;
        let prices = tables.prices.len() as u32;
        tables.prices.extend_from_slice(&stored.prices);
        let currencies = stored.currencies.iter().map(|currency| {
            let known = tables.currencies.iter().position(|known| known == currency);
            known.unwrap_or_else(|| {
                tables.currencies.push(*currency);
                tables.currencies.len() - 1
            }) as u32
        });
        let currencies = currencies.collect();
        let types = stored.types.iter().map(|text| {
            let place = self.types.place(text);
            if place as usize == tables.types.len() {
                tables.types.push(ResourceType::parse(text));
            }
            place
        });
        let types = types.collect();
        let states = stored.states.iter().map(|text| {
            let place = self.states.place(text);
            if place as usize == tables.states.len() {
                tables.states.push(ProvisioningState::parse(text));
            }
            place
        });
        Places {
            skus: stored.skus.iter().map(|text| self.skus.place(text)).collect(),
            regions: stored.regions.iter().map(|text| self.regions.place(text)).collect(),
            types,
            states: states.collect(),
            currencies,
            prices,
            no_sku: self.skus.place(""),
            no_region: self.regions.place(""),
        }
    }

    fn row(&mut self, row: &StoredRow<'_>, places: &Places) {
        let Portfolio { customers, columns, tables, .. } = &mut self.portfolio;
        let of = |places: &[u32], place: Option<usize>| place.map_or(NONE, |place| places[place]);
        let resource_type = of(&places.types, row.resource_type);
        let state = of(&places.states, row.state);
        let currency = of(&places.currencies, row.currency);
        let price = |place: Option<usize>| place.map(|place| places.prices + place as u32);
        let decimal = |place: Option<usize>| price(place).map(|at| tables.prices[at as usize]);

        let missing = missing(row);
        let facts = HoldingFacts {
            row,
            resource_type: tables.types.get(resource_type as usize),
            state: tables.states.get(state as usize),
            currency: tables.currencies.get(currency as usize).copied(),
            unit_price: decimal(row.unit_price),
            instalment: decimal(row.instalment),
            current_unit_price: decimal(row.current_unit_price),
        };
        let (holding, wrong) = match facts.holding() {
            Some(Ok(holding)) => (Some(holding), Facts::NONE),
            Some(Err(wrong)) => (None, [wrong].into_iter().collect()),
            None => (None, Facts::NONE),
        };

        columns.customer.push(customers.len() as u32);
        columns.name.push(row.name);
        columns.reservation_id.push_with(|text| row.reservation_id.write(text));
        columns.order_id.push_with(|text| row.order_id.write(text));
        columns.sku.push(row.sku.map_or(places.no_sku, |place| places.skus[place]));
        columns.region.push(row.region.map_or(places.no_region, |place| places.regions[place]));
        columns.resource_type.push(resource_type);
        columns.state.push(state);
        columns.currency.push(currency);
        columns.unit_price.push(price(row.unit_price).unwrap_or(NONE));
        columns.quantity.push(row.quantity);
        columns.original_quantity.push(row.original_quantity);
        columns.term.push(row.term);
        columns.billing_plan.push(row.billing_plan);
        columns.purchase_date.push(row.purchase_date);
        columns.expires_on.push(expires_on(row));
        columns.used.push(row.used);
        columns.standing.push(row.standing);
        columns.received_in_exchange.push(row.received_in_exchange);
        columns.missing.push(missing);
        columns.wrong.push(wrong);
        columns.holding.push(holding);
    }

    fn done(self) -> Portfolio {
        let mut portfolio = self.portfolio;
        portfolio.tables.skus = self.skus.texts;
        portfolio.tables.regions = self.regions.texts;
        portfolio
    }
}

/// What a row lacks without which there is no quote.
fn missing(row: &StoredRow<'_>) -> Facts {
    [
        (Fact::Quantity, row.quantity.is_none()),
        (Fact::Term, row.term.is_none()),
        (Fact::PurchaseDate, row.purchase_date.is_none()),
        (Fact::State, row.state.is_none()),
        (Fact::UnitPrice, row.unit_price.is_none()),
        (Fact::Currency, row.currency.is_none()),
        (Fact::BillingPlan, row.billing_plan.is_none()),
        (Fact::ResourceType, row.resource_type.is_none()),
    ]
    .into_iter()
    .filter_map(|(fact, is_missing)| is_missing.then_some(fact))
    .collect()
}

/// The first UTC day without a reservation: its own, else as its term tells.
fn expires_on(row: &StoredRow<'_>) -> Option<NaiveDate> {
    let by_term = || row.purchase_date?.checked_add_months(Months::new(row.term?.months()));
    row.expiry_date.or_else(by_term)
}

/// What a holding is made of.
struct HoldingFacts<'a> {
    row: &'a StoredRow<'a>,
    resource_type: Option<&'a ResourceType>,
    state: Option<&'a ProvisioningState>,
    currency: Option<Currency>,
    unit_price: Option<Decimal>,
    instalment: Option<Decimal>,
    current_unit_price: Option<Decimal>,
}

impl HoldingFacts<'_> {
    /// The holding, or what cannot be calculated with; `None` where something is missing.
    fn holding(&self) -> Option<Result<Holding, Fact>> {
        let row = self.row;
        let holding = Holding::new(HoldingInput {
            quantity: row.quantity?,
            unit_price: self.unit_price?,
            currency: self.currency?,
            billing_plan: row.billing_plan?,
            term: row.term?,
            purchase_date: row.purchase_date?,
            expiry_date: row.expiry_date,
            resource_type: self.resource_type?.clone(),
            state: self.state?.clone(),
            // Where nobody knows it was used, which never makes a quote too high.
            used: row.used.unwrap_or(true),
            instalment: self.instalment,
            current_unit_price: self.current_unit_price,
            // Only exchanges ask for the size.
            sku_name: None,
            // Units that are still held have not had their last exchange, see `azure::holding`.
            exchanges_used: 0,
        });
        Some(holding.map_err(|error| match &*error.field {
            "quantity" => Fact::Quantity,
            "purchaseDate" => Fact::PurchaseDate,
            "expiryDate" => Fact::ExpiryDate,
            "instalment" => Fact::Instalment,
            _ => Fact::UnitPrice,
        }))
    }
}
