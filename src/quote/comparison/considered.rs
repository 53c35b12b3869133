//! What a row of the comparison is exactly, where that comes from, and the button that lets it be changed.

use super::desk::{Desk, Sides};
use super::words::choice_name;
use crate::i18n::calculations;
use crate::i18n::catalogue::comparison as texts;
use crate::i18n::{self, Text, t_count, t_with};
use crate::platform::focus;
use crate::quote::exchange::{
    CART, bump, list_of, no_trade_in, plan_name, plan_type, plan_type_name, region_name, term_name,
};
use crate::ui::{Button, ButtonKind, live_text};
use calculator::Refusal;
use calculator::comparison::Choice;
use calculator::exchange::{return_refusal, trade_in_refusal};
use leptos::prelude::*;
use view_model::quote::comparison::Basis;
use view_model::quote::comparison::filled::Origin;
use view_model::quote::exchange::FormText;

/// What a row is, in lines; empty where its name says it all.
pub(super) fn lines(desk: Desk, sides: &Sides, choice: Choice) -> Vec<String> {
    match choice {
        Choice::Keep | Choice::Refund => Vec::new(),
        Choice::RefundUnneeded => vec![unneeded(sides)],
        Choice::Exchange => exchanged(desk, sides),
        Choice::TradeIn => traded_in(desk, sides),
    }
}

/// Why nothing can be considered for a row: the units cannot be exchanged or traded in at all.
pub(super) fn refusal(sides: &Sides, choice: Choice) -> Option<Refusal> {
    let of_line = match choice {
        Choice::Keep | Choice::Refund | Choice::RefundUnneeded => return None,
        Choice::Exchange => return_refusal,
        Choice::TradeIn => trade_in_refusal,
    };
    let exchange = &sides.case.exchange;
    let refusal = |line| of_line(line, exchange.on(), exchange.policy());
    exchange.returns().iter().filter_map(refusal).min()
}

/// Which units are not needed, and by what that is known.
fn unneeded(sides: &Sides) -> String {
    let all: u64 = sides.case.exchange.returns().iter().map(|line| line.units).sum();
    let Some(unneeded) = &sides.compared.unneeded else {
        return texts::NEEDED_UNKNOWN.get().to_owned();
    };
    let units: u64 = unneeded.units.iter().sum();
    if units == 0 {
        return texts::ALL_NEEDED.get().to_owned();
    }
    if units == all {
        return texts::NONE_NEEDED.get().to_owned();
    }
    let text = match unneeded.basis {
        Basis::Measured => texts::UNNEEDED_MEASURED,
        Basis::Assumed => texts::UNNEEDED_ASSUMED,
    };
    t_count(text, all, &[("units", i18n::integer(units))])
}

fn exchanged(desk: Desk, sides: &Sides) -> Vec<String> {
    let filled = &sides.filled;
    let prices = desk.task.catalogs.prices();
    let bought = filled.form.purchases.iter().map(|bought| {
        let units =
            bought.quantity.parse::<u64>().map_or_else(|_| bought.quantity.clone(), i18n::integer);
        let values = [
            ("units", units),
            ("size", bought.sku.clone()),
            ("region", region_name(&bought.region)),
            ("term", term_name(&bought.term)),
            ("plan", plan_name(&bought.plan)),
        ];
        t_with(texts::CONSIDERED_PURCHASE, &values)
    });
    let mut lines: Vec<_> = bought.collect();
    lines.extend(origin(filled.exchange).map(|text| text.get().to_owned()));
    let listed = filled.form.purchases.iter().find(|bought| bought.price.is_none());
    lines.extend(listed.and_then(|bought| list_of(&prices, bought)));
    lines
}

fn traded_in(desk: Desk, sides: &Sides) -> Vec<String> {
    let filled = &sides.filled;
    if filled.trade_in == Origin::Nothing {
        return no_trade_in(desk.task).into_iter().collect();
    }
    let exchange = &sides.case.exchange;
    let plans = exchange.savings_plans().iter().map(|plan| {
        let hourly = plan.hourly_commitment();
        let values = [
            ("plan", plan_type_name(plan_type(desk.task)).get().to_owned()),
            ("hourly", i18n::money(&hourly.to_string(), hourly.currency().code())),
            ("term", term_name(&plan.term().to_string())),
        ];
        t_with(texts::CONSIDERED_PLAN, &values)
    });
    let mut lines: Vec<_> = plans.collect();
    lines.extend(origin(filled.trade_in).map(|text| text.get().to_owned()));
    lines
}

/// Why something is considered that nobody has chosen; `None` where somebody has.
const fn origin(origin: Origin) -> Option<Text> {
    match origin {
        Origin::Chosen => None,
        Origin::Cheapest => Some(texts::CHEAPEST),
        Origin::AsBought => Some(texts::AS_BOUGHT),
        Origin::Smallest => Some(texts::SMALLEST),
        Origin::Nothing => Some(texts::NOTHING_OFFERED),
    }
}

/// The button that makes what is considered something that can be changed; nothing where it can be already.
pub(super) fn change(desk: Desk, sides: &Sides, choice: Choice) -> Option<AnyView> {
    let filled = &sides.filled;
    let (origin, take): (_, fn(&mut FormText, &FormText)) = match choice {
        Choice::Exchange => {
            (filled.exchange, |form, filled| form.purchases.clone_from(&filled.purchases))
        }
        Choice::TradeIn => (filled.trade_in, |form, filled| form.plans.clone_from(&filled.plans)),
        Choice::Keep | Choice::Refund | Choice::RefundUnneeded => return None,
    };
    if matches!(origin, Origin::Chosen | Origin::Nothing) {
        return None;
    }
    let considered = filled.form.clone();
    let click = Callback::new(move |_| {
        desk.task.form.update(|form| take(form, &considered));
        bump(desk.task.cart_round);
        desk.is_open.set(true);
        // The fields are there once what follows the signals has run.
        leptos::task::spawn_local(async move { focus::by_id(CART) });
    });
    let name = move || {
        let row = choice_name(choice).get().to_owned();
        calculations::named(texts::CHANGE, row)
    };
    let button = view! {
        <Button kind=ButtonKind::Quiet on_click=click name=name>
            {live_text(|| texts::CHANGE.get())}
        </Button>
    };
    Some(button.into_any())
}
