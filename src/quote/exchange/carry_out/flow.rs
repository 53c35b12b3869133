//! The stages of an exchange, and what leads from one to the next.

use super::compare::{Pair, agree, pairs};
use super::pending::PendingExchange;
use super::request::request;
use crate::api::{Api, ApiError};
use crate::i18n::Text;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts};
use crate::paths::ReservationRef;
use crate::quote::exchange::Facts;
use crate::quote::exchange::quoted::Quoted;
use azure::{ExchangeResult, Guid, OperationStatus, PolicyError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// How far an exchange has come.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nothing has been asked.
    Idle,
    /// The service is asked for its quote.
    Asking,
    /// The service's quote is another one; nothing was exchanged.
    Differs(Vec<Pair>),
    /// Both quotes agree; the person has to confirm.
    Offered(Offer),
    /// The exchange is being sent.
    Sending,
    /// The service accepted the exchange and carries it out.
    Waiting(OperationStatus),
    /// The exchange is over, well or not.
    Ended(Arc<ExchangeResult>),
    /// Something failed.
    Failed(Failed),
}

/// A quote of the service that agrees with ours.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// Ours.
    pub(super) quoted: Arc<Quoted>,
    session: Guid,
}

/// What failed, and where.
#[derive(Clone, Debug)]
pub(super) enum Failed {
    /// The service did not quote.
    Quote(ApiError),
    /// The service quoted, and says at once that it refuses.
    Policy(Vec<PolicyError>),
    /// The service did not accept the exchange, or nobody knows whether it did.
    Exchange(ApiError),
    /// The exchange was accepted; watching it failed.
    Watch(ApiError),
}

/// One exchange from the first question to its end.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    api: Api,
    customer: StoredValue<String>,
    /// The first return of the exchange that is under way.
    first: StoredValue<Option<ReservationRef>>,
    stage: RwSignal<Stage>,
    /// Whether it was under way before the page was opened.
    is_resumed: StoredValue<bool>,
}

impl Flow {
    /// An exchange for this customer, not begun.
    pub(super) fn new(api: Api, customer: String) -> Self {
        Self {
            api,
            customer: StoredValue::new(customer),
            first: StoredValue::new(None),
            stage: RwSignal::new(Stage::Idle),
            is_resumed: StoredValue::new(false),
        }
    }

    /// How far it has come; followed in reactive closures.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Whether it was under way before the page was opened; not followed, since it only changes together
    /// with the stage.
    pub(super) fn is_resumed(self) -> bool {
        self.is_resumed.get_value()
    }

    /// Why no exchange can be started now; `None` when one can. Followed in reactive closures.
    pub(super) fn no_start(self) -> Option<Text> {
        self.stage.with(|stage| match stage {
            Stage::Asking | Stage::Sending | Stage::Waiting(_) => Some(quote_texts::NOT_BUSY),
            // The quote on screen was made of the records from before.
            Stage::Ended(_) => Some(texts::NOT_AFTER_EXCHANGE),
            Stage::Idle | Stage::Differs(_) | Stage::Offered(_) | Stage::Failed(_) => None,
        })
    }

    /// Gives the offer or the failure up.
    pub(super) fn stop(self) {
        self.stage.set(Stage::Idle);
    }

    /// Goes on watching an exchange of one of these reservations that was under way when the page was last
    /// here.
    pub(super) fn resume(self, of: &[ReservationRef]) {
        self.is_resumed.set_value(true);
        self.watch_pending(of);
    }

    fn watch_pending(self, of: &[ReservationRef]) {
        let found = of.iter().find_map(|of| Some((of.clone(), PendingExchange::recall(of)?)));
        if let Some((first, pending)) = found {
            self.first.set_value(Some(first));
            self.watch(pending);
        }
    }

    /// Looks again at the exchange that could not be watched.
    pub(super) fn look_again(self) {
        if let Some(first) = self.first.get_value() {
            self.watch_pending(&[first]);
        }
    }

    /// Asks the service for its quote and compares.
    pub(super) fn ask(self, quoted: Arc<Quoted>, facts: &[Arc<Facts>]) {
        self.is_resumed.set_value(false);
        self.stage.set(Stage::Asking);
        let customer = self.customer.get_value();
        let asked = request(&quoted.case, facts);
        spawn_local(async move {
            let policy = quoted.quote.policy.id;
            let answer = self.api.calculate_exchange(&customer, &asked, policy).await;
            let stage = match answer {
                Ok(result) => judged(quoted, result),
                Err(error) => Stage::Failed(Failed::Quote(error)),
            };
            self.stage.try_set(stage);
        });
    }

    /// Carries out the exchange of `offer`.
    pub(super) fn commit(self, offer: Offer) {
        let Offer { quoted, session } = offer;
        self.stage.set(Stage::Sending);
        let customer = self.customer.get_value();
        spawn_local(async move {
            let first = quoted.case.of.first().cloned();
            let answer =
                self.api.exchange(&customer, session.clone(), quoted.quote.policy.id).await;
            match answer {
                Ok((operation, wait)) => {
                    let session = session.as_str().to_owned();
                    let wait = wait.and_then(|wait| u32::try_from(wait.as_secs()).ok());
                    let pending = PendingExchange { operation, session, wait };
                    if let Some(first) = &first {
                        pending.remember(first);
                    }
                    self.first.try_set_value(first);
                    self.watch(pending);
                }
                Err(error) => {
                    self.stage.try_set(Stage::Failed(Failed::Exchange(error)));
                }
            }
        });
    }

    /// Watches the operation until it is over.
    fn watch(self, pending: PendingExchange) {
        let Some(customer) = self.customer.try_get_value() else { return };
        self.stage.try_set(Stage::Waiting(OperationStatus::Pending));
        spawn_local(async move {
            let on_status = |status: &OperationStatus| {
                if !status.is_final() {
                    self.stage.try_set(Stage::Waiting(status.clone()));
                }
            };
            let wait = pending.wait.map(|wait| Duration::from_secs(wait.into()));
            let result =
                self.api.exchange_result(&customer, &pending.operation, wait, &on_status).await;
            let stage = match result {
                Ok(result) => {
                    if let Some(Some(first)) = self.first.try_get_value() {
                        PendingExchange::forget(&first);
                    }
                    Stage::Ended(Arc::new(result))
                }
                Err(error) => Stage::Failed(Failed::Watch(error)),
            };
            self.stage.try_set(stage);
        });
    }
}

/// What the service's quote leads to.
fn judged(quoted: Arc<Quoted>, result: ExchangeResult) -> Stage {
    let theirs = result.properties.unwrap_or_default();
    if !theirs.policy_errors().is_empty() {
        return Stage::Failed(Failed::Policy(theirs.policy_errors().to_vec()));
    }
    if let Some(error) = result.error {
        let refusal =
            PolicyError { code: error.code, message: error.message, ..PolicyError::default() };
        return Stage::Failed(Failed::Policy(vec![refusal]));
    }
    let session = theirs.session_id.clone();
    match session.filter(|_| agree(&quoted, &theirs)) {
        Some(session) => Stage::Offered(Offer { quoted, session }),
        None => Stage::Differs(pairs(&quoted, &theirs)),
    }
}
