//! What is not known of a configuration of Terraform.

use super::{note, shown, warning};
use crate::Diagnostic;
use crate::code::Code;
use crate::message::{Help, TerraformMessage};
use rulepad_document::Span;

/// An expression whose value is known only at deploy time.
pub(crate) fn reference(span: Span, source: &str) -> Diagnostic {
    note(Code::Reference, span, TerraformMessage::Reference { source: shown(source) })
}

/// An expression at which Terraform itself would stop.
pub(crate) fn refused(span: Span, source: &str) -> Diagnostic {
    warning(Code::Refused, span, TerraformMessage::Refused { source: shown(source) }).advice(Help::CheckNames)
}

/// An object that is not known, for which its expression is shown as a string.
pub(crate) fn object_unknown(span: Span, source: &str) -> Diagnostic {
    warning(Code::ObjectUnknown, span, TerraformMessage::ObjectUnknown { source: shown(source) })
        .advice(Help::WriteObject)
}

/// Tags of which nothing is known.
pub(crate) fn tags(span: Span, source: &str) -> Diagnostic {
    warning(Code::Tags, span, TerraformMessage::TagsUnknown { source: shown(source) })
        .advice(Help::AddFileOfTags)
}

/// A module elsewhere than in the files.
pub(crate) fn module(span: Span, name: &str, source: &str) -> Diagnostic {
    let message = TerraformMessage::ModuleElsewhere { name: name.to_owned(), source: shown(source) };
    warning(Code::Module, span, message).advice(Help::ImportModule)
}

/// A module in a folder that was not given.
pub(crate) fn module_folder(span: Span, name: &str, folder: &str) -> Diagnostic {
    let message = TerraformMessage::ModuleNotGiven { name: name.to_owned(), folder: shown(folder) };
    warning(Code::Module, span, message).advice(Help::ImportModuleWithThis)
}

/// A file of a module that another file calls.
pub(crate) fn through_module(span: Span, caller: &str) -> Diagnostic {
    note(Code::ThroughModule, span, TerraformMessage::ThroughModule { caller: shown(caller) })
}

/// A part of a printed plan that shows only what changes.
pub(crate) fn hidden(span: Span) -> Diagnostic {
    warning(Code::Hidden, span, TerraformMessage::Hidden).advice(Help::ImportWholePlan)
}

/// A resource that a plan removes.
pub(crate) fn destroyed(span: Span, address: &str) -> Diagnostic {
    note(Code::Destroyed, span, TerraformMessage::Destroyed { address: shown(address) })
}

/// `jsonencode` around an input template.
pub(crate) fn encoded(span: Span) -> Diagnostic {
    warning(Code::Encoded, span, TerraformMessage::EncodedTemplate).advice(Help::WriteHeredoc)
}
