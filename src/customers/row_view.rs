//! One reservation in the list, with what can be done with it.

use super::cells::ExpiryText;
use super::cells::{missing, or_missing, text, two_lines};
use super::selection::{Selection, obstacle_in_words};
use super::today::Today;
use crate::api::Permission;
use crate::i18n::catalogue::{customer, portfolio, reservation as record_words};
use crate::i18n::{self, Text, t, t_with};
use crate::paths::{self, Entry};
use crate::platform::pointer;
use crate::query::use_query;
use crate::quote::book::Said;
use crate::reservation::no_return;
use crate::rights::use_rights;
use crate::shell::use_policy;
use crate::ui::{
    Badge, ButtonKind, Cell, DateText, Icon, LinkButton, RowHeader, Symbol, live_attr, live_flag,
    live_text,
};
use calculator::Policy;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::reservations::{ReservationRow, no_exchange};

/// Rows that are shared rather than copied.
pub(super) type Rows = Memo<Vec<Arc<ReservationRow>>>;

/// What all rows of a list share. What outlasts the page is read here once, and not by each row.
#[derive(Clone, Copy)]
pub(super) struct RowContext {
    customer: StoredValue<String>,
    /// Why the person may not give units back.
    no_right_to_return: Memo<Option<String>>,
    /// Why the person may not exchange.
    no_right_to_exchange: Memo<Option<String>>,
    policy: Memo<&'static Policy>,
    pub(super) today: Today,
    pub(super) selection: Selection,
}

impl RowContext {
    /// For the reservations of the customer with this tenant GUID; call it while a component is made.
    pub(super) fn new(customer: String) -> Self {
        let (rights, policy) = (use_rights(), use_policy());
        Self {
            selection: Selection::new(customer.clone()),
            today: Today::of(customer.clone()),
            customer: StoredValue::new(customer),
            no_right_to_return: rights.obstacle(Permission::ReturnReservations),
            no_right_to_exchange: rights.obstacle(Permission::ExchangeReservations),
            policy: Memo::new(move |_| policy.get()),
        }
    }

    /// Why these reservations cannot be exchanged together, in the language of this moment; `None` when
    /// they can as far as the list knows. Followed in reactive closures.
    pub(super) fn no_exchange(self, rows: &[Arc<ReservationRow>]) -> Option<String> {
        let currencies = self.selection.currencies(rows);
        self.no_right_to_exchange.get().or_else(|| {
            no_exchange(rows, &currencies, self.policy.get()).as_ref().map(obstacle_in_words)
        })
    }

    /// The addresses of these reservations; those without ids are left out.
    pub(super) fn references(self, rows: &[Arc<ReservationRow>]) -> Vec<ReservationRef> {
        self.customer
            .with_value(|customer| rows.iter().filter_map(|row| row.reference(customer)).collect())
    }
}

/// The cells of a row in the order of the columns.
pub(super) fn row_view(row: &Arc<ReservationRow>, context: RowContext) -> AnyView {
    let check_box = check_box(row, context.selection);
    let (name, status) = (name(row, context), status(row));
    let runs = row.runs_to_expiry;
    let expiry = or_missing(row.expires_on, |date| view! { <ExpiryText date runs /> }.into_any());
    let purchase = or_missing(row.purchased_on, |date| view! { <DateText date=date /> }.into_any());
    let term = text(row.term.clone());
    let scope = two_lines(Said { value: row.scope.clone(), detail: row.scope_detail.clone() });
    let (product_type, product) = (text(row.product_type.clone()), text(row.product.clone()));
    let region = text(row.region.clone());
    let quantity =
        or_missing(row.quantity, |units| live_text(move || i18n::integer(u64::from(units))));
    let used = |value| match row.has_whole_day {
        true => percent(value),
        false => view! { <span class="muted">{t(customer::NO_WHOLE_DAY)}</span> }.into_any(),
    };
    let (week, month) = (used(row.used_7_days), used(row.used_30_days));
    let actions = actions(row, context);
    let id = row.ids.as_ref().map_or("", |(_, reservation)| reservation);
    let (back, owed) = (context.today.back(id), context.today.owed(id));
    let overview = address(row, context, Entry::Overview);
    let go = use_query().go();
    // The name is the link for the keyboard; for the pointer the whole row is.
    let open = move |event: MouseEvent| {
        if let Some(address) = overview.as_ref().filter(|_| pointer::means_row(&event)) {
            go.to(address);
        }
    };
    view! {
        <tr role="row" on:click=open>
            <td role="cell" class="select">{check_box}</td>
            <RowHeader>{name}</RowHeader>
            <Cell label=customer::STATUS>{status}</Cell>
            <Cell label=portfolio::BACK is_number=true>{back}</Cell>
            <Cell label=portfolio::OWED is_number=true>{owed}</Cell>
            <Cell label=record_words::EXPIRATION_DATE>{expiry}</Cell>
            <Cell label=record_words::PURCHASE_DATE>{purchase}</Cell>
            <Cell label=record_words::TERM>{term}</Cell>
            <Cell label=record_words::SCOPE>{scope}</Cell>
            <Cell label=customer::TYPE>{product_type}</Cell>
            <Cell label=customer::PRODUCT_NAME>{product}</Cell>
            <Cell label=record_words::REGION>{region}</Cell>
            <Cell label=record_words::QUANTITY is_number=true>{quantity}</Cell>
            <Cell label=customer::UTILIZATION_7_DAYS is_number=true>{week}</Cell>
            <Cell label=customer::UTILIZATION_30_DAYS is_number=true>{month}</Cell>
            <Cell label=customer::ACTIONS>{actions}</Cell>
        </tr>
    }
    .into_any()
}

