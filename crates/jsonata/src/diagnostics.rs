//! Every diagnostic of an expression and of its result.

use crate::checks::Checked;
use crate::code::Code;
use crate::engine::Located;
use crate::fault::Fault;
use crate::functions::ALGORITHMS;
use crate::message::{Arguments, Help, Message, NotEvents};
use crate::outcome::{Bound, Respelled};
use crate::unverified::{Difference, Unverified};
use crate::written::{CLOSE, OPEN, Resemblance, Use};
use jlens_core::ast::{FallbackOp, Node};
use rulepad_document::{Diagnostic as Any, Edit, Role, Severity, Span, spelling};

type Diagnostic = Any<Message>;

fn error(code: Code, role: Role, span: Span, message: Message) -> Diagnostic {
    Any::new(code, Severity::Error, role, span, message)
}

fn warning(code: Code, role: Role, span: Span, message: Message) -> Diagnostic {
    Any::new(code, Severity::Warning, role, span, message)
}

fn note(code: Code, role: Role, span: Span, message: Message) -> Diagnostic {
    Any::new(code, Severity::Note, role, span, message)
}

fn replace(span: Span, text: impl Into<String>) -> Vec<Edit> {
    vec![Edit { span, text: text.into() }]
}

/// What makes a text with something around its delimiters an expression alone.
fn without_around(text: &str, body: Span) -> Vec<Edit> {
    let (open, close) = (body.range().start - OPEN.len(), body.range().end + CLOSE.len());
    let edits = [Span::new(0, open), Span::new(close, text.len())];
    edits.into_iter().filter(|span| span.start < span.end).flat_map(|span| replace(span, "")).collect()
}

/// A transformer's text that is no expression.
pub(crate) fn not_delimited(
    text: &str,
    role: Role,
    how: Option<Resemblance>,
    body: Option<Span>,
) -> Diagnostic {
    let span = Span::new(0, text.len());
    let found = error(Code::NotDelimited, role, span, Message::NotDelimited);
    match (how, body) {
        (Some(Resemblance::WhiteSpaceAround), Some(body)) => {
            found.fix(Help::RemoveAround, without_around(text, body))
        }
        (Some(Resemblance::TextAround | Resemblance::NothingInside), _) => found,
        (how, _) => delimit(found, text, how),
    }
}

/// Adds the delimiters that are missing.
fn delimit(found: Diagnostic, text: &str, how: Option<Resemblance>) -> Diagnostic {
    match how {
        Some(Resemblance::Unclosed) => {
            found.fix(Help::Close, replace(Span::new(text.trim_end().len(), text.len()), format!(" {CLOSE}")))
        }
        Some(Resemblance::Unopened) => {
            let start = text.len() - text.trim_start().len();
            found.fix(Help::Open, replace(Span::new(0, start), format!("{OPEN} ")))
        }
        _ if text.trim().is_empty() => found,
        _ => found.fix(
            Help::AddDelimiters,
            vec![
                Edit { span: Span::at(0), text: format!("{OPEN} ") },
                Edit { span: Span::at(text.len()), text: format!(" {CLOSE}") },
            ],
        ),
    }
}

/// A literal of a parameter that looks like an expression.
pub(crate) fn looks_like_expression(
    text: &str,
    role: Role,
    how: Resemblance,
    body: Option<Span>,
) -> Diagnostic {
    let span = Span::new(0, text.len());
    let found = warning(Code::LooksLikeExpression, role, span, Message::LooksLikeExpression(how));
    match (how, body) {
        (Resemblance::WhiteSpaceAround, Some(body)) => {
            found.fix(Help::RemoveAround, without_around(text, body))
        }
        (Resemblance::TextAround, Some(body)) => match moved_inside(text, body) {
            Some(whole) => found.fix(Help::MoveInside, replace(span, whole)),
            None => found,
        },
        (Resemblance::Unclosed | Resemblance::Unopened, _) => delimit(found, text, Some(how)),
        _ => found,
    }
}

