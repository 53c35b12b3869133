//! The dates on screen as events of a calendar, in the language of this moment.

use super::sentences;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{customers, radar as texts};
use crate::i18n::{self, t_with};
use crate::paths::{self, Entry as Page};
use crate::platform::document;
use azure::WatchKind;
use calculator::{Currency, Policy};
use chrono::NaiveDate;
use view_model::ics::Event;
use view_model::radar::{AtStake, Change, Entry};

/// The event of a date, as it stands on `today`; refunds follow `policy`.
pub(super) fn event(entry: &Entry, policy: &Policy, today: NaiveDate) -> Event {
    let customer = &entry.customer.display_name;
    let kind = sentences::kind(&entry.change).get().to_owned();
    let (summary, address) = match &entry.change {
        Change::Reservation { of, name, .. } => {
            let values = [("kind", kind), ("name", name.clone()), ("customer", customer.clone())];
            let page = of.as_ref().map(|of| paths::reservation(of, Page::Overview));
            (t_with(texts::EVENT, &values), page)
        }
        Change::LimitBack => {
            let values = [("action", kind), ("name", customer.clone())];
            (t_with(customers::ACTION_ON, &values), None)
        }
    };
    let address = address.unwrap_or_else(|| paths::customer(&entry.customer.customer_id));
    let lines =
        [Some(sentences::why(entry)), stake(entry, today), Some(sentences::source(entry, policy))];
    Event {
        id: format!("{}@prorata", entry.id()),
        day: entry.day,
        summary,
        description: lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        url: document::absolute_url(&address),
        reminder_days: reminder_days(entry, today),
    }
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
