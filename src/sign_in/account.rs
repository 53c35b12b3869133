//! Who has signed in: in the frame, and on a page of their own.

use super::asking::Asking;
use super::gate::Gate;
use super::nobody;
use super::outside::{NewPassword, send};
use crate::i18n::catalogue::{shell, sign_in as texts};
use crate::i18n::{t, t_with};
use crate::paths::{self, route};
use crate::rights::role_name;
use crate::ui::{
    AccountField, Button, ButtonKind, Heading, Icon, Known, LinkButton, Menu, Property,
    PropertyList, Symbol, live, live_text, use_toasts,
};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use view_model::Tone;
use view_model::sign_in::{Person, SignIn};

/// What somebody needs to see the people of the server.
pub(super) const MANAGE_ACCOUNTS: &str = "ManageAccounts";

/// Whether somebody has signed in who may see the people of the server; call it while a component is made.
#[must_use]
pub fn may_see_people() -> bool {
    let person = use_context::<Gate>().and_then(|gate| untrack(|| gate.person()));
    person.is_some_and(|person| person.may(MANAGE_ACCOUNTS))
}

/// Who has signed in, in the frame of every page.
pub(super) fn sign() -> AnyView {
    let gate = expect_context::<Gate>();
    live(move || gate.person().map(|person| menu(gate, person)).into_any())
}

fn role_of(person: &Person) -> String {
    person.role.map(|role| role_name(role).get().to_owned()).unwrap_or_default()
}

fn menu(gate: Gate, person: Person) -> AnyView {
    let may_manage = person.may(MANAGE_ACCOUNTS);
    let name = person.name.clone();
    let named = person.clone();
    let label = move || {
        let values = [("name", named.name.clone()), ("role", role_of(&named))];
        t_with(texts::SIGNED_IN_AS, &values)
    };
    let role = move || role_of(&person);
    let shown = StoredValue::new((name, role));
    let button = move || {
        shown.with_value(|(name, role)| {
            let (name, role) = (name.clone(), role.clone());
            view! {
                <span class="person-name">{name}</span>
                <span class="muted">{live_text(role)}</span>
                <Icon symbol=Symbol::ChevronDown />
            }
            .into_any()
        })
    };
    let link = |address: String, words| {
        view! {
            <LinkButton kind=ButtonKind::Quiet address=Signal::stored(address)>{t(words)}</LinkButton>
        }
    };
    view! {
        <Menu name=TextProp::from(label) button>
            {link(paths::account(), texts::ACCOUNT)}
            {link(paths::confirmations(), texts::CONFIRMATIONS)}
            {may_manage.then(|| link(paths::people(), texts::PEOPLE))}
            <Button kind=ButtonKind::Quiet on_click=Callback::new(move |_| gate.sign_out())>
                {t(texts::SIGN_OUT)}
            </Button>
        </Menu>
    }
    .into_any()
}

/// Who has signed in, and their password.
#[component]
pub fn Account() -> impl IntoView {
    let Some(gate) = use_context::<Gate>() else { return nobody() };
    view! {
        <Heading title=route::ACCOUNT.title />
        <div class="stack">
            {live(move || gate.person().map(|person| facts(gate, person)).into_any())}
            {matches!(gate.sign_in(), Some(SignIn::Local(_))).then(|| change_password(gate))}
        </div>
    }
    .into_any()
}

fn facts(gate: Gate, person: Person) -> AnyView {
    let role = person.clone();
    view! {
        <section class="card part">
            <h2>{person.name}</h2>
            <PropertyList>
                <Property name=shell::ROLE>{live_text(move || role_of(&role))}</Property>
                <Property name=texts::PARTNER>{person.partner}</Property>
            </PropertyList>
            <div class="button-row">
                <Button on_click=Callback::new(move |_| gate.sign_out())>{t(texts::SIGN_OUT)}</Button>
                <LinkButton address=Signal::stored(paths::roles())>{t(route::ROLES.title)}</LinkButton>
            </div>
        </section>
    }
    .into_any()
}

fn change_password(gate: Gate) -> AnyView {
    let old = RwSignal::new(String::new());
    let new = NewPassword::new(gate);
    let asking = Asking::new();
    let toasts = use_toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(secret) = new.take() else { return };
        let (api, before) = (gate.api, old.get_untracked());
        let ask = async move { api.change_password(&before, &secret).await };
        asking.ask(
            || Box::pin(ask),
            move |admission| {
                gate.admit(admission);
                old.set(String::new());
                new.clear();
                toasts.show(Tone::Success, untrack(|| texts::CHANGED.get()));
            },
        );
    };
    let is_wrong = MaybeProp::derive(move || {
        (asking.code() == "SignInFailed").then(|| texts::OLD_WRONG.get().to_owned())
    });
    let is_weak = Signal::derive(move || asking.code() == "WeakPassword");
    view! {
        <section class="card part">
            <h2>{t(texts::CHANGE_PASSWORD)}</h2>
            <form class="door-form" on:submit=submit>
                // So that a browser knows whose password it is.
                <input
                    class="visually-hidden"
                    type="text"
                    autocomplete="username"
                    tabindex="-1"
                    aria-hidden="true"
                    readonly
                    value=untrack(|| gate.person()).map(|person| person.name)
                />
                <AccountField
                    label=texts::OLD_PASSWORD
                    known=Known::Password
                    value=old
                    error=is_wrong
                />
                {new.fields(texts::NEW_PASSWORD, is_weak)}
                <p class="hint">{t(texts::CHANGE_HINT)}</p>
                <div role="status">
                    {asking.problem(|code| ["SignInFailed", "WeakPassword"].contains(&code))}
                </div>
                {send(texts::CHANGE_PASSWORD, asking)}
            </form>
        </section>
    }
    .into_any()
}
