//! From a request to its answer.
//!
//! The order of checks is that of Azure Resource Manager: who asks, is there such a resource, is
//! the version stated, may they do it. Then the handler runs on a working copy of the records, and
//! what it changed is committed if nobody else was quicker; otherwise it runs again on fresh ones.

mod ageing;
mod extent;
mod imports;
mod retry;
mod routes;
mod turn;
mod watch;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, Datelike, NaiveDate, SubsecRound, Utc};
use http::{HeaderValue, Method, Request, Response};
use portfolio::columns::Origin;
use portfolio::guid::guid;

use crate::demo::{self, price_list::MARKET, sentinels};
use crate::http::answer::header_value;
use crate::http::auth::{Caller, Permission, is_granted};
use crate::http::call::{BODY_BYTES_MAX, Query, is_change};
use crate::http::route::{Params, Route};
use crate::http::{Answer, Call, Problem, headers, route};
use crate::records::kinds::Restored;
use crate::records::partner::{Account, Start};
use crate::records::sentinel::Step;
use crate::records::store::{
    Change, Contents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version, map_of,
};
use crate::records::{Document, Records, Reservation, time};
use crate::resources::billing_account::{AccountPage, ShareOf};
use crate::resources::portfolio::{Kept, Outline, Portfolio, block_of};
use crate::resources::quotes::Terms;
use crate::resources::role_assignments;
use crate::service::extent::{Extent, Make};
use crate::service::imports::progress::Commits;
use crate::service::routes::{ALL, Across, Handler};
use crate::service::turn::Turn;
pub use crate::service::watch::Watched;

/// How often a change is tried again after somebody else was quicker. Every failed attempt means
/// that another one succeeded, so somebody gets on all the time; among a few people, it is never the
/// same one that is slower so many times in a row.
const ATTEMPTS_MAX: u32 = 32;

/// The first and the last moment that a clock is believed: the years 1970 to 9999.
const YEARS: (DateTime<Utc>, DateTime<Utc>) = (
    DateTime::UNIX_EPOCH,
    DateTime::from_timestamp(253_402_300_799, 0).expect("9999-12-31 is a day"),
);

/// The backend: records in a store, and the rules for answering about them.
#[derive(Debug)]
pub struct Service<S> {
    store: S,
    /// Where the service is reached from outside, without a slash at the end.
    public_url: String,
    /// The build that this is part of; nothing where there is but one.
    build: Option<HeaderValue>,
    /// What a store that was never used begins with.
    start: Start,
    /// The day, counted from the first of the common era, on which somebody last saw whether the
    /// demonstration needs to be renewed.
    looked_at_on: AtomicI32,
    outlines: RwLock<Outlines>,
    /// Whoever has it reads what has changed of all customers; the others wait for that and read nothing.
    outlining: Turn,
    commits: Commits,
}

/// What was last read of all customers, in the order of their names.
#[derive(Default, Debug)]
struct Outlines {
    /// The last commit of which something was read.
    version: Version,
    customers: Vec<Outline>,
}

impl Outlines {
    /// Whether all of them still say what is, when the clock says `clock`.
    fn hold_at(&self, clock: DateTime<Utc>) -> bool {
        self.customers.iter().all(|customer| customer.holds_at(clock))
    }

    /// Takes what was read of some customers, or of all: nothing of those that have no records any more.
    fn update(&mut self, fresh: Vec<(String, Option<Outline>)>, is_all: bool) {
        if is_all {
            self.customers = fresh.into_iter().filter_map(|(_, outline)| outline).collect();
            self.customers.sort_by_cached_key(Outline::place);
            return;
        }
        for (tenant_id, outline) in fresh {
            self.customers.retain(|known| known.tenant_id != tenant_id);
            if let Some(outline) = outline {
                let own = outline.place();
                let place = self.customers.partition_point(|known| known.place() < own);
                self.customers.insert(place, outline);
            }
        }
    }
}

