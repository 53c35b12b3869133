//! The other tabs of this application: what one of them changes, the others hear of.

use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// Hears a message.
type Listener = Closure<dyn FnMut(MessageEvent)>;

thread_local! {
    /// The way to the others. It does not bring back what this tab says itself.
    static CHANNEL: RefCell<Option<(BroadcastChannel, Option<Listener>)>> = const { RefCell::new(None) };
}

/// Tells every other tab; a browser without a way to them leaves them as they are.
pub fn tell(words: &str) {
    with_channel(|channel, _| {
        // A text can always be sent.
        let _ = channel.post_message(&JsValue::from_str(words));
    });
}

/// Calls `on_words` with whatever another tab tells, from now on and in the place of an earlier listener.
pub fn listen(on_words: impl Fn(String) + 'static) {
    with_channel(|channel, kept| {
        let listener = Listener::new(move |message: MessageEvent| {
            if let Some(words) = message.data().as_string() {
                on_words(words);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        *kept = Some(listener);
    });
}

fn with_channel(act: impl FnOnce(&BroadcastChannel, &mut Option<Listener>)) {
    CHANNEL.with_borrow_mut(|kept| {
        if kept.is_none() {
            // Every deployment on an origin has its own.
            let name = format!("prorata {}", super::document::base());
            *kept = BroadcastChannel::new(&name).ok().map(|channel| (channel, None));
        }
        if let Some((channel, listener)) = kept {
            act(channel, listener);
        }
    });
}
