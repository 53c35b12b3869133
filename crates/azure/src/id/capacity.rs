//! Reservations and their orders.

use super::id;
use super::path::{after, has_guid_shape, is_name, named_or_bare, same, segments};

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
                [order, reservation] if has_guid_shape(order) && has_guid_shape(reservation) => {
                    (order, reservation, None)
                }
                [order, reservation, revision]
                    if has_guid_shape(order) && has_guid_shape(reservation) =>
                {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::hash::{Hash, Hasher};

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
    }
}
