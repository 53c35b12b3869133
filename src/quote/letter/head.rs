//! The head of letters: shown, and changed in place by those who may.

use crate::api::{Account, Load, Permission, State, Tenant, load, use_api};
use crate::draft::drafted;
use crate::i18n::catalogue::{cap, common, letter as texts, rules};
use crate::i18n::{t, t_count};
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{
    Button, ButtonKind, Control, FieldSpec, TextField, field_of_data, live, use_toasts,
};
use leptos::prelude::*;
use view_model::Tone;
use view_model::letterhead::{HeadFault, HeadField, HeadText, Letterhead};

/// The head as it is kept, and who the partner is where nobody has written one.
#[derive(Clone, Copy)]
pub(super) struct Head {
    kept: Load<Letterhead>,
    account: Load<Account>,
}

impl Head {
    /// Asks for it; call it while a component is made.
    pub(super) fn new() -> Self {
        let api = use_api();
        Self {
            kept: load(|| (), move |()| async move { api.letterhead().await }),
            account: load(|| (), move |()| async move { api.account().await }),
        }
    }

    /// The head that letters have now, once it is known; the partner's name alone where there is none. Followed in
    /// reactive closures.
    pub(super) fn shown(self) -> Option<Letterhead> {
        let kept = match self.kept.state() {
            State::Loading => return None,
            State::Ready(kept) => (*kept).clone(),
            // What is wrong is said in its place, and a letter without an address is one.
            State::Failed(_) => Letterhead::default(),
        };
        if !kept.name.is_empty() {
            return Some(kept);
        }
        let name = match self.account.state() {
            State::Loading => return None,
            State::Ready(account) => account.partner_name.clone(),
            State::Failed(_) => String::new(),
        };
        Some(Letterhead { name, ..kept })
    }

    /// The part of the page that changes it.
    pub(super) fn part(self) -> AnyView {
        let is_open = RwSignal::new(false);
        let retry = Callback::new(move |()| self.kept.reload());
        let content = live(move || match self.kept.state() {
            State::Failed(error) => view! { <Problem error on_retry=retry /> }.into_any(),
            State::Loading | State::Ready(_) => ().into_any(),
        });
        view! {
            <section class="card part" aria-label=t(texts::LETTERHEAD)>
                <h2>{t(texts::LETTERHEAD)}</h2>
                <p class="hint">{t(texts::LETTERHEAD_HINT)}</p>
                {content}
                {self.editor(is_open)}
            </section>
        }
        .into_any()
    }

    /// The button that opens the form, and the form.
    fn editor(self, is_open: RwSignal<bool>) -> AnyView {
        let rights = use_rights();
        let sending = Sending::new(Tenant::Partner);
        let text = drafted("letterhead", Typed::default());
        // Somebody else may have been quicker: then theirs is in the letter, and what was typed stays.
        effect(move || {
            if sending.has_failed() {
                self.kept.reload();
            }
        });
        let open = Callback::new(move |_| {
            if text.with_untracked(|typed| *typed == Typed::default()) {
                let shown = untrack(|| self.shown()).unwrap_or_default();
                text.set(Typed(HeadText::of(&shown)));
            }
            is_open.set(true);
        });
        let not_now = MaybeProp::derive(move || {
            // What is not read yet would be replaced by what is typed over nothing.
            let is_loading = matches!(self.kept.state(), State::Loading);
            let reason = || is_loading.then(|| common::LOADING.get().to_owned());
            rights.may(Permission::ChangeSettings).err().or_else(reason)
        });
        if text.with_untracked(|typed| *typed != Typed::default()) {
            is_open.set(true);
        }
        live(move || match is_open.get() {
            true => form(self, text, sending, is_open),
            false => view! {
                <div class="button-row">
                    <Button on_click=open disabled_reason=not_now>{t(texts::EDIT)}</Button>
                </div>
            }
            .into_any(),
        })
    }
}

