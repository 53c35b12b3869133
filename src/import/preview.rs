//! What would change, making it so, and taking it back.

use super::Work;
use super::under_way::committing;
use super::windows::{STEP, pager, shown_if, table_of_texts};
use super::words;
use super::work::{Preview, Stage};
use crate::api::{
    Account, Attempt, Counts, FieldChange, Import, ImportState, Kept, Load, Permission,
    RecordChange, State, Subject, Tally, Tenant, load,
};
use crate::i18n::catalogue::import as texts;
use crate::i18n::{Text, integer, moment, t, t_count, t_with};
use crate::paths;
use crate::platform::{effect::effect, focus, timer};
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{
    Badge, Button, ButtonKind, Cell, Column, Disclosure, Keyed, LinkButton, Notice, RowHeader,
    Switch, Table, keyed, live, live_text,
};
use azure::Timestamp;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{LeftOut, Missing, Window};
use std::time::Duration;
use view_model::Tone;
use view_model::import::RejectedFact;

/// The id of the heading that tells what came of pressing a button.
const RESULT: &str = "import-result";

/// The changes of records that imports make; of these only one is under way.
const SUBJECT: &str = "import";

/// From what was read to what it has become.
pub(super) fn preview(work: Work, imports: Load<Vec<Import>>) -> AnyView {
    let api = work.api;
    let account: Load<Account> = load(|| (), move |()| async move { api.account().await });
    let is_open = move || work.is_open() && !work.commit.is_busy();
    let question = shown_if(is_open, move || before(work, account));
    follow(work);
    let stage = live(move || match work.stage.get() {
        Stage::Staging(sent, of) => staging(work, sent, of),
        Stage::NotStaged(error) => {
            let retry = Callback::new(move |()| work.stage());
            view! {
                <Problem error on_retry=retry />
                <p class="consequence">{t(texts::NOTHING_CHANGED)}</p>
            }
            .into_any()
        }
        Stage::Previewed(preview) => changes(work, preview, imports),
        Stage::Done(import) => done(work, import, imports),
        Stage::Undone => view! { <Notice tone=Tone::Success title=texts::UNDONE /> }.into_any(),
        Stage::Reading | Stage::Cancelled | Stage::Stopped(_) | Stage::Joined => ().into_any(),
    });
    view! { {question} {stage} }.into_any()
}

/// Moves the keyboard to what has taken the place of the button that was pressed.
fn follow(work: Work) {
    effect(move || {
        if work.stage.with(|stage| matches!(stage, Stage::Previewed(_) | Stage::Done(_))) {
            timer::after(Duration::ZERO, || focus::by_id(RESULT));
        }
    });
}

/// What is to be decided before the service is asked.
fn before(work: Work, account: Load<Account>) -> AnyView {
    let is_demonstration =
        Memo::new(move |_| account.ready().is_some_and(|account| account.demonstration));
    let empty = live(move || {
        if !is_demonstration.get() {
            return ().into_any();
        }
        let on_change = Callback::new(move |is_on| {
            work.start_empty.set(is_on);
            work.change();
        });
        view! {
            <section class="card stack">
                <h2>{t(texts::DEMONSTRATION)}</h2>
                <p>{t(texts::DEMONSTRATION_ABOUT)}</p>
                <Switch label=texts::START_EMPTY is_on=work.start_empty on_change hint=texts::START_EMPTY_HINT />
            </section>
        }
        .into_any()
    });
    let reason = MaybeProp::derive(move || {
        let is_waiting = is_demonstration.get() && !work.start_empty.get();
        is_waiting.then(|| texts::DECIDE_FIRST.get().to_owned())
    });
    let check = Callback::new(move |_| work.stage());
    let is_needed = move || !work.stage.with(|stage| matches!(stage, Stage::Previewed(_)));
    let button = shown_if(is_needed, move || {
        view! {
            <div>
                <Button kind=ButtonKind::Primary on_click=check disabled_reason=reason>
                    {t(texts::PREVIEW)}
                </Button>
            </div>
            {live(move || match work.problem.get() {
                Some(_) => view! { <p class="field-error" role="alert">{t(texts::CORRECT_FIRST)}</p> }.into_any(),
                None => ().into_any(),
            })}
        }
        .into_any()
    });
    view! { {empty} {button} }.into_any()
}

fn staging(work: Work, sent: usize, of: usize) -> AnyView {
    let words =
        t_with(texts::SENDING, &[("sent", integer(sent as u64)), ("of", integer(of as u64))]);
    view! {
        <div class="row import-progress">
            <p role="status">{words.clone()}</p>
            <progress max=of.max(1).to_string() value=sent.to_string() aria-label=words></progress>
            <Button on_click=Callback::new(move |_| work.cancel_staging())>{t(texts::STOP_SENDING)}</Button>
        </div>
    }
    .into_any()
}

