//! Why something did not work, and when something was stored, in English.

use crate::state::drafts;
use crate::state::fetched::{NotFetched, NotLoaded};
use crate::state::model::{Unread, Which};
use crate::state::record::{Unreadable, When, title_in_words};
use crate::state::refusal::{Holds, NoText, Refusal};
use crate::state::sending::BadAddress;
use rulepad_workbench::Lang;

/// Without a full stop.
pub(super) fn not_fetched(reason: &NotFetched) -> String {
    match reason {
        NotFetched::File(name, NotLoaded::NoAnswer) => {
            format!("the file `{name}` did not load: the server did not answer")
        }
        NotFetched::File(name, NotLoaded::Status(status)) => {
            format!("the file `{name}` did not load: the server answered {status}")
        }
        NotFetched::File(name, NotLoaded::InPart) => {
            format!("the file `{name}` did not load: it came only in part")
        }
        NotFetched::Missing => "a file of it is missing".into(),
        NotFetched::Damaged(reason) => reason.clone(),
        NotFetched::Storage => "the browser does not let the page read them".into(),
    }
}

/// A sentence.
pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLong { name, size, limit, holds: Holds::Events } => format!(
            "{} was not read: it has {size} MB, and files up to {limit} MB are read.",
            named(name.as_deref())
        ),
        Refusal::TooLong { name, size, limit, holds: Holds::Rules } => format!(
            "{} was not read: it has {size} MB, and rules are read from texts up to {limit} MB.",
            named(name.as_deref())
        ),
        Refusal::NotGiven(path) => format!("`{path}` was not read: the browser does not give it out."),
        Refusal::NoText(name, NoText::Gzip) => {
            format!(
                "`{name}` was not read: it is compressed with gzip. Unpack it first, or scan it in the Tests tab."
            )
        }
        Refusal::NoText(name, NoText::Zip) => {
            format!("`{name}` was not read: it is a zip archive. Unpack it first.")
        }
        Refusal::NoText(name, NoText::NotUtf8) => {
            format!("`{name}` was not read: it is not a text in UTF-8.")
        }
        Refusal::EmptyFolder => "This folder has no file that may hold rules.".into(),
        Refusal::TooMany { left_out, most } => {
            format!("{left_out} more files were not read; {most} are read at once.")
        }
        Refusal::LargeFolder { name, most } => format!(
            "`{name}` was not read whole: it has more than {most} files. Drop the folder that holds the rules."
        ),
    }
}

fn named(name: Option<&str>) -> String {
    name.map_or_else(|| "The text".into(), |name| format!("`{name}`"))
}

/// A sentence.
pub(super) fn bad_address(reason: &BadAddress) -> String {
    match reason {
        BadAddress::Https => {
            "Emulators are asked over `http`, which does not leave this machine; `https` is not used."
        }
        BadAddress::Ipv6 => {
            "A page's security policy cannot name `[::1]`: write `localhost` or `127.0.0.1`."
        }
        BadAddress::Elsewhere => {
            "This is not an address of this machine. Only `http://127.0.0.1` and `http://localhost`, with a port, are ever contacted."
        }
    }
    .into()
}

/// Without a full stop.
pub(super) fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::Newer => "a newer version of Rulepad stored it".into(),
        Unreadable::Damaged(words) => format!("its stored text is damaged ({words})"),
        Unreadable::Lacks(member) => format!("its stored text is damaged (it has no `{member}`)"),
        Unreadable::OtherId => "it has the id of another one".into(),
    }
}

/// What the draft is called, within a sentence.
pub(super) fn unread(unread: &Unread) -> String {
    match &unread.which {
        Which::LastVisit => "the draft of your last visit".into(),
        Which::Titled(title) => format!("the draft “{}”", title_in_words(title, Lang::En)),
        Which::Keyed(key) => format!("draft {key}"),
    }
}

/// A sentence.
pub(super) fn draft_not_done(reason: &drafts::NotDone) -> String {
    match reason {
        drafts::NotDone::NotRead(reason) => format!("The draft cannot be read: {}.", unreadable(reason)),
        drafts::NotDone::Gone => "The draft is not there any more.".into(),
        drafts::NotDone::NotGiven => "The draft’s text cannot be read now. Try again.".into(),
        drafts::NotDone::NotRenamed => {
            "The draft cannot be renamed: another tab changed it. Try again.".into()
        }
        drafts::NotDone::NotDeleted => "The draft cannot be deleted now. Try again.".into(),
        drafts::NotDone::NotRestored => "There is no room to restore the draft.".into(),
    }
}

/// How long ago, or a day and a time as an English reader writes them.
pub(super) fn when(when: &When) -> String {
    match when {
        When::Minutes(0) => "just now".into(),
        When::Minutes(1) => "1 minute ago".into(),
        When::Minutes(minutes) => format!("{minutes} minutes ago"),
        When::Hours(1) => "1 hour ago".into(),
        When::Hours(hours) => format!("{hours} hours ago"),
        When::At(time) => crate::platform::clock::day_and_time(*time, "en"),
    }
}
