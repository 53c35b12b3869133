//! What a row says of itself, in the language of this moment.

use crate::i18n::{self, names};
use portfolio::columns::RowView;

/// The state; for one whose term is over without anybody having written it down, that.
pub(crate) fn state(row: &RowView<'_>) -> String {
    let expired = row.phase == Some(calculator::Phase::Expired);
    match row.state {
        Some(_) if expired => names::state(&calculator::ProvisioningState::Expired).to_owned(),
        Some(state) => names::state(state).to_owned(),
        None => String::new(),
    }
}

/// The term.
pub(super) fn term(row: &RowView<'_>) -> String {
    row.term.map(|term| names::term(&term.into()).to_owned()).unwrap_or_default()
}

/// What one unit costs over the whole term.
pub(super) fn price(row: &RowView<'_>) -> String {
    let price = row.unit_price.zip(row.currency);
    price
        .map(|(price, currency)| i18n::money(&price.to_string(), currency.code()))
        .unwrap_or_default()
}
