//! What AWS refuses of a rule and its targets, whatever the pattern: the calls of an exported file fail on it.

use crate::draft::Draft;
use crate::evaluate::surroundings;
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{self, Node, Value};
use rulepad_document::{Diagnostic, Lang, Role, Span};
use rulepad_export::Format;
use rulepad_rule::{Code, check_targets};
use rulepad_transformer as transformer;
use rulepad_transformer::Input;

/// Every refusal, a sentence each, in the order of the page. A file that creates roles has none missing.
#[must_use]
pub fn refused(draft: &Draft, to: Format, creates_roles: bool, lang: Lang) -> Vec<String> {
    // These hold the pattern, and neither the rule nor its targets.
    if to.is_pattern_alone() {
        return Vec::new();
    }
    let of_rule = |found: &&Diagnostic| {
        found.is_error()
            && (to.needs_name() || !draft.rule.name.is_empty() || found.span() != Span::default())
    };
    let mut sentences: Vec<String> = Vec::new();
    for found in worded(&draft.rule.check(), lang).iter().filter(of_rule) {
        add(&mut sentences, words!(lang, draft::refused_of_rule(&found.message)));
    }
    let checks = worded(&check_targets(&draft.rule, &draft.targets), lang);
    for (index, target) in (0..).zip(&draft.targets) {
        let about = |found: &&Diagnostic| {
            let is_created = creates_roles && found.is(Code::RoleMissing);
            found.is_error()
                && !is_created
                && found.labels.first().and_then(|label| label.role.target()) == Some(index)
        };
        let rendered = rendering(draft, index, lang);
        for found in checks.iter().chain(&rendered).filter(about) {
            add(&mut sentences, words!(lang, draft::refused_of_target(&target.id, &found.message)));
        }
    }
    sentences
}

/// What is wrong with a target's input option, with the draft's event where it has one.
fn rendering(draft: &Draft, index: u32, lang: Lang) -> Vec<Diagnostic> {
    let Some(target) = usize::try_from(index).ok().and_then(|at| draft.targets.get(at)) else {
        return Vec::new();
    };
    let parsed = json::parse(&draft.event, Role::Event);
    let blank = Node { span: Span::default(), value: Value::Object(Vec::new()) };
    let event = parsed.valid().filter(|root| root.members().is_some()).unwrap_or(&blank);
    let around = surroundings(&draft.rule, Some(event));
    let rendered = transformer::render(&settled(draft, &target.input), event, &around, index, &target.id);
    rendered.diagnostics.into_iter().map(|found| found.worded(lang)).collect()
}

/// The input option with a value instead of each that only the template or the configuration knows: a digit is
/// one within a string as well as without quotes.
fn settled(draft: &Draft, input: &Input) -> Input {
    let mut shown: Vec<&str> = draft.references.iter().map(|own| own.shown.as_str()).collect();
    shown.sort_by_key(|own| std::cmp::Reverse(own.len()));
    let settle = |text: &str| {
        let with_holes = text.contains("${");
        let used = shown.iter().filter(|own| with_holes && !own.is_empty());
        used.fold(text.to_owned(), |text, own| if text.contains(own) { text.replace(own, "0") } else { text })
    };
    match input {
        Input::Constant(text) => Input::Constant(settle(text)),
        Input::Transformer { paths, template } => {
            Input::Transformer { paths: paths.clone(), template: settle(template) }
        }
        Input::MatchedEvent | Input::Path(_) => input.clone(),
    }
}

fn add(sentences: &mut Vec<String>, sentence: String) {
    if !sentences.contains(&sentence) {
        sentences.push(sentence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue, Target};

    fn draft(targets: Vec<Target>) -> Draft {
        let mut draft = Draft { pattern: "{\"source\": [\"a\"]}".into(), targets, ..Draft::default() };
        draft.rule.name = "orders".into();
        draft
    }

    fn target(id: &str, input: Input) -> Target {
        let arn = "arn:aws:sqs:us-east-1:123456789012:q".into();
        Target { id: id.into(), arn, input, ..Target::default() }
    }

    #[test]
    fn what_aws_refuses_is_listed_once() {
        let undefined = Input::Transformer { paths: String::new(), template: "{\"a\": <nothing>}".into() };
        let found = refused(&draft(vec![target("q", undefined)]), Format::AwsCli, false, Lang::En);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("Target `q`: ") && found[0].contains("nothing"), "{found:?}");
        let twice = draft(vec![target("q", Input::MatchedEvent), target("q", Input::MatchedEvent)]);
        assert_eq!(refused(&twice, Format::Terraform, false, Lang::En).len(), 1);
        assert_eq!(refused(&twice, Format::SnsFilter, false, Lang::En), [""; 0]);
        assert_eq!(
            refused(&draft(vec![target("q", Input::Path("$.a".into()))]), Format::Sam, false, Lang::En),
            [""; 0]
        );
    }

    /// A value of Terraform may be where JSON has any value.
    #[test]
    fn a_value_that_is_not_known_is_no_mistake_of_an_input() {
        let reference = |shown: &str| Reference {
            shown: shown.into(),
            language: ReferenceLanguage::Terraform,
            value: ReferenceValue::Any,
            source: "own".into(),
        };
        let constant = |text: &str| Input::Constant(text.into());
        let template =
            |text: &str| Input::Transformer { paths: "{\"p\": \"$.a\"}".into(), template: text.into() };
        for input in [
            constant("{\"a\":${jsonencode(var.a)},\"b\":\"x-${b}\"}"),
            constant("[${b},${jsonencode(var.a)}]"),
            template("{\"a\": ${b}, \"p\": <p>}"),
        ] {
            let mut own = draft(vec![target("q", input)]);
            assert_ne!(refused(&own, Format::AwsCli, false, Lang::En), [""; 0], "literal text");
            own.references = vec![reference("${b}"), reference("${jsonencode(var.a)}")];
            assert_eq!(refused(&own, Format::AwsCli, false, Lang::En), [""; 0]);
        }
        let mut own = draft(vec![target("q", constant("{\"a\": ${b} 1}"))]);
        own.references = vec![reference("${b}")];
        assert_ne!(refused(&own, Format::AwsCli, false, Lang::En), [""; 0], "not JSON whatever the value");
    }

    #[test]
    fn a_rule_without_a_name_is_named_by_some_formats() {
        let mut nameless = draft(Vec::new());
        nameless.rule.name.clear();
        assert_eq!(
            refused(&nameless, Format::RuleJson, false, Lang::En),
            ["The rule: the rule has no name."]
        );
        assert_eq!(refused(&nameless, Format::CloudFormationYaml, false, Lang::En), [""; 0]);
        nameless.rule.role_arn = "no".into();
        assert_eq!(refused(&nameless, Format::CloudFormationYaml, false, Lang::En).len(), 1);
    }
}
