//! Which rows are shown: what is searched for, what is chosen, and how many each choice would show.

use calculator::{BillingPlan, FIRST_DAYS, FirstDays, Phase, Policy, Refusal, Term};
use chrono::{Days, NaiveDate};

use super::fact::Fact;
use super::index::{Index, is_of_guid};
use super::portfolio::{NONE, Portfolio};
use super::quotes::{Outcome, Quotes};
use super::texts::Texts;

/// What rows can be chosen by. Of each facet any number of choices can be made: a row is shown if it has one of
/// those of every facet of which there is one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
#[allow(missing_docs, reason = "the choices say what they are")]
pub enum Facet {
    Customer,
    Phase,
    Region,
    ResourceType,
    Term,
    BillingPlan,
    Currency,
    Expiry,
    Lacking,
    Outcome,
    Closing,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Customer,
        Self::Phase,
        Self::Region,
        Self::ResourceType,
        Self::Term,
        Self::BillingPlan,
        Self::Currency,
        Self::Expiry,
        Self::Lacking,
        Self::Outcome,
        Self::Closing,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The form for an address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Phase => "state",
            Self::Region => "region",
            Self::ResourceType => "type",
            Self::Term => "term",
            Self::BillingPlan => "plan",
            Self::Currency => "currency",
            Self::Expiry => "expires",
            Self::Lacking => "lacks",
            Self::Outcome => "return",
            Self::Closing => "closing",
        }
    }
}

/// One choice of a facet. Customers, regions, products and currencies are named by their places in this
/// portfolio; [`Portfolio::key`] gives the form that outlives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// Rows of a customer.
    Customer(u32),
    /// Rows in a phase; `None` for those without a known state.
    Phase(Option<Phase>),
    /// Rows of a region; the empty one for those without.
    Region(u32),
    /// Rows of a kind of product; `None` for those without.
    ResourceType(Option<u32>),
    /// Rows of a term.
    Term(Option<Term>),
    /// Rows of a plan.
    BillingPlan(Option<BillingPlan>),
    /// Rows in a currency.
    Currency(Option<u32>),
    /// Rows that expire soon.
    Expiry(Expiry),
    /// Rows that lack a fact, or state it in a way that cannot be calculated with.
    Lacking(Fact),
    /// Rows by what becomes of their return.
    Outcome(OutcomeKind),
    /// Rows for which something ends within seven days: the first days in which everything comes back, or
    /// the term.
    ClosingThisWeek,
}

/// When rows expire, seen from today. The longer spans hold what the shorter ones hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Expiry {
    Over,
    Within7Days,
    Within30Days,
    Within60Days,
    Within90Days,
    Later,
    Unknown,
}

/// What becomes of a return, as far as a list is chosen by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum OutcomeKind {
    /// Something comes back.
    ComesBack,
    /// The limit lets less through than the refund, or nothing.
    OverLimit,
    /// It is refused for another reason.
    Refused,
    /// Nobody knows what comes back: facts, a rate or the ledger are missing.
    NotKnown,
}

/// What is looked for.
#[derive(Clone, Default, Debug)]
pub struct Filter {
    /// Words, without case and accents as [`Wording::fold`](super::Wording::fold) takes them away; each has to
    /// be somewhere in a row. Of ids four letters or more are looked for.
    pub words: String,
    /// Choices of any facets.
    pub choices: Vec<Choice>,
    /// Whether rows are shown that have ended: expired, returned or never bought. They are, too, where a
    /// phase is chosen.
    pub shows_ended: bool,
}

/// The rows that are found; [`Portfolio::counts`] tells what else could be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The rows in the order of their numbers.
    pub rows: Vec<u32>,
    /// Rows that are only hidden because they have ended.
    pub hidden_ended: u32,
    /// What stands against each row, a bit for each facet.
    against: Vec<u16>,
    /// [`ENDED`] where rows that have ended are shown.
    shown_all_the_same: u16,
}

const PHASES: [Phase; 7] = [
    Phase::Active,
    Phase::Changing,
    Phase::Purchasing,
    Phase::Expired,
    Phase::Ended,
    Phase::Failed,
    Phase::Unknown,
];

