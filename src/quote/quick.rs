//! The quick quote: what comes back for reservations that somebody describes by hand, without any record.
//!
//! What it is made of is in `view_model::quote::quick`. The amounts stand before the refund cap, of which nothing is
//! known here, and are explained by the same steps as those of a refund.

use super::answer::{disagreement_list, steps_after, verdict, warning_notices};
use super::exchange::{named, plan_name, term_name};
use super::form::{decimal_sign, follow_language, follow_terms, linked, question};
use super::keep::keep_part;
use super::refund::answer::amounts_table;
use super::remark::{in_words, remark_notices};
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange, quick as texts, quote, refund, reservation};
use crate::i18n::{self, Text, names, t, t_count, t_with};
use crate::paths::route;
use crate::platform::{clock, focus, timer};
use crate::query::use_query;
use crate::shell::{policy_name, use_policy};
use crate::ui::{
    Announcer, Badge, Button, ButtonKind, Choice, DateField, DecimalField, Heading, Icon,
    NumberField, RadioGroup, Symbol, TextField, decimal_problem, live, live_select, live_text,
};
use calculator::{BillingPlan, Money, QUANTITY_MAX, ResourceType};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use view_model::address::value;
use view_model::quote::Remark;
use view_model::quote::quick::{
    Field, FormText, LINES_MAX, Line, LineText, disagreements, remarks, totals,
};
use view_model::quote::refund::{Quoted, link};
use view_model::quote::typed::{Fault, day};

/// The heading where the keyboard goes when a reservation was taken out.
const HEADING: &str = "quick-lines";
/// The terms that Azure sells reservations for, the usual ones first.
const TERMS: [&str; 4] = ["P1Y", "P3Y", "P5Y", "P1M"];
const USED: &str = "used";
const UNUSED: &str = "unused";

/// What every part of the page works with.
#[derive(Clone, Copy)]
struct Task {
    form: RwSignal<FormText>,
    quotes: Memo<Vec<Line>>,
    /// Counts changes of which reservations there are; keystrokes in their fields do not.
    round: RwSignal<u32>,
    today: NaiveDate,
}

/// Quotes of reservations that are described by hand.
#[component]
pub fn QuickQuote() -> impl IntoView {
    let query = use_query();
    let policy = use_policy();
    let today = clock::today();
    query.catch_up();
    let values = |name: &str| untrack(|| query.all(name));
    let first = |name: &str| values(name).into_iter().next();
    if let Some(known) = link::policy(first) {
        policy.show(known);
    }
    let named_policy = value(&linked(), link::parameter::POLICY);
    let shown_policy = untrack(|| policy.get());
    let form = RwSignal::new(FormText::of_link(values, today, untrack(decimal_sign)));
    follow_language(Box::new(move |before, now| form.update(|form| form.respell(before, now))));
    let quotes = Memo::new(move |_| form.with(|form| form.quotes(policy.get(), decimal_sign())));
    let terms = move || Some(form.with(|form| form.parameters(policy.get(), decimal_sign())));
    let announcer = use_context::<Announcer>();
    let at_rest = move || {
        let sums = quotes.with(|quotes| totals(quotes));
        if let Some(announcer) = announcer.filter(|_| !sums.is_empty()) {
            announcer.say(&calculations::named(texts::TOTAL, listed(sums)));
        }
    };
    follow_terms(query, Rc::new(terms), Rc::new(at_rest));
    let of_link = Memo::new(move |_| remarks(named_policy.clone(), shown_policy, policy.get()));
    let task = Task { form, quotes, round: RwSignal::new(0), today };
    view! {
        <Heading title=route::QUICK_QUOTE.title summary=|| t(texts::SUMMARY) />
        <div class="stack remarks">{remark_notices(of_link)}</div>
        <div class="exchange-task">
            <form class="exchange-form" aria-label=t(texts::LINES) on:submit=|event| event.prevent_default()>
                {day_part(task)}
                {lines_part(task)}
            </form>
            <div class="exchange-answer answer">
                {total_part(task)}
                {keep_part(form, quotes)}
                {disagreement_list(Memo::new(move |_| quotes.with(|quotes| disagreements(quotes))))}
            </div>
        </div>
    }
    .into_any()
}

