//! What stands at the head of letters to customers, on the wire and as it is typed.

use crate::shape;

/// The most characters of a name, of a line and of a contact; the service accepts no longer ones.
const CHARACTERS_MAX: usize = 200;

/// The most lines of an address; the service accepts no more.
const LINES_MAX: usize = 8;

shape! {
    /// The head of letters as it is kept; empty before somebody writes it.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Letterhead {
        /// What the partner is called.
        pub name: String = "name",
        /// The lines of the address.
        pub address: Vec<String> = "address",
        /// Who answers questions, and how to reach them.
        pub contact: String = "contact",
        /// Names this state of it.
        pub etag: String = "etag",
    }
}

/// The head as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadText {
    /// The name.
    pub name: String,
    /// The address, line by line.
    pub address: String,
    /// The contact.
    pub contact: String,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadField {
    /// The name.
    Name,
    /// The address.
    Address,
    /// The contact.
    Contact,
}

/// Why a field cannot be kept like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadFault {
    /// It must not be empty.
    Missing,
    /// A line of it has more characters than this.
    TooLong(usize),
    /// It has more lines than this.
    TooManyLines(usize),
}

impl HeadText {
    /// The text of a head that is kept.
    #[must_use]
    pub fn of(letterhead: &Letterhead) -> Self {
        Self {
            name: letterhead.name.clone(),
            address: letterhead.address.join("\n"),
            contact: letterhead.contact.clone(),
        }
    }

    /// The head as it is to be kept; `etag` names the state that the person has seen.
    #[must_use]
    pub fn letterhead(&self, etag: &str) -> Letterhead {
        let lines = self.address.trim().lines().map(|line| line.trim().to_owned());
        Letterhead {
            name: self.name.trim().to_owned(),
            address: lines.collect(),
            contact: self.contact.trim().to_owned(),
            etag: etag.to_owned(),
        }
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn fault(&self, field: HeadField) -> Option<HeadFault> {
        let too_long = |text: &str| {
            let is_long = text.trim().chars().count() > CHARACTERS_MAX;
            is_long.then_some(HeadFault::TooLong(CHARACTERS_MAX))
        };
        match field {
            HeadField::Name if self.name.trim().is_empty() => Some(HeadFault::Missing),
            HeadField::Name => too_long(&self.name),
            HeadField::Contact => too_long(&self.contact),
            HeadField::Address if self.address.trim().lines().count() > LINES_MAX => {
                Some(HeadFault::TooManyLines(LINES_MAX))
            }
            HeadField::Address => self.address.lines().find_map(too_long),
        }
    }

    /// Whether it can be kept.
    #[must_use]
    pub fn fits(&self) -> bool {
        let all = [HeadField::Name, HeadField::Address, HeadField::Contact];
        all.into_iter().all(|field| self.fault(field).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> HeadText {
        HeadText {
            name: " Larkfield ".into(),
            address: "1 Mill Lane\n  Leeds \n".into(),
            contact: "desk@larkfield.example".into(),
        }
    }

    #[test]
    fn what_is_typed_is_kept_line_by_line() {
        let kept = typed().letterhead("e");
        assert_eq!(kept.name, "Larkfield");
        assert_eq!(kept.address, ["1 Mill Lane", "Leeds"]);
        assert_eq!(HeadText::of(&kept).letterhead("e"), kept);
        let empty = HeadText::default().letterhead("");
        assert!(empty.address.is_empty() && empty.contact.is_empty());
    }

    #[test]
    fn a_field_that_the_service_would_refuse_is_named() {
        assert!(typed().fits());
        let without_name = HeadText { name: " ".into(), ..typed() };
        assert_eq!(without_name.fault(HeadField::Name), Some(HeadFault::Missing));
        let long = "x".repeat(CHARACTERS_MAX + 1);
        for (text, field) in [
            (HeadText { name: long.clone(), ..typed() }, HeadField::Name),
            (HeadText { address: format!("a\n{long}"), ..typed() }, HeadField::Address),
            (HeadText { contact: long.clone(), ..typed() }, HeadField::Contact),
        ] {
            assert_eq!(text.fault(field), Some(HeadFault::TooLong(CHARACTERS_MAX)));
            assert!(!text.fits());
        }
        let lines = HeadText { address: "x\n".repeat(LINES_MAX + 1), ..typed() };
        assert_eq!(lines.fault(HeadField::Address), Some(HeadFault::TooManyLines(LINES_MAX)));
    }
}
