//! A target's payload, stage by stage: value of the event, place in the template, stretch of the payload.

use super::field::Field;
use super::model::{Answer, Model, Pointed};
use rulepad_workbench::{Origin, Outcome, Payload, Piece, Rendered, Span, Variable};

/// More places of one variable are not shown one by one.
pub const MOST_USES: usize = 4;
/// How many characters of the template stand on either side of a placeholder.
const AROUND: usize = 14;

/// What of the chosen target belongs to what is pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit {
    /// Variables, by their places.
    pub variables: Vec<usize>,
    /// Values of the event.
    pub event: Vec<Span>,
    /// Stretches of the target's texts.
    pub texts: Vec<(Field, Span)>,
    /// Stretches of the payload.
    pub payload: Vec<Span>,
}

/// One place where a variable stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// The placeholder in the template.
    pub place: Span,
    /// The template right before it.
    pub before: String,
    /// The template right after it.
    pub after: String,
    /// What became of it in the payload; `None` when nothing did.
    pub delivered: Option<Span>,
}

/// The payload of an outcome, delivered or not.
#[must_use]
pub fn payload(outcome: &Outcome) -> Option<&Payload> {
    match outcome {
        Outcome::Delivered(payload) | Outcome::NotDelivered { would_be: payload, .. } => Some(payload),
        Outcome::Unknown { would_be, .. } => would_be.as_ref(),
        Outcome::Refused { .. } => None,
    }
}

/// Where a variable stands in the template, and what became of it there.
#[must_use]
pub fn uses(variable: &Variable, template: &str, payload: Option<&Payload>) -> Vec<Use> {
    let one = |place: &Span| Use {
        place: *place,
        before: ending(template.get(..place.start as usize).unwrap_or_default()),
        after: beginning(template.get(place.end as usize..).unwrap_or_default()),
        delivered: payload.and_then(|payload| delivered(payload, *place)),
    };
    variable.uses.iter().take(MOST_USES).map(one).collect()
}

/// The stretches of a payload that are values put into a template.
#[must_use]
pub fn values(payload: &Payload) -> Vec<Span> {
    let mut out: Vec<(Span, Span)> = Vec::new();
    for piece in &payload.pieces {
        let Origin::Variable { span, .. } = &piece.origin else { continue };
        match out.last_mut() {
            Some((before, place)) if place == span && before.end == piece.out.start => {
                before.end = piece.out.end;
            }
            _ => out.push((piece.out, *span)),
        }
    }
    out.into_iter().map(|(stretch, _)| stretch).collect()
}

/// What belongs to what is pointed at now.
#[must_use]
pub fn lit(model: &Model) -> Lit {
    let mut lit = Lit::default();
    let Some(pointed) = &model.look.pointed else { return lit };
    let Some(answer) = &model.answer else { return lit };
    let Some(stage) = Stage::of(model, answer) else { return lit };
    match pointed {
        Pointed::Variable(place) => stage.variable(*place, &mut lit),
        Pointed::Payload(byte) => stage.payload(*byte, &mut lit),
        Pointed::Text(field, byte) if field.text(&answer.draft) == field.text(&model.draft) => {
            stage.text(*field, *byte, &mut lit);
        }
        Pointed::Event(byte) if answer.draft.event == model.draft.event => stage.event(*byte, &mut lit),
        Pointed::Values(spans) => spans.iter().for_each(|span| stage.value(*span, &mut lit)),
        _ => {}
    }
    lit
}

/// The chosen target in the last answer.
struct Stage<'a> {
    place: usize,
    rendered: &'a Rendered,
    pieces: &'a [Piece],
}

impl<'a> Stage<'a> {
    fn of(model: &Model, answer: &'a Answer) -> Option<Self> {
        let place = model.look.target;
        let same = answer.draft.targets.len() == model.draft.targets.len();
        let report = answer.report.targets.get(place).filter(|_| same)?;
        let rendered = report.rendered.as_ref()?;
        let pieces = payload(&rendered.outcome).map_or(&[][..], |payload| &payload.pieces);
        Some(Self { place, rendered, pieces })
    }

    fn variable(&self, place: usize, lit: &mut Lit) {
        let Some(variable) = self.rendered.variables.get(place) else { return };
        self.name(place, variable, lit);
        lit.event.extend(&variable.event_spans);
        lit.texts.extend(variable.uses.iter().map(|place| (Field::Template(self.place), *place)));
        for place in &variable.uses {
            lit.payload.extend(self.stretch(*place));
        }
    }

    /// A variable's own line and its entry of the map.
    fn name(&self, place: usize, variable: &Variable, lit: &mut Lit) {
        lit.variables.push(place);
        lit.texts.extend(variable.path_span.map(|span| (Field::Paths(self.place), span)));
    }

    fn payload(&self, byte: usize, lit: &mut Lit) {
        if let Some(piece) = self.pieces.iter().find(|piece| piece.out.range().contains(&byte)) {
            self.piece(piece, lit);
        }
    }

    fn piece(&self, piece: &Piece, lit: &mut Lit) {
        match &piece.origin {
            Origin::Template { span } => {
                lit.texts.push((Field::Template(self.place), *span));
                lit.payload.push(piece.out);
            }
            Origin::Constant { span } => {
                lit.texts.push((Field::Constant(self.place), *span));
                lit.payload.push(piece.out);
            }
            Origin::Event { span } => {
                lit.event.push(*span);
                lit.payload.push(piece.out);
            }
            Origin::Variable { name, span, event_spans } => {
                lit.event.extend(event_spans);
                lit.texts.push((Field::Template(self.place), *span));
                lit.payload.push(piece.out);
                if let Some((place, variable)) = self.named(name) {
                    self.name(place, variable, lit);
                }
            }
        }
    }

