//! The texts, one file for each area of the interface.
//!
//! In a release each language is a file of its own, because a page needs one of them at a time: the command
//! that completes a bundle compiles this folder as well and writes them. While developing, all five are
//! part of the module.

pub mod access;
pub mod activity;
pub mod cap;
pub mod change;
pub mod chart;
pub mod common;
pub mod comparison;
pub mod configuration;
pub mod customers;
pub mod data;
pub mod exchange;
pub mod find;
pub mod import;
pub mod incomplete;
pub mod letter;
pub mod names;
pub mod own;
pub mod plan;
pub mod portfolio;
pub mod problem;
pub mod properties;
pub mod quick;
pub mod quote;
pub mod radar;
pub mod reading;
pub mod reconcile;
pub mod refund;
pub mod reservation;
pub mod rights_end;
pub mod rules;
pub mod shell;
pub mod sign_in;
pub mod start;
pub mod support;

/// Declares the texts of an area, each in all five languages.
///
/// A text whose words depend on a number has two forms in the languages that tell one from many, first the
/// one for one; Chinese does not. The number is its `{count}`, and a form that is missing does not compile.
///
/// ```ignore
/// catalogue! {
///     /// Button that closes a dialog.
///     CLOSE { en: "Close", de: "Schließen", sv: "Stäng", nl: "Sluiten", zh: "关闭" }
///     /// How many days are left.
///     DAYS {
///         en: "{count} day" | "{count} days",
///         de: "{count} Tag" | "{count} Tage",
///         sv: "{count} dag" | "{count} dagar",
///         nl: "{count} dag" | "{count} dagen",
///         zh: "{count} 天"
///     }
/// }
/// ```
#[macro_export]
macro_rules! catalogue {
    // What a text is: one with a second form in any language has it in all that need it.
    (@type) => { $crate::i18n::Text };
    (@type $($many:literal)+) => { $crate::i18n::Counted };
    ($(
        $(#[$about:meta])*
        $name:ident {
            en: $en:literal $(| $en_many:literal)?,
            de: $de:literal $(| $de_many:literal)?,
            sv: $sv:literal $(| $sv_many:literal)?,
            nl: $nl:literal $(| $nl_many:literal)?,
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
            pub const $name: $crate::catalogue!(@type $($en_many $de_many $sv_many $nl_many)?) =
                <$crate::catalogue!(@type $($en_many)?)>::at(FIRST_PLACE + Place::$name as usize);
        )*

        /// The path of every text of this area.
        pub(super) const NAMES: &[&str] = &[$(concat!(module_path!(), "::", stringify!($name))),*];

        /// Their words in the order of the languages, a line for each text with a tab between two forms.
        pub(super) const ALL_WORDS: [&str; $crate::i18n::Language::ALL.len()] = [
            concat!($($en, $("\t", $en_many,)? "\n"),*),
            concat!($($de, $("\t", $de_many,)? "\n"),*),
            concat!($($sv, $("\t", $sv_many,)? "\n"),*),
            concat!($($nl, $("\t", $nl_many,)? "\n"),*),
            concat!($($zh, "\n"),*),
        ];
    };
}

/// Lists the areas, which decides about the places of their texts.
macro_rules! areas {
    ($($area:ident)*) => {
        /// How many texts each area has.
        const COUNTS: &[(&str, usize)] = &[$((stringify!($area), $area::NAMES.len())),*];

        /// The path of every text of the interface, in the order of their places.
        #[must_use]
        pub fn names() -> Vec<&'static str> {
            [$($area::NAMES),*].concat()
        }

        /// How many texts the interface has.
        pub const COUNT: usize = 0 $(+ $area::NAMES.len())*;

        /// The words in the language with this number, area by area: a line for each text, with a tab
        /// between the form for one and the one for other numbers.
        #[must_use]
        pub fn words(language: usize) -> String {
            [$($area::ALL_WORDS[language]),*].concat()
        }
    };
}

areas! {
    access
    activity
    cap
    change
    chart
    common
    comparison
    configuration
    customers
    data
    exchange
    find
    import
    incomplete
    letter
    names
    own
    plan
    portfolio
    problem
    properties
    quick
    quote
    radar
    reading
    reconcile
    refund
    reservation
    rights_end
    rules
    shell
    sign_in
    start
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
