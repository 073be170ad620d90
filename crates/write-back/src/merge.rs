//! A rule's new values instead of its old ones: what did not change stays as the template has it, functions and
//! all.

use rulepad_cloudformation::{Resolver, StandIn, SubPart, escaped, function, sub, substituted};
use rulepad_document::json::build::{same, unplaced};
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_document::{Role, Span};
use rulepad_rule::reference::{Known, KnownPiece};
use rulepad_rule::{Reference, ReferenceLanguage};

/// Puts changes into a part of a template.
pub(crate) struct Merge<'r, 't> {
    /// Knows the values of the functions.
    pub resolver: &'r Resolver<'t>,
    /// Functions that new values may be written as.
    pub known: &'r [StandIn],
    /// The values that texts may name.
    pub references: &'r [Reference],
    /// Finds them.
    pub index: &'r Known<'r>,
}

impl Merge<'_, '_> {
    /// The part with what `after` has instead of what `before` had. `raw` is as the template has it, `before`
    /// what was understood of it.
    pub fn value(&self, raw: &Node, before: &Node, after: &Node) -> Node {
        if same(before, after) {
            return raw.clone();
        }
        if let Some((name, argument)) = function(raw) {
            return self.of_function(raw, name, argument, before, after);
        }
        match (&raw.value, &before.value, &after.value) {
            (Value::Object(raw_members), Value::Object(before), Value::Object(after))
                if [raw_members, before, after].into_iter().all(|members| is_unique(members)) =>
            {
                Node { span: raw.span, value: Value::Object(self.members(raw_members, before, after)) }
            }
            (Value::Array(items), Value::Array(old), Value::Array(new)) => {
                match self.items(items, old, new) {
                    Some(items) => Node { span: raw.span, value: Value::Array(items) },
                    None => self.instead(raw, after),
                }
            }
            _ => self.instead(raw, after),
        }
    }

    /// A new value instead of one of the template.
    fn instead(&self, raw: &Node, after: &Node) -> Node {
        let Value::Array(after) = &after.value else {
            return Node { span: raw.span, ..self.written(after) };
        };
        let items = after.iter().map(|item| self.written(item)).collect();
        Node { span: raw.span, value: Value::Array(items) }
    }

    /// A new value, in which every text that is the value of a function is that function again.
    pub fn written(&self, after: &Node) -> Node {
        let value = match &after.value {
            Value::String(_) => {
                let fits = |own: &&StandIn| same(&own.shown, after);
                let mut fitting = self.known.iter().filter(fits);
                match (fitting.next(), fitting.next()) {
                    // Of two functions that are shown the same, none is known to be meant.
                    (Some(own), None) => return unplaced(&own.raw),
                    _ => return self.referring(after),
                }
            }
            Value::Array(items) => Value::Array(items.iter().map(|item| self.written(item)).collect()),
            Value::Object(members) => {
                Value::Object(members.iter().map(|member| self.member(member)).collect())
            }
            other => other.clone(),
        };
        Node { span: Span::default(), value }
    }

    /// A text in which every reference to the template is the function whose value it is.
    fn referring(&self, after: &Node) -> Node {
        let plain = Node { span: Span::default(), value: after.value.clone() };
        let Some(text) = after.as_str() else { return plain };
        let call = |at: usize| {
            let own = self.references.get(at)?;
            let called = parse(&own.source, Role::Import);
            let called = called.valid().filter(|_| own.language == ReferenceLanguage::CloudFormation)?;
            Some((format!("Value{}", at + 1), unplaced(called)))
        };
        let mut parts = Vec::new();
        let mut calls = 0;
        for piece in self.index.pieces(text) {
            parts.push(match piece {
                KnownPiece::Text(text) => SubPart::Text(escaped(text)),
                KnownPiece::Reference(at) => match call(at) {
                    Some((name, function)) => {
                        calls += 1;
                        SubPart::Call { name, function }
                    }
                    None => SubPart::Text(escaped(
                        self.references.get(at).map(|own| own.shown.as_str()).unwrap_or_default(),
                    )),
                },
            });
        }
        match &parts[..] {
            _ if calls == 0 => plain,
            [SubPart::Call { function, .. }] => function.clone(),
            _ => sub(parts),
        }
    }

    fn member(&self, member: &Member) -> Member {
        Member { key: member.key.clone(), key_span: Span::default(), value: self.written(&member.value) }
    }

    fn of_function(&self, raw: &Node, name: &str, argument: &Node, before: &Node, after: &Node) -> Node {
        let called = |argument: Node| {
            let mut raw = raw.clone();
            if let Value::Object(members) = &mut raw.value {
                members.iter_mut().for_each(|member| member.value = argument.clone());
            }
            raw
        };
        match (name, &argument.value) {
            ("Fn::If", Value::Array(items)) if items.len() == 3 => {
                let chosen = if self.resolver.first_branch(argument, 1) { 1 } else { 2 };
                let mut items = items.clone();
                if let Some(branch) = items.get_mut(chosen) {
                    *branch = self.value(branch, before, after);
                }
                called(Node { span: argument.span, value: Value::Array(items) })
            }
            ("Fn::Sub", _) => {
                let texts = before.as_str().zip(after.as_str());
                texts
                    .and_then(|(before, after)| substituted(self.resolver, argument, before, after))
                    .map_or_else(|| self.instead(raw, after), called)
            }
            _ => self.instead(raw, after),
        }
    }

