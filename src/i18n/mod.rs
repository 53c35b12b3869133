//! Every visible text in five languages, and the language in force.
//!
//! The catalogue has all five side by side, so that a missing language does not compile. In a view,
//! `{t(HELLO)}` follows the language as it changes; outside views [`Text::get`] and [`t_with`] give the
//! words of this moment. Every component property that takes a label accepts a [`Text`] as it is. Words
//! that depend on a number are [`Counted`], and [`t_count`] chooses the form that goes with it.

mod format;
mod language;
mod loading;
mod text;

pub mod calculations;
pub mod catalogue;
pub mod names;

pub use format::{
    bytes, date, integer, list, moment, money, month, number, percent, percent_of_hundred, weekday,
};
pub use language::{bring, complete, current, in_language, locale, prepare, restore, select};
pub use text::{Counted, Text, fill, t, t_count, t_with};
pub use view_model::language::Language;
