//! The syntax tree of Terraform's language: every part keeps its place.

use rulepad_document::Span;

/// One of the texts of a configuration.
pub type SourceId = usize;

/// What is between braces, or a whole file.
#[derive(Debug, Default)]
pub struct Body {
    /// The attributes, in their order.
    pub attributes: Vec<Attribute>,
    /// The blocks, in their order.
    pub blocks: Vec<Block>,
    /// From after the opening brace to before the closing one.
    pub span: Span,
}

/// `name = expression`
#[derive(Debug)]
pub struct Attribute {
    /// The name.
    pub name: String,
    /// Where the name is.
    pub name_span: Span,
    /// The expression.
    pub value: Expression,
    /// The text that the expression's spans are of.
    pub source: SourceId,
}

/// `kind "label" { … }`
#[derive(Debug)]
pub struct Block {
    /// The word it starts with, such as `resource`.
    pub kind: String,
    /// Where that word is.
    pub kind_span: Span,
    /// The labels, without quotes.
    pub labels: Vec<String>,
    /// What is between its braces.
    pub body: Body,
    /// From the kind to after the closing brace.
    pub span: Span,
    /// The text that its spans are of.
    pub source: SourceId,
}

/// An expression and where it is written.
#[derive(Debug)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it is.
    pub span: Span,
}

/// What an expression is.
#[derive(Debug)]
pub enum ExpressionKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// As it is spelled.
    Number(String),
    /// A quoted text or a heredoc.
    Template(Vec<TemplatePart>),
    /// `[…]`
    List(Vec<Expression>),
    /// `{…}`
    Object(Vec<(Key, Expression)>),
    /// A name.
    Variable(String),
    /// What is taken out of a value.
    Access {
        /// The value.
        base: Box<Expression>,
        /// What is taken out of it, step by step.
        steps: Vec<Access>,
    },
    /// A call of a function.
    Call {
        /// The function.
        name: String,
        /// Its arguments.
        arguments: Vec<Expression>,
        /// Whether the last argument is followed by `...`.
        expand: bool,
    },
    /// `[for …]` or `{for …}`
    For(Box<For>),
    /// `condition ? then : otherwise`
    Conditional(Box<[Expression; 3]>),
    /// `!`
    Not(Box<Expression>),
    /// `-`
    Negative(Box<Expression>),
    /// Operators of one precedence, from left to right.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    /// `(…)`
    Parenthesis(Box<Expression>),
}

/// A key of an object.
#[derive(Debug)]
pub enum Key {
    /// A name, and where it is.
    Name(String, Span),
    /// An expression in parentheses, or a quoted text.
    Expression(Expression),
}

/// What follows a value: `.name`, `[index]`, `[*]`, `.*`.
#[derive(Debug)]
pub enum Access {
    /// `.name`
    Attribute(String),
    /// `[index]`
    Index(Expression),
    /// `[*]` or `.*`
    Splat {
        /// Whether it is `[*]`, which indexes follow into each item.
        full: bool,
    },
}

/// `[for …]` and `{for …}`
#[derive(Debug)]
pub struct For {
    /// The name of the key, where there are two names.
    pub key: Option<String>,
    /// The name of the value.
    pub value: String,
    /// What is gone through.
    pub collection: Expression,
    /// Of an object.
    pub result_key: Option<Expression>,
    /// What each becomes.
    pub result: Expression,
    /// What it must meet to be taken.
    pub condition: Option<Expression>,
    /// `...`
    pub grouped: bool,
}

/// A piece of a template. Space that `~` and `<<-` take away is gone.
#[derive(Debug)]
pub enum TemplatePart {
    /// Text as it is.
    Text(String),
    /// `${…}`
    Value(Expression),
    /// `%{ if … }`
    If {
        /// What decides.
        condition: Expression,
        /// The text where it holds.
        then: Vec<TemplatePart>,
        /// The text where it does not.
        otherwise: Vec<TemplatePart>,
    },
    /// `%{ for … }`
    For {
        /// The name of the key, where there are two names.
        key: Option<String>,
        /// The name of the value.
        value: String,
        /// What is gone through.
        collection: Expression,
        /// The text for each.
        body: Vec<TemplatePart>,
    },
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Divided,
    /// `%`
    Modulo,
}

impl Operator {
    /// How it is written.
    pub fn written(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Divided => "/",
            Self::Modulo => "%",
        }
    }

    /// How tightly it binds.
    pub fn precedence(self) -> u8 {
        match self {
            Self::Or => 0,
            Self::And => 1,
            Self::Equal | Self::NotEqual => 2,
            Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual => 3,
            Self::Plus | Self::Minus => 4,
            Self::Times | Self::Divided | Self::Modulo => 5,
        }
    }
}

impl Body {
    /// The attribute of a name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|own| own.name == name)
    }

    /// The blocks of a kind.
    pub fn blocks<'b>(&'b self, kind: &'b str) -> impl Iterator<Item = &'b Block> {
        self.blocks.iter().filter(move |own| own.kind == kind)
    }
}
