//! `prorata-quote --from`: whole exports in the terminal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const PORTAL: &str = include_str!("files/portal.csv");
const TRANSACTIONS: &str = include_str!("files/transactions.csv");

/// A folder of its own for each test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).expect("the folder of targets can be written");
    fs::write(folder.join("portal.csv"), PORTAL).expect("the folder can be written");
    fs::write(folder.join("transactions.csv"), TRANSACTIONS).expect("the folder can be written");
    folder
}

fn run(folder: &Path, arguments: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_prorata-quote"));
    program
        .current_dir(folder)
        .args(arguments.split_whitespace())
        .output()
        .expect("the program was built")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).expect("JSON Lines are UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

const BOTH: &str = "--from portal.csv transactions.csv --on 2026-11-22 --policy azure-2026-08";

#[test]
fn json_has_a_line_for_each_reservation_and_one_about_the_files() {
    let folder = folder("json");
    let output = run(&folder, &format!("{BOTH} --format json --usd-rate EUR=1.1"));
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.len(), 3);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(lines[0]["source"], json!({"file": "portal.csv", "line": 2}));
    let mut expect = [
        "id",
        "orderId",
        "customer",
        "displayName",
        "sku",
        "region",
        "quantity",
        "term",
        "purchaseDate",
        "expiryDate",
        "state",
        "active",
        "unitPrice",
        "currencyCode",
        "billingPlan",
    ];
    expect.sort_unstable();
    assert_eq!(keys(&lines[0]["reservation"]), expect);
    assert_eq!(lines[0]["reservation"]["unitPrice"], "1200");
    assert_eq!(lines[0]["reservation"]["quantity"], 4);
    assert_eq!(lines[0]["reservation"]["active"], true);
    assert_eq!(lines[0]["missing"], json!(["customer"]));
    // 80 of 1,096 days are left of 4,800 euro.
    assert_eq!(lines[0]["quote"]["payable"], "350.36");
    assert_eq!(lines[0]["quote"]["policy"], "azure-2026-08");
    assert_eq!(lines[0]["quote"]["usd"]["usedBefore"], "1000.00");

    assert_eq!(lines[1]["quote"], Value::Null);
    assert_eq!(lines[1]["reservation"]["active"], false);
    assert_eq!(
        lines[1]["missing"],
        json!(["customer", "unitPrice", "currencyCode", "billingPlan"])
    );

    let summary = &lines[2]["summary"];
    assert_eq!((&summary["reservations"], &summary["active"]), (&json!(2), &json!(1)));
    let portal = &summary["files"][0];
    assert_eq!(portal["kind"], "portal-reservations");
    assert_eq!((&portal["rows"], &portal["reservations"]), (&json!(3), &json!(2)));
    assert_eq!(portal["rejected"][0]["line"], 3);
    assert_eq!(portal["rejected"][0]["reason"], "purchasedate: \"31.02.2024\" is not a date");
    assert_eq!(summary["files"][1]["transactions"], 2);
}

/// The amount that the calculator gives for the same facts by themselves.
#[test]
fn a_quote_of_an_export_is_the_quote_of_its_facts() {
    let folder = folder("same");
    let from = lines(&run(&folder, &format!("{BOTH} --format json")));
    let line = json!({"kind": "refund", "policy": "azure-2026-08", "on": "2026-11-22",
        "id": "aaaaaaaa-0000-4000-8000-000000000001", "returnQuantity": 4,
        "ledger": [{"date": "2026-06-30", "usd": "1000"}],
        "reservation": {"quantity": 4, "term": "P3Y", "billingPlan": "Upfront", "currencyCode": "EUR",
            "unitPrice": "1200", "purchaseDate": "2024-02-10", "expiryDate": "2027-02-10", "used": true,
            "skuName": "Standard_D2s_v5", "reservedResourceType": "VirtualMachines",
            "provisioningState": "Succeeded"}});
    let answer = calculator::json::answer(&line.to_string(), 1);
    assert_eq!(from[0]["quote"], serde_json::from_str::<Value>(&answer.text).unwrap());
}

