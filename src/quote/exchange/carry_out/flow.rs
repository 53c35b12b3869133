//! The stages of an exchange, and what leads from one to the next.

use super::pending::PendingExchange;
use crate::api::{Answer, Api, ApiError, Attempt, Known, NotDone, Tenant, hold_while};
use crate::i18n::Text;
use crate::i18n::catalogue::{change, exchange as texts};
use crate::paths::ReservationRef;
use crate::quote::moved::{self, moved};
use azure::{ExchangeResult, Guid, OperationStatus, PolicyError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use view_model::quote::Facts;
use view_model::quote::exchange::Quoted;
use view_model::quote::exchange::request::request;
use view_model::quote::figures::{Compared, Pair};
use view_model::quote::moved::{AsQuoted, Moved};

/// How far an exchange has come.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nothing has been asked.
    Idle,
    /// The service is asked for its quote.
    Asking,
    /// Reservations are not any more what was quoted; nothing was exchanged, for the reason in the text.
    Moved(Vec<Moved>, Text),
    /// The service's quote is another one; nothing was exchanged.
    Differs(Vec<Pair>),
    /// Both quotes agree; the person has to confirm.
    Offered(Offer),
    /// The exchange is being sent.
    Sending,
    /// Its answer was lost; the service is asked what became of it.
    InDoubt,
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
    /// What is returned, as it was quoted.
    returned: Arc<[AsQuoted]>,
    session: Guid,
}

/// What failed, and where.
#[derive(Clone, Debug)]
pub(super) enum Failed {
    /// The service did not quote.
    Quote(ApiError),
    /// The service quoted, and says at once that it refuses.
    Policy(Vec<PolicyError>),
    /// The service did not accept the exchange, or nobody knows whether it did. What was sent is not known
    /// any more after a reload of the page.
    Exchange(NotDone, Option<Offer>),
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
        let stage = RwSignal::new(Stage::Idle);
        let is_resumed = StoredValue::new(false);
        hold_while(move || {
            stage.with(|stage| match stage {
                Stage::Idle => false,
                // What another tab has done to its end is not worth more than the records as they are now.
                Stage::Ended(_) => !is_resumed.get_value(),
                _ => true,
            })
        });
        Self {
            api,
            customer: StoredValue::new(customer),
            first: StoredValue::new(None),
            stage,
            is_resumed,
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
            Stage::Asking | Stage::Sending | Stage::InDoubt | Stage::Waiting(_) => {
                Some(texts::NOT_BUSY)
            }
            Stage::Moved(..) => Some(change::LOAD_FIRST),
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
        let open = of.iter().find_map(|of| Some((of.clone(), self.left_open(of)?)));
        if let Some((first, attempt)) = open {
            self.first.set_value(Some(first));
            return self.find_out(attempt, None);
        }
        let found = of.iter().find_map(|of| Some((of.clone(), PendingExchange::recall(of)?)));
        if let Some((first, pending)) = found {
            self.first.set_value(Some(first));
            self.watch(pending);
        }
    }

    /// Looks again at the exchange that could not be watched, or whose answer was lost.
    pub(super) fn look_again(self, sent: Option<Offer>) {
        let Some(first) = self.first.get_value() else { return };
        match self.left_open(&first) {
            Some(attempt) => self.find_out(attempt, sent),
            None => self.watch_pending(&[first]),
        }
    }

    fn left_open(self, first: &ReservationRef) -> Option<Attempt> {
        Attempt::left_open(&subject(first), move || self.go_to(Stage::InDoubt))
    }

    /// The first return of the exchange that was sent.
    pub(super) fn first(self) -> Option<ReservationRef> {
        self.first.get_value()
    }

    fn go_to(self, stage: Stage) {
        self.stage.try_set(stage);
    }

