//! Carrying out what was quoted: ask the service for its own quote, compare, confirm, send, watch.
//!
//! Invariant: nothing is offered to be confirmed, and so nothing is sent, unless the service's quote agreed with
//! ours to the cent.

use super::figures::{Compared, Pair};
use super::letter::agreed::Terms;
use super::moved::{AsQuoted, Moved};
use super::{exchange, refund};
use crate::shape;
use azure::{
    ExchangeResult, Guid, OperationStatus, Order, PolicyError, ProvisioningState, Refund,
    Reservation,
};
use std::sync::Arc;

/// How far it has come: `Q` is our quote, `E` how it ended, `F` what failed.
#[derive(Clone, Debug)]
pub enum Stage<Q, E, F> {
    /// Nothing has been asked.
    Idle,
    /// The service is asked for its quote.
    Asking,
    /// Reservations are not any more what was quoted, and nothing was done.
    Moved(Vec<Moved>, Noticed),
    /// The service's quote is another one; nothing was done.
    Differs(Vec<Pair>),
    /// The service quoted, and says at once that it refuses.
    Refused(Vec<PolicyError>),
    /// Both quotes agree; the person has to confirm.
    Offered(Offer<Q>),
    /// It is being sent.
    Sending,
    /// Its answer was lost; the service is asked what became of it.
    InDoubt,
    /// The service accepted it and carries it out.
    Waiting(OperationStatus),
    /// It is over, well or not.
    Ended(E),
    /// Something failed.
    Failed(F),
}

/// When it was noticed that reservations had changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// Before the service was asked for its quote.
    BeforeAsking,
    /// After the service had refused what was sent.
    AfterRefusal,
}

/// Why nothing can be started now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStart {
    /// Something is under way.
    Busy,
    /// The quote on screen was made of the records from before.
    Over,
    /// The records have to be loaded first.
    LoadFirst,
}

/// A quote of the service that agrees with ours.
#[derive(Clone, Debug)]
pub struct Offer<Q> {
    /// Ours.
    pub quoted: Arc<Q>,
    /// What is returned, as it was quoted.
    pub returned: Arc<[AsQuoted]>,
    /// Where the service keeps its quote.
    pub session: Guid,
}

/// What was sent.
#[derive(Clone, Debug)]
pub struct Sent<Q> {
    /// The offer that was confirmed.
    pub offer: Offer<Q>,
    /// Why it is done; empty where nobody asks.
    pub reason: String,
    /// What is agreed with the customer about what Microsoft credits.
    pub agreed: Option<Terms>,
}

impl<Q, E, F> Stage<Q, E, F> {
    /// Whether the page has to stay as it is, although the records have changed. What was done to its end
    /// elsewhere, before this page was opened, is not worth more than the records as they are now.
    #[must_use]
    pub const fn holds(&self, is_resumed: bool) -> bool {
        match self {
            Self::Idle => false,
            Self::Ended(_) => !is_resumed,
            _ => true,
        }
    }

    /// Why nothing can be started now; `None` when something can.
    #[must_use]
    pub const fn no_start(&self) -> Option<NoStart> {
        match self {
            Self::Asking | Self::Sending | Self::InDoubt | Self::Waiting(_) => Some(NoStart::Busy),
            Self::Ended(_) => Some(NoStart::Over),
            Self::Moved(..) => Some(NoStart::LoadFirst),
            Self::Idle
            | Self::Differs(_)
            | Self::Refused(_)
            | Self::Offered(_)
            | Self::Failed(_) => None,
        }
    }

    /// What the service's quote leads to: of a quote that it refuses, or that is another one than ours, nothing
    /// is offered.
    fn of_quotes(
        quoted: Arc<Q>,
        returned: Arc<[AsQuoted]>,
        session: Option<Guid>,
        refusals: Vec<PolicyError>,
        compared: Compared,
    ) -> Self {
        if !refusals.is_empty() {
            return Self::Refused(refusals);
        }
        match session.filter(|_| compared.agree) {
            Some(session) => Self::Offered(Offer { quoted, returned, session }),
            None => Self::Differs(compared.pairs),
        }
    }
}

