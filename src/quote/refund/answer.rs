//! The answer: the three numbers and the decision, what leads to them, the limit, and the ways out.

use super::numbers::numbers;
use super::{Parts, QuoteSignal, take_along};
use crate::i18n::calculations;
use crate::i18n::catalogue::{cap as cap_texts, quote, refund as texts, rules};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths;
use crate::quote::answer::{
    Newest, amount_entry, disagreement_list, list, newest, steps, verdict_of, warning_notices,
};
use crate::quote::chart::date_chart;
use crate::quote::remark::remark_notices;
use crate::shell::policy_name;
use crate::ui::{
    Badge, Button, ButtonKind, Cell, Column, DateText, Disclosure, LinkButton, Notice, RowHeader,
    Table, late, live, live_attr, live_text,
};
use calculator::{
    Assessment, BillingPlan, Decision, LaterReturn, LedgerEntry, LimitUse, Money, Refusal,
    Timeline, Warning,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::quote::bars::{LimitBar, WIDTH, limit_bar};
use view_model::quote::refund::{FormText, Quoted, Ways};

/// The answer, and what can be done with it.
pub(super) fn answer(parts: &Parts) -> AnyView {
    let Parts { shown, quoted, form, of, name, mark, today } = parts;
    let (shown, quoted, form, mark, today) = (*shown, *quoted, *form, *mark, *today);
    let select_day = Callback::new(move |day: NaiveDate| {
        form.update(|form| form.choose_day(day.to_string()));
    });
    let day = Signal::derive(move || {
        quoted.with(|it| it.as_ref().map_or_else(|| today.get(), |it| it.case.on))
    });
    let timeline = timeline(quoted, today);
    let ways_out = ways_out(quoted, form, of.clone(), today);
    let cap = paths::cap(&of.customer);
    let (of, name) = (of.clone(), name.clone());
    view! {
        {headline_part(quoted, mark)}
        <div class="stack remarks">{remark_notices(list(shown, |quoted| &quoted.remarks))}</div>
        {warning_notices(list(shown, |quoted| &quoted.quote.warnings))}
        {late(move || ways_out)}
        <div class="answer-pair">
            {late(move || amounts_part(quoted))}
            {late(move || limit_part(quoted, cap.clone()))}
        </div>
        {late(move || of_quote(quoted, under_newest))}
        {late(move || steps(list(shown, |quoted| &quoted.quote.steps)))}
        {late(move || {
            let chart = date_chart(timeline, day, select_day);
            view! { <section class="card part">{chart}</section> }.into_any()
        })}
        {late(move || disagreement_list(list(shown, |quoted| &quoted.quote.disagreements)))}
        {late(move || take_along::part(shown, of.clone(), name.clone(), mark))}
    }
    .into_any()
}

/// The chart's timeline. Choosing a day in the chart must not draw it anew, so that it depends on
/// everything but the day.
fn timeline(quoted: QuoteSignal, today: Signal<NaiveDate>) -> Memo<Option<Arc<Timeline>>> {
    let subject = Memo::new_with_compare(
        move |_| quoted.get(),
        |before: Option<&Option<Arc<Quoted>>>, now| match (before, now) {
            (Some(Some(before)), Some(Some(now))) => !before.differs_by_day_only(now),
            _ => true,
        },
    );
    Memo::new(move |_| {
        subject
            .with(|subject| subject.as_ref().map(|quoted| Arc::new(quoted.timeline(today.get()))))
    })
}

/// A part that shows the quote, built again with it; nothing before there is one.
fn of_quote(quoted: QuoteSignal, part: fn(&Quoted) -> AnyView) -> AnyView {
    live(move || quoted.with(|quoted| quoted.as_deref().map_or_else(|| ().into_any(), part)))
}

/// The three numbers and the decision. `mark` is said with them: that the rules are not those of the
/// customer's agreement.
fn headline_part(quoted: QuoteSignal, mark: MaybeProp<String>) -> AnyView {
    view! {
        <section class="card part headline" aria-label=t(quote::ANSWER)>
            <h2>{t(quote::ANSWER)}</h2>
            {live(move || match mark.get() {
                Some(mark) => view! { <Notice tone=Tone::Warning title=mark /> }.into_any(),
                None => ().into_any(),
            })}
            {of_quote(quoted, headline)}
            <p class="hint">{t(texts::TWO_SIDES)}</p>
        </section>
    }
    .into_any()
}

fn headline(quoted: &Quoted) -> AnyView {
    let assessment = quoted.quote.assessment;
    let refusal = assessment.decision.refusal();
    let (word, tone) = verdict_of(&assessment);
    // A refusal stands in the place of the numbers, in this sentence.
    let sentence = refusal.is_none().then(|| calculations::outcome(&assessment));
    let (units, owned, day) = (quoted.case.units, quoted.case.holding.quantity(), quoted.case.on);
    let subject = move || {
        let values = [
            ("units", i18n::integer(units)),
            ("owned", i18n::integer(owned.into())),
            ("day", i18n::date(day)),
        ];
        t_with(texts::UNITS_ON_DAY, &values)
    };
    let policy = quoted.quote.policy;
    let rules = move || t_with(quote::UNDER_RULES, &[("policy", policy_name(policy))]);
    view! {
        {numbers(quoted)}
        <p class="verdict">
            <Badge tone>{t(word)}</Badge>
            {sentence.map(|sentence| view! { <span>{t(sentence)}</span> })}
            {refusal.map(|refusal| view! { <strong>{t(calculations::refusal(refusal))}</strong> })}
        </p>
        <p class="muted">{live_text(subject)} <br /> {live_text(rules)}</p>
    }
    .into_any()
}

/// The outcome under the newest policy.
fn under_newest(quoted: &Quoted) -> AnyView {
    let outcome = quoted.quote.newest;
    let under = Newest {
        name: None,
        amount: Some(outcome.payable),
        verdict: verdict_of(&outcome),
        refusal: outcome.decision.refusal(),
    };
    newest(quoted.quote.policy, under)
}

/// The ways out of a return that is refused or capped; each changes `form`.
fn ways_out(
    quoted: QuoteSignal,
    form: RwSignal<FormText>,
    of: ReservationRef,
    today: Signal<NaiveDate>,
) -> AnyView {
    live(move || {
        quoted.with(|quoted| {
            match quoted.as_deref().and_then(|it| Some((it, it.ways_out(today.get())?))) {
                Some((quoted, ways)) => {
                    ways_out_section(ways, quoted.quote.assessment.decision, form, &of)
                }
                None => ().into_any(),
            }
        })
    })
}

fn ways_out_section(
    ways: Ways,
    decision: Decision,
    form: RwSignal<FormText>,
    of: &ReservationRef,
) -> AnyView {
    let fewer = ways.fewer_units.map(|(units, payable)| {
        let click = Callback::new(move |_| form.update(|form| form.units = units.to_string()));
        let words = move || {
            t_count(texts::RETURN_FEWER, units, &[("amount", calculations::money(payable))])
        };
        view! { <Button kind=ButtonKind::Primary on_click=click>{live_text(words)}</Button> }
    });
    let later = ways.later_day.map(|(day, LaterReturn { payable, charged })| {
        let click = Callback::new(move |_| form.update(|form| form.choose_day(day.to_string())));
        let text = match charged.is_zero() {
            true => texts::RETURN_LATER,
            false => texts::RETURN_LATER_CHARGED,
        };
        let words = move || {
            let values = [
                ("day", i18n::date(day)),
                ("amount", calculations::money(payable)),
                ("charged", calculations::money(charged)),
            ];
            t_with(text, &values)
        };
        view! { <Button on_click=click>{live_text(words)}</Button> }
    });
    let is_dead_end = fewer.is_none() && later.is_none();
    let is_about_limit = matches!(decision.refusal(), None | Some(Refusal::RefundLimitExceeded));
    let exchange = ways.exchange_keeps.filter(|_| is_about_limit).map(|kept| {
        let address = Signal::stored(paths::exchange(std::slice::from_ref(of)));
        let words =
            move || t_with(texts::EXCHANGE_INSTEAD, &[("amount", calculations::money(kept))]);
        view! { <LinkButton address>{live_text(words)}</LinkButton> }
    });
    let has_exchange = exchange.is_some();
    view! {
        <section class="card part ways-out" aria-label=t(quote::WAYS_OUT)>
            <h2>{t(quote::WAYS_OUT)}</h2>
            {is_dead_end.then(|| view! { <p>{t(texts::NO_WAY)}</p> })}
            <div class="button-row">{fewer} {later} {exchange}</div>
            {has_exchange.then(|| view! { <p class="hint">{t(texts::EXCHANGE_USES_NONE)}</p> })}
        </section>
    }
    .into_any()
}

/// The class of the line that says what is paid out.
pub(super) const TOTAL: &str = "total";

/// One line: how it goes into the next, what it is, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The sign before the amount.
    pub sign: &'static str,
    /// What it is.
    pub name: Text,
    /// How much.
    pub amount: Money,
    /// How it is set off from the others.
    pub class: &'static str,
}

