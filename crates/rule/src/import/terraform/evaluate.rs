//! What expressions give: what the text itself says, and an unknown value with its expression where it does not.

use super::configuration::{Made, Module, Parsed, Repeated, Source};
use super::number::canonical;
use super::syntax::{Access, Attribute, Block, Expression, For, Key, Kind, Operator, Part, SourceId};
use super::value::{Data, Instance, InstanceKey, Piece, Place, Val, Why, joined};
use super::{BUS, RULE, TARGET, filters, functions, types};
use crate::diagnostics as say;
use crate::import::Files;
use rulepad_document::{Diagnostic, Span};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How deep values may refer to one another.
const DEEPEST: usize = 120;
/// How deep a value may be: whatever looks at it goes down into it.
const DEEPEST_VALUE: usize = 80;
/// How many values and bytes are worked out for a text, and how many more for each of its bytes.
const BUDGET: usize = 4 << 20;
const BUDGET_A_BYTE: usize = 8;
/// What one value costs, in bytes.
const STEP: usize = 8;
/// How many resources one `count` or `for_each` may make.
const MAX_INSTANCES: usize = 2000;

/// Works out the expressions of one configuration.
pub(super) struct Evaluator<'t> {
    pub files: Files<'t>,
    pub parsed: &'t [Parsed],
    pub sources: RefCell<Vec<Source>>,
    pub modules: RefCell<Vec<Rc<Module<'t>>>>,
    /// Values of variables, from files of theirs.
    pub given: BTreeMap<String, Val>,
    found: RefCell<Vec<(SourceId, Diagnostic)>>,
    reported: RefCell<BTreeSet<(&'static str, Place)>>,
    /// Variables whose defaults were used.
    pub defaults: RefCell<BTreeSet<String>>,
    /// What is shown for each expression that is not known.
    shown: RefCell<BTreeMap<String, String>>,
    taken: RefCell<BTreeSet<String>>,
    depth: Cell<usize>,
    budget: Cell<usize>,
    pub exhausted: Cell<bool>,
    too_many: Cell<usize>,
}

/// A name that stands for a value within an expression, and those around it.
pub(super) struct Bound {
    pub name: String,
    pub value: Val,
    pub outer: Option<Rc<Bound>>,
}

/// Where an expression is written, and what its names mean there.
#[derive(Clone)]
pub(super) struct Env<'t> {
    pub module: Rc<Module<'t>>,
    pub source: SourceId,
    pub bound: Option<Rc<Bound>>,
}

impl<'t> Env<'t> {
    pub fn of(module: &Rc<Module<'t>>, source: SourceId) -> Self {
        Self { module: module.clone(), source, bound: None }
    }

    /// The same place with one more name.
    pub fn with(&self, name: &str, value: Val) -> Self {
        let bound = Bound { name: name.to_owned(), value, outer: self.bound.clone() };
        Self { module: self.module.clone(), source: self.source, bound: Some(Rc::new(bound)) }
    }

    pub fn in_source(&self, source: SourceId) -> Self {
        Self { source, ..self.clone() }
    }

    fn bound(&self, name: &str) -> Option<&Val> {
        let mut next = self.bound.as_ref();
        while let Some(own) = next {
            if own.name == name {
                return Some(&own.value);
            }
            next = own.outer.as_ref();
        }
        None
    }
}

