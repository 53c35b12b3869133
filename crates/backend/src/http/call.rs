//! One request as a handler sees it.

use chrono::{DateTime, NaiveDate, Utc};
use http::header::IF_MATCH;
use http::{HeaderMap, HeaderValue, Method, Uri};
use portfolio::guid::guid;
use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::auth::Caller;
use crate::http::invisible;
use crate::http::problem::Problem;
use crate::http::route::Params;
use crate::records::price_list::Market;
use crate::records::sentinel::{Sentinel, Step};

/// The largest accepted body: room for a description of a support request in any script. A quote
/// has a few kilobytes.
pub(crate) const BODY_BYTES_MAX: usize = 256 * 1024;
/// How deep a body may be nested; the deepest that has a meaning here has seven levels. What is
/// stored out of it must be read again, which has a limit too.
const DEPTH_MAX: usize = 32;

/// Actions that ask and change nothing, and take a body all the same.
pub(crate) const QUESTIONS: &[&str] = &[
    "Microsoft.Capacity/reservationOrders/reservations/availablescopes/action",
    "Microsoft.Support/checkNameAvailability/action",
];

/// A request, with what the host knows and the service does not: the time and fresh ids.
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    /// The name of the action, for messages.
    pub(crate) action: &'static str,
    pub(crate) method: &'a Method,
    pub(crate) params: Params,
    pub(crate) query: Query,
    pub(crate) uri: &'a Uri,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
    /// What the clock says, which may be wrong.
    pub(crate) clock: DateTime<Utc>,
    /// The time within the records that the request works on, see [`time`](crate::records::time).
    pub(crate) now: DateTime<Utc>,
    /// Where the service is reached from outside, without a slash at the end.
    pub(crate) public_url: &'a str,
    pub(crate) entropy: &'a mut dyn FnMut() -> u128,
    /// What is sold, and what a currency is worth.
    pub(crate) market: &'static Market,
    /// What records answer that fail on purpose.
    pub(crate) failure: fn(Sentinel, Step, &Call<'_>) -> Option<Answer>,
}

impl Call<'_> {
    /// The UTC day on which the request is answered.
    pub(crate) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// A parameter of the path, in lower case.
    pub(crate) fn param(&self, name: &str) -> &str {
        self.params.get(name)
    }

    /// A GUID that was never used before.
    pub(crate) fn new_guid(&mut self) -> String {
        guid((self.entropy)())
    }

    /// The URL of a path, to be asked for in the version of this request.
    pub(crate) fn place(&self, path: &str) -> String {
        let version = self.query.get("api-version").unwrap_or_default();
        let query = Query::default().with("api-version", version);
        format!("{}{path}?{query}", self.public_url)
    }

    /// Whether it may change something.
    pub(crate) fn is_change(&self) -> bool {
        is_change(self.method) && !QUESTIONS.contains(&self.action)
    }

    /// Refuses a body beyond all measure, before anything is read of it.
    ///
    /// # Errors
    /// 413 when it is larger than this many bytes.
    pub(crate) fn check_size(&self, bytes_max: usize) -> Result<(), Problem> {
        if self.body.len() <= bytes_max {
            return Ok(());
        }
        let message = format!("The body is larger than {bytes_max} bytes.");
        Err(Problem::new(413, "RequestEntityTooLarge", message))
    }

    /// The body as JSON. Handlers read it field by field, so that each mistake is found at its place.
    ///
    /// # Errors
    /// 400 for what is not JSON, is nested too deep, or has texts that do not show what they are.
    pub(crate) fn read_body(&self) -> Result<Value, Problem> {
        let body = self.read_json()?;
        invisible::check(&body)?;
        Ok(body)
    }

    /// The body as JSON, for who looks at its texts one by one.
    ///
    /// # Errors
    /// 400 for what is not JSON, or is nested too deep.
    pub(crate) fn read_json(&self) -> Result<Value, Problem> {
        if depth(self.body) > DEPTH_MAX {
            let why = format!("is nested deeper than {DEPTH_MAX} levels");
            return Err(Problem::invalid("body", why));
        }
        let body = serde_json::from_slice(self.body);
        body.map_err(|error| Problem::invalid("body", error))
    }

    /// Whether a record is there to fail at this step.
    ///
    /// # Errors
    /// The failure, if so.
    pub(crate) fn check_sentinel(
        &self,
        sentinel: Option<Sentinel>,
        step: Step,
    ) -> Result<(), Problem> {
        let failure = sentinel.and_then(|sentinel| (self.failure)(sentinel, step, self));
        failure.map_or(Ok(()), |answer| Err(Problem::deliberate(answer)))
    }

    /// Whether what is to be changed is still what the caller has read. There may be nothing yet,
    /// which is never what somebody has read.
    ///
    /// # Errors
    /// 412 when `If-Match` names other states only.
    pub(crate) fn check_match(&self, etag: Option<&str>) -> Result<(), Problem> {
        let mut named = self.headers.get_all(IF_MATCH).iter().peekable();
        let is_it = |named: &str| {
            let named = named.trim();
            let named = named.strip_prefix("W/").unwrap_or(named);
            etag.is_some_and(|etag| named == "*" || named.trim_matches('"') == etag)
        };
        let is_any =
            |named: &HeaderValue| named.to_str().is_ok_and(|all| all.split(',').any(is_it));
        if named.peek().is_none() || named.any(is_any) {
            return Ok(());
        }
        let message = match etag {
            Some(etag) => {
                format!("The record was changed since it was read: its etag is \"{etag}\" now.")
            }
            None => "There is no such record yet.".to_owned(),
        };
        Err(Problem::new(412, "PreconditionFailed", message))
    }
}

