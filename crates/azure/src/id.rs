//! Resource ids, compared without case and read from every form that Azure writes them in.
//!
//! `/providers/Microsoft.Capacity/reservationOrders/{o}/reservations/{r}` comes with
//! `microsoft.capacity` or `reservationorders` as well, with or without the leading slash, behind
//! a host, below a billing account, with a revision or another resource after it, and as the name
//! `{o}/{r}`. The text is kept, so that a record is written back as it was read.
//!
//! Segments are not checked for being GUIDs: the specification's own examples hold ids that are
//! not. Only a bare id must have the shape of one, since nothing else tells what it is.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde_json::Value;

use crate::wire::{Wire, WireError, serde_by_wire};

/// Compares, orders, hashes and prints ids by their parts, without case.
macro_rules! compared_without_case {
    ($name:ident) => {
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other) == Ordering::Equal
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                caseless(&self.key()).cmp(caseless(&other.key()))
            }
        }

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                caseless(&self.key()).for_each(|byte| byte.hash(state));
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $name {
            /// The text as it was read.
            pub fn as_str(&self) -> &str {
                &self.text
            }
        }
    };
}

/// The bytes of a key in lower case; its parts are told apart by a byte that no id holds.
fn caseless<'a>(parts: &'a [&str]) -> impl Iterator<Item = u8> + 'a {
    let bytes = |part: &'a &str| part.bytes().map(|byte| byte.to_ascii_lowercase());
    parts.iter().flat_map(move |part| bytes(part).chain([0]))
}

/// Reads and writes an id as its text.
macro_rules! id {
    ($name:ident, $what:literal) => {
        compared_without_case!($name);

        impl Wire for $name {
            fn read(value: Value) -> Result<Self, WireError> {
                Self::parse(&String::read(value)?)
            }

            fn write(&self) -> Value {
                self.as_str().into()
            }
        }

        serde_by_wire!($name);

        impl std::str::FromStr for $name {
            type Err = WireError;

            fn from_str(text: &str) -> Result<Self, WireError> {
                Self::parse(text)
            }
        }

        impl $name {
            /// Reads the id from any of its forms.
            ///
            /// # Errors
            /// [`WireError`] when the text is none of them.
            pub fn parse(text: &str) -> Result<Self, WireError> {
                Self::find(text).ok_or(WireError::expected($what))
            }
        }
    };
}

/// A reservation: the order it belongs to and its own id, sometimes with a revision.
///
/// Two are equal when order, reservation and revision are, whatever surrounds them: the same
/// reservation seen through its billing account is the same reservation.
#[derive(Clone, Debug)]
pub struct ReservationId {
    text: Box<str>,
    order: Box<str>,
    reservation: Box<str>,
    revision: Option<Box<str>>,
}

id!(ReservationId, "the id of a reservation");

impl ReservationId {
    /// The id of a reservation of an order, in the form of the Capacity API.
    pub fn of(order: &ReservationOrderId, reservation: &str) -> Self {
        let text = format!("{}/reservations/{reservation}", order.path());
        Self {
            text: text.into(),
            order: order.order.clone(),
            reservation: reservation.into(),
            revision: None,
        }
    }

    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let (order, reservation, revision) = match after(&path, "reservationOrders") {
            Some([order, reservations, reservation, rest @ ..])
                if same(reservations, "reservations") =>
            {
                (order, reservation, after(rest, "revisions").and_then(<[_]>::first))
            }
            Some(_) => return None,
            // The form of names: an order, a reservation, perhaps a revision.
            None => match path.as_slice() {
                [order, reservation] if is_guid(order) && is_guid(reservation) => {
                    (order, reservation, None)
                }
                [order, reservation, revision] if is_guid(order) && is_guid(reservation) => {
                    (order, reservation, Some(revision))
                }
                _ => return None,
            },
        };
        let named =
            [Some(order), Some(reservation), revision].into_iter().flatten().all(|id| is_name(id));
        named.then(|| Self {
            text: text.into(),
            order: (*order).into(),
            reservation: (*reservation).into(),
            revision: revision.map(|revision| (*revision).into()),
        })
    }

    fn key(&self) -> [&str; 3] {
        [&self.order, &self.reservation, self.revision.as_deref().unwrap_or_default()]
    }

    /// The order that the reservation belongs to, in the form of the Capacity API.
    pub fn order(&self) -> ReservationOrderId {
        ReservationOrderId::of(&self.order)
    }

    /// The order's own id: the segment after `reservationOrders`.
    pub fn order_name(&self) -> &str {
        &self.order
    }

    /// The reservation's own id: the segment after `reservations`.
    pub fn name(&self) -> &str {
        &self.reservation
    }

    /// The number after `revisions`, when this is one state of the reservation in its history.
    pub fn revision(&self) -> Option<&str> {
        self.revision.as_deref()
    }

    /// The path in the Capacity API, whatever form was read: without host, account and revision.
    pub fn path(&self) -> String {
        format!("{}/{}/reservations/{}", ORDERS, self.order, self.reservation)
    }
}

