//! Texts of the page about stored drafts, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::ReadingList => "Reading the list…",
        Text::NoDrafts => "No drafts yet. What you change is stored here by itself.",
        Text::StoredDrafts => "Stored drafts",
        Text::StartNew => "Start a new, empty rule; the draft stays in this list",
        Text::OpenNow => "Open now",
        Text::Rename => "Rename",
        Text::Delete => "Delete",
        Text::DeleteDraft(title) => return format!("Delete “{title}”").into(),
        Text::Deleted(title) => return format!("Deleted “{title}”.").into(),
        Text::DownloadDraft(title) => return format!("Download the text of “{title}”").into(),
        Text::NewName(title) => return format!("New name of “{title}”").into(),
        Text::NoList(reason) => return format!("The list cannot be shown: {reason}.").into(),
        Text::OpenDraft(title) => return format!("Open “{title}”").into(),
        Text::RenameDraft(title) => return format!("Rename “{title}”").into(),
        Text::StoredHere(most) => {
            return format!("What you change is stored in this browser by itself: the last {most} drafts.")
                .into();
        }
        Text::Unnamed(key) => return format!("Draft {key}").into(),
        Text::Unread(reason) => return format!("Cannot be read: {reason}. It is kept as it is.").into(),
    })
}
