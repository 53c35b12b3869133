//! Usage of reservations and the money that moved, from the Consumption API 2024-08-01.

use rust_decimal::Decimal;

use crate::entries::Entries;
use crate::id::{Guid, ReservationId, ReservationOrderId};
use crate::open_enum::open_enum;
use crate::reservation::Term;
use crate::time::Timestamp;
use crate::wire::{has_properties, record};

record! {
    /// How much of a reservation was used on one day or in one month.
    pub struct UsageSummary {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub etag: Option<String> = "etag",
        pub tags: Option<Entries<String>> = "tags",
        pub properties: Option<UsageSummaryProperties> = "properties",
    }

    /// Reserved and used hours; percentages are 0 to 100.
    pub struct UsageSummaryProperties {
        pub reservation_order_id: Option<ReservationOrderId> = "reservationOrderId",
        /// The reservation's own id, without its order.
        pub reservation_id: Option<Guid> = "reservationId",
        pub sku_name: Option<String> = "skuName",
        /// The day, or the first day of the month.
        pub usage_date: Option<Timestamp> = "usageDate",
        pub reserved_hours: Option<Decimal> = "reservedHours",
        pub used_hours: Option<Decimal> = "usedHours",
        pub min_utilization_percentage: Option<Decimal> = "minUtilizationPercentage",
        pub avg_utilization_percentage: Option<Decimal> = "avgUtilizationPercentage",
        pub max_utilization_percentage: Option<Decimal> = "maxUtilizationPercentage",
        pub kind: Option<String> = "kind",
        pub purchased_quantity: Option<Decimal> = "purchasedQuantity",
        pub remaining_quantity: Option<Decimal> = "remainingQuantity",
        pub total_reserved_quantity: Option<Decimal> = "totalReservedQuantity",
        pub used_quantity: Option<Decimal> = "usedQuantity",
        pub utilized_percentage: Option<Decimal> = "utilizedPercentage",
    }

    /// What one resource used of a reservation on one day.
    pub struct UsageDetail {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub etag: Option<String> = "etag",
        pub tags: Option<Entries<String>> = "tags",
        pub properties: Option<UsageDetailProperties> = "properties",
    }

    /// Hours that one resource used.
    pub struct UsageDetailProperties {
        pub reservation_order_id: Option<ReservationOrderId> = "reservationOrderId",
        /// The reservation's own id, without its order.
        pub reservation_id: Option<Guid> = "reservationId",
        pub sku_name: Option<String> = "skuName",
        pub usage_date: Option<Timestamp> = "usageDate",
        /// The resource that used the reservation.
        pub instance_id: Option<String> = "instanceId",
        pub instance_flexibility_group: Option<String> = "instanceFlexibilityGroup",
        /// A decimal, written as a text.
        pub instance_flexibility_ratio: Option<String> = "instanceFlexibilityRatio",
        pub reserved_hours: Option<Decimal> = "reservedHours",
        pub used_hours: Option<Decimal> = "usedHours",
        pub total_reserved_quantity: Option<Decimal> = "totalReservedQuantity",
        pub kind: Option<String> = "kind",
    }

    /// A purchase, a payment or a refund.
    pub struct Transaction {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        /// Not an object as elsewhere, but a list of `key:value`.
        pub tags: Option<Vec<String>> = "tags",
        pub properties: Option<TransactionProperties> = "properties",
    }

