//! Requests to Microsoft's support: the wizard that asks, and the requests that there are.
//!
//! [`start`] and [`ask_button`] are the way in for the quotes: they put what a quote says into the wizard.
//! [`view_model::support`] knows what is
//! missing in what is typed, and [`kept`] keeps it. `wizard` leads through the steps,
//! `steps` says what each asks for, `create` has the service make a ticket of it.

mod create;
mod draft;
mod entry;
pub mod kept;
mod list;
pub mod places;
mod status;
mod steps;
pub mod text;
mod ticket;
pub mod topics;
mod wizard;

pub use draft::{ask_button, id_lines, start};
pub use entry::SupportRequest;
pub use list::{CustomerRequests, requests_link};
pub(crate) use status::status_name;
pub use ticket::Ticket;
