//! What to do while exchange rights last: every reservation that can still be exchanged freely, the most money first,
//! with the best of keeping, refund, exchange and trade-in, and the pages to do it filled in.
//!
//! Which they are and what is at stake follows from the columns of the portfolio, so that a hundred thousand are in
//! their order at once. What is best takes the record and the order: of the rows that are drawn they are asked for, a
//! few at a time.

use super::table::{action, named};
use crate::api::{Api, ApiError, State, load, use_api};
use crate::customers::{integer, use_drawn};
use crate::export::{Luggage, Take, export_menu};
use crate::i18n::calculations::money;
use crate::i18n::catalogue::{
    common, comparison as choices, customer, own, portfolio, radar, reservation as record,
    rights_end as texts, titles,
};
use crate::i18n::{Text, date, locale, t, t_count, t_with};
use crate::paths::{self, Entry as Page, route};
use crate::platform::{effect::effect, focus, intl, rest, timer};
use crate::problem::{self, Problem};
use crate::quote::book::{Book, row_name};
use crate::quote::commands::{NEUTRAL_REASON, Write, open_commands};
use crate::quote::comparison::{choice_name, reason_words};
use crate::reservation::{no_exchange, no_refund};
use crate::rights::{Rights, use_rights};
use crate::shell::{PolicyChoice, use_policy};
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, Cell, Column, Crumb, Dialog, Heading, Icon, Keyed,
    Menu, Notice, RowHeader, Skeleton, Symbol, Table, keyed_gradually, live, live_text,
};
use azure::{Order, ProvisioningState, Reservation};
use calculator::{Ledger, Money, Policy};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use view_model::rights_end::{self, Terms, Weighed, day};
use view_model::{ReservationRef, Tone};

/// Records that are asked for at the same time; browsers allow six requests to one host, and other pages want some.
const ASKED_MAX: usize = 4;

/// What to do before exchange rights end.
#[component]
pub fn BeforeRightsEnd() -> impl IntoView {
    let api = use_api();
    let loaded = load(|| (), move |()| async move { Book::read(api, None).await });
    // What another tab has changed comes into the list that is there, under the hands of whoever reads it.
    let body = Memo::new(move |_| match loaded.state() {
        State::Loading => Body::Loading,
        State::Failed(error) => Body::Failed(error),
        State::Ready(_) => Body::Ready,
    });
    let book = Memo::new_with_compare(
        move |before: Option<&Option<Arc<Book>>>| {
            loaded.ready().or_else(|| before.cloned().flatten())
        },
        |_, _| true,
    );
    let crumbs = vec![Crumb::link(titles::RADAR, paths::radar()), Crumb::here(texts::TITLE)];
    let summary = move || {
        live_text(move || {
            let day = day().map(date).unwrap_or_default();
            t_with(texts::SUMMARY, &[("day", day)])
        })
    };
    let on_retry = Callback::new(move |()| loaded.reload());
    view! {
        <Breadcrumbs crumbs />
        <Heading title=route::RIGHTS_END.title summary />
        {live(move || match body.get() {
            Body::Loading => view! { <Skeleton lines=10 /> }.into_any(),
            Body::Failed(error) => view! { <Problem error on_retry /> }.into_any(),
            Body::Ready => untrack(|| list(api, book)),
        })}
    }
    .into_any()
}

/// What the page shows. Only a change from one to another makes it anew.
#[derive(Clone, PartialEq)]
enum Body {
    Loading,
    Failed(ApiError),
    Ready,
}

/// The reservations in question, in their order.
struct List {
    book: Arc<Book>,
    /// Rows of the portfolio, each with the money at stake.
    stakes: Vec<(u32, Option<Money>)>,
    commitment: Vec<Money>,
}

impl List {
    fn of(book: Arc<Book>, policy: &'static Policy) -> Self {
        let portfolio = &book.portfolio;
        let quotes = portfolio.quotes(&book.question(portfolio.today(), policy));
        let all: Vec<u32> = (0_u32..).take(portfolio.len()).collect();
        let (stakes, commitment) = match portfolio.ending_rights(&all, &quotes) {
            Some(ending) => (portfolio.stakes(&ending.rows, &quotes), ending.commitment),
            None => (Vec::new(), Vec::new()),
        };
        Self { book, stakes, commitment }
    }