#[test]
fn what_it_writes_it_reads_again() {
    let folder = folder("again");
    let first = lines(&run(&folder, &format!("{BOTH} --format json")));
    for format in ["json", "csv", "xlsx"] {
        let written = run(&folder, &format!("{BOTH} --format {format} --output again.{format}"));
        assert!(written.status.success(), "{format}");
        let again = run(
            &folder,
            &format!("--from again.{format} --on 2026-11-22 --policy azure-2026-08 --format json"),
        );
        let again = lines(&again);
        assert_eq!(
            again.last().unwrap()["summary"]["files"][0]["kind"],
            "prorata-reservations",
            "{format}"
        );
        assert_eq!(again.len(), 3, "{format}");
        for (one, other) in first.iter().zip(&again).take(2) {
            assert_eq!(one["reservation"], other["reservation"], "{format}");
            assert_eq!(one["missing"], other["missing"], "{format}");
            assert_eq!(one["quote"]["payable"], other["quote"]["payable"], "{format}");
        }
    }
}

/// The line of an invoice tells of the return that the transactions have as well.
#[test]
fn a_return_in_two_documents_counts_once() {
    let folder = folder("twice");
    let invoice = "CustomerId,CustomerName,InvoiceNumber,OrderDate,ChargeType,ProductName,Quantity,Subtotal,\
        Currency,ReservationOrderId\n,,G1,6/30/2026,cancelImmediate,Reserved VM Instance,4,-1000.00,USD,\
        bbbbbbbb-0000-4000-8000-000000000001\n";
    fs::write(folder.join("invoice.csv"), invoice).unwrap();
    let job =
        "--from portal.csv transactions.csv invoice.csv --on 2026-11-22 --policy azure-2026-08";
    let told = lines(&run(&folder, &format!("{job} --format json --usd-rate EUR=1.1")));
    assert_eq!(told[0]["quote"]["usd"]["usedBefore"], "1000.00");
    let same = json!({"file": "transactions.csv", "line": 3});
    assert_eq!(
        told[2]["summary"]["sameReturns"],
        json!([{"file": "invoice.csv", "line": 2, "same": same, "counts": false}])
    );
    let people = String::from_utf8(run(&folder, job).stdout).unwrap();
    let left_out = "line 2 of invoice.csv is the return of line 3 of transactions.csv, and is left out of the cap";
    assert!(people.contains(left_out), "{people}");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let folder = folder("formula");
    let output = run(&folder, &format!("{BOTH} --format csv"));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(",'=web,"), "{text}");
    assert!(!text.contains(",=web"));
    let about_files = String::from_utf8(output.stderr).unwrap();
    assert!(
        about_files.contains("line 3: purchasedate: \"31.02.2024\" is not a date"),
        "{about_files}"
    );
}

/// A program that reads the file by the names of its columns needs no reservation to find them.
#[test]
fn a_table_without_reservations_has_its_heads() {
    let folder = folder("heads");
    let heads_only = PORTAL.lines().next().unwrap();
    fs::write(folder.join("nothing.csv"), format!("{heads_only}\n")).unwrap();
    let of = |from: &str| {
        let output = run(&folder, &format!("--from {from} --on 2026-11-22 --format csv"));
        String::from_utf8(output.stdout).unwrap()
    };
    let (none, some) = (of("nothing.csv"), of("portal.csv transactions.csv"));
    assert_eq!(none.lines().count(), 1, "{none}");
    assert_eq!(none.lines().next(), some.lines().next());
    assert!(none.trim_end().ends_with(",payable,missing,remarks"), "{none}");
}

/// What keeps a spreadsheet from calculating is taken off again, and nothing else.
#[test]
fn names_are_read_back_as_they_were() {
    let folder = folder("names");
    let names = [
        "=SUM(A1)",
        "＝SUM(A1)",
        "＋1",
        "－1",
        "＠x",
        "a;=1",
        "a,＝1",
        "'=1",
        "''-1",
        "'tis",
        "a \"=b\"",
        "-",
        "O'Hara; '-x",
        "plain",
    ];
    let rows = names.iter().zip(1..).map(|(name, number)| {
        let id = format!("00000000-0000-4000-8000-{number:012}");
        let reservation = json!({"id": id, "orderId": id, "displayName": name, "quantity": 1});
        let source = json!({"file": "typed", "line": number});
        json!({"source": source, "reservation": reservation, "quote": null, "missing": []})
            .to_string()
    });
    fs::write(folder.join("names.jsonl"), rows.collect::<Vec<_>>().join("\n")).unwrap();
    let shown = |file: &str| -> Vec<Value> {
        let output = run(&folder, &format!("--from {file} --on 2026-11-22 --format json"));
        let lines = lines(&output);
        lines
            .iter()
            .map(|line| line["reservation"]["displayName"].clone())
            .take(names.len())
            .collect()
    };
    assert_eq!(shown("names.jsonl"), names);
    let written =
        run(&folder, "--from names.jsonl --on 2026-11-22 --format csv --output names.csv");
    assert!(written.status.success());
    assert_eq!(shown("names.csv"), names);
}

