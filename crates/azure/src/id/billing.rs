//! Billing accounts and their customers.

use super::id;
use super::path::{after, is_name, named_or_bare, segments};

/// A billing account, whose own id is two GUIDs and a date: `{guid}:{guid}_2019-05-31`.
#[derive(Clone, Debug)]
pub struct BillingAccountId {
    text: Box<str>,
    account: Box<str>,
}

id!(BillingAccountId, "the id of a billing account");

impl BillingAccountId {
    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let account = match (after(&path, "billingAccounts"), path.as_slice()) {
            (Some([account, ..]), _) | (None, [account]) if is_name(account) => *account,
            _ => return None,
        };
        Some(Self { text: text.into(), account: account.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.account]
    }

    /// The account's own id: the segment after `billingAccounts`.
    pub fn name(&self) -> &str {
        &self.account
    }

    /// The path in the Billing API, whatever form was read.
    pub fn path(&self) -> String {
        format!("/providers/Microsoft.Billing/billingAccounts/{}", self.account)
    }
}

/// A customer of a billing account. Its own id is the tenant of the customer.
///
/// Equal when the tenants are, through whichever account or profile they are seen.
#[derive(Clone, Debug)]
pub struct CustomerId {
    text: Box<str>,
    tenant: Box<str>,
}

id!(CustomerId, "the id of a customer");

impl CustomerId {
    /// The id of a customer of an account, in the form of the Billing API.
    pub fn of(account: &BillingAccountId, tenant: &str) -> Self {
        let text = format!("{}/customers/{tenant}", account.path());
        Self { text: text.into(), tenant: tenant.into() }
    }

    fn find(text: &str) -> Option<Self> {
        let path = segments(text);
        let tenant = named_or_bare(&path, "customers")?;
        Some(Self { text: text.into(), tenant: tenant.into() })
    }

    fn key(&self) -> [&str; 1] {
        [&self.tenant]
    }

    /// The customer's own id, which is its tenant: the segment after `customers`.
    pub fn tenant(&self) -> &str {
        &self.tenant
    }

    /// The billing account that the id names, if it names one.
    pub fn billing_account(&self) -> Option<BillingAccountId> {
        let path = segments(&self.text);
        after(&path, "billingAccounts")?.first().and_then(|account| BillingAccountId::find(account))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TENANT: &str = "0a1b2c3d-1111-4222-8333-0123456789ab";

    #[test]
    fn billing_ids_are_read_from_every_form() {
        let account = BillingAccountId::parse("1a:2b_2019-05-31").unwrap();
        assert_eq!(BillingAccountId::parse(&account.path()).unwrap(), account);
        assert!(BillingAccountId::parse("a/b").is_err());

        let customer = CustomerId::of(&account, TENANT);
        let profile = format!("{}/billingProfiles/P-1/customers/{TENANT}", account.path());
        assert_eq!(CustomerId::parse(&profile).unwrap(), customer);
        assert_eq!(CustomerId::parse(TENANT).unwrap(), customer);
        assert_eq!(customer.tenant(), TENANT);
        assert_eq!(customer.billing_account(), Some(account));
        assert_eq!(CustomerId::parse(TENANT).unwrap().billing_account(), None);
    }
}
