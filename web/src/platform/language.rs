//! The language of the browser and of the document.

use super::storage;
use rulepad_workbench::Lang;

/// The language that the browser, or the address, asks for: web/first.js gave it to the document.
#[must_use]
pub fn asked() -> Lang {
    let root = gloo::utils::document().document_element();
    let tag = root.and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    Lang::of_tag(&tag).unwrap_or_default()
}

/// The document is in a language: fonts, line breaks and voices follow it.
pub fn apply(lang: Lang) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    // Fails only for names that are not valid.
    let _ = root.set_attribute("lang", lang.tag());
}

/// Loads the page again in a language that this program does not have; web/boot.js chooses the program. The draft is
/// stored as the page is left. Where the browser stores nothing, the other language opens in a tab of its own, so that
/// this one loses nothing.
pub fn load(tag: &str) {
    let window = gloo::utils::window();
    if storage::choose_language(tag).is_ok() {
        // Fails only in documents that are not shown.
        let _ = window.location().reload();
        return;
    }
    let hash = window.location().hash().unwrap_or_default();
    let _ = window.open_with_url_and_target_and_features(&format!("?lang={tag}{hash}"), "_blank", "noopener");
}
