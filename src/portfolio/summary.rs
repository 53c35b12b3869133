//! What the rows come to: the cards that lead to what is to be done, totals, and charts.
//!
//! At first it is drawn with the rows below, which it would move otherwise. Then all of it follows the filters, but a
//! moment later than the rows: nobody waits for a chart while typing or scrolling. What takes longer than a frame, such
//! as quoting everything for the months ahead, comes in steps, each of them once nobody does.

use super::desk::{Desk, Shared};
use crate::customers::integer;
use crate::i18n::calculations::{self, money};
use crate::i18n::catalogue::{
    customer, customers, portfolio as texts, quote, radar, reservation as record,
};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths;
use crate::platform::rest;
use crate::ui::{
    Cell, Choice as Option_, Column, Disclosure, Meter, RowHeader, SelectField, Table, explained,
    live, live_text, picture_controls, tip, unique,
};
use calculator::{Currency, Money};
use chrono::{Months, NaiveDate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;
use portfolio::columns::{
    Choice, CustomerLimit, EndingRights, Expiry, ExpiryMonth, LimitLeft, OutcomeKind, Quotes,
    Refundable, Totals,
};
use view_model::Tone;
use view_model::portfolio::{HEIGHT, amount_in, bars, money_bars, used_permille};
use view_model::quote::Number;

/// Months ahead for which everything is quoted, beside today.
const MONTHS: u32 = 11;
/// Rows that are quoted in one step, for a few milliseconds.
const ROWS_AT_ONCE: usize = 10_000;
/// Months whose expiries are drawn.
const EXPIRIES_MAX: usize = 36;
/// Customers whose cap is drawn.
const CUSTOMERS_MAX: usize = 8;

/// What rows come to.
#[derive(Debug)]
struct Sum {
    /// The UTC day of the quotes.
    on: NaiveDate,
    totals: Totals,
    limits: Vec<CustomerLimit>,
    expiries: Vec<ExpiryMonth>,
    rights: Option<EndingRights>,
}

/// What would come back on a day before the cap is looked at.
type Month = (NaiveDate, Vec<Money>);

impl Sum {
    /// What would come back on the day of the quotes before the cap is looked at.
    fn today(&self) -> Month {
        (self.on, self.totals.refundable.without_limit())
    }
}

/// Cards, totals and charts.
pub(super) fn summary(desk: Desk) -> AnyView {
    let first = untrack(|| add_up(desk));
    // The chart of the months ahead takes its room with the first of them.
    let months = RwSignal::new(vec![first.today()]);
    let sum = RwSignal::new(Shared::new(first));
    let round = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        desk.found.track();
        desk.quotes.track();
        let is_first = before.is_none();
        let now = round.get_value().wrapping_add(1);
        round.set_value(now);
        spawn_local(async move {
            rest::come().await;
            let is_current = move || round.try_get_value() == Some(now);
            if is_first || add_up_again(desk, sum, months, &is_current).await {
                look_ahead(desk, months, &is_current).await;
            }
        });
    });
    view! {
        {cards(desk)}
        {live(move || {
            let sum = sum.get();
            view! { {totals(desk, &sum)} {charts(desk, &sum, months)} }.into_any()
        })}
    }
    .into_any()
}

fn add_up(desk: Desk) -> Sum {
    let (book, found, quotes) = (desk.book.get(), desk.found.get(), desk.quotes.get());
    let (portfolio, rows) = (&book.portfolio, &found.rows);
    Sum {
        on: portfolio.today(),
        totals: portfolio.totals(rows, &quotes),
        limits: portfolio.limits(rows, &quotes),
        expiries: portfolio.expiries(rows, &quotes),
        rights: portfolio.ending_rights(rows, &quotes),
    }
}

