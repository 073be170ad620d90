//! Texts of the page about notices and of what can be undone, in English.

use super::text::Text;
use crate::state::making::MadeEvent;
use crate::state::model::{Done, Opened, Trouble};
use crate::state::record::title_in_words;
use rulepad_workbench::{Lang, en};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::DownloadTitle => "Download the stored text as a file",
        Text::Notices => "Notices",
        Text::Messages => "Messages",
        Text::Dismiss => "Dismiss",
        Text::NoSuchCondition => "No event was made: the pattern has no such condition.",
        Text::MakingStopped => "No event was made: looking for one was stopped after 2 seconds.",
        Text::NewerBuild => "A new version of Rulepad is ready.",
        Text::TakeNewer => "Reload",
        Text::TakeNewerTitle => "Reload the page with the new version; your draft stays",
        Text::NotStored(trouble) => not_stored(trouble),
        Text::BadLink(reason) => return format!("The link was not opened: {reason}. Your own draft is as you left it.").into(),
        Text::Done(done) => return done_in_words(done),
        Text::EventsNotStored { count, megabytes } => return format!("The {count} loaded events are not stored with the draft: drafts hold up to {megabytes} MB of them. Save (Ctrl+S) writes all of them to a file.").into(),
        Text::NotKept(targets) => {
            let names: Vec<String> = targets.iter().map(|id| format!("“{id}”")).collect();
            return format!("No payload was kept as a test for {}: what arrives there is not known.", en::all_of(&names)).into();
        }
        Text::NotMade(reason) => return format!("No event was made: {reason}").into(),
        Text::NotSet(reason) => return format!("The event was not changed: {reason}").into(),
        Text::Pruned { most, title } => return format!("{most} drafts are stored at most: the oldest, “{title}”, was removed. Download it to keep it.").into(),
        Text::Unreadable { title, reason } => return format!("{} cannot be read: {reason}. It is kept as it is; download its text to rescue what is in it.", en::capitalized(title)).into(),
        Text::WorkerStopped(why) => return format!("No event was made: the worker stopped: {why}.").into(),
    })
}

/// What was done, and can be undone.
fn done_in_words(done: &Done) -> AttrValue {
    AttrValue::Static(match done {
        Done::Opened(opened) => return opened_in_words(opened),
        Done::Removed(id) => return format!("Removed “{id}”").into(),
        Done::Struck(1) => "Removed the item from the event log",
        Done::Struck(_) => "Removed items from the event log",
        Done::Closed(1) => "Closed the other event",
        Done::Closed(count) => return format!("Closed the other {count} events").into(),
        Done::RuleRemoved(name) if name.is_empty() => "Removed a rule",
        Done::RuleRemoved(name) => return format!("Removed the rule “{name}”").into(),
        Done::EventRemoved(title) => return format!("Removed the event “{title}”").into(),
        Done::Asked => "Added a condition to the event pattern",
        Done::Exchanged => "Replaced the target's input",
    })
}

/// What was opened or loaded.
fn opened_in_words(opened: &Opened) -> AttrValue {
    AttrValue::Static(match opened {
        Opened::Example(title) => return format!("Loaded “{}”", title.words(Lang::En)).into(),
        Opened::Made(MadeEvent::Matching) => "Made an event that matches",
        Opened::Made(MadeEvent::Missing(name)) => {
            return format!("Made an event that misses {name}").into();
        }
        Opened::Copy => "Made a copy of the rule to try",
        Opened::Read(what) => return format!("Read {}", what.words(Lang::En)).into(),
        Opened::AsItIs => "Read the text as it is",
        Opened::Original => "Restored the original text",
        Opened::Imported { label, form } => {
            return imported(label.words(Lang::En), form.words(Lang::En)).into();
        }
        Opened::Tests(count) => return format!("Opened {}", en::counted(*count, "test", "tests")).into(),
        Opened::ImportedAll { count, form } if form.words(Lang::En).is_empty() => {
            return format!("Imported {count} rules").into();
        }
        Opened::ImportedAll { count, form } => {
            return format!("Imported {count} rules ({})", form.words(Lang::En)).into();
        }
        Opened::Link => "Opened the draft of the link; yours is under Drafts",
        Opened::New => "Started a new rule; the one before is under Drafts",
        Opened::Kept(title) => {
            return format!("Opened the draft “{}”", title_in_words(title, Lang::En)).into();
        }
    })
}

/// What to know of the storage, and what to do.
fn not_stored(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Blocked => {
            "This browser blocks storage: the draft is lost when the page is closed. Save it as a file or share a link."
        }
        Trouble::Full => {
            "The browser’s storage for this page is full: the last changes are not stored. Delete old drafts, or save the draft as a file."
        }
        Trouble::NoDatabase | Trouble::Failing => {
            "The browser’s database does not work here: drafts are stored in local storage, which holds about 5 MB."
        }
        Trouble::Newer => {
            "A newer version of Rulepad uses the list of drafts: reload the page to get it. Until then drafts are stored in local storage, which holds about 5 MB."
        }
    }
}

fn imported(label: &str, form: &str) -> String {
    match (label.is_empty(), form.is_empty()) {
        (false, false) => format!("Imported “{label}” ({form})"),
        (false, true) => format!("Imported “{label}”"),
        (true, false) => format!("Imported the rule ({form})"),
        (true, true) => "Imported the rule".to_owned(),
    }
}
