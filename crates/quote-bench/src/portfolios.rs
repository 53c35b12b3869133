//! The table of all reservations of a partner, as large as is asked for.

use calculator::{
    BillingPlan, Currency, LedgerEntry, Money, Policy, ProvisioningState, ResourceType, Term,
    UsdRate,
};
use chrono::{Days, NaiveDate};
use portfolio::columns::{
    Block, Column, Filter, Index, Origin, Outcome, Portfolio, Question, Quotes, Row, SortBy,
    Standing, Weight, Wording, join_blocks, split_blocks,
};
use rust_decimal::Decimal;
use std::fmt::Write as _;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::pick;

/// So many reservations, of which each customer has twenty: mixed terms, plans and currencies, and one in
/// fifty without a price.
#[wasm_bindgen]
pub struct Portfolios {
    blocks: Vec<Block>,
    joined: Vec<u8>,
    portfolio: Portfolio,
    index: Index,
    quotes: Quotes,
    rates: Vec<(Currency, UsdRate)>,
}

const RESERVATIONS_OF_A_CUSTOMER: u32 = 20;

const SKUS: [(&str, ResourceType); 8] = [
    ("Standard_D2s_v5", ResourceType::VirtualMachines),
    ("Standard_D4as_v5", ResourceType::VirtualMachines),
    ("Standard_E8s_v5", ResourceType::VirtualMachines),
    ("Standard_F16s_v2", ResourceType::VirtualMachines),
    ("SQLMI_GP_Compute_Gen5", ResourceType::SqlDatabases),
    ("P1v3", ResourceType::AppService),
    ("Premium_SSD_P30", ResourceType::ManagedDisk),
    ("AV36P", ResourceType::AVS),
];
const REGIONS: [&str; 6] =
    ["westeurope", "northeurope", "germanywestcentral", "swedencentral", "eastus2", "chinanorth3"];
const CURRENCIES: [&str; 4] = ["EUR", "USD", "GBP", "JPY"];
const RATES: [(i64, u32); 4] = [(1_0843, 4), (1, 0), (1_2731, 4), (66, 4)];
const NAMES: [&str; 8] = ["web", "SQL", "batch", "Büro", "analytics", "cache", "test", "portal"];

/// As languages word it.
const WORDING: Wording = Wording {
    fold: |text| text.to_lowercase().replace('ü', "u"),
    weights: |signs| {
        let weight = |place: usize| Weight { letter: place as u16, ..Weight::default() };
        (1..=signs.len()).map(weight).collect()
    },
    region: |region| format!("Region {region}"),
    resource_type: |resource_type| format!("{resource_type} (reserved)"),
};