/// Nothing for a record whose id cannot be read: it cannot be asked about.
fn check_box(row: &ReservationRow, selection: Selection) -> Option<AnyView> {
    let ids = row.ids.clone()?;
    let name = row.name.clone();
    let label = move || {
        let values = [("action", customer::SELECT.get().to_owned()), ("name", name.clone())];
        Some(t_with(customer::ACTION_ON, &values))
    };
    let own = ids.clone();
    let change = move |event| selection.set([ids.clone()], event_target_checked(&event));
    let view = view! {
        <input
            type="checkbox"
            aria-label=live_attr(label)
            prop:checked=live_flag(move || selection.has(&own))
            on:change=change
        />
    };
    Some(view.into_any())
}

fn name(row: &ReservationRow, context: RowContext) -> AnyView {
    match address(row, context, Entry::Overview) {
        Some(address) => {
            let name = row.name.clone();
            view! { <a class="two-lines" href=address title=name.clone()>{name.clone()}</a> }
                .into_any()
        }
        None => text(row.name.clone()),
    }
}

fn status(row: &ReservationRow) -> AnyView {
    if row.status.is_empty() {
        return missing();
    }
    let status = row.status.clone();
    let detail = row.status_detail.clone();
    let detail = (!detail.is_empty()).then(|| {
        view! { <span class="one-line detail" title=detail.clone()>{detail.clone()}</span> }
    });
    view! { <Badge tone=row.tone()>{status}</Badge> {detail} }.into_any()
}

/// `value` in hundredths, as records hold it.
fn percent(value: Option<Decimal>) -> AnyView {
    or_missing(value, |value| live_text(move || i18n::percent_of_hundred(value)))
}

fn actions(row: &Arc<ReservationRow>, context: RowContext) -> AnyView {
    let link = |entry| Signal::stored(address(row, context, entry).unwrap_or_default());
    let exchange = Signal::stored(paths::exchange(&context.references(std::slice::from_ref(row))));
    let has_ids = row.ids.is_some();
    let state = row.state.clone();
    let no_id = move || (!has_ids).then(|| customer::NO_ID.get().to_owned());
    let no_right = context.no_right_to_return;
    let refusal = move || no_id().or_else(|| no_right.get()).or_else(|| no_return(state.as_ref()));
    let own = [Arc::clone(row)];
    let no_exchange = move || no_id().or_else(|| context.no_exchange(&own));
    view! {
        <span class="actions">
            {action(MANAGE, row, link(Entry::Overview), MaybeProp::derive(no_id))}
            {action(REFUND, row, link(Entry::Refund), MaybeProp::derive(refusal))}
            {action(EXCHANGE, row, exchange, MaybeProp::derive(no_exchange))}
        </span>
    }
    .into_any()
}

/// What an action is called, and its symbol, which stands for it where there is no room for the words.
type Action = (Text, Symbol);

const MANAGE: Action = (customer::MANAGE, Symbol::Settings);
const REFUND: Action = (record_words::REFUND, Symbol::Return);
const EXCHANGE: Action = (record_words::EXCHANGE, Symbol::Exchange);

/// A link that is named with its reservation, since many of the same words stand below each other.
fn action(
    (label, symbol): Action,
    row: &ReservationRow,
    address: Signal<String>,
    disabled_reason: MaybeProp<String>,
) -> AnyView {
    let name = row.name.clone();
    let full = move || {
        let values = [("action", label.get().to_owned()), ("name", name.clone())];
        t_with(customer::ACTION_ON, &values)
    };
    view! {
        <span title=t(label)>
            <LinkButton kind=ButtonKind::Quiet address disabled_reason name=full>
                <Icon symbol />
                <span class="action-words">{t(label)}</span>
            </LinkButton>
        </span>
    }
    .into_any()
}

fn address(row: &ReservationRow, context: RowContext, entry: Entry) -> Option<String> {
    let reference = context.customer.with_value(|customer| row.reference(customer))?;
    Some(paths::reservation(&reference, entry))
}
