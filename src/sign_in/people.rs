//! Who can sign in with an account of the server, and who is invited to.

use super::account::MANAGE_ACCOUNTS;
use super::asking::Asking;
use super::gate::Gate;
use super::nobody;
use crate::api::{Invitation, Load, LocalAccount, NewInvitation, State, load, use_api};
use crate::i18n::catalogue::{common, shell, sign_in as texts};
use crate::i18n::{self, t, t_with};
use crate::paths::route;
use crate::problem::Problem;
use crate::rights::role_name;
use crate::ui::{
    Button, ButtonKind, Cell, Choice, Column, CopyButton, Dialog, Heading, Notice, RowHeader,
    SelectField, Skeleton, Table, live, live_attr, live_flag, live_text, use_toasts,
};
use azure::Role;
use leptos::prelude::*;
use view_model::Tone;

/// The service's word for why the last administrator stays.
const LAST_ADMINISTRATOR: &str = "LastAdministrator";

/// The page with all accounts and invitations.
#[component]
pub fn People() -> impl IntoView {
    let Some(gate) = use_context::<Gate>() else { return nobody() };
    let may_manage = Memo::new(move |_| gate.person().is_some_and(|it| it.may(MANAGE_ACCOUNTS)));
    view! {
        <Heading title=route::PEOPLE.title summary=|| t(texts::PEOPLE_SUMMARY) />
        {live(move || match may_manage.get() {
            true => untrack(|| lists(gate)),
            false => view! { <Notice title=texts::PEOPLE_NOT /> }.into_any(),
        })}
    }
    .into_any()
}

fn lists(gate: Gate) -> AnyView {
    let api = use_api();
    let accounts = load(|| (), move |()| async move { api.local_accounts().await });
    let invitations = load(|| (), move |()| async move { api.invitations().await });
    let asking = Asking::new();
    let subject = RwSignal::new(None::<LocalAccount>);
    let is_removing = RwSignal::new(false);
    let table = live(move || match accounts.state() {
        State::Loading => view! { <Skeleton lines=4 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| accounts.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(all) => {
            let own = untrack(|| gate.person()).map(|person| person.id);
            let rows: Vec<AnyView> = all
                .iter()
                .map(|account| {
                    row(
                        account,
                        own.as_ref() == Some(&account.id),
                        accounts,
                        asking,
                        subject,
                        is_removing,
                    )
                })
                .collect();
            let columns = vec![
                Column::new(texts::NAME),
                Column::new(shell::ROLE),
                Column::new(texts::SINCE),
                Column::new(texts::ACTIONS).label_hidden(),
            ];
            view! { <Table caption=texts::PEOPLE columns>{rows}</Table> }.into_any()
        }
    });
    view! {
        <div class="stack">
            <section class="card part">
                {table}
                <div role="status">
                    {live(move || {
                        (asking.code() == LAST_ADMINISTRATOR)
                            .then(|| {
                                view! { <Notice tone=Tone::Warning title=texts::LAST_ADMINISTRATOR /> }
                            })
                            .into_any()
                    })}
                    {asking.problem(|code| code == LAST_ADMINISTRATOR)}
                </div>
            </section>
            {invite(invitations)}
            {open_invitations(invitations)}
        </div>
        {removal(accounts, asking, subject, is_removing)}
    }
    .into_any()
}

/// The roles to choose from.
fn roles() -> Vec<Role> {
    Role::ALL.to_vec()
}

fn day(moment: &str) -> String {
    azure::parse_time(moment).map(|at| i18n::date(at.date_naive())).unwrap_or_default()
}

fn role_words(role: Option<&str>) -> String {
    match role.map(|name| (Role::parse(name), name)) {
        Some((Some(role), _)) => role_name(role).get().to_owned(),
        Some((None, name)) => name.to_owned(),
        None => String::new(),
    }
}

fn row(
    account: &LocalAccount,
    is_own: bool,
    accounts: Load<Vec<LocalAccount>>,
    asking: Asking,
    subject: RwSignal<Option<LocalAccount>>,
    is_removing: RwSignal<bool>,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let LocalAccount { id, name, role, created_at } = account.clone();
    let current = role.clone().unwrap_or_default();
    let change = move |event| {
        let Some(role) = Role::parse(&event_target_value(&event)) else { return };
        let id = id.clone();
        let ask = async move {
            let answer = api.change_local_role(&id, role).await;
            // What is chosen goes back to what it is.
            accounts.reload();
            answer
        };
        asking.ask(
            || Box::pin(ask),
            move |()| toasts.show(Tone::Success, untrack(|| texts::ROLE_CHANGED.get())),
        );
    };
    let options = roles().into_iter().map(|role| {
        let is_current = role.name() == current;
        view! {
            <option value=role.name() prop:selected=live_flag(move || is_current)>
                {t(role_name(role))}
            </option>
        }
    });
    let options = options.collect_view();
    let named = name.clone();
    let label = move || Some(t_with(texts::ROLE_OF, &[("name", named.clone())]));
    let removed = account.clone();
    let remove = Callback::new(move |_| {
        subject.set(Some(removed.clone()));
        is_removing.set(true);
    });
    view! {
        <tr role="row">
            <RowHeader>{name}</RowHeader>
            <Cell label=shell::ROLE>
                <select class="control" aria-label=live_attr(label) on:change=change>
                    {options}
                </select>
            </Cell>
            <Cell label=texts::SINCE>{live_text(move || day(&created_at))}</Cell>
            <Cell label=texts::ACTIONS>
                {(!is_own)
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Quiet on_click=remove disabled_reason=asking.busy()>
                                {t(texts::REMOVE)}
                            </Button>
                        }
                    })}
            </Cell>
        </tr>
    }
    .into_any()
}

