//! The service in two tabs over one store, the customers that are looked at, and the books.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use backend::{Moment, Service, Unit};
use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::ask::{Ask, CLIENT_REQUEST_ID, PUBLIC_URL, Person, Reply};
use crate::books::{Books, Findings, RESULT_KEPT};
use crate::figures::Figures;
use crate::random::Random;
use crate::rules::{Broken, Held, Rule, check_answer, hold};
use crate::store::{AttackStore, Flaw, Written};
use crate::tenant::{Tenant, order_of};
use crate::turns::{End, Task, interleave};

/// Longer than any request may take, on a machine that is busy with something else.
const SLOW: Duration = Duration::from_secs(20);
const GUID_BYTES: usize = 36;
/// The years that no clock leaves, apart from the minutes that an audit takes.
const YEARS: (&str, &str) = ("1970-01-01T00:00:00Z", "9999-12-30T00:00:00Z");
/// A field that this release does not know.
const NEWER: &str = "addedByANewerRelease";
/// Turns of whoever only looks.
const LOOKING: usize = usize::MAX;
/// The most pages of a list that are read.
const PAGES_MAX: usize = 50;
/// Longer than any operation takes.
pub(crate) const A_WHILE: TimeDelta = TimeDelta::seconds(60);

/// A tab: an instance of the service with its own idea of what time it is.
struct Tab {
    service: Service<AttackStore>,
    ahead: TimeDelta,
}

/// One episode's world.
pub(crate) struct World<'f> {
    pub(crate) store: AttackStore,
    tabs: [Tab; 2],
    pub(crate) clock: DateTime<Utc>,
    /// The latest time that any tab has ever seen.
    latest: DateTime<Utc>,
    random: Random,
    pub(crate) tenants: Vec<Tenant>,
    books: Vec<Books>,
    /// When changes were made, by the tenant and the id that the client gave to each.
    made: BTreeMap<(String, String), DateTime<Utc>>,
    /// Documents to which a newer release has added a field.
    newer: Vec<(Unit, String)>,
    /// Every customer.
    pub(crate) customers: Vec<String>,
    pub(crate) partner: Person,
    /// The path of the partner's billing account.
    pub(crate) account: String,
    /// What was asked and answered, for the person who looks into a failure.
    pub(crate) told: Vec<String>,
    pub(crate) figures: &'f mut Figures,
}

/// A request, the tab it is sent from, and what became of it.
pub(crate) struct Ended {
    pub(crate) ask: Ask,
    pub(crate) tab: usize,
    /// `None` when it was dropped in the middle.
    pub(crate) reply: Option<Reply>,
    /// What the store wrote for it.
    pub(crate) written: Vec<Written>,
}

impl Ended {
    /// Whether a change of a person was committed.
    pub(crate) fn is_recorded(&self) -> bool {
        self.written.iter().any(Written::is_recorded)
    }
}

impl<'f> World<'f> {
    /// Opens the demonstration at a time, with `count` customers that are looked at.
    pub(crate) fn open(
        random: &mut Random,
        clock: DateTime<Utc>,
        flaw: Option<Flaw>,
        figures: &'f mut Figures,
    ) -> Held<Self> {
        let store = AttackStore::with_flaw(flaw);
        let mut world = Self {
            tabs: [new_tab(&store), new_tab(&store)],
            store,
            clock,
            latest: clock,
            random: Random::of(random.bits()),
            tenants: Vec::new(),
            books: Vec::new(),
            made: BTreeMap::new(),
            newer: Vec::new(),
            customers: Vec::new(),
            partner: Person::of(""),
            account: String::new(),
            told: Vec::new(),
            figures,
        };
        let account = world.look(&world.partner.clone(), "/providers/Prorata/account")?.body;
        world.partner = Person::of(account["partnerTenantId"].as_str().unwrap_or_default());
        let id = account["billingAccountId"].as_str().unwrap_or_default();
        world.account = format!("/providers/Microsoft.Billing/billingAccounts/{id}");
        let summaries =
            world.list(&world.partner.clone(), "/providers/Prorata/customerSummaries")?;
        let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
        world.customers = summaries.iter().map(|row| text(row, "customerId")).collect();
        // Those with the largest sums are where the yearly limit is near.
        let rich = |row: &&Value| {
            let name = text(row, "displayName");
            ["Thistledown", "Old Quarry", "Sablier", "霞ヶ瀬"].iter().any(|n| name.starts_with(n))
        };
        let rich: Vec<&Value> = summaries.iter().filter(rich).collect();
        let all: Vec<&Value> = summaries.iter().collect();
        for pool in [&rich, &all] {
            let Some(row) = random.pick(pool) else { continue };
            let (id, is_lab) =
                (text(row, "customerId"), text(row, "displayName").contains("Breakwater"));
            if world.tenants.iter().all(|tenant| tenant.person.tenant != id) {
                world.tenants.push(Tenant::new(&id, is_lab));
            }
        }
        hold(Rule::Envelope, !world.tenants.is_empty(), || "there are no customers".to_owned())?;
        world.begin()?;
        Ok(world)
    }

