//! What is marked in the texts, and what belongs to what is pointed at.

use super::model::{Answer, Model};
use crate::state::marks::Mark;
use rulepad_subscriber_workbench::{EventReport, Field, PieceReport, ScopeReport};
use rulepad_workbench::Span;

/// What is pointed at, or has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// A line of the explanation: its scope's place and its own.
    Line(usize, usize),
    /// A stretch of the payload.
    Piece(usize),
    /// A byte of a text.
    Text(Field, usize),
    /// A byte of the event on the bus.
    Bus(usize),
}

/// What belongs to what is pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit {
    /// Lines of the explanation: the place of the scope, and of the line.
    pub lines: Vec<(usize, usize)>,
    /// Stretches of the payload.
    pub pieces: Vec<usize>,
    /// Places in the event on the bus.
    pub bus: Vec<Span>,
    /// Places in the filters and in the expression.
    pub texts: Vec<(Field, Span)>,
}

/// The marks of one text.
pub type Marks = Vec<(Span, Mark)>;

/// What belongs to what is pointed at.
#[must_use]
pub fn lit(model: &Model) -> Lit {
    let Some((answer, event)) = shown(model) else { return Lit::default() };
    let mut lit = Lit::default();
    match model.pointed {
        None => {}
        Some(Pointed::Line(scope, line)) => lit.line(event, scope, line),
        Some(Pointed::Piece(piece)) => lit.piece(event, piece),
        Some(Pointed::Bus(byte)) => lit.of_bus(event, |span| has(span, byte)),
        Some(Pointed::Text(Field::Event, byte)) => {
            // The smallest value there is the one that is meant.
            let moved = answer.report.moved.iter().filter(|own| has(own.text, byte));
            if let Some(own) = moved.min_by_key(|own| own.text.end - own.text.start) {
                let bus = own.bus;
                lit.of_bus(event, |span| span == bus);
            }
        }
        Some(Pointed::Text(Field::Expression, byte)) => {
            let pieces = pieces(event).iter().enumerate();
            let at = pieces.filter(|(_, piece)| piece.expression.is_some_and(|span| has(span, byte)));
            let smallest =
                at.clone().filter_map(|(_, piece)| piece.expression).min_by_key(|own| own.end - own.start);
            let at: Vec<usize> =
                at.filter(|(_, piece)| piece.expression == smallest).map(|(place, _)| place).collect();
            at.into_iter().for_each(|piece| lit.piece(event, piece));
        }
        Some(Pointed::Text(field, byte)) => {
            for (place, scope) in event.scopes.iter().enumerate() {
                if Field::of(scope.scope) == field {
                    let lines = scope.why.iter().enumerate().filter(|(_, line)| has(line.pattern, byte));
                    let lines: Vec<usize> = lines.map(|(line, _)| line).collect();
                    lines.into_iter().for_each(|line| lit.line(event, place, line));
                }
            }
        }
    }
    lit
}

/// The answer, and the event of it that is shown.
fn shown(model: &Model) -> Option<(&Answer, &EventReport)> {
    let answer = model.answer.as_deref()?;
    Some((answer, answer.report.events.get(model.look.at).or(answer.report.events.first())?))
}

fn pieces(event: &EventReport) -> &[PieceReport] {
    event.arrives.as_ref().map(|arrives| arrives.pieces.as_slice()).unwrap_or_default()
}

fn has(span: Span, byte: usize) -> bool {
    u32::try_from(byte).is_ok_and(|byte| span.touches(byte))
}

impl Lit {
    fn line(&mut self, event: &EventReport, scope: usize, line: usize) {
        let Some(of) = event.scopes.get(scope) else { return };
        let Some(own) = of.why.get(line) else { return };
        self.lines.push((scope, line));
        self.bus.extend(&own.event);
        self.texts.push((Field::of(of.scope), own.pattern));
    }

    fn piece(&mut self, event: &EventReport, piece: usize) {
        let Some(own) = pieces(event).get(piece) else { return };
        self.pieces.push(piece);
        self.bus.extend(&own.event);
        self.texts.extend(own.expression.map(|span| (Field::Expression, span)));
    }

    /// What looks at values of the event.
    fn of_bus(&mut self, event: &EventReport, is_meant: impl Fn(Span) -> bool) {
        for (place, scope) in event.scopes.iter().enumerate() {
            for (line, own) in scope.why.iter().enumerate() {
                if own.event.iter().copied().any(&is_meant) {
                    self.line(event, place, line);
                }
            }
        }
        for (place, piece) in pieces(event).iter().enumerate() {
            if piece.event.iter().copied().any(&is_meant) {
                self.piece(event, place);
            }
        }
    }
}

/// The marks of a text of the last answer, or of the event on the bus.
#[must_use]
pub fn marks(model: &Model, lit: &Lit, field: Option<Field>) -> Marks {
    let Some((answer, event)) = shown(model) else { return Marks::new() };
    let mut marks = Marks::new();
    let in_text = |span: Span| match field {
        None => Some(span),
        Some(_) => answer.report.in_text(span),
    };
    match field {
        Some(Field::Data | Field::OfMetadata | Field::OfSystemMetadata) => {
            let own = |scope: &&ScopeReport| Some(Field::of(scope.scope)) == field;
            for line in event.scopes.iter().filter(own).flat_map(|scope| &scope.why) {
                marks.push((line.pattern, verdict(line.holds)));
            }
        }
        None | Some(Field::Event) => {
            for line in event.scopes.iter().flat_map(|scope| &scope.why) {
                marks.extend(
                    line.event.iter().filter_map(|span| Some((in_text(*span)?, verdict(line.holds)))),
                );
            }
            marks.extend(lit.bus.iter().filter_map(|span| Some((in_text(*span)?, Mark::Lit))));
        }
        Some(_) => {}
    }
    let texts = lit.texts.iter().filter(|(own, _)| Some(*own) == field);
    marks.extend(texts.map(|(_, span)| (*span, Mark::Lit)));
    marks
}

fn verdict(holds: bool) -> Mark {
    if holds { Mark::Passed } else { Mark::Failed }
}
