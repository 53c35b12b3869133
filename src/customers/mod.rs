//! The way to a reservation: the list of customers, and one customer's Azure reservations.
//!
//! What both lists do is data in, data out ([`view_model::customers`], [`view_model::reservations`]): search,
//! filter, order, and how a choice stands in the address. The pages draw it. A choice takes effect in the
//! browser, since all rows are there; the service is asked once.

mod cells;
mod customer_list;
mod customer_page;
mod list_controls;
mod no_customers;
mod reservation_filters;
mod reservation_list;
mod reservation_table;
mod row_view;
mod selection;
mod selection_bar;
mod today;
mod unreadable;

pub use customer_list::Customers;
pub use customer_page::Customer;
pub(crate) use customer_page::of_known_customer;
pub(crate) use list_controls::{
    Drawn, Search, SearchField, ShownCount, integer, use_drawn, use_search,
};
pub use no_customers::{NoCustomers, WaysToCustomers};
pub(crate) use reservation_filters::window_label;
pub use reservation_list::wording;
