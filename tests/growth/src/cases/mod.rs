//! What grows: each reader, operator and exporter.

mod events;
mod imports;
mod page;
mod patterns;
mod rule_tests;
mod targets;

use crate::{Case, Run};
use rulepad_workbench::Lang;
use rulepad_workbench::{Draft, evaluate};
use serde::Serialize;

/// Every case, in the order of the table.
pub fn all() -> Vec<Case> {
    [patterns::all(), events::all(), targets::all(), imports::all(), page::all(), rule_tests::all()]
        .into_iter()
        .flatten()
        .collect()
}

/// A case by its name.
pub fn case(name: &'static str, base: usize, make: impl Fn(usize) -> Run + 'static) -> Case {
    Case { name, base, limit: None, make: Box::new(make) }
}

impl Case {
    /// The case as one of a search whose work has a limit.
    pub fn limited(self, megabytes: u64) -> Self {
        Self { limit: Some(megabytes), ..self }
    }
}

/// A case that evaluates a draft and counts its spans as the page does.
pub fn evaluated(name: &'static str, base: usize, make: impl Fn(usize) -> Draft + 'static) -> Case {
    case(name, base, move |size| {
        let draft = make(size);
        Box::new(move || sent(&evaluate(&draft, Lang::En).in_utf16(&draft)))
    })
}

/// The size of an answer as it travels to the page.
pub fn sent(answer: &impl Serialize) -> usize {
    serde_json::to_vec(answer).map_or(0, |bytes| bytes.len())
}
