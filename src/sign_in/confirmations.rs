//! What a second person confirms, and above which amount one is needed.

use super::asking::Asking;
use super::gate::Gate;
use super::nobody;
use crate::api::{Confirmation, Load, Permission, State, Threshold, load, use_api};
use crate::i18n::catalogue::{common, shell, sign_in as texts};
use crate::i18n::{self, t, t_with};
use crate::paths::{self, route};
use crate::platform::intl;
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::ui::{
    Button, ButtonKind, Cell, Column, DecimalField, Dialog, Heading, Notice, RowHeader, Skeleton,
    Table, TextField, live, live_text, use_toasts,
};
use leptos::prelude::*;
use view_model::{Tone, decimal_with_sign};

/// The page with what waits.
#[component]
pub fn Confirmations() -> impl IntoView {
    let Some(gate) = use_context::<Gate>() else { return nobody() };
    let api = use_api();
    let waiting = load(|| (), move |()| async move { api.confirmations().await });
    let asking = Asking::new();
    let subject = RwSignal::new(None::<Confirmation>);
    let is_open = RwSignal::new(false);
    let table = live(move || match waiting.state() {
        State::Loading => view! { <Skeleton lines=4 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| waiting.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(all) if all.is_empty() => {
            view! { <Notice title=texts::NOTHING_WAITS /> }.into_any()
        }
        State::Ready(all) => {
            let own = untrack(|| gate.person()).map(|person| person.id).unwrap_or_default();
            let rows: Vec<AnyView> = all
                .iter()
                .map(|it| row(it.clone(), it.requester == own, waiting, asking, subject, is_open))
                .collect();
            let columns = vec![
                Column::new(texts::KIND),
                Column::new(texts::AMOUNT).number(),
                Column::new(shell::CUSTOMER),
                Column::new(texts::REQUESTED_BY),
                Column::new(texts::UNTIL),
                Column::new(texts::ACTIONS).label_hidden(),
            ];
            view! { <Table caption=texts::CONFIRMATIONS columns>{rows}</Table> }.into_any()
        }
    });
    view! {
        <Heading title=route::CONFIRMATIONS.title summary=|| t(texts::CONFIRMATIONS_SUMMARY) />
        <div class="stack">
            <section class="card part">
                {table} <div role="status">{asking.problem(|_| false)}</div>
            </section>
            {threshold_part()}
        </div>
        {question(waiting, asking, subject, is_open)}
    }
    .into_any()
}

fn amount_of(confirmation: &Confirmation) -> String {
    i18n::money(&confirmation.amount, &confirmation.currency)
}

fn moment(text: &str) -> String {
    azure::parse_time(text).map(i18n::moment).unwrap_or_default()
}

fn row(
    confirmation: Confirmation,
    is_own: bool,
    waiting: Load<Vec<Confirmation>>,
    asking: Asking,
    subject: RwSignal<Option<Confirmation>>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let (api, rights) = (use_api(), use_rights());
    let asked = confirmation.clone();
    let confirm = Callback::new(move |_| {
        subject.set(Some(asked.clone()));
        is_open.set(true);
    });
    let id = confirmation.id.clone();
    let decline = Callback::new(move |_| {
        let id = id.clone();
        let ask = async move { api.decline(&id).await };
        asking.ask(|| Box::pin(ask), move |()| waiting.reload());
    });
    let no_confirm = MaybeProp::derive(move || {
        if is_own {
            return Some(texts::OWN.get().to_owned());
        }
        rights.may(Permission::ReturnReservations).err()
    });
    let Confirmation { kind, customer, requester_name, until, confirmed_by, .. } =
        confirmation.clone();
    let kind = move || match kind.as_str() {
        "return" => texts::KIND_RETURN.get().to_owned(),
        "exchange" => texts::KIND_EXCHANGE.get().to_owned(),
        unknown => unknown.to_owned(),
    };
    let decision = match confirmed_by {
        Some(name) => {
            let words = move || t_with(texts::CONFIRMED_BY, &[("name", name.clone())]);
            view! { <span>{live_text(words)}</span> }.into_any()
        }
        None => view! {
            <Button on_click=confirm disabled_reason=no_confirm>{t(texts::CONFIRM)}</Button>
        }
        .into_any(),
    };
    let refusal = if is_own { texts::WITHDRAW } else { texts::DECLINE };
    let address = paths::customer(&customer);
    view! {
        <tr role="row">
            <RowHeader>{live_text(kind)}</RowHeader>
            <Cell label=texts::AMOUNT is_number=true>{live_text(move || amount_of(&confirmation))}</Cell>
            <Cell label=shell::CUSTOMER>
                <a href=address>{customer}</a>
            </Cell>
            <Cell label=texts::REQUESTED_BY>{requester_name}</Cell>
            <Cell label=texts::UNTIL>{live_text(move || moment(&until))}</Cell>
            <Cell label=texts::ACTIONS>
                <div class="button-row">
                    {decision}
                    <Button kind=ButtonKind::Quiet on_click=decline disabled_reason=asking.busy()>
                        {t(refusal)}
                    </Button>
                </div>
            </Cell>
        </tr>
    }
    .into_any()
}

/// Says what a confirmation means before it is given.
fn question(
    waiting: Load<Vec<Confirmation>>,
    asking: Asking,
    subject: RwSignal<Option<Confirmation>>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let title = move || {
        let amount = subject.with(|it| it.as_ref().map(amount_of).unwrap_or_default());
        t_with(texts::CONFIRM_TITLE, &[("amount", amount)])
    };
    let means = move || {
        let name = subject.get().map(|it| it.requester_name).unwrap_or_default();
        t_with(texts::CONFIRM_MEANS, &[("name", name)])
    };
    let confirm = move || {
        let Some(confirmation) = subject.get_untracked() else { return };
        let ask = async move { api.confirm(&confirmation.id).await };
        is_open.set(false);
        asking.ask(
            || Box::pin(ask),
            move |()| {
                toasts.show(Tone::Success, untrack(|| texts::CONFIRMED.get()));
                waiting.reload();
            },
        );
    };
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Primary on_click=Callback::new(move |_| confirm())>
                {t(texts::CONFIRM_NOW)}
            </Button>
        }
    };
    view! {
        <Dialog is_open title=TextProp::from(title) actions>
            <p>{live_text(means)}</p>
        </Dialog>
    }
    .into_any()
}

