//! Lists of the whole billing account, in the form of Microsoft.Billing and Microsoft.Consumption.
//!
//! A page is made of one customer after the other, so that the records of one and the rows of a page are all
//! that is held, however many customers there are.

use std::cmp::Ordering;

use azure::DisplayedState;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::http::paging::{number, take};
use crate::http::{Answer, Call, Problem, sort};
use crate::records::customer::billing_account_id;
use crate::records::json::text_of;
use crate::records::{Customer, Records, json};
use crate::resources::consumption;
use crate::resources::reservations::filter::{Filter, OrderBy};
use crate::resources::reservations::read;

const SKIP_TOKEN: &str = "skiptoken";
/// Where the ids of the Capacity API begin, and those of the Billing API go on.
const CAPACITY: &str = "/providers/microsoft.capacity";
const RESERVATION_TYPE: &str = "microsoft.billing/billingAccounts/reservationOrders/reservations";
/// What the Billing API counts.
const COUNTED: &[DisplayedState] = &[
    DisplayedState::Succeeded,
    DisplayedState::Failed,
    DisplayedState::Expiring,
    DisplayedState::Expired,
    DisplayedState::Pending,
    DisplayedState::Cancelled,
    DisplayedState::Processing,
    DisplayedState::Warning,
    DisplayedState::NoBenefit,
];

/// What one customer adds to a list: the rows that are asked for, and counts of all that there are.
pub(crate) struct Share {
    rows: Vec<Value>,
    summary: Option<Value>,
}