/// Marks a request that the host could not read, as one of its extensions. It is refused: with another
/// address or without one of its headers it would be another request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unreadable;

/// What the host knows about the moment of a request, and a service without clock and chance does
/// not.
pub struct Moment<'a> {
    /// The time.
    pub now: DateTime<Utc>,
    /// 128 fresh random bits at every call.
    pub entropy: &'a mut (dyn FnMut() -> u128 + Send),
}

impl<S: Store> Service<S> {
    /// A service over a store. Links in its answers begin with `public_url`, for instance
    /// `https://example.org/prorata/api`.
    pub fn new(store: S, public_url: &str) -> Self {
        let public_url = public_url.trim_end_matches('/').to_owned();
        Self {
            store,
            public_url,
            build: None,
            start: Start::Demonstration,
            looked_at_on: AtomicI32::new(0),
            outlines: RwLock::default(),
            outlining: Turn::default(),
            commits: Commits::default(),
        }
    }

    /// The same service as part of a build, which every answer then names. A change that is asked
    /// for by a page of another build is refused: the two may not mean the same.
    #[must_use]
    pub fn of_build(self, build: &str) -> Self {
        Self { build: Some(header_value(build)), ..self }
    }

    /// The same service for a partner's own records: a store that was never used is filled with nothing, the
    /// demonstration cannot be had, and no record fails on purpose.
    #[must_use]
    pub fn for_own_records(self) -> Self {
        Self { start: Start::Empty, ..self }
    }

    /// Whether what is stored is the demonstration.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Conflict`.
    pub async fn holds_demonstration(&self) -> Result<bool, StoreError> {
        let account = Account::of(&self.load(&Unit::Partner).await?);
        Ok(account.is_some_and(|account| account.demonstration))
    }

    /// The largest body that is accepted of a request, so that a host need not hold more of it.
    pub fn bytes_max(method: &Method, path: &str) -> usize {
        let route = route::matching(ALL, path);
        let route = route.and_then(|matching| route::for_method(matching, method, path));
        route.map_or(BODY_BYTES_MAX, |(route, _)| route.bytes_max())
    }

    /// Whether a request looks at the records of all customers, so that a host need not do much of it at once.
    pub fn reads_everything(method: &Method, path: &str) -> bool {
        let route = route::matching(ALL, path);
        let route = route.and_then(|matching| route::for_method(matching, method, path));
        route.is_ok_and(|(route, _)| match route.handler {
            Handler::Across(Across::Import(step)) => step.reads_customers(),
            Handler::Blocks(_) | Handler::Across(_) => true,
            _ => false,
        })
    }

    /// Whether a request is about all customers at once, of which somebody may be reading for everybody.
    pub fn lists_customers(method: &Method, path: &str) -> bool {
        let route = route::matching(ALL, path);
        let route = route.and_then(|matching| route::for_method(matching, method, path));
        route.is_ok_and(|(route, _)| matches!(route.handler, Handler::Portfolio(_)))
    }

    /// Waits until nobody is reading what lists of customers tell, so that a host need not keep room for everybody who
    /// wants it.
    pub async fn has_read_customers(&self) {
        self.outlining.rest().await;
    }

    /// The store beneath.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Answers a request. The path of its URI is the path of the Azure API, without the part of
    /// `public_url`. Never fails and never panics: whatever is wrong becomes an answer.
    pub async fn handle(&self, request: Request<Vec<u8>>, moment: Moment<'_>) -> Response<Vec<u8>> {
        let request_id = guid((moment.entropy)());
        let answer = self.answer(Extent::everything(), &request, moment).await;
        self.response(answer, &request_id, &request)
    }

    /// Answers a request as [`Self::handle`] does, if that only reads: a program can come without the rest until
    /// somebody needs it. None where it takes the rest, and then nothing was done.
    pub async fn read(
        &self,
        request: &Request<Vec<u8>>,
        moment: Moment<'_>,
    ) -> Option<Response<Vec<u8>>> {
        self.answer_if(Extent::reading(), request, moment).await
    }

