//! Calls of EventBridge's API to an emulator on this machine, in the JSON protocol of AWS.
//!
//! The address was checked before it comes here, the page's content security policy lets no other one through, and
//! redirects are not followed.

use crate::state::sending::{Ended, PATIENCE, Sent};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, AbortSignal, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};
use yew::Callback;

/// Calls, then reports how that ended.
pub fn call(sent: &Sent, done: Callback<Ended>) {
    let (endpoint, request) = (sent.endpoint.clone(), request(sent));
    let Ok(controller) = AbortController::new() else { return done.emit(Ended::Silent) };
    let signal = controller.signal();
    spawn_local(async move {
        let timer = Timeout::new(PATIENCE * 1000, move || controller.abort());
        let ended = ended(&endpoint, request, &signal).await;
        drop(timer);
        done.emit(if signal.aborted() { Ended::Late } else { ended });
    });
}

async fn ended(endpoint: &str, request: Result<RequestInit, JsValue>, signal: &AbortSignal) -> Ended {
    let Ok(request) = request else { return Ended::Silent };
    request.set_signal(Some(signal));
    match answer(endpoint, &request).await {
        Ok((0, _)) => Ended::Elsewhere,
        Ok((status, body)) => Ended::Answered(status, body),
        // A browser reports no more. A second call that only looks whether somebody is there would have to follow
        // redirects, for it could not ask to read the answer.
        Err(_) => Ended::Silent,
    }
}

/// The status is 0 for a redirect, of which a browser reports no more.
async fn answer(endpoint: &str, request: &RequestInit) -> Result<(u16, String), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(endpoint, request)).await?;
    let response = response.dyn_into::<Response>()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok((response.status(), body.as_string().unwrap_or_default()))
}

fn request(sent: &Sent) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/x-amz-json-1.1")?;
    headers.set("X-Amz-Target", &format!("AWSEvents.{}", sent.operation.name()))?;
    // Emulators read account and service from it, and check no signature; there is no key to sign with.
    let scope = format!("{}/20260101/{}/events/aws4_request", sent.account, sent.region);
    let words = format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0");
    headers.set("Authorization", &words)?;
    let request = plain("POST");
    request.set_redirect(RequestRedirect::Manual);
    request.set_headers(&headers);
    request.set_body(&JsValue::from_str(&sent.body));
    Ok(request)
}

fn plain(method: &str) -> RequestInit {
    let request = RequestInit::new();
    request.set_method(method);
    request.set_credentials(RequestCredentials::Omit);
    request.set_cache(RequestCache::NoStore);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request
}
