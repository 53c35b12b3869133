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

/// Partner Center writes amounts as texts or numbers, days that are none, and customers without a name.
#[test]
fn what_partner_center_answers_is_read_as_it_means() {
    let tenant = "dddddddd-0000-4000-8000-000000000001";
    let line = |amount: &str, day: &str, customer: &str| {
        format!(
            r#"{{"customerId":"{customer}","customerName":"","invoiceNumber":"G1","orderDate":"{day}",
            "chargeType":"cancelImmediate","productName":"Reserved VM Instance","quantity":1,"subtotal":{amount},
            "currency":"EUR","reservationOrderId":"bbbbbbbb-0000-4000-8000-000000000001"}}"#
        )
    };
    for customer in [tenant.to_owned(), format!("org:{tenant}")] {
        for amount in ["-12.5", "\"-12.50\""] {
            let text = line(amount, "0001-01-01T00:00:00Z", &customer);
            let [fact] = transactions(&format!("[{text}]")).try_into().unwrap();
            assert_eq!(fact.amount.map(|it| it.normalize().to_string()).as_deref(), Some("12.5"));
            assert_eq!((fact.date, fact.event), (None, EventKind::Cancel));
            let customer = fact.customer.unwrap();
            assert_eq!(customer.id.unwrap().as_str(), tenant);
            assert_eq!(customer.name, None);
        }
    }
}

#[test]
fn a_capacity_reservation_and_commitments_of_others_are_something_else() {
    let header =
        "Date,ChargeType,ReservationId,VMCapacityReservationId,BillingCurrency,Cost,Quantity\n";
    let row = "2026-06-30,Usage,,/subscriptions/x/capacityReservationGroups/g/capacityReservations/c,EUR,1,1\n";
    let report = read(format!("{header}{row}")).report;
    assert_eq!((report.tally.total(), report.ignored.len()), (0, 1), "{report:?}");
    let aws = "arn:aws:savingsplans::1:savingsplan/x";
    let text = file("focus.csv");
    let (header, rows) = text.split_once('\n').unwrap();
    let place = header.split(',').position(|name| name == "CommitmentDiscountId").unwrap();
    let first = rows.lines().next().unwrap();
    let cells: Vec<&str> = first.split(',').collect();
    let mut cells = cells;
    cells[place] = aws;
    let report = read(format!("{header}\n{}\n", cells.join(","))).report;
    assert_eq!(report.tally.total(), 0, "{report:?}");
    assert_eq!(report.ignored[0].reason, "a commitment that is no reservation of Azure");
}

#[test]
fn terms_are_written_in_many_ways() {
    for (written, term) in
        [("3Years", "P3Y"), ("1 Year", "P1Y"), ("P3Y", "P3Y"), ("36 Months", "P3Y")]
    {
        let text = format!(
            "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId,Term\n\
             Purchase,2026-06-30,1,EUR,1,bbbbbbbb-0000-4000-8000-000000000001,{written}\n"
        );
        assert_eq!(transactions(&text)[0].term.as_deref(), Some(term), "{written}");
    }
}

