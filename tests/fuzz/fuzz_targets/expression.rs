//! Any text as an expression of Terraform, as the value of a function in a template, and as a literal among others: no
//! panic, and what is made of it stays small.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rulepad_workbench::{Dialect, Lang, import, paste};

/// Far more than the budgets of the readers allow.
const MOST: usize = 64 << 20;

fuzz_target!(|text: &str| {
    let terraform = format!(
        "locals {{\n  a = {text}\n}}\nresource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n  \
         event_pattern = jsonencode({{ source = [local.a] }})\n}}\n"
    );
    let template = format!(
        "Resources:\n  R: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [{text}]}}}}}}\n"
    );
    for whole in [terraform, template] {
        for rule in import(&whole, Lang::En).rules {
            assert!(format!("{:?}", rule.brings).len() < MOST);
        }
    }
    for literal in [format!("const event = {{a: {text}}};"), format!("{{'a': {text}}}"), format!("a: {text}\n")] {
        let made: usize = paste(&literal, "", Dialect::Rule, Lang::En).events.iter().map(|event| event.text.len()).sum();
        assert!(made < MOST);
    }
});