    /// The same for what a visitor asks first: the frame of every page and lists of all customers. What is told of
    /// customers is read here as long as somebody has made it before, or there are only documents as a demonstration
    /// begins with.
    pub async fn list(
        &self,
        request: &Request<Vec<u8>>,
        moment: Moment<'_>,
    ) -> Option<Response<Vec<u8>>> {
        self.answer_if(Extent::listing(), request, moment).await
    }

    async fn answer_if(
        &self,
        extent: Extent<S>,
        request: &Request<Vec<u8>>,
        moment: Moment<'_>,
    ) -> Option<Response<Vec<u8>>> {
        let request_id = guid((moment.entropy)());
        match self.answer(extent, request, moment).await {
            Err(problem) if problem.is_elsewhere() => None,
            answer => Some(self.response(answer, &request_id, request)),
        }
    }

    fn response(
        &self,
        answer: Result<Answer, Problem>,
        request_id: &str,
        request: &Request<Vec<u8>>,
    ) -> Response<Vec<u8>> {
        let answer = answer.unwrap_or_else(Problem::into_answer);
        let mut response = answer.into_response(request_id, request);
        if let Some(build) = &self.build {
            response.headers_mut().insert(&headers::BUILD, build.clone());
        }
        response
    }

    async fn answer(
        &self,
        extent: Extent<S>,
        request: &Request<Vec<u8>>,
        Moment { now, entropy }: Moment<'_>,
    ) -> Result<Answer, Problem> {
        // Whatever the clock says, there are dates before and after. What is recorded has whole milliseconds, and
        // must not come before another thing of the same one.
        let now = now.clamp(YEARS.0, YEARS.1).trunc_subsecs(3);
        if request.extensions().get::<Unreadable>().is_some() {
            let message = "The address or a header of the request cannot be read.";
            return Err(Problem::new(400, "InvalidRequestUri", message));
        }
        let path = request.uri().path();
        let unknown = |problem| if extent.is_all { problem } else { Problem::elsewhere() };
        let matching = || route::matching(extent.routes, path).map_err(unknown);
        if request.method() == Method::OPTIONS {
            if !extent.is_all {
                return Err(Problem::elsewhere());
            }
            // Asked before there is a token, and tells nothing that depends on one.
            let allowed = route::allowed(&matching()?);
            return Ok(Answer::no_content().with_header("allow", allowed));
        }
        self.check_build(request)?;
        let caller = Caller::of(request)?;
        let (route, params) =
            route::for_method(matching()?, request.method(), path).map_err(unknown)?;
        let query = Query::of(request.uri());
        route.check_version(query.get("api-version"))?;
        let is_allowed = match &caller.person {
            None => is_granted(route.permission, &caller),
            Some(_) => {
                is_granted(route.permission, &caller)
                    && is_granted(route.permission_on_server(), &caller)
                    || self.is_assigned(route, &caller, &params).await?
            }
        };
        if !is_allowed {
            return Err(Problem::forbidden(&caller.name, route.action, path));
        }
        let mut call = Call {
            caller: &caller,
            action: route.action,
            method: request.method(),
            params,
            query,
            uri: request.uri(),
            headers: request.headers(),
            body: request.body(),
            clock: now,
            now,
            public_url: &self.public_url,
            entropy,
            market: &MARKET,
            failure: match self.start {
                Start::Demonstration => sentinels::failure,
                Start::Empty => |_, _, _| None,
            },
        };
        call.check_size(route.bytes_max())?;
        self.run(&extent, route, &mut call).await
    }

