//! Expressions.

use super::cursor::{Cursor, Parsed};
use super::{Access, Expression, ExpressionKind, For, Key, Operator, SyntaxProblem, heredoc, template};
use rulepad_document::Span;

/// An expression, whatever it is.
pub(super) fn expression(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    cursor.deeper(conditional)
}

fn conditional(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    let condition = operators(cursor)?;
    cursor.skip();
    if !cursor.take("?") {
        return Ok(condition);
    }
    let then = expression(cursor)?;
    cursor.expect(":", SyntaxProblem::ConditionalColon)?;
    let otherwise = expression(cursor)?;
    let span = condition.span.to(otherwise.span);
    Ok(Expression { kind: ExpressionKind::Conditional(Box::new([condition, then, otherwise])), span })
}

fn operator(cursor: &Cursor<'_>) -> Option<Operator> {
    use Operator::{
        And, Divided, Equal, Greater, GreaterEqual, Less, LessEqual, Minus, Modulo, NotEqual, Or, Plus, Times,
    };
    // Longer ones first.
    const ALL: [Operator; 13] = [
        Or,
        And,
        Equal,
        NotEqual,
        LessEqual,
        GreaterEqual,
        Less,
        Greater,
        Plus,
        Minus,
        Times,
        Divided,
        Modulo,
    ];
    let found = ALL.into_iter().find(|own| cursor.starts(own.written()))?;
    // In a template `%}` and `~}` end what is read.
    (!cursor.starts("%}")).then_some(found)
}

/// Values with operators between them, without recursion: a chain may be long.
fn operators(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    const LEVELS: u8 = 6;
    let mut first = unary(cursor)?;
    let mut rest = Vec::new();
    loop {
        cursor.skip();
        let Some(operator) = operator(cursor) else { break };
        cursor.at += operator.written().len();
        rest.push((operator, unary(cursor)?));
    }
    for level in (0..LEVELS).rev() {
        if rest.is_empty() {
            break;
        }
        (first, rest) = combined(first, rest, level);
    }
    Ok(first)
}

/// The same with neighbours of one precedence put together.
fn combined(
    first: Expression,
    rest: Vec<(Operator, Expression)>,
    level: u8,
) -> (Expression, Vec<(Operator, Expression)>) {
    let mut done: Vec<(Operator, Expression)> = Vec::new();
    let mut begin = None;
    let (mut current, mut before, mut run) = (first, None, Vec::new());
    for (operator, value) in rest {
        if operator.precedence() == level {
            run.push((operator, value));
            continue;
        }
        let whole = chain(std::mem::replace(&mut current, value), std::mem::take(&mut run));
        match before.replace(operator) {
            None => begin = Some(whole),
            Some(operator) => done.push((operator, whole)),
        }
    }
    let whole = chain(current, run);
    match (before, begin) {
        (Some(operator), Some(begin)) => {
            done.push((operator, whole));
            (begin, done)
        }
        _ => (whole, done),
    }
}

fn chain(first: Expression, run: Vec<(Operator, Expression)>) -> Expression {
    let Some((_, last)) = run.last() else { return first };
    let span = first.span.to(last.span);
    Expression { kind: ExpressionKind::Chain(Box::new(first), run), span }
}

fn unary(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    cursor.skip();
    let start = cursor.at;
    if cursor.starts("!") && !cursor.starts("!=") {
        cursor.at += 1;
        let inner = cursor.deeper(unary)?;
        return Ok(Expression { span: cursor.span_from(start), kind: ExpressionKind::Not(Box::new(inner)) });
    }
    if cursor.take("-") {
        let inner = cursor.deeper(unary)?;
        return Ok(Expression {
            span: cursor.span_from(start),
            kind: ExpressionKind::Negative(Box::new(inner)),
        });
    }
    accessed(cursor)
}

