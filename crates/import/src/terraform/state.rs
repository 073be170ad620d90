//! What `terraform show -json` prints of a plan or a state, and the file of a state.

use super::MADE;
use super::read::ConfigurationReader;
use crate::Form;
use rulepad_document::json::{Member, Node, Value};
use rulepad_terraform::evaluate::unique;
use rulepad_terraform::number::canonical;
use rulepad_terraform::resolved::Resolved;
use rulepad_terraform::resources::{FILTERS, RULE, TARGET};
use rulepad_terraform::value::{Data, SourcePlace, Val, Why};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A resource with its values.
struct StateResource<'n> {
    address: String,
    kind: &'n str,
    name: &'n str,
    values: &'n Node,
}

/// What of Terraform a JSON text is, where it is a plan or a state.
pub(super) fn form(root: &Node) -> Option<Form> {
    let has = |name: &str| root.get(name).is_some();
    let is_list = |name: &str| root.get(name).is_some_and(|own| matches!(own.value, Value::Array(_)));
    if has("terraform_version") && has("version") && is_list("resources") {
        return Some(Form::TerraformState);
    }
    if !has("format_version") {
        return None;
    }
    if has("planned_values") || is_list("resource_changes") {
        return Some(Form::TerraformPlan);
    }
    has("values").then_some(Form::TerraformState)
}

/// Reads the resources of a plan or a state.
pub(super) fn read(reader: &mut ConfigurationReader<'_, '_>, root: &Node) {
    let mut all = Vec::new();
    let values = root.get("planned_values").or_else(|| root.get("values"));
    match values.and_then(|own| own.get("root_module")) {
        Some(module) => of_module(module, 0, &mut all),
        None => match list(root, "resource_changes") {
            [] => list(root, "resources").iter().for_each(|own| of_state(own, &mut all)),
            changes => all.extend(changes.iter().filter_map(of_change)),
        },
    }
    let unknown = Unknown::of(root);
    for own in all {
        let mut values = value(own.values, 0);
        unknown.add(&own.address, own.kind, &mut values);
        let resolved = Resolved { place: values.place, ..Resolved::of_value(&values) };
        read_one(reader, &own.address, own.kind, own.name, &resolved);
    }
}

/// Reads one resource whose values are there.
pub(super) fn read_one(
    reader: &mut ConfigurationReader<'_, '_>,
    address: &str,
    kind: &str,
    name: &str,
    own: &Resolved,
) {
    match kind {
        RULE => {
            let mut found = reader.found_rule(name, own, None);
            if address.contains('[') || address.starts_with("module.") {
                found.label = address.to_owned().into();
            }
            reader.add_rule(address, found);
        }
        TARGET => {
            if let Some(placed) = reader.placed(name, address, own, true) {
                reader.add(placed);
            }
        }
        _ if FILTERS.contains(&kind) => reader.filters_of(kind, address, own),
        _ if MADE.contains(&kind) => {}
        _ => reader.leave(address, own.place),
    }
}

fn list<'n>(of: &'n Node, name: &str) -> &'n [Node] {
    match of.get(name).map(|own| &own.value) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

fn text<'n>(of: &'n Node, name: &str) -> &'n str {
    of.get(name).and_then(Node::as_str).unwrap_or_default()
}

fn of_module<'n>(module: &'n Node, depth: usize, out: &mut Vec<StateResource<'n>>) {
    const DEEPEST: usize = 20;
    for own in list(module, "resources").iter().filter(|own| text(own, "mode") != "data") {
        if let Some(values) = own.get("values") {
            let address = text(own, "address").to_owned();
            out.push(StateResource { address, kind: text(own, "type"), name: text(own, "name"), values });
        }
    }
    if depth < DEEPEST {
        list(module, "child_modules").iter().for_each(|own| of_module(own, depth + 1, out));
    }
}

fn of_change(own: &Node) -> Option<StateResource<'_>> {
    let values = own.get("change")?.get("after").filter(|own| own.members().is_some())?;
    let is_made = text(own, "mode") != "data";
    let address = text(own, "address").to_owned();
    is_made.then(|| StateResource { address, kind: text(own, "type"), name: text(own, "name"), values })
}

