//! Who has access to the reservations of the demonstration, and what support was asked about them.

use azure::{
    BUILT_IN_ROLES, Consent, ContactDetails, ContactMethod, PrincipalType, Severity,
    SupportTicketProperties, TechnicalTicketDetails,
};
use chrono::{DateTime, Utc};

use super::expand::{Expander, at_office_hours};
use super::table::{Age, lines};
use crate::records::access::{Assignment, Principal};
use crate::records::ticket::{Classification, Ticket};
use crate::records::{Order, Records};
use portfolio::guid::{guid_of, hash};

/// The line belongs to every customer, or the thing to every one of its kind.
const ALL: &str = "*";
const NONE: &str = "-";

impl Expander<'_> {
    fn is_meant(&self, customer: &str) -> bool {
        customer == ALL || customer == self.customer.key
    }

    /// Names and locations of the resource groups of the nth subscription, counted from one.
    pub(super) fn resource_groups(&self, number: usize) -> Vec<(String, String)> {
        let home = self.rows().next().map_or("westeurope", |row| row.location);
        // Nothing runs in no region in particular.
        let home = if home == super::table::GLOBAL { "westeurope" } else { home };
        let group = |[customer, place, name, location]: [&'static str; 4]| {
            let of_subscription = place == "rg:*" || place == format!("rg:{number}");
            let location = if location == NONE { home } else { location };
            let is_meant = self.is_meant(customer) && of_subscription;
            Some(is_meant.then(|| (name.to_owned(), location.to_owned())))
        };
        lines(include_str!("scopes.psv"), group).into_iter().flatten().collect()
    }

    /// Names and titles of the management groups. The root is named after the tenant.
    pub(super) fn management_groups(&self) -> Vec<(String, String)> {
        let group = |[customer, place, name, title]: [&'static str; 4]| {
            let is_meant = self.is_meant(customer) && place == "mg";
            Some(is_meant.then(|| (name.to_owned(), title.to_owned())))
        };
        let root = (guid_of(self.customer.key), "Tenant Root Group".to_owned());
        let named = lines(include_str!("scopes.psv"), group).into_iter().flatten();
        [root].into_iter().chain(named).collect()
    }

    pub(super) fn put_principals(&self, records: &mut Records) {
        let domain = self.customer.domain;
        let put = |[customer, key, name, user, kind, group]: [&'static str; 6]| {
            if self.is_meant(customer) {
                let principal = Principal {
                    display_name: name.to_owned(),
                    user_principal_name: (user != NONE).then(|| format!("{user}@{domain}")),
                    principal_type: PrincipalType::parse(kind),
                    member_of: (group != NONE).then(|| self.id("principal", group)),
                };
                records.put(&self.id("principal", key), &principal);
            }
            Some(())
        };
        lines(include_str!("principals.psv"), put);
    }

    pub(super) fn put_assignments(&self, records: &mut Records) {
        let orders: Vec<(String, Order)> = records.all();
        let put = |[customer, scope, role, key, age]: [&'static str; 5]| {
            if !self.is_meant(customer) {
                return Some(());
            }
            let given = |at, order: Option<&str>| (at, order.map(str::to_owned));
            let scopes: Vec<(DateTime<Utc>, Option<String>)> = match (scope, Age::parse(age)) {
                ("orders", _) => {
                    orders.iter().map(|(id, order)| given(order.purchased_at, Some(id))).collect()
                }
                ("tenant", Some(age)) => {
                    vec![given(at_office_hours(age.before(self.today), role), None)]
                }
                (name, Some(age)) => {
                    let id = self.id("order", name);
                    vec![given(at_office_hours(age.before(self.today), role), Some(&id))]
                }
                _ => return None,
            };
            let role = BUILT_IN_ROLES.into_iter().find(|known| known.name == role)?;
            let principal_id = self.id("principal", key);
            let principal: Principal = records.get(&principal_id).ok()??;
            for (at, order) in scopes {
                let order = order.as_deref();
                let name = format!("{}/{}/{key}", order.unwrap_or_default(), role.name);
                let assignment =
                    Assignment::new(role, &principal_id, principal.principal_type.clone(), at);
                let id = Assignment::document_id(order, &self.id("assignment", &name));
                records.put(&id, &assignment);
            }
            Some(())
        };
        lines(include_str!("assignments.psv"), put);
    }

    pub(super) fn put_tickets(&self, records: &mut Records) {
        let put = |[customer, name, severity, status, age, title, text]: [&'static str; 7]| {
            if self.is_meant(customer) {
                let at = at_office_hours(Age::parse(age)?.before(self.today), title);
                let mut ticket = self.ticket(&self.named(name)?, severity, at, title, text);
                if status == "Closed" {
                    ticket.close(at + chrono::TimeDelta::hours(30));
                }
                ticket.put(records);
            }
            Some(())
        };
        lines(include_str!("tickets.psv"), put);
    }

    /// A ticket about the reservation with this full id.
    pub(super) fn ticket(
        &self,
        reservation: &str,
        severity: &str,
        at: DateTime<Utc>,
        title: &str,
        description: &str,
    ) -> Ticket {
        let text = |text: &str| Some(text.to_owned());
        let sent = SupportTicketProperties {
            title: text(title),
            description: text(description),
            severity: Some(Severity::parse(severity)),
            advanced_diagnostic_consent: Some(Consent::No),
            contact_details: Some(ContactDetails {
                first_name: text("Robin"),
                last_name: text("Berg"),
                preferred_contact_method: Some(ContactMethod::Email),
                primary_email_address: text("robin.berg@lumenfjord.example"),
                preferred_time_zone: text("W. Europe Standard Time"),
                country: text("DEU"),
                preferred_support_language: text("en-US"),
                ..ContactDetails::default()
            }),
            technical_ticket_details: Some(TechnicalTicketDetails {
                resource_id: text(reservation),
                ..TechnicalTicketDetails::default()
            }),
            ..SupportTicketProperties::default()
        };
        let problem = Classification::of_refunds();
        Ticket::new(&self.id("ticket", title), sent, &problem, at, hash(title))
    }
}