/// A reservation order.
#[derive(Clone, Debug)]
pub struct ReservationOrderId {
    text: Box<str>,
    order: Box<str>,
}

id!(ReservationOrderId, "the id of a reservation order");

/// Where the Capacity API keeps reservation orders.
const ORDERS: &str = "/providers/Microsoft.Capacity/reservationOrders";

impl ReservationOrderId {
    /// The id of an order, in the form of the Capacity API.
    pub fn of(order: &str) -> Self {
        Self { text: format!("{ORDERS}/{order}").into(), order: order.into() }
    }

    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let order = named_or_bare(&path, "reservationOrders")?;
        Some(Self { text: text.into(), order: order.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.order]
    }

    /// The order's own id: the segment after `reservationOrders`.
    pub fn name(&self) -> &str {
        &self.order
    }

    /// The path in the Capacity API, whatever form was read.
    pub fn path(&self) -> String {
        format!("{ORDERS}/{}", self.order)
    }
}

/// An Azure subscription.
#[derive(Clone, Debug)]
pub struct SubscriptionId {
    text: Box<str>,
    subscription: Box<str>,
}

id!(SubscriptionId, "the id of a subscription");

impl SubscriptionId {
    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let subscription = named_or_bare(&path, "subscriptions")?;
        Some(Self { text: text.into(), subscription: subscription.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.subscription]
    }

    /// The subscription's own id: the segment after `subscriptions`.
    pub fn name(&self) -> &str {
        &self.subscription
    }

    /// The path of the subscription, whatever form was read.
    pub fn path(&self) -> String {
        format!("/subscriptions/{}", self.subscription)
    }
}

/// A billing account, whose own id is two GUIDs and a date: `{guid}:{guid}_2019-05-31`.
#[derive(Clone, Debug)]
pub struct BillingAccountId {
    text: Box<str>,
    account: Box<str>,
}

id!(BillingAccountId, "the id of a billing account");

impl BillingAccountId {
    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let account = match (after(&path, "billingAccounts"), path.as_slice()) {
            (Some([account, ..]), _) | (None, [account]) if is_name(account) => *account,
            _ => return None,
        };
        Some(Self { text: text.into(), account: account.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.account]
    }

    /// The account's own id: the segment after `billingAccounts`.
    pub fn name(&self) -> &str {
        &self.account
    }

    /// The path in the Billing API, whatever form was read.
    pub fn path(&self) -> String {
        format!("/providers/Microsoft.Billing/billingAccounts/{}", self.account)
    }
}

/// A customer of a billing account. Its own id is the tenant of the customer.
///
/// Equal when the tenants are, through whichever account or profile they are seen.
#[derive(Clone, Debug)]
pub struct CustomerId {
    text: Box<str>,
    tenant: Box<str>,
}

id!(CustomerId, "the id of a customer");

impl CustomerId {
    /// The id of a customer of an account, in the form of the Billing API.
    pub fn of(account: &BillingAccountId, tenant: &str) -> Self {
        let text = format!("{}/customers/{tenant}", account.path());
        Self { text: text.into(), tenant: tenant.into() }
    }

    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let tenant = named_or_bare(&path, "customers")?;
        Some(Self { text: text.into(), tenant: tenant.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.tenant]
    }

    /// The customer's own id, which is its tenant: the segment after `customers`.
    pub fn tenant(&self) -> &str {
        &self.tenant
    }

    /// The billing account that the id names, if it names one.
    pub fn billing_account(&self) -> Option<BillingAccountId> {
        let path = segments(&self.text);
        after(&path, "billingAccounts")?.first().and_then(|account| BillingAccountId::find(account))
    }
}

/// What something applies to or is billed to: a subscription, a resource group, a management
/// group, an order. Any text is one; what it means is asked for.
#[derive(Clone, Debug)]
pub struct Scope {
    text: Box<str>,
}

id!(Scope, "a scope");

impl Scope {
    fn find(text: &str) -> Option<Self> {
        Some(Self { text: text.into() })
    }

    /// Scopes written as paths are the same with and without the leading slash.
    fn key(&self) -> [&str; 1] {
        [self.text.trim_matches('/')]
    }

    /// The subscription that the scope is or lies in.
    pub fn subscription(&self) -> Option<SubscriptionId> {
        SubscriptionId::find(&self.text)
    }

    /// The name of the resource group that the scope is or lies in.
    pub fn resource_group(&self) -> Option<&str> {
        after(&segments(&self.text), "resourceGroups")?.first().copied()
    }

