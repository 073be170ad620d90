//! The syntax tree of Terraform's language: every part keeps its place.

use rulepad_document::Span;

/// One of the texts of a configuration.
pub(crate) type SourceId = usize;

/// What is between braces, or a whole file.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub attributes: Vec<Attribute>,
    pub blocks: Vec<Block>,
    /// From after the opening brace to before the closing one.
    pub span: Span,
}

/// `name = expression`
#[derive(Debug)]
pub(crate) struct Attribute {
    pub name: String,
    pub name_span: Span,
    pub value: Expression,
    /// The text that the expression's spans are of.
    pub source: SourceId,
}

/// `kind "label" { … }`
#[derive(Debug)]
pub(crate) struct Block {
    pub kind: String,
    pub kind_span: Span,
    pub labels: Vec<String>,
    pub body: Body,
    /// From the kind to after the closing brace.
    pub span: Span,
    pub source: SourceId,
}

/// An expression and where it is written.
#[derive(Debug)]
pub(crate) struct Expression {
    pub kind: Kind,
    pub span: Span,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    /// As it is spelled.
    Number(String),
    Template(Vec<Part>),
    List(Vec<Expression>),
    Object(Vec<(Key, Expression)>),
    Variable(String),
    Access {
        base: Box<Expression>,
        steps: Vec<Access>,
    },
    Call {
        name: String,
        arguments: Vec<Expression>,
        expand: bool,
    },
    For(Box<For>),
    Conditional(Box<[Expression; 3]>),
    Not(Box<Expression>),
    Negative(Box<Expression>),
    /// Operators of one precedence, from left to right.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    Parenthesis(Box<Expression>),
}

/// A key of an object.
#[derive(Debug)]
pub(crate) enum Key {
    Name(String, Span),
    Expression(Expression),
}

/// What follows a value: `.name`, `[index]`, `[*]`, `.*`.
#[derive(Debug)]
pub(crate) enum Access {
    Attribute(String),
    Index(Expression),
    Splat { full: bool },
}

/// `[for …]` and `{for …}`
#[derive(Debug)]
pub(crate) struct For {
    pub key: Option<String>,
    pub value: String,
    pub collection: Expression,
    /// Of an object.
    pub result_key: Option<Expression>,
    pub result: Expression,
    pub condition: Option<Expression>,
    /// `...`
    pub grouped: bool,
}

/// A piece of a template. Space that `~` and `<<-` take away is gone.
#[derive(Debug)]
pub(crate) enum Part {
    Text(String),
    Value(Expression),
    If { condition: Expression, then: Vec<Part>, otherwise: Vec<Part> },
    For { key: Option<String>, value: String, collection: Expression, body: Vec<Part> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Plus,
    Minus,
    Times,
    Divided,
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
