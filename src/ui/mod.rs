//! Controls that know nothing of reservations: what a page is built from.
//!
//! Each has its style sheet of the same name in `style/`. Whoever uses them brings the words; the few that
//! belong to a control itself (close, copied) come from the catalogue.
//!
//! Invariant: nothing here names the router, the API or the calculator.

mod announcer;
mod badge;
mod breadcrumbs;
mod button;
mod copy_button;
mod dialog;
mod disclosure;
mod field;
mod heading;
mod icon;
mod id;
mod keyed;
mod late;
mod live;
mod menu;
mod meter;
mod notice;
mod property_list;
mod search_box;
mod side_nav;
mod skeleton;
mod table;
mod tip;
mod toast;
mod value_text;

pub use announcer::{Announcer, RouteAnnouncer};
pub use badge::Badge;
pub use breadcrumbs::{Breadcrumbs, Crumb};
pub use button::{Button, ButtonKind, LinkButton};
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use field::{
    Choice, Choices, Control, DateField, DecimalField, FieldSpec, NumberField, RadioGroup,
    SelectField, Switch, TextField, decimal_problem, field_of_data, live_select,
};
pub use heading::Heading;
pub use icon::{Icon, Symbol};
pub use keyed::{Keyed, keyed};
pub use late::{keyed_gradually, late};
pub use live::{
    Live, LiveAttr, LiveFlag, LiveValue, live, live_attr, live_flag, live_text, live_value,
};
pub use menu::Menu;
pub use meter::Meter;
pub use notice::Notice;
pub use property_list::{Property, PropertyList};
pub use search_box::SearchBox;
pub use side_nav::{SideNav, SideNavItem};
pub use skeleton::Skeleton;
pub use table::{Cell, Column, RowHeader, Table};
pub use tip::tip;
pub use toast::{ToastRegion, Toasts, use_toasts};
pub use value_text::{DateText, MoneyText};
pub use view_model::Tone;
pub use view_model::listing::Sort;
