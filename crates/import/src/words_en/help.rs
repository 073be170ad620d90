//! What to do, in English.

use super::format::instead;
use super::member::expected;
use crate::message::Help;

pub(super) fn help(help: &Help) -> String {
    use Help as H;
    let fixed = match help {
        H::Write(text) => return format!("write `{text}`"),
        H::PasteResponse(call) => return format!("paste the response of `{call}`"),
        H::ImportFile(path) => return format!("import `{path}` together with this file"),
        H::WriteOrLeftOut(what) => return format!("write {}, or it is left out", expected(*what)),
        H::OptionKept { kept, left } => return format!("`{kept}` is kept, `{left}` left out"),
        H::Instead(format) => instead(*format),
        H::PasteKnownFormat => {
            "paste a CloudFormation or SAM template, Terraform, a response of `aws events describe-rule`, `list-rules` \
             or `list-targets-by-rule`, requests of PutRule and PutTargets, an event pattern, or a file that Rulepad \
             saved"
        }
        H::PastePartWithRule => "paste the part with the rule",
        H::PasteRuleResource => "paste the part with the rule, such as the `aws_cloudwatch_event_rule`",
        H::PasteJsonTexts => "paste one JSON text after another, with nothing between them",
        H::CallAgain => {
            "call again with `--next-token`, and paste the responses one after another or the whole list at once"
        }
        H::CopyUnescaped => "copy the text from where its quotes are not escaped",
        H::ImportTemplateOfRule => "import the template that declares the rule",
        H::EventsOfServices => {
            "events of the kinds `eventBridge`, `cloudwatchEvent`, `schedule`, `stream`, `sqs` and `sns` are read, and \
             `resources`"
        }
        H::ImportNestedTemplate => "import that template as well if it has rules",
        H::SchedulesHaveNoPattern => {
            "schedules of EventBridge Scheduler use neither event buses nor event patterns"
        }
        H::ShortenTemplate => "write the value out, or import the part of the template with the rule",
        H::ImportTerraformFile => "import the `.tf` file with the rule to keep what is around it",
        H::CheckSpelling => "check its spelling",
        H::WriteState => "write `ENABLED` or `DISABLED`",
        H::SetState => "the rule is read as enabled; set its state yourself",
        H::TagLeftOut => "the tag is left out; AWS sets such tags itself",
        H::AddPattern => "add an `EventPattern` or a `ScheduleExpression`",
        H::ImportFileOfPattern => "import the file that has its value as well, or paste the pattern",
        H::WriteValueOfField => {
            "the pattern matches more than the rule does; replace the expression by its value"
        }
        H::WriteValuesOfList => {
            "other formats get it as one value; write the values to match events against them"
        }
        H::CheckNames => "check the names and types in it",
        H::WriteObject => "write the object instead",
        H::AddFileOfTags => "they are left out; add the file that defines them",
        H::ImportModule => "import the files of the module that have its rules",
        H::ImportModuleWithThis => "import its files together with this one",
        H::ImportWholePlan => "import the output of `terraform show -json`, or the configuration",
        H::WriteHeredoc => "write the template as a heredoc, `<<EOT`",
        H::WriteFilters => "write `Filters` with a list of objects that have a `Pattern`",
        H::WritePattern => "write `Pattern` with the pattern as a JSON string",
        H::WritePatternAsString => "write the pattern as a JSON string; it is read as one",
        H::WritePatternMember => "write `Pattern` with the pattern as a JSON string; it is read as one",
        H::ReadAsAttributes => "it is read as a policy on the attributes, which is the default",
        H::WriteSubscription => "write the subscription as an `AWS::SNS::Subscription`",
        H::CheckQuotes => "check its quotes, or write it as JSON in single quotes",
        H::WriteAsJson => {
            "write the whole value as JSON, or the object as a string with escaped quotes; it is read as a string"
        }
        H::WriteLiterals => {
            "write the members of the request into the call, or paste the response of `aws events describe-rule`"
        }
        H::CloseParentheses => "close the parentheses of earlier calls, or import a part of the program",
        H::PasteAsEvent => "paste them as the event to try a rule on",
        H::ImportTemplate => "import the template",
        H::CallsThatAreRead => {
            "`put-rule`, `put-targets`, `test-event-pattern`, `create-archive`, `create-pipe`, \
             `create-event-source-mapping`, `subscribe` and `set-subscription-attributes` are read"
        }
        H::RemoveCall => "remove the call if the rule should stay",
        H::AllTargetsListed => "all targets are listed",
        H::PasteRecordAsEvent => {
            "records of `PutRule` and `PutTargets` are read; to try a pattern on this one, paste it as the event"
        }
        H::RequestIsRead => "the request is read as it is",
        H::GetValue => "get it with `aws events describe-rule` and `list-targets-by-rule`",
    };
    fixed.to_owned()
}
