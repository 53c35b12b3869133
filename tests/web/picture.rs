//! A chart that is taken along: what it shows, in colours that need no style sheet.

use crate::stage::{settle, stage};
use leptos::prelude::*;
use prorata::platform::picture;
use prorata::ui::picture_controls;
use view_model::picture::Picture;
use wasm_bindgen_test::wasm_bindgen_test;

const STYLE: &str = ".line { fill: none; stroke: light-dark(#1b5fc1, #7fb2ff); stroke-width: 2 }
    figure { color-scheme: light; color: rgb(1, 2, 3) }";

#[wasm_bindgen_test]
async fn a_picture_is_what_the_chart_shows_in_the_colours_that_it_has() {
    let found = StoredValue::new(None::<Picture>);
    let page = stage(move || {
        view! {
            <style>{STYLE}</style>
            <figure on:click=move |event| found.set_value(picture::around(&event))>
                <h2>"What is paid out"</h2>
                <ol class="axis-y"><li>"$10"</li><li>"$0"</li></ol>
                <svg viewBox="0 0 365 1000">
                    <path class="line" d="M0 0L365 1000" vector-effect="non-scaling-stroke" />
                    <path class="line" d="" />
                    <path class="cursor" d="M9 0V1000" />
                </svg>
                <ol class="axis-x"><li>"Jan 1"</li><li>"Dec 31"</li></ol>
                <ul class="legend">
                    <li><svg class="sample"><path class="line" d="M0 8L16 2" /></svg>"Left"</li>
                </ul>
                {picture_controls()}
            </figure>
        }
    })
    .await;
    settle().await;
    assert_eq!(page.all(".picture-controls button").len(), 2);
    page.click("h2").await;
    let picture = found.get_value().unwrap();
    assert_eq!(picture.title, "What is paid out");
    assert_eq!(picture.levels, ["$10", "$0"]);
    assert_eq!(picture.places, ["Jan 1", "Dec 31"]);
    assert_eq!(picture.field, "0 0 365 1000");
    assert_eq!(picture.shapes.len(), 1, "neither what is empty nor what follows the pointer");
    assert_eq!(picture.legend.len(), 1);
    assert_eq!(picture.legend[0].words, "Left");
    assert_eq!(picture.ink.text, "rgb(1, 2, 3)");
    let svg = picture.svg();
    assert_eq!(svg.matches("stroke=\"rgb(27, 95, 193)\"").count(), 2, "{svg}");
    assert!(!svg.contains("var(") && !svg.contains("class="), "{svg}");
}
