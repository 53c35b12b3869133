//! Pages of a list: `take` or `$top` and `$skiptoken` in, `nextLink` out.

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
/// the id of the last of them. Rows come and go between two pages, and for that none is told twice or
/// left out.
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
    let token = call.query.get(SKIP_TOKEN).unwrap_or("0");
    let (skip, last) = token.split_once(AFTER).unwrap_or((token, ""));
    let skip = number(SKIP_TOKEN, skip)?;
    let is_last = |place: &usize| row(*place)["id"] == last;
    // It is where it was, unless rows have come or gone.
    let expected = skip.checked_sub(1).filter(|place| *place < count);
    let found = expected.filter(is_last).or_else(|| {
        let mut places = 0..count;
        places.find(is_last).filter(|_| !last.is_empty())
    });
    let skip = found.map_or(skip, |place| place + 1).min(count);
    let name = if call.query.get("take").is_some() { "take" } else { "$top" };
    let take = call.query.get(name).map_or(Ok(TAKE_MAX), |take| number(name, take))?;
    if !(1..=TAKE_MAX).contains(&take) {
        let why = format!("{name} must be between 1 and {TAKE_MAX}.");
        return Err(Problem::new(400, "InvalidRequestUri", why).of_field(name));
    }
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

/// Puts rows into an order; those that are equal in it stay as they are.
///
/// All lists are sorted here: every kind of row or order would be a copy of the algorithm.
#[inline(never)]
pub(crate) fn sort(rows: &mut [Value], compare: &dyn Fn(&Value, &Value) -> Ordering) {
    rows.sort_by(compare);
}

fn number(name: &str, text: &str) -> Result<usize, Problem> {
    text.parse().map_err(|_| {
        let why = format!("{name} must be a whole number that is not negative.");
        Problem::new(400, "InvalidRequestUri", why).of_field(name)
    })
}
