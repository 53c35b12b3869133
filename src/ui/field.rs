//! One labelled control of a form.
//!
//! Each field has a visible label, an optional hint, and an error message; the control names the last two in
//! `aria-describedby`, so that a screen reader reads them with it. The caller keeps the text as it was
//! typed, since half a number is not a number yet.

mod choice;
mod of_data;
mod text;

pub use choice::{Choice, RadioGroup, SelectField, Switch, live_select};
pub use of_data::{Choices, Control, FieldSpec, field_of_data};
pub use text::{
    AccountField, DateField, DecimalField, Known, NumberField, SearchBox, TextField,
    decimal_problem,
};

use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::ui::live::unique;
use crate::ui::{live_flag, live_text};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// What a field says about its control.
#[derive(Clone, Debug)]
struct Frame {
    label: TextProp,
    hint: Option<TextProp>,
    error: MaybeProp<String>,
    is_optional: bool,
}

/// The ids that connect the control with its words.
#[derive(Clone, Debug)]
struct Ids {
    /// Of the control.
    control: String,
    hint: String,
    error: String,
}

impl Ids {
    /// Those of a control whose id the caller knows.
    fn of(id: &str) -> Self {
        Self { control: id.to_owned(), hint: format!("{id}-hint"), error: format!("{id}-error") }
    }
}

impl Frame {
    /// For `aria-describedby`: the hint, and the error while there is one.
    fn described_by(&self, ids: &Ids) -> impl Fn() -> Option<String> + use<> {
        let hint = self.hint.is_some().then(|| ids.hint.clone());
        let error_id = ids.error.clone();
        let error = self.error;
        move || {
            let shown_error = error.with(Option::is_some).then(|| error_id.clone());
            let ids: Vec<String> = hint.clone().into_iter().chain(shown_error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// For `aria-invalid`.
    fn invalid(&self) -> impl Fn() -> Option<&'static str> + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// The field with `control` in the middle.
    fn around(self, ids: Ids, control: AnyView) -> AnyView {
        let Self { label, hint, error, is_optional } = self;
        let Ids { control: control_id, hint: hint_id, error: error_id } = ids;
        view! {
            <div class="field" class:invalid=live_flag(move || error.with(Option::is_some))>
                <label for=control_id>
                    {live_text(move || label.get())}
                    {is_optional.then(|| view! { <span class="muted">" (" {t(common::OPTIONAL)} ")"</span> })}
                </label>
                {control}
                {hint.map(|hint| view! { <p class="hint" id=hint_id>{live_text(move || hint.get())}</p> })}
                // Always in the page: screen readers announce only what appears in a region they know.
                <p class="field-error" id=error_id role="status">
                    {live_text(move || error.get().unwrap_or_default())}
                </p>
            </div>
        }
        .into_any()
    }
}

fn new_ids() -> Ids {
    Ids { control: unique("field"), hint: unique("hint"), error: unique("error") }
}
