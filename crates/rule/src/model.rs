//! The rule: its own properties, what AWS accepts of them, and the ARN it will have.

use crate::diagnostics;
use crate::location::Location;
use crate::reference::{known_length, named_in};
use crate::{Arn, Message};
use rulepad_document::Diagnostic;
use rulepad_document::json::Node;
use serde::{Deserialize, Serialize};

/// The longest name of a rule and id of a target AWS takes.
pub const MAX_NAME: usize = 64;
/// The longest description AWS takes.
pub const MAX_DESCRIPTION: usize = 512;
/// The longest ARN AWS takes.
pub const MAX_ARN: usize = 1600;
/// The bus every account has.
pub const DEFAULT_BUS: &str = "default";

/// A rule without its pattern and targets, as the person typed it (API reference, `PutRule`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rule {
    /// `Name`: 1 to 64 letters, digits, `.`, `-` and `_`.
    pub name: String,
    /// `EventBusName`: a name or an ARN; blank for the default bus.
    pub event_bus: String,
    /// `Description`: at most 512 characters; blank for none.
    pub description: String,
    /// `State`.
    pub state: State,
    /// `RoleArn` of the rule; blank for none.
    pub role_arn: String,
    /// `ScheduleExpression`, as `rate(5 minutes)`; blank for none. A rule may have it beside its event pattern.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub schedule: String,
    /// `Tags`, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Where the rule's own ARN says that it is, in an answer of DescribeRule; blank where the text has no ARN.
    #[serde(skip_serializing_if = "Location::is_unknown")]
    pub location: Location,
}

/// A tag of a rule (API reference, `Tag`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tag {
    /// `Key`: 1 to 128 characters.
    pub key: String,
    /// `Value`: at most 256 characters.
    pub value: String,
}

/// Whether a rule runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// It does.
    #[default]
    Enabled,
    /// It does not.
    Disabled,
    /// It does, and it sees read-only management calls that CloudTrail records.
    EnabledWithAllCloudtrailManagementEvents,
}

impl State {
    /// The value of `State`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Enabled => "ENABLED",
            Self::Disabled => "DISABLED",
            Self::EnabledWithAllCloudtrailManagementEvents => "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
        }
    }
}

impl Rule {
    /// What PutRule refuses. The role of a diagnostic's label names the property that its span is of.
    #[must_use]
    pub fn check(&self) -> Vec<Diagnostic<Message>> {
        let mut found = Vec::new();
        if self.name.is_empty() {
            found.push(diagnostics::name_missing());
        } else if known_length(&self.name) > MAX_NAME {
            found.push(diagnostics::name_too_long(&self.name));
        }
        if let Some(named) = named_in(&self.name) {
            found.push(diagnostics::stand_in(diagnostics::Unknown::Name, &self.name, named));
        } else if let Some((at, c)) = self.name.char_indices().find(|(_, c)| !is_name(*c)) {
            found.push(diagnostics::name_character(&self.name, at, c));
        }
        found.extend(self.check_bus());
        if known_length(&self.description) > MAX_DESCRIPTION {
            found.push(diagnostics::description_too_long(&self.description));
        }
        if !self.role_arn.is_empty() && !crate::is_role(&self.role_arn) {
            found.push(match named_in(&self.role_arn) {
                Some(named) => diagnostics::stand_in(diagnostics::Unknown::RuleRole, &self.role_arn, named),
                None => diagnostics::rule_role_shape(&self.role_arn),
            });
        }
        found
    }

    fn check_bus(&self) -> Option<Diagnostic<Message>> {
        let bus = &self.event_bus;
        if known_length(bus) > MAX_ARN {
            return Some(diagnostics::bus_too_long(bus));
        }
        if let Some(named) = named_in(bus) {
            return Some(diagnostics::stand_in(diagnostics::Unknown::Bus, bus, named));
        }
        if bus.starts_with("arn:") {
            let is_bus = Arn::parse(bus).is_some_and(|arn| {
                let name = arn.resource.strip_prefix("event-bus/").unwrap_or("");
                arn.service == "events" && !name.is_empty() && name.chars().all(is_bus_name)
            });
            return (!is_bus).then(|| diagnostics::bus_shape(bus));
        }
        let (at, c) = bus.char_indices().find(|(_, c)| !is_bus_name(*c))?;
        Some(diagnostics::bus_character(at, c))
    }