    /// What is taken along as a file.
    fn luggage(&self, policy: &'static Policy) -> Luggage {
        let portfolio = &self.book.portfolio;
        let quotes = portfolio.quotes(&self.book.question(portfolio.today(), policy));
        Luggage {
            book: Arc::clone(&self.book),
            quotes: Arc::new(quotes),
            rows: Arc::new(self.stakes.iter().map(|(row, _)| *row).collect()),
        }
    }

    /// The first rows.
    fn lines(&self, max: usize) -> Lines {
        let portfolio = &self.book.portfolio;
        let line = |(row, stake): &(u32, Option<Money>)| {
            let view = portfolio.row(*row);
            let owner = portfolio.customer_of(*row);
            let of = self.book.reference(&view);
            // Without a record nothing tells two rows of a customer apart but their places.
            let key = match &of {
                Some(of) => (of.customer.clone(), of.order.clone(), of.reservation.clone()),
                None => (owner.tenant_id.to_string(), String::new(), row.to_string()),
            };
            Arc::new(Line {
                key,
                of,
                name: row_name(&view).to_owned(),
                tenant: owner.tenant_id.to_string(),
                customer: owner.name.to_string(),
                state: view.state.cloned(),
                stake: *stake,
                ledger: owner.ledger.clone(),
            })
        };
        let all: Vec<_> = self.stakes.iter().take(max).map(line).collect();
        let mut by_key = all.clone();
        by_key.sort_by(|one, other| one.key.cmp(&other.key));
        Lines { all, by_key }
    }
}

/// Tells rows apart whatever else they say: the customer, the order and the reservation.
type Key = (String, String, String);

/// What the columns say of a row.
#[derive(PartialEq)]
struct Line {
    key: Key,
    /// Nothing where there is no record to ask for.
    of: Option<ReservationRef>,
    name: String,
    tenant: String,
    customer: String,
    state: Option<ProvisioningState>,
    stake: Option<Money>,
    /// What counts toward the cap of the customer; nothing where that is not known.
    ledger: Option<Ledger>,
}

/// The rows that are drawn.
struct Lines {
    all: Vec<Arc<Line>>,
    /// The same in the order of their keys.
    by_key: Vec<Arc<Line>>,
}

impl Lines {
    fn find(&self, key: &Key) -> Option<Arc<Line>> {
        let place = self.by_key.binary_search_by(|line| line.key.cmp(key)).ok()?;
        self.by_key.get(place).cloned()
    }
}

/// What all rows of the list share.
#[derive(Clone, Copy)]
struct Desk {
    list: Memo<Arc<List>>,
    lines: Memo<Arc<Lines>>,
    /// For the day and the rates, and followed for nothing else.
    market: Memo<Arc<Book>>,
    policy: PolicyChoice,
    rights: Rights,
    queue: Queue,
    asked: Asked,
}

