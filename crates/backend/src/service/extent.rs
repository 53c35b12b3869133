//! How much of the service a program has at hand: all of it, or what a visitor needs first.

use chrono::{DateTime, Utc};

use super::{HandlerOn, Service, ageing};
use crate::http::route::Route;
use crate::http::{Answer, Call, Problem};
use crate::records::Records;
use crate::records::partner::Account;
use crate::records::store::{Store, Unit};
use crate::service::routes::{self, Across, Handler, READING};

/// How much of the service a program has at hand. What only reads does not point to the rest, so that a linker can
/// leave that out.
pub(crate) trait Extent {
    /// What is answered.
    const ROUTES: &[&[Route<Handler>]];
    /// Whether that is everything.
    const IS_ALL: bool;
    /// Does what has become due.
    const ADVANCE: Advance;

    /// Runs a handler on the records of a unit, with quotes and terms where they are wanted.
    async fn on_records<S: Store>(
        service: &Service<S>,
        of: (Option<&Unit>, &Account),
        under_terms: bool,
        call: &mut Call<'_>,
        handler: &HandlerOn<'_>,
    ) -> Result<Answer, Problem>;

    /// Answers what works on many units at once.
    async fn across<S: Store>(
        service: &Service<S>,
        across: &Across,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem>;
}

/// Does what has become due in records when the clock says so.
pub(crate) type Advance = fn(&mut Records, DateTime<Utc>) -> Result<(), Problem>;

/// All of the service.
pub(crate) struct Everything;

impl Extent for Everything {
    const ROUTES: &[&[Route<Handler>]] = routes::ALL;
    const IS_ALL: bool = true;
    const ADVANCE: Advance = |records, clock| {
        ageing::advance(records, clock);
        Ok(())
    };

    async fn on_records<S: Store>(
        service: &Service<S>,
        of: (Option<&Unit>, &Account),
        under_terms: bool,
        call: &mut Call<'_>,
        handler: &HandlerOn<'_>,
    ) -> Result<Answer, Problem> {
        service.read_modify_write(of, under_terms, call, handler).await
    }

    async fn across<S: Store>(
        service: &Service<S>,
        across: &Across,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        service.run_across(across, call).await
    }
}

/// What is only read, while nothing is due.
pub(crate) struct Reading;

impl Extent for Reading {
    const ROUTES: &[&[Route<Handler>]] = &[READING];
    const IS_ALL: bool = false;
    const ADVANCE: Advance = |records, clock| ageing::check_nothing_is_due(records, clock);

    async fn on_records<S: Store>(
        service: &Service<S>,
        (unit, _): (Option<&Unit>, &Account),
        under_terms: bool,
        call: &mut Call<'_>,
        handler: &HandlerOn<'_>,
    ) -> Result<Answer, Problem> {
        service.read_records(unit, under_terms, call, handler).await
    }

    async fn across<S: Store>(
        _: &Service<S>,
        _: &Across,
        _: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        Err(Problem::elsewhere())
    }
}