/// What a commit would change, and the button for it.
fn changes(work: Work, preview: Preview, imports: Load<Vec<Import>>) -> AnyView {
    let sending = work.commit;
    let Preview { import, settled, rejected } = preview;
    let counts = import.counts.unwrap_or_default();
    let is_nothing = is_nothing(&counts) && !import.start_empty;
    let id = import.id.clone();
    let committed = id.clone();
    let commit = Callback::new(move |_| {
        let import = import.clone();
        let send = {
            let id = import.id.clone();
            move |attempt: Attempt| -> Change {
                let id = id.clone();
                Box::pin(async move { work.api.commit_import(&id, &attempt).await })
            }
        };
        work.commits();
        sending.send(SUBJECT.to_owned(), format!("commit {}", import.id), send, move || {
            let done =
                Import { state: ImportState::Committed, can_be_undone: true, ..import.clone() };
            work.committed(done);
            imports.reload();
        });
    });
    let rights = use_rights();
    let reason = MaybeProp::derive(move || {
        if sending.is_busy() {
            return Some(texts::IMPORTING.get().to_owned());
        }
        if is_nothing {
            return Some(texts::NOTHING_TO_IMPORT.get().to_owned());
        }
        rights.may(Permission::ImportReservations).err()
    });
    let title = if is_nothing { texts::NOTHING_WOULD_CHANGE } else { texts::WOULD_CHANGE };
    view! {
        <section class="card stack" aria-labelledby=RESULT>
            <h2 id=RESULT tabindex="-1">{t(title)}</h2>
            {counts_table(counts)}
            {remarks(counts, &settled.missing)}
            {transactions(texts::LEFT_OUT, settled.left_out)}
            {transactions(texts::ASSUMED, settled.assumed)}
            {rejected_list(rejected)}
            {field_changes(work, id)}
            <div class="button-row">
                <Button kind=ButtonKind::Primary on_click=commit disabled_reason=reason>
                    {t(texts::IMPORT)}
                </Button>
            </div>
            <div role="status">
                {live(move || match sending.is_busy() {
                    true => committing(work.api, committed.clone()),
                    false => ().into_any(),
                })}
                {live(move || sending.outcome(texts::NOTHING_CHANGED))}
            </div>
        </section>
    }
    .into_any()
}

fn is_nothing(counts: &Counts) -> bool {
    let all = [counts.customers, counts.reservations, counts.bookings];
    all.iter().all(|tally| tally.new == 0 && tally.changed == 0)
}

/// New, changed and unchanged records.
fn counts_table(counts: Counts) -> AnyView {
    let rows = [
        (texts::CUSTOMERS, counts.customers),
        (texts::RESERVATIONS, counts.reservations),
        (texts::BOOKINGS, counts.bookings),
    ];
    let columns = vec![
        Column::new(texts::RECORDS),
        Column::new(texts::NEW).number(),
        Column::new(texts::CHANGED).number(),
        Column::new(texts::UNCHANGED).number(),
    ];
    let row = |(label, Tally { new, changed, unchanged }): (Text, Tally)| {
        let cell = |label: Text, count: u32| {
            view! {
                <Cell label is_number=true>{live_text(move || integer(count.into()))}</Cell>
            }
        };
        view! {
            <tr role="row">
                <RowHeader>{t(label)}</RowHeader>
                {cell(texts::NEW, new)}
                {cell(texts::CHANGED, changed)}
                {cell(texts::UNCHANGED, unchanged)}
            </tr>
        }
    };
    view! {
        <Table caption=texts::COUNTS columns>{rows.into_iter().map(row).collect_view()}</Table>
    }
    .into_any()
}

/// What is to be known beside the counts.
fn remarks(counts: Counts, missing: &[Missing]) -> AnyView {
    let open: Vec<(String, u64)> = missing
        .iter()
        .filter(|missing| missing.without > 0)
        .map(|missing| (missing.field.as_str().to_owned(), missing.without))
        .collect();
    let lines = move || {
        let mut lines = Vec::new();
        if counts.incomplete > 0 {
            lines.push(t_count(texts::INCOMPLETE, counts.incomplete.into(), &[]));
        }
        lines.extend(open.iter().map(|(field, count)| {
            t_count(texts::STILL_WITHOUT, *count, &[("field", words::field(field))])
        }));
        if counts.kept > 0 {
            lines.push(t_count(texts::KEPT, counts.kept.into(), &[]));
        }
        if counts.same_returns > 0 {
            lines.push(t_count(texts::SAME_RETURNS, counts.same_returns.into(), &[]));
        }
        if counts.maybe_same > 0 {
            lines.push(t_count(texts::MAYBE_SAME, counts.maybe_same.into(), &[]));
        }
        if counts.without_usd > 0 {
            lines.push(t_count(texts::WITHOUT_USD, counts.without_usd.into(), &[]));
        }
        lines
    };
    live(move || {
        let lines = lines().into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul>{lines.collect_view()}</ul> }.into_any()
    })
}