/// A value and what is taken out of it.
fn accessed(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    let base = primary(cursor)?;
    let mut steps = Vec::new();
    let mut end = cursor.at;
    loop {
        cursor.skip();
        if cursor.starts("...") {
            break;
        }
        if cursor.take(".") {
            cursor.skip();
            let start = cursor.at;
            if cursor.take("*") {
                steps.push(Access::Splat { full: false });
            } else if let Some(name) = cursor.name() {
                steps.push(Access::Attribute(name.to_owned()));
            } else {
                let digits = cursor.rest().bytes().take_while(u8::is_ascii_digit).count();
                if digits == 0 {
                    return cursor.fault(SyntaxProblem::NameAfterDot);
                }
                cursor.at += digits;
                let number = cursor.text.get(start..cursor.at).unwrap_or("0").to_owned();
                let span = cursor.span_from(start);
                steps.push(Access::Index(Expression { kind: ExpressionKind::Number(number), span }));
            }
        } else if cursor.take("[") {
            steps.push(cursor.within(false, |cursor| {
                cursor.skip();
                if cursor.starts("*") {
                    cursor.at += 1;
                    cursor.expect("]", SyntaxProblem::SplatEnd)?;
                    return Ok(Access::Splat { full: true });
                }
                let index = expression(cursor)?;
                cursor.expect("]", SyntaxProblem::IndexEnd)?;
                Ok(Access::Index(index))
            })?);
        } else {
            break;
        }
        end = cursor.at;
    }
    cursor.at = end;
    if steps.is_empty() {
        return Ok(base);
    }
    let span = Span { start: base.span.start, end: u32::try_from(end).unwrap_or(u32::MAX) };
    Ok(Expression { kind: ExpressionKind::Access { base: Box::new(base), steps }, span })
}

fn primary(cursor: &mut Cursor<'_>) -> Parsed<Expression> {
    cursor.skip();
    let start = cursor.at;
    let kind = match cursor.byte() {
        Some(b'(') => {
            cursor.at += 1;
            let inner = cursor.within(false, |cursor| {
                let inner = expression(cursor)?;
                cursor.expect(")", SyntaxProblem::ClosingParenthesis)?;
                Ok(inner)
            })?;
            ExpressionKind::Parenthesis(Box::new(inner))
        }
        Some(b'[') => cursor.within(false, list)?,
        Some(b'{') => cursor.within(true, object)?,
        Some(b'"') => ExpressionKind::Template(template::quoted(cursor)?),
        Some(b'<') if cursor.starts("<<") => ExpressionKind::Template(heredoc::heredoc(cursor)?),
        Some(byte) if byte.is_ascii_digit() => ExpressionKind::Number(number(cursor)),
        Some(_) => named(cursor)?,
        None => return cursor.fault(SyntaxProblem::Value),
    };
    Ok(Expression { kind, span: cursor.span_from(start) })
}

fn number(cursor: &mut Cursor<'_>) -> String {
    let start = cursor.at;
    let digits = |cursor: &mut Cursor<'_>| {
        let count = cursor.rest().bytes().take_while(u8::is_ascii_digit).count();
        cursor.at += count;
        count
    };
    digits(cursor);
    let whole = cursor.at;
    if cursor.take(".") && digits(cursor) == 0 {
        cursor.at = whole;
    }
    let mantissa = cursor.at;
    if cursor.take("e") || cursor.take("E") {
        let _ = cursor.take("+") || cursor.take("-");
        if digits(cursor) == 0 {
            cursor.at = mantissa;
        }
    }
    cursor.text.get(start..cursor.at).unwrap_or("0").to_owned()
}

fn named(cursor: &mut Cursor<'_>) -> Parsed<ExpressionKind> {
    let Some(name) = cursor.name() else { return cursor.fault(SyntaxProblem::Value) };
    let mut name = name.to_owned();
    while cursor.take("::") {
        let Some(part) = cursor.name() else { return cursor.fault(SyntaxProblem::FunctionName) };
        name = format!("{name}::{part}");
    }
    if cursor.take("(") {
        return cursor.within(false, |cursor| arguments(cursor, name));
    }
    Ok(match name.as_str() {
        "null" => ExpressionKind::Null,
        "true" => ExpressionKind::Bool(true),
        "false" => ExpressionKind::Bool(false),
        _ => ExpressionKind::Variable(name),
    })
}

fn arguments(cursor: &mut Cursor<'_>, name: String) -> Parsed<ExpressionKind> {
    let (mut arguments, mut expand) = (Vec::new(), false);
    loop {
        cursor.skip();
        if cursor.take(")") {
            return Ok(ExpressionKind::Call { name, arguments, expand });
        }
        if expand {
            return cursor.fault(SyntaxProblem::ParenthesisAfterExpansion);
        }
        arguments.push(expression(cursor)?);
        cursor.skip();
        expand = cursor.take("...");
        cursor.skip();
        if !cursor.take(",") && !cursor.starts(")") {
            return cursor.fault(SyntaxProblem::ArgumentEnd);
        }
    }
}

