//! Whatever is done to a file: nothing panics, and no row is lost.

use imports::{Answers, Limits, join, read_file};
use proptest::prelude::*;

use crate::{FILES, is_conserved, read_all};

/// A file with some of its bytes changed, taken out, doubled or cut off.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0_u8..5, any::<u8>());
    let bytes = prop_oneof![
        4 => (0..FILES.len()).prop_map(|place| FILES[place].1.as_bytes().to_vec()),
        1 => (0..FILES.len()).prop_map(|place| {
            FILES[place].1.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }),
    ];
    (bytes, prop::collection::vec(change, 0..12)).prop_map(|(mut bytes, changes)| {
        for (at, how, byte) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            // Marks matter more than letters.
            let mark = b"\",;\n\r\t{}[]:'./-0"[usize::from(byte) % 16];
            match how {
                0 => bytes.truncate(at),
                1 => bytes[at] = mark,
                2 => bytes.insert(at, mark),
                3 => drop(bytes.remove(at)),
                _ => bytes[at] = byte,
            }
        }
        bytes
    })
}

/// How many rows a text has whose lines are rows: every line below the first that is not blank.
fn lines_below_the_header(text: &str) -> u64 {
    text.lines().skip(1).filter(|line| !line.trim().is_empty()).count() as u64
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_loses_no_row_in_silence(bytes in damaged()) {
        let reads = read_all(&bytes);
        prop_assert!(!reads.is_empty());
        let portfolio = join(reads);
        crate::intake::is_whole(&portfolio, &[]);
        let today = "2026-11-22".parse().unwrap();
        for reservation in &portfolio.reservations {
            let _ = reservation.is_active(today);
            if let Ok(request) = reservation.request(today, "azure-2026-08")
                && let Ok(case) = request.case()
            {
                let _ = calculator::assess(&case.input());
            }
        }
    }

    /// Cut off anywhere, every line that is there is a row that is accounted for.
    #[test]
    fn every_line_of_a_cut_table_is_a_row(place in 0_usize..4, at in any::<prop::sample::Index>()) {
        let name = ["details.csv", "transactions.csv", "customers.csv", "focus.csv"][place];
        let text = crate::file(name);
        let cut = &text[..at.index(text.len())];
        prop_assume!(cut.lines().count() > 1);
        let report = &read_all(cut.as_bytes())[0].report;
        prop_assert_eq!(report.rows, lines_below_the_header(cut), "{:?}", report);
    }

    /// A stray quotation mark costs the row that it stands in, and none after it that is whole.
    #[test]
    fn a_stray_quotation_mark_takes_no_other_row_with_it(at in any::<prop::sample::Index>()) {
        let text = crate::file("details.csv");
        let header = text.find('\n').unwrap() + 1;
        let mut damaged = text.to_owned();
        damaged.insert(header + at.index(text.len() - header), '"');
        let report = &read_all(damaged.as_bytes())[0].report;
        prop_assert!(report.tally.usage >= 2, "{:?}", report);
        prop_assert_eq!(report.rows, 3, "{:?}", report);
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_all(&bytes);
    }

    #[test]
    fn no_text_panics(text in "[\\PC\\n\"{}\\[\\],:;]{0,200}") {
        read_all(text.as_bytes());
        read_all(format!("[{{\"id\":\"1\"}},{text}").as_bytes());
        read_all(format!("{{\"id\":\"1\",\"quantity\":2,\"state\":\"a\"}}{text}").as_bytes());
        let header = "Name;Reservation Id;Expiration date;Purchase date;Quantity;Term\n";
        read_all(format!("{header}{text}").as_bytes());
    }
}

/// Every byte of a small workbook changed once, and every length.
#[test]
fn a_damaged_workbook_is_refused_or_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(crate::file("customers.csv").lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    for at in (0..bytes.len()).step_by(19) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x55;
        read_all(&changed);
        read_all(&bytes[..at]);
    }
}

#[test]
fn progress_never_runs_backwards() {
    let mut text = "Name,Reservation Id,Expiration date,Quantity\n".to_owned();
    for number in 0..10_000 {
        text += &format!("r,aaaaaaaa-0000-4000-8000-{number:012},2027-01-01,1\n");
    }
    let mut told = Vec::new();
    let reads =
        read_file("f", text.as_bytes(), &Answers::default(), &Limits::default(), &mut |rows| {
            told.push(rows)
        });
    reads.iter().for_each(is_conserved);
    assert!(told.is_sorted() && told.len() > 3);
    assert_eq!(told.last(), Some(&10_000));
}
