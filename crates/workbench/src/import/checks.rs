//! What AWS would say of a rule that was read, as the page reports it once the rule is there.

use crate::loops;
use rulepad_document::aligned::{Aligned, align};
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{Node, Value, parse};
use rulepad_document::{Diagnostic, Lang, Role, Span};
use rulepad_import::ToolDefaults;
use rulepad_pattern::{self as pattern, Dialect};
use rulepad_rule::{Code, Rule, Target, check_targets};
use rulepad_transformer::Input;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an event pattern of a text says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PatternRead {
    /// In a sentence; `None` where AWS refuses the pattern.
    pub sentence: Option<String>,
    /// How many mistakes AWS sees in it.
    pub mistakes: usize,
    /// The mistakes, and what is probably wrong.
    pub found: Vec<FoundInPattern>,
}

/// A problem of a pattern that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundInPattern {
    /// The problem, with places in the pattern.
    pub diagnostic: Diagnostic,
    /// Its place in the text that was read, as exactly as that is known; `None` where it is not.
    pub place: Option<Span>,
}

/// What a target of a rule that was read does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRead {
    /// What it is, such as `SQS queue`; blank where the ARN does not say.
    pub kind: String,
    /// What it receives, a few words.
    pub input: String,
    /// Its dead-letter queue; blank for none.
    pub queue: String,
    /// How delivery is tried again, a few words.
    pub retries: String,
    /// What AWS refuses of it, or what is probably wrong; places are in its properties.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many problems of one rule are kept.
const MOST: usize = 50;

/// What a text has for a pattern.
#[derive(Clone, Copy)]
pub(super) struct Raw<'t> {
    /// The value: the pattern itself, or a string with it.
    pub node: &'t Node,
    /// The whole text, which the places in the value are of.
    pub source: &'t str,
}

/// Reads a pattern; `raw` is what the text has for it.
pub(super) fn pattern(
    text: &str,
    dialect: Dialect,
    raw: Option<Raw<'_>>,
    rule: &Rule,
    targets: &[Target],
    lang: Lang,
) -> Option<PatternRead> {
    if text.trim().is_empty() {
        return None;
    }
    let parsed = pattern::parse_in(text, dialect);
    let mut found = parsed.diagnostics.clone();
    if let Some(valid) = parsed.valid() {
        found.extend(pattern::caveats(valid, None));
    }
    let mut found = worded(&found, lang);
    if let Some(valid) = parsed.valid() {
        found.extend(loops::check(valid, dialect, rule, targets).map(|found| found.worded(lang)));
    }
    let mistakes = found.iter().filter(|found| found.is_error()).count();
    let tree = parse(text, Role::Pattern).root;
    let places = raw.filter(|_| !found.is_empty()).map(|raw| Places::new(raw, text, tree.as_ref()));
    let place = |found: &Diagnostic| places.as_ref().map(|places| places.of(found.span()));
    Some(PatternRead {
        sentence: parsed.valid().map(|valid| pattern::in_words::sentence(valid, lang)),
        mistakes,
        found: found
            .into_iter()
            .take(MOST)
            .map(|diagnostic| FoundInPattern { place: place(&diagnostic), diagnostic })
            .collect(),
    })
}

/// The place in the text of a part of the pattern, as exactly as that is known.
pub(super) fn place(raw: Raw<'_>, shown: &str, span: Span) -> Span {
    let tree = parse(shown, Role::Pattern).root;
    Places::new(raw, shown, tree.as_ref()).of(span)
}

/// The places of a pattern in the text that it was read from.
struct Places<'t> {
    raw: &'t Node,
    /// The pattern as it is shown.
    tree: Option<&'t Node>,
    /// Where `raw` is a string: the pattern in it, and where the string's characters are.
    within: Option<Within>,
}

struct Within {
    tree: Option<Node>,
    aligned: Aligned,
    /// Whether the pattern is shown as the string has it.
    is_shown: bool,
}

impl<'t> Places<'t> {
    fn new(Raw { node, source }: Raw<'t>, shown: &str, tree: Option<&'t Node>) -> Self {
        let within = node.as_str().and_then(|text| {
            let aligned = align(node.span.of(source), text)?;
            let is_shown = text == shown;
            let tree = if is_shown { None } else { parse(text, Role::Import).root };
            Some(Within { tree, aligned, is_shown })
        });
        Self { raw: node, tree, within }
    }

