//! What the page shows of all reservations, as it stands in the address.

use crate::address::parameter as shared;
use crate::listing::Sort;
use portfolio::columns::{self, Facet, SortBy};

/// Names of the parameters in the address that only this page has; each [`Facet`] has one as well.
pub mod parameter {
    /// The columns beside the name.
    pub const COLUMNS: &str = "columns";
    /// The place of the row that is topmost in sight.
    pub const ROW: &str = "row";
}

/// The name of the parameter in the address that says what is chosen of a facet.
#[must_use]
pub const fn facet_parameter(facet: Facet) -> &'static str {
    match facet {
        // The parameter `customer` says whose records a page is about, which this one never is.
        Facet::Customer => "of",
        facet => facet.key(),
    }
}

/// Declares an enum of which each value has a key for addresses.
macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $value:ident = $key:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum $name {
            $($(#[$what])* $value),+
        }

        impl $name {
            /// All of them in their order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The form for an address.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key),+
                }
            }

            /// Reads what `key` wrote.
            #[must_use]
            pub fn parse(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.key() == key)
            }
        }
    };
}

keyed! {
    /// Columns beside the name, in the order in which they stand.
    Column {
        /// What comes back today.
        Back = "back",
        /// What is no longer owed after a return today.
        Owed = "owed",
        /// The customer.
        Customer = "customer",
        /// The size or product.
        Product = "product",
        /// The kind of product.
        Type = "type",
        /// The region.
        Region = "region",
        /// Units.
        Quantity = "quantity",
        /// Term.
        Term = "term",
        /// How it is paid.
        Plan = "plan",
        /// What one unit costs over the whole term.
        Price = "price",
        /// Purchase date.
        Purchase = "purchase",
        /// The first day without it.
        Expiry = "expiry",
        /// State.
        State = "state",
    }
}

impl Column {
    /// The key of the name, which is no column to choose: it always stands first.
    pub const NAME: &str = "name";

    /// The columns of somebody who has not chosen any.
    pub const AT_FIRST: [Self; 7] = [
        Self::Back,
        Self::Owed,
        Self::Customer,
        Self::Product,
        Self::Quantity,
        Self::Expiry,
        Self::State,
    ];

    /// What it is sorted by.
    #[must_use]
    pub const fn sorted_by(self) -> columns::Column {
        use columns::Column as C;
        match self {
            Self::Customer => C::Customer,
            Self::Product => C::Sku,
            Self::Type => C::ResourceType,
            Self::Region => C::Region,
            Self::Quantity => C::Quantity,
            Self::Term => C::Term,
            Self::Plan => C::BillingPlan,
            Self::Price => C::UnitPrice,
            Self::Purchase => C::PurchaseDate,
            Self::Expiry => C::ExpiryDate,
            Self::State => C::State,
            Self::Back => C::Payable,
            Self::Owed => C::CancelledInstalments,
        }
    }

    /// Its width in tenths of a root em.
    #[must_use]
    pub const fn width(self) -> u32 {
        match self {
            Self::Customer | Self::Product => 120,
            Self::Type | Self::Region => 110,
            Self::Back | Self::Owed | Self::Price => 110,
            Self::Purchase | Self::Expiry => 95,
            Self::Quantity | Self::Term | Self::Plan | Self::State => 80,
        }
    }

    /// Whether its values are numbers.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Quantity | Self::Price | Self::Back | Self::Owed)
    }
}

/// What is shown, and how.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct View {
    /// The words that rows have to hold.
    pub search: String,
    /// By which columns, the one that counts most first.
    pub sort: Vec<Sort>,
    /// What is chosen of each facet, by its key.
    pub chosen: Vec<(Facet, String)>,
    /// Whether reservations that have ended are shown.
    pub shows_ended: bool,
    /// The columns beside the name; `None` where the address does not say.
    pub columns: Option<Vec<Column>>,
}

impl View {
    /// Reads an address; `value` gives the value of a parameter, empty where it is missing. What this version does
    /// not know is left out, as an old link may name it.
    #[must_use]
    pub fn read(value: impl Fn(&str) -> String) -> Self {
        let stated = |name| Some(value(name)).filter(|value| !value.is_empty());
        let chosen = |facet: Facet| Some((facet, stated(facet_parameter(facet))?));
        Self {
            search: value(shared::SEARCH),
            sort: sorts(&value(shared::SORT)),
            chosen: Facet::ALL.into_iter().filter_map(chosen).collect(),
            shows_ended: !value(shared::ENDED).is_empty(),
            columns: stated(parameter::COLUMNS).map(|keys| Self::columns_of(&keys)),
        }
    }

    /// The columns that an address or the storage names.
    #[must_use]
    pub fn columns_of(keys: &str) -> Vec<Column> {
        let named: Vec<&str> = keys.split(',').collect();
        Column::ALL.iter().copied().filter(|column| named.contains(&column.key())).collect()
    }

    /// What is chosen of a facet; empty where nothing is.
    #[must_use]
    pub fn chosen_of(&self, facet: Facet) -> &str {
        let mut chosen = self.chosen.iter();
        chosen.find(|(of, _)| *of == facet).map_or("", |(_, key)| key)
    }