/// The day of the return.
fn day_part(task: Task) -> AnyView {
    let Task { form, today, .. } = task;
    let click = Callback::new(move |_| form.update(|form| form.day = today.to_string()));
    let wrong = MaybeProp::derive(move || match form.with(|form| day(&form.day)) {
        Err(fault) => Some(in_one_sentence(&fault)),
        Ok(_) => None,
    });
    view! {
        <div class="card part exchange-day">
            <div class="with-shortcut">
                <DateField
                    label=refund::DAY
                    hint=move || t_with(quote::DAY_HINT, &[("today", i18n::date(today))])
                    value=Signal::derive(move || form.with(|form| form.day.clone()))
                    on_input=Callback::new(move |text| form.update(|form| form.day = text))
                    error=wrong
                />
                <Button on_click=click>{t(quote::TODAY)}</Button>
            </div>
            {question(Box::new(move || {
                let day = form.with(|form| day(&form.day).ok())?;
                Remark::of_day(day, today).map(|remark| in_words(&remark))
            }))}
        </div>
    }
    .into_any()
}

fn lines_part(task: Task) -> AnyView {
    let Task { form, round, .. } = task;
    let lines = live(move || {
        round.track();
        let count = form.with_untracked(|form| form.lines.len());
        (0..count).map(|place| line(task, place)).collect_view().into_any()
    });
    let add = Callback::new(move |_| {
        form.update(FormText::add_line);
        bump(round);
        let place = form.with_untracked(|form| form.lines.len());
        // As soon as it is in the page.
        timer::after(Duration::ZERO, move || focus::by_id(&legend_id(place.saturating_sub(1))));
    });
    let full = MaybeProp::derive(move || {
        let is_full = form.with(|form| form.lines.len() >= LINES_MAX);
        is_full.then(|| t_with(texts::FULL, &[("count", i18n::integer(LINES_MAX as u64))]))
    });
    view! {
        <section class="card part" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t(texts::LINES)}</h2>
            <div class="exchange-cart">{lines}</div>
            <div class="button-row">
                <Button on_click=add disabled_reason=full>{t(exchange::ADD_PURCHASE)}</Button>
            </div>
        </section>
    }
    .into_any()
}

fn bump(round: RwSignal<u32>) {
    round.update(|round| *round = round.wrapping_add(1));
}

fn legend_id(place: usize) -> String {
    format!("quick-line-{place}")
}

fn numbered(text: Text, place: usize) -> String {
    t_with(text, &[("number", i18n::integer(place as u64 + 1))])
}

fn line(task: Task, place: usize) -> AnyView {
    let code = text(task, place, Field::Currency);
    let is_used = move || task.form.with(|form| form.lines.get(place).is_some_and(|it| it.is_used));
    let used = Signal::derive(move || if is_used() { USED } else { UNUSED }.to_owned());
    let choose_used = Callback::new(move |choice: String| {
        change(task, place, |line| line.is_used = choice == USED);
    });
    let choices = vec![Choice::new(USED, quote::USED), Choice::new(UNUSED, refund::UNUSED)];
    view! {
        <fieldset class="exchange-purchase">
            <legend id=legend_id(place) tabindex="-1">
                {live_text(move || numbered(texts::LINE, place))}
            </legend>
            {remove(task, place)}
            <div class="exchange-purchase-fields">
                {list(task, place, Field::Product, products)}
                <DateField
                    label=reservation::PURCHASE_DATE
                    value=text(task, place, Field::Purchased)
                    on_input=write(task, place, Field::Purchased)
                    max=task.today.to_string()
                    error=error(task, place, Field::Purchased)
                />
                {list(task, place, Field::Term, |chosen| {
                    named(TERMS.map(ToOwned::to_owned).into(), chosen, term_name)
                })}
                {list(task, place, Field::Plan, |chosen| {
                    let plans = [BillingPlan::Upfront, BillingPlan::Monthly];
                    named(plans.map(|plan| plan.to_string()).into(), chosen, plan_name)
                })}
                <NumberField
                    label=quote::UNITS
                    value=text(task, place, Field::Units)
                    on_input=write(task, place, Field::Units)
                    min=Signal::stored(1)
                    max=Signal::stored(QUANTITY_MAX)
                    error=error(task, place, Field::Units)
                />
                <DecimalField
                    label=reservation::UNIT_PRICE
                    value=text(task, place, Field::Price)
                    on_input=write(task, place, Field::Price)
                    unit=move || code.get()
                    error=error(task, place, Field::Price)
                />
                <TextField
                    label=texts::CURRENCY
                    hint=texts::CURRENCY_HINT
                    value=code
                    on_input=write(task, place, Field::Currency)
                    error=error(task, place, Field::Currency)
                />
                <RadioGroup label=refund::USE choices value=used on_change=choose_used hint=texts::USED_HINT />
            </div>
            {answer(task, place)}
        </fieldset>
    }
    .into_any()
}

