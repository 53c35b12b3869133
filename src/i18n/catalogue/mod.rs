//! The texts, one file for each area of the interface.
//!
//! In a release each language is two files of its own, because a page needs one language at a time, and what is seen
//! first says little of all: the command that completes a bundle compiles this folder as well and writes them. While
//! developing, all of them are part of the module.

pub mod access;
pub mod activity;
pub mod cap;
pub mod change;
pub mod chart;
pub mod common;
pub mod comparison;
pub mod configuration;
pub mod customer;
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
pub mod resources;
pub mod rights_end;
pub mod rules;
pub mod shell;
pub mod sign_in;
pub mod start;
pub mod support;
pub mod titles;

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

        /// Their words in English, for what is called so whatever language the page is in: they are part of the module
        /// that names them.
        pub mod english {
            $(
                /// As the text itself.
                pub const $name: &str = $en;
            )*
        }

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

/// Lists the areas, which decides about the places of their texts and about the file that they come in.
macro_rules! areas {
    (first: $($first:ident)*; later: $($later:ident)*;) => {
        /// How many texts each area has.
        const COUNTS: &[(&str, usize)] = &[
            $((stringify!($first), $first::NAMES.len()),)*
            $((stringify!($later), $later::NAMES.len()),)*
        ];

        /// The areas of [`Part::First`].
        pub const FIRST_AREAS: &[&str] = &[$(stringify!($first)),*];

        /// The path of every text of the interface, in the order of their places.
        #[must_use]
        pub fn names() -> Vec<&'static str> {
            [$($first::NAMES,)* $($later::NAMES,)*].concat()
        }

        /// How many texts [`Part::First`] has.
        const FIRST_COUNT: usize = 0 $(+ $first::NAMES.len())*;

        /// How many texts [`Part::Later`] has.
        const LATER_COUNT: usize = 0 $(+ $later::NAMES.len())*;

        /// The words of a part in the language with this number, area by area: a line for each text, with a tab
        /// between the form for one and the one for other numbers.
        #[must_use]
        pub fn words(part: Part, language: usize) -> String {
            match part {
                Part::First => [$($first::ALL_WORDS[language]),*].concat(),
                Part::Later => [$($later::ALL_WORDS[language]),*].concat(),
            }
        }
    };
}

/// The files in which the words of a language come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the frame and the [`FIRST_PAGES`] say: nothing is on the screen before it is here.
    First,
    /// What all other pages say beside: none of them is shown before it is here.
    Later,
}

impl Part {
    /// Both, in the order of the places of their texts.
    pub const ALL: [Self; 2] = [Self::First, Self::Later];

    /// What the page calls its files, and how their names begin.
    #[must_use]
    pub const fn link(self) -> &'static str {
        match self {
            Self::First => "texts",
            Self::Later => "later-texts",
        }
    }

    /// How many texts it has.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::First => FIRST_COUNT,
            Self::Later => LATER_COUNT,
        }
    }

    /// The part of the text at this place of the catalogue, and its line there.
    #[must_use]
    pub const fn of(place: usize) -> (Self, usize) {
        match place.checked_sub(FIRST_COUNT) {
            Some(line) => (Self::Later, line),
            None => (Self::First, place),
        }
    }
}

/// The modules that say nothing but what the areas below call `first`, of which their sources name no other
/// (`tidy` checks that). Their styles are in the first sheet as well (`xtask/src/styles.rs`).
pub const FIRST_PAGES: &[&str] = &["customers", "questions"];

areas! {
    first:
        change
        common
        customers
        find
        problem
        shell
        titles;
    later:
        access
        activity
        cap
        chart
        comparison
        configuration
        customer
        data
        exchange
        import
        incomplete
        letter
        names
        own
        plan
        portfolio
        properties
        quick
        quote
        radar
        reading
        reconcile
        refund
        reservation
        resources
        rights_end
        rules
        sign_in
        start
        support;
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
