//! The dates on screen as events of a calendar, one for each day, in the language of this moment.

use super::sentences;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{customer, radar as texts};
use crate::i18n::{self, t_count, t_with};
use crate::paths::{self, Entry as Page};
use crate::platform::document;
use azure::WatchKind;
use calculator::{Currency, Policy};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;
use view_model::ics::Event;
use view_model::radar::{AtStake, Change, Entry, Filter};

/// What a calendar is of.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The only customer, if there is one.
    pub(super) customer: Option<&'a str>,
    /// The kind of changes; `None` for all.
    pub(super) filter: Option<Filter>,
    /// Which policy refunds follow.
    pub(super) policy: &'static Policy,
    /// The UTC day of the amounts.
    pub(super) today: NaiveDate,
}

/// The events of `entries`: many dates of a day are one event, which a calendar shows and reminds of once.
pub(super) fn events(entries: &[Arc<Entry>], scope: Scope<'_>) -> Vec<Event> {
    let mut days = BTreeMap::<NaiveDate, Vec<&Entry>>::new();
    for entry in entries {
        days.entry(entry.day).or_default().push(entry);
    }
    days.into_iter().map(|(day, entries)| event(day, &entries, scope)).collect()
}

fn event(day: NaiveDate, entries: &[&Entry], scope: Scope<'_>) -> Event {
    // Another customer or another kind is another event: neither file takes anything from the other.
    let of = [scope.customer, scope.filter.map(Filter::key)];
    let of = of.into_iter().flatten().map(|part| format!("-{part}"));
    let id = format!("radar{}-{day}@prorata", of.collect::<String>());
    let reminder_days = entries.iter().filter_map(|entry| reminder_days(entry, scope.today)).max();
    let (summary, description, address) = match entries {
        [entry] => (summary(entry), lines(entry, scope).join("\n"), address(entry)),
        entries => {
            let mut kinds = Vec::new();
            for kind in entries.iter().map(|entry| sentences::kind(&entry.change).get().to_owned())
            {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            let values = [("kinds", i18n::list(&kinds))];
            let count = entries.len() as u64;
            let one = |entry: &&Entry| {
                let own = [summary(entry)].into_iter().chain(lines(entry, scope));
                own.chain([document::absolute_url(&address(entry))]).collect::<Vec<_>>().join("\n")
            };
            let page = scope.customer.map_or_else(paths::radar, paths::customer_radar);
            let all = entries.iter().map(one).collect::<Vec<_>>().join("\n\n");
            (t_count(texts::EVENT_OF_MANY, count, &values), all, page)
        }
    };
    Event { id, day, summary, description, url: document::absolute_url(&address), reminder_days }
}

/// What it is about, in one line.
fn summary(entry: &Entry) -> String {
    let customer = entry.customer.display_name.clone();
    let kind = sentences::kind(&entry.change).get().to_owned();
    match &entry.change {
        Change::Reservation { name, .. } => {
            let values = [("kind", kind), ("name", name.clone()), ("customer", customer)];
            t_with(texts::EVENT, &values)
        }
        Change::LimitBack => t_with(customer::ACTION_ON, &[("action", kind), ("name", customer)]),
    }
}

/// Where to read on.
fn address(entry: &Entry) -> String {
    match &entry.change {
        Change::Reservation { of: Some(of), .. } => paths::reservation(of, Page::Overview),
        _ => paths::customer(&entry.customer.customer_id),
    }
}

/// Why, how much, and who says so.
fn lines(entry: &Entry, Scope { policy, today, .. }: Scope<'_>) -> Vec<String> {
    let lines =
        [Some(sentences::why(entry)), stake(entry, today), Some(sentences::source(entry, policy))];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

fn stake(entry: &Entry, today: NaiveDate) -> Option<String> {
    let AtStake::Known(stake) = entry.stake else { return None };
    let amount = money(stake.amount);
    let usd = stake.usd.filter(|_| stake.amount.currency() != Currency::USD);
    let amount = match usd {
        Some(usd) => format!("{amount} ({})", t_with(texts::ABOUT, &[("amount", money(usd))])),
        None => amount,
    };
    Some(t_with(texts::EVENT_STAKE, &[("day", i18n::date(today)), ("amount", amount)]))
}

/// A week before a day that takes something away; on its eve where a week is too long. What is over
/// or comes back needs no reminder.
fn reminder_days(entry: &Entry, today: NaiveDate) -> Option<u16> {
    match &entry.change {
        _ if entry.day <= today => None,
        Change::LimitBack => None,
        Change::Reservation { kind: WatchKind::FirstDaysOver, .. } => Some(1),
        Change::Reservation { .. } => Some(7),
    }
}
