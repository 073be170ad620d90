//! A template of CloudFormation with its functions and parameters: marks become functions, and text that only looks
//! like a variable is kept from being taken for one.

use super::later::Later;
use super::plan::camel;
use crate::message::{FillIn, Loss, Note};
use rulepad_cloudformation::{SubPart, escaped, function, sub};
use rulepad_document::Role;
use rulepad_document::json::build::{member, node, object, string, unplaced};
use rulepad_document::json::{Member, Node, Value, parse};
use rulepad_document::source_text::one_line_of;
use rulepad_rule::reference::mark::{MarkedPart, is_marked, parts};
use rulepad_rule::reference::plain;

/// The template, with a parameter for each value that it asks for. What to fill in is added to the notes, what cannot
/// be carried to the losses.
#[must_use]
pub fn filled(template: &Node, later: &[Later], losses: &mut Vec<Loss>, notes: &mut Vec<Note>) -> Node {
    let names = |section: &str| {
        let members = template.get(section).and_then(Node::members).unwrap_or_default();
        members.iter().map(|own| own.key.clone()).collect::<Vec<_>>()
    };
    let taken = [names("Resources"), names("Parameters")].concat();
    let mut fill = Fill { taken, asked: Vec::new(), keys: Vec::new() };
    let Some(sections) = template.members() else { return template.clone() };
    let mut written: Vec<Member> = sections
        .iter()
        .map(|own| {
            let is_filled = matches!(own.key.as_str(), "Resources" | "Outputs");
            let value = if is_filled { fill.value(&own.value) } else { own.value.clone() };
            Member { value, ..own.clone() }
        })
        .collect();
    for key in &fill.keys {
        losses.push(Loss::ReferenceInKey(one_line_of(key)));
    }
    for asked in &fill.asked {
        let own = later.iter().find(|own| camel(&own.name) == asked.wanted);
        notes.extend(own.map(|own| own.filled_in(FillIn::Parameter(asked.name.clone()))));
    }
    add(&mut written, fill.asked);
    node(Value::Object(written))
}

/// A parameter of the template.
struct Asked {
    name: String,
    /// What the mark called it.
    wanted: String,
    description: String,
}

struct Fill {
    /// Names of resources and parameters.
    taken: Vec<String>,
    asked: Vec<Asked>,
    /// Keys that have a value in them.
    keys: Vec<String>,
}

impl Fill {
    fn value(&mut self, own: &Node) -> Node {
        let value = match &own.value {
            Value::String(text) if is_marked(text) => return self.text(text),
            Value::String(text) if self.looks_embedded(text) => {
                return object([("Fn::Sub", Some(string(escaped(&unguarded(text)))))]);
            }
            Value::String(text) => Value::String(unguarded(text)),
            Value::Array(items) => Value::Array(items.iter().map(|item| self.value(item)).collect()),
            Value::Object(members) => match function(own) {
                Some(("Fn::Sub", Node { value: Value::String(text), .. })) if is_marked(text) => {
                    return self.substituted(text, |text| text.to_owned());
                }
                Some(("Fn::Sub" | "Fn::GetAtt" | "Ref", _)) => return own.clone(),
                _ => Value::Object(members.iter().map(|own| self.member(own)).collect()),
            },
            other => other.clone(),
        };
        Node { span: own.span, value }
    }

    /// Whether a text has what tools take for a variable that lacks its `Fn::Sub`: the name of a pseudo parameter, a
    /// parameter or a resource.
    fn looks_embedded(&self, text: &str) -> bool {
        text.match_indices("${").any(|(at, _)| {
            let inner = text.get(at + 2..).unwrap_or_default();
            let name = inner.split('}').next().filter(|name| name.len() < inner.len()).unwrap_or_default();
            let own = name.split('.').next().unwrap_or_default();
            name.starts_with("AWS::") || self.taken.iter().any(|taken| taken == own)
        })
    }

    fn member(&mut self, own: &Member) -> Member {
        let key = if is_marked(&own.key) {
            self.keys.push(plain(&own.key).into_owned());
            plain(&own.key).into_owned()
        } else {
            unguarded(&own.key)
        };
        Member { key, key_span: own.key_span, value: self.value(&own.value) }
    }

    /// One function, or `Fn::Sub` of a text with several.
    fn text(&mut self, text: &str) -> Node {
        if let [MarkedPart::Expression { code, .. }] = &parts(text)[..] {
            return self.function(code);
        }
        self.substituted(text, escaped)
    }

