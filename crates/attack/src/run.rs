//! Runs from a seed until the time or the number is reached, and what is said of a failure.

use std::fmt;
use std::time::{Duration, Instant};

use crate::episode;
use crate::figures::Figures;
use crate::lines;
use crate::random::Random;
use crate::rules::{Broken, Rule, hold};
use crate::store::Flaw;
use crate::wire;

/// How often a failed episode is run again to find the steps that matter, and for how long at most.
const SHORTENINGS_MAX: u32 = 400;
const SHORTENING_MAX: Duration = Duration::from_secs(30);

/// Longer than any line or body may take, on a machine that is busy with something else.
const SLOW: Duration = Duration::from_secs(20);

/// What is attacked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The service, by requests and races.
    Requests,
    /// The calculator, by lines of JSON.
    Lines,
    /// The wire types, by bodies.
    Bodies,
}

/// When a run ends.
#[derive(Clone, Copy, Debug)]
pub enum Until {
    /// After so much time.
    Passed(Duration),
    /// After so many requests, lines or bodies.
    Tried(u64),
}

/// A rule that did not hold.
#[derive(Debug)]
pub struct Failed {
    /// What is attacked.
    pub part: Part,
    /// The seed of the episode, the line or the body alone.
    pub seed: u64,
    /// What was wrong with the store.
    pub flaw: Option<Flaw>,
    /// What did not hold.
    pub broken: Broken,
    /// What was asked and answered, once it was looked into.
    pub told: Vec<String>,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, seed, broken, told, .. } = self;
        for line in told {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "\nnot so: {}\n{}", broken.rule, broken.what)?;
        let name = part.name();
        write!(
            f,
            "again: cargo run --profile attack --package attack -- {name} --seed {seed} --count 1"
        )
    }
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Requests, Self::Lines, Self::Bodies];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Lines => "lines",
            Self::Bodies => "bodies",
        }
    }
}

/// Attacks one part. The nth episode, line or body has the seed plus n.
pub fn run(part: Part, seed: u64, until: Until, flaw: Option<Flaw>) -> (Figures, Option<Failed>) {
    let (mut figures, started) = (Figures::default(), Instant::now());
    let corpus = match part {
        Part::Bodies => wire::corpus(),
        Part::Requests | Part::Lines => Vec::new(),
    };
    let mut failed = None;
    for number in 0_u64.. {
        let is_over = match until {
            Until::Passed(time) => started.elapsed() >= time,
            Until::Tried(count) => figures.requests + figures.lines + figures.bodies >= count,
        };
        if is_over {
            break;
        }
        let seed = seed.wrapping_add(number);
        let begun = Instant::now();
        let outcome = match part {
            Part::Requests => attack_requests(seed, flaw, &mut figures),
            Part::Lines => lines::attack(&mut Random::nth(seed, 3), &mut figures),
            Part::Bodies => wire::attack(&corpus, &mut Random::nth(seed, 4), &mut figures),
        };
        let is_slow = part != Part::Requests && begun.elapsed() > SLOW;
        let outcome =
            outcome.and_then(|()| hold(Rule::Ends, !is_slow, || "it was slow".to_owned()));
        let Err(broken) = outcome else { continue };
        failed = Some(Failed { part, seed, flaw, broken, told: Vec::new() });
        break;
    }
    (figures, failed)
}

fn attack_requests(seed: u64, flaw: Option<Flaw>, figures: &mut Figures) -> Result<(), Broken> {
    episode::run(seed, &episode::steps_of(seed), flaw, figures, &mut Vec::new())
}

impl Failed {
    /// Leaves out steps of an episode as long as the same rule is broken without them, and tells
    /// what is left. A line and a body are short as they are.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        if self.part != Part::Requests {
            return self;
        }
        let started = Instant::now();
        let mut steps = episode::steps_of(self.seed);
        self.still_fails(&steps);
        let (mut size, mut tries) = (steps.len().div_ceil(2), 0);
        while size > 0 && tries < SHORTENINGS_MAX && started.elapsed() < SHORTENING_MAX {
            // From the end, since what follows a failure never matters.
            let mut end = steps.len();
            while end > 0 && tries < SHORTENINGS_MAX {
                let start = end.saturating_sub(size);
                let without = [&steps[..start], &steps[end..]].concat();
                tries += 1;
                if self.still_fails(&without) {
                    steps = without;
                }
                end = start.min(steps.len());
            }
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
        self
    }

    /// Whether the same rule is broken by these steps; if so, they are what is told.
    fn still_fails(&mut self, steps: &[u64]) -> bool {
        let mut told = Vec::new();
        let run = episode::run(self.seed, steps, self.flaw, &mut Figures::default(), &mut told);
        match run {
            Err(broken) if broken.rule == self.broken.rule => {
                (self.broken, self.told) = (broken, told);
                true
            }
            _ => false,
        }
    }
}