/// `id-{% x %}` as `{% "id-" & (x) %}`; `None` where the text has more than one expression.
fn moved_inside(text: &str, body: Span) -> Option<String> {
    let inside = body.of(text);
    if inside.contains(OPEN) || inside.contains(CLOSE) {
        return None;
    }
    let before = text.get(..body.range().start - OPEN.len())?;
    let after = text.get(body.range().end + CLOSE.len()..)?;
    let literal = |text: &str| (!text.is_empty()).then(|| rulepad_document::json::quote(text));
    let parts = [literal(before), Some(format!("({})", inside.trim())), literal(after)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Some(format!("{OPEN} {} {CLOSE}", parts.join(" & ")))
}

pub(crate) fn too_long(text: &str, role: Role, length: usize, used: Use) -> Diagnostic {
    let most = used.most();
    error(Code::TooLong, role, Span::new(0, text.len()), Message::TooLong { length, most })
        .advice(Help::Shorten)
}

/// An error of the syntax. An empty span is one character wide where the text has one there.
pub(crate) fn syntax(checked: Checked<'_>, found: Located) -> Diagnostic {
    error(Code::Syntax, checked.role, checked.moved(found.span), Message::Syntax(found.fault))
}

pub(crate) fn eval(checked: Checked<'_>, node: &Node) -> Diagnostic {
    error(Code::Eval, checked.role, checked.span(node), Message::Eval).advice(Help::SelectDirectly)
}

pub(crate) fn newer_operator(
    checked: Checked<'_>,
    node: &Node,
    op: FallbackOp,
    lhs: &Node,
    rhs: &Node,
) -> Diagnostic {
    let (left, right) = (checked.text(lhs), checked.text(rhs));
    let (difference, instead) = match op {
        FallbackOp::Coalesce => (Difference::Coalescing, format!("($exists({left}) ? {left} : {right})")),
        FallbackOp::Default => (Difference::Default, format!("({left} ? {left} : {right})")),
    };
    let span = checked.span(node);
    warning(Code::NewerOperator, checked.role, span, Message::NewerOperator(difference)).fix(
        Help::Write(rulepad_document::text::shortened(&instead, 60).into_owned()),
        replace(span, instead),
    )
}

/// The parts of an event.
const PARTS: [&str; 3] = ["Data", "Metadata", "SystemMetadata"];

pub(crate) fn not_events(checked: Checked<'_>, node: &Node, what: NotEvents) -> Diagnostic {
    let span = checked.span(node);
    let fix = match &what {
        NotEvents::Context | NotEvents::Root => Some(replace(span, "$events")),
        NotEvents::Name(name) if PARTS.contains(&name.as_str()) => {
            Some(replace(Span::at(span.range().start), "$events."))
        }
        NotEvents::Name(_) => None,
    };
    let found = warning(Code::NotEvents, checked.role, span, Message::NotEvents(what));
    match fix {
        Some(edits) => found.fix(Help::StartFromEvents, edits),
        None => found.advice(Help::StartFromEvents),
    }
}

pub(crate) fn unknown_name(
    checked: Checked<'_>,
    node: &Node,
    name: &str,
    is_function: bool,
    meant: &[&str],
) -> Diagnostic {
    let message = if is_function {
        Message::UnknownFunction(name.to_owned())
    } else {
        Message::UnknownVariable(name.to_owned())
    };
    let code = if is_function { Code::UnknownFunction } else { Code::UnknownVariable };
    let span = checked.span(node);
    let found = warning(code, checked.role, span, message);
    match spelling::nearest(name, meant.iter().copied()) {
        Some(meant) => {
            let meant = format!("${meant}");
            found.fix(Help::Write(meant.clone()), replace(span, meant))
        }
        None => found,
    }
}

pub(crate) fn arguments(checked: Checked<'_>, node: &Node, what: Arguments) -> Diagnostic {
    warning(Code::Arguments, checked.role, checked.span(node), Message::Arguments(what))
}

pub(crate) fn algorithm(checked: Checked<'_>, node: &Node, name: &str, meant: Option<&str>) -> Diagnostic {
    let found = arguments(checked, node, Arguments::Algorithm(name.to_owned()));
    let names = || ALGORITHMS.iter().map(|(name, _)| *name);
    match meant.or_else(|| spelling::nearest(name, names())) {
        Some(meant) => found
            .fix(Help::Write(format!("\"{meant}\"")), replace(checked.span(node), format!("\"{meant}\""))),
        None => found.advice(Help::Algorithms),
    }
}

pub(crate) fn random_without_seed(checked: Checked<'_>, node: &Node) -> Diagnostic {
    let message = Message::Unverified(Unverified::RandomWithoutSeed);
    note(Code::Arguments, checked.role, checked.span(node), message)
}

pub(crate) fn literal_spelling(checked: Checked<'_>, node: &Node, written: String) -> Diagnostic {
    let message = Message::LiteralRespelled { literal: checked.text(node).to_owned(), written };
    note(Code::NumberSpelling, checked.role, checked.span(node), message).advice(Help::WriteAsString)
}

pub(crate) fn failed(role: Role, span: Span, fault: Fault, used: Use) -> Diagnostic {
    delivery(warning(Code::Failed, role, span, Message::Failed(fault)), used)
}

pub(crate) fn stopped(role: Role, span: Span, bound: Bound, used: Use) -> Diagnostic {
    let found = warning(Code::Stopped, role, span, Message::Stopped(bound)).advice(Help::ReduceWork);
    delivery(found.advice(Help::AwsLimits), used)
}

pub(crate) fn nothing(role: Role, span: Span, is_null: bool, used: Use) -> Diagnostic {
    let message = match (used, is_null) {
        (Use::Parameter, false) => Message::NothingForParameter,
        (Use::Parameter, true) => Message::NullForParameter,
        (_, false) => Message::NothingToDeliver,
        (_, true) => Message::NullToDeliver,
    };
    delivery(warning(Code::Nothing, role, span, message).advice(Help::GiveDefault), used)
}

/// What happens to the event, where it is not delivered.
fn delivery(found: Diagnostic, used: Use) -> Diagnostic {
    if used == Use::Parameter { found } else { found.advice(Help::DeliveryFails) }
}

pub(crate) fn function_result(role: Role, span: Span) -> Diagnostic {
    warning(Code::FunctionResult, role, span, Message::Unverified(Unverified::Function))
        .advice(Help::CallFunction)
}

pub(crate) fn empty_string(role: Role, span: Span) -> Diagnostic {
    warning(Code::EmptyString, role, span, Message::Unverified(Unverified::EmptyString))
        .advice(Help::ReturnObject)
}

pub(crate) fn respelled(role: Role, span: Span, first: &Respelled, more: usize) -> Diagnostic {
    let message = Message::Respelled { event: first.event.clone(), written: first.written.clone(), more };
    note(Code::NumberSpelling, role, span, message).advice(Help::SpellingMatters)
}

pub(crate) fn version(role: Role, span: Span, difference: Difference) -> Diagnostic {
    note(Code::Version, role, span, Message::Unverified(Unverified::Version(difference)))
}

pub(crate) fn deep(role: Role, span: Span) -> Diagnostic {
    note(Code::TooDeep, role, span, Message::Unverified(Unverified::Depth))
}
