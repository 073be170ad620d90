//! Texts of the page about the reference, in English.

use super::text::Text;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::Loading => "Loading the reference",
        Text::Load => "Load",
        Text::EventCannotBeRead => "the event cannot be read",
        Text::PatternRefused => "AWS refuses the pattern",
        Text::Problem => "Problem",
        Text::Help => "Help",
        Text::ProblemsByName => "Problems by name",
        Text::AfterAllFixes => "After all fixes",
        Text::AfterFirstFix => "After the first fix",
        Text::NearlyMet => "Nearly met",
        Text::NearMissClosed => "With the near miss closed",
        Text::InWords => "In words",
        Text::AsFormula => "As a formula",
        Text::CannotBeShown(reason) => return format!("The reference cannot be shown: {reason}.").into(),
        Text::LoadCase(name) => return format!("Load “{name}” into the editors").into(),
        Text::MoreCharacters(count) => return format!("… and {count} characters more").into(),
    })
}
