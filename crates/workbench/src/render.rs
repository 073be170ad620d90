//! One target's input options on one event, without a rule around them.

use crate::evaluate::surroundings;
use rulepad_document::diagnostic::worded;
use rulepad_document::json::{self, Node};
use rulepad_document::{Diagnostic, Lang, Role};
use rulepad_rule::{Delivery, Rule, Target, deliver};
use rulepad_transformer::{self as transformer, Input, Outcome, Payload, Rendered, Surroundings};
use serde::{Deserialize, Serialize};

/// The id of the target in AWS's sentences, where there is no target to name.
const TARGET: &str = "target";

/// The properties of a target that decide what it receives, and the values of the reserved variables.
///
/// AWS takes one of `input_path`, `input` and the pair of `input_paths_map` and `input_template`; with none
/// of them the target receives the event (API reference, `Target`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InputOptions {
    /// `InputPath`.
    pub input_path: Option<String>,
    /// `Input`, a JSON text.
    pub input: Option<String>,
    /// `InputPathsMap`, a JSON text.
    pub input_paths_map: Option<String>,
    /// `InputTemplate`.
    pub input_template: Option<String>,
    /// `<aws.events.rule-name>`; otherwise empty.
    pub rule_name: Option<String>,
    /// `<aws.events.rule-arn>`; otherwise made from the rule's name and the event's Region and account.
    pub rule_arn: Option<String>,
    /// `<aws.events.event.ingestion-time>`; otherwise the event's own time.
    pub ingestion_time: Option<String>,
    /// `Arn`; without it only the payload is shown, not what the target's service receives.
    pub arn: Option<String>,
    /// The property that the target's kind has, a JSON text.
    pub parameters: Option<String>,
    /// What an API destination calls, as `POST https://example.com/orders/*`.
    pub endpoint: Option<String>,
}

/// What becomes of an event under [`InputOptions`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputReport {
    /// Problems of the event, in the order of the text.
    pub event: Vec<Diagnostic>,
    /// The payload; `None` while the event cannot be read.
    pub rendered: Option<Rendered>,
    /// What the target's service receives; `None` when nothing arrives or the kind of target is not known.
    #[serde(default)]
    pub delivery: Option<Delivery>,
}

/// Renders what a target with these options receives for this event.
#[must_use]
pub fn render(event: &str, options: &InputOptions, lang: Lang) -> InputReport {
    let document = json::parse(event, Role::Event);
    let rendered = rendered(&document, options, lang);
    let arrives = rendered.as_ref().and_then(arrives);
    let delivery = arrives
        .zip(document.valid())
        .and_then(|(payload, event)| Some(deliver(&options.target(), payload, event)?.worded(lang)));
    InputReport { delivery, rendered, event: worded(&document.diagnostics, lang) }
}

/// [`render`] where no ARN says which service receives the payload; `None` where one does.
#[must_use]
pub fn render_payload(event: &str, options: &InputOptions, lang: Lang) -> Option<InputReport> {
    let without_arn = options.arn.as_deref().is_none_or(str::is_empty);
    let document = without_arn.then(|| json::parse(event, Role::Event))?;
    let rendered = rendered(&document, options, lang);
    Some(InputReport { delivery: None, rendered, event: worded(&document.diagnostics, lang) })
}

fn rendered(document: &json::Parsed, options: &InputOptions, lang: Lang) -> Option<Rendered> {
    let rendered = match options.chosen() {
        None => Some(transformer::only_one_option(0, TARGET)),
        Some(input) => document
            .valid()
            .map(|root| transformer::render(&input, root, &options.surroundings(root), 0, TARGET)),
    };
    rendered.map(|rendered| rendered.worded(lang))
}

/// The payload, where one arrives.
pub(crate) fn arrives(rendered: &Rendered) -> Option<&Payload> {
    match &rendered.outcome {
        Outcome::Delivered(payload) | Outcome::Unknown { would_be: Some(payload), .. } => Some(payload),
        _ => None,
    }
}

