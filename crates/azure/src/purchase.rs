//! What is bought, and what it would cost.

use calculator::{ProvisioningState, ResourceType};
use rust_decimal::Decimal;

use crate::id::{ReservationOrderId, Scope};
use crate::money::Price;
use crate::order::{PaymentDetail, PlanInformation};
use crate::reservation::{AppliedScopeProperties, AppliedScopeType, InstanceFlexibility, Sku};
use crate::state::DisplayedState;
use crate::stated::{StatedPlan, StatedTerm};
use crate::time::Timestamp;
use crate::wire::{has_properties, record};

record! {
    /// A reservation to buy: the body of `calculatePrice` and of the purchase itself, and a part of
    /// exchanges and renewals.
    pub struct PurchaseRequest {
        pub sku: Option<Sku> = "sku",
        pub location: Option<String> = "location",
        pub properties: Option<PurchaseProperties> = "properties",
    }

    /// The terms of a reservation to buy.
    pub struct PurchaseProperties {
        pub reserved_resource_type: Option<ResourceType> = "reservedResourceType",
        /// The subscription that pays: a path, or the subscription's id alone.
        pub billing_scope_id: Option<Scope> = "billingScopeId",
        pub term: Option<StatedTerm> = "term",
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        pub quantity: Option<u32> = "quantity",
        pub display_name: Option<String> = "displayName",
        pub applied_scope_type: Option<AppliedScopeType> = "appliedScopeType",
        pub applied_scopes: Option<Vec<Scope>> = "appliedScopes",
        pub applied_scope_properties: Option<AppliedScopeProperties> = "appliedScopeProperties",
        pub renew: Option<bool> = "renew",
        pub reserved_resource_properties: Option<ReservedResourceProperties> =
            "reservedResourceProperties",
        /// Only in answers, where it repeats the one of `reservedResourceProperties`.
        pub instance_flexibility: Option<InstanceFlexibility> = "instanceFlexibility",
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
    }

    /// Terms that only virtual machines have.
    pub struct ReservedResourceProperties {
        pub instance_flexibility: Option<InstanceFlexibility> = "instanceFlexibility",
    }

    /// A savings plan to buy, as a part of an exchange.
    pub struct SavingsPlanPurchaseRequest {
        pub sku: Option<Sku> = "sku",
        pub properties: Option<SavingsPlanPurchaseProperties> = "properties",
    }

    /// The terms of a savings plan to buy.
    pub struct SavingsPlanPurchaseProperties {
        pub display_name: Option<String> = "displayName",
        pub billing_scope_id: Option<Scope> = "billingScopeId",
        pub term: Option<StatedTerm> = "term",
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        pub applied_scope_type: Option<AppliedScopeType> = "appliedScopeType",
        pub applied_scope_properties: Option<AppliedScopeProperties> = "appliedScopeProperties",
        pub commitment: Option<Commitment> = "commitment",
        pub renew: Option<bool> = "renew",
    }

    /// What a savings plan commits to spend.
    pub struct Commitment {
        /// The ISO 4217 code.
        pub currency_code: Option<String> = "currencyCode",
        /// For one unit of `grain`.
        pub amount: Option<Decimal> = "amount",
        /// `Hourly`.
        pub grain: Option<String> = "grain",
    }

    /// The order of a savings plan that was bought.
    pub struct SavingsPlanOrder {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub sku: Option<Sku> = "sku",
        pub properties: Option<SavingsPlanProperties> = "properties",
    }

    /// A savings plan within its order.
    pub struct SavingsPlan {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub sku: Option<Sku> = "sku",
        pub properties: Option<SavingsPlanProperties> = "properties",
    }

