//! Light or dark.

use crate::state::model::Theme;

/// Shows the page in a theme.
pub fn apply(theme: Theme) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    // Fails only for names that are not valid.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}
