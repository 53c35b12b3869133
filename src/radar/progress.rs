//! How far the reading has come, and who is missing.

use super::reading::{Failure, Progress, Reading};
use crate::customers::integer;
use crate::i18n::catalogue::{common, customer, radar as texts};
use crate::i18n::{t, t_count, t_with};
use crate::problem;
use crate::ui::{Button, Notice, live, live_attr, live_text};
use leptos::prelude::*;
use view_model::Tone;

/// A bar while something is under way. Only its end is read out, because every step would be a
/// sentence.
pub(super) fn progress_bar(progress: Memo<Progress>) -> AnyView {
    let counted = move || {
        progress.with(|progress| {
            // One customer is read at once; then the orders are what takes time.
            if progress.customers.1 == 1 {
                (texts::READING_PRICES, progress.orders)
            } else {
                (texts::READING, progress.customers)
            }
        })
    };
    let words = move || {
        let (text, (done, count)) = counted();
        t_count(text, count as u64, &[("done", integer(done))])
    };
    let number = |value: usize| Some(value.to_string());
    let is_done = Memo::new(move |_| progress.with(|progress| progress.is_done));
    view! {
        <div class="radar-progress">
            {live(move || {
                if is_done.get() {
                    return ().into_any();
                }
                view! {
                    <progress
                        aria-label=live_attr(move || Some(words()))
                        max=live_attr(move || number(counted().1.1.max(1)))
                        value=live_attr(move || number(counted().1.0))
                    />
                    <span class="muted" aria-hidden="true">{live_text(words)}</span>
                }
                .into_any()
            })}
            <span class="visually-hidden" role="status">
                {live_text(move || {
                    if is_done.get() { texts::COMPLETE.get() } else { common::LOADING.get() }
                })}
            </span>
        </div>
    }
    .into_any()
}

/// The customers that are missing or incomplete, each with another try.
pub(super) fn failures(progress: Memo<Progress>, reading: Reading) -> AnyView {
    let failures = Memo::new(move |_| progress.with(|progress| progress.failures.clone()));
    live(move || {
        let failures = failures.get();
        if failures.is_empty() {
            return ().into_any();
        }
        let places: Vec<_> = failures.iter().map(|failure| failure.place).collect();
        // One customer has the button of its own line.
        let all = (places.len() > 1).then(|| {
            Callback::new(move |()| places.iter().for_each(|place| reading.try_again(*place)))
        });
        let lines = failures.into_iter().map(|failure| line(failure, reading)).collect_view();
        view! {
            <Notice tone=Tone::Warning title=texts::INCOMPLETE nostrip:on_retry=all>
                <ul class="radar-failures">{lines}</ul>
            </Notice>
        }
        .into_any()
    })
}

fn line(failure: Failure, reading: Reading) -> AnyView {
    let Failure { place, customer, orders, error } = failure;
    let name = customer.display_name.clone();
    let words = move || {
        let customer = ("customer", customer.display_name.clone());
        match orders {
            None => t_with(texts::CUSTOMER_MISSING, &[customer]),
            Some(count) => t_count(texts::PRICES_MISSING, count as u64, &[customer]),
        }
    };
    let title = problem::title(&error);
    let full_name = move || {
        let values = [("action", common::RETRY.get().to_owned()), ("name", name.clone())];
        t_with(customer::ACTION_ON, &values)
    };
    view! {
        <li>
            <span>{live_text(words)} " " {t(title)} "."</span>
            <Button name=full_name on_click=Callback::new(move |_| reading.try_again(place))>
                {t(common::RETRY)}
            </Button>
        </li>
    }
    .into_any()
}
