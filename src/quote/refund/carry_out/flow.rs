//! The stages of a return, and what leads from one to the next.

use super::compare::{Pair, agree, pairs};
use super::pending::PendingReturn;
use crate::api::{Answer, Api, ApiError};
use crate::i18n::Text;
use crate::i18n::catalogue::quote as texts;
use crate::paths::ReservationRef;
use crate::quote::refund::quoted::Quoted;
use azure::{Guid, Order, Phase, PolicyError, ProvisioningState, Refund};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far a return has come.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nothing has been asked.
    Idle,
    /// The service is asked for its quote.
    Asking,
    /// The service's quote is another one; nothing was returned.
    Differs(Vec<Pair>),
    /// Both quotes agree; the person has to confirm.
    Offered(Offer),
    /// The return is being sent.
    Returning,
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

/// What failed, and where.
#[derive(Clone, Debug)]
pub(super) enum Failed {
    /// The service did not quote.
    Quote(ApiError),
    /// The service quoted, and says at once that it refuses.
    Policy(Vec<PolicyError>),
    /// The service did not accept the return, or nobody knows whether it did.
    Return(ApiError),
    /// The return was accepted; watching it failed.
    Watch(ApiError),
}

/// One return from the first question to its end.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    api: Api,
    of: StoredValue<ReservationRef>,
    stage: RwSignal<Stage>,
}

impl Flow {
    /// A return of this reservation, not begun.
    pub(super) fn new(api: Api, of: ReservationRef) -> Self {
        Self { api, of: StoredValue::new(of), stage: RwSignal::new(Stage::Idle) }
    }

    /// How far it has come; followed in reactive closures.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Why no return can be started now; `None` when one can. Followed in reactive closures.
    pub(super) fn no_start(self) -> Option<Text> {
        self.stage.with(|stage| match stage {
            Stage::Asking | Stage::Returning | Stage::Waiting => Some(texts::NOT_BUSY),
            // The quote on screen was made of the records from before.
            Stage::Done(_) | Stage::Ended(_) => Some(texts::NOT_AFTER_RETURN),
            Stage::Idle | Stage::Differs(_) | Stage::Offered(_) | Stage::Failed(_) => None,
        })
    }

    /// Gives the offer or the failure up.
    pub(super) fn stop(self) {
        self.stage.set(Stage::Idle);
    }

    /// Goes on watching a return that was under way when the page was last here.
    pub(super) fn resume(self) {
        if let Some(pending) = self.of.with_value(PendingReturn::recall) {
            self.watch(pending, None);
        }
    }

    /// Asks the service for its quote and compares.
    pub(super) fn ask(self, quoted: Arc<Quoted>) {
        let Ok(units) = u32::try_from(quoted.case.units) else { return };
        self.stage.set(Stage::Asking);
        let of = self.of.get_value();
        spawn_local(async move {
            let answer = self.api.calculate_refund(&of, units, quoted.case.policy.id).await;
            let stage = match answer {
                Ok(theirs) => judged(quoted, &theirs, units),
                Err(error) => Stage::Failed(Failed::Quote(error)),
            };
            self.stage.try_set(stage);
        });
    }

    /// Returns the units of `offer`.
    pub(super) fn commit(self, offer: Offer, reason: String) {
        let Offer { quoted, session, units } = offer;
        self.stage.set(Stage::Returning);
        let of = self.of.get_value();
        spawn_local(async move {
            let policy = quoted.case.policy.id;
            let answer = self.api.return_units(&of, session, units, &reason, policy).await;
            match answer {
                Ok(accepted) => {
                    let payable = quoted.quote.assessment.payable;
                    let currency = payable.currency().code().to_owned();
                    let pending = PendingReturn { units, payable: payable.to_string(), currency };
                    pending.remember(&of);
                    self.watch(pending, Some(accepted));
                }
                Err(error) => {
                    self.stage.try_set(Stage::Failed(Failed::Return(error)));
                }
            }
        });
    }

    /// Watches the order until nothing is going on with it any more.
    fn watch(self, pending: PendingReturn, accepted: Option<Answer>) {
        let Some(of) = self.of.try_get_value() else { return };
        self.stage.try_set(Stage::Waiting);
        spawn_local(async move {
            let stage = match self.api.settled_order(&of, accepted.as_ref()).await {
                Ok(order) => {
                    PendingReturn::forget(&of);
                    ended(&order, pending)
                }
                Err(error) => Stage::Failed(Failed::Watch(error)),
            };
            self.stage.try_set(stage);
        });
    }
}

/// What the service's quote leads to.
fn judged(quoted: Arc<Quoted>, theirs: &Refund, units: u32) -> Stage {
    if !theirs.policy_errors().is_empty() {
        return Stage::Failed(Failed::Policy(theirs.policy_errors().to_vec()));
    }
    let session = theirs.properties().session_id.clone();
    match session.filter(|_| agree(&quoted, theirs)) {
        Some(session) => Stage::Offered(Offer { quoted, session, units }),
        None => Stage::Differs(pairs(&quoted, theirs)),
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
    Phase::of(state).is_active() || *state == ProvisioningState::Cancelled
}
