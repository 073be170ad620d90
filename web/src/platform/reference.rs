//! The files of the reference, which lie beside the page.

use crate::state::shared::Shared;
use rulepad_workbench::reference::FILES;
use rulepad_workbench::suite::{self, Suite};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

/// Reads every file, then tells them in the order of the list, or what went wrong.
pub fn read(done: Callback<Result<Shared<Vec<Suite>>, String>>) {
    // All are asked for at once; awaiting them in order loses nothing.
    let asked: Vec<_> = FILES.into_iter().map(|name| (name, request(name))).collect();
    spawn_local(async move {
        let mut suites = Vec::new();
        for (name, asked) in asked {
            match text(asked).await {
                Some(text) => suites.push(suite::parse(&text)),
                None => return done.emit(Err(format!("the file `{name}.md` did not load"))),
            }
        }
        done.emit(Ok(Shared::new(suites)));
    });
}

/// The address is relative, so that it works wherever the page is put.
fn request(name: &str) -> Option<JsFuture> {
    Some(JsFuture::from(web_sys::window()?.fetch_with_str(&format!("./reference/{name}.md"))))
}

async fn text(asked: Option<JsFuture>) -> Option<String> {
    let response = asked?.await.ok()?.dyn_into::<Response>().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
