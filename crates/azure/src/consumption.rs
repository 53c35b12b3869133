//! Usage of reservations and the money that moved, from the Consumption API 2024-08-01.

use calculator::{InputError, Ledger, LedgerEntry, Problem};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::entries::Entries;
use crate::id::{Guid, ReservationId, ReservationOrderId};
use crate::open_enum::open_enum;
use crate::stated::StatedTerm;
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
        /// What was reserved, on days without any use as well: it does not tell whether there was some.
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
        pub term: Option<StatedTerm> = "term",
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

    /// Whether anything was used: hours, or a utilization above zero. `None` when the summary tells neither.
    pub fn was_used(&self) -> Option<bool> {
        let measures = [
            self.used_hours,
            self.avg_utilization_percentage,
            self.max_utilization_percentage,
            self.utilized_percentage,
        ];
        any_above_zero(measures)
    }
}

/// Whether any of the values that are known is above zero; `None` when none is known.
pub(crate) fn any_above_zero<const N: usize>(values: [Option<Decimal>; N]) -> Option<bool> {
    let mut known = values.into_iter().flatten().peekable();
    known.peek()?;
    Some(known.any(|value| value > Decimal::ZERO))
}

/// Whether a reservation was used, as far as utilization tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsageGuess {
    /// On so many of the days that have data.
    Used {
        /// Days with some use.
        days: usize,
        /// Days with data.
        of: usize,
    },
    /// On none of the days that have data.
    Unused {
        /// Days with data.
        of: usize,
    },
    /// There is no data.
    Unknown,
}

impl UsageGuess {
    /// What daily summaries tell.
    pub fn of(summaries: &[UsageSummary]) -> Self {
        let told = summaries.iter().filter_map(|summary| summary.properties().was_used());
        match told.fold((0, 0), |(days, of), used| (days + usize::from(used), of + 1)) {
            (_, 0) => Self::Unknown,
            (0, of) => Self::Unused { of },
            (days, of) => Self::Used { days, of },
        }
    }

    /// What a quote starts with. Without data it is "used", which never promises too much.
    #[must_use]
    pub const fn is_used(self) -> bool {
        !matches!(self, Self::Unused { .. })
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

/// The ledger of a customer as it counts on a day: the cancellations among what was booked.
///
/// # Errors
/// A cancellation without its day or its amount in USD: leaving it out would show more of the limit
/// than is left.
pub fn booked_ledger(transactions: &[Transaction], today: NaiveDate) -> Result<Ledger, InputError> {
    let mut entries = Vec::new();
    for (place, transaction) in transactions.iter().enumerate() {
        let booked = transaction.properties();
        if !matches!(booked.event_type, Some(EventType::Cancel | EventType::Refund)) {
            continue;
        }
        let at = |name: &str| format!("reservationTransactions[{place}].properties.{name}");
        let wrong = |name: &str, problem| InputError::new(at(name), problem);
        let missing = |name: &str| wrong(name, Problem::Missing);
        let date = booked.event_date.as_ref().and_then(Timestamp::date);
        let date = date.ok_or_else(|| missing("eventDate"))?;
        if booked.currency.as_deref().is_some_and(|code| !code.eq_ignore_ascii_case("USD")) {
            return Err(wrong("currency", Problem::CurrencyMismatch));
        }
        let amount = booked.amount.ok_or_else(|| missing("amount"))?;
        let entry = LedgerEntry::booked(date, amount);
        entries.push(entry.map_err(|problem| wrong("amount", problem))?);
    }
    Ledger::of_booked(entries, today)
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
    fn used_means_hours_or_utilization_and_never_what_was_reserved() {
        let guess = |days: &[&str]| {
            let read = |fields: &&str| {
                from_slice(format!(r#"{{"properties":{{{fields}}}}}"#).as_bytes()).unwrap()
            };
            UsageGuess::of(&days.iter().map(read).collect::<Vec<_>>())
        };
        let idle = concat!(
            r#""reservedHours":24,"usedHours":0,"avgUtilizationPercentage":0,"#,
            r#""purchasedQuantity":1,"totalReservedQuantity":1,"usedQuantity":1,"#,
            r#""utilizedPercentage":0"#
        );
        assert_eq!(guess(&[idle; 4]), UsageGuess::Unused { of: 4 });
        for some in [
            r#""usedHours":0.25"#,
            r#""usedHours":0,"avgUtilizationPercentage":0.01"#,
            r#""avgUtilizationPercentage":0.00,"maxUtilizationPercentage":2"#,
            r#""utilizedPercentage":100"#,
        ] {
            assert_eq!(guess(&[idle, some]), UsageGuess::Used { days: 1, of: 2 }, "{some}");
        }
        let silent = r#""usedQuantity":3,"reservedHours":24"#;
        assert_eq!(guess(&[silent, idle]), UsageGuess::Unused { of: 1 });
        for nothing in [&[][..], &[silent]] {
            assert_eq!(guess(nothing), UsageGuess::Unknown);
        }
        assert!(UsageGuess::Unknown.is_used() && !guess(&[idle]).is_used());
    }

    #[test]
    fn transactions_are_told_apart() {
        let of = |event| {
            let json = format!(r#"{{"properties":{{"amount":-12.00,"eventType":"{event}"}}}}"#);
            let transaction: Transaction = from_slice(json.as_bytes()).unwrap();
            assert_eq!(to_string(&transaction), json);
            transaction.properties().event_type.clone()
        };
        assert_eq!(of("Refund"), Some(EventType::Refund));
        assert_eq!(of("Cancel"), Some(EventType::Cancel));
        assert_eq!(of("Purchase"), Some(EventType::Purchase));
    }

    #[test]
    fn what_counts_against_the_limit_is_what_came_back_whatever_its_sign() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let ledger = |rows: &[&str]| {
            let read = |row: &&str| {
                from_slice(format!(r#"{{"properties":{{{row}}}}}"#).as_bytes()).unwrap()
            };
            booked_ledger(&rows.iter().map(read).collect::<Vec<_>>(), today)
        };
        let refund = r#""eventType":"Refund","eventDate":"2026-10-01","amount":-12.345"#;
        let cancel = r#""eventType":"cancel","eventDate":"2026-10-01","amount":1,"currency":"usd""#;
        let bought = r#""eventType":"Purchase","currency":"EUR""#;
        let used = ledger(&[refund, cancel, bought]).unwrap().used_on(today);
        assert_eq!(used.to_string(), "13.34", "half to even");
        let in_euro = r#""eventDate":"2026-10-01","amount":1,"currency":"EUR""#;
        for (row, field) in [
            (r#""amount":1"#, "eventDate"),
            (r#""eventDate":"2026-10-01""#, "amount"),
            (in_euro, "currency"),
        ] {
            let error = ledger(&[bought, &format!(r#""eventType":"Refund",{row}"#)]).unwrap_err();
            assert_eq!(error.field, format!("reservationTransactions[1].properties.{field}"));
        }
    }
}
