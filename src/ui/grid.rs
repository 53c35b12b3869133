//! A table of more rows than a browser can draw: only those in sight are there, and each says which one of all it is.
//!
//! The rows scroll in a frame of their own under their headings. The frame has the focus and says which row
//! is meant; what is in a row is reached with its keys: Space selects, Enter opens, as a click on the row does. All
//! rows have one height, from which [`view_model::portfolio::Window`] knows where each stands without drawing the
//! others.

use super::icon::{Icon, Symbol};
use super::live::{Keyed, keyed, live, live_attr, live_text, unique};
use super::overlay::tip;
use super::table::keys_hint;
use crate::i18n::catalogue::common;
use crate::i18n::t_with;
use crate::platform::{document, effect::effect, focus, overflow, pointer, timer};
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::time::Duration;
use view_model::listing::Sort;
use view_model::portfolio::{Drawn, Window};
use view_model::rows::Step;

/// The tokens of the style sheets that say how high a row and the headings are, with what they are in root ems where
/// there are no style sheets.
const ROW: (&str, f64) = ("--grid-row", 3.25);
const HEAD: (&str, f64) = ("--grid-head", 2.5);

/// One column.
#[derive(Clone)]
pub struct GridColumn {
    /// Names it in [`Sort`].
    pub key: &'static str,
    /// Its heading.
    pub label: TextProp,
    /// Its width in tenths of a root em; what is left over is shared out.
    pub width: u32,
    /// Whether its values are numbers.
    pub is_number: bool,
    /// How the values come about, said when the heading is hovered or focused.
    pub explanation: Option<TextProp>,
}

/// The rows of a grid.
#[derive(Clone, Copy)]
pub struct GridRows {
    /// How many there are.
    pub count: Signal<usize>,
    /// Changes whenever a row may look different.
    pub edition: Signal<u64>,
    /// Changes whenever other rows are shown or in another order: then the first come into sight.
    pub order: Signal<u64>,
    /// The place of the row that is the topmost in sight at first.
    pub start: usize,
    /// Receives the place of the row that is the topmost in sight, whenever another one is.
    pub on_scroll: Callback<usize>,
    /// The cells of the row at a place, each in a [`grid_cell`], in the order of the columns.
    pub cells: Callback<usize, AnyView>,
    /// Whether the row at a place is selected; followed in reactive closures.
    pub is_selected: Callback<usize, bool>,
    /// Selects the row at a place, or takes it out again.
    pub on_select: Callback<usize>,
    /// Opens the row at a place.
    pub on_open: Callback<usize>,
}

/// The order of a grid.
#[derive(Clone, Copy)]
pub struct GridSort {
    /// By which columns, the one that counts most first.
    pub by: Signal<Vec<Sort>>,
    /// Receives the column whose heading was clicked, and whether the order that there is shall stay below it.
    pub on_sort: Callback<(&'static str, bool)>,
}

/// How tall the parts of a grid are, in pixels.
#[derive(Clone, Copy, PartialEq)]
struct Size {
    frame: f64,
    row: f64,
    head: f64,
}

impl Size {
    fn of(frame: f64) -> Self {
        let em = document::root_em();
        let pixels = |(token, rem)| document::rem_of(token).unwrap_or(rem) * em;
        Self { frame, row: pixels(ROW), head: pixels(HEAD) }
    }
}

/// What the parts of a grid share.
#[derive(Clone, Copy)]
struct Frame {
    id: StoredValue<String>,
    element: NodeRef<html::Div>,
    rows: GridRows,
    /// How far the frame is scrolled in pixels.
    top: RwSignal<f64>,
    /// How tall things are.
    size: RwSignal<Size>,
    /// The place of the row that is meant.
    active: RwSignal<usize>,
}

impl Frame {
    fn window(self) -> Window {
        let Size { frame, row, head } = self.size.get();
        Window { count: self.rows.count.get(), row, sight: (frame - head).max(row) }
    }

    fn row_id(self, place: usize) -> String {
        self.id.with_value(|id| format!("{id}-{place}"))
    }

    /// Measures the frame.
    fn measure(self) {
        let Some(element) = self.element.try_get_untracked().flatten() else { return };
        let size = Size::of(f64::from(element.client_height()));
        if self.size.get_untracked() != size {
            self.size.set(size);
        }
    }

    fn scrolled(self) {
        if let Some(element) = self.element.get_untracked() {
            self.top.set(f64::from(element.scroll_top()));
            let (window, top) = untrack(|| (self.window(), self.top.get()));
            self.rows.on_scroll.run(window.topmost(top));
        }
    }