#[wasm_bindgen]
impl Portfolios {
    /// The same reservations on every machine.
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32) -> Self {
        let customers = count.div_ceil(RESERVATIONS_OF_A_CUSTOMER);
        let of = |customer| {
            let first = customer * RESERVATIONS_OF_A_CUSTOMER;
            block(customer, first..count.min(first + RESERVATIONS_OF_A_CUSTOMER))
        };
        let blocks: Vec<Block> = (0..customers).map(of).collect();
        let encoded: Vec<Vec<u8>> = blocks.iter().map(Block::encode).collect();
        let joined = join_blocks(encoded.iter().map(Vec::as_slice));
        let portfolio = read(&joined);
        let rates = rates();
        Self {
            quotes: portfolio.quotes(&question(&rates)),
            index: portfolio.index(&WORDING),
            blocks,
            joined,
            portfolio,
            rates,
        }
    }

    /// How many bytes all blocks have.
    pub fn bytes(&self) -> usize {
        self.joined.len()
    }

    /// Makes the columns of all blocks; gives the number of rows.
    pub fn decode(&self) -> usize {
        read(&self.joined).len()
    }

    /// Makes what is searched and sorted by.
    pub fn prepare(&mut self) {
        self.index = self.portfolio.index(&WORDING);
    }

    /// What comes back for every row; gives the sum of the minor units, so that no work can be left out.
    pub fn quote_all(&mut self) -> i64 {
        self.quotes = self.portfolio.quotes(&question(&self.rates));
        let payable = |row| self.quotes.of(row).payable.map_or(0, Money::minor);
        (0..self.portfolio.len() as u32).map(payable).sum::<i128>() as i64
    }

    /// The totals of all rows; gives how many customers are over the limit.
    pub fn total(&self) -> usize {
        self.portfolio.totals(&self.all(), &self.quotes).refundable.over.len()
    }

    /// What a search finds.
    pub fn find(&self, words: &str) -> usize {
        let filter = Filter { words: words.to_owned(), ..Filter::default() };
        self.portfolio.find(&filter, &self.quotes, &self.index).rows.len()
    }

    /// What a search finds, and how many rows each choice would leave of it.
    pub fn find_and_count(&self, words: &str) -> usize {
        let filter = Filter { words: words.to_owned(), ..Filter::default() };
        let found = self.portfolio.find(&filter, &self.quotes, &self.index);
        self.portfolio.counts(&found, &self.quotes).len()
    }

    /// Sorts all rows by name and then by what comes back, which others were sorted by before.
    pub fn sort(&self) -> u32 {
        let by = |column| SortBy { column, is_descending: true };
        let by = [by(Column::Payable), by(Column::Name)];
        self.portfolio.sorted(self.all(), &by, &self.quotes, &self.index)[0]
    }

    /// Quotes every row and sorts by what comes back, for which ranks have to be made.
    pub fn quote_and_sort(&mut self) -> u32 {
        self.quote_all();
        self.sort()
    }

    /// Makes what is searched and sorted by, and sorts for the first time, for which ranks have to be made.
    pub fn prepare_and_sort(&mut self) -> u32 {
        self.prepare();
        self.sort()
    }

    /// For each row what is paid out, then what is left of its commitment, in minor units; -1 where there is
    /// no amount.
    pub fn cents(&self) -> Vec<i64> {
        let of = |row| {
            let quote = self.quotes.of(row);
            let known = quote.outcome != Outcome::FactsLacking;
            let payable = quote.payable.filter(|_| known);
            let commitment = quote.amounts.map(|amounts| amounts.cancelled_commitment);
            [payable, commitment].map(|amount| amount.map_or(-1, |amount| amount.minor() as i64))
        };
        (0..self.portfolio.len() as u32).flat_map(of).collect()
    }

    /// The facts as JSON, for a calculation in another language.
    pub fn facts(&self) -> String {
        let mut json = String::new();
        for (number, block) in self.blocks.iter().enumerate() {
            let ledger = block.ledger.iter().flatten();
            let ledger: Vec<String> =
                ledger.map(|entry| format!("[\"{}\",\"{}\"]", entry.date, entry.usd)).collect();
            let rows: Vec<String> = block.rows.iter().map(row_json).collect();
            let comma = if number > 0 { "," } else { "" };
            let (ledger, rows) = (ledger.join(","), rows.join(","));
            // Writing to a text cannot fail.
            let _ = write!(json, "{comma}{{\"ledger\":[{ledger}],\"rows\":[{rows}]}}");
        }
        let rates: Vec<String> = CURRENCIES.iter().zip(RATES).map(rate_json).collect();
        format!(
            "{{\"on\":\"{}\",\"rates\":{{{}}},\"customers\":[{json}]}}",
            today(),
            rates.join(",")
        )
    }
}

impl Portfolios {
    fn all(&self) -> Vec<u32> {
        (0..self.portfolio.len() as u32).collect()
    }
}

fn rate_json((code, (mantissa, digits)): (&&str, (i64, u32))) -> String {
    format!("\"{code}\":\"{}\"", Decimal::new(mantissa, digits))
}

