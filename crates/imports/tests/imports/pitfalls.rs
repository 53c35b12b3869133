//! What goes wrong in real files.

use imports::{
    Answers, DateOrder, DecimalMark, EventKind, Fact, Limits, ReservationFact, TransactionFact,
    read_file,
};

use crate::{file, read};

fn reservations(text: impl AsRef<[u8]>) -> Vec<ReservationFact> {
    let facts = read(text).facts.into_iter().filter_map(|(_, fact)| match fact {
        Fact::Reservation(fact) => Some(*fact),
        _ => None,
    });
    facts.collect()
}

fn transactions(text: &str) -> Vec<TransactionFact> {
    let facts = read(text).facts.into_iter().filter_map(|(_, fact)| match fact {
        Fact::Transaction(fact) => Some(*fact),
        _ => None,
    });
    facts.collect()
}

fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn every_encoding_says_the_same() {
    let text = file("portal.csv");
    let expect = reservations(text);
    assert_eq!(expect.len(), 3);
    let marked = format!("\u{feff}{text}");
    assert_eq!(reservations(&marked), expect);
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(reservations(utf_16(&marked, unit)), expect);
        assert_eq!(reservations(utf_16(text, unit)), expect);
    }
    assert_eq!(reservations(text.replace('\n', "\r\n")), expect);
    // Excel saves "Unicode text" as UTF-16 with tabs.
    let tabs = "\u{feff}Name\tReservation Id\tExpiration date\tQuantity\r\n\
        web\taaaaaaaa-0000-4000-8000-000000000001\t2027-02-10\t4\r\n";
    assert_eq!(reservations(utf_16(tabs, u16::to_le_bytes))[0].quantity, Some(4));
}

#[test]
fn quoted_line_breaks_and_quotes_belong_to_their_cell() {
    let found = reservations(file("portal.csv"));
    assert_eq!(found[1].display_name.as_deref(), Some("database, \"main\""));
    assert_eq!(found[2].display_name.as_deref(), Some("old"));
    let lines: Vec<u64> = read(file("portal.csv")).facts.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 5]);
}

#[test]
fn columns_count_before_the_link() {
    let web = &reservations(file("portal.csv"))[0];
    assert!(web.order.as_ref().is_some_and(|order| order.as_str().starts_with("bbbbbbbb")));
    assert!(web.id.as_ref().is_some_and(|id| id.as_str().starts_with("aaaaaaaa")));
}

#[test]
fn types_of_windows_powershell_are_no_values() {
    let found = &reservations(file("powershell.csv"))[0];
    assert_eq!(found.sku.as_deref(), Some("Standard_D2s_v5"));
    assert_eq!(found.purchase_date.unwrap().to_string(), "2024-02-10");
    assert_eq!(found.expiry_date.unwrap().to_string(), "2027-02-10");
    // A report of only the nested object has no size, and says so.
    let text = file("powershell.csv").replace("\"Standard_D2s_v5\"", "\"\"");
    assert_eq!(reservations(&text)[0].sku, None);
}

const HEADER: &str =
    "Name;Reservation Id;Reservation order Id;Status;Expiration date;Purchase date;Term;Quantity\n";

fn row(purchase: &str, expiry: &str, quantity: &str) -> String {
    format!(
        "web;aaaaaaaa-0000-4000-8000-000000000001;bbbbbbbb-0000-4000-8000-000000000001;Succeeded;{expiry};{purchase};P1Y;{quantity}\n"
    )
}