fn removal(
    accounts: Load<Vec<LocalAccount>>,
    asking: Asking,
    subject: RwSignal<Option<LocalAccount>>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let api = use_api();
    let title = move || {
        let name = subject.get().map(|account| account.name).unwrap_or_default();
        t_with(texts::REMOVE_TITLE, &[("name", name)])
    };
    let remove = move || {
        let Some(account) = subject.get_untracked() else { return };
        let ask = async move { api.remove_local_account(&account.id).await };
        is_open.set(false);
        asking.ask(|| Box::pin(ask), move |()| accounts.reload());
    };
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=Callback::new(move |_| remove())>
                {t(texts::REMOVE_CONFIRM)}
            </Button>
        }
    };
    view! {
        <Dialog is_open title=TextProp::from(title) actions>
            <p>{t(texts::REMOVE_MEANS)}</p>
        </Dialog>
    }
    .into_any()
}

/// A new invitation, whose link is shown this once.
fn invite(invitations: Load<Vec<Invitation>>) -> AnyView {
    let api = use_api();
    let role = RwSignal::new(Role::SalesAgent.name().to_owned());
    let made = RwSignal::new(None::<NewInvitation>);
    let asking = Asking::new();
    let create = Callback::new(move |_| {
        let Some(role) = Role::parse(&role.get_untracked()) else { return };
        let ask = async move { api.invite(role).await };
        asking.ask(
            || Box::pin(ask),
            move |invitation| {
                made.set(Some(invitation));
                invitations.reload();
            },
        );
    });
    let choices =
        roles().into_iter().map(|role| Choice::new(role.name(), role_name(role))).collect();
    view! {
        <section class="card part">
            <h2>{t(texts::INVITE)}</h2>
            <div class="door-form">
                <SelectField
                    label=shell::ROLE
                    choices
                    value=role
                    on_change=Callback::new(move |name| role.set(name))
                />
                <div class="button-row">
                    <Button on_click=create disabled_reason=asking.busy()>{t(texts::INVITE_CREATE)}</Button>
                </div>
                <div role="status">
                    {asking.problem(|_| false)}
                    {live(move || made.get().map(link).into_any())}
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn link(invitation: NewInvitation) -> AnyView {
    let NewInvitation { until, url } = invitation;
    let shown = url.clone();
    let hint = move || t_with(texts::LINK_HINT, &[("until", day(&until))]);
    view! {
        <div class="field">
            <label for="invitation-link">{t(texts::LINK)}</label>
            <span class="control-row">
                <input
                    id="invitation-link"
                    class="control"
                    type="text"
                    readonly
                    value=shown
                    aria-describedby="invitation-hint"
                />
                <CopyButton what=texts::LINK text=Signal::stored(url) />
            </span>
            <p class="hint" id="invitation-hint">{live_text(hint)}</p>
        </div>
    }
    .into_any()
}

fn open_invitations(invitations: Load<Vec<Invitation>>) -> AnyView {
    let asking = Asking::new();
    let table = live(move || match invitations.state() {
        State::Loading => view! { <Skeleton lines=2 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| invitations.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(all) if all.is_empty() => {
            view! { <p class="hint">{t(texts::NO_INVITATIONS)}</p> }.into_any()
        }
        State::Ready(all) => {
            let columns = vec![
                Column::new(shell::ROLE),
                Column::new(texts::UNTIL),
                Column::new(texts::ACTIONS).label_hidden(),
            ];
            let rows: Vec<AnyView> = all
                .iter()
                .map(|invitation| invitation_row(invitation.clone(), invitations, asking))
                .collect();
            view! { <Table caption=texts::INVITATIONS columns>{rows}</Table> }.into_any()
        }
    });
    view! {
        <section class="card part">
            <h2>{t(texts::INVITATIONS)}</h2>
            {table}
            <div role="status">{asking.problem(|_| false)}</div>
        </section>
    }
    .into_any()
}

fn invitation_row(
    invitation: Invitation,
    invitations: Load<Vec<Invitation>>,
    asking: Asking,
) -> AnyView {
    let api = use_api();
    let Invitation { id, role, until } = invitation;
    let take_back = Callback::new(move |_| {
        let id = id.clone();
        let ask = async move { api.take_back_invitation(&id).await };
        asking.ask(|| Box::pin(ask), move |()| invitations.reload());
    });
    view! {
        <tr role="row">
            <RowHeader>{live_text(move || role_words(role.as_deref()))}</RowHeader>
            <Cell label=texts::UNTIL>{live_text(move || day(&until))}</Cell>
            <Cell label=texts::ACTIONS>
                <Button kind=ButtonKind::Quiet on_click=take_back disabled_reason=asking.busy()>
                    {t(texts::TAKE_BACK)}
                </Button>
            </Cell>
        </tr>
    }
    .into_any()
}