#[test]
fn people_get_a_table() {
    let folder = folder("table");
    let output = run(&folder, BOTH);
    let text = String::from_utf8(output.stdout).unwrap();
    let web = text.lines().find(|line| line.contains("=web")).unwrap();
    assert!(
        web.contains("350.36 EUR") && web.contains("allowed") && web.contains("2027-02-10"),
        "{web}"
    );
    assert!(text.contains("2 reservations, 1 active on 2026-11-22; policy azure-2026-08"));
}

/// Everything that is counted, once each: a word for several beside a one is none.
#[test]
fn one_is_said_as_one() {
    let folder = folder("one");
    let (id, order) =
        ("aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000001");
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    let header = "Name,Reservation Id,Reservation order Id,Expiration date,Quantity";
    write("list.csv", format!("{header}\nweb,{id},{order},2027-02-10,4\n"));
    write("again.csv", format!("{header}\nweb,{id},{order},2027-02-10,3\n"));
    let header = "EventType,EventDate,Amount,Currency,Quantity,ReservationOrderId";
    let refund = "Refund,2026-06-30,100.00,EUR,1,bbbbbbbb-0000-4000-8000-000000000002";
    write("refund.csv", format!("{header}\n{refund}\n"));
    write("refund-again.csv", format!("{header}\n{refund}\n"));
    let line = |product: &str, order: &str| {
        format!(
            "CustomerId,InvoiceNumber,OrderDate,ChargeType,ProductName,Quantity,Subtotal,Currency,ReservationOrderId\n\
             ,G1,6/30/2026,new,{product},1,5,EUR,{order}\n"
        )
    };
    write("unsure.csv", line("Compute bundle", "bbbbbbbb-0000-4000-8000-000000000003"));
    write("orderless.csv", line("Reserved VM Instance", ""));
    write(
        "customer.csv",
        "Microsoft ID,Company name\neeeeeeee-0000-4000-8000-000000000001,A\n".to_owned(),
    );
    write(
        "price.json",
        include_str!("../../../tests/exports/retail-prices-reservation.sample.json").to_owned(),
    );
    let usage = "ReservationOrderId,ReservationId,ReservedHours,UsageDate,UsedHours";
    write("usage.csv", format!("{usage}\n{order},{id},24,2026-11-01,24\n"));
    let job = "--from list.csv again.csv refund.csv refund-again.csv unsure.csv orderless.csv customer.csv \
               price.json usage.csv --on 2026-11-22";
    let output = run(&folder, job);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    for said in [
        "list.csv: portal-reservations; 1 row: 1 reservation\n",
        "refund.csv: reservation-transactions; 1 row: 1 transaction\n",
        "customer.csv: customers; 1 row: 1 customer\n",
        "1 row: 1 price\n",
        "1 row: 1 row of use\n",
        "\n1 reservation, 1 active on 2026-11-22",
        "1 row tells of a reservation that another row tells of as well; the reservation counts once\n",
        "1 reservation is described differently by several rows; what differs stands with it\n",
        "1 reservation order is named, but no file lists its reservations: \
         bbbbbbbb-0000-4000-8000-000000000002\n",
        "1 transaction stands in an earlier file as well; it counts once\n",
        "1 transaction names no reservation order and could not be joined\n",
        "1 invoice line has a reservation order that no other file knows, and a product that does not say that it \
         is an Azure reservation; it was not used\n",
        "1 return is not counted against the refund cap: its customer, day, amount or rate to USD is not known\n",
    ] {
        assert!(text.contains(said), "\"{said}\" is not in:\n{text}");
    }
    let summary = lines(&run(&folder, &format!("{job} --format json"))).pop().unwrap();
    let notes = summary["summary"]["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 7, "{notes:?}");
    let is_of_one = |note: &Value| {
        note.as_str().unwrap().starts_with("1 ") && text.contains(note.as_str().unwrap())
    };
    assert!(notes.iter().all(is_of_one), "{notes:?}");
}

#[test]
fn a_file_that_cannot_be_read_ends_with_status_one() {
    let folder = folder("refused");
    fs::write(folder.join("books.csv"), "Isbn,Title\n1,x\n").unwrap();
    let output =
        run(&folder, "--from portal.csv books.csv nowhere.csv --on 2026-11-22 --format json");
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    // What can be read is quoted all the same.
    assert_eq!(lines.len(), 3);
    let files = &lines[2]["summary"]["files"];
    assert_eq!(files[1]["kind"], "unknown");
    assert!(files[1]["rejected"][0]["reason"].as_str().unwrap().contains("Isbn,Title"));
    assert!(files[2]["rejected"][0]["reason"].as_str().unwrap().contains("cannot be opened"));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("prorata-quote: books.csv is about something else"), "{stderr}");

    let output = run(&folder, "--from portal.csv --on 2026-11-22 --output nowhere/out.csv");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr.contains("prorata-quote: nowhere/out.csv cannot be written"), "{stderr}");

    let usage = run(&folder, "--from portal.csv --policy nothing");
    assert_eq!((usage.status.code(), usage.stdout.as_slice()), (Some(2), [].as_slice()));
}