fn row_json(row: &Row) -> String {
    let text = |text: Option<String>| text.map_or("null".to_owned(), |text| format!("\"{text}\""));
    format!(
        "{{\"quantity\":{},\"unitPrice\":{},\"currency\":{},\"plan\":{},\"months\":{},\
         \"purchase\":{},\"used\":{},\"state\":{}}}",
        row.quantity.unwrap_or(0),
        text(row.unit_price.map(|price| price.to_string())),
        text(row.currency.map(|currency| currency.to_string())),
        text(row.billing_plan.map(|plan| plan.to_string())),
        row.term.map_or(0, Term::months),
        text(row.purchase_date.map(|day| day.to_string())),
        row.used != Some(false),
        text(row.state.as_ref().map(ToString::to_string)),
    )
}

fn read(joined: &[u8]) -> Portfolio {
    Portfolio::of(split_blocks(joined).expect("as they were joined"), today())
}

fn rates() -> Vec<(Currency, UsdRate)> {
    let rate = |(code, (mantissa, digits)): (&&str, (i64, u32))| {
        let rate = UsdRate::from_decimal(Decimal::new(mantissa, digits)).expect("a rate");
        (Currency::parse(code).expect("a currency of ISO 4217"), rate)
    };
    CURRENCIES.iter().zip(RATES).map(rate).collect()
}

fn question(rates: &[(Currency, UsdRate)]) -> Question<'_> {
    Question { on: today(), policy: Policy::default_policy(), rates }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

fn guid(number: u32, salt: u32) -> String {
    let part = |place: u32| pick(number, salt + place, u32::MAX);
    let (third, last) = (part(2) & 0xffff, part(4) & 0xffff);
    format!(
        "{:08x}-{:04x}-4{:03x}-a{:03x}-{:08x}{last:04x}",
        number,
        third,
        third >> 4,
        last >> 4,
        part(3)
    )
}

fn block(customer: u32, rows: std::ops::Range<u32>) -> Block {
    let entry = |place: u32| LedgerEntry {
        date: today() - Days::new(pick(customer, 40 + place, 700).into()),
        usd: Money::from_minor(
            (10_000 + pick(customer, 50 + place, 900_000)).into(),
            Currency::USD,
        ),
    };
    Block {
        tenant_id: guid(customer, 20),
        name: format!("Customer {customer} {}", NAMES[pick(customer, 60, 8) as usize]),
        origin: Origin::Own,
        ledger: Some((0..3).map(entry).collect()),
        rows: rows.map(row).collect(),
        unreadable: Vec::new(),
    }
}

/// The reservation with this number; neighbours differ in everything.
fn row(number: u32) -> Row {
    let pick = |salt, of| pick(number, salt, of);
    let currency = CURRENCIES[pick(1, 4) as usize];
    let term = [Term::ONE_YEAR, Term::THREE_YEARS, Term::FIVE_YEARS][pick(6, 3) as usize];
    let purchase_date = today() - Days::new(pick(2, 1_200).into());
    let (sku, resource_type) = &SKUS[pick(3, 8) as usize];
    let quantity = 1 + pick(4, 40);
    Row {
        standing: Standing::Record,
        reservation_id: guid(number, 30),
        order_id: guid(number, 35),
        name: format!("{}-{:03}-{}", NAMES[pick(8, 8) as usize], pick(9, 1_000), number),
        sku: (*sku).to_owned(),
        region: REGIONS[pick(10, 6) as usize].to_owned(),
        resource_type: Some(resource_type.clone()),
        quantity: Some(quantity),
        original_quantity: Some(quantity),
        term: Some(term),
        billing_plan: Some(if pick(5, 2) == 0 {
            BillingPlan::Monthly
        } else {
            BillingPlan::Upfront
        }),
        currency: Currency::parse(currency).ok(),
        unit_price: (pick(11, 50) > 0)
            .then(|| Decimal::new(i64::from(20_000 + pick(12, 900_000)), 2)),
        instalment: None,
        current_unit_price: None,
        purchase_date: Some(purchase_date),
        expiry_date: None,
        state: Some(if pick(13, 20) == 0 {
            ProvisioningState::Cancelled
        } else {
            ProvisioningState::Succeeded
        }),
        used: Some(pick(7, 3) > 0),
        received_in_exchange: false,
    }
}
