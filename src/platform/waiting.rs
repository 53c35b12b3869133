//! Waiting for several things at once.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// Something under way that says whether it came.
pub type Coming = Pin<Box<dyn Future<Output = bool>>>;

/// Waits for all, and says whether all of them came.
pub async fn all(mut coming: Vec<Coming>) -> bool {
    let mut have_come = true;
    poll_fn(move |context| {
        coming.retain_mut(|it| match it.as_mut().poll(context) {
            Poll::Ready(has_come) => {
                have_come &= has_come;
                false
            }
            Poll::Pending => true,
        });
        if coming.is_empty() { Poll::Ready(have_come) } else { Poll::Pending }
    })
    .await
}
