//! What a text is: a whole expression between `{%` and `%}`, or a literal.

use rulepad_document::Span;

/// What opens an expression.
pub(crate) const OPEN: &str = "{%";
/// What closes an expression.
pub(crate) const CLOSE: &str = "%}";

/// Where a text is used, which decides its length and whether it may be a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// `Transformer.JsonataConfiguration.Expression`: an expression, at most 8,192 characters.
    Transformer,
    /// A parameter of a target: a literal or an expression, at most 8,192 characters.
    Parameter,
    /// `UniversalTargetParameters.Input`: JSON or an expression, at most 262,144 characters.
    UniversalInput,
}

impl Use {
    /// The longest text, in characters, delimiters included (API model; user guide, `eb-custom-bus-transform`).
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Transformer | Self::Parameter => 8192,
            Self::UniversalInput => 262_144,
        }
    }

    /// Whether a text without delimiters is refused.
    #[must_use]
    pub fn takes_literal(self) -> bool {
        self != Self::Transformer
    }
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One expression from the first character to the last.
    Expression,
    /// A literal.
    Literal,
    /// A literal that looks like an expression.
    LooksLikeExpression(Resemblance),
}

/// What keeps a literal from being an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resemblance {
    /// It starts with `{%` and has no `%}` at its end.
    Unclosed,
    /// It ends with `%}` and has no `{%` at its start.
    Unopened,
    /// White space is around an expression.
    WhiteSpaceAround,
    /// Text is around an expression.
    TextAround,
    /// Nothing is between the delimiters.
    NothingInside,
}

/// What a text is, and where its expression is: the stretch between the first `{%` and the last `%}`.
pub(crate) fn read(text: &str) -> (Form, Option<Span>) {
    let Some((start, end)) = between(text) else {
        let form = if text.trim_start().starts_with(OPEN) {
            Form::LooksLikeExpression(Resemblance::Unclosed)
        } else if text.trim_end().ends_with(CLOSE) {
            Form::LooksLikeExpression(Resemblance::Unopened)
        } else {
            Form::Literal
        };
        return (form, None);
    };
    let body = Span::new(start, end);
    let (before, after) =
        (text.get(..start - OPEN.len()).unwrap_or(""), text.get(end + CLOSE.len()..).unwrap_or(""));
    let form = if start == end {
        Form::LooksLikeExpression(Resemblance::NothingInside)
    } else if before.is_empty() && after.is_empty() {
        Form::Expression
    } else if before.trim().is_empty() && after.trim().is_empty() {
        Form::LooksLikeExpression(Resemblance::WhiteSpaceAround)
    } else {
        Form::LooksLikeExpression(Resemblance::TextAround)
    };
    (form, Some(body))
}

/// The bytes between the first `{%` and the last `%}` behind it.
fn between(text: &str) -> Option<(usize, usize)> {
    let start = text.find(OPEN)? + OPEN.len();
    let end = start + text.get(start..)?.rfind(CLOSE)?;
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_the_whole_text() {
        let body = |text: &str| match read(text) {
            (Form::Expression, Some(span)) => span.of(text).to_owned(),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(body("{% $events %}"), " $events ");
        assert_eq!(body("{%\n1\n%}"), "\n1\n");
        assert_eq!(body("{%\"%}\"%}"), "\"%}\"", "a delimiter in a string");
        assert_eq!(body("{%a%} {%b%}"), "a%} {%b", "AWS's pattern looks at the ends alone");
    }

    #[test]
    fn everything_else_is_a_literal() {
        use Resemblance as R;
        for (text, form) in [
            ("", Form::Literal),
            ("orders", Form::Literal),
            ("{\"a\": \"50%\"}", Form::Literal),
            ("100% sure", Form::Literal),
            ("{% $events.Data", Form::LooksLikeExpression(R::Unclosed)),
            (" {% $events.Data", Form::LooksLikeExpression(R::Unclosed)),
            ("$events.Data %}", Form::LooksLikeExpression(R::Unopened)),
            (" {% 1 %}", Form::LooksLikeExpression(R::WhiteSpaceAround)),
            ("{% 1 %}\n", Form::LooksLikeExpression(R::WhiteSpaceAround)),
            ("id-{% 1 %}", Form::LooksLikeExpression(R::TextAround)),
            ("{%%}", Form::LooksLikeExpression(R::NothingInside)),
            ("{%}", Form::LooksLikeExpression(R::Unclosed)),
        ] {
            assert_eq!(read(text).0, form, "{text}");
        }
    }
}
