//! What reservations of a customer lack, answered for several at once or one by one.

use super::answers::{Named, answer_control, problem_words};
use super::windows::{STEP, pager};
use super::words;
use crate::api::{Api, Load, Permission, State, Tenant, load, use_api};
use crate::customers::of_known_customer;
use crate::i18n::catalogue::{import, incomplete as texts, shell};
use crate::i18n::{integer, locale, t, t_count};
use crate::paths::{self, route};
use crate::platform::{focus, intl, timer};
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::shell::use_current_customer;
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, Cell, Column, Crumb, Heading, Keyed, LinkButton, Notice,
    RowHeader, Skeleton, Table, Toasts, keyed, live, live_attr, live_select, live_text, use_toasts,
};
use leptos::prelude::*;
use portfolio::files::{By, Field};
use std::sync::Arc;
use std::time::Duration;
use view_model::Tone;
use view_model::incomplete::{Incomplete, IncompleteForm, WrongAnswer, fields, groups};

/// Takes the keyboard when the rows that had it are gone.
const HEADING: &str = "incomplete";

type Rows = Arc<Vec<Incomplete>>;

/// What every part of the page works with.
#[derive(Clone, Copy)]
struct Task {
    api: Api,
    customer: StoredValue<String>,
    rows: Load<Vec<Incomplete>>,
    form: RwSignal<IncompleteForm>,
    wrong: RwSignal<Option<WrongAnswer>>,
    /// Whether somebody wanted to save nothing.
    is_nothing: RwSignal<bool>,
    sending: Sending,
    toasts: Toasts,
}

/// The incomplete reservations of the customer that the address names.
#[component]
pub fn IncompleteReservations() -> impl IntoView {
    of_known_customer(of_customer)
}

fn of_customer(id: String) -> AnyView {
    let api = use_api();
    let asked = id.clone();
    let rows = load(
        move || asked.clone(),
        move |id: String| async move { api.incomplete_reservations(&id).await },
    );
    let task = Task {
        api,
        customer: StoredValue::new(id.clone()),
        rows,
        form: RwSignal::new(IncompleteForm::default()),
        wrong: RwSignal::new(None),
        is_nothing: RwSignal::new(false),
        sending: Sending::new(Tenant::Customer(id.clone())),
        toasts: use_toasts(),
    };
    let current = use_current_customer();
    let shown = id.clone();
    let name = move || current.name_of(&shown).unwrap_or_else(|| shell::CUSTOMER.get().to_owned());
    let crumbs = vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(name, paths::customer(&id)),
        Crumb::here(texts::TITLE),
    ];
    view! {
        <Breadcrumbs crumbs />
        <Heading title=route::INCOMPLETE.title summary=|| t(texts::SUMMARY) />
        <div class="stack import" id=HEADING tabindex="-1">
            {live(move || match rows.state() {
                State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
                State::Failed(error) => {
                    let retry = Callback::new(move |()| rows.reload());
                    view! { <Problem error on_retry=retry /> }.into_any()
                }
                State::Ready(rows) if rows.is_empty() => {
                    let back = Signal::stored(paths::customer(&id));
                    view! {
                        <Notice tone=Tone::Success title=texts::NONE />
                        <div><LinkButton address=back>{t(import::TO_RESERVATIONS)}</LinkButton></div>
                    }
                    .into_any()
                }
                State::Ready(rows) => content(task, rows),
            })}
        </div>
    }
    .into_any()
}

