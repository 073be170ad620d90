//! The values of expressions; one that the text does not decide is unknown and keeps its expression.

mod collections;
mod environment;
mod text;
mod unknown;

pub use collections::{pairs, unique};
pub use environment::{Bound, Env};
pub use unknown::{residual, why_of};

use super::configuration::{Module, Parsed, Source};
use super::functions;
use super::number::canonical;
use super::syntax::{Attribute, Expression, ExpressionKind, Operator, SourceId};
use super::value::{Data, SourcePlace, Val, Why};
use crate::{Diagnostic, Message, Reports, diagnostics};
use rulepad_document::Span;
use rulepad_document::files::Files;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How deep values may refer to one another.
pub const DEEPEST: usize = 120;
/// How deep a value may be: whatever looks at it goes down into it.
const DEEPEST_VALUE: usize = 80;
/// How many values and bytes are worked out for a text, and how many more for each of its bytes.
const BUDGET: usize = 4 << 20;
const BUDGET_A_BYTE: usize = 8;
/// What one value costs, in bytes.
pub const STEP: usize = 8;

/// Works out the expressions of one configuration.
pub struct Evaluator<'t> {
    /// The files that expressions may read.
    pub files: Files<'t>,
    /// The files of the configuration.
    pub parsed: &'t [Parsed],
    /// The texts that places are in.
    pub sources: RefCell<Vec<Source>>,
    /// The modules so far; the uppermost is first.
    pub modules: RefCell<Vec<Rc<Module<'t>>>>,
    /// Values of variables, from `.tfvars` files.
    pub given: BTreeMap<String, Val>,
    reports: Reports<Message>,
    /// Variables whose defaults were used.
    pub defaults: RefCell<BTreeSet<String>>,
    /// What is shown for each expression that is not known.
    shown: RefCell<BTreeMap<String, String>>,
    taken: RefCell<BTreeSet<String>>,
    /// How deep the expression is that is being worked out.
    pub depth: Cell<usize>,
    budget: Cell<usize>,
    /// Whether the budget is used up.
    pub exhausted: Cell<bool>,
    too_many: Cell<usize>,
}

impl<'t> Evaluator<'t> {
    /// Nothing is worked out yet.
    pub fn new(files: Files<'t>, parsed: &'t [Parsed], sources: Vec<Source>) -> Self {
        let bytes: usize = sources.iter().map(|own| own.text.len()).sum();
        Self {
            files,
            parsed,
            sources: RefCell::new(sources),
            modules: RefCell::default(),
            given: BTreeMap::new(),
            reports: Reports::default(),
            defaults: RefCell::default(),
            shown: RefCell::default(),
            taken: RefCell::default(),
            depth: Cell::new(0),
            budget: Cell::new(BUDGET.saturating_add(bytes.saturating_mul(BUDGET_A_BYTE))),
            exhausted: Cell::new(false),
            too_many: Cell::new(0),
        }
    }

    /// What was found on the way, with the text that it is about.
    pub fn into_found(self) -> Vec<(SourceId, Diagnostic)> {
        self.reports.into_found()
    }

    /// Reports something at a place, once.
    pub(crate) fn report(&self, place: SourcePlace, make: impl FnOnce(Span) -> Diagnostic) {
        self.reports.add(self.visible(place), make);
    }

    /// The place in a file where what is there came from.
    pub fn visible(&self, mut place: SourcePlace) -> SourcePlace {
        let sources = self.sources.borrow();
        while let Some(parent) = sources.get(place.source).and_then(|own| own.parent) {
            place = parent;
        }
        place
    }

