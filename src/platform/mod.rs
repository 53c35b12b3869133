//! Everything the application asks of the browser, behind functions that never throw.
//!
//! Invariant: no other folder names `web_sys` or `js_sys`. What a browser refuses (storage in a private
//! window, a clipboard without permission) comes back as `None`, `false` or an error value.

pub mod abort;
pub mod asset;
pub mod brought;
pub mod clipboard;
pub mod clock;
pub mod collate;
pub mod console;
pub mod crash;
pub mod day;
pub mod dialog;
pub mod document;
pub mod download;
pub mod effect;
pub mod file;
pub mod focus;
pub mod history;
pub mod intl;
pub mod keeping;
pub mod keys;
pub mod lasting;
pub mod leaving;
pub mod overflow;
pub mod picture;
pub mod places;
pub mod pointer;
pub mod random;
pub mod rest;
pub mod rows;
pub mod scroll;
pub mod secret;
pub mod storage;
pub mod tabs;
pub mod timer;
pub mod tips;
pub mod waiting;
pub mod worker;
