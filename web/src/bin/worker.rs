//! The entry point of the worker that evaluates.

use rulepad_web::engine::{protocol::Evaluating, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Evaluating>();
}
