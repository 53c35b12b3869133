//! Asks for the records of the radar: customer by customer, a few requests at a time.
//!
//! What has come is shown while the rest is under way. A customer who fails stays failed until somebody
//! tries again, and holds up nobody else.

use crate::api::{Api, ApiError, Origin};
use crate::platform::{clock, timer};
use azure::{KnownSubscription, Order, Reservation};
use calculator::{Ledger, Policy, UsdRate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use view_model::CustomerSummary;
use view_model::ExchangeRate;
use view_model::address::ReservationRef;
use view_model::radar::{self, Entry, Price, Watched};

/// Requests under way at the same time; browsers allow six to one host, and other pages want some.
const REQUESTS_MAX: usize = 4;

/// Answers are shown together once in this time, so that the list does not jump with each of them.
const PAUSE: Duration = Duration::from_millis(120);

/// What has to be known before customers can be asked about.
#[derive(Debug)]
pub(super) struct Start {
    /// Name of the partner's billing account.
    pub(super) billing_account: String,
    /// The rates into USD; `None` when they did not come.
    pub(super) rates: Option<Vec<ExchangeRate>>,
    /// Who is read.
    pub(super) customers: Vec<CustomerSummary>,
}

/// How far a customer has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Waits, or is being asked about.
    Asked,
    /// The records are there; orders may be on their way.
    Read,
    /// The records did not come.
    Failed(ApiError),
}

/// What has come of one customer.
#[derive(Debug)]
struct CustomerRecords {
    customer: Arc<CustomerSummary>,
    step: Step,
    /// Only reservations of which something is coming up.
    watched: Vec<Watched>,
    /// All of the customer's; none where nothing names one, or where they are not known.
    subscriptions: Vec<KnownSubscription>,
    ledger: Ledger,
    orders_asked: usize,
    orders_done: usize,
    /// Orders that did not come, with the last reason.
    orders_failed: Option<(usize, ApiError)>,
    /// Counts the attempts, so that an answer knows whether it belongs to the last one.
    attempt: u32,
}

impl CustomerRecords {
    fn new(customer: Arc<CustomerSummary>, attempt: u32) -> Self {
        Self {
            customer,
            step: Step::Asked,
            watched: Vec::new(),
            subscriptions: Vec::new(),
            ledger: Ledger::default(),
            orders_asked: 0,
            orders_done: 0,
            orders_failed: None,
            attempt,
        }
    }
}

/// One thing to ask for; the first number is the place of the customer.
#[derive(Clone, Debug)]
enum Job {
    Records(usize),
    Order(usize, ReservationRef),
    Roles(usize, ReservationRef),
}

impl Job {
    const fn place(&self) -> usize {
        match self {
            Self::Records(place) | Self::Order(place, _) | Self::Roles(place, _) => *place,
        }
    }
}

/// What came of a job; of an order with its id.
enum Answer {
    Records(Result<(Vec<Watched>, Vec<KnownSubscription>, Ledger), ApiError>),
    Order(String, Result<Box<Order>, ApiError>),
    /// How many roles are assigned on it.
    Roles(String, Result<usize, ApiError>),
}

/// What has come of all customers, and what is still to be asked for.
#[derive(Debug)]
struct Records {
    start: Arc<Start>,
    customers: Vec<CustomerRecords>,
    jobs: VecDeque<Job>,
    running: usize,
    is_showing_soon: bool,
}

/// How far everything has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Customers who have come or failed, of all.
    pub(super) customers: (usize, usize),
    /// Orders that have come or failed, of those asked for so far.
    pub(super) orders: (usize, usize),
    /// Whether nothing is under way any more.
    pub(super) is_done: bool,
    /// The customers that are missing or incomplete.
    pub(super) failures: Vec<Failure>,
}

/// A customer that is missing or incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// For [`Reading::try_again`].
    pub(super) place: usize,
    pub(super) customer: Arc<CustomerSummary>,
    /// How many orders did not come; `None` when it is everything.
    pub(super) orders: Option<usize>,
    pub(super) error: ApiError,
}

/// Asks for the records, and keeps them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    api: Api,
    records: StoredValue<Records>,
    changes: RwSignal<u32>,
}

impl Reading {
    /// Begins to ask; call it while a component is made, with which it ends.
    pub(super) fn begin(api: Api, start: Arc<Start>) -> Self {
        let customers = start.customers.iter().cloned().map(Arc::new);
        let customers: Vec<_> =
            customers.map(|customer| CustomerRecords::new(customer, 0)).collect();
        let jobs = (0..customers.len()).map(Job::Records).collect();
        let records = Records { start, customers, jobs, running: 0, is_showing_soon: false };
        let reading = Self { api, records: StoredValue::new(records), changes: RwSignal::new(0) };
        reading.work();
        reading
    }