    /// Whether a role on the very order that the path names gives the caller what no role of the product does.
    /// Returns and exchanges are not among it. [Azure documentation of 2026-01-15: a guest of the customer's tenant
    /// cannot refund or exchange]
    async fn is_assigned(
        &self,
        route: &Route<Handler>,
        caller: &Caller,
        params: &Params,
    ) -> Result<bool, Problem> {
        use Permission::{ChangeReservations, ManageAccess};
        let order = params.get("order");
        let is_given = [ChangeReservations, ManageAccess].contains(&route.permission);
        let unit = Unit::customer(&caller.tenant_id);
        let (Some(person), Some(_), Some(unit), true, false) =
            (&caller.person, caller.role, unit, is_given, order.is_empty())
        else {
            return Ok(false);
        };
        Ok(role_assignments::allow(&self.load(&unit).await?, order, person, route.action)?)
    }

    /// Whether a change comes from a page of this very build, or from somebody who names none.
    fn check_build(&self, request: &Request<Vec<u8>>) -> Result<(), Problem> {
        let is_change = is_change(request.method());
        match (&self.build, request.headers().get(&headers::BUILD)) {
            (Some(service), Some(page)) if is_change && service != page => {
                let message = "The page and the service are of different builds. Reload the page.";
                Err(Problem::new(409, "BuildMismatch", message))
            }
            _ => Ok(()),
        }
    }

