//! What an imported target does, and what a text looks like, in English.

use crate::looks_like::LooksLike;
use crate::words::cut_constant;
use rulepad_document::words::en;
use rulepad_transformer::Input;

/// What Rulepad's own file is called.
pub(crate) const RULEPAD_FILE: &str = "Rulepad file";

/// What a text looks like, in a sentence.
pub(crate) fn looks_like(looks: LooksLike) -> &'static str {
    match looks {
        LooksLike::Terraform => "Terraform",
        LooksLike::Template => "a CloudFormation template",
        LooksLike::Yaml => "YAML",
        LooksLike::RulepadFile => "a Rulepad file",
        LooksLike::Rule => "an EventBridge rule",
    }
}

/// What a target receives; `variables` are those of its input paths.
pub(crate) fn input(input: &Input, variables: usize) -> String {
    match input {
        Input::MatchedEvent => "the matched event".to_owned(),
        Input::Path(path) => format!("the part of the event at `{path}`"),
        Input::Constant(text) => format!("a constant: {}", cut_constant(text)),
        Input::Transformer { .. } if variables == 0 => "an input template without variables".to_owned(),
        Input::Transformer { .. } => {
            format!("an input template with {}", en::counted(variables, "variable", "variables"))
        }
    }
}

/// How often and how long a delivery is tried again, each blank where AWS's default counts.
pub(crate) fn retries(attempts: &str, seconds: &str) -> String {
    match (attempts, seconds) {
        ("", "") => "185 retries for 24 hours, the default".to_owned(),
        ("", seconds) => format!("retries for at most {seconds} seconds"),
        ("0", "") => "no retries".to_owned(),
        ("1", "") => "1 retry".to_owned(),
        (count, "") => format!("{count} retries"),
        ("0", seconds) => format!("no retries for at most {seconds} seconds"),
        ("1", seconds) => format!("1 retry for at most {seconds} seconds"),
        (count, seconds) => format!("{count} retries for at most {seconds} seconds"),
    }
}
