//! Reads the files that somebody brings, in a worker of the browser.
//!
//! The script that loads this module hands over questions, each with the bytes of a file where it is about
//! one, and gives back answers (`portfolio::files`). Everything but that is native, and so are its tests.

mod desk;
#[cfg(target_arch = "wasm32")]
mod host;

pub use desk::Desk;
