//! Customers and their reservations as Partner Center's own REST API lists them.
//!
//! No method of it refunds or exchanges a reservation; it is a second place to learn which
//! customers and reservations there are.

use serde_json::Value;

use calculator::ProvisioningState;

use crate::entries::Entries;
use crate::id::{Guid, Scope};
use crate::open_enum::open_enum;
use crate::reservation::AppliedScopeType;
use crate::time::Timestamp;
use crate::wire::{Fields, Rest, Wire, WireError, put, record, serde_by_wire};

/// A list of Partner Center: `items` instead of `value`, and links instead of `nextLink`.
#[derive(Clone, PartialEq, Debug)]
pub struct Collection<T> {
    /// `totalCount`: of this page, in spite of the name.
    pub total_count: Option<u32>,
    /// `items`.
    pub items: Option<Vec<T>>,
    /// `links`.
    pub links: Option<Links>,
    /// `attributes`.
    pub attributes: Option<Attributes>,
    /// Unknown fields, and known ones that were `null`.
    pub rest: Rest,
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        let rest = Rest::new();
        Self { total_count: None, items: None, links: None, attributes: None, rest }
    }
}

impl<T: Wire> Wire for Collection<T> {
    fn read(value: Value) -> Result<Self, WireError> {
        let mut fields = Fields::of(value)?;
        let mut read = Self::default();
        fields.take("totalCount", &mut read.total_count);
        fields.take("items", &mut read.items);
        fields.take("links", &mut read.links);
        fields.take("attributes", &mut read.attributes);
        read.rest = fields.rest()?;
        Ok(read)
    }

    fn write(&self) -> Value {
        let mut fields = self.rest.clone();
        put(&mut fields, "totalCount", &self.total_count);
        put(&mut fields, "items", &self.items);
        put(&mut fields, "links", &self.links);
        put(&mut fields, "attributes", &self.attributes);
        Value::Object(fields)
    }
}

serde_by_wire!(Collection<T>);

record! {
    /// Where an object and its neighbours are.
    pub struct Links {
        /// `self`, which is a keyword.
        pub itself: Option<Link> = "self",
        pub next: Option<Link> = "next",
    }

    /// How to ask for an object.
    pub struct Link {
        pub uri: Option<String> = "uri",
        pub method: Option<String> = "method",
        pub headers: Option<Vec<Header>> = "headers",
    }

    /// A header to ask with.
    pub struct Header {
        pub key: Option<String> = "key",
        pub value: Option<String> = "value",
    }

    /// What an object says about itself.
    pub struct Attributes {
        pub object_type: Option<String> = "objectType",
        pub etag: Option<String> = "etag",
    }

    /// A customer of the partner.
    pub struct PartnerCustomer {
        pub id: Option<Guid> = "id",
        pub commerce_id: Option<String> = "commerceId",
        pub company_profile: Option<CompanyProfile> = "companyProfile",
        pub relationship_to_partner: Option<Relationship> = "relationshipToPartner",
        pub allow_delegated_access: Option<bool> = "allowDelegatedAccess",
        pub custom_domains: Option<Vec<String>> = "customDomains",
        pub associated_partner_id: Option<String> = "associatedPartnerId",
        pub links: Option<Links> = "links",
        pub attributes: Option<Attributes> = "attributes",
    }

    /// What a customer is called.
    pub struct CompanyProfile {
        pub tenant_id: Option<Guid> = "tenantId",
        pub domain: Option<String> = "domain",
        pub company_name: Option<String> = "companyName",
        pub links: Option<Links> = "links",
        pub attributes: Option<Attributes> = "attributes",
    }

