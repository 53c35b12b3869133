//! Everything that is answered: which path and method, who may, and by which handler on what. And
//! what the stages of operations do.
//!
//! Handlers are plain functions of resources, which know nothing of this table: what one of them
//! needs beyond records and request is handed to it here.

use std::collections::BTreeMap;

use ::portfolio::import::PART_BYTES_MAX;
use chrono::{DateTime, Utc};
use http::Method;

use crate::demo::price_list::MARKET;
use crate::http::auth::Permission;
use crate::http::call::BODY_BYTES_MAX;
use crate::http::route::Route;
use crate::http::{Answer, Call, Problem};
use crate::records::Records;
use crate::records::operation::{Operation, Plan};
use crate::records::partner::Start;
use crate::records::store::{Contents, Unit, Whole};
use crate::resources::billing_account::ShareOf;
use crate::resources::imports::Step;
use crate::resources::portfolio::{Kept, Portfolio};
use crate::resources::quotes::Terms;
use crate::resources::reservations::{applied, merge, read, split, update};
use crate::resources::support::tickets;
use crate::resources::{
    activities, backup, billing_account, bookings, catalog, confirmations, consumption, customers,
    exchanges, incomplete_reservations, ledger_entries, letterhead, operations, orders, partner,
    portfolio, price_list, provider_operations, purchases, refunds, requests, role_assignments,
    role_definitions, savings_plans, scopes, settlements, unreadable_documents,
};

type Reply = Result<Answer, Problem>;

/// What an operation works on. Loading, committing and trying again after a conflict is the
/// service's business, the same for all.
#[derive(Debug)]
pub(crate) enum Handler {
    /// The records of the tenant that the token names: those of a customer, or the partner's own.
    TenantRecords(fn(&mut Records, &mut Call) -> Reply),
    /// The same, with the quotes, and with the partner's own for reading: what things cost, and which
    /// policy is in force.
    TenantRecordsUnderTerms(fn(&mut Records, &mut Terms, &mut Call) -> Reply),
    /// The records of the customer that the path names, asked for by the partner.
    CustomerRecords(fn(&mut Records, &mut Call) -> Reply),
    /// What belongs to the partner, asked for by the partner.
    PartnerRecords(fn(&mut Records, &mut Call) -> Reply),
    /// The outlines of all customers at once, for the partner.
    Portfolio(fn(&Portfolio, &mut Call) -> Reply),
    /// What goes with the records of each customer, for the partner.
    Blocks(fn(&[Kept], &mut Call) -> Reply),
    /// Many units at once.
    Across(Across),
}

/// What works on many units at once, and is asked for on purpose.
#[derive(Debug)]
pub(crate) enum Across {
    /// What every customer has, one after the other, for the partner.
    BillingAccount(ShareOf),
    /// Everything as it is stored, for the partner.
    Whole(fn(Whole, &mut Call) -> Reply),
    /// What belongs to the partner, and what an import says of its customers.
    Import(Step),
    /// Replaces everything by what one starts with.
    StartOver(fn(&mut Call) -> Result<Start, Problem>),
    /// Replaces everything by what is sent.
    Restore(fn(&mut Call) -> Result<BTreeMap<Unit, Contents>, Problem>),
}

/// Method and path; the name of the action in messages, as Azure's role definitions write it, and
/// what is needed for it; the handler.
macro_rules! routes {
    ($($method:ident $path:literal $action:literal, $permission:ident, $on:ident($handler:expr);)*) => {
        &[$(Route {
            method: Method::$method,
            path: $path,
            action: $action,
            permission: Permission::$permission,
            handler: Handler::$on($handler),
        }),*]
    };
}

impl Route<Handler> {
    /// The largest accepted body.
    pub(crate) fn bytes_max(&self) -> usize {
        match self.handler {
            Handler::Across(Across::Import(Step::Stage)) => PART_BYTES_MAX,
            Handler::Across(Across::Restore(_)) => backup::BYTES_MAX,
            _ if self.path == price_list::PATH => price_list::BYTES_MAX,
            _ if self.path == incomplete_reservations::COMPLETE => PART_BYTES_MAX,
            _ => BODY_BYTES_MAX,
        }
    }

    /// What is needed besides, where people sign in: in a browser the records are those of whoever opened the
    /// page, and on a server they are those of the partner.
    pub(crate) fn permission_on_server(&self) -> Permission {
        match self.handler {
            Handler::Across(Across::Whole(_) | Across::StartOver(_) | Across::Restore(_)) => {
                Permission::ChangeSettings
            }
            _ if self.path == price_list::PATH && self.method == Method::PUT => {
                Permission::ChangeSettings
            }
            _ => self.permission,
        }
    }
}

