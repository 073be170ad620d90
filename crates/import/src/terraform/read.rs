//! The rules of a configuration with their targets, and the patterns of other resources.

use super::drafted::Drafted;
use super::pattern::pattern;
use super::{FoundResource, MADE, SCHEDULE, filters, resource};
use crate::message::{Message, Note, RuleLabel};
use crate::notes::ImportNotes;
use crate::rule::rule as put_rule;
use crate::{Diagnostic, diagnostics};
use crate::{FoundRule, Origin, target};
use rulepad_document::Span;
use rulepad_document::json::{Member, Node, Value};
use rulepad_rule::{Reference, Target};
use rulepad_terraform::Reports;
use rulepad_terraform::configuration::{Module, Repeated};
use rulepad_terraform::evaluate::{Env, Evaluator};
use rulepad_terraform::modules::{Where, place_of};
use rulepad_terraform::resolved::{Resolved, Setting};
use rulepad_terraform::resources::{FILTERS, RULE, TARGET};
use rulepad_terraform::syntax::{Block, SourceId};
use rulepad_terraform::value::{Instance, InstanceKey, SourcePlace, Val};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What every resource may have.
const META: [&str; 6] = ["count", "for_each", "depends_on", "provider", "lifecycle", "timeouts"];

/// How many rules and targets of a configuration are read.
const MAX_RESOURCES: usize = 20_000;

/// What is read of a configuration.
pub(crate) struct ConfigurationReader<'e, 't> {
    pub evaluator: &'e Evaluator<'t>,
    /// What is found on the way, beside what the evaluator finds.
    pub reports: &'e Reports<Message>,
    /// The file whose rules are read; the others are only looked at.
    pub home: SourceId,
    pub rules: Vec<FoundRule>,
    /// Where the rule of an address is in the list.
    pub(super) addresses: BTreeMap<String, usize>,
    pub(super) names: BTreeMap<(String, String), usize>,
    pub(super) targets: Vec<Placed>,
    pub(super) left: Vec<(String, SourcePlace)>,
    pub(super) notes: ImportNotes,
    read: usize,
    /// The text that changes are written back into.
    pub writable: Option<std::sync::Arc<str>>,
}

/// A target, and what it has of its rule.
pub(crate) struct Placed {
    /// The rule's resource.
    pub owner: Option<Rc<Instance>>,
    /// The rule's name, where it is not a resource of the text.
    pub rule: String,
    /// The bus; blank where the text has none.
    pub bus: String,
    pub target: Target,
    pub notes: Vec<Note>,
    pub references: Vec<Reference>,
    /// What it is called where its rule is not there.
    pub label: String,
    /// Whether it is in the file that is read.
    pub at_home: bool,
    /// Its resource, in a configuration.
    pub instance: Option<Rc<Instance>>,
}

impl<'e, 't> ConfigurationReader<'e, 't> {
    pub fn new(evaluator: &'e Evaluator<'t>, reports: &'e Reports<Message>, home: SourceId) -> Self {
        Self {
            evaluator,
            reports,
            home,
            rules: Vec::new(),
            addresses: BTreeMap::new(),
            names: BTreeMap::new(),
            targets: Vec::new(),
            left: Vec::new(),
            notes: ImportNotes::default(),
            read: 0,
            writable: None,
        }
    }

    /// Reports something at a place, once.
    pub fn report(&self, place: SourcePlace, make: impl FnOnce(Span) -> Diagnostic) {
        self.reports.add(self.evaluator.visible(place), make);
    }

    /// Everything of a module and of those that it calls.
    pub fn module(&mut self, module: &Rc<Module<'t>>, at_home: bool) {
        for (kind, name, block) in &module.order {
            let at_home = at_home && (module.inputs.is_some() || block.source == self.home);
            match kind.as_str() {
                RULE | TARGET => {
                    for instance in self.instances(module, kind, name, block) {
                        if kind == RULE && at_home {
                            self.rule(&instance);
                        } else if kind == TARGET {
                            self.target(&instance, at_home);
                        }
                    }
                }
                _ if !at_home || MADE.contains(&kind.as_str()) => {}
                _ if FILTERS.contains(&kind.as_str()) => {
                    for instance in self.instances(module, kind, name, block) {
                        self.filter(&instance);
                    }
                }
                // Schedules of EventBridge Scheduler, where any are made.
                SCHEDULE => {
                    let address = format!("{}{kind}.{name}", module.prefix);
                    if !self.instances(module, kind, name, block).is_empty() {
                        let place = SourcePlace::new(block.source, block.kind_span);
                        self.report(place, |span| diagnostics::scheduler(span, &address));
                    }
                }
                _ => self.left.push((
                    format!("{}{kind}.{name}", module.prefix),
                    SourcePlace::new(block.source, block.kind_span),
                )),
            }
        }
        for (name, block) in &module.calls {
            let at_home = at_home && (module.inputs.is_some() || block.source == self.home);
            match self.evaluator.children(module, name) {
                Some(children) => children.iter().for_each(|(_, child)| self.module(child, at_home)),
                None if at_home => self.not_given(name, block, &module.folder),
                None => {}
            }
        }
    }

