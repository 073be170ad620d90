//! Which branch of `Fn::If` is shown (CloudFormation user guide, condition functions).

use super::Resolver;
use rulepad_document::json::{Member, Node, Value};

/// The deepest that conditions name one another.
const MAX_DEPTH: usize = 40;

impl Resolver<'_> {
    /// Whether the first branch is shown: the template decides it, or nothing does.
    pub fn first_branch(&self, arguments: &Node, depth: usize) -> bool {
        let Value::Array(items) = &arguments.value else { return true };
        let name = items.first().and_then(Node::as_str).unwrap_or_default();
        self.named(name, depth).unwrap_or_else(|| {
            let mut assumed = self.assumed.borrow_mut();
            if assumed.len() < MAX_DEPTH && !assumed.iter().any(|known| known == name) {
                assumed.push(name.to_owned());
            }
            true
        })
    }

    fn named(&self, name: &str, depth: usize) -> Option<bool> {
        let known = self.known_conditions.borrow().get(name).copied();
        known.unwrap_or_else(|| {
            let node = self.entry("Conditions", name)?;
            let holds = self.condition(node, depth + 1);
            self.known_conditions.borrow_mut().insert(name.to_owned(), holds);
            holds
        })
    }

    fn condition(&self, node: &Node, depth: usize) -> Option<bool> {
        let [Member { key, value, .. }] = node.members()? else { return None };
        if depth > MAX_DEPTH || !self.spend_at(node.span, 1) {
            return None;
        }
        let items = match &value.value {
            Value::Array(items) => &items[..],
            _ => &[],
        };
        let each = || items.iter().map(|item| self.condition(item, depth + 1));
        match (key.as_str(), items) {
            ("Condition", _) => self.named(value.as_str()?, depth),
            ("Fn::Equals", [one, other]) => {
                let (one, other) = (self.text(one, depth)?, self.text(other, depth)?);
                let known = |text: &str| rulepad_rule::reference::named_in(text).is_none();
                (known(&one) && known(&other)).then_some(one == other)
            }
            ("Fn::Not", [one]) => self.condition(one, depth + 1).map(|holds| !holds),
            ("Fn::And", _) => all(each(), true),
            ("Fn::Or", _) => all(each(), false),
            _ => None,
        }
    }
}

/// Whether all are `wanted`, or else one is not; `None` where those that are not known would decide.
fn all(each: impl Iterator<Item = Option<bool>>, wanted: bool) -> Option<bool> {
    let each: Vec<Option<bool>> = each.collect();
    if each.contains(&Some(!wanted)) {
        return Some(!wanted);
    }
    each.iter().all(Option::is_some).then_some(wanted)
}
