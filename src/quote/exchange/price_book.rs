//! Prices of what can be bought: rows that were imported come before those of the demonstration.

use super::form::PurchaseText;
use view_model::PriceRow;

/// The price list in the currency of the exchange.
#[derive(Clone, Debug, Default)]
pub struct PriceBook {
    rows: Vec<PriceRow>,
}

impl PriceBook {
    /// The rows as the service gives them.
    #[must_use]
    pub fn new(rows: Vec<PriceRow>) -> Self {
        Self { rows }
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[PriceRow] {
        &self.rows
    }

    /// The price of a purchase, if the list has one.
    #[must_use]
    pub fn find(&self, purchase: &PurchaseText) -> Option<&PriceRow> {
        let is_it = |row: &&PriceRow| {
            row.reserved_resource_type.eq_ignore_ascii_case(&purchase.resource_type)
                && row.sku_name.eq_ignore_ascii_case(&purchase.sku)
                && row.location.eq_ignore_ascii_case(&purchase.region)
                && row.term.eq_ignore_ascii_case(&purchase.term)
        };
        let mut found = self.rows.iter().filter(is_it);
        let first = found.next()?;
        if first.is_imported() {
            return Some(first);
        }
        Some(found.find(|row| row.is_imported()).unwrap_or(first))
    }
}
