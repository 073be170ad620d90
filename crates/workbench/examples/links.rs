//! Opens share links: each line of the input is the fragment of one, each line of the output the draft as JSON, or why
//! it does not open. For `tests/links`, which compares what the published encoders wrote.

use rulepad_workbench::share;
use std::error::Error;
use std::io;

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lines() {
        match share::decode(line?.trim_end()) {
            Ok(draft) => println!("{}", serde_json::to_string(&draft)?),
            Err(bad) => println!("{}", serde_json::json!({ "error": bad.to_string() })),
        }
    }
    Ok(())
}
