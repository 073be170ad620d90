//! What a template holds, seen from outside: nothing of the event, one variable alone, or several things.

use super::{Shape, Template, encoded};

/// What a template holds.
pub(crate) enum TemplateForm {
    /// Nothing but one placeholder, between quotes or not.
    Alone { name: String, quoted: bool },
    /// JSON without any placeholder, also of other tools.
    Constant,
    /// Anything else.
    Mixed,
}

impl Template<'_> {
    /// What the template holds.
    pub fn form(&self) -> TemplateForm {
        let mut placeholders = self.placeholders();
        match (placeholders.next(), placeholders.next()) {
            (Some(only), None) => {
                let trimmed = self.text.trim();
                let alone = only.span.of(self.text) == trimmed;
                let quoted =
                    self.shape == Shape::Text && only.whole && only.span.range().len() + 2 == trimmed.len();
                if alone || quoted {
                    TemplateForm::Alone { name: only.name.clone(), quoted }
                } else {
                    TemplateForm::Mixed
                }
            }
            (None, _) if self.is_constant() => TemplateForm::Constant,
            _ => TemplateForm::Mixed,
        }
    }

    /// Whether a template without placeholders is JSON, and has none of another tool either.
    fn is_constant(&self) -> bool {
        let foreign = ["${", "{{", "{%"].iter().any(|open| self.text.contains(open));
        let json = self.json();
        !foreign && json.valid().is_some() && json.diagnostics.is_empty() && encoded(self.text).is_empty()
    }
}