fn list(api: Api, book: Memo<Option<Arc<Book>>>) -> AnyView {
    let (policy, drawn) = (use_policy(), use_drawn());
    // What is left of the commitment is the same under all policies, and so are the rows.
    let list = Memo::new_with_compare(
        move |_| {
            let book = book.get().expect("what has come stays until something newer is there");
            Arc::new(List::of(book, untrack(|| policy.get())))
        },
        |_, _| true,
    );
    let count = Memo::new(move |_| list.with(|list| list.stakes.len()));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let lines = Memo::new_with_compare(
        move |_| list.with(|list| Arc::new(list.lines(drawn.max()))),
        |_, _| true,
    );
    let market = Memo::new_with_compare(
        move |_| list.with(|list| Arc::clone(&list.book)),
        |before, now| before.zip(now).is_none_or(|(before, now)| !before.has_market_of(now)),
    );
    let (queue, asked) = (Queue::new(api), Asked::new());
    let desk = Desk { list, lines, market, policy, rights: use_rights(), queue, asked };
    let total = move || {
        list.with(|list| {
            let count = t_count(portfolio::RESERVATIONS_COUNT, list.stakes.len() as u64, &[]);
            let amounts = list.commitment.iter().copied().map(money);
            std::iter::once(count).chain(amounts).collect::<Vec<_>>().join(" · ")
        })
    };
    let take: Take = Arc::new(move || Some(list.try_get_untracked()?.luggage(policy.get())));
    let is_whole = RwSignal::new(false);
    let rows = move || {
        view! {
            <div class="stack">
                <div class="button-row">
                    <p>{live_text(total)}</p>
                    {export_menu(Arc::clone(&take))}
                </div>
                <p class="hint">{t(texts::ASSUMES)}</p>
                {asked.dialog()}
                {table(desk, is_whole)}
                {live(move || {
                    let next = drawn.next_of(count.get());
                    if next == 0 || !is_whole.get() {
                        return ().into_any();
                    }
                    let more = Callback::new(move |_| drawn.more());
                    let label = move || t_with(customer::SHOW_MORE, &[("count", integer(next))]);
                    view! {
                        <div class="more"><Button on_click=more>{live_text(label)}</Button></div>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    };
    live(move || match is_empty.get() {
        true => view! { <Notice title=texts::NOTHING /> }.into_any(),
        false => untrack(&rows),
    })
}

/// The rows, in small steps, so that whoever scrolls meanwhile waits for none; `is_whole` is told when that is all.
fn table(desk: Desk, is_whole: RwSignal<bool>) -> AnyView {
    let columns = vec![
        Column::new(record::RESERVATION),
        Column::new(customer::CUSTOMER),
        Column::new(radar::STAKE).number(),
        Column::new(texts::BEST),
        Column::new(customer::ACTIONS),
    ];
    let rows = move || {
        let keyed_row = |line: &Arc<Line>| {
            let line = Arc::clone(line);
            Keyed::new(line.key.clone(), move || row(desk, line))
        };
        desk.lines.with(|lines| lines.all.iter().map(keyed_row).collect())
    };
    view! {
        <div class="rights-end">
            <Table caption=texts::TITLE columns>{keyed_gradually(rows, is_whole)}</Table>
        </div>
    }
    .into_any()
}

/// What has come of a record and its order.
#[derive(Clone, PartialEq)]
enum Read {
    Asked,
    Failed(ApiError),
    Known(Arc<(Reservation, Order)>),
    /// There is no record to ask for.
    Nothing,
}

/// A record that a row waits for.
#[derive(Clone, Copy)]
struct Reading {
    of: StoredValue<ReservationRef>,
    read: RwSignal<Read>,
    /// Counts the times that it was asked for, so that an answer knows whether it belongs to the last one.
    asked: StoredValue<u32>,
}

/// Asks for records with their orders, the row that was drawn first before the others.
#[derive(Clone, Copy)]
struct Queue {
    api: Api,
    waiting: StoredValue<VecDeque<Reading>>,
    asking: StoredValue<usize>,
}

impl Queue {
    fn new(api: Api) -> Self {
        Self { api, waiting: StoredValue::default(), asking: StoredValue::new(0) }
    }

    fn ask(self, reading: Reading) {
        reading.asked.update_value(|asked| *asked = asked.wrapping_add(1));
        self.waiting.update_value(|waiting| {
            // One that still waits gets the newest anyway.
            if waiting.iter().all(|other| other.read != reading.read) {
                waiting.push_back(reading);
            }
        });
        if self.asking.get_value() == ASKED_MAX {
            return;
        }
        self.asking.update_value(|asking| *asking += 1);
        spawn_local(async move {
            // Nothing is there any more once the page is left.
            while let Some(Some(next)) = self.waiting.try_update_value(VecDeque::pop_front) {
                next.answer(self.api).await;
            }
            self.asking.try_update_value(|asking| *asking -= 1);
        });
    }
}

impl Reading {
    async fn answer(self, api: Api) {
        // To read a record, and to weigh what can be done with it, does not fit into a frame in which somebody scrolls.
        rest::come().await;
        // The row may have gone while it waited.
        let Some((of, asked)) = self.of.try_get_value().zip(self.asked.try_get_value()) else {
            return;
        };
        let now = match (api.reservation(&of).await, api.order(&of).await) {
            (Ok(reservation), Ok(order)) => Read::Known(Arc::new((reservation, order))),
            (Err(error), _) | (_, Err(error)) => Read::Failed(error),
        };
        rest::come().await;
        let is_new = self.read.try_with_untracked(|before| *before != now) == Some(true);
        if is_new && self.asked.try_get_value() == Some(asked) {
            self.read.try_set(now);
        }
    }
}

/// What can be done with a row.
#[derive(Clone)]
enum Best {
    Asked,
    Failed(ApiError),
    /// Its price or what counts toward its cap is not known.
    Unknown,
    Known(Arc<Weighed>),
}

impl Best {
    fn known(&self) -> Option<&Weighed> {
        match self {
            Self::Known(weighed) => Some(weighed),
            Self::Asked | Self::Failed(_) | Self::Unknown => None,
        }
    }
}

/// What a page is filled in with.
type Filled = Vec<(&'static str, String)>;

impl Desk {
    /// Weighs what can be done with a row, as soon as its record is there; followed in reactive closures.
    fn best(self, line: &Line, read: RwSignal<Read>) -> Best {
        let records = match read.get() {
            Read::Asked => return Best::Asked,
            Read::Failed(error) => return Best::Failed(error),
            Read::Nothing => return Best::Unknown,
            Read::Known(records) => records,
        };
        let Some((of, ledger)) = line.of.as_ref().zip(line.ledger.as_ref()) else {
            return Best::Unknown;
        };
        let book = self.market.get();
        let rate = |code: &str| book.rate(code);
        let sign = intl::decimal_sign(&locale());
        let (policy, today) = (self.policy.get(), book.portfolio.today());
        let terms = Terms { ledger, rate: &rate, policy, today, sign };
        let weighed = rights_end::of_record(of, &records.0, &records.1, terms);
        weighed.map_or(Best::Unknown, |weighed| Best::Known(Arc::new(weighed)))
    }
}

/// A row. It stays the same elements for as long as the list has it: somebody may have come to one of them with the
/// keyboard, or have its menu open, when its record comes or another tab changes it.
fn row(desk: Desk, first: Arc<Line>) -> AnyView {
    let key = first.key.clone();
    let line = Memo::new(move |before: Option<&Arc<Line>>| {
        let now = desk.lines.with(|lines| lines.find(&key));
        now.or_else(|| before.cloned()).unwrap_or_else(|| Arc::clone(&first))
    });
    let first = line.get_untracked();
    let read = RwSignal::new(if first.of.is_some() { Read::Asked } else { Read::Nothing });
    let reading = first.of.clone().map(|of| Reading {
        of: StoredValue::new(of),
        read,
        asked: StoredValue::new(0),
    });
    if let Some(reading) = reading {
        // A record says more than its columns: it is asked for again whenever these come anew. What was weighed stays
        // until another one is there.
        effect(move || {
            desk.list.track();
            desk.queue.ask(reading);
        });
    }
    let weighed = Memo::new_with_compare(
        move |_| line.with(|line| desk.best(line, read)),
        // It is weighed anew only where something has changed.
        |_, _| true,
    );
    let actions = reading.map(|_| actions(desk, line, weighed));
    let customer = paths::customer(&first.tenant);
    let overview = first
        .of
        .as_ref()
        .map_or_else(|| customer.clone(), |of| paths::reservation(of, Page::Overview));
    let stake = move || match line.with(|line| line.stake) {
        Some(stake) => money(stake),
        None => radar::NO_PRICE.get().to_owned(),
    };
    let header = NodeRef::<leptos::html::A>::new();
    let retry = reading.map(|reading| retry(desk, line, reading, header));
    view! {
        <tr role="row">
            <RowHeader>
                <a class="two-lines" href=overview node_ref=header>{live_text(move || line_name(line).get())}</a>
            </RowHeader>
            <Cell label=customer::CUSTOMER>
                <a class="two-lines" href=customer>{live_text(move || line.with(|line| line.customer.clone()))}</a>
            </Cell>
            <Cell label=radar::STAKE is_number=true>{live_text(stake)}</Cell>
            <Cell label=texts::BEST>
                {live(move || weighed.with(best))}
                {retry}
            </Cell>
            <Cell label=customer::ACTIONS>{actions}</Cell>
        </tr>
    }
    .into_any()
}

fn line_name(line: Memo<Arc<Line>>) -> Signal<String> {
    Signal::derive(move || line.with(|line| line.name.clone()))
}

/// The way to ask for a record again that did not come. It stays until it has, because it has the focus, and then gives
/// that to the name of the row.
fn retry(
    desk: Desk,
    line: Memo<Arc<Line>>,
    reading: Reading,
    header: NodeRef<leptos::html::A>,
) -> AnyView {
    let has_failed = Memo::new(move |before: Option<&bool>| match reading.read.get() {
        Read::Failed(_) => true,
        Read::Asked => before == Some(&true),
        Read::Known(_) | Read::Nothing => false,
    });
    let again = Callback::new(move |_| {
        if matches!(*reading.read.read_untracked(), Read::Failed(_)) {
            reading.read.set(Read::Asked);
            desk.queue.ask(reading);
        }
    });
    Effect::new(move |before: Option<bool>| {
        let has_failed = has_failed.get();
        if before == Some(true) && !has_failed {
            timer::after(Duration::ZERO, move || {
                if let Some(header) = header.try_get_untracked().flatten() {
                    focus::focus_if_lost(&header);
                }
            });
        }
        has_failed
    });
    let button = move || {
        view! {
            <Button kind=ButtonKind::Quiet on_click=again name=named(common::RETRY, line_name(line))>
                {t(common::RETRY)}
            </Button>
        }
        .into_any()
    };
    live(move || if has_failed.get() { button() } else { ().into_any() })
}

fn best(best: &Best) -> AnyView {
    let weighed = match best {
        Best::Known(weighed) => weighed,
        Best::Asked => {
            return view! { <span class="detail">{t(common::LOADING)}</span> }.into_any();
        }
        Best::Unknown => {
            return view! { <span class="detail">{t(radar::NO_PRICE)}</span> }.into_any();
        }
        Best::Failed(error) => {
            return view! { <span class="detail">{t(problem::title(error))}</span> }.into_any();
        }
    };
    let advice = weighed.comparison.advice;
    let (tone, words) = match advice.choice {
        Some(choice) => (Tone::Success, choice_name(choice)),
        None => (Tone::Neutral, choices::NO_ADVICE),
    };
    let reason = reason_words(advice.reason);
    view! {
        <Badge tone>{t(words)}</Badge>
        <span class="one-line detail" title=t(reason)>{t(reason)}</span>
    }
    .into_any()
}

/// The pages to go on with, filled in with what was weighed as soon as it is. They stay the same elements then:
/// somebody may have come to one of them with the keyboard, or have the menu open.
fn actions(desk: Desk, line: Memo<Arc<Line>>, weighed: Memo<Best>) -> AnyView {
    let first = line.get_untracked();
    let Some(of) = &first.of else { return ().into_any() };
    let one = std::slice::from_ref(of);
    let filled = |route: paths::Route, unfilled: String, terms: fn(&Weighed) -> Option<&Filled>| {
        Signal::derive(move || {
            let filled = weighed.with(|best| {
                let terms = terms(best.known()?)?.iter();
                let terms: Vec<_> = terms.map(|(name, value)| (*name, value.as_str())).collect();
                Some(paths::address(route.path(), &terms))
            });
            filled.unwrap_or_else(|| unfilled.clone())
        })
    };
    let compare = filled(route::COMPARISON, paths::comparison(one), |it| Some(&it.compare));
    let refund = Signal::stored(paths::reservation(of, Page::Refund));
    let exchange = filled(route::EXCHANGE, paths::exchange(one), |it| Some(&it.exchange));
    let trade_in = filled(route::EXCHANGE, paths::exchange(one), |it| it.trade_in.as_ref());
    let rights = desk.rights;
    let state = move || line.with(|line| line.state.clone());
    let not_refunded = MaybeProp::derive(move || no_refund(rights, state().as_ref()));
    let not_exchanged = MaybeProp::derive(move || no_exchange(rights, state().as_ref()));
    let link = move |label: Text, address: Signal<String>, reason: MaybeProp<String>| {
        action(label, line_name(line), address, reason)
    };
    let has_trade_in = Memo::new(move |_| {
        weighed.with(|best| best.known().is_some_and(|it| it.trade_in.is_some()))
    });
    let link_to_trade_in = live(move || match has_trade_in.get() {
        true => link(choices::TRADE_IN, trade_in, not_exchanged),
        false => ().into_any(),
    });
    let has_commands = Memo::new(move |_| {
        weighed.with(|best| best.known().is_some_and(Weighed::returns_something))
    });
    let ask = Callback::new(move |_| desk.asked.open(line, weighed));
    let commands = live(move || match has_commands.get() {
        true => view! {
            <Button kind=ButtonKind::Quiet on_click=ask name=named(own::COMMANDS, line_name(line))>
                {t(own::COMMANDS)}
            </Button>
        }
        .into_any(),
        false => ().into_any(),
    });
    let compare = link(texts::COMPARE, compare, MaybeProp::default());
    let refund = link(record::REFUND, refund, not_refunded);
    let exchange = link(record::EXCHANGE, exchange, not_exchanged);
    view! {
        <span class="actions">
            {compare}
            <Menu
                name=named(customer::ACTIONS, line_name(line))
                button=|| view! { <Icon symbol=Symbol::ChevronDown /> }
            >
                {refund} {exchange} {link_to_trade_in} {commands}
            </Menu>
        </span>
    }
    .into_any()
}

/// A row, and what was weighed for it.
type AskedRow = (Memo<Arc<Line>>, Memo<Best>);

/// The row whose commands somebody has asked for.
#[derive(Clone, Copy)]
struct Asked {
    is_open: RwSignal<bool>,
    row: RwSignal<Option<AskedRow>>,
}

impl Asked {
    fn new() -> Self {
        Self { is_open: RwSignal::new(false), row: RwSignal::new(None) }
    }

    fn open(self, line: Memo<Arc<Line>>, weighed: Memo<Best>) {
        self.row.set(Some((line, weighed)));
        self.is_open.set(true);
    }

    /// Reads what was weighed for the row; nothing where there is none, or where it is gone.
    fn read<T>(self, read: impl FnOnce(&Line, &Weighed) -> Option<T>) -> Option<T> {
        let (line, weighed) = self.row.get()?;
        let line = line.try_get()?;
        weighed.try_with(|best| read(&line, best.known()?)).flatten()
    }

    fn dialog(self) -> AnyView {
        let about = live_text(move || {
            let about = self.read(|line, weighed| {
                let choice = choice_name(weighed.comparison.advice.choice?).get().to_owned();
                let values = [("action", line.name.clone()), ("name", choice)];
                Some(t_with(customer::ACTION_ON, &values))
            });
            about.unwrap_or_default()
        });
        let write: Write =
            Box::new(move |shell| self.read(|_, weighed| weighed.commands(NEUTRAL_REASON, shell)));
        let is_open = self.is_open;
        let close = move || {
            let close = Callback::new(move |_| is_open.set(false));
            view! { <Button on_click=close>{t(common::CLOSE)}</Button> }
        };
        view! {
            <Dialog is_open title=own::COMMANDS actions=close>
                <p>{about}</p>
                {open_commands(write)}
            </Dialog>
        }
        .into_any()
    }
}
