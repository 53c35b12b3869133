//! Subscriptions, and other things that something applies to or is billed to.

use super::path::{after, named_or_bare, segments};
use super::{ReservationOrderId, id};

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
        ReservationOrderId::parse(&self.text).ok()
    }
}

impl From<&str> for Scope {
    fn from(text: &str) -> Self {
        Self { text: text.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBSCRIPTION: &str = "0a1b2c3d-1111-4222-8333-0123456789ab";

    #[test]
    fn a_scope_says_what_it_is() {
        let group = Scope::from("/subscriptions/s-1/resourceGroups/Web");
        assert_eq!(group.subscription().unwrap().name(), "s-1");
        assert_eq!(group.resource_group(), Some("Web"));
        assert_eq!(group, Scope::from("SUBSCRIPTIONS/S-1/resourcegroups/web"));
        let root = Scope::from("/providers/Microsoft.Management/managementGroups/root");
        assert_eq!((root.management_group(), root.subscription()), (Some("root"), None));
        assert_eq!(
            Scope::from(SUBSCRIPTION).subscription().unwrap().path(),
            format!("/subscriptions/{SUBSCRIPTION}")
        );
        let order = Scope::from("/providers/Microsoft.Capacity/reservationorders/o-1");
        assert_eq!(order.reservation_order(), Some(ReservationOrderId::of("o-1")));
        assert_eq!(group.reservation_order(), None);
    }
}
