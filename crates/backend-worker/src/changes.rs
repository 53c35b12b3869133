//! What changes records, and what else few requests need: a release has it in a part of its own, which comes with the
//! first such request. Other builds have everything in one piece and behave the same.

use std::pin::Pin;

use backend::{Moment, Service};
use http::{Request, Response};
use wasm_bindgen::JsValue;

use crate::moment;
use crate::store::IndexedDbStore;

/// Answers whatever is asked.
type Handle = for<'s> fn(&'s Service<IndexedDbStore>, Request<Vec<u8>>) -> Handling<'s>;
type Handling<'s> = Pin<Box<dyn Future<Output = Response<Vec<u8>>> + 's>>;

/// Answers a request that takes more than reading.
///
/// # Errors
/// When the part that it takes has not come; nothing was done then, and the next request asks for it again.
pub(crate) async fn handle(
    service: &Service<IndexedDbStore>,
    request: Request<Vec<u8>>,
) -> Result<Response<Vec<u8>>, JsValue> {
    Ok(brought().await?(service, request).await)
}

#[cfg(feature = "parts")]
async fn brought() -> Result<Handle, JsValue> {
    /// It only points to what it takes, and so takes it into the part.
    #[wasm_split_helpers::wasm_split(changes, fallible)]
    fn handle_all() -> Result<Handle, wasm_split_helpers::SplitLoaderError> {
        Ok(HANDLE)
    }
    let problem = "Nothing was changed, because a part of the backend could not be downloaded.";
    handle_all().await.map_err(|_| problem.into())
}

#[cfg(not(feature = "parts"))]
#[expect(clippy::unused_async, reason = "as where it has to come first")]
async fn brought() -> Result<Handle, JsValue> {
    Ok(HANDLE)
}

const HANDLE: Handle = |service, request| {
    Box::pin(async move {
        let moment = Moment { now: moment::now(), entropy: &mut moment::random_bits };
        service.handle(request, moment).await
    })
};
