//! Currencies of ISO 4217 and the digits of their minor units.

use std::fmt;

use crate::error::Problem;

/// A currency: its ISO 4217 code and how many digits its minor unit has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [u8; 3],
    minor_digits: u8,
}

impl Currency {
    /// The US dollar, in which the yearly limit is kept.
    pub const USD: Self = Self { code: *b"USD", minor_digits: 2 };

    /// The currency with this code, in any case of letters.
    ///
    /// # Errors
    /// [`Problem::UnknownCurrency`] when ISO 4217 has no such active currency.
    pub fn parse(code: &str) -> Result<Self, Problem> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| Problem::UnknownCurrency)?;
        let code = bytes.map(|letter| letter.to_ascii_uppercase());
        let minor_digits = MINOR_DIGITS
            .iter()
            .find(|(_, codes)| codes.as_bytes().chunks(4).any(|entry| entry[..3] == code))
            .map(|(digits, _)| *digits)
            .ok_or(Problem::UnknownCurrency)?;
        Ok(Self { code, minor_digits })
    }

    /// The three letters of ISO 4217.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.code).expect("only ASCII codes of the table are ever stored")
    }

    /// Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD.
    pub const fn minor_digits(self) -> u32 {
        self.minor_digits as u32
    }

    /// Minor units in one unit of the currency: 100 for EUR, 1 for JPY.
    pub(crate) const fn minor_units(self) -> i128 {
        10_i128.pow(self.minor_digits as u32)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Active currencies by the digits of their minor unit, from ISO 4217 list one (2026-01-01).
/// Codes are separated by one space, so that entry `n` starts at byte `4n`.
const MINOR_DIGITS: [(u8, &str); 4] = [
    (
        2,
        "EUR USD GBP SEK CHF DKK NOK PLN CZK HUF RON CAD AUD NZD CNY INR BRL ZAR MXN SGD HKD TWD \
         AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BMD BND BOB BSD BTN BWP BYN BZD CDF COP CRC \
         CUP CVE DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GTQ GYD HNL HTG IDR ILS IRR JMD KES \
         KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MYR \
         MZN NAD NGN NIO NPR PAB PEN PGK PHP PKR QAR RSD RUB SAR SBD SCR SDG SHP SLE SOS SRD SSP \
         STN SVC SYP SZL THB TJS TMT TOP TRY TTD TZS UAH UYU UZS VED VES WST XCD XCG YER ZMW ZWG",
    ),
    (0, "JPY KRW ISK CLP VND BIF DJF GNF KMF PYG RWF UGX VUV XAF XOF XPF"),
    (3, "KWD BHD JOD OMR TND IQD LYD"),
    (4, "CLF UYW"),
];

/// The most digits that a minor unit has.
pub(crate) const MINOR_DIGITS_MAX: u32 = {
    let mut most = 0;
    let mut place = 0;
    while place < MINOR_DIGITS.len() {
        let digits = MINOR_DIGITS[place].0;
        most = if digits > most { digits } else { most };
        place += 1;
    }
    most as u32
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_digits_follow_iso_4217() {
        for (code, digits) in
            [("EUR", 2), ("usd", 2), ("ZWG", 2), ("JPY", 0), ("XPF", 0), ("KWD", 3), ("CLF", 4)]
        {
            let currency = Currency::parse(code).expect(code);
            assert_eq!(currency.minor_digits(), digits, "{code}");
            assert_eq!(currency.minor_units(), 10_i128.pow(digits), "{code}");
            assert_eq!(currency.code(), code.to_ascii_uppercase());
            assert_eq!(format!("{currency} {currency:?}"), format!("{0} {0}", currency.code()));
        }
        assert_eq!(Currency::parse("USD"), Ok(Currency::USD));
    }

    #[test]
    fn what_is_not_a_currency_is_refused() {
        for code in ["", "EU", "EURO", "XXX", "E R", " EU", "R U", "€", "DEM"] {
            assert_eq!(Currency::parse(code), Err(Problem::UnknownCurrency), "{code:?}");
        }
    }
}
