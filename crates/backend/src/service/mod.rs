//! From a request to its answer.
//!
//! The order of checks is that of Azure Resource Manager: who asks, is there such a resource, is
//! the version stated, may they do it. Then the handler runs on a working copy of the records, and
//! what it changed is committed if nobody else was quicker; otherwise it runs again on fresh ones.

mod ageing;
mod imports;
mod retry;
mod routes;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use http::{HeaderValue, Method, Request, Response};
use portfolio::columns::Origin;

use crate::demo::{self, price_list::MARKET, sentinels};
use crate::http::answer::header_value;
use crate::http::auth::{Caller, is_granted};
use crate::http::call::{Query, guid, is_change};
use crate::http::route::Route;
use crate::http::{Answer, Call, Problem, headers, route};
use crate::records::kinds::Restored;
use crate::records::partner::{Account, Start};
use crate::records::sentinel::Step;
use crate::records::store::{
    Change, Contents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version,
};
use crate::records::{Document, Records, Reservation, time};
use crate::resources::portfolio::{Kept, Outline, Portfolio, block_of};
use crate::resources::quotes::Terms;
use crate::service::routes::{Handler, ROUTES};

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
    /// The day, counted from the first of the common era, on which somebody last saw whether the
    /// demonstration needs to be renewed.
    looked_at_on: AtomicI32,
    outlines: Mutex<Outlines>,
}

