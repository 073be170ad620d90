//! A value of the event made a variable of a target's input transformer.

use super::at;
use rulepad_transformer::{Input, give};
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
pub fn add_variable(input: &Input, event: &str, offset: usize) -> Result<NewVariable, String> {
    let picked = at(event, offset).ok_or("there is no value here")?;
    let path = picked.path.ok_or_else(|| picked.no_path.unwrap_or_default())?;
    let given = give(input, &path, &picked.variable)?;
    let name = &given.name;
    let said = match (given.entered, given.placed, given.used) {
        (true, true, _) => format!("`<{name}>` stands in the template now."),
        (false, true, _) => format!("`<{name}>` holds it already, and stands in the template now."),
        (true, false, _) => format!("`<{name}>` holds it now: write it in the template."),
        (false, false, true) => format!("`<{name}>` holds it already."),
        (false, false, false) => format!("`<{name}>` holds it already: write it in the template."),
    };
    Ok(NewVariable { name: given.name, input: given.input, said })
}
