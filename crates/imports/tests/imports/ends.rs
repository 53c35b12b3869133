//! How files end: footers, lines that are cut off, and answers with more pages.

use std::io::Write;

use imports::FileReport;

use crate::{file, read};

const HEADER: &str = "Name,Reservation Id,Expiration date,Term,Product name,Quantity\n";
const ROW: &str = "web,aaaaaaaa-0000-4000-8000-000000000001,2027-02-10,P1Y,D2s,4\n";

fn with_end(end: &str) -> FileReport {
    read(format!("{HEADER}{ROW}{end}")).report
}

/// Whoever makes a report writes below it when and how much; nobody owns that.
#[test]
fn what_stands_below_a_report_is_no_reservation() {
    for (end, reason) in [
        ("Exported on 11/30/2026\n", "has no ReservationId, Quantity"),
        ("Page 1 of 1,,,,,\n", "has no ReservationId, Quantity"),
        ("Ukupno,,,,,6\n", "has no ReservationId, ExpiryDate, Term, Sku"),
    ] {
        let report = with_end(end);
        assert_eq!((report.tally.total(), report.rejected.len()), (1, 1), "{end}: {report:?}");
        let rejected = &report.rejected[0];
        assert_eq!((rejected.line, rejected.reason.as_str()), (3, reason), "{end}");
    }
}

/// Who has no ids still has what a reservation is.
#[test]
fn a_row_without_ids_needs_a_quantity_and_what_it_is_of() {
    for (row, counts) in [
        ("web,,2027-02-10,,,4", true),
        ("web,,,P1Y,,4", true),
        ("web,,,,D2s,4", true),
        ("web,,,,,4", false),
        ("web,,2027-02-10,P1Y,D2s,", false),
        ("web,aaaaaaaa-0000-4000-8000-000000000002,,,,", true),
    ] {
        let report = with_end(&format!("{row}\n"));
        let found = (report.tally.reservations, report.rejected.len());
        assert_eq!(found, if counts { (2, 0) } else { (1, 1) }, "{row}");
    }
}

#[test]
fn totals_are_known_in_many_languages() {
    for word in [
        "Total reservations: 1",
        "Sum of quantity",
        "Gesamtergebnis",
        "Total général",
        "Totale",
        "Итого",
        "合計",
    ] {
        let report = with_end(&format!("{word},,,,,6\n"));
        assert_eq!((report.tally.total(), report.rejected.len()), (1, 0), "{word}: {report:?}");
        assert_eq!(report.ignored[0].reason, "a row of totals", "{word}");
    }
    assert_eq!(with_end("Total reservations: 1\n").ignored[0].reason, "a row of totals");
}

/// A name alone may be the start of a row, of which the rest is missing.
#[test]
fn a_last_line_that_is_cut_in_its_first_cell_is_rejected() {
    let is_cut = |report: &FileReport| {
        assert_eq!((report.tally.total(), report.rejected.len()), (1, 1), "{report:?}");
        let rejected = &report.rejected[0];
        let reason = "has 1 cells, and the header 6: the file is cut off";
        assert_eq!((rejected.line, rejected.reason.as_str()), (3, reason));
    };
    is_cut(&with_end("vm"));
    is_cut(&with_end("aaaaaaaa-0000-4000-8000-000000000002"));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(format!("{HEADER}{ROW}vm").as_bytes()).unwrap();
    is_cut(&read(gzip.finish().unwrap()).report);
    // Blanks at the end are no line.
    assert_eq!(with_end("   ").rejected, []);
    assert_eq!(read(file("portal.csv").trim_end()).report.tally.reservations, 3);
}

