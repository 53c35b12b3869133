//! Exchanges: what `calculateExchange` quotes and `exchange` commits.
//!
//! Both answer with an [`Exchange`] at the end of a long-running operation. The result of a
//! committed exchange also says what became of each item and which orders were created.

use crate::error::PolicyError;
use crate::id::{Guid, ReservationId, ReservationOrderId};
use crate::money::Price;
use crate::operation::OperationResult;
use crate::order::PaymentDetail;
use crate::purchase::{PurchaseRequest, SavingsPlanPurchaseRequest};
use crate::refund::ReservationToReturn;
use crate::state::OperationStatus;
use crate::wire::{has_properties, record};

/// The result of `calculateExchange` and of `exchange`.
pub type ExchangeResult = OperationResult<Exchange>;

record! {
    /// The body of `calculateExchange`.
    pub struct CalculateExchangeRequest {
        pub properties: Option<CalculateExchangeProperties> = "properties",
    }

    /// What to give back, and what to buy for it.
    pub struct CalculateExchangeProperties {
        pub reservations_to_exchange: Option<Vec<ReservationToReturn>> = "reservationsToExchange",
        pub reservations_to_purchase: Option<Vec<PurchaseRequest>> = "reservationsToPurchase",
        pub savings_plans_to_purchase: Option<Vec<SavingsPlanPurchaseRequest>> =
            "savingsPlansToPurchase",
    }

    /// The body of `exchange`.
    pub struct ExchangeRequest {
        pub properties: Option<ExchangeRequestProperties> = "properties",
    }

    /// Which quote to commit.
    pub struct ExchangeRequestProperties {
        pub session_id: Option<Guid> = "sessionId",
    }

    /// A quoted or committed exchange.
    pub struct Exchange {
        /// The handle by which `exchange` commits exactly this quote.
        pub session_id: Option<Guid> = "sessionId",
        /// Purchases minus refunds.
        pub net_payable: Option<Price> = "netPayable",
        /// Refunds and remaining commitments of everything that is given back.
        pub refunds_total: Option<Price> = "refundsTotal",
        /// Lifetime prices of everything that is bought, monthly plans included.
        pub purchases_total: Option<Price> = "purchasesTotal",
        pub policy_result: Option<ExchangePolicyResult> = "policyResult",
        pub reservations_to_purchase: Option<Vec<PurchasedReservation>> = "reservationsToPurchase",
        pub savings_plans_to_purchase: Option<Vec<PurchasedSavingsPlan>> = "savingsPlansToPurchase",
        pub reservations_to_exchange: Option<Vec<ExchangedReservation>> = "reservationsToExchange",
    }

    /// What the policy says, one level less deep than in a refund.
    pub struct ExchangePolicyResult {
        /// Why the exchange is not possible, although the operation succeeded.
        pub policy_errors: Option<Vec<PolicyError>> = "policyErrors",
    }

    /// A reservation that is bought.
    pub struct PurchasedReservation {
        /// Only after the exchange was committed.
        pub reservation_order_id: Option<ReservationOrderId> = "reservationOrderId",
        /// Only after the exchange was committed.
        pub reservation_id: Option<ReservationId> = "reservationId",
        pub properties: Option<PurchaseRequest> = "properties",
        /// The lifetime price of all units, in the currency of the invoice.
        pub billing_currency_total: Option<Price> = "billingCurrencyTotal",
        pub pricing_currency_total: Option<Price> = "pricingCurrencyTotal",
        pub payment_schedule: Option<Vec<PaymentDetail>> = "paymentSchedule",
        pub status: Option<OperationStatus> = "status",
    }

    /// A savings plan that is bought.
    pub struct PurchasedSavingsPlan {
        /// Only after the exchange was committed.
        pub savings_plan_order_id: Option<String> = "savingsPlanOrderId",
        /// Only after the exchange was committed.
        pub savings_plan_id: Option<String> = "savingsPlanId",
        pub properties: Option<SavingsPlanPurchaseRequest> = "properties",
        /// The hourly commitment over all hours of the term.
        pub billing_currency_total: Option<Price> = "billingCurrencyTotal",
        pub status: Option<OperationStatus> = "status",
    }

    /// A reservation that is given back, or some of its units.
    pub struct ExchangedReservation {
        pub reservation_id: Option<ReservationId> = "reservationId",
        pub quantity: Option<u32> = "quantity",
        /// Credit for the returned units, in the currency of the invoice.
        pub billing_refund_amount: Option<Price> = "billingRefundAmount",
        pub billing_information: Option<ExchangeBillingInformation> = "billingInformation",
        pub status: Option<OperationStatus> = "status",
    }

    /// What was paid for a reservation that is given back.
    pub struct ExchangeBillingInformation {
        /// Paid so far for the whole reservation, not only for the returned units.
        pub total_paid: Option<Price> = "billingCurrencyTotalPaidAmount",
        /// What Microsoft keeps of it, in spite of the name.
        pub prorated: Option<Price> = "billingCurrencyProratedAmount",
        /// Instalments of the returned units that will no longer be charged.
        pub remaining_commitment: Option<Price> = "billingCurrencyRemainingCommitmentAmount",
    }
}

has_properties!(CalculateExchangeRequest, CalculateExchangeProperties);
has_properties!(ExchangeRequest, ExchangeRequestProperties);
has_properties!(PurchasedReservation, PurchaseRequest);
has_properties!(PurchasedSavingsPlan, SavingsPlanPurchaseRequest);

impl ExchangeRequest {
    /// Commits the quote with this session.
    pub fn of(session: Guid) -> Self {
        let properties =
            ExchangeRequestProperties { session_id: Some(session), ..Default::default() };
        Self { properties: Some(properties), ..Self::default() }
    }
}

impl Exchange {
    /// Why the exchange is not possible; empty when it is.
    pub fn policy_errors(&self) -> &[PolicyError] {
        let errors = self.policy_result.as_ref().and_then(|result| result.policy_errors.as_deref());
        errors.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_committed_exchange_names_what_was_created() {
        let json = concat!(
            r#"{"properties":{"policyResult":{"policyErrors":null},"reservationsToPurchase":["#,
            r#"{"paymentSchedule":null,"properties":{"location":"westeurope","#,
            r#""properties":{"quantity":3}},"#,
            r#""reservationId":"/reservationOrders/o-2/reservations/r-2","status":"Succeeded"}],"#,
            r#""savingsPlansToPurchase":[]},"status":"Succeeded"}"#
        );
        let result: ExchangeResult = from_slice(json.as_bytes()).unwrap();
        let exchange = result.properties.as_ref().unwrap();
        let bought = &exchange.reservations_to_purchase.as_ref().unwrap()[0];
        assert_eq!(bought.properties().properties().quantity, Some(3));
        assert_eq!(bought.reservation_id.as_ref().unwrap().name(), "r-2");
        assert!(exchange.policy_errors().is_empty());
        assert_eq!(to_string(&result), json);
    }

    #[test]
    fn policy_errors_stand_one_level_less_deep() {
        let json = r#"{"policyResult":{"policyErrors":[{"code":"PurchaseError"}]}}"#;
        let exchange: Exchange = from_slice(json.as_bytes()).unwrap();
        assert_eq!(exchange.policy_errors()[0].code, Some(ErrorCode::PurchaseError));
    }

    #[test]
    fn a_session_is_committed() {
        let request = ExchangeRequest::of("s-1".into());
        assert_eq!(to_string(&request), r#"{"properties":{"sessionId":"s-1"}}"#);
    }
}