#[test]
fn dates_with_two_meanings_are_asked() {
    let text = format!("{HEADER}{}", row("03/04/2026", "03/04/2027", "1"));
    let first = read(&text);
    let question = &first.report.questions[0];
    assert!(question.is_about_dates);
    assert_eq!((question.line, question.values, question.text.as_str()), (2, 2, "03/04/2026"));
    assert_eq!(question.readings, ["2026-04-03", "2026-03-04"]);
    assert_eq!(reservations(&text)[0].purchase_date, None);

    for (order, expect) in
        [(DateOrder::DayFirst, "2026-04-03"), (DateOrder::MonthFirst, "2026-03-04")]
    {
        let answers = Answers { dates: Some(order), ..Answers::default() };
        let read =
            read_file("f", text.as_bytes(), &answers, &Limits::default(), &mut |_| {}).remove(0);
        assert!(read.report.questions.is_empty());
        let (_, Fact::Reservation(fact)) = &read.facts[0] else { panic!("{read:?}") };
        assert_eq!(fact.purchase_date.unwrap().to_string(), expect);
    }
}

#[test]
fn a_file_that_tells_the_order_of_its_dates_is_believed() {
    let other = row("25/12/2025", "25/12/2026", "1").replace("000000000001;b", "000000000002;b");
    let text = format!("{HEADER}{}{other}", row("03/04/2026", "03/04/2027", "1"));
    assert_eq!(reservations(&text)[0].purchase_date.unwrap().to_string(), "2026-04-03");
    // An answer for other files does not go against what the file itself proves.
    let answers = Answers { dates: Some(DateOrder::MonthFirst), ..Answers::default() };
    let read = read_file("f", text.as_bytes(), &answers, &Limits::default(), &mut |_| {}).remove(0);
    let (_, Fact::Reservation(fact)) = &read.facts[0] else { panic!("{read:?}") };
    assert_eq!(fact.purchase_date.unwrap().to_string(), "2026-04-03");
    // One that writes in both ways proves nothing.
    let american = row("12/25/2025", "12/25/2026", "1").replace("000000000001;b", "000000000003;b");
    let mixed = crate::read(format!("{text}{american}"));
    assert_eq!(mixed.report.questions.len(), 1);
    assert!(mixed.report.notes[0].contains("day first"), "{:?}", mixed.report.notes);
}

#[test]
fn partner_center_writes_the_month_first() {
    let found = transactions(file("invoice.csv"));
    assert_eq!(found[0].date.unwrap().to_string(), "2026-03-05");
}

const MONEY: &str =
    "EventType;EventDate;ReservationOrderId;Amount;Currency;Quantity;BillingFrequency\n";

fn money(amount: &str) -> String {
    format!("Purchase;2026-03-13;bbbbbbbb-0000-4000-8000-000000000001;{amount};EUR;1;OneTime\n")
}

#[test]
fn decimal_commas_are_read_where_the_file_tells() {
    let amount = |text: &str| {
        let found = transactions(&format!("{MONEY}{text}"));
        found[0].amount.map(|amount| amount.to_string())
    };
    assert_eq!(amount(&money("1.234,50")).as_deref(), Some("1234.5"));
    assert_eq!(amount(&money("1 234,50 €")).as_deref(), Some("1234.5"));
    assert_eq!(amount(&money("€ 12,5")).as_deref(), Some("12.5"));
    // Another row tells what a point means.
    assert_eq!(amount(&(money("1.200") + &money("12,50"))).as_deref(), Some("1200"));
    assert_eq!(amount(&(money("1.200") + &money("12.50"))).as_deref(), Some("1.2"));
    assert_eq!(amount(&money("1.200")), None);
    let asked = read(format!("{MONEY}{}", money("1.200")));
    assert!(!asked.report.questions[0].is_about_dates);
    let answers = Answers { mark: Some(DecimalMark::Comma), ..Answers::default() };
    let text = format!("{MONEY}{}", money("1.200"));
    let read = read_file("f", text.as_bytes(), &answers, &Limits::default(), &mut |_| {}).remove(0);
    let (_, Fact::Transaction(fact)) = &read.facts[0] else { panic!("{read:?}") };
    assert_eq!(fact.amount.map(|amount| amount.to_string()).as_deref(), Some("1200"));
}

#[test]
fn thousands_in_a_text_with_commas_are_quoted() {
    let text = format!("{MONEY}{}", money("\"1,200\"")).replace(';', ",");
    assert_eq!(transactions(&text)[0].amount.unwrap().to_string(), "1200");
}

