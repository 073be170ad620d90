//! What a file cannot carry, in English: whole sentences.

use super::{all_of, declared, expression, framework, target};
use crate::message::{FilterOwner, Loss};
use rulepad_document::words::en;
use rulepad_document::{Lang, Words};
use rulepad_pattern::Dialect;

pub(crate) fn loss(loss: &Loss) -> String {
    let fixed = match loss {
        Loss::Target { id, loss } => return target::loss(id, loss),
        Loss::OtherDialect { written, read } => {
            let tried = match read {
                Dialect::Pipes | Dialect::EventSourceMapping => "the payload of a record",
                other => other.reads(Lang::En),
            };
            let written = written.reads(Lang::En);
            return format!("The event pattern is written for {written}; here it is tried on {tried}.");
        }
        Loss::Refused { field: Some(field), message } => {
            return format!("At `{field}`: {}.", message.words(Lang::En));
        }
        Loss::Refused { field: None, message } => return en::sentence(&message.words(Lang::En)),
        Loss::ReferenceInRequest(shown) => {
            return format!(
                "`{}` is written as text: it is the value of {}, which a request cannot refer to. Replace it.",
                shown.text,
                expression(&shown.value)
            );
        }
        Loss::ReferenceOfOtherLanguage(shown) => {
            return format!(
                "`{}` is written as text: it is the value of {}, which this file cannot refer to. Replace it.",
                shown.text,
                expression(&shown.value)
            );
        }
        Loss::ReferenceToList(shown) => {
            return format!(
                "`{}` is a list of values in the event pattern, and the file has it as one value: it is the value of {}. \
                 Write the values there.",
                shown.text,
                expression(&shown.value)
            );
        }
        Loss::ReferenceInKey(key) => {
            return format!("A template cannot refer to a value in the name of a field: replace `{key}`.");
        }
        Loss::TargetsLeftOut { owner, ids } => return targets_left_out(*owner, ids),
        Loss::RuleForEachEvent { framework: own, rules } => {
            return format!(
                "{} makes a rule for each event of a {}: the rule becomes {}, with the same event pattern.",
                framework(*own),
                declared(*own),
                all_of(rules)
            );
        }
        Loss::PlaceOfStack { framework: own, ids } => {
            return format!(
                "An event names no ARN of its {}: the account and Region of {} become those of the stack.",
                declared(*own),
                all_of(ids)
            );
        }
        Loss::GeneratedIds(ids) => {
            return format!("Serverless generates its own target ids instead of {}.", all_of(ids));
        }
        Loss::NoMember { framework: own, member, rules } => {
            let events = match own {
                crate::message::Framework::Sam => "SAM's events",
                crate::message::Framework::Serverless => "Serverless' events",
            };
            return format!("{events} have no `{}`: it is left out of {}.", member.name(), all_of(rules));
        }
        Loss::PipeWithoutBus(bus) => {
            return format!("A pipe reads a source and no event bus: `{bus}` is left out.");
        }
        Loss::Nul => "A shell cannot carry the character U+0000: it was left out.",
        Loss::ComposedDescription => {
            "Description: Terraform combines a letter and its separate accent into one character where Unicode has one."
        }
        Loss::DynamicReference => {
            "CloudFormation replaces `{{resolve:…}}` with the value of a parameter or secret, and has no escape for it."
        }
        Loss::PatternComments => {
            "The event pattern becomes JSON text, because CloudFormation refuses or respells a `null`, a number or a field \
             of it in an object: its comments are lost."
        }
        Loss::PipeWithoutManagementEvents => {
            "A pipe knows no state for read-only management events of CloudTrail."
        }
        Loss::PipeDescription => "A pipe's description is one line: its line breaks became spaces.",
    };
    fixed.to_owned()
}

fn targets_left_out(owner: FilterOwner, ids: &[String]) -> String {
    let has = match owner {
        FilterOwner::EventSourceMapping => "An event source mapping has one function and no targets",
        FilterOwner::Pipe => "A pipe has one target",
        FilterOwner::Subscription => "A subscription has one endpoint and no targets",
    };
    let verb = if ids.len() == 1 { "is" } else { "are" };
    format!("{has}: {} {verb} left out.", all_of(ids))
}
