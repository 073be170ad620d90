//! Sets of rules, and a slice of events against one.

use super::arguments::{lang, wrong};
use super::text::{copied, type_name};
use crate::lines::{self, Found, match_lines};
use crate::message::Message;
use pyo3::prelude::{
    Bound, IntoPyObject, PyAny, PyBytesMethods, PyResult, Python, pyclass, pyfunction, pymethods,
};
use pyo3::types::PyBytes;
use rulepad_document::{Lang, Words};
use rulepad_workbench::bulk::{self, Matcher, Scratch};
use std::sync::{Mutex, PoisonError};

/// Patterns compiled into one matcher.
#[pyclass(frozen, name = "RuleSet", module = "rulepad._native")]
pub struct NativeRuleSet {
    matcher: Matcher,
    /// Buffers that no call uses just now.
    free: Mutex<Vec<Scratch>>,
}

/// What one slice gave.
#[pyclass(frozen, module = "rulepad._native")]
pub struct Lines {
    found: lines::Lines,
    lang: Lang,
}

/// The patterns as a set, or the number of the first one that AWS refuses.
#[pyfunction]
pub fn compile(py: Python<'_>, patterns: Vec<String>) -> PyResult<Bound<'_, PyAny>> {
    // Only the number of a refused pattern is handed on, not its sentence.
    let compiled = py.detach(|| bulk::compile(patterns.iter().map(String::as_str), Lang::default()));
    match compiled {
        Ok(matcher) => Ok(Bound::new(py, NativeRuleSet { matcher, free: Mutex::default() })?.into_any()),
        Err(refused) => Ok(refused.number.into_pyobject(py)?.into_any()),
    }
}

/// The rules that match and those that reached the work limit, each ascending.
type Numbers = (Vec<u32>, Vec<u32>);

#[pymethods]
impl NativeRuleSet {
    /// The rules that match an event, and those that reached the work limit; `None` for what is not an event.
    fn matching(&self, py: Python<'_>, event: &str) -> Option<Numbers> {
        let sorted = |rules: &[u32]| {
            let mut rules = rules.to_vec();
            rules.sort_unstable();
            rules
        };
        py.detach(|| {
            self.with(|scratch| {
                let found = self.matcher.matching(event.as_bytes(), scratch).ok()?;
                Some((sorted(found.matched), sorted(found.undecided)))
            })
        })
    }

    /// Matches each line of a slice. Other threads run meanwhile.
    fn match_lines(&self, py: Python<'_>, data: &Bound<'_, PyAny>, lang: &str) -> PyResult<Lines> {
        let lang = self::lang(lang)?;
        let bytes = match data.cast::<PyBytes>() {
            Ok(bytes) => bytes.clone(),
            // Other buffers may change while other threads run.
            Err(_) => copied(data).map_err(|_| {
                wrong(&Message::NotBytes { argument: "data".to_owned(), found: type_name(data) }, lang)
            })?,
        };
        let slice = bytes.as_bytes();
        let found = py.detach(|| self.with(|scratch| match_lines(&self.matcher, slice, scratch)));
        Ok(Lines { found, lang })
    }
}

impl NativeRuleSet {
    /// Runs with buffers that no other thread uses.
    fn with<T>(&self, run: impl FnOnce(&mut Scratch) -> T) -> T {
        let free = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scratch = free().pop().unwrap_or_default();
        let result = run(&mut scratch);
        free().push(scratch);
        result
    }
}

/// The number of a line from 0, its first byte, the byte behind its last one, and rules.
type FoundLine = (usize, usize, usize, Vec<u32>);

#[pymethods]
impl Lines {
    /// How many lines there are, blank ones included.
    #[getter]
    fn lines(&self) -> usize {
        self.found.lines
    }

    /// How many of them are events.
    #[getter]
    fn events(&self) -> usize {
        self.found.events
    }

    /// How many events each of the first `rules` rules matches.
    fn counts(&self, rules: usize) -> Vec<u64> {
        let mut counts = vec![0; rules];
        for number in self.found.matched.iter().flat_map(|found| &found.rules) {
            if let Some(count) = counts.get_mut(*number as usize) {
                *count += 1;
            }
        }
        counts
    }

    /// How many lines match a rule.
    fn matched_count(&self) -> usize {
        self.found.matched.len()
    }

    /// The lines that match a rule.
    fn matched(&self) -> Vec<FoundLine> {
        self.found.matched.iter().map(found_line).collect()
    }

    /// The lines on which rules reached the work limit.
    fn undecided(&self) -> Vec<FoundLine> {
        self.found.undecided.iter().map(found_line).collect()
    }

    /// The lines that are not events: number, first byte, byte behind the last, byte of the problem, sentence.
    fn bad(&self) -> Vec<(usize, usize, usize, usize, String)> {
        let sentence = |own: &lines::Bad| Message::BadLine(own.fault).words(self.lang);
        let bad = self.found.bad.iter();
        bad.map(|own| (own.line.number, own.line.start, own.line.end, own.at, sentence(own))).collect()
    }
}

fn found_line(found: &Found) -> FoundLine {
    (found.line.number, found.line.start, found.line.end, found.rules.clone())
}
