//! One labelled control of a form.
//!
//! Each field has a visible label, an optional hint, and an error message; the control names the last two in
//! `aria-describedby`, so that a screen reader reads them with it. The caller keeps the text as it was
//! typed, since half a number is not a number yet.

mod choice;
mod frame;
mod live_choice;
mod of_data;
mod text;

pub use choice::{Choice, RadioGroup, SelectField, Switch};
pub use live_choice::live_select;
pub use of_data::{Choices, Control, FieldSpec, field_of_data};
pub use text::{DateField, DecimalField, NumberField, TextField, decimal_problem};
