//! Imports: the requests that work on the records of many customers, and commit them as one.
//!
//! The facts of an import are the text of its parts until they are merged, customer by customer, and what
//! is merged is gone from there: nothing is held twice.

mod moves;
pub(super) mod progress;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use http::StatusCode;
use portfolio::columns::Block;
use portfolio::import::{Counts, Import, ImportState, RecordChange, Staged};
use portfolio::intake::{CustomerIntake, ReservationIntake, folded, tenant_of_name};
use serde_json::Value;

use super::extent::make_after_what_is_due;
use super::{ATTEMPTS_MAX, Commit, Service, ageing, retry};
use crate::http::paging::TAKE_MAX;
use crate::http::{Answer, BodyField, Call, Problem, page};
use crate::records::customer::KnownBy;
use crate::records::documents::parse;
use crate::records::import::{ImportRecord, StagedCustomer, StagedName, StagedNames, Undo};
use crate::records::incomplete::IncompleteReservation;
use crate::records::partner::Account;
use crate::records::store::{Change, Snapshot, Store, StoreError, Unit, Version, map_of};
use crate::records::{Customer, Document, Records, Reservation, json, time};
use crate::resources::activities::{self, Entry};
use crate::resources::imports::merge::{self, Merged, merge_moved};
use crate::resources::imports::{self, PATH, Step, check, customer_of, to_wire, undo};
use crate::service::imports::moves::Moves;
use crate::service::imports::progress::Reporter;

/// What is staged.
#[derive(Default)]
struct Staging {
    /// The texts of each customer, by the tenant under which its records are.
    texts: BTreeMap<String, Vec<String>>,
    /// The units that there are: of the others nothing has to be read.
    units: BTreeMap<Unit, Version>,
    /// The tenants that stood for customers of which only the name was known, by those that are stated now.
    before: BTreeMap<String, String>,
    /// Whose each reservation is; nothing before that matters.
    owners: Option<Owners>,
    /// What goes from one customer to another.
    moves: Moves,
}

/// Tenant and name of the customer of each reservation, by the GUID of the reservation.
#[derive(Default)]
struct Owners {
    customers: Vec<(String, String)>,
    /// By the number behind the GUID: there may be a hundred thousand.
    of: HashMap<u128, usize>,
}

impl Owners {
    /// Adds reservations of a customer; those that have one already keep it.
    fn add<'i>(&mut self, tenant: &str, name: &str, ids: impl Iterator<Item = &'i str>) {
        let place = self.customers.len();
        self.customers.push((tenant.to_owned(), name.to_owned()));
        for id in ids.filter_map(number_of) {
            self.of.entry(id).or_insert(place);
        }
    }

    fn find(&self, id: &str) -> Option<&(String, String)> {
        self.customers.get(*self.of.get(&number_of(id)?)?)
    }
}

fn number_of(id: &str) -> Option<u128> {
    u128::from_str_radix(&id.replace('-', ""), 16).ok()
}

/// So many bytes of facts are put together before others may go first: some milliseconds of work.
const WORK_AT_ONCE: usize = 64_000;

/// The skip token of changes: the customer, and how many of its changes were told.
const SKIP_TOKEN: &str = "$skiptoken";

