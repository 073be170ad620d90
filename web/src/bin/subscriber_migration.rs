//! The entry point of the worker that writes rules as subscribers.

use rulepad_web::engine::{protocol::Migrating, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Migrating>();
}
