//! A test file run, with the files around it as Python reads them.

use super::arguments::{lang, raised};
use crate::report;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyResult, pyfunction};
use rulepad_verify::Files;

/// Files by two functions of Python: the paths that a pattern stands for, and the text of a path.
struct PythonFiles<'py> {
    paths: Bound<'py, PyAny>,
    read: Bound<'py, PyAny>,
}

impl Files for PythonFiles<'_> {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        let found = self.paths.call1((pattern,)).and_then(|found| found.extract());
        found.map_err(|error| error.to_string())
    }

    fn read(&self, path: &str) -> Result<String, String> {
        let text = self.read.call1((path,)).and_then(|text| text.extract());
        text.map_err(|error| error.to_string())
    }
}

/// What a test file gave, as JSON.
#[pyfunction]
pub(super) fn verify(
    name: &str,
    text: &str,
    paths: Bound<'_, PyAny>,
    read: Bound<'_, PyAny>,
    lang: &str,
) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let files = PythonFiles { paths, read };
    let found = report::verify(name, text, &files, lang).map_err(PyValueError::new_err)?;
    serde_json::to_string(&found).map_err(raised)
}
