//! Texts that several regions of the page share, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Add => "Add",
        Text::AwsMeans => "Meaning",
        Text::AwsSays => "AWS says",
        Text::ApplyFirstFixes => "Apply the first fix of every error",
        Text::Close => "Close",
        Text::Compare => "Compare",
        Text::Copied => "Copied",
        Text::Copy => "Copy",
        Text::DoesNotMatch => "does not match",
        Text::Download => "Download",
        Text::Drafts => "Drafts",
        Text::Error => "error",
        Text::Event => "Event",
        Text::Export => "Export",
        Text::FindSampleEvent => "Find a sample event",
        Text::FindSampleRecord => "Find a sample record",
        Text::Format => "Format",
        Text::FromLastPattern => "from the last pattern AWS accepts",
        Text::GoThere => "Go there",
        Text::Import => "Import",
        Text::IndentOnceValid => "Indents the text once it is valid JSON",
        Text::Indent => "Indent the text",
        Text::Matches => "matches",
        Text::New => "New",
        Text::NotCopied => "Not copied",
        Text::NotTried => "not tried",
        Text::Note => "note",
        Text::Open => "Open",
        Text::OpenFile => "Open a Rulepad file, or any other file that holds a rule",
        Text::ProblemsOfIt => "Problems of the text",
        Text::Redo => "Redo",
        Text::Reference => "Reference",
        Text::Rule => "Rule",
        Text::Save => "Save",
        Text::SaveFile => "Save everything as a Rulepad file",
        Text::Tests => "Tests",
        Text::Targets => "Targets",
        Text::TryAgain => "Try again",
        Text::Undo => "Undo",
        Text::UseIt => "Use it",
        Text::Warning => "warning",
        Text::Why => "Why",
        Text::AndMore(rest) => return format!("and {rest} more").into(),
        Text::FixAll(fixable) => return format!("Fix all ({fixable})").into(),
    })
}
