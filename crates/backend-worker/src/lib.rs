//! Hosts the backend in a browser, for the service worker and for a page that has none.
//!
//! The script that loads this module hands over requests and gives back responses; documents are
//! kept in IndexedDB. Everything else is the business of the `backend` crate.

// Natively there is nothing here to build: every line talks to a browser. So do the tests.
#![cfg(target_arch = "wasm32")]

mod connection;
mod fetch;
mod moment;
mod parts;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use backend::{Delay, Service};
use wasm_bindgen::prelude::*;

use store::IndexedDbStore;

/// The service, for JavaScript.
#[wasm_bindgen]
pub struct Backend {
    service: Service<IndexedDbStore>,
    public_url: String,
    latency: Duration,
}

#[wasm_bindgen]
impl Backend {
    /// A service for the requests whose URL begins with `public_url`, such as
    /// `https://example.org/prorata/api/`. `build` is the one that it is part of. Every answer is held back for `latency_ms`, to show how
    /// the application behaves on a slow network; 0 for at once.
    #[wasm_bindgen(constructor)]
    pub fn new(public_url: &str, latency_ms: u32, build: &str) -> Self {
        let public_url = public_url.trim_end_matches('/').to_owned();
        let store = IndexedDbStore::for_url(&public_url);
        let service = Service::new(store, &public_url).of_build(build);
        Self { service, public_url, latency: Duration::from_millis(latency_ms.into()) }
    }

    /// Answers a request.
    ///
    /// # Errors
    /// Rejects when the body of the request cannot be read, as a failed `fetch` does.
    pub async fn respond(&self, request: web_sys::Request) -> Result<web_sys::Response, JsValue> {
        let request = fetch::request_from(&request, &self.public_url).await?;
        let response = parts::answer(&self.service, request).await?;
        let delay = response.extensions().get::<Delay>().map_or(Duration::ZERO, |delay| delay.0);
        moment::sleep(self.latency + delay).await;
        fetch::response_from(&response)
    }
}
