//! A plan as the pages of a calendar: the months in which something happens, day by day.

use calculator::plan::{Plan, PlannedCharge, PlannedReturn};
use calculator::{Ledger, Money};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What happens on a day of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Units are returned.
    Return(PlannedReturn),
    /// An instalment falls due.
    Charge(PlannedCharge),
    /// So much of the limit (USD) is free again.
    Free(NaiveDate, Money),
}

impl Entry {
    /// The UTC day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::Return(planned) => planned.on,
            Self::Charge(charge) => charge.on,
            Self::Free(day, _) => *day,
        }
    }

    /// What comes first on one day: what is charged and free again, then what is returned.
    const fn rank(&self) -> u8 {
        match self {
            Self::Charge(_) => 0,
            Self::Free(..) => 1,
            Self::Return(_) => 2,
        }
    }
}

/// A month in which something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// What happens, in the order of the days.
    pub entries: Vec<Entry>,
}

impl Month {
    /// Its last day.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.first + Months::new(1) - Days::new(1)
    }

    /// Its weeks from Monday to Sunday; days of other months are left out.
    #[must_use]
    pub fn weeks(&self) -> Vec<[Option<NaiveDate>; 7]> {
        let mut weeks = vec![[None; 7]];
        for day in self.first.iter_days().take_while(|day| *day <= self.last()) {
            let column = day.weekday().num_days_from_monday() as usize;
            if column == 0 && day != self.first {
                weeks.push([None; 7]);
            }
            if let Some(week) = weeks.last_mut() {
                week[column] = Some(day);
            }
        }
        weeks
    }

    /// What happens on one of its days.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.on() == day)
    }
}

/// The months from `today` to the last return in which something happens. `ledger` is that of the customer before
/// the plan.
#[must_use]
pub fn months(
    plan: &Plan,
    charges: &[PlannedCharge],
    ledger: &Ledger,
    today: NaiveDate,
) -> Vec<Month> {
    let Some(last) = plan.schedule.last().map(|planned| planned.on) else { return Vec::new() };
    let returns = plan.schedule.iter().copied().map(Entry::Return);
    let charges = charges.iter().copied().map(Entry::Charge);
    let free = ledger.replenishments(today).map(|(day, usd)| Entry::Free(day, usd));
    let mut entries: Vec<Entry> =
        returns.chain(charges).chain(free).filter(|entry| entry.on() <= last).collect();
    entries.sort_by_key(|entry| (entry.on(), entry.rank()));
    let month = |entry: &Entry| (entry.on().year(), entry.on().month0());
    let months = entries.chunk_by(|one, next| month(one) == month(next)).map(|entries| Month {
        first: entries[0].on() - Days::new(u64::from(entries[0].on().day0())),
        entries: entries.to_vec(),
    });
    months.collect()
}
