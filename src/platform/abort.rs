//! Giving up what the browser does for us.

use web_sys::{AbortController, AbortSignal};

/// Has the browser give up a request when this is dropped: then nobody waits for the answer any more, and a
/// connection that is kept for it would be missing to the next one.
///
/// A request that was answered by then stays answered.
#[derive(Debug)]
pub struct AbortOnDrop(Option<AbortController>);

impl Default for AbortOnDrop {
    fn default() -> Self {
        // Creating it cannot fail in a browser; without it the request would merely go on.
        Self(AbortController::new().ok())
    }
}

impl AbortOnDrop {
    /// What the request has to be given.
    #[must_use]
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}
