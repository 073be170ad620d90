//! Strings with `${…}` in them, and heredocs.

use super::scope::Scope;
use super::value::{Evaluated, Known, as_text};
use hcl_edit::Span as _;
use hcl_edit::template::{Element, HeredocTemplate, Template};
use rulepad_document::Span;
use rulepad_document::json::Value;

/// A piece of a template.
enum Piece {
    Literal(String),
    Value { text: String, known: Known, strip_before: bool, strip_after: bool },
}

/// The value of a string in quotes. One that is nothing but `${…}` is what stands in it, a list or a number too.
pub(super) fn string(scope: &Scope<'_>, template: &Template, span: Span) -> Evaluated {
    let elements: Vec<&Element> = template.iter().collect();
    if let [Element::Interpolation(only)] = elements[..] {
        return scope.evaluate(&only.expr).at(span);
    }
    let pieces = elements.into_iter().map(|element| match element {
        Element::Literal(text) => Piece::Literal(text.value().clone()),
        other => value(scope, other),
    });
    joined(pieces.collect(), span)
}

/// The value of a heredoc. Its text is taken as it stands: only `$${` and `%%{` are escapes in it.
pub(super) fn heredoc(scope: &Scope<'_>, heredoc: &HeredocTemplate, span: Span) -> Evaluated {
    let mut pieces = Vec::new();
    for element in heredoc.template.iter() {
        match element {
            Element::Literal(literal) => {
                let raw = literal.span().and_then(|range| scope.text.get(range)).unwrap_or(literal.value());
                pieces.extend(raw.split_inclusive('\n').map(|line| Piece::Literal(unescaped(line))));
            }
            other => pieces.push(value(scope, other)),
        }
    }
    if scope.source(span).starts_with("<<-") {
        dedent(&mut pieces);
    }
    joined(pieces, span)
}

fn unescaped(text: &str) -> String {
    text.replace("$${", "${").replace("%%{", "%{")
}

fn value(scope: &Scope<'_>, element: &Element) -> Piece {
    let Element::Interpolation(own) = element else {
        let span = super::span(element.span());
        scope.tell(span);
        return Piece::Value {
            text: scope.source(span).to_owned(),
            known: Known::Nothing,
            strip_before: false,
            strip_after: false,
        };
    };
    let Evaluated { node, known } = scope.evaluate(&own.expr);
    let (strip_before, strip_after) = (own.strip.strip_start(), own.strip.strip_end());
    match as_text(&node) {
        Some(text) => Piece::Value { text, known, strip_before, strip_after },
        None => {
            let span = super::span(own.span());
            scope.tell(span);
            let text = scope.source(span).to_owned();
            Piece::Value { text, known: Known::Nothing, strip_before, strip_after }
        }
    }
}

/// Takes from every line the spaces that all of them begin with. Lines of nothing but space do not count, and
/// stay as they are.
fn dedent(pieces: &mut [Piece]) {
    let mut least = usize::MAX;
    let mut first = true;
    let mut lines = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let starts = std::mem::replace(&mut first, false);
        match piece {
            Piece::Literal(line) => {
                first = line.ends_with('\n');
                let space = line.chars().take_while(|c| c.is_whitespace()).count();
                let blank = line.chars().all(char::is_whitespace) && line.ends_with('\n');
                if starts && !blank {
                    least = least.min(space);
                    lines.push(at);
                }
            }
            Piece::Value { .. } if starts => least = 0,
            Piece::Value { .. } => {}
        }
    }
    for at in lines {
        if let Some(Piece::Literal(line)) = pieces.get_mut(at) {
            *line = line.chars().skip(least).collect();
        }
    }
}

fn joined(pieces: Vec<Piece>, span: Span) -> Evaluated {
    let mut out = String::new();
    let (mut whole, mut parts) = (true, pieces.is_empty());
    let mut strip = false;
    for piece in pieces {
        match piece {
            Piece::Literal(text) => {
                let text = if strip { text.trim_start() } else { &text };
                strip = strip && text.is_empty();
                parts = true;
                out.push_str(text);
            }
            Piece::Value { text, known, strip_before, strip_after } => {
                if strip_before {
                    out.truncate(out.trim_end().len());
                }
                whole &= known == Known::Whole;
                parts |= known != Known::Nothing;
                strip = strip_after;
                out.push_str(&text);
            }
        }
    }
    let known = match (whole, parts) {
        (true, _) => Known::Whole,
        (false, true) => Known::Parts,
        (false, false) => Known::Nothing,
    };
    Evaluated { known, ..Evaluated::whole(Value::String(out), span) }
}