/// Adds everything up in steps so short that scrolling goes on; whether nothing else was asked for by then.
async fn add_up_again(
    desk: Desk,
    sum: RwSignal<Shared<Sum>>,
    months: RwSignal<Vec<Month>>,
    is_current: &dyn Fn() -> bool,
) -> bool {
    if !is_current() {
        return false;
    }
    let (book, found, quotes) = untrack(|| (desk.book.get(), desk.found.get(), desk.quotes.get()));
    let (portfolio, rows) = (&book.portfolio, &found.rows);
    let totals = portfolio.totals(rows, &quotes);
    rest::come().await;
    let limits = portfolio.limits(rows, &quotes);
    rest::come().await;
    let expiries = portfolio.expiries(rows, &quotes);
    rest::come().await;
    let rights = portfolio.ending_rights(rows, &quotes);
    if !is_current() {
        return false;
    }
    let again = Sum { on: portfolio.today(), totals, limits, expiries, rights };
    months.set(vec![again.today()]);
    sum.set(Shared::new(again));
    true
}

/// Quotes everything for the months ahead, in as short steps, as long as nothing else is asked for.
async fn look_ahead(desk: Desk, months: RwSignal<Vec<Month>>, is_current: &dyn Fn() -> bool) {
    if !is_current() {
        return;
    }
    let (book, found) = untrack(|| (desk.book.get(), desk.found.get()));
    let (portfolio, rows) = (&book.portfolio, &found.rows);
    // The chart is drawn once, when all months are known.
    let mut all = untrack(|| months.get());
    for ahead in 1..=MONTHS {
        let Some(day) = portfolio.today().checked_add_months(Months::new(ahead)) else { break };
        // The page may have been left since, and its policy is gone with it.
        if !is_current() {
            return;
        }
        let question = untrack(|| desk.question_on(&book, day));
        let mut quotes = Quotes::none(portfolio, &question);
        for some in rows.chunks(ROWS_AT_ONCE) {
            rest::come().await;
            if !is_current() {
                return;
            }
            quotes.go_on(portfolio, some);
        }
        rest::come().await;
        let refundable = portfolio.refundable(rows, &quotes);
        all.push((day, refundable.without_limit()));
    }
    if is_current() {
        months.set(all);
    }
}

/// What is to be done about: each with how many, and the way to them.
fn cards(desk: Desk) -> AnyView {
    let count = move |wanted: Choice| {
        desk.base.with(|counts| {
            let mut counts = counts.iter();
            counts.find(|(choice, _)| *choice == wanted).map_or(0, |(_, count)| *count)
        })
    };
    let card = move |name: Text, choice: Choice, query: &str, number: Option<Number>| {
        let address = paths::portfolio(query);
        let words = move || t_count(texts::RESERVATIONS_COUNT, count(choice).into(), &[]);
        let described_by = number.map(|_| unique("explained"));
        let tip =
            described_by.clone().zip(number).map(|(id, number)| tip(id, behind(desk, number)));
        view! {
            <li class="tip-anchor">
                <a class="portfolio-card" href=address aria-describedby=described_by>
                    <span class="portfolio-card-name">{t(name)}</span>
                    <span class="portfolio-card-count">{live_text(words)}</span>
                </a>
                {tip}
            </li>
        }
    };
    let back = Choice::Outcome(OutcomeKind::ComesBack);
    let over = Choice::Outcome(OutcomeKind::OverLimit);
    view! {
        <ul class="portfolio-cards">
            {card(texts::WEEK, Choice::ClosingThisWeek, "closing=week", None)}
            {card(texts::BACK, back, "return=back&sort=-back", Some(Number::ComesBack))}
            {card(texts::CAPPED, over, "return=over&sort=customer,-back", Some(Number::CapLeft))}
            {card(texts::EXPIRE_SOON, Choice::Expiry(Expiry::Within90Days), "expires=90", None)}
        </ul>
    }
    .into_any()
}

fn amounts(all: &[Money]) -> Vec<String> {
    all.iter().map(|amount| money(*amount)).collect()
}