    /// What is known about a savings plan or its order.
    pub struct SavingsPlanProperties {
        pub display_name: Option<String> = "displayName",
        pub provisioning_state: Option<ProvisioningState> = "provisioningState",
        /// The state as the portal words it.
        pub display_provisioning_state: Option<DisplayedState> = "displayProvisioningState",
        /// The subscription that pays.
        pub billing_scope_id: Option<Scope> = "billingScopeId",
        pub billing_profile_id: Option<String> = "billingProfileId",
        pub billing_account_id: Option<String> = "billingAccountId",
        pub term: Option<StatedTerm> = "term",
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        pub benefit_start_time: Option<Timestamp> = "benefitStartTime",
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        /// What the whole plan costs; only on an order.
        pub plan_information: Option<PlanInformation> = "planInformation",
        /// Ids of the savings plans; only on an order.
        pub savings_plans: Option<Vec<String>> = "savingsPlans",
        /// Only on a savings plan.
        pub commitment: Option<Commitment> = "commitment",
        /// Only on a savings plan.
        pub purchase_date_time: Option<Timestamp> = "purchaseDateTime",
        /// Only on a savings plan.
        pub applied_scope_type: Option<AppliedScopeType> = "appliedScopeType",
        /// Only on a savings plan.
        pub applied_scope_properties: Option<AppliedScopeProperties> = "appliedScopeProperties",
    }

    /// The answer of `calculatePrice`.
    pub struct CalculatedPrice {
        pub properties: Option<CalculatedPriceProperties> = "properties",
    }

    /// What a purchase would cost.
    pub struct CalculatedPriceProperties {
        /// The whole term, all units, in the currency of the invoice.
        pub billing_currency_total: Option<Price> = "billingCurrencyTotal",
        /// The whole term, all units, in the currency of the price list.
        pub pricing_currency_total: Option<Price> = "pricingCurrencyTotal",
        pub net_total: Option<Decimal> = "netTotal",
        pub tax_total: Option<Decimal> = "taxTotal",
        pub grand_total: Option<Decimal> = "grandTotal",
        pub is_tax_included: Option<bool> = "isTaxIncluded",
        /// Whether the customer is billed by a partner, whose own prices these are not.
        pub is_billing_partner_managed: Option<bool> = "isBillingPartnerManaged",
        /// The order under which this quote can be bought.
        pub reservation_order_id: Option<ReservationOrderId> = "reservationOrderId",
        pub sku_title: Option<String> = "skuTitle",
        pub sku_description: Option<String> = "skuDescription",
        /// The instalments of a monthly plan; only the first has an amount in billing currency.
        pub payment_schedule: Option<Vec<PaymentDetail>> = "paymentSchedule",
    }
}

/// The billing plan of a savings plan that is paid every month.
pub const SAVINGS_PLAN_MONTHLY: &str = "P1M";

has_properties!(PurchaseRequest, PurchaseProperties);
has_properties!(SavingsPlanPurchaseRequest, SavingsPlanPurchaseProperties);
has_properties!(SavingsPlanOrder, SavingsPlanProperties);
has_properties!(SavingsPlan, SavingsPlanProperties);
has_properties!(CalculatedPrice, CalculatedPriceProperties);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_bare_subscription_pays() {
        let json = concat!(
            r#"{"location":"westus","properties":{"appliedScopes":null,"#,
            r#""billingScopeId":"0f0e0d0c-1111-4222-8333-444455556666","quantity":2}}"#
        );
        let request: PurchaseRequest = from_slice(json.as_bytes()).unwrap();
        let payer = request.properties().billing_scope_id.as_ref().unwrap();
        assert_eq!(payer.subscription().unwrap().name(), "0f0e0d0c-1111-4222-8333-444455556666");
        assert_eq!(to_string(&request), json);
    }

    #[test]
    fn the_schedule_of_a_price_is_read() {
        let json = concat!(
            r#"{"properties":{"netTotal":0,"paymentSchedule":[{"billingCurrencyTotal":"#,
            r#"{"amount":4.10,"currencyCode":"EUR"},"dueDate":"2026-03-06"},"#,
            r#"{"dueDate":"2026-04-06"}],"#,
            r#""reservationOrderId":"0f0e0d0c-1111-4222-8333-444455556666"}}"#
        );
        let price: CalculatedPrice = from_slice(json.as_bytes()).unwrap();
        let schedule = price.properties().payment_schedule.as_ref().unwrap();
        assert_eq!(schedule[0].billing_currency_total, Some(Price::of(Decimal::new(41, 1), "EUR")));
        assert_eq!(to_string(&price), json);
    }
}
