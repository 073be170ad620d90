//! Which elements the predicates of an expression let through.

use jlens_core::Span as EngineSpan;

/// How many applications of predicates are kept: one in a function may be applied for each element of an array.
const MOST_APPLIED: usize = 50;
/// How many elements of one application are kept.
const MOST_PASSED: usize = 1000;

/// What one application of a predicate let through.
#[derive(Debug)]
pub(crate) struct Applied {
    /// Where the predicate is.
    pub span: EngineSpan,
    /// How many elements it was tried on.
    pub tested: u32,
    /// The places of those that passed, from 0.
    pub passed: Vec<u32>,
    /// How many more passed.
    pub more: u32,
}

/// The applications of an evaluation, in the order in which they began.
#[derive(Debug, Default)]
pub(crate) struct Filters {
    applied: Vec<Applied>,
    /// Those that are not at their end, the inmost last; `None` for one beyond what is kept.
    open: Vec<Option<usize>>,
}

impl Filters {
    /// A predicate starts.
    pub fn begin(&mut self, span: EngineSpan) {
        let kept = self.applied.len() < MOST_APPLIED;
        self.open.push(kept.then_some(self.applied.len()));
        if kept {
            self.applied.push(Applied { span, tested: 0, passed: Vec::new(), more: 0 });
        }
    }

    /// It was tried on an element.
    pub fn item(&mut self, index: usize, passed: bool) {
        let at = self.open.last().copied().flatten();
        let Some(own) = at.and_then(|at| self.applied.get_mut(at)) else { return };
        own.tested = own.tested.saturating_add(1);
        match u32::try_from(index) {
            Ok(index) if passed && own.passed.len() < MOST_PASSED => own.passed.push(index),
            _ if passed => own.more = own.more.saturating_add(1),
            _ => {}
        }
    }

    /// It is at its end.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// What was kept.
    pub fn applied(&self) -> &[Applied] {
        &self.applied
    }
}