const EXPIRIES: [Expiry; 7] = [
    Expiry::Over,
    Expiry::Within7Days,
    Expiry::Within30Days,
    Expiry::Within60Days,
    Expiry::Within90Days,
    Expiry::Later,
    Expiry::Unknown,
];

const OUTCOMES: [OutcomeKind; 4] =
    [OutcomeKind::ComesBack, OutcomeKind::OverLimit, OutcomeKind::Refused, OutcomeKind::NotKnown];

/// Not shown because it lacks a word, or because it has ended; beside the bits of the facets.
const NO_WORDS: u16 = 1 << 14;
const ENDED: u16 = 1 << 15;

impl Portfolio {
    /// The rows that are looked for.
    pub fn find(&self, filter: &Filter, quotes: &Quotes, index: &Index) -> Found {
        let values = Values::of(self, quotes);
        let chosen = values.choices.chosen(&filter.choices);
        let mut against = vec![0; self.len()];
        if let Some(has_words) = self.search(&filter.words, index) {
            let without = against.iter_mut().zip(has_words).filter(|(_, has_words)| !has_words);
            without.for_each(|(against, _)| *against = NO_WORDS);
        }
        for facet in Facet::ALL {
            let Some(chosen) = &chosen[facet as usize] else { continue };
            for (row, against) in against.iter_mut().enumerate() {
                let is_looked_at = *against & NO_WORDS == 0;
                if is_looked_at && !values.value(facet, row as u32).is_in(chosen) {
                    *against |= facet.bit();
                }
            }
        }
        if !filter.shows_ended {
            for (row, against) in against.iter_mut().enumerate() {
                *against |= if values.has_ended(row as u32) { ENDED } else { 0 };
            }
        }
        // A choice of a phase shows what has ended.
        let hides_ended = chosen[Facet::Phase as usize].is_none();
        let shown_all_the_same = if hides_ended { 0 } else { ENDED };
        let is_shown = |against: u16| against & !shown_all_the_same == 0;
        let rows = 0..self.len() as u32;
        let hidden = against.iter().filter(|against| hides_ended && **against == ENDED);
        Found {
            hidden_ended: hidden.count() as u32,
            rows: rows.filter(|row| is_shown(against[*row as usize])).collect(),
            against,
            shown_all_the_same,
        }
    }

    /// For each choice that some row has, how many rows it would show if it was the only one of its facet, and
    /// everything else stayed as it was when `found` was; facet by facet.
    pub fn counts(&self, found: &Found, quotes: &Quotes) -> Vec<(Choice, u32)> {
        let values = Values::of(self, quotes);
        let mut counts = Vec::new();
        for facet in Facet::ALL {
            let mut of_facet = vec![0; values.choices.len(facet)];
            let is_phase = facet == Facet::Phase;
            let ignored = facet.bit() | if is_phase { ENDED } else { found.shown_all_the_same };
            for (row, against) in found.against.iter().enumerate() {
                if *against & !ignored == 0 {
                    values.value(facet, row as u32).count(&mut of_facet);
                }
            }
            let some = of_facet.into_iter().enumerate().filter(|(_, count)| *count > 0);
            counts.extend(some.map(|(place, count)| (values.choices.choice(facet, place), count)));
        }
        counts
    }

    /// The form of a choice for an address, the same in any portfolio that has it; empty for rows that do not
    /// say what is chosen by.
    pub fn key(&self, choice: Choice) -> String {
        let tables = &self.tables;
        match choice {
            Choice::Customer(place) => self.customers()[place as usize].tenant_id.to_string(),
            Choice::Phase(phase) => phase.map(|phase| format!("{phase:?}")).unwrap_or_default(),
            Choice::Region(place) => tables.regions.get(place as usize).to_owned(),
            Choice::ResourceType(place) => {
                place.map(|place| tables.types[place as usize].to_string()).unwrap_or_default()
            }
            Choice::Term(term) => term.map(|term| term.to_string()).unwrap_or_default(),
            Choice::BillingPlan(plan) => plan.map(|plan| plan.to_string()).unwrap_or_default(),
            Choice::Currency(place) => {
                place.map(|place| tables.currencies[place as usize].to_string()).unwrap_or_default()
            }
            Choice::Expiry(expiry) => expiry.key().to_owned(),
            Choice::Lacking(fact) => fact.name().to_owned(),
            Choice::Outcome(kind) => kind.key().to_owned(),
            Choice::ClosingThisWeek => "week".to_owned(),
        }
    }

