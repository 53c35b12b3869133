//! The stages of a return, and what leads from one to the next.

use super::pending::PendingReturn;
use crate::api::{Answer, Api, ApiError, Attempt, Known, NotDone, Tenant, hold_while};
use crate::i18n::Text;
use crate::i18n::catalogue::{change, quote as texts};
use crate::paths::ReservationRef;
use crate::quote::moved::{self, moved};
use azure::{Guid, Order, PolicyError, ProvisioningState, Refund};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::quote::figures::{Compared, Pair};
use view_model::quote::moved::{AsQuoted, Moved};
use view_model::quote::refund::Quoted;

/// How far a return has come.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nothing has been asked.
    Idle,
    /// The service is asked for its quote.
    Asking,
    /// The reservation is not any more what was quoted; nothing was returned, for the reason in the text.
    Moved(Vec<Moved>, Text),
    /// The service's quote is another one; nothing was returned.
    Differs(Vec<Pair>),
    /// Both quotes agree; the person has to confirm.
    Offered(Offer),
    /// The return is being sent.
    Returning,
    /// Its answer was lost; the service is asked what became of it.
    InDoubt,
    /// The service accepted the return and carries it out.
    Waiting,
    /// The return is done.
    Done(PendingReturn),
    /// The order ended in a state that is not that of a return.
    Ended(ProvisioningState),
    /// Something failed.
    Failed(Failed),
}

/// A quote of the service that agrees with ours.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// Ours.
    pub(super) quoted: Arc<Quoted>,
    session: Guid,
    units: u32,
}

/// A return as it was sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    offer: Offer,
    reason: String,
}

impl Sent {
    /// What a later visit has to know of it.
    fn pending(&self) -> PendingReturn {
        let payable = self.offer.quoted.quote.assessment.payable;
        PendingReturn {
            units: self.offer.units,
            payable: payable.to_string(),
            currency: payable.currency().code().to_owned(),
            is_accepted: false,
        }
    }
}

/// What failed, and where.
#[derive(Clone, Debug)]
pub(super) enum Failed {
    /// The service did not quote.
    Quote(ApiError),
    /// The service quoted, and says at once that it refuses.
    Policy(Vec<PolicyError>),
    /// The service did not accept the return, or nobody knows whether it did. What was sent is not known any
    /// more after a reload of the page.
    Return(NotDone, Option<Sent>),
    /// The return was accepted; watching it failed.
    Watch(ApiError),
}

/// One return from the first question to its end.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    api: Api,
    of: StoredValue<ReservationRef>,
    stage: RwSignal<Stage>,
    /// Whether it was sent on this page, as it stands.
    is_own: StoredValue<bool>,
}

impl Flow {
    /// A return of this reservation, not begun.
    pub(super) fn new(api: Api, of: ReservationRef) -> Self {
        let stage = RwSignal::new(Stage::Idle);
        let is_own = StoredValue::new(false);
        hold_while(move || {
            stage.with(|stage| match stage {
                Stage::Idle => false,
                // What another tab has done to its end is not worth more than the records as they are now.
                Stage::Done(_) | Stage::Ended(_) => is_own.get_value(),
                _ => true,
            })
        });
        Self { api, of: StoredValue::new(of), stage, is_own }
    }

    /// How far it has come; followed in reactive closures.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Why no return can be started now; `None` when one can. Followed in reactive closures.
    pub(super) fn no_start(self) -> Option<Text> {
        self.stage.with(|stage| match stage {
            Stage::Asking | Stage::Returning | Stage::InDoubt | Stage::Waiting => {
                Some(texts::NOT_BUSY)
            }
            // The quote on screen was made of the records from before.
            Stage::Done(_) | Stage::Ended(_) => Some(texts::NOT_AFTER_RETURN),
            Stage::Moved(..) => Some(change::LOAD_FIRST),
            Stage::Idle | Stage::Differs(_) | Stage::Offered(_) | Stage::Failed(_) => None,
        })
    }

    /// Gives the offer or the failure up.
    pub(super) fn stop(self) {
        self.stage.set(Stage::Idle);
    }

    /// Goes on with a return that was under way when the page was last here: finds out what became of it, or
    /// watches it.
    pub(super) fn resume(self) {
        let pending = self.of.with_value(PendingReturn::recall);
        match (self.left_open(), pending) {
            (Some(attempt), _) => self.find_out(attempt, None),
            (None, Some(pending)) if pending.is_accepted => self.watch(pending, None),
            (None, _) => {}
        }
    }

    /// Asks once more what became of a return whose answer was lost.
    pub(super) fn look_again(self, sent: Option<Sent>) {
        match self.left_open() {
            Some(attempt) => self.find_out(attempt, sent),
            None => self.resume(),
        }
    }

    /// Sends the same return again.
    pub(super) fn send_again(self, Sent { offer, reason }: Sent) {
        self.commit(offer, reason);
    }

    fn left_open(self) -> Option<Attempt> {
        Attempt::left_open(&self.subject(), move || self.go_to(Stage::InDoubt))
    }

    fn subject(self) -> String {
        self.key("return")
    }

    /// Where something about the return is remembered.
    pub(super) fn key(self, what: &str) -> String {
        self.of.with_value(|of| format!("{what}.{}.{}", of.order, of.reservation))
    }

