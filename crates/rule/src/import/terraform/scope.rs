//! The values of expressions: what the file itself says, and the expression's own text where it does not.

use super::functions::{call, unique};
use super::number::canonical;
use super::value::{Evaluated, Known, as_text, together};
use super::{span, template};
use crate::diagnostics as say;
use hcl_edit::Span as _;
use hcl_edit::expr::{BinaryOperator, Expression, Object, ObjectKey, TraversalOperator, UnaryOperator};
use hcl_edit::structure::Body;
use rulepad_document::json::{Member, Node, Value};
use rulepad_document::{Diagnostic, Span};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// How deep values may refer to one another.
const DEEPEST: usize = 24;
/// How much is worked out: values, and bytes of texts that are put together.
const MOST: usize = 4 << 20;
/// What one value costs, in bytes.
const STEP: usize = 32;

/// What the names of a file stand for.
pub(super) struct Scope<'t> {
    /// The file.
    pub text: &'t str,
    locals: BTreeMap<&'t str, &'t Expression>,
    variables: BTreeMap<&'t str, &'t Expression>,
    resources: BTreeMap<(String, &'t str), &'t Body>,
    found: RefCell<Vec<Diagnostic>>,
    told: RefCell<BTreeSet<(u32, u32)>>,
    depth: Cell<usize>,
    work: Cell<usize>,
}

/// One step of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// `.name` or `["name"]`
    Name(String),
    /// `[0]`, `[count.index]` and their like.
    Index(Option<usize>),
}

impl<'t> Scope<'t> {
    /// The names of a file.
    pub fn of(text: &'t str, body: &'t Body) -> Self {
        let mut scope = Self {
            text,
            locals: BTreeMap::new(),
            variables: BTreeMap::new(),
            resources: BTreeMap::new(),
            found: RefCell::default(),
            told: RefCell::default(),
            depth: Cell::new(0),
            work: Cell::new(0),
        };
        for block in body.blocks() {
            let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
            match (block.ident.as_str(), &labels[..]) {
                ("locals", []) => {
                    let own = block.body.attributes().map(|own| (own.key.as_str(), &own.value));
                    scope.locals.extend(own);
                }
                ("variable", [name]) => {
                    let default = block.body.get_attribute("default");
                    scope.variables.extend(default.map(|own| (*name, &own.value)));
                }
                ("resource", [kind, name]) => {
                    scope.resources.insert(((*kind).to_owned(), name), &block.body);
                }
                ("data", [kind, name]) => {
                    scope.resources.insert((format!("data.{kind}"), name), &block.body);
                }
                _ => {}
            }
        }
        scope
    }

    /// What was found on the way.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    /// One more thing that was found.
    pub fn report(&self, found: Diagnostic) {
        self.found.borrow_mut().push(found);
    }

