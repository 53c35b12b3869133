//! A reservation as the API writes it.

use azure::{AppliedScopeType, StatusCode};
use calculator::{Policy, ProvisioningState};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::{Map, Value};

use crate::records::json::object;
use crate::records::reservation::{ExchangeEnd, Links, Origin, Scope};
use crate::records::usage::{percentage, trend};
use crate::records::{Order, Reservation, json, state, wire};

/// Days before expiry from which a reservation is displayed as expiring.
const EXPIRING_DAYS: u64 = 30;

/// What the wire form of a reservation says beyond the reservation and its order.
pub(crate) struct View<'a> {
    pub(crate) tenant_id: &'a str,
    pub(crate) now: DateTime<Utc>,
    /// Whether to spell out what a renewal would buy.
    pub(crate) with_renewal: bool,
}

impl Reservation {
    /// The reservation as the API writes it.
    pub(crate) fn to_wire(&self, order_id: &str, id: &str, order: &Order, moment: &View) -> Value {
        let mut body = json!({
            "id": wire::reservation_id(order_id, id),
            "name": id,
            "type": "microsoft.capacity/reservationOrders/reservations",
            "kind": "Microsoft.Compute",
            "location": self.location,
            "etag": self.etag,
            "sku": { "name": self.sku_name },
            "properties": {
                "reservedResourceType": self.resource_type,
                "skuDescription": self.sku_description,
                "displayName": self.display_name,
                "quantity": self.quantity,
                "billingScopeId": self.billing_scope_id,
                "billingPlan": order.billing_plan,
                "term": order.term,
                "archived": self.archived,
                "utilization": self.utilization(order, moment.now.date_naive()),
            },
        });
        if let Some(properties) = body["properties"].as_object_mut() {
            self.add_dates(properties, order);
            self.add_state(properties, order, moment.now);
            self.add_scope(properties, moment.tenant_id);
            self.add_links(properties);
            self.add_renewal(properties, order, moment.with_renewal);
            if let Some(flexibility) = &self.instance_flexibility {
                properties.insert("instanceFlexibility".into(), json!(flexibility));
            }
            if let Some(Origin { source, guesses, .. }) = &self.origin {
                let guesses: Vec<_> = guesses.iter().chain(&order.guesses).collect();
                properties.insert("origin".into(), json!({ "source": source, "guesses": guesses }));
            }
            if let Some(time) = self.review_at {
                properties.insert("reviewDateTime".into(), wire::timestamp(time).into());
            }
        }
        body
    }

    fn add_dates(&self, properties: &mut Map<String, Value>, order: &Order) {
        let expires_at = order.expires_at();
        let updated = wire::timestamp(self.updated_at);
        extend(
            properties,
            json!({
                "purchaseDate": order.purchase_date(),
                "purchaseDateTime": wire::timestamp(order.purchased_at),
                "benefitStartTime": wire::timestamp(order.benefit_start()),
                "expiryDate": expires_at.date_naive(),
                "expiryDateTime": wire::timestamp(expires_at),
                "effectiveDateTime": updated,
                "lastUpdatedDateTime": updated,
            }),
        );
    }

    fn add_state(&self, properties: &mut Map<String, Value>, order: &Order, now: DateTime<Utc>) {
        let state = self.state_at(order, now);
        let soon = now.date_naive() + Days::new(EXPIRING_DAYS);
        let expires_soon = order.expires_at().date_naive() <= soon;
        extend(
            properties,
            json!({
                "provisioningState": state,
                "displayProvisioningState": state::displayed(state, expires_soon),
            }),
        );
        let status = match (state, self.exchange) {
            (ProvisioningState::Cancelled, Some(end)) => Some(end.status()),
            _ => state::status(state),
        };
        if let Some((code, message)) = status {
            let status = json!({ "statusCode": code.as_str(), "message": message });
            properties.insert("extendedStatusInfo".into(), status);
        }
        let returnable = !Policy::newest().not_returnable.contains(&self.resource_type);
        if state.allows_return() && returnable {
            let capabilities = json!("ApiReturnEnabled, ApiExchangeEnabled");
            properties.insert("capabilities".into(), capabilities);
        }
    }

    fn add_scope(&self, properties: &mut Map<String, Value>, tenant_id: &str) {
        let scope = match &self.scope {
            Scope::Shared => json!({
                "appliedScopeType": AppliedScopeType::Shared.as_str(),
                "userFriendlyAppliedScopeType": "Shared",
            }),
            Scope::Single { subscription, name, resource_group } => {
                let subscription = format!("/subscriptions/{subscription}");
                let mut details = json!({
                    "tenantId": tenant_id,
                    "subscriptionId": subscription,
                    "displayName": name,
                });
                let applied = match resource_group {
                    Some(group) => {
                        let group = format!("{subscription}/resourceGroups/{group}");
                        details["resourceGroupId"] = json!(group);
                        group
                    }
                    None => subscription,
                };
                json!({
                    "appliedScopeType": AppliedScopeType::Single.as_str(),
                    "appliedScopes": [applied],
                    "appliedScopeProperties": details,
                    "userFriendlyAppliedScopeType": "Single subscription",
                })
            }
            Scope::ManagementGroup { group, name } => {
                let group = format!("/providers/Microsoft.Management/managementGroups/{group}");
                json!({
                    "appliedScopeType": AppliedScopeType::ManagementGroup.as_str(),
                    "appliedScopeProperties": {
                        "tenantId": tenant_id,
                        "managementGroupId": group,
                        "displayName": name,
                    },
                    "userFriendlyAppliedScopeType": "Management group",
                })
            }
            Scope::Unknown => return,
        };
        extend(properties, scope);
    }

