//! The door: who comes in, how they stay in, and how they go out.
//!
//! Nothing of this is downloaded where nobody signs in. Where people do, [`Door`] stands before everything else:
//! no page is made, and nothing is asked, before somebody is in. A token is in memory only; what a tab remembers
//! while a person is with the issuer is removed when it is used.
//!
//! Invariant: what somebody typed outlives the end of their session, and nobody else gets to see it. Whoever signs
//! out in one tab is out in all of the browser.

mod account;
mod asking;
mod confirmations;
mod gate;
mod outside;
mod people;

use crate::i18n::catalogue::{common, sign_in as texts};
use crate::i18n::{Text, t};
use crate::paths::route;
use crate::platform::document;
use crate::shell::{Inside, PersonSign};
use crate::ui::{Button, ButtonKind, Dialog, Heading, Notice, live, live_flag};
use gate::{Gate, Stage};
use leptos::prelude::*;
use view_model::Tone;
use view_model::sign_in::SignIn;

pub use account::{Account, may_see_people};
pub use confirmations::Confirmations;
pub use people::People;

/// What stands before everything else where people sign in. As a page, for whoever is in already or where nobody
/// signs in, it is the page about the own account.
#[component]
pub fn Door() -> impl IntoView {
    match use_context::<Inside>().filter(|_| use_context::<Gate>().is_none()) {
        Some(inside) => door(inside),
        None => view! { <Account /> }.into_any(),
    }
}

fn door(Inside(inside): Inside) -> AnyView {
    let gate = Gate::new();
    provide_context(gate);
    provide_context(PersonSign(account::sign));
    gate.begin();
    let words = live(move || {
        let stage = gate.stage();
        if !matches!(stage, Stage::Waiting | Stage::Inside) {
            document::remove_placeholder();
        }
        match stage {
            Stage::Waiting => {
                view! { <p class="visually-hidden" role="status">{t(texts::GOING)}</p> }.into_any()
            }
            Stage::Inside => untrack(inside),
            Stage::Outside(why) => untrack(|| outside::page(gate, why)),
            Stage::Invited(code) => untrack(|| outside::invited(gate, code)),
            Stage::WithoutRole(name) => untrack(|| outside::without_role(gate, name)),
        }
    });
    // Each request that is under way says so again, while somebody may already be signing in.
    let is_over = Memo::new(move |_| (gate.is_over(), gate.is_out()));
    view! {
        {live(move || is_over.get().0.then(|| over(gate)).into_any())}
        // Whoever sits down here next sees nothing of it, and whoever was here finds it as it was.
        <div class="behind-door" prop:hidden=live_flag(move || gate.is_out())>
            {words}
        </div>
    }
    .into_any()
}

/// The session has ended under a page that is open: it stays as it is.
fn over(gate: Gate) -> AnyView {
    // Where the page is behind the door, so is a question that may be open on it: this one comes before that.
    let is_out = untrack(|| gate.is_out());
    let is_asking = RwSignal::new(is_out);
    let again = Callback::new(move |_| match gate.sign_in() {
        Some(SignIn::Local(_)) => is_asking.set(true),
        Some(SignIn::Issuer(_)) | None => gate.leave(false),
    });
    let question = move || {
        live(move || match (is_asking.get(), gate.sign_in()) {
            (true, Some(SignIn::Local(_))) => outside::password_form(gate),
            (true, _) => outside::with_the_issuer(gate),
            (false, _) => ().into_any(),
        })
    };
    let close = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_asking.set(false))>
                {t(common::CANCEL)}
            </Button>
        }
        .into_any()
    };
    let title = if is_out { texts::SIGNED_OUT } else { texts::OVER };
    view! {
        <div class="session-over">
            <Notice tone=Tone::Warning title=title>
                <p>{t(texts::OVER_KEPT)}</p>
                <div class="button-row">
                    <Button kind=ButtonKind::Primary on_click=again>{t(texts::AGAIN)}</Button>
                </div>
            </Notice>
            <Dialog is_open=is_asking title=texts::AGAIN actions=close>{question()}</Dialog>
        </div>
    }
    .into_any()
}

/// Why a page of people is not there.
fn nobody() -> AnyView {
    view! {
        <Heading title=route::ACCOUNT.title />
        <Notice title=texts::NOBODY />
    }
    .into_any()
}

/// The heading and a part of a page for somebody who is not in.
fn card(title: Text, content: AnyView) -> AnyView {
    view! {
        <main class="door">
            <p class="brand">{t(common::PRODUCT)}</p>
            <section class="card part">
                <Heading title=title />
                {content}
            </section>
        </main>
    }
    .into_any()
}