#[test]
fn questions_are_asked_and_answered() {
    let folder = folder("questions");
    let text = "Name,Reservation Id,Expiration date,Purchase date,Quantity\n\
        web,aaaaaaaa-0000-4000-8000-000000000001,03/04/2027,03/04/2026,4\n";
    fs::write(folder.join("ambiguous.csv"), text).unwrap();
    let asked = lines(&run(&folder, "--from ambiguous.csv --on 2026-11-22 --format json"));
    assert_eq!(asked[0]["reservation"]["purchaseDate"], Value::Null);
    let question = &asked[1]["summary"]["files"][0]["questions"][0];
    assert_eq!(question["readings"], json!(["2026-04-03", "2026-03-04"]));
    let answered =
        run(&folder, "--from ambiguous.csv --on 2026-11-22 --format json --dates day-first");
    assert_eq!(lines(&answered)[0]["reservation"]["purchaseDate"], "2026-04-03");
}

/// A row that contradicts itself is quoted, and what it says beside what was used is told with it.
#[test]
fn what_a_row_says_in_two_ways_is_told() {
    let folder = folder("within");
    let own = "Name,Reservation Id,Status,Purchase date,Expiration date,Term,Type,Quantity,Billing plan,Unit price,\
        Currency\nweb,aaaaaaaa-0000-4000-8000-000000000001,Hibernating,2024-02-10,2027-02-10,P1Y,VirtualMachines,4,\
        Im Voraus,€ 1200,CHF\n";
    fs::write(folder.join("own.csv"), own).unwrap();
    let job = "--from own.csv --on 2026-11-22 --policy azure-2026-08";
    let told = lines(&run(&folder, &format!("{job} --format json")));
    assert_eq!(told[0]["quote"]["decision"], "allowed");
    assert_eq!(told[0]["quote"]["currencyCode"], "CHF");
    let reservation = &told[0]["reservation"];
    assert_eq!(
        (&reservation["state"], &reservation["active"]),
        (&json!("Hibernating"), &json!(true))
    );
    assert_eq!(reservation["billingPlan"], "Upfront");
    let within = |field: &str, kept: &str, other: &str| {
        let (file, line) = ("own.csv", 2);
        json!({"field": field, "kept": kept, "other": other, "file": file, "line": line})
    };
    assert_eq!(
        told[0]["details"]["conflicts"],
        json!([
            within("currencyCode", "CHF", "EUR"),
            within("expiryDate", "2027-02-10", "2025-02-10")
        ])
    );
    let notes = json!([
        "1 reservation ends on another day than its purchase and term say; the day was used",
        "1 reservation has a state that is not known, so that its dates alone tell whether it runs: Hibernating"
    ]);
    assert_eq!(told[1]["summary"]["notes"], notes);
    let table = String::from_utf8(run(&folder, &format!("{job} --format csv")).stdout).unwrap();
    for remark in [
        "currencyCode is CHF, and the same row says EUR (line 2 of own.csv)",
        "expiryDate is 2027-02-10, and its purchase and term say 2025-02-10 (line 2 of own.csv)",
    ] {
        assert!(table.contains(remark), "{table}");
    }
}
