//! Texts of the page about texts that are pasted or dropped, in English.

use super::text::Text;
use crate::view::common::Noun;
use rulepad_workbench::en;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::DropHere => "Drop to read what is in it",
        Text::FilesStay => "Files stay on this computer",
        Text::ChosenOne => "The one looked at",
        Text::PutEventsAnswers => "PutEvents answers",
        Text::WhatWasDoneToIt => "What was done to this one",
        Text::NotesOnIt => "Notes on this one",
        Text::ChosenAsJson => "The one looked at, as JSON",
        Text::RefusedByPutEvents => "refused by PutEvents",
        Text::PasteOrDrop => "Paste or drop",
        Text::WhatItIs => "What it is",
        Text::Typed => "Text",
        Text::Files => "Files",
        Text::ChooseFiles => "Choose files",
        Text::OrDrop => "or drop them anywhere. Nothing leaves this page.",
        Text::Placeholder => "An event, a log file, PutEvents entries, messages of a queue…",
        Text::PasteWhatYouHave => {
            "Paste whatever you have: one event or several, with or without what a service wraps around them. The detected format and each conversion are listed here."
        }
        Text::WhatFilesAreRead => "Files of JSON, lines of JSON and logs up to 20 MB are read; YAML is not.",
        Text::EventAsIs => "The event as it is",
        Text::Reading => "reading",
        Text::Stopped => "Reading was stopped after 15 seconds. Use a part of the text, or try again.",
        Text::WhatWasDone => "What was done",
        Text::ImportAsRuleTitle => "Reads rules in the text, and shows them before anything is replaced",
        Text::ImportAsRule => "Import it as a rule",
        Text::EditAsEventTitle => "Puts the text in the event as it is",
        Text::EditAsEvent => "Edit it as the event",
        Text::UseThis(noun) => match noun {
            Noun::Event => "Use this event",
            Noun::Record => "Use this record",
            Noun::Message => "Use this message",
        },
        Text::EachWithVerdict { noun, count } => {
            return format!("{}, each with its verdict", number_of(noun, count)).into();
        }
        Text::EntrySize(bytes) => return format!("PutEvents counts {bytes} bytes for this entry.").into(),
        Text::Form(form) => return en::capitalized(form).into_owned().into(),
        Text::Found { noun, count } => return en::capitalized(&number_of(noun, count)).into_owned().into(),
        Text::FoundIn { form, noun, count } => return found_in(form, noun, count).into(),
        Text::MoreTaken(count) => return format!("and {count} more, which “Use all” takes as well").into(),
        Text::Notes(count) => return en::counted(count, "note", "notes").into(),
        Text::RemoveFile(name) => return format!("Remove {name}").into(),
        Text::Size(bytes) => return size(bytes).into(),
        Text::Scan(1) => "Scan it in the Tests tab",
        Text::Scan(count) => return format!("Scan {count} files in the Tests tab").into(),
        Text::ScanAbout => {
            "Count which rules the events of the file match. It is read in slices, whatever its size."
        }
        Text::UseAll(count) => return format!("Use all {count}").into(),
        Text::WorkerStopped(reason) => {
            return format!("The text cannot be read: the worker stopped: {reason}.").into();
        }
    })
}

/// `no event in it`, `1 event`, `2 events`.
fn number_of(noun: Noun, count: usize) -> String {
    let (one, many) = match noun {
        Noun::Event => ("event", "events"),
        Noun::Record => ("record", "records"),
        Noun::Message => ("message", "messages"),
    };
    if count == 0 { format!("no {one} in it") } else { en::counted(count, one, many) }
}

/// The format of a text, and what is in it.
fn found_in(form: &str, noun: Noun, count: usize) -> String {
    let form = en::capitalized(form);
    if count == 1 { form.into_owned() } else { format!("{form}: {}", number_of(noun, count)) }
}

/// A length in bytes, as a person would write it.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KB", bytes / 1_024),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}