    /// The place of a part of the pattern. Where the string around it is not understood, it is the string.
    fn of(&self, span: Span) -> Span {
        let whole = self.raw.span;
        match (&self.within, self.tree) {
            (None, Some(tree)) if self.raw.as_str().is_none() => corresponding(self.raw, tree, span),
            (None, _) => whole,
            (Some(within), _) if within.is_shown => within.place(whole, span),
            (Some(within), Some(tree)) => match &within.tree {
                Some(own) => within.place(whole, corresponding(own, tree, span)),
                None => whole,
            },
            (Some(_), None) => whole,
        }
    }
}

impl Within {
    fn place(&self, whole: Span, span: Span) -> Span {
        let start = whole.start as usize;
        let at = |offset: u32| start + self.aligned.origin(offset as usize);
        Span::new(at(span.start), at(span.end).min(whole.end as usize))
    }
}

/// The place in one value of a place in another that is the same value in another layout, its members in the same
/// order.
fn corresponding(mut raw: &Node, mut tree: &Node, span: Span) -> Span {
    let mut own = raw.span;
    loop {
        let next = match (&tree.value, &raw.value) {
            (Value::Object(shown), Value::Object(members)) => {
                shown.iter().zip(members).find_map(|(shown, member)| {
                    let on_key = shown.key_span.touches(span.start);
                    let within = on_key || shown.value.span.touches(span.start);
                    let place = if on_key { member.key_span } else { member.value.span };
                    within.then_some((&shown.value, &member.value, place))
                })
            }
            (Value::Array(shown), Value::Array(items)) => shown
                .iter()
                .zip(items)
                .find_map(|(shown, item)| shown.span.touches(span.start).then_some((shown, item, item.span))),
            _ => None,
        };
        let Some((inner, item, place)) = next else { return own };
        (tree, raw, own) = (inner, item, place);
    }
}

/// What AWS refuses of a rule, but for what the tool of its text makes.
pub(super) fn rule(rule: &Rule, made: ToolDefaults, lang: Lang) -> Vec<Diagnostic> {
    let mut found = rule.check();
    found.retain(|found| !(made.name && found.is(Code::RuleNameMissing)));
    worded(&found, lang)
}

/// What each target of a rule does.
pub(super) fn targets(rule: &Rule, targets: &[Target], made: ToolDefaults, lang: Lang) -> Vec<TargetRead> {
    let mut checks = check_targets(rule, targets);
    checks.retain(|found| !(made.roles && found.is(Code::RoleMissing)));
    let checks = worded(&checks, lang);
    let mut of_targets: BTreeMap<u32, Vec<Diagnostic>> = BTreeMap::new();
    for found in checks {
        if let Some(index) = found.labels.first().and_then(|label| label.role.target()) {
            let own = of_targets.entry(index).or_default();
            if own.len() < MOST {
                own.push(found);
            }
        }
    }
    let read = |(index, target): (u32, &Target)| TargetRead {
        kind: target.kind().map(|kind| kind.name(lang).to_owned()).unwrap_or_default(),
        input: input(&target.input, lang),
        queue: target.dead_letter_arn.clone(),
        retries: words!(lang, import::retries(&target.retry_attempts, &target.event_age)),
        diagnostics: of_targets.remove(&index).unwrap_or_default(),
    };
    (0..).zip(targets).map(read).collect()
}

fn input(input: &Input, lang: Lang) -> String {
    let variables = match input {
        Input::Transformer { paths, .. } => {
            parse(paths, Role::Event).root.and_then(|own| own.members().map(<[_]>::len)).unwrap_or(0)
        }
        Input::MatchedEvent | Input::Path(_) | Input::Constant(_) => 0,
    };
    words!(lang, import::input(input, variables))
}

#[cfg(test)]
mod tests {
    use crate::import;
    use rulepad_document::Lang;

    /// What of the text the first problem of its pattern is at.
    fn at(text: &str) -> String {
        let read = import(text, Lang::En);
        let pattern = read.rules[0].pattern.as_ref().unwrap();
        let place = pattern.found[0].place.unwrap_or_else(|| panic!("{:?}", pattern.found));
        place.of(text).to_owned()
    }

