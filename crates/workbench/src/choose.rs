//! Which rule of a text is meant: by its name, by that of its resource, by its address or by its number.

use crate::import::{Brings, Import, Understood};
use rulepad_document::Lang;

/// Why no single rule is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChosen {
    /// The text has no rule.
    NoRule,
    /// No rule is called so; the rules of the text as [`listed`].
    Unknown(String),
    /// Several are; they, as [`listed`].
    Several(String),
}

/// The place of the rule that is meant; without a name, that of the only one.
///
/// # Errors
/// [`NotChosen`] lists the rules to choose from.
pub fn choose(read: &Import, name: Option<&str>, lang: Lang) -> Result<usize, NotChosen> {
    let all = || (0..read.rules.len()).collect::<Vec<_>>();
    let Some(name) = name else {
        return match all()[..] {
            [] => Err(NotChosen::NoRule),
            [only] => Ok(only),
            _ => Err(NotChosen::Several(listed(read, &all(), lang))),
        };
    };
    let called = |at: &usize| read.rules.get(*at).is_some_and(|rule| names(rule).contains(&name));
    let mut found: Vec<usize> = all().into_iter().filter(called).collect();
    if found.is_empty() {
        let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        found.extend(number.filter(|at| *at < read.rules.len()));
    }
    match found[..] {
        [only] => Ok(only),
        [] if read.rules.is_empty() => Err(NotChosen::NoRule),
        [] => Err(NotChosen::Unknown(listed(read, &all(), lang))),
        _ => Err(NotChosen::Several(listed(read, &found, lang))),
    }
}

/// Rules with their numbers: "1 `orders`, 2 `builds`".
#[must_use]
pub fn listed(read: &Import, places: &[usize], lang: Lang) -> String {
    const MOST: usize = 20;
    let one = |at: &usize| Some(format!("{} `{}`", at + 1, read.rules.get(*at)?.label));
    let mut shown: Vec<String> = places.iter().take(MOST).filter_map(one).collect();
    if places.len() > MOST {
        shown.push(words!(lang, draft::more(places.len() - MOST)));
    }
    shown.join(", ")
}

/// What a rule may be called.
fn names(rule: &Understood) -> Vec<&str> {
    let mut names = vec![rule.label.as_str()];
    match &rule.brings {
        Brings::Draft(draft) => names.push(&draft.rule.name),
        Brings::Rule(found) => {
            names.extend(found.rule.as_ref().map(|rule| rule.name.as_str()));
            names.extend(found.origin.as_ref().map(|origin| origin.resource.as_str()));
            names.push(&found.address);
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::import;

    const TERRAFORM: &str = "resource \"aws_cloudwatch_event_rule\" \"a\" {\n  name = \"orders\"\n  event_pattern = \"{}\"\n}\nresource \
                             \"aws_cloudwatch_event_rule\" \"b\" {\n  name = \"orders\"\n  event_pattern = \"{}\"\n}\n";

    #[test]
    fn a_rule_is_chosen_by_anything_that_names_it_alone() {
        let read = import(TERRAFORM, Lang::En);
        assert_eq!(choose(&read, Some("aws_cloudwatch_event_rule.b"), Lang::En), Ok(1));
        assert_eq!(choose(&read, Some("1"), Lang::En), Ok(0));
        let both = "1 `aws_cloudwatch_event_rule.a`, 2 `aws_cloudwatch_event_rule.b`".to_owned();
        assert_eq!(choose(&read, Some("orders"), Lang::En), Err(NotChosen::Several(both.clone())));
        assert_eq!(choose(&read, None, Lang::En), Err(NotChosen::Several(both.clone())));
        for unknown in ["0", "3", "b", ""] {
            assert_eq!(
                choose(&read, Some(unknown), Lang::En),
                Err(NotChosen::Unknown(both.clone())),
                "{unknown}"
            );
        }
        assert_eq!(choose(&import("hello", Lang::En), Some("1"), Lang::En), Err(NotChosen::NoRule));
        let template = "Resources:\n  Placed:\n    Type: AWS::Events::Rule\n    Properties: {Name: orders, EventPattern: {source: [a]}}\n";
        let read = import(template, Lang::En);
        for name in ["Placed", "orders", "1"] {
            assert_eq!(choose(&read, Some(name), Lang::En), Ok(0), "{name}");
        }
    }
}
