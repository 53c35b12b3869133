//! Customers of Partner Center and of the Billing API.

use crate::column::Column as C;
use crate::fact::{CustomerFact, Fact};
use crate::id::Id;
use crate::row::{Reading, Rejection, Row};

pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let tenants = [C::MicrosoftId, C::CustomerTenantId, C::Id, C::Name];
    let id = tenants
        .iter()
        .filter_map(|column| row.text(*column))
        .find_map(|text| Id::after(text, "customers").or_else(|| Id::bare(text)));
    let Some(id) = id else {
        return Err("names no customer: it has no Microsoft ID".to_owned());
    };
    // A few customers have no name; then their domain is what people know them by.
    let name = row.owned(&[C::CompanyName, C::DisplayName, C::CustomerDomainName]);
    Ok(Reading::Fact(Fact::Customer(CustomerFact { id: Some(id), name })))
}
