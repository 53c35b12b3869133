//! What a partner has agreed with its customer about a return: between the two, and so for nobody who asks for the
//! customer's tenant.

use calculator::{Currency, FeeRate, Money, Settlement};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::records::documents::Document;

/// A credit as it was divided when the return was accepted. Stored under the id of the activity that is the return.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Agreed {
    pub(crate) currency_code: Currency,
    /// What Microsoft credits to the partner.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) credited: Decimal,
    /// The fixed amount that the partner keeps.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) handling_fee: Decimal,
    /// What the partner keeps besides, in percent of the credit.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) margin_percent: Decimal,
    /// The same as an amount.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) margin: Decimal,
    /// What the customer receives.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) received: Decimal,
}

impl Agreed {
    /// The document of a division.
    pub(crate) fn of(settlement: &Settlement, margin: FeeRate) -> Self {
        Self {
            currency_code: settlement.credited.currency(),
            credited: settlement.credited.to_decimal(),
            handling_fee: settlement.handling_fee.to_decimal(),
            margin_percent: margin.to_percent().normalize(),
            margin: settlement.margin.to_decimal(),
            received: settlement.received.to_decimal(),
        }
    }
}

impl Document for Agreed {
    const KIND: &'static str = "settlement";

    fn flaw(&self) -> Option<&'static str> {
        let money = |amount| Money::from_decimal(amount, self.currency_code).ok();
        let parts = [self.handling_fee, self.margin, self.received].map(money);
        let [Some(fee), Some(margin), Some(received)] = parts else {
            return Some("its amounts are none of its currency");
        };
        let is_whole = money(self.credited)
            .is_some_and(|all| all.minor() == fee.minor() + margin.minor() + received.minor());
        let is_negative = [fee, margin, received].iter().any(|part| part.minor() < 0);
        (!is_whole || is_negative).then_some("its parts are not the credit")
    }
}
