//! How much of the service a program has at hand: all of it, what only reads, or what a visitor needs first.

use std::pin::Pin;

use chrono::{DateTime, Utc};
use portfolio::columns::Origin;

use super::{HandlerOn, Service, ageing};
use crate::http::route::Route;
use crate::http::{Answer, Call, Problem};
use crate::records::Records;
use crate::records::partner::Account;
use crate::records::store::{Store, Unit};
use crate::resources::portfolio::{Beside, block_of, block_with};
use crate::service::routes::{self, Across, Handler, LISTING, READING};

/// How much of the service a program has at hand. What makes one points to all that it takes and to nothing else, so
/// that a linker can leave the rest out.
pub(crate) struct Extent<S> {
    /// What is answered.
    pub(crate) routes: &'static [&'static [Route<Handler>]],
    /// Whether that is everything.
    pub(crate) is_all: bool,
    /// Makes what goes with the records of a customer.
    pub(crate) make: Make,
    /// Runs a handler on the records of a unit, with quotes and terms where they are wanted.
    pub(crate) on_records: OnRecords<S>,
    /// Answers what works on many units at once.
    pub(crate) across: OnMany<S>,
}

/// Makes the block of the customer with this tenant as it is when the clock says so. What has become due is done
/// before, and nothing of it is kept here; the customer's own requests do that.
pub(crate) type Make = fn(&mut Records, &str, Origin, DateTime<Utc>) -> Result<Vec<u8>, Problem>;

type OnRecords<S> = for<'a> fn(
    &'a Service<S>,
    (Option<&'a Unit>, &'a Account),
    bool,
    &'a mut Call<'_>,
    &'a HandlerOn<'_>,
) -> Answering<'a>;
type OnMany<S> = for<'a> fn(&'a Service<S>, &'a Across, &'a mut Call<'_>) -> Answering<'a>;
type Answering<'a> = Pin<Box<dyn Future<Output = Result<Answer, Problem>> + 'a>>;

impl<S: Store> Extent<S> {
    /// All of the service.
    pub(crate) fn everything() -> Self {
        Self {
            routes: routes::ALL,
            is_all: true,
            make: make_after_what_is_due,
            on_records: |service, of, under_terms, call, handler| {
                Box::pin(service.read_modify_write(of, under_terms, call, handler))
            },
            across: |service, across, call| Box::pin(service.run_across(across, call)),
        }
    }

    /// What is only read, while nothing is due.
    pub(crate) fn reading() -> Self {
        Self {
            routes: &[LISTING, READING],
            is_all: false,
            make: |records, tenant_id, origin, clock| {
                if records.check_format().is_ok() {
                    ageing::check_nothing_is_due(records, clock)?;
                }
                Ok(block_of(records, tenant_id, origin, clock))
            },
            on_records: |service, (unit, _), under_terms, call, handler| {
                let check = ageing::check_nothing_is_due;
                Box::pin(service.read_records(unit, under_terms, call, handler, check))
            },
            across: |_, _, _| Box::pin(async { Err(Problem::elsewhere()) }),
        }
    }

    /// What lists of all customers and the frame of every page tell, while nothing is under way. Blocks are made of
    /// the kinds of documents that a demonstration begins with.
    pub(crate) fn listing() -> Self {
        Self {
            routes: &[LISTING],
            make: |records, tenant_id, origin, clock| {
                let beside = Beside::at_the_beginning(records).ok_or_else(Problem::elsewhere)?;
                Ok(block_with(beside, records, tenant_id, origin, clock))
            },
            on_records: |service, (unit, _), under_terms, call, handler| {
                let check = ageing::check_nothing_is_under_way;
                Box::pin(service.read_records(unit, under_terms, call, handler, check))
            },
            is_all: false,
            across: |_, _, _| Box::pin(async { Err(Problem::elsewhere()) }),
        }
    }
}

/// Makes a block with all that the service has.
pub(crate) fn make_after_what_is_due(
    records: &mut Records,
    tenant_id: &str,
    origin: Origin,
    clock: DateTime<Utc>,
) -> Result<Vec<u8>, Problem> {
    if records.check_format().is_ok() {
        ageing::advance(records, clock);
    }
    Ok(block_of(records, tenant_id, origin, clock))
}
