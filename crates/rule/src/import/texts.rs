//! All texts of a rule, to find what is shown in them.

use super::FoundRule;
use rulepad_transformer::Input;

/// Whether any text of the rule, its pattern and its targets holds another.
pub(super) fn hold(found: &FoundRule, text: &str) -> bool {
    all(found).iter().any(|own| own.contains(text))
}

fn all(found: &FoundRule) -> Vec<&str> {
    let mut texts: Vec<&str> = found.pattern.as_deref().into_iter().collect();
    if let Some(rule) = &found.rule {
        texts.extend([&*rule.name, &*rule.event_bus, &*rule.description, &*rule.role_arn, &*rule.schedule]);
        texts.extend(rule.tags.iter().flat_map(|tag| [&*tag.key, &*tag.value]));
    }
    for target in found.targets.iter().flatten() {
        texts.extend([
            &*target.id,
            &*target.arn,
            &*target.role_arn,
            &*target.dead_letter_arn,
            &*target.parameters,
        ]);
        match &target.input {
            Input::MatchedEvent => {}
            Input::Path(text) | Input::Constant(text) => texts.push(text),
            Input::Transformer { paths, template } => texts.extend([&**paths, &**template]),
        }
    }
    texts
}