/// Whether a request with this method may change something.
pub(crate) fn is_change(method: &Method) -> bool {
    ![Method::GET, Method::HEAD].contains(method)
}

/// How deep the objects and lists of a JSON text are nested.
fn depth(text: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The decoded parameters of a query.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn of(uri: &Uri) -> Self {
        let query = uri.query().unwrap_or_default();
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// The value of a parameter, whatever the case of its name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Whether a parameter is this value, whatever the case of its letters, or not there.
    pub(crate) fn allows(&self, name: &str, value: &str) -> bool {
        self.get(name).is_none_or(|asked| asked.eq_ignore_ascii_case(value))
    }

    /// The same parameters with one of them set, encoded.
    pub(crate) fn with(&self, name: &str, value: &str) -> String {
        let mut encoded = form_urlencoded::Serializer::new(String::new());
        for (known, value) in self.0.iter().filter(|(known, _)| !known.eq_ignore_ascii_case(name)) {
            encoded.append_pair(known, value);
        }
        encoded.append_pair(name, value);
        encoded.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_are_of_version_4() {
        assert_eq!(guid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(guid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }

    #[test]
    fn brackets_in_texts_are_no_depth() {
        for (text, expected) in [
            ("", 0),
            ("{}", 1),
            (r#"{"a":[{}],"b":[]}"#, 3),
            (r#"{"[[[":"{\"[","b":"\\"}"#, 1),
            (r#"["\\",[[]]]"#, 3),
            ("]]]][", 1),
        ] {
            assert_eq!(depth(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn a_query_is_decoded_and_encoded_again() {
        let uri = Uri::from_static("/x?api-version=1&%24filter=a%20eq+%27b%27&flag");
        let query = Query::of(&uri);
        assert_eq!(query.get("API-VERSION"), Some("1"));
        assert_eq!(query.get("$filter"), Some("a eq 'b'"));
        assert_eq!(query.get("flag"), Some(""));
        assert_eq!(query.get("take"), None);
        assert_eq!(
            query.with("$skiptoken", "5"),
            "api-version=1&%24filter=a+eq+%27b%27&flag=&%24skiptoken=5"
        );
    }
}
