//! Controls that know nothing of reservations: what a page is built from.
//!
//! A file has its style sheet of the same name in `style/`. Whoever uses a control brings the words; the few that
//! belong to a control itself (close, copied) come from the catalogue.
//!
//! Invariant: nothing here names the router, the API or the calculator.

mod button;
mod chart;
mod field;
mod grid;
mod heading;
mod icon;
mod live;
mod message;
mod overlay;
mod picture;
mod properties;
mod table;

pub use button::{Button, ButtonKind, CopyButton, LinkButton};
pub use chart::pointed_out;
pub use field::{
    AccountField, Choice, Choices, Control, DateField, DecimalField, FieldSpec, Known, NumberField,
    RadioGroup, SearchBox, SelectField, Switch, TextField, decimal_problem, field_of_data,
    live_select,
};
pub use grid::{Grid, GridColumn, GridRows, GridSort, grid_cell, grid_header};
pub use heading::{Announcer, Breadcrumbs, Crumb, Heading, RouteAnnouncer, SideNav, SideNavItem};
pub use icon::{Icon, Symbol};
pub use live::{
    Keyed, Live, LiveAttr, LiveFlag, LiveValue, keyed, keyed_gradually, late, live, live_attr,
    live_flag, live_text, live_value, unique,
};
pub use message::{Badge, Notice, Skeleton, ToastRegion, Toasts, use_toasts};
pub use overlay::{Dialog, Disclosure, Menu, explained, tip};
pub use picture::picture_controls;
pub use properties::{DateText, Meter, MoneyText, Property, PropertyList};
pub use table::{Cell, Column, RowHeader, Table};
