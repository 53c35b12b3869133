//! Amounts with their currency, as the billing systems write them.

use calculator::Currency;
use rust_decimal::Decimal;

use crate::wire::record;

record! {
    /// An amount in a currency.
    pub struct Price {
        /// The ISO 4217 code.
        pub currency_code: Option<String> = "currencyCode",
        /// In units of the currency, read exactly from the number's text.
        pub amount: Option<Decimal> = "amount",
    }
}

impl Price {
    /// An amount in a currency, given by its ISO 4217 code.
    pub fn of(amount: Decimal, currency_code: impl Into<String>) -> Self {
        Self { currency_code: Some(currency_code.into()), amount: Some(amount), ..Self::default() }
    }
}

impl From<calculator::Money> for Price {
    fn from(money: calculator::Money) -> Self {
        Self::of(money.to_decimal(), money.currency().code())
    }
}

impl Price {
    /// The currency, when there is one and ISO 4217 knows it.
    pub fn currency(&self) -> Option<Currency> {
        Currency::parse(self.currency_code.as_deref()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn an_amount_is_exact() {
        let price: Price = from_slice(br#"{"currencyCode":"GBP","amount":83.6900}"#).unwrap();
        assert_eq!(price, Price::of(Decimal::new(8369, 2), "GBP"));
        assert_eq!(price.currency().unwrap().minor_digits(), 2);
        assert_eq!(to_string(&price), r#"{"amount":83.6900,"currencyCode":"GBP"}"#);
    }

    #[test]
    fn calculated_money_becomes_a_price() {
        let yen = calculator::Money::from_minor(16_712, Currency::parse("JPY").unwrap());
        assert_eq!(to_string(&Price::from(yen)), r#"{"amount":16712,"currencyCode":"JPY"}"#);
    }

    #[test]
    fn too_many_digits_name_the_field() {
        let error = from_slice::<Price>(br#"{"amount":12345678901234567890123456789.5}"#);
        assert_eq!(error.unwrap_err().path, "amount");
    }
}