/// A resource of a state's file, with its instances.
fn of_state<'n>(own: &'n Node, out: &mut Vec<StateResource<'n>>) {
    if text(own, "mode") == "data" {
        return;
    }
    let (kind, name, module) = (text(own, "type"), text(own, "name"), text(own, "module"));
    let prefix = if module.is_empty() { String::new() } else { format!("{module}.") };
    for instance in list(own, "instances") {
        let key = match instance.get("index_key").map(|own| &own.value) {
            Some(Value::Number(at)) => format!("[{at}]"),
            Some(Value::String(key)) => format!("[{}]", rulepad_terraform::hcl::string(key)),
            _ => String::new(),
        };
        if let Some(values) = instance.get("attributes") {
            out.push(StateResource { address: format!("{prefix}{kind}.{name}{key}"), kind, name, values });
        }
    }
}

/// The values as Terraform has them. What is blank or empty was not set.
fn value(node: &Node, depth: usize) -> Val {
    const DEEPEST: usize = 40;
    let place = SourcePlace::new(0, node.span);
    let data = match &node.value {
        Value::Null | Value::Invalid => Data::Null,
        // No resource is as deep.
        Value::Array(_) | Value::Object(_) if depth > DEEPEST => Data::Null,
        Value::Bool(on) => Data::Bool(*on),
        Value::Number(number) => {
            Data::Number(canonical(&number.replace('+', "")).unwrap_or_else(|| number.clone()).into())
        }
        Value::String(text) if text.is_empty() => Data::Null,
        Value::String(text) => Data::Text(text.as_str().into()),
        Value::Array(items) if items.is_empty() => Data::Null,
        Value::Array(items) => {
            return Val::list(items.iter().map(|own| value(own, depth + 1)).collect(), place);
        }
        Value::Object(members) => {
            let mut all: Vec<(Rc<str>, Val)> =
                members.iter().map(|own| (own.key.as_str().into(), value(&own.value, depth + 1))).collect();
            // Those of the provider are in it.
            if let Some(at) =
                all.iter().position(|(key, own)| &**key == "tags_all" && own.members().is_some())
            {
                let (_, tags) = all.remove(at);
                all.retain(|(key, _)| &**key != "tags");
                all.push(("tags".into(), tags));
            }
            return Val::map(unique(all), place);
        }
    };
    Val::new(data, place)
}

/// Which values of a plan are known only when it is applied.
struct Unknown<'n> {
    /// `after_unknown` by address.
    after: BTreeMap<&'n str, &'n [Member]>,
    /// The expressions of a resource, by its address without a key.
    expressions: BTreeMap<&'n str, &'n Node>,
}

impl<'n> Unknown<'n> {
    fn of(root: &'n Node) -> Self {
        let after = list(root, "resource_changes").iter().filter_map(|own| {
            Some((text(own, "address"), own.get("change")?.get("after_unknown")?.members()?))
        });
        let module = root.get("configuration").and_then(|own| own.get("root_module"));
        let expressions = module
            .map(|own| list(own, "resources"))
            .unwrap_or_default()
            .iter()
            .filter_map(|own| Some((text(own, "address"), own.get("expressions")?)));
        Self { after: after.collect(), expressions: expressions.collect() }
    }

    /// Adds the values that are not there yet, with the expression that gives each.
    fn add(&self, address: &str, kind: &str, values: &mut Val) {
        let Some(after) = self.after.get(address) else { return };
        let place = values.place;
        let plain = address.split('[').next().unwrap_or(address);
        let mut members = values.members().map(|own| own.to_vec()).unwrap_or_default();
        for own in after.iter().filter(|own| own.value.value == Value::Bool(true)) {
            let is_set = members.iter().any(|(key, value)| **key == *own.key && !value.is_null());
            // AWS's own are of no use to a rule.
            let computed =
                matches!(own.key.as_str(), "id" | "tags_all") || (own.key == "arn" && kind != TARGET);
            if is_set || computed {
                continue;
            }
            let source = self.source(plain, &own.key).unwrap_or_else(|| format!("{address}.{}", own.key));
            members.retain(|(key, _)| **key != *own.key);
            members.push((own.key.as_str().into(), Val::unknown(source, Why::Deploy, place)));
        }
        *values = Val::map(members, place);
    }

    /// The value in the configuration, where it is one reference.
    fn source(&self, address: &str, name: &str) -> Option<String> {
        let references = list(self.expressions.get(address)?.get(name)?, "references");
        // The resource itself follows its attribute.
        references.first()?.as_str().filter(|own| own.contains('.')).map(str::to_owned)
    }
}