/// Above which amount a second person is needed.
fn threshold_part() -> AnyView {
    let api = use_api();
    let threshold = load(|| (), move |()| async move { api.threshold().await });
    let content = live(move || match threshold.state() {
        State::Loading => view! { <Skeleton lines=2 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| threshold.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(now) => untrack(|| threshold_form((*now).clone(), threshold)),
    });
    view! {
        <section class="card part">
            <h2>{t(texts::THRESHOLD)}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn threshold_form(now: Option<Threshold>, threshold: Load<Option<Threshold>>) -> AnyView {
    let (api, rights, toasts) = (use_api(), use_rights(), use_toasts());
    let sign = intl::decimal_sign(&i18n::locale());
    let typed = now.as_ref().map(|it| it.amount.replace('.', &sign.to_string()));
    let amount = RwSignal::new(typed.unwrap_or_default());
    let currency = RwSignal::new(now.map_or_else(|| "USD".to_owned(), |now| now.currency));
    let asking = Asking::new();
    let save = Callback::new(move |_| {
        let sign = intl::decimal_sign(&i18n::locale());
        let next = match amount.get_untracked().trim() {
            "" => None,
            typed => match decimal_with_sign(typed, sign) {
                Ok(Some(amount)) => Some(Threshold {
                    amount: amount.to_string(),
                    currency: currency.get_untracked().trim().to_ascii_uppercase(),
                }),
                Ok(None) => None,
                Err(_) => return,
            },
        };
        let ask = async move { api.set_threshold(next).await };
        asking.ask(
            || Box::pin(ask),
            move |()| {
                toasts.show(Tone::Success, untrack(|| texts::SAVED.get()));
                threshold.reload();
            },
        );
    });
    let no_change = MaybeProp::derive(move || {
        rights.may(Permission::ChangeSettings).err().or_else(|| asking.busy().get())
    });
    view! {
        <div class="door-form">
            <DecimalField
                label=texts::THRESHOLD_ABOVE
                value=amount
                on_input=Callback::new(move |text| amount.set(text))
                hint=texts::THRESHOLD_HINT
                is_optional=true
            />
            <TextField
                label=texts::THRESHOLD_CURRENCY
                value=currency
                on_input=Callback::new(move |text| currency.set(text))
            />
            <div role="status">{asking.problem(|_| false)}</div>
            <div class="button-row">
                <Button on_click=save disabled_reason=no_change>{t(texts::SAVE)}</Button>
            </div>
        </div>
    }
    .into_any()
}