    fn not_given(&self, name: &str, block: &Block, folder: &str) {
        let place = SourcePlace::new(block.source, block.kind_span);
        match place_of(block, folder) {
            Where::Folder(folder) => {
                self.report(place, |span| diagnostics::module_folder(span, name, &folder));
            }
            Where::Elsewhere(source) => {
                self.report(place, |span| diagnostics::module(span, name, &source));
            }
        }
    }

    /// The resources of these types, of a module and of those that it calls.
    pub fn resources(&mut self, module: &Rc<Module<'t>>, kinds: &[&str]) -> Vec<FoundResource> {
        let mut found = Vec::new();
        for (kind, name, block) in &module.order {
            if !kinds.contains(&kind.as_str()) {
                continue;
            }
            for instance in self.instances(module, kind, name, block) {
                let Some((own, _)) = self.resolved(&instance) else { continue };
                let mut drafted = Drafted::new(self.evaluator, self.reports);
                let span = drafted.span(own.place, own.place);
                let member = |setting: &Setting| {
                    let key_span = drafted.span(setting.key, own.place);
                    let value = drafted.node(&setting.value, setting.key);
                    Member { key: setting.name.clone(), key_span, value }
                };
                let is_own = |own: &&Setting| !own.value.is_null() && !META.contains(&own.name.as_str());
                let members = own.attributes.iter().filter(is_own).map(member).collect();
                found.push(FoundResource {
                    kind: kind.clone(),
                    address: instance.address.clone(),
                    attributes: Node { span, value: Value::Object(members) },
                    references: drafted.references,
                });
            }
        }
        for (name, block) in &module.calls {
            match self.evaluator.children(module, name) {
                Some(children) => {
                    found.extend(children.iter().flat_map(|(_, child)| self.resources(child, kinds)));
                }
                None => self.not_given(name, block, &module.folder),
            }
        }
        found
    }

    /// The resources that a block makes, as many as are read.
    fn instances(
        &mut self,
        module: &Rc<Module<'t>>,
        kind: &str,
        name: &str,
        block: &'t Block,
    ) -> Vec<Rc<Instance>> {
        let mut all = match self.evaluator.repeated(module, kind, name).as_deref() {
            None => Vec::new(),
            Some(Repeated::Once(own) | Repeated::Unknown(own)) => vec![own.clone()],
            Some(Repeated::Count(all)) => all.clone(),
            Some(Repeated::Each(all)) => all.iter().map(|(own, _, _)| own.clone()).collect(),
        };
        self.read += all.len();
        if self.read > MAX_RESOURCES {
            all.clear();
            self.evaluator.report_too_many(SourcePlace::new(block.source, block.kind_span));
        }
        all
    }

    fn resolved(&self, instance: &Instance) -> Option<(Resolved, Env<'t>)> {
        let (block, env) = self.evaluator.declared(instance)?;
        let place = SourcePlace::new(block.source, block.span);
        Some((Resolved::of(self.evaluator, &env, &block.body, place), env))
    }

    fn rule(&mut self, instance: &Rc<Instance>) {
        self.evaluator.defaults.take();
        let Some((own, _)) = self.resolved(instance) else { return };
        let default_tags = default_tags(self.evaluator);
        let mut found = self.found_rule(&instance.name, &own, default_tags.as_ref());
        let defaults = self.evaluator.defaults.take();
        if !defaults.is_empty() {
            found.notes.push(Note::DefaultsOf(defaults.into_iter().collect()));
        }
        if instance.key.is_some() || instance.generic || instance.address.starts_with("module.") {
            found.label = RuleLabel::Name(instance.address.clone());
        }
        found.address.clone_from(&instance.address);
        found.origin = self.origin(instance);
        self.addresses.insert(instance.address.clone(), self.rules.len());
        self.push(found);
    }

    /// Adds a rule, and the names by which targets find it.
    fn push(&mut self, found: FoundRule) {
        if let Some(rule) = &found.rule {
            let at = (rule.name.clone(), rule.bus().to_owned());
            self.names.entry(at).or_insert(self.rules.len());
        }
        self.rules.push(found);
    }

    /// A rule from its resource.
    pub fn found_rule(&mut self, name: &str, own: &Resolved, default_tags: Option<&Val>) -> FoundRule {
        let mut drafted = Drafted::new(self.evaluator, self.reports);
        let node = resource::rule(&mut drafted, own, default_tags);
        let mut found = put_rule(&node, &mut self.notes);
        let mut notes = Vec::new();
        let read = own
            .get("event_pattern")
            .map(|setting| pattern(&mut drafted, &setting.value, setting.key, &mut notes))
            .unwrap_or_default();
        found.pattern = Some(read.text);
        found.raw_pattern = read.raw.filter(|_| self.is_shown(own.place));
        if own.get("event_pattern").is_none() && own.get("schedule_expression").is_none() {
            self.report(own.place, |span| diagnostics::no_pattern(span, name));
        }
        // The text has all targets.
        found.targets = Some(Vec::new());
        if found.label.is_blank() {
            found.made.name = true;
            let prefix = own.get("name_prefix").and_then(|own| drafted.text(&own.value));
            let resource = name.to_owned();
            self.notes.note(match prefix {
                Some(prefix) => Note::NamedWithPrefix { prefix, resource },
                None => Note::NamedByTerraform(resource),
            });
            found.label = RuleLabel::Name(name.to_owned());
        }
        found.references = drafted.references;
        found.notes = self.notes.take_notes();
        found.notes.extend(notes);
        if default_tags.is_some() {
            found.notes.push(Note::DefaultTags);
        }
        found
    }