impl<'t> Evaluator<'t> {
    pub fn new(files: Files<'t>, parsed: &'t [Parsed], sources: Vec<Source>) -> Self {
        let bytes: usize = sources.iter().map(|own| own.text.len()).sum();
        Self {
            files,
            parsed,
            sources: RefCell::new(sources),
            modules: RefCell::default(),
            given: BTreeMap::new(),
            found: RefCell::default(),
            reported: RefCell::default(),
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
        self.found.into_inner()
    }

    /// Reports something at a place, once.
    pub fn report(&self, place: Place, make: impl FnOnce(Span) -> Diagnostic) {
        let place = self.visible(place);
        let found = make(place.span());
        let code = match &found.code {
            std::borrow::Cow::Borrowed(code) => *code,
            std::borrow::Cow::Owned(_) => "",
        };
        if self.reported.borrow_mut().insert((code, place)) {
            self.found.borrow_mut().push((place.source, found));
        }
    }

    /// The place in a file where what is there came from.
    pub fn visible(&self, mut place: Place) -> Place {
        let sources = self.sources.borrow();
        while let Some(parent) = sources.get(place.source).and_then(|own| own.parent) {
            place = parent;
        }
        place
    }

    /// The text of a place, on one line and not too long.
    pub fn text(&self, place: Place) -> String {
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
    pub fn too_much(&self, place: Place) -> Val {
        const MOST: usize = 20;
        let count = self.too_many.get() + 1;
        self.too_many.set(count);
        if count <= MOST {
            self.report(place, say::import_budget);
        }
        Val::unknown(self.text(place), Why::Budget, place)
    }

    /// An expression of which nothing is known.
    fn unknown(&self, place: Place, why: Why) -> Val {
        Val::unknown(self.text(place), why, place)
    }

    /// What is shown for an expression; never the same for two of them.
    pub fn shown(&self, source: &str) -> String {
        if let Some(known) = self.shown.borrow().get(source) {
            return known.clone();
        }
        let name = short(source);
        let mut taken = self.taken.borrow_mut();
        let mut shown = format!("${{{name}}}");
        let mut number = taken.len().min(1) + 1;
        while !taken.insert(shown.clone()) {
            shown = format!("${{{name} #{number}}}");
            number = if number > 8 { taken.len() } else { number + 1 };
        }
        self.shown.borrow_mut().insert(source.to_owned(), shown.clone());
        shown
    }

    /// The value of an attribute.
    pub fn attribute(&self, env: &Env<'t>, attribute: &Attribute) -> Val {
        self.evaluate(&env.in_source(attribute.source), &attribute.value)
    }

    /// The value of an expression.
    pub fn evaluate(&self, env: &Env<'t>, expression: &Expression) -> Val {
        let place = Place::new(env.source, expression.span);
        if self.depth.get() >= DEEPEST || !self.spend(STEP) {
            return self.too_much(place);
        }
        self.depth.set(self.depth.get() + 1);
        let value = self.value(env, expression, place);
        self.depth.set(self.depth.get() - 1);
        if value.depth > DEEPEST_VALUE { self.too_much(place) } else { value }
    }

    fn value(&self, env: &Env<'t>, expression: &Expression, place: Place) -> Val {
        match &expression.kind {
            Kind::Null => Val::new(Data::Null, place),
            Kind::Bool(on) => Val::new(Data::Bool(*on), place),
            Kind::Number(written) => self.number(written, place),
            Kind::Template(parts) => self.template(env, parts, place),
            Kind::List(items) => {
                Val::list(items.iter().map(|item| self.evaluate(env, item)).collect(), place)
            }
            Kind::Object(members) => self.object(env, members, place),
            Kind::Parenthesis(inner) => self.evaluate(env, inner),
            Kind::Variable(name) => match env.bound(name) {
                Some(own) => own.clone(),
                None => self.unknown(place, Why::Deploy),
            },
            Kind::Access { base, steps } => self.access(env, base, steps, place),
            Kind::Conditional(own) => self.conditional(env, own, place),
            Kind::Call { name, arguments, expand } => self.call(env, name, arguments, *expand, place),
            Kind::For(own) => self.for_each(env, own, place),
            Kind::Not(inner) => {
                let inner = self.evaluate(env, inner);
                match inner.truth() {
                    Some(on) => Val::new(Data::Bool(!on), place),
                    None => Val::unknown(format!("!{}", inner.source()), why_of(&[inner]), place),
                }
            }
            Kind::Negative(inner) => {
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
            Kind::Chain(first, rest) => {
                let mut left = self.evaluate(env, first);
                for (operator, right) in rest {
                    let right = self.evaluate(env, right);
                    left = self.operation(*operator, left, right, place);
                }
                left
            }
        }
    }

    fn number(&self, written: &str, place: Place) -> Val {
        let number = canonical(written).unwrap_or_else(|| {
            self.report(place, say::import_number);
            written.to_owned()
        });
        Val::new(Data::Number(number.into()), place)
    }

    fn object(&self, env: &Env<'t>, members: &[(Key, Expression)], place: Place) -> Val {
        let mut out: Vec<(Rc<str>, Val)> = Vec::new();
        for (key, value) in members {
            let (name, key_place): (Option<Rc<str>>, Place) = match key {
                Key::Name(name, span) => (Some(name.as_str().into()), Place::new(env.source, *span)),
                Key::Expression(own) => {
                    let key = self.evaluate(env, own);
                    (key.scalar(), Place::new(env.source, own.span))
                }
            };
            let value = self.evaluate(env, value);
            match name {
                Some(name) => out.push((name, value)),
                None => {
                    let source = self.text(key_place);
                    self.report(key_place, |span| say::import_key(span, &source));
                }
            }
        }
        Val::map(unique(out), place)
    }

    /// The text of a template; one that is nothing but `${…}` is the value in it.
    pub fn template(&self, env: &Env<'t>, parts: &[Part], place: Place) -> Val {
        if let [Part::Value(only)] = parts {
            return self.evaluate(env, only);
        }
        let mut pieces = Vec::new();
        match self.pieces(env, parts, &mut pieces) {
            Ok(()) => joined(pieces, place),
            Err(why) => self.unknown(place, why),
        }
    }

    fn pieces(&self, env: &Env<'t>, parts: &[Part], out: &mut Vec<Piece>) -> Result<(), Why> {
        for part in parts {
            match part {
                Part::Text(text) => {
                    if !self.spend(text.len()) {
                        return Err(Why::Budget);
                    }
                    out.push(Piece::Known(text.as_str().into()));
                }
                Part::Value(own) => {
                    let value = self.evaluate(env, own);
                    let pieces = self.as_pieces(&value).ok_or(Why::Fails)?;
                    out.extend(pieces);
                }
                Part::If { condition, then, otherwise } => {
                    let condition = self.evaluate(env, condition);
                    let on = condition.truth().ok_or_else(|| why_of(&[condition]))?;
                    self.pieces(env, if on { then } else { otherwise }, out)?;
                }
                Part::For { key, value, collection, body } => {
                    let collection = self.evaluate(env, collection);
                    let pairs = pairs(&collection).ok_or_else(|| why_of(&[collection]))?;
                    for (own_key, own) in pairs {
                        if !self.spend(STEP) {
                            return Err(Why::Budget);
                        }
                        let env = self.iteration(env, key.as_deref(), value, own_key, own);
                        self.pieces(&env, body, out)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The pieces of a value in a text; `None` where Terraform makes no text of it.
    pub fn as_pieces(&self, value: &Val) -> Option<Vec<Piece>> {
        let pieces = match &value.data {
            Data::Text(text) | Data::Number(text) => vec![Piece::Known(text.clone())],
            Data::Bool(on) => vec![Piece::Known(if *on { "true" } else { "false" }.into())],
            Data::Parts(pieces) => pieces.to_vec(),
            Data::Encoded(inner) => functions::encoded(self, inner)?,
            Data::Unknown(own) if own.why != Why::Fails => vec![Piece::Unknown(own.clone())],
            _ => return None,
        };
        let cost = pieces.iter().map(|own| if let Piece::Known(text) = own { text.len() } else { 8 }).sum();
        self.spend(cost).then_some(pieces)
    }

    fn iteration(&self, env: &Env<'t>, key: Option<&str>, value: &str, own_key: Val, own: Val) -> Env<'t> {
        match key {
            Some(key) => env.with(key, own_key).with(value, own),
            None => env.with(value, own),
        }
    }

    fn conditional(&self, env: &Env<'t>, own: &[Expression; 3], place: Place) -> Val {
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
                Val::unknown(source, why, place)
            }
        }
    }

    fn call(&self, env: &Env<'t>, name: &str, arguments: &[Expression], expand: bool, place: Place) -> Val {
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

    fn for_each(&self, env: &Env<'t>, own: &For, place: Place) -> Val {
        let collection = self.evaluate(env, &own.collection);
        let Some(pairs) = pairs(&collection) else {
            let why = why_of(std::slice::from_ref(&collection));
            return self.unknown(place, why);
        };
        let mut items: Vec<Val> = Vec::new();
        let mut members: Vec<(Rc<str>, Val)> = Vec::new();
        let mut groups: BTreeMap<Rc<str>, Vec<Val>> = BTreeMap::new();
        for (key, value) in pairs {
            if !self.spend(STEP) {
                return self.too_much(place);
            }
            let env = self.iteration(env, own.key.as_deref(), &own.value, key, value);
            if let Some(condition) = &own.condition {
                let condition = self.evaluate(&env, condition);
                match condition.truth() {
                    Some(true) => {}
                    Some(false) => continue,
                    None => return self.unknown(place, why_of(&[condition])),
                }
            }
            let result = self.evaluate(&env, &own.result);
            let Some(result_key) = &own.result_key else {
                items.push(result);
                continue;
            };
            let key = self.evaluate(&env, result_key);
            let Some(name) = key.scalar() else { return self.unknown(place, why_of(&[key])) };
            if own.grouped {
                groups.entry(name).or_default().push(result);
            } else {
                members.push((name, result));
            }
        }
        match (&own.result_key, own.grouped) {
            (None, _) => Val::list(items, place),
            (Some(_), false) => Val::map(unique(members), place),
            (Some(_), true) => {
                let group = |(name, items)| (name, Val::list(items, place));
                Val::map(groups.into_iter().map(group).collect(), place)
            }
        }
    }

    fn operation(&self, operator: Operator, left: Val, right: Val, place: Place) -> Val {
        match functions::operation(operator, &left, &right) {
            Some(data) => Val::new(data, place),
            None => {
                let source = format!("{} {} {}", left.source(), operator.written(), right.source());
                Val::unknown(source, why_of(&[left, right]), place)
            }
        }
    }

    /// A value by its name, and what is taken out of it.
    fn access(&self, env: &Env<'t>, base: &Expression, steps: &[Access], place: Place) -> Val {
        let (value, rest) = match &base.kind {
            Kind::Variable(name) if env.bound(name).is_none() => match self.root(env, name, steps, place) {
                Some(found) => found,
                // Nothing of the text: the steps are only written again.
                None => (Val::unknown(name.as_str(), Why::Deploy, place), steps),
            },
            _ => (self.evaluate(env, base), steps),
        };
        let mut value = self.steps(env, value, rest, place);
        if let Some(own) = value.as_unknown().filter(|own| own.why == Why::Fails && own.source.is_empty()) {
            value = Val::unknown(self.text(place), own.why.clone(), place);
        }
        value
    }

    /// What a name of the configuration means, and the steps that are left.
    fn root<'s>(
        &self,
        env: &Env<'t>,
        root: &str,
        steps: &'s [Access],
        place: Place,
    ) -> Option<(Val, &'s [Access])> {
        match (root, steps) {
            ("local", [Access::Attribute(name), rest @ ..]) => Some((self.local(env, name, place), rest)),
            ("var", [Access::Attribute(name), rest @ ..]) => Some((self.variable(env, name, place), rest)),
            ("path", [Access::Attribute(name), rest @ ..]) => {
                let folder = if name == "module" { env.module.folder.as_str() } else { "" };
                let known = matches!(name.as_str(), "module" | "root");
                let path = if folder.is_empty() { "." } else { folder };
                known.then(|| (Val::text(path, place), rest))
            }
            ("data", [Access::Attribute(kind), Access::Attribute(name), rest @ ..]) => {
                Some((self.resource(env, &format!("data.{kind}"), name, place), rest))
            }
            ("module", [Access::Attribute(name), rest @ ..]) => self.output(env, name, rest, place),
            ("each" | "count" | "self" | "terraform", _) => None,
            (kind, [Access::Attribute(name), rest @ ..]) => {
                Some((self.resource(env, kind, name, place), rest))
            }
            _ => None,
        }
    }

    fn local(&self, env: &Env<'t>, name: &str, place: Place) -> Val {
        let Some(attribute) = env.module.locals.get(name) else {
            return Val::unknown(format!("local.{name}"), Why::Deploy, place);
        };
        let made = env.module.made.borrow().get(name).cloned();
        match made {
            Some(Made::Done(value, defaults)) => {
                self.defaults.borrow_mut().extend(defaults);
                value
            }
            Some(Made::Open) => Val::unknown(format!("local.{name}"), Why::Fails, place),
            None => {
                env.module.made.borrow_mut().insert(name.to_owned(), Made::Open);
                let before = self.defaults.take();
                let value = self.attribute(&Env::of(&env.module, attribute.source), attribute);
                let defaults = self.defaults.replace(before);
                self.defaults.borrow_mut().extend(defaults.iter().cloned());
                env.module.made.borrow_mut().insert(name.to_owned(), Made::Done(value.clone(), defaults));
                value
            }
        }
    }

    fn variable(&self, env: &Env<'t>, name: &str, place: Place) -> Val {
        let block = env.module.variables.get(name).copied();
        let kind = block.and_then(|own| own.body.attribute("type"));
        let given = match &env.module.inputs {
            Some(inputs) => inputs.get(name),
            None => self.given.get(name),
        };
        if let Some(own) = given {
            return types::conformed(self, own.clone(), kind.map(|own| &own.value));
        }
        let Some(default) = block.and_then(|own| own.body.attribute("default")) else {
            return Val::unknown(format!("var.{name}"), Why::Variable, place);
        };
        if env.module.inputs.is_none() {
            self.defaults.borrow_mut().insert(name.to_owned());
        }
        let value = self.attribute(&Env::of(&env.module, default.source), default);
        types::conformed(self, value, kind.map(|own| &own.value))
    }

    /// An output of a module that was given.
    fn output<'s>(
        &self,
        env: &Env<'t>,
        name: &str,
        steps: &'s [Access],
        place: Place,
    ) -> Option<(Val, &'s [Access])> {
        let children = self.children(&env.module, name)?;
        let (child, rest) = match (&children[..], steps) {
            ([(None, child)], rest) => (child, rest),
            (all, [Access::Index(index), rest @ ..]) => {
                let index = self.evaluate(env, index).scalar()?;
                let is = |key: &Val| key.scalar().as_deref() == Some(&*index);
                (all.iter().find(|(key, _)| key.as_ref().is_some_and(is)).map(|(_, child)| child)?, rest)
            }
            _ => return None,
        };
        let [Access::Attribute(output), rest @ ..] = rest else { return None };
        let value = child.outputs.get(output.as_str())?.body.attribute("value")?;
        let value = self.attribute(&Env::of(child, value.source), value);
        Some((value.at(place), rest))
    }

    fn steps(&self, env: &Env<'t>, mut value: Val, steps: &[Access], place: Place) -> Val {
        let mut steps = steps.iter();
        while let Some(step) = steps.next() {
            value = match step {
                Access::Attribute(name) => self.member(value, name, place),
                Access::Index(index) => {
                    let index = self.evaluate(env, index);
                    self.item(value, &index, place)
                }
                Access::Splat { full } => {
                    let rest = steps.as_slice();
                    // After `.*` only names are taken out of each; an index is of the list.
                    let names = rest.iter().take_while(|own| *full || matches!(own, Access::Attribute(_)));
                    let (each, after) = rest.split_at(names.count());
                    let items = match &value.data {
                        Data::Null => Vec::new(),
                        Data::List { items, .. } => items.to_vec(),
                        Data::Unknown(own) => {
                            let tail = self.written(env, step, rest);
                            return Val::unknown(format!("{}{tail}", own.source), own.why.clone(), place);
                        }
                        _ => vec![value.clone()],
                    };
                    if !self.spend(items.len().saturating_mul(STEP)) {
                        return self.too_much(place);
                    }
                    let items = items.into_iter().map(|item| self.steps(env, item, each, place));
                    let list = Val::list(items.collect(), place);
                    return self.steps(env, list, after, place);
                }
            };
        }
        value
    }

    /// Steps as they are written.
    fn written(&self, env: &Env<'t>, first: &Access, rest: &[Access]) -> String {
        let step = |own: &Access| match own {
            Access::Attribute(name) => format!(".{name}"),
            Access::Index(index) => format!("[{}]", self.text(Place::new(env.source, index.span))),
            Access::Splat { full } => if *full { "[*]" } else { ".*" }.to_owned(),
        };
        std::iter::once(first).chain(rest).map(step).collect()
    }

    /// The text of a template of its own.
    pub fn with_env(&self, env: &Env<'t>, parts: &[Part], place: Place) -> Val {
        if self.depth.get() >= DEEPEST {
            return self.too_much(place);
        }
        self.depth.set(self.depth.get() + 1);
        let value = self.template(env, parts, place);
        self.depth.set(self.depth.get() - 1);
        value
    }

    fn member(&self, value: Val, name: &str, place: Place) -> Val {
        match &value.data {
            Data::Map(members) => {
                if !self.spend(members.len()) {
                    return self.too_much(place);
                }
                value.get(name).cloned().unwrap_or_else(|| Val::unknown("", Why::Fails, place))
            }
            Data::Instance(own) => self.of_instance(own, name, place),
            Data::Unknown(own) => Val {
                owner: value.owner.clone(),
                ..Val::unknown(format!("{}.{name}", own.source), own.why.clone(), place)
            },
            // Written for a resource that was made once, before it had a `count`.
            Data::List { items, .. } => match &items[..] {
                [only] if matches!(only.data, Data::Instance(_)) => self.member(only.clone(), name, place),
                _ => Val::unknown("", Why::Fails, place),
            },
            _ => Val::unknown("", Why::Fails, place),
        }
    }

    /// What `[index]` gives.
    pub fn item(&self, value: Val, index: &Val, place: Place) -> Val {
        let fails = || Val::unknown("", Why::Fails, place);
        // Whichever it is, it is one of those that nobody knows.
        if let Data::Instance(own) = &value.data
            && own.generic
        {
            let is_one = own.address.ends_with(']');
            let address =
                if is_one { own.address.clone() } else { format!("{}[{}]", own.address, index.source()) };
            let one = Instance {
                kind: own.kind.clone(),
                name: own.name.clone(),
                key: None,
                module: own.module,
                address,
                generic: true,
            };
            return Val::new(Data::Instance(Rc::new(one)), place);
        }
        if let Some(own) = index.as_unknown() {
            let source = match &value.data {
                Data::Unknown(base) => format!("{}[{}]", base.source, own.source),
                _ => self.text(place),
            };
            return Val::unknown(source, own.why.clone(), place);
        }
        match &value.data {
            Data::List { items, .. } => {
                index.size().and_then(|at| items.get(at)).cloned().unwrap_or_else(fails)
            }
            Data::Map(_) => match index.scalar() {
                Some(name) => self.member(value, &name, place),
                None => fails(),
            },
            Data::Instance(own) => match index.scalar() {
                Some(name) => self.of_instance(own, &name, place),
                None => value,
            },
            Data::Unknown(own) => Val {
                owner: value.owner.clone(),
                ..Val::unknown(format!("{}[{}]", own.source, index.source()), own.why.clone(), place)
            },
            _ => fails(),
        }
    }

    /// A resource of the text, or all of those that it makes.
    fn resource(&self, env: &Env<'t>, kind: &str, name: &str, place: Place) -> Val {
        let Some(repeated) = self.repeated(&env.module, kind, name) else {
            return Val::unknown(format!("{kind}.{name}"), Why::Deploy, place);
        };
        let one = |own: &Rc<Instance>| Val::new(Data::Instance(own.clone()), place);
        match &*repeated {
            Repeated::Once(own) | Repeated::Unknown(own) => one(own),
            Repeated::Count(all) => Val::list(all.iter().map(one).collect(), place),
            Repeated::Each(all) => {
                Val::map(all.iter().map(|(own, key, _)| (key.clone(), one(own))).collect(), place)
            }
        }
    }

    /// How often a resource is made; `None` where it is not in the text.
    pub fn repeated(&self, module: &Rc<Module<'t>>, kind: &str, name: &str) -> Option<Rc<Repeated>> {
        let at = (kind.to_owned(), name.to_owned());
        if let Some(known) = module.repeated.borrow().get(&at) {
            return Some(known.clone());
        }
        let (own_name, block) = module
            .resources
            .get_key_value(&(kind.to_owned(), name))
            .map(|((_, own), block)| (*own, *block))?;
        let instance = |key: Option<InstanceKey>, generic: bool| {
            let suffix = match &key {
                None => String::new(),
                Some(InstanceKey::Index(at)) => format!("[{at}]"),
                Some(InstanceKey::Name(own)) => format!("[{}]", crate::export::hcl_string(own)),
            };
            Rc::new(Instance {
                kind: kind.to_owned(),
                name: own_name.to_owned(),
                key,
                module: module.id,
                address: format!("{}{kind}.{own_name}{suffix}", module.prefix),
                generic,
            })
        };
        // What depends on itself has one instance that nobody knows.
        let open = Rc::new(Repeated::Unknown(instance(None, true)));
        module.repeated.borrow_mut().insert(at.clone(), open.clone());
        let is_read = matches!(kind, RULE | TARGET) || filters::KINDS.contains(&kind);
        let found = match self.times(module, block, is_read) {
            Times::Once => Rc::new(Repeated::Once(instance(None, false))),
            Times::Count(count) => Rc::new(Repeated::Count(
                (0..count).map(|at| instance(Some(InstanceKey::Index(at)), false)).collect(),
            )),
            Times::Each(all) => Rc::new(Repeated::Each(
                all.into_iter()
                    .map(|(key, value)| (instance(Some(InstanceKey::Name(key.clone())), false), key, value))
                    .collect(),
            )),
            Times::Unknown => open,
        };
        module.repeated.borrow_mut().insert(at, found.clone());
        Some(found)
    }

    /// What `count` or `for_each` of a block say; only what is read is reported.
    fn times(&self, module: &Rc<Module<'t>>, block: &'t Block, is_read: bool) -> Times {
        let Some((by, attribute)) =
            ["count", "for_each"].into_iter().find_map(|name| Some((name, block.body.attribute(name)?)))
        else {
            return Times::Once;
        };
        let place = Place::new(attribute.source, attribute.value.span);
        let env = Env::of(module, attribute.source);
        let value = self.attribute(&env, attribute);
        let found = Self::times_of(by, &value);
        let found = match found {
            Some(found) if !found.is_none() => Some(found),
            // Nothing is made under a condition that nobody decided: what it would make is read.
            found => {
                let given = found.is_some() && !self.by_default(module, block, by, is_read);
                match self.other_branch(&env, &attribute.value, by).filter(|_| !given) {
                    Some((condition, other)) => {
                        if is_read && found.is_none() {
                            self.report(place, |span| say::import_perhaps(span, &condition));
                        }
                        Some(other)
                    }
                    None if given => found,
                    None => {
                        // Of a resource that is not known itself it has been reported.
                        if is_read && found.is_none() && !matches!(value.data, Data::Instance(_)) {
                            self.report_repeated(attribute, by);
                        }
                        None
                    }
                }
            }
        };
        match found {
            Some(found) if found.count() > MAX_INSTANCES => {
                self.report(place, say::import_instances);
                Times::Unknown
            }
            Some(found) => found,
            None => Times::Unknown,
        }
    }

    fn times_of(by: &str, value: &Val) -> Option<Times> {
        if by == "count" {
            return value.size().map(Times::Count);
        }
        let all: Option<Vec<(Rc<str>, Val)>> = match &value.data {
            Data::Map(_) => pairs(value)
                .map(|all| all.into_iter().filter_map(|(key, own)| Some((key.scalar()?, own))).collect()),
            Data::List { items, .. } => {
                items.iter().map(|item| Some((item.scalar()?, item.clone()))).collect()
            }
            _ => None,
        };
        all.map(Times::Each)
    }

    /// The branch of a conditional that makes something, where the other makes nothing.
    fn other_branch(&self, env: &Env<'t>, own: &Expression, by: &str) -> Option<(String, Times)> {
        let own = match &own.kind {
            Kind::Parenthesis(inner) => inner,
            _ => own,
        };
        let Kind::Conditional(own) = &own.kind else { return None };
        let [condition, then, otherwise] = &**own;
        let times = |own: &Expression| Self::times_of(by, &self.evaluate(env, own));
        let source = self.text(Place::new(env.source, condition.span));
        match (times(then), times(otherwise)) {
            (Some(one), Some(other)) if other.is_none() && !one.is_none() => Some((source, one)),
            (Some(one), Some(other)) if one.is_none() && !other.is_none() => {
                Some((format!("!({source})"), other))
            }
            _ => None,
        }
    }

    fn report_repeated(&self, attribute: &Attribute, by: &str) {
        let place = Place::new(attribute.source, attribute.value.span);
        let source = self.text(place);
        self.report(place, |span| say::import_repeated(span, by, &source));
    }

    /// Whether nothing is made only as nobody gave a variable another value than its default.
    fn by_default(&self, module: &Rc<Module<'t>>, block: &'t Block, name: &str, is_read: bool) -> bool {
        let before = self.defaults.take();
        let attribute = block.body.attribute(name);
        if let Some(attribute) = attribute {
            let _ = self.attribute(&Env::of(module, attribute.source), attribute);
        }
        let used = self.defaults.replace(before);
        let by_default = !used.is_empty();
        if let (true, Some(attribute)) = (by_default && is_read, attribute) {
            let place = Place::new(attribute.source, attribute.value.span);
            self.report(place, |span| say::import_not_made(span, &used.into_iter().collect::<Vec<_>>()));
        }
        by_default
    }

    /// The block of a resource, and what its names mean there.
    pub fn declared(&self, instance: &Instance) -> Option<(&'t Block, Env<'t>)> {
        let module = self.modules.borrow().get(instance.module)?.clone();
        let block = *module.resources.get(&(instance.kind.clone(), instance.name.as_str()))?;
        let place = Place::new(block.source, block.kind_span);
        let mut env = Env::of(&module, block.source);
        let text = |text: &str| Val::text(text, place);
        match &instance.key {
            None => {
                // One that is made for each of what is not known has that for its value.
                let each = block.body.attribute("for_each").filter(|_| instance.generic);
                let value = each.map(|own| self.attribute(&Env::of(&module, own.source), own));
                if let Some(value) = value.filter(|own| matches!(own.data, Data::Instance(_))) {
                    let key = Val::unknown("each.key", Why::Deploy, place);
                    env =
                        env.with("each", Val::map(vec![("key".into(), key), ("value".into(), value)], place));
                }
            }
            Some(InstanceKey::Index(at)) => {
                env = env.with("count", Val::map(vec![("index".into(), Val::number(*at, place))], place));
            }
            Some(InstanceKey::Name(key)) => {
                let repeated = self.repeated(&module, &instance.kind, &instance.name);
                let value = match repeated.as_deref() {
                    Some(Repeated::Each(all)) => {
                        if !self.spend(all.len()) {
                            return None;
                        }
                        all.iter().find(|(own, _, _)| **own == *instance).map(|(_, _, value)| value.clone())
                    }
                    _ => None,
                };
                let value = value.unwrap_or_else(|| text(key));
                env = env
                    .with("each", Val::map(vec![("key".into(), text(key)), ("value".into(), value)], place));
            }
        }
        Some((block, env))
    }

    /// An attribute that a resource sets itself; AWS's own, such as ARNs, it does not say.
    pub fn of_instance(&self, instance: &Rc<Instance>, name: &str, place: Place) -> Val {
        let unknown = || Val {
            owner: Some(instance.clone()),
            ..Val::unknown(format!("{}.{name}", instance.address), Why::Deploy, place)
        };
        if self.depth.get() >= DEEPEST {
            return self.too_much(place);
        }
        let Some((block, env)) = self.declared(instance) else { return unknown() };
        let kind = instance.kind.trim_start_matches("data.");
        if let Some(own) = self.of_provider(&env, &instance.kind, name) {
            return own.at(place);
        }
        let argument = if name == "id" { id_argument(kind).unwrap_or(name) } else { name };
        let Some(attribute) = block.body.attribute(argument) else {
            if kind == RULE && name == "event_bus_name" {
                return Val { owner: Some(instance.clone()), ..Val::text(crate::model::DEFAULT_BUS, place) };
            }
            return unknown();
        };
        self.depth.set(self.depth.get() + 1);
        let mut value = self.attribute(&env, attribute);
        self.depth.set(self.depth.get() - 1);
        if value.is_null() {
            return unknown();
        }
        if matches!(kind, RULE | BUS) || value.owner.is_none() {
            value.owner = Some(instance.clone());
        }
        value
    }

    /// What the provider's own block says of the Region.
    fn of_provider(&self, env: &Env<'t>, kind: &str, name: &str) -> Option<Val> {
        if kind != "data.aws_region" || !matches!(name, "name" | "region" | "id") {
            return None;
        }
        let mut plain = env.module.providers.iter().filter(|own| own.body.attribute("alias").is_none());
        let attribute = plain.next()?.body.attribute("region")?;
        let value = self.attribute(&Env::of(&env.module, attribute.source), attribute);
        value.scalar().is_some().then_some(value)
    }

    /// The modules that a call makes, where their files were given; `None` where they were not.
    pub fn children(
        &self,
        module: &Rc<Module<'t>>,
        name: &str,
    ) -> Option<super::configuration::Children<'t>> {
        if let Some(known) = module.children.borrow().get(name) {
            return (!known.is_empty()).then(|| known.clone());
        }
        module.children.borrow_mut().insert(name.to_owned(), Rc::new(Vec::new()));
        let children = Rc::new(super::modules::children(self, module, name));
        module.children.borrow_mut().insert(name.to_owned(), children.clone());
        (!children.is_empty()).then_some(children)
    }

    /// The keys and values for which a module is called.
    pub fn calls(&self, module: &Rc<Module<'t>>, block: &'t Block) -> Vec<(Option<Val>, Env<'t>)> {
        let env = Env::of(module, block.source);
        let place = Place::new(block.source, block.kind_span);
        match self.times(module, block, true) {
            Times::Once | Times::Unknown => vec![(None, env)],
            Times::Count(count) => (0..count)
                .map(|at| {
                    let index = Val::number(at, place);
                    (Some(index.clone()), env.with("count", Val::map(vec![("index".into(), index)], place)))
                })
                .collect(),
            Times::Each(all) => all
                .into_iter()
                .map(|(key, value)| {
                    let key = Val::text(key, place);
                    let each = Val::map(vec![("key".into(), key.clone()), ("value".into(), value)], place);
                    (Some(key), env.with("each", each))
                })
                .collect(),
        }
    }
}

/// How often something is made.
enum Times {
    Once,
    Count(usize),
    Each(Vec<(Rc<str>, Val)>),
    Unknown,
}

impl Times {
    fn count(&self) -> usize {
        match self {
            Self::Count(count) => *count,
            Self::Each(all) => all.len(),
            Self::Once | Self::Unknown => 1,
        }
    }

    fn is_none(&self) -> bool {
        self.count() == 0
    }
}

/// The argument that `id` gives back, for resources whose id is a name (AWS provider documentation).
fn id_argument(kind: &str) -> Option<&'static str> {
    Some(match kind {
        RULE
        | BUS
        | "aws_dynamodb_table"
        | "aws_cloudwatch_log_group"
        | "aws_iam_role"
        | "aws_codepipeline"
        | "aws_ecr_repository"
        | "aws_glue_workflow"
        | "aws_ssm_parameter"
        | "aws_ssm_document" => "name",
        "aws_s3_bucket" => "bucket",
        "aws_lambda_function" => "function_name",
        _ => return None,
    })
}

/// Keys and values of a collection, in Terraform's order.
pub(super) fn pairs(collection: &Val) -> Option<Vec<(Val, Val)>> {
    match &collection.data {
        Data::List { items, set } => Some(
            items
                .iter()
                .enumerate()
                .map(|(at, own)| (if *set { own.clone() } else { Val::number(at, own.place) }, own.clone()))
                .collect(),
        ),
        Data::Map(members) => {
            let mut all: Vec<&(Rc<str>, Val)> = members.iter().collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            Some(all.into_iter().map(|(key, own)| (Val::text(key.clone(), own.place), own.clone())).collect())
        }
        _ => None,
    }
}

/// Of a key that is written twice, the last.
pub(super) fn unique(members: Vec<(Rc<str>, Val)>) -> Vec<(Rc<str>, Val)> {
    let mut last = BTreeMap::new();
    for (at, (key, _)) in members.iter().enumerate() {
        last.insert(key.clone(), at);
    }
    if last.len() == members.len() {
        return members;
    }
    let kept = members.into_iter().enumerate().filter(|(at, (key, _))| last.get(key) == Some(at));
    kept.map(|(_, member)| member).collect()
}

/// Why what is made of these is not known.
pub(super) fn why_of(values: &[Val]) -> Why {
    let unknown = values.iter().find_map(|own| match &own.data {
        Data::Unknown(own) => Some(own.why.clone()),
        Data::Parts(pieces) => pieces.iter().find_map(|own| match own {
            Piece::Unknown(own) => Some(own.why.clone()),
            Piece::Known(_) => None,
        }),
        Data::Encoded(inner) => Some(why_of(std::slice::from_ref(inner))).filter(|own| *own != Why::Fails),
        Data::Instance(_) => Some(Why::Deploy),
        Data::List { items, .. } => Some(why_of(items)).filter(|own| *own != Why::Fails),
        Data::Map(members) => {
            members.iter().map(|(_, own)| why_of(std::slice::from_ref(own))).find(|own| *own != Why::Fails)
        }
        _ => None,
    });
    unknown.unwrap_or(Why::Fails)
}

/// A call that cannot be worked out, with what is known of its arguments.
pub(super) fn residual(name: &str, arguments: &[Val], why: Why, place: Place) -> Val {
    let arguments: Vec<String> = arguments.iter().map(Val::source).collect();
    let source: String = format!("{name}({})", arguments.join(", ")).chars().take(4000).collect();
    Val::unknown(source, why, place)
}

/// An expression short enough to be shown, without quotes and braces.
fn short(source: &str) -> String {
    const LONGEST: usize = 60;
    let plain = |c: char| match c {
        '"' | '\\' | '`' => '\'',
        '{' => '(',
        '}' => ')',
        '$' => '§',
        c if c.is_control() => ' ',
        c => c,
    };
    let replaced = source.replace("${", "(");
    let mut out: String = replaced.chars().map(plain).take(LONGEST).collect();
    if replaced.chars().count() > LONGEST {
        out.push('…');
    }
    out
}
