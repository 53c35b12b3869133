//! Files with reservations, written in steps: the page answers meanwhile, and whoever waits can stop it.
//!
//! What writes them is in a module of its own, which comes with the first file.

use crate::i18n;
use crate::i18n::catalogue::{common, data as texts};
use crate::i18n::{Text, t, t_with};
use crate::platform::file::UnreadFile;
use crate::platform::{clock, download, timer};
use crate::quote::book::Book;
use crate::ui::{Button, ButtonKind, live, live_text};
use chrono::TimeDelta;
use leptos::prelude::*;
use portfolio::columns::Quotes;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use view_model::csv::Manner;
use view_model::export::{COLUMN_COUNT, Form, Taken, Writing};

/// Rows that are written without a look at the clock.
const ROWS_AT_ONCE: usize = 50;
/// How long one step goes on.
const STEP: TimeDelta = TimeDelta::milliseconds(12);

/// The columns in the reader's words, in their order.
const HEADS: [Text; COLUMN_COUNT] = [
    texts::HEAD_ID,
    texts::HEAD_ORDER,
    texts::HEAD_CUSTOMER,
    texts::HEAD_TENANT,
    texts::HEAD_NAME,
    texts::HEAD_SKU,
    texts::HEAD_REGION,
    texts::HEAD_PRODUCT,
    texts::HEAD_UNITS,
    texts::HEAD_TERM,
    texts::HEAD_PURCHASED,
    texts::HEAD_EXPIRES,
    texts::HEAD_STATE,
    texts::HEAD_ACTIVE,
    texts::HEAD_PRICE,
    texts::HEAD_CURRENCY,
    texts::HEAD_PLAN,
    texts::HEAD_USED,
    texts::HEAD_POLICY,
    texts::HEAD_ON,
    texts::HEAD_DECISION,
    texts::HEAD_PAYABLE,
    texts::HEAD_CANCELLED,
    texts::HEAD_MISSING,
];

/// Reservations with their quotes, as they were when somebody asked for a file.
#[derive(Clone, Debug)]
pub struct Luggage {
    pub(crate) book: Arc<Book>,
    pub(crate) quotes: Arc<Quotes>,
    pub(crate) rows: Arc<Vec<u32>>,
}

/// A file that is written step by step, whatever its form.
trait Steps {
    fn written(&self) -> usize;
    fn go_on(&mut self) -> io::Result<Option<Vec<u8>>>;
}

impl Steps for Writing<'_> {
    fn written(&self) -> usize {
        self.written()
    }

    fn go_on(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.go_on(ROWS_AT_ONCE)
    }
}

type Begin =
    for<'a> fn(Taken<'a>, Form, &Manner, &[&str; COLUMN_COUNT]) -> io::Result<Box<dyn Steps + 'a>>;

fn begin<'a>(
    taken: Taken<'a>,
    form: Form,
    manner: &Manner,
    heads: &[&str; COLUMN_COUNT],
) -> io::Result<Box<dyn Steps + 'a>> {
    Ok(Box::new(taken.write(form, manner, heads)?))
}

/// What begins a file; `None` where its module does not come.
async fn bring() -> Option<Begin> {
    // It only points to what writes, and so takes what that needs into the module.
    #[cfg(feature = "modules")]
    {
        #[wasm_split_helpers::wasm_split(export, fallible)]
        fn writer() -> Result<Begin, wasm_split_helpers::SplitLoaderError> {
            Ok(begin)
        }
        writer().await.ok()
    }
    #[cfg(not(feature = "modules"))]
    Some(begin)
}

/// What became of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Saved {
    /// The browser has it.
    Yes,
    /// The browser did not take it, or it could not be written.
    No,
    /// Somebody has stopped it.
    Stopped,
}

/// The file that is being written, if there is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Saving {
    /// How many reservations are written, of how many.
    progress: RwSignal<Option<(usize, usize)>>,
    round: StoredValue<u32>,
}

impl Saving {
    /// Nothing yet; call it while a component is made.
    pub(super) fn new() -> Self {
        Self { progress: RwSignal::new(None), round: StoredValue::new(0) }
    }

    /// Whether a file is being written; followed in reactive closures.
    pub(super) fn is_busy(self) -> bool {
        self.progress.with(Option::is_some)
    }

    fn next_round(self) -> Option<u32> {
        self.round.try_update_value(|round| {
            *round = round.wrapping_add(1);
            *round
        })
    }

    fn stop(self) {
        self.next_round();
        self.progress.set(None);
    }

    /// Offers a file to the browser. A page that is left stops it.
    pub(super) async fn save(self, luggage: &Luggage, form: Form) -> Saved {
        let round = self.next_round();
        self.progress.try_set(Some((0, luggage.rows.len())));
        let is_current = || round.is_some() && self.round.try_get_value() == round;
        let saved = match bring().await {
            Some(begin) => self.write(begin, luggage, form, &is_current).await,
            None => Some(false),
        };
        if is_current() {
            self.progress.try_set(None);
        }
        match saved {
            Some(true) => Saved::Yes,
            Some(false) => Saved::No,
            None => Saved::Stopped,
        }
    }

    /// Whether the browser took it; `None` where it was stopped.
    async fn write(
        self,
        begin: Begin,
        luggage: &Luggage,
        form: Form,
        is_current: &dyn Fn() -> bool,
    ) -> Option<bool> {
        let heads = untrack(|| HEADS.map(|text| text.get()));
        let manner = Manner::of_locale(&untrack(i18n::locale));
        let (quotes, rows) = (&luggage.quotes, luggage.rows.as_slice());
        let taken = Taken { portfolio: &luggage.book.portfolio, quotes, rows };
        let Ok(mut writing) = begin(taken, form, &manner, &heads) else { return Some(false) };
        // What is ready goes to the browser, which keeps large files outside of the page.
        let mut parts = Vec::new();
        let mut is_whole = false;
        while !is_whole {
            timer::sleep(Duration::ZERO).await;
            if !is_current() {
                return None;
            }
            let mut ready = Vec::new();
            let start = clock::now();
            // A clock that is set back ends the step as well.
            while !is_whole && (TimeDelta::zero()..STEP).contains(&(clock::now() - start)) {
                match writing.go_on() {
                    Ok(Some(more)) => ready.extend(more),
                    Ok(None) => is_whole = true,
                    Err(_) => return Some(false),
                }
            }
            if !ready.is_empty() {
                parts.push(UnreadFile::of_bytes(&ready)?);
            }
            self.progress.try_set(Some((writing.written(), rows.len())));
        }
        let (ending, media_type) = form.kind();
        let name = format!("prorata-reservations-{}.{ending}", quotes.on());
        Some(download::save_parts(&name, media_type, &parts))
    }

    /// How far the file is, and the button that stops it. Nothing while there is none.
    pub(super) fn shown(self) -> AnyView {
        let is_busy = Memo::new(move |_| self.is_busy());
        let words = move || {
            let (written, all) = self.progress.get().unwrap_or_default();
            let values = [written, all].map(|count| i18n::integer(count as u64));
            let [written, all] = values;
            t_with(texts::WRITTEN, &[("written", written), ("all", all)])
        };
        let stop = Callback::new(move |_| self.stop());
        live(move || {
            let view = is_busy.get().then(|| {
                view! {
                    <span class="export-progress">
                        <span class="busy">{live_text(words)}</span>
                        <Button kind=ButtonKind::Quiet on_click=stop>{t(common::CANCEL)}</Button>
                    </span>
                }
            });
            view.into_any()
        })
    }
}