/// How a number of the page comes about.
fn behind(desk: Desk, number: Number) -> TextProp {
    (move || calculations::behind(number, desk.policy.get())).into()
}

/// A total: its amounts, one to a currency, and what else there is to know of it.
fn total(name: AnyView, amounts: Vec<String>, notes: Vec<String>) -> AnyView {
    let amounts = amounts.into_iter().map(|amount| view! { <span class="money">{amount}</span> });
    let notes = notes.into_iter().map(|note| view! { <span class="detail">{note}</span> });
    view! {
        <div class="property">
            <dt>{name}</dt>
            <dd class="portfolio-total">{amounts.collect_view()} {notes.collect_view()}</dd>
        </div>
    }
    .into_any()
}

fn totals(desk: Desk, sum: &Shared<Sum>) -> AnyView {
    let sum = sum.clone();
    live(move || {
        let Totals { refundable, commitment, instalments, lacking, .. } = &sum.totals;
        let left = LimitLeft::of(&sum.limits);
        let unknown_caps = counted(texts::CUSTOMERS_UNKNOWN, left.unknown.into());
        let lacking = counted(texts::NOT_IN_SUMS, u64::from(*lacking));
        let rights = sum.rights.as_ref().filter(|rights| !rights.rows.is_empty()).map(|rights| {
            let day = i18n::date(rights.from);
            let name = move || t_with(texts::RIGHTS_END, &[("day", day.clone())]);
            counted_total(live_text(name), rights.rows.len(), &rights.commitment)
        });
        let Totals { expiring, expiring_commitment, .. } = &sum.totals;
        let expiring = counted_total(
            t(texts::EXPIRE_SOON).into_any(),
            *expiring as usize,
            expiring_commitment,
        );
        let heading = match desk.view.with(|view| view.is_narrowed()) {
            true => texts::SUM_OF_SHOWN,
            false => texts::SUM_OF_ALL,
        };
        let name = |name, number| explained(t(name).into_any(), behind(desk, number));
        let back = name(texts::BACK, Number::ComesBack);
        let owed = name(texts::OWED, Number::NoLongerOwed);
        let left_of_commitment = name(texts::COMMITMENT, Number::CommitmentLeft);
        let left_of_cap = name(texts::CAP_LEFT, Number::CapLeft);
        view! {
            <section class="card" aria-label=t(heading)>
                <h2>{t(heading)}</h2>
                <dl class="properties portfolio-totals">
                    {total(back, amounts(&refundable.fits), notes(refundable))}
                    {total(owed, amounts(instalments), Vec::new())}
                    {total(left_of_commitment, amounts(commitment), lacking)}
                    {total(left_of_cap, vec![money(left.usd)], unknown_caps)}
                    {expiring}
                    {rights}
                </dl>
            </section>
        }
        .into_any()
    })
}

/// How many reservations, with what is left of their commitment.
fn counted_total(name: AnyView, rows: usize, commitment: &[Money]) -> AnyView {
    let count = t_count(texts::RESERVATIONS_COUNT, rows as u64, &[]);
    let amounts = amounts(commitment).into_iter();
    let amounts = amounts.map(|amount| view! { <span class="detail">{amount}</span> });
    view! {
        <div class="property">
            <dt>{name}</dt>
            <dd class="portfolio-total"><span class="money">{count}</span> {amounts.collect_view()}</dd>
        </div>
    }
    .into_any()
}

fn counted(text: crate::i18n::Counted, count: u64) -> Vec<String> {
    if count == 0 { Vec::new() } else { vec![t_count(text, count, &[])] }
}

