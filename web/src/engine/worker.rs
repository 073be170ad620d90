//! The worker's side: answers requests one after the other.

use super::protocol::{Work, answer, ready};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every request until the worker is ended.
pub fn serve<W: Work>() {
    let scope = js_sys::global().unchecked_into::<DedicatedWorkerGlobalScope>();
    let post = |scope: &DedicatedWorkerGlobalScope, message: &str| {
        // Strings can always be posted.
        let _ = scope.post_message(&message.into());
    };
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(answer) = event.data().as_string().as_deref().and_then(answer::<W>) {
            post(&answering, &answer);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker is ended from outside, so this is needed as long as it lives.
    on_message.forget();
    post(&scope, &ready());
}
