//! The page that everything starts from: which customer?

use super::cells::ExpiryText;
use super::cells::LimitMeter;
use super::list_controls::{Search, SearchField, use_search};
use super::list_controls::{ShownCount, focus_shown_count};
use super::no_customers::no_customers;
use super::unreadable::unreadable_count;
use crate::api::{ApiError, Load, State, load, use_api};
use crate::i18n::catalogue::{common, customers as words, titles};
use crate::i18n::{self, t};
use crate::paths;
use crate::paths::route;
use crate::platform::collate::{Collator, fold};
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::query::{use_go, use_query};
use crate::router::use_location;
use crate::shell::{agreement_badge, welcome};
use crate::ui::{
    Badge, Button, Cell, Column, Heading, Keyed, LinkButton, Notice, RowHeader, Skeleton, Table,
    keyed_gradually, live, live_text,
};
use leptos::prelude::*;
use view_model::CustomerSummary;
use view_model::Tone;
use view_model::address::parameter;
use view_model::customers::{CustomerRow, CustomerView, arrange, column, written};
use view_model::listing::Sort;

/// The customers of the partner.
#[component]
pub fn Customers() -> impl IntoView {
    let api = use_api();
    let customers = load(|| (), move |()| async move { api.customer_summaries().await });
    let search = use_search();
    let may_stay = stays_or_goes_on(customers);
    let is_home = is_home();
    let list = move || {
        view! {
            {is_home.get().then(|| welcome(focus_shown_count))}
            <CustomerList customers search />
        }
        .into_any()
    };
    view! {
        <Heading title=route::CUSTOMERS.title summary=|| t(words::CUSTOMERS_SUMMARY) actions />
        {live(move || match may_stay.get() {
            true => untrack(list),
            false => view! { <Skeleton lines=10 /> }.into_any(),
        })}
    }
    .into_any()
}

/// Whether the list may be shown. Where a visit begins it may only once it is known that the records are a
/// demonstration: with own records the visit goes on to the portfolio.
fn stays_or_goes_on(customers: Load<Vec<CustomerSummary>>) -> Memo<bool> {
    let (api, go, is_home) = (use_api(), use_go(), is_home());
    let account = load(
        move || is_home.get(),
        move |is_home: bool| async move {
            if is_home { api.account().await.map(Some) } else { Ok(None) }
        },
    );
    let goes_on = Memo::new(move |_| {
        let has_any = customers.ready().is_some_and(|customers| !customers.is_empty());
        let account = account.ready();
        let account = account.as_deref().and_then(Option::as_ref);
        is_home.get() && has_any && account.is_some_and(|account| !account.demonstration)
    });
    effect(move || {
        if goes_on.get() {
            go.replace(&paths::portfolio(""));
        }
    });
    Memo::new(move |_| {
        // Who cannot be asked about the account sees the list, which says what is wrong.
        !is_home.get() || !goes_on.get() && !matches!(account.state(), State::Loading)
    })
}

/// Whether this is where a visit begins.
fn is_home() -> Memo<bool> {
    let path = use_location().path();
    Memo::new(move |_| path.with(|path| *path == paths::home()))
}

fn actions() -> AnyView {
    let radar = Signal::stored(paths::radar());
    let quick_quote = Signal::stored(paths::quick_quote());
    view! {
        <LinkButton address=quick_quote>{t(titles::QUICK_QUOTE)}</LinkButton>
        <LinkButton address=radar>{t(titles::RADAR)}</LinkButton>
    }
    .into_any()
}

/// What the page shows. Only a change from one to another makes it anew; rows come and go one by one.
#[derive(Clone, PartialEq)]
enum Body {
    Loading,
    Failed(ApiError),
    NoCustomers,
    NoMatch,
    List,
}

