//! The kit the page is built of; it knows nothing of events, patterns or rules.

pub mod code_editor;
pub mod utf16;

/// Renders a component without a browser, as its first paint, for tests of views.
#[cfg(test)]
pub(crate) fn rendered<C>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String
where
    C: yew::BaseComponent + 'static,
{
    let renderer = yew::ServerRenderer::<C>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}
