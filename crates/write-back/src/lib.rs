//! A rule written back into the text it was read from: what the person did not change stays byte for byte.
//!
//! * [`write`]: the text with the rule in it, or a new file where the format is another
//! * [`Loss`], [`Note`]: what the text cannot carry, and what is left to do
//! * [`recognised`]: rules that Rulepad itself wrote, which no text has to be kept for
//!
//! ```
//! use rulepad_document::Role;
//! use rulepad_export::{Format, Subject};
//! use rulepad_pattern::Dialect;
//!
//! let text = "Resources:
//!   Orders:
//!     Type: AWS::Events::Rule
//!     Properties:
//!       State: ENABLED # for now
//!       EventPattern:
//!         source: [shop]
//! ";
//! let read = rulepad_write_back::recognised(rulepad_import::import(text));
//! let found = &read.rules[0];
//! let mut rule = found.rule.clone().unwrap();
//! rule.state = rulepad_rule::State::Disabled;
//!
//! let pattern = rulepad_document::json::parse(found.pattern.as_deref().unwrap(), Role::Pattern);
//! let subject = Subject {
//!     rule: &rule,
//!     pattern: pattern.valid(),
//!     dialect: Dialect::Rule,
//!     targets: &[],
//!     event: "{}",
//!     references: &[],
//! };
//! let written = rulepad_write_back::write(Format::CloudFormationYaml, &subject, found.origin.as_ref());
//! assert_eq!(written.file.text, text.replace("ENABLED", "DISABLED"));
//! ```

#[cfg(test)]
mod lists_tests;
mod merge;
mod message;
mod own;
mod rewrite;
mod template;
mod terraform;
mod words_en;
mod words_ko;

pub use message::{Loss, Note, TargetPart, Unwritten};
pub use own::recognised;

use rulepad_cloudformation::Notation;
use rulepad_export::parts::foreign_references;
use rulepad_export::{Format, Subject, file_name};
use rulepad_import::Origin;
use rulepad_rule::ReferenceLanguage;

/// One file, and what it does for its targets.
pub type Written = rulepad_export::Written<Loss, Note>;

/// One file.
pub type Rendered = rulepad_export::Rendered<Loss, Note>;

/// Writes a rule in a format: into the text it was read from where that is of the format, else as a new file. What
/// surrounds the rule there stays as it is.
#[must_use]
pub fn write(format: Format, subject: &Subject<'_>, origin: Option<&Origin>) -> Written {
    match origin.and_then(|origin| written_back(format, subject, origin)) {
        // Nothing is added to what surrounds the rule.
        Some(file) => {
            // SAM makes the roles for the events of a resource.
            let is_event =
                format != Format::Terraform && origin.is_some_and(|own| own.resource.contains('.'));
            Written { file, creates_roles: is_event }
        }
        None => {
            let rulepad_export::Written { file, creates_roles } = rulepad_export::write(format, subject);
            let mut losses: Vec<Loss> = file.losses.into_iter().map(Loss::from).collect();
            let mut notes: Vec<Note> = file.notes.into_iter().map(Note::from).collect();
            if let Some(origin) = origin {
                losses.extend(template::conditions(origin));
                losses.extend(template::dynamic_references(format, subject, origin));
                notes.extend(template::stand_ins(subject, origin));
            }
            let rulepad_export::Rendered { file_name, media_type, text, .. } = file;
            Written { file: Rendered { file_name, media_type, text, losses, notes }, creates_roles }
        }
    }
}

/// The text that the rule was read from with the rule in it, where the format is that of the text.
fn written_back(format: Format, subject: &Subject<'_>, origin: &Origin) -> Option<Rendered> {
    let notation = match format {
        Format::CloudFormationYaml => Notation::Yaml,
        Format::CloudFormationJson => Notation::Json,
        Format::Sam => template::notation_of_sam(origin)?,
        Format::Terraform => return terraform_written_back(subject, origin),
        _ => return None,
    };
    template::export(subject, origin, notation)
}

/// The configuration that the rule was read from with the rule in it.
fn terraform_written_back(subject: &Subject<'_>, origin: &Origin) -> Option<Rendered> {
    use terraform::{Wanted, WrittenBack, write_back};
    let Subject { rule, pattern, targets, references, .. } = *subject;
    if !origin.resource.starts_with("aws_cloudwatch_event_rule.") {
        return None;
    }
    let WrittenBack { text, mut losses, notes } =
        write_back(origin, &Wanted { rule, pattern, targets, references })?;
    losses.extend(foreign_references(subject, ReferenceLanguage::Terraform).into_iter().map(Loss::from));
    Some(Rendered { file_name: file_name(rule, "tf"), media_type: "text/plain", text, losses, notes })
}
