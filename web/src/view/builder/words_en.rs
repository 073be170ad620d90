//! Texts of the page about the builder, in English.

use super::text::{Part, Text};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::AddField => "Add a field",
        Text::NameOfField => "name of a field",
        Text::AddFieldTitle => "Add the field of this name",
        Text::FieldsToAdd => "Fields to add",
        Text::KindOfEvent => "Kind of event",
        Text::Service => "Service",
        Text::AnyService => "any service",
        Text::EventType => "Event type",
        Text::AnyEvent => "any event of it",
        Text::ShowAsRows => "Show source and detail-type as rows, for more values or another operator",
        Text::MoreDots => "More…",
        Text::Equals => "equals",
        Text::AsWritten => "as written",
        Text::SeveralValues => "several: JSON, parted by commas",
        Text::HasAnyValue => "has any value",
        Text::IsMissing => "is not there",
        Text::AndBelow => "and below…",
        Text::OneEnd => "one end",
        Text::PatternAsForm => "The pattern as a form",
        Text::OpensAgain => "The form opens again once the JSON can be read.",
        Text::LoadingServices => "Loading the services",
        Text::GoToJson => "Go to it in the JSON",
        Text::ShowInJson => "Show in JSON",
        Text::KeptAsWritten => "Kept as written",
        Text::UndoForm => "Undo the last form change",
        Text::NothingToUndo => "Nothing to undo",
        Text::Met => "met",
        Text::Failed => "failed",
        Text::KindString => "string",
        Text::KindNumber => "number",
        Text::KindBoolean => "true or false",
        Text::KindNull => "null",
        Text::KindObject => "object",
        Text::SeenInEvent => "seen in the event",
        Text::AnotherNumber => "another number",
        Text::AnotherString => "another text",
        Text::WrittenOnceTyped => "written once it has a value",
        Text::EqualsNumber => "equals number",
        Text::EqualsTrue => "equals true (not a text)",
        Text::EqualsFalse => "equals false (not a text)",
        Text::EqualsNull => "equals null (not a text)",
        Text::Condition => "Condition…",
        Text::AcceptToo(field) => return format!("Accept this value of {field} too").into(),
        Text::AllFields(count) => return format!("All {count} fields").into(),
        Text::AnotherCondition(field) => return format!("Another condition of {field}").into(),
        Text::AnotherNumberOf(field) => return format!("Another number of {field}").into(),
        Text::AnotherTextOf(field) => return format!("Another text of {field}").into(),
        Text::Argument { field, operator, part } => return argument(field, operator, part).into(),
        Text::FieldAsWritten(field) => return format!("{field} as written").into(),
        Text::MoreFields(count) => return format!("and {count} more: type a part of the name").into(),
        Text::MoreValues(count) => return format!("{count} more").into(),
        Text::NoForm(reason) => return format!("The form cannot be shown: {reason}.").into(),
        Text::NoServices(reason) => return format!("Services and their fields cannot be offered: {reason}. What the pattern and the event have can be edited.").into(),
        Text::RemoveCondition(field) => return format!("Remove this condition of {field}").into(),
        Text::RemoveField(field) => return format!("Remove {field}").into(),
        Text::ValuesOf(field) => return format!("Values of {field}").into(),
    })
}

/// The accessible name of a part of a condition.
fn argument(field: &str, operator: &str, part: Part) -> String {
    match part {
        Part::Whole => format!("{field}, {operator}"),
        Part::Number => format!("{field}, {operator}, a number"),
        Part::Values => format!("{field}, {operator}, one or more values"),
        Part::Sign(number) => format!("{field}, {operator}, sign {number}"),
        Part::FirstNumber => format!("{field}, {operator}, number"),
        Part::SecondNumber => format!("{field}, {operator}, second number"),
    }
}
