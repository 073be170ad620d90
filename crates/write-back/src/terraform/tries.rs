//! One change of a rule as edits of its text.

use super::edit::{Edits, encoded};
use super::{Change, Mode, Root, json_text, literal, marked_for, state_text};
use crate::message::TargetPart;
use rulepad_document::json::build::{given, node};
use rulepad_document::json::{Member, Node, Value, compact, parse};
use rulepad_document::{Role, Span};
use rulepad_export::parts::{
    pattern_must_be_heredoc, terraform_block, terraform_pattern, terraform_target, terraform_template,
};
use rulepad_import::FoundRule;
use rulepad_import::terraform::alone;
use rulepad_rule::{Tag, Target};
use rulepad_terraform::configuration::Repeated;
use rulepad_terraform::evaluate::Evaluator;
use rulepad_terraform::hcl;
use rulepad_terraform::resolved::Resolved;
use rulepad_terraform::resources::RULE;
use rulepad_terraform::syntax::{Block, Body, Expression, ExpressionKind};
use rulepad_terraform::value::{Instance, SourcePlace};
use rulepad_transformer::Input;
use std::rc::Rc;

/// A resource of the text, and what it is made with.
struct Site<'s> {
    instance: Rc<Instance>,
    block: &'s Block,
    resolved: Resolved,
}

/// The text with a change carried out; `None` where it cannot be there.
pub(super) fn attempt(
    text: &str,
    address: &str,
    change: &Change,
    mode: Mode,
    before: &FoundRule,
    goal: &FoundRule,
) -> Option<String> {
    alone(text, |evaluator, root, body, sites| {
        let instance = rule_of(evaluator, root, address)?;
        let rule = site(evaluator, &instance)?;
        let at = sites.rules.iter().position(|own| own.address == address)?;
        let targets: Vec<Option<Site<'_>>> = sites
            .targets
            .get(at)?
            .iter()
            .map(|own| own.as_ref().and_then(|own| site(evaluator, own)))
            .collect();
        let mut edits = Edits::new(text, mode, &goal.references, body);
        let edit = Attempt { before, goal, rule: &rule, targets: &targets };
        edit.carry_out(change, &mut edits)?;
        (!edits.edits.is_empty()).then(|| edits.applied())?
    })
}

fn rule_of<'t>(evaluator: &Evaluator<'t>, root: &Root<'t>, address: &str) -> Option<Rc<Instance>> {
    let names = root.order.iter().filter(|(kind, _, _)| kind == RULE).map(|(_, name, _)| *name);
    let all = names.filter_map(|name| evaluator.repeated(root, RULE, name));
    all.flat_map(|own| match &*own {
        Repeated::Once(own) | Repeated::Unknown(own) => vec![own.clone()],
        Repeated::Count(all) => all.clone(),
        Repeated::Each(all) => all.iter().map(|(own, _, _)| own.clone()).collect(),
    })
    .find(|own| own.address == address)
}

fn site<'t>(evaluator: &Evaluator<'t>, instance: &Rc<Instance>) -> Option<Site<'t>> {
    let (block, env) = evaluator.declared(instance)?;
    let place = SourcePlace::new(block.source, block.span);
    let resolved = Resolved::of(evaluator, &env, &block.body, place);
    (block.source == 0).then(|| Site { instance: instance.clone(), block, resolved })
}

struct Attempt<'a> {
    before: &'a FoundRule,
    goal: &'a FoundRule,
    rule: &'a Site<'a>,
    targets: &'a [Option<Site<'a>>],
}

impl<'a> Attempt<'a> {
    fn carry_out(&self, change: &Change, edits: &mut Edits<'a>) -> Option<()> {
        let (old, new) = (self.before.rule.as_ref()?, self.goal.rule.as_ref()?);
        let (body, resolved) = (&self.rule.block.body, &self.rule.resolved);
        match change {
            Change::Name => {
                attribute(edits, body, resolved, "name", given(&old.name), given(&new.name))?;
                self.in_targets(edits, "rule", &old.name, &new.name);
            }
            Change::Description => {
                attribute(
                    edits,
                    body,
                    resolved,
                    "description",
                    given(&old.description),
                    given(&new.description),
                )?;
            }
            Change::Bus => {
                attribute(
                    edits,
                    body,
                    resolved,
                    "event_bus_name",
                    given(&old.event_bus),
                    given(&new.event_bus),
                )?;
                self.in_targets(edits, "event_bus_name", &old.event_bus, &new.event_bus);
            }
            Change::State => self.state(edits)?,
            Change::Role => {
                attribute(edits, body, resolved, "role_arn", given(&old.role_arn), given(&new.role_arn))?;
            }
            Change::Schedule => {
                let (old, new) = (given(&old.schedule), given(&new.schedule));
                attribute(edits, body, resolved, "schedule_expression", old, new)?;
            }
            Change::Tags => attribute(edits, body, resolved, "tags", tags(&old.tags), tags(&new.tags))?,
            Change::Pattern => self.pattern(edits)?,
            Change::Removed { at } => {
                let own = self.targets.get(*at)?.as_ref()?;
                if own.instance.key.is_some() || own.instance.generic {
                    return None;
                }
                edits.remove_block(own.block);
            }
            Change::Target { at, part } => {
                let (old, new) =
                    (self.before.targets.as_ref()?.get(*at)?, self.goal.targets.as_ref()?.get(*at)?);
                self.target(edits, self.targets.get(*at)?.as_ref()?, *part, old, new)?;
            }
            Change::Added { target } => {
                let name = self.rule.instance.address.strip_prefix(RULE)?.strip_prefix('.')?;
                let taken = edits.text;
                let written = terraform_target(new, name, &marked_for(target, &self.goal.references), taken);
                let ends =
                    self.targets.iter().flatten().chain([self.rule]).map(|own| own.block.span.end as usize);
                edits.add_after(ends.max()?, &written);
            }
        }
        Some(())
    }