    /// The name of the management group that the scope is.
    pub fn management_group(&self) -> Option<&str> {
        after(&segments(&self.text), "managementGroups")?.first().copied()
    }

    /// The reservation order that the scope is or lies in.
    pub fn reservation_order(&self) -> Option<ReservationOrderId> {
        after(&segments(&self.text), "reservationOrders")?;
        ReservationOrderId::find(&self.text)
    }
}

/// An id that Azure writes as a GUID: a session, a tenant, a principal.
///
/// Any text is one, since the documentation's own examples hold placeholders.
#[derive(Clone, Debug)]
pub struct Guid {
    text: Box<str>,
}

id!(Guid, "a GUID");

impl Guid {
    fn find(text: &str) -> Option<Self> {
        Some(Self { text: text.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.text]
    }
}

impl From<&str> for Guid {
    fn from(text: &str) -> Self {
        Self { text: text.into() }
    }
}

impl From<&str> for Scope {
    fn from(text: &str) -> Self {
        Self { text: text.into() }
    }
}

/// The segments of a path: without host, query and empty ones.
fn segments(text: &str) -> Vec<&str> {
    let path = match text.split_once("://") {
        Some((_, address)) => address.split_once('/').map_or("", |(_, path)| path),
        None => text,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

/// The segments after the first one that is `key`.
fn after<'a, 'b>(path: &'a [&'b str], key: &str) -> Option<&'a [&'b str]> {
    let position = path.iter().position(|segment| same(segment, key))?;
    path.get(position + 1..)
}

/// The segment after `key`, or the only segment when it is a bare id.
fn named_or_bare<'a>(path: &[&'a str], key: &str) -> Option<&'a str> {
    match (after(path, key), path) {
        (Some([name, ..]), _) if is_name(name) => Some(name),
        (None, [bare]) if is_guid(bare) => Some(bare),
        _ => None,
    }
}

fn same(segment: &str, key: &str) -> bool {
    segment.eq_ignore_ascii_case(key)
}

/// Whether a segment can be a resource's own id.
fn is_name(segment: &str) -> bool {
    segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(&byte))
}

