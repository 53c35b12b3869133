//! Starts the application in the page.

use leptos::prelude::*;
use prorata::app::App;
use prorata::i18n;
use prorata::platform::{crash, document};
use wasm_bindgen_futures::spawn_local;

fn main() {
    crash::report_panics();
    spawn_local(async {
        i18n::restore().await;
        document::remove_placeholder();
        mount_to_body(App);
    });
}
