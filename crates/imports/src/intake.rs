//! What was joined, as what comes in: answers filled in, customers put together, nothing dropped.
//!
//! Each reservation and each transaction is either in what comes in, or left out with its reason.

use std::collections::{BTreeMap, HashMap, HashSet};

use portfolio::files::{
    BulkAnswer, By, Decision, Field, Group, GuessCount, Missing, Recorded, Suggestion, Why, Window,
};
use portfolio::intake::{
    BookingEvent, BookingIntake, CustomerIntake, Guess as IntakeGuess, ReservationIntake, Source,
    folded,
};
use rust_decimal::Decimal;

use crate::fact::{CustomerFact, EventKind, ReservationFact, TransactionFact};
use crate::id::Id;
use crate::join::{Portfolio, by_order, complete_price};
use crate::reservation::{Guess, Place, Reservation};
use crate::state::state_of;

/// What a portfolio brings in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Intake {
    /// Each customer once; the last one is nobody's, if there is anything without a customer.
    pub customers: Vec<CustomerIntake>,
    /// Transactions that cannot be kept, and why.
    pub left_out: Vec<(Place, &'static str)>,
    /// Transactions of which something was concluded, and what from.
    pub assumed: Vec<(Place, &'static str)>,
    /// What reservations lack all the same.
    pub missing: Vec<Missing>,
    /// Reservations and transactions of which nobody has decided whose they are.
    pub undecided: u64,
}

/// Answers by what they are about.
type Answered<'a> = HashMap<(Field, By, &'a str), &'a str>;

impl Portfolio {
    /// Everything that was found, with `answers` in the place of what the files lack.
    ///
    /// An answer also takes the place of a guess, because whoever answers has seen it. One that cannot be read
    /// as a value of its field is none. `decisions` say whose something is for which several customers are named.
    pub fn intake(&self, answers: &[BulkAnswer], decisions: &[Decision]) -> Intake {
        let answered: Answered<'_> = answers
            .iter()
            .map(|answer| ((answer.field, answer.by, answer.key.as_str()), answer.value.as_str()))
            .collect();
        let by_order =
            if answered.is_empty() { HashMap::new() } else { by_order(&self.transactions) };
        let names = self.names();
        let mut customers = Customers::of(self, answers);
        let mut places: HashMap<&Id, usize> = HashMap::new();
        let mut missing = Counts::default();
        let mut undecided = 0;
        for found in &self.reservations {
            let mut reservation = self.settled(found, &answered, &by_order);
            let mut is_decided = false;
            if let Some(claims) = self.claims_of(&found.claims, &names) {
                match claims.decided(decisions) {
                    Some(claim) => {
                        // The records have it as somebody else's.
                        is_decided = !claim.is_recorded && claims.has_recorded();
                        reservation.known.customer = Some(claim.customer.clone());
                    }
                    None => undecided += 1,
                }
            }
            missing.add(&reservation);
            let place = customers.place_of(reservation.known.customer.as_ref());
            if let Some(order) = &found.known.order {
                places.insert(order, place);
            }
            let intake = self.reservation_intake(&reservation);
            customers.all[place].reservations.push(ReservationIntake { is_decided, ..intake });
        }
        let (mut left_out, mut assumed) = (Vec::new(), Vec::new());
        let only = customers.only();
        for (at, fact) in &self.transactions {
            let booking = self.booking_intake(*at, fact, &places);
            let mut whose = fact.order.as_ref().and_then(|order| places.get(order)).copied();
            if whose.is_none() && booking.is_ok() {
                let claims = self.claims_of_transaction(*at, fact, &names);
                let decided = claims.as_ref().map(|claims| claims.decided(decisions));
                undecided += u64::from(decided == Some(None));
                let own = fact.customer.as_ref().filter(|it| it.label().is_some());
                let owner = || fact.order.as_ref().and_then(|order| self.owners.get(order));
                let answer = self.answered_of_transaction(*at, fact, &answered);
                let customer = decided.flatten().map(|claim| &claim.customer);
                let customer = customer.or(own).or_else(owner).or(answer.as_ref());
                whose = customer.map(|customer| customers.place_of(Some(customer)));
            }
            match (booking, whose) {
                (Ok(booking), Some(place)) => customers.all[place].bookings.push(booking),
                (Ok(booking), None) if let Some(place) = only => {
                    assumed.push((*at, "no file says whose it is, and there is one customer only"));
                    customers.all[place].bookings.push(booking);
                }
                (Ok(_), None) => left_out.push((*at, "no file says whose it is")),
                (Err(reason), _) => left_out.push((*at, reason)),
            }
        }
        let mut missing = missing.finish();
        if missing.iter().any(|it| it.field == Field::Customer) {
            self.add_open_transactions(&mut missing, &answered);
        }
        Intake { customers: customers.finish(), left_out, assumed, missing, undecided }
    }

