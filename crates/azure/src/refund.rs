//! Refunds: what `calculateRefund` quotes and `return` commits.

use crate::error::PolicyError;
use crate::id::{Guid, ReservationId, ReservationOrderId};
use crate::money::Price;
use crate::stated::StatedPlan;
use crate::wire::{has_properties, record};

record! {
    /// The body of `calculateRefund`.
    pub struct CalculateRefundRequest {
        pub id: Option<ReservationOrderId> = "id",
        pub properties: Option<CalculateRefundProperties> = "properties",
    }

    /// What to quote.
    pub struct CalculateRefundProperties {
        /// `Reservation`.
        pub scope: Option<String> = "scope",
        pub reservation_to_return: Option<ReservationToReturn> = "reservationToReturn",
    }

    /// Units of a reservation to give back.
    pub struct ReservationToReturn {
        pub reservation_id: Option<ReservationId> = "reservationId",
        pub quantity: Option<u32> = "quantity",
    }

    /// The body of `return`.
    pub struct ReturnRequest {
        pub properties: Option<ReturnProperties> = "properties",
    }

    /// Which quote to commit.
    pub struct ReturnProperties {
        /// The quote of `calculateRefund` that is committed, which can be done once.
        pub session_id: Option<Guid> = "sessionId",
        /// `Reservation`.
        pub scope: Option<String> = "scope",
        pub reservation_to_return: Option<ReservationToReturn> = "reservationToReturn",
        /// In words, for Microsoft.
        pub return_reason: Option<String> = "returnReason",
    }

    /// The answer of `calculateRefund`, and of `return` together with its 202.
    pub struct Refund {
        /// The reservation, although the request's `id` is the order.
        pub id: Option<ReservationId> = "id",
        pub properties: Option<RefundProperties> = "properties",
    }

    /// A quoted refund.
    pub struct RefundProperties {
        /// The handle by which `return` commits exactly this quote.
        pub session_id: Option<Guid> = "sessionId",
        pub quantity: Option<u32> = "quantity",
        /// Cash back for the returned units, in the currency of the invoice.
        pub billing_refund_amount: Option<Price> = "billingRefundAmount",
        /// The same in the currency of the price list, in which the limit is kept.
        pub pricing_refund_amount: Option<Price> = "pricingRefundAmount",
        pub policy_result: Option<RefundPolicyResult> = "policyResult",
        pub billing_information: Option<RefundBillingInformation> = "billingInformation",
    }

    /// What the refund policy says about the quote.
    pub struct RefundPolicyResult {
        pub properties: Option<RefundPolicy> = "properties",
    }

    /// The refund limit, and what stands against the refund.
    pub struct RefundPolicy {
        /// What counted within the last 365 days, in USD.
        pub consumed_refunds_total: Option<Price> = "consumedRefundsTotal",
        /// What may count, in USD.
        pub max_refund_limit: Option<Price> = "maxRefundLimit",
        /// Why the refund is not possible, although the answer is a 200.
        pub policy_errors: Option<Vec<PolicyError>> = "policyErrors",
    }

    /// What was paid, and what becomes of it.
    pub struct RefundBillingInformation {
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        /// Instalments paid.
        pub completed_transactions: Option<u32> = "completedTransactions",
        /// Instalments of the whole term.
        pub total_transactions: Option<u32> = "totalTransactions",
        /// Paid so far for the whole reservation, not only for the returned units.
        pub total_paid: Option<Price> = "billingCurrencyTotalPaidAmount",
        /// What Microsoft keeps of it, in spite of the name: paid minus refund.
        pub prorated: Option<Price> = "billingCurrencyProratedAmount",
        /// Instalments of the returned units that will no longer be charged.
        pub remaining_commitment: Option<Price> = "billingCurrencyRemainingCommitmentAmount",
    }
}

has_properties!(CalculateRefundRequest, CalculateRefundProperties);
has_properties!(ReturnRequest, ReturnProperties);
has_properties!(Refund, RefundProperties);
has_properties!(RefundPolicyResult, RefundPolicy);

/// The only scope that the API knows for returns.
const SCOPE: &str = "Reservation";

impl CalculateRefundRequest {
    /// Asks what a number of units would bring.
    pub fn of(reservation: &ReservationId, quantity: u32) -> Self {
        let properties = CalculateRefundProperties {
            scope: Some(SCOPE.into()),
            reservation_to_return: Some(ReservationToReturn::of(reservation, quantity)),
            ..Default::default()
        };
        Self { id: Some(reservation.order()), properties: Some(properties), ..Self::default() }
    }
}

impl ReservationToReturn {
    /// A number of units of a reservation.
    pub fn of(reservation: &ReservationId, quantity: u32) -> Self {
        Self {
            reservation_id: Some(reservation.clone()),
            quantity: Some(quantity),
            ..Self::default()
        }
    }
}

impl ReturnRequest {
    /// Commits a quote. `session` is the one that the quote for the same units came with.
    pub fn of(session: Guid, reservation: &ReservationId, quantity: u32, reason: &str) -> Self {
        let properties = ReturnProperties {
            session_id: Some(session),
            scope: Some(SCOPE.into()),
            reservation_to_return: Some(ReservationToReturn::of(reservation, quantity)),
            return_reason: Some(reason.into()),
            ..Default::default()
        };
        Self { properties: Some(properties), ..Self::default() }
    }
}

impl Refund {
    /// Why the refund is not possible; empty when it is.
    pub fn policy_errors(&self) -> &[PolicyError] {
        let policy = self.properties().policy_result.as_ref().map(RefundPolicyResult::properties);
        policy.and_then(|policy| policy.policy_errors.as_deref()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::wire::{from_slice, to_string};

    fn reservation() -> ReservationId {
        ReservationId::of(&ReservationOrderId::of("o-1"), "r-1")
    }

    #[test]
    fn requests_are_written_as_the_api_wants_them() {
        assert_eq!(
            to_string(&CalculateRefundRequest::of(&reservation(), 2)),
            concat!(
                r#"{"id":"/providers/Microsoft.Capacity/reservationOrders/o-1","#,
                r#""properties":{"reservationToReturn":{"quantity":2,"reservationId":"#,
                r#""/providers/Microsoft.Capacity/reservationOrders/o-1/reservations/r-1"},"#,
                r#""scope":"Reservation"}}"#
            )
        );
        let committed = ReturnRequest::of("s-1".into(), &reservation(), 2, "too large");
        let properties = committed.properties();
        assert_eq!(properties.session_id, Some("S-1".into()));
        assert_eq!(properties.return_reason.as_deref(), Some("too large"));
        assert_eq!(
            properties.reservation_to_return,
            Some(ReservationToReturn::of(&reservation(), 2))
        );
    }

    #[test]
    fn policy_errors_inside_a_200_are_found() {
        let json = concat!(
            r#"{"properties":{"billingInformation":{"#,
            r#""billingCurrencyTotalPaidAmount":{"amount":1.0}},"#,
            r#""policyResult":{"properties":{"policyErrors":["#,
            r#"{"code":"RefundLimitExceeded","message":"too much"}]}}}}"#
        );
        let refund: Refund = from_slice(json.as_bytes()).unwrap();
        assert_eq!(refund.policy_errors()[0].code, Some(ErrorCode::RefundLimitExceeded));
        assert_eq!(to_string(&refund), json);
        assert!(Refund::default().policy_errors().is_empty());
    }
}
