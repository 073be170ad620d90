//! Writes every format of every example, of the gallery and of every rule whose texts hurt into a directory, for the
//! validators in `tests/export`; the last are marked `hurts`. A rule of the gallery whose targets name roles is written
//! without them too, so that the files make the roles. The script that tries a rule stands beside its formats as
//! `try-it`.
//!
//! The scripts of the rules in `tests/export/again` are written as well, for runs that are repeated, listed in
//! `again.json`.
//!
//! The rules of `tests/export/references` have values that are known only at deploy time; their files are listed in
//! `references.json`.
//!
//! Beside the files stands `exports.json`: what each of them is, and what each rule's targets should receive; and
//! `templates.json`: the templates of `tests/export/templates` with a rule of theirs changed and written back.

use rulepad_document::Lang;
use rulepad_workbench::{
    Draft, Example, Export, Exported, Format, Outcome, State, TargetKind, Wording, evaluate, examples,
    export, gallery, hurting_examples, import, trial::trial,
};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args_os().nth(1).ok_or("name the directory to write into")?;
    let directory = PathBuf::from(directory);
    let mut rules = Vec::new();
    let gallery = gallery()?;
    let roleless: Vec<Example> = gallery.iter().filter_map(without_roles).collect();
    let shown = examples().into_iter().chain(gallery).chain(roleless).map(|example| (example, false));
    let hurting = hurting_examples().into_iter().map(|example| (example, true));
    for (example, hurts) in shown.chain(hurting) {
        let ready = |format: Format| match export(&example.draft, format, Lang::En) {
            Export::Ready(file) => Some((json!(format), file)),
            Export::NotYet(_) => None,
        };
        let tried = trial(&example.draft, Lang::En).ok().map(|trial| (json!("try-it"), trial.script));
        let files: Vec<(Value, Exported)> = Format::ALL.into_iter().filter_map(ready).chain(tried).collect();
        if files.is_empty() {
            continue;
        }
        rules.push(written(&directory, &example, hurts, &files)?);
    }
    fs::write(directory.join("exports.json"), serde_json::to_string_pretty(&rules)?)?;
    fs::write(directory.join("templates.json"), serde_json::to_string_pretty(&templates(&directory)?)?)?;
    fs::write(directory.join("references.json"), serde_json::to_string_pretty(&references(&directory)?)?)?;
    fs::write(directory.join("again.json"), serde_json::to_string_pretty(&again(&directory)?)?)?;
    Ok(())
}

/// The scripts of every rule of `tests/export/again`, by the rule's file.
fn again(directory: &Path) -> Result<Map<String, Value>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/export/again");
    let mut all = Map::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let imported = import(&fs::read_to_string(&path)?, Lang::En);
        let rule = imported.rules.first().ok_or("no rule to run again")?;
        let place = Path::new("again").join(&name);
        fs::create_dir_all(directory.join(&place))?;
        let mut paths = Map::new();
        for format in [Format::AwsCli, Format::Boto3] {
            let Export::Ready(file) = export(&rule.onto(&Draft::default()), format, Lang::En) else {
                return Err(name.into());
            };
            let path = place.join(&file.file_name);
            fs::write(directory.join(&path), &file.text)?;
            paths.insert(json!(format).as_str().unwrap_or_default().to_owned(), json!(path));
        }
        all.insert(name, Value::Object(paths));
    }
    Ok(all)
}

/// Every rule with references in every format, apart from the text it was read from.
fn references(directory: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/export/references");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| entry.map(|own| own.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        for rule in import(&fs::read_to_string(&path)?, Lang::En).rules {
            let draft = Draft { origin: None, ..rule.onto(&Draft::default()) };
            let ready = |format: Format| match export(&draft, format, Lang::En) {
                Export::Ready(file) => Some((json!(format), file)),
                Export::NotYet(_) => None,
            };
            let files: Vec<(Value, Exported)> = Format::ALL.into_iter().filter_map(ready).collect();
            let id = format!("references/{}", rule.label);
            let mut own = written(
                directory,
                &Example { id, title: Wording::default(), about: Wording::default(), draft: draft.clone() },
                false,
                &files,
            )?;
            if let Value::Object(members) = &mut own {
                members.insert("references".to_owned(), json!(draft.references));
            }
            all.push(own);
        }
    }
    Ok(all)
}

