//! Asks for the records of the radar: customer by customer, a few requests at a time.
//!
//! What has come is shown while the rest is under way. A customer who fails stays failed until somebody
//! tries again, and holds up nobody else.

use crate::api::{Api, ApiError};
use crate::paths::ReservationRef;
use crate::platform::{clock, timer};
use azure::{Order, Reservation};
use calculator::{Ledger, Policy, UsdRate};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use view_model::CustomerSummary;
use view_model::ExchangeRate;
use view_model::radar::{self, Entry, Price, Watched};
use view_model::rights_end::{self, Right, Terms};

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
}

impl Job {
    const fn place(&self) -> usize {
        match self {
            Self::Records(place) | Self::Order(place, _) => *place,
        }
    }
}

/// What came of a job; an order with its id.
enum Answer {
    Records(Result<(Vec<Watched>, Ledger), ApiError>),
    Order(String, Result<Box<Order>, ApiError>),
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
                    let CustomerRecords { customer, watched, ledger, .. } = of_customer;
                    radar::entries(customer, watched, ledger, &rate, policy, today)
                })
                .map(Arc::new)
                .collect()
        })
    }

    /// The reservations of one customer that can still be exchanged freely, as refunds follow `policy`; `sign`
    /// separates whole and fraction in the reader's language. `None` after the last customer.
    pub(super) fn rights(
        self,
        place: usize,
        policy: &'static Policy,
        sign: char,
    ) -> Option<Vec<Right>> {
        self.records.try_with_value(|records| {
            let rates = records.start.rates.as_deref().unwrap_or_default();
            let rate = |code: &str| rate_of(rates, code);
            let CustomerRecords { customer, watched, ledger, .. } = records.customers.get(place)?;
            let terms = Terms { ledger, rate: &rate, policy, today: clock::today(), sign };
            Some(rights_end::of_customer(customer, watched, terms))
        })?
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
                };
                self.take(place, attempt, answer);
            });
        }
    }

    async fn read(self, customer: &str, account: &str) -> Result<(Vec<Watched>, Ledger), ApiError> {
        let reservations = self.api.reservations(customer).await?;
        let booked = self.api.reservation_transactions(account, customer).await?;
        // A cancellation that cannot be read would show more of the limit than is left.
        let ledger =
            azure::booked_ledger(&booked, clock::today()).map_err(|error| ApiError::Malformed {
                path: error.field.clone().into_owned(),
                reason: error.to_string(),
                request_id: None,
            })?;
        let watched = reservations.into_iter().filter(is_watched);
        let watched = watched.map(|record| {
            let price = if record.id.is_some() { Price::Asked } else { Price::Missing };
            Watched { record, price }
        });
        Ok((watched.collect(), ledger))
    }

    /// Keeps an answer, and goes on. The page may be gone by now, and everything with it.
    fn take(self, place: usize, attempt: u32, answer: Answer) {
        let is_first = self.records.try_update_value(|records| {
            records.running -= 1;
            let of_customer = &mut records.customers[place];
            if of_customer.attempt == attempt {
                let orders = of_customer.take(answer);
                // First, so that a customer is complete before the next one begins.
                for of in orders.into_iter().rev() {
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
    /// Keeps an answer; gives the orders that are to be asked for now, each by one of its reservations.
    fn take(&mut self, answer: Answer) -> Vec<ReservationRef> {
        match answer {
            Answer::Records(Err(error)) => {
                self.step = Step::Failed(error);
                Vec::new()
            }
            Answer::Records(Ok((watched, ledger))) => {
                self.step = Step::Read;
                self.ledger = ledger;
                self.watched = watched;
                let mut orders: Vec<ReservationRef> = Vec::new();
                for id in self.watched.iter().filter_map(|watched| watched.record.id.as_ref()) {
                    if orders.iter().all(|known| !known.order.eq_ignore_ascii_case(id.order_name()))
                    {
                        orders.push(ReservationRef::of(&self.customer.customer_id, id));
                    }
                }
                self.orders_asked = orders.len();
                orders
            }
            Answer::Order(id, order) => {
                self.orders_done += 1;
                for Watched { record, price } in &mut self.watched {
                    let own = record.id.as_ref().map(azure::ReservationId::order_name);
                    if own.is_some_and(|own| own.eq_ignore_ascii_case(&id)) {
                        *price =
                            order.as_ref().map_or(Price::Missing, |order| known(record, order));
                    }
                }
                if let Err(error) = order {
                    let before = self.orders_failed.take().map_or(0, |(count, _)| count);
                    self.orders_failed = Some((before + 1, error));
                }
                Vec::new()
            }
        }
    }
}

fn known(record: &Reservation, order: &Order) -> Price {
    let holding = azure::holding(record, order, azure::was_used(record), None);
    holding.map_or(Price::Missing, |holding| Price::Known(Box::new(holding)))
}

/// Whether something is coming up by any of the policies, so that another choice of rules finds what it
/// needs without asking again.
fn is_watched(record: &Reservation) -> bool {
    let today = clock::today();
    Policy::all().iter().any(|policy| !azure::watches(record, today, policy).is_empty())
}

fn rate_of(rates: &[ExchangeRate], code: &str) -> Option<UsdRate> {
    let rate = rates.iter().find(|rate| rate.currency_code.eq_ignore_ascii_case(code))?;
    UsdRate::from_decimal(rate.usd_rate).ok()
}
