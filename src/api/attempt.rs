//! Changes whose answer may be lost.
//!
//! A change has an id that the page makes. Under one id the service carries a change out once at most, and
//! tells later what became of it. So the page asks by the id when the answer is lost, and sends the same
//! change under the same id.
//!
//! Invariant: the page says that nothing was changed only when the service said so.

use super::answer::Answer;
use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use crate::platform::tabs::{self, Topic};
use crate::platform::{clock, random, storage, timer};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// How long the service knows the id of a change at least, less an hour for clocks that differ.
const KNOWN_MILLISECONDS: i64 = 23 * 60 * 60 * 1_000;

/// Before each question what became of a change. A request that broke off may still be on its way, so that
/// one "no" is not enough.
const WAITS: [Duration; 5] = [
    Duration::from_millis(300),
    Duration::from_millis(700),
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(10),
];

/// How many of the questions are asked about a request that did not take longer than we wait.
const QUESTIONS_USUAL: usize = 3;

/// The service's answer to a question about a change that it has not accepted.
const NOT_FOUND: &str = "RequestNotFound";

/// A change that was not simply accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotDone {
    /// What came instead of the answer.
    pub error: ApiError,
    /// What is known of the change.
    pub known: Known,
}

/// What is known of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The service refused it: nothing was changed.
    Refused,
    /// Its answer was lost, and the service says that it has not accepted it.
    NotAccepted,
    /// The service has accepted it; what it answered cannot be read.
    Accepted,
    /// The service cannot be asked.
    Nothing,
}

impl NotDone {
    /// A failure of what was accepted and went on: told by the operation itself, or while watching it.
    pub(super) fn later(error: ApiError) -> Self {
        let is_told = error.status().is_some_and(|status| status < 300);
        let known = if is_told { Known::Refused } else { Known::Nothing };
        Self { error, known }
    }

    /// A change that was accepted with an answer that cannot be read.
    pub(super) const fn unread(error: ApiError) -> Self {
        Self { error, known: Known::Accepted }
    }

    /// Whether the service refused the change, so that its error says everything.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.known == Known::Refused
    }
}

/// For logs and for support, in English; the interface has its own words.
impl fmt::Display for NotDone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:?})", self.error, self.known)
    }
}

impl std::error::Error for NotDone {}

thread_local! {
    /// What is remembered where the browser refuses storage, by its subject.
    static UNSTORED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Told when the answer to a change is lost and the service is asked about it.
type OnDoubt = Rc<dyn Fn()>;

/// One change that the person asked for, sent once or several times.
#[derive(Clone)]
pub struct Attempt {
    /// What is changed. Of each only the last change is remembered.
    subject: String,
    id: String,
    /// Tells one change of the subject from another.
    mark: String,
    on_doubt: OnDoubt,
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attempt({} {})", self.subject, self.id)
    }
}

impl Attempt {
    /// The change of `subject` that `what` describes: once more, if that was sent before and nobody knows what
    /// became of it; else a new one. `on_doubt` is told when its answer is lost.
    #[must_use]
    pub fn new(subject: &str, what: &str, on_doubt: impl Fn() + 'static) -> Self {
        let mark = mark(what);
        let open = Self::left_open(subject, || ()).filter(|open| open.mark == mark);
        let id = open.map_or_else(random::guid, |open| open.id);
        Self { subject: subject.to_ascii_lowercase(), id, mark, on_doubt: Rc::new(on_doubt) }
    }

    /// The last change of `subject`, if it was sent and nobody knows what became of it.
    #[must_use]
    pub fn left_open(subject: &str, on_doubt: impl Fn() + 'static) -> Option<Self> {
        let subject = subject.to_ascii_lowercase();
        let kept = storage::get(&key(&subject))
            .or_else(|| UNSTORED.with_borrow(|kept| kept.get(&subject).cloned()))?;
        let mut parts = kept.split(' ');
        let (id, mark, at) = (parts.next()?, parts.next()?, parts.next()?.parse::<i64>().ok()?);
        let age = clock::now().timestamp_millis().checked_sub(at)?;
        (age < KNOWN_MILLISECONDS).then(|| Self {
            id: id.to_owned(),
            mark: mark.to_owned(),
            subject,
            on_doubt: Rc::new(on_doubt),
        })
    }

