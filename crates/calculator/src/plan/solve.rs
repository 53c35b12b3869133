//! The search for a plan in steps, so that whoever shows a page can do something else between them.

use crate::currency::Currency;
use crate::money::Money;
use crate::plan::bound::{self, PriceSearch};
use crate::plan::input::{Move, Planning};
use crate::plan::model::Model;
use crate::plan::rounding::Rounding;
use crate::plan::search::{self, Found};
use crate::plan::stretches::Stretches;
use crate::plan::{Method, Plan, carried_out};

/// What is done next.
enum Stage {
    /// Amounts are worked out, item by item.
    Amounts,
    Start,
    Prices(PriceSearch),
    Prove(bound::Prices),
    Stretches(Box<Stretches>),
    Rounding(Rounding),
    Done,
}

/// The search for the days of one planning.
struct Solve {
    model: Model,
    found: Found,
    stage: Stage,
    /// The most that any plan brings, in cents, once something is known of it.
    most: Option<i128>,
    /// The returns with what rounding had taken from them, where that is known.
    rounded: Option<Vec<Move>>,
}

impl Solve {
    fn new(planning: Planning) -> Self {
        let model = Model::new(planning);
        let found = Found::nothing(&model);
        Self { model, found, stage: Stage::Amounts, most: None, rounded: None }
    }

    /// Does a part of the work; `false` where there is none left.
    fn step(&mut self) -> bool {
        let Self { model, found, stage, most, rounded } = self;
        match std::mem::replace(stage, Stage::Done) {
            Stage::Amounts if model.add_row() => *stage = Stage::Amounts,
            Stage::Amounts => {
                *found = Found::nothing(model);
                if model.days.is_empty() {
                    *most = Some(found.value);
                } else {
                    *stage = Stage::Start;
                }
            }
            Stage::Start => {
                found.start(model);
                *stage = Stage::Prices(PriceSearch::new(model));
            }
            Stage::Prices(mut prices) => {
                *stage = if prices.step(model, found) {
                    Stage::Prices(prices)
                } else {
                    Stage::Prove(prices.finish(model, found))
                };
            }
            Stage::Prove(prices) => {
                let proven = search::prove(model, &prices, found);
                *most = Some(proven);
                if proven > found.value {
                    let stretches = Stretches::new(model, found).map(Box::new);
                    *stage = match stretches {
                        Some(stretches) => Stage::Stretches(stretches),
                        None => round(model, found, proven),
                    };
                }
            }
            Stage::Stretches(mut stretches) => {
                let goes_on = stretches.step(model, found);
                *most = most.map(|most| most.min(stretches.most(found)));
                *stage = match goes_on {
                    true => Stage::Stretches(stretches),
                    false => round(model, found, most.unwrap_or(found.value)),
                };
            }
            Stage::Rounding(mut rounding) => {
                if rounding.step(&model.planning) {
                    *stage = Stage::Rounding(rounding);
                } else {
                    *rounded = Some(rounding.into_moves());
                }
            }
            Stage::Done => {}
        }
        !matches!(self.stage, Stage::Done)
    }

    fn moves(&self) -> Vec<Move> {
        if self.model.rows.len() < self.model.planning.items.len() {
            return Vec::new();
        }
        self.rounded.clone().unwrap_or_else(|| self.found.moves(&self.model))
    }
}

/// What is done last: to win back what rounding has taken.
fn round(model: &Model, found: &Found, most: i128) -> Stage {
    let rounding = Rounding::new(&model.planning, found.moves(model), found.value, most);
    rounding.map_or(Stage::Done, Stage::Rounding)
}

/// A search for a plan that is done in steps, none of which takes longer than a person notices.
///
/// The steps are the same however long one pauses between them, and so is the plan.
pub struct PlanSearch {
    planning: Planning,
    days: Solve,
    today: Solve,
}

impl PlanSearch {
    /// Begins to search.
    pub fn new(planning: Planning) -> Self {
        let today = Solve::new(planning.today());
        Self { days: Solve::new(planning.clone()), today, planning }
    }

    /// Goes on with the search; `false` where it has come to its end.
    pub fn step(&mut self) -> bool {
        self.today.step() || self.days.step()
    }

    /// The best plan that was found so far, and how far from the best one it can be.
    ///
    /// Before the search has come to an end more may be possible than is known; where even a bound is not known
    /// yet, nothing is.
    pub fn so_far(&self) -> Option<Plan> {
        self.days.most.is_some().then(|| self.plan())
    }

    pub(super) fn plan(&self) -> Plan {
        let mut plan = carried_out(&self.planning, &self.days.moves());
        let today = carried_out(&self.planning, &self.today.moves());
        plan.today = today.usd;
        if today.usd.minor() > plan.usd.minor() {
            plan = Plan { today: today.usd, ..today };
        }
        let most = self.days.most.unwrap_or(plan.usd.minor()).max(plan.usd.minor());
        let gap = Money::from_minor(most - plan.usd.minor(), Currency::USD);
        plan.method = if gap.is_zero() { Method::Exact } else { Method::Bounded(gap) };
        plan
    }
}
