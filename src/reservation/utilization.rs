//! How much of the reservation was used lately.

use super::part::{Part, loaded};
use super::usage_chart::UsageChart;
use crate::api::{load, use_api};
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{self, t};
use crate::platform::clock;
use crate::ui::live_text;
use azure::{Reservation, ReservationProperties, Trend};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::usage::{self, UsageDay};

/// The averages of the record, and each of the last thirty days.
#[component]
pub(super) fn Utilization(
    /// Its ids.
    of: ReservationRef,
    /// Its record.
    reservation: Arc<Reservation>,
) -> impl IntoView {
    let api = use_api();
    let (first, last) = usage::window(clock::today());
    let daily = load(
        move || of.clone(),
        move |of: ReservationRef| async move { api.daily_utilization(&of, first, last).await },
    );
    let chart = loaded(daily, 6, move |summaries| {
        let days: Arc<[UsageDay]> = usage::days(&summaries, first, last).into();
        view! { <UsageChart days /> }.into_any()
    });
    view! {
        <Part title=texts::UTILIZATION>
            {averages(reservation.properties())}
            <h3>{t(texts::DAILY_UTILIZATION)}</h3>
            {chart}
        </Part>
    }
    .into_any()
}

fn averages(properties: &ReservationProperties) -> AnyView {
    let today = clock::today();
    if !properties.has_whole_day(today) {
        return view! { <p class="muted">{t(texts::NO_WHOLE_DAY)}</p> }.into_any();
    }
    let averages = properties.utilization.as_ref();
    let known: Vec<_> =
        [(1, texts::OVER_1_DAY), (7, texts::OVER_7_DAYS), (30, texts::OVER_30_DAYS)]
            .into_iter()
            .filter_map(|(days, text)| Some((text, properties.percent_over(days, today)?)))
            .collect();
    if known.is_empty() {
        return view! { <p class="muted">{t(texts::NO_AVERAGES)}</p> }.into_any();
    }
    let trend = averages.and_then(|averages| averages.trend.clone()).map(|trend| {
        view! {
            <div>
                <dt>{t(texts::TREND)}</dt>
                <dd>{trend_in_words(trend)}</dd>
            </div>
        }
    });
    view! {
        <dl class="averages">
            {known
                .into_iter()
                .map(|(text, percent)| {
                    view! {
                        <div>
                            <dt>{t(text)}</dt>
                            <dd class="number">{live_text(move || percentage(percent))}</dd>
                        </div>
                    }
                })
                .collect_view()}
            {trend}
        </dl>
    }
    .into_any()
}

fn trend_in_words(trend: Trend) -> AnyView {
    match trend {
        Trend::Up => t(texts::TREND_UP).into_any(),
        Trend::Down => t(texts::TREND_DOWN).into_any(),
        Trend::Same => t(texts::TREND_SAME).into_any(),
        Trend::Other(unknown) => unknown.to_string().into_any(),
    }
}

/// `percent`, 0 to 100, in the language of this moment.
pub(super) fn percentage(percent: Decimal) -> String {
    i18n::percent_of_hundred(percent)
}