#[test]
fn amounts_never_pass_through_floating_point() {
    let json = r#"[{"properties":{"eventType":"Purchase","eventDate":"2026-03-13T00:00:00Z","quantity":1,
        "reservationOrderId":"bbbbbbbb-0000-4000-8000-000000000001","amount":12345678901234.123456,"currency":"EUR"}}]"#;
    assert_eq!(transactions(json)[0].amount.unwrap().to_string(), "12345678901234.123456");
    let partner = r#"[{"eventType":"Cancel","eventDate":"2026-03-13","transactionAmount":{"currency":"USD","value":"5000.10"},
        "reservationOrderId":"bbbbbbbb-0000-4000-8000-000000000001"}]"#;
    let found = &transactions(partner)[0];
    assert_eq!(
        (found.amount.unwrap().to_string().as_str(), found.currency.as_deref()),
        ("5000.1", Some("USD"))
    );
}

#[test]
fn the_event_decides_and_never_the_sign() {
    let found = transactions(file("transactions.csv"));
    let shown: Vec<_> =
        found.iter().map(|fact| (fact.event.clone(), fact.amount.unwrap().to_string())).collect();
    assert_eq!(shown[2], (EventKind::Cancel, "21".to_owned()));
    assert_eq!(shown[3], (EventKind::Refund, "5000".to_owned()));
}

#[test]
fn rows_of_totals_and_empty_rows_are_no_rows() {
    let text =
        format!("{}\n,,,,,,,,,,,,,,,,,\nTotal,,,,,,,,,,,,,7,,,,\n", file("portal.csv").trim_end());
    let report = read(&text).report;
    assert_eq!((report.tally.reservations, report.rejected.len()), (3, 0));
    let reasons: Vec<&str> = report.ignored.iter().map(|ignored| ignored.reason.as_str()).collect();
    assert_eq!(reasons, ["an empty row", "a row of totals"]);
    let alone = format!("{}\nGrand total: 7\n", file("portal.csv").trim_end());
    assert_eq!(read(&alone).report.ignored[0].reason, "a row of totals");
}

#[test]
fn a_last_line_that_is_cut_off_is_rejected() {
    let text = file("portal.csv").trim_end();
    let cut = read(&text[..text.len() - 60]);
    assert_eq!(cut.report.tally.reservations, 2);
    assert_eq!(cut.report.rejected[0].line, 5);
    assert!(cut.report.rejected[0].reason.contains("cut off"), "{:?}", cut.report.rejected);
    // Within quotes, where the rest of the file would be one cell.
    let cut = read(&text[..text.find("lines").unwrap()]);
    assert_eq!((cut.report.tally.reservations, cut.report.rejected.len()), (1, 1));
    assert!(cut.report.rejected[0].reason.contains("never closed"), "{:?}", cut.report.rejected);
    let json = file("az-list.json");
    let cut = read(&json[..json.len() - 200]);
    assert_eq!((cut.report.tally.reservations, cut.report.rejected.len()), (3, 1));
    assert!(cut.report.rejected[0].reason.contains("cut off"));
}

#[test]
fn headers_come_in_any_case_order_and_language() {
    let text = "reservationorderid,EVENTTYPE,Abonnement-GUID (PurchasingSubscriptionGuid),\
        Betrag (Amount),eventdate,Currency,Quantity\n\
        bbbbbbbb-0000-4000-8000-000000000001,purchase,x,12.50,2026-03-13,eur,1\n";
    let found = &transactions(text)[0];
    assert_eq!(found.amount.unwrap().to_string(), "12.5");
    assert_eq!(
        (found.event.clone(), found.currency.as_deref()),
        (EventKind::Purchase, Some("EUR"))
    );
}

