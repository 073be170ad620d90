//! Texts of the page around its regions, in English.

use super::text::{PaneText, Text};
use rulepad_workbench::{Lang, en};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::BetweenRows => "Between texts and targets",
        Text::BetweenEventAndPattern => "Between event and pattern",
        Text::BetweenPatternAndWhy => "Between pattern and why",
        Text::TargetsAndMore => "Targets, export and more",
        Text::Refused => "refused",
        Text::Event => "Event",
        Text::Pattern => "Pattern",
        Text::Why => "Why",
        Text::Targets => "Targets",
        Text::Tests => "Tests",
        Text::Export => "Export",
        Text::Compare => "Compare",
        Text::Reference => "Reference",
        Text::More => "More",
        Text::NewRule => "New rule",
        Text::Draft => "Draft",
        Text::ImportMore => "Import…",
        Text::Regions => "Regions",
        Text::WrapLongLines => "Wrap long lines",
        Text::InBothTexts => "in both texts (Alt+Z)",
        Text::Offer => "Offer",
        Text::DismissOffer => "Dismiss the offer",
        Text::OneLine => "This JSON is on one line.",
        Text::FormatIt => "Format it",
        Text::OpenInImport => "Open in Import",
        Text::MoreFor(pane) => match pane {
            PaneText::Event => "More for the event",
            PaneText::EventPattern => "More for the event pattern",
            PaneText::FilterPattern => "More for the filter pattern",
            PaneText::FilterPolicy => "More for the filter policy",
        },
        Text::Pane(pane) => match pane {
            PaneText::Event => "Event",
            PaneText::EventPattern => "Event pattern",
            PaneText::FilterPattern => "Filter pattern",
            PaneText::FilterPolicy => "Filter policy",
        },
        Text::ProblemsOf(pane) => match pane {
            PaneText::Event => "Problems of the event",
            PaneText::EventPattern => "Problems of the event pattern",
            PaneText::FilterPattern => "Problems of the filter pattern",
            PaneText::FilterPolicy => "Problems of the filter policy",
        },
        Text::ShownAs(pane) => match pane {
            PaneText::Event => "Event as",
            PaneText::EventPattern => "Event pattern as",
            PaneText::FilterPattern => "Filter pattern as",
            PaneText::FilterPolicy => "Filter policy as",
        },
        Text::Counted { errors, warnings } => return counted(errors, warnings).into(),
        Text::ExportAs(format) => return format!("Export as {format}").into(),
        Text::LooksLike(what) => return format!("This looks like {what}, which can hold rules.").into(),
        Text::Notes(count) => return format!("{}:", en::counted(count, "note", "notes")).into(),
        Text::ProblemsOfProperty(property) => return format!("Problems of {property}").into(),
        Text::TriedOn(dialect) => {
            return format!(
                "{}: the pattern is tried on {}.",
                dialect.name(Lang::En),
                dialect.reads(Lang::En)
            )
            .into();
        }
    })
}

/// How many errors and warnings there are, without those that there are none of.
fn counted(errors: usize, warnings: usize) -> String {
    let errors = (errors > 0).then(|| en::counted(errors, "error", "errors"));
    let warnings = (warnings > 0).then(|| en::counted(warnings, "warning", "warnings"));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}
