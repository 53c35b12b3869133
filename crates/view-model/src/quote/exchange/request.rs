//! The exchange as the service is asked for it, and how much of it was carried out.

use super::Case;
use crate::ReservationRef;
use crate::quote::Facts;
use azure::{
    AppliedScopeType, CalculateExchangeProperties, CalculateExchangeRequest, Commitment,
    ExchangeResult, OperationStatus, PurchaseProperties, PurchaseRequest, ReservationId,
    ReservationOrderId, ReservationProperties, ReservationToReturn, SavingsPlanPurchaseProperties,
    SavingsPlanPurchaseRequest, Sku, StatedPlan,
};
use calculator::exchange::{Purchase, SavingsPlan};
use std::sync::Arc;

/// What a case asks for. What is bought takes the name, the payer and the scope of the first return over, so that it
/// covers what that covered; all of it can be changed in the new record.
#[must_use]
pub fn request(case: &Case, facts: &[Arc<Facts>]) -> CalculateExchangeRequest {
    let first = facts.first().map(|facts| facts.reservation().properties().clone());
    let exchange = &case.exchange;
    let units = exchange.returns().iter().map(|line| line.units);
    let returns: Vec<_> = case.of.iter().zip(units).collect();
    let regions = case.regions.iter().map(String::as_str);
    let purchases: Vec<_> = exchange.purchases().iter().zip(regions).collect();
    asked(&first.unwrap_or_default(), &returns, &purchases, exchange.savings_plans())
}

/// Units of reservations for others, each in its region, and for savings plans; what is bought takes over what it can
/// of `kept`.
pub(crate) fn asked(
    kept: &ReservationProperties,
    returns: &[(&ReservationRef, u64)],
    purchases: &[(&Purchase, &str)],
    plans: &[SavingsPlan],
) -> CalculateExchangeRequest {
    let returns = returns.iter().map(|(of, units)| {
        let id = ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation);
        ReservationToReturn::of(&id, u32::try_from(*units).unwrap_or(u32::MAX))
    });
    let purchases = purchases.iter().map(|(bought, region)| {
        let properties = PurchaseProperties {
            reserved_resource_type: Some(bought.resource_type().clone()),
            billing_scope_id: kept.billing_scope_id.clone(),
            term: Some(bought.term().into()),
            billing_plan: Some(bought.billing_plan().into()),
            quantity: Some(bought.quantity()),
            display_name: kept.display_name.clone(),
            applied_scope_type: Some(scope_type(kept)),
            applied_scopes: kept.applied_scopes.clone(),
            applied_scope_properties: kept.applied_scope_properties.clone(),
            renew: Some(false),
            ..PurchaseProperties::default()
        };
        PurchaseRequest {
            sku: bought.sku_name().map(sku),
            location: Some((*region).to_owned()),
            properties: Some(properties),
            ..PurchaseRequest::default()
        }
    });
    let plans = plans.iter().map(|plan| {
        let hourly = plan.hourly_commitment();
        let commitment = Commitment {
            currency_code: Some(hourly.currency().code().to_owned()),
            amount: Some(hourly.to_decimal()),
            grain: Some("Hourly".to_owned()),
            ..Commitment::default()
        };
        let properties = SavingsPlanPurchaseProperties {
            display_name: kept.display_name.clone(),
            billing_scope_id: kept.billing_scope_id.clone(),
            term: Some(plan.term().into()),
            // The only one that the API has: billed monthly.
            billing_plan: Some(StatedPlan::parse(azure::SAVINGS_PLAN_MONTHLY)),
            applied_scope_type: Some(scope_type(kept)),
            applied_scope_properties: kept.applied_scope_properties.clone(),
            commitment: Some(commitment),
            ..SavingsPlanPurchaseProperties::default()
        };
        SavingsPlanPurchaseRequest {
            sku: Some(sku(plan.kind().sku_name())),
            properties: Some(properties),
            ..SavingsPlanPurchaseRequest::default()
        }
    });
    let properties = CalculateExchangeProperties {
        reservations_to_exchange: Some(returns.collect()),
        reservations_to_purchase: Some(purchases.collect()),
        savings_plans_to_purchase: Some(plans.collect()),
        ..CalculateExchangeProperties::default()
    };
    CalculateExchangeRequest { properties: Some(properties), ..CalculateExchangeRequest::default() }
}

fn sku(name: &str) -> Sku {
    Sku { name: Some(name.to_owned()), ..Sku::default() }
}

fn scope_type(kept: &ReservationProperties) -> AppliedScopeType {
    kept.applied_scope_type.clone().unwrap_or(AppliedScopeType::Shared)
}

/// How much of an exchange was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Done,
    /// Something was returned or bought, and something was not.
    Half,
    /// Nothing.
    Nothing,
}

/// How much of an exchange was carried out; its own status decides, its items tell the rest.
#[must_use]
pub fn extent(result: &ExchangeResult) -> Extent {
    if result.status == Some(OperationStatus::Succeeded) {
        return Extent::Done;
    }
    let is_done = |status: Option<&OperationStatus>| status == Some(&OperationStatus::Succeeded);
    let exchange = result.properties.as_ref();
    let returned = exchange.and_then(|it| it.reservations_to_exchange.as_deref());
    let bought = exchange.and_then(|it| it.reservations_to_purchase.as_deref());
    let plans = exchange.and_then(|it| it.savings_plans_to_purchase.as_deref());
    let has_some = returned.unwrap_or_default().iter().any(|it| is_done(it.status.as_ref()))
        || bought.unwrap_or_default().iter().any(|it| is_done(it.status.as_ref()))
        || plans.unwrap_or_default().iter().any(|it| is_done(it.status.as_ref()));
    if has_some { Extent::Half } else { Extent::Nothing }
}
