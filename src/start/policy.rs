//! The one question that matters: which refund policy applies, with what differs.
//!
//! The answer is the partner's setting, by which returns are carried out. It is changed by the question that every page
//! asks for it.

use super::example;
use crate::api::Permission;
use crate::i18n::calculations;
use crate::i18n::catalogue::{common, comparison, exchange, radar, rules, shell, start as texts};
use crate::i18n::{self, Text, names, t, t_with};
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::shell::{Question, carried_out_under, policy_as_offered, question, use_policy};
use crate::ui::{
    Button, ButtonKind, Cell, Choice, Column, RadioGroup, RowHeader, Table, live, live_text,
};
use calculator::exchange::SavingsPlanType;
use calculator::{Counts, Fee, FirstDays, OverLimit, Policy, ResourceType};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::quote::quick::FormText;
use view_model::start::{Difference, Outcome, differences};

/// The edition that the product was made from, and the one of today.
fn offered() -> [&'static Policy; 2] {
    [Policy::default_policy(), Policy::newest()]
}

/// The question, its answer so far, and what differs.
pub(super) fn part(form: StoredValue<FormText>) -> AnyView {
    let (choice, rights) = (use_policy(), use_rights());
    let picked = RwSignal::new(None::<&'static Policy>);
    let answer = Signal::derive(move || picked.get().or_else(|| choice.in_force()));
    let pick = Callback::new(move |id: String| picked.set(Policy::by_id(&id).ok()));
    let is_asking = RwSignal::new(false);
    let reason = move || match answer.get() {
        Some(policy) if choice.is_in_force(policy) => Some(match is_offered(policy) {
            true => texts::ALREADY,
            false => texts::CHOOSE_FIRST,
        }),
        Some(_) => None,
        None => Some(texts::CHOOSE_FIRST),
    };
    let reason = MaybeProp::derive(move || {
        let no_right = rights.may(Permission::ChangeSettings).err();
        no_right.or_else(|| reason().map(|reason| reason.get().to_owned()))
    });
    let choices = offered().map(|policy| Choice::new(policy.id, named(policy)));
    let value = Signal::derive(move || answer.get().map_or("", |policy| policy.id).to_owned());
    let asked = Signal::derive(move || answer.get().unwrap_or_else(|| choice.get()));
    let carried_out = move || choice.in_force().map_or_else(String::new, carried_out_under);
    let unread = live(move || match choice.setting_failure() {
        Some(error) => {
            let again = Callback::new(move |()| choice.reload());
            view! { <Problem error on_retry=again /> }.into_any()
        }
        None => ().into_any(),
    });
    view! {
        <section class="card stack" aria-labelledby="start-policy">
            <h2 id="start-policy">{t(texts::POLICY)}</h2>
            <p>{t(texts::POLICY_WHY)}</p>
            {unread}
            <RadioGroup label=shell::POLICY choices=choices.into() value on_change=pick />
            <div class="button-row">
                <Button
                    kind=ButtonKind::Primary
                    on_click=Callback::new(move |_| is_asking.set(true))
                    disabled_reason=reason
                >
                    {t(texts::APPLY)}
                </Button>
                <span role="status">{live_text(carried_out)}</span>
            </div>
            {question(Question::Policy(asked), is_asking)}
            <h3>{t(texts::DIFFERENCES)}</h3>
            {table(form)}
        </section>
    }
    .into_any()
}

fn is_offered(policy: &Policy) -> bool {
    offered().into_iter().any(|offered| std::ptr::eq(offered, policy))
}

/// What a policy is called, with a word where it is the one in force.
fn named(policy: &'static Policy) -> TextProp {
    let choice = use_policy();
    TextProp::from(move || policy_as_offered(choice, policy))
}

/// What the two say differently, a row for each field, and what that makes of the example.
fn table(form: StoredValue<FormText>) -> AnyView {
    let [one, other] = offered();
    let columns = [one, other].map(|policy| Column::new(named(policy)));
    let columns =
        std::iter::once(Column::new(texts::DIFFERENCES).label_hidden()).chain(columns).collect();
    let row = |what: Difference| {
        view! {
            <tr role="row">
                <RowHeader>{t(label(what))}</RowHeader>
                {offered().map(|policy| cell(policy, move || said(what, policy))).collect_view()}
            </tr>
        }
    };
    let back = move |policy: &'static Policy| {
        let outcome = example::quoted(form, policy).and_then(|quoted| Outcome::of(&quoted));
        outcome.map(|outcome| calculations::money(outcome.back)).into_iter().collect()
    };
    let rows = differences(one, other).into_iter().map(row).collect_view();
    view! {
        <div class="start-differences">
            <Table caption=texts::DIFFERENCES columns>
                {rows}
                <tr role="row">
                    <RowHeader>{t(texts::OF_EXAMPLE)}</RowHeader>
                    {offered().map(|policy| cell(policy, move || back(policy))).collect_view()}
                </tr>
            </Table>
        </div>
    }
    .into_any()
}

