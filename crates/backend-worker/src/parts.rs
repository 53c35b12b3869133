//! The parts of a release. The first answers what a visitor asks first, that of reads what else is only read, and
//! that of changes everything; the second and the third come with the first request that takes them. Other builds
//! have everything in one piece and behave the same.

use std::pin::Pin;

use backend::{Moment, Service};
use http::{Method, Request, Response};
use wasm_bindgen::JsValue;

use crate::moment;
use crate::store::IndexedDbStore;

/// Answers what is only read; nothing where that takes more.
type Read = for<'s> fn(&'s Service<IndexedDbStore>, &'s Request<Vec<u8>>) -> Reading<'s>;
type Reading<'s> = Pin<Box<dyn Future<Output = Option<Response<Vec<u8>>>> + 's>>;

/// Answers whatever is asked.
type Handle = for<'s> fn(&'s Service<IndexedDbStore>, Request<Vec<u8>>) -> Handling<'s>;
type Handling<'s> = Pin<Box<dyn Future<Output = Response<Vec<u8>>> + 's>>;

/// Answers a request.
///
/// # Errors
/// When a part that it takes has not come; nothing was done then, and the next request asks for it again.
pub(crate) async fn answer(
    service: &Service<IndexedDbStore>,
    request: Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, JsValue> {
    let moment = Moment { now: moment::now(), entropy: &mut moment::random_bits };
    if let Some(response) = service.list(&request, moment).await {
        return Ok(response);
    }
    // What changes something need not wait for one part before it asks for the other.
    if [Method::GET, Method::HEAD].contains(request.method())
        && let Some(response) = reads().await?(service, &request).await
    {
        return Ok(response);
    }
    Ok(changes().await?(service, request).await)
}

#[cfg(feature = "parts")]
async fn reads() -> Result<Read, JsValue> {
    /// It only points to what it takes, and so takes it into the part.
    #[wasm_split_helpers::wasm_split(reads, fallible)]
    fn read_all() -> Result<Read, wasm_split_helpers::SplitLoaderError> {
        Ok(READ)
    }
    let problem = "This could not be read, because a part of the backend could not be downloaded.";
    read_all().await.map_err(|_| problem.into())
}

#[cfg(feature = "parts")]
async fn changes() -> Result<Handle, JsValue> {
    /// As the other.
    #[wasm_split_helpers::wasm_split(changes, fallible)]
    fn handle_all() -> Result<Handle, wasm_split_helpers::SplitLoaderError> {
        Ok(HANDLE)
    }
    let problem = "Nothing was changed, because a part of the backend could not be downloaded.";
    handle_all().await.map_err(|_| problem.into())
}

#[cfg(not(feature = "parts"))]
#[expect(clippy::unused_async, reason = "as where it has to come first")]
async fn reads() -> Result<Read, JsValue> {
    Ok(READ)
}

#[cfg(not(feature = "parts"))]
#[expect(clippy::unused_async, reason = "as where it has to come first")]
async fn changes() -> Result<Handle, JsValue> {
    Ok(HANDLE)
}

const READ: Read = |service, request| {
    Box::pin(async move {
        let moment = Moment { now: moment::now(), entropy: &mut moment::random_bits };
        service.read(request, moment).await
    })
};

const HANDLE: Handle = |service, request| {
    Box::pin(async move {
        let moment = Moment { now: moment::now(), entropy: &mut moment::random_bits };
        service.handle(request, moment).await
    })
};