fn content(task: Task, rows: Rows) -> AnyView {
    let count = rows.len() as u64;
    let asked = fields(&rows).into_iter().map(|field| several(task, Arc::clone(&rows), field));
    let rights = use_rights();
    let reason = MaybeProp::derive(move || {
        if task.sending.is_busy() {
            return Some(texts::SAVING.get().to_owned());
        }
        rights.may(Permission::ImportReservations).err()
    });
    let save = Callback::new(move |_| task.save());
    let problem = live(move || {
        let words = match (task.wrong.get(), task.is_nothing.get()) {
            (Some(_), _) => import::CORRECT_FIRST,
            (None, true) => texts::NOTHING_ANSWERED,
            (None, false) => return ().into_any(),
        };
        view! { <p class="field-error" role="alert">{t(words)}</p> }.into_any()
    });
    view! {
        <p role="status">{live_text(move || t_count(texts::COUNT, count, &[]))}</p>
        <section class="stack" aria-labelledby="incomplete-several">
            <h2 id="incomplete-several">{t(texts::SEVERAL)}</h2>
            {asked.collect_view()}
        </section>
        {one_by_one(task, rows)}
        <div><Button kind=ButtonKind::Primary on_click=save disabled_reason=reason>{t(texts::SAVE)}</Button></div>
        {problem}
        <div role="status">{live(move || task.sending.outcome(texts::NOT_SAVED))}</div>
    }
    .into_any()
}

/// Asks for a field, once for each group of those that lack it.
fn several(task: Task, rows: Rows, field: Field) -> AnyView {
    let name = move || words::field(field.as_str());
    let without = rows.iter().filter(|row| row.missing.contains(&field)).count() as u64;
    let by = Memo::new(move |_| task.form.with(|form| form.bulk.by(field)));
    let offered = [By::All, By::File, By::Product];
    let choices = move || {
        let choice = |by: By| (format!("{by:?}"), words::by(by).get().to_owned());
        (offered.map(choice).into(), format!("{:?}", by.get()))
    };
    let on_by = Callback::new(move |value: String| {
        if let Some(by) = offered.into_iter().find(|by| format!("{by:?}") == value) {
            task.change(move |form| form.bulk.ask_by(field, by));
        }
    });
    let error =
        live(move || task.error(move |wrong| wrong.field == field && wrong.reservation.is_none()));
    let found = live(move || {
        let groups = groups(&rows, field, by.get());
        let skip = RwSignal::new(0_usize);
        let count = groups.len();
        let items = move || {
            let shown = groups.iter().skip(skip.get()).take(STEP).cloned();
            let item = |group: (String, u64)| {
                Keyed::new(group.0.clone(), move || {
                    group_row(task, field, by.get_untracked(), group)
                })
            };
            shown.map(item).collect()
        };
        let columns = vec![
            Column::new(words::by(by.get_untracked())),
            Column::new(import::RESERVATIONS).number(),
            Column::new(import::ANSWER),
        ];
        view! { <Table caption=name columns>{keyed(items)}</Table> {pager(skip, count)} }.into_any()
    });
    let ask = live_select(import::ASK_BY, choices, on_by, MaybeProp::default());
    view! {
        <section class="card stack import-question" aria-label=live_attr(move || Some(name()))>
            <h3>{live_text(name)}</h3>
            <p>{live_text(move || t_count(import::WITHOUT, without, &[]))}</p>
            {(field == Field::UnitPrice).then(|| view! { <p class="hint">{t(import::PRICE_HINT)}</p> })}
            {ask}
            {error}
            {found}
        </section>
    }
    .into_any()
}

fn group_row(task: Task, field: Field, by: By, (key, count): (String, u64)) -> AnyView {
    let label = key.clone();
    let shown = move || match (by, label.as_str()) {
        (By::All, _) => import::ALL_RESERVATIONS.get().to_owned(),
        (_, "") => import::NOTHING_KNOWN.get().to_owned(),
        (_, label) => label.to_owned(),
    };
    let own = key.clone();
    let typed = move || task.form.with(|form| form.bulk.typed(field, &own).to_owned());
    let set = move |text: String| task.change(|form| form.bulk.set(field, &key, text));
    let answer = answer_control(field, Named::new(shown.clone()), typed, set);
    view! {
        <tr role="row">
            <RowHeader>{live_text(shown)}</RowHeader>
            <Cell label=import::RESERVATIONS is_number=true>{integer(count)}</Cell>
            <Cell label=import::ANSWER>{answer}</Cell>
        </tr>
    }
    .into_any()
}