#[test]
fn values_that_nobody_knows_are_kept() {
    let found = reservations(file("az-list.json"));
    assert_eq!(found[3].state.as_deref(), Some("Hibernating"));
    assert_eq!(
        read(file("az-list.json")).report.unread,
        ["etag", "utilizationtrend", "futurefielda"]
    );
    let text = "Name,Reservation Id,Expiration date,Term,Type,Quantity\n\
        x,aaaaaaaa-0000-4000-8000-000000000001,,None,Quantum,1\n";
    let odd = &reservations(text)[0];
    assert_eq!((odd.term.as_deref(), odd.expiry_date), (Some("None"), None));
    assert_eq!(odd.resource_type.as_ref().unwrap().to_string(), "Quantum");
}

#[test]
fn cells_that_mean_nothing_reject_their_row() {
    let check = |row: String, expect: &str| {
        let report = read(format!("{HEADER}{row}")).report;
        assert_eq!(report.tally.total(), 0);
        assert!(report.rejected[0].reason.contains(expect), "{:?}", report.rejected);
    };
    check(row("31.02.2026", "2027-03-01", "1"), "purchasedate: \"31.02.2026\" is not a date");
    check(row("2026-03-01", "2027-03-01", "1,5"), "is not a whole number");
    check(row("2026-03-01", "2027-03-01", "-1"), "below zero");
    check(row("2026-03-01", "2027-03-01", "some"), "is not a number");
    check(row("2026-03-01", "2026-03-01", "1"), "not after its purchase");
    check(
        row("2026-03-01", "2027-03-01", "1").replace("aaaaaaaa-0000", "aaaa"),
        "is not the id of a reservation",
    );
    check("web;;;Succeeded\n".to_owned(), "has 4 cells, and the header 8");
    let nameless = row("2026-03-01", "2027-03-01", "1").replace(
        "web;aaaaaaaa-0000-4000-8000-000000000001;bbbbbbbb-0000-4000-8000-000000000001",
        ";;",
    );
    check(nameless, "names no reservation");
}

#[test]
fn a_reservation_order_proves_nothing_in_an_invoice() {
    let read = read(file("invoice.csv"));
    let found = transactions(file("invoice.csv"));
    assert_eq!(
        found.iter().map(|fact| fact.is_surely_reservation).collect::<Vec<_>>(),
        [true, false]
    );
    let reasons: Vec<&str> =
        read.report.ignored.iter().map(|ignored| ignored.reason.as_str()).collect();
    assert_eq!(
        reasons,
        ["a line about something else (microsoft365)", "a line about something else (azureplan)"]
    );
    // A documented line of a reservation has no order at all.
    let without = file("invoice.csv").replace("bbbbbbbb-0000-4000-8000-000000000004", "");
    assert!(transactions(&without)[0].is_surely_reservation);
}

#[test]
fn what_an_invoice_line_leaves_out_is_calculated_and_said() {
    let text = file("invoice.csv").replace("55.00,5,250.50,0,250.50,EUR", "55.00,5,,,,EUR");
    let line = &transactions(&text)[0];
    // 50.10 at 0.91 is 45.591, rounded down and times five.
    assert_eq!(line.amount.unwrap().to_string(), "227.95");
    assert!(line.calculated.is_some_and(|how| how.contains("exchange rate")));
    assert_eq!(
        (line.term.as_deref(), line.billing_plan.as_deref()),
        (Some("P1Y"), Some("Monthly"))
    );
}

#[test]
fn a_purchase_of_actual_cost_names_its_order() {
    let line = &transactions(file("amortized-ea.csv"))[0];
    assert!(line.order.as_ref().is_some_and(|order| order.as_str().ends_with("9")));
    assert_eq!((line.reservation.as_ref(), line.term.as_deref()), (None, Some("P3Y")));
    assert_eq!(line.billing_plan.as_deref(), Some("Upfront"));
}

#[test]
fn two_rows_of_one_day_are_two_rows() {
    let read = read(file("details.csv"));
    assert_eq!(read.report.tally.usage, 3);
    let used: Vec<_> = read
        .facts
        .iter()
        .filter_map(|(_, fact)| match fact {
            Fact::Usage(fact) => fact.used,
            _ => None,
        })
        .collect();
    assert_eq!(used, [true, false]);
}