    /// What reservations lack, or have from a guess.
    pub fn missing(&self) -> Vec<Missing> {
        let mut counts = Counts::default();
        self.reservations.iter().for_each(|reservation| counts.add(reservation));
        let mut missing = counts.finish();
        self.add_open_transactions(&mut missing, &Answered::default());
        missing
    }

    /// What no file states and the records know, in the order of the fields.
    pub fn recorded(&self) -> Vec<Recorded> {
        let count = |field: Field| {
            let with = self.reservations.iter().filter(|it| it.recorded.contains(&field));
            Recorded { field, reservations: with.count() as u64 }
        };
        Field::ALL.into_iter().map(count).filter(|it| it.reservations > 0).collect()
    }

    /// Transactions of which neither a file nor the records tell whose they are; their orders have no reservation
    /// in the files.
    fn open_transactions(&self) -> impl Iterator<Item = (Place, &TransactionFact)> {
        let listed: HashSet<&Id> =
            self.reservations.iter().filter_map(|it| it.known.order.as_ref()).collect();
        let is_open = move |fact: &TransactionFact| {
            let of_order = fact.order.as_ref();
            fact.is_surely_reservation
                && !matches!(fact.event, EventKind::Other(_))
                && fact.customer.as_ref().and_then(CustomerFact::label).is_none()
                && !of_order.is_some_and(|it| listed.contains(it) || self.owners.contains_key(it))
        };
        self.transactions.iter().filter(move |(_, fact)| is_open(fact)).map(|(at, it)| (*at, it))
    }

    fn add_open_transactions(&self, missing: &mut Vec<Missing>, answered: &Answered<'_>) {
        let open = self.open_transactions();
        let open =
            open.filter(|(at, it)| self.answered_of_transaction(*at, it, answered).is_none());
        let transactions = open.count() as u64;
        if transactions == 0 {
            return;
        }
        if missing.first().is_none_or(|first| first.field != Field::Customer) {
            let field = Field::Customer;
            missing.insert(0, Missing { field, without: 0, guessed: 0, transactions });
        } else {
            missing[0].transactions = transactions;
        }
    }

    /// What was answered about whose a transaction is.
    fn answered_of_transaction(
        &self,
        at: Place,
        fact: &TransactionFact,
        answered: &Answered<'_>,
    ) -> Option<CustomerFact> {
        let by = [By::Product, By::File, By::All].into_iter();
        let value = by.filter_map(|by| {
            let key = self.key_of_transaction(at, fact, by);
            answered.get(&(Field::Customer, by, key.as_str())).copied()
        });
        value.filter_map(customer_of_answer).next()
    }

    fn key_of_transaction(&self, at: Place, fact: &TransactionFact, by: By) -> String {
        match by {
            By::All | By::Customer => String::new(),
            By::File => self.file_name(at),
            By::Product => product([&fact.sku, &fact.region, &fact.term]),
        }
    }