    /// The choice of a facet with this [key](Self::key), where there still is one.
    pub fn choice(&self, facet: Facet, key: &str) -> Option<Choice> {
        let choices = Choices::of(self);
        let all = (0..choices.len(facet)).map(|place| choices.choice(facet, place));
        all.into_iter().find(|choice| self.key(*choice) == key)
    }

    /// Which rows have all the words; `None` where there is none to look for.
    fn search(&self, words: &str, index: &Index) -> Option<Vec<bool>> {
        let mut all: Option<Vec<bool>> = None;
        for word in words.split_whitespace() {
            let found = self.rows_with(word, index);
            all = Some(match all {
                None => found,
                Some(all) => all.iter().zip(found).map(|(one, other)| *one && other).collect(),
            });
        }
        all
    }

    fn rows_with(&self, word: &str, index: &Index) -> Vec<bool> {
        let mut found = vec![false; self.len()];
        mark_lines(&index.names, word, &mut found);
        if word.len() >= 4 && (index.has_odd_ids || word.bytes().all(is_of_guid)) {
            mark_lines(&index.ids, word, &mut found);
        }
        let columns = &self.columns;
        for (texts, places) in [
            (&index.customers, &columns.customer),
            (&index.skus, &columns.sku),
            (&index.regions, &columns.region),
            (&index.types, &columns.resource_type),
        ] {
            let hits: Vec<bool> = texts.iter().map(|text| text.contains(word)).collect();
            if hits.contains(&true) {
                for (found, place) in found.iter_mut().zip(places) {
                    *found |= hits.get(*place as usize).copied().unwrap_or(false);
                }
            }
        }
        found
    }
}

/// Marks the lines that hold a word.
fn mark_lines(lines: &Texts, word: &str, found: &mut [bool]) {
    let all = lines.all();
    let mut from = 0;
    let mut line = 0;
    while let Some(at) = all[from..].find(word) {
        line = lines.place_of(from + at, line);
        found[line] = true;
        line += 1;
        from = lines.start(line);
    }
}

/// Where a row stands in a facet: at one place, or at several.
#[derive(Clone, Copy)]
enum Value {
    At(u32),
    Among(u16),
}

impl Value {
    fn is_in(self, chosen: &[bool]) -> bool {
        match self {
            Self::At(place) => chosen[place as usize],
            Self::Among(set) => places(set).any(|place| chosen[place]),
        }
    }

    fn count(self, counts: &mut [u32]) {
        match self {
            Self::At(place) => counts[place as usize] += 1,
            Self::Among(set) => places(set).for_each(|place| counts[place] += 1),
        }
    }
}

fn places(set: u16) -> impl Iterator<Item = usize> {
    let without_first = |set: &u16| Some(set & (set - 1)).filter(|rest| *rest != 0);
    let sets = std::iter::successors(Some(set).filter(|set| *set != 0), without_first);
    sets.map(|set| set.trailing_zeros() as usize)
}

/// The choices of each facet.
struct Choices<'a> {
    portfolio: &'a Portfolio,
    terms: Vec<Term>,
}

