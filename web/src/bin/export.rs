//! The entry point of the worker that writes files to take away.

use rulepad_web::engine::{protocol::Exporting, worker};

fn main() {
    console_error_panic_hook::set_once();
    worker::serve::<Exporting>();
}