    /// The text of a place.
    pub fn source(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Says that an expression is not known, once for each place.
    pub fn tell(&self, span: Span) {
        if self.told.borrow_mut().insert((span.start, span.end)) {
            self.report(say::import_reference(span, &one_line(self.source(span))));
        }
    }

    /// Whether a resource stands in the file.
    pub fn has(&self, kind: &str, name: &str) -> bool {
        self.resources.contains_key(&(kind.to_owned(), name))
    }

    /// The name that a resource of the file sets itself.
    pub fn named(&self, kind: &str, name: &str) -> Option<Evaluated> {
        let (found, _) = self.attribute(kind, name, &[Step::Name("name".to_owned())])?;
        (found.known != Known::Nothing).then_some(found)
    }

    /// The value of an expression.
    pub fn evaluate(&self, expression: &Expression) -> Evaluated {
        let span = span(expression.span());
        let spent = self.work.get() + STEP;
        self.work.set(spent);
        if self.depth.get() >= DEEPEST * 8 || spent > MOST {
            return self.unknown(span);
        }
        self.depth.set(self.depth.get() + 1);
        let mut value = self.value(expression, span);
        self.depth.set(self.depth.get() - 1);
        if let Value::String(text) = &value.node.value {
            self.work.set(self.work.get() + text.len());
        }
        value.node.span = span;
        value
    }

    fn value(&self, expression: &Expression, span: Span) -> Evaluated {
        let whole = |value| Evaluated::whole(value, span);
        match expression {
            Expression::Null(_) => whole(Value::Null),
            Expression::Bool(on) => whole(Value::Bool(*on.value())),
            Expression::String(text) => whole(Value::String(text.value().clone())),
            Expression::Number(_) => whole(Value::Number(self.number(span))),
            Expression::Array(array) => {
                let items: Vec<Evaluated> = array.iter().map(|item| self.evaluate(item)).collect();
                let known = together(items.iter().map(|item| item.known));
                let items = items.into_iter().map(|item| item.node).collect();
                Evaluated { known, ..whole(Value::Array(items)) }
            }
            Expression::Object(object) => self.object(object, span),
            Expression::StringTemplate(own) => template::string(self, own, span),
            Expression::HeredocTemplate(own) => template::heredoc(self, own, span),
            Expression::Parenthesis(own) => self.evaluate(own.inner()),
            Expression::Traversal(_) => self
                .steps(expression)
                .and_then(|steps| self.resolve(&steps))
                .unwrap_or_else(|| self.unknown(span)),
            Expression::Conditional(own) => match self.evaluate(&own.cond_expr) {
                Evaluated { known: Known::Whole, node: Node { value: Value::Bool(on), .. } } => {
                    self.evaluate(if on { &own.true_expr } else { &own.false_expr })
                }
                condition => self.opaque(span, &[condition]),
            },
            Expression::FuncCall(own) => {
                let arguments: Vec<Evaluated> = own.args.iter().map(|one| self.evaluate(one)).collect();
                let known = together(arguments.iter().map(|one| one.known));
                let name = own.name.name.as_str();
                // A text in the place of a value comes through these as it stands.
                let through = matches!(name, "jsonencode" | "tolist" | "tomap" | "concat" | "merge")
                    && arguments.iter().all(|one| one.known != Known::Nothing);
                let plain = !own.args.expand_final() && !own.name.is_namespaced();
                let nodes: Vec<Node> = arguments.iter().map(|one| one.node.clone()).collect();
                let value =
                    (plain && (known == Known::Whole || through)).then(|| call(name, &nodes)).flatten();
                match value {
                    Some(value) => Evaluated { known, ..whole(value) },
                    None => self.opaque(span, &arguments),
                }
            }
            Expression::UnaryOp(own) => {
                let inner = self.evaluate(&own.expr);
                let value = match (own.operator.value(), &inner.node.value) {
                    (UnaryOperator::Neg, Value::Number(number)) => canonical(&format!("-{number}")),
                    _ => None,
                };
                match (own.operator.value(), inner.known, &inner.node.value, value) {
                    (_, Known::Whole, _, Some(number)) => whole(Value::Number(number)),
                    (UnaryOperator::Not, Known::Whole, Value::Bool(on), _) => whole(Value::Bool(!on)),
                    _ => self.opaque(span, &[inner]),
                }
            }
            Expression::BinaryOp(own) => {
                let sides = [self.evaluate(&own.lhs_expr), self.evaluate(&own.rhs_expr)];
                let known = together(sides.iter().map(|side| side.known)) == Known::Whole;
                let [left, right] = &sides;
                let value =
                    known.then(|| operation(*own.operator.value(), &left.node.value, &right.node.value));
                match value.flatten() {
                    Some(value) => whole(value),
                    None => self.opaque(span, &sides),
                }
            }
            Expression::Variable(_) | Expression::ForExpr(_) => self.unknown(span),
        }
    }

    /// A number of the text, which is longer than what the library holds.
    fn number(&self, span: Span) -> String {
        let written = self.source(span);
        canonical(written).unwrap_or_else(|| {
            self.report(say::import_number(span));
            written.to_owned()
        })
    }

    fn object(&self, object: &Object, span: Span) -> Evaluated {
        let mut members = Vec::new();
        let mut known = Known::Whole;
        for (key, value) in object.iter() {
            let key_span = super::span(key.span());
            let name = match key {
                ObjectKey::Ident(name) => name.as_str().to_owned(),
                ObjectKey::Expression(expression) => {
                    let own = self.evaluate(expression);
                    known = together([known, own.known]);
                    match as_text(&own.node) {
                        Some(name) => name,
                        None => {
                            self.tell(key_span);
                            known = Known::Parts;
                            reference(self.source(key_span))
                        }
                    }
                }
            };
            let own = self.evaluate(value.expr());
            known = together([known, own.known]);
            members.push(Member { key: name, key_span, value: own.node });
        }
        Evaluated { known, ..Evaluated::whole(Value::Object(unique(members)), span) }
    }

    /// An expression of which nothing is known: its text stands for its value.
    fn unknown(&self, span: Span) -> Evaluated {
        self.tell(span);
        let text = reference(self.source(span));
        Evaluated { known: Known::Nothing, ..Evaluated::whole(Value::String(text), span) }
    }

    /// The same of an expression whose parts have been told.
    fn opaque(&self, span: Span, parts: &[Evaluated]) -> Evaluated {
        if parts.iter().all(|part| part.known == Known::Whole) {
            return self.unknown(span);
        }
        let text = reference(self.source(span));
        Evaluated { known: Known::Nothing, ..Evaluated::whole(Value::String(text), span) }
    }

    /// The steps of a reference; `None` where it is none.
    pub fn steps(&self, expression: &Expression) -> Option<Vec<Step>> {
        let own = match expression {
            Expression::Traversal(own) => own,
            Expression::Parenthesis(own) => return self.steps(own.inner()),
            // "${reference}" is the reference.
            Expression::StringTemplate(own) => match own.iter().collect::<Vec<_>>()[..] {
                [hcl_edit::template::Element::Interpolation(only)] => return self.steps(&only.expr),
                _ => return None,
            },
            _ => return None,
        };
        let mut steps = vec![Step::Name(own.expr.as_variable()?.as_str().to_owned())];
        for operator in &own.operators {
            steps.push(match operator.value() {
                TraversalOperator::GetAttr(name) => Step::Name(name.as_str().to_owned()),
                TraversalOperator::LegacyIndex(at) => Step::Index(usize::try_from(*at.value()).ok()),
                TraversalOperator::Index(at) => match at {
                    Expression::String(name) => Step::Name(name.value().clone()),
                    Expression::Number(_) => Step::Index(self.source(span(at.span())).parse().ok()),
                    _ => Step::Index(None),
                },
                TraversalOperator::AttrSplat(_) | TraversalOperator::FullSplat(_) => return None,
            });
        }
        Some(steps)
    }

    fn resolve(&self, steps: &[Step]) -> Option<Evaluated> {
        let (found, rest) = match steps {
            [Step::Name(root), Step::Name(name), rest @ ..] if root == "local" => {
                (self.evaluate(self.locals.get(name.as_str())?), rest)
            }
            [Step::Name(root), Step::Name(name), rest @ ..] if root == "var" => {
                (self.evaluate(self.variables.get(name.as_str())?), rest)
            }
            [Step::Name(root), Step::Name(kind), Step::Name(name), rest @ ..] if root == "data" => {
                self.attribute(&format!("data.{kind}"), name, rest)?
            }
            [Step::Name(kind), Step::Name(name), rest @ ..] => self.attribute(kind, name, rest)?,
            _ => return None,
        };
        rest.iter().try_fold(found, |found, step| {
            let node = match step {
                Step::Name(name) => found.node.get(name)?.clone(),
                Step::Index(at) => match &found.node.value {
                    Value::Array(items) => items.get((*at)?)?.clone(),
                    _ => return None,
                },
            };
            Some(Evaluated { node, known: found.known })
        })
    }

    /// What a resource of the file sets itself; AWS's own attributes, such as ARNs, it does not say.
    fn attribute<'s>(&self, kind: &str, name: &str, rest: &'s [Step]) -> Option<(Evaluated, &'s [Step])> {
        let body = self.resources.get(&(kind.to_owned(), name))?;
        let rest = match rest {
            [Step::Index(_), rest @ ..] => rest,
            rest => rest,
        };
        let [Step::Name(attribute), rest @ ..] = rest else { return None };
        let named = matches!(kind, super::RULE | super::BUS | "data.aws_cloudwatch_event_bus");
        let attribute = if named && attribute == "id" { "name" } else { attribute };
        match body.get_attribute(attribute) {
            Some(own) => Some((self.evaluate(&own.value), rest)),
            None if kind == super::RULE && attribute == "event_bus_name" => {
                let bus = Value::String(crate::model::DEFAULT_BUS.to_owned());
                Some((Evaluated::whole(bus, Span::default()), rest))
            }
            None => None,
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn reference(source: &str) -> String {
    format!("${{{}}}", one_line(source))
}

fn operation(operator: BinaryOperator, left: &Value, right: &Value) -> Option<Value> {
    let whole = |value: &Value| match value {
        Value::Number(number) => number.parse::<i128>().ok(),
        _ => None,
    };
    let truth = |value: &Value| match value {
        Value::Bool(on) => Some(*on),
        _ => None,
    };
    let scalar = |value: &Value| !matches!(value, Value::Array(_) | Value::Object(_));
    let numbers = || Some((whole(left)?, whole(right)?));
    let truths = || Some((truth(left)?, truth(right)?));
    let number = |value: Option<i128>| value.map(|value| Value::Number(value.to_string()));
    match operator {
        BinaryOperator::Plus => numbers().and_then(|(a, b)| number(a.checked_add(b))),
        BinaryOperator::Minus => numbers().and_then(|(a, b)| number(a.checked_sub(b))),
        BinaryOperator::Mul => numbers().and_then(|(a, b)| number(a.checked_mul(b))),
        BinaryOperator::Eq if scalar(left) && scalar(right) => Some(Value::Bool(left == right)),
        BinaryOperator::NotEq if scalar(left) && scalar(right) => Some(Value::Bool(left != right)),
        BinaryOperator::Less => numbers().map(|(a, b)| Value::Bool(a < b)),
        BinaryOperator::LessEq => numbers().map(|(a, b)| Value::Bool(a <= b)),
        BinaryOperator::Greater => numbers().map(|(a, b)| Value::Bool(a > b)),
        BinaryOperator::GreaterEq => numbers().map(|(a, b)| Value::Bool(a >= b)),
        BinaryOperator::And => truths().map(|(a, b)| Value::Bool(a && b)),
        BinaryOperator::Or => truths().map(|(a, b)| Value::Bool(a || b)),
        _ => None,
    }
}
