//! Modules that a configuration calls: those whose files were given, and `terraform-aws-modules/eventbridge/aws`.

use super::configuration::Module;
use super::evaluate::Evaluator;
use super::syntax::{Attribute, Block, Body, ExpressionKind, Key, TemplatePart};
use super::value::{Data, SourcePlace, Val, Why};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the inputs of the module for EventBridge mean.
pub const EVENTBRIDGE: &str = include_str!("eventbridge.tf");
/// The folder that it is found in: no file is.
pub const EVENTBRIDGE_FOLDER: &str = "\0eventbridge";

/// How deep modules may call modules.
const DEEPEST: usize = 6;
/// How many modules a configuration may have.
const MOST: usize = 500;

/// What is no input of a module.
const META: [&str; 6] = ["source", "version", "providers", "count", "for_each", "depends_on"];

/// Where a module is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// A folder beside the module that calls it.
    Folder(String),
    /// Elsewhere, as it is written.
    Elsewhere(String),
}

/// Where the module of a call is; `folder` is that of the module which calls it.
pub fn place_of(block: &Block, folder: &str) -> Where {
    let source = block.body.attribute("source").map(|own| &own.value.kind);
    let text = match source {
        Some(ExpressionKind::Template(parts)) => match &parts[..] {
            [TemplatePart::Text(text)] => text.as_str(),
            _ => "",
        },
        _ => "",
    };
    if text.starts_with("./") || text.starts_with("../") {
        return Where::Folder(rulepad_document::files::normal(&format!("{folder}/{text}")));
    }
    let path = text.split('?').next().unwrap_or(text).trim_end_matches(".git");
    if path.ends_with("terraform-aws-modules/eventbridge/aws")
        || path.ends_with("terraform-aws-modules/terraform-aws-eventbridge")
    {
        return Where::Folder(EVENTBRIDGE_FOLDER.to_owned());
    }
    Where::Elsewhere(text.to_owned())
}

/// Adds the call of a module that a file of Terragrunt is: `source` of its block `terraform`, and `inputs`.
pub(super) fn add_terragrunt(body: &mut Body) {
    let Some(block) = body.blocks.iter_mut().find(|own| own.kind == "terraform") else { return };
    let Some(at) = block.body.attributes.iter().position(|own| own.name == "source") else { return };
    let Some(inputs) = body.attributes.iter().position(|own| own.name == "inputs") else { return };
    let inputs = body.attributes.remove(inputs);
    let source = block.body.attributes.remove(at);
    let mut call = Body { span: inputs.value.span, ..Body::default() };
    if let ExpressionKind::Object(members) = inputs.value.kind {
        call.attributes.extend(members.into_iter().filter_map(|(key, value)| match key {
            Key::Name(name, name_span) => Some(Attribute { name, name_span, value, source: inputs.source }),
            Key::Expression(_) => None,
        }));
    }
    call.attributes.push(source);
    body.blocks.push(Block {
        kind: "module".to_owned(),
        kind_span: inputs.name_span,
        labels: vec!["terragrunt".to_owned()],
        span: call.span,
        source: inputs.source,
        body: call,
    });
}

/// The modules that a call makes; none where the files are not there.
pub fn children<'t>(
    evaluator: &Evaluator<'t>,
    module: &Rc<Module<'t>>,
    name: &str,
) -> Vec<(Option<Val>, Rc<Module<'t>>)> {
    let Some(block) = module.calls.get(name).copied() else { return Vec::new() };
    let Where::Folder(folder) = place_of(block, &module.folder) else { return Vec::new() };
    let files = || evaluator.parsed.iter().filter(|own| own.folder == folder);
    let depth = module.prefix.matches("module.").count();
    if files().next().is_none() || depth >= DEEPEST {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (key, env) in evaluator.calls(module, block) {
        let id = evaluator.modules.borrow().len();
        if id >= MOST {
            break;
        }
        let inputs = block.body.attributes.iter().filter(|own| !META.contains(&own.name.as_str()));
        let mut inputs: BTreeMap<String, Val> =
            inputs.map(|own| (own.name.clone(), evaluator.attribute(&env, own))).collect();
        let suffix = match key.as_ref().map(|own| &own.data) {
            None => String::new(),
            Some(Data::Number(at)) => format!("[{at}]"),
            Some(_) => format!("[{}]", key.as_ref().map(Val::source).unwrap_or_default()),
        };
        let address = format!("{}module.{name}{suffix}", module.prefix);
        if folder == EVENTBRIDGE_FOLDER {
            own_outputs(&mut inputs, &address, SourcePlace::new(block.source, block.kind_span));
        }
        let mut child = Module::of(files(), id, &format!("{address}."), &folder);
        child.inputs = Some(inputs);
        let child = Rc::new(child);
        evaluator.modules.borrow_mut().push(child.clone());
        out.push((key, child));
    }
    out
}

/// What the module for EventBridge makes itself, by the names of its outputs.
fn own_outputs(inputs: &mut BTreeMap<String, Val>, address: &str, place: SourcePlace) {
    let output = |name: &str| Val::unknown(format!("{address}.{name}"), Why::Deploy, place);
    inputs.insert("rulepad_role".to_owned(), output("eventbridge_role_arn"));
    inputs.insert("rulepad_destinations".to_owned(), output("eventbridge_api_destination_arns"));
}
