//! Workbooks of every kind, recognised by what they hold. Those beside these tests were written by a
//! program that knows the old formats, with invented transactions.

use std::io::{Cursor, Read as _, Write};

use imports::{Fact, Kind, Read};

use crate::read_all;

const EXCEL_2003: &[u8] = include_bytes!("files/excel-2003.xls");
const EXCEL_95: &[u8] = include_bytes!("files/excel-95.xls");
const BINARY: &[u8] = include_bytes!("files/binary.xlsb");

/// A row of the sheet that the three of them hold.
const CONTENT: &str = r#"<office:document-content><office:body><office:spreadsheet>
<table:table table:name="Transactions"><table:table-column table:number-columns-repeated="11"/>
<table:table-row><table:table-cell><text:p>Reservations of Contoso</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-header-rows><table:table-row>HEADER</table:table-row></table:table-header-rows>
ROWS
<table:table-row table:number-rows-repeated="1048570">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Notes"><table:table-row>
<table:table-cell office:value-type="string"><text:p>notes</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"#;

const HEADER: [&str; 11] = [
    "EventType",
    "EventDate",
    "Amount",
    "Currency",
    "Quantity",
    "ReservationOrderId",
    "ArmSkuName",
    "Region",
    "Term",
    "Description",
    "BillingFrequency",
];

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("memory takes it");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

fn open_document(rows: &str) -> Vec<u8> {
    let text = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let header: String = HEADER.iter().map(|name| text(name)).collect();
    let content = CONTENT.replace("HEADER", &header).replace("ROWS", rows);
    zip(&[
        ("mimetype", SPREADSHEET),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ])
}

fn cells(event: &str, day: &str, amount: &str, quantity: &str, description: &str) -> String {
    let text = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let number = |value: &str| {
        format!(
            r#"<table:table-cell office:value-type="float" office:value="{value}"><text:p>about {value}</text:p></table:table-cell>"#
        )
    };
    let day = format!(
        r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>someday</text:p></table:table-cell>"#
    );
    let order = text("bbbbbbbb-0000-4000-8000-000000000001");
    let (sku, region) = (text("Standard_D2s_v5"), text("westeurope"));
    let parts = [
        &text(event),
        &day,
        &number(amount),
        &text("EUR"),
        &number(quantity),
        &order,
        &sku,
        &region,
        &text("P3Y"),
        description,
        &text("OneTime"),
    ];
    parts.concat()
}

/// The invented transactions as LibreOffice would keep them, with what it writes beside cells.
fn calc() -> Vec<u8> {
    let purchase = cells(
        "Purchase",
        "2024-02-10",
        "4800.4",
        "4",
        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation>\
         <text:p>Reserved VM Instance,<text:s/>Z&#252;rich</text:p></table:table-cell>",
    );
    let cancel = cells(
        "Cancel",
        "2026-06-30T00:00:00",
        "-21",
        "1",
        "<table:table-cell office:value-type=\"string\"><text:p><text:span>Größe</text:span> 東京</text:p></table:table-cell>",
    );
    let refund = cells(
        "Refund",
        "2026-07-31",
        "1.23456789E6",
        "1",
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell>",
    );
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    open_document(&[purchase, cancel, refund].map(row).concat())
}

/// Event, date, amount, units and description of each transaction, with its line.
fn told(read: &Read) -> Vec<(u64, String)> {
    let told = |(line, fact): &(u64, Fact)| {
        let Fact::Transaction(fact) = fact else { panic!("{fact:?}") };
        let (day, amount) = (fact.date.expect("it has one"), fact.amount.expect("it has one"));
        let description = fact.description.as_deref().unwrap_or_default();
        let units = fact.quantity.expect("it has some");
        (*line, format!("{:?} {day} {amount} {units} {description}", fact.event))
    };
    read.facts.iter().map(told).collect()
}

#[test]
fn every_kind_of_workbook_says_the_same() {
    let expect = [
        (4, "Purchase 2024-02-10 4800.4 4 Reserved VM Instance, Zürich"),
        (5, "Cancel 2026-06-30 21 1 Größe 東京"),
        (6, "Refund 2026-07-31 1234567.89 1 true"),
    ];
    let calc = calc();
    let books = [("2003", EXCEL_2003), ("95", EXCEL_95), ("xlsb", BINARY), ("ods", &calc)];
    for (name, bytes) in books {
        let reads = read_all(bytes);
        assert_eq!(reads.len(), 2, "{name}");
        let report = &reads[0].report;
        assert_eq!(report.kind, Kind::ReservationTransactions, "{name}: {report:?}");
        assert_eq!(report.part.as_deref(), Some("Transactions"), "{name}");
        assert_eq!((report.rows, report.tally.transactions), (4, 3), "{name}: {report:?}");
        assert_eq!(report.ignored[0].reason, "a line before the header", "{name}");
        let told = told(&reads[0]);
        for ((line, said), (expect_line, expect)) in told.iter().zip(expect) {
            // The code page of the older one has no letters of Japan.
            let expect =
                if name == "95" { expect.replace(" 東京", "") } else { expect.to_owned() };
            assert_eq!((*line, said), (expect_line, &expect), "{name}");
        }
        let notes = &reads[1].report;
        assert_eq!(notes.part.as_deref(), Some("Notes"));
        assert!(notes.notes[0].contains("about something else"), "{name}: {notes:?}");
    }
}

