//! What was agreed with the customer about a return that was carried out, in words.

use crate::i18n::catalogue::{letter as texts, rules};
use crate::i18n::{self, Text};
use view_model::quote::letter::agreed::Agreed;

/// What each amount is called, and what it is.
pub(crate) fn agreed_in_words(agreed: &Agreed) -> [(Text, String); 4] {
    let money = |amount: &str| i18n::money(amount, &agreed.currency);
    [
        (rules::INPUT_PAYABLE, money(&agreed.credited)),
        (texts::HANDLING_FEE, money(&agreed.handling_fee)),
        (texts::KEPT_MARGIN, money(&agreed.margin)),
        (texts::CUSTOMER_RECEIVES, money(&agreed.received)),
    ]
}
