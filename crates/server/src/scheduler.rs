//! Does what falls due, so that it waits for no reader: the stages of operations, the end of sessions, and the reading
//! of what lists of all customers tell.

use std::fmt::Display;
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use ::http::Request;
use backend::{Caller, Service, Store, Watched};
use chrono::{DateTime, Utc};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::audit;
use crate::http::api;
use crate::http::desk::Desk;
use crate::log::{self, Level};
use crate::moment;
use crate::sign_in::SignIn;

/// How often it looks. A return takes seconds here, and minutes at Azure.
const PAUSE: Duration = Duration::from_secs(5);
/// So many customers are read at once; the others have their turn.
const CUSTOMERS_MAX: usize = 1_000;
/// After so many looks sessions are looked at.
const LOOKS: u32 = 120;

/// What reads all customers, and tells of the first alone.
const CUSTOMERS: &str = "/providers/Prorata/customerSummaries?$top=1";

/// Looks until it is dropped.
pub(crate) async fn run(desk: Arc<Desk>) {
    let with_watch = |service| (Arc::clone(service), Watched::default());
    let mut partners: Vec<_> = desk.services().map(with_watch).collect();
    for (service, _) in &partners {
        read_customers(service).await;
    }
    desk.has_read.send_replace(true);
    for look in (0..LOOKS).cycle() {
        for (service, watched) in &mut partners {
            look_after(service, watched, moment::now()).await;
            read_customers(service).await;
        }
        if look == 0 {
            forget_sessions(&desk).await;
        }
        sleep(PAUSE).await;
    }
}

/// Does what is due at one partner. What goes wrong there is logged, and keeps nobody else waiting.
async fn look_after<S: Store + Send + Sync + 'static>(
    service: &Arc<Service<S>>,
    watched: &mut Watched,
    now: DateTime<Utc>,
) {
    let (service, mut known) = (Arc::clone(service), mem::take(watched));
    let worked = spawn_blocking(move || {
        let asked = Arc::new(audit::Request::of_server("", "scheduler"));
        let work = service.do_what_is_due(&mut known, now, CUSTOMERS_MAX);
        let done = Handle::current().block_on(audit::in_name_of(asked, work));
        (known, done)
    });
    match worked.await {
        Ok((known, done)) => {
            *watched = known;
            done.map(drop).unwrap_or_else(|why| failed(&why));
        }
        // How far it came is not known: everybody is looked at anew.
        Err(stopped) => failed(&stopped),
    }
}

/// Reads what has changed of the customers of a partner, as whoever asks for a list of them would have to.
async fn read_customers<S: Store + Send + Sync + 'static>(service: &Arc<Service<S>>) {
    let service = Arc::clone(service);
    let read = spawn_blocking(move || {
        let mut request = Request::new(Vec::new());
        *request.uri_mut() = CUSTOMERS.parse().expect("it is a path");
        let (role, name) = (Some(azure::Role::AdminAgent), "scheduler".to_owned());
        request.extensions_mut().insert(Caller {
            tenant_id: String::new(),
            role,
            name,
            person: None,
        });
        let asked = Arc::new(audit::Request::of_server("GET", "scheduler"));
        Handle::current().block_on(api::handled(&service, request, &asked)).status()
    });
    match read.await {
        Ok(status) if status.is_success() => {}
        Ok(status) => failed(&format!("the customers cannot be read: {status}")),
        Err(stopped) => failed(&stopped),
    }
}

async fn forget_sessions(desk: &Arc<Desk>) {
    let desk = Arc::clone(desk);
    let forgotten = spawn_blocking(move || match &desk.sign_in {
        SignIn::Local(local) => {
            let asked = Arc::new(audit::Request::of_server("", "scheduler"));
            Handle::current().block_on(audit::in_name_of(asked, local.forget_sessions()))
        }
        _ => Ok(()),
    });
    match forgotten.await {
        Ok(Ok(())) => {}
        Ok(Err(why)) => failed(&why),
        Err(stopped) => failed(&stopped),
    }
}

fn failed(why: &dyn Display) {
    log::line(Level::Error, "scheduler", [("why", why.to_string().into())]);
}

#[cfg(test)]
mod tests;
