//! Product families: what may be exchanged for what. [Azure documentation, 2026-01-15]

use crate::exchange::input::Exchange;
use crate::resource::ResourceType;

/// A set of products that may be exchanged for each other.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Family<'a> {
    /// Virtual machines, dedicated hosts, Azure VMware Solution and Nutanix.
    Compute,
    /// Any other product stands for itself; SQL databases, managed instances and elastic pools
    /// share one `reservedResourceType`.
    Product(&'a ResourceType),
}

fn family(resource: &ResourceType) -> Family<'_> {
    match resource {
        ResourceType::VirtualMachines | ResourceType::DedicatedHost | ResourceType::AVS => {
            Family::Compute
        }
        ResourceType::Other(name) if name.eq_ignore_ascii_case("Nutanix") => Family::Compute,
        other => Family::Product(other),
    }
}

/// Whether two products may be exchanged for each other.
pub fn is_one_family(one: &ResourceType, other: &ResourceType) -> bool {
    family(one) == family(other)
}

/// Whether a line is of another family than the first return, or cannot be traded in for a plan.
pub(super) fn dissimilar(input: &Exchange) -> bool {
    let returned = || input.returns().iter().map(|line| line.holding.resource_type());
    let bought = input.purchases().iter().map(|purchase| purchase.resource_type());
    let one_family = {
        let mut families = returned().chain(bought).map(family);
        let first = families.next();
        families.all(|family| Some(&family) == first.as_ref())
    };
    let traded_in = input.savings_plans().iter().all(|plan| {
        let trade_in = input.policy().exchange.trade_in(plan.kind());
        trade_in.is_some_and(|it| returned().all(|product| it.products.contains(product)))
    });
    // Reservations of several services may go into savings plans, if nothing else is bought.
    let plans_only = input.purchases().is_empty() && !input.savings_plans().is_empty();
    !traded_in || !(one_family || plans_only)
}