impl InputOptions {
    /// The target with these options, as far as they tell it.
    fn target(&self) -> Target {
        let text = |given: &Option<String>| given.clone().unwrap_or_default();
        Target {
            id: TARGET.to_owned(),
            arn: text(&self.arn),
            input: self.chosen().unwrap_or_default(),
            parameters: text(&self.parameters),
            endpoint: text(&self.endpoint),
            ..Target::default()
        }
    }

    /// The option that is set; `None` where more than one is.
    pub(crate) fn chosen(&self) -> Option<Input> {
        let transformed = self.input_template.is_some() || self.input_paths_map.is_some();
        match (&self.input_path, &self.input, transformed) {
            (None, None, false) => Some(Input::MatchedEvent),
            (Some(path), None, false) => Some(Input::Path(path.clone())),
            (None, Some(text), false) => Some(Input::Constant(text.clone())),
            (None, None, true) => Some(Input::Transformer {
                paths: self.input_paths_map.clone().unwrap_or_default(),
                template: self.input_template.clone().unwrap_or_default(),
            }),
            _ => None,
        }
    }

    fn surroundings(&self, event: &Node) -> Surroundings {
        let rule = Rule { name: self.rule_name.clone().unwrap_or_default(), ..Rule::default() };
        let own = surroundings(&rule, Some(event));
        Surroundings {
            rule_arn: self.rule_arn.clone().unwrap_or(own.rule_arn),
            ingestion_time: self.ingestion_time.clone().unwrap_or(own.ingestion_time),
            ..own
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = r#"{"region":"eu-west-1","account":"111122223333","time":"2026-03-02T04:05:06Z"}"#;

    fn payload(options: &InputOptions) -> String {
        match render(EVENT, options, Lang::En).rendered.map(|rendered| rendered.outcome) {
            Some(Outcome::Delivered(payload)) => payload.text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reserved_variables_come_from_the_options_else_from_the_event() {
        let template = "<aws.events.rule-arn> <aws.events.event.ingestion-time>".to_owned();
        let template = Some(format!("\"{template}\""));
        let named = InputOptions {
            rule_name: Some("r".into()),
            input_template: template.clone(),
            ..InputOptions::default()
        };
        let arn = "arn:aws:events:eu-west-1:111122223333:rule/r";
        assert_eq!(payload(&named), format!("\"{arn} 2026-03-02T04:05:06Z\""));
        let given =
            InputOptions { rule_arn: Some("arn:x".into()), ingestion_time: Some("now".into()), ..named };
        assert_eq!(payload(&given), "\"arn:x now\"");
    }

    #[test]
    fn a_target_s_service_is_told_where_the_arn_is_known() {
        let options = InputOptions {
            arn: Some("arn:aws:sqs:eu-west-1:111122223333:q".into()),
            parameters: Some(r#"{"MessageGroupId": "$.region"}"#.into()),
            ..InputOptions::default()
        };
        let delivery = render(EVENT, &options, Lang::En).delivery.unwrap();
        assert_eq!(delivery.operation, "sqs:SendMessage");
        let group = delivery.parts.iter().find(|part| part.name == "MessageGroupId").unwrap();
        assert_eq!(group.text, "eu-west-1");
        assert_eq!(render(EVENT, &InputOptions::default(), Lang::En).delivery, None);
        assert_eq!(render("{", &options, Lang::En).delivery, None);
    }

    #[test]
    fn two_options_are_refused_even_for_a_broken_event() {
        let options = InputOptions {
            input: Some("1".into()),
            input_paths_map: Some("{}".into()),
            ..InputOptions::default()
        };
        let report = render("{", &options, Lang::En);
        let message = "Only one of Input, InputPath, or InputTransformer must be provided for target target.";
        let outcome = report.rendered.map(|rendered| rendered.outcome);
        assert_eq!(outcome, Some(Outcome::Refused { message: message.into() }));
        assert!(!report.event.is_empty());
        assert_eq!(render("{", &InputOptions::default(), Lang::En).rendered, None);
    }
}