    /// The GUID of the change.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Forgets the change, because what became of it is known.
    pub fn forget(&self) {
        UNSTORED.with_borrow_mut(|kept| kept.remove(&self.subject));
        let is_own = |kept: &String| kept.starts_with(&self.id);
        if storage::get(&key(&self.subject)).as_ref().is_some_and(is_own) {
            storage::remove(&key(&self.subject));
        }
    }

    /// A browser that refuses storage forgets the change with the page; the records still tell.
    fn remember(&self) {
        let now = clock::now().timestamp_millis();
        let kept = format!("{} {} {now}", self.id, self.mark);
        if !storage::set(&key(&self.subject), &kept) {
            UNSTORED.with_borrow_mut(|all| all.insert(self.subject.clone(), kept));
        }
    }
}

fn key(subject: &str) -> String {
    format!("attempt.{subject}")
}

/// FNV-1a: short, and the same in every build.
fn mark(what: &str) -> String {
    let hash = what.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Whether an answer to a change says what it has to.
pub(super) type Check = fn(&Answer) -> Result<(), ApiError>;

/// An answer to a change on its way.
pub(super) type Committing = Pin<Box<dyn Future<Output = Result<Answer, NotDone>>>>;

impl Api {
    /// Sends a change and finds out what became of it. `check` reads the answer.
    pub(super) fn commit(&self, request: Request, attempt: &Attempt, check: Check) -> Committing {
        let (api, attempt) = (*self, attempt.clone());
        Box::pin(async move {
            attempt.remember();
            let tenant = request.tenant().clone();
            let sent = api.send(request.under_id(attempt.id())).await;
            match sent.and_then(|answer| check(&answer).map(|()| answer)) {
                Ok(answer) => Ok(accepted(&tenant, &attempt, answer)),
                Err(error) if error.leaves_open() => {
                    api.outcome_of(tenant, &attempt, error, check).await
                }
                Err(error) => {
                    attempt.forget();
                    Err(NotDone { error, known: Known::Refused })
                }
            }
        })
    }

    /// Asks again what became of a change of records of `tenant` that was left open. Its answer is not looked
    /// into: whoever goes on after a reload of the page only watches.
    ///
    /// # Errors
    /// [`NotDone`], unless the service has accepted the change.
    pub async fn outcome(&self, tenant: Tenant, attempt: &Attempt) -> Result<Answer, NotDone> {
        self.outcome_of(tenant, attempt, ApiError::Network, |_| Ok(())).await
    }

    /// Asks what became of a change whose answer was lost by `error`.
    pub(super) fn outcome_of(
        &self,
        tenant: Tenant,
        attempt: &Attempt,
        error: ApiError,
        check: Check,
    ) -> Committing {
        let (api, attempt) = (*self, attempt.clone());
        Box::pin(async move {
            (attempt.on_doubt)();
            // What has taken too long may still be on its way.
            let questions = if error == ApiError::Timeout { WAITS.len() } else { QUESTIONS_USUAL };
            let mut known = Known::Nothing;
            for wait in &WAITS[..questions] {
                timer::sleep(*wait).await;
                let path = format!("/providers/Prorata/requests/{}", attempt.id());
                let told = api.send(Request::get(tenant.clone(), path)).await;
                known = match told.and_then(|told| answer_in(&told)) {
                    Ok(answer) => {
                        let answer = accepted(&tenant, &attempt, answer);
                        return match check(&answer) {
                            Ok(()) => Ok(answer),
                            Err(error) => Err(NotDone::unread(error)),
                        };
                    }
                    Err(ApiError::Problem { code, .. }) if code == NOT_FOUND => Known::NotAccepted,
                    Err(_) => Known::Nothing,
                };
            }
            Err(NotDone { error, known })
        })
    }
}

/// The change has become part of the records; other tabs have to read them again.
fn accepted(tenant: &Tenant, attempt: &Attempt, answer: Answer) -> Answer {
    attempt.forget();
    tabs::tell(Topic::Changes, tenant.id());
    answer
}

/// The answer to a change, as the service tells it later.
fn answer_in(told: &Answer) -> Result<Answer, ApiError> {
    let value: Value = told.records()?;
    let text = |name: &str| value[name].as_str().map(ToOwned::to_owned);
    let status = value["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.filter(|status| (200..300).contains(status));
    let Some(status) = status else { return Err(told.without_record()) };
    let location = text("location");
    Ok(Answer {
        status,
        operation: text("operation").or_else(|| location.clone()),
        location,
        retry_after: None,
        request_id: told.request_id.clone(),
        body: match &value["body"] {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            body => azure::to_string(body),
        },
    })
}
