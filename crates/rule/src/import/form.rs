//! Which format a text is in.

use super::{Imported, requests};
use rulepad_document::json::{Node, parse};
use rulepad_document::{Diagnostic, Role};
use serde::{Deserialize, Serialize};

/// What an imported text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Requests of `PutRule` and `PutTargets`.
    Requests,
}

impl Form {
    /// The name a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "PutRule and PutTargets",
        }
    }
}

/// Reads a text as what only one format has tells; `None` where it is of no format that is known.
pub(super) fn read(text: &str) -> Option<Imported> {
    let parsed = parse(text, Role::Import);
    let root = parsed.root.as_ref().filter(|root| root.members().is_some())?;
    let (form, rules) = of_json(root)?;
    let diagnostics = parsed.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    Some(Imported { form: Some(form), rules, diagnostics })
}

fn of_json(root: &Node) -> Option<(Form, Vec<super::FoundRule>)> {
    let rules = requests::read(root)?;
    Some((Form::Requests, rules))
}
