//! From a row to what it says: one reader for each kind of file.

mod cost;
mod customers;
mod invoice;
mod orders;
mod prices;
mod reservations;
mod transactions;
mod usage;

pub(crate) use reservations::resource_type;

use crate::column::Column;
use crate::kind::Kind;
use crate::row::{Reading, Rejection, Row};

/// Reads one row of a file of this kind.
///
/// # Errors
/// Why the row cannot be used.
pub(crate) fn read(kind: Kind, row: &Row<'_>) -> Result<Reading, Rejection> {
    if row.texts().all(|text| text.trim().is_empty()) {
        let is_record = row.object().is_some();
        let what = if is_record { "a record without a field that is read" } else { "an empty row" };
        return Reading::ignored(what);
    }
    if is_total(row) {
        return Reading::ignored("a row of totals");
    }
    if let Some(reason) = kind.unused() {
        return Reading::ignored(reason);
    }
    match kind {
        Kind::PortalReservations => reservations::portal(row),
        Kind::AzReservations | Kind::AzReservationOrders | Kind::PowerShellReservations => {
            reservations::azure(row)
        }
        Kind::ReservationReport => reservations::report(row),
        Kind::ProrataReservations => reservations::prorata(row),
        Kind::ReservationTransactions => transactions::read(row),
        Kind::ReservationUsage => usage::read(row),
        Kind::Customers => customers::read(row),
        Kind::InvoiceReconciliation => invoice::read(row),
        Kind::DailyRatedUsage => cost::rated_usage(row),
        Kind::CostDetails => cost::read(row),
        Kind::Focus => cost::focus(row),
        Kind::RetailPrices => prices::read(row),
        _ => Reading::ignored("nothing that is read"),
    }
}

/// A row that names nothing and begins with a word for a sum, as reports have at their end.
fn is_total(row: &Row<'_>) -> bool {
    // With the words that Excel has for the last row of a pivot table.
    const WORDS: [&str; 30] = [
        "total",
        "totals",
        "total reservations",
        "total quantity",
        "grand total",
        "sum",
        "sum of quantity",
        "subtotal",
        "gesamt",
        "gesamtsumme",
        "gesamtergebnis",
        "summe",
        "summe von quantity",
        "totaal",
        "eindtotaal",
        "summa",
        "totalsumma",
        "total général",
        "total general",
        "total geral",
        "totale",
        "totale complessivo",
        "suma",
        "suma końcowa",
        "итого",
        "общий итог",
        "总计",
        "合计",
        "合計",
        "総計",
    ];
    const NAMING: [Column; 8] = [
        Column::Id,
        Column::ReservationId,
        Column::ReservationOrderId,
        Column::CommitmentDiscountId,
        Column::CustomerId,
        Column::MicrosoftId,
        Column::OrderId,
        Column::MeterId,
    ];
    let is_word = |text: &str| {
        let text = text.trim().trim_end_matches(':').to_lowercase();
        WORDS.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| {
                rest.chars().all(|sign| !sign.is_alphanumeric() || sign.is_ascii_digit())
            })
        })
    };
    let names = |column: &Column| row.text(*column).is_some_and(|text| !is_word(text));
    let first = row.texts().find(|text| !text.trim().is_empty());
    row.object().is_none() && first.is_some_and(is_word) && !NAMING.iter().any(names)
}
