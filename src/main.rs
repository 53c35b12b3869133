//! Starts the application in the page.

use leptos::prelude::*;
use prorata::app::App;
use prorata::i18n;
use prorata::platform::{crash, document};

fn main() {
    crash::report_panics();
    i18n::restore();
    document::remove_placeholder();
    mount_to_body(App);
}