/// What a sum of refunds leaves out, and why.
fn notes(of: &Refundable) -> Vec<String> {
    let mut notes = Vec::new();
    if !of.over.is_empty() {
        let values = [("amount", money(of.over_at_most))];
        notes.push(t_count(texts::OVER_AT_MOST, of.over.len() as u64, &values));
    }
    for amount in &of.unchecked {
        let values = [("action", money(*amount)), ("name", radar::NO_RATE_NO_CAP.get().to_owned())];
        notes.push(t_with(customer::ACTION_ON, &values));
    }
    notes.extend(counted(texts::CAP_UNKNOWN_ROWS, of.unknown.into()));
    notes
}

fn charts(desk: Desk, sum: &Shared<Sum>, months: RwSignal<Vec<Month>>) -> AnyView {
    view! {
        <div class="portfolio-charts">
            {expiry_chart(sum)}
            {value_chart(sum, months)}
            {cap_chart(desk, sum)}
        </div>
    }
    .into_any()
}

/// Bars over months, with what each says, and the same as a table.
fn bar_chart(
    heading: Text,
    description: String,
    heights: &[u32],
    said: Vec<(NaiveDate, String)>,
    value: Text,
) -> AnyView {
    let width = heights.len() * 10;
    let bars = heights.iter().zip(&said).enumerate().map(|(place, (height, (day, words)))| {
        let values = [("name", i18n::month(*day)), ("value", words.clone())];
        let tip = t_with(quote::TEXT_LINE, &values);
        view! {
            <rect
                class="bar"
                x=(place * 10 + 1).to_string()
                width="8"
                y=(HEIGHT - height).to_string()
                height=height.to_string()
            >
                <title>{tip}</title>
            </rect>
        }
    });
    let ends = said.first().zip(said.last()).map(|(first, last)| {
        view! { <li>{i18n::month(first.0)}</li> <li>{i18n::month(last.0)}</li> }
    });
    let row = |(day, words): &(NaiveDate, String)| {
        let day = i18n::month(*day);
        let words = words.clone();
        view! {
            <tr role="row">
                <RowHeader>{day}</RowHeader>
                <Cell label=value is_number=true>{words}</Cell>
            </tr>
        }
    };
    let columns = vec![Column::new(texts::MONTH), Column::new(value).number()];
    let rows = said.iter().map(row).collect_view();
    view! {
        <svg
            class="portfolio-bars"
            role="img"
            aria-label=description
            viewBox=format!("0 0 {width} {HEIGHT}")
            preserveAspectRatio="none"
        >
            {bars.collect_view()}
        </svg>
        <ol class="axis-x" aria-hidden="true">{ends}</ol>
        {picture_controls()}
        <Disclosure summary=record::DAILY_AS_TABLE>
            <Table caption=heading columns>{rows}</Table>
        </Disclosure>
    }
    .into_any()
}

fn expiry_chart(sum: &Shared<Sum>) -> AnyView {
    let sum = sum.clone();
    let chart = live(move || {
        let months = &sum.expiries[..sum.expiries.len().min(EXPIRIES_MAX)];
        let Some(most) = months.iter().max_by_key(|month| month.rows).filter(|it| it.rows > 0)
        else {
            return view! { <p class="muted">{t(texts::NONE_EXPIRES)}</p> }.into_any();
        };
        let heights = bars(&months.iter().map(|month| month.rows.into()).collect::<Vec<_>>());
        let said = months.iter().map(|month| {
            let amounts = amounts(&month.commitment);
            let words = std::iter::once(integer(month.rows as usize)).chain(amounts);
            (month.month, words.collect::<Vec<_>>().join(" · "))
        });
        let values = [("month", i18n::month(most.month))];
        let description = t_count(texts::EXPIRY_WORDS, most.rows.into(), &values);
        let words = description.clone();
        view! {
            <p class="hint">{words}</p>
            {bar_chart(texts::EXPIRY_CHART, description, &heights, said.collect(), texts::EXPIRES_IN_IT)}
        }
        .into_any()
    });
    view! { <figure class="card portfolio-chart"><h2>{t(texts::EXPIRY_CHART)}</h2>{chart}</figure> }
        .into_any()
}

