//! Texts of the page about the value at the cursor, in English.

use super::text::Text;
use rulepad_workbench::en;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::NoValueYet => "Put the cursor on a value of the event first",
        Text::PutCursor => "Put the cursor on a value",
        Text::ValueAtCursor => "Value at the cursor",
        Text::WhatWasDone => "Done with the value",
        Text::AddToPattern => "Add to pattern",
        Text::RequireValue => "Let the event pattern ask for this value",
        Text::MakeVariable => "Make a variable",
        Text::PassToTarget => "Pass this value to the selected target as a variable",
        Text::NoTarget => "There is no target yet",
        Text::NotARule => "Targets belong to EventBridge rules",
        Text::NotDone(reason) => return en::sentence(reason).into(),
        Text::PassTo(target) => return format!("Pass this value to {target} as a variable").into(),
    })
}