/// Both generations of splits in one order: the parents are `Cancelled` without a status code, one names where its
/// units went by bare GUIDs, of the other only its parts do, by a path.
#[test]
fn of_an_order_that_was_split_twice_only_what_is_left_lives() {
    let order =
        "/providers/microsoft.capacity/reservationOrders/bbbbbbbb-0000-4000-8000-000000000001";
    let id = |number: u32| format!("aaaaaaaa-0000-4000-8000-{number:012}");
    let row = |number: u32, quantity: u32, state: &str, split: &str| {
        format!(
            r#"{{"id":"{order}/reservations/{}","name":"{}","sku":{{"name":"Standard_B1s"}},"properties":{{
            "provisioningState":"{state}","quantity":{quantity},"term":"P3Y","purchaseDate":"2025-03-01",
            "expiryDate":"2028-03-01"{split}}}}}"#,
            id(number),
            id(number)
        )
    };
    let source =
        format!(r#","splitProperties":{{"splitSource":"{order}/reservations/{}"}}"#, id(3));
    let into = format!(r#","splitProperties":{{"splitDestinations":["{}","{}"]}}"#, id(2), id(3));
    let rows = [
        row(1, 5, "Cancelled", &into),
        row(2, 2, "Succeeded", ""),
        row(3, 3, "Succeeded", ""),
        row(4, 1, "Succeeded", &source),
        row(5, 2, "Succeeded", &source),
        row(6, 1, "Cancelled", ""),
        row(7, 1, "Cancelled", ""),
    ];
    let portfolio = crate::portfolio(&[&format!("[{}]", rows.join(","))]);
    let units: u32 = portfolio.reservations.iter().filter_map(|it| it.known.quantity).sum();
    assert_eq!((portfolio.reservations.len(), units), (7, 15));
    let on = "2026-11-22".parse().expect("a day");
    let live: Vec<_> = portfolio.reservations.iter().filter(|it| it.is_active(on)).collect();
    assert_eq!(
        live.iter().map(|it| it.known.quantity).collect::<Vec<_>>(),
        [Some(2), Some(1), Some(2)]
    );
}

/// Rows of details share id and name on one day, and transactions of an enterprise agreement share one id.
#[test]
fn an_id_that_several_records_share_is_no_key() {
    let order = "bbbbbbbb-0000-4000-8000-000000000001";
    let detail = |hours: u32| {
        format!(
            r#"{{"id":"/x/reservationDetails/20261101","name":"20261101","properties":{{"reservationOrderId":"{order}",
            "reservationId":"aaaaaaaa-0000-4000-8000-000000000001","usageDate":"2026-11-01","reservedHours":24,
            "usedHours":{hours}}}}}"#
        )
    };
    let report = read(format!("[{},{}]", detail(0), detail(24)));
    assert_eq!((report.report.rows, report.report.tally.usage), (2, 2));
    let [(_, Fact::Usage(used))] = report.facts.as_slice() else { panic!("{report:?}") };
    assert_eq!(used.used, Some(true));
    let booked = |event: &str, amount: i32| {
        format!(
            r#"{{"id":"/billingAccounts/1/reservationTransactions/201909091919","properties":{{"eventType":"{event}",
            "eventDate":"2026-06-30","reservationOrderId":"{order}","amount":{amount},"currency":"EUR","quantity":1}}}}"#
        )
    };
    let found = transactions(&format!("[{},{}]", booked("Cancel", -21), booked("Refund", 5000)));
    assert_eq!(
        found.iter().map(|it| it.event.clone()).collect::<Vec<_>>(),
        [EventKind::Cancel, EventKind::Refund]
    );
    assert_eq!(
        found.iter().map(|it| it.amount.unwrap().to_string()).collect::<Vec<_>>(),
        ["21", "5000"]
    );
}

/// The export of Microsoft Graph: JSON Lines in gzip, full or basic, of a partner with a reseller between.
#[test]
fn billed_and_daily_usage_come_as_packed_lines() {
    let packed = |lines: &str| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, lines.as_bytes()).unwrap();
        gzip.finish().unwrap()
    };
    let tenant = "dddddddd-0000-4000-8000-000000000001";
    let reservation = "aaaaaaaa-0000-4000-8000-000000000001";
    let usage = |beside: &str, reservation: &str| {
        format!(
            r#"{{"partnerId":"p","customerId":"{tenant}","customerName":"Fabrikam",{beside}"usageDate":"2026-11-01T00:00:00Z",
            "quantity":1,"effectiveUnitPrice":0.1,"billingPreTaxTotal":0,"benefitType":"{reservation}",
            "benefitId":"/providers/Microsoft.Capacity/reservationOrders/bbbbbbbb-0000-4000-8000-000000000001/reservations/aaaaaaaa-0000-4000-8000-000000000001"}}"#
        )
        .replace('\n', " ")
    };
    for beside in ["", "\"tier2MpnId\":6048879,", "\"resellerMpnId\":\"6048879\","] {
        let lines = format!("{}\n{}\n", usage(beside, "Reservation"), usage(beside, "SavingsPlan"));
        let read = read(packed(&lines));
        assert_eq!(read.report.kind, imports::Kind::DailyRatedUsage);
        assert_eq!(
            (read.report.tally.usage, read.report.ignored.len()),
            (1, 1),
            "{:?}",
            read.report
        );
        let [(1, Fact::Usage(used))] = read.facts.as_slice() else { panic!("{read:?}") };
        assert_eq!(used.reservation.as_ref().unwrap().as_str(), reservation);
        let customer = used.customer.as_ref().unwrap();
        assert_eq!(
            (customer.id.as_ref().unwrap().as_str(), customer.name.as_deref()),
            (tenant, Some("Fabrikam"))
        );
    }
}

