//! Customers of a billing account, as the Billing API 2024-04-01 lists them.
//!
//! The same API lists reservations and orders of all customers of an account: those are
//! [`Reservation`](crate::Reservation) and [`Order`](crate::Order) with ids below the account.

use crate::entries::Entries;
use crate::id::{BillingAccountId, CustomerId};
use crate::open_enum::open_enum;
use crate::state::CustomerStatus;
use crate::wire::{has_properties, record};

record! {
    /// A customer of a partner.
    pub struct Customer {
        pub id: Option<CustomerId> = "id",
        /// The customer's tenant.
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub tags: Option<Entries<String>> = "tags",
        pub properties: Option<CustomerProperties> = "properties",
    }

    /// What is known about a customer.
    pub struct CustomerProperties {
        pub display_name: Option<String> = "displayName",
        pub billing_profile_display_name: Option<String> = "billingProfileDisplayName",
        pub billing_profile_id: Option<String> = "billingProfileId",
        pub system_id: Option<String> = "systemId",
        pub status: Option<CustomerStatus> = "status",
        pub enabled_azure_plans: Option<Vec<AzurePlan>> = "enabledAzurePlans",
        pub resellers: Option<Vec<Reseller>> = "resellers",
        /// In earlier versions of the API; later ones have them beside the properties.
        pub tags: Option<Entries<String>> = "tags",
    }

    /// A plan under which the customer may buy.
    pub struct AzurePlan {
        pub product_id: Option<String> = "productId",
        pub sku_id: Option<String> = "skuId",
        pub sku_description: Option<String> = "skuDescription",
    }

    /// An indirect reseller between the partner and the customer.
    pub struct Reseller {
        pub reseller_id: Option<String> = "resellerId",
        pub description: Option<String> = "description",
    }

    /// A billing account of a partner.
    pub struct BillingAccount {
        pub id: Option<BillingAccountId> = "id",
        pub name: Option<String> = "name",
        pub type_name: Option<String> = "type",
        pub properties: Option<BillingAccountProperties> = "properties",
    }

    /// What is known about a billing account.
    pub struct BillingAccountProperties {
        pub display_name: Option<String> = "displayName",
        /// What the account is billed under; a partner's is `MicrosoftPartnerAgreement`.
        pub agreement_type: Option<AgreementType> = "agreementType",
    }
}

has_properties!(Customer, CustomerProperties);
has_properties!(BillingAccount, BillingAccountProperties);

open_enum! {

    /// The agreement between an account and Microsoft.
    pub enum AgreementType {
        MicrosoftCustomerAgreement,
        EnterpriseAgreement,
        MicrosoftOnlineServicesProgram,
        MicrosoftPartnerAgreement,
    }
}

impl Customer {
    /// The customer's tenant, from the id or else from the name.
    pub fn tenant(&self) -> Option<&str> {
        self.id.as_ref().map(CustomerId::tenant).or(self.name.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_customer_is_read() {
        let json = concat!(
            r#"{"id":"/providers/Microsoft.Billing/billingAccounts/a:b_1/customers/t-1","#,
            r#""name":"t-1","properties":{"displayName":"Fjäll & Söner","#,
            r#""enabledAzurePlans":[{"skuId":"0001"}],"status":"Frozen"},"tags":{"k":"v"}}"#
        );
        let customer: Customer = from_slice(json.as_bytes()).unwrap();
        assert_eq!(customer.tenant(), Some("t-1"));
        assert_eq!(customer.id.as_ref().unwrap().billing_account().unwrap().name(), "a:b_1");
        let status = &customer.properties().status;
        assert_eq!(*status, Some(CustomerStatus::Other("Frozen".into())));
        assert_eq!(to_string(&customer), json);
    }

    #[test]
    fn the_name_is_the_tenant_when_there_is_no_id() {
        let customer: Customer = from_slice(br#"{"name":"t-2"}"#).unwrap();
        assert_eq!(customer.tenant(), Some("t-2"));
        assert_eq!(Customer::default().tenant(), None);
    }
}
