//! Starts the application in the page.

use leptos::prelude::*;
use prorata::app::App;
use prorata::i18n;
use prorata::platform::crash;
use wasm_bindgen_futures::spawn_local;

fn main() {
    crash::report_panics();
    spawn_local(async {
        if !i18n::restore().await {
            return crash::not_started("The words of the page could not be downloaded.");
        }
        mount_to_body(App);
    });
}
