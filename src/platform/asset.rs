//! Files of the application itself that come when they are needed.

use gloo_net::http::Request;

/// The text of a file that the page names; nothing when it cannot be had.
pub async fn text(address: &str) -> Option<String> {
    let answer = Request::get(address).send().await.ok().filter(|answer| answer.ok())?;
    answer.text().await.ok()
}