/// Every rule of every template, changed and written back into it.
fn templates(directory: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/export/templates");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| entry.map(|own| own.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let format = match name.as_str() {
            name if name.ends_with(".sam.yaml") => Format::Sam,
            name if name.ends_with(".json") => Format::CloudFormationJson,
            _ => Format::CloudFormationYaml,
        };
        for rule in import(&text, Lang::En).rules {
            let draft = rule.onto(&Draft::default());
            let Export::Ready(same) = export(&draft, format, Lang::En) else { return Err(rule.label.into()) };
            let Export::Ready(file) = export(&changed(&draft, format)?, format, Lang::En) else {
                return Err(rule.label.into());
            };
            let place = Path::new("templates").join(&rule.label);
            fs::create_dir_all(directory.join(&place))?;
            fs::write(directory.join(place.join(&name)), &file.text)?;
            all.push(json!({
                "template": path,
                "rule": rule.label,
                "path": place.join(&name),
                "untouched": same.text == text,
                "losses": file.losses,
            }));
        }
    }
    Ok(all)
}

/// The rule with one more condition, another state, a setting of its first target and, where there may be more, one
/// more target.
fn changed(draft: &Draft, format: Format) -> Result<Draft, Box<dyn Error>> {
    let mut draft = draft.clone();
    let (head, _) = draft.pattern.trim_end().rsplit_once('}').ok_or("the pattern is no object")?;
    draft.pattern = format!("{}, \"account\": [\"123456789012\"]}}", head.trim_end());
    draft.rule.state = if draft.rule.state == State::Disabled { State::Enabled } else { State::Disabled };
    let first = draft.targets.first_mut().ok_or("the rule has no target")?;
    first.event_age = "3600".to_owned();
    if format != Format::Sam {
        let mut queue = TargetKind::Sqs.sample("us-east-1", "123456789012");
        queue.id = "added".to_owned();
        draft.targets.push(queue);
    }
    Ok(draft)
}

fn without_roles(example: &Example) -> Option<Example> {
    let mut example = example.clone();
    let named = example.draft.targets.iter().filter(|target| !target.role_arn.is_empty()).count();
    example.draft.targets.iter_mut().for_each(|target| target.role_arn.clear());
    example.id.push_str("-without-roles");
    (named > 0).then_some(example)
}

fn written(
    directory: &Path,
    Example { id, draft, .. }: &Example,
    hurts: bool,
    files: &[(Value, Exported)],
) -> Result<Value, Box<dyn Error>> {
    let mut listed = Vec::new();
    for (name, file) in files {
        let place = Path::new(id).join(name.as_str().unwrap_or_default());
        fs::create_dir_all(directory.join(&place))?;
        let path = place.join(&file.file_name);
        fs::write(directory.join(&path), &file.text)?;
        listed.push(json!({"format": name, "path": path, "losses": file.losses, "notes": file.notes}));
    }
    let report = evaluate(draft, Lang::En);
    let receives = |(at, target): (usize, &rulepad_workbench::Target)| {
        let rendered = report.targets.get(at).and_then(|report| report.rendered.as_ref());
        let payload = rendered.and_then(|rendered| match &rendered.outcome {
            Outcome::Delivered(payload) => Some(payload.text.clone()),
            _ => None,
        });
        let parts = json!({
            "payload": payload,
            "property": target.kind().and_then(rulepad_workbench::TargetKind::parameters),
        });
        let own = [json!(target), parts];
        own.iter().filter_map(Value::as_object).flat_map(Map::clone).collect::<Map<String, Value>>().into()
    };
    let targets: Vec<Value> = draft.targets.iter().enumerate().map(receives).collect();
    Ok(json!({
        "id": id,
        "hurts": hurts,
        "verdict": report.verdict,
        "event": draft.event,
        "pattern": draft.pattern,
        "rule": draft.rule.name,
        "properties": draft.rule,
        "draft": draft,
        "bus": if draft.rule.event_bus.is_empty() { "default" } else { &draft.rule.event_bus },
        "targets": targets,
        "files": listed,
    }))
}
