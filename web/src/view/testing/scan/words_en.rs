//! Texts of a scan, in English.

use super::text::{Text, grouped, megabytes};
use rulepad_workbench::en::counted;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::About => {
            "Count which rules of the bus the events of a file match. Choose files of any size: one event a line (NDJSON), a JSON list, CloudTrail archives, compressed with gzip or not. They are read in slices and stay on this computer."
        }
        Text::ChooseFiles => "Choose files…",
        Text::OtherFiles => "Scan other files…",
        Text::Files(count) => return counted(count, "file", "files").into(),
        Text::CopyJson => "Copy JSON",
        Text::DownloadJson => "Download JSON",
        Text::DownloadCsv => "Download CSV",
        Text::Discard => "Discard",
        Text::Cancel => "Cancel",
        Text::Continue => "Continue",
        Text::Again => "Scan again",
        Text::ProgressLabel => "Scanned bytes",
        Text::Progress { done, all, events, seconds } => {
            let (done, all, events) = (megabytes(done), megabytes(all), grouped(events));
            let left = seconds.map(|seconds| format!(", about {seconds} s left")).unwrap_or_default();
            return format!("{done} of {all} MB, {events} events{left}").into();
        }
        Text::Running => "Scanning.",
        Text::Complete => "Complete: every file was read to its end.",
        Text::Incomplete => "Incomplete: not every file was read to its end. See what was not read.",
        Text::Part => "Cancelled: these are the counts of a part.",
        Text::CannotGoOn => {
            "Stopped: the worker took too long or was restarted. These are the counts of a part; start the scan again."
        }
        Text::OtherRules => "The rules have changed since this scan started.",
        Text::Events => "Events",
        Text::Matched => "Matched by a rule",
        Text::Idle => "Triggered nothing",
        Text::NotRead => "Not read",
        Text::Undecided => "Undecided",
        Text::Number(number) => return grouped(number).into(),
        Text::TableLabel => "Matched events of each rule",
        Text::Rule => "Rule",
        Text::MatchedEvents => "Matched events",
        Text::FirstMatches => "First matches",
        Text::Load(1) => "Load 1 event",
        Text::Load(count) => return format!("Load {count} events").into(),
        Text::LoadAbout(rule) => return format!("Load the first events that {rule} matched").into(),
        Text::NotKept => "too long to be kept",
        Text::Refused => "(AWS refuses its event pattern)",
        Text::Disabled => "(disabled)",
        Text::ShowAll(count) => return format!("Show all {count} rules").into(),
        Text::Silent(1) => "1 rule matched no event.",
        Text::Silent(count) => return format!("{count} rules matched no event.").into(),
        Text::Gaps => "What was not read",
        Text::Place { file, line, item } => {
            let item = item.map(|item| format!(", item {item} of the list")).unwrap_or_default();
            let file = file.map(|file| format!("{file}, ")).unwrap_or_default();
            return format!("{file}line {line}{item}:").into();
        }
        Text::NotGiven(file) => {
            return format!(
                "{file}: the browser does not give out the rest of the file; it may have changed."
            )
            .into();
        }
        Text::MoreGaps(more) => return format!("and {} more", grouped(more)).into(),
    })
}
