//! A reservation as the Capacity API and the Billing API describe it.
//!
//! There is no price on a reservation: that stands in the order's payment schedule. The Billing
//! API lists the same records below a billing account, with a product code and tags.

use calculator::{Phase, ProvisioningState, ResourceType};
use rust_decimal::Decimal;

use crate::entries::Entries;
use crate::id::{ReservationId, Scope};
use crate::money::Price;
use crate::open_enum::open_enum;
use crate::purchase::PurchaseRequest;
use crate::state::{DisplayedState, StatusCode};
use crate::stated::{StatedPlan, StatedTerm};
use crate::time::{Date, Timestamp};
use crate::wire::{has_properties, record};

record! {
    /// One reservation, or one revision of it.
    pub struct Reservation {
        pub id: Option<ReservationId> = "id",
        /// `{reservation}` or `{order}/{reservation}`; take ids from `id`.
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub etag: Option<i64> = "etag",
        /// The Azure region, or `global`.
        pub location: Option<String> = "location",
        pub kind: Option<String> = "kind",
        pub sku: Option<Sku> = "sku",
        pub tags: Option<Entries<String>> = "tags",
        pub system_data: Option<SystemData> = "systemData",
        pub properties: Option<ReservationProperties> = "properties",
    }

    /// What is known about a reservation.
    pub struct ReservationProperties {
        pub reserved_resource_type: Option<ResourceType> = "reservedResourceType",
        /// Whether the reservation also covers other sizes of its group.
        pub instance_flexibility: Option<InstanceFlexibility> = "instanceFlexibility",
        pub display_name: Option<String> = "displayName",
        /// The scope that gets the benefit when it is single; absent when it is shared.
        pub applied_scopes: Option<Vec<Scope>> = "appliedScopes",
        pub applied_scope_type: Option<AppliedScopeType> = "appliedScopeType",
        pub applied_scope_properties: Option<AppliedScopeProperties> = "appliedScopeProperties",
        pub archived: Option<bool> = "archived",
        /// A comma separated list, undocumented, with words such as `ApiReturnEnabled`.
        pub capabilities: Option<String> = "capabilities",
        /// Units owned.
        pub quantity: Option<u32> = "quantity",
        pub provisioning_state: Option<ProvisioningState> = "provisioningState",
        /// The state as the portal words it.
        pub display_provisioning_state: Option<DisplayedState> = "displayProvisioningState",
        pub provisioning_sub_state: Option<String> = "provisioningSubState",
        /// When this revision took effect.
        pub effective_date_time: Option<Timestamp> = "effectiveDateTime",
        pub benefit_start_time: Option<Timestamp> = "benefitStartTime",
        pub last_updated_date_time: Option<Timestamp> = "lastUpdatedDateTime",
        /// The first UTC day without the reservation.
        pub expiry_date: Option<Date> = "expiryDate",
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        pub purchase_date: Option<Date> = "purchaseDate",
        pub purchase_date_time: Option<Timestamp> = "purchaseDateTime",
        /// When the owner wants to be reminded to look at the reservation again.
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
        pub sku_description: Option<String> = "skuDescription",
        pub extended_status_info: Option<ExtendedStatusInfo> = "extendedStatusInfo",
        pub billing_plan: Option<StatedPlan> = "billingPlan",
        /// The subscription that pays.
        pub billing_scope_id: Option<Scope> = "billingScopeId",
        pub split_properties: Option<SplitProperties> = "splitProperties",
        pub merge_properties: Option<MergeProperties> = "mergeProperties",
        /// The reservation that this one was exchanged for or came from.
        pub swap_properties: Option<SwapProperties> = "swapProperties",
        /// Whether a new reservation is bought at expiry.
        pub renew: Option<bool> = "renew",
        pub renew_source: Option<ReservationId> = "renewSource",
        pub renew_destination: Option<ReservationId> = "renewDestination",
        /// What is bought at expiry; only in answers to `expand=renewProperties`.
        pub renew_properties: Option<RenewProperties> = "renewProperties",
        pub term: Option<StatedTerm> = "term",
        pub user_friendly_applied_scope_type: Option<String> = "userFriendlyAppliedScopeType",
        pub user_friendly_renew_state: Option<String> = "userFriendlyRenewState",
        pub utilization: Option<Utilization> = "utilization",
        /// Only in the Billing API.
        pub product_code: Option<String> = "productCode",
    }

    /// The size or product that is reserved.
    pub struct Sku {
        pub name: Option<String> = "name",
    }

