//! The policy under which returns are carried out, where quotes follow another one.

use super::choosers::policy_name;
use super::question::{Question, question};
use super::session::{PolicyChoice, use_policy};
use crate::api::{Permission, Settings, Tenant, use_api};
use crate::i18n::catalogue::{common, shell};
use crate::i18n::{t, t_with};
use crate::platform::effect::effect;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, Dialog, live, live_text, use_toasts};
use calculator::Policy;
use leptos::prelude::*;
use view_model::Tone;

/// Says that quotes are only a what-if, with the two ways out of that. Nothing while they follow the partner's
/// setting.
#[component]
pub(crate) fn WhatIf() -> impl IntoView {
    let policy = use_policy();
    let words = live(move || match what_if(policy) {
        Some(words) => view! { <span>{words}</span> }.into_any(),
        None => ().into_any(),
    });
    view! { <div class="what-if" role="note">{words} {what_if_ways(ButtonKind::Quiet)}</div> }
        .into_any()
}

/// The two ways out of a what-if: quote under the policy in force, or change that. Nothing while quotes follow
/// the partner's setting.
pub(crate) fn what_if_ways(kind: ButtonKind) -> AnyView {
    let policy = use_policy();
    let is_asking = RwSignal::new(false);
    let is_what_if = Memo::new(move |_| policy.is_what_if());
    let ways = live(move || match is_what_if.get() {
        true => view! {
            <div class="button-row">
                <Button kind on_click=Callback::new(move |_| policy.follow())>
                    {t(shell::QUOTE_IN_FORCE)}
                </Button>
                {change_button(is_asking, kind)}
            </div>
        }
        .into_any(),
        false => ().into_any(),
    });
    view! {
        {ways}
        // Not in the row, which goes away with the change.
        {question(Question::Policy(Signal::derive(move || policy.get())), is_asking)}
    }
    .into_any()
}

/// Why a quote cannot be carried out: it is a what-if, which the words say with the policy in force. `None` for
/// any other. Followed in reactive closures.
pub(crate) fn what_if(policy: PolicyChoice) -> Option<String> {
    policy.in_force().filter(|_| policy.is_what_if()).map(carried_out_under)
}

/// Says by which policy returns are carried out.
pub(crate) fn carried_out_under(policy: &Policy) -> String {
    t_with(shell::CARRIED_OUT_UNDER, &[("name", policy_name(policy))])
}

fn change_button(is_asking: RwSignal<bool>, kind: ButtonKind) -> AnyView {
    let rights = use_rights();
    let reason = MaybeProp::derive(move || rights.may(Permission::ChangeSettings).err());
    view! {
        <Button
            kind
            on_click=Callback::new(move |_| is_asking.set(true))
            disabled_reason=reason
        >
            {t(shell::CHANGE_IN_FORCE)}
        </Button>
    }
    .into_any()
}

/// Asks before every customer's returns follow `asked`, and carries it out. What does not come through is said in the
/// question, with a way to try it again.
pub(super) fn policy_question(is_open: RwSignal<bool>, asked: Signal<&'static Policy>) -> AnyView {
    let (api, policy, toasts) = (use_api(), use_policy(), use_toasts());
    let sending = Sending::new(Tenant::Partner);
    effect(move || {
        // What the last attempt came to is no longer of interest when somebody asks anew.
        if is_open.get() {
            sending.clear();
        }
    });
    let change = Callback::new(move |_| {
        let asked = asked.get_untracked();
        let id = asked.id;
        let send = move |attempt| -> Change {
            let settings = Settings { refund_policy: id.to_owned() };
            Box::pin(async move { api.change_settings(&settings, &attempt).await })
        };
        sending.send("settings".to_owned(), id.to_owned(), send, move || {
            is_open.set(false);
            policy.is_now_in_force(asked);
            toasts.show(Tone::Success, untrack(|| carried_out_under(asked)));
        });
    });
    let busy =
        MaybeProp::derive(move || sending.is_busy().then(|| shell::CHANGING.get().to_owned()));
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=change disabled_reason=busy>
                {t(shell::CHANGE_CONFIRM)}
            </Button>
        }
    };
    let words = live_text(move || {
        t_with(shell::CHANGE_IN_FORCE_MEANS, &[("name", policy_name(asked.get()))])
    });
    view! {
        <Dialog is_open title=shell::CHANGE_IN_FORCE_TITLE actions>
            <p>{words}</p>
            {live(move || sending.outcome(shell::NOT_REPLACED))}
        </Dialog>
    }
    .into_any()
}