    /// Opens all books and looks around.
    fn begin(&mut self) -> Held {
        self.books.clear();
        self.made.clear();
        self.newer.clear();
        for number in 0..self.tenants.len() {
            let (person, is_lab) =
                (self.tenants[number].person.clone(), self.tenants[number].is_lab);
            let mut tenant = Tenant::new(&person.tenant, is_lab);
            let mut problem = Ok(());
            tenant.look_around(|path| match self.list(&person, path) {
                Ok(rows) => rows,
                Err(broken) => {
                    problem = Err(broken);
                    Vec::new()
                }
            });
            problem?;
            let found = self.find(&person)?;
            tenant.rows = found.rows.clone();
            self.tenants[number] = tenant;
            self.books.push(Books::open(&found));
        }
        Ok(())
    }

    /// Lets a newer release add a field to every document.
    pub(crate) fn mark_as_newer(&mut self) {
        for tenant in &self.tenants {
            let unit = Unit::Customer(tenant.person.tenant.clone());
            let mut documents: Vec<(String, String)> =
                self.store.documents(&unit).into_iter().collect();
            for (_, document) in &mut documents {
                if document.pop() == Some('}') {
                    document.push_str(&format!(",\"{NEWER}\":{{\"n\":[1,null]}}}}"));
                }
            }
            self.store.overwrite(&unit, &documents);
            let keys = documents.into_iter().map(|(key, _)| (unit.clone(), key));
            self.newer.extend(keys);
        }
        self.told.push("a newer release has added a field to every document".to_owned());
    }

    fn audit_newer(&self) -> Held {
        for tenant in &self.tenants {
            let unit = Unit::Customer(tenant.person.tenant.clone());
            let documents = self.store.documents(&unit);
            for (_, key) in self.newer.iter().filter(|(of, _)| *of == unit) {
                let is_kept = documents.get(key).is_none_or(|document| document.contains(NEWER));
                hold(Rule::Newer, is_kept, || format!("{key} has lost {NEWER}"))?;
            }
        }
        Ok(())
    }

    // Time.

    /// What time it is in a tab.
    pub(crate) fn now(&self, tab: usize) -> DateTime<Utc> {
        self.clock.checked_add_signed(self.tabs[tab].ahead).unwrap_or(self.clock)
    }

    /// Whether something has happened so long ago, by any clock there was, that it may be forgotten.
    pub(crate) fn is_forgotten(&self, at: DateTime<Utc>, kept: TimeDelta) -> bool {
        self.latest - at >= kept
    }

    pub(crate) fn set_clock(&mut self, clock: DateTime<Utc>) {
        let time = |text: &str| text.parse::<DateTime<Utc>>().expect("it is written down");
        self.clock = clock.clamp(time(YEARS.0), time(YEARS.1));
        self.told.push(format!("the clock is set to {}", self.clock));
    }

    /// Sets by how much the clock of the second tab is ahead.
    pub(crate) fn set_ahead(&mut self, ahead: TimeDelta) {
        self.tabs[1].ahead = ahead;
        self.told.push(format!("the second tab is ahead by {ahead}"));
    }

    /// Ends both tabs and starts them anew.
    pub(crate) fn restart(&mut self) {
        self.store.restart();
        let ahead = self.tabs[1].ahead;
        self.tabs = [new_tab(&self.store), new_tab(&self.store)];
        self.tabs[1].ahead = ahead;
        self.figures.restarts += 1;
        self.told.push("restart".to_owned());
    }

    // Asking.

