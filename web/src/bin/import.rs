//! The entry point of the worker that reads rules from a text.

use rulepad_web::engine::{protocol::Importing, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Importing>();
}