    /// The same change in targets that name the rule or its bus by a text.
    fn in_targets(&self, edits: &mut Edits<'a>, name: &str, old: &str, new: &str) {
        for own in self.targets.iter().flatten() {
            let value = own.resolved.get(name).map(|own| &own.value);
            if value.is_some_and(|own| own.owner.is_none() && own.scalar().as_deref() == Some(old)) {
                let _ = attribute(edits, &own.block.body, &own.resolved, name, given(old), given(new));
            }
        }
    }

    fn state(&self, edits: &mut Edits<'a>) -> Option<()> {
        let (old, new) = (self.before.rule.as_ref()?.state, self.goal.rule.as_ref()?.state);
        let (body, resolved) = (&self.rule.block.body, &self.rule.resolved);
        let (old, new) = (state_text(old), state_text(new));
        match (body.attribute("state"), body.attribute("is_enabled")) {
            (None, Some(own)) => {
                let on = |text: &str| node(Value::Bool(text == "ENABLED"));
                if new == "ENABLED" || new == "DISABLED" {
                    let value = resolved.get("is_enabled").map(|own| &own.value);
                    edits.value(&own.value, value, &on(old), &on(new));
                } else {
                    let span = own.name_span.to(own.value.span);
                    edits.replace(span, format!("state = \"{new}\""));
                }
                Some(())
            }
            (None, None) => attribute(edits, body, resolved, "state", None, given(new)),
            _ => attribute(edits, body, resolved, "state", given(old), given(new)),
        }
    }

    fn pattern(&self, edits: &mut Edits<'a>) -> Option<()> {
        let read = |own: &FoundRule| own.pattern.as_deref().and_then(|text| parse(text, Role::Pattern).root);
        let (before, after) = (read(self.before), read(self.goal));
        let body = &self.rule.block.body;
        let Some(own) = body.attribute("event_pattern") else {
            let written = written_pattern(edits, &after?, 1);
            edits.add_attribute(body, "event_pattern", &written);
            return Some(());
        };
        let Some(after) = after else {
            edits.remove_attribute(own);
            return Some(());
        };
        let value = self.rule.resolved.get("event_pattern").map(|own| &own.value);
        let ast = edits.origin(&own.value, value);
        let before = before.unwrap_or_else(|| node(Value::Null));
        let marked =
            rulepad_rule::reference::in_node(&after, &mut |text| super::marked(text, edits.references));
        let call = match &ast.kind {
            ExpressionKind::Call { name, arguments, .. } if name == "jsonencode" => arguments.first(),
            _ => None,
        };
        match (call, value.and_then(encoded)) {
            (Some(argument), inner) if !pattern_must_be_heredoc(&marked) => {
                edits.value(argument, inner, &before, &after);
            }
            _ => {
                let span = ast.span;
                let source = span.of(edits.text);
                let lines = lines_of(source);
                match lines.and_then(|(from, to)| {
                    let inner = source.get(from..to)?;
                    json_text::rewritten(inner, &before, &after, edits.references).map(|own| (from, to, own))
                }) {
                    Some((from, to, lines)) => {
                        let start = span.start as usize;
                        edits.replace(Span::new(start + from, start + to), lines);
                    }
                    None if source.starts_with('"') => {
                        edits.replace(span, literal::text(&compact(&after), edits.references));
                    }
                    None => {
                        let written = written_pattern(edits, &after, 1);
                        edits.replace(span, written);
                    }
                }
            }
        }
        Some(())
    }