/// Every route.
pub(crate) const ALL: &[&[Route<Handler>]] = &[LISTING, READING, CHANGING];

/// What every page and lists of all customers ask first.
pub(crate) const LISTING: &[Route<Handler>] = routes! {
    GET "/providers/Prorata/account"
        "Prorata/account/read", ReadRecords, PartnerRecords(partner::account);
    GET "/providers/Prorata/customerSummaries"
        "Prorata/customerSummaries/read", ReadRecords, Portfolio(customers::summaries);
    GET "/providers/Prorata/exchangeRates"
        "Prorata/exchangeRates/read", ReadRecords, PartnerRecords(partner::exchange_rates);
    GET "/providers/Prorata/portfolio"
        "Prorata/portfolio/read", ReadRecords, Blocks(portfolio::list);
    GET "/providers/Prorata/permissions"
        "Prorata/permissions/read", ReadRecords, PartnerRecords(partner::permissions);
    GET "/providers/Prorata/settings"
        "Prorata/settings/read", ReadRecords, PartnerRecords(partner::settings);
};

/// What else is only read. A new resource is a new file, and a line here or in [`CHANGING`] for each thing that it
/// answers.
pub(crate) const READING: &[Route<Handler>] = routes! {
    GET "/providers/Microsoft.Capacity/reservations"
        "Microsoft.Capacity/reservations/read", ReadRecords, TenantRecords(read::list);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}"
        "Microsoft.Capacity/reservationOrders/reservations/read",
        ReadRecords, TenantRecords(read::get);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}"
        "Microsoft.Capacity/reservationOrders/read", ReadRecords, TenantRecords(orders::get);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/Microsoft.Consumption/\
         reservationSummaries"
        "Microsoft.Consumption/reservationSummaries/read",
        ReadRecords, TenantRecords(consumption::summaries_of_order);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}/\
         providers/Microsoft.Consumption/reservationSummaries"
        "Microsoft.Consumption/reservationSummaries/read",
        ReadRecords, TenantRecords(consumption::summaries_of_reservation);
    GET "/providers/Microsoft.Billing/billingAccounts/{billingAccount}/customers/{customer}/\
         providers/Microsoft.Consumption/reservationTransactions"
        "Microsoft.Consumption/reservationTransactions/read",
        ReadRecords, CustomerRecords(consumption::transactions);
    GET "/providers/Prorata/supportRequests"
        "Prorata/supportRequests/read", ReadRecords, Portfolio(customers::support_requests);
    GET "/providers/Prorata/bookings"
        "Prorata/bookings/read", ReadRecords, TenantRecords(bookings::list);
    GET "/providers/Prorata/ledgerEntries"
        "Prorata/ledgerEntries/read", ReadRecords, TenantRecords(ledger_entries::list);
    GET "/providers/Prorata/incompleteReservations"
        "Prorata/incompleteReservations/read",
        ReadRecords, TenantRecords(incomplete_reservations::list);
    GET "/providers/Prorata/confirmations"
        "Prorata/confirmations/read", ReadRecords, PartnerRecords(confirmations::list);
    GET "/providers/Prorata/confirmations/{confirmation}"
        "Prorata/confirmations/read", ReadRecords, PartnerRecords(confirmations::get);
    GET "/providers/Prorata/activities"
        "Prorata/activities/read", ReadRecords, TenantRecords(activities::list);
    GET "/providers/Prorata/unreadableDocuments"
        "Prorata/unreadableDocuments/read", ReadRecords, TenantRecords(unreadable_documents::list);
    GET "/providers/Prorata/customers/{customer}/unreadableDocuments"
        "Prorata/unreadableDocuments/read",
        ReadRecords, CustomerRecords(unreadable_documents::list_of_customer);
    GET "/subscriptions"
        "Microsoft.Resources/subscriptions/read", ReadRecords, TenantRecords(scopes::subscriptions);
    GET "/subscriptions/{subscription}/resourcegroups"
        "Microsoft.Resources/subscriptions/resourceGroups/read",
        ReadRecords, TenantRecords(scopes::resource_groups);
    GET "/providers/Microsoft.Management/managementGroups"
        "Microsoft.Management/managementGroups/read",
        ReadRecords, TenantRecords(scopes::management_groups);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/\
         Microsoft.Authorization/roleAssignments"
        "Microsoft.Authorization/roleAssignments/read",
        ReadRecords, TenantRecords(role_assignments::list);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/\
         Microsoft.Authorization/roleAssignments/{assignment}"
        "Microsoft.Authorization/roleAssignments/read",
        ReadRecords, TenantRecords(role_assignments::get);
    GET "/providers/Prorata/principals"
        "Prorata/principals/read", ReadRecords, TenantRecords(role_assignments::principals);
    GET "/providers/Microsoft.Support/supportTickets"
        "Microsoft.Support/supportTickets/read", ReadRecords, TenantRecords(tickets::list);
    GET "/providers/Microsoft.Support/supportTickets/{ticket}"
        "Microsoft.Support/supportTickets/read", ReadRecords, TenantRecords(tickets::get);
};

