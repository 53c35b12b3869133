//! The two pages of the radar: of one customer, and of all.

use super::calendar::{self, Scope};
use super::legend::legend;
use super::progress::{failures, progress_bar};
use super::reading::{Reading, Start};
use super::spans::spans;
use super::table::{RowContext, table};
use crate::api::{Api, ApiError, Permission, State, load, use_api};
use crate::customers::{ShownCount, integer, use_drawn};
use crate::i18n::catalogue::{common, customer, customers, radar as texts, rights_end, titles};
use crate::i18n::{Text, t, t_with};
use crate::paths;
use crate::paths::route;
use crate::platform::{clock, download, timer};
use crate::problem::Problem;
use crate::query::{Query, use_query};
use crate::rights::use_rights;
use crate::shell::{agreement_notice, use_current_customer, use_policy};
use crate::ui::{
    Breadcrumbs, Button, Choice, Crumb, Heading, Icon, LinkButton, Notice, SelectField, Skeleton,
    Symbol, live, live_text, use_toasts,
};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use view_model::Tone;
use view_model::address::parameter as list_parameter;
use view_model::ics;
use view_model::radar::{Entry, Filter, Span, arrange, kept, parameter, sort_from};

/// How long people wait for rows that stay where they are, rather than for rows.
const PATIENCE: Duration = Duration::from_secs(3);

/// The radar of all customers.
#[component]
pub fn Radar() -> impl IntoView {
    radar_of(None)
}

/// The radar of the customer that the address names. Another customer is another page.
#[component]
pub fn CustomerRadar() -> impl IntoView {
    let query = use_query();
    let id = Memo::new(move |_| query.text(view_model::address::parameter::CUSTOMER));
    live(move || radar_of(Some(id.get())))
}

fn radar_of(customer: Option<String>) -> AnyView {
    let api = use_api();
    let is_of_all = customer.is_none();
    let start = load(
        move || customer.clone(),
        move |customer: Option<String>| async move { ask(api, customer.as_deref()).await },
    );
    live(move || match start.state() {
        State::Loading => view! { <Skeleton lines=10 /> }.into_any(),
        State::Failed(error) => {
            let on_retry = Callback::new(move |()| start.reload());
            view! {
                <Heading title=route::RADAR.title />
                <Problem error on_retry />
            }
            .into_any()
        }
        State::Ready(start) if start.customers.is_empty() => nobody(is_of_all),
        State::Ready(start) => radar(api, &start, is_of_all),
    })
}

pub(super) async fn ask(api: Api, customer: Option<&str>) -> Result<Start, ApiError> {
    let mut customers = api.customer_summaries().await?;
    if let Some(id) = customer {
        customers.retain(|known| known.customer_id.eq_ignore_ascii_case(id));
    }
    let billing_account = api.account().await?.billing_account_id;
    // The list can do without them: then it says so, and orders what it can.
    let rates = api.exchange_rates().await.ok();
    Ok(Start { billing_account, rates, customers })
}

/// There is nobody to read, with the way back.
fn nobody(is_of_all: bool) -> AnyView {
    let title: Text = if is_of_all { titles::RADAR } else { customer::CUSTOMER_NOT_FOUND };
    let why: Text =
        if is_of_all { customers::NO_CUSTOMERS } else { customer::CUSTOMER_NOT_FOUND_WHY };
    view! {
        <Heading title />
        <div class="stack">
            <Notice tone=Tone::Warning title=why />
            <div>
                <LinkButton address=Signal::stored(paths::customers())>
                    {t(customer::ALL_CUSTOMERS)}
                </LinkButton>
            </div>
        </div>
    }
    .into_any()
}

