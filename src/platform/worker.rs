//! A worker of the browser that answers texts with texts, or bytes with numbers: one answer to each question, in their
//! order, and asides between them.

use super::brought::LocalFile;
use super::document;
use js_sys::{Array, Function, Promise, Uint8Array, Uint32Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, Event, MessageEvent};

/// Those who wait for an answer: whom to give it, and whom to tell that there will be none.
type Waiting = Rc<RefCell<VecDeque<(Function, Function)>>>;

/// A worker; it ends when it is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    waiting: Waiting,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Worker")
    }
}

impl Worker {
    /// Starts a script of this build, which is one that `public/boot.js` knows. `on_aside` hears what the worker says
    /// between its answers.
    ///
    /// # Errors
    /// What the browser says when it starts no worker.
    pub fn start(script: &str, on_aside: impl Fn(String) + 'static) -> Result<Self, String> {
        let build = document::meta("prorata-build").unwrap_or_default();
        let url = document::absolute_url(&format!("{script}?{build}"));
        let worker = web_sys::Worker::new(&url).map_err(|cause| words(&cause))?;
        let waiting = Waiting::default();
        let answered = Rc::clone(&waiting);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let data = message.data();
            // An aside comes in a list, so that nobody takes it for an answer.
            if let Some(aside) = data.dyn_ref::<Array>() {
                return on_aside(aside.get(0).as_string().unwrap_or_default());
            }
            let first = answered.borrow_mut().pop_front();
            if let Some((resolve, _)) = first {
                settle(&resolve, &data);
            }
        });
        let failed = Rc::clone(&waiting);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The page tells about it itself.
            event.prevent_default();
            // Of a script that does not come there is an event without a message.
            let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            let told = message.filter(|message| !message.is_empty());
            give_up(&failed, told.as_deref().unwrap_or("it cannot be loaded"));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _on_message: on_message, _on_error: on_error })
    }

    /// Asks a question; `file` goes along.
    ///
    /// # Errors
    /// Why there is no answer: the worker has failed or was ended.
    pub fn ask(
        &self,
        question: &str,
        file: Option<&LocalFile>,
    ) -> impl Future<Output = Result<String, String>> + use<> {
        let message = Array::of1(&JsValue::from_str(question));
        if let Some(file) = file {
            message.push(file.as_js());
        }
        let answer = self.send(&message, &Array::new());
        async move { Ok(answer.await?.as_string().unwrap_or_default()) }
    }

    /// Asks with bytes, and gets numbers; none where the worker cannot make anything of the bytes.
    ///
    /// # Errors
    /// Why there is no answer: the worker has failed or was ended.
    pub fn ask_numbers(
        &self,
        bytes: &[u8],
    ) -> impl Future<Output = Result<Option<Vec<u32>>, String>> + use<> {
        let bytes = Uint8Array::from(bytes);
        let answer = self.send(&Array::of1(&bytes), &Array::of1(&bytes.buffer()));
        async move {
            let answer = answer.await?;
            Ok(answer.dyn_ref::<Uint32Array>().map(Uint32Array::to_vec))
        }
    }

    /// Sends a message, of which some things are given away.
    fn send(
        &self,
        message: &Array,
        given: &Array,
    ) -> impl Future<Output = Result<JsValue, String>> + use<> {
        let promise = Promise::new(&mut |resolve, reject| {
            self.waiting.borrow_mut().push_back((resolve, reject));
        });
        // Texts, files and bytes can always be sent.
        let _ = self.worker.post_message_with_transfer(message, given);
        async move { JsFuture::from(promise).await.map_err(|cause| words(&cause)) }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        give_up(&self.waiting, "it was ended");
    }
}

fn give_up(waiting: &Waiting, why: &str) {
    let all = std::mem::take(&mut *waiting.borrow_mut());
    for (_, reject) in all {
        settle(&reject, &JsValue::from_str(why));
    }
}

fn settle(with: &Function, value: &JsValue) {
    // To settle a promise cannot throw.
    let _ = with.call1(&JsValue::UNDEFINED, value);
}

fn words(cause: &JsValue) -> String {
    let text = cause.as_string();
    text.or_else(|| Some(String::from(cause.dyn_ref::<js_sys::Error>()?.message())))
        .unwrap_or_default()
}
