//! A part of a whole, such as a utilization.

use std::fmt;

use rust_decimal::Decimal;

use crate::error::{InputError, Problem};

/// A part of a whole from 0 to 100 %, in hundredths of a percent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Share(u32);

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);
    /// Nothing of it.
    pub const NONE: Self = Self(0);

    /// A percentage such as the `53.45` of a utilization, rounded half up to hundredths of a percent.
    ///
    /// # Errors
    /// Names `field` when the percentage is below 0 or above 100.
    pub fn from_percent(field: &'static str, percent: Decimal) -> Result<Self, InputError> {
        if percent.is_sign_negative() && !percent.is_zero() {
            return Err(InputError::new(field, Problem::Negative));
        }
        if percent > Decimal::ONE_HUNDRED {
            return Err(InputError::new(field, Problem::TooLarge { max: "100" }));
        }
        let hundredths = (percent * Decimal::ONE_HUNDRED + Decimal::new(5, 1)).trunc();
        let hundredths = u32::try_from(hundredths).expect("at most 10,000");
        Ok(Self(hundredths))
    }

    /// The smallest share that is at least `part / whole`; the whole when there is no smaller one.
    pub(crate) fn at_least(part: i128, whole: i128) -> Self {
        let parts = i128::from(Self::WHOLE.0);
        Self::from_hundredths(match part {
            ..=0 => 0,
            _ if part >= whole => parts,
            _ => (part * parts + whole - 1) / whole,
        })
    }

    /// The share that is closest to `part / whole`, rounded half up; nothing where there is no whole.
    pub(crate) fn nearest(part: i128, whole: i128) -> Self {
        let hundredths = 2 * i128::from(Self::WHOLE.0) * part + whole;
        Self::from_hundredths(hundredths.checked_div(2 * whole).unwrap_or(0))
    }

    /// So many hundredths of a percent, kept between nothing and the whole.
    pub(crate) fn from_hundredths(hundredths: i128) -> Self {
        let hundredths = hundredths.clamp(0, Self::WHOLE.0.into());
        Self(u32::try_from(hundredths).expect("between nothing and the whole"))
    }

    /// This share of another one, rounded up.
    pub(crate) fn of(self, other: Self) -> Self {
        Self::at_least(i128::from(self.0) * i128::from(other.0), i128::from(Self::WHOLE.0).pow(2))
    }

    /// What is missing to the whole.
    pub(crate) const fn rest(self) -> Self {
        Self(Self::WHOLE.0 - self.0)
    }

    /// In hundredths of a percent.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The percentage, with two digits after the point.
    pub fn to_percent(self) -> Decimal {
        Decimal::new(self.0.into(), 2)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.to_percent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::parse_decimal;

    #[test]
    fn a_percentage_is_rounded_half_up_to_hundredths() {
        for (percent, hundredths) in
            [("0", 0), ("-0", 0), ("0.005", 1), ("0.0049", 0), ("53.455", 5_346), ("100", 10_000)]
        {
            let percent = parse_decimal(percent).expect(percent);
            let share = Share::from_percent("utilization", percent).expect("a share");
            assert_eq!(share.hundredths(), hundredths, "{percent}");
        }
        for percent in ["-0.01", "100.001", "1000000000000"] {
            let percent = parse_decimal(percent).expect(percent);
            let error = Share::from_percent("utilization", percent).expect_err("refused");
            assert_eq!(error.field, "utilization");
        }
    }

    #[test]
    fn a_threshold_is_rounded_up_and_a_part_half_up_never_above_the_whole() {
        for (part, whole, hundredths) in [
            (88, 100, 8_800),
            (1, 3, 3_334),
            (0, 5, 0),
            (-1, 5, 0),
            (5, 5, 10_000),
            (6, 5, 10_000),
            (1, 0, 10_000),
        ] {
            assert_eq!(Share::at_least(part, whole).hundredths(), hundredths, "{part}/{whole}");
        }
        for (part, whole, hundredths) in [
            (1, 3, 3_333),
            (2, 3, 6_667),
            (1, 32, 313),
            (0, 5, 0),
            (5, 5, 10_000),
            (6, 5, 10_000),
            (1, 0, 0),
        ] {
            assert_eq!(Share::nearest(part, whole).hundredths(), hundredths, "{part}/{whole}");
        }
        assert_eq!(Share(8_800).of(Share(6_000)), Share(5_280));
        assert_eq!(Share(4_000).rest(), Share(6_000));
    }
}