#[test]
fn a_workbook_with_a_password_is_named() {
    let reason = |bytes: &[u8]| read_all(bytes).remove(0).report.refused.unwrap();
    let password = "is protected by a password: save it without one";
    // What Excel writes since 2007 is packed into a compound file.
    let renamed = |name: &str| {
        let utf_16 =
            |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let known = utf_16("Workbook\0");
        let at = EXCEL_2003.windows(known.len()).position(|it| it == known).unwrap();
        let mut bytes = EXCEL_2003.to_vec();
        let name = utf_16(name);
        bytes[at..at + name.len()].copy_from_slice(&name);
        bytes
    };
    assert_eq!(reason(&renamed("EncryptedPackage")), password);
    assert_eq!(reason(&renamed("WordDocument")), "is a Word document");
    assert_eq!(reason(&renamed("Contents")), "is an old Office file without a workbook");
    // Before that the second record says so.
    let mut bytes = EXCEL_2003.to_vec();
    let first = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06];
    let at = bytes.windows(6).position(|it| it == first).unwrap() + 20;
    bytes[at..at + 2].copy_from_slice(&[0x2f, 0x00]);
    assert_eq!(reason(&bytes), password);
    let manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let book = zip(&[
        ("mimetype", SPREADSHEET),
        ("content.xml", b"\x01\x02"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(reason(&book), password);
    let text = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ]);
    assert_eq!(reason(&text), "is an OpenDocument text or presentation");
}

#[test]
fn a_workbook_that_is_cut_off_is_refused() {
    for bytes in [EXCEL_2003, EXCEL_95] {
        for length in (8..bytes.len() - 1).step_by(61) {
            let reads = read_all(&bytes[..length]);
            let read_whole = reads.iter().any(|read| read.report.tally.transactions == 3);
            let is_refused = reads.iter().all(|read| read.report.refused.is_some());
            // What comes after the sheets may be missing.
            assert!(is_refused || read_whole, "{length}: {reads:?}");
        }
    }
    let rows = calc();
    let mut archive = zip::ZipArchive::new(Cursor::new(rows.as_slice())).unwrap();
    let mut content = String::new();
    archive.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
    let cut_off = content.char_indices().map(|(at, _)| at).skip(1).step_by(97);
    for length in cut_off {
        let book = zip(&[
            ("content.xml", &content.as_bytes()[..length]),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ]);
        let read = read_all(&book).remove(0);
        assert_eq!(
            read.report.refused.as_deref(),
            Some("is a damaged workbook, or cut off"),
            "{length}"
        );
    }
}

/// Whatever stands in the place of a byte, it is read or refused, and nothing panics.
#[test]
fn no_byte_of_an_old_workbook_panics() {
    for bytes in [EXCEL_2003, EXCEL_95] {
        for at in (0..bytes.len()).step_by(13) {
            for value in [0xff, bytes[at] ^ 0x01] {
                let mut changed = bytes.to_vec();
                changed[at] = value;
                read_all(&changed);
            }
        }
    }
}

/// The archive around it finds damage by a sum, so what is damaged before it is packed is tried.
#[test]
fn no_byte_of_a_binary_workbook_panics() {
    let mut archive = zip::ZipArchive::new(Cursor::new(BINARY)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.push((entry.name().unwrap().into_owned(), bytes));
    }
    let records = parts.iter().enumerate().filter(|(_, (name, _))| name.ends_with(".bin"));
    let records: Vec<usize> = records.map(|(place, _)| place).collect();
    for place in records {
        for at in (0..parts[place].1.len()).step_by(23) {
            let before = parts[place].1[at];
            for value in [0xff, before ^ 0x01] {
                parts[place].1[at] = value;
                let files: Vec<(&str, &[u8])> =
                    parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                read_all(&zip(&files));
            }
            parts[place].1[at] = before;
        }
    }
}

/// A kilobyte that asks for a sheet of sixteen billion cells.
#[test]
fn rows_that_are_repeated_are_held_within_the_limits() {
    let cells = r#"<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>"#;
    let row = format!(
        r#"<table:table-row table:number-rows-repeated="1048576">{cells}</table:table-row>"#
    );
    let limits = imports::Limits { inflated: 1 << 20, rows: 50, ..imports::Limits::default() };
    let read = |book: &[u8], limits| {
        imports::read_file("f", book, &imports::Answers::default(), limits, &mut |_| {})
    };
    let cut = read(&open_document(&row), &limits);
    assert!(
        cut[0]
            .report
            .notes
            .contains(&"only the first 50 rows of Transactions were read".to_owned()),
        "{:?}",
        cut[0].report
    );
    let limits = imports::Limits { rows: 1_000_000, ..limits };
    let refused = read(&open_document(&row), &limits);
    let refused = refused[0].report.notes.iter().chain(&refused[0].report.refused);
    assert!(refused.into_iter().any(|it| it.ends_with("inflates to more than 1 MiB")));
}

#[test]
fn a_workbook_in_an_archive_is_read_by_its_name() {
    let archive = zip(&[("old/list.xls", EXCEL_2003), ("readme.txt", b"nothing")]);
    let reads = read_all(&archive);
    assert_eq!(reads[0].report.part.as_deref(), Some("old/list.xls: Transactions"));
    assert_eq!(reads[0].report.tally.transactions, 3);
}