    /// What was concluded, by field and reason, the most frequent first.
    pub fn guesses(&self) -> Vec<GuessCount> {
        let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        for guess in self.reservations.iter().flat_map(|reservation| &reservation.guesses) {
            *counts.entry((guess.field, &guess.reason)).or_default() += 1;
        }
        let count = |((field, reason), reservations): ((&str, &str), u64)| GuessCount {
            field: field.to_owned(),
            reason: reason.to_owned(),
            reservations,
        };
        let mut counts: Vec<GuessCount> = counts.into_iter().map(count).collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.reservations));
        counts
    }

    /// The groups of the reservations that lack a field, or have it from a guess: those of a window, and how
    /// many there are. The largest come first.
    pub fn groups(&self, field: Field, by: By, window: Window) -> (Vec<Group>, usize) {
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        let mut values: HashMap<String, Only> = HashMap::new();
        for reservation in &self.reservations {
            if !is_asked(reservation, field) {
                continue;
            }
            let value = text_of(reservation, field);
            let is_guessed = reservation.is_guessed(field);
            let is_recorded = reservation.recorded.contains(&field);
            let key = self.key(reservation, by);
            if is_recorded && is_guessed {
                continue;
            }
            if let (Some(value), false) = (&value, is_guessed) {
                values.entry(String::new()).or_default().see(value);
                if by != By::All {
                    values.entry(key).or_default().see(value);
                }
                continue;
            }
            let group = groups.entry(key.clone()).or_insert(Group {
                key,
                without: 0,
                guessed: 0,
                transactions: 0,
                suggestion: None,
            });
            *(if value.is_some() { &mut group.guessed } else { &mut group.without }) += 1;
        }
        let open = (field == Field::Customer).then(|| self.open_transactions());
        for (at, fact) in open.into_iter().flatten() {
            let key = self.key_of_transaction(at, fact, by);
            let group = groups.entry(key.clone()).or_insert(Group {
                key,
                without: 0,
                guessed: 0,
                transactions: 0,
                suggestion: None,
            });
            group.transactions += 1;
        }
        let mut groups: Vec<Group> = groups.into_values().collect();
        groups.sort_by_key(|group| {
            std::cmp::Reverse(group.without + group.guessed + group.transactions)
        });
        let count = groups.len();
        let shown = groups.into_iter().skip(window.skip).take(window.take);
        let shown = shown
            .map(|group| Group { suggestion: suggestion(field, by, &group.key, &values), ..group });
        (shown.collect(), count)
    }

    /// What a reservation has in common with those that get the same answer.
    fn key(&self, reservation: &Reservation, by: By) -> String {
        let known = &reservation.known;
        match by {
            By::All => String::new(),
            By::File => self.file_name(reservation.place),
            By::Customer => {
                known.customer.as_ref().and_then(CustomerFact::label).unwrap_or_default()
            }
            By::Product => product([&known.sku, &known.region, &known.term]),
        }
    }

    /// The name of the file at a place, with the sheet or the file within.
    pub fn file_name(&self, place: Place) -> String {
        let Some(file) = self.files.get(place.file) else { return String::new() };
        match &file.part {
            Some(part) => format!("{}: {part}", file.file),
            None => file.file.clone(),
        }
    }

    fn source(&self, place: Place) -> Source {
        Source { file: self.file_name(place), line: place.line }
    }

    /// The reservation with what was answered about it.
    fn settled(
        &self,
        found: &Reservation,
        answered: &Answered<'_>,
        by_order: &HashMap<&Id, Vec<&TransactionFact>>,
    ) -> Reservation {
        let mut reservation = found.clone();
        if answered.is_empty() {
            return reservation;
        }
        for field in Field::ALL {
            let is_guessed = found.is_guessed(field);
            if text_of(&reservation, field).is_some() && !is_guessed {
                continue;
            }
            // The closest answer is meant.
            let by = [By::Product, By::Customer, By::File, By::All];
            let answer = by.into_iter().find_map(|by| {
                let key = self.key(found, by);
                answered.get(&(field, by, key.as_str())).map(|value| (by, *value))
            });
            let Some((by, value)) = answer else { continue };
            if fill(&mut reservation.known, field, value) {
                reservation.guesses.retain(|guess| guess.field != field.as_str());
                let reason = match by {
                    By::All => "answered for all reservations",
                    By::File => "answered for all reservations of the file",
                    By::Customer => "answered for all reservations of the customer",
                    By::Product => "answered for all reservations of the product",
                };
                reservation
                    .guesses
                    .push(Guess { field: field.as_str(), reason: reason.to_owned() });
            }
            // An amount that was charged tells a price once the plan is known.
            if matches!(field, Field::BillingPlan | Field::Term)
                && let Some(transactions) =
                    found.known.order.as_ref().and_then(|it| by_order.get(it))
            {
                complete_price(&mut reservation, transactions);
            }
        }
        reservation
    }

    fn reservation_intake(&self, reservation: &Reservation) -> ReservationIntake {
        let Reservation { place, known, guesses, .. } = reservation;
        // What the records know is not said again, for nobody states it.
        let is_said =
            |field: Field| !reservation.recorded.contains(&field) || reservation.is_guessed(field);
        let text = |id: &Option<Id>| id.as_ref().map(Id::to_string);
        let guess = |guess: &Guess| IntakeGuess {
            field: guess.field.to_owned(),
            reason: guess.reason.clone(),
        };
        ReservationIntake {
            source: self.source(*place),
            id: text(&known.id),
            order_id: text(&known.order),
            display_name: known.display_name.clone(),
            sku: known.sku.clone(),
            region: known.region.clone(),
            reserved_resource_type: known
                .resource_type
                .as_ref()
                .filter(|_| is_said(Field::ReservedResourceType))
                .map(ToString::to_string),
            quantity: known.quantity.filter(|_| is_said(Field::Quantity)),
            term: known.term.clone().filter(|_| is_said(Field::Term)),
            purchase_date: known
                .purchase_date
                .filter(|_| is_said(Field::PurchaseDate))
                .map(|day| day.to_string()),
            expiry_date: known.expiry_date.map(|day| day.to_string()),
            state: known.state.as_deref().map(|state| state_of(state).to_string()),
            billing_plan: known.billing_plan.clone().filter(|_| is_said(Field::BillingPlan)),
            unit_price: known.unit_price.filter(|_| is_said(Field::UnitPrice)).map(plain),
            currency_code: known.currency.clone().filter(|_| is_said(Field::CurrencyCode)),
            used: known.used,
            succession: known.succession.map(|how| how.as_str().to_owned()),
            billing_scope_id: None,
            is_decided: false,
            // Whose it is belongs to the customer, and the instalment to the price.
            guesses: guesses.iter().filter(|it| is_stated(it.field)).map(guess).collect(),
        }
    }

    fn booking_intake(
        &self,
        place: Place,
        fact: &TransactionFact,
        orders: &HashMap<&Id, usize>,
    ) -> Result<BookingIntake, &'static str> {
        let of_order = fact.order.as_ref();
        let is_known =
            of_order.is_some_and(|it| orders.contains_key(it) || self.owners.contains_key(it));
        if !fact.is_surely_reservation && !is_known {
            return Err(
                "its product does not say that it is an Azure reservation, and no file lists its reservation order",
            );
        }
        let event = match &fact.event {
            EventKind::Purchase => BookingEvent::Purchase,
            EventKind::Cancel => BookingEvent::Cancel,
            EventKind::Refund => BookingEvent::Refund,
            EventKind::Other(_) => return Err("it is neither a purchase nor a return"),
        };
        Ok(BookingIntake {
            source: self.source(place),
            order_id: fact.order.as_ref().map(Id::to_string),
            reservation_id: fact.reservation.as_ref().map(Id::to_string),
            event,
            date: fact.date.ok_or("it has no date")?.to_string(),
            amount: plain(fact.amount.ok_or("it has no amount")?.abs()),
            currency_code: fact.currency.clone().ok_or("it has no currency")?,
            quantity: fact.quantity,
            usd: None,
            description: fact.description.clone(),
            document: Some(fact.document),
            invoice: fact.invoice.clone(),
        })
    }
}

