//! The few symbols of the interface, drawn as SVG: no icon font to wait for.

use leptos::prelude::*;
use view_model::Tone;

macro_rules! symbols {
    ($($(#[$about:meta])* $symbol:ident $path:literal,)*) => {
        /// What a symbol shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Symbol {
            $($(#[$about])* $symbol,)*
        }

        impl Symbol {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$symbol),*];

            const fn path(self) -> &'static str {
                match self {
                    $(Self::$symbol => $path,)*
                }
            }
        }
    };
}

// Each is a path on a grid of 16 by 16, drawn with a round stroke that is 1.5 wide.
symbols! {
    /// A magnifying glass.
    Search "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.5 10.5l3 3",
    /// A check mark.
    Check "M3 8.5l3.2 3.2L13 5",
    /// A cross.
    Cross "M4 4l8 8M12 4l-8 8",
    /// An arrowhead to the right.
    ChevronRight "M6 3.5l4.5 4.5L6 12.5",
    /// An arrowhead downwards.
    ChevronDown "M3.5 6l4.5 4.5L12.5 6",
    /// Two sheets, one over the other.
    Copy "M5.5 5.5h8v8h-8zM2.5 10.5v-8h8",
    /// An arrow out of a frame.
    External "M6.5 3h-3.5v10h10v-3.5M9.5 2.5h4v4M13.5 2.5l-6 6",
    /// An i in a circle.
    Info "M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 0 0 0-12.4M8 7.2v4M8 4.8v.1",
    /// An exclamation mark in a triangle.
    Warning "M8 2L1.6 13.4h12.8zM8 6.4v3.4M8 11.7v.1",
    /// An exclamation mark in an octagon.
    Danger "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM8 4.8v3.6M8 10.9v.1",
    /// An arrow down to a line.
    Download "M8 2v8M4.5 7L8 10.5L11.5 7M2.5 13.5h11",
    /// An arrow upwards.
    ArrowUp "M8 13V3.5M4 7l4-4l4 4",
    /// An arrow downwards.
    ArrowDown "M8 3v9.5M4 9l4 4l4-4",
    /// Two sliders.
    Settings "M2.5 5h5M10.5 5h3M2.5 11h2M7.5 11h6M9 3.2v3.6M6 9.2v3.6",
    /// An arrow that turns back.
    Return "M5.5 3L2.5 6l3 3M2.5 6h7.2a3.4 3.4 0 0 1 0 6.8H6",
    /// Two arrows, one against the other.
    Exchange "M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13",
    /// A sheet with a few lines.
    Page "M3.5 1.8h5.7l3.3 3.3v9.1h-9zM9 2v3.3h3.3M6 8.2h4M6 11h4",
    /// Somebody's head and shoulders.
    Person "M8 2.2a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 0 0 0-5.2M2.8 13.8c.3-3 2.3-4.3 5.2-4.3s4.9 1.3 5.2 4.3",
    /// Lines with a dot before each.
    List "M2.5 4v.1M2.5 8v.1M2.5 12v.1M5.5 4h8M5.5 8h8M5.5 12h8",
    /// A balloon of speech.
    Message "M2.2 2.8h11.6v8.2H8.6l-3.4 2.8V11h-3z",
}

impl Symbol {
    /// The one beside a message of this tone: each has a shape of its own.
    pub(super) const fn of_tone(tone: Tone) -> Self {
        match tone {
            Tone::Neutral | Tone::Info => Self::Info,
            Tone::Success => Self::Check,
            Tone::Warning => Self::Warning,
            Tone::Danger => Self::Danger,
        }
    }
}

/// A symbol beside words; it says nothing on its own.
#[component]
pub fn Icon(
    /// What it shows.
    symbol: Symbol,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=symbol.path()></path>
        </svg>
    }
}
