//! What the radar says about a date, on screen and in the calendar.

use crate::i18n::catalogue::{customer, radar as texts};
use crate::i18n::{self, Text, t_with};
use crate::reservation::days_left_in_words;
use crate::shell::policy_name;
use azure::{Billed, ExchangeRight, GoneScope, WatchKind};
use calculator::{LIMIT_DAYS, Policy};
use chrono::{Days, NaiveDate};
use view_model::radar::{Change, Entry};
use view_model::record::{DaysLeft, days_left};

/// What changes, in a few words.
pub(super) const fn kind(change: &Change) -> Text {
    match change {
        Change::Reservation { kind: WatchKind::FirstDaysOver, .. } => texts::FIRST_DAYS,
        Change::Reservation { kind: WatchKind::ExchangeRight(_), .. } => texts::EXCHANGE_RIGHT,
        Change::Reservation { kind: WatchKind::NotSold { .. }, .. } => texts::NOT_SOLD,
        Change::Reservation { kind: WatchKind::Expires, .. } => customer::EXPIRES,
        Change::Reservation { kind: WatchKind::ScopeGone(_), .. } => texts::SCOPE_GONE,
        Change::Reservation { kind: WatchKind::Billed(_), .. } => texts::BILLED,
        Change::Reservation { kind: WatchKind::RenewalLosesRoles, .. } => texts::RENEWAL_ROLES,
        Change::LimitBack => texts::LIMIT_BACK,
    }
}

/// The rule that makes the date, in one sentence.
pub(super) fn why(entry: &Entry) -> String {
    let Entry { change, day, .. } = entry;
    let (text, day, change_day) = match change {
        Change::Reservation { kind, .. } => match kind {
            WatchKind::FirstDaysOver => (texts::WHY_FIRST_DAYS, *day, *day),
            WatchKind::ExchangeRight(right) => (exchange_right(*right), *day, *day),
            WatchKind::NotSold { since } => (texts::WHY_NOT_SOLD, *day, *since),
            WatchKind::Expires => (texts::WHY_EXPIRES, *day, *day),
            WatchKind::ScopeGone(GoneScope::Subscription) => {
                (texts::WHY_SUBSCRIPTION_GONE, *day, *day)
            }
            WatchKind::ScopeGone(GoneScope::ResourceGroup) => (texts::WHY_GROUP_GONE, *day, *day),
            WatchKind::Billed(Billed::Gone) => (texts::WHY_PAYER_GONE, *day, *day),
            WatchKind::Billed(Billed::Disabled) => (texts::WHY_PAYER_DISABLED, *day, *day),
            WatchKind::Billed(Billed::Elsewhere) => (texts::WHY_PAYER_ELSEWHERE, *day, *day),
            WatchKind::RenewalLosesRoles => (texts::WHY_RENEWAL_ROLES, *day, *day),
        },
        Change::LimitBack => (texts::WHY_LIMIT, *day - Days::new(LIMIT_DAYS), *day),
    };
    let last = i18n::date(change_day - Days::new(1));
    t_with(text, &[("day", i18n::date(day)), ("last", last)])
}

const fn exchange_right(right: ExchangeRight) -> Text {
    match right {
        ExchangeRight::OneFromDay => texts::WHY_ONE_FROM_DAY,
        ExchangeRight::OneLeft => texts::WHY_ONE_LEFT,
        ExchangeRight::Used => texts::WHY_USED,
        ExchangeRight::Ended => texts::WHY_ENDED,
    }
}

/// Who says so; refunds follow `policy`. What the records tell has no other source.
pub(super) fn source(entry: &Entry, policy: &Policy) -> String {
    let policy = match &entry.change {
        Change::Reservation {
            kind: WatchKind::ScopeGone(_) | WatchKind::Billed(_) | WatchKind::RenewalLosesRoles,
            ..
        } => return String::new(),
        Change::Reservation {
            kind: WatchKind::ExchangeRight(_) | WatchKind::NotSold { .. },
            ..
        } => Policy::newest(),
        _ => policy,
    };
    t_with(texts::SOURCE, &[("source", policy_name(policy))])
}

/// How far away the date is.
pub(super) fn when(entry: &Entry, today: NaiveDate) -> String {
    match (&entry.change, days_left(entry.day, today)) {
        (Change::LimitBack, DaysLeft::LastDay) => texts::TOMORROW.get().to_owned(),
        (Change::LimitBack, DaysLeft::Days(days)) => {
            t_with(texts::IN_DAYS, &[("count", i18n::integer(days))])
        }
        (_, left) => days_left_in_words(left),
    }
}

/// Whether the date is so near that it is pointed out. What comes back needs nobody to hurry.
pub(super) fn is_soon(entry: &Entry, today: NaiveDate) -> bool {
    days_left(entry.day, today).is_soon() && entry.change != Change::LimitBack
}