/// Whether a reservation states this field itself.
fn is_stated(field: &str) -> bool {
    ReservationIntake::FIELDS.contains(&field)
}

fn plain(amount: Decimal) -> String {
    amount.normalize().to_string()
}

/// Of what has given its units to others it only matters whose it was.
fn is_asked(reservation: &Reservation, field: Field) -> bool {
    reservation.known.succession.is_none() || field == Field::Customer
}

/// The text of a field, of which [`Reservation::fields`] has one with its name.
fn text_of(reservation: &Reservation, field: Field) -> Option<String> {
    let known = &reservation.known;
    match field {
        Field::Customer => known.customer.as_ref().and_then(CustomerFact::label),
        Field::CurrencyCode => known.currency.clone(),
        Field::BillingPlan => known.billing_plan.clone(),
        Field::Term => known.term.clone(),
        Field::PurchaseDate => known.purchase_date.map(|day| day.to_string()),
        Field::Quantity => known.quantity.map(|units| units.to_string()),
        Field::ReservedResourceType => known.resource_type.as_ref().map(ToString::to_string),
        Field::UnitPrice => known.unit_price.map(plain),
    }
}

/// Sets a field; tells whether the value is one of it.
fn fill(known: &mut ReservationFact, field: Field, value: &str) -> bool {
    fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
        let is_value = value.is_some();
        if is_value {
            *slot = value;
        }
        is_value
    }
    let value = value.trim();
    let text = || (!value.is_empty()).then(|| value.to_owned());
    match field {
        Field::Customer => set(&mut known.customer, customer_of_answer(value)),
        Field::CurrencyCode => set(&mut known.currency, text()),
        Field::BillingPlan => set(&mut known.billing_plan, text()),
        Field::Term => set(&mut known.term, text()),
        Field::PurchaseDate => set(&mut known.purchase_date, value.parse().ok()),
        Field::Quantity => set(&mut known.quantity, value.parse().ok()),
        Field::ReservedResourceType => {
            set(&mut known.resource_type, text().map(|name| crate::reader::resource_type(&name)))
        }
        Field::UnitPrice => {
            let price = value.parse().ok().filter(|price: &Decimal| !price.is_sign_negative());
            set(&mut known.unit_price, price)
        }
    }
}

