//! How every page looks: its colours, and how close together things stand.
//!
//! A look is an attribute of the document, for `style/tokens.css` alone. `public/appearance.js` sets it before the
//! first paint.

use super::chooser::{Choosable, Chooser};
use crate::i18n::catalogue::shell;
use crate::i18n::{Text, t};
use crate::platform::{document, storage};
use crate::ui::{Icon, Menu, Symbol};
use leptos::prelude::*;

/// Something about the look of every page.
struct Look {
    /// Names its attribute, the place where it is remembered, and its control.
    key: &'static str,
    label: Text,
    /// What there is to choose. The first holds where nobody has chosen, and has no attribute.
    choices: &'static [(&'static str, Text)],
}

static THEME: Look = Look {
    key: "theme",
    label: shell::THEME,
    choices: &[
        ("system", shell::THEME_SYSTEM),
        ("light", shell::THEME_LIGHT),
        ("dark", shell::THEME_DARK),
    ],
};

static DENSITY: Look = Look {
    key: "density",
    label: shell::DENSITY,
    choices: &[("comfortable", shell::DENSITY_COMFORTABLE), ("compact", shell::DENSITY_COMPACT)],
};

impl Look {
    /// The choice of this name, or the one where nobody has chosen.
    fn choice(&self, name: Option<&str>) -> &'static str {
        let known = self.choices.iter().find(|(own, _)| Some(*own) == name);
        known.or(self.choices.first()).map_or("", |(own, _)| *own)
    }

    fn chooser(&'static self) -> AnyView {
        let chosen = RwSignal::new(self.choice(storage::get(self.key).as_deref()));
        let choices = self.choices.iter().map(|&(name, words)| Choosable::new(name, words));
        let choices: Vec<Choosable> = choices.collect();
        let select = move |name: String| {
            let choice = self.choice(Some(&name));
            storage::set(self.key, choice);
            document::set_look(self.key, Some(choice).filter(|it| *it != self.choice(None)));
            chosen.set(choice);
        };
        view! {
            <Chooser
                id=self.key
                label=self.label
                choices
                value=chosen
                on_change=Callback::new(select)
            />
        }
        .into_any()
    }
}

/// The button in the header with what can be chosen about the look of pages.
pub(super) fn display() -> AnyView {
    view! {
        <Menu
            name=shell::DISPLAY
            button=move || view! { {t(shell::DISPLAY)} <Icon symbol=Symbol::ChevronDown /> }
        >
            {THEME.chooser()}
            {DENSITY.chooser()}
        </Menu>
    }
    .into_any()
}
