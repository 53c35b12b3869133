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
