//! Reservation transactions of Cost Management and the Consumption API.

use portfolio::intake::BookingDocument;

use crate::column::{Column as C, folded};
use crate::fact::{EventKind, Fact, TransactionFact};
use crate::row::{Money, Reading, Rejection, Row};
use crate::state::is_one_of;
use crate::value;

pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let Some(event) = row.text(C::EventType) else {
        return Err("has no EventType".to_owned());
    };
    let ids = row.ids(&[], &[C::ReservationOrderId], &[])?;
    if ids.order.is_none() {
        return Err("has no ReservationOrderId".to_owned());
    }
    let description = row.owned(&[C::Description]);
    let Money { amount, currency, .. } =
        row.money(&[C::Amount], &[C::Currency, C::BillingCurrency])?;
    let fact = TransactionFact {
        order: ids.order,
        reservation: None,
        customer: row.customer(&[C::CustomerTenantId, C::CustomerId], &[C::CustomerName]),
        event: event_kind(event),
        date: row.date(&[C::EventDate])?,
        amount: amount.map(|amount| amount.abs()),
        currency,
        quantity: row.units(&[C::Quantity])?,
        display_name: row.owned(&[C::ReservationOrderName]),
        sku: row.owned(&[C::ArmSkuName, C::SkuName]),
        region: row.owned(&[C::Region]).map(|region| region.to_lowercase()),
        term: row
            .term(&[C::Term])
            .or_else(|| description.as_deref().and_then(value::term_in).map(str::to_owned)),
        billing_plan: row.billing_plan(&[C::BillingFrequency, C::BillingPlan]),
        description,
        is_surely_reservation: true,
        plan_by_days: None,
        calculated: None,
        document: BookingDocument::Transactions,
        invoice: None,
    };
    Ok(Reading::Fact(Fact::Transaction(Box::new(fact))))
}

/// The event that a word tells.
pub(super) fn event_kind(text: &str) -> EventKind {
    let word = folded(text);
    let kinds =
        [(PURCHASE, EventKind::Purchase), (CANCEL, EventKind::Cancel), (REFUND, EventKind::Refund)];
    let kind = kinds.into_iter().find(|(words, _)| is_one_of(&word, words));
    kind.map_or_else(|| EventKind::Other(text.to_owned()), |(_, kind)| kind)
}

/// Folded words in English, German, Swedish, Dutch, French, Spanish, Italian, Portuguese and Chinese.
const PURCHASE: &str = "purchase kauf köp inköp aankoop achat compra acquisto 购买";
const CANCEL: &str = "cancel cancellation cancelled canceled stornierung storniert annullering annullerad geannuleerd \
    annulation cancelación annullamento cancelamento 取消";
const REFUND: &str = "refund rückerstattung erstattung återbetalning restitutie terugbetaling remboursement reembolso \
    rimborso 退款";