    /// Asks again about one customer; what the others have stays.
    pub(super) fn try_again(self, place: usize) {
        self.records.try_update_value(|records| {
            let Some(of_customer) = records.customers.get_mut(place) else { return };
            *of_customer =
                CustomerRecords::new(Arc::clone(&of_customer.customer), of_customer.attempt + 1);
            records.jobs.retain(|job| job.place() != place);
            records.jobs.push_back(Job::Records(place));
        });
        self.changes.update(|changes| *changes = changes.wrapping_add(1));
        self.work();
    }

    /// Every date, as refunds follow `policy`; followed in reactive closures.
    pub(super) fn entries(self, policy: &'static Policy) -> Vec<Arc<Entry>> {
        self.changes.track();
        let today = clock::today();
        self.records.with_value(|records| {
            let rates = records.start.rates.as_deref().unwrap_or_default();
            let rate = |code: &str| rate_of(rates, code);
            records
                .customers
                .iter()
                .flat_map(|of_customer| {
                    let CustomerRecords { customer, watched, subscriptions, ledger, .. } =
                        of_customer;
                    let own = (watched.as_slice(), subscriptions.as_slice());
                    radar::entries(customer, own, ledger, &rate, policy, today)
                })
                .map(Arc::new)
                .collect()
        })
    }

    /// How far everything has come; followed in reactive closures.
    pub(super) fn progress(self) -> Progress {
        self.changes.track();
        self.records.with_value(|records| {
            let mut progress = Progress {
                customers: (0, records.customers.len()),
                is_done: records.jobs.is_empty() && records.running == 0,
                ..Progress::default()
            };
            for (place, of_customer) in records.customers.iter().enumerate() {
                progress.customers.0 += usize::from(of_customer.step != Step::Asked);
                progress.orders.0 += of_customer.orders_done;
                progress.orders.1 += of_customer.orders_asked;
                let failure = match (&of_customer.step, &of_customer.orders_failed) {
                    (Step::Failed(error), _) => Some((None, error)),
                    (_, Some((count, error))) => Some((Some(*count), error)),
                    _ => None,
                };
                progress.failures.extend(failure.map(|(orders, error)| Failure {
                    place,
                    customer: Arc::clone(&of_customer.customer),
                    orders,
                    error: error.clone(),
                }));
            }
            progress
        })
    }

    /// Takes up jobs as long as there are some and few enough are under way.
    fn work(self) {
        loop {
            let next = self.records.try_update_value(|records| {
                let is_free = records.running < REQUESTS_MAX;
                let job = is_free.then(|| records.jobs.pop_front()).flatten()?;
                records.running += 1;
                let of_customer = &records.customers[job.place()];
                let ids = (of_customer.customer.customer_id.clone(), of_customer.attempt);
                Some((job, ids, records.start.billing_account.clone()))
            });
            let Some(Some((job, (customer, attempt), account))) = next else { return };
            spawn_local(async move {
                let place = job.place();
                let answer = match job {
                    Job::Records(_) => Answer::Records(self.read(&customer, &account).await),
                    Job::Order(_, of) => {
                        let order = self.api.order(&of).await.map(Box::new);
                        Answer::Order(of.order, order)
                    }
                    Job::Roles(_, of) => {
                        let assigned = self.api.role_assignments(&of).await;
                        let own = assigned.map(|all| {
                            all.iter().filter(|it| it.origin(&of) == Origin::Order).count()
                        });
                        Answer::Roles(of.order, own)
                    }
                };
                self.take(place, attempt, answer);
            });
        }
    }

    async fn read(
        self,
        customer: &str,
        account: &str,
    ) -> Result<(Vec<Watched>, Vec<KnownSubscription>, Ledger), ApiError> {
        let reservations = self.api.reservations(customer).await?;
        let subscriptions = self.subscriptions(customer, &reservations).await?;
        let booked = self.api.reservation_transactions(account, customer).await?;
        // A cancellation that cannot be read would show more of the limit than is left.
        let ledger =
            azure::booked_ledger(&booked, clock::today()).map_err(|error| ApiError::Malformed {
                path: error.field.clone().into_owned(),
                reason: error.to_string(),
                request_id: None,
            })?;
        let watched = reservations.into_iter().filter(|it| is_watched(it, &subscriptions));
        let watched = watched.map(|record| {
            let price = if record.id.is_some() { Price::Asked } else { Price::Missing };
            Watched { record, price, roles_on_order: 0 }
        });
        Ok((watched.collect(), subscriptions, ledger))
    }