    fn scroll_to(self, top: f64) {
        if let Some(element) = self.element.get_untracked() {
            // The pixels of an element are whole, and fit.
            element.set_scroll_top(top.ceil() as i32);
            self.scrolled();
        }
    }

    /// Means the row at `place`, and brings it into sight.
    fn go(self, place: usize) {
        let last = self.rows.count.get_untracked().saturating_sub(1);
        let place = place.min(last);
        self.active.set(place);
        let (window, top) = untrack(|| (self.window(), self.top.get()));
        if let Some(top) = window.reveal(place, top) {
            self.scroll_to(top);
        }
    }

    /// Means the row at `place`, and opens it where the click was for the whole row.
    fn clicked(self, place: usize, event: &MouseEvent) {
        self.active.set(place);
        if pointer::means_row(event) {
            self.rows.on_open.run(place);
        }
    }

    /// Means the row at `place`, in which something was clicked, and has the focus instead of that: a row goes when
    /// it is scrolled out of sight, and would take the focus with it.
    fn take_focus(self, place: usize) {
        self.active.set(place);
        if let Some(element) = self.element.get_untracked() {
            focus::focus_in_place(&element);
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        // What has the focus inside has keys of its own.
        if event.target() != event.current_target() {
            return;
        }
        let (now, page) = (self.active.get_untracked(), untrack(|| self.window()).page());
        let count = self.rows.count.get_untracked();
        if count == 0 {
            return;
        }
        match event.key().as_str() {
            " " => self.rows.on_select.run(now.min(count - 1)),
            "Enter" => self.rows.on_open.run(now.min(count - 1)),
            key => match Step::of_key(key) {
                Some(step) => self.go(step.from(now, page, count)),
                None => return,
            },
        }
        event.prevent_default();
    }
}

/// The table.
#[component]
pub fn Grid(
    /// What it lists.
    #[prop(into)]
    caption: TextProp,
    /// The columns from left to right.
    #[prop(into)]
    columns: Signal<Vec<GridColumn>>,
    /// The heading of the check boxes: a control for all rows.
    #[prop(into)]
    select_all: ViewFn,
    /// The order.
    sort: GridSort,
    /// The rows.
    rows: GridRows,
) -> impl IntoView {
    let frame = Frame {
        id: StoredValue::new(unique("grid")),
        element: NodeRef::new(),
        rows,
        top: RwSignal::new(0.0),
        size: RwSignal::new(Size::of(0.0)),
        active: RwSignal::new(rows.start),
    };
    let watch = StoredValue::new_local(None);
    frame.element.on_load(move |element| {
        watch.set_value(overflow::watch(&element, move |_| frame.measure()));
        frame.measure();
        // The space for the rows is there in the next step only.
        timer::after(Duration::ZERO, move || {
            if rows.start > 0 && frame.top.try_get_untracked().is_some() {
                frame.scroll_to(untrack(|| frame.window()).top_of(rows.start));
            }
        });
    });
    Effect::new(move |before: Option<u64>| {
        let now = rows.order.get();
        if before.is_some_and(|before| before != now) {
            frame.active.set(0);
            frame.scroll_to(0.0);
        }
        now
    });
    let keys = unique("keys");
    let drawn = Memo::new(move |_| frame.window().drawn(frame.top.get()));
    let name = caption.clone();
    let active = move || {
        let (active, drawn) = (frame.active.get(), drawn.get());
        (drawn.first..drawn.end).contains(&active).then(|| frame.row_id(active))
    };
    effect(move || {
        let Some(element) = frame.element.get() else { return };
        let (template, width) = columns.with(|columns| template(columns));
        document::set_property(&element, "--columns", &template);
        document::set_property(&element, "--width", &width);
    });
    view! {
        <div
            class="grid-frame"
            role="grid"
            tabindex="0"
            node_ref=frame.element
            aria-label=live_attr(move || Some(name.get()))
            aria-rowcount=live_attr(move || Some((rows.count.get() + 1).to_string()))
            aria-colcount=live_attr(move || Some((columns.with(Vec::len) + 1).to_string()))
            aria-multiselectable="true"
            aria-activedescendant=live_attr(active)
            aria-describedby=keys.clone()
            on:scroll=move |_| frame.scrolled()
            on:keydown=move |event| frame.key(&event)
        >
            <div class="grid-head" role="rowgroup">
                <div class="grid-row" role="row" aria-rowindex="1">
                    <div class="grid-select" role="columnheader">{select_all.run()}</div>
                    {live(move || {
                        let columns = columns.get().into_iter();
                        columns.map(|column| header(column, sort)).collect_view().into_any()
                    })}
                </div>
            </div>
            {body(frame, columns, drawn)}
        </div>
        {keys_hint(keys, common::GRID_KEYS)}
    }
    .into_any()
}

/// The widths of the columns and the least of all of them; what is left over is shared out. The style sheet says the
/// width of what names a row.
fn template(columns: &[GridColumn]) -> (String, String) {
    let widths = columns.iter().skip(1).map(|column| {
        let (whole, tenths) = (column.width / 10, column.width % 10);
        format!("minmax({whole}.{tenths}rem, {}fr)", column.width)
    });
    let template = format!("2.25rem var(--name) {}", widths.collect::<Vec<_>>().join(" "));
    let tenths: u32 = columns.iter().map(|it| it.width).sum();
    (template, format!("{}rem", f64::from(tenths) / 10.0 + 2.25))
}

fn body(frame: Frame, columns: Signal<Vec<GridColumn>>, drawn: Memo<Drawn>) -> AnyView {
    let places = move || {
        let (Drawn { first, end, .. }, edition) = (drawn.get(), frame.rows.edition.get());
        let shape = columns.with(|columns| columns.iter().map(|it| it.key).collect::<Vec<_>>());
        let keyed = |place| Keyed::new((place, edition, &shape), move || row(frame, place));
        (first..end).map(keyed).collect()
    };
    let height = move || format!("{}px", frame.window().height());
    let offset = move || format!("translateY({}px)", drawn.get().offset);
    view! {
        <div class="grid-space" role="presentation" style:block-size=height>
            <div class="grid-body" role="rowgroup" style:transform=offset>
                {keyed(places)}
            </div>
        </div>
    }
    .into_any()
}

fn row(frame: Frame, place: usize) -> AnyView {
    let rows = frame.rows;
    let is_selected = move || rows.is_selected.run(place);
    let class = move || {
        let is_active = frame.active.get() == place;
        Some(if is_active { "grid-row active" } else { "grid-row" })
    };
    view! {
        <div
            class=live_attr(class)
            role="row"
            id=frame.row_id(place)
            aria-rowindex=(place + 2).to_string()
            aria-selected=live_attr(move || Some(is_selected().to_string()))
            on:click=move |event| frame.clicked(place, &event)
            on:focusin=move |_| frame.take_focus(place)
        >
            {rows.cells.run(place)}
        </div>
    }
    .into_any()
}

/// One value of a row.
pub fn grid_cell(is_number: bool, value: AnyView) -> AnyView {
    let class = if is_number { "grid-cell number" } else { "grid-cell" };
    view! { <div class=class role="gridcell">{value}</div> }.into_any()
}

/// The cell that names its row.
pub fn grid_header(value: AnyView) -> AnyView {
    view! { <div class="grid-cell" role="rowheader">{value}</div> }.into_any()
}

fn header(column: GridColumn, sort: GridSort) -> AnyView {
    let GridColumn { key, label, is_number, explanation, .. } = column;
    let class = if is_number { "grid-cell number" } else { "grid-cell" };
    // Which in the order it is by, and whether from the end.
    let place = move || {
        sort.by.with(|by| {
            let place = by.iter().position(|sort| sort.column == key)?;
            Some((place, by[place].is_descending, by.len()))
        })
    };
    // One column at most has the attribute: screen readers expect it, the others say it in words.
    let aria = move || match place() {
        Some((0, true, _)) => "descending",
        Some((0, false, _)) => "ascending",
        _ => "none",
    };
    let arrow = live(move || {
        let Some((place, is_descending, count)) = place() else { return ().into_any() };
        let symbol = if is_descending { Symbol::ArrowDown } else { Symbol::ArrowUp };
        let number = (place + 1).to_string();
        let words = move || t_with(common::SORTED_AS, &[("place", number.clone())]);
        let shown = (count > 1).then(|| {
            view! {
                <span class="sort-place" aria-hidden="true">{(place + 1).to_string()}</span>
                <span class="visually-hidden">{live_text(words)}</span>
            }
        });
        view! { <Icon symbol /> {shown} }.into_any()
    });
    let click = move |event: MouseEvent| sort.on_sort.run((key, event.shift_key()));
    let described_by = explanation.is_some().then(|| unique("explained"));
    let tip = described_by.clone().zip(explanation).map(|(id, words)| tip(id, words));
    let heading = view! {
        <button type="button" class="sort" aria-describedby=described_by on:click=click>
            {live_text(move || label.get())}
            {arrow}
        </button>
    };
    let heading = match tip {
        Some(tip) => view! { <span class="tip-anchor">{heading} {tip}</span> }.into_any(),
        None => heading.into_any(),
    };
    view! {
        <div class=class role="columnheader" aria-sort=live_attr(move || Some(aria()))>
            {heading}
        </div>
    }
    .into_any()
}
