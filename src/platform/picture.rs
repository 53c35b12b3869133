//! A chart of the page as a picture: read from what is drawn, with the colours that it has now.

use super::document::{all, first};
use super::{clipboard, document};
use js_sys::{Array, Function, Promise, Reflect};
use view_model::encoding::query_component;
use view_model::picture::{Ink, Meaning, Picture, Shape};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, Event};

/// Where a shape stands, as it is written down.
const GEOMETRY: [&str; 10] =
    ["d", "x", "y", "width", "height", "x1", "x2", "y1", "y2", "vector-effect"];
/// How a shape is painted, as style sheets say it.
const PAINT: [&str; 8] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
];
/// What is drawn for whoever points at the chart.
const OF_POINTER: &str = ".cursor, .pointer";
/// Pixels of the copied picture for each of its own.
const SCALE: f64 = 2.0;

/// The picture of the chart in the figure in which `event` happened; `None` where there is none.
#[must_use]
pub fn around(event: &Event) -> Option<Picture> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let figure = target.closest("figure").ok()??;
    let drawing = first(&figure, "svg:not(.sample, .icon)")?;
    let title = first(&figure, "h2, svg > title").map(|it| text(&it)).unwrap_or_default();
    let words = |selector: &str| all(&figure, selector).map(|it| text(&it)).collect();
    let meaning = |entry: Element| {
        let sample = first(&entry, "svg").map(|it| shapes(&it)).unwrap_or_default();
        Meaning { sample, words: text(&entry) }
    };
    Some(Picture {
        title,
        levels: words(".axis-y > li"),
        places: words(".axis-x > li"),
        field: drawing.get_attribute("viewBox")?,
        shapes: shapes(&drawing),
        legend: all(&figure, ".legend > li").map(meaning).collect(),
        ink: ink(&figure).unwrap_or_default(),
    })
}

/// Puts the picture on the clipboard, in dots that every program takes; answers whether the browser allowed it.
pub async fn copy(picture: &Picture) -> bool {
    let svg = picture.svg();
    // Handed over before it is there: a browser may allow nothing that comes long after the click.
    let dots = future_to_promise(async move { dots(&svg).await });
    clipboard::copy_coming("image/png", &dots).await
}

fn ink(figure: &Element) -> Option<Ink> {
    let style = web_sys::window()?.get_computed_style(figure).ok()??;
    let value = |name: &str| style.get_property_value(name).unwrap_or_default();
    let muted = first(figure, ".axis-x").and_then(|it| colour(&it));
    let text = value("color");
    Some(Ink {
        background: document::background().unwrap_or_default(),
        muted: muted.unwrap_or_else(|| text.clone()),
        text,
        font: value("font-family"),
    })
}

fn colour(element: &Element) -> Option<String> {
    web_sys::window()?.get_computed_style(element).ok()??.get_property_value("color").ok()
}

/// What a drawing shows.
fn shapes(drawing: &Element) -> Vec<Shape> {
    all::<Element>(drawing, "path, rect, line")
        .filter(|shape| !shape.matches(OF_POINTER).unwrap_or_default())
        .filter(|shape| {
            shape.tag_name() != "path" || shape.get_attribute("d").is_some_and(|it| !it.is_empty())
        })
        .map(|shape| {
            let geometry = GEOMETRY
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), shape.get_attribute(name)?)));
            let style =
                web_sys::window().and_then(|it| it.get_computed_style(&shape).ok().flatten());
            let paint = PAINT.iter().filter_map(|name| {
                Some(((*name).to_owned(), style.as_ref()?.get_property_value(name).ok()?))
            });
            Shape { kind: shape.tag_name(), attributes: geometry.chain(paint).collect() }
        })
        .collect()
}

#[wasm_bindgen]
extern "C" {
    /// An image that is not on the page.
    type Image;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Image, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_src(this: &Image, address: &str);
    #[wasm_bindgen(method, getter)]
    fn width(this: &Image) -> f64;
    #[wasm_bindgen(method, getter)]
    fn height(this: &Image) -> f64;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &Image) -> Result<Promise, JsValue>;

    /// A canvas that is not on the page.
    type OffscreenCanvas;
    #[wasm_bindgen(constructor, catch)]
    fn new(width: f64, height: f64) -> Result<OffscreenCanvas, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getContext)]
    fn context(this: &OffscreenCanvas, kind: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = convertToBlob)]
    fn to_blob(this: &OffscreenCanvas) -> Result<Promise, JsValue>;
}

/// The picture as PNG.
async fn dots(svg: &str) -> Result<JsValue, JsValue> {
    let image = Image::new()?;
    // As data, which the content security policy allows.
    image.set_src(&format!("data:image/svg+xml,{}", query_component(svg)));
    JsFuture::from(image.decode()?).await?;
    let (width, height) = (image.width() * SCALE, image.height() * SCALE);
    let canvas = OffscreenCanvas::new(width, height)?;
    let context = canvas.context("2d")?;
    let draw: Function = Reflect::get(&context, &"drawImage".into())?.dyn_into()?;
    let corner = JsValue::from(0);
    draw.apply(&context, &Array::of5(&image, &corner, &corner, &width.into(), &height.into()))?;
    JsFuture::from(canvas.to_blob()?).await
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}
