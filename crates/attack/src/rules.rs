//! What has to hold, whatever is asked and whatever goes wrong.

use std::fmt;

use http::header::{CONTENT_TYPE, LOCATION};
use serde_json::Value;

use crate::ask::{Ask, PUBLIC_URL, Reply};

/// A rule; its sentence is what its `Display` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// No panic.
    NoPanic,
    /// Every request ends.
    Ends,
    /// No answer blames the service.
    NoServerError,
    /// Every answer can be read.
    Envelope,
    /// A refused request has changed nothing, and a question never does.
    RefusedChangesNothing,
    /// A request changes only the unit that it is about.
    OwnUnitOnly,
    /// Records in use are not replaced by themselves.
    NotReplaced,
    /// Every change is recorded.
    Recorded,
    /// Whoever may not, cannot.
    Rights,
    /// Units are conserved.
    Units,
    /// The yearly limit holds.
    Cap,
    /// What was accepted comes to an end.
    NothingPending,
    /// An operation says the truth.
    Truth,
    /// What was acknowledged is there.
    Acknowledged,
    /// The same change sent twice is made once.
    Once,
    /// An import is whole.
    Import,
    /// The service knows what became of a change.
    Tells,
    /// A damaged document harms only itself.
    Damage,
    /// What a newer release has written.
    Newer,
    /// An answered quote adds up.
    QuoteAddsUp,
    /// A line is answered by a quote or by an error.
    LineAnswered,
    /// A record that was read is written as it was.
    WrittenBack,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPanic => "nothing panics",
            Self::Ends => "every request ends",
            Self::NoServerError => "no answer blames the service when nothing has failed",
            Self::Envelope => "every answer can be read and has its envelope",
            Self::RefusedChangesNothing => "a question or a refused request changes nothing",
            Self::OwnUnitOnly => "a request changes only the unit it is about, in one commit",
            Self::NotReplaced => "records in use are not replaced by themselves",
            Self::Recorded => "every change is recorded in the commit that makes it",
            Self::Rights => "whoever may not do something cannot do it",
            Self::Units => "units are conserved",
            Self::Cap => "the yearly limit is never exceeded, whatever the clock does",
            Self::NothingPending => "what was accepted comes to an end",
            Self::Truth => "an operation that is over says the truth",
            Self::Acknowledged => "what was acknowledged is there, also after a restart",
            Self::Once => "the same change sent twice is made once and answered alike",
            Self::Import => "an import is made for all customers or for none, and taken back whole",
            Self::Tells => "the service says truly what became of a change",
            Self::Damage => "a damaged document harms only itself",
            Self::Newer => {
                "what a newer release wrote is kept, and not changed where it is unknown"
            }
            Self::QuoteAddsUp => "the amounts of an answered quote add up",
            Self::LineAnswered => "a line is answered by a quote or by an error with its field",
            Self::WrittenBack => "a record that was read is written as it was",
        })
    }
}

/// A rule that did not hold, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The rule.
    pub rule: Rule,
    /// What was seen instead.
    pub what: String,
}

impl Broken {
    pub(crate) fn new(rule: Rule, what: impl Into<String>) -> Self {
        Self { rule, what: what.into() }
    }
}

/// What a check comes to.
pub(crate) type Held<T = ()> = Result<T, Broken>;

/// Fails with a rule and what was seen, unless a condition holds.
pub(crate) fn hold(rule: Rule, is_so: bool, what: impl FnOnce() -> String) -> Held {
    if is_so { Ok(()) } else { Err(Broken::new(rule, what())) }
}

/// The messages with which the demonstration fails on purpose.
const ON_PURPOSE: &[&str] =
    &["Something went wrong on the server.", "The service did not answer in time."];

/// What holds for any answer, whatever was asked. `failures` is how often the store was made to
/// fail meanwhile.
pub(crate) fn check_answer(ask: &Ask, reply: &Reply, failures: usize, lab: bool) -> Held {
    let status = reply.status;
    let say = || format!("{ask}: {status} {}", reply.text());
    hold(Rule::Envelope, (200..600).contains(&status), say)?;
    let message = reply.body["error"]["message"].as_str().unwrap_or_default();
    if status >= 500 {
        let is_meant = lab && ON_PURPOSE.contains(&message);
        hold(Rule::NoServerError, is_meant || failures > 0, say)?;
    }
    let is_broken_on_purpose = lab && status == 200 && reply.raw.ends_with(b"\"sessionId\":");
    if reply.raw.is_empty() || is_broken_on_purpose {
        let may_be_empty = status < 400 || ask.method == "HEAD";
        return hold(Rule::Envelope, may_be_empty, say);
    }
    hold(Rule::Envelope, !reply.body.is_null(), say)?;
    if status >= 400 {
        let code = reply.body["error"]["code"].as_str().unwrap_or_default();
        hold(Rule::Envelope, !code.is_empty() && !message.is_empty(), say)?;
    }
    let is_json =
        reply.header(CONTENT_TYPE.as_str()).is_some_and(|t| t.starts_with("application/json"));
    hold(Rule::Envelope, is_json, say)?;
    if let Some(place) = reply.header(LOCATION.as_str()) {
        let is_own = place.strip_prefix(PUBLIC_URL).is_some_and(|path| path.starts_with('/'));
        hold(Rule::Envelope, is_own && place.parse::<http::Uri>().is_ok(), say)?;
    }
    hold(Rule::Envelope, status != 202 || reply.header("location").is_some(), say)?;
    check_links(&reply.body, ask)
}

/// Addresses of further pages lead to the service.
fn check_links(body: &Value, ask: &Ask) -> Held {
    let Some(next) = body["nextLink"].as_str() else { return Ok(()) };
    let is_own = next.starts_with(PUBLIC_URL) && next.parse::<http::Uri>().is_ok();
    hold(Rule::Envelope, is_own, || format!("{ask}: nextLink {next}"))
}
