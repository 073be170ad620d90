//! The page's own scripts beside it: its workers, and the one that keeps it for visits without network.

use super::files;
use wasm_bindgen::prelude::*;
use web_sys::Worker;

/// The script that keeps the page. A page under development has another in its place, and does not start it.
const KEEPER: &str = "service_worker.js";

#[wasm_bindgen(module = "/own_scripts.js")]
extern "C" {
    /// Starts a worker with the page's own script of this name.
    #[wasm_bindgen(js_name = startWorker, catch)]
    pub fn start_worker(script: &str, name: &str) -> Result<Worker, JsValue>;
    #[wasm_bindgen(js_name = keepOffline)]
    fn keep(script: &str, ready: &Closure<dyn Fn()>);
    // A function that the program imports as it is, without `catch`, would look for the file under its old name.
    #[wasm_bindgen(js_name = takeNewer, catch)]
    fn take() -> Result<(), JsValue>;
}

/// Loads the page again with the newer build.
pub fn take_newer() {
    // It fails only where the newer build is gone again; then the page stays as it is.
    let _ = take();
}

/// Keeps the page's files for visits without network; `ready` is called when a newer build of the page waits.
pub fn keep_offline(ready: impl Fn() + 'static) {
    if files::is_listed(KEEPER) {
        let ready = Closure::new(ready);
        keep(KEEPER, &ready);
        // Called at any time, as long as the page is open.
        ready.forget();
    }
}