/// The answer of an exchange has a request to buy in it, nested or flattened, which nobody owns.
#[test]
fn what_an_exchange_would_buy_is_not_owned() {
    let bought = r#""reservedResourceType":"VirtualMachines","term":"P1Y","quantity":1,"displayName":"new",
        "billingScopeId":"/subscriptions/s""#;
    for request in [
        format!(
            r#"{{"sku":{{"name":"Standard_B1ls"}},"location":"eastus","properties":{{{bought}}}}}"#
        ),
        format!(r#"{{"sku":{{"name":"Standard_B1ls"}},"location":"eastus",{bought}}}"#),
    ] {
        let items = format!(
            r#""sessionId":"s","netPayable":{{"currencyCode":"EUR","amount":1}},"reservationsToPurchase":[{{
            "reservationId":"","properties":{request},"billingCurrencyTotal":{{"currencyCode":"EUR","amount":9}}}}]"#
        );
        for text in [format!(r#"{{"id":"/x","properties":{{{items}}}}}"#), format!("{{{items}}}")] {
            let report = read(&text).report;
            assert_eq!(
                (report.kind, report.tally.total()),
                (imports::Kind::AzureQuotes, 0),
                "{text}"
            );
        }
    }
}

/// Spreadsheets write the sign of their own country beside every amount, so that the column of currencies counts; a
/// sign that is another one is told with the row and with the file.
#[test]
fn an_amount_in_another_currency_than_its_column_is_told() {
    let of = |price: &str, currency: &str| {
        format!(
            "Name,Reservation Id,Expiration date,Quantity,Unit price,Currency\n\
             web,aaaaaaaa-0000-4000-8000-000000000001,2027-02-10,4,{price},{currency}\n"
        )
    };
    for (price, stated, expect) in [
        ("1200", "EUR", "EUR"),
        ("1200 EUR", "eur", "EUR"),
        ("1200 USD", "", "USD"),
        ("€1200", "", "EUR"),
        ("$1200", "CAD", "CAD"),
        ("1200 kr", "SEK", "SEK"),
        ("1200", "€", "EUR"),
        ("1200", "Euro", "EUR"),
        ("1200 €", "EUR (€)", "EUR"),
        ("US$1200", "US$", "USD"),
        ("£1200", "GBP", "GBP"),
    ] {
        let portfolio = crate::portfolio(&[&of(price, stated)]);
        let [one] = portfolio.reservations.as_slice() else { panic!("{portfolio:?}") };
        assert_eq!(one.known.currency.as_deref(), Some(expect), "{price} {stated}");
        assert!(one.conflicts.is_empty() && portfolio.files[0].notes.is_empty(), "{one:?}");
    }
    for (price, stated, other) in [
        ("1200 USD", "EUR", "USD"),
        ("€1200", "CHF", "EUR"),
        ("£1200", "EUR", "£"),
        ("$1200", "CHF", "$"),
    ] {
        let portfolio = crate::portfolio(&[&of(price, stated)]);
        let [one] = portfolio.reservations.as_slice() else { panic!("{portfolio:?}") };
        assert_eq!(one.known.unit_price.unwrap().to_string(), "1200");
        let told = &one.conflicts[0];
        assert_eq!(
            (told.field, told.kept.as_str(), told.other.as_str(), told.place.line),
            ("currencyCode", stated, other, 2)
        );
        let note = format!(
            "amounts with another currency than that of their column, which was used: 1; the first is \"{price}\" on \
             line 2"
        );
        assert_eq!(portfolio.files[0].notes, [note]);
        assert!(portfolio.notes.is_empty(), "{:?}", portfolio.notes);
    }
}