    /// Members in the order of the template, new ones behind those they follow.
    fn members(&self, raw: &[Member], before: &[Member], after: &[Member]) -> Vec<Member> {
        let of = |members: &'_ [Member], key: &str| members.iter().position(|own| own.key == key);
        let mut out: Vec<Member> = Vec::new();
        for member in raw {
            let was = of(before, &member.key).and_then(|at| before.get(at));
            let is = of(after, &member.key).and_then(|at| after.get(at));
            let value = match (was, is) {
                (Some(was), Some(is)) => self.value(&member.value, &was.value, &is.value),
                (Some(_), None) => continue,
                (None, Some(is)) => self.written(&is.value),
                (None, None) => member.value.clone(),
            };
            out.push(Member { value, ..member.clone() });
        }
        let mut last = None;
        for member in after {
            match of(&out, &member.key) {
                Some(at) => last = Some(at),
                None => {
                    // What was understood without being in the template is not written unless it changed.
                    let was = of(before, &member.key).and_then(|at| before.get(at));
                    if was.is_some_and(|was| same(&was.value, &member.value)) {
                        continue;
                    }
                    let at = last.map_or(out.len(), |at| at + 1);
                    out.insert(at, self.member(member));
                    last = Some(at);
                }
            }
        }
        out
    }

    /// Items that are paired by their ids, or else from both ends; `None` where the template's are not those that
    /// were understood.
    fn items(&self, raw: &[Node], before: &[Node], after: &[Node]) -> Option<Vec<Node>> {
        let is_target = |node: &Node| node.get("Id").is_some();
        let by_id = !before.is_empty() && before.iter().chain(after).all(is_target);
        // What `AWS::NoValue` leaves out has no counterpart, nor has what is no target.
        let counts =
            |item: &&Node| self.resolver.value(item).is_some_and(|shown| !by_id || shown.members().is_some());
        let counted: Vec<&Node> = raw.iter().filter(counts).collect();
        if counted.len() != before.len() {
            return None;
        }
        let pairs = if by_id { pairs_by_id(before, after) } else { pairs_from_ends(before, after) };
        let mut out: Vec<Node> = Vec::new();
        let mut rest: Vec<&Node> = raw.iter().filter(|item| !counts(item)).collect();
        for (item, pair) in after.iter().zip(pairs) {
            let old = pair.and_then(|at| Some((*counted.get(at)?, before.get(at)?)));
            out.push(match old {
                Some((raw, before)) => self.value(raw, before, item),
                None => self.written(item),
            });
        }
        // In the template's order where nothing says otherwise.
        rest.drain(..).for_each(|item| {
            let at = out.iter().position(|other| other.span.start > item.span.start).unwrap_or(out.len());
            out.insert(at, item.clone());
        });
        Some(out)
    }
}

fn is_unique(members: &[Member]) -> bool {
    let mut keys: Vec<&str> = members.iter().map(|member| member.key.as_str()).collect();
    keys.sort_unstable();
    keys.windows(2).all(|pair| pair.first() != pair.get(1))
}

fn pairs_by_id(before: &[Node], after: &[Node]) -> Vec<Option<usize>> {
    let id = |node: &Node| node.get("Id").and_then(Node::as_str).map(str::to_owned);
    let mut free: Vec<Option<String>> = before.iter().map(id).collect();
    let mut pairs: Vec<Option<usize>> = after
        .iter()
        .map(|item| {
            let at = free.iter().position(|own| own.is_some() && *own == id(item))?;
            free.get_mut(at)?.take();
            Some(at)
        })
        .collect();
    // A target that was renamed in its place.
    for (at, pair) in pairs.iter_mut().enumerate().filter(|(_, pair)| pair.is_none()) {
        if free.get_mut(at).and_then(Option::take).is_some() {
            *pair = Some(at);
        }
    }
    pairs
}

fn pairs_from_ends(before: &[Node], after: &[Node]) -> Vec<Option<usize>> {
    let alike = |(one, other): &(&Node, &Node)| same(one, other);
    let front = before.iter().zip(after).take_while(alike).count();
    let most = before.len().min(after.len()) - front;
    let back = before.iter().rev().zip(after.iter().rev()).take_while(alike).count().min(most);
    let (old, new) = (before.len() - front - back, after.len() - front - back);
    (0..after.len())
        .map(|at| match at {
            _ if at < front => Some(at),
            _ if at >= after.len() - back => Some(at + before.len() - after.len()),
            // Between the ends, what is in as many places as before changed; else it is new.
            _ => (old == new || at - front < old.min(new)).then_some(at),
        })
        .collect()
}