/// Whether a text has the shape of a GUID: groups of 8, 4, 4, 4 and 12 letters and digits.
fn is_guid(text: &str) -> bool {
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ORDER: &str = "0a1b2c3d-1111-4222-8333-0123456789ab";
    const RESERVATION: &str = "5e6f7a8b-4444-4555-8666-ba9876543210";

    fn reservation(text: &str) -> ReservationId {
        ReservationId::parse(text).unwrap()
    }

    #[test]
    fn a_reservation_is_read_from_every_form() {
        let expect = ReservationId::of(&ReservationOrderId::of(ORDER), RESERVATION);
        let path = format!("/reservationOrders/{ORDER}/reservations/{RESERVATION}");
        let account = "/providers/Microsoft.Billing/billingAccounts/a:b_2019-05-31";
        for text in [
            format!("/providers/Microsoft.Capacity{path}"),
            format!("providers/microsoft.capacity{path}"),
            format!(
                "https://management.azure.com/providers/Microsoft.Capacity{path}?api-version=1"
            ),
            format!("{account}{path}"),
            format!("{account}/billingProfiles/X-Y{path}/"),
            format!("/providers/Microsoft.Capacity{path}/providers/Microsoft.Consumption/x/1"),
            format!("{ORDER}/{RESERVATION}"),
        ] {
            let read = reservation(&text);
            assert_eq!(read, expect, "{text}");
            assert_eq!(read.as_str(), text);
            assert_eq!(read.order().name(), ORDER);
            assert_eq!((read.order_name(), read.name()), (ORDER, RESERVATION));
            assert_eq!(read.path(), expect.as_str());
        }
    }

    #[test]
    fn a_revision_is_a_part_of_the_id() {
        let path = format!("/reservationOrders/{ORDER}/reservations/{RESERVATION}/revisions/4");
        let named = reservation(&format!("{ORDER}/{RESERVATION}/4"));
        assert_eq!(reservation(&path), named);
        assert_eq!(named.revision(), Some("4"));
        assert_ne!(named, reservation(&named.path()));
    }

    #[test]
    fn ids_of_the_specification_that_are_no_guids_are_read() {
        let text = "/providers/microsoft.capacity/reservationOrders/o1/reservations/72-j72i1c1";
        assert_eq!(reservation(text).name(), "72-j72i1c1");
    }

    #[test]
    fn what_is_no_reservation_is_refused() {
        for text in [
            "",
            "/",
            ORDER,
            "a/b",
            "/providers/Microsoft.Capacity/reservationOrders",
            &format!("/providers/Microsoft.Capacity/reservationOrders/{ORDER}"),
            &format!("/reservationOrders/{ORDER}/reservations"),
            &format!("/reservationOrders/{ORDER}/savingsPlans/{RESERVATION}"),
            &format!("/reservationOrders/{ORDER}/reservations/a b"),
            &format!("/reservations/{RESERVATION}"),
        ] {
            assert!(ReservationId::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_order_is_read_from_every_form() {
        let expect = ReservationOrderId::of(ORDER);
        for text in [
            ORDER.to_uppercase(),
            format!("/providers/microsoft.capacity/RESERVATIONORDERS/{ORDER}"),
            format!("/reservationOrders/{ORDER}/reservations/{RESERVATION}"),
            format!("https://host/providers/Microsoft.Capacity/reservationOrders/{ORDER}?a=b"),
        ] {
            assert_eq!(ReservationOrderId::parse(&text).unwrap(), expect, "{text}");
        }
        assert!(ReservationOrderId::parse("order-7").is_err());
    }

    #[test]
    fn billing_ids_are_read_from_every_form() {
        let account = BillingAccountId::parse("1a:2b_2019-05-31").unwrap();
        assert_eq!(BillingAccountId::parse(&account.path()).unwrap(), account);
        assert!(BillingAccountId::parse("a/b").is_err());

        let customer = CustomerId::of(&account, ORDER);
        let profile = format!("{}/billingProfiles/P-1/customers/{ORDER}", account.path());
        assert_eq!(CustomerId::parse(&profile).unwrap(), customer);
        assert_eq!(CustomerId::parse(ORDER).unwrap(), customer);
        assert_eq!(customer.tenant(), ORDER);
        assert_eq!(customer.billing_account(), Some(account));
        assert_eq!(CustomerId::parse(ORDER).unwrap().billing_account(), None);
    }

    #[test]
    fn a_scope_says_what_it_is() {
        let group = Scope::from("/subscriptions/s-1/resourceGroups/Web");
        assert_eq!(group.subscription().unwrap().name(), "s-1");
        assert_eq!(group.resource_group(), Some("Web"));
        assert_eq!(group, Scope::from("SUBSCRIPTIONS/S-1/resourcegroups/web"));
        let root = Scope::from("/providers/Microsoft.Management/managementGroups/root");
        assert_eq!((root.management_group(), root.subscription()), (Some("root"), None));
        assert_eq!(
            Scope::from(ORDER).subscription().unwrap().path(),
            format!("/subscriptions/{ORDER}")
        );
        let order = Scope::from("/providers/Microsoft.Capacity/reservationorders/o-1");
        assert_eq!(order.reservation_order(), Some(ReservationOrderId::of("o-1")));
        assert_eq!(group.reservation_order(), None);
    }

    #[test]
    fn different_ids_differ() {
        assert_ne!(Guid::from("a"), Guid::from("b"));
        assert_ne!(ReservationOrderId::of("a"), ReservationOrderId::of("b"));
        let order = ReservationOrderId::of(ORDER);
        assert_ne!(ReservationId::of(&order, "ab"), ReservationId::of(&order, "a"));
    }

    /// Every letter of `text` in upper or lower case, as the bits of `pattern` say.
    fn recase(text: &str, pattern: &[bool]) -> String {
        let upper = pattern.iter().cycle();
        let recased = text.chars().zip(upper).map(|(letter, upper)| match upper {
            true => letter.to_ascii_uppercase(),
            false => letter.to_ascii_lowercase(),
        });
        recased.collect()
    }

    fn hash(value: &impl Hash) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        value.hash(&mut hasher);
        hasher.finish()
    }

    proptest! {
        #[test]
        fn casing_never_matters(
            order in "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}",
            name in "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}",
            prefix in "(/providers/Microsoft[.]Capacity|https://a[.]b/billingAccounts/c:d_1)",
            pattern in proptest::collection::vec(any::<bool>(), 1..40),
        ) {
            let path = format!("{prefix}/reservationOrders/{order}/reservations/{name}");
            let text = recase(&path, &pattern);
            let read = reservation(&text);
            let expect = ReservationId::of(&ReservationOrderId::of(&order), &name);
            prop_assert_eq!(&read, &expect);
            prop_assert_eq!(hash(&read), hash(&expect));
            prop_assert_eq!(read.as_str(), text);
            let short = reservation(&recase(&format!("{order}/{name}"), &pattern));
            prop_assert_eq!(&short, &expect);
        }

        #[test]
        fn no_text_makes_a_reader_panic(text in "\\PC{0,80}") {
            let _ = ReservationId::parse(&text);
            let _ = ReservationOrderId::parse(&text);
            let _ = SubscriptionId::parse(&text);
            let _ = BillingAccountId::parse(&text);
            let _ = CustomerId::parse(&text);
            let _ = (Scope::from(text.as_str()).resource_group(), Guid::from(text.as_str()));
        }
    }
}
