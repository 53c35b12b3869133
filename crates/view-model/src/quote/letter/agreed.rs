//! What is agreed with the customer about a return: sent with it, kept with it, and shown where it is looked back at.

use super::{FormText, Settlement, TermsError};
use crate::quote::typed::decimal;
use calculator::Money;
use serde_json::{Value, json};

/// What the partner keeps, as it is sent with the return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The fixed amount, in plain notation.
    pub handling_fee: String,
    /// The share of what Microsoft credits, in percent.
    pub margin_percent: String,
}

impl Terms {
    /// What a form says of a credit, and how that divides it; `None` where the partner keeps nothing.
    /// `sign` separates whole and fraction in the reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    pub fn of(
        form: &FormText,
        credited: Money,
        sign: char,
    ) -> Result<Option<(Self, Settlement)>, Vec<TermsError>> {
        if form.keeps_nothing() {
            return Ok(None);
        }
        let settlement = form.settlement(credited, sign)?;
        let plain = |text: &str| {
            let value = decimal(text, sign).ok().flatten().unwrap_or_default();
            value.normalize().to_string()
        };
        let (fee, percent) = (plain(&form.handling_fee), plain(&form.margin_percent));
        Ok(Some((Self { handling_fee: fee, margin_percent: percent }, settlement)))
    }

    /// The field of the return.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "handlingFee": self.handling_fee, "marginPercent": self.margin_percent })
    }
}

/// What was agreed about a return that was carried out, as the service kept it. Amounts are in plain notation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// The id of the change that the return is.
    pub activity: String,
    /// ISO 4217 code.
    pub currency: String,
    /// What Microsoft credits.
    pub credited: String,
    /// The fixed amount that the partner keeps.
    pub handling_fee: String,
    /// What the partner keeps besides.
    pub margin: String,
    /// What the customer receives.
    pub received: String,
}

impl Agreed {
    /// Reads a row of the service; `None` for what is none.
    #[must_use]
    pub fn of(row: &Value) -> Option<Self> {
        let properties = &row["properties"];
        let text = |name: &str| Some(properties[name].as_str()?.to_owned());
        Some(Self {
            activity: row["name"].as_str()?.to_owned(),
            currency: text("currencyCode")?,
            credited: text("credited")?,
            handling_fee: text("handlingFee")?,
            margin: text("margin")?,
            received: text("received")?,
        })
    }
}
