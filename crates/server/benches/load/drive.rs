//! How requests are sent: as many as are answered, or at a rate that does not wait for answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout};

use crate::client::Link;
use crate::records::Shot;

/// Longer than the server takes for anything.
const WAIT: Duration = Duration::from_secs(60);

/// What came of many requests.
#[derive(Clone, Default, Debug)]
pub(crate) struct Figures {
    /// Of each that was answered with success, in microseconds, from when it was to be sent.
    took: Vec<u64>,
    /// Answered with 503 or 429 and with the time after which to come again.
    pub(crate) later: u64,
    /// Answered with anything else, or not at all.
    pub(crate) failed: u64,
    pub(crate) first_failure: Option<String>,
    seconds: f64,
}

impl Figures {
    fn add(&mut self, other: Self) {
        self.took.extend(other.took);
        self.later += other.later;
        self.failed += other.failed;
        self.first_failure = self.first_failure.take().or(other.first_failure);
    }

    pub(crate) fn good(&self) -> usize {
        self.took.len()
    }

    /// How many were answered with success in a second.
    pub(crate) fn rate(&self) -> f64 {
        self.took.len() as f64 / self.seconds
    }

    /// The time in which so many of a thousand were answered, in milliseconds.
    pub(crate) fn within(&self, of_thousand: usize) -> f64 {
        let place = (self.took.len() * of_thousand).div_ceil(1_000).max(1) - 1;
        self.took.get(place).map_or(f64::NAN, |took| *took as f64 / 1_000.0)
    }

    fn count(&mut self, answer: Result<crate::client::Answer, String>, took: Duration) {
        match answer {
            Ok(answer) if answer.is_good() => {
                self.took.push(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
            }
            Ok(answer) if answer.is_later() => self.later += 1,
            Ok(answer) => {
                let text = String::from_utf8_lossy(&answer.body);
                self.fail(format!("{}: {text}", answer.status));
            }
            Err(why) => self.fail(why),
        }
    }

    pub(crate) fn fail(&mut self, why: String) {
        self.failed += 1;
        self.first_failure.get_or_insert(why);
    }
}

/// When requests are sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pace {
    /// The next one as soon as one was answered, for so long.
    Closed(Duration),
    /// So many in a second for so long, whether earlier ones were answered or not. What has to wait for a connection
    /// has been waiting since it was to be sent.
    Open(f64, Duration),
}

/// Sends what `shot` makes of the numbers from 0 over so many connections, which take turns with the ports.
pub(crate) async fn drive(
    ports: &[u16],
    links: usize,
    pace: Pace,
    shot: impl Fn(u64) -> Option<Shot> + Send + Sync + 'static,
) -> Figures {
    let (shot, next) = (Arc::new(shot), Arc::new(AtomicU64::new(0)));
    let start = Instant::now() + Duration::from_millis(20);
    let mut tasks = JoinSet::new();
    for number in 0..links {
        let (shot, next, port) =
            (Arc::clone(&shot), Arc::clone(&next), ports[number % ports.len()]);
        tasks.spawn(async move {
            let mut link = Link::to(port);
            let mut figures = Figures::default();
            sleep_until(start.into()).await;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let due = match pace {
                    Pace::Closed(time) if start.elapsed() < time => Instant::now(),
                    Pace::Open(rate, time) if (number as f64) < rate * time.as_secs_f64() => {
                        start + Duration::from_secs_f64(number as f64 / rate)
                    }
                    _ => break,
                };
                let Some(shot) = shot(number) else { break };
                sleep_until(due.into()).await;
                let answer = match timeout(WAIT, link.send(&shot)).await {
                    Ok(answer) => answer.map_err(|error| error.to_string()),
                    Err(_) => Err("no answer came".to_owned()),
                };
                figures.count(answer, due.elapsed());
            }
            figures
        });
    }
    let mut all = Figures::default();
    while let Some(figures) = tasks.join_next().await {
        all.add(figures.expect("a connection does not stop"));
    }
    all.seconds = start.elapsed().as_secs_f64();
    all.took.sort_unstable();
    all
}

/// Asks the service itself on so many threads for so long, or until there is nothing left to ask.
pub(crate) fn directly(
    threads: usize,
    time: Duration,
    ask: impl Fn(u64) -> Option<Result<(), String>> + Sync,
) -> Figures {
    let (next, start) = (AtomicU64::new(0), Instant::now());
    let mut all = Figures::default();
    let work = || {
        let mut figures = Figures::default();
        while start.elapsed() < time {
            let begun = Instant::now();
            match ask(next.fetch_add(1, Ordering::Relaxed)) {
                Some(Ok(())) => figures.took.push(begun.elapsed().as_micros() as u64),
                Some(Err(why)) => figures.fail(why),
                None => break,
            }
        }
        figures
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            all.add(thread.join().expect("it does not stop"));
        }
    });
    all.seconds = start.elapsed().as_secs_f64();
    all.took.sort_unstable();
    all
}