    #[test]
    fn a_problem_of_a_pattern_is_at_its_place_in_the_text() {
        let terraform = |pattern: &str| {
            format!("resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  event_pattern = {pattern}\n}}\n")
        };
        let template = |pattern: &str| {
            format!(
                "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {pattern}\n"
            )
        };
        for text in [
            terraform("jsonencode({\n    source = [\"a\"]\n    detail = { n = \"bare\" }\n  })"),
            terraform("<<-EOT\n    {\n      \"source\": [\"a\"],\n      \"detail\": {\"n\": \"bare\"}\n    }\n  EOT"),
            terraform("<<EOT\n{\"source\": [\"${var.long_name}\"], \"detail\": {\"x\": [\"$${y}\"], \"n\": \"bare\"}}\nEOT"),
            template("\n        source: [a]\n        detail: {n: \"bare\"}"),
            template("|\n        {\n          \"source\": [\"a\"],\n          \"detail\": {\"n\": \"bare\"}\n        }"),
            template("'{\"source\": [\"it''s\"], \"detail\": {\"n\": \"bare\"}}'"),
            template("!Sub |\n        {\"source\": [\"${AWS::AccountId}\"], \"detail\": {\"n\": \"bare\"}}"),
            "aws events put-rule --name r --event-pattern '{\"source\": [\"a\"], \"detail\": {\"n\": \"bare\"}}'\n".to_owned(),
            "{\"Name\": \"r\", \"EventPattern\": {\"source\": [\"a\"], \"detail\": {\"n\": \"bare\"}}}".to_owned(),
        ] {
            assert_eq!(at(&text), "\"bare\"", "{text}");
        }
        let escaped = terraform(r#""{\"source\": [\"a\"], \"detail\": {\"n\": \"bare\"}}""#);
        assert_eq!(at(&escaped), r#"\"bare\""#);
        let json = r#"{"Name": "r", "EventPattern": "{\"source\": [\"a\"], \"detail\": {\"n\": \"bare\"}}"}"#;
        assert_eq!(at(json), r#"\"bare\""#);
    }

    #[test]
    fn what_the_tool_of_a_text_makes_is_not_missing() {
        let errors = |text: &str| {
            let read = import(text, Lang::En);
            let found = read.rules.iter().flat_map(|rule| {
                rule.rule.iter().chain(rule.targets.iter().flat_map(|target| &target.diagnostics)).cloned()
            });
            found.filter(|found| found.is_error()).map(|found| found.code.to_string()).collect::<Vec<_>>()
        };
        let none: [&str; 0] = [];
        let terraform = "resource \"aws_cloudwatch_event_rule\" \"r\" {\n  name_prefix = \"a-\"\n  event_pattern = \"{\\\"source\\\": [\\\"a\\\"]}\"\n}\n";
        assert_eq!(errors(terraform), none);
        let sam = "Transform: AWS::Serverless-2016-10-31\nResources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Events:\n        E: {Type: EventBridgeRule, Properties: {Pattern: {source: [m]}}}\n";
        assert_eq!(errors(sam), none);
        let template = "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {source: [a]}\n      Targets: [{Id: k, Arn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s'}]\n";
        assert_eq!(errors(template), ["target.role-missing"]);
        let request = "{\"PutRule\": {\"EventPattern\": \"{\\\"source\\\": [\\\"a\\\"]}\"}}";
        assert_eq!(errors(request), ["rule.name-missing"]);
    }

    #[test]
    fn a_pattern_of_another_file_has_no_place_in_this_one() {
        use crate::import_files;
        use rulepad_import::NamedText;
        let file = |name: &str, text: &str| NamedText { name: name.to_owned(), text: text.to_owned() };
        let files = [
            file("main.tf", "resource \"aws_cloudwatch_event_rule\" \"r\" {\n  event_pattern = local.p\n}\n"),
            file("p.tf", "locals {\n p = jsonencode({ source = \"bare\" })\n}\n"),
        ];
        let read = import_files(&files, Lang::En);
        let (_, rule) = read.rules().next().unwrap();
        let place = rule.pattern.as_ref().unwrap().found[0].place.unwrap();
        assert_eq!(place.of(&files[0].text), "event_pattern");
    }
}