    /// Something that a customer is entitled to because it was bought.
    pub struct Entitlement {
        pub reference_order: Option<ReferenceOrder> = "referenceOrder",
        pub product_id: Option<String> = "productId",
        pub sku_id: Option<String> = "skuId",
        pub quantity: Option<u32> = "quantity",
        /// `reservedinstance` for reservations.
        pub entitlement_type: Option<String> = "entitlementType",
        pub included_entitlements: Option<Vec<Entitlement>> = "includedEntitlements",
        pub entitled_artifacts: Option<Vec<Artifact>> = "entitledArtifacts",
        pub dynamic_attributes: Option<Entries<String>> = "dynamicAttributes",
        pub expiry_date: Option<Timestamp> = "expiryDate",
    }

    /// The order in Partner Center, which is not the reservation order in Azure.
    pub struct ReferenceOrder {
        pub id: Option<String> = "id",
        pub line_item_id: Option<String> = "lineItemId",
    }

    /// What an entitlement gives, to be asked for behind its link.
    pub struct Artifact {
        pub artifact_type: Option<String> = "artifactType",
        pub resource_id: Option<Guid> = "resourceId",
        pub link: Option<Link> = "link",
    }

    /// The artifact of a reservation.
    pub struct ReservedInstanceArtifact {
        pub type_name: Option<String> = "type",
        /// The earlier name of `reservations`.
        pub virtual_machine_reservations: Option<Vec<ArtifactReservation>> =
            "virtualMachineReservations",
        pub reservations: Option<Vec<ArtifactReservation>> = "reservations",
    }

    /// A reservation as Partner Center describes it. Its timestamps often lack the `Z`.
    pub struct ArtifactReservation {
        /// The reservation's own id, without its order.
        pub reservation_id: Option<Guid> = "reservationId",
        pub scope_type: Option<AppliedScopeType> = "scopeType",
        pub display_name: Option<String> = "displayName",
        pub applied_scopes: Option<Vec<Scope>> = "appliedScopes",
        pub quantity: Option<u32> = "quantity",
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        pub effective_date_time: Option<Timestamp> = "effectiveDateTime",
        pub provisioning_state: Option<ProvisioningState> = "provisioningState",
    }
}

open_enum! {
    /// What the partner is to a customer.
    pub enum Relationship {
        None = "none",
        Reseller = "reseller",
        Advisor = "advisor",
        Syndication = "syndication",
        MicrosoftSupport = "microsoft_support",
    }
}

impl ReservedInstanceArtifact {
    /// The reservations, under whichever name they came.
    pub fn all(&self) -> impl Iterator<Item = &ArtifactReservation> {
        self.virtual_machine_reservations.iter().chain(&self.reservations).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn customers_are_read() {
        let json = concat!(
            r#"{"attributes":{"objectType":"Collection"},"items":[{"companyProfile":"#,
            r#"{"companyName":"Näset AB","tenantId":"<guid>"},"id":"c-1","#,
            r#""relationshipToPartner":"reseller"}],"links":{"next":{"headers":[],"uri":"/next"},"#,
            r#""self":{"method":"GET","uri":"/v1/customers?size=1"}},"totalCount":1}"#
        );
        let page: Collection<PartnerCustomer> = from_slice(json.as_bytes()).unwrap();
        let customer = &page.items.as_ref().unwrap()[0];
        assert_eq!(customer.relationship_to_partner, Some(Relationship::Reseller));
        let next = page.links.as_ref().unwrap().next.as_ref().unwrap();
        assert_eq!(next.uri.as_deref(), Some("/next"));
        assert_eq!(to_string(&page), json);
    }

    #[test]
    fn reservations_are_read_under_both_names() {
        for name in ["reservations", "virtualMachineReservations"] {
            let json = format!(
                r#"{{"{name}":[{{"expiryDateTime":"2027-02-23T00:00:00","quantity":1}}]}}"#
            );
            let artifact: ReservedInstanceArtifact = from_slice(json.as_bytes()).unwrap();
            let expiry = artifact.all().next().unwrap().expiry_date_time.as_ref().unwrap();
            assert_eq!(expiry.date().unwrap().to_string(), "2027-02-23");
            assert_eq!(to_string(&artifact), json);
        }
    }
}
