//! Makes the ranks that rows are sorted by, in a worker of the browser.
//!
//! The script that loads this module hands over the values of a column ([`Sortable`]) and gives back a rank for each.
//! It knows neither the rows nor the language of whoever sorts: what it needs of them comes along.

use portfolio::columns::Sortable;

/// The rank of each value; `None` where the bytes are no values.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn ranks(bytes: &[u8]) -> Option<Vec<u32>> {
    Sortable::read(bytes).map(|values| values.ranks())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers as the page writes them.
    fn numbers(numbers: &[i64]) -> Vec<u8> {
        let each = numbers.iter().flat_map(|number| number.to_le_bytes());
        std::iter::once(1).chain(each).collect()
    }

    #[test]
    fn values_are_answered_with_their_ranks() {
        assert_eq!(ranks(&numbers(&[30, -7, i64::MIN, 30])), Some(vec![1, 0, u32::MAX, 1]));
        assert_eq!(ranks(&numbers(&[])), Some(Vec::new()));
    }

    #[test]
    fn what_is_no_column_has_no_ranks() {
        assert_eq!(ranks(&[]), None);
        assert_eq!(ranks(&[9, 1, 2, 3]), None);
        assert_eq!(ranks(&numbers(&[1, 2])[..9 + 3]), None);
    }
}
