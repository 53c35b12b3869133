//! The entry of a reservation's record: the requests that there are, and the wizard for another one.

use super::list::requests;
use super::wizard::{self, Wizard, reason_in_sight};
use crate::i18n::catalogue::support as texts;
use crate::i18n::t;
use crate::paths::{self, Entry};
use crate::reservation::Record;
use crate::router::use_location;
use crate::ui::{Button, ButtonKind, LinkButton, Notice, live};
use azure::{Reservation, ReservationId, ReservationOrderId};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::support::RequestForm;
use view_model::support::SupportStep;

/// Asking Microsoft support for help with a reservation.
#[component]
pub fn SupportRequest() -> impl IntoView {
    let path = use_location().path();
    let step = move || path.with(|path| step_at(path)).map(wizard::title).unwrap_or_default();
    view! { <Record entry=Entry::SupportRequest content=content step=step.into() /> }.into_any()
}

fn content(of: ReservationRef, _: Arc<Reservation>) -> AnyView {
    let path = use_location().path();
    let step = Memo::new(move |_| path.with(|path| step_at(path)));
    let wizard = Wizard::new(of.clone(), step);
    let has_arrived = StoredValue::new(false);
    live(move || {
        // From one step to the next the page stays, so that nothing else would tell a screen reader.
        let is_arrival = has_arrived.get_value();
        has_arrived.set_value(true);
        match step.get() {
            None => start(&of, wizard),
            Some(step) => {
                let open = untrack(|| wizard.form.with(RequestForm::first_open_step));
                let is_of_quote = wizard.form.with_untracked(RequestForm::is_of_quote);
                // What a quote wrote is completed by the service's answers, in whichever step.
                if (open as u8) < (step as u8) && !is_of_quote {
                    wizard.go.replace(&wizard.address(open));
                    return ().into_any();
                }
                wizard.view(step, is_arrival)
            }
        }
    })
}

/// The step that a path names. Static hosts put a slash at its end.
fn step_at(path: &str) -> Option<SupportStep> {
    let path = path.trim_end_matches('/');
    SupportStep::ALL.into_iter().find(|step| path.ends_with(paths::step_route(*step)))
}

/// The requests about the reservation, and the way into the wizard.
fn start(of: &ReservationRef, wizard: Wizard) -> AnyView {
    let reason = MaybeProp::derive(move || wizard.no_request());
    let subject = ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation);
    let customer = of.customer.clone();
    // Asked for again when a creation has come to its end.
    let is_busy = Memo::new(move |_| wizard.is_busy());
    let list = live(move || {
        is_busy.track();
        let subject = Some(subject.as_str().to_owned());
        requests(customer.clone(), subject, texts::NONE_FOR_RESERVATION)
    });
    let begin = {
        let of = of.clone();
        Callback::new(move |_| {
            wizard.start_over(&of);
            wizard.go.to(&wizard.address(SupportStep::Basics));
        })
    };
    let discard = {
        let of = of.clone();
        Callback::new(move |_| wizard.start_over(&of))
    };
    let way_in = live(move || {
        if wizard.is_busy() {
            return wizard.progress();
        }
        if wizard.form.with(RequestForm::is_begun) {
            let step = untrack(|| wizard.form.with(RequestForm::first_open_step));
            let address = Signal::stored(wizard.address(step));
            return view! {
                <Notice tone=Tone::Info title=texts::UNFINISHED>
                    <div class="button-row">
                        <LinkButton address kind=ButtonKind::Primary disabled_reason=reason>
                            {t(texts::CONTINUE)}
                        </LinkButton>
                        <Button on_click=discard>{t(texts::DISCARD)}</Button>
                    </div>
                </Notice>
            }
            .into_any();
        }
        view! {
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=begin disabled_reason=reason>
                    {t(texts::START)}
                </Button>
            </div>
            {live(move || reason_in_sight(reason.get()))}
        }
        .into_any()
    });
    view! {
        <section class="card part">
            <h2>{t(texts::REQUESTS)}</h2>
            {list}
        </section>
        <section class="card part">
            <h2>{t(texts::START)}</h2>
            <p>{t(texts::PURPOSE)}</p>
            {way_in}
        </section>
    }
    .into_any()
}