    fn go_to(self, stage: Stage) {
        self.stage.try_set(stage);
    }

    /// Asks the service for its quote and compares.
    pub(super) fn ask(self, quoted: Arc<Quoted>) {
        let Ok(units) = u32::try_from(quoted.case.units) else { return };
        self.stage.set(Stage::Asking);
        let of = self.of.get_value();
        spawn_local(async move {
            let moved = self.moved(&quoted).await;
            if !moved.is_empty() {
                return self.go_to(Stage::Moved(moved, change::MOVED_WHY));
            }
            let answer = self.api.calculate_refund(&of, units, quoted.case.policy.id).await;
            let stage = match answer {
                Ok(theirs) => judged(quoted, &theirs, units),
                Err(error) => Stage::Failed(Failed::Quote(error)),
            };
            self.go_to(stage);
        });
    }

    /// What of the reservation is not any more as it was quoted.
    async fn moved(self, quoted: &Quoted) -> Vec<Moved> {
        let Some(of) = self.of.try_get_value() else { return Vec::new() };
        let units = quoted.case.holding.quantity();
        moved(self.api, &[AsQuoted { of, name: None, units }]).await
    }

    /// Returns the units of `offer`.
    pub(super) fn commit(self, offer: Offer, reason: String) {
        self.is_own.set_value(true);
        self.stage.set(Stage::Returning);
        let of = self.of.get_value();
        let what = format!("{} {} {reason}", offer.session.as_str(), offer.units);
        let sent = Sent { offer, reason };
        let attempt = Attempt::new(&self.subject(), &what, move || self.go_to(Stage::InDoubt));
        // Before it is sent: the page may be gone when the answer comes.
        sent.pending().remember(&of);
        spawn_local(async move {
            let Offer { session, units, .. } = sent.offer.clone();
            let answer = self.api.return_units(&of, session, units, &sent.reason, &attempt).await;
            self.answered(&of, answer, Some(sent)).await;
        });
    }

    /// Asks what became of a return whose answer was lost.
    fn find_out(self, attempt: Attempt, sent: Option<Sent>) {
        let Some(of) = self.of.try_get_value() else { return };
        spawn_local(async move {
            let tenant = Tenant::Customer(of.customer.clone());
            let answer = self.api.outcome(tenant, &attempt).await;
            let is_over = answer.as_ref().is_err_and(|it| it.known == Known::NotAccepted);
            if is_over && sent.is_none() {
                // Nobody can send it again.
                attempt.forget();
                PendingReturn::forget(&of);
            }
            self.answered(&of, answer, sent).await;
        });
    }

    async fn answered(
        self,
        of: &ReservationRef,
        answer: Result<Answer, NotDone>,
        sent: Option<Sent>,
    ) {
        let not_done = match answer {
            Ok(accepted) => {
                let pending =
                    sent.as_ref().map(Sent::pending).or_else(|| PendingReturn::recall(of));
                // Another tab may have watched it to its end.
                let Some(pending) = pending else { return self.go_to(Stage::Idle) };
                let pending = PendingReturn { is_accepted: true, ..pending };
                pending.remember(of);
                return self.watch(pending, Some(accepted));
            }
            Err(not_done) => not_done,
        };
        if not_done.is_refused() {
            PendingReturn::forget(of);
            if let Some(sent) = &sent
                && moved::may_have_moved(&not_done.error)
            {
                let moved = self.moved(&sent.offer.quoted).await;
                if !moved.is_empty() {
                    return self.go_to(Stage::Moved(moved, change::MOVED_REFUSED_WHY));
                }
            }
        }
        self.go_to(Stage::Failed(Failed::Return(not_done, sent)));
    }

    /// Watches the order until nothing is going on with it any more.
    fn watch(self, pending: PendingReturn, accepted: Option<Answer>) {
        let Some(of) = self.of.try_get_value() else { return };
        self.go_to(Stage::Waiting);
        spawn_local(async move {
            let stage = match self.api.settled_order(&of, accepted.as_ref()).await {
                Ok(order) => {
                    PendingReturn::forget(&of);
                    ended(&order, pending)
                }
                Err(error) => Stage::Failed(Failed::Watch(error)),
            };
            self.go_to(stage);
        });
    }
}

/// What the service's quote leads to.
fn judged(quoted: Arc<Quoted>, theirs: &Refund, units: u32) -> Stage {
    if !theirs.policy_errors().is_empty() {
        return Stage::Failed(Failed::Policy(theirs.policy_errors().to_vec()));
    }
    let session = theirs.properties().session_id.clone();
    let compared = Compared::refund(&quoted, theirs);
    match session.filter(|_| compared.agree) {
        Some(session) => Stage::Offered(Offer { quoted, session, units }),
        None => Stage::Differs(compared.pairs),
    }
}

/// A returned order runs on with what is left, or is cancelled as a whole.
fn ended(order: &Order, pending: PendingReturn) -> Stage {
    match &order.properties().provisioning_state {
        Some(state) if !is_after_return(state) => Stage::Ended(state.clone()),
        Some(_) | None => Stage::Done(pending),
    }
}

fn is_after_return(state: &ProvisioningState) -> bool {
    state.phase().is_active() || *state == ProvisioningState::Cancelled
}
