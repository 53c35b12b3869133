//! The order of a list, as it stands in an address.

/// The order of a list: by which column, and which way. In an address: `name`, or `-name` from the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of the column.
    pub column: String,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

impl Sort {
    /// By `column`, the smallest first.
    pub fn by(column: impl Into<String>) -> Self {
        Self { column: column.into(), is_descending: false }
    }

    /// Reads what [`Sort::written`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text.strip_prefix('-') {
            Some(column) => Self { column: column.to_owned(), is_descending: true },
            None => Self::by(text),
        }
    }

    /// The form for an address.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}{}", if self.is_descending { "-" } else { "" }, self.column)
    }

    /// What a click on the header of `column` asks for: that column, or the other way round.
    #[must_use]
    pub fn toggled(&self, column: &str) -> Self {
        let is_same = self.column == column;
        Self { column: column.to_owned(), is_descending: is_same && !self.is_descending }
    }

    /// `order` the way that is asked for.
    #[must_use]
    pub fn directed(&self, order: std::cmp::Ordering) -> std::cmp::Ordering {
        if self.is_descending { order.reverse() } else { order }
    }

    /// For `aria-sort` of `column`.
    #[must_use]
    pub fn aria(&self, column: &str) -> &'static str {
        match (self.column == column, self.is_descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
}
