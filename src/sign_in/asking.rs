//! One request at a time that somebody asked for, with what became of it beside it.

use crate::api::ApiError;
use crate::i18n::catalogue::sign_in as texts;
use crate::problem::Problem;
use crate::ui::live;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// A request.
type Request<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Where requests are sent from.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    is_busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Asking {
    /// Nothing asked yet; call it while a component is made.
    pub(super) fn new() -> Self {
        Self { is_busy: RwSignal::new(false), error: RwSignal::new(None) }
    }

    /// Sends a request, unless one is under way; `done` receives the answer.
    pub(super) fn ask<T: 'static>(
        self,
        request: impl FnOnce() -> Request<T>,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.error.set(None);
        let request = request();
        spawn_local(async move {
            let answer = request.await;
            // The page may be gone by now, and its signals with it.
            if self.is_busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => done(answer),
                Err(error) => self.error.set(Some(error)),
            }
        });
    }

    /// Why nothing can be asked now; followed in reactive closures.
    pub(super) fn busy(self) -> MaybeProp<String> {
        MaybeProp::derive(move || self.is_busy.get().then(|| texts::SENDING.get().to_owned()))
    }

    /// The service's word for why the last request failed; followed in reactive closures.
    pub(super) fn code(self) -> String {
        self.error.with(|error| error.as_ref().map(|it| it.code().to_owned()).unwrap_or_default())
    }

    /// Why the last request failed, unless `is_told` says that it is told elsewhere.
    pub(super) fn problem(self, is_told: fn(&str) -> bool) -> AnyView {
        live(move || match self.error.get() {
            Some(error) if !is_told(error.code()) => view! { <Problem error /> }.into_any(),
            _ => ().into_any(),
        })
    }
}
