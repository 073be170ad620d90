//! `rulepad`: the workbench in a terminal.
fn main() {}