    /// Sends requests at the same time, and checks what holds for any answer.
    pub(crate) fn send(&mut self, asks: Vec<(usize, Ask)>, drops: usize) -> Held<Vec<Ended>> {
        let count = asks.len();
        let mut random = Random::of(self.random.bits());
        let asks: Vec<(usize, Ask)> =
            asks.into_iter().filter(|(_, ask)| ask.request().is_some()).collect();
        let mut tasks: Vec<Task<'_, Reply>> = Vec::new();
        for (tab, ask) in &asks {
            let now = self.now(*tab);
            self.latest = self.latest.max(now);
            let mut chance = Random::of(self.random.bits());
            let request = ask.request().expect("others were left out");
            let service = &self.tabs[*tab].service;
            tasks.push(Box::pin(async move {
                let mut entropy = move || chance.entropy();
                // As in a browser, where what lists and what only reads come first.
                let moment = Moment { now, entropy: &mut entropy };
                if let Some(response) = service.list(&request, moment).await {
                    return Reply::of(response);
                }
                let moment = Moment { now, entropy: &mut entropy };
                if let Some(response) = service.read(&request, moment).await {
                    return Reply::of(response);
                }
                let moment = Moment { now, entropy: &mut entropy };
                Reply::of(service.handle(request, moment).await)
            }));
        }
        self.store.take_written();
        let store = self.store.clone();
        let begun = Instant::now();
        let ends = interleave(tasks, &mut random, drops, |turn| store.set_turn(turn));
        let is_slow = begun.elapsed() > SLOW;
        hold(Rule::Ends, !is_slow, || format!("{asks:?} took {:?}", begun.elapsed()))?;
        self.store.set_turn(LOOKING);
        let failures = self.store.end_faults();
        let written = self.store.take_written();
        self.figures.count(count, failures);
        let mut all = Vec::new();
        for (number, (end, (tab, ask))) in ends.into_iter().zip(asks).enumerate() {
            let written: Vec<Written> =
                written.iter().filter(|written| written.by == number).cloned().collect();
            all.push(self.ended(ask, tab, end, written, failures)?);
        }
        Ok(all)
    }

    fn ended(
        &mut self,
        ask: Ask,
        tab: usize,
        end: End<Reply>,
        written: Vec<Written>,
        failures: usize,
    ) -> Held<Ended> {
        let at = self.now(tab);
        let reply = match end {
            End::Done(reply) => {
                self.told.push(format!("{at}: {ask}\n    {} {}", reply.status, reply.text()));
                Some(reply)
            }
            End::Dropped => {
                self.figures.dropped += 1;
                self.told.push(format!("{at}: {ask}\n    dropped"));
                None
            }
            End::Panicked(message) => {
                return Err(Broken::new(Rule::NoPanic, format!("{message}, at {at} by {ask}")));
            }
            End::Endless => return Err(Broken::new(Rule::Ends, format!("at {at} {ask}"))),
        };
        if let Some(reply) = &reply {
            self.figures.answered(reply.status);
            let lab = self.is_lab(&ask.person.tenant);
            check_answer(&ask, reply, failures, lab)?;
        }
        Ok(Ended { ask, tab, reply, written })
    }

    fn is_lab(&self, tenant: &str) -> bool {
        self.tenants.iter().any(|known| known.is_lab && known.person.tenant == tenant)
    }

    /// Asks quietly, from the first tab.
    pub(crate) fn look(&mut self, person: &Person, path: &str) -> Held<Reply> {
        self.look_from(0, person, path)
    }

    /// Asks quietly: nothing fails, and nobody else asks.
    pub(crate) fn look_from(&mut self, tab: usize, person: &Person, path: &str) -> Held<Reply> {
        let ask = Ask::get(person, path);
        let failures = self.store.end_faults();
        let mut ended = self.send(vec![(tab, ask.clone())], 0)?;
        self.figures.requests -= 1;
        self.figures.looks += 1;
        self.told.pop();
        let mut written = ended.iter().flat_map(|ended| &ended.written);
        if let Some(replaced) = written.find(|written| written.unit.is_none()) {
            // Records of another day that nobody has used are made anew.
            hold(Rule::NotReplaced, !replaced.was_in_use, || format!("by {ask}"))?;
            if !self.books.is_empty() {
                self.begin()?;
            }
        }
        debug_assert_eq!(failures, 0, "nothing is made to fail while somebody looks");
        let reply = ended.pop().and_then(|ended| ended.reply);
        reply.ok_or_else(|| Broken::new(Rule::Envelope, format!("no answer to {ask}")))
    }

