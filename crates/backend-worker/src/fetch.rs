//! Requests and responses, from the browser's types to those of the service and back.

use backend::{READ_HEADERS, Unreadable};
use http::{HeaderMap, HeaderValue, Request, Response, Uri};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The request as the service knows it: its path begins after the public URL of the service.
pub(crate) async fn request_from(
    request: &web_sys::Request,
    public_url: &str,
) -> Result<Request<Vec<u8>>, JsValue> {
    let body = JsFuture::from(request.array_buffer()?).await?;
    let mut converted = Request::new(Uint8Array::new(&body).to_vec());
    let uri = path_below(&request.url(), public_url);
    let method = request.method().parse().ok();
    let headers = headers_of(&request.headers());
    match (uri, method, headers) {
        (Some(uri), Some(method), Some(headers)) => {
            *converted.uri_mut() = uri;
            *converted.method_mut() = method;
            *converted.headers_mut() = headers;
        }
        // Whatever it was, it must not be taken for something else.
        _ => drop(converted.extensions_mut().insert(Unreadable)),
    }
    Ok(converted)
}

fn path_below(url: &str, public_url: &str) -> Option<Uri> {
    let path = url.strip_prefix(public_url)?;
    let path = path.split('#').next().unwrap_or(path);
    path.parse().ok()
}

fn headers_of(headers: &web_sys::Headers) -> Option<HeaderMap> {
    let mut converted = HeaderMap::new();
    for name in &READ_HEADERS {
        if let Some(value) = headers.get(name.as_str()).ok()? {
            // Each letter is one byte.
            let value = value.chars().map(u8::try_from).collect::<Result<Vec<_>, _>>();
            converted.insert(name, HeaderValue::from_bytes(&value.ok()?).ok()?);
        }
    }
    Some(converted)
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
