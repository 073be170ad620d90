//! What to do about a problem, in English.

use crate::message::Help;
use crate::variable::RESERVED;

pub(super) fn help(help: &Help) -> String {
    let text = match help {
        Help::KeepOneOption => "keep one of `Input`, `InputPath` and `InputTransformer`",
        Help::ShortenConstant => "shorten the constant, or keep it where the target can fetch it",
        Help::SelectHigher => "select a value higher up in the event",
        Help::WritePath(path) => return format!("write `{path}`"),
        Help::PathNames => {
            "names may contain letters, digits, `_`, `-` and `/`; for a key with other characters, select the object around it"
        }
        Help::PathsNotChecked => "AWS stores a path without checking it; one it cannot read selects nothing",
        Help::WriteMap => "write `{\"name\": \"$.detail.name\"}`",
        Help::QuotePath => "write a path in double quotes, such as `\"$.detail\"`",
        Help::SelectObject => "select an object that contains several of the values",
        Help::RemoveEarlier => "remove the earlier one",
        Help::NeedsNoEntry(name) => {
            return format!("`<{name}>` works in the template without an entry here");
        }
        Help::NameIt(name) => return format!("name it `{name}`"),
        Help::SameNameInTemplate => "use the same name in the template",
        Help::VariableNames => "name it with letters, digits, `_` and `-`",
        Help::ShortenName => "shorten the name",
        Help::NameEachPath => "give each path its own name",
        Help::UseTransformer => {
            "an input transformer sends several values: each path gets a name, and the template uses it"
        }
        Help::RemoveEntry => "remove the entry",
        Help::WriteTemplate => "write a JSON object such as `{\"id\": <id>}`, or a text in double quotes",
        Help::ShortenTemplate => "shorten the template; `<aws.events.event.json>` carries the whole event",
        Help::WriteVariable(name) => return format!("write `<{name}>`"),
        Help::NameInPipes => "`aws.pipes` is the name in EventBridge Pipes",
        Help::OnlyInPipes => "EventBridge Pipes has this variable, a rule does not",
        Help::OnlyInScheduler => {
            "EventBridge Scheduler has this variable, a rule does not; the event of a scheduled rule has its \
             `time` and, in `resources`, the ARN of the rule"
        }
        Help::PathInPlaceholder => {
            "a rule's template names a variable and the input paths give its path; paths inside `<…>` are for \
             Pipes"
        }
        Help::ReservedVariables => {
            let names = RESERVED.map(|name| format!("`<{name}>`")).join(", ");
            return format!("AWS's variables are {names}");
        }
        Help::AddToPaths(name) => return format!("add `{name}` to the input paths"),
        Help::JsonEncode => "Terraform's `jsonencode` does this; write the template as a heredoc there",
        Help::NameValue => "name the value in the input paths and write `<name>` here",
        Help::NamePath => "name the path in the input paths and write `<name>` here",
        Help::QuoteText => "put the text in double quotes",
        Help::CloseAtEnd => "close it at the end",
        Help::Quote => "put it in double quotes",
        Help::BetweenQuotes => "write it between the quotes of its line",
        Help::QuoteEachLine => "put each line in its own quotes",
        Help::WriteKeyOut => "write the key out, and put the variable in its value",
        Help::RemoveQuotes => "remove the quotes around it",
        Help::GiveKey => "give the value its own key, without quotes around it",
        Help::UseJsonTemplate => "use a JSON template, and no quotes around it",
        Help::UseOnce => "use the large value once",
    };
    text.to_owned()
}