/// The amounts of a quote.
fn amounts_part(quoted: QuoteSignal) -> AnyView {
    view! {
        <section class="card part" aria-label=t(texts::AMOUNTS)>
            <h2>{t(texts::AMOUNTS)}</h2>
            {of_quote(quoted, amounts_table)}
        </section>
    }
    .into_any()
}

/// The lines of a quote; none where the amounts cannot be computed.
#[must_use]
pub fn lines(assessment: &Assessment) -> Vec<Line> {
    let Some(amounts) = assessment.amounts else { return Vec::new() };
    let line = |sign, name, amount| Line { sign, name, amount, class: "" };
    let mut lines = vec![
        line("", rules::INPUT_PAID, amounts.paid),
        line("−", rules::INPUT_CONSUMED, amounts.consumed),
        line("=", rules::INPUT_CREDIT, amounts.credit),
        line("−", rules::INPUT_FEE, amounts.fee),
        line("=", rules::INPUT_REFUND, amounts.refund),
    ];
    let lost = assessment.limit.map(|limit| limit.lost_to_limit);
    lines.extend(
        lost.filter(|lost| !lost.is_zero())
            .map(|lost| Line { class: "lost", ..line("−", rules::INPUT_LOST_USD, lost) }),
    );
    let payable = match calculations::is_unchecked(assessment) {
        true => texts::PAID_OUT_AT_MOST,
        false => rules::INPUT_PAYABLE,
    };
    lines.push(Line { class: TOTAL, ..line("=", payable, assessment.payable) });
    lines
}