/// What was last read of all customers, in the order of their names.
#[derive(Default, Debug)]
struct Outlines {
    /// The versions of the units that it was read from.
    versions: BTreeMap<Unit, Version>,
    customers: Vec<Outline>,
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
            looked_at_on: AtomicI32::new(0),
            outlines: Mutex::default(),
        }
    }

    /// The same service as part of a build, which every answer then names. A change that is asked
    /// for by a page of another build is refused: the two may not mean the same.
    #[must_use]
    pub fn of_build(self, build: &str) -> Self {
        Self { build: Some(header_value(build)), ..self }
    }

    /// The store beneath.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Answers a request. The path of its URI is the path of the Azure API, without the part of
    /// `public_url`. Never fails and never panics: whatever is wrong becomes an answer.
    pub async fn handle(&self, request: Request<Vec<u8>>, moment: Moment<'_>) -> Response<Vec<u8>> {
        let Moment { now, entropy } = moment;
        // Whatever the clock says, there are dates before and after.
        let now = now.clamp(YEARS.0, YEARS.1);
        let request_id = guid(entropy());
        let answer = self.answer(&request, now, entropy).await.unwrap_or_else(Problem::into_answer);
        let mut response = answer.into_response(&request_id, &request);
        if let Some(build) = &self.build {
            response.headers_mut().insert(&headers::BUILD, build.clone());
        }
        response
    }

    async fn answer(
        &self,
        request: &Request<Vec<u8>>,
        now: DateTime<Utc>,
        entropy: &mut (dyn FnMut() -> u128 + Send),
    ) -> Result<Answer, Problem> {
        if request.extensions().get::<Unreadable>().is_some() {
            let message = "The address or a header of the request cannot be read.";
            return Err(Problem::new(400, "InvalidRequestUri", message));
        }
        let path = request.uri().path();
        if request.method() == Method::OPTIONS {
            // Asked before there is a token, and tells nothing that depends on one.
            let allowed = route::allowed(&route::matching(ROUTES, path)?);
            return Ok(Answer::no_content().with_header("allow", allowed));
        }
        self.check_build(request)?;
        let caller = Caller::from_headers(request.headers())?;
        let (route, params) =
            route::for_method(route::matching(ROUTES, path)?, request.method(), path)?;
        let query = Query::of(request.uri());
        route.check_version(query.get("api-version"))?;
        if !is_granted(route.permission, caller.role) {
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
            failure: sentinels::failure,
        };
        call.check_size(route.bytes_max())?;
        self.run(route, &mut call).await
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

    async fn run(&self, route: &Route<Handler>, call: &mut Call<'_>) -> Result<Answer, Problem> {
        match route.handler {
            Handler::TenantRecords(handler) => {
                let account = self.account(call.today()).await?;
                let unit = unit_of_token(&account, call);
                let handler: &HandlerOn<'_> = &|records, _, call| {
                    check_reading(records, call)?;
                    handler(records, call)
                };
                self.read_modify_write((unit.as_ref(), &account), false, call, handler).await
            }
            Handler::TenantRecordsUnderTerms(handler) => {
                let account = self.account(call.today()).await?;
                let unit = unit_of_token(&account, call);
                self.read_modify_write((unit.as_ref(), &account), true, call, &handler).await
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
                self.read_modify_write((unit.as_ref(), &account), false, call, handler).await
            }
            Handler::PartnerRecords(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                let handler: &HandlerOn<'_> = &|records, _, call| handler(records, call);
                let of = (Some(&Unit::Partner), &account);
                self.read_modify_write(of, false, call, handler).await
            }
            Handler::Portfolio(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                let customers = &self.outlines(&account, call.now).await?.customers;
                handler(&Portfolio { account, customers }, call)
            }
            Handler::Blocks(handler) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                handler(&self.kept(&account, call.now).await?, call)
            }
            Handler::Whole(handler) => {
                check_partner(&self.account(call.today()).await?, call)?;
                handler(self.store.load_all().await?, call)
            }
            Handler::Import(step) => {
                let account = self.account(call.today()).await?;
                check_partner(&account, call)?;
                self.import(step, account, call).await
            }
            Handler::StartOver(handler) => {
                self.check_owner(call).await?;
                let contents = starting(handler(call)?, call.today());
                self.replace(contents, call).await
            }
            Handler::Restore(handler) => {
                self.check_owner(call).await?;
                self.replace(handler(call)?, call).await
            }
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
        let client_id = retry::id_of(call)?;
        let quotes_unit = unit.quotes().filter(|_| under_terms);
        for _ in 0..ATTEMPTS_MAX {
            let mut records = self.load(unit).await?;
            let mut terms = Terms::default();
            if let Some(quotes_unit) = &quotes_unit {
                terms.partner = self.load(&Unit::Partner).await?;
                terms.quotes = self.load(quotes_unit).await?;
            }
            call.now = time::now(&records, call.clock);
            if let Some(id) = &client_id
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
            if let (false, Ok(answer)) = (only_due, &reply) {
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
    async fn kept(&self, account: &Account, clock: DateTime<Utc>) -> Result<Vec<Kept>, StoreError> {
        let (mut all, mut made) = (Vec::new(), BTreeMap::new());
        for (unit, block) in self.store.blocks().await? {
            let Unit::Customer(tenant_id) = &unit else { continue };
            if block.block.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            if let Some(kept) = Kept::read(block).filter(|kept| kept.outline.holds_at(clock)) {
                all.push(kept);
                continue;
            }
            let mut records = self.load(&unit).await?;
            // Nothing of it is committed here; the customer's own requests do that.
            if records.check_format().is_ok() {
                ageing::advance(&mut records, clock);
            }
            let bytes = block_of(&records, tenant_id, account.origin(), clock);
            let block = UnitBlock { version: records.version(), block: Some(bytes) };
            all.extend(Kept::read(block.clone()));
            made.insert(unit, block);
        }
        if !made.is_empty() {
            // Whoever cannot keep them makes them again the next time.
            let _ = self.store.keep_blocks(&made).await;
        }
        Ok(all)
    }

    /// The outlines of all customers, in the order of their names.
    async fn outlines(
        &self,
        account: &Account,
        clock: DateTime<Utc>,
    ) -> Result<MutexGuard<'_, Outlines>, StoreError> {
        let known = || self.outlines.lock().unwrap_or_else(PoisonError::into_inner);
        let versions = self.store.versions().await?;
        {
            let known = known();
            let holds = known.customers.iter().all(|customer| customer.holds_at(clock));
            if holds && known.versions == versions {
                return Ok(known);
            }
        }
        let kept = self.kept(account, clock).await?;
        let mut customers: Vec<Outline> = kept.into_iter().map(|kept| kept.outline).collect();
        customers.sort_by_cached_key(|customer| customer.display_name.to_lowercase());
        let mut known = known();
        *known = Outlines { versions, customers };
        Ok(known)
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
            match self.start_over(Start::Demonstration, Some(whole.version), today).await {
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

    /// Replaces everything because somebody wants it, once for each id of a request.
    async fn replace(
        &self,
        mut contents: BTreeMap<Unit, Contents>,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        let client_id = retry::id_of(call)?;
        let answer = Answer::no_content();
        for _ in 0..ATTEMPTS_MAX {
            let whole = self.store.load_all().await?;
            for (unit, snapshot) in whole.units {
                let records = Records::of(snapshot);
                if let (Unit::Partner, Some(id)) = (&unit, &client_id)
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

/// What the store holds at the beginning.
fn starting(start: Start, today: NaiveDate) -> BTreeMap<Unit, Contents> {
    let units = demo::contents(start, today).into_iter();
    units.map(|(unit, documents)| (unit, Contents { documents, block: None })).collect()
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
