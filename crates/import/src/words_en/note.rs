//! What was changed or left out of a rule, in English: whole sentences.

use super::listed;
use crate::message::Note;
use rulepad_document::{Lang, Words};
use rulepad_rule::TargetKind;

/// The sentence of a note.
pub(crate) fn note(note: &Note) -> String {
    use Note as N;
    let fixed = match note {
        N::ManagedBy(service) => {
            return format!("The rule is managed by `{service}`: AWS changes it only with `Force`.");
        }
        N::SetByAws(member) => {
            return format!("`{member}` is left out: AWS sets it, and PutRule does not take it.");
        }
        N::NamedByCloudFormation(name) => {
            return format!(
                "The template gives the rule no name, so CloudFormation makes one; `{name}` is shown for it."
            );
        }
        N::NamedByFramework(name) => {
            return format!("The framework names the rule; `{name}` is shown for it.");
        }
        N::NamedByPulumi(name) => return format!("Pulumi names the rule; `{name}` is shown for it."),
        N::NamedWithPrefix { prefix, resource } => {
            return format!(
                "Terraform makes a name that starts with `{prefix}` for `{resource}`; other formats need one."
            );
        }
        N::NamedByTerraform(resource) => {
            return format!(
                "`{resource}` has no `name`: Terraform makes one up, and other formats need one."
            );
        }
        N::StandIn(what) => return what.words(Lang::En),
        N::ConditionAssumed(condition) => {
            return format!(
                "The template does not decide the condition `{condition}`; it is taken to be true."
            );
        }
        N::DefaultOf { shown, variable } => return format!("`{shown}` is the default of `{variable}`."),
        N::DefaultsOf(variables) => {
            let names: Vec<String> = variables.iter().map(|name| format!("var.{name}")).collect();
            let defaults = if names.len() == 1 { "default" } else { "defaults" };
            return format!("Read with the {defaults} of {}.", listed(&names));
        }
        N::PatternInFile(path) => return format!("The event pattern is in the file `{path}`: add it."),
        N::PatternUnknown(source) => {
            return format!("The event pattern is not known here: it is `{source}`.");
        }
        N::FieldLeftOut(field) => {
            return format!("`{field}` of the event pattern is not known here, so the field is left out.");
        }
        N::TargetsOnOtherBus(bus) => {
            return format!(
                "The targets name no event bus, so AWS looks for their rule on the default one; the rule is on `{bus}`."
            );
        }
        N::ParametersLeftOut { target, property, kind } => return parameters(target, property, *kind),
        N::RoleMadeAgain { target } => {
            return format!("Target `{target}`: the file makes its role; an export makes it again.");
        }
        N::NoTargetId { target } => {
            return format!("Target `{target}` has no `target_id`; the name of its resource is used.");
        }
        N::QueueMadeBySam(id) => return format!("SAM makes the dead-letter queue `{id}` of the target."),
        N::OneOfFilters(count) => {
            return format!("One of {count} filters: a record passes if any of them matches.");
        }
        N::RecordsFrom(source) => return format!("The records come from `{source}`."),
        N::MessagesOfTopic(topic) => return format!("The messages are those of the topic `{topic}`."),
        N::Function(name) => return format!("The function is `{name}`."),
        N::Endpoint(name) => return format!("The endpoint is `{name}`."),
        N::PipeTarget(name) => return format!("The target is `{name}`."),
        N::ArnLeftOut => {
            "`Arn` is left out because PutRule does not take it; its account and Region are kept for the exports."
        }
        N::QuotesRemoved => "The pattern is encoded as a string; it is read without the quotes around it.",
        N::DefaultTags => "The tags include `default_tags` of the provider.",
        N::UsesOtherFiles => "The rule uses other files, so an export to Terraform is a separate file.",
        N::PatternTooMuchWork => "The event pattern takes too much work to read.",
        N::EnrichmentNotShown => "The enrichment of the pipe is not shown.",
        N::PipeTemplate => {
            "The input template of a pipe takes paths such as `<$.body>`, which a rule's does not."
        }
    };
    fixed.to_owned()
}

fn parameters(target: &str, property: &str, kind: TargetKind) -> String {
    let name = kind.name(Lang::En);
    match kind.parameters() {
        Some(own) => format!(
            "Target `{target}`: `{property}` is left out: its ARN is of the kind {name}, which takes `{own}`."
        ),
        None => format!(
            "Target `{target}`: `{property}` is left out: its ARN is of the kind {name}, which has no property such as \
             `EcsParameters`."
        ),
    }
}