/// Every reservation with a control for each fact that it lacks.
fn one_by_one(task: Task, rows: Rows) -> AnyView {
    let skip = RwSignal::new(0_usize);
    let total = rows.len();
    let items = move || {
        let shown = rows.iter().skip(skip.get()).take(STEP).cloned();
        let item = |row: Incomplete| {
            let id = row.facts.id.clone().unwrap_or_default();
            Keyed::new(id, move || one(task, row))
        };
        shown.map(item).collect()
    };
    let columns = vec![
        Column::new(import::RESERVATION),
        Column::new(texts::FOUND_IN),
        Column::new(import::ANSWER),
    ];
    view! {
        <section class="stack" aria-labelledby="incomplete-each">
            <h2 id="incomplete-each">{t(texts::EACH)}</h2>
            <p class="hint">{t(texts::EACH_ABOUT)}</p>
            <Table caption=texts::EACH columns>{keyed(items)}</Table>
            {pager(skip, total)}
        </section>
    }
    .into_any()
}

fn one(task: Task, row: Incomplete) -> AnyView {
    let id = row.facts.id.clone().unwrap_or_default();
    let (name, product) = (row.name().to_owned(), row.product());
    let source = row.facts.source.clone();
    let answers = row.missing.into_iter().map(|field| {
        let (of, own, asked) = (name.clone(), id.clone(), id.clone());
        let id = id.clone();
        let typed = move || task.form.with(|form| form.typed(&own, field).to_owned());
        let set = move |text: String| task.change(|form| form.set(&id, field, text));
        let error = live(move || {
            let asked = asked.clone();
            task.error(move |wrong| {
                wrong.field == field && wrong.reservation.as_ref() == Some(&asked)
            })
        });
        view! {
            <div class="field">
                <span aria-hidden="true">{live_text(move || words::field(field.as_str()))}</span>
                {answer_control(field, Named::new(move || of.clone()), typed, set)}
                {error}
            </div>
        }
        .into_any()
    });
    let answers: Vec<AnyView> = answers.collect();
    view! {
        <tr role="row">
            <RowHeader>
                {name.clone()}
                <p class="hint">{product}</p>
            </RowHeader>
            <Cell label=texts::FOUND_IN>
                {live_text(move || words::source(&source.file, source.line))}
            </Cell>
            <Cell label=import::ANSWER>{answers}</Cell>
        </tr>
    }
    .into_any()
}

impl Task {
    fn change(self, change: impl FnOnce(&mut IncompleteForm)) {
        self.form.update(change);
        self.wrong.set(None);
        self.is_nothing.set(false);
    }

    /// What is wrong with an answer, if it is this one; followed in reactive closures.
    fn error(self, is_it: impl Fn(&WrongAnswer) -> bool) -> AnyView {
        match self.wrong.get().filter(|wrong| is_it(wrong)) {
            Some(wrong) => {
                view! { <p class="field-error" role="alert">{t(problem_words(wrong.problem))}</p> }
                    .into_any()
            }
            None => ().into_any(),
        }
    }

    fn save(self) {
        let Some(rows) = untrack(|| self.rows.ready()) else { return };
        let sign = untrack(|| intl::decimal_sign(&locale()));
        let customer = self.customer.get_value();
        let body = self.form.with_untracked(|form| form.body(&customer, &rows, sign));
        let body = match body {
            Ok(Some(body)) => body,
            Ok(None) => return self.is_nothing.set(true),
            Err(wrong) => return self.wrong.set(Some(wrong)),
        };
        let api = self.api;
        let (subject, what) = (format!("incomplete.{customer}"), body.clone());
        let send = move |attempt| -> Change {
            let (customer, body) = (customer.clone(), body.clone());
            Box::pin(async move { api.complete_reservations(&customer, body, &attempt).await })
        };
        self.sending.send(subject, what, send, move || {
            self.rows.reload();
            self.toasts.show(Tone::Success, untrack(|| texts::SAVED.get()));
            timer::after(Duration::ZERO, || focus::by_id(HEADING));
        });
    }
}
