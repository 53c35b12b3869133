//! What is pressed, opened and followed.

use super::sample::shown;
use crate::i18n::catalogue::{common, customers, shell, titles};
use crate::i18n::{Text, t};
use crate::paths;
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, CopyButton, Crumb, Dialog, Disclosure, Icon, LinkButton, Menu,
    SideNav, SideNavItem, Symbol, explained, tip, unique,
};
use leptos::prelude::*;

const KINDS: [(ButtonKind, Text); 4] = [
    (ButtonKind::Primary, common::CLOSE),
    (ButtonKind::Secondary, common::CANCEL),
    (ButtonKind::Danger, common::RETRY),
    (ButtonKind::Quiet, common::CLEAR_FILTERS),
];

/// Why something is not available.
fn reason() -> MaybeProp<String> {
    MaybeProp::derive(|| Some(common::NOT_STATED.get().to_owned()))
}

fn nothing<T: 'static>() -> Callback<T> {
    Callback::new(|_| ())
}

pub(super) fn of_heading() -> AnyView {
    view! { <Button on_click=nothing()>{t(common::CLOSE)}</Button> }.into_any()
}

pub(super) fn all() -> AnyView {
    view! {
        {shown(stringify!(Button), buttons())}
        {shown(stringify!(LinkButton), links())}
        {shown(stringify!(CopyButton), copies())}
        {shown(stringify!(Menu), menu())}
        {shown(stringify!(Dialog), dialog())}
        {shown(stringify!(Disclosure), disclosures())}
        {shown(stringify!(tip), tipped())}
        {shown(stringify!(Breadcrumbs), breadcrumbs())}
        {shown(stringify!(SideNav), side_nav())}
    }
    .into_any()
}

fn buttons() -> AnyView {
    let row = |is_available: bool, has_icon: bool| {
        let button = move |(kind, words): (ButtonKind, Text)| {
            let reason = if is_available { MaybeProp::default() } else { reason() };
            let icon = has_icon.then(|| view! { <Icon symbol=Symbol::Download /> });
            view! {
                <Button kind on_click=nothing() disabled_reason=reason>{icon} {t(words)}</Button>
            }
        };
        view! { <div class="row">{KINDS.map(button).collect_view()}</div> }
    };
    view! { {row(true, false)} {row(true, true)} {row(false, false)} }.into_any()
}

fn links() -> AnyView {
    let row = |is_available: bool| {
        let link = move |(kind, words): (ButtonKind, Text)| {
            let reason = if is_available { MaybeProp::default() } else { reason() };
            let address = Signal::stored(paths::home());
            view! { <LinkButton kind address disabled_reason=reason>{t(words)}</LinkButton> }
        };
        view! { <div class="row">{KINDS.map(link).collect_view()}</div> }
    };
    view! { {row(true)} {row(false)} }.into_any()
}

fn copies() -> AnyView {
    let text = Signal::derive(|| common::PRODUCT.get().to_owned());
    view! {
        <div class="row">
            <CopyButton what=customers::NAME text />
            <CopyButton what=customers::NAME text has_words=true />
            <CopyButton what=customers::NAME text has_words=true disabled_reason=reason() />
        </div>
    }
    .into_any()
}

fn menu() -> AnyView {
    view! {
        <Menu
            name=shell::MENU
            button=|| view! { {t(shell::MENU)} <Icon symbol=Symbol::ChevronDown /> }
        >
            <Button kind=ButtonKind::Quiet on_click=nothing()>{t(common::RETRY)}</Button>
            <Button kind=ButtonKind::Quiet on_click=nothing() disabled_reason=reason()>
                {t(common::CLOSE)}
            </Button>
        </Menu>
    }
    .into_any()
}

fn dialog() -> AnyView {
    let is_open = RwSignal::new(false);
    let open = Callback::new(move |_| is_open.set(true));
    let actions = move || {
        let close = Callback::new(move |_| is_open.set(false));
        view! {
            <Button on_click=close>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=close>{t(common::RETRY)}</Button>
        }
    };
    view! {
        <div class="row"><Button on_click=open>{t(shell::MENU)}</Button></div>
        <Dialog is_open title=common::PRODUCT actions>
            <p>{t(shell::NOT_AFFILIATED)}</p>
        </Dialog>
    }
    .into_any()
}

fn disclosures() -> AnyView {
    view! {
        <Disclosure summary=titles::START>{t(shell::NOT_AFFILIATED)}</Disclosure>
        <Disclosure summary=titles::START is_open=true>{t(shell::NOT_AFFILIATED)}</Disclosure>
    }
    .into_any()
}

fn tipped() -> AnyView {
    let id = unique("tip");
    view! {
        <div class="row">
            {explained(t(customers::NAME).into_any(), shell::NOT_AFFILIATED)}
            <span class="tip-anchor">
                <a href=paths::customers() aria-describedby=id.clone()>
                    {t(customers::CUSTOMERS)}
                </a>
                {tip(id, shell::NOT_AFFILIATED.into())}
            </span>
        </div>
    }
    .into_any()
}

fn breadcrumbs() -> AnyView {
    let crumbs =
        vec![Crumb::link(customers::CUSTOMERS, paths::customers()), Crumb::here(common::PRODUCT)];
    view! { <Breadcrumbs crumbs /> }.into_any()
}

fn side_nav() -> AnyView {
    let item = |(symbol, label): (Symbol, Text), is_current| SideNavItem {
        symbol,
        label: label.into(),
        address: Signal::stored(paths::home()),
        is_current: Signal::stored(is_current),
    };
    let items = vec![
        item((Symbol::Page, customers::NAME), true),
        item((Symbol::Person, shell::ROLE), false),
        item((Symbol::Settings, shell::THEME), false),
    ];
    view! { <SideNav name=stringify!(SideNav) items /> }.into_any()
}
