//! Pages of a list: `take`, `$take` or `$top` and `$skiptoken` or `$skip` in, `nextLink` out.

use std::cmp::Ordering;

use serde_json::Value;

use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::json;

/// The most rows of one page, and how many there are when nothing is asked for.
pub(crate) const TAKE_MAX: usize = 100;
const SKIP_TOKEN: &str = "$skiptoken";
/// Stands in a skip token between the number and the id.
const AFTER: char = '~';

/// The page of a list that the query asks for.
///
/// The skip token is the number of rows to skip, as in the API it imitates; in links it goes on with
/// the id of the last of them, if rows have one. Other rows come and go between two pages, and for that none is told
/// twice or left out.
///
/// # Errors
/// 400 when `take` or `$skiptoken` is no number, or `take` is not from 1 to [`TAKE_MAX`].
pub(crate) fn page(rows: &[Value], call: &Call<'_>) -> Result<Value, Problem> {
    page_of(rows.len(), &|place| rows[place].clone(), call)
}

/// The same of a long list, of which only the rows of the page are made.
///
/// # Errors
/// Those of [`page`].
pub(crate) fn page_of(
    count: usize,
    row: &dyn Fn(usize) -> Value,
    call: &Call<'_>,
) -> Result<Value, Problem> {
    let behind = |last: &str| (0..count).find(|place| row(*place)["id"] == last).map(|it| it + 1);
    page_behind(count, row, call, &behind)
}

/// The same of a list whose rows are in the order of their ids, byte by byte. It goes on in its place also where the
/// last row of the page before has gone.
///
/// # Errors
/// Those of [`page`].
pub(crate) fn page_by_id(
    count: usize,
    row: &dyn Fn(usize) -> Value,
    call: &Call<'_>,
) -> Result<Value, Problem> {
    let is_behind = |place: &usize, last: &str| row(*place)["id"].as_str() > Some(last);
    let behind = |last: &str| (0..count).find(|place| is_behind(place, last)).or(Some(count));
    page_behind(count, row, call, &behind)
}

/// A page of a list; `behind` is the place after the row with an id, if that can be told.
fn page_behind(
    count: usize,
    row: &dyn Fn(usize) -> Value,
    call: &Call<'_>,
    behind: &dyn Fn(&str) -> Option<usize>,
) -> Result<Value, Problem> {
    let token = call.query.get(SKIP_TOKEN).or_else(|| call.query.get("$skip")).unwrap_or("0");
    let (skip, last) = token.split_once(AFTER).unwrap_or((token, ""));
    let skip = number(SKIP_TOKEN, skip)?;
    // It is where it was, unless rows have come or gone.
    let expected = skip.checked_sub(1).filter(|place| *place < count);
    let found = match last {
        // Nothing was named, so that nothing has to be looked for among all rows.
        "" => None,
        _ if expected.is_some_and(|place| row(place)["id"] == last) => Some(skip),
        _ => behind(last),
    };
    let skip = found.unwrap_or(skip).min(count);
    let take = take(call)?;
    let rows: Vec<Value> = (skip..count).take(take).map(row).collect();
    let next = skip + rows.len();
    let last = rows.last().and_then(|row| row["id"].as_str()).unwrap_or_default().to_owned();
    let mut page = json!({ "value": rows });
    if next < count {
        let query = call.query.with(SKIP_TOKEN, &format!("{next}{AFTER}{last}"));
        page["nextLink"] = format!("{}{}?{query}", call.public_url, call.uri.path()).into();
    }
    Ok(page)
}

/// How many rows the page may have.
///
/// # Errors
/// 400 when it is no number from 1 to [`TAKE_MAX`].
pub(crate) fn take(call: &Call<'_>) -> Result<usize, Problem> {
    let name = ["take", "$take"].into_iter().find(|name| call.query.get(name).is_some());
    let name = name.unwrap_or("$top");
    let take = call.query.get(name).map_or(Ok(TAKE_MAX), |take| number(name, take))?;
    if (1..=TAKE_MAX).contains(&take) {
        return Ok(take);
    }
    let why = format!("{name} must be between 1 and {TAKE_MAX}.");
    Err(Problem::new(400, "InvalidRequestUri", why).of_field(name))
}

/// Puts rows into an order; those that are equal in it stay as they are.
///
/// All lists are sorted here: every kind of row or order would be a copy of the algorithm.
#[inline(never)]
pub(crate) fn sort(rows: &mut [Value], compare: &dyn Fn(&Value, &Value) -> Ordering) {
    rows.sort_by(compare);
}

/// Reads a number of rows. Microsoft's clients write those that the API declares as numbers of any kind
/// with a fraction: `take=5.0`.
///
/// # Errors
/// 400 when it is not whole, or negative.
pub(crate) fn number(name: &str, text: &str) -> Result<usize, Problem> {
    text.strip_suffix(".0").unwrap_or(text).parse().map_err(|_| {
        let why = format!("{name} must be a whole number that is not negative.");
        Problem::new(400, "InvalidRequestUri", why).of_field(name)
    })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use chrono::DateTime;
    use http::{HeaderMap, Method, Uri};

    use super::*;
    use crate::demo::price_list::MARKET;
    use crate::http::auth::Caller;
    use crate::http::call::Query;
    use crate::http::route::Params;

    /// What a query tells of a list, without the rest of a request.
    fn told(query: &str, count: usize, row: &dyn Fn(usize) -> Value) -> Value {
        let uri: Uri = format!("/rows?{query}").parse().expect("an address");
        let caller =
            Caller { tenant_id: String::new(), role: None, name: String::new(), person: None };
        let call = Call {
            caller: &caller,
            action: "",
            method: &Method::GET,
            params: Params::default(),
            query: Query::of(&uri),
            uri: &uri,
            headers: &HeaderMap::new(),
            body: &[],
            clock: DateTime::UNIX_EPOCH,
            now: DateTime::UNIX_EPOCH,
            public_url: "http://host",
            entropy: &mut || 0,
            market: &MARKET,
            failure: |_, _, _| None,
        };
        page_of(count, row, &call).expect("a page")
    }

    #[test]
    fn a_long_list_is_told_once_and_makes_no_row_that_nobody_reads() {
        const COUNT: usize = 1_000;
        // Each page but the first looks at the row that it goes on behind, where rows have ids.
        for (has_ids, more) in [(false, 0), (true, 1)] {
            let made = RefCell::new(BTreeMap::<usize, u32>::new());
            let row = |place: usize| {
                *made.borrow_mut().entry(place).or_default() += 1;
                match has_ids {
                    true => json!({ "id": format!("/rows/{place}"), "place": place }),
                    false => json!({ "place": place }),
                }
            };
            let (mut places, mut query, mut pages) = (Vec::new(), "take=50".to_owned(), 0);
            loop {
                let page = told(&query, COUNT, &row);
                let rows = page["value"].as_array().expect("rows");
                places.extend(rows.iter().filter_map(|row| row["place"].as_u64()));
                pages += 1;
                let Some(next) = page["nextLink"].as_str() else { break };
                query = next.split_once('?').expect("a query").1.to_owned();
            }
            assert_eq!(places, (0..COUNT as u64).collect::<Vec<_>>());
            let made: u32 = made.borrow().values().sum();
            assert_eq!(made, COUNT as u32 + more * (pages - 1));
        }
    }
}
