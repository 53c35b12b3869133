//! What can be bought, what already applies, and which operations the Capacity API has.

use calculator::ResourceType;

use crate::entries::Entries;
use crate::id::ReservationOrderId;
use crate::money::Price;
use crate::page::Page;
use crate::stated::{StatedPlan, StatedTerm};
use crate::wire::{has_properties, record};

record! {
    /// A product that can be reserved in a subscription.
    pub struct CatalogItem {
        pub resource_type: Option<ResourceType> = "resourceType",
        /// The name of the size or product, as in `sku.name`.
        pub name: Option<String> = "name",
        /// How each term can be paid; the keys are terms such as `P1Y`.
        pub billing_plans: Option<Entries<Vec<StatedPlan>>> = "billingPlans",
        pub terms: Option<Vec<StatedTerm>> = "terms",
        pub locations: Option<Vec<String>> = "locations",
        pub sku_properties: Option<Vec<NamedValue>> = "skuProperties",
        /// The list price of one unit by term; not in every version of the API.
        pub msrp: Option<ListPrices> = "msrp",
        /// Why it cannot be bought here after all.
        pub restrictions: Option<Vec<Restriction>> = "restrictions",
        pub size: Option<String> = "size",
        pub tier: Option<String> = "tier",
        pub capabilities: Option<Vec<NamedValue>> = "capabilities",
    }

    /// A property of a product, such as its cores.
    pub struct NamedValue {
        pub name: Option<String> = "name",
        pub value: Option<String> = "value",
    }

    /// List prices of one unit for the whole term.
    pub struct ListPrices {
        pub one_year: Option<Price> = "p1Y",
        pub three_years: Option<Price> = "p3Y",
        pub five_years: Option<Price> = "p5Y",
    }

    /// Terms or locations that a product is not sold for.
    pub struct Restriction {
        /// `Term` or `Location`: what the values are.
        pub type_name: Option<String> = "type",
        pub values: Option<Vec<String>> = "values",
        pub reason_code: Option<String> = "reasonCode",
    }

    /// The orders whose reservations apply to a subscription.
    pub struct AppliedReservations {
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<AppliedReservationsProperties> = "properties",
    }

    /// The orders, in pages.
    pub struct AppliedReservationsProperties {
        pub reservation_order_ids: Option<Page<ReservationOrderId>> = "reservationOrderIds",
    }

    /// An operation of a resource provider, for which a role may give the right.
    pub struct ProviderOperation {
        pub name: Option<String> = "name",
        pub is_data_action: Option<bool> = "isDataAction",
        pub display: Option<ProviderOperationDisplay> = "display",
        pub origin: Option<String> = "origin",
    }

    /// An operation in words.
    pub struct ProviderOperationDisplay {
        pub provider: Option<String> = "provider",
        pub resource: Option<String> = "resource",
        pub operation: Option<String> = "operation",
        pub description: Option<String> = "description",
    }
}

has_properties!(AppliedReservations, AppliedReservationsProperties);

impl CatalogItem {
    /// How a term can be paid.
    pub fn plans_for(&self, term: &StatedTerm) -> &[StatedPlan] {
        let plans = self.billing_plans.as_ref().and_then(|plans| plans.get(term.as_str()));
        plans.map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};
    use calculator::{BillingPlan, Term};

    #[test]
    fn a_product_is_read_in_either_form_of_the_list() {
        let item = concat!(
            r#"{"billingPlans":{"P1Y":["Upfront","Monthly"]},"msrp":{"p1Y":{"amount":120.00}},"#,
            r#""name":"Standard_X1","restrictions":[{"type":"Term","values":["P3Y"]}],"#,
            r#""skuProperties":[{"name":"Cores","value":"16"}]}"#
        );
        for json in [format!("[{item}]"), format!(r#"{{"value":[{item}]}}"#)] {
            let page: Page<CatalogItem> = from_slice(json.as_bytes()).unwrap();
            assert_eq!(to_string(&page), json);
            let plans = page.value[0].plans_for(&Term::ONE_YEAR.into());
            assert_eq!(*plans, [BillingPlan::Upfront.into(), BillingPlan::Monthly.into()]);
            assert!(page.value[0].plans_for(&Term::THREE_YEARS.into()).is_empty());
        }
    }

    #[test]
    fn applied_orders_are_read() {
        let json = concat!(
            r#"{"properties":{"reservationOrderIds":{"value":["#,
            r#""/providers/Microsoft.Capacity/reservationorders/o-1"]}}}"#
        );
        let applied: AppliedReservations = from_slice(json.as_bytes()).unwrap();
        let orders = &applied.properties().reservation_order_ids.as_ref().unwrap().value;
        assert_eq!(*orders, [ReservationOrderId::of("O-1")]);
        assert_eq!(to_string(&applied), json);
    }
}