    /// The bus as it goes into a request: `default` where the person left it blank.
    #[must_use]
    pub fn bus(&self) -> &str {
        if self.event_bus.is_empty() { DEFAULT_BUS } else { &self.event_bus }
    }
}

/// Whether a character is allowed in the name of a rule and the id of a target.
#[must_use]
pub fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

/// A partner's bus has slashes in its name.
fn is_bus_name(c: char) -> bool {
    is_name(c) || c == '/'
}

/// The ARN of the rule, as `<aws.events.rule-arn>` writes it: `…:rule/RULE` on the default bus,
/// `…:rule/BUS/RULE` on any other.
///
/// Region and account come from the rule's own ARN where the text had it, else from the bus where it is given as an
/// ARN, otherwise from the event, otherwise they are `us-east-1` and `123456789012`.
#[must_use]
pub fn rule_arn(rule: &Rule, event: Option<&Node>) -> String {
    let field = |name: &str| {
        event.and_then(|event| event.get(name)).and_then(Node::as_str).filter(|text| !text.is_empty())
    };
    let known = |text: &str, of: &str, otherwise: &str| match text {
        "" => field(of).unwrap_or(otherwise).to_owned(),
        known => known.to_owned(),
    };
    let place = Location::of(rule, &[]);
    let place = Location {
        region: known(&place.region, "region", "us-east-1"),
        account: known(&place.account, "account", "123456789012"),
        ..place
    };
    arn_at(rule, &rule.name, &place)
}