    fn target(
        &self,
        edits: &mut Edits<'a>,
        own: &'a Site<'a>,
        part: TargetPart,
        old: &Target,
        new: &Target,
    ) -> Option<()> {
        let (body, resolved) = (&own.block.body, &own.resolved);
        match part {
            TargetPart::Id => attribute(
                edits,
                body,
                resolved,
                "target_id",
                text_of(body, "target_id", &old.id),
                given(&new.id),
            ),
            TargetPart::Arn => attribute(edits, body, resolved, "arn", given(&old.arn), given(&new.arn)),
            TargetPart::Role => {
                attribute(edits, body, resolved, "role_arn", given(&old.role_arn), given(&new.role_arn))
            }
            TargetPart::Input => input(edits, own, &old.input, new, self.goal),
            TargetPart::DeadLetter => {
                let values = [("arn", given(&old.dead_letter_arn), given(&new.dead_letter_arn))];
                block(edits, own, "dead_letter_config", values, new, self.goal)
            }
            TargetPart::Retries => {
                let number = |text: &str| (!text.is_empty()).then(|| node(Value::Number(text.to_owned())));
                let values = [
                    ("maximum_retry_attempts", number(&old.retry_attempts), number(&new.retry_attempts)),
                    ("maximum_event_age_in_seconds", number(&old.event_age), number(&new.event_age)),
                ];
                block(edits, own, "retry_policy", values, new, self.goal)
            }
            TargetPart::Parameters => {
                let kept = [
                    "input_transformer",
                    "dead_letter_config",
                    "retry_policy",
                    "dynamic",
                    "lifecycle",
                    "timeouts",
                ];
                for own in body.blocks.iter().filter(|own| !kept.contains(&own.kind.as_str())) {
                    edits.remove_block(own);
                }
                let marked = marked_for(new, &self.goal.references);
                for written in terraform_block(&marked, None) {
                    edits.add_block(body, &written);
                }
                Some(())
            }
        }
    }
}

/// An attribute that is changed, added or removed.
fn attribute<'a>(
    edits: &mut Edits<'a>,
    body: &'a Body,
    resolved: &Resolved,
    name: &str,
    before: Option<Node>,
    after: Option<Node>,
) -> Option<()> {
    let value = resolved.attributes.iter().find(|own| own.name == name).map(|own| &own.value);
    match (body.attribute(name), before, after) {
        (Some(own), Some(before), Some(after)) => edits.value(&own.value, value, &before, &after),
        (Some(own), None, Some(after)) if edits.mode == Mode::Use => edits.whole(own.value.span, &after),
        (Some(own), _, None) if edits.mode == Mode::Use => edits.remove_attribute(own),
        (None, _, Some(after)) => {
            let written = literal::literal(&after, edits.references, 1);
            edits.add_attribute(body, name, &written);
        }
        _ => return None,
    }
    Some(())
}

/// The body of the only block of a name, and the block where it is no `dynamic` one.
fn only_block<'a>(body: &'a Body, name: &'a str) -> Option<(&'a Body, Option<&'a Block>)> {
    let mut all = body.blocks(name);
    if let Some(own) = all.next() {
        return all.next().is_none().then_some((&own.body, Some(own)));
    }
    let own = body.blocks("dynamic").find(|own| own.labels.first().is_some_and(|own| own == name))?;
    let content = own.body.blocks("content").next()?;
    Some((&content.body, None))
}

/// A block of attributes that is changed, added or removed.
fn block<'a, const N: usize>(
    edits: &mut Edits<'a>,
    own: &'a Site<'a>,
    name: &'static str,
    values: [(&str, Option<Node>, Option<Node>); N],
    new: &Target,
    goal: &FoundRule,
) -> Option<()> {
    let body = &own.block.body;
    let is_set = values.iter().any(|(_, _, after)| after.is_some());
    match (only_block(body, name), own.resolved.blocks(name).first()) {
        (Some((inner, _)), Some(resolved)) if is_set => {
            for (name, before, after) in values.into_iter().filter(|(_, before, after)| before != after) {
                attribute(edits, inner, resolved, name, before, after)?;
            }
        }
        (Some((_, Some(own))), _) if !is_set => edits.remove_block(own),
        (None, _) if is_set => {
            for written in terraform_block(&marked_for(new, &goal.references), Some(name)) {
                edits.add_block(body, &written);
            }
        }
        _ => return None,
    }
    Some(())
}