    /// Asks the service for its quote and compares.
    pub(super) fn ask(self, quoted: Arc<Quoted>, facts: &[Arc<Facts>]) {
        self.is_resumed.set_value(false);
        self.stage.set(Stage::Asking);
        let customer = self.customer.get_value();
        let asked = request(&quoted.case, facts);
        let owned = quoted.case.of.iter().zip(facts).map(|(of, facts)| AsQuoted {
            of: of.clone(),
            name: Some(facts.name().to_owned()),
            units: facts.quantity(),
        });
        let owned: Arc<[AsQuoted]> = owned.collect();
        spawn_local(async move {
            let moved = moved(self.api, &owned).await;
            if !moved.is_empty() {
                return self.go_to(Stage::Moved(moved, change::MOVED_WHY));
            }
            let policy = quoted.quote.policy.id;
            let answer = self.api.calculate_exchange(&customer, &asked, policy).await;
            let stage = match answer {
                Ok(result) => judged(quoted, owned, result),
                Err(error) => Stage::Failed(Failed::Quote(error)),
            };
            self.go_to(stage);
        });
    }

    /// Carries out the exchange of `offer`.
    pub(super) fn commit(self, offer: Offer) {
        let Some(first) = offer.quoted.case.of.first().cloned() else { return };
        self.stage.set(Stage::Sending);
        let customer = self.customer.get_value();
        let attempt = Attempt::new(&subject(&first), offer.session.as_str(), move || {
            self.go_to(Stage::InDoubt);
        });
        self.first.set_value(Some(first.clone()));
        spawn_local(async move {
            let answer = self.api.exchange(&customer, offer.session.clone(), &attempt).await;
            self.answered(&first, answer, Some(offer)).await;
        });
    }

    /// Asks what became of an exchange whose answer was lost.
    fn find_out(self, attempt: Attempt, sent: Option<Offer>) {
        let Some(first) = self.first.get_value() else { return };
        spawn_local(async move {
            let tenant = Tenant::Customer(first.customer.clone());
            let answer = self.api.outcome(tenant, &attempt).await;
            if sent.is_none() && answer.as_ref().is_err_and(|it| it.known == Known::NotAccepted) {
                // Nobody can send it again.
                attempt.forget();
            }
            self.answered(&first, answer, sent).await;
        });
    }

    async fn answered(
        self,
        first: &ReservationRef,
        answer: Result<Answer, NotDone>,
        sent: Option<Offer>,
    ) {
        let not_done = match answer {
            Ok(Answer { operation: Some(operation), retry_after, .. }) => {
                let wait = retry_after.and_then(|wait| u32::try_from(wait.as_secs()).ok());
                let pending = PendingExchange { operation, wait };
                pending.remember(first);
                return self.watch(pending);
            }
            Ok(accepted) => NotDone { error: accepted.without_record(), known: Known::Accepted },
            Err(not_done) => not_done,
        };
        if let Some(offer) = &sent
            && not_done.is_refused()
            && moved::may_have_moved(&not_done.error)
        {
            let moved = moved(self.api, &offer.returned).await;
            if !moved.is_empty() {
                return self.go_to(Stage::Moved(moved, change::MOVED_REFUSED_WHY));
            }
        }
        self.go_to(Stage::Failed(Failed::Exchange(not_done, sent)));
    }

    /// Watches the operation until it is over.
    fn watch(self, pending: PendingExchange) {
        let Some(customer) = self.customer.try_get_value() else { return };
        self.go_to(Stage::Waiting(OperationStatus::Pending));
        spawn_local(async move {
            let on_status = |status: &OperationStatus| {
                if !status.is_final() {
                    self.go_to(Stage::Waiting(status.clone()));
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
            self.go_to(stage);
        });
    }
}

/// What the exchange is remembered by whose first return is of this reservation.
fn subject(first: &ReservationRef) -> String {
    format!("exchange.{}.{}", first.order, first.reservation)
}

/// What the service's quote leads to.
fn judged(quoted: Arc<Quoted>, returned: Arc<[AsQuoted]>, result: ExchangeResult) -> Stage {
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
    let compared = Compared::exchange(&quoted, &theirs);
    match session.filter(|_| compared.agree) {
        Some(session) => Stage::Offered(Offer { quoted, returned, session }),
        None => Stage::Differs(compared.pairs),
    }
}
