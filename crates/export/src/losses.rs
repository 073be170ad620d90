//! What an export loses, and what is left to do by hand: one constructor a sentence.

use super::Format;
use super::later::{Later, Natural, source_of};
use rulepad_document::Lang;
use rulepad_document::source_text::one_line_of;
use rulepad_pattern::Dialect;
use rulepad_rule::Reference;

/// A reference that a file of requests has no means for.
pub(super) fn reference_as_text(reference: &Reference) -> String {
    format!(
        "`{}` is written as text: it is the value of {}, which a request cannot refer to. Replace it.",
        one_line_of(&reference.shown),
        source_of(reference)
    )
}

/// A list of values in the event pattern that is one expression, of which a file has one value.
pub(super) fn list_as_value(reference: &Reference) -> String {
    format!(
        "`{}` is a list of values in the event pattern, and the file has it as one value: it is the value of {}. Write \
         the values there.",
        one_line_of(&reference.shown),
        source_of(reference)
    )
}

/// A reference of one language in a file of another that is written back.
pub(super) fn foreign_reference(reference: &Reference) -> String {
    format!(
        "`{}` is written as text: it is the value of {}, which this file cannot refer to. Replace it.",
        one_line_of(&reference.shown),
        source_of(reference)
    )
}

/// An event pattern in a YAML template that was an object with comments and has to be a text.
pub fn comments_of_pattern() -> String {
    "The event pattern becomes JSON text, because CloudFormation refuses or respells a `null`, a number or a field of \
     it in an object: its comments are lost."
        .to_owned()
}

/// A value that the file asks for; `None` where the format finds it out itself.
pub(super) fn fill_in(format: Format, own: &Later) -> Option<String> {
    let value = own.described();
    let (name, capitals) = (&own.name, own.capitals());
    let known = match format {
        Format::Pulumi => false,
        Format::Serverless => matches!(own.natural, Some(Natural::Region | Natural::Account)),
        _ => own.natural.is_some(),
    };
    if known {
        return None;
    }
    Some(match format {
        Format::Terraform => format!("Set the variable `{name}`: {value}."),
        Format::AwsCli | Format::TestEventPattern => {
            format!("Set the environment variable `{capitals}` when you run the script: {value}.")
        }
        Format::Boto3 | Format::CdkTypescript | Format::CdkPython => {
            format!("Set the environment variable `{capitals}`, or write its value into the file: {value}.")
        }
        Format::Pulumi => format!("Set the configuration value `{}`: {value}.", config_key(own)),
        Format::Serverless => format!("Pass `--param=\"{name}=…\"`: {value}."),
        // Their parameters are named once the names of all resources are known.
        Format::CloudFormationYaml
        | Format::CloudFormationJson
        | Format::Sam
        | Format::LambdaFilter
        | Format::PipesFilter
        | Format::SnsFilter
        | Format::RuleJson => return None,
    })
}

/// A name in a map of a target that JavaScript does not keep.
pub(super) fn prototype_key(id: &str, tool: &str) -> String {
    format!("Target `{id}`: {tool} loses the name `__proto__`; choose another name.")
}

/// The key of a value in the configuration of a Pulumi stack.
pub(super) fn config_key(own: &Later) -> String {
    super::plan::lower_camel(&own.name)
}

/// A value in a place where a template takes text alone.
pub(super) fn reference_in_key(key: &str) -> String {
    format!("A template cannot refer to a value in the name of a field: replace `{}`.", one_line_of(key))
}

/// A pattern written for one service and exported to another meets other things there.
pub(super) fn other_dialect_note(format: Format, written: Dialect) -> Option<String> {
    let is_read = match format {
        Format::LambdaFilter | Format::PipesFilter => {
            !matches!(written, Dialect::SnsAttributes | Dialect::SnsBody)
        }
        Format::SnsFilter => !matches!(written, Dialect::Pipes | Dialect::EventSourceMapping),
        _ => written.has_envelope(),
    };
    let meets = match format {
        Format::LambdaFilter | Format::PipesFilter => "the payload of a record",
        Format::SnsFilter => Dialect::SnsBody.reads(Lang::En),
        _ => Dialect::Rule.reads(Lang::En),
    };
    (!is_read).then(|| {
        format!("The event pattern is written for {}; here it is tried on {meets}.", written.reads(Lang::En))
    })
}
