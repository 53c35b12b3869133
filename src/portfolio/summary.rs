//! What the rows come to: the cards that lead to what is to be done, totals, and charts.
//!
//! All of it follows the filters, but a moment later than the rows: nobody waits for a chart while typing. The months
//! ahead are quoted one after the other, each in a step of its own.

use super::desk::{Desk, Shared};
use crate::customers::integer;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{customers, portfolio as texts, radar, reservation as record};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::paths;
use crate::platform::timer;
use crate::ui::{
    Cell, Choice as Option_, Column, Disclosure, Meter, RowHeader, SelectField, Table, Tone, live,
    live_text,
};
use calculator::{Currency, Money};
use chrono::{Months, NaiveDate};
use leptos::prelude::*;
use portfolio::columns::{
    Choice, CustomerLimit, EndingRights, Expiry, ExpiryMonth, LimitLeft, OutcomeKind, Refundable,
    Totals,
};
use std::time::Duration;
use view_model::portfolio::{HEIGHT, amount_in, bars, money_bars, used_permille};

/// How long the rows stay as they are before they are added up.
const PAUSE: Duration = Duration::from_millis(150);
/// Months ahead for which everything is quoted, beside today.
const MONTHS: u32 = 11;
/// Months whose expiries are drawn.
const EXPIRIES_MAX: usize = 36;
/// Customers whose cap is drawn.
const CUSTOMERS_MAX: usize = 8;

/// What rows come to.
#[derive(Debug)]
struct Sum {
    totals: Totals,
    limits: Vec<CustomerLimit>,
    expiries: Vec<ExpiryMonth>,
    rights: Option<EndingRights>,
}

/// What would come back on a day before the cap is looked at.
type Month = (NaiveDate, Vec<Money>);

/// Cards, totals and charts.
pub(super) fn summary(desk: Desk) -> AnyView {
    let sum = RwSignal::new(None::<Shared<Sum>>);
    let months = RwSignal::new(Vec::<Month>::new());
    let round = StoredValue::new(0_u32);
    Effect::new(move || {
        desk.found.track();
        desk.quotes.track();
        let now = round.get_value().wrapping_add(1);
        round.set_value(now);
        timer::after(PAUSE, move || {
            if round.try_get_value() == Some(now) {
                sum.set(Some(Shared::new(untrack(|| add_up(desk)))));
                months.set(Vec::new());
                next_month(desk, months, round, now);
            }
        });
    });
    view! {
        {cards(desk)}
        {live(move || match sum.get() {
            Some(sum) => view! { {totals(desk, &sum)} {charts(desk, &sum, months)} }.into_any(),
            None => ().into_any(),
        })}
    }
    .into_any()
}

fn add_up(desk: Desk) -> Sum {
    let (book, found, quotes) = (desk.book.get(), desk.found.get(), desk.quotes.get());
    let (portfolio, rows) = (&book.portfolio, &found.rows);
    Sum {
        totals: portfolio.totals(rows, &quotes),
        limits: portfolio.limits(rows, &quotes),
        expiries: portfolio.expiries(rows, &quotes),
        rights: portfolio.ending_rights(rows, &quotes),
    }
}

/// Quotes everything for the next month, and then for the one after it, unless other rows are asked for by then.
fn next_month(desk: Desk, months: RwSignal<Vec<Month>>, round: StoredValue<u32>, now: u32) {
    let month = untrack(|| {
        let (book, found) = (desk.book.get(), desk.found.get());
        let count = u32::try_from(months.with(Vec::len)).unwrap_or(u32::MAX);
        let day = book.portfolio.today().checked_add_months(Months::new(count))?;
        let question = desk.question_on(&book, day);
        let refundable = book.portfolio.refundable_on(&found.rows, &question);
        Some((day, refundable.without_limit()))
    });
    let Some(month) = month else { return };
    months.update(|months| months.push(month));
    if months.with_untracked(Vec::len) <= MONTHS as usize {
        timer::after(Duration::ZERO, move || {
            if round.try_get_value() == Some(now) {
                next_month(desk, months, round, now);
            }
        });
    }
}

/// What is to be done about: each with how many, and the way to them.
fn cards(desk: Desk) -> AnyView {
    let count = move |wanted: Choice| {
        desk.base.with(|found| {
            let mut counts = found.counts.iter();
            counts.find(|(choice, _)| *choice == wanted).map_or(0, |(_, count)| *count)
        })
    };
    let card = move |name: Text, choice: Choice, query: &str| {
        let address = paths::portfolio(query);
        let words = move || t_count(texts::RESERVATIONS_COUNT, count(choice).into(), &[]);
        view! {
            <li>
                <a class="portfolio-card" href=address>
                    <span class="portfolio-card-name">{t(name)}</span>
                    <span class="portfolio-card-count">{live_text(words)}</span>
                </a>
            </li>
        }
    };
    let over = Choice::Outcome(OutcomeKind::OverLimit);
    view! {
        <ul class="portfolio-cards">
            {card(texts::WEEK, Choice::ClosingThisWeek, "closing=week")}
            {card(texts::BACK, Choice::Outcome(OutcomeKind::ComesBack), "return=back&sort=-back")}
            {card(texts::CAPPED, over, "return=over&sort=customer,-back")}
            {card(texts::EXPIRE_SOON, Choice::Expiry(Expiry::Within90Days), "expires=90")}
        </ul>
    }
    .into_any()
}

fn amounts(all: &[Money]) -> Vec<String> {
    all.iter().map(|amount| money(*amount)).collect()
}

/// A total: its amounts, one to a currency, and what else there is to know of it.
fn total(name: Text, amounts: Vec<String>, notes: Vec<String>) -> AnyView {
    let amounts = amounts.into_iter().map(|amount| view! { <span class="money">{amount}</span> });
    let notes = notes.into_iter().map(|note| view! { <span class="detail">{note}</span> });
    view! {
        <div class="property">
            <dt>{t(name)}</dt>
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
            let count = t_count(texts::RESERVATIONS_COUNT, rights.rows.len() as u64, &[]);
            let day = i18n::date(rights.from);
            let name = move || t_with(texts::RIGHTS_END, &[("day", day.clone())]);
            let amounts = amounts(&rights.commitment).into_iter();
            let amounts =
                amounts.map(|amount| view! { <span class="detail">{amount}</span> }).collect_view();
            view! {
                <div class="property">
                    <dt>{live_text(name)}</dt>
                    <dd class="portfolio-total"><span class="money">{count}</span> {amounts}</dd>
                </div>
            }
        });
        let heading = match desk.view.with(|view| view.is_narrowed()) {
            true => texts::SUM_OF_SHOWN,
            false => texts::SUM_OF_ALL,
        };
        view! {
            <section class="card" aria-label=t(heading)>
                <h2>{t(heading)}</h2>
                <dl class="properties portfolio-totals">
                    {total(texts::BACK, amounts(&refundable.fits), notes(refundable))}
                    {total(texts::OWED, amounts(instalments), Vec::new())}
                    {total(texts::COMMITMENT, amounts(commitment), lacking)}
                    {total(texts::CAP_LEFT, vec![money(left.usd)], unknown_caps)}
                    {rights}
                </dl>
            </section>
        }
        .into_any()
    })
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
        notes.push(t_with(customers::ACTION_ON, &values));
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
        let tip = format!("{}: {words}", i18n::month(*day));
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
