//! Values that JSON has as a text: written as the API spells them, and read in any case of letters.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::currency::Currency;
use crate::holding::BillingPlan;
use crate::resource::{ProvisioningState, ResourceType};
use crate::term::Term;

macro_rules! as_text {
    ($($type:ty: $read:expr, $write:expr;)+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let write: fn(&Self) -> Cow<'_, str> = $write;
                serializer.serialize_str(&write(self))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let read: fn(&str) -> Result<Self, crate::error::Problem> = $read;
                read(&text).map_err(D::Error::custom)
            }
        }
    )+};
}

as_text! {
    BillingPlan: BillingPlan::parse, |it| it.as_str().into();
    Currency: Currency::parse, |it| it.code().to_owned().into();
    ProvisioningState: |text| Ok(Self::parse(text)), |it| it.as_str().into();
    ResourceType: |text| Ok(Self::parse(text)), |it| it.as_str().into();
    Term: Term::parse, |it| it.to_string().into();
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    #[test]
    fn what_is_read_is_written_as_the_api_spells_it() {
        let read: (BillingPlan, Currency, ProvisioningState, ResourceType, Term) =
            from_value(json!(["upfront", "eur", "SUCCEEDED", "avs", "p3y"])).expect("known words");
        let written = serde_json::to_value(read).expect("texts");
        assert_eq!(written, json!(["Upfront", "EUR", "Succeeded", "AVS", "P3Y"]));
    }

    #[test]
    fn what_cannot_be_calculated_with_is_not_read() {
        for text in ["", "Weekly", "XXX", "P9Y"] {
            assert!(from_value::<BillingPlan>(json!(text)).is_err(), "{text}");
            assert!(from_value::<Currency>(json!(text)).is_err(), "{text}");
            assert!(from_value::<Term>(json!(text)).is_err(), "{text}");
        }
        // States and products that this version does not know are kept as they are.
        let state: ProvisioningState = from_value(json!("Hibernating")).expect("any text");
        assert_eq!(serde_json::to_value(state).expect("a text"), json!("Hibernating"));
        assert!(from_value::<ResourceType>(json!(7)).is_err());
    }
}
