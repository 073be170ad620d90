//! The English words of this crate: whole sentences.

use crate::message::{Loss, Note, TargetPart, Unwritten};
use rulepad_document::{Lang, Words};

pub(crate) fn loss(loss: &Loss) -> String {
    let fixed = match loss {
        Loss::Export(loss) => return loss.words(Lang::En),
        Loss::Reformatted => "The template was reformatted; its comments are lost.",
        Loss::NoCommentsInJson => "JSON has no comments; those of the template are lost.",
        Loss::PropertiesFromFunction => {
            "The rule's properties come from a function of the template, which keeps its event pattern."
        }
        Loss::PatternWithFunctions => {
            "CloudFormation would refuse or respell a `null`, a number or a field of the event pattern, which stays an \
             object because it contains functions of the template."
        }
        Loss::Condition(name) => {
            return format!(
                "The file has the values for when the condition `{name}` of the template holds; the others are left out."
            );
        }
        Loss::DynamicReferenceAsText(text) => {
            return format!(
                "CloudFormation replaces `{text}` with the value of a parameter or secret; this file has it as text."
            );
        }
        Loss::OtherTargetOfEvent { id, resource } => {
            return format!(
                "Target `{id}`: an event of SAM delivers to `{resource}` alone, so it is left out."
            );
        }
        Loss::EventWithout(member) => {
            return format!("An event of SAM has no `{}` of the rule; it is left out.", member.name());
        }
        Loss::NotWritten { address, change } => {
            return format!(
                "In `{address}`, {} could not be written: the file shares its value with other resources, or computes \
                 it. Change it there by hand.",
                unwritten(change)
            );
        }
    };
    fixed.to_owned()
}

fn unwritten(change: &Unwritten) -> String {
    match change {
        Unwritten::Name => "the name".to_owned(),
        Unwritten::Description => "the description".to_owned(),
        Unwritten::Bus => "the event bus".to_owned(),
        Unwritten::State => "the state".to_owned(),
        Unwritten::Role => "the rule's role".to_owned(),
        Unwritten::Schedule => "the schedule".to_owned(),
        Unwritten::Tags => "the tags".to_owned(),
        Unwritten::Pattern => "the event pattern".to_owned(),
        Unwritten::RemovedTarget(id) => format!("target `{id}`, which you removed,"),
        Unwritten::NewTarget(id) => format!("the new target `{id}`"),
        Unwritten::OfTarget { id, part } => format!("the {} of target `{id}`", target_part(*part)),
    }
}

fn target_part(part: TargetPart) -> &'static str {
    match part {
        TargetPart::Id => "id",
        TargetPart::Arn => "ARN",
        TargetPart::Role => "role",
        TargetPart::Input => "input",
        TargetPart::DeadLetter => "dead-letter queue",
        TargetPart::Retries => "retry policy",
        TargetPart::Parameters => "parameters",
    }
}

pub(crate) fn note(note: &Note) -> String {
    let fixed = match note {
        Note::Export(note) => return note.words(Lang::En),
        Note::StandIn(note) => return note.words(Lang::En),
        Note::PermissionsOfNewTargets => {
            "The template has the rule already, so no permission is added to it; new targets need theirs."
        }
        Note::NeedsSam => "The template needs SAM: deploy it with `sam deploy`.",
        Note::RemovedTarget(id) => {
            return format!(
                "Target `{id}` is removed; permissions and roles that only it used are still in the file."
            );
        }
    };
    fixed.to_owned()
}