    /// The customer's subscriptions if a reservation names one, with the resource groups of those in which one is
    /// the scope.
    async fn subscriptions(
        self,
        customer: &str,
        reservations: &[Reservation],
    ) -> Result<Vec<KnownSubscription>, ApiError> {
        let today = clock::today();
        if !reservations.iter().any(|it| azure::names_subscription(it, today)) {
            return Ok(Vec::new());
        }
        let mut all = self.api.known_subscriptions(customer).await?;
        for known in &mut all {
            let is_of = |it: &Reservation| {
                azure::subscription_of_group(it, today).as_ref() == Some(&known.id)
            };
            if reservations.iter().any(is_of) {
                let groups = self.api.resource_groups(customer, &known.id).await?;
                known.resource_groups = Some(groups.into_iter().map(|group| group.name).collect());
            }
        }
        Ok(all)
    }

    /// Keeps an answer, and goes on. The page may be gone by now, and everything with it.
    fn take(self, place: usize, attempt: u32, answer: Answer) {
        let is_first = self.records.try_update_value(|records| {
            records.running -= 1;
            let of_customer = &mut records.customers[place];
            if of_customer.attempt == attempt {
                let orders = of_customer.take(answer);
                // First, so that a customer is complete before the next one begins.
                for (of, has_roles) in orders.into_iter().rev() {
                    if has_roles {
                        records.jobs.push_front(Job::Roles(place, of.clone()));
                    }
                    records.jobs.push_front(Job::Order(place, of));
                }
            }
            !std::mem::replace(&mut records.is_showing_soon, true)
        });
        if is_first == Some(true) {
            timer::after(PAUSE, move || {
                self.records.try_update_value(|records| records.is_showing_soon = false);
                self.changes.try_update(|changes| *changes = changes.wrapping_add(1));
            });
        }
        self.work();
    }
}

impl CustomerRecords {
    /// Keeps an answer; gives the orders that are to be asked for now, each by one of its reservations, and whether
    /// its roles matter as well.
    fn take(&mut self, answer: Answer) -> Vec<(ReservationRef, bool)> {
        match answer {
            Answer::Records(Err(error)) => {
                self.step = Step::Failed(error);
                Vec::new()
            }
            Answer::Records(Ok((watched, subscriptions, ledger))) => {
                self.step = Step::Read;
                self.ledger = ledger;
                self.watched = watched;
                self.subscriptions = subscriptions;
                let today = clock::today();
                let mut orders: Vec<(ReservationRef, bool)> = Vec::new();
                for Watched { record, .. } in &self.watched {
                    let Some(id) = &record.id else { continue };
                    let renews = azure::renews_soon(record, today);
                    let same =
                        |(known, _): &&mut (ReservationRef, bool)| is_order(&known.order, record);
                    match orders.iter_mut().find(same) {
                        Some((_, has_roles)) => *has_roles |= renews,
                        None => {
                            orders
                                .push((ReservationRef::of(&self.customer.customer_id, id), renews));
                        }
                    }
                }
                self.orders_asked = orders.len();
                orders
            }
            Answer::Order(id, order) => {
                self.orders_done += 1;
                for Watched { record, price, .. } in &mut self.watched {
                    if is_order(&id, record) {
                        *price =
                            order.as_ref().map_or(Price::Missing, |order| known(record, order));
                    }
                }
                order.err().into_iter().for_each(|error| self.fail(error));
                Vec::new()
            }
            Answer::Roles(id, Ok(count)) => {
                let own = self.watched.iter_mut().filter(|it| is_order(&id, &it.record));
                own.for_each(|watched| watched.roles_on_order = count);
                Vec::new()
            }
            Answer::Roles(_, Err(error)) => {
                self.fail(error);
                Vec::new()
            }
        }
    }

    /// Notes that something about an order did not come.
    fn fail(&mut self, error: ApiError) {
        let before = self.orders_failed.take().map_or(0, |(count, _)| count);
        self.orders_failed = Some((before + 1, error));
    }
}

fn known(record: &Reservation, order: &Order) -> Price {
    let holding = azure::holding(record, order, azure::was_used(record), None);
    holding.map_or(Price::Missing, |holding| Price::Known(Box::new(holding)))
}

/// Whether something is coming up by any of the policies, so that another choice of rules finds what it
/// needs without asking again.
fn is_watched(record: &Reservation, subscriptions: &[KnownSubscription]) -> bool {
    let today = clock::today();
    let around = azure::Surroundings { subscriptions, roles_on_order: 0 };
    !azure::surrounding_watches(record, today, around).is_empty()
        || Policy::all().iter().any(|policy| !azure::watches(record, today, policy).is_empty())
}

fn is_order(order: &str, record: &Reservation) -> bool {
    record.id.as_ref().is_some_and(|id| id.order_name().eq_ignore_ascii_case(order))
}

fn rate_of(rates: &[ExchangeRate], code: &str) -> Option<UsdRate> {
    UsdRate::from_decimal(ExchangeRate::of(rates, code)?.usd_rate).ok()
}
