//! The frame around every page: the header with what holds on all of them, the navigation, the footer.
//!
//! Pages read what was chosen here through [`use_policy`], and tell through [`use_current_customer`]
//! whose reservations they show.

mod agreement;
mod article;
mod chooser;
mod choosers;
mod context_bar;
mod demo_data;
mod display;
mod finder;
mod footer;
mod frame;
mod header;
mod leave;
mod not_found;
mod outside_csp;
mod policy_setting;
mod question;
mod resources;
mod roles;
mod session;
mod welcome;

pub(crate) use agreement::agreement_badge;
pub use article::Article;
pub(crate) use choosers::policy_as_offered;
pub use choosers::policy_name;
pub use finder::{Finder, Finding};
pub use frame::Shell;
pub(crate) use leave::{LeaveWords, leave_question};
pub use not_found::NotFound;
pub(crate) use outside_csp::{agreement_mark, agreement_notice, agreement_refusal};
pub(crate) use policy_setting::{carried_out_under, what_if, what_if_ways};
pub use question::{Asked, Questions};
pub(crate) use question::{Question, question};
pub use resources::Resources;
pub use roles::Roles;
pub use session::{
    CurrentCustomer, Inside, PersonSign, PolicyChoice, use_current_customer, use_policy,
    use_replaced,
};
pub(crate) use welcome::{welcome, welcomed};