fn transactions(title: Text, rows: Vec<LeftOut>) -> AnyView {
    const COLUMNS: [Text; 3] = [texts::TRANSACTIONS, texts::REASON, texts::FIRST_AT];
    let rows = rows.into_iter().map(|it| {
        vec![integer(it.transactions), words::reason(&it.reason), words::source(&it.file, it.line)]
    });
    listed(title, &COLUMNS, rows.collect())
}

fn rejected_list(rejected: Vec<RejectedFact>) -> AnyView {
    const COLUMNS: [Text; 4] = [texts::PLACE, texts::RECORDS, texts::FIELD, texts::REASON];
    let rows = rejected.into_iter().map(|it| {
        let RejectedFact { source, name, field, reason } = it;
        vec![
            words::source(&source.file, source.line),
            name,
            words::field(&field),
            words::reason(&reason),
        ]
    });
    listed(texts::NOT_TAKEN, &COLUMNS, rows.collect())
}

/// Rows behind a title with their number; nothing without rows.
fn listed(title: Text, columns: &'static [Text], rows: Vec<Vec<String>>) -> AnyView {
    let total = rows.len();
    if total == 0 {
        return ().into_any();
    }
    let named = move || {
        let values = [("title", title.get().to_owned()), ("number", integer(total as u64))];
        t_with(texts::TITLE_AND_COUNT, &values)
    };
    let fetch = move |window: Window| -> super::windows::Coming {
        let rows = rows.iter().skip(window.skip).take(window.take).cloned().collect();
        Box::pin(std::future::ready(rows))
    };
    let table = table_of_texts(title.into(), columns, total, fetch);
    view! { <Disclosure summary=named>{table}</Disclosure> }.into_any()
}