pub(in crate::quote) fn amounts_table(quoted: &Quoted) -> AnyView {
    let assessment = &quoted.quote.assessment;
    let lines = lines(assessment);
    if lines.is_empty() {
        return view! { <p class="hint">{t(texts::NO_AMOUNTS)}</p> }.into_any();
    }
    let columns = vec![Column::new(texts::AMOUNTS), Column::new(texts::AMOUNT).number()];
    let rows = lines.into_iter().map(amount_row).collect_view();
    let lost = assessment.limit.map(|limit| limit.lost_to_limit).filter(|lost| !lost.is_zero());
    let lost = lost.map(|lost| {
        let words = move || t_with(texts::LOST_IN_WORDS, &[("amount", calculations::money(lost))]);
        view! { <p class="lost-words">{live_text(words)}</p> }
    });
    let is_monthly = quoted.case.holding.billing_plan() == BillingPlan::Monthly;
    view! {
        <div class="amounts">
            <Table caption=texts::AMOUNTS columns>{rows}</Table>
        </div>
        {lost}
        {is_monthly.then(|| commitment(assessment))}
    }
    .into_any()
}

fn amount_row(line: Line) -> AnyView {
    let Line { sign, name, amount, class } = line;
    view! {
        <tr role="row" class=class>
            <RowHeader>{t(name)}</RowHeader>
            <Cell label=texts::AMOUNT is_number=true>
                <span class="sign" aria-hidden="true">{sign}</span>
                {live_text(move || calculations::money(amount))}
            </Cell>
        </tr>
    }
    .into_any()
}

/// What becomes of the future payments of a monthly plan.
fn commitment(assessment: &Assessment) -> Option<AnyView> {
    let amounts = assessment.amounts?;
    let entry = |name: Text, amount: Money| {
        view! {
            <div class="property">
                <dt>{t(name)}</dt>
                <dd class="money">{live_text(move || calculations::money(amount))}</dd>
            </div>
        }
    };
    let view = view! {
        <dl class="properties commitment">
            {entry(rules::INPUT_CANCELLED_INSTALMENTS, amounts.cancelled_instalments)}
            {entry(rules::INPUT_CANCELLED_COMMITMENT, amounts.cancelled_commitment)}
        </dl>
        <p class="hint">{t(texts::INSTALMENTS_NOTE)}</p>
    };
    Some(view.into_any())
}

