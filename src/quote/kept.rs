//! What the partner keeps of a credit, as the letter of this tab last said for a reservation: its address alone would
//! lose that with a step back in the history, or say what an older letter has said.

use super::carry_out::key;
use crate::platform::storage::tab;
use view_model::address::{Parameters, ReservationRef, parameters, split, value, with_query};
use view_model::quote::letter::{FormText, link};
use view_model::quote::typed::borrowed;

/// Remembers what the letter says, also that nothing is kept. `sign` separates whole and fraction in it.
pub(super) fn remember(of: &ReservationRef, form: &FormText, sign: char) {
    let said = with_query(String::new(), &borrowed(&link::kept(form, sign)));
    tab::set(&place(of), &said);
}

/// What a letter has said, as parameters of an address; `None` where this tab has seen none.
pub(super) fn recalled(of: &ReservationRef) -> Option<Parameters> {
    tab::get(&place(of)).map(|said| parameters(split(&said).1))
}

/// What the address of a letter says, or what a letter has said before where it says nothing.
pub(super) fn or_recalled(of: &ReservationRef, named: FormText, sign: char) -> FormText {
    match recalled(of) {
        Some(said) if named.keeps_nothing() => link::form(|name| value(&said, name), named, sign),
        Some(_) | None => named,
    }
}

/// The return is carried out, and what was said went with it: nothing is kept of the next one, whatever the addresses
/// of this one say.
pub(super) fn end(of: &ReservationRef) {
    tab::set(&place(of), "");
}

fn place(of: &ReservationRef) -> String {
    format!("draft.{}", key("kept", of))
}