    /// Every page of a list.
    pub(crate) fn list(&mut self, person: &Person, path: &str) -> Held<Vec<Value>> {
        let mut rows = Vec::new();
        let mut path = path.to_owned();
        for _ in 0..PAGES_MAX {
            let reply = self.look(person, &path)?;
            let say = || format!("{path} of {}: {} {}", person.tenant, reply.status, reply.text());
            hold(Rule::Acknowledged, reply.status == 200, say)?;
            rows.extend(reply.rows());
            match reply.body["nextLink"].as_str().and_then(|next| next.strip_prefix(PUBLIC_URL)) {
                Some(next) => path = next.replace("api-version=2022-11-01&", ""),
                None => return Ok(rows),
            }
        }
        Ok(rows)
    }

    /// What the service says about a customer.
    fn find(&mut self, person: &Person) -> Held<Findings> {
        let partner = self.partner.clone();
        let customer = format!("{}/customers/{}", self.account, person.tenant);
        let booked = format!("{customer}/providers/Microsoft.Consumption/reservationTransactions");
        let summaries = self.list(&partner, "/providers/Prorata/customerSummaries")?;
        let own = summaries.iter().find(|row| row["customerId"] == person.tenant.as_str());
        let used = own.and_then(|row| row["limitUsedUsd"].as_str()?.parse::<Decimal>().ok());
        Ok(Findings {
            rows: self.list(person, "/providers/Microsoft.Capacity/reservations")?,
            transactions: self.list(&partner, &booked)?,
            activities: self.list(person, "/providers/Prorata/activities")?,
            used_usd: used,
        })
    }

    /// Lists a customer's reservations again.
    pub(crate) fn refresh(&mut self, number: usize) -> Held {
        let person = self.tenants[number].person.clone();
        let rows = self.list(&person, "/providers/Microsoft.Capacity/reservations")?;
        self.tenants[number].rows = rows;
        // Quotes of exchanges are there once their operation is over.
        for place in self.tenants[number].operations.split_off(0) {
            let reply = self.look(&person, &place)?;
            self.books[number].quoted(&reply.body);
            self.tenants[number].learn_result(&reply.body);
        }
        Ok(())
    }

    /// Lets what has become due happen, so that what is written next belongs to the next request.
    pub(crate) fn let_due_happen(&mut self, tab: usize) -> Held {
        for number in 0..self.tenants.len() {
            let person = self.tenants[number].person.clone();
            let nothing = "/providers/Microsoft.Capacity/operationResults/none";
            self.look_from(tab, &person, nothing)?;
        }
        Ok(())
    }

    // Checking.

    /// Checks a request that nobody else came between.
    pub(crate) fn check_alone(&mut self, ended: &Ended) -> Held {
        let Ended { ask, reply, written, .. } = ended;
        let say = |what: &str| {
            let status = reply.as_ref().map(|reply| reply.status);
            format!("{what} by {ask} with {status:?}: {written:?}")
        };
        let is_reset = ask.method == "POST" && ask.path().ends_with("/providers/prorata/reset");
        let is_replaced = written.iter().any(|written| written.unit.is_none());
        hold(Rule::NotReplaced, !is_replaced || is_reset, || say("replaced"))?;
        if let Some(reply) = reply.as_ref().filter(|reply| !reply.is_unknown()) {
            let is_refused = ask.is_question() || reply.status >= 400;
            let is_nothing = written.iter().all(Written::is_told);
            hold(Rule::RefusedChangesNothing, !is_refused || is_nothing, || say("changed"))?;
        }
        hold(Rule::OwnUnitOnly, written.len() <= 1, || say("several commits"))
    }

    /// Checks requests and keeps the books, whether they were alone or not.
    pub(crate) fn account_for(&mut self, all: &[Ended]) -> Held {
        for ended in all.iter().filter(|ended| ended.is_recorded()) {
            let Some(change) = change_of(&ended.ask) else { continue };
            let before = self.made.insert(change, self.now(ended.tab));
            let is_first = before.is_none_or(|at| self.is_forgotten(at, RESULT_KEPT));
            hold(Rule::Once, is_first, || format!("twice: {}", ended.ask))?;
        }
        all.iter().try_for_each(|ended| self.account_for_one(ended))?;
        let mut written = all.iter().flat_map(|ended| &ended.written);
        if written.any(|written| written.unit.is_none()) {
            // What came before is gone, and what came after is there already.
            self.begin()?;
        }
        Ok(())
    }