    fn substituted(&mut self, text: &str, write: impl Fn(&str) -> String) -> Node {
        let part = |part: MarkedPart<'_>| match part {
            MarkedPart::Text(text) => SubPart::Text(write(&text)),
            MarkedPart::Expression { name, code } => {
                SubPart::Call { name: camel(name), function: self.function(&code) }
            }
        };
        sub(parts(text).into_iter().map(part).collect())
    }

    /// The function of a mark; a parameter is asked for once.
    fn function(&mut self, code: &str) -> Node {
        let parsed = parse(code, Role::Import);
        let Some(root) = parsed.root else { return string(code) };
        let texts = root.get("Parameter").map(|own| &own.value);
        let Some(Value::Array(items)) = texts else { return unplaced(&root) };
        let [Some(wanted), Some(description)] =
            [items.first(), items.get(1)].map(|own| own.and_then(Node::as_str))
        else {
            return string(code);
        };
        let reference = |name: &str| object([("Ref", Some(string(name)))]);
        if let Some(known) = self.asked.iter().find(|own| own.wanted == wanted) {
            return reference(&known.name);
        }
        let numbered = (2..).map(|number| format!("{wanted}{number}")).take(self.taken.len() + 1);
        let is_free = |name: &String| !self.taken.contains(name);
        let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
        let name = names.find(is_free).unwrap_or_else(|| wanted.to_owned());
        self.taken.push(name.clone());
        let asked =
            Asked { name: name.clone(), wanted: wanted.to_owned(), description: description.to_owned() };
        self.asked.push(asked);
        reference(&name)
    }
}

/// The parameters, before the resources.
fn add(sections: &mut Vec<Member>, asked: Vec<Asked>) {
    const LONGEST: usize = 4000;
    if asked.is_empty() {
        return;
    }
    let parameter = |own: Asked| {
        let description: String = own.description.chars().take(LONGEST).collect();
        let value = object([("Type", Some(string("String"))), ("Description", Some(string(description)))]);
        member(&own.name, value)
    };
    let new = asked.into_iter().map(parameter);
    match sections.iter_mut().find(|own| own.key == "Parameters") {
        Some(Member { value: Node { value: Value::Object(members), .. }, .. }) => members.extend(new),
        _ => {
            let at = sections.iter().position(|own| own.key == "Resources").unwrap_or(sections.len());
            sections.insert(at, member("Parameters", node(Value::Object(new.collect()))));
        }
    }
}

fn unguarded(text: &str) -> String {
    let text_of = |part: MarkedPart<'_>| match part {
        MarkedPart::Text(text) => text.into_owned(),
        MarkedPart::Expression { .. } => String::new(),
    };
    parts(text).into_iter().map(text_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::json::build::list;
    use rulepad_document::json::compact;
    use rulepad_document::{Lang, Words};
    use rulepad_rule::reference::mark::mark;
    use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue};

    fn fill(properties: Node) -> (String, Vec<String>) {
        let template = object([("Resources", Some(object([("Topic", Some(properties))])))]);
        let (mut losses, mut notes) = (Vec::new(), Vec::new());
        let reference = Reference {
            value: ReferenceValue::Any,
            shown: "${x}".into(),
            language: ReferenceLanguage::Terraform,
            source: "x".into(),
        };
        let later = [Later { name: "topic".into(), natural: None, reference, meaning: None }];
        let filled = filled(&template, &later, &mut losses, &mut notes);
        assert_eq!(losses, []);
        (compact(&filled), notes.iter().map(|note| note.words(Lang::En)).collect())
    }

    #[test]
    fn parameters_are_asked_for_once_under_free_names() {
        let asked = mark("topic", "{\"Parameter\":[\"Topic\",\"The value of x\"]}");
        let region = mark("aws_region", "{\"Ref\":\"AWS::Region\"}");
        let (text, said) = fill(list([string(&asked), string(format!("a${{b}}:{region}:{asked}"))]));
        assert_eq!(
            text,
            r#"{"Parameters":{"Topic2":{"Type":"String","Description":"The value of x"}},"Resources":{"Topic":[{"Ref":"Topic2"},{"Fn::Sub":"a${!b}:${AWS::Region}:${Topic2}"}]}}"#
        );
        assert_eq!(said, ["Set the parameter `Topic2`: the value of `x` in Terraform."]);
    }

    #[test]
    fn other_functions_are_variables_of_the_text() {
        let import = mark("shared", "{\"Fn::ImportValue\":\"shared\"}");
        let (text, _) = fill(string(format!("{import}/x")));
        assert_eq!(
            text,
            r#"{"Resources":{"Topic":{"Fn::Sub":["${Shared}/x",{"Shared":{"Fn::ImportValue":"shared"}}]}}}"#
        );
    }

    #[test]
    fn text_that_looks_like_a_variable_stays_text() {
        for (text, written) in [
            ("${AWS::StackName} is", r#"{"Fn::Sub":"${!AWS::StackName} is"}"#),
            ("${Topic.Arn}", r#"{"Fn::Sub":"${!Topic.Arn}"}"#),
            ("${a} ${a b} ${", r#""${a} ${a b} ${""#),
            ("${Topic", r#""${Topic""#),
        ] {
            assert_eq!(fill(string(text)).0, format!("{{\"Resources\":{{\"Topic\":{written}}}}}"));
        }
        let own = object([("Fn::Sub", Some(string("${AWS::Region}")))]);
        assert_eq!(fill(own).0, r#"{"Resources":{"Topic":{"Fn::Sub":"${AWS::Region}"}}}"#);
    }
}
