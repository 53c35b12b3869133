//! The texts, one file for each area of the interface.

pub mod access;
pub mod chart;
pub mod common;
pub mod customers;
pub mod names;
pub mod problem;
pub mod quote;
pub mod reservation;
pub mod rules;
pub mod shell;
pub mod support;

/// Declares texts, each in all five languages, and `ALL`, the list of them for the tests.
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
        $(
            $(#[$about])*
            pub const $name: $crate::i18n::Text = $crate::i18n::Text::packed(concat!(
                $en, "\0", $de, "\0", $sv, "\0", $nl, "\0", $zh
            ));
        )*

        /// Every text of this area with its name.
        pub const ALL: &[(&str, $crate::i18n::Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// Every text of the interface with its name.
#[must_use]
pub fn all() -> Vec<(&'static str, super::Text)> {
    [
        access::ALL,
        chart::ALL,
        common::ALL,
        customers::ALL,
        names::ALL,
        problem::ALL,
        quote::ALL,
        reservation::ALL,
        rules::ALL,
        shell::ALL,
        support::ALL,
    ]
    .concat()
}
