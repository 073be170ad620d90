//! The extension module `rulepad._native`: what the Python package calls.

mod arguments;
mod rule_set;
mod subscriber;
mod text;
mod verify;

use crate::report;
use arguments::{dialect, lang, raised};
use pyo3::prelude::{Bound, PyAny, PyModule, PyModuleMethods, PyResult, Python, pyfunction, pymodule};
use pyo3::wrap_pyfunction;
use rule_set::{Lines, NativeRuleSet, compile};
use rulepad_workbench::InputOptions;

/// The core of the package `rulepad`; use the package.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(language, module)?)?;
    module.add_function(wrap_pyfunction!(json_text, module)?)?;
    module.add_function(wrap_pyfunction!(verdict, module)?)?;
    module.add_function(wrap_pyfunction!(explain, module)?)?;
    module.add_function(wrap_pyfunction!(render, module)?)?;
    module.add_function(wrap_pyfunction!(subscriber::subscriber, module)?)?;
    module.add_function(wrap_pyfunction!(subscriber::filters, module)?)?;
    module.add_function(wrap_pyfunction!(subscriber::event_source, module)?)?;
    module.add_function(wrap_pyfunction!(subscriber::expression, module)?)?;
    module.add_function(wrap_pyfunction!(subscriber::migrate, module)?)?;
    module.add_function(wrap_pyfunction!(verify::verify, module)?)?;
    module.add_function(wrap_pyfunction!(compile, module)?)?;
    module.add_class::<NativeRuleSet>()?;
    module.add_class::<Lines>()
}

/// The language that a tag such as `ko-KR` means: `en` or `ko`.
#[pyfunction]
fn language(lang: &str) -> PyResult<&'static str> {
    Ok(self::lang(lang)?.tag())
}

/// The JSON text of a dict, of bytes or of a str.
#[pyfunction]
fn json_text(argument: &str, value: &Bound<'_, PyAny>, lang: &str) -> PyResult<String> {
    Ok(text::read(argument, value, self::lang(lang)?)?.into_owned())
}

/// The name of the verdict.
#[pyfunction]
fn verdict(py: Python<'_>, pattern: &str, event: &str, dialect: &str, lang: &str) -> PyResult<&'static str> {
    let dialect = self::dialect(dialect, self::lang(lang)?)?;
    Ok(py.detach(|| report::verdict_name(report::verdict(pattern, event, dialect))))
}

/// The report on a pattern and an event, as JSON.
#[pyfunction]
fn explain(py: Python<'_>, pattern: &str, event: &str, dialect: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let dialect = self::dialect(dialect, lang)?;
    py.detach(|| serde_json::to_string(&report::explain(pattern, event, dialect, lang))).map_err(raised)
}

/// What a target receives, as JSON; `options` is JSON as well.
#[pyfunction]
fn render(py: Python<'_>, event: &str, options: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let options: InputOptions = serde_json::from_str(options).map_err(raised)?;
    py.detach(|| serde_json::to_string(&report::render(event, &options, lang))).map_err(raised)
}