#[test]
fn json_comes_in_every_envelope() {
    let array = file("az-list.json");
    let expect = reservations(array);
    let value = format!("{{\"value\": {array}, \"nextLink\": null}}");
    let lines: String =
        array.trim().trim_matches(['[', ']']).replace('\n', " ").replace("},   {", "}\n{");
    let flat = r#"[{"id":"/providers/microsoft.capacity/reservationOrders/bbbbbbbb-0000-4000-8000-000000000001/reservations/aaaaaaaa-0000-4000-8000-000000000001",
        "etag":7,"location":"westeurope","skuName":"Standard_D2s_v5","reservedResourceType":"VirtualMachines","quantity":4,
        "displayName":"web","provisioningState":"Succeeded","term":"P3Y","billingPlan":"Upfront","expiryDate":"2027-02-10",
        "purchaseDate":"2024-02-10","utilization":{"aggregates":[{"grain":1,"value":100}]}}]"#;
    assert_eq!(reservations(&value), expect);
    assert_eq!(reservations(&lines), expect);
    assert_eq!(reservations(format!("{value}\n{value}")).len(), 8);
    assert_eq!(reservations(flat)[0], expect[0]);
    assert_eq!(reservations(format!("\u{feff}{array}")), expect);
}

#[test]
fn malformed_json_costs_one_record() {
    let text = file("az-list.json").replacen("\"quantity\": 5,", "\"quantity\": 5", 1);
    let read = read(&text);
    assert_eq!((read.report.tally.reservations, read.report.rejected.len()), (3, 1));
    assert!(
        read.report.rejected[0].reason.starts_with("is malformed JSON"),
        "{:?}",
        read.report.rejected
    );
    assert_eq!(read.report.rejected[0].line, 12);
}

#[test]
fn a_workbook_says_the_same_as_its_text() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(file("transactions.csv").lines()) {
        let line =
            line.replace("\"Reserved VM Instance, Standard_D2s_v5, EU West, 3 Years\"", "D2s");
        let line = line.replace("\"Reserved VM Instance, Standard_B1s, EU West, 1 Year\"", "B1s");
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            match (cell.parse::<f64>(), column) {
                (Ok(number), 0 | 15) => sheet.write_number(row, column, number).map(drop).unwrap(),
                (_, 7) if row > 0 => {
                    let [month, of_month, year] =
                        [0, 3, 6].map(|at| cell[at..].split('/').next().unwrap());
                    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(
                        year.parse().unwrap(),
                        month.parse().unwrap(),
                        of_month.parse().unwrap(),
                    )
                    .unwrap();
                    sheet.write_datetime_with_format(row, column, &date, &day).map(drop).unwrap();
                }
                _ => sheet.write_string(row, column, cell).map(drop).unwrap(),
            }
        }
    }
    let read = read(book.save_to_buffer().unwrap());
    assert_eq!(
        (read.report.tally.transactions, read.report.rejected.as_slice()),
        (4, [].as_slice())
    );
    let amounts: Vec<_> = read
        .facts
        .iter()
        .map(|(line, fact)| match fact {
            Fact::Transaction(fact) => {
                (*line, fact.amount.unwrap().to_string(), fact.date.unwrap().to_string())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(amounts[1], (3, "1200.4".to_owned(), "2025-12-31".to_owned()));
    assert!(read.report.notes[0].contains("floating point"));
}

#[test]
fn rows_beyond_the_limit_are_counted() {
    let limits = Limits { rows: 2, ..Limits::default() };
    let read =
        read_file("f", file("portal.csv").as_bytes(), &Answers::default(), &limits, &mut |_| {})
            .remove(0);
    assert_eq!((read.report.rows, read.report.tally.reservations), (3, 2));
    assert_eq!(read.report.ignored[0].reason, "beyond the first 2 rows");
}
