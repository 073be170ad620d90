//! What Python calls about subscribers of custom event buses.

use super::arguments::{lang, raised, wrong};
use crate::message::Message;
use crate::subscriber;
use pyo3::prelude::{PyResult, Python, pyfunction};
use rulepad_document::Lang;
use rulepad_subscriber::Published;
use rulepad_subscriber::expression::ExpressionOptions;

/// How events were published, by its name.
fn published(name: &str, lang: Lang) -> PyResult<Published> {
    serde_json::from_value(name.into()).map_err(|_| wrong(&Message::UnknownPublished(name.to_owned()), lang))
}

/// The report on a subscriber and events, as JSON.
#[pyfunction]
pub fn subscriber(py: Python<'_>, text: &str, event: &str, published: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let published = self::published(published, lang)?;
    py.detach(|| serde_json::to_string(&subscriber::subscriber(text, event, published, lang))).map_err(raised)
}

/// The report on filters and events, as JSON.
#[pyfunction]
pub fn filters(
    py: Python<'_>,
    data: Option<String>,
    metadata: Option<String>,
    system_metadata: Option<String>,
    event: &str,
    published: &str,
    lang: &str,
) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let published = self::published(published, lang)?;
    let patterns = [data, metadata, system_metadata];
    py.detach(|| serde_json::to_string(&subscriber::filters(patterns, event, published, lang)))
        .map_err(raised)
}

/// The report on an event source and an event, as JSON.
#[pyfunction]
pub fn event_source(py: Python<'_>, text: &str, event: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    py.detach(|| serde_json::to_string(&subscriber::event_source(text, event, lang))).map_err(raised)
}

/// What an expression gives for events, as JSON; `options` is JSON as well.
#[pyfunction]
pub fn expression(py: Python<'_>, text: &str, event: &str, options: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let options: ExpressionOptions = serde_json::from_str(options).map_err(raised)?;
    py.detach(|| serde_json::to_string(&subscriber::expression(text, event, &options, lang))).map_err(raised)
}

/// The rules of a text as subscribers of a bus, as JSON.
#[pyfunction]
pub fn migrate(py: Python<'_>, text: &str, bus: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    py.detach(|| serde_json::to_string(&subscriber::migrate(text, bus, lang))).map_err(raised)
}