fn radar(api: Api, start: &Arc<Start>, is_of_all: bool) -> AnyView {
    let reading = Reading::begin(api, Arc::clone(start));
    let (query, policy, today) = (use_query(), use_policy(), clock::today());
    let sort = Memo::new(move |_| sort_from(&query.text(list_parameter::SORT)));
    let filter = Memo::new(move |_| Filter::parse(&query.text(parameter::KIND)));
    let progress = Memo::new(move |_| reading.progress());
    let is_done = Memo::new(move |_| progress.with(|progress| progress.is_done));
    let is_arranged = arranged(is_done);
    let entries = Memo::new(move |_| match is_arranged.get() {
        true => reading.entries(policy.get()),
        false => Vec::new(),
    });
    let span = Memo::new(move |_| Span::parse(&query.text(parameter::WHEN)));
    let of_kind = Memo::new(move |_| entries.with(|entries| kept(entries, filter.get(), today)));
    let shown = Memo::new(move |_| {
        of_kind.with(|entries| arrange(entries, span.get(), &sort.get(), today))
    });
    let counts = Memo::new(move |_| {
        // Counting aloud while the list still grows would be noise.
        is_done.get().then(|| (shown.with(Vec::len), entries.with(Vec::len)))
    });
    let only = start.customers.first().filter(|_| !is_of_all);
    let agreement = only.map(|customer| agreement_notice(customer.customer_id.clone()));
    let rights = use_rights();
    let context = RowContext {
        no_right_to_return: rights.obstacle(Permission::ReturnReservations),
        no_right_to_exchange: rights.obstacle(Permission::ExchangeReservations),
        policy,
        is_of_all,
    };
    let customer = only.map(|customer| customer.customer_id.clone());
    view! {
        {breadcrumbs(start, is_of_all)}
        <Heading
            title=route::RADAR.title
            summary=|| t(texts::SUMMARY)
            actions=move || download(shown, customer.clone(), filter)
        />
        <div class="toolbar">
            {kinds(query, filter)}
            <ShownCount words=texts::SHOWN counts />
            {progress_bar(progress)}
        </div>
        <div class="stack">
            {agreement}
            {failures(progress, reading)}
            <div>{legend(start, policy)}</div>
            {is_of_all.then(|| view! { <p><a href=paths::rights_end()>{t(rights_end::TITLE)}</a></p> })}
            {live(move || match is_arranged.get() {
                true => {
                    view! {
                        {spans(query, span, of_kind, is_done)}
                        {list(shown, sort, counts, context)}
                    }
                        .into_any()
                }
                false => view! { <Skeleton lines=10 /> }.into_any(),
            })}
        </div>
    }
    .into_any()
}

/// Whether it is time to show rows: when all have come, because each may belong before the others; or, where that
/// takes long, those that there are.
fn arranged(is_done: Memo<bool>) -> Memo<bool> {
    let is_late = RwSignal::new(false);
    timer::after(PATIENCE, move || {
        is_late.try_set(true);
    });
    // Whoever is asked again later takes no row away.
    Memo::new(move |before| before == Some(&true) || is_late.get() || is_done.get())
}

fn breadcrumbs(start: &Start, is_of_all: bool) -> AnyView {
    let mut crumbs = vec![Crumb::link(customers::CUSTOMERS, paths::customers())];
    if let Some(customer) = start.customers.first().filter(|_| !is_of_all) {
        use_current_customer().tell(customer);
        let address = paths::customer(&customer.customer_id);
        crumbs.push(Crumb::link(customer.display_name.clone(), address));
    }
    crumbs.push(Crumb::here(titles::RADAR));
    view! { <Breadcrumbs crumbs /> }.into_any()
}

fn kinds(query: Query, filter: Memo<Option<Filter>>) -> AnyView {
    let all = Choice::new("", customer::ANY_STATUS);
    let choices = Filter::ALL.map(|filter| Choice::new(filter.key(), move || label(filter)));
    let choices = std::iter::once(all).chain(choices).collect::<Vec<_>>();
    let value = Signal::derive(move || filter.get().map_or("", Filter::key).to_owned());
    let on_change = Callback::new(move |key: String| query.set(&[(parameter::KIND, &key)]));
    view! { <SelectField label=texts::CHANGE choices value on_change /> }.into_any()
}