/// The yearly limit of the customer.
fn limit_part(quoted: QuoteSignal, cap: String) -> AnyView {
    let count = move || {
        let count = quoted.with(|quoted| quoted.as_deref().map_or(0, |it| counting(it).len()));
        t_with(texts::REPLENISHED, &[("count", i18n::integer(count as u64))])
    };
    view! {
        <section class="card part" aria-label=t(texts::LIMIT)>
            <h2>{t(texts::LIMIT)}</h2>
            <p class="hint">{t(texts::LIMIT_ABOUT)}</p>
            {of_quote(quoted, limit_use)}
            <Disclosure summary=count>{of_quote(quoted, replenishment)}</Disclosure>
            <p>
                <a href=cap>{t(cap_texts::OPEN)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The cancellations that count on the day of the quote.
fn counting(quoted: &Quoted) -> &[LedgerEntry] {
    quoted.case.ledger.counting_on(quoted.case.on)
}

fn limit_use(quoted: &Quoted) -> AnyView {
    match &quoted.quote.assessment.limit {
        Some(limit) => limit_in_use(*limit),
        None => {
            let why = calculations::warning(Warning::LimitUnknown);
            view! { <Notice tone=Tone::Warning title=why /> }.into_any()
        }
    }
}

fn limit_in_use(limit: LimitUse) -> AnyView {
    let parts = limit_bar(&limit);
    let counts = limit.of_return.map(|of_return| of_return.counts);
    let observed = limit.of_return.and_then(|of_return| of_return.counts_as_observed);
    let left = if parts.is_over { texts::LEFT_BEFORE } else { texts::LEFT_AFTER };
    let left_amount = if parts.is_over { limit.left_before } else { limit.left_after };
    view! {
        {limit_bar_view(&limit, parts)}
        <dl class="limit-parts">
            {amount_entry("used", texts::USED_BEFORE, limit.used_before)}
            {counts.map(|counts| {
                let class = if parts.is_over { "over" } else { "counts" };
                amount_entry(class, texts::THIS_RETURN, counts)
            })}
            {observed.map(|observed| amount_entry("", texts::THIS_RETURN_OBSERVED, observed))}
            {amount_entry("left", left, left_amount)}
            {amount_entry("", rules::INPUT_LIMIT_USD, limit.limit)}
            {(!limit.lost_to_limit.is_zero())
                .then(|| amount_entry("lost", rules::INPUT_LOST_USD, limit.lost_to_limit))}
        </dl>
    }
    .into_any()
}

fn limit_bar_view(limit: &LimitUse, parts: LimitBar) -> AnyView {
    let LimitBar { used, counts, is_over } = parts;
    let (used_before, whole) = (limit.used_before, limit.limit);
    let of_return = limit.of_return.map_or(Money::zero(whole.currency()), |it| it.counts);
    let spoken = move || {
        let values = [
            ("used", calculations::money(used_before)),
            ("counts", calculations::money(of_return)),
            ("limit", calculations::money(whole)),
        ];
        Some(t_with(texts::LIMIT_SPOKEN, &values))
    };
    let class = if is_over { "limit-over" } else { "limit-counts" };
    view! {
        <svg
            class="limit-bar"
            viewBox=format!("0 0 {WIDTH} 12")
            preserveAspectRatio="none"
            role="img"
            aria-label=live_attr(spoken)
        >
            <rect class="limit-free" width=WIDTH height="12" />
            <rect class="limit-used" width=used height="12" />
            <rect class=class x=used width=counts height="12" />
        </svg>
    }
    .into_any()
}

/// When each of the cancellations that count stops counting.
fn replenishment(quoted: &Quoted) -> AnyView {
    let entries = counting(quoted);
    if entries.is_empty() {
        return view! { <p class="hint">{t(texts::NOTHING_COUNTS)}</p> }.into_any();
    }
    let columns = vec![
        Column::new(texts::FREE_AGAIN_ON),
        Column::new(texts::COUNTED_USD).number(),
        Column::new(texts::CANCELLED_ON),
    ];
    let rows = entries.iter().map(|&entry| {
        let usd = entry.usd;
        view! {
            <tr role="row">
                <RowHeader><DateText date=Signal::stored(entry.free_again()) /></RowHeader>
                <Cell label=texts::COUNTED_USD is_number=true>{live_text(move || calculations::money(usd))}</Cell>
                <Cell label=texts::CANCELLED_ON>{live_text(move || i18n::date(entry.date))}</Cell>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=texts::LIMIT columns>{rows}</Table>
    }
    .into_any()
}