fn value_chart(sum: &Shared<Sum>, months: RwSignal<Vec<Month>>) -> AnyView {
    // The currencies in which anything comes back today, the choice among them.
    let currencies: Vec<Currency> =
        sum.totals.refundable.without_limit().iter().map(|amount| amount.currency()).collect();
    let chosen = RwSignal::new(currencies.first().copied());
    let select = (currencies.len() > 1).then(|| {
        let choices = currencies.iter().map(|it| Option_::new(it.code(), it.code().to_owned()));
        let value = Signal::derive(move || {
            chosen.get().map_or(String::new(), |currency| currency.code().to_owned())
        });
        let on_change = Callback::new(move |code: String| chosen.set(Currency::parse(&code).ok()));
        let choices = choices.collect::<Vec<_>>();
        view! { <SelectField label=texts::CURRENCY choices value on_change /> }
    });
    let chart = live(move || {
        let Some(currency) = chosen.get() else {
            return view! { <p class="muted">{t(texts::NOTHING_BACK)}</p> }.into_any();
        };
        let (days, values): (Vec<_>, Vec<_>) = months.get().into_iter().unzip();
        if days.is_empty() {
            return ().into_any();
        }
        let heights = money_bars(&values, currency);
        let amount = |of: &Vec<Money>| amount_in(of, currency).map(money).unwrap_or_default();
        let said: Vec<_> = days.iter().copied().zip(values.iter().map(amount)).collect();
        let ends = said.first().zip(said.last());
        let description = ends.map(|(first, last)| {
            let values = [
                ("amount", first.1.clone()),
                ("later", last.1.clone()),
                ("day", i18n::date(last.0)),
            ];
            t_with(texts::VALUE_WORDS, &values)
        });
        let description = description.unwrap_or_default();
        let words = description.clone();
        view! {
            <p class="hint">{words}</p>
            {bar_chart(texts::VALUE_CHART, description, &heights, said, texts::COMES_BACK)}
        }
        .into_any()
    });
    view! {
        <figure class="card portfolio-chart">
            <h2>{t(texts::VALUE_CHART)}</h2>
            {select}
            {chart}
        </figure>
    }
    .into_any()
}

/// The customers who have used most of their caps, or would.
fn cap_chart(desk: Desk, sum: &Shared<Sum>) -> AnyView {
    let sum = sum.clone();
    let list = live(move || {
        let policy = desk.quotes.get().policy();
        let rows = sum.limits.iter().take(CUSTOMERS_MAX).map(|limit| {
            let name = desk.customer_name(limit.customer);
            let id = desk.customer_id(limit.customer);
            let address =
                paths::portfolio(&format!("of={}", view_model::encoding::query_component(&id)));
            let left = match limit.used.zip(limit.left) {
                Some((used, left)) => {
                    let permille = used_permille(used, policy);
                    let tone =
                        if limit.is_over() == Some(true) { Tone::Warning } else { Tone::Neutral };
                    let words = move || t_with(texts::LEFT_OF_CAP, &[("left", money(left))]);
                    view! { <Meter name=customers::LIMIT_USED permille words tone=tone /> }
                        .into_any()
                }
                None => {
                    view! { <span class="hint">{t(customers::LIMIT_NOT_KNOWN)}</span> }.into_any()
                }
            };
            let asked = limit.asked.map(|asked| {
                let words = move || t_with(texts::ASKED, &[("amount", money(asked))]);
                view! { <span class="detail">{live_text(words)}</span> }
            });
            view! { <li><a href=address>{name}</a> {left} {asked}</li> }
        });
        view! { <ul class="portfolio-caps">{rows.collect_view()}</ul> }.into_any()
    });
    view! {
        <figure class="card portfolio-chart">
            <h2>{t(texts::CAP_CHART)}</h2>
            <p class="hint">{t(texts::CAP_HINT)}</p>
            {list}
        </figure>
    }
    .into_any()
}
