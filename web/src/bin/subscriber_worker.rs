//! The entry point of the worker that evaluates subscribers.

use rulepad_web::engine::{protocol::Subscribing, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Subscribing>();
}