    /// Whether fewer or other rows are shown than at first.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || self.shows_ended || !self.chosen.is_empty()
    }

    /// The parameters that make it so.
    #[must_use]
    pub fn narrowing() -> Vec<&'static str> {
        let facets = Facet::ALL.into_iter().map(facet_parameter);
        facets.chain([shared::SEARCH, shared::ENDED]).collect()
    }

    /// The order for [`columns::Portfolio::sorted`].
    #[must_use]
    pub fn sort_by(&self) -> Vec<SortBy> {
        let by = |sort: &Sort| {
            let column = match Column::parse(&sort.column) {
                Some(column) => column.sorted_by(),
                None => columns::Column::Name,
            };
            SortBy { column, is_descending: sort.is_descending }
        };
        self.sort.iter().map(by).collect()
    }
}

/// The order where an address names none: what ends first stands first.
fn sorts(written: &str) -> Vec<Sort> {
    let is_known =
        |sort: &Sort| sort.column == Column::NAME || Column::parse(&sort.column).is_some();
    let mut sorts: Vec<Sort> = Vec::new();
    for sort in written.split(',').map(Sort::parse).filter(is_known) {
        if sorts.iter().all(|known| known.column != sort.column) {
            sorts.push(sort);
        }
    }
    if sorts.is_empty() { vec![Sort::by(Column::Expiry.key())] } else { sorts }
}

/// The order, for an address, after a click on the heading of `column`. With `keeps` the order that there is stays and
/// the column counts below it, or turns round where it stands.
#[must_use]
pub fn sorted_by(now: &[Sort], column: &str, keeps: bool) -> String {
    let place = now.iter().position(|sort| sort.column == column);
    let turned = |sort: &Sort| sort.toggled(column);
    let sorts = match (keeps, place) {
        (false, Some(place)) => vec![turned(&now[place])],
        (false, None) => vec![Sort::by(column)],
        (true, Some(place)) => {
            let mut sorts = now.to_vec();
            sorts[place] = turned(&sorts[place]);
            sorts
        }
        (true, None) => [now, &[Sort::by(column)]].concat(),
    };
    sorts.iter().map(Sort::written).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{parameters, split};

    fn read(query: &str) -> View {
        let values = parameters(split(query).1);
        View::read(|name| {
            let found = values.iter().find(|(own, _)| own == name);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        })
    }

    #[test]
    fn an_address_without_a_query_shows_what_runs_by_its_end() {
        let view = read("/portfolio");
        assert_eq!((view.shows_ended, view.sort.as_slice()), (false, &[Sort::by("expiry")][..]));
        assert!(!view.is_narrowed());
        assert_eq!((view.columns, view.chosen), (None, Vec::new()));
    }

    #[test]
    fn every_part_of_the_view_is_read_from_the_address() {
        let view = read(
            "/portfolio?search=a%20b&sort=-back,name&ended=1&return=over&expires=30&of=t-1\
             &type=VirtualMachines&columns=back,customer",
        );
        let chosen = [
            (Facet::Customer, "t-1"),
            (Facet::ResourceType, "VirtualMachines"),
            (Facet::Expiry, "30"),
            (Facet::Outcome, "over"),
        ];
        let expected = View {
            search: "a b".to_owned(),
            sort: vec![Sort { column: "back".to_owned(), is_descending: true }, Sort::by("name")],
            chosen: chosen.map(|(facet, key)| (facet, key.to_owned())).to_vec(),
            shows_ended: true,
            columns: Some(vec![Column::Back, Column::Customer]),
        };
        assert_eq!(view, expected);
        assert!(view.is_narrowed());
        assert_eq!(view.chosen_of(Facet::Outcome), "over");
        assert_eq!(view.chosen_of(Facet::Region), "");
        let by = view.sort_by();
        assert_eq!(by[0], SortBy { column: columns::Column::Payable, is_descending: true });
        assert_eq!(by[1], SortBy { column: columns::Column::Name, is_descending: false });
    }

    #[test]
    fn what_this_version_does_not_know_is_left_out() {
        let view = read("/portfolio?sort=-colour,name,name,-name&colour=x&columns=x");
        assert_eq!(view.sort, [Sort::by("name")]);
        assert_eq!((view.chosen, view.columns), (Vec::new(), Some(Vec::new())));
    }

    #[test]
    fn each_parameter_that_narrows_is_among_those_that_are_taken_away() {
        let names = View::narrowing();
        for name in &names {
            assert!(read(&format!("/x?{name}=1")).is_narrowed(), "{name}");
        }
        let mut distinct = names.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), names.len(), "no two are one: {names:?}");
        assert!(!names.contains(&shared::SORT) && !names.contains(&shared::CUSTOMER));
    }

    #[test]
    fn a_click_sorts_by_a_column_and_another_one_turns_it_round() {
        let by = |written: &str| sorts(written);
        assert_eq!(sorted_by(&by("expiry"), "name", false), "name");
        assert_eq!(sorted_by(&by("name"), "name", false), "-name");
        assert_eq!(sorted_by(&by("-name"), "name", false), "name");
        assert_eq!(sorted_by(&by("expiry,name"), "name", false), "-name");
    }

    #[test]
    fn a_click_that_keeps_the_order_adds_a_column_below_it() {
        let by = |written: &str| sorts(written);
        assert_eq!(sorted_by(&by("expiry"), "name", true), "expiry,name");
        assert_eq!(sorted_by(&by("expiry,name"), "name", true), "expiry,-name");
        assert_eq!(sorted_by(&by("expiry,name"), "expiry", true), "-expiry,name");
    }
}
