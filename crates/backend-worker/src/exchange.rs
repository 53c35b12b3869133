//! Requests and responses, from the browser's types to those of the service and back.

use http::{HeaderName, HeaderValue, Method, Request, Response, Uri};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The request as the service knows it: its path begins after the public URL of the service.
pub(crate) async fn request_from(
    request: &web_sys::Request,
    public_url: &str,
) -> Result<Request<Vec<u8>>, JsValue> {
    let body = JsFuture::from(request.array_buffer()?).await?;
    let mut converted = Request::new(Uint8Array::new(&body).to_vec());
    // A browser lets neither through; the service answers 404 and 405 to what it does not know.
    *converted.uri_mut() = path_below(&request.url(), public_url).unwrap_or_default();
    *converted.method_mut() = request.method().parse().unwrap_or(Method::GET);
    for entry in js_sys::try_iter(&request.headers())?.into_iter().flatten() {
        let entry: Array = entry?.unchecked_into();
        let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) else {
            continue;
        };
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            converted.headers_mut().append(name, value);
        }
    }
    Ok(converted)
}

fn path_below(url: &str, public_url: &str) -> Option<Uri> {
    let path = url.strip_prefix(public_url)?;
    let path = path.split('#').next().unwrap_or(path);
    path.parse().ok()
}

/// The response as the browser knows it.
pub(crate) fn response_from(response: &Response<Vec<u8>>) -> Result<web_sys::Response, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in response.headers() {
        headers.append(name.as_str(), value.to_str().unwrap_or_default())?;
    }
    let init = web_sys::ResponseInit::new();
    init.set_status(response.status().as_u16());
    init.set_headers(&headers);
    let body = response.body();
    // A response without content must not have a body, not even an empty one.
    let body = (!body.is_empty()).then(|| Uint8Array::from(body.as_slice()));
    web_sys::Response::new_with_opt_js_u8_array_and_init(body.as_ref(), &init)
}
