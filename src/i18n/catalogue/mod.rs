//! The texts, one file for each area of the interface.
//!
//! In a release each language is a file of its own, because a page needs one of them at a time: the command
//! that completes a bundle compiles this folder as well and writes them. While developing, all five are
//! part of the module.

pub mod access;
pub mod activity;
pub mod chart;
pub mod common;
pub mod comparison;
pub mod configuration;
pub mod customers;
pub mod exchange;
pub mod names;
pub mod problem;
pub mod properties;
pub mod quote;
pub mod radar;
pub mod reservation;
pub mod rules;
pub mod shell;
pub mod support;

/// Declares the texts of an area, each in all five languages.
///
/// ```ignore
/// catalogue! {
///     /// Button that closes a dialog.
///     CLOSE { en: "Close", de: "Schließen", sv: "Stäng", nl: "Sluiten", zh: "关闭" }
/// }
/// ```
#[macro_export]
macro_rules! catalogue {
    ($(
        $(#[$about:meta])*
        $name:ident {
            en: $en:literal,
            de: $de:literal,
            sv: $sv:literal,
            nl: $nl:literal,
            zh: $zh:literal $(,)?
        }
    )*) => {
        /// The texts in their order, each of which stands for its place.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the texts are")]
        enum Place { $($name),* }

        /// The place of the first of them in the whole catalogue.
        const FIRST_PLACE: usize = super::start_of(module_path!());

        $(
            $(#[$about])*
            pub const $name: $crate::i18n::Text =
                $crate::i18n::Text::at(FIRST_PLACE + Place::$name as usize);
        )*

        /// Every text of this area with its name.
        pub const ALL: &[(&str, $crate::i18n::Text)] = &[$((stringify!($name), $name)),*];

        /// How many texts there are.
        pub(super) const TEXTS_COUNT: usize = [$(stringify!($name)),*].len();

        /// Their words in the order of the languages, a line for each text.
        pub(super) const ALL_WORDS: [&str; 5] = [
            concat!($($en, "\n"),*),
            concat!($($de, "\n"),*),
            concat!($($sv, "\n"),*),
            concat!($($nl, "\n"),*),
            concat!($($zh, "\n"),*),
        ];
    };
}

/// Lists the areas, which decides about the places of their texts.
macro_rules! areas {
    ($($area:ident)*) => {
        /// How many texts each area has.
        const COUNTS: &[(&str, usize)] = &[$((stringify!($area), $area::TEXTS_COUNT)),*];

        /// Every text of the interface with its name.
        #[must_use]
        pub fn all() -> Vec<(&'static str, super::Text)> {
            [$($area::ALL),*].concat()
        }

        /// How many texts the interface has.
        pub const COUNT: usize = 0 $(+ $area::TEXTS_COUNT)*;

        /// The words in the language with this number, area by area, a line for each text.
        #[must_use]
        pub fn words(language: usize) -> String {
            [$($area::ALL_WORDS[language]),*].concat()
        }
    };
}

areas! {
    access
    activity
    chart
    common
    comparison
    configuration
    customers
    exchange
    names
    problem
    properties
    quote
    radar
    reservation
    rules
    shell
    support
}

/// The place of the first text of the area whose module has this path.
const fn start_of(module: &str) -> usize {
    let mut start = 0;
    let mut area = 0;
    while area < COUNTS.len() {
        let (name, count) = COUNTS[area];
        if is_last_part(name, module) {
            return start;
        }
        start += count;
        area += 1;
    }
    panic!("the areas are listed in this file")
}

const fn is_last_part(name: &str, path: &str) -> bool {
    let (_, end) = path.as_bytes().split_at(path.len() - name.len() - 1);
    let name = name.as_bytes();
    let mut place = 0;
    while place < name.len() {
        if end[place + 1] != name[place] {
            return false;
        }
        place += 1;
    }
    end[0] == b':'
}