/// What makes the share of a customer out of its records; its tenant is the second argument.
pub(crate) type ShareOf = fn(&Records, &str, &Call<'_>) -> Result<Share, Problem>;

/// A parameter, which newer versions of the API write without a dollar sign.
fn parameter<'c>(call: &'c Call<'_>, name: &str) -> Option<&'c str> {
    call.query.get(name).or_else(|| call.query.get(&format!("${name}")))
}

/// The reservations of a customer, as the Billing API writes them.
pub(crate) fn reservations(
    records: &Records,
    tenant_id: &str,
    call: &Call<'_>,
) -> Result<Share, Problem> {
    let filter = parameter(call, "filter").map(Filter::parse).transpose()?;
    let account = billing_account_id(&Customer::known(records, tenant_id).billing_account);
    let mut rows = read::rows_of(records, tenant_id, call);
    let summary = read::wants_summary(call).then(|| read::summary(&rows, COUNTED));
    read::retain(&mut rows, filter.as_ref(), call);
    for row in &mut rows {
        let id = row["id"].as_str().unwrap_or_default();
        row["id"] = format!("{account}{}", id.strip_prefix(CAPACITY).unwrap_or(id)).into();
        row["type"] = RESERVATION_TYPE.into();
        if let Some(row) = row.as_object_mut() {
            row.remove("kind");
        }
    }
    Ok(Share { rows, summary })
}

/// What was booked for the reservations of a customer.
pub(crate) fn transactions(
    records: &Records,
    tenant_id: &str,
    call: &Call<'_>,
) -> Result<Share, Problem> {
    for name in ["useMarkupIfPartner", "previewMarkupPercentage"] {
        if call.query.get(name).is_some_and(|value| !value.eq_ignore_ascii_case("false")) {
            let why = format!("{name}: what was booked is not known with a markup.");
            return Err(Problem::new(400, "BadRequest", why).of_field(name));
        }
    }
    Ok(Share { rows: consumption::transactions_of(records, tenant_id, call)?, summary: None })
}

/// A page of a list while it is made.
pub(crate) struct AccountPage {
    order_by: Option<OrderBy>,
    take: usize,
    /// How many rows come before the page, where that is all that is said of them.
    skip: usize,
    /// The place of the row before the page: what it is ordered by, its customer's tenant and its id.
    after: Option<Value>,
    /// Whether everything is to be counted, which the first page tells.
    counts: bool,
    /// Each is its place, and then the row.
    rows: Vec<Value>,
    summary: Value,
}

impl AccountPage {
    /// The page that is asked for, without rows yet.
    ///
    /// # Errors
    /// 400 when the parameters of the query are none of a page.
    pub(crate) fn asked_for(call: &Call<'_>) -> Result<Self, Problem> {
        let order_by = parameter(call, "orderby").map(OrderBy::parse).transpose()?;
        let token = parameter(call, SKIP_TOKEN).unwrap_or("0");
        let after = place_of(token);
        let skip = if after.is_some() { 0 } else { number(SKIP_TOKEN, token)? };
        let counts = after.is_none() && read::wants_summary(call);
        let (take, rows) = (take(call)?, Vec::new());
        Ok(Self { order_by, take, skip, after, counts, rows, summary: json!({}) })
    }

    /// Whether a customer comes before everything on the page.
    pub(crate) fn is_past(&self, tenant_id: &str) -> bool {
        let is_before = |after: &Value| after[TENANT].as_str().is_some_and(|it| tenant_id < it);
        self.order_by.is_none() && self.after.as_ref().is_some_and(is_before)
    }

    /// Whether no further customer can change the page.
    pub(crate) fn is_full(&self) -> bool {
        self.order_by.is_none() && !self.counts && self.rows.len() >= self.rows_max()
    }

    /// Adds a customer, whose tenant comes after those of all others so far.
    pub(crate) fn add(&mut self, tenant_id: &str, share: Share) {
        let mut rows = std::mem::take(&mut self.rows);
        for row in share.rows {
            let ordered_by = self.order_by.map_or(Value::Null, |order_by| order_by.part(&row));
            let placed = json!([ordered_by, tenant_id, row["id"], row]);
            if self.after.as_ref().is_none_or(|after| self.compare(&placed, after).is_gt()) {
                rows.push(placed);
            }
        }
        sort(&mut rows, &|left, right| self.compare(left, right));
        rows.truncate(self.rows_max());
        self.rows = rows;
        for (name, count) in share.summary.iter().filter_map(Value::as_object).flatten() {
            let so_far = self.summary[name].as_u64().unwrap_or_default();
            self.summary[name] = (so_far + count.as_u64().unwrap_or_default()).into();
        }
    }

    /// The page with the link to the next one.
    pub(crate) fn into_answer(mut self, call: &Call<'_>) -> Answer {
        let has_next = self.rows.len() >= self.rows_max();
        self.rows.truncate(self.rows_max() - 1);
        self.rows.drain(..self.skip.min(self.rows.len()));
        let link = self.rows.last().filter(|_| has_next).map(|last| {
            let place = text_of(&json!([last[ORDERED_BY], last[TENANT], last[ID]]));
            let query = call.query.with(SKIP_TOKEN, &URL_SAFE_NO_PAD.encode(place));
            format!("{}{}?{query}", call.public_url, call.uri.path())
        });
        let rows: Vec<Value> = self.rows.iter_mut().map(|placed| placed[ROW].take()).collect();
        let mut page = json!({ "value": rows });
        if let Some(link) = link {
            page["nextLink"] = link.into();
        }
        if self.counts {
            page["summary"] = self.summary;
        }
        Answer::ok(&page)
    }

    /// One more than are shown, which tells that there is a next page.
    fn rows_max(&self) -> usize {
        self.skip.saturating_add(self.take).saturating_add(1)
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        fn text(row: &Value, part: usize) -> &str {
            row[part].as_str().unwrap_or_default()
        }
        let by_order = self.order_by.map_or(Ordering::Equal, |order_by| {
            order_by.compare_parts(&left[ORDERED_BY], &right[ORDERED_BY])
        });
        by_order
            .then_with(|| text(left, TENANT).cmp(text(right, TENANT)))
            .then_with(|| text(left, ID).cmp(text(right, ID)))
    }
}

/// The parts of a row with its place.
const ORDERED_BY: usize = 0;
const TENANT: usize = 1;
const ID: usize = 2;
const ROW: usize = 3;

/// The place that a link names.
fn place_of(token: &str) -> Option<Value> {
    let place: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    (place[TENANT].is_string() && place[ID].is_string()).then_some(place)
}