impl<E, F> Stage<refund::Quoted, E, F> {
    /// What the service's quote for a refund leads to.
    #[must_use]
    pub fn of_refund(
        quoted: Arc<refund::Quoted>,
        returned: Arc<[AsQuoted]>,
        theirs: &Refund,
    ) -> Self {
        let compared = Compared::refund(&quoted, theirs);
        let session = theirs.properties().session_id.clone();
        Self::of_quotes(quoted, returned, session, theirs.policy_errors().to_vec(), compared)
    }
}

impl<E, F> Stage<exchange::Quoted, E, F> {
    /// What the service's quote for an exchange leads to.
    #[must_use]
    pub fn of_exchange(
        quoted: Arc<exchange::Quoted>,
        returned: Arc<[AsQuoted]>,
        result: ExchangeResult,
    ) -> Self {
        let theirs = result.properties.unwrap_or_default();
        let mut refusals = theirs.policy_errors().to_vec();
        if refusals.is_empty() {
            refusals.extend(result.error.map(|error| PolicyError {
                code: error.code,
                message: error.message,
                ..PolicyError::default()
            }));
        }
        let compared = Compared::exchange(&quoted, &theirs);
        Self::of_quotes(quoted, returned, theirs.session_id, refusals, compared)
    }
}

shape! {
    /// A return that was sent, remembered so that a reload of the page goes on with it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PendingReturn {
        /// Units that are given back.
        pub units: u32 = "units",
        /// What is credited to the partner, a plain decimal.
        pub payable: String = "payable",
        /// ISO 4217 code of `payable`.
        pub currency: String = "currency",
        /// Whether the service has accepted it and is carrying it out; else nobody knows yet.
        pub is_accepted: bool = "accepted",
    }

    /// An exchange that the service has accepted and is carrying out, remembered as a return is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PendingExchange {
        /// Where the operation can be watched.
        pub operation: String = "operation",
        /// Seconds that the service asked to wait before anybody looks, if it did.
        pub wait: Option<u32> = "wait",
    }
}

impl PendingReturn {
    /// What a later visit has to know of a return.
    #[must_use]
    pub fn of(sent: &Sent<refund::Quoted>) -> Self {
        let quoted = &sent.offer.quoted;
        let payable = quoted.quote.assessment.payable;
        Self {
            units: quoted.returned_units(),
            payable: payable.to_string(),
            currency: payable.currency().code().to_owned(),
            is_accepted: false,
        }
    }

    /// The same once the service has accepted it: with the amount that its answer credits, where it says one.
    #[must_use]
    pub fn accepted(self, answer: Option<&Refund>) -> Self {
        let credited = answer.and_then(|refund| refund.properties().billing_refund_amount.as_ref());
        let credited = credited.and_then(|price| price.amount.zip(price.currency_code.clone()));
        let (payable, currency) = match credited {
            Some((amount, currency)) => (amount.to_string(), currency),
            None => (self.payable, self.currency),
        };
        Self { payable, currency, is_accepted: true, ..self }
    }
}

/// How a return ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReturnEnd {
    /// The units were returned, and so many are left; nothing where the record does not tell.
    Done(PendingReturn, Option<u32>),
    /// The order ended in a state that is not that of a return.
    Otherwise(ProvisioningState),
}

impl ReturnEnd {
    /// A returned order runs on with what is left, or is cancelled as a whole; `record` is the reservation as it is
    /// afterwards.
    #[must_use]
    pub fn of(order: &Order, pending: PendingReturn, record: Option<&Reservation>) -> Self {
        match &order.properties().provisioning_state {
            Some(state) if !state.phase().is_active() && *state != ProvisioningState::Cancelled => {
                Self::Otherwise(state.clone())
            }
            Some(_) | None => Self::Done(pending, record.and_then(units_left)),
        }
    }
}

/// The units that a record has after a return: none where it is cancelled, whatever it was bought for.
fn units_left(record: &Reservation) -> Option<u32> {
    let properties = record.properties();
    match &properties.provisioning_state {
        Some(ProvisioningState::Cancelled) => Some(0),
        Some(state) if state.phase().is_active() => properties.quantity,
        Some(_) | None => None,
    }
}
