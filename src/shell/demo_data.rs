//! Starting over: with the records of the demonstration, or with none.

use super::question::{Question, question};
use super::session::use_replaced;
use crate::api::{Permission, Records, Tenant, load, use_api};
use crate::i18n::catalogue::{common, shell, titles};
use crate::i18n::{Text, t};
use crate::paths;
use crate::platform::effect::effect;
use crate::query::use_go;
use crate::rights::use_rights;
use crate::router::use_location;
use crate::sending::{Change, Sending};
use crate::ui::{
    Button, ButtonKind, Dialog, Icon, LinkButton, Menu, Symbol, live, live_flag, use_toasts,
};
use leptos::prelude::*;
use view_model::Tone;

/// The words for one way of starting over.
struct Words {
    choice: Text,
    title: Text,
    loses: Text,
    confirm: Text,
    done: Text,
}

const fn words(records: Records) -> Words {
    match records {
        Records::Demonstration => Words {
            choice: shell::RESET,
            title: shell::RESET_TITLE,
            loses: shell::RESET_LOSES,
            confirm: shell::RESET_CONFIRM,
            done: shell::RESET_DONE,
        },
        Records::Empty => Words {
            choice: shell::EMPTY,
            title: shell::EMPTY_TITLE,
            loses: shell::EMPTY_LOSES,
            confirm: shell::EMPTY_CONFIRM,
            done: shell::EMPTY_DONE,
        },
    }
}

/// The button in the header with its two choices; each asks before anything is lost. Only what is known to be
/// a demonstration is called invented: an import may have put own records in its place, here or in another tab,
/// so that it is asked with each page.
#[component]
pub(super) fn DemoData() -> impl IntoView {
    let (api, path) = (use_api(), use_location().path());
    let account = load(move || path.get(), move |_| async move { api.account().await });
    let is_demo = Memo::new(move |before: Option<&bool>| match account.ready() {
        Some(account) => account.demonstration,
        None => before.copied().unwrap_or_default(),
    });
    let name = move || if is_demo.get() { shell::DEMO_DATA } else { titles::DATA };
    let is_resetting = RwSignal::new(false);
    let is_emptying = RwSignal::new(false);
    let rights = use_rights();
    let choice = move |records, is_open: RwSignal<bool>| {
        let no_right = move || rights.may(Permission::ResetDemonstration).err();
        view! {
            <Button
                kind=ButtonKind::Quiet
                disabled_reason=MaybeProp::derive(no_right)
                on_click=Callback::new(move |_| is_open.set(true))
            >
                {t(words(records).choice)}
            </Button>
        }
    };
    view! {
        <Menu
            name=TextProp::from(move || name().get())
            button=move || view! { {move || name().get()} <Icon symbol=Symbol::ChevronDown /> }
        >
            <p class="hint" hidden=live_flag(move || !is_demo.get())>{t(shell::DEMO_EXPLANATION)}</p>
            {choice(Records::Demonstration, is_resetting)}
            {choice(Records::Empty, is_emptying)}
            <LinkButton kind=ButtonKind::Quiet address=Signal::stored(paths::data())>
                {t(titles::DATA)}
            </LinkButton>
            <LinkButton kind=ButtonKind::Quiet address=Signal::stored(paths::start())>
                {t(titles::START)}
            </LinkButton>
        </Menu>
        // Not in the menu: what is in a popover disappears with it.
        {question(Question::StartOver(Records::Demonstration), is_resetting)}
        {question(Question::StartOver(Records::Empty), is_emptying)}
    }
    .into_any()
}

/// Says what will be lost, replaces all records, and goes back to the customers.
pub(super) fn start_over(records: Records, is_open: RwSignal<bool>) -> AnyView {
    let (api, go, toasts) = (use_api(), use_go(), use_toasts());
    let replaced = use_replaced();
    let sending = Sending::new(Tenant::Partner);
    let Words { title, loses, confirm, done, .. } = words(records);
    effect(move || {
        // What the last attempt came to is no longer of interest when somebody asks anew.
        if is_open.get() {
            sending.clear();
        }
    });
    let start = move || {
        let send = move |attempt| -> Change {
            Box::pin(async move { api.start_over(records, &attempt).await })
        };
        sending.send("reset".to_owned(), format!("{records:?}"), send, move || {
            is_open.set(false);
            // What the page is about may be gone.
            go.to(&paths::customers());
            replaced.tell();
            toasts.show(Tone::Success, untrack(|| done.get()));
        });
    };
    let busy = move || sending.is_busy().then(|| shell::REPLACING.get().to_owned());
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                disabled_reason=Signal::derive(busy)
                on_click=Callback::new(move |_| start())
            >
                {t(confirm)}
            </Button>
        }
    };
    view! {
        <Dialog is_open title actions>
            <p>{t(loses)}</p>
            <div role="status">
                {live(move || match sending.is_busy() {
                    true => view! { <p class="busy">{t(shell::REPLACING)}</p> }.into_any(),
                    false => ().into_any(),
                })}
                {live(move || sending.outcome(shell::NOT_REPLACED))}
            </div>
        </Dialog>
    }
    .into_any()
}
