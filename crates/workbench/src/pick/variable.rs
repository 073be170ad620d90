//! A value of the event made a variable of a target's input transformer.

use super::why_not::{InTemplate, VariableChange, WhyNot};
use super::{addressed, suggested};
use rulepad_document::json;
use rulepad_document::{Lang, Role, path};
use rulepad_transformer::Input;
use serde::{Deserialize, Serialize};

/// An input option that hands one more value on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewVariable {
    /// The option, ready to take the place of the target's own.
    pub input: Input,
    /// The variable's name.
    pub name: String,
    /// What was done, as a sentence.
    pub said: String,
}

/// Makes the value at a byte offset of the event a variable: in the input paths, and in the template where it
/// has an obvious place. A target of another option takes an input transformer.
///
/// # Errors
/// A sentence, when no path selects the value or the texts have no room for it.
pub fn add_variable(input: &Input, event: &str, offset: usize, lang: Lang) -> Result<NewVariable, String> {
    added(input, event, offset, lang).map_err(|why| words!(lang, pick::why_not(&why)))
}

fn added(input: &Input, event: &str, offset: usize, lang: Lang) -> Result<NewVariable, WhyNot> {
    let root = json::parse_unchecked(event, Role::Event).root.ok_or(WhyNot::NoValue)?;
    let offset = u32::try_from(offset).map_err(|_| WhyNot::NoValue)?;
    let (steps, node) = path::at(&root, offset).ok_or(WhyNot::NoValue)?;
    let path = addressed(&root, &steps, node)?;
    let added = rulepad_transformer::add_variable(input, &path, &suggested(&steps))?;
    let template = match (added.placed, added.used) {
        (true, _) => InTemplate::Added,
        (false, true) => InTemplate::Present,
        (false, false) => InTemplate::Absent,
    };
    let change = VariableChange { name: added.name.clone(), entered: added.entered, template };
    let said = words!(lang, pick::variable_change(&change));
    Ok(NewVariable { name: added.name, input: added.input, said })
}