/// Whether `for` starts what is between brackets, and not a name.
fn takes_for(cursor: &mut Cursor<'_>) -> bool {
    cursor.skip_lines();
    let start = cursor.at;
    let is_for = cursor.name() == Some("for") && {
        cursor.skip();
        cursor.char().is_some_and(|c| c.is_alphabetic() || c == '_')
    };
    if !is_for {
        cursor.at = start;
    }
    is_for
}

fn list(cursor: &mut Cursor<'_>) -> Parsed<ExpressionKind> {
    cursor.at += 1;
    if takes_for(cursor) {
        return for_each(cursor, false);
    }
    let mut items = Vec::new();
    loop {
        cursor.skip();
        if cursor.take("]") {
            return Ok(ExpressionKind::List(items));
        }
        items.push(expression(cursor)?);
        cursor.skip();
        if !cursor.take(",") && !cursor.starts("]") {
            return cursor.fault(SyntaxProblem::ItemEnd);
        }
    }
}

fn object(cursor: &mut Cursor<'_>) -> Parsed<ExpressionKind> {
    cursor.at += 1;
    if takes_for(cursor) {
        return cursor.within(false, |cursor| for_each(cursor, true));
    }
    let mut members = Vec::new();
    loop {
        cursor.skip_lines();
        if cursor.take("}") {
            return Ok(ExpressionKind::Object(members));
        }
        let key = key(cursor)?;
        cursor.skip();
        if !(cursor.take("=") || cursor.take(":")) {
            return cursor.fault(SyntaxProblem::KeyEnd);
        }
        // The value may start in the next line only where a bracket or a heredoc opened before.
        let value = expression(cursor)?;
        members.push((key, value));
        cursor.skip();
        if !(cursor.take(",") || matches!(cursor.byte(), Some(b'\n' | b'\r' | b'}'))) {
            return cursor.fault(SyntaxProblem::MemberEnd);
        }
    }
}

fn key(cursor: &mut Cursor<'_>) -> Parsed<Key> {
    let key = expression(cursor)?;
    let span = key.span;
    Ok(match key.kind {
        ExpressionKind::Variable(name) => Key::Name(name, span),
        ExpressionKind::Null => Key::Name("null".to_owned(), span),
        ExpressionKind::Bool(on) => Key::Name(on.to_string(), span),
        kind => Key::Expression(Expression { kind, span }),
    })
}

fn for_each(cursor: &mut Cursor<'_>, of_object: bool) -> Parsed<ExpressionKind> {
    let (key, value) = variables(cursor)?;
    let collection = expression(cursor)?;
    cursor.expect(":", SyntaxProblem::ForColon)?;
    let first = expression(cursor)?;
    cursor.skip();
    let (result_key, result) = if of_object {
        cursor.expect("=>", SyntaxProblem::ForArrow)?;
        (Some(first), expression(cursor)?)
    } else {
        (None, first)
    };
    cursor.skip();
    let grouped = cursor.take("...");
    cursor.skip();
    let start = cursor.at;
    let condition = if cursor.name() == Some("if") {
        Some(expression(cursor)?)
    } else {
        cursor.at = start;
        None
    };
    let (close, otherwise) =
        if of_object { ("}", SyntaxProblem::ForBrace) } else { ("]", SyntaxProblem::ForBracket) };
    cursor.expect(close, otherwise)?;
    Ok(ExpressionKind::For(Box::new(For { key, value, collection, result_key, result, condition, grouped })))
}

/// `value in` and `key, value in` of a `for`.
pub(super) fn variables(cursor: &mut Cursor<'_>) -> Parsed<(Option<String>, String)> {
    cursor.skip();
    let Some(first) = cursor.name() else { return cursor.fault(SyntaxProblem::ForName) };
    cursor.skip();
    let second = if cursor.take(",") {
        cursor.skip();
        let Some(second) = cursor.name() else { return cursor.fault(SyntaxProblem::ForSecondName) };
        Some(second)
    } else {
        None
    };
    cursor.skip();
    if cursor.name() != Some("in") {
        return cursor.fault(SyntaxProblem::ForIn);
    }
    Ok(match second {
        Some(second) => (Some(first.to_owned()), second.to_owned()),
        None => (None, first.to_owned()),
    })
}