    fn text(&self, field: Field, byte: usize, lit: &mut Lit) {
        let Ok(at) = u32::try_from(byte) else { return };
        let holds = |span: Span| span.start <= at && at < span.end;
        match field {
            Field::Paths(place) if place == self.place => {
                let of = |(_, variable): &(usize, &Variable)| variable.path_span.is_some_and(holds);
                if let Some((place, _)) = self.rendered.variables.iter().enumerate().find(of) {
                    self.variable(place, lit);
                }
            }
            Field::Template(place) if place == self.place => {
                let variables = self.rendered.variables.iter().enumerate();
                for (place, variable) in variables {
                    if let Some(used) = variable.uses.iter().find(|used| holds(**used)) {
                        self.name(place, variable, lit);
                        lit.event.extend(&variable.event_spans);
                        lit.texts.push((field, *used));
                        lit.payload.extend(self.stretch(*used));
                        return;
                    }
                }
                let literal =
                    |piece: &&Piece| matches!(piece.origin, Origin::Template { span } if holds(span));
                if let Some(piece) = self.pieces.iter().find(literal) {
                    self.piece(piece, lit);
                }
            }
            Field::Constant(place) if place == self.place => {
                let part = |piece: &&Piece| matches!(piece.origin, Origin::Constant { span } if holds(span));
                if let Some(piece) = self.pieces.iter().find(part) {
                    self.piece(piece, lit);
                }
            }
            Field::InputPath(place) if place == self.place => {
                let spans = self.pieces.iter().filter_map(|piece| match piece.origin {
                    Origin::Event { span } => Some(span),
                    _ => None,
                });
                lit.event.extend(spans.reduce(|all, span| Span {
                    start: all.start.min(span.start),
                    end: all.end.max(span.end),
                }));
            }
            _ => {}
        }
    }

    /// A byte of the event: what was made of the smallest value it belongs to.
    fn event(&self, byte: usize, lit: &mut Lit) {
        let Ok(at) = u32::try_from(byte) else { return };
        let holds = |span: &Span| span.start <= at && at < span.end;
        let variables = self.rendered.variables.iter().enumerate();
        for (place, variable) in variables.filter(|(_, variable)| variable.event_spans.iter().any(holds)) {
            self.name(place, variable, lit);
            lit.texts.extend(variable.uses.iter().map(|place| (Field::Template(self.place), *place)));
        }
        let width = |span: &Span| span.end - span.start;
        let smallest = |piece: &'a Piece| spans(piece).iter().filter(|span| holds(span)).map(width).min();
        let found: Vec<(&Piece, u32)> =
            self.pieces.iter().filter_map(|piece| Some((piece, smallest(piece)?))).collect();
        let least = found.iter().map(|(_, width)| *width).min();
        let smallest = found.iter().filter(|(_, width)| Some(*width) == least);
        lit.payload.extend(smallest.map(|(piece, _)| piece.out));
    }

    /// A value of the event, as a whole.
    fn value(&self, value: Span, lit: &mut Lit) {
        let within = |span: &Span| value.start <= span.start && span.end <= value.end;
        let variables = self.rendered.variables.iter().enumerate();
        for (place, variable) in variables.filter(|(_, variable)| variable.event_spans.contains(&value)) {
            self.name(place, variable, lit);
            lit.texts.extend(variable.uses.iter().map(|place| (Field::Template(self.place), *place)));
        }
        let pieces =
            self.pieces.iter().filter(|piece| !spans(piece).is_empty() && spans(piece).iter().all(within));
        lit.payload.extend(pieces.map(|piece| piece.out));
    }

    fn named(&self, name: &str) -> Option<(usize, &'a Variable)> {
        self.rendered.variables.iter().enumerate().find(|(_, variable)| variable.name == *name)
    }

    /// What became of a placeholder.
    fn stretch(&self, place: Span) -> Option<Span> {
        stretch(self.pieces, place)
    }
}

/// The values of the event that a piece comes from.
fn spans(piece: &Piece) -> &[Span] {
    match &piece.origin {
        Origin::Event { span } => std::slice::from_ref(span),
        Origin::Variable { event_spans, .. } => event_spans,
        Origin::Template { .. } | Origin::Constant { .. } => &[],
    }
}

fn delivered(payload: &Payload, place: Span) -> Option<Span> {
    stretch(&payload.pieces, place)
}

fn stretch(pieces: &[Piece], place: Span) -> Option<Span> {
    let own = |piece: &&Piece| matches!(piece.origin, Origin::Variable { span, .. } if span == place);
    let mut own = pieces.iter().filter(own).map(|piece| piece.out);
    let first = own.next()?;
    Some(Span { start: first.start, end: own.next_back().unwrap_or(first).end })
}

/// The last characters of a text, on its last line.
fn ending(text: &str) -> String {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let left = line.chars().count().saturating_sub(AROUND);
    let shown: String = line.chars().skip(left).collect();
    if left > 0 { format!("…{shown}") } else { shown }
}

/// The first characters of a text, on its first line.
fn beginning(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or_default();
    let shown: String = line.chars().take(AROUND).collect();
    if shown.len() < line.len() { format!("{shown}…") } else { shown }
}

#[cfg(test)]
mod tests;
