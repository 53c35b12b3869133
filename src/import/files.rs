//! Where files are brought, and what each was recognised as.

use super::Work;
use super::windows::{REJECTED_COLUMNS, english, rejected_row, table_of_texts};
use super::words;
use super::work::Stage;
use crate::i18n::catalogue::import as texts;
use crate::i18n::{Text, date, integer, t, t_count, t_with};
use crate::platform::brought::{self, LocalFile};
use crate::platform::download;
use crate::ui::{
    Badge, Button, ButtonKind, Choice, Disclosure, Keyed, Notice, RadioGroup, keyed, live,
    live_text, live_value,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{Asked, FileAnswers, FileQuestion, FileSummary, Told, Window};
use view_model::Tone;
use view_model::import::{FileState, rejected_csv};

/// The id of the control that chooses files.
const CHOOSE: &str = "import-files";

/// Where files are chosen and texts pasted; they may be dropped anywhere.
pub(super) fn bring(work: Work) -> AnyView {
    let pasted = RwSignal::new(String::new());
    let read = Callback::new(move |_| {
        let text = pasted.get_untracked();
        let name = texts::PASTED_NAME.get();
        if let Some(file) =
            (!text.trim().is_empty()).then(|| LocalFile::of_text(name, &text)).flatten()
        {
            pasted.set(String::new());
            work.add(vec![file]);
        }
    });
    let nothing = MaybeProp::derive(move || {
        pasted.with(|text| text.trim().is_empty()).then(|| texts::NOTHING_PASTED.get().to_owned())
    });
    view! {
        <section class="card stack drop-zone" aria-label=t(texts::BRING)>
            <div class="field">
                <label for=CHOOSE>{t(texts::CHOOSE)}</label>
                <input
                    id=CHOOSE
                    class="control"
                    type="file"
                    multiple=true
                    aria-describedby="import-accepted"
                    on:change=move |event| work.add(brought::chosen(&event))
                />
                <p class="hint" id="import-accepted">{t(texts::ACCEPTED)}</p>
            </div>
            <Disclosure summary=texts::PASTE>
                <div class="field">
                    <label for="import-paste">{t(texts::PASTE_LABEL)}</label>
                    <textarea
                        id="import-paste"
                        class="control"
                        rows="6"
                        spellcheck="false"
                        prop:value=live_value(move || pasted.get())
                        on:input=move |event| pasted.set(event_target_value(&event))
                    ></textarea>
                </div>
                <Button on_click=read disabled_reason=nothing>{t(texts::READ_TEXT)}</Button>
            </Disclosure>
        </section>
    }
    .into_any()
}

/// How the reading goes, and the ways on where it does not.
pub(super) fn progress(work: Work) -> AnyView {
    let is_reading = Memo::new(move |_| work.is_reading());
    let words = live_text(move || if is_reading.get() { texts::READING_FILES.get() } else { "" });
    let stop = live(move || {
        if !is_reading.get() {
            return ().into_any();
        }
        let stop = Callback::new(move |_| work.cancel_reading());
        view! { <Button on_click=stop>{t(texts::STOP_READING)}</Button> }.into_any()
    });
    let again = Callback::new(move |()| work.read_again());
    let outcome = live(move || match work.stage.get() {
        Stage::Cancelled => view! {
            <Notice title=texts::READING_STOPPED on_retry=again>
                <p>{t(texts::NOTHING_CHANGED)}</p>
            </Notice>
        }
        .into_any(),
        Stage::Stopped(words) => view! {
            <Notice tone=Tone::Danger title=texts::READER_FAILED on_retry=again>
                <p>{t(texts::READER_FAILED_ADVICE)}</p>
                <p class="hint">{english(words)}</p>
            </Notice>
        }
        .into_any(),
        _ => ().into_any(),
    });
    view! {
        <div class="row import-progress"><p role="status">{words}</p> {stop}</div>
        {outcome}
    }
    .into_any()
}

/// The files that were brought.
pub(super) fn list(work: Work) -> AnyView {
    let places = Memo::new(move |_| {
        work.files.with(|files| files.entries().iter().map(|file| file.place).collect::<Vec<_>>())
    });
    let items = move || {
        let item = |place| Keyed::new(place, move || one(work, place));
        places.get().into_iter().map(item).collect()
    };
    let are_some = Memo::new(move |_| places.with(|places| !places.is_empty()));
    let title = live(move || match are_some.get() {
        true => view! { <h2>{t(texts::FILES)}</h2> }.into_any(),
        false => ().into_any(),
    });
    view! {
        {title}
        <ul class="import-files" aria-label=t(texts::FILES)>{keyed(items)}</ul>
    }
    .into_any()
}

fn one(work: Work, place: usize) -> AnyView {
    let name = work
        .files
        .with_untracked(|files| files.at(place).map(|file| file.name.clone()).unwrap_or_default());
    let state =
        Memo::new(move |_| work.files.with(|files| files.at(place).map(|file| file.state.clone())));
    let shown = name.clone();
    let remove_name = {
        let name = name.clone();
        move || t_with(texts::REMOVE_FILE, &[("file", name.clone())])
    };
    let body = live(move || match state.get() {
        None => ().into_any(),
        Some(FileState::Waiting) => view! { <p class="muted">{t(texts::WAITING)}</p> }.into_any(),
        Some(FileState::Reading(rows)) => {
            let words = t_count(texts::ROWS_READ, rows, &[]);
            view! { <p class="muted">{words}</p> }.into_any()
        }
        Some(FileState::Failed(words)) => view! {
            <p><Badge tone=Tone::Danger>{t(texts::NOT_READ)}</Badge></p>
            <p class="hint">{english(words)}</p>
        }
        .into_any(),
        Some(FileState::Read(files)) => {
            let parts = files.into_iter().enumerate();
            parts.map(|(at, file)| summary(work, place, at, file)).collect_view().into_any()
        }
    });
    view! {
        <li class="card stack">
            <div class="row import-file">
                <h3>{shown}</h3>
                <Button
                    kind=ButtonKind::Quiet
                    name=remove_name
                    on_click=Callback::new(move |_| work.remove(place))
                >
                    {t(texts::REMOVE)}
                </Button>
            </div>
            {body}
        </li>
    }
    .into_any()
}

/// What a file is, or a sheet of it; `at` is its place in the file.
fn summary(work: Work, place: usize, at: usize, file: FileSummary) -> AnyView {
    let part = file.part.clone().map(|part| view! { <h4>{part}</h4> });
    if let Some(reason) = file.refused {
        return view! {
            {part}
            <p><Badge tone=Tone::Warning>{t(texts::NOT_USED)}</Badge></p>
            <p>{live_text(move || words::reason(&reason))}</p>
        }
        .into_any();
    }
    let kind = match words::kind(&file.kind) {
        Some(text) => view! { {t(text)} }.into_any(),
        None => view! { {file.kind.clone()} }.into_any(),
    };
    let ignored: u64 = file.ignored.iter().map(|ignored| ignored.rows).sum();
    let counts = move || {
        let mut counts = vec![
            t_count(texts::ROWS, file.rows, &[]),
            t_with(texts::ROWS_USED, &[("number", integer(file.facts))]),
        ];
        if file.rejected > 0 {
            counts.push(t_with(texts::ROWS_REJECTED, &[("number", integer(file.rejected))]));
        }
        if ignored > 0 {
            counts.push(t_with(texts::ROWS_IGNORED, &[("number", integer(ignored))]));
        }
        counts.join(" · ")
    };
    let questions = file.questions.into_iter().map(|question| ask(work, place, question));
    let answered = (at == 0).then(|| answered(work, place));
    // All rejected rows of a file are in one list, below its first part.
    let rejected = (at == 0).then(|| rejected(work, place));
    let lists = [
        (texts::IGNORED_ROWS, ignored_lines(&file.ignored)),
        (texts::NOTES, file.notes.iter().map(|note| words::reason(note)).collect()),
        (texts::UNREAD_COLUMNS, file.unread),
    ];
    view! {
        {part}
        <p><Badge tone=Tone::Info>{kind}</Badge> " " {live_text(counts)}</p>
        {questions.collect_view()}
        {answered}
        {rejected}
        {lists.into_iter().map(|(title, lines)| list_of(title, lines)).collect_view()}
    }
    .into_any()
}

fn ignored_lines(ignored: &[portfolio::files::IgnoredRows]) -> Vec<String> {
    let line = |it: &portfolio::files::IgnoredRows| {
        let values = [("reason", words::reason(&it.reason)), ("line", it.line.to_string())];
        t_count(texts::IGNORED_LINE, it.rows, &values)
    };
    ignored.iter().map(line).collect()
}

/// Lines behind a title with their number; nothing without lines.
fn list_of(title: Text, lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let count = integer(lines.len() as u64);
    let title = move || {
        t_with(
            texts::TITLE_AND_COUNT,
            &[("title", title.get().to_owned()), ("number", count.clone())],
        )
    };
    let items = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! { <Disclosure summary=title><ul>{items.collect_view()}</ul></Disclosure> }.into_any()
}

/// The rejected rows of a file, all of them.
fn rejected(work: Work, place: usize) -> AnyView {
    let (name, total) = work.files.with_untracked(|files| {
        let Some(file) = files.at(place) else { return (String::new(), 0) };
        let FileState::Read(parts) = &file.state else { return (String::new(), 0) };
        (file.name.clone(), parts.iter().map(|part| part.rejected).sum::<u64>())
    });
    let Ok(total @ 1..) = usize::try_from(total) else { return ().into_any() };
    let title = move || t_count(texts::REJECTED, total as u64, &[]);
    let save = Callback::new(move |_| {
        let name = name.clone();
        let everything = Window { skip: 0, take: total };
        let asked = work.ask(&Asked::Rejected(place, everything), None);
        spawn_local(async move {
            if let Ok(Told::Rejected(rows)) = asked.await {
                let headings = [texts::FILE, texts::LINE, texts::REASON].map(Text::get);
                let file = rejected_csv(&name, headings, &rows);
                download::save("rejected-rows.csv", "text/csv", &file);
            }
        });
    });
    let fetch = move |window| -> super::windows::Coming {
        let asked = work.ask(&Asked::Rejected(place, window), None);
        Box::pin(async move {
            match asked.await {
                Ok(Told::Rejected(rows)) => rows.into_iter().map(rejected_row).collect(),
                _ => Vec::new(),
            }
        })
    };
    let table = table_of_texts(title.into(), &REJECTED_COLUMNS, total, fetch);
    view! {
        <Disclosure summary=title>
            <div class="stack">
                {table}
                <div><Button on_click=save>{t(texts::SAVE_REJECTED)}</Button></div>
            </div>
        </Disclosure>
    }
    .into_any()
}

/// What was answered about a file, and the way to answer otherwise.
fn answered(work: Work, place: usize) -> AnyView {
    let answers = work.files.with_untracked(|files| files.at(place).map(|file| file.answers));
    let answers = answers.unwrap_or_default();
    let line = |words: Text, other: FileAnswers| {
        let again = Callback::new(move |_| work.answer_file(place, other));
        view! {
            <p class="row">
                {t(words)}
                <Button kind=ButtonKind::Quiet on_click=again>{t(texts::READ_OTHERWISE)}</Button>
            </p>
        }
    };
    let dates = answers.is_day_first.map(|is_first| {
        let words = if is_first { texts::DAY_FIRST } else { texts::MONTH_FIRST };
        line(words, FileAnswers { is_day_first: Some(!is_first), ..answers })
    });
    let numbers = answers.is_point_decimal.map(|is_point| {
        let words = if is_point { texts::POINT_DECIMAL } else { texts::COMMA_DECIMAL };
        line(words, FileAnswers { is_point_decimal: Some(!is_point), ..answers })
    });
    view! { {dates} {numbers} }.into_any()
}

/// Asks what values with two meanings mean, for the whole file.
fn ask(work: Work, place: usize, question: FileQuestion) -> AnyView {
    let FileQuestion { is_about_dates, line, column, text, readings, values } = question;
    let label = move || {
        let values_of =
            [("text", text.clone()), ("line", line.to_string()), ("column", column.clone())];
        t_count(texts::QUESTION, values, &values_of)
    };
    let meaning = move |reading: &str| match reading.parse::<NaiveDate>() {
        Ok(day) => date(day),
        Err(_) => reading.to_owned(),
    };
    let [first, other] = readings;
    let choices = vec![
        Choice::new("first", move || meaning(&first)),
        Choice::new("other", move || meaning(&other)),
    ];
    let on_change = Callback::new(move |value: String| {
        let is_first = value == "first";
        let before = work.files.with_untracked(|files| files.at(place).map(|file| file.answers));
        let before = before.unwrap_or_default();
        let answers = if is_about_dates {
            FileAnswers { is_day_first: Some(is_first), ..before }
        } else {
            FileAnswers { is_point_decimal: Some(is_first), ..before }
        };
        work.answer_file(place, answers);
    });
    view! {
        <Notice tone=Tone::Warning title=texts::AMBIGUOUS>
            <RadioGroup
                label
                choices
                value=Signal::stored(String::new())
                on_change
            />
        </Notice>
    }
    .into_any()
}
