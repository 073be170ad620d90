//! The entry point of the page of subscribers.

fn main() {
    console_error_panic_hook::set_once();
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    if let Some(root) = root {
        rulepad_web::view::subscriber::app::start(root);
    }
}