/// What nobody knows says nothing, so that the dates tell whether it runs and can be returned.
#[test]
fn a_reservation_in_an_unknown_state_is_quoted_by_its_dates() {
    let of = |state: &str, expiry: &str| {
        let text = format!(
            "Name,Reservation Id,Status,Purchase date,Expiration date,Term,Type,Quantity,Billing plan,Unit price,\
             Currency\nweb,aaaaaaaa-0000-4000-8000-000000000001,{state},2024-02-10,{expiry},P3Y,VirtualMachines,4,\
             Upfront,1200,EUR\n"
        );
        let portfolio = crate::portfolio(&[&text]);
        let one = &portfolio.reservations[0];
        assert_eq!(one.known.state.as_deref(), Some(state));
        let on = "2026-11-22".parse().unwrap();
        let case = one.request(on, "azure-2026-08").unwrap().case().unwrap();
        let decision = calculator::refund(&case.input()).assessment.decision;
        (one.is_active(on), decision == calculator::Decision::Allowed)
    };
    assert_eq!(of("Hibernating", "2027-02-10"), (true, true));
    assert_eq!(of("Hibernating", "2026-11-20"), (false, false));
    // Known words in the languages of the portal are none that nobody knows.
    assert_eq!(of("Erfolgreich", "2027-02-10"), (true, true));
    for state in ["Storniert", "Har löpt ut", "Geannuleerd", "已取消", "Umgetauscht", "Fusionné"]
    {
        assert_eq!(of(state, "2027-02-10"), (false, false), "{state}");
    }
}

/// The dates are what everything is calculated with, and that they are those of another term is told.
#[test]
fn dates_of_another_term_are_told() {
    let of = |bought: &str, ends: &str, term: &str| {
        let text = format!(
            "Name,Reservation Id,Status,Purchase date,Expiration date,Term,Quantity\n\
             web,aaaaaaaa-0000-4000-8000-000000000001,Succeeded,{bought},{ends},{term},4\n"
        );
        let portfolio = crate::portfolio(&[&text]);
        let one = &portfolio.reservations[0];
        let told: Vec<_> = one.conflicts.iter().map(|it| (it.field, it.other.clone())).collect();
        assert_eq!(one.known.expiry_date.unwrap().to_string(), ends);
        let notes = [
            "1 reservations end on another day than their purchase and term say; the day was used",
        ];
        assert_eq!(portfolio.notes, notes[..told.len()]);
        told
    };
    let other = |day: &str| vec![("expiryDate", day.to_owned())];
    assert_eq!(of("2024-02-10", "2027-02-10", "P3Y"), []);
    assert_eq!(of("2024-02-10", "2027-02-13", "P3Y"), []);
    assert_eq!(of("2024-02-10", "2027-02-10", "P1Y"), other("2025-02-10"));
    assert_eq!(of("2024-02-10", "2025-02-10", "3 Years"), other("2027-02-10"));
    assert_eq!(of("2024-02-10", "2027-02-10", "None"), []);
}

/// A value that is read twice is one value.
#[test]
fn a_quantity_with_two_meanings_is_asked_once() {
    let text = format!("{HEADER}{}", row("2026-03-01", "2027-03-01", "1,000"));
    assert_eq!(read(text).report.questions[0].values, 1);
}