fn form(head: Head, text: RwSignal<Typed>, sending: Sending, is_open: RwSignal<bool>) -> AnyView {
    let (api, toasts, rights) = (use_api(), use_toasts(), use_rights());
    let close = move || {
        text.set(Typed::default());
        is_open.set(false);
    };
    let save = Callback::new(move |_| {
        let send = move |attempt| -> Change {
            // The state that is on screen at this moment, so that nothing unseen is overwritten.
            let kept = untrack(|| head.kept.ready());
            let etag = kept.map(|kept| kept.etag.clone()).unwrap_or_default();
            let letterhead = text.with_untracked(|text| text.0.letterhead(&etag));
            Box::pin(async move { api.save_letterhead(&letterhead, &attempt).await })
        };
        let what = text.with_untracked(ToString::to_string);
        sending.send("letterhead".to_owned(), what, send, move || {
            close();
            head.kept.reload();
            toasts.show(Tone::Success, untrack(|| texts::HEAD_SAVED.get()));
        });
    });
    let cancel = Callback::new(move |_| {
        sending.clear();
        close();
    });
    let not_now = MaybeProp::derive(move || {
        if sending.is_busy() {
            return Some(cap::SAVING.get().to_owned());
        }
        let fits = text.with(|text| text.0.fits());
        rights
            .may(Permission::ChangeSettings)
            .err()
            .or_else(|| (!fits).then(|| texts::CORRECT_HEAD.get().to_owned()))
    });
    let read = move |field: fn(&HeadText) -> &String| {
        Signal::derive(move || text.with(|text| field(&text.0).clone()))
    };
    let write = move |field: fn(&mut HeadText) -> &mut String| {
        Callback::new(move |typed| text.update(|text| *field(&mut text.0) = typed))
    };
    let address = FieldSpec {
        id: "letterhead-address",
        label: texts::HEAD_ADDRESS.into(),
        hint: None,
        control: Control::Lines(4),
        is_optional: true,
    };
    let address = field_of_data(
        address,
        read(|text| &text.address),
        error(text, HeadField::Address),
        write(|text| &mut text.address),
    );
    view! {
        <form class="stack" aria-label=t(texts::LETTERHEAD) on:submit=|event| event.prevent_default()>
            <TextField
                label=texts::HEAD_NAME
                value=read(|text| &text.name)
                on_input=write(|text| &mut text.name)
                error=error(text, HeadField::Name)
            />
            {address}
            <TextField
                label=texts::HEAD_CONTACT
                value=read(|text| &text.contact)
                on_input=write(|text| &mut text.contact)
                error=error(text, HeadField::Contact)
                is_optional=true
            />
            {live(move || sending.outcome(texts::HEAD_NOT_SAVED))}
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=save disabled_reason=not_now>
                    {t(texts::HEAD_SAVE)}
                </Button>
                <Button on_click=cancel>{t(common::CANCEL)}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// What is wrong with a field, in the language of the page.
fn error(text: RwSignal<Typed>, field: HeadField) -> MaybeProp<String> {
    MaybeProp::derive(move || {
        Some(match text.with(|text| text.0.fault(field))? {
            HeadFault::Missing => rules::PROBLEM_MISSING.get().to_owned(),
            HeadFault::TooLong(max) => t_count(texts::TOO_LONG, max as u64, &[]),
            HeadFault::TooManyLines(max) => t_count(texts::TOO_MANY_LINES, max as u64, &[]),
        })
    })
}

/// What is typed, as the tab keeps it: the name, the contact, then the lines of the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed(HeadText);

impl std::fmt::Display for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let HeadText { name, address, contact } = &self.0;
        write!(f, "{name}\n{contact}\n{address}")
    }
}

impl std::str::FromStr for Typed {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.splitn(3, '\n').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (name, contact, address) = (next(), next(), next());
        Ok(Self(HeadText { name, address, contact }))
    }
}