/// An answer in pages, of which a file has the first, is not all that there is.
#[test]
fn an_answer_with_more_pages_says_so() {
    let row = file("az-list.json").trim().trim_matches(['[', ']']);
    let price = file("retail.json").trim();
    let price = &price[price.find('[').unwrap()..=price.rfind(']').unwrap()];
    let notes = |text: &str| {
        let report = read(text).report;
        assert!(report.tally.total() > 0, "{report:?}");
        report.notes
    };
    let said = |count: &str, by: &str| {
        let count =
            if count.contains(" of ") { count.to_owned() } else { format!("the first {count}") };
        vec![format!("has only {count} records: {by} says that there are more pages")]
    };
    let page = |member: &str| notes(&format!("{{\"value\":[{row}],{member}}}"));
    assert_eq!(page("\"nextLink\":\"https://x/?skip=4\""), said("4", "nextLink"));
    assert_eq!(page("\"@odata.nextLink\":\"https://x\""), said("4", "@odata.nextLink"));
    assert_eq!(page("\"nextLink\":null"), [""; 0]);
    assert_eq!(page("\"nextLink\":\"\""), [""; 0]);
    let graph = |member: &str| notes(&format!("{{{member},\"data\":[{row}]}}"));
    assert_eq!(graph("\"count\":4,\"skip_token\":\"t\""), said("4", "skip_token"));
    assert_eq!(graph("\"count\":4,\"$skipToken\":\"t\""), said("4", "skip_token"));
    assert_eq!(graph("\"skip_token\":null,\"total_records\":9"), said("4 of 9", "total_records"));
    assert_eq!(graph("\"skip_token\":null,\"total_records\":4"), [""; 0]);
    let partner = |member: &str| notes(&format!("{{\"items\":[{row}],{member}}}"));
    let links = "\"links\":{\"self\":{\"uri\":\"/a\"},\"next\":{\"uri\":\"/b\"}}";
    assert_eq!(partner(links), said("4", "links.next"));
    assert_eq!(partner(&format!("\"totalCount\":431,{links}")), said("4 of 431", "totalCount"));
    assert_eq!(partner("\"totalCount\":4,\"links\":{\"self\":{\"uri\":\"/a\"}}"), [""; 0]);
    let count = serde_json::from_str::<Vec<serde_json::Value>>(price).unwrap().len().to_string();
    let retail = |next: &str| {
        notes(&format!("{{\"Items\":{price},\"NextPageLink\":{next},\"Count\":{count}}}"))
    };
    assert_eq!(retail("\"https://prices.example/?$skip=100\""), said(&count, "NextPageLink"));
    assert_eq!(retail("null"), [""; 0]);
}

/// Pages that stand in one file, one after another, are whole when the last one names no other.
#[test]
fn pages_in_one_file_are_whole_when_the_last_one_is_there() {
    let row = file("az-list.json").trim().trim_matches(['[', ']']);
    let page = |next: &str| format!("{{\"value\":[{row}],\"nextLink\":{next}}}");
    let (first, last) = (page("\"https://x\""), page("null"));
    assert_eq!(read(format!("{first}\n{last}")).report.notes, [""; 0]);
    assert_eq!(read(format!("[{first},{last}]")).report.notes, [""; 0]);
    assert_eq!(read(format!("[{first},{first}]")).report.notes.len(), 1);
    // The last page may say nothing, and what is around a page says nothing of it.
    let silent = format!("{{\"value\":[{row}]}}");
    assert_eq!(read(format!("[{first},{silent}]")).report.notes, [""; 0]);
    assert_eq!(read(format!("{{\"response\":{{\"body\":{first}}}}}")).report.notes.len(), 1);
    assert_eq!(read(format!("{{\"responses\":[{{\"body\":{first}}}]}}")).report.notes.len(), 1);
}

/// What `az` says beside its answer stands in the same file where both were redirected.
#[test]
fn messages_around_an_answer_are_told_and_cost_nothing() {
    let list = file("az-list.json");
    let plain = read(list);
    let before =
        "WARNING: This command is in preview.\nWARNING: Some reservations were not read.\n";
    let after = "\nERROR: (TooManyRequests) Try again.\n";
    for text in [
        format!("{before}{list}"),
        format!("{list}{after}"),
        format!("\u{feff}{before}{list}{after}").replace('\n', "\r\n"),
    ] {
        let found = read(&text);
        let facts = |read: &imports::Read| {
            read.facts.iter().map(|(_, fact)| fact.clone()).collect::<Vec<_>>()
        };
        assert_eq!(facts(&found), facts(&plain));
        let said: Vec<_> =
            found.report.ignored.iter().map(|it| (it.line, it.reason.as_str())).collect();
        let lines: Vec<(u64, &str)> = (1..)
            .zip(text.trim_start_matches('\u{feff}').lines())
            .filter(|(_, line)| line.starts_with("WARNING") || line.starts_with("ERROR"))
            .collect();
        assert_eq!(said.len(), lines.len(), "{said:?}");
        for ((line, reason), (at, message)) in said.iter().zip(lines) {
            assert_eq!((*line, reason.ends_with(message)), (at, true), "{reason}");
        }
    }
    let only = read(before).report;
    assert!(only.refused.is_some(), "{only:?}");
}