fn label(filter: Filter) -> String {
    let text = match filter {
        Filter::FirstDays => texts::FIRST_DAYS,
        Filter::ExchangeRight => texts::EXCHANGE_RIGHT,
        Filter::NotSold => texts::NOT_SOLD,
        Filter::Expires => customer::EXPIRES,
        Filter::LimitBack => texts::LIMIT_BACK,
        Filter::ScopeGone => texts::SCOPE_GONE,
        Filter::Billed => texts::BILLED,
        Filter::RenewalRoles => texts::RENEWAL_ROLES,
        Filter::ExpiresWithin(window) => {
            let values = [
                ("action", customer::EXPIRES.get().to_owned()),
                ("name", crate::customers::window_label(window).get().to_owned()),
            ];
            return t_with(customer::ACTION_ON, &values);
        }
    };
    text.get().to_owned()
}

/// The rows, or why there are none.
fn list(
    shown: Memo<Vec<Arc<Entry>>>,
    sort: Memo<view_model::listing::Sort>,
    counts: Memo<Option<(usize, usize)>>,
    context: RowContext,
) -> AnyView {
    let drawn = use_drawn();
    let rows_drawn = Memo::new(move |_| {
        shown.with(|rows| rows.iter().take(drawn.max()).cloned().collect::<Vec<_>>())
    });
    let next = Memo::new(move |_| drawn.next_of(shown.with(Vec::len)));
    let is_whole = RwSignal::new(false);
    // `None` for rows, else why there are none; made anew only when that changes.
    let nothing = Memo::new(move |_| {
        let nothing = match counts.get() {
            Some((0, 0)) => texts::NOTHING,
            Some((0, _)) => common::NOTHING_MATCHES,
            _ => return None,
        };
        Some(nothing)
    });
    view! {
        {live(move || match nothing.get() {
            Some(title) => view! { <Notice title /> }.into_any(),
            None => table(rows_drawn, sort.into(), context, is_whole),
        })}
        {live(move || {
            let count = next.get();
            if count == 0 || !is_whole.get() {
                return ().into_any();
            }
            let more = Callback::new(move |_| drawn.more());
            let label = move || t_with(customer::SHOW_MORE, &[("count", integer(count))]);
            view! { <div class="more"><Button on_click=more>{live_text(label)}</Button></div> }.into_any()
        })}
    }
    .into_any()
}

/// The days that are shown, all of them, as a calendar file; `customer` is the only one, if there is one.
fn download(
    shown: Memo<Vec<Arc<Entry>>>,
    customer: Option<String>,
    filter: Memo<Option<Filter>>,
) -> AnyView {
    let (policy, toasts) = (use_policy(), use_toasts());
    let reason = MaybeProp::derive(move || {
        shown.with(Vec::is_empty).then(|| texts::NO_DATES.get().to_owned())
    });
    let save = Callback::new(move |_| {
        let now = clock::now();
        let today = now.date_naive();
        let events = untrack(|| {
            let (customer, filter) = (customer.as_deref(), filter.get());
            let scope = Scope { customer, filter, policy: policy.get(), today };
            shown.with(|shown| calendar::events(shown, scope))
        });
        let name = format!("{} {}", common::PRODUCT.get(), untrack(|| titles::RADAR.get()));
        let file = ics::calendar(&name, &events, now);
        let file_name = format!("prorata-radar-{today}.ics");
        if !download::save(&file_name, "text/calendar;charset=utf-8", &file) {
            toasts.show(Tone::Danger, untrack(|| texts::NOT_SAVED.get()));
        }
    });
    view! {
        <Button disabled_reason=reason on_click=save>
            <Icon symbol=Symbol::Download />
            {t(texts::DOWNLOAD)}
        </Button>
    }
    .into_any()
}