    /// The text of a place, on one line and not too long.
    pub fn text(&self, place: SourcePlace) -> String {
        const LONGEST: usize = 2000;
        let sources = self.sources.borrow();
        let text = sources.get(place.source).and_then(|own| own.text.get(place.span().range()));
        let text: String = text.unwrap_or_default().chars().take(LONGEST).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Takes work from the budget; `false` where it is used up.
    pub fn spend(&self, cost: usize) -> bool {
        let left = self.budget.get().checked_sub(cost);
        self.budget.set(left.unwrap_or(0));
        if left.is_none() {
            self.exhausted.set(true);
        }
        left.is_some()
    }

    /// An expression that was not worked out as it takes too much work.
    pub fn too_much(&self, place: SourcePlace) -> Val {
        const MOST: usize = 20;
        let count = self.too_many.get() + 1;
        self.too_many.set(count);
        if count <= MOST {
            self.report(place, diagnostics::budget);
        }
        Val::unknown(self.text(place), Why::Budget, place)
    }

    /// The value of an attribute.
    pub fn attribute(&self, env: &Env<'t>, attribute: &Attribute) -> Val {
        self.evaluate(&env.in_source(attribute.source), &attribute.value)
    }

    /// The value of an expression.
    pub fn evaluate(&self, env: &Env<'t>, expression: &Expression) -> Val {
        let place = SourcePlace::new(env.source, expression.span);
        if self.depth.get() >= DEEPEST || !self.spend(STEP) {
            return self.too_much(place);
        }
        self.depth.set(self.depth.get() + 1);
        let value = self.value(env, expression, place);
        self.depth.set(self.depth.get() - 1);
        if value.depth > DEEPEST_VALUE { self.too_much(place) } else { value }
    }

    fn value(&self, env: &Env<'t>, expression: &Expression, place: SourcePlace) -> Val {
        match &expression.kind {
            ExpressionKind::Null => Val::new(Data::Null, place),
            ExpressionKind::Bool(on) => Val::new(Data::Bool(*on), place),
            ExpressionKind::Number(written) => self.number(written, place),
            ExpressionKind::Template(parts) => self.template(env, parts, place),
            ExpressionKind::List(items) => {
                Val::list(items.iter().map(|item| self.evaluate(env, item)).collect(), place)
            }
            ExpressionKind::Object(members) => self.object(env, members, place),
            ExpressionKind::Parenthesis(inner) => self.evaluate(env, inner),
            ExpressionKind::Variable(name) => match env.bound(name) {
                Some(own) => own.clone(),
                None => self.unknown(place, Why::Deploy),
            },
            ExpressionKind::Access { base, steps } => self.access(env, base, steps, place),
            ExpressionKind::Conditional(own) => self.conditional(env, own, place),
            ExpressionKind::Call { name, arguments, expand } => {
                self.call(env, name, arguments, *expand, place)
            }
            ExpressionKind::For(own) => self.for_each(env, own, place),
            ExpressionKind::Not(inner) => {
                let inner = self.evaluate(env, inner);
                match inner.truth() {
                    Some(on) => Val::new(Data::Bool(!on), place),
                    None => Val::unknown(format!("!{}", inner.source()), why_of(&[inner]), place),
                }
            }
            ExpressionKind::Negative(inner) => {
                let inner = self.evaluate(env, inner);
                let number = match &inner.data {
                    Data::Number(number) => canonical(&format!("-{number}")),
                    _ => None,
                };
                match number {
                    Some(number) => Val::new(Data::Number(number.into()), place),
                    None => Val::unknown(format!("-{}", inner.source()), why_of(&[inner]), place),
                }
            }
            ExpressionKind::Chain(first, rest) => {
                let mut left = self.evaluate(env, first);
                for (operator, right) in rest {
                    let right = self.evaluate(env, right);
                    left = self.operation(*operator, left, right, place);
                }
                left
            }
        }
    }

    fn number(&self, written: &str, place: SourcePlace) -> Val {
        let number = canonical(written).unwrap_or_else(|| {
            self.report(place, diagnostics::number);
            written.to_owned()
        });
        Val::new(Data::Number(number.into()), place)
    }

    fn conditional(&self, env: &Env<'t>, own: &[Expression; 3], place: SourcePlace) -> Val {
        let [condition, then, otherwise] = own;
        let condition = self.evaluate(env, condition);
        match condition.truth() {
            Some(true) => self.evaluate(env, then),
            Some(false) => self.evaluate(env, otherwise),
            None => {
                let why = why_of(std::slice::from_ref(&condition));
                let branches = [self.evaluate(env, then), self.evaluate(env, otherwise)];
                let [then, otherwise] = &branches;
                let source = format!("{} ? {} : {}", condition.source(), then.source(), otherwise.source());
                if branches.iter().any(|own| own.members().is_some()) {
                    Val::unknown_object(source, why, place)
                } else {
                    Val::unknown(source, why, place)
                }
            }
        }
    }

    fn call(
        &self,
        env: &Env<'t>,
        name: &str,
        arguments: &[Expression],
        expand: bool,
        place: SourcePlace,
    ) -> Val {
        // These look at what fails, so their arguments are worked out one by one.
        match name {
            "try" => {
                for argument in arguments {
                    let value = self.evaluate(env, argument);
                    if !value.fails() {
                        return value;
                    }
                }
                return self.unknown(place, Why::Fails);
            }
            "can" => {
                let value = arguments.first().map(|own| self.evaluate(env, own));
                return match value {
                    Some(value) => match value.as_unknown() {
                        Some(own) if own.why != Why::Fails => {
                            Val::unknown(format!("can({})", own.source), own.why.clone(), place)
                        }
                        _ => Val::new(Data::Bool(!value.fails()), place),
                    },
                    None => self.unknown(place, Why::Fails),
                };
            }
            _ => {}
        }
        let mut values: Vec<Val> = arguments.iter().map(|own| self.evaluate(env, own)).collect();
        if expand {
            match values.pop().map(|last| (last.items().cloned(), last)) {
                Some((Some(items), _)) => values.extend(items.iter().cloned()),
                Some((None, last)) => {
                    let why = why_of(std::slice::from_ref(&last));
                    values.push(last);
                    return residual(name, &values, why, place);
                }
                None => {}
            }
        }
        functions::call(self, env, name, values, place)
    }

    fn operation(&self, operator: Operator, left: Val, right: Val, place: SourcePlace) -> Val {
        match functions::operation(operator, &left, &right) {
            Some(data) => Val::new(data, place),
            None => {
                let source = format!("{} {} {}", left.source(), operator.written(), right.source());
                Val::unknown(source, why_of(&[left, right]), place)
            }
        }
    }
}