    fn add_links(&self, properties: &mut Map<String, Value>) {
        let Links {
            split_source,
            split_destinations,
            merge_sources,
            merge_destination,
            swap_source,
            swap_destination,
        } = &self.links;
        let one = |id: &Option<String>| id.as_ref().map(|id| json!(id));
        let many = |ids: &Vec<String>| (!ids.is_empty()).then(|| json!(ids));
        let groups = [
            (
                "splitProperties",
                [
                    ("splitSource", one(split_source)),
                    ("splitDestinations", many(split_destinations)),
                ],
            ),
            (
                "mergeProperties",
                [
                    ("mergeSources", many(merge_sources)),
                    ("mergeDestination", one(merge_destination)),
                ],
            ),
            (
                "swapProperties",
                [("swapSource", one(swap_source)), ("swapDestination", one(swap_destination))],
            ),
        ];
        for (group, links) in groups {
            let links = links.into_iter();
            let links = object(&mut links.filter_map(|(name, to)| Some((name.to_owned(), to?))));
            if !links.is_empty() {
                properties.insert(group.to_owned(), links.into());
            }
        }
    }

    fn add_renewal(&self, properties: &mut Map<String, Value>, order: &Order, detailed: bool) {
        let can_renew = self.state.allows_return();
        let friendly = match self.renew {
            _ if !can_renew => "NotApplicable",
            true => "On",
            false => "Off",
        };
        extend(properties, json!({ "renew": self.renew, "userFriendlyRenewState": friendly }));
        if detailed && self.renew && can_renew {
            let (quantity, billing_plan) = match &self.renewal {
                Some(renewal) => (renewal.quantity, renewal.billing_plan),
                None => (self.quantity, order.billing_plan),
            };
            let total = order.unit_price * rust_decimal::Decimal::from(quantity);
            let total = wire::price(total, order.currency);
            let renewal = json!({
                "purchaseProperties": {
                    "sku": { "name": self.sku_name },
                    "location": self.location,
                    "properties": {
                        "reservedResourceType": self.resource_type,
                        "billingScopeId": self.billing_scope_id,
                        "term": order.term,
                        "billingPlan": billing_plan,
                        "quantity": quantity,
                        "displayName": self.display_name,
                        "appliedScopeType": properties["appliedScopeType"],
                        "renew": true,
                    },
                },
                "pricingCurrencyTotal": total,
                "billingCurrencyTotal": total,
            });
            properties.insert("renewProperties".into(), renewal);
        }
    }

    fn utilization(&self, order: &Order, today: NaiveDate) -> Value {
        let run = self.run(order).before(today);
        let runs_today = self.run(order).end > today && self.state.phase().covers_its_term();
        // On its first day nothing has been measured, which is not the same as no use.
        if !runs_today || !self.usage.course.is_measured() || run.days().next().is_none() {
            return json!({ "trend": "SAME", "aggregates": [] });
        }
        let mean = |days: u64, until: NaiveDate| {
            let from = until - Days::new(days);
            self.usage.mean(run.within(from, until - Days::new(1)), run.first)
        };
        let aggregates: Vec<Value> = [1_u64, 7, 30]
            .into_iter()
            .map(|days| {
                json!({
                    "grain": wire::number(rust_decimal::Decimal::from(days)),
                    "grainUnit": "days",
                    "value": wire::number(percentage(mean(days, today))),
                    "valueUnit": "percentage",
                })
            })
            .collect();
        let trend = trend(mean(7, today), mean(7, today - Days::new(7)));
        json!({ "trend": trend, "aggregates": aggregates })
    }
}

impl ExchangeEnd {
    /// `extendedStatusInfo` of the reservation: its code and a sentence.
    fn status(self) -> (StatusCode, &'static str) {
        match self {
            Self::Exchanged => {
                (StatusCode::Exchanged, "This reservation was exchanged for another one.")
            }
            Self::TradedIn => {
                (StatusCode::Exchanged, "This reservation was exchanged for a savings plan.")
            }
            Self::PurchaseFailed => {
                let message = "This reservation was returned for an exchange that bought nothing, \
                               because the purchase failed.";
                (StatusCode::PurchaseError, message)
            }
        }
    }
}

fn extend(properties: &mut Map<String, Value>, more: Value) {
    if let Value::Object(more) = more {
        properties.extend(more);
    }
}
