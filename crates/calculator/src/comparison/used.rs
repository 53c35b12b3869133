//! How much is used, in units. Which part of a commitment that is follows from them and is rounded once, so that
//! units which are in use all of the time are used by 100 %, whatever they cost.

use crate::exchange::{Exchange, returned_lines};
use crate::share::Share;

/// One unit, in the parts of a unit that hundredths of a percent are.
const UNIT: u64 = Share::WHOLE.hundredths() as u64;

/// Fine enough that the rounding of a part does not show in hundredths of a percent.
pub(super) const PARTS: i128 = 1_000_000;

/// How much of the units of a line is used, all of them together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct UsedUnits(u64);

impl UsedUnits {
    /// So many units, all of the time.
    #[must_use]
    pub const fn whole(units: u64) -> Self {
        Self(units.saturating_mul(UNIT))
    }

    /// So much of some units, as a service or a person says it in hundredths of a percent.
    ///
    /// Where that is what the use of whole units is rounded to it is theirs: 66.67 % of three units are two.
    #[must_use]
    pub fn of(units: u64, used: Share) -> Self {
        let stated = Self(units.saturating_mul(used.hundredths().into()));
        let whole = Self::whole(stated.0.saturating_add(UNIT / 2) / UNIT);
        let rounded = Share::nearest(whole.0.into(), Self::whole(units).0.into());
        if rounded == used { whole } else { stated }
    }

    /// What falls to some of all `owned` units where so much of all of them is used, which fills the others first.
    #[must_use]
    pub fn of_some(owned: u32, units: u64, used: Share) -> Self {
        let owned = u64::from(owned);
        let others = Self::whole(owned.saturating_sub(units));
        Self(Self::of(owned, used).0.saturating_sub(others.0))
    }

    /// The whole ones of so many units that are not needed for it.
    #[must_use]
    pub fn unneeded(self, units: u64) -> u64 {
        units.saturating_sub(self.0.div_ceil(UNIT))
    }

    /// The part of a value of so many units that is used. Rounded up, in steps that are too fine to show: thirds of
    /// several lines that come to a whole are one.
    pub(super) fn part_of(self, value: i128, units: u64) -> i128 {
        let all = i128::from(Self::whole(units.max(1)).0);
        let used = i128::from(self.0).min(all);
        value / all * used + (value % all * used + all - 1) / all
    }
}

/// Which part of the returned units is used, on average over what they cost; `used` has how much of each line is.
/// `None` where that is missing for one or one cannot be computed, and where nothing is left of what they cost.
#[must_use]
pub fn utilization(exchange: &Exchange, used: &[UsedUnits]) -> Option<Share> {
    let returns = exchange.returns();
    if used.len() != returns.len() {
        return None;
    }
    let values: Vec<_> = returned_lines(exchange).into_iter().collect::<Option<_>>()?;
    let lines = returns.iter().zip(used).zip(values);
    let (part, all) = lines.fold((0, 0), |(part, all), ((line, used), value)| {
        let value = value.returned_value.minor() * PARTS;
        (part + used.part_of(value, line.units), all + value)
    });
    (all > 0).then(|| Share::nearest(part, all))
}
