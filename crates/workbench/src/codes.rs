//! The codes of every diagnostic.

use rulepad_document::{Codes, json, yaml};

/// Every code of the crates that define theirs as an enum.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    [
        names::<json::Code>(),
        names::<yaml::Code>(),
        names::<rulepad_pattern::Code>(),
        names::<rulepad_event::Code>(),
        names::<rulepad_transformer::Code>(),
        names::<rulepad_rule::Code>(),
        names::<rulepad_event_log::Code>(),
        names::<rulepad_import::TemplateCode>(),
        names::<rulepad_import::TerraformCode>(),
        names::<rulepad_import::Code>(),
        names::<crate::code::Code>(),
    ]
    .concat()
}

fn names<C: Codes>() -> Vec<&'static str> {
    C::ALL.iter().map(|code| code.name()).collect()
}