/// The ARN of a rule of this name on the rule's bus; account and Region are blank in it where they are not known.
pub fn arn_at(rule: &Rule, name: &str, place: &Location) -> String {
    let bus_arn = Arn::parse(&rule.event_bus);
    let bus = bus_arn.as_ref().and_then(|arn| arn.resource.strip_prefix("event-bus/")).unwrap_or(rule.bus());
    let on_bus = if bus == DEFAULT_BUS { String::new() } else { format!("{bus}/") };
    format!("arn:{}:events:{}:{}:rule/{on_bus}{name}", place.partition(), place.region, place.account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::diagnostic::apply;
    use rulepad_document::json::parse;
    use rulepad_document::{Lang, Role, RuleProperty, Severity, Words};

    fn named(name: &str) -> Rule {
        Rule { name: name.to_owned(), ..Rule::default() }
    }

    fn codes(rule: &Rule) -> Vec<String> {
        rule.check().into_iter().map(|found| found.code.into_owned()).collect()
    }

    #[test]
    fn a_plain_rule_is_accepted() {
        let rule = Rule {
            event_bus: "arn:aws:events:eu-west-1:111122223333:event-bus/orders".into(),
            description: "d".repeat(512),
            role_arn: "arn:aws:iam::111122223333:role/path/r".into(),
            ..named("a.B-c_9")
        };
        assert_eq!(rule.check(), []);
        assert_eq!(named("n").check(), [], "a blank bus is the default bus");
        assert_eq!(Rule { event_bus: "aws.partner/x/y".into(), ..named("n") }.check(), []);
    }

    #[test]
    fn each_property_has_its_limits() {
        assert_eq!(codes(&named("")), ["rule.name-missing"]);
        assert_eq!(codes(&named(&"n".repeat(64))), [""; 0]);
        assert_eq!(codes(&named(&"n".repeat(65))), ["rule.name-too-long"]);
        assert_eq!(
            codes(&Rule { description: "é".repeat(513), ..named("n") }),
            ["rule.description-too-long"]
        );
        assert_eq!(codes(&Rule { role_arn: "role".into(), ..named("n") }), ["rule.role-shape"]);
        assert_eq!(codes(&Rule { event_bus: "my bus".into(), ..named("n") }), ["rule.bus-character"]);
        assert_eq!(codes(&Rule { event_bus: "b".repeat(1601), ..named("n") }), ["rule.bus-too-long"]);
        let topic = "arn:aws:sns:us-east-1:123456789012:t";
        assert_eq!(codes(&Rule { event_bus: topic.into(), ..named("n") }), ["rule.bus-shape"]);
        assert!(named("").check().iter().all(|found| found.labels[0].role == Role::Rule(RuleProperty::Name)));
    }

    #[test]
    fn what_only_the_stack_knows_is_no_mistake() {
        let rule = Rule {
            name: "${Stage}-rule".into(),
            event_bus: "${Fn::ImportValue:bus}".into(),
            role_arn: "${Role.Arn}".into(),
            ..Rule::default()
        };
        assert_eq!(codes(&rule), ["rule.name-stand-in", "rule.bus-stand-in", "rule.role-stand-in"]);
        let long = |text: &str| format!("${{{text}}}");
        let rule = Rule {
            name: format!("{}-{}", long(&"a".repeat(70)), "n".repeat(63)),
            description: format!("{}{}", long(&"a".repeat(600)), "d".repeat(512)),
            event_bus: long(&"a".repeat(1700)),
            ..Rule::default()
        };
        assert_eq!(codes(&rule), ["rule.name-stand-in", "rule.bus-stand-in"], "only what is known counts");
        let name = format!("${{Stage}}-{}", "n".repeat(64));
        assert_eq!(codes(&named(&name)), ["rule.name-too-long", "rule.name-stand-in"]);
        assert_eq!(codes(&named(&"${".repeat(33)))[0], "rule.name-too-long");
        let rule = named("${Stage}-rule");
        let found = &rule.check()[0];
        assert_eq!(found.severity, Severity::Warning);
        let words = found.message.words(Lang::En);
        assert!(words.starts_with("`${Stage}` is resolved at deploy time"), "{words}");
        assert_eq!(codes(&named("a${}")), ["rule.name-character"]);
    }

    #[test]
    fn a_name_is_fixed() {
        let rule = named("my rule: été");
        let [found] = &rule.check()[..] else { panic!() };
        assert_eq!((found.severity, found.span().of(&rule.name)), (Severity::Error, " "));
        assert_eq!(apply(&rule.name, &found.first_fix().unwrap().edits), "my-rule-t");
    }

    #[test]
    fn the_arn_names_the_bus_unless_it_is_the_default_one() {
        let event = parse(r#"{"region":"eu-west-1","account":"111122223333"}"#, Role::Event).root;
        let on = |bus: &str, event: Option<&Node>| {
            rule_arn(&Rule { event_bus: bus.to_owned(), ..named("r") }, event)
        };
        assert_eq!(on("", event.as_ref()), "arn:aws:events:eu-west-1:111122223333:rule/r");
        assert_eq!(on("default", None), "arn:aws:events:us-east-1:123456789012:rule/r");
        assert_eq!(on("orders", event.as_ref()), "arn:aws:events:eu-west-1:111122223333:rule/orders/r");
        let bus = "arn:aws-cn:events:cn-north-1:444455556666:event-bus/default";
        assert_eq!(on(bus, event.as_ref()), "arn:aws-cn:events:cn-north-1:444455556666:rule/r");
        let rule = Rule { location: Location::of_arn(&Arn::parse(bus).unwrap()), ..named("r") };
        assert_eq!(rule_arn(&rule, event.as_ref()), "arn:aws-cn:events:cn-north-1:444455556666:rule/r");
        let event = parse(r#"{"region":"us-gov-west-1","account":7}"#, Role::Event).root;
        assert_eq!(on("", event.as_ref()), "arn:aws-us-gov:events:us-gov-west-1:123456789012:rule/r");
    }

    #[test]
    fn states_are_written_as_aws_writes_them() {
        for state in [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents] {
            assert_eq!(serde_json::to_value(state).unwrap(), state.name());
        }
    }
}
