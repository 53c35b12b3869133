//! What is read from files, and how they are put together. The files beside these tests are invented.

mod conservation;
mod costs;
mod ends;
mod guesses;
mod intake;
mod joining;
mod kinds;
mod orders;
mod pitfalls;
mod real;
mod recorded;
mod successions;
mod workbooks;

use imports::{Answers, Limits, Portfolio, Read, Reservation, join, read_file};
use portfolio::reasons::Reason;

/// The invented files, by name.
const FILES: [(&str, &str); 11] = [
    ("portal.csv", include_str!("files/portal.csv")),
    ("az-list.json", include_str!("files/az-list.json")),
    ("az-orders.json", include_str!("files/az-orders.json")),
    ("powershell.csv", include_str!("files/powershell.csv")),
    ("transactions.csv", include_str!("files/transactions.csv")),
    ("details.csv", include_str!("files/details.csv")),
    ("customers.csv", include_str!("files/customers.csv")),
    ("invoice.csv", include_str!("files/invoice.csv")),
    ("focus.csv", include_str!("files/focus.csv")),
    ("retail.json", include_str!("files/retail.json")),
    ("amortized-ea.csv", include_str!("files/amortized-ea.csv")),
];

fn file(name: &str) -> &'static str {
    FILES.iter().find(|(known, _)| *known == name).expect("the file is in the table").1
}

fn read_all(bytes: &[u8]) -> Vec<Read> {
    let reads = read_file("file", bytes, &Answers::default(), &Limits::default(), &mut |_| {});
    reads.iter().for_each(is_conserved);
    reads
}

/// Reads something that is one file.
fn read(text: impl AsRef<[u8]>) -> Read {
    let mut reads = read_all(text.as_ref());
    assert_eq!(reads.len(), 1);
    reads.remove(0)
}

/// Joins texts and names of the invented files.
fn portfolio(texts: &[&str]) -> Portfolio {
    let read = |text: &&str| {
        let known = FILES.iter().find(|(name, _)| name == text);
        read(known.map_or(*text, |(_, text)| *text))
    };
    let portfolio = join(texts.iter().map(read).collect());
    portfolio.notes.iter().for_each(|said| is_known(said));
    portfolio
}

/// Every row is a fact, or rejected or ignored with its reason.
fn is_conserved(read: &Read) {
    let report = &read.report;
    let ignored: u64 = report.ignored.iter().map(|ignored| ignored.rows).sum();
    let accounted = report.tally.total() + report.rejected.len() as u64 + ignored;
    assert_eq!(report.rows, accounted, "{report:?}");
    assert!(report.rejected.iter().all(|row| row.line > 0 && !row.reason.is_empty()));
    assert!(report.refused.is_none() || report.rows == 0);
    let reasons = report.rejected.iter().map(|it| &it.reason);
    let reasons = reasons.chain(report.ignored.iter().map(|it| &it.reason));
    reasons.chain(&report.refused).chain(&report.notes).for_each(|said| is_known(said));
}

/// What is said is a reason that people are told in their own language.
fn is_known(said: &str) {
    let Some((reason, values)) = Reason::of(said) else { panic!("nobody knows \"{said}\"") };
    if reason == Reason::PassedOver {
        values.into_iter().for_each(is_known);
    }
}

/// The text of a field of a reservation.
fn field(reservation: &Reservation, name: &str) -> Option<String> {
    let fields = reservation.fields();
    fields.into_iter().find(|(field, _)| *field == name).expect("there is such a field").1
}

/// The reservation whose id ends like this.
fn by_id<'a>(portfolio: &'a Portfolio, end: &str) -> &'a Reservation {
    let mut found = portfolio.reservations.iter().filter(|reservation| {
        reservation.known.id.as_ref().is_some_and(|id| id.as_str().ends_with(end))
    });
    let one = found.next().unwrap_or_else(|| panic!("{end} is not among {portfolio:?}"));
    assert!(found.next().is_none(), "{end} is there twice");
    one
}