    /// Who created and changed a resource.
    pub struct SystemData {
        pub created_by: Option<String> = "createdBy",
        pub created_by_type: Option<String> = "createdByType",
        pub created_at: Option<Timestamp> = "createdAt",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub last_modified_by_type: Option<String> = "lastModifiedByType",
        pub last_modified_at: Option<Timestamp> = "lastModifiedAt",
    }

    /// The state in more detail than `provisioningState`.
    pub struct ExtendedStatusInfo {
        pub status_code: Option<StatusCode> = "statusCode",
        /// In words, for people.
        pub message: Option<String> = "message",
    }

    /// What a reservation was split into, or what it came from.
    pub struct SplitProperties {
        pub split_destinations: Option<Vec<ReservationId>> = "splitDestinations",
        pub split_source: Option<ReservationId> = "splitSource",
    }

    /// What a reservation was merged into, or what it came from.
    pub struct MergeProperties {
        pub merge_destination: Option<ReservationId> = "mergeDestination",
        pub merge_sources: Option<Vec<ReservationId>> = "mergeSources",
    }

    /// The other side of an exchange.
    pub struct SwapProperties {
        pub swap_source: Option<ReservationId> = "swapSource",
        pub swap_destination: Option<ReservationId> = "swapDestination",
    }

    /// The scope that gets the benefit; which field is set follows from the type of the scope.
    pub struct AppliedScopeProperties {
        pub tenant_id: Option<String> = "tenantId",
        pub management_group_id: Option<Scope> = "managementGroupId",
        pub subscription_id: Option<Scope> = "subscriptionId",
        pub resource_group_id: Option<Scope> = "resourceGroupId",
        pub display_name: Option<String> = "displayName",
    }

    /// What is bought at expiry, and for how much.
    pub struct RenewProperties {
        pub purchase_properties: Option<PurchaseRequest> = "purchaseProperties",
        pub pricing_currency_total: Option<Price> = "pricingCurrencyTotal",
        pub billing_currency_total: Option<Price> = "billingCurrencyTotal",
    }

    /// How much of the reservation was used lately.
    pub struct Utilization {
        pub trend: Option<Trend> = "trend",
        /// Over 1, 7 and 30 days; empty when the reservation is cancelled.
        pub aggregates: Option<Vec<UtilizationAggregate>> = "aggregates",
    }

    /// The average utilization over the last days.
    pub struct UtilizationAggregate {
        /// How many units of time it covers: 1, 7 or 30.
        pub grain: Option<Decimal> = "grain",
        /// `days`.
        pub grain_unit: Option<String> = "grainUnit",
        /// 0 to 100.
        pub value: Option<Decimal> = "value",
        /// `percentage`.
        pub value_unit: Option<String> = "valueUnit",
    }

    /// How many reservations of a list are in which state.
    pub struct StateCounts {
        pub succeeded: Option<u32> = "succeededCount",
        pub failed: Option<u32> = "failedCount",
        pub expiring: Option<u32> = "expiringCount",
        pub expired: Option<u32> = "expiredCount",
        pub pending: Option<u32> = "pendingCount",
        pub cancelled: Option<u32> = "cancelledCount",
        pub processing: Option<u32> = "processingCount",
        /// Only in the Billing API.
        pub warning: Option<u32> = "warningCount",
        /// Only in the Billing API.
        pub no_benefit: Option<u32> = "noBenefitCount",
    }
}

has_properties!(Reservation, ReservationProperties);

open_enum! {
    /// Who gets the benefit.
    pub enum AppliedScopeType {
        Single,
        Shared,
        ManagementGroup,
    }

    /// Whether other sizes of the same group are covered.
    pub enum InstanceFlexibility {
        On,
        Off,
    }

    /// Where utilization is heading.
    pub enum Trend {
        Up = "UP",
        Down = "DOWN",
        Same = "SAME",
    }
}

impl Reservation {
    /// What the state means; nothing when the record has no state.
    pub fn phase(&self) -> Option<Phase> {
        self.properties().provisioning_state.as_ref().map(ProvisioningState::phase)
    }
}

impl ReservationProperties {
    /// The UTC day of the purchase, from the date or else from the timestamp.
    pub fn purchased_on(&self) -> Option<chrono::NaiveDate> {
        let date = self.purchase_date.as_ref().and_then(Date::day);
        date.or_else(|| self.purchase_date_time.as_ref().and_then(Timestamp::date))
    }

