//! The kit the page is built of; it knows nothing of events, patterns or rules.

pub mod button;
pub mod code_editor;
pub mod copy_button;
pub mod dialog;
pub mod folded_text;
pub mod glyph;
pub mod lang;
pub mod list_box;
pub mod menu;
pub mod middle_ellipsis;
pub mod prose;
pub mod roving;
pub mod split;
pub mod tabs;
pub mod text_field;
pub mod toast;
pub mod tool_row;
pub mod utf16;
pub mod visible_text;

/// Renders a component without a browser, as its first paint, for tests of views.
#[cfg(test)]
pub(crate) fn rendered<C>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String
where
    C: yew::BaseComponent + 'static,
{
    let renderer = yew::ServerRenderer::<C>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}
