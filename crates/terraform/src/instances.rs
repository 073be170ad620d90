//! The instances that resources and module calls make: `count`, `for_each`, and the attributes of each instance.

use super::configuration::{Module, Repeated};
use super::evaluate::{DEEPEST, Env, Evaluator, pairs};
use super::syntax::{Attribute, Block, Expression, ExpressionKind};
use super::value::{Data, Instance, InstanceKey, SourcePlace, Val, Why};
use crate::diagnostics;
use crate::resources::{BUS, FILTERS, RULE, TARGET};
use std::rc::Rc;

/// How many resources one `count` or `for_each` may make.
const MAX_INSTANCES: usize = 2000;

impl<'t> Evaluator<'t> {
    /// Reports that more instances are made than are read.
    pub fn report_too_many(&self, place: SourcePlace) {
        self.report(place, diagnostics::instances);
    }

    /// A resource of the text, or all of those that it makes.
    pub fn resource(&self, env: &Env<'t>, kind: &str, name: &str, place: SourcePlace) -> Val {
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
                Some(InstanceKey::Name(own)) => format!("[{}]", crate::hcl::string(own)),
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
        let is_read = matches!(kind, RULE | TARGET) || FILTERS.contains(&kind);
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

    /// How often `count` or `for_each` make a block; only what is read is reported.
    fn times(&self, module: &Rc<Module<'t>>, block: &'t Block, is_read: bool) -> Times {
        let Some((by, attribute)) =
            ["count", "for_each"].into_iter().find_map(|name| Some((name, block.body.attribute(name)?)))
        else {
            return Times::Once;
        };
        let place = SourcePlace::new(attribute.source, attribute.value.span);
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
                            self.report(place, |span| diagnostics::perhaps(span, &condition));
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
                self.report_too_many(place);
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
            ExpressionKind::Parenthesis(inner) => inner,
            _ => own,
        };
        let ExpressionKind::Conditional(own) = &own.kind else { return None };
        let [condition, then, otherwise] = &**own;
        let times = |own: &Expression| Self::times_of(by, &self.evaluate(env, own));
        let source = self.text(SourcePlace::new(env.source, condition.span));
        match (times(then), times(otherwise)) {
            (Some(one), Some(other)) if other.is_none() && !one.is_none() => Some((source, one)),
            (Some(one), Some(other)) if one.is_none() && !other.is_none() => {
                Some((format!("!({source})"), other))
            }
            _ => None,
        }
    }

    fn report_repeated(&self, attribute: &Attribute, by: &str) {
        let place = SourcePlace::new(attribute.source, attribute.value.span);
        let source = self.text(place);
        self.report(place, |span| diagnostics::repeated(span, by, &source));
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
            let place = SourcePlace::new(attribute.source, attribute.value.span);
            self.report(place, |span| diagnostics::not_made(span, used.into_iter().collect()));
        }
        by_default
    }

    /// The block of a resource, and what its names mean there.
    pub fn declared(&self, instance: &Instance) -> Option<(&'t Block, Env<'t>)> {
        let module = self.modules.borrow().get(instance.module)?.clone();
        let block = *module.resources.get(&(instance.kind.clone(), instance.name.as_str()))?;
        let place = SourcePlace::new(block.source, block.kind_span);
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

    /// An attribute that a resource sets itself; those that AWS sets, such as ARNs, are unknown.
    pub fn of_instance(&self, instance: &Rc<Instance>, name: &str, place: SourcePlace) -> Val {
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
                return Val {
                    owner: Some(instance.clone()),
                    ..Val::text(rulepad_rule::model::DEFAULT_BUS, place)
                };
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

    /// The Region in the provider's block.
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
        let place = SourcePlace::new(block.source, block.kind_span);
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