/// Every record that is new or changes, field by field, as far as somebody wants to see.
fn field_changes(work: Work, id: String) -> AnyView {
    let api = work.api;
    let rows = RwSignal::new(Vec::<RecordChange>::new());
    let next = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None);
    let is_asking = RwSignal::new(false);
    let skip = RwSignal::new(0_usize);
    let ask = Callback::new(move |()| {
        if is_asking.get_untracked() {
            return;
        }
        is_asking.set(true);
        failed.set(None);
        let (id, page) = (id.clone(), next.get_untracked());
        spawn_local(async move {
            let answer = api.import_changes(&id, page).await;
            if is_asking.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok((more, following)) => {
                    rows.update(|rows| rows.extend(more));
                    next.set(following);
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    });
    // The service puts customers together until it has a page of changes: only for who wants to see them.
    let was_opened = StoredValue::new(false);
    let open = Callback::new(move |()| {
        if !was_opened.get_value() {
            was_opened.set_value(true);
            ask.run(());
        }
    });
    let count = Memo::new(move |_| rows.with(Vec::len));
    let items = move || {
        let from = skip.get();
        let shown =
            rows.with(|rows| rows.iter().skip(from).take(STEP).cloned().collect::<Vec<_>>());
        let item = |change: RecordChange| Keyed::new(change.id.clone(), move || record(change));
        shown.into_iter().map(item).collect()
    };
    let more = live(move || {
        if let Some(error) = failed.get() {
            return view! { <Problem error on_retry=ask /> }.into_any();
        }
        if next.with(Option::is_none) {
            return ().into_any();
        }
        let more = Callback::new(move |_| ask.run(()));
        view! { <div><Button on_click=more>{t(texts::MORE_CHANGES)}</Button></div> }.into_any()
    });
    view! {
        <Disclosure summary=texts::CHANGES on_toggle=open>
            <div class="stack">
                <ul class="import-changes">{keyed(items)}</ul>
                {live(move || pager(skip, count.get()))}
                {more}
            </div>
        </Disclosure>
    }
    .into_any()
}

/// A record with what becomes of it.
fn record(change: RecordChange) -> AnyView {
    let RecordChange { customer_name, subject, name, is_new, fields, missing, source, .. } = change;
    // A customer is called what it is called.
    let of_customer = (subject != Subject::Customer).then(|| view! { " · " {customer_name} });
    let place = (!source.file.is_empty()).then(|| {
        let place = move || words::source(&source.file, source.line);
        view! { " · " <span class="muted">{live_text(place)}</span> }
    });
    let subject = match subject {
        Subject::Customer => texts::SUBJECT_CUSTOMER,
        Subject::Reservation => texts::SUBJECT_RESERVATION,
        Subject::Booking => texts::SUBJECT_BOOKING,
    };
    let (tone, word) =
        if is_new { (Tone::Success, texts::NEW) } else { (Tone::Info, texts::CHANGED) };
    let fields = fields.into_iter().map(|field| view! { <li>{field_words(field)}</li> });
    let lacks = (!missing.is_empty()).then(|| {
        let name = |name: String| {
            view! { " " <Badge tone=Tone::Warning>{live_text(move || words::field(&name))}</Badge> }
        };
        view! { <p class="hint">{t(texts::LACKS)} {missing.into_iter().map(name).collect_view()}</p> }
    });
    view! {
        <li>
            <p>
                <Badge tone=tone>{t(word)}</Badge> " " <span class="muted">{t(subject)}</span> " "
                <strong>{name}</strong> {of_customer} {place}
            </p>
            <ul>{fields.collect_view()}</ul>
            {lacks}
        </li>
    }
    .into_any()
}

fn field_words(change: FieldChange) -> AnyView {
    let FieldChange { field, before, after, kept } = change;
    live_text(move || {
        let value = |text: &Option<String>| match text {
            Some(text) => words::value(&field, text),
            None => texts::NO_VALUE.get().to_owned(),
        };
        let values =
            [("field", words::field(&field)), ("before", value(&before)), ("after", value(&after))];
        let text = match kept {
            None => texts::FIELD_CHANGES,
            Some(Kept::ChangedHere) => texts::KEPT_CHANGED_HERE,
            Some(Kept::Stated) => texts::KEPT_STATED,
            Some(Kept::Contradicted) => texts::KEPT_CONTRADICTED,
            Some(Kept::Ended) => texts::KEPT_ENDED,
        };
        t_with(text, &values)
    })
}

/// What was done, and the ways on.
fn done(work: Work, import: Import, imports: Load<Vec<Import>>) -> AnyView {
    let counts = import.counts.unwrap_or_default();
    let more = Callback::new(move |_| work.start_over());
    view! {
        <section class="card stack" aria-labelledby=RESULT>
            <h2 id=RESULT tabindex="-1">{t(texts::DONE)}</h2>
            {counts_table(counts)}
            {remarks(counts, &[])}
            <div class="button-row">
                <LinkButton kind=ButtonKind::Primary address=Signal::stored(paths::customers())>
                    {t(texts::TO_RESERVATIONS)}
                </LinkButton>
                <Button on_click=more>{t(texts::MORE_FILES)}</Button>
            </div>
            {undo(work, import.id, imports)}
        </section>
    }
    .into_any()
}

/// The last import, as long as it can be taken back.
pub(super) fn last(work: Work, imports: Load<Vec<Import>>) -> AnyView {
    let is_quiet = Memo::new(move |_| work.is_quiet());
    live(move || {
        if !is_quiet.get() {
            return ().into_any();
        }
        let State::Ready(imports_now) = imports.state() else { return ().into_any() };
        let Some(import) = imports_now.iter().find(|import| import.can_be_undone).cloned() else {
            return ().into_any();
        };
        let at = import.committed_at.clone();
        let words = move || {
            let at = at.as_deref().and_then(|at| Timestamp::parse(at).ok()?.at());
            t_with(texts::LAST_AT, &[("time", at.map(moment).unwrap_or_default())])
        };
        let files = import.files.iter().map(|file| view! { <li>{file.name.clone()}</li> });
        view! {
            <section class="card stack" aria-labelledby="import-last">
                <h2 id="import-last">{t(texts::LAST)}</h2>
                <p>{live_text(words)}</p>
                <ul>{files.collect_view()}</ul>
                {undo(work, import.id, imports)}
            </section>
        }
        .into_any()
    })
}

/// Takes an import back.
fn undo(work: Work, id: String, imports: Load<Vec<Import>>) -> AnyView {
    let sending = Sending::new(Tenant::Partner);
    let rights = use_rights();
    let undo = Callback::new(move |_| {
        let own = id.clone();
        let send = move |attempt: Attempt| -> Change {
            let id = own.clone();
            Box::pin(async move { work.api.undo_import(&id, &attempt).await })
        };
        sending.send(SUBJECT.to_owned(), format!("undo {id}"), send, move || {
            work.start_over();
            work.stage.set(Stage::Undone);
            imports.reload();
        });
    });
    let reason = MaybeProp::derive(move || {
        if sending.is_busy() {
            return Some(texts::UNDOING.get().to_owned());
        }
        rights.may(Permission::ImportReservations).err()
    });
    view! {
        <div><Button on_click=undo disabled_reason=reason>{t(texts::UNDO)}</Button></div>
        <div role="status">{live(move || sending.outcome(texts::NOT_UNDONE))}</div>
    }
    .into_any()
}