/// The customer that an answer names: the GUID of its tenant, or its name.
fn customer_of_answer(value: &str) -> Option<CustomerFact> {
    let value = value.trim();
    match Id::bare(value) {
        Some(id) => Some(CustomerFact { id: Some(id), name: None }),
        None => {
            (!value.is_empty()).then(|| CustomerFact { id: None, name: Some(value.to_owned()) })
        }
    }
}

/// What people call a product: size, region and term.
fn product(parts: [&Option<String>; 3]) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" · ")
}

/// Counts what is missing.
#[derive(Default)]
struct Counts([(u64, u64); Field::ALL.len()]);

impl Counts {
    fn add(&mut self, reservation: &Reservation) {
        for (field, (without, guessed)) in Field::ALL.into_iter().zip(&mut self.0) {
            if !is_asked(reservation, field) {
                continue;
            }
            let is_guess = |guess: &Guess| {
                guess.field == field.as_str() && !guess.reason.starts_with("answered")
            };
            match text_of(reservation, field) {
                None => *without += 1,
                Some(_) if reservation.recorded.contains(&field) => {}
                Some(_) if reservation.guesses.iter().any(is_guess) => *guessed += 1,
                Some(_) => {}
            }
        }
    }

    fn finish(self) -> Vec<Missing> {
        let counts = Field::ALL.into_iter().zip(self.0);
        let missing = counts.map(|(field, (without, guessed))| Missing {
            field,
            without,
            guessed,
            transactions: 0,
        });
        missing.filter(|missing| missing.without + missing.guessed > 0).collect()
    }
}

/// Whether some values are all the same.
#[derive(Default)]
struct Only {
    value: Option<String>,
    are_several: bool,
}

impl Only {
    fn see(&mut self, value: &str) {
        match &self.value {
            None => self.value = Some(value.to_owned()),
            Some(known) => self.are_several |= known != value,
        }
    }

    fn value(&self) -> Option<String> {
        self.value.clone().filter(|_| !self.are_several)
    }
}

fn suggestion(
    field: Field,
    by: By,
    key: &str,
    values: &HashMap<String, Only>,
) -> Option<Suggestion> {
    let only = |key: &str| values.get(key).and_then(Only::value);
    let of_group = match by {
        By::Customer if !key.is_empty() => Some(Why::OnlyOneOfCustomer),
        By::Product if !key.is_empty() => Some(Why::OnlyOneOfProduct),
        _ => None,
    };
    if let Some(why) = of_group
        && let Some(value) = only(key)
    {
        return Some(Suggestion { value, why });
    }
    // What differs from product to product is no guess at another product's.
    let is_common = matches!(field, Field::Customer | Field::CurrencyCode | Field::BillingPlan);
    let value = only("").filter(|_| is_common)?;
    Some(Suggestion { value, why: Why::OnlyOneInFiles })
}

/// Customers by tenant and by name.
struct Customers {
    all: Vec<CustomerIntake>,
    by_tenant: HashMap<String, usize>,
    /// Two tenants of one name are told apart, and then the name alone is neither.
    by_name: HashMap<String, Option<usize>>,
    nobody: Option<usize>,
}

impl Customers {
    /// Every customer that has a tenant, so that names are theirs wherever they stand.
    fn of(portfolio: &Portfolio, answers: &[BulkAnswer]) -> Self {
        let mut customers = Self {
            all: Vec::new(),
            by_tenant: HashMap::new(),
            by_name: HashMap::new(),
            nobody: None,
        };
        for customer in &portfolio.customers {
            customers.add(Some(customer.tenant.to_string()), customer.name.clone());
        }
        let answered = answers.iter().filter(|answer| answer.field == Field::Customer);
        for tenant in answered.filter_map(|answer| Id::bare(&answer.value)) {
            customers.place_of(Some(&CustomerFact { id: Some(tenant), name: None }));
        }
        customers
    }