/// What a policy says, each thing in a line of its own.
fn cell(
    policy: &'static Policy,
    said: impl Fn() -> Vec<String> + Send + Sync + 'static,
) -> AnyView {
    let line = |words| view! { <span class="start-line">{words}</span> };
    let lines = live(move || said().into_iter().map(line).collect_view().into_any());
    view! { <Cell label=named(policy)>{lines}</Cell> }.into_any()
}

const fn label(what: Difference) -> Text {
    match what {
        Difference::Fee => rules::INPUT_FEE,
        Difference::FirstDays => texts::FIRST_DAYS,
        Difference::Cap => rules::INPUT_LIMIT_USD,
        Difference::Counts => rules::INPUT_COUNTS_USD,
        Difference::OverCap => texts::OVER_CAP,
        Difference::LowestPrice => rules::INPUT_BASE_PRICE,
        Difference::NotReturnable => texts::NOT_RETURNABLE,
        Difference::ExchangeRight => radar::EXCHANGE_RIGHT,
        Difference::NotSold => texts::OLDER_SIZES,
        Difference::TradeIn => comparison::TRADE_IN,
    }
}

/// What a policy says of it, in the words of the rules.
fn said(what: Difference, policy: &Policy) -> Vec<String> {
    let text = match what {
        Difference::Fee => match policy.fee {
            Fee::NotCharged => rules::RULE_FEE_NOT_CHARGED,
            Fee::OfCredit { stated: false, .. } => rules::RULE_FEE_ASSUMED,
            Fee::OfCredit { rate, stated: true } => {
                let rate = calculations::fee_rate(rate);
                return vec![t_with(texts::FEE_OF_CREDIT, &[("rate", rate)])];
            }
        },
        Difference::FirstDays => match policy.first_days {
            FirstDays::NotStated => common::NOT_STATED,
            FirstDays::FullIfUnused => rules::RULE_FIRST_DAYS_UNUSED,
            FirstDays::FullObserved => rules::RULE_FIRST_DAYS_OBSERVED,
        },
        Difference::Cap => return vec![calculations::money(policy.limit.amount())],
        Difference::Counts => match policy.limit.counts {
            Counts::Refund => rules::RULE_LIMIT_COUNTS_REFUND,
            Counts::CancelledCommitment => rules::RULE_LIMIT_COUNTS_COMMITMENT,
        },
        Difference::OverCap => match policy.limit.over {
            OverLimit::PayoutCapped => rules::RULE_LIMIT_CAPPED,
            OverLimit::Refused => rules::RULE_LIMIT_REFUSED,
        },
        Difference::LowestPrice => match policy.lowest_price {
            true => rules::RULE_LOWEST_PRICE,
            false => common::NOT_STATED,
        },
        Difference::NotReturnable => {
            let name = |kind: &ResourceType| names::resource_type(kind).to_owned();
            return listed(policy.not_returnable.iter().map(name));
        }
        Difference::ExchangeRight => {
            let ends = policy.exchange.right_ends.map(|ends| i18n::date(ends.from));
            return listed(ends.map(|day| t_with(texts::EXCHANGE_ENDS, &[("day", day)])));
        }
        Difference::NotSold => {
            let since = policy.exchange.not_sold.map(|not_sold| i18n::date(not_sold.from));
            return listed(since.map(|day| t_with(exchange::NOT_SOLD_SINCE, &[("day", day)])));
        }
        Difference::TradeIn => {
            let plan = |plan: SavingsPlanType| match plan {
                SavingsPlanType::Compute => exchange::COMPUTE_PLAN,
                SavingsPlanType::Database => exchange::DATABASE_PLAN,
            };
            let plans = policy.exchange.trade_ins.iter();
            return listed(plans.map(|it| plan(it.plan).get().to_owned()));
        }
    };
    vec![text.get().to_owned()]
}

/// These, or that the policy does not say any.
fn listed(said: impl IntoIterator<Item = String>) -> Vec<String> {
    let said: Vec<String> = said.into_iter().collect();
    if said.is_empty() { vec![common::NOT_STATED.get().to_owned()] } else { said }
}
