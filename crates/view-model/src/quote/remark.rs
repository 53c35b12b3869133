//! What must be said about the terms of a quote wherever it goes: on screen, in its text and its JSON, in a
//! request to support and where it is confirmed.

use calculator::{FeeRate, Policy, Price, UsdRate};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Who gave a term that the service knows otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the link.
    Link,
    /// It was entered by hand.
    Hand,
}

impl Origin {
    /// Whose `value` is, when `linked` came with the link.
    #[must_use]
    pub fn of<T: PartialEq>(value: &T, linked: Option<&T>) -> Self {
        if linked == Some(value) { Self::Link } else { Self::Hand }
    }
}

/// Something that must be said about the terms of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The link names a policy that this version does not know.
    UnknownPolicy {
        /// What the link says.
        named: String,
        /// What is quoted by instead.
        instead: &'static Policy,
    },
    /// The day is over.
    PastDay(NaiveDate),
    /// The rate is not the service's.
    OwnRate {
        /// The rate.
        rate: UsdRate,
        /// Who gave it.
        origin: Origin,
        /// The service's rate and its day, if it has one.
        known: Option<(Decimal, NaiveDate)>,
    },
    /// Whether it was used came with the link.
    LinkedUse {
        /// Which reservation it is about, where there may be several.
        of: Option<String>,
        /// Whether it was.
        is_used: bool,
    },
    /// The current price of a unit that is returned came with the link, or is far from the purchase price.
    CurrentPrice {
        /// The price.
        price: Price,
        /// Who gave it.
        origin: Origin,
        /// What was paid.
        bought_for: Price,
    },
    /// The price of a unit that is bought is not that of the price list.
    OwnPrice {
        /// What is bought.
        of: String,
        /// The price.
        price: Price,
        /// Who gave it.
        origin: Origin,
        /// What the price list has, if it has it.
        listed: Option<Price>,
    },
    /// The what-if fee came with the link, or is far from the policy's.
    FeeRate {
        /// The rate.
        rate: FeeRate,
        /// Who gave it.
        origin: Origin,
        /// Whose own rate it stands in for.
        policy: &'static Policy,
    },
}

/// The policy that a link names and this version does not know, with the one that is shown instead.
pub(super) fn unknown_policy(
    named: Option<String>,
    shown: &'static Policy,
) -> Option<(String, &'static Policy)> {
    let named = named?;
    Policy::by_id(&named).is_err().then_some((named, shown))
}

impl Remark {
    /// About an unknown policy, as long as nobody has chosen another one than that shown instead.
    pub(super) fn of_policy(
        unknown: Option<&(String, &'static Policy)>,
        policy: &'static Policy,
    ) -> Option<Self> {
        let (named, instead) = unknown.filter(|(_, instead)| std::ptr::eq(*instead, policy))?;
        Some(Self::UnknownPolicy { named: named.clone(), instead })
    }

    /// About a day that is over.
    #[must_use]
    pub fn of_day(on: NaiveDate, today: NaiveDate) -> Option<Self> {
        (on < today).then_some(Self::PastDay(on))
    }

    /// What must be said of a rate that is not the `known` one of the service; `linked` is that of a link.
    #[must_use]
    pub fn of_rate(
        rate: Option<UsdRate>,
        known: Option<(Decimal, NaiveDate)>,
        linked: Option<&Decimal>,
    ) -> Option<Self> {
        let rate = rate?;
        let is_known = known.is_some_and(|(known, _)| known == rate.to_decimal());
        let origin = Origin::of(&rate.to_decimal(), linked);
        (!is_known).then_some(Self::OwnRate { rate, origin, known })
    }
}
