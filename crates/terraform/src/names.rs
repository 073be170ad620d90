//! Names of a configuration and what is taken out of their values: `local.a`, `var.b["c"]`, `module.d.e`, `f[*].g`.

use super::configuration::LocalValue;
use super::evaluate::{DEEPEST, Env, Evaluator, STEP};
use super::syntax::{Access, Expression, ExpressionKind, TemplatePart};
use super::types;
use super::value::{Data, Instance, SourcePlace, Val, Why};
use rulepad_rule::ReferenceValue;
use std::rc::Rc;

impl<'t> Evaluator<'t> {
    /// A value by its name, and what is taken out of it.
    pub fn access(&self, env: &Env<'t>, base: &Expression, steps: &[Access], place: SourcePlace) -> Val {
        let (value, rest) = match &base.kind {
            ExpressionKind::Variable(name) if env.bound(name).is_none() => {
                match self.root(env, name, steps, place) {
                    Some(found) => found,
                    // Nothing of the text: the steps are only written again.
                    None => (Val::unknown(name.as_str(), Why::Deploy, place), steps),
                }
            }
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
        place: SourcePlace,
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

    fn local(&self, env: &Env<'t>, name: &str, place: SourcePlace) -> Val {
        let Some(attribute) = env.module.locals.get(name) else {
            return Val::unknown(format!("local.{name}"), Why::Deploy, place);
        };
        let made = env.module.made.borrow().get(name).cloned();
        match made {
            Some(LocalValue::Done(value, defaults)) => {
                self.defaults.borrow_mut().extend(defaults);
                value
            }
            Some(LocalValue::Open) => Val::unknown(format!("local.{name}"), Why::Fails, place),
            None => {
                env.module.made.borrow_mut().insert(name.to_owned(), LocalValue::Open);
                let before = self.defaults.take();
                let value = self.attribute(&Env::of(&env.module, attribute.source), attribute);
                let defaults = self.defaults.replace(before);
                self.defaults.borrow_mut().extend(defaults.iter().cloned());
                env.module
                    .made
                    .borrow_mut()
                    .insert(name.to_owned(), LocalValue::Done(value.clone(), defaults));
                value
            }
        }
    }

    /// What the value of an expression may be, as far as its name and the types of variables show.
    pub fn reference_value(&self, source: &str) -> ReferenceValue {
        let modules = self.modules.borrow();
        let variable = source.strip_prefix("var.").and_then(|name| modules.first()?.variables.get(name));
        match variable.and_then(|own| own.body.attribute("type")).map(|own| &own.value.kind) {
            Some(ExpressionKind::Variable(name)) if matches!(name.as_str(), "string" | "number" | "bool") => {
                ReferenceValue::One
            }
            Some(ExpressionKind::Call { name, .. }) if matches!(name.as_str(), "list" | "set" | "tuple") => {
                ReferenceValue::List
            }
            Some(_) => ReferenceValue::Any,
            None => {
                let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
                let is_one = source.contains('.')
                    && source.chars().all(is_name)
                    && [".arn", ".id", ".name", ".account_id"].iter().any(|own| source.ends_with(own))
                    && !["var.", "local.", "module."].iter().any(|own| source.starts_with(own));
                if is_one { ReferenceValue::One } else { ReferenceValue::Any }
            }
        }
    }

    fn variable(&self, env: &Env<'t>, name: &str, place: SourcePlace) -> Val {
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
        place: SourcePlace,
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

    fn steps(&self, env: &Env<'t>, mut value: Val, steps: &[Access], place: SourcePlace) -> Val {
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
            Access::Index(index) => format!("[{}]", self.text(SourcePlace::new(env.source, index.span))),
            Access::Splat { full } => if *full { "[*]" } else { ".*" }.to_owned(),
        };
        std::iter::once(first).chain(rest).map(step).collect()
    }

    /// The text of a separate template.
    pub fn with_env(&self, env: &Env<'t>, parts: &[TemplatePart], place: SourcePlace) -> Val {
        if self.depth.get() >= DEEPEST {
            return self.too_much(place);
        }
        self.depth.set(self.depth.get() + 1);
        let value = self.template(env, parts, place);
        self.depth.set(self.depth.get() - 1);
        value
    }

    fn member(&self, value: Val, name: &str, place: SourcePlace) -> Val {
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
    pub fn item(&self, value: Val, index: &Val, place: SourcePlace) -> Val {
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
}