/// The button that takes a reservation out; the last one stays.
fn remove(task: Task, place: usize) -> Option<AnyView> {
    let click = Callback::new(move |_| {
        task.form.update(|form| {
            form.lines.remove(place);
        });
        bump(task.round);
        focus::by_id(HEADING);
    });
    let is_only = task.form.with_untracked(|form| form.lines.len() == 1);
    let button = view! {
        <span class="exchange-remove">
            <Button
                kind=ButtonKind::Quiet
                on_click=click
                name=move || numbered(texts::REMOVE, place)
            >
                <Icon symbol=Symbol::Cross />
            </Button>
        </span>
    };
    (!is_only).then(|| button.into_any())
}

/// What a field is called.
const fn label(field: Field) -> Text {
    match field {
        Field::Day => refund::DAY,
        Field::Product => reservation::PRODUCT,
        Field::Purchased => reservation::PURCHASE_DATE,
        Field::Term => reservation::TERM,
        Field::Plan => reservation::BILLING_PLAN,
        Field::Units => quote::UNITS,
        Field::Price => reservation::UNIT_PRICE,
        Field::Currency => texts::CURRENCY,
    }
}

/// Values with their names, what is chosen among them.
type Offered = fn(&str) -> Vec<(String, String)>;

fn list(task: Task, place: usize, field: Field, offered: Offered) -> AnyView {
    let chosen = text(task, place, field);
    let chosen = Memo::new(move |_| chosen.get());
    let choices = move || (chosen.with(|chosen| offered(chosen)), chosen.get());
    live_select(label(field), choices, write(task, place, field), error(task, place, field))
}

fn products(chosen: &str) -> Vec<(String, String)> {
    let known = ResourceType::KNOWN.iter().map(|kind| kind.as_str().to_owned());
    named(known.collect(), chosen, |kind| {
        names::resource_type(&ResourceType::parse(kind)).to_owned()
    })
}

fn text(task: Task, place: usize, field: Field) -> Signal<String> {
    Signal::derive(move || {
        let read = |line: &LineText| line.get(field).to_owned();
        task.form.with(|form| form.lines.get(place).map(read).unwrap_or_default())
    })
}

fn write(task: Task, place: usize, field: Field) -> Callback<String> {
    Callback::new(move |text| change(task, place, |line| line.set(field, text)))
}

fn change(task: Task, place: usize, change: impl FnOnce(&mut LineText)) {
    task.form.update(|form| form.lines.get_mut(place).map(change).unwrap_or_default());
}

/// What is wrong with a field. That it is still empty is said in the place of the quote.
fn error(task: Task, place: usize, field: Field) -> MaybeProp<String> {
    let typed = text(task, place, field);
    MaybeProp::derive(move || {
        task.quotes.with(|quotes| {
            let errors = quotes.get(place)?.as_ref().err()?;
            let error = errors.iter().find(|error| error.field == field)?;
            (!typed.with(String::is_empty)).then(|| in_one_sentence(&error.fault))
        })
    })
}

fn in_one_sentence(fault: &Fault) -> String {
    match fault {
        Fault::Unreadable(problem) => decimal_problem(*problem),
        Fault::Value(problem) => calculations::problem(problem),
    }
}

