//! What can be wrong with the property of a kind of target, in English.

use super::expected;
use super::kind::a_kind;
use crate::TargetKind;
use crate::format::grouped;
use crate::message::{ParametersMessage, Seen};
use rulepad_document::words::en;

pub(super) fn parameters(message: &ParametersMessage) -> String {
    use ParametersMessage as M;
    let fixed = match message {
        M::Missing { kind: TargetKind::Sqs, property } => return format!("a FIFO queue needs `{property}`"),
        M::Missing { kind, property } => return format!("{} needs `{property}`", a_kind(*kind)),
        M::NotTaken(kind) => return format!("{} has no property such as `EcsParameters`", a_kind(*kind)),
        M::Type { name, expected: wanted, seen } => {
            let seen = match seen {
                Seen::Kind(kind) => en::a(*kind).to_owned(),
                Seen::Number(number) => format!("`{number}`"),
            };
            return format!("`{name}` is {}, and this is {seen}", expected(*wanted));
        }
        M::Wrapped(property) => {
            return format!("this is already `{property}`: its members are written here without the name");
        }
        M::Unknown { of, key } => return format!("`{of}` has no member `{key}`"),
        M::Misplaced { key, inside } => return format!("`{key}` belongs in `{inside}`"),
        M::Duplicate(name) => return format!("`{name}` appears again below, and the last one counts"),
        M::Lacks { of, member } => return format!("`{of}` needs `{member}`"),
        M::ChoiceIsPath(name) => return format!("`{name}` is one of a few words and takes no path"),
        M::Choice(name) => return format!("`{name}` does not take this value"),
        M::Range { name, from, to } => {
            return format!("`{name}` takes {} to {}", grouped(from), grouped(to));
        }
        M::TooLong { name, length, most } => {
            return format!("`{name}` has {} characters; AWS takes {}", grouped(length), grouped(most));
        }
        M::Empty(name) => return format!("`{name}` is empty"),
        M::NoEntries { name, least, most } => {
            return format!("`{name}` is empty; AWS takes {least} to {most} entries");
        }
        M::TooManyEntries { name, length, most } => {
            return format!("`{name}` has {length} entries; AWS takes {most}");
        }
        M::Form(name) => return format!("`{name}` does not have its form"),
        M::PathInText(name) => {
            return format!("a path inside a longer text is not replaced: `{name}` is used as it is");
        }
        M::PathNotReplaced(name) => {
            return format!("`{name}` takes no path into the event: the text is used as it is");
        }
        M::Together { keep, other } => return format!("`{keep}` and `{other}` exclude each other"),
        M::OtherHere(name) => return format!("`{name}` is here"),
        M::Ec2(name) => return format!("`{name}` is for Fargate, and the launch type is `EC2`"),
        M::TaskDefinitionRegion { definition, cluster } => {
            return format!("the task definition is in `{definition}` and the cluster in `{cluster}`");
        }
        M::Header(name) => return format!("a request to API Gateway may not set the header `{name}`"),
        M::HeaderWritten(name) => {
            return format!(
                "EventBridge writes the header `{name}` itself; whether this one arrives is not verified"
            );
        }
        M::PathValues { stars, values } => {
            let stars = how_many(*stars, "`*` in the path", "`*` in the path");
            return format!("{stars} and {}", how_many(*values, "value for it", "values for it"));
        }
        M::PathAsName => "a name takes no path into the event, only a value does",
        M::RunKey => "a command finds its instances by `InstanceIds` or by a tag",
        M::NoStatement => "there is no statement to run",
        M::Fargate => "`FARGATE` needs `NetworkConfiguration`: tasks there use the `awsvpc` network mode",
        M::Bases => "only one capacity provider of a strategy may have a `base`",
        M::OtherBase => "another one is here",
        M::TaskDefinitionShape => "this is not the ARN of a task definition",
        M::MessageGroup => "a FIFO queue needs `MessageGroupId`",
    };
    fixed.to_owned()
}

/// A count with its noun, and `no` for none.
fn how_many(count: usize, one: &str, many: &str) -> String {
    if count == 0 { format!("no {many}") } else { en::counted(count, one, many) }
}
