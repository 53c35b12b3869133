//! The other tabs of this application: what one of them does, the others hear of.

use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// What tabs tell each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// The tenant whose records were changed.
    Changes,
    /// The id of the person who has signed out.
    SignOut,
}

/// Hears a message.
type Listener = Closure<dyn FnMut(MessageEvent)>;

/// A way to the others. It does not bring back what this tab says itself.
type Channel = (BroadcastChannel, Option<Listener>);

thread_local! {
    /// The way to the others for each topic.
    static CHANNELS: RefCell<[Option<Channel>; 2]> = const { RefCell::new([None, None]) };
}

/// Tells every other tab; a browser without a way to them leaves them as they are.
pub fn tell(topic: Topic, words: &str) {
    with_channel(topic, |(channel, _)| {
        // A text can always be sent.
        let _ = channel.post_message(&JsValue::from_str(words));
    });
}

/// Calls `on_words` with whatever another tab tells, from now on and in the place of an earlier listener.
pub fn listen(topic: Topic, on_words: impl Fn(String) + 'static) {
    with_channel(topic, |(channel, kept)| {
        let listener = Listener::new(move |message: MessageEvent| {
            if let Some(words) = message.data().as_string() {
                on_words(words);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        *kept = Some(listener);
    });
}

fn with_channel(topic: Topic, act: impl FnOnce(&mut Channel)) {
    CHANNELS.with_borrow_mut(|channels| {
        let channel = &mut channels[topic as usize];
        if channel.is_none() {
            let topic = match topic {
                Topic::Changes => "",
                Topic::SignOut => "sign-out ",
            };
            // Every deployment on an origin has its own.
            let name = format!("prorata {topic}{}", super::document::base());
            *channel = BroadcastChannel::new(&name).ok().map(|channel| (channel, None));
        }
        if let Some(channel) = channel {
            act(channel);
        }
    });
}
