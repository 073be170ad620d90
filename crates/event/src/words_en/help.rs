//! What to do, in English.

use super::diagnostics::expected;
use crate::message::Help;

/// The words of a help.
pub(super) fn help(help: &Help) -> String {
    let fixed = match help {
        Help::PasteOneEvent => "paste one event; a list of events is not one event",
        Help::PasteSomething => {
            "paste an event, a list or a file of them, or what carries them: a log, a queue's message"
        }
        Help::CorrectYaml => "correct the YAML, or paste the event as JSON",
        Help::ConvertToJson => "convert it to JSON",
        Help::PasteEventOrImport => "paste an event; Import reads rules from Terraform files",
        Help::PasteEvent => "paste an event",
        Help::LogWholeEvent => {
            "log the event with `JSON.stringify(event)` or `json.dumps(event)`, which print all of it"
        }
        Help::WriteValue => "write the value",
        Help::PasteLogFile => "paste a log file, one of those under `logFiles`",
        Help::LogDetail => "set `IncludeDetail` of the bus's `LogConfig` to `FULL` to have it logged",
        Help::PasteFile => "paste the file",
        Help::WriteEntries => "write the entries as JSON, as in `--entries '[{\"Source\": …}]'`",
        Help::WriteOrRemoveLine => "write an event on it, or remove it",
        Help::PasteFilled => "paste one that contains an event",
        Help::PasteWith(carrier) => return format!("paste it with its `{}`", carrier.path()),
        Help::EventsAreJson => "a rule's pattern is evaluated against events, which are JSON",
        Help::CopyAllOf(carrier) => {
            return format!("copy all of `{}`, up to the last character", carrier.path());
        }
        Help::PastePart => "paste a part of it",
        Help::PasteInside => "paste what is inside",
        Help::PasteRest => "paste the rest by itself",
        Help::AddField { field, becomes } => {
            return format!("add `{field}`, or fill in `{becomes}` in the event");
        }
        Help::CheckDetailType => "check `detail-type` in the event: it is read as an API call",
        Help::S3Events => "events of S3 are listed in the S3 user guide under EventBridge",
        Help::CopyAll => "copy all of it",

        Help::AddMissing => "add what is missing",
        Help::TriedWithoutTestedFields => {
            "a rule's bus never sees such an event, and TestEventPattern refuses it; the pattern is evaluated anyway"
        }
        Help::TriedWithoutFields => "the pattern is evaluated anyway",
        Help::Write(text) => return format!("write `{text}`"),
        Help::WriteExpected(of) => return format!("write {}", expected(*of)),
        Help::MakeList => "make it a list",
        Help::WriteTime => "write the time",
        Help::QuoteNumber => "put it in double quotes",
        Help::ReadAsJson => "read the text as JSON",
        Help::WriteDateInUtc => "write date and time in UTC",
        Help::WriteTwelveDigits => "write the 12 digits, leading zeros included",
        Help::ShortenDetailType => "shorten it; PutEvents takes no such event",
        Help::NameSender => "name the service or the application that sends the event",
        Help::WriteUuid => "write a UUID",
        Help::WriteRegion => "write it as `us-east-1`",
        Help::SetRuleState => "set the rule's state to `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`",
        Help::UseS3 => "put what is large into S3 and its key into the event",

        Help::KeepOne => "keep one",
        Help::PutIntoDetail => "put it into `Detail`, or remove it",
        Help::WriteAsJsonText => "write it as a JSON text",
        Help::FixDetail => "fix the JSON",
        Help::OtherEntriesAreTaken => "PutEvents takes the other entries of the call and not this one",
        Help::SendAsString => "send it as a string; what AWS does with it is not verified",
        Help::WriteRfc3339 => {
            "write it as `2026-03-02T04:05:06Z`; whether AWS takes this one is not verified"
        }
        Help::ShortenMember => "shorten it; AWS's sentence for this is not verified",
        Help::WriteMember(name) => {
            return format!("write `{name}`; PutEvents takes the other entries of the call and not this one");
        }
        Help::UseOtherSource => {
            "name a source of your own; to test a rule for an AWS event, try the event here"
        }
        Help::SendInSeveralCalls => "send them in several calls; all of them are shown here",
        Help::SendLess => "send them in several calls, or put what is large into S3",
    };
    fixed.to_owned()
}