    /// The first UTC day without the reservation, from the date or else from the timestamp.
    pub fn expires_on(&self) -> Option<chrono::NaiveDate> {
        let date = self.expiry_date.as_ref().and_then(Date::day);
        date.or_else(|| self.expiry_date_time.as_ref().and_then(Timestamp::date))
    }

    /// Whether the reservation had been there for a whole UTC day when `today` began. Until then services report
    /// a use of 0 %, which only says that nothing was measured yet.
    pub fn has_whole_day(&self, today: chrono::NaiveDate) -> bool {
        self.purchased_on().is_none_or(|day| day < today)
    }

    /// As [`Utilization::percent_over`], once there was a whole day to measure.
    pub fn percent_over(&self, days: u32, today: chrono::NaiveDate) -> Option<Decimal> {
        let utilization = self.utilization.as_ref().filter(|_| self.has_whole_day(today));
        utilization.and_then(|utilization| utilization.percent_over(days))
    }
}

impl Utilization {
    /// The average utilization in percent over the last 1, 7 or 30 days.
    pub fn percent_over(&self, days: u32) -> Option<Decimal> {
        let days = Decimal::from(days);
        self.aggregates.iter().flatten().find(|aggregate| aggregate.grain == Some(days))?.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_record_with_unknown_values_is_kept() {
        let json = concat!(
            r#"{"etag":2,"id":"/providers/microsoft.capacity/reservationorders/o/reservations/r","#,
            r#""properties":{"expiryDate":"2028-02-29","futureField":{"x":1.10},"#,
            r#""lastUpdatedDateTime":"0001-01-01T00:00:00.0000000","#,
            r#""provisioningState":"Hibernating","quantity":2,"skuDescription":null,"#,
            r#""term":"P7Y","utilization":{"aggregates":[{"grain":7,"value":99.29}]}},"#,
            r#""sku":{"name":"Standard_X1"}}"#
        );
        let read: Reservation = from_slice(json.as_bytes()).unwrap();
        assert_eq!(to_string(&read), json);
        let properties = read.properties();
        assert_eq!(properties.term, Some(StatedTerm::parse("P7Y")));
        assert_eq!(properties.last_updated_date_time.as_ref().unwrap().at(), None);
        assert_eq!(properties.expires_on().unwrap().to_string(), "2028-02-29");
        assert_eq!(properties.purchased_on(), None);
        let utilization = properties.utilization.as_ref().unwrap();
        assert_eq!(utilization.percent_over(7), Some(Decimal::new(9929, 2)));
        assert_eq!(utilization.percent_over(30), None);
        assert_eq!(read.phase(), Some(Phase::Unknown));
    }

    #[test]
    fn use_is_known_once_there_was_a_whole_day() {
        let json = br#"{"properties":{"purchaseDateTime":"2026-11-22T23:59:59Z",
            "utilization":{"aggregates":[{"grain":7,"value":0}]}}}"#;
        let mut read: Reservation = from_slice(json).unwrap();
        let day = |text: &str| text.parse().unwrap();
        let properties = read.properties();
        assert_eq!(properties.percent_over(7, day("2026-11-22")), None);
        assert_eq!(properties.percent_over(7, day("2026-11-23")), Some(Decimal::ZERO));
        assert!(!properties.has_whole_day(day("2026-11-22")));
        // A record that does not say when it was bought is believed.
        read.properties.as_mut().unwrap().purchase_date_time = None;
        assert_eq!(read.properties().percent_over(7, day("2026-11-22")), Some(Decimal::ZERO));
    }

    #[test]
    fn an_empty_record_is_read() {
        let mut read: Reservation = from_slice(b"{}").unwrap();
        assert_eq!(read, Reservation::default());
        assert_eq!(read.properties().quantity, None);
        assert_eq!(to_string(&read), "{}");
        read.properties_mut().quantity = Some(1);
        assert_eq!(to_string(&read), r#"{"properties":{"quantity":1}}"#);
    }

    #[test]
    fn dates_fall_back_to_timestamps() {
        let at = |text| Some(Timestamp::parse(text).unwrap());
        let properties = ReservationProperties {
            purchase_date_time: at("2025-01-26T23:59:59.9999999Z"),
            expiry_date_time: at("2026-01-27T00:00:01Z"),
            ..Default::default()
        };
        assert_eq!(properties.purchased_on().unwrap().to_string(), "2025-01-26");
        assert_eq!(properties.expires_on().unwrap().to_string(), "2026-01-27");
    }
}