/// What comes back for a reservation, and why; or what is missing to tell.
fn answer(task: Task, place: usize) -> AnyView {
    let of_line = Memo::new(move |_| task.quotes.with(|quotes| quotes.get(place).cloned()));
    let quoted = Memo::new(move |_| of_line.get().and_then(Result::ok));
    let has_quote = Memo::new(move |_| quoted.with(Option::is_some));
    let needed = move || {
        let errors = of_line.get().and_then(Result::err).unwrap_or_default();
        let labels = errors.iter().map(|error| label(error.field).get().to_owned());
        t_with(texts::NEEDED, &[("fields", i18n::list(&labels.collect::<Vec<_>>()))])
    };
    view! {
        <div class="answer" role="group" aria-label=t(quote::ANSWER)>
            {live(move || match has_quote.get() {
                true => explained(quoted),
                false => view! { <p class="muted">{live_text(needed)}</p> }.into_any(),
            })}
        </div>
    }
    .into_any()
}

/// The quote of a line, if it has one.
type QuoteOfLine = Memo<Option<Arc<Quoted>>>;

fn explained(quoted: QuoteOfLine) -> AnyView {
    let amounts = of_quote(quoted, amounts_table);
    view! {
        {of_quote(quoted, outcome)}
        {warning_notices(all(quoted, |quoted| &quoted.quote.warnings))}
        {steps_after(amounts, all(quoted, |quoted| &quoted.quote.steps))}
    }
    .into_any()
}

fn of_quote(quoted: QuoteOfLine, part: fn(&Quoted) -> AnyView) -> AnyView {
    live(move || quoted.with(|quoted| quoted.as_deref().map_or_else(|| ().into_any(), part)))
}

/// A list of the quote as a value of its own.
fn all<T>(quoted: QuoteOfLine, field: fn(&Quoted) -> &Vec<T>) -> Memo<Vec<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        quoted.with(|quoted| quoted.as_deref().map(|it| field(it).clone()).unwrap_or_default())
    })
}

fn outcome(quoted: &Quoted) -> AnyView {
    let assessment = quoted.quote.assessment;
    let payable = assessment.payable;
    let refusal = assessment.decision.refusal().map(|refusal| {
        let (word, tone) = verdict(assessment.decision);
        view! {
            <Badge tone>{t(word)}</Badge>
            <strong>{t(calculations::refusal(refusal))}</strong>
        }
    });
    view! {
        <p class="exchange-total">
            <span class="muted">{t(texts::BEFORE_CAP)} ": "</span>
            <data class="money" value=payable.to_string()>{live_text(move || calculations::money(payable))}</data>
        </p>
        {refusal.map(|refusal| view! { <p class="verdict">{refusal}</p> })}
    }
    .into_any()
}

/// What comes back of all of them, each currency by itself.
fn total_part(task: Task) -> AnyView {
    let sums = Memo::new(move |_| task.quotes.with(|quotes| totals(quotes)));
    let policy = use_policy();
    let rules = move || t_with(quote::UNDER_RULES, &[("policy", policy_name(policy.get()))]);
    let open = Memo::new(move |_| {
        task.quotes.with(|quotes| quotes.iter().filter(|line| line.is_err()).count())
    });
    let amounts = live(move || {
        let sums = sums.get();
        if sums.is_empty() {
            return view! { <p class="muted">{t(texts::NO_TOTAL)}</p> }.into_any();
        }
        let amount = |sum: Money| {
            view! {
                <p class="payable">
                    <data class="money" value=sum.to_string()>{live_text(move || calculations::money(sum))}</data>
                </p>
            }
        };
        sums.into_iter().map(amount).collect_view().into_any()
    });
    let left_out = live(move || match open.get() {
        0 => ().into_any(),
        _ if sums.with(Vec::is_empty) => ().into_any(),
        count => {
            let words = move || t_count(texts::NOT_IN_TOTAL, count as u64, &[]);
            view! { <p>{live_text(words)}</p> }.into_any()
        }
    });
    view! {
        <section class="card part headline" aria-label=t(texts::TOTAL)>
            <h2>{t(texts::TOTAL)}</h2>
            {amounts}
            {left_out}
            <p class="muted">{live_text(rules)}</p>
            <p class="hint">{t(texts::CAP_NOTE)}</p>
            <p class="hint">{t(refund::TWO_SIDES)}</p>
        </section>
    }
    .into_any()
}

fn listed(sums: Vec<Money>) -> String {
    i18n::list(&sums.into_iter().map(calculations::money).collect::<Vec<_>>())
}
