//! The entry point of the worker that runs tests.

use rulepad_web::engine::{protocol::Testing, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Testing>();
}