/// What changes something, and what somebody reads on purpose: imports, backups and whole billing accounts.
const CHANGING: &[Route<Handler>] = routes! {
    GET "/providers/Microsoft.Billing/billingAccounts/{billingAccount}/customers"
        "Microsoft.Billing/billingAccounts/customers/read", ReadRecords, Portfolio(customers::list);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations"
        "Microsoft.Capacity/reservationOrders/reservations/read",
        ReadRecords, TenantRecords(read::list_of_order);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}/\
         revisions"
        "Microsoft.Capacity/reservationOrders/reservations/revisions/read",
        ReadRecords, TenantRecords(read::revisions);
    GET "/providers/Microsoft.Capacity/reservationOrders"
        "Microsoft.Capacity/reservationOrders/read", ReadRecords, TenantRecords(orders::list);
    GET "/providers/Microsoft.Capacity/operationResults/{operation}"
        "Microsoft.Capacity/operations/read", ReadRecords, TenantRecordsUnderTerms(operations::get);
    GET "/providers/Microsoft.Support/operationsStatus/{operation}"
        "Microsoft.Support/operationsstatus/read",
        ReadRecords, TenantRecordsUnderTerms(operations::get);
    GET "/providers/Microsoft.Capacity/operations"
        "Microsoft.Capacity/operations/read", ReadRecords, TenantRecords(provider_operations::list);
    GET "/subscriptions/{subscription}/providers/Microsoft.Capacity/appliedReservations"
        "Microsoft.Capacity/appliedReservations/read", ReadRecords, TenantRecords(applied::get);
    GET "/subscriptions/{subscription}/providers/Microsoft.Capacity/catalogs"
        "Microsoft.Capacity/catalogs/read", ReadRecords, TenantRecordsUnderTerms(catalog::list);
    GET "/providers/Prorata/letterhead"
        "Prorata/letterhead/read", ReadRecords, PartnerRecords(letterhead::get);
    GET "/providers/Prorata/customers/{customer}/settlements"
        "Prorata/settlements/read", ReadRecords, CustomerRecords(settlements::list);
    GET "/providers/Prorata/priceList"
        "Prorata/priceList/read", ReadRecords, PartnerRecords(price_list::get);
    GET "/providers/Microsoft.BillingBenefits/savingsPlanOrders"
        "Microsoft.BillingBenefits/savingsPlanOrders/read",
        ReadRecords, TenantRecords(savings_plans::list_orders);
    GET "/providers/Microsoft.BillingBenefits/savingsPlanOrders/{order}/savingsPlans"
        "Microsoft.BillingBenefits/savingsPlanOrders/savingsPlans/read",
        ReadRecords, TenantRecords(savings_plans::list_plans);
    GET "/providers/Prorata/requests/{request}"
        "Prorata/requests/read", ReadRecords, TenantRecords(requests::of_request);
    GET "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/\
         Microsoft.Authorization/roleDefinitions"
        "Microsoft.Authorization/roleDefinitions/read",
        ReadRecords, TenantRecords(role_definitions::definitions);
    GET "/providers/Microsoft.Support/services"
        "Microsoft.Support/services/read", ReadRecords, TenantRecords(tickets::services);
    GET "/providers/Microsoft.Support/services/{service}/problemClassifications"
        "Microsoft.Support/services/problemClassifications/read",
        ReadRecords, TenantRecords(tickets::problem_classifications);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/calculateRefund"
        "Microsoft.Capacity/reservationOrders/calculateRefund/action",
        ReturnReservations, TenantRecordsUnderTerms(refunds::calculate_refund);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/return"
        "Microsoft.Capacity/reservationOrders/return/action",
        ReturnReservations, TenantRecordsUnderTerms(refunds::return_units);
    GET "/providers/Microsoft.Billing/billingAccounts/{billingAccount}/providers/\
         Microsoft.Consumption/reservationTransactions"
        "Microsoft.Consumption/reservationTransactions/read",
        ReadRecords, Across(Across::BillingAccount(billing_account::transactions));
    GET "/providers/Microsoft.Billing/billingAccounts/{billingAccount}/reservations"
        "Microsoft.Billing/billingAccounts/reservations/read",
        ReadRecords, Across(Across::BillingAccount(billing_account::reservations));
    PUT "/providers/Prorata/ledgerEntries/{entry}"
        "Prorata/ledgerEntries/write", ReturnReservations, TenantRecords(ledger_entries::put);
    DELETE "/providers/Prorata/ledgerEntries/{entry}"
        "Prorata/ledgerEntries/delete", ReturnReservations, TenantRecords(ledger_entries::remove);
    POST "/providers/Prorata/reset"
        "Prorata/reset/action", ResetDemonstration, Across(Across::StartOver(partner::reset));
    GET "/providers/Prorata/backup"
        "Prorata/backup/read", ReadRecords, Across(Across::Whole(backup::write));
    POST "/providers/Prorata/restore"
        "Prorata/restore/action", ResetDemonstration, Across(Across::Restore(backup::read));
    GET "/providers/Prorata/imports"
        "Prorata/imports/read", ReadRecords, Across(Across::Import(Step::List));
    POST "/providers/Prorata/imports"
        "Prorata/imports/write", ImportReservations, Across(Across::Import(Step::Start));
    GET "/providers/Prorata/imports/{import}"
        "Prorata/imports/read", ReadRecords, Across(Across::Import(Step::Get));
    DELETE "/providers/Prorata/imports/{import}"
        "Prorata/imports/delete", ImportReservations, Across(Across::Import(Step::Discard));
    PUT "/providers/Prorata/imports/{import}/parts/{part}"
        "Prorata/imports/parts/write", ImportReservations, Across(Across::Import(Step::Stage));
    GET "/providers/Prorata/imports/{import}/changes"
        "Prorata/imports/changes/read", ReadRecords, Across(Across::Import(Step::Changes));
    POST "/providers/Prorata/imports/{import}/commit"
        "Prorata/imports/commit/action", ImportReservations, Across(Across::Import(Step::Commit));
    GET "/providers/Prorata/imports/{import}/progress"
        "Prorata/imports/read", ReadRecords, Across(Across::Import(Step::Progress));
    POST "/providers/Prorata/imports/{import}/cancel"
        "Prorata/imports/commit/action", ImportReservations, Across(Across::Import(Step::Cancel));
    POST "/providers/Prorata/imports/{import}/undo"
        "Prorata/imports/undo/action", ImportReservations, Across(Across::Import(Step::Undo));
    POST "/providers/Prorata/incompleteReservations/complete"
        "Prorata/incompleteReservations/complete/action",
        ImportReservations, TenantRecords(incomplete_reservations::complete);
    POST "/providers/Prorata/confirmations/{confirmation}/confirm"
        "Prorata/confirmations/confirm/action",
        ReturnReservations, PartnerRecords(confirmations::confirm);
    DELETE "/providers/Prorata/confirmations/{confirmation}"
        "Prorata/confirmations/delete", ReturnReservations, PartnerRecords(confirmations::decline);
    PUT "/providers/Prorata/settings"
        "Prorata/settings/write", ChangeSettings, PartnerRecords(partner::change_settings);
    PUT "/providers/Prorata/letterhead"
        "Prorata/letterhead/write", ChangeSettings, PartnerRecords(letterhead::replace);
    PUT "/providers/Prorata/priceList"
        "Prorata/priceList/write", ExchangeReservations, PartnerRecords(price_list::replace);
    POST "/providers/Microsoft.Capacity/calculatePrice"
        "Microsoft.Capacity/calculatePrice/action",
        ExchangeReservations, TenantRecordsUnderTerms(purchases::calculate_price);
    PUT "/providers/Microsoft.Capacity/reservationOrders/{order}"
        "Microsoft.Capacity/reservationOrders/write",
        ExchangeReservations, TenantRecordsUnderTerms(purchases::buy);
    POST "/providers/Microsoft.Capacity/calculateExchange"
        "Microsoft.Capacity/calculateExchange/action",
        ExchangeReservations, TenantRecordsUnderTerms(exchanges::calculate);
    POST "/providers/Microsoft.Capacity/exchange"
        "Microsoft.Capacity/exchange/action",
        ExchangeReservations, TenantRecordsUnderTerms(exchanges::exchange);
    DELETE "/providers/Prorata/unreadableDocuments/{document}"
        "Prorata/unreadableDocuments/delete",
        ResetDemonstration, TenantRecords(unreadable_documents::remove);
    PATCH "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}"
        "Microsoft.Capacity/reservationOrders/reservations/write",
        ChangeReservations, TenantRecords(update::patch);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}/\
          archive"
        "Microsoft.Capacity/reservationOrders/reservations/archive/action",
        ChangeReservations, TenantRecords(update::archive);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}/\
          unarchive"
        "Microsoft.Capacity/reservationOrders/reservations/unarchive/action",
        ChangeReservations, TenantRecords(update::unarchive);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/split"
        "Microsoft.Capacity/reservationOrders/split/action",
        ChangeReservations, TenantRecords(split::split);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/merge"
        "Microsoft.Capacity/reservationOrders/merge/action",
        ChangeReservations, TenantRecords(merge::merge);
    POST "/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}/\
          availableScopes"
        "Microsoft.Capacity/reservationOrders/reservations/availablescopes/action",
        ReadRecords, TenantRecords(scopes::available_scopes);
    PUT "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/\
         Microsoft.Authorization/roleAssignments/{assignment}"
        "Microsoft.Authorization/roleAssignments/write",
        ManageAccess, TenantRecords(role_assignments::put);
    DELETE "/providers/Microsoft.Capacity/reservationOrders/{order}/providers/\
            Microsoft.Authorization/roleAssignments/{assignment}"
        "Microsoft.Authorization/roleAssignments/delete",
        ManageAccess, TenantRecords(role_assignments::delete);
    POST "/providers/Microsoft.Support/checkNameAvailability"
        "Microsoft.Support/checkNameAvailability/action",
        CreateSupportRequests, TenantRecords(tickets::check_name);
    PUT "/providers/Microsoft.Support/supportTickets/{ticket}"
        "Microsoft.Support/supportTickets/write",
        CreateSupportRequests, TenantRecords(tickets::create);
    PATCH "/providers/Microsoft.Support/supportTickets/{ticket}"
        "Microsoft.Support/supportTickets/write",
        CreateSupportRequests, TenantRecords(tickets::change);
};

