//! The language of the page.

use rulepad_workbench::Lang;
use yew::prelude::*;

/// The language in which the page is shown, which its root provides.
#[hook]
pub fn use_lang() -> Lang {
    use_context().unwrap_or_default()
}