#[component]
fn CustomerList(customers: Load<Vec<CustomerSummary>>, search: Search) -> impl IntoView {
    let query = use_query();
    let view = Memo::new(move |_| CustomerView::read(|name| query.text(name)));
    let rows = Memo::new(move |_| {
        let customers = customers.ready();
        let customers = customers.iter().flat_map(|customers| customers.iter().cloned());
        customers.map(|customer| CustomerRow::new(customer, fold)).collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| {
        let collator = Collator::new(&i18n::locale());
        let compare = |left: &str, right: &str| collator.compare(left, right);
        rows.with(|rows| arrange(rows, &search.needle(), &view.get().sort, &compare))
    });
    let body = Memo::new(move |_| match customers.state() {
        State::Loading => Body::Loading,
        State::Failed(error) => Body::Failed(error),
        State::Ready(all) if all.is_empty() => Body::NoCustomers,
        State::Ready(_) if shown.with(Vec::is_empty) => Body::NoMatch,
        State::Ready(_) => Body::List,
    });
    let sort = Signal::derive(move || view.get().sort);
    let reload = Callback::new(move |()| customers.reload());
    let clear = Callback::new(move |_| {
        search.clear();
        query.set(&[(parameter::SEARCH, "")]);
        focus_shown_count();
    });
    let counts = Memo::new(move |_| {
        let is_list = matches!(body.get(), Body::List | Body::NoMatch);
        is_list.then(|| (shown.with(Vec::len), rows.with(Vec::len)))
    });
    view! {
        <div class="toolbar">
            <SearchField label=words::SEARCH_CUSTOMERS search />
            <ShownCount words=words::CUSTOMERS_SHOWN counts />
        </div>
        {live(move || match body.get() {
            Body::Loading => view! { <Skeleton lines=10 /> }.into_any(),
            Body::Failed(error) => view! { <Problem error on_retry=reload /> }.into_any(),
            Body::NoCustomers => untrack(|| no_customers(reload)),
            Body::NoMatch => {
                view! {
                    <Notice title=common::NOTHING_MATCHES>
                        <Button on_click=clear>{t(common::CLEAR_FILTERS)}</Button>
                    </Notice>
                }
                .into_any()
            }
            Body::List => table(shown, sort),
        })}
    }
    .into_any()
}

fn table(shown: Memo<Vec<CustomerRow>>, sort: Signal<Sort>) -> AnyView {
    let query = use_query();
    let on_sort = Callback::new(move |sort: Sort| query.set(&[(parameter::SORT, &written(&sort))]));
    let columns = vec![
        Column::new(words::NAME).sortable(column::NAME),
        Column::new(words::DOMAIN).sortable(column::DOMAIN),
        Column::new(words::RESERVATION_COUNT).sortable(column::RESERVATIONS).number(),
        Column::new(words::SOONEST_EXPIRY).sortable(column::EXPIRY),
        Column::new(words::LIMIT_USED).sortable(column::LIMIT),
    ];
    let keyed_row = |row: CustomerRow| Keyed::new(row.clone(), || customer_row(row.summary));
    view! {
        <div class="customers">
            <Table caption=words::CUSTOMERS columns sort=sort on_sort>
                {keyed_gradually(
                    move || shown.get().into_iter().map(keyed_row).collect(),
                    RwSignal::new(false),
                )}
            </Table>
        </div>
    }
    .into_any()
}

fn customer_row(customer: CustomerSummary) -> AnyView {
    let address = paths::customer(&customer.customer_id);
    let badge = agreement_badge(&customer);
    let name = customer.display_name.clone();
    let unreadable = customer.unreadable_documents.filter(|count| *count > 0).map(|count| {
        view! { <Badge tone=Tone::Warning>{live_text(move || unreadable_count(count))}</Badge> }
    });
    let domain = customer.domain.clone();
    let count = customer.reservation_count;
    let expiry = match customer.soonest_expiry {
        Some(date) => view! { <ExpiryText date /> }.into_any(),
        None => view! { <span class="muted">{t(words::NONE_RUNNING)}</span> }.into_any(),
    };
    view! {
        <tr role="row">
            <RowHeader>
                <span class="name">
                    <a href=address>{name}</a>
                    {badge}
                    {unreadable}
                </span>
            </RowHeader>
            <Cell label=words::DOMAIN>{domain}</Cell>
            <Cell label=words::RESERVATION_COUNT is_number=true>{live_text(move || i18n::integer(count))}</Cell>
            <Cell label=words::SOONEST_EXPIRY>{expiry}</Cell>
            <Cell label=words::LIMIT_USED>
                <LimitMeter customer />
            </Cell>
        </tr>
    }
    .into_any()
}
