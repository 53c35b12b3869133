//! The desk: the form on one side, its quote on the other, in step at every keystroke.

use super::{
    amounts, answer, carry_out, fields, limit, newest, notes, steps, take_along, ways_out,
};
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t_with;
use crate::paths::ReservationRef;
use crate::platform::clock;
use crate::query::{Query, use_query};
use crate::quote::chart::date_chart;
use crate::quote::following::{Terms, decimal_sign, follow_language, follow_terms};
use crate::quote::words;
use crate::shell::{agreement_mark, use_current_customer, use_policy};
use crate::ui::{Announcer, Notice, Tone, late, live, live_flag};
use calculator::Timeline;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use view_model::quote::Facts;
use view_model::quote::refund::link::{self, Linked, remarks};
use view_model::quote::refund::{FormText, Quoted, Shown};

/// The last quote that could be made, for the parts that show it.
pub(super) type QuoteSignal = Memo<Option<Arc<Quoted>>>;

/// A part that shows the quote, built again with it; nothing before there is one.
pub(super) fn of_quote(quoted: QuoteSignal, part: fn(&Quoted) -> AnyView) -> AnyView {
    live(move || quoted.with(|quoted| quoted.as_deref().map_or_else(|| ().into_any(), part)))
}

/// The form and its quote.
#[component]
pub fn Desk(
    /// The reservation.
    of: ReservationRef,
    /// Its records.
    facts: Arc<Facts>,
) -> impl IntoView {
    let query = use_query();
    let policy = use_policy();
    let today = clock::today();
    // What was typed before the records were read again.
    query.catch_up();
    let in_link = |name: &str| untrack(|| query.get(name));
    if let Some(named) = link::policy(in_link) {
        policy.show(named);
    }
    let linked = Linked::read(in_link, untrack(|| policy.get()));
    let sign = untrack(decimal_sign);
    let start = FormText::start(&facts, today, sign);
    let form = RwSignal::new(link::form(in_link, start, sign));
    follow_language(Box::new(move |before, now| {
        form.update(|form| *form = form.respelled(before, now));
    }));

    let recorded = Arc::clone(&facts);
    let shown = Memo::new(move |before: Option<&Shown>| {
        let case = form.with(|form| form.case(&recorded, policy.get(), decimal_sign()));
        let quoted = case.map(|case| {
            let remarks = remarks(&case, &recorded, &linked, today);
            Quoted::new(case).with_remarks(remarks)
        });
        Shown::next(before, Some(quoted))
    });
    let quoted: QuoteSignal = Memo::new(move |_| shown.with(|shown| shown.quoted.clone()));
    let needs_rate = facts.needs_rate();
    let terms = move || {
        let quoted = shown.with(|shown| shown.quoted.clone().filter(|_| shown.is_current()));
        Some(match quoted {
            Some(quoted) => link::parameters(&quoted.case).to_vec(),
            // Halfway through a number as well, so that nothing is lost with the page.
            None => {
                form.with(|form| link::typed(form, policy.get().id, decimal_sign(), needs_rate))
            }
        })
    };
    follow_quote(shown, query, Rc::new(terms));

    let is_stale = move || !shown.with(Shown::is_current);
    let name = facts.name().to_owned();
    let customer = use_current_customer();
    let id = of.customer.clone();
    let mark = MaybeProp::derive(move || agreement_mark(customer, &id));
    // Before there is a quote, nothing is said of one: not even that there is nothing.
    let has_quote = Memo::new(move |_| quoted.with(Option::is_some));
    let parts = Parts { shown, quoted, form, of: of.clone(), name: name.clone(), mark, today };
    view! {
        <div class="desk">
            {fields::fields(&facts, form, shown, today)}
            <div class="answer" class:stale=live_flag(is_stale)>
                {live(move || is_stale().then(|| stale(quoted)).into_any())}
                {live(move || match has_quote.get() {
                    true => answer(&parts),
                    false => ().into_any(),
                })}
                {take_along::ask_support(of.clone(), shown, name, mark)}
                {carry_out::part(of, &facts, shown, today, mark)}
            </div>
        </div>
    }
    .into_any()
}

/// What the parts of the answer are about.
struct Parts {
    shown: Memo<Shown>,
    quoted: QuoteSignal,
    form: RwSignal<FormText>,
    of: ReservationRef,
    name: String,
    mark: MaybeProp<String>,
    today: NaiveDate,
}

/// The answer, and what can be done with it.
fn answer(parts: &Parts) -> AnyView {
    let Parts { shown, quoted, form, of, name, mark, today } = parts;
    let (shown, quoted, form, mark, today) = (*shown, *quoted, *form, *mark, *today);
    let select_day = Callback::new(move |day: NaiveDate| {
        form.update(|form| form.day = day.to_string());
    });
    let day = Signal::derive(move || quoted.with(|it| it.as_ref().map_or(today, |it| it.case.on)));
    let timeline = timeline(quoted, today);
    let ways_out = ways_out::part(quoted, form, of.clone(), today);
    let (of, name) = (of.clone(), name.clone());
    view! {
        <div class="answer-pair lead">
            {answer::part(quoted, mark)}
            {newest::part(quoted)}
        </div>
        {notes::warnings(quoted)}
        {ways_out}
        <div class="answer-pair">
            {late(move || amounts::part(quoted).into_any())}
            {late(move || limit::part(quoted).into_any())}
        </div>
        {late(move || steps::part(quoted).into_any())}
        <section class="card part">
            {late(move || date_chart(timeline, day, select_day).into_any())}
        </section>
        {late(move || notes::disagreements(quoted).into_any())}
        {late(move || take_along::part(shown, of.clone(), name.clone(), mark).into_any())}
    }
    .into_any()
}

fn stale(quoted: QuoteSignal) -> AnyView {
    let title = move || {
        let text = if quoted.with(Option::is_some) { texts::STALE } else { texts::NO_QUOTE };
        text.get()
    };
    view! { <Notice tone=Tone::Warning title=title /> }.into_any()
}

/// Once the form rests, the address names its terms and a screen reader hears what is payable.
fn follow_quote(shown: Memo<Shown>, query: Query, terms: Terms) {
    let announcer = use_context::<Announcer>();
    let at_rest = move || {
        let now = shown.get();
        let Some(quoted) = now.quoted.as_deref().filter(|_| now.is_current()) else { return };
        if let Some(announcer) = announcer {
            announcer.say(&spoken(quoted));
        }
    };
    follow_terms(query, terms, Rc::new(at_rest));
}

fn spoken(quoted: &Quoted) -> String {
    let assessment = &quoted.quote.assessment;
    let payable = words::named(answer::title(Some(quoted)), words::money(assessment.payable));
    let decision = words::outcome(assessment).get().to_owned();
    t_with(texts::SPOKEN, &[("payable", payable), ("decision", decision)])
}

/// The chart's timeline. Choosing a day in the chart must not draw it anew, so that it depends on
/// everything but the day.
fn timeline(quoted: QuoteSignal, today: NaiveDate) -> Memo<Option<Arc<Timeline>>> {
    let subject = Memo::new_with_compare(
        move |_| quoted.get(),
        |before: Option<&Option<Arc<Quoted>>>, now| match (before, now) {
            (Some(Some(before)), Some(Some(now))) => !before.differs_by_day_only(now),
            _ => true,
        },
    );
    Memo::new(move |_| {
        subject.with(|subject| subject.as_ref().map(|quoted| Arc::new(quoted.timeline(today))))
    })
}