fn input<'a>(
    edits: &mut Edits<'a>,
    own: &'a Site<'a>,
    old: &Input,
    new: &Target,
    goal: &FoundRule,
) -> Option<()> {
    let (body, resolved) = (&own.block.body, &own.resolved);
    match (old, &new.input) {
        (Input::Path(old), Input::Path(new)) => {
            attribute(edits, body, resolved, "input_path", given(old), given(new))
        }
        (Input::Constant(old), Input::Constant(new)) => {
            let ast = body.attribute("input")?;
            let value = resolved.get("input").map(|own| &own.value);
            let origin = edits.origin(&ast.value, value);
            if let (Some(argument), Some(inner), Mode::Origin) =
                (called(origin), value.and_then(encoded), edits.mode)
            {
                let (old, new) = (parse(old, Role::Import), parse(new, Role::Import));
                edits.value(argument, Some(inner), old.valid()?, new.valid()?);
                return Some(());
            }
            let after = terraform_template(&super::marked(new, edits.references));
            let span = if edits.mode == Mode::Origin { origin.span } else { ast.value.span };
            edits.replace(span, after);
            Some(())
        }
        (
            Input::Transformer { paths: old_paths, template: old },
            Input::Transformer { paths: new_paths, template: new_text },
        ) => {
            let (inner, _) = only_block(body, "input_transformer")?;
            let blocks = resolved.blocks("input_transformer");
            let resolved = blocks.first()?;
            if old_paths != new_paths {
                let read = |text: &str| parse(text, Role::Import).valid().cloned();
                attribute(edits, inner, resolved, "input_paths", read(old_paths), read(new_paths))?;
            }
            if old != new_text {
                let ast = inner.attribute("input_template")?;
                let value = resolved.get("input_template").map(|own| &own.value);
                let span = edits.origin(&ast.value, value).span;
                let source = span.of(edits.text);
                let written = match lines_of(source) {
                    Some((from, to)) => in_lines(source, from, to, new_text, edits.references),
                    None => None,
                };
                let written =
                    written.unwrap_or_else(|| terraform_template(&super::marked(new_text, edits.references)));
                edits.replace(span, written);
            }
            Some(())
        }
        (_, after) => {
            for name in ["input", "input_path"] {
                if let Some(own) = body.attribute(name) {
                    edits.remove_attribute(own);
                }
            }
            for own in body.blocks("input_transformer") {
                edits.remove_block(own);
            }
            match after {
                Input::MatchedEvent => {}
                Input::Path(path) => {
                    edits.add_attribute(body, "input_path", &literal::text(path, edits.references));
                }
                Input::Constant(text) => {
                    let written = terraform_template(&super::marked(text, edits.references));
                    edits.add_attribute(body, "input", &written);
                }
                Input::Transformer { .. } => {
                    for written in
                        terraform_block(&marked_for(new, &goal.references), Some("input_transformer"))
                    {
                        edits.add_block(body, &written);
                    }
                }
            }
            Some(())
        }
    }
}

/// What `jsonencode` is called with.
fn called(own: &Expression) -> Option<&Expression> {
    match &own.kind {
        ExpressionKind::Call { name, arguments, .. } if name == "jsonencode" => arguments.first(),
        _ => None,
    }
}

/// Where the lines of a heredoc are in its text.
fn lines_of(source: &str) -> Option<(usize, usize)> {
    let from = source.starts_with("<<").then(|| source.find('\n'))?? + 1;
    let to = source.rfind('\n')? + 1;
    (from <= to).then_some((from, to))
}

/// A text in the lines of the heredoc that had another, indented as that was.
fn in_lines(
    source: &str,
    from: usize,
    to: usize,
    text: &str,
    references: &[rulepad_rule::Reference],
) -> Option<String> {
    if !text.ends_with('\n') || text.lines().any(|line| line.trim() == source.get(to..).unwrap_or("").trim())
    {
        return None;
    }
    let is_indented = source.starts_with("<<-");
    let first = source.get(from..to)?.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let space = first.get(..first.len() - first.trim_start().len()).filter(|_| is_indented).unwrap_or("");
    let written = hcl::heredoc(&super::marked(text, references));
    let indent = |line: &str| if line.trim().is_empty() { line.to_owned() } else { format!("{space}{line}") };
    let lines: String = written.split_inclusive('\n').map(indent).collect();
    Some(format!("{}{lines}{}", source.get(..from)?, source.get(to..)?))
}

fn written_pattern(edits: &Edits<'_>, pattern: &Node, depth: usize) -> String {
    let marked = rulepad_rule::reference::in_node(pattern, &mut |text| super::marked(text, edits.references));
    terraform_pattern(&marked, depth)
}

/// The text of an attribute that is written; one that was made up is not there.
fn text_of(body: &Body, name: &str, own: &str) -> Option<Node> {
    body.attribute(name).and_then(|_| given(own))
}

fn tags(tags: &[Tag]) -> Option<Node> {
    let member = |own: &Tag| Member {
        key: own.key.clone(),
        key_span: Span::default(),
        value: node(Value::String(own.value.clone())),
    };
    (!tags.is_empty()).then(|| node(Value::Object(tags.iter().map(member).collect())))
}
