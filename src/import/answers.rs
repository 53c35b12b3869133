//! What the files say together, and what they leave open: asked once for many reservations.

use super::Work;
use super::disputes;
use super::windows::{CONFLICT_COLUMNS, STEP, conflict_row, pager, shown_if, table_of_texts};
use super::words;
use super::work::Stage;
use crate::i18n::catalogue::{import as texts, rules};
use crate::i18n::{Text, integer, t, t_count, t_with};
use crate::platform::effect::effect;
use crate::ui::{
    Button, ButtonKind, Cell, Column, Disclosure, Keyed, RowHeader, Table, keyed, live, live_attr,
    live_select, live_text, live_value,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{
    Asked, By, Field, Group, GuessCount, Joined, Missing, Recorded, Suggestion, Told, Why, Window,
};
use std::sync::Arc;
use view_model::import::AnswerProblem;

/// The id of the list of customers that files name.
const CUSTOMERS: &str = "import-customers";

/// Everything about what was read; nothing before.
pub(super) fn together(work: Work) -> AnyView {
    let is_there = move || {
        work.joined.with(Option::is_some)
            && !work.commit.is_busy()
            && work.stage.with(|stage| {
                matches!(
                    stage,
                    Stage::Joined | Stage::NotStaged(_) | Stage::Previewed(_) | Stage::Staging(..)
                )
            })
    };
    shown_if(is_there, move || {
        live(move || match work.joined.get() {
            Some(joined) => found(work, joined),
            None => ().into_any(),
        })
    })
}

fn found(work: Work, joined: Joined) -> AnyView {
    let Joined {
        reservations,
        customers,
        transactions,
        conflicts,
        disputes,
        recorded,
        notes,
        missing,
        guesses,
        customer_names,
    } = joined;
    let counts = move || {
        [
            t_count(texts::FOUND_RESERVATIONS, reservations, &[]),
            t_count(texts::FOUND_CUSTOMERS, customers, &[]),
            t_count(texts::FOUND_TRANSACTIONS, transactions, &[]),
        ]
        .join(" · ")
    };
    let notes = (!notes.is_empty()).then(|| {
        let notes = notes.into_iter().map(|note| view! { <li>{words::reason(&note)}</li> });
        view! { <ul>{notes.collect_view()}</ul> }
    });
    let names = customer_names.into_iter().map(|name| view! { <option value=name></option> });
    let questions = missing.into_iter().map(|missing| question(work, missing));
    let questions: Vec<AnyView> = questions.collect();
    let asked = if questions.is_empty() {
        view! { <p>{t(texts::NOTHING_MISSING)}</p> }.into_any()
    } else {
        view! {
            <p>{t(texts::MISSING_ABOUT)}</p>
            {questions}
        }
        .into_any()
    };
    let recorded = from_records(recorded);
    let disputes = disputes::decide(work, disputes);
    view! {
        <section class="stack" aria-labelledby="import-found">
            <h2 id="import-found">{t(texts::FOUND)}</h2>
            <p>{live_text(counts)}</p>
            {notes}
            {conflicts_of(work, conflicts)}
            {guesses_of(guesses)}
            {recorded}
        </section>
        {disputes}
        <section class="stack" aria-labelledby="import-missing">
            <h2 id="import-missing">{t(texts::MISSING)}</h2>
            <datalist id=CUSTOMERS>{names.collect_view()}</datalist>
            {asked}
        </section>
    }
    .into_any()
}

fn conflicts_of(work: Work, total: u64) -> AnyView {
    let Ok(total @ 1..) = usize::try_from(total) else { return ().into_any() };
    let fetch = move |window| -> super::windows::Coming {
        let asked = work.ask(&Asked::Conflicts(window), None);
        Box::pin(async move {
            match asked.await {
                Ok(Told::Conflicts(rows)) => rows.into_iter().map(conflict_row).collect(),
                _ => Vec::new(),
            }
        })
    };
    let title = move || t_count(texts::CONFLICTS, total as u64, &[]);
    let table = table_of_texts(title.into(), &CONFLICT_COLUMNS, total, fetch);
    view! {
        <Disclosure summary=title>
            <div class="stack"><p class="hint">{t(texts::CONFLICTS_ABOUT)}</p> {table}</div>
        </Disclosure>
    }
    .into_any()
}

/// What no file states and the records know.
fn from_records(recorded: Vec<Recorded>) -> AnyView {
    if recorded.is_empty() {
        return ().into_any();
    }
    let line = |it: Recorded| {
        let words = move || {
            let values = [("field", words::field(it.field.as_str()))];
            t_count(texts::RECORDED_FIELD, it.reservations, &values)
        };
        view! { <li>{live_text(words)}</li> }
    };
    view! {
        <Disclosure summary=texts::RECORDED>
            <p class="hint">{t(texts::RECORDED_ABOUT)}</p>
            <ul>{recorded.into_iter().map(line).collect_view()}</ul>
        </Disclosure>
    }
    .into_any()
}

fn guesses_of(guesses: Vec<GuessCount>) -> AnyView {
    if guesses.is_empty() {
        return ().into_any();
    }
    const COLUMNS: [Text; 3] = [texts::FIELD, texts::REASON, texts::RESERVATIONS];
    let total = guesses.len();
    let row = |guess: GuessCount| {
        vec![words::field(&guess.field), words::reason(&guess.reason), integer(guess.reservations)]
    };
    let fetch = move |window: Window| -> super::windows::Coming {
        let rows = guesses.iter().skip(window.skip).take(window.take).cloned().map(row).collect();
        Box::pin(std::future::ready(rows))
    };
    let table = table_of_texts(texts::GUESSES.into(), &COLUMNS, total, fetch);
    view! {
        <Disclosure summary=texts::GUESSES>
            <div class="stack"><p class="hint">{t(texts::GUESSES_ABOUT)}</p> {table}</div>
        </Disclosure>
    }
    .into_any()
}

/// Asks for a field, once for each group of reservations.
fn question(work: Work, missing: Missing) -> AnyView {
    let Missing { field, without, guessed, transactions } = missing;
    let name = move || words::field(field.as_str());
    let counts = move || {
        let mut counts = Vec::new();
        if without > 0 {
            counts.push(t_count(texts::WITHOUT, without, &[]));
        }
        if guessed > 0 {
            counts.push(t_count(texts::GUESSED, guessed, &[]));
        }
        if transactions > 0 {
            counts.push(t_count(texts::OPEN_TRANSACTIONS, transactions, &[]));
        }
        counts.join(" · ")
    };
    let by = Memo::new(move |_| work.form.with(|form| form.by(field)));
    let choices = move || {
        let choice = |by: By| (format!("{by:?}"), words::by(by).get().to_owned());
        // To ask for the customer of each customer is no question.
        let asked =
            By::ALL.into_iter().filter(|by| field != Field::Customer || *by != By::Customer);
        (asked.map(choice).collect(), format!("{:?}", by.get()))
    };
    let on_by = Callback::new(move |value: String| {
        if let Some(by) = By::ALL.into_iter().find(|by| format!("{by:?}") == value) {
            work.ask_by(field, by);
        }
    });
    let problem = MaybeProp::derive(move || {
        let (at, problem) = work.problem.get()?;
        let is_here = at == field && problem != AnswerProblem::Undecided;
        is_here.then(|| problem_words(problem).get().to_owned())
    });
    let error = live(move || match problem.get() {
        Some(words) => view! { <p class="field-error" role="alert">{words}</p> }.into_any(),
        None => ().into_any(),
    });
    let groups = live(move || groups(work, field, by.get()));
    let ask = live_select(texts::ASK_BY, choices, on_by, MaybeProp::default());
    view! {
        <section class="card stack import-question" aria-label=live_attr(move || Some(name()))>
            <h3>{live_text(name)}</h3>
            <p>{live_text(counts)}</p>
            {(field == Field::UnitPrice).then(|| view! { <p class="hint">{t(texts::PRICE_HINT)}</p> })}
            {(field == Field::Customer).then(|| view! { <p class="hint">{t(texts::CUSTOMER_HINT)}</p> })}
            {ask}
            {error}
            {groups}
        </section>
    }
    .into_any()
}

pub(super) const fn problem_words(problem: AnswerProblem) -> Text {
    match problem {
        AnswerProblem::Amount => texts::NO_AMOUNT,
        AnswerProblem::Currency => rules::PROBLEM_CURRENCY,
        AnswerProblem::Quantity => texts::NO_QUANTITY,
        AnswerProblem::Date => texts::NO_DATE,
        AnswerProblem::Missing => texts::CUSTOMER_NEEDED,
        AnswerProblem::Undecided => texts::UNDECIDED,
    }
}

/// The groups of the reservations without a field, each with a control for its answer.
fn groups(work: Work, field: Field, by: By) -> AnyView {
    let skip = RwSignal::new(0_usize);
    let found = RwSignal::new((Vec::<Group>::new(), 0_usize));
    effect(move || {
        let from = skip.get();
        let asked = work.ask(&Asked::Groups(field, by, Window { skip: from, take: STEP }), None);
        spawn_local(async move {
            if let Ok(Told::Groups(groups, count)) = asked.await
                && skip.try_get_untracked() == Some(from)
            {
                found.try_set((groups, count));
            }
        });
    });
    let count = Memo::new(move |_| found.with(|(_, count)| *count));
    let rows = move || {
        let row =
            |group: Group| Keyed::new(group.key.clone(), move || group_row(work, field, by, group));
        found.get().0.into_iter().map(row).collect()
    };
    let columns = vec![
        Column::new(words::by(by)),
        Column::new(texts::RESERVATIONS).number(),
        Column::new(texts::ANSWER),
        Column::new(texts::SUGGESTION),
    ];
    view! {
        <Table caption=move || words::field(field.as_str()) columns>{keyed(rows)}</Table>
        {live(move || pager(skip, count.get()))}
    }
    .into_any()
}

fn group_row(work: Work, field: Field, by: By, group: Group) -> AnyView {
    let Group { key, without, guessed, transactions, suggestion } = group;
    // Bookings that no reservation goes with are said to be some, so that nobody takes them for reservations.
    let count = move || {
        let reservations = without + guessed;
        let bookings = t_count(texts::FOUND_TRANSACTIONS, transactions, &[]);
        match (reservations, transactions) {
            (_, 0) => integer(reservations),
            (0, _) => bookings,
            _ => [integer(reservations), bookings].join(" · "),
        }
    };
    let shown = {
        let key = key.clone();
        move || match (by, key.as_str()) {
            (By::All, _) => texts::ALL_RESERVATIONS.get().to_owned(),
            (By::Customer, "") => texts::NO_CUSTOMER.get().to_owned(),
            (_, "") => texts::NOTHING_KNOWN.get().to_owned(),
            (_, key) => key.to_owned(),
        }
    };
    let answer = control(work, field, key.clone(), shown.clone());
    let suggestion = suggestion.map(|suggestion| suggested(work, field, key, suggestion));
    view! {
        <tr role="row">
            <RowHeader>{live_text(shown)}</RowHeader>
            <Cell label=texts::RESERVATIONS is_number=true>{live_text(count)}</Cell>
            <Cell label=texts::ANSWER>{answer}</Cell>
            <Cell label=texts::SUGGESTION>{suggestion}</Cell>
        </tr>
    }
    .into_any()
}

/// The control for an answer about a group.
fn control(
    work: Work,
    field: Field,
    key: String,
    of: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let own = key.clone();
    let typed = move || work.form.with(|form| form.typed(field, &own).to_owned());
    answer_control(field, Named::new(of), typed, move |text| work.answer(field, &key, text))
}

/// What an answer is about, in words.
#[derive(Clone)]
pub(super) struct Named(Arc<dyn Fn() -> String + Send + Sync>);

impl Named {
    pub(super) fn new(words: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(words))
    }
}

