//! What can be asked of the service: a file or a folder for each resource.

pub(crate) mod activities;
pub(crate) mod backup;
pub(crate) mod catalog;
pub(crate) mod consumption;
pub(crate) mod customers;
pub(crate) mod exchanges;
pub(crate) mod imports;
pub(crate) mod incomplete_reservations;
pub(crate) mod ledger_entries;
pub(crate) mod operations;
pub(crate) mod orders;
pub(crate) mod partner;
pub(crate) mod portfolio;
pub(crate) mod price_list;
pub(crate) mod purchase_request;
pub(crate) mod purchases;
pub(crate) mod quotes;
pub(crate) mod refunds;
pub(crate) mod reservations;
pub(crate) mod role_assignments;
pub(crate) mod role_definitions;
pub(crate) mod savings_plans;
pub(crate) mod scopes;
pub(crate) mod support;
pub(crate) mod unreadable_documents;