    /// The money that moved, and for what.
    pub struct TransactionProperties {
        pub event_date: Option<Timestamp> = "eventDate",
        pub event_type: Option<EventType> = "eventType",
        pub reservation_order_id: Option<ReservationOrderId> = "reservationOrderId",
        pub reservation_order_name: Option<String> = "reservationOrderName",
        pub description: Option<String> = "description",
        pub quantity: Option<Decimal> = "quantity",
        /// The documentation does not say which sign a refund has: take the absolute value.
        pub amount: Option<Decimal> = "amount",
        /// The ISO 4217 code of `amount`.
        pub currency: Option<String> = "currency",
        pub arm_sku_name: Option<String> = "armSkuName",
        pub term: Option<Term> = "term",
        pub region: Option<String> = "region",
        /// `Recurring` for instalments.
        pub billing_frequency: Option<String> = "billingFrequency",
        /// `YYYYMMDD`; a refund is booked in the month of the purchase.
        pub billing_month: Option<u32> = "billingMonth",
        pub purchasing_enrollment: Option<String> = "purchasingEnrollment",
        pub purchasing_subscription_guid: Option<Guid> = "purchasingSubscriptionGuid",
        pub purchasing_subscription_name: Option<String> = "purchasingSubscriptionName",
        pub account_name: Option<String> = "accountName",
        pub account_owner_email: Option<String> = "accountOwnerEmail",
        pub department_name: Option<String> = "departmentName",
        pub cost_center: Option<String> = "costCenter",
        pub current_enrollment: Option<String> = "currentEnrollment",
        pub monetary_commitment: Option<Decimal> = "monetaryCommitment",
        pub overage: Option<Decimal> = "overage",
        pub billing_profile_id: Option<String> = "billingProfileId",
        pub billing_profile_name: Option<String> = "billingProfileName",
        pub invoice: Option<String> = "invoice",
        pub invoice_id: Option<String> = "invoiceId",
        pub invoice_section_id: Option<String> = "invoiceSectionId",
        pub invoice_section_name: Option<String> = "invoiceSectionName",
    }
}

has_properties!(UsageSummary, UsageSummaryProperties);
has_properties!(UsageDetail, UsageDetailProperties);
has_properties!(Transaction, TransactionProperties);

open_enum! {
    /// Why money moved.
    pub enum EventType {
        Purchase,
        Cancel,
        Refund,
    }
}

impl UsageSummaryProperties {
    /// The reservation, when both ids are there.
    pub fn reservation(&self) -> Option<ReservationId> {
        Some(ReservationId::of(
            self.reservation_order_id.as_ref()?,
            self.reservation_id.as_ref()?.as_str(),
        ))
    }
}

impl UsageDetailProperties {
    /// The reservation, when both ids are there.
    pub fn reservation(&self) -> Option<ReservationId> {
        Some(ReservationId::of(
            self.reservation_order_id.as_ref()?,
            self.reservation_id.as_ref()?.as_str(),
        ))
    }
}

impl TransactionProperties {
    /// Whether money came back, which is what counts against the yearly limit.
    pub fn is_return(&self) -> bool {
        matches!(self.event_type, Some(EventType::Cancel | EventType::Refund))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn usage_of_a_day_is_read() {
        let json = concat!(
            r#"{"properties":{"reservationId":"r-1","#,
            r#""reservationOrderId":"0A0b0c0d-1111-4222-8333-444455556666","#,
            r#""usageDate":"2026-10-01T00:00:00Z","usedHours":23.50}}"#
        );
        let summary: UsageSummary = from_slice(json.as_bytes()).unwrap();
        assert_eq!(summary.properties().used_hours, Some(Decimal::new(235, 1)));
        let reservation = summary.properties().reservation().unwrap();
        assert_eq!(reservation.order().name(), "0A0b0c0d-1111-4222-8333-444455556666");
        assert_eq!(reservation.name(), "r-1");
        assert_eq!(to_string(&summary), json);
        assert_eq!(UsageDetailProperties::default().reservation(), None);
    }

    #[test]
    fn returns_are_told_from_purchases() {
        let of = |event| {
            let json = format!(r#"{{"properties":{{"amount":-12.00,"eventType":"{event}"}}}}"#);
            let transaction: Transaction = from_slice(json.as_bytes()).unwrap();
            assert_eq!(to_string(&transaction), json);
            transaction.properties().is_return()
        };
        assert!(of("Refund"));
        assert!(of("Cancel"));
        assert!(!of("Purchase"));
        assert!(!TransactionProperties::default().is_return());
    }
}