/// A control for the answer to a field.
pub(super) fn answer_control(
    field: Field,
    of: Named,
    typed: impl Fn() -> String + Send + Sync + 'static,
    set: impl Fn(String) + 'static,
) -> AnyView {
    let label = live_attr(move || {
        let values = [("field", words::field(field.as_str())), ("group", of.0())];
        Some(t_with(texts::ANSWER_FOR, &values))
    });
    if words::choices(field).is_some() {
        let options = live(move || {
            let chosen = typed();
            let option = |(value, words): (String, String)| {
                let is_chosen = value == chosen;
                view! { <option value=value prop:selected=is_chosen>{words}</option> }
            };
            let open = (String::new(), texts::LEFT_OPEN.get().to_owned());
            let choices = std::iter::once(open).chain(words::choices(field).unwrap_or_default());
            choices.map(option).collect_view().into_any()
        });
        return view! {
            <select class="control" aria-label=label on:change=move |event| set(event_target_value(&event))>
                {options}
            </select>
        }
        .into_any();
    }
    let (kind, mode) = match field {
        Field::PurchaseDate => ("date", "text"),
        Field::UnitPrice => ("text", "decimal"),
        Field::Quantity => ("text", "numeric"),
        _ => ("text", "text"),
    };
    view! {
        <input
            class="control"
            type=kind
            inputmode=mode
            autocomplete="off"
            list=(field == Field::Customer).then_some(CUSTOMERS)
            aria-label=label
            prop:value=live_value(typed)
            on:input=move |event| set(event_target_value(&event))
        />
    }
    .into_any()
}

/// A guess at an answer, with its reason.
fn suggested(work: Work, field: Field, key: String, suggestion: Suggestion) -> AnyView {
    let Suggestion { value, why } = suggestion;
    let reason = match why {
        Why::OnlyOneInFiles => texts::WHY_FILES,
        Why::OnlyOneOfCustomer => texts::WHY_CUSTOMER,
        Why::OnlyOneOfProduct => texts::WHY_PRODUCT,
    };
    let shown = value.clone();
    let words =
        move || t_with(texts::USE_VALUE, &[("value", words::value(field.as_str(), &shown))]);
    let take = Callback::new(move |_| {
        // A price is typed as people write it.
        let text = match field {
            Field::UnitPrice => words::value(field.as_str(), &value),
            _ => value.clone(),
        };
        work.answer(field, &key, text);
    });
    view! {
        <span class="import-suggestion">
            <Button kind=ButtonKind::Quiet on_click=take>{live_text(words)}</Button>
            <span class="hint">{t(reason)}</span>
        </span>
    }
    .into_any()
}
