//! What the editors mark: verdicts on values and conditions, and what is pointed at.

use super::model::{Answer, Model, Pointed};
use super::stages::{self, Lit};
use rulepad_workbench::{LineKind, Span};

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It belongs to what is pointed at.
    Lit,
    /// A condition holds because of it.
    Passed,
    /// A condition fails on it.
    Failed,
}

/// The marks of the texts, each for those of the answer shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// On the event.
    pub event: Vec<(Span, Mark)>,
    /// On the event pattern.
    pub pattern: Vec<(Span, Mark)>,
    /// The lines of the explanation that are lit.
    pub lines: Vec<usize>,
    /// What of the chosen target is lit.
    pub stages: Lit,
}

/// The marks for what the page shows now.
#[must_use]
pub fn marks(model: &Model) -> Marks {
    let mut marks = Marks { stages: stages::lit(model), ..Marks::default() };
    let (Some(answer), Some(explained)) = (&model.answer, &model.explained) else {
        return with_values(model, marks);
    };
    if answer == explained {
        verdicts(answer, &mut marks);
    }
    let same_event = explained.draft.event == answer.draft.event;
    let same_pattern = explained.draft.pattern == answer.draft.pattern;
    marks.lines = lit_lines(model, explained);
    let why = &explained.report.why;
    for (place, line) in marks.lines.iter().filter_map(|place| Some((*place, why.get(*place)?))) {
        if same_event {
            // An `$or` and its branches looked at what the conditions in them looked at.
            let inside = why.iter().skip(place + 1).take_while(|inner| inner.depth > line.depth);
            let spans = line.event.iter().chain(inside.flat_map(|inner| &inner.event));
            marks.event.extend(spans.map(|span| (*span, Mark::Lit)));
        }
        if same_pattern {
            marks.pattern.push((line.pattern, Mark::Lit));
        }
    }
    with_values(model, marks)
}

fn with_values(model: &Model, mut marks: Marks) -> Marks {
    marks.event.extend(marks.stages.event.iter().map(|span| (*span, Mark::Lit)));
    if let Some(Pointed::Values(spans)) = model.pointed() {
        marks.event.extend(spans.iter().map(|span| (*span, Mark::Lit)));
    }
    marks
}

fn verdicts(answer: &Answer, marks: &mut Marks) {
    // Failures in alternatives that another one makes up for.
    let mut made_up = Vec::new();
    let mut holding: Vec<(usize, bool)> = Vec::new();
    for line in &answer.report.why {
        holding.retain(|(depth, _)| *depth < line.depth);
        if line.kind != LineKind::Condition {
            holding.push((line.depth, line.holds));
            continue;
        }
        let verdict = if line.holds { Mark::Passed } else { Mark::Failed };
        if !line.holds && holding.iter().any(|(_, holds)| *holds) {
            made_up.extend(line.event.iter().copied());
            marks.pattern.push((line.pattern, verdict));
            continue;
        }
        marks.pattern.push((line.pattern, verdict));
        // Of the values of a condition that holds, the first decided it; the others are not wrong.
        let deciding = if line.holds { 1 } else { line.event.len() };
        marks.event.extend(line.event.iter().take(deciding).map(|span| (*span, verdict)));
    }
    // They count for a value that nothing else decided.
    made_up.retain(|span| marks.event.iter().all(|(own, _)| own != span));
    marks.event.extend(made_up.into_iter().map(|span| (span, Mark::Failed)));
}

/// The lines that what is pointed at belongs to.
fn lit_lines(model: &Model, explained: &Answer) -> Vec<usize> {
    let touched = |spans: &[Span], byte: usize| {
        u32::try_from(byte).is_ok_and(|byte| spans.iter().any(|span| span.touches(byte)))
    };
    let conditions =
        || explained.report.why.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Condition);
    match model.pointed().cloned() {
        Some(Pointed::Line(line)) => vec![line],
        Some(Pointed::Event(byte)) if explained.draft.event == model.draft.event => {
            conditions().filter(|(_, line)| touched(&line.event, byte)).map(|(place, _)| place).collect()
        }
        Some(Pointed::Pattern(byte)) if explained.draft.pattern == model.draft.pattern => {
            conditions().filter(|(_, line)| touched(&[line.pattern], byte)).map(|(place, _)| place).collect()
        }
        _ => Vec::new(),
    }
}
