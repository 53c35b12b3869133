//! What the page exports is read back by the import, whichever form it has and whoever reads it.

use std::fs;
use std::path::Path;
use std::process::Command;

use calculator::{BillingPlan, Currency, Policy, ProvisioningState, ResourceType, Term};
use chrono::NaiveDate;
use imports::{Answers, DateOrder, Limits, join, read_file};
use portfolio::columns::{Block, Origin, Portfolio, Question, Row, Standing};
use serde_json::{Value, json};
use view_model::csv::Manner;
use view_model::export::{COLUMN_COUNT, Form, Taken};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn row(number: u32, name: &str) -> Row {
    Row {
        standing: Standing::Record,
        reservation_id: format!("00000000-0000-4000-8000-{number:012}"),
        order_id: format!("10000000-0000-4000-8000-{number:012}"),
        name: name.to_owned(),
        sku: "Standard_D2s_v5".to_owned(),
        region: "westeurope".to_owned(),
        resource_type: Some(ResourceType::parse("VirtualMachines")),
        quantity: Some(3),
        original_quantity: Some(3),
        term: Some(Term::THREE_YEARS),
        billing_plan: Some(BillingPlan::Upfront),
        currency: Some(Currency::parse("EUR").expect("a currency")),
        unit_price: Some("1200.50".parse().expect("a price")),
        instalment: None,
        current_unit_price: None,
        purchase_date: Some(day("2025-03-04")),
        expiry_date: Some(day("2028-03-04")),
        state: Some(ProvisioningState::parse("Succeeded")),
        used: Some(true),
        received_in_exchange: false,
    }
}

#[test]
fn every_form_is_read_back() {
    let names = ["Leitstand; \"A\"", "=SUM(A1)", "林檎,＝1"];
    let rows = (1..).zip(names).map(|(number, name)| row(number, name)).collect();
    let block = Block {
        tenant_id: "15ce805b-fffc-471f-aa47-fdc16acf4c91".to_owned(),
        name: "Kupferhain & Söhne".to_owned(),
        origin: Origin::Own,
        ledger: Some(Vec::new()),
        rows,
        unreadable: Vec::new(),
    };
    let on = day("2026-11-22");
    let portfolio = Portfolio::of([block.encode().as_slice()], on);
    let policy = Policy::default_policy();
    let quotes = portfolio.quotes(&Question { on, policy, rates: &[] });
    let taken = Taken { portfolio: &portfolio, quotes: &quotes, rows: &[0, 1, 2] };
    let heads = ["Spalte"; COLUMN_COUNT];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    fs::create_dir_all(&folder).expect("the folder of targets can be written");
    let contents = |form, locale| {
        let mut writing = taken.write(form, &Manner::of_locale(locale), &heads).expect("it begins");
        let mut file = Vec::new();
        while let Some(ready) = writing.go_on(2).expect("it has few rows") {
            file.extend(ready);
        }
        assert_eq!(writing.written(), 3);
        file
    };
    for (name, contents) in [
        ("plain.csv", contents(Form::Csv, "de-DE")),
        ("de.csv", contents(Form::ExcelCsv, "de-DE")),
        ("sv.csv", contents(Form::ExcelCsv, "sv-SE")),
        ("nl.csv", contents(Form::ExcelCsv, "nl-NL")),
        ("zh.csv", contents(Form::ExcelCsv, "zh-CN")),
        ("book.xlsx", contents(Form::Workbook, "de-DE")),
        ("lines.jsonl", contents(Form::JsonLines, "de-DE")),
    ] {
        fs::write(folder.join(name), contents).expect("the folder can be written");
        let output = Command::new(env!("CARGO_BIN_EXE_prorata-quote"))
            .current_dir(&folder)
            .args([
                "--from",
                name,
                "--on",
                "2026-11-22",
                "--dates",
                "day-first",
                "--format",
                "json",
            ])
            .output()
            .expect("the program was built");
        let text = String::from_utf8(output.stdout).expect("JSON Lines are UTF-8");
        let lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 4, "{name}: {text}");
        for (line, (number, called)) in lines.iter().zip((1..).zip(names)) {
            let read = &line["reservation"];
            let expected = row(number, called);
            assert_eq!(read["id"], expected.reservation_id, "{name}");
            assert_eq!(read["displayName"], called, "{name}");
            assert_eq!(read["customer"], "Kupferhain & Söhne", "{name}");
            assert_eq!(read["unitPrice"], "1200.5", "{name}");
            assert_eq!(read["purchaseDate"], "2025-03-04", "{name}");
            assert_eq!(read["expiryDate"], "2028-03-04", "{name}");
            assert_eq!(read["quantity"], 3, "{name}");
            assert_eq!(read["active"], true, "{name}");
            assert_eq!(line["missing"], json!([]), "{name}");
            assert!(line["quote"]["payable"].is_string(), "{name}: {line}");
        }
        // Two customers may have one name: the tenant tells them apart, also in what the program writes itself.
        let bytes = fs::read(folder.join(name)).expect("it was written");
        let answers = Answers { dates: Some(DateOrder::DayFirst), mark: None };
        for (name, bytes) in [(name, bytes.as_slice()), ("quoted.jsonl", text.as_bytes())] {
            let read = join(read_file(name, bytes, &answers, &Limits::default(), &mut |_| {}));
            assert_eq!(read.reservations.len(), 3, "{name}");
            for reservation in &read.reservations {
                let customer = reservation.known.customer.as_ref().expect("a customer");
                let tenant = customer.id.as_ref().map(ToString::to_string);
                assert_eq!(tenant.as_deref(), Some(block.tenant_id.as_str()), "{name}");
                assert_eq!(customer.name.as_deref(), Some("Kupferhain & Söhne"), "{name}");
            }
        }
        let summary = &lines[3]["summary"]["files"][0];
        assert_eq!(summary["kind"], "prorata-reservations", "{name}");
        assert_eq!(summary["rejected"], json!([]), "{name}");
    }
}
