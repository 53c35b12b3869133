//! Where a benefit can be applied: subscriptions, resource groups and management groups of the
//! customer, in the lists of Azure Resource Manager, and whether a reservation may be applied to
//! them.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::customer::Subscription;
use crate::records::reservation::Scope;
use crate::records::{Customer, Records, json};
use crate::resources::reservations::named::NamedReservation;

const MANAGEMENT_GROUPS: &str = "/providers/Microsoft.Management/managementGroups";

impl Customer {
    /// The scope of a subscription or a resource group by its full id; `None` for one that is not
    /// the customer's.
    pub(crate) fn single_scope(&self, id: &str) -> Option<Scope> {
        let lower = id.to_lowercase();
        let parts: Vec<&str> = lower.split('/').filter(|part| !part.is_empty()).collect();
        let (subscription, group) = match parts[..] {
            ["subscriptions", subscription] => (subscription, None),
            ["subscriptions", subscription, "resourcegroups", group] => (subscription, Some(group)),
            _ => return None,
        };
        let subscription = self.subscription(subscription)?;
        let resource_group = match group {
            None => None,
            Some(name) => {
                let mut groups = subscription.resource_groups.iter();
                Some(groups.find(|(known, _)| known.eq_ignore_ascii_case(name))?.0.clone())
            }
        };
        Some(Scope::Single {
            subscription: subscription.id.clone(),
            name: subscription.name.clone(),
            resource_group,
        })
    }

    /// The scope of a management group by its full id; `None` for one that is not the customer's.
    pub(crate) fn management_scope(&self, id: &str) -> Option<Scope> {
        let mut groups = self.management_groups.iter();
        let (group, name) = groups.find(|(name, _)| {
            format!("{MANAGEMENT_GROUPS}/{name}").eq_ignore_ascii_case(id.trim_end_matches('/'))
        })?;
        Some(Scope::ManagementGroup { group: group.clone(), name: name.clone() })
    }

    /// Whether it is a subscription of the customer.
    ///
    /// # Errors
    /// 404 when it is not.
    pub(crate) fn check_subscription(&self, id: &str) -> Result<(), Problem> {
        self.named_subscription(id).map(drop)
    }

    fn named_subscription(&self, id: &str) -> Result<&Subscription, Problem> {
        self.subscription(id).ok_or_else(|| {
            let message = format!("The subscription '{id}' could not be found.");
            Problem::new(404, "SubscriptionNotFound", message)
        })
    }

    fn subscription(&self, id: &str) -> Option<&Subscription> {
        self.subscriptions.iter().find(|known| known.id.eq_ignore_ascii_case(id))
    }
}

pub(crate) fn subscriptions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::known(records, &call.caller.tenant_id);
    let to_wire = |subscription: &Subscription| {
        json!({
            "id": format!("/subscriptions/{}", subscription.id),
            "subscriptionId": subscription.id,
            "displayName": subscription.name,
            "state": "Enabled",
            "tenantId": customer.tenant_id,
        })
    };
    let rows: Vec<Value> = customer.subscriptions.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn resource_groups(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let customer = Customer::known(records, &call.caller.tenant_id);
    let id = call.param("subscription");
    let subscription = customer.named_subscription(id)?;
    let to_wire = |(name, location): &(String, String)| {
        json!({
            "id": format!("/subscriptions/{id}/resourceGroups/{name}"),
            "name": name,
            "type": "Microsoft.Resources/resourceGroups",
            "location": location,
        })
    };
    let rows: Vec<Value> = subscription.resource_groups.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn management_groups(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let customer = Customer::known(records, &call.caller.tenant_id);
    let to_wire = |(name, title): &(String, String)| {
        json!({
            "id": format!("{MANAGEMENT_GROUPS}/{name}"),
            "name": name,
            "type": "Microsoft.Management/managementGroups",
            "properties": { "displayName": title, "tenantId": customer.tenant_id },
        })
    };
    let rows: Vec<Value> = customer.management_groups.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn available_scopes(
    records: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    const FIELD: &str = "properties.scopes";
    let body = call.read_body()?;
    let scopes = body["properties"]["scopes"].as_array();
    let scopes = scopes.ok_or_else(|| Problem::invalid(FIELD, "must be an array"))?;
    NamedReservation::of_path(records, call)?;
    let customer = Customer::of(records)?;
    let rows = scopes
        .iter()
        .map(|scope| {
            let id = scope.as_str().ok_or_else(|| Problem::invalid(FIELD, "must hold texts"))?;
            let is_known =
                customer.single_scope(id).or_else(|| customer.management_scope(id)).is_some();
            Ok(json!({ "scope": id, "valid": is_known }))
        })
        .collect::<Result<Vec<Value>, Problem>>()?;
    Ok(Answer::ok(&json!({ "properties": { "scopes": rows } })))
}