    fn target(&mut self, instance: &Rc<Instance>, at_home: bool) {
        let Some((own, _)) = self.resolved(instance) else { return };
        if let Some(placed) = self.placed(&target_id(instance), &instance.address, &own, at_home) {
            self.targets.push(Placed { instance: Some(instance.clone()), ..placed });
        }
    }

    /// A target from its resource.
    pub fn placed(&mut self, name: &str, address: &str, own: &Resolved, at_home: bool) -> Option<Placed> {
        let mut drafted = Drafted::new(self.evaluator, self.reports);
        let node = resource::target(&mut drafted, name, own);
        let target = target::target(&node, &mut self.notes)?;
        if resource::makes_role(&node, own) {
            self.notes.note(Note::RoleMadeAgain { target: target.id.clone() });
        }
        if own.get("target_id").is_none() {
            self.notes.note(Note::NoTargetId { target: target.id.clone() });
        }
        let setting = own.get("rule");
        let owner = setting.and_then(|own| own.value.owner.clone()).filter(|own| own.kind == RULE);
        let text = |drafted: &mut Drafted<'_, '_>, name: &str| {
            own.get(name).and_then(|own| drafted.text(&own.value)).unwrap_or_default()
        };
        // A value that only names the rule is no value of the target.
        let kept = drafted.references.clone();
        let (rule, bus) = match &owner {
            Some(_) => (String::new(), String::new()),
            None => {
                let bus = own.get("event_bus_name").map(|own| resource::bus(&mut drafted, own));
                let bus = bus.as_ref().and_then(|own| own.as_str()).unwrap_or_default().to_owned();
                (text(&mut drafted, "rule"), bus)
            }
        };
        Some(Placed {
            owner,
            rule,
            bus,
            target,
            notes: self.notes.take_notes(),
            references: kept,
            label: address.to_owned(),
            at_home,
            instance: None,
        })
    }

    /// Adds a target that was read elsewhere.
    pub fn add(&mut self, placed: Placed) {
        self.targets.push(placed);
    }

    /// Adds a rule that was read elsewhere.
    pub fn add_rule(&mut self, address: &str, mut found: FoundRule) {
        address.clone_into(&mut found.address);
        self.addresses.insert(address.to_owned(), self.rules.len());
        self.push(found);
    }

    fn filter(&mut self, instance: &Rc<Instance>) {
        let Some((own, _)) = self.resolved(instance) else { return };
        self.filters_of(&instance.kind, &instance.address, &own);
    }

    /// The patterns of a resource that is no rule.
    pub fn filters_of(&mut self, kind: &str, address: &str, own: &Resolved) {
        let mut found = filters::read(self.evaluator, self.reports, kind, address, own);
        if !self.is_shown(own.place) {
            found.iter_mut().for_each(|filter| filter.raw_pattern = None);
        }
        if found.is_empty() {
            self.left.push((address.to_owned(), own.place));
        }
        self.rules.extend(found);
    }

    /// Whether a place is in the file whose rules are read, which places are shown of.
    fn is_shown(&self, place: SourcePlace) -> bool {
        self.evaluator.visible(place).source == self.home
    }

    /// Something that is no part of a rule.
    pub fn leave(&mut self, address: &str, place: SourcePlace) {
        self.left.push((address.to_owned(), place));
    }

    /// Where a rule is written back to: into the file itself, not into a module that it calls.
    fn origin(&self, instance: &Instance) -> Option<Origin> {
        let text = self.writable.clone()?;
        (instance.module == 0).then(|| Origin { text, resource: instance.address.clone() })
    }
}

/// What a target without an id is called: each of those that `for_each` makes differs.
fn target_id(instance: &Instance) -> String {
    let plain = |c: char| if rulepad_rule::model::is_name(c) { c } else { '-' };
    let id: String = match &instance.key {
        None => instance.name.clone(),
        Some(InstanceKey::Index(at)) => format!("{}-{at}", instance.name),
        Some(InstanceKey::Name(key)) => key.to_string(),
    };
    id.chars().map(plain).take(rulepad_rule::model::MAX_NAME).collect()
}

/// `default_tags` of the provider.
fn default_tags(evaluator: &Evaluator<'_>) -> Option<Val> {
    let root = evaluator.modules.borrow().first()?.clone();
    let provider = root.providers.iter().find(|own| own.body.attribute("alias").is_none())?;
    let tags = provider.body.blocks("default_tags").next()?.body.attribute("tags")?;
    let env = Env { module: root.clone(), source: tags.source, bound: None };
    let value = evaluator.attribute(&env, tags);
    value.members().is_some_and(|own| !own.is_empty()).then_some(value)
}
