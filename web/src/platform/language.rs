//! The language of the browser and of the document.

use rulepad_workbench::Lang;

/// The first language of the browser that the page speaks.
#[must_use]
pub fn of_browser() -> Lang {
    let languages = gloo::utils::window().navigator().languages();
    let tags = languages.iter().filter_map(|tag| tag.as_string());
    tags.filter_map(|tag| Lang::of_tag(&tag)).next().unwrap_or_default()
}

/// The document is in a language: fonts, line breaks and voices follow it.
pub fn apply(lang: Lang) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    // Fails only for names that are not valid.
    let _ = root.set_attribute("lang", lang.tag());
}