impl<'a> Choices<'a> {
    fn of(portfolio: &'a Portfolio) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        for term in portfolio.columns.term.iter().flatten() {
            if !terms.contains(term) {
                terms.push(*term);
            }
        }
        terms.sort_by_key(|term| term.months());
        Self { portfolio, terms }
    }

    fn len(&self, facet: Facet) -> usize {
        let tables = &self.portfolio.tables;
        match facet {
            Facet::Customer => self.portfolio.customers().len(),
            Facet::Phase => PHASES.len() + 1,
            Facet::Region => tables.regions.len(),
            Facet::ResourceType => tables.types.len() + 1,
            Facet::Term => self.terms.len() + 1,
            Facet::BillingPlan => 3,
            Facet::Currency => tables.currencies.len() + 1,
            Facet::Expiry => EXPIRIES.len(),
            Facet::Lacking => Fact::ALL.len(),
            Facet::Outcome => OUTCOMES.len(),
            Facet::Closing => 1,
        }
    }

    /// The choice at a place; the last one of a facet that has such rows is for those without.
    fn choice(&self, facet: Facet, place: usize) -> Choice {
        let tables = &self.portfolio.tables;
        let number = place as u32;
        let below = |count: usize| (place < count).then_some(number);
        match facet {
            Facet::Customer => Choice::Customer(number),
            Facet::Phase => Choice::Phase(PHASES.get(place).copied()),
            Facet::Region => Choice::Region(number),
            Facet::ResourceType => Choice::ResourceType(below(tables.types.len())),
            Facet::Term => Choice::Term(self.terms.get(place).copied()),
            Facet::BillingPlan => Choice::BillingPlan(PLANS[place]),
            Facet::Currency => Choice::Currency(below(tables.currencies.len())),
            Facet::Expiry => Choice::Expiry(EXPIRIES[place]),
            Facet::Lacking => Choice::Lacking(Fact::ALL[place]),
            Facet::Outcome => Choice::Outcome(OUTCOMES[place]),
            Facet::Closing => Choice::ClosingThisWeek,
        }
    }

    /// The places of choices, for each facet of which there is one.
    fn chosen(&self, choices: &[Choice]) -> [Option<Vec<bool>>; Facet::ALL.len()] {
        Facet::ALL.map(|facet| {
            let mut of_facet = choices.iter().filter(|choice| choice.facet() == facet).peekable();
            of_facet.peek()?;
            let mut chosen = vec![false; self.len(facet)];
            for choice in of_facet {
                for (place, chosen) in chosen.iter_mut().enumerate() {
                    *chosen |= self.choice(facet, place) == *choice;
                }
            }
            Some(chosen)
        })
    }
}

/// Where each row stands in each facet.
struct Values<'a> {
    choices: Choices<'a>,
    quotes: &'a Quotes,
    /// The last days of the spans of [`Expiry`].
    ends: [NaiveDate; 5],
    /// The purchase days whose first days end within seven days, where the policy grants some.
    first_days: Option<(NaiveDate, NaiveDate)>,
}

impl<'a> Values<'a> {
    fn of(portfolio: &'a Portfolio, quotes: &'a Quotes) -> Self {
        let today = portfolio.today();
        let day = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        Self {
            choices: Choices::of(portfolio),
            quotes,
            ends: [0, 7, 30, 60, 90].map(day),
            first_days: first_days_ending(quotes.policy, today),
        }
    }

    /// Where a row stands in a facet.
    fn value(&self, facet: Facet, row: u32) -> Value {
        let Choices { portfolio, terms } = &self.choices;
        let (tables, columns, at) = (&portfolio.tables, &portfolio.columns, row as usize);
        let known = |place: u32, count: usize| if place == NONE { count as u32 } else { place };
        let at_place = |place: Option<usize>, count: usize| place.unwrap_or(count) as u32;
        match facet {
            Facet::Customer => Value::At(columns.customer[at]),
            Facet::Phase => {
                let phase = portfolio.phase(row);
                let place = phase.and_then(|phase| PHASES.iter().position(|it| *it == phase));
                Value::At(at_place(place, PHASES.len()))
            }
            Facet::Region => Value::At(columns.region[at]),
            Facet::ResourceType => Value::At(known(columns.resource_type[at], tables.types.len())),
            Facet::Term => {
                let term = columns.term[at];
                let place = term.and_then(|term| terms.iter().position(|it| *it == term));
                Value::At(at_place(place, terms.len()))
            }
            Facet::BillingPlan => Value::At(match columns.billing_plan[at] {
                Some(BillingPlan::Upfront) => 0,
                Some(BillingPlan::Monthly) => 1,
                None => 2,
            }),
            Facet::Currency => Value::At(known(columns.currency[at], tables.currencies.len())),
            Facet::Expiry => Value::Among(self.expiries(columns.expires_on[at])),
            Facet::Lacking => Value::Among(columns.missing[at].bits() | columns.wrong[at].bits()),
            Facet::Outcome => Value::Among(self.outcomes(at)),
            Facet::Closing => Value::Among(self.closes_this_week(row).into()),
        }
    }