impl<S: Store> Service<S> {
    /// Answers a request about imports. What it changes is one commit, with its answer.
    pub(super) async fn import(
        &self,
        step: Step,
        account: Account,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        match step {
            Step::Progress => return Ok(self.commits.tell(call)),
            Step::Cancel => return self.commits.cancel(call),
            _ => {}
        }
        let mut client_id = retry::id_of(call)?;
        // It is under way from its first attempt to the end of the last one.
        let commits = &self.commits;
        let reporter = (step == Step::Commit).then(|| commits.begin(call.param("import")));
        for _ in 0..ATTEMPTS_MAX {
            if let Some(reporter) = &reporter {
                reporter.begins();
            }
            let mut partner = self.load(&Unit::Partner).await?;
            call.now = time::now(&partner, call.clock);
            if let Some(id) = &mut client_id
                && let Some(answer) = retry::again(&partner, call, id)?
            {
                return Ok(answer);
            }
            if call.is_change() {
                partner.check_format()?;
            }
            let account = &Account::of(&partner).unwrap_or_else(|| account.clone());
            let mut commit = Commit::of(account.origin(), call.clock);
            let answer = match step {
                Step::List => list(&partner, call)?,
                Step::Get => self.preview(&partner, account, call).await?,
                Step::Changes => self.changes_of(&partner, account, call).await?,
                Step::Start => self.start(&mut partner, call, &mut commit).await?,
                Step::Stage => self.stage(&mut partner, call, &mut commit).await?,
                Step::Discard => self.discard(&mut partner, call, &mut commit).await?,
                Step::Commit => {
                    let reporter = reporter.as_ref().expect("a commit has begun to tell above");
                    self.commit_import(&mut partner, account, call, &mut commit, reporter).await?
                }
                Step::Undo => self.undo(&mut partner, call, &mut commit).await?,
                Step::Progress | Step::Cancel => unreachable!("they were answered above"),
            };
            if !call.is_change() {
                return Ok(answer);
            }
            time::note(&mut partner, call.now);
            ageing::forget(&mut partner, call.now);
            if let Some(id) = &client_id {
                retry::keep(&mut partner, call, id, &answer);
            }
            let changes = partner.changes();
            commit.add(&Unit::Partner, &partner, changes);
            if let Some(reporter) = &reporter {
                reporter.is_written()?;
                // Whoever asks how far it is shall hear of it.
                self.store.give_way().await;
            }
            match self.commit(commit).await {
                Ok(()) => return Ok(answer),
                Err(StoreError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    async fn start(
        &self,
        partner: &mut Records,
        call: &mut Call<'_>,
        commit: &mut Commit,
    ) -> Result<Answer, Problem> {
        for (id, import) in imports::forgotten(partner, call.now) {
            self.remove_parts(&id, &import, commit).await?;
            partner.remove::<ImportRecord>(&id);
        }
        let id = imports::start(partner, call)?;
        let import = of_partner(partner, &id)?;
        let answer = Answer::json(StatusCode::CREATED, &json!(import));
        Ok(answer.with_header("location", call.place(&format!("{PATH}/{id}"))))
    }

    async fn stage(
        &self,
        partner: &mut Records,
        call: &mut Call<'_>,
        commit: &mut Commit,
    ) -> Result<Answer, Problem> {
        let (id, mut import) = imports::open(partner, call)?;
        let number = imports::part_number(call)?;
        let (customers, rejected) = check::part(call.read_json()?)?;
        let count = |of: fn(&CustomerIntake) -> usize| {
            u32::try_from(customers.iter().map(of).sum::<usize>()).unwrap_or(u32::MAX)
        };
        let staged = Staged {
            part: number,
            reservations: count(|customer| customer.reservations.len()),
            bookings: count(|customer| customer.bookings.len()),
            rejected,
        };
        let unit = Unit::import_part(&id, number);
        let mut part = self.load(&unit).await?;
        imports::stage(&mut part, customers);
        commit.add(&unit, &part, part.changes());
        if let Err(place) = import.parts.binary_search(&number) {
            import.parts.insert(place, number);
            partner.put(&id, &import);
        }
        Ok(Answer::ok(&json!(staged)))
    }

    async fn discard(
        &self,
        partner: &mut Records,
        call: &Call<'_>,
        commit: &mut Commit,
    ) -> Result<Answer, Problem> {
        let (id, import) = imports::open(partner, call)?;
        self.remove_parts(&id, &import, commit).await?;
        partner.remove::<ImportRecord>(&id);
        Ok(Answer::no_content())
    }

    async fn remove_parts(
        &self,
        id: &str,
        import: &ImportRecord,
        commit: &mut Commit,
    ) -> Result<(), Problem> {
        for number in &import.parts {
            self.remove(&Unit::import_part(id, *number), commit).await?;
        }
        Ok(())
    }

    async fn remove(&self, unit: &Unit, commit: &mut Commit) -> Result<(), Problem> {
        let mut records = self.load(unit).await?;
        records.clear();
        commit.add(unit, &records, records.changes());
        Ok(())
    }

    /// Takes what is staged out of the store. That the parts are gone afterwards is added to a commit.
    async fn staged(
        &self,
        id: &str,
        import: &ImportRecord,
        account: &Account,
        call: &Call<'_>,
        mut commit: Option<&mut Commit>,
    ) -> Result<Staging, Problem> {
        let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut names = Vec::new();
        for number in &import.parts {
            let unit = Unit::import_part(id, *number);
            let Snapshot { version, documents } = self.store.load(&unit).await?;
            for (key, text) in documents {
                match key.split_once('/') {
                    Some((StagedCustomer::KIND, customer)) => {
                        texts.entry(customer.to_owned()).or_default().push(text);
                    }
                    Some((StagedNames::KIND, _)) => {
                        let StagedNames { customers } = parse(&key, &text)?;
                        names.extend(customers);
                    }
                    _ => {}
                }
            }
            if let Some(commit) = &mut commit {
                let gone = Records::of(Snapshot { version, ..Snapshot::default() });
                commit.add(&unit, &gone, vec![Change::RemoveAll]);
            }
        }
        let units = self.store.versions().await?;
        let mut staging = Staging { texts, units, ..Staging::default() };
        if !account.demonstration {
            self.find_homes(&mut staging, &mut names, account, call).await?;
            self.plan_moves(&mut staging, &names, account, call).await?;
        }
        Ok(staging)
    }

    /// Finds out what goes from one customer to another.
    async fn plan_moves(
        &self,
        staging: &mut Staging,
        names: &[StagedName],
        account: &Account,
        call: &Call<'_>,
    ) -> Result<(), Problem> {
        let decided = moves::decided(names);
        if decided.is_empty() {
            return Ok(());
        }
        let owners = self.owners(account, call).await?;
        let of_others = decided.iter().filter_map(|(id, to)| {
            let (owner, _) = owners.find(id)?;
            (owner != to).then(|| owner.clone())
        });
        let of_others: BTreeSet<String> = of_others.collect();
        staging.owners = Some(owners);
        for owner in of_others {
            let records = self.load(&Unit::Customer(owner.clone())).await?;
            records.check_format()?;
            let texts = staging.texts.get(&owner).map(Vec::as_slice).unwrap_or_default();
            let staged = customer_of(&owner, texts)?.reservations.into_iter();
            let staged = staged.filter_map(|facts| facts.id).collect();
            staging.moves.plan(&owner, &records, &staged, &decided);
        }
        // Whom something leaves is changed as well, whatever else is said of them.
        for owner in staging.moves.owners() {
            staging.texts.entry(owner.clone()).or_default();
        }
        Ok(())
    }

    /// Whose each reservation among the records is.
    async fn owners(&self, account: &Account, call: &Call<'_>) -> Result<Owners, Problem> {
        let mut owners = Owners::default();
        // The records of the demonstration go.
        if account.demonstration {
            return Ok(owners);
        }
        for kept in &self.kept(account, call.clock, make_after_what_is_due).await? {
            // What cannot be read is nobody's.
            let Ok(Block { tenant_id, name, rows, .. }) = Block::decode(kept.block()) else {
                continue;
            };
            owners.add(&tenant_id, &name, rows.iter().map(|row| row.reservation_id.as_str()));
        }
        Ok(owners)
    }

    /// Finds the records of customers of which only the name is stated, and those that were kept under a
    /// name of which the tenant is stated now.
    async fn find_homes(
        &self,
        staging: &mut Staging,
        names: &mut [StagedName],
        account: &Account,
        call: &Call<'_>,
    ) -> Result<(), Problem> {
        let units = &staging.units;
        let mut tenants: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for StagedName { key, name, is_tenant, .. } in &*names {
            if *is_tenant && !name.is_empty() {
                tenants.entry(folded(name)).or_default().insert(key.clone());
            }
        }
        for (name, tenants) in &tenants {
            let by_name = Unit::Customer(tenant_of_name(name));
            let (Some(tenant), 1) = (tenants.first(), tenants.len()) else { continue };
            let is_known_by_name = units.contains_key(&by_name)
                && Customer::of(&self.load(&by_name).await?)
                    .is_ok_and(|customer| customer.known_by == KnownBy::Name);
            if is_known_by_name && self.load(&Unit::Customer(tenant.clone())).await?.is_empty() {
                staging.before.insert(tenant.clone(), by_name.key().to_owned());
            }
        }
        let without = names.iter().filter(|it| !it.is_tenant);
        let without = map_of(without.map(|it| (folded(&it.name), it.key.clone())));
        let is_new = |key: &String| !units.contains_key(&Unit::Customer(key.clone()));
        if without.values().any(is_new) {
            for customer in
                &self.outlines(account, call.clock, make_after_what_is_due).await?.customers
            {
                let same = tenants.entry(folded(&customer.display_name)).or_default();
                same.insert(customer.tenant_id.clone());
            }
        }
        for (name, key) in without {
            // Of two with the same name nobody can say which one is meant.
            let Some(tenant) = tenants.get(&name).filter(|same| same.len() == 1) else { continue };
            if let (Some(tenant), Some(texts)) = (tenant.first(), staging.texts.remove(&key)) {
                staging.texts.entry(tenant.clone()).or_default().extend(texts);
                for found in names.iter_mut().filter(|it| it.key == key) {
                    found.key.clone_from(tenant);
                }
            }
        }
        Ok(())
    }

    async fn preview(
        &self,
        partner: &Records,
        account: &Account,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        let (id, import) = imports::find(partner, call)?;
        let mut answer = to_wire(partner, &id, &import);
        if import.state == ImportState::Staged {
            let mut counts = Counts::default();
            let mut staging = self.staged(&id, &import, account, call, None).await?;
            for staged in std::mem::take(&mut staging.texts) {
                let (_, merged) = self.merged(&mut staging, account, staged, call).await?;
                merge::add(&mut counts, &merged.counts);
            }
            answer.counts = Some(counts);
        }
        Ok(Answer::ok(&json!(answer)))
    }

    /// A page of what an import changes, customer by customer. No more of them is merged than it takes.
    async fn changes_of(
        &self,
        partner: &Records,
        account: &Account,
        call: &mut Call<'_>,
    ) -> Result<Answer, Problem> {
        let (id, import) = imports::open(partner, call)?;
        let token = call.query.get(SKIP_TOKEN).unwrap_or_default().to_owned();
        let (first, skip) = token.split_once('~').unwrap_or((&token, "0"));
        let wrong = || {
            Problem::new(400, "InvalidRequestUri", "$skiptoken is not one of this list.")
                .of_field(SKIP_TOKEN)
        };
        let mut skip: usize = skip.parse().map_err(|_| wrong())?;
        let take = call.query.get("$top").map_or(Some(TAKE_MAX), |take| take.parse().ok());
        let take = take.filter(|take| (1..=TAKE_MAX).contains(take)).ok_or_else(|| {
            let why = format!("$top must be between 1 and {TAKE_MAX}.");
            Problem::new(400, "InvalidRequestUri", why).of_field("$top")
        })?;
        let mut staging = self.staged(&id, &import, account, call, None).await?;
        let texts = std::mem::take(&mut staging.texts);
        let mut rows: Vec<RecordChange> = Vec::new();
        let mut next = None;
        for (key, texts) in texts.into_iter().skip_while(|(key, _)| **key < *first) {
            if rows.len() == take {
                next = Some(format!("{key}~0"));
                break;
            }
            let staged = (key.clone(), texts);
            let (_, merged) = self.merged(&mut staging, account, staged, call).await?;
            let of_customer = merged.rows.len();
            let told = if key == first { std::mem::take(&mut skip) } else { 0 };
            rows.extend(merged.rows.into_iter().skip(told));
            if rows.len() > take {
                next = Some(format!("{key}~{}", of_customer - (rows.len() - take)));
                rows.truncate(take);
                break;
            }
        }
        let mut body = json!({ "value": rows });
        if let Some(next) = next {
            let query = call.query.with(SKIP_TOKEN, &next);
            body["nextLink"] = format!("{}{}?{query}", call.public_url, call.uri.path()).into();
        }
        Ok(Answer::ok(&body))
    }

    /// The records of a customer after what is staged of it, of which the texts are put off.
    async fn merged(
        &self,
        staging: &mut Staging,
        account: &Account,
        (tenant, texts): (String, Vec<String>),
        call: &Call<'_>,
    ) -> Result<(Home, Merged), Problem> {
        let mut customer = customer_of(&tenant, &texts)?;
        drop(texts);
        let unit = Unit::Customer(tenant.clone());
        let mut records = match staging.units.get(&unit) {
            Some(_) => self.load(&unit).await?,
            None => Records::default(),
        };
        records.check_format()?;
        let was_empty = records.is_empty();
        if account.demonstration {
            records.clear();
        }
        staging.moves.take_away(&tenant, &mut records);
        let mut moved = BTreeMap::new();
        for (owner, orders) in staging.moves.coming_to(&tenant) {
            let from = self.load(&Unit::Customer(owner.clone())).await?;
            let name = Customer::known(&from, &owner).display_name;
            for ids in moves::bring(&mut records, &from, &orders) {
                moved.insert(ids, name.clone());
            }
        }
        let mut left = None;
        if let Some(before) = staging.before.get(&tenant) {
            let unit = Unit::Customer(before.clone());
            let mut old = self.load(&unit).await?;
            old.check_format()?;
            for (key, text) in old.texts() {
                records.restore(key, Some(text.to_owned()));
            }
            old.clear();
            let facts = Customer::of(&records)?;
            let tenant_id = tenant.clone();
            records.put(Customer::ID, &Customer { tenant_id, known_by: KnownBy::Tenant, ..facts });
            left = Some((unit, old));
        }
        let now = time::now(&records, call.clock);
        let strangers = self.strangers(staging, &tenant, &records, account, &mut customer, call);
        let strangers = strangers.await?;
        records.put_off_texts();
        let mut merged = merge_moved(&mut records, &tenant, customer, now, moved)?;
        for (facts, owner) in strangers {
            merged.add_stranger(&tenant, &Customer::of(&records)?.display_name, facts, &owner);
        }
        Ok((Home { unit, records, was_empty, left }, merged))
    }

    /// Takes the reservations out that are another customer's already, each with the name of that customer. They
    /// must not become two records.
    async fn strangers(
        &self,
        staging: &mut Staging,
        tenant: &str,
        records: &Records,
        account: &Account,
        customer: &mut CustomerIntake,
        call: &Call<'_>,
    ) -> Result<Vec<(ReservationIntake, String)>, Problem> {
        let known: BTreeSet<&str> = [Reservation::KIND, IncompleteReservation::KIND]
            .into_iter()
            .flat_map(|kind| records.ids_below(kind, ""))
            .filter_map(|id| Some(id.split_once('/')?.1))
            .collect();
        let is_new = |id: &String| !known.contains(id.as_str());
        if !customer.reservations.iter().filter_map(|facts| facts.id.as_ref()).any(is_new) {
            return Ok(Vec::new());
        }
        if staging.owners.is_none() {
            staging.owners = Some(self.owners(account, call).await?);
        }
        let owners = staging.owners.get_or_insert_default();
        let mut strangers = Vec::new();
        let mut own = Vec::with_capacity(customer.reservations.len());
        for facts in customer.reservations.drain(..) {
            let owner = facts.id.as_ref().filter(|id| is_new(id)).and_then(|id| owners.find(id));
            match owner.filter(|(owner, _)| owner != tenant) {
                Some((_, name)) => strangers.push((facts, name.clone())),
                None => own.push(facts),
            }
        }
        customer.reservations = own;
        let name = customer.name.as_deref().unwrap_or(tenant);
        let ids = customer.reservations.iter().filter_map(|facts| facts.id.as_deref());
        owners.add(tenant, name, ids);
        Ok(strangers)
    }

    async fn commit_import(
        &self,
        partner: &mut Records,
        account: &Account,
        call: &mut Call<'_>,
        commit: &mut Commit,
        reporter: &Reporter<'_>,
    ) -> Result<Answer, Problem> {
        let (id, mut import) = imports::open(partner, call)?;
        let body = if call.body.is_empty() { Value::Null } else { call.read_body()? };
        import.start_empty |= BodyField::root(&body).at("startEmpty").flag()?;
        if account.demonstration && !import.start_empty {
            let message = "The records are those of the demonstration, which own ones are not mixed \
                           with. Start empty.";
            return Err(Problem::new(409, "DemonstrationRecords", message).of_field("startEmpty"));
        }
        if let Some(last) = imports::last_committed(partner) {
            self.remove(&Unit::import_undo(&last), commit).await?;
        }
        let target = format!("{PATH}/{id}");
        let undo_unit = Unit::import_undo(&id);
        let mut undos = self.load(&undo_unit).await?;
        let mut staging = self.staged(&id, &import, account, call, Some(commit)).await?;
        let texts = std::mem::take(&mut staging.texts);
        reporter.has_found(texts.len())?;
        if account.demonstration {
            self.leave_demonstration(&texts, &mut undos, commit).await?;
            let own = Account { demonstration: false, ..account.clone() };
            partner.put(Account::ID, &own);
            commit.origin = own.origin();
            undos.put(Unit::Partner.key(), &undo::of(partner, "", false));
        }
        let mut counts = Counts::default();
        let mut worked = 0;
        for (done, staged) in texts.into_iter().enumerate() {
            // A little work is done at once: to give way takes its time as well.
            if worked >= WORK_AT_ONCE {
                worked = 0;
                self.store.give_way().await;
            }
            reporter.has_done(done)?;
            worked += staged.1.iter().map(String::len).sum::<usize>();
            let (home, merged) = self.merged(&mut staging, account, staged, call).await?;
            merge::add(&mut counts, &merged.counts);
            let Home { unit, mut records, was_empty, left } = home;
            records.settle();
            if let Some((unit, old)) = left {
                undos.put(unit.key(), &undo::of(&old, "", false));
                commit.add(&unit, &old, old.changes());
            }
            if records.differences().next().is_none() {
                continue;
            }
            let name = Customer::known(&records, unit.key()).display_name;
            let mut undo = undo::of(&records, &name, was_empty);
            let now = call.now;
            call.now = time::now(&records, call.clock);
            let changes = in_words(&merged.counts);
            let entry = Entry { target: target.clone(), changes, ..Entry::default() };
            undo.activity = Some(activities::record(&mut records, call, entry));
            time::note(&mut records, call.now);
            ageing::forget(&mut records, call.now);
            call.now = now;
            undos.put(unit.key(), &undo);
            commit.add(&unit, &records, records.changes());
        }
        commit.add(&undo_unit, &undos, undos.changes());
        import.state = ImportState::Committed;
        import.committed_at = Some(time::recorded_at(partner, call.now));
        import.parts.clear();
        import.counts = Some(counts);
        partner.put(&id, &import);
        let changes = in_words(&counts);
        activities::record(partner, call, Entry { target, changes, ..Entry::default() });
        Ok(Answer::ok(&json!(of_partner(partner, &id)?)))
    }

    /// Removes the records of the demonstration, save where they are replaced by others.
    async fn leave_demonstration(
        &self,
        staged: &BTreeMap<String, Vec<String>>,
        undos: &mut Records,
        commit: &mut Commit,
    ) -> Result<(), Problem> {
        for unit in self.store.versions().await?.into_keys() {
            let is_replaced = match &unit {
                Unit::Partner | Unit::Import(_) => true,
                Unit::Customer(tenant) => staged.contains_key(tenant),
                Unit::Quotes(_) => false,
            };
            if is_replaced {
                continue;
            }
            let mut records = self.load(&unit).await?;
            records.check_format()?;
            let name = Customer::known(&records, unit.key()).display_name;
            records.clear();
            undos.put(unit.key(), &undo::of(&records, &name, false));
            commit.add(&unit, &records, records.changes());
        }
        Ok(())
    }

    async fn undo(
        &self,
        partner: &mut Records,
        call: &mut Call<'_>,
        commit: &mut Commit,
    ) -> Result<Answer, Problem> {
        let (id, mut import) = imports::find(partner, call)?;
        if imports::last_committed(partner).as_ref() != Some(&id) {
            let message =
                "Only the import that was committed last can be taken back, and only once.";
            return Err(Problem::wrong_state(message));
        }
        let target = format!("{PATH}/{id}");
        let undo_unit = Unit::import_undo(&id);
        let mut undos = self.load(&undo_unit).await?;
        if let Some(undo) = undos.get::<Undo>(Unit::Partner.key())? {
            undo.take_back(partner, call, &target);
            commit.origin = Account::of(partner).map_or(commit.origin, |account| account.origin());
        }
        let mut changed = Vec::new();
        for (key, undo) in undos.every::<Undo>()? {
            let unit = Unit::from_key(&key);
            if unit == Unit::Partner {
                continue;
            }
            let mut records = self.load(&unit).await?;
            records.check_format()?;
            if !undo.is_possible(&records) {
                changed.push(undo.name);
            } else if changed.is_empty() {
                let now = call.now;
                call.now = time::now(&records, call.clock);
                undo.take_back(&mut records, call, &target);
                call.now = now;
                commit.add(&unit, &records, records.changes());
            }
        }
        if !changed.is_empty() {
            let names = changed.join(", ");
            let message = format!("Something was changed since the import: {names}.");
            return Err(Problem::new(409, "ChangedSinceImport", message).with_details(changed));
        }
        undos.clear();
        commit.add(&undo_unit, &undos, undos.changes());
        import.state = ImportState::Undone;
        partner.put(&id, &import);
        let changes = vec![("undone", Value::Bool(false), Value::Bool(true))];
        activities::record(partner, call, Entry { target, changes, ..Entry::default() });
        Ok(Answer::ok(&json!(of_partner(partner, &id)?)))
    }
}

/// The records of a customer after an import.
struct Home {
    unit: Unit,
    records: Records,
    was_empty: bool,
    /// Where they were before, if they have moved.
    left: Option<(Unit, Records)>,
}

fn list(partner: &Records, call: &Call<'_>) -> Result<Answer, Problem> {
    let row = |(id, import): &(String, ImportRecord)| json!(to_wire(partner, id, import));
    let rows: Vec<Value> = imports::all(partner).iter().map(row).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

fn of_partner(partner: &Records, id: &str) -> Result<Import, Problem> {
    let import = partner.get(id)?.expect("the import was stored just now");
    Ok(to_wire(partner, id, &import))
}

/// The numbers of an import for the record of activities.
fn in_words(counts: &Counts) -> Vec<(&'static str, Value, Value)> {
    let numbers = [
        ("newReservations", counts.reservations.new),
        ("changedReservations", counts.reservations.changed),
        ("newBookings", counts.bookings.new),
    ];
    let numbers = numbers.into_iter().filter(|(_, count)| *count > 0);
    numbers.map(|(field, count)| (field, Value::Null, count.into())).collect()
}