    fn account_for_one(&mut self, ended: &Ended) -> Held {
        let Ended { ask, tab, reply, written } = ended;
        check_rights(ask, reply.as_ref(), &self.customers)?;
        for written in written {
            let Some(unit) = &written.unit else { continue };
            let tenant = ask.person.tenant.to_lowercase();
            let is_own = match unit {
                Unit::Partner => ask.path().contains("/prorata/"),
                // What has become due is carried out for the partner as well, who names the customer.
                unit => {
                    let is_named = ask.path().contains(unit.key()) && !ended.is_recorded();
                    is_named || !tenant.is_empty() && unit.key().ends_with(&tenant)
                }
            };
            hold(Rule::OwnUnitOnly, is_own, || format!("{ask} has changed {unit:?}"))?;
            let numbers = 0..self.tenants.len();
            let is_of = |n: &usize| *unit == Unit::Customer(self.tenants[*n].person.tenant.clone());
            let mut known = numbers.filter(is_of);
            if let Some(number) = known.next() {
                written.keys.iter().for_each(|key| self.books[number].recorded(key));
            }
        }
        let tenant = ask.person.tenant.to_lowercase();
        let known = self.tenants.iter().position(|known| known.person.tenant == tenant);
        let (Some(number), false) = (known, ask.is_question()) else { return Ok(()) };
        let is_made = change_of(ask).is_some_and(|change| self.made.contains_key(&change));
        if is_made && !ended.is_recorded() {
            // It was sent before, and is in the books already.
            return Ok(());
        }
        let at = self.now(*tab);
        match reply {
            Some(reply) if reply.is_done() => {
                // What fails on purpose may say that it was done.
                let is_lab = self.tenants[number].is_lab;
                let is_change = ask.is_exact && ask.intent.is_recorded() && !is_lab;
                let say = || format!("{ask}: {} and {written:?}", reply.status);
                hold(Rule::Recorded, !is_change || ended.is_recorded(), say)?;
                self.tenants[number].learn(ask, reply);
                if ended.is_recorded() || reply.status == 202 {
                    self.books[number].done(ask, reply, at);
                }
                if ended.is_recorded() && ask.header(CLIENT_REQUEST_ID).is_some() {
                    self.tenants[number].remember(ask.clone(), reply.clone(), at);
                }
                Ok(())
            }
            Some(reply) if !reply.is_unknown() => {
                let say = || format!("{ask}: {} {} and {written:?}", reply.status, reply.text());
                hold(Rule::RefusedChangesNothing, !ended.is_recorded(), say)
            }
            _ => {
                if ended.is_recorded() {
                    self.books[number].done_unseen(ask);
                }
                Ok(())
            }
        }
    }

    /// Whether the change of a request was made, by it or by another one with the same id; nothing
    /// for one without an id, or whose id may be forgotten.
    pub(crate) fn was_made(&self, ask: &Ask) -> Option<bool> {
        let at = self.made.get(&change_of(ask)?);
        match at {
            Some(at) if self.is_forgotten(*at, RESULT_KEPT) => None,
            at => Some(at.is_some()),
        }
    }

    /// Forgets what names several have given to one reservation at once.
    pub(crate) fn forget_names(&mut self, asks: &[Ask]) {
        for ask in asks.iter().filter(|ask| ask.method == "PATCH") {
            let path = ask.path();
            self.books.iter_mut().for_each(|books| books.forget_name(&path));
        }
    }

    /// Gives everything its time, and compares all books with what the service says.
    pub(crate) fn audit(&mut self) -> Held {
        self.figures.audits += 1;
        // Clocks are put right at some time; whatever waits must not wait for the wrong one.
        self.tabs[1].ahead = TimeDelta::zero();
        // A clock that is set to the same time twice would show the same time after both.
        let odd = TimeDelta::seconds(i64::try_from(self.told.len()).unwrap_or(0));
        for _ in 0..3 {
            self.clock = self.clock.checked_add_signed(A_WHILE + odd).unwrap_or(self.clock);
            self.let_due_happen(0)?;
        }
        self.told.push(format!("{}: audit", self.clock));
        for number in 0..self.tenants.len() {
            self.audit_of(number)?;
        }
        self.audit_newer()
    }