    fn expiries(&self, expires_on: Option<NaiveDate>) -> u16 {
        let Some(day) = expires_on else { return 1 << Expiry::Unknown as u16 };
        let [today, rest @ ..] = self.ends;
        if day <= today {
            return 1 << Expiry::Over as u16;
        }
        let within = rest.iter().zip(Expiry::Within7Days as u16..).filter(|(end, _)| day <= **end);
        let set = within.fold(0, |set, (_, place)| set | 1 << place);
        if set == 0 { 1 << Expiry::Later as u16 } else { set }
    }

    fn outcomes(&self, at: usize) -> u16 {
        let quotes = self.quotes;
        let bit = |kind: OutcomeKind| 1 << kind as u16;
        let comes_back = if quotes.payable[at] > 0 { bit(OutcomeKind::ComesBack) } else { 0 };
        match quotes.outcome[at] {
            Outcome::Allowed if !quotes.is_limit_checked(at) => bit(OutcomeKind::NotKnown),
            Outcome::Allowed => comes_back,
            Outcome::Capped | Outcome::Refused(Refusal::RefundLimitExceeded) => {
                comes_back | bit(OutcomeKind::OverLimit)
            }
            Outcome::Refused(_) => bit(OutcomeKind::Refused),
            Outcome::LedgerUnknown | Outcome::FactsLacking => bit(OutcomeKind::NotKnown),
        }
    }

    fn closes_this_week(&self, row: u32) -> bool {
        let portfolio = self.choices.portfolio;
        let (columns, at) = (&portfolio.columns, row as usize);
        let expires =
            columns.expires_on[at].is_some_and(|day| self.ends[0] < day && day <= self.ends[1]);
        let bought = columns.purchase_date[at];
        let first_days = self.first_days.zip(bought);
        let ends = first_days.is_some_and(|((from, to), bought)| from <= bought && bought <= to);
        (expires || ends) && portfolio.phase(row).is_some_and(Phase::is_active)
    }

    fn has_ended(&self, row: u32) -> bool {
        let portfolio = self.choices.portfolio;
        let is_over =
            portfolio.columns.expires_on[row as usize].is_some_and(|day| day <= self.ends[0]);
        is_over || portfolio.phase(row).is_some_and(Phase::is_final)
    }
}

const PLANS: [Option<BillingPlan>; 3] =
    [Some(BillingPlan::Upfront), Some(BillingPlan::Monthly), None];

/// The days of purchases whose first days are not over yet, which they all are within the next seven.
fn first_days_ending(policy: &Policy, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = today.checked_sub_days(Days::new(FIRST_DAYS.unsigned_abs()))?;
    (policy.first_days != FirstDays::NotStated).then_some((first, today))
}

impl Expiry {
    const fn key(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Within7Days => "7",
            Self::Within30Days => "30",
            Self::Within60Days => "60",
            Self::Within90Days => "90",
            Self::Later => "later",
            Self::Unknown => "",
        }
    }
}

impl OutcomeKind {
    const fn key(self) -> &'static str {
        match self {
            Self::ComesBack => "back",
            Self::OverLimit => "over",
            Self::Refused => "refused",
            Self::NotKnown => "unknown",
        }
    }
}

impl Choice {
    /// The facet that it is a choice of.
    pub const fn facet(self) -> Facet {
        match self {
            Self::Customer(_) => Facet::Customer,
            Self::Phase(_) => Facet::Phase,
            Self::Region(_) => Facet::Region,
            Self::ResourceType(_) => Facet::ResourceType,
            Self::Term(_) => Facet::Term,
            Self::BillingPlan(_) => Facet::BillingPlan,
            Self::Currency(_) => Facet::Currency,
            Self::Expiry(_) => Facet::Expiry,
            Self::Lacking(_) => Facet::Lacking,
            Self::Outcome(_) => Facet::Outcome,
            Self::ClosingThisWeek => Facet::Closing,
        }
    }
}
