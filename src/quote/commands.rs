//! What is on screen as commands for Azure, to be run by the partner.

use crate::i18n::catalogue::own as texts;
use crate::i18n::{Text, t};
use crate::quote::take_along::not_current;
use crate::ui::{Choice, CopyButton, Disclosure, SelectField, live, live_text};
use leptos::prelude::*;
use view_model::commands::{Commands, Shell};

/// What Microsoft is told where nobody has chosen a reason.
pub(crate) const NEUTRAL_REASON: &str = "Units are returned by the partner";

/// Writes the commands for a shell; nothing while there is nothing to carry out. Followed in reactive closures.
pub(crate) type Write = Box<dyn Fn(Shell) -> Option<Commands> + Send + Sync>;

/// The two steps for the shell that is chosen, each to be copied.
pub(crate) fn commands(write: Write) -> AnyView {
    let steps = Steps::new(write);
    let written = steps.written;
    // Nothing is said of a quote before there was one; then the part stays in its place.
    let had_some = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || written.with(Option::is_some)
    });
    live(move || match had_some.get() {
        true => {
            view! { <Disclosure summary=texts::COMMANDS>{steps.shown()}</Disclosure> }.into_any()
        }
        false => ().into_any(),
    })
}

/// The two steps where somebody has asked for nothing else.
pub(crate) fn open_commands(write: Write) -> AnyView {
    Steps::new(write).shown()
}

/// The shell that is chosen, and the commands for it.
#[derive(Clone, Copy)]
struct Steps {
    chosen: RwSignal<String>,
    written: Memo<Option<Commands>>,
}

impl Steps {
    fn new(write: Write) -> Self {
        let chosen = RwSignal::new(Shell::AzureCli.name().to_owned());
        let written = Memo::new(move |_| {
            let shell = chosen.with(|name| Shell::ALL.into_iter().find(|it| it.name() == name));
            write(shell.unwrap_or(Shell::AzureCli))
        });
        Self { chosen, written }
    }

    fn shown(self) -> AnyView {
        let Self { chosen, written } = self;
        let choices = Shell::ALL.into_iter().map(|shell| Choice::new(shell.name(), name(shell)));
        view! {
            <div class="stack">
                <p class="hint">{t(texts::COMMANDS_HINT)}</p>
                <SelectField
                    label=texts::COMMANDS_FOR
                    choices=choices.collect()
                    value=chosen
                    on_change=Callback::new(move |name| chosen.set(name))
                />
                {step(texts::STEP_QUOTE, texts::FIRST_COMMANDS, written, |it| &it.quote)}
                {step(texts::STEP_CARRY_OUT, texts::SECOND_COMMANDS, written, |it| &it.carry_out)}
            </div>
        }
        .into_any()
    }
}

fn step(
    title: Text,
    copied: Text,
    written: Memo<Option<Commands>>,
    read: fn(&Commands) -> &String,
) -> AnyView {
    let text = Signal::derive(move || {
        written.with(|commands| commands.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    });
    let nothing = MaybeProp::derive(move || not_current(written.with(Option::is_some)));
    view! {
        <div class="stack">
            <h3>{t(title)}</h3>
            <div><CopyButton what=copied text has_words=true disabled_reason=nothing /></div>
            // It scrolls on its own, so that the keyboard has to reach it.
            <pre class="json" tabindex="0" role="region" aria-label=t(title)>
                <code>{live_text(move || text.get())}</code>
            </pre>
        </div>
    }
    .into_any()
}

const fn name(shell: Shell) -> Text {
    match shell {
        Shell::AzureCli => texts::AZURE_CLI,
        Shell::PowerShell => texts::POWERSHELL,
        Shell::Rest => texts::REST,
    }
}
