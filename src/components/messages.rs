//! What the page tells, and the symbols beside it.

use super::sample::shown;
use crate::i18n::catalogue::{common, shell};
use crate::i18n::{Text, t};
use crate::ui::{
    Announcer, Badge, Button, Icon, LiveAttr, LiveFlag, LiveValue, Notice, Skeleton, Symbol,
    Toasts, late, live, live_attr, live_flag, live_text, live_value, use_toasts,
};
use leptos::prelude::*;
use view_model::Tone;

const TONES: [(Tone, Text); 5] = [
    (Tone::Neutral, common::NOT_STATED),
    (Tone::Info, common::INFORMATION),
    (Tone::Success, common::SUCCESS),
    (Tone::Warning, common::WARNING),
    (Tone::Danger, common::ERROR),
];

/// Every symbol, as large as letters.
pub(super) fn icons() -> AnyView {
    let icon = |symbol: &Symbol| view! { <Icon symbol=*symbol /> " " };
    Symbol::ALL.iter().map(icon).collect_view().into_any()
}

pub(super) fn all() -> AnyView {
    view! {
        {shown(stringify!(Icon), icons())}
        {shown(stringify!(Badge), badges())}
        {shown(stringify!(Notice), notices())}
        {shown(stringify!(ToastRegion), toasts())}
        {shown(stringify!(Skeleton), view! { <Skeleton /> <Skeleton lines=2 /> }.into_any())}
        {shown(stringify!(Live), moving())}
    }
    .into_any()
}

fn badges() -> AnyView {
    let badge = |(tone, words): (Tone, Text)| view! { <Badge tone>{t(words)}</Badge> };
    view! { <div class="row">{TONES.map(badge).collect_view()}</div> }.into_any()
}

fn notices() -> AnyView {
    let again = Callback::new(|()| ());
    let notice = |(tone, words): (Tone, Text)| view! { <Notice tone title=words /> };
    view! {
        {TONES.map(notice).collect_view()}
        <Notice tone=Tone::Danger title=common::ERROR on_retry=again>
            {t(shell::NOT_AFFILIATED)}
        </Notice>
        <Notice title=common::NOTHING_MATCHES>
            <Button on_click=Callback::new(|_| ())>{t(common::CLEAR_FILTERS)}</Button>
        </Notice>
    }
    .into_any()
}

/// The region itself stands in the frame of the application, as the one of announcements does.
fn toasts() -> AnyView {
    let (toasts, announcer): (Toasts, _) = (use_toasts(), use_context::<Announcer>());
    let button = move |(tone, words): (Tone, Text)| {
        let show = Callback::new(move |_| toasts.show(tone, untrack(|| words.get())));
        view! { <Button on_click=show>{t(words)}</Button> }
    };
    let say = Callback::new(move |_| {
        if let Some(announcer) = announcer {
            announcer.say(common::PRODUCT.get());
        }
    });
    view! {
        <div class="row">{TONES.map(button).collect_view()}</div>
        <div class="row">
            <Button on_click=say><code>{stringify!(RouteAnnouncer)}</code></Button>
        </div>
    }
    .into_any()
}

/// A number that changes in its place: as words, as an attribute, as a value, as a part of its own.
fn moving() -> AnyView {
    let count = RwSignal::new(0_u64);
    let more = Callback::new(move |_| count.update(|count| *count += 1));
    let words = move || crate::i18n::integer(count.get());
    let class: LiveAttr = live_attr(move || (count.get() % 2 == 1).then_some("muted"));
    let is_hidden: LiveFlag = live_flag(move || count.get() == 0);
    let value: LiveValue = live_value(words);
    let part = live(move || view! { <strong class="number">{words()}</strong> }.into_any());
    view! {
        <div class="row">
            <Button on_click=more>{t(common::RETRY)}</Button>
            <span class=class>{live_text(words)}</span>
            {part}
            <progress hidden=is_hidden prop:value=value max="10" aria-label=t(common::LOADING)></progress>
            {late(move || view! { <span>{t(common::SUCCESS)}</span> }.into_any())}
        </div>
    }
    .into_any()
}
