//! What expressions give: what the text itself says, and an unknown value with its expression where it does not.

use super::configuration::{Module, Parsed, Source};
use super::functions;
use super::number::canonical;
use super::syntax::{Attribute, Expression, For, Key, Kind, Operator, Part, SourceId};
use super::value::{Data, Piece, Place, Val, Why, joined};
use crate::diagnostics as say;
use rulepad_document::files::Files;
use rulepad_document::{CodeName, Diagnostic, Span};
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
    /// Values of variables, from files of theirs.
    pub given: BTreeMap<String, Val>,
    found: RefCell<Vec<(SourceId, Diagnostic)>>,
    reported: RefCell<BTreeSet<(CodeName, Place)>>,
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

/// A name that stands for a value within an expression, and those around it.
pub struct Bound {
    /// The name.
    pub name: String,
    /// Its value.
    pub value: Val,
    /// The names around it.
    pub outer: Option<Rc<Bound>>,
}

/// Where an expression is written, and what its names mean there.
#[derive(Clone)]
pub struct Env<'t> {
    /// The module whose names count.
    pub module: Rc<Module<'t>>,
    /// The text the expression is in.
    pub source: SourceId,
    /// The names of the expressions around it.
    pub bound: Option<Rc<Bound>>,
}

impl<'t> Env<'t> {
    /// The top of a module.
    pub fn of(module: &Rc<Module<'t>>, source: SourceId) -> Self {
        Self { module: module.clone(), source, bound: None }
    }

    /// The same place with one more name.
    pub fn with(&self, name: &str, value: Val) -> Self {
        let bound = Bound { name: name.to_owned(), value, outer: self.bound.clone() };
        Self { module: self.module.clone(), source: self.source, bound: Some(Rc::new(bound)) }
    }

    /// The same names in another text.
    pub fn in_source(&self, source: SourceId) -> Self {
        Self { source, ..self.clone() }
    }

    /// The value of a name that an expression binds.
    pub fn bound(&self, name: &str) -> Option<&Val> {
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
    /// Nothing is worked out yet.
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
        if self.reported.borrow_mut().insert((found.code.clone(), place)) {
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
                if branches.iter().any(|own| own.members().is_some()) {
                    Val::unknown_object(source, why, place)
                } else {
                    Val::unknown(source, why, place)
                }
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
}

/// Keys and values of a collection, in Terraform's order.
pub fn pairs(collection: &Val) -> Option<Vec<(Val, Val)>> {
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
pub fn unique(members: Vec<(Rc<str>, Val)>) -> Vec<(Rc<str>, Val)> {
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
pub fn why_of(values: &[Val]) -> Why {
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
pub fn residual(name: &str, arguments: &[Val], why: Why, place: Place) -> Val {
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