    async fn run(
        &self,
        extent: &Extent<S>,
        route: &Route<Handler>,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        match route.handler {
            Handler::TenantRecords(handler) => {
                let account = self.account(call.today()).await?;
                let unit = unit_of_token(&account, call);
                let handler: &HandlerOn<'_> = &|records, _, call| {
                    check_reading(records, call)?;
                    handler(records, call)
                };
                (extent.on_records)(self, (unit.as_ref(), &account), false, call, handler).await
            }
            Handler::TenantRecordsUnderTerms(handler) => {
                let account = self.account(call.today()).await?;
                let unit = unit_of_token(&account, call);
                (extent.on_records)(self, (unit.as_ref(), &account), true, call, &handler).await
            }
            Handler::CustomerRecords(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                let unit = Unit::customer(call.param("customer"));
                let handler: &HandlerOn<'_> = &|records, _, call| {
                    if records.is_empty() {
                        let name = call.param("customer");
                        let message = format!("The customer '{name}' was not found.");
                        return Err(Problem::new(404, "NotFound", message));
                    }
                    handler(records, call)
                };
                (extent.on_records)(self, (unit.as_ref(), &account), false, call, handler).await
            }
            Handler::PartnerRecords(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                let handler: &HandlerOn<'_> = &|records, _, call| handler(records, call);
                let of = (Some(&Unit::Partner), &account);
                (extent.on_records)(self, of, false, call, handler).await
            }
            Handler::Portfolio(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                let customers = &self.outlines(&account, call.now, extent.make).await?.customers;
                handler(&Portfolio { account, customers }, call)
            }
            Handler::Blocks(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                handler(&self.kept(&account, call.now, extent.make).await?, call)
            }
            Handler::Across(ref across) => (extent.across)(self, across, call).await,
        }
    }

    async fn run_across(&self, across: &Across, call: &mut Call<'_>) -> Result<Answer, Problem> {
        match across {
            Across::BillingAccount(share_of) => {
                check_partner(&self.account(call.today()).await?, call)?;
                self.of_every_customer(*share_of, call).await
            }
            Across::Whole(handler) => {
                check_partner(&self.account(call.today()).await?, call)?;
                handler(self.store.load_all().await?, call)
            }
            Across::Import(step) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                self.import(*step, account, call).await
            }
            Across::StartOver(handler) => {
                self.check_owner(call).await?;
                let start = handler(call)?;
                self.check_start(start)?;
                self.replace(starting(start, call.today()), call).await
            }
            Across::Restore(handler) => {
                self.check_owner(call).await?;
                let contents = handler(call)?;
                self.check_start(start_of(&contents))?;
                self.replace(contents, call).await
            }
        }
    }

    /// Runs a handler that only reads on a unit's records, as [`Self::read_modify_write`] does.
    async fn read_records(
        &self,
        unit: Option<&Unit>,
        under_terms: bool,
        call: &mut Call<'_>,
        handler: &HandlerOn<'_>,
        check: fn(&Records, DateTime<Utc>) -> Result<(), Problem>,
    ) -> Result<Answer, Problem> {
        let (mut records, mut terms) = (Records::default(), Terms::default());
        if let Some(unit) = unit {
            records = self.load(unit).await?;
            terms = self.terms(unit, under_terms).await?;
            call.now = time::now(&records, call.clock);
            if records.check_format().is_ok() {
                check(&records, call.clock)?;
            }
        }
        let reply = handler(&mut records, &mut terms, call);
        // Nothing of it would be kept here.
        if records.changes().is_empty() { reply } else { Err(Problem::elsewhere()) }
    }

    /// The quotes that go with a unit, and the partner's own records, where they are asked for.
    async fn terms(&self, unit: &Unit, are_wanted: bool) -> Result<Terms, StoreError> {
        match unit.quotes().filter(|_| are_wanted) {
            Some(quotes) => {
                let partner = self.load(&Unit::Partner).await?;
                Ok(Terms { partner, quotes: self.load(&quotes).await? })
            }
            None => Ok(Terms::default()),
        }
    }

    /// Runs a handler on a unit's records and commits what it changed, its answer included.
    ///
    /// A refused request changes nothing, but what became due in the meantime is kept. Where there
    /// is no such unit, there are no records either. Records that a newer build has written are
    /// read as far as possible, and not changed.
    async fn read_modify_write(
        &self,
        (unit, account): (Option<&Unit>, &Account),
        under_terms: bool,
        call: &mut Call<'_>,
        handler: &HandlerOn<'_>,
    ) -> Result<Answer, Problem> {
        let Some(unit) = unit else {
            return handler(&mut Records::default(), &mut Terms::default(), call);
        };
        let mut client_id = retry::id_of(call)?;
        let quotes_unit = unit.quotes().filter(|_| under_terms);
        for _ in 0..ATTEMPTS_MAX {
            let mut records = self.load(unit).await?;
            let mut terms = self.terms(unit, under_terms).await?;
            call.now = time::now(&records, call.clock);
            if let Some(id) = &mut client_id
                && let Some(answer) = retry::again(&records, call, id)?
            {
                return Ok(answer);
            }
            let is_newer = records.check_format();
            if call.is_change() {
                is_newer.clone()?;
                terms.partner.check_format()?;
                terms.quotes.check_format()?;
            }
            if is_newer.is_ok() {
                ageing::advance(&mut records, call.clock);
            }
            let due = records.changes();
            let reply = handler(&mut records, &mut terms, call);
            let only_due = reply.is_err() || records.changes() == due;
            if let (false, true, Ok(answer)) = (only_due, call.is_change(), &reply) {
                time::note(&mut records, call.now);
                ageing::forget(&mut records, call.now);
                if let Some(id) = &client_id {
                    retry::keep(&mut records, call, id, answer);
                }
            }
            let changes = if only_due { due } else { records.changes() };
            let mut commit = Commit::of(account.origin(), call.clock);
            commit.add(unit, &records, changes);
            if let (Some(quotes_unit), Ok(_)) = (&quotes_unit, &reply) {
                commit.add(quotes_unit, &terms.quotes, terms.quotes.changes());
                commit.add(&Unit::Partner, &terms.partner, terms.partner.changes());
            }
            let is_wanted = !only_due || commit.changes.iter().any(|change| change.unit != *unit);
            match self.commit(commit).await {
                Ok(()) => return reply,
                Err(StoreError::Conflict) => {}
                // What became due will become due again at the next request: no reason to fail.
                Err(_) if !is_wanted => return reply,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    async fn load(&self, unit: &Unit) -> Result<Records, StoreError> {
        Ok(Records::of(self.store.load(unit).await?))
    }

    async fn commit(&self, Commit { changes, .. }: Commit) -> Result<(), StoreError> {
        if changes.is_empty() { Ok(()) } else { self.store.commit(&changes).await }
    }

    /// What goes with the records of every customer that has any. What is missing or does not hold any more
    /// is made again and kept.
    async fn kept(
        &self,
        account: &Account,
        clock: DateTime<Utc>,
        make: Make,
    ) -> Result<Vec<Kept>, Problem> {
        let (mut all, mut made) = (Vec::new(), BTreeMap::new());
        for (unit, block) in self.store.blocks().await? {
            all.extend(self.kept_of((unit, Some(block)), account, (clock, make), &mut made).await?);
        }
        self.keep(&made).await;
        Ok(all)
    }

    /// What goes with the records of a unit; nothing for those without any. It is made again where there is no block,
    /// or one that does not hold any more, and added to `made`.
    async fn kept_of(
        &self,
        (unit, block): (Unit, Option<UnitBlock>),
        account: &Account,
        (clock, make): (DateTime<Utc>, Make),
        made: &mut BTreeMap<Unit, UnitBlock>,
    ) -> Result<Option<Kept>, Problem> {
        let Unit::Customer(tenant_id) = &unit else { return Ok(None) };
        if let Some(block) = block {
            if block.block.as_ref().is_some_and(Vec::is_empty) {
                return Ok(None);
            }
            if let Some(kept) = Kept::read(block).filter(|kept| kept.outline.holds_at(clock)) {
                return Ok(Some(kept));
            }
        }
        let mut records = self.load(&unit).await?;
        let bytes = make(&mut records, tenant_id, account.origin(), clock)?;
        let block = UnitBlock { version: records.version(), block: Some(bytes) };
        made.insert(unit, block.clone());
        Ok(Kept::read(block))
    }

    /// Keeps what was made of records. Whoever cannot keep it makes it again the next time.
    async fn keep(&self, made: &BTreeMap<Unit, UnitBlock>) {
        if !made.is_empty() {
            let _ = self.store.keep_blocks(made).await;
        }
    }

    /// A page of what all customers have, read one after the other. What has become due is done, and left to
    /// the customer's own requests to commit.
    async fn of_every_customer(
        &self,
        share_of: ShareOf,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        let mut page = AccountPage::asked_for(call)?;
        for unit in self.store.versions().await?.into_keys() {
            let Unit::Customer(tenant_id) = &unit else { continue };
            if page.is_past(tenant_id) {
                continue;
            }
            let mut records = self.load(&unit).await?;
            call.now = time::now(&records, call.clock);
            if records.check_format().is_ok() {
                ageing::advance(&mut records, call.clock);
            }
            page.add(tenant_id, share_of(&records, tenant_id, call)?);
            if page.is_full() {
                break;
            }
        }
        Ok(page.into_answer(call))
    }

    /// The outlines of all customers, in the order of their names. Only those are read that have changed since they
    /// were last asked for, and of many who ask at once one reads them for all.
    async fn outlines(
        &self,
        account: &Account,
        clock: DateTime<Utc>,
        make: Make,
    ) -> Result<RwLockReadGuard<'_, Outlines>, Problem> {
        let known = || self.outlines.read().unwrap_or_else(PoisonError::into_inner);
        let mut wanted = None;
        loop {
            let since = known().version;
            if wanted.is_some_and(|wanted| since >= wanted) && known().hold_at(clock) {
                return Ok(known());
            }
            let changed = self.store.changed_since(since).await?;
            let mut pending: BTreeMap<Unit, Option<UnitBlock>> = BTreeMap::new();
            if !changed.is_all {
                let known = known();
                let over = known.customers.iter().filter(|customer| !customer.holds_at(clock));
                pending.extend(over.map(|it| (Unit::Customer(it.tenant_id.clone()), None)));
            }
            pending.extend(changed.units.into_iter().map(|(unit, block)| (unit, Some(block))));
            pending.retain(|unit, _| matches!(unit, Unit::Customer(_)));
            if pending.is_empty() && !changed.is_all {
                if changed.version > since {
                    // Nobody needs to hear again of what is no customer's.
                    let mut known = self.outlines.write().unwrap_or_else(PoisonError::into_inner);
                    if known.version == since {
                        known.version = changed.version;
                    }
                }
                return Ok(known());
            }
            let Some(_turn) = self.outlining.take().await else {
                // What somebody else has read meanwhile is enough if it is as new as what was there before.
                wanted = Some(changed.version).filter(|version| *version > since);
                continue;
            };
            if known().version != since {
                continue;
            }
            let (mut fresh, mut made) = (Vec::new(), BTreeMap::new());
            for (unit, block) in pending {
                let tenant_id = unit.key().to_owned();
                let kept = self.kept_of((unit, block), account, (clock, make), &mut made).await?;
                fresh.push((tenant_id, kept.map(|kept| kept.outline)));
            }
            self.keep(&made).await;
            {
                let mut known = self.outlines.write().unwrap_or_else(PoisonError::into_inner);
                known.version = changed.version;
                known.update(fresh, changed.is_all);
            }
            return Ok(known());
        }
    }

    /// The partner's account.
    ///
    /// Fills a store that was never used, and renews demonstration records that nobody has changed:
    /// their dates are relative to the day, and yesterday's would slowly stop showing what they
    /// are there to show.
    async fn account(&self, today: NaiveDate) -> Result<Account, Problem> {
        let day = today.num_days_from_ce();
        let was_looked_at = self.looked_at_on.load(Ordering::Relaxed) == day;
        match Account::of(&self.load(&Unit::Partner).await?) {
            Some(account) if was_looked_at || !account.is_outdated(today) => return Ok(account),
            // Where own records are kept nothing is renewed.
            Some(account) if self.start == Start::Empty => return Ok(account),
            _ => {}
        }
        let whole = self.store.load_all().await?;
        let partner = Records::of(whole.units.get(&Unit::Partner).cloned().unwrap_or_default());
        // A start gives all units one version, and no later commit does. A restore does so, too.
        let is_untouched = whole.units.values().all(|unit| unit.version == whole.version)
            && partner.ids_below(Restored::KIND, "").is_empty();
        let is_newer = partner.check_format().is_err();
        let account = Account::of(&partner);
        let is_due = account.as_ref().is_none_or(|account| account.is_outdated(today));
        if is_untouched && is_due && !is_newer {
            match self.start_over(self.start, Some(whole.version), today).await {
                // Somebody else did it, or has begun to work with the records.
                Ok(()) | Err(StoreError::Conflict) => {}
                // Old records are better than none.
                Err(_) if account.is_some() => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.looked_at_on.store(day, Ordering::Relaxed);
        let account = Account::of(&self.load(&Unit::Partner).await?);
        account.ok_or_else(|| Problem::new(404, "NotFound", "There is no partner account."))
    }

    async fn start_over(
        &self,
        start: Start,
        expected: Option<Version>,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        self.store.replace_all(expected, &starting(start, today)).await
    }

    /// Whether everything is the caller's. A person at home is the partner's, also where the account cannot
    /// be read.
    async fn check_owner(&self, call: &Call<'_>) -> Result<(), Problem> {
        match call.caller.is_at_home() {
            true => Ok(()),
            false => check_partner(&self.account(call.today()).await?, call),
        }
    }

    /// Whether records of this kind may be here.
    fn check_start(&self, start: Start) -> Result<(), Problem> {
        if (self.start, start) == (Start::Empty, Start::Demonstration) {
            let message =
                "This service keeps a partner's own records. The demonstration is not among them.";
            return Err(Problem::new(409, "DemonstrationRecords", message));
        }
        Ok(())
    }

    /// Replaces everything because somebody wants it, once for each id of a request.
    async fn replace(
        &self,
        mut contents: BTreeMap<Unit, Contents>,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        let mut client_id = retry::id_of(call)?;
        let answer = Answer::no_content();
        for _ in 0..ATTEMPTS_MAX {
            let whole = self.store.load_all().await?;
            for (unit, snapshot) in whole.units {
                let records = Records::of(snapshot);
                if let (Unit::Partner, Some(id)) = (&unit, &mut client_id)
                    && let Some(answer) = retry::again(&records, call, id)?
                {
                    return Ok(answer);
                }
                records.check_format()?;
                // A change from before that is sent again is still one that was made.
                if let Some(contents) = contents.get_mut(&unit) {
                    contents.documents.extend(retry::all(&records));
                }
            }
            if let (Some(id), Some(partner)) = (&client_id, contents.get_mut(&Unit::Partner)) {
                let documents = std::mem::take(&mut partner.documents);
                let mut records = Records::of(Snapshot { version: Version(0), documents });
                retry::keep(&mut records, call, id, &answer);
                partner.documents = records.into_documents();
            }
            match self.store.replace_all(Some(whole.version), &contents).await {
                Ok(()) => return Ok(answer),
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }
}

/// Of which kind the records are that shall be there.
fn start_of(contents: &BTreeMap<Unit, Contents>) -> Start {
    let documents = contents.get(&Unit::Partner).map(|partner| partner.documents.clone());
    let partner = Snapshot { version: Version(0), documents: documents.unwrap_or_default() };
    match Account::of(&Records::of(partner)) {
        Some(account) if account.demonstration => Start::Demonstration,
        _ => Start::Empty,
    }
}

/// What the store holds at the beginning.
fn starting(start: Start, today: NaiveDate) -> BTreeMap<Unit, Contents> {
    let units = demo::contents(start, today).into_iter();
    map_of(units.map(|(unit, documents)| (unit, Contents { documents, block: None })))
}

/// What is changed at once; nothing of what has not changed. With each customer's records goes its block.
struct Commit {
    origin: Origin,
    clock: DateTime<Utc>,
    changes: Vec<UnitChange>,
}

impl Commit {
    fn of(origin: Origin, clock: DateTime<Utc>) -> Self {
        Self { origin, clock, changes: Vec::new() }
    }

    fn add(&mut self, unit: &Unit, records: &Records, changes: Vec<Change>) {
        if !changes.is_empty() {
            let block = match unit {
                Unit::Customer(tenant_id) => {
                    Some(block_of(records, tenant_id, self.origin, self.clock))
                }
                Unit::Partner | Unit::Quotes(_) | Unit::Import(_) => None,
            };
            let (unit, expected) = (unit.clone(), records.version());
            self.changes.push(UnitChange { unit, expected, changes, block });
        }
    }
}

/// A handler of any kind, on what it may need.
type HandlerOn<'h> =
    dyn Fn(&mut Records, &mut Terms, &mut Call<'_>) -> Result<Answer, Problem> + 'h;

/// The one reservation that a path names may be there to fail.
fn check_reading(records: &Records, call: &Call<'_>) -> Result<(), Problem> {
    let id = Reservation::document_id(call.param("order"), call.param("reservation"));
    let sentinel = records.get::<Reservation>(&id)?.and_then(|found| found.sentinel);
    call.check_sentinel(sentinel, Step::Read)
}

/// People in the partner's own tenant are at home there, so that their token need not name it.
fn is_partner(account: &Account, call: &Call<'_>) -> bool {
    call.caller.is_at_home() || call.caller.tenant_id == account.partner_tenant_id
}

/// The unit of the tenant that the token names, if it can have one.
fn unit_of_token(account: &Account, call: &Call<'_>) -> Option<Unit> {
    match is_partner(account, call) {
        true => Some(Unit::Partner),
        false => Unit::customer(&call.caller.tenant_id),
    }
}

/// What is the partner's is for people in the partner's own tenant, under its own billing account.
fn check_partner(account: &Account, call: &Call<'_>) -> Result<(), Problem> {
    if !is_partner(account, call) {
        return Err(Problem::forbidden(&call.caller.name, call.action, call.uri.path()));
    }
    match call.param("billingAccount") {
        "" => Ok(()),
        named => account.check_billing_account(named),
    }
}
