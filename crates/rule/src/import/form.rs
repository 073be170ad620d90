//! Which format a text is in.

use super::said::Said;
use super::{Files, Imported, documents, join, requests, template, terraform};
use rulepad_document::json::Node;
use serde::{Deserialize, Serialize};

/// What an imported text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Requests of `PutRule` and `PutTargets`.
    Requests,
    /// The answer of `DescribeRule`.
    DescribeRule,
    /// The answer of `ListRules`.
    ListRules,
    /// The answer of `ListTargetsByRule`.
    ListTargets,
    /// Several answers, or answers and requests.
    Answers,
    /// An event pattern without a rule.
    Pattern,
    /// A CloudFormation template.
    CloudFormation,
    /// A SAM template.
    Sam,
    /// Terraform.
    Terraform,
}

impl Form {
    /// The name a person reads.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Requests => "PutRule and PutTargets",
            Self::DescribeRule => "answer of describe-rule",
            Self::ListRules => "answer of list-rules",
            Self::ListTargets => "answer of list-targets-by-rule",
            Self::Answers => "answers of several calls",
            Self::Pattern => "event pattern",
            Self::CloudFormation => "CloudFormation template",
            Self::Sam => "SAM template",
            Self::Terraform => "Terraform",
        }
    }
}

/// Reads a text as what only one format has tells; `None` where it is of no format that is known.
pub(super) fn read(text: &str, files: &Files<'_>) -> Option<Imported> {
    if let Some(read) = template::read(text) {
        return Some(read);
    }
    let mut found = Vec::new();
    let documents = documents::read(text, &mut found);
    if documents.is_empty() {
        return terraform::looks_like(text).then(|| terraform::read(text, files));
    }
    let mut read = of_json(&documents)?;
    found.append(&mut read.diagnostics);
    Some(Imported { diagnostics: found, ..read })
}

/// The rules in JSON texts that stand one after another, or in one that was read from another notation.
fn of_json(documents: &[Node]) -> Option<Imported> {
    let mut said = Said::default();
    let (mut form, mut parts) = (None, Vec::new());
    for document in documents {
        let Some((own, more)) = requests::read(document, &mut said) else { continue };
        form = match form {
            None => Some(own),
            Some(before) if before == own => Some(own),
            Some(_) => Some(Form::Answers),
        };
        parts.extend(more);
    }
    let form = form?;
    Some(Imported { form: Some(form), rules: join::rules(parts), diagnostics: said.found })
}
