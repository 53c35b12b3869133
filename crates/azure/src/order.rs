//! Reservation orders and their payment schedules.

use calculator::{Phase, ProvisioningState};

use crate::id::{BillingAccountId, CustomerId, ReservationId, ReservationOrderId};
use crate::money::Price;
use crate::reservation::{ExtendedStatusInfo, SystemData};
use crate::state::PaymentStatus;
use crate::stated::{StatedPlan, StatedTerm};
use crate::time::{Date, Timestamp};
use crate::wire::{has_properties, record};

record! {
    /// What was bought at once, and the reservations it consists of today.
    pub struct Order {
        pub id: Option<ReservationOrderId> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub etag: Option<i64> = "etag",
        pub system_data: Option<SystemData> = "systemData",
        pub properties: Option<OrderProperties> = "properties",
    }

    /// What is known about an order.
    pub struct OrderProperties {
        pub display_name: Option<String> = "displayName",
        pub request_date_time: Option<Timestamp> = "requestDateTime",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub expiry_date: Option<Date> = "expiryDate",
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        pub benefit_start_time: Option<Timestamp> = "benefitStartTime",
        /// Units bought, whatever was returned since.
        pub original_quantity: Option<u32> = "originalQuantity",
        pub term: Option<StatedTerm> = "term",
        pub provisioning_state: Option<ProvisioningState> = "provisioningState",
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        /// The payment schedule; only in answers to `$expand=schedule`.
        pub plan_information: Option<PlanInformation> = "planInformation",
        /// Only ids: what a reservation is has to be asked for.
        pub reservations: Option<Vec<OrderReservation>> = "reservations",
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
        pub extended_status_info: Option<ExtendedStatusInfo> = "extendedStatusInfo",
        pub billing_account_id: Option<BillingAccountId> = "billingAccountId",
        pub billing_profile_id: Option<String> = "billingProfileId",
        /// Only in the Billing API.
        pub customer_id: Option<CustomerId> = "customerId",
        /// Only in the Billing API.
        pub enrollment_id: Option<String> = "enrollmentId",
        /// Only in the Billing API.
        pub product_code: Option<String> = "productCode",
    }

    /// A reservation of an order: a stub with its id.
    pub struct OrderReservation {
        pub id: Option<ReservationId> = "id",
    }

    /// The payment schedule of an order.
    pub struct PlanInformation {
        /// All units, tax excluded; counted by the refund limit.
        pub pricing_currency_total: Option<Price> = "pricingCurrencyTotal",
        pub start_date: Option<Date> = "startDate",
        pub next_payment_due_date: Option<Date> = "nextPaymentDueDate",
        /// Payments made and to be made, failed attempts included.
        pub transactions: Option<Vec<PaymentDetail>> = "transactions",
    }

    /// One payment of a schedule, for all units of the order.
    pub struct PaymentDetail {
        pub due_date: Option<Date> = "dueDate",
        pub payment_date: Option<Date> = "paymentDate",
        /// In the currency of the price list, tax excluded.
        pub pricing_currency_total: Option<Price> = "pricingCurrencyTotal",
        /// In the currency of the invoice; often only on the first payment.
        pub billing_currency_total: Option<Price> = "billingCurrencyTotal",
        pub billing_account: Option<String> = "billingAccount",
        pub status: Option<PaymentStatus> = "status",
        pub extended_status_info: Option<ExtendedStatusInfo> = "extendedStatusInfo",
    }
}

has_properties!(Order, OrderProperties);

impl Order {
    /// What the state means; nothing when the record has no state.
    pub fn phase(&self) -> Option<Phase> {
        self.properties().provisioning_state.as_ref().map(ProvisioningState::phase)
    }
}

impl OrderProperties {
    /// The ids of the reservations that the order consists of.
    pub fn reservation_ids(&self) -> impl Iterator<Item = &ReservationId> {
        self.reservations.iter().flatten().filter_map(|reservation| reservation.id.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn an_order_of_a_partner_is_read() {
        let json = concat!(
            r#"{"id":"/providers/microsoft.capacity/reservationOrders/o-1","#,
            r#""properties":{"billingAccountId":"#,
            r#""/providers/Microsoft.Billing/billingAccounts/a:b_1","#,
            r#""originalQuantity":3,"provisioningState":"Pending","#,
            r#""reservations":[{"id":"/reservationOrders/o-1/reservations/r-1"},{}]}}"#
        );
        let order: Order = from_slice(json.as_bytes()).unwrap();
        assert_eq!(order.phase(), Some(Phase::Changing));
        assert_eq!(order.properties().reservation_ids().count(), 1);
        assert_eq!(order.properties().billing_account_id.as_ref().unwrap().name(), "a:b_1");
        assert_eq!(to_string(&order), json);
    }

    #[test]
    fn an_attempt_that_failed_is_told_apart() {
        let json = concat!(
            r#"{"transactions":[{"dueDate":"2026-10-30","extendedStatusInfo":"#,
            r#"{"message":"no funds","statusCode":"PaymentDeclined"},"status":"Failed"}]}"#
        );
        let plan: PlanInformation = from_slice(json.as_bytes()).unwrap();
        let payments = plan.transactions.as_ref().unwrap();
        assert_eq!(payments[0].status, Some(PaymentStatus::Failed));
        assert_eq!(to_string(&plan), json);
    }
}