    fn add(&mut self, tenant_id: Option<String>, name: Option<String>) -> usize {
        let place = self.all.len();
        if let Some(tenant) = &tenant_id {
            self.by_tenant.insert(tenant.clone(), place);
        }
        if let Some(name) = &name {
            let slot = self.by_name.entry(folded(name)).or_insert(Some(place));
            if *slot != Some(place) {
                *slot = None;
            }
        }
        self.all.push(CustomerIntake { tenant_id, name, ..CustomerIntake::default() });
        place
    }

    fn place_of(&mut self, customer: Option<&CustomerFact>) -> usize {
        let Some(CustomerFact { id, name }) = customer.filter(|it| it.label().is_some()) else {
            return match self.nobody {
                Some(place) => place,
                None => *self.nobody.insert({
                    self.all.push(CustomerIntake::default());
                    self.all.len() - 1
                }),
            };
        };
        let tenant = id.as_ref().map(Id::to_string);
        let known = match &tenant {
            Some(tenant) => self.by_tenant.get(tenant).copied(),
            None => {
                name.as_deref().and_then(|name| self.by_name.get(&folded(name)).copied().flatten())
            }
        };
        match known {
            Some(place) => {
                if self.all[place].name.is_none() && name.is_some() {
                    self.all[place].name.clone_from(name);
                }
                place
            }
            // A name that two tenants have is a third customer, until somebody says whose it is.
            None => {
                let place = self.add(tenant.clone(), name.clone());
                if let (None, Some(name)) = (&tenant, name) {
                    self.by_name.insert(folded(name), Some(place));
                }
                place
            }
        }
    }

    /// The only customer, if there is one only and nothing is nobody's.
    fn only(&self) -> Option<usize> {
        (self.all.len() == 1 && self.nobody.is_none()).then_some(0)
    }

    fn finish(mut self) -> Vec<CustomerIntake> {
        if let Some(place) = self.nobody {
            let nobody = self.all.remove(place);
            self.all.push(nobody);
        }
        self.all
    }
}

/// Cuts what comes in into parts of at most so many bytes of rows, more or less, none of which is empty. A
/// customer may be in several of them.
pub fn parts(customers: Vec<CustomerIntake>, bytes: usize) -> Vec<Vec<CustomerIntake>> {
    let mut parts = Vec::new();
    let mut part: Vec<CustomerIntake> = Vec::new();
    let mut size = 0;
    for CustomerIntake { tenant_id, name, reservations, bookings } in customers {
        let empty = CustomerIntake { tenant_id, name, ..CustomerIntake::default() };
        part.push(empty.clone());
        size += FRAME_BYTES;
        let next = |size: &mut usize, part: &mut Vec<CustomerIntake>, item: usize| {
            if *size + item > bytes && *size > FRAME_BYTES {
                let full = std::mem::replace(part, vec![empty.clone()]);
                *size = FRAME_BYTES;
                Some(full)
            } else {
                None
            }
        };
        for reservation in reservations {
            let item = reservation_bytes(&reservation);
            parts.extend(next(&mut size, &mut part, item));
            size += item;
            part.last_mut().expect("it was just put there").reservations.push(reservation);
        }
        for booking in bookings {
            let item = 2 * FRAME_BYTES + booking.description.as_ref().map_or(0, String::len);
            parts.extend(next(&mut size, &mut part, item));
            size += item;
            part.last_mut().expect("it was just put there").bookings.push(booking);
        }
        if size > bytes {
            parts.push(std::mem::take(&mut part));
            size = 0;
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// What ids, dates and numbers come to.
const FRAME_BYTES: usize = 200;

fn reservation_bytes(reservation: &ReservationIntake) -> usize {
    let texts = [
        &reservation.display_name,
        &reservation.sku,
        &reservation.state,
        &reservation.reserved_resource_type,
    ];
    let texts: usize = texts.into_iter().flatten().map(String::len).sum();
    let guesses: usize = reservation.guesses.iter().map(|guess| guess.reason.len() + 50).sum();
    FRAME_BYTES + reservation.source.file.len() + texts + guesses
}