/// Does what belongs to the stage of an operation that begins, which is its status. May change the
/// result, or [`fail`](Operation::fail).
///
/// # Errors
/// What keeps the stage from being entered; what it has changed until then is undone.
pub(crate) fn enter(
    records: &mut Records,
    operation: &mut Operation,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    match operation.plan.clone() {
        Plan::Split(plan) => operation.result = split::finish(records, &plan, at)?,
        Plan::Merge(plan) => operation.result = merge::finish(records, &plan, at)?,
        Plan::OpenTicket(ticket) => {
            tickets::open(records, ticket)?;
            operation.plan = Plan::OpenTicket(None);
        }
        Plan::Purchase((order, reservation)) => {
            purchases::finish(records, &order, &reservation, at)?;
        }
        Plan::CalculateExchange(_) => operation.show(),
        Plan::Exchange(id) => exchanges::enter(records, operation, &id, at, &MARKET)?,
        Plan::Return(plan) => plan.complete(records, operation.started_at.date_naive(), at)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::http::auth::{Caller, Role, is_granted};
    use crate::http::call::QUESTIONS;

    fn caller(role: Option<Role>) -> Caller {
        Caller { tenant_id: String::new(), role, name: String::new(), person: None }
    }

    fn all() -> impl Iterator<Item = &'static Route<Handler>> {
        ALL.iter().copied().flatten()
    }

    #[test]
    fn what_is_only_read_changes_nothing() {
        for route in LISTING.iter().chain(READING) {
            assert_eq!(route.method, Method::GET, "{}", route.path);
            assert!(!matches!(route.handler, Handler::Across(_)), "{}", route.path);
        }
    }

    #[test]
    fn every_action_of_the_capacity_api_is_told_once() {
        let is_capacity = |action: &&str| action.starts_with("Microsoft.Capacity/");
        let served: BTreeSet<&str> = all().map(|route| route.action).filter(is_capacity).collect();
        let told: Vec<&str> =
            provider_operations::CAPACITY.iter().map(|(name, ..)| *name).collect();
        assert_eq!(told, Vec::from_iter(served));
    }

    #[test]
    fn whoever_may_only_read_can_change_nothing() {
        for route in all() {
            let is_get = route.method == Method::GET;
            let may = is_granted(route.permission, &caller(Some(Role::Guest)));
            assert!(may || !is_get, "{} {}", route.method, route.path);
            assert!(!may || is_get || QUESTIONS.contains(&route.action), "{}", route.path);
            assert!(!is_granted(route.permission, &caller(None)), "{}", route.action);
            let is_read = route.action.ends_with("/read");
            assert_eq!(is_get, is_read, "{} {}", route.method, route.action);
        }
    }

    #[test]
    fn every_question_is_asked_somewhere() {
        for question in QUESTIONS {
            assert!(all().any(|route| route.action == *question), "{question}");
        }
    }
}