    fn audit_of(&mut self, number: usize) -> Held {
        let person = self.tenants[number].person.clone();
        for accepted in std::mem::take(&mut self.books[number].accepted) {
            let reply = self.look(&person, &accepted.path)?;
            let say = || format!("{}: {} {}", accepted.path, reply.status, reply.text());
            let is_forgotten = reply.status == 404 && self.is_forgotten(accepted.at, accepted.kept);
            if is_forgotten || self.tenants[number].is_lab {
                continue;
            }
            hold(Rule::Acknowledged, reply.status != 404, say)?;
            hold(Rule::NothingPending, reply.status == 200, say)?;
            let status = &reply.body["status"];
            let is_over = status.is_null() || status == "Succeeded" || status == "Failed";
            hold(Rule::NothingPending, is_over, say)?;
            hold(Rule::Truth, status != "Failed", say)?;
            self.books[number].quoted(&reply.body);
            self.tenants[number].learn_result(&reply.body);
        }
        let found = self.find(&person)?;
        let made: Vec<String> = self.books[number].made().cloned().collect();
        for path in made {
            let reply = self.look(&person, &path)?;
            let say = || format!("{path} was made: {} {}", reply.status, reply.text());
            hold(Rule::Acknowledged, reply.status == 200, say)?;
        }
        let mut originals = BTreeMap::new();
        let known: BTreeSet<String> = found.rows.iter().map(order_of).collect();
        for order in known {
            let reply = self.look(&person, &order)?;
            let say = || format!("{order}: {} {}", reply.status, reply.text());
            hold(Rule::Acknowledged, reply.status == 200, say)?;
            let units = reply.body["properties"]["originalQuantity"].as_u64();
            originals.insert(order.to_lowercase(), units);
        }
        let books = &mut self.books[number];
        // What fails on purpose in the middle is looked at by tests of its own.
        books.is_complete &= !self.tenants[number].is_lab;
        books.audit(&found, |order| originals.get(order).copied().flatten())?;
        if !books.is_complete {
            books.reopen(&found);
        }
        self.tenants[number].rows = found.rows;
        Ok(())
    }

    /// The rows of every customer that is looked at.
    pub(crate) fn all_rows(&mut self) -> Held<Vec<Vec<Value>>> {
        let persons: Vec<Person> =
            self.tenants.iter().map(|tenant| tenant.person.clone()).collect();
        let path = "/providers/Microsoft.Capacity/reservations";
        persons.iter().map(|person| self.list(person, path)).collect()
    }
}

/// The tenant of a change and the id that its client gave it.
fn change_of(ask: &Ask) -> Option<(String, String)> {
    let id = ask.header(CLIENT_REQUEST_ID).filter(|id| id.len() == GUID_BYTES)?;
    Some((ask.person.tenant.to_lowercase(), id.to_owned()))
}

fn new_tab(store: &AttackStore) -> Tab {
    Tab { service: Service::new(store.clone(), PUBLIC_URL), ahead: TimeDelta::zero() }
}

/// Roles that may change something.
const NAMED: &[&str] =
    &["AdminAgent", "GlobalAdmin", "HelpdeskAgent", "SalesAgent", "UserManagementAdmin"];

/// Whoever has no rights has changed nothing, and a customer's token reached nothing of the
/// partner's.
fn check_rights(ask: &Ask, reply: Option<&Reply>, customers: &[String]) -> Held {
    let Some(reply) = reply.filter(|reply| reply.is_done() && !ask.is_question()) else {
        return Ok(());
    };
    let path = ask.path();
    let say = || format!("{ask}: {}", reply.status);
    let is_named = NAMED.contains(&ask.person.role) || path.ends_with("/availablescopes");
    hold(Rule::Rights, is_named, say)?;
    let is_partners = ["/pricelist", "/settings", "/letterhead", "/settlements", "/reset"]
        .iter()
        .any(|end| path.ends_with(end));
    let is_customer = customers.contains(&ask.person.tenant.to_lowercase());
    hold(Rule::Rights, !(is_partners && is_customer), say)
}
