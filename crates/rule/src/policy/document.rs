//! Policy documents as JSON texts.

use super::PRINCIPAL;
use rulepad_document::Role;
use rulepad_document::json::{parse, pretty, quote};

/// A policy document.
pub(super) struct Document {
    statements: Vec<Statement>,
}

/// One statement that allows.
pub(super) struct Statement {
    sid: String,
    principal: Option<Principal>,
    actions: Vec<String>,
    resources: Vec<String>,
    /// Operator, key and values.
    conditions: Vec<(&'static str, String, Vec<String>)>,
}

/// Whom a statement is about.
enum Principal {
    /// Services of AWS.
    Services(Vec<String>),
    /// An account: whoever in it is allowed to by the account itself.
    Account(String),
}

impl Document {
    pub fn of(statements: Vec<Statement>) -> Self {
        Self { statements }
    }

    /// The document, indented.
    pub fn text(&self) -> String {
        let statements: Vec<String> = self.statements.iter().map(Statement::text).collect();
        indented(&format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(",")))
    }
}

impl Statement {
    pub fn allow(actions: &[&str], resources: &[&str]) -> Self {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        Self {
            sid: String::new(),
            principal: None,
            actions: own(actions),
            resources: own(resources),
            conditions: Vec::new(),
        }
    }

    pub fn sid(self, sid: &str) -> Self {
        Self { sid: sid.to_owned(), ..self }
    }

    /// EventBridge as the principal.
    pub fn principal(self) -> Self {
        self.principals(&[PRINCIPAL])
    }

    pub fn principals(self, services: &[&str]) -> Self {
        let services = services.iter().map(|&service| service.to_owned()).collect();
        Self { principal: Some(Principal::Services(services)), ..self }
    }

    /// An account as the principal, by the ARN of its root.
    pub fn account(self, partition: &str, account: &str) -> Self {
        Self { principal: Some(Principal::Account(format!("arn:{partition}:iam::{account}:root"))), ..self }
    }

    /// Only on behalf of this rule.
    pub fn source(self, rule_arn: &str) -> Self {
        self.condition("ArnEquals", "aws:SourceArn", &[rule_arn])
    }

    pub fn condition(mut self, operator: &'static str, key: &str, values: &[&str]) -> Self {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        self.conditions.push((operator, key.to_owned(), values));
        self
    }

    /// The statement alone, on one line.
    pub fn text(&self) -> String {
        let mut members = Vec::new();
        if !self.sid.is_empty() {
            members.push(format!(r#""Sid":{}"#, quote(&self.sid)));
        }
        members.push(r#""Effect":"Allow""#.to_owned());
        match &self.principal {
            None => {}
            Some(Principal::Services(services)) => {
                members.push(format!(r#""Principal":{{"Service":{}}}"#, one_or_many(services)));
            }
            Some(Principal::Account(root)) => {
                members.push(format!(r#""Principal":{{"AWS":{}}}"#, quote(root)));
            }
        }
        members.push(format!(r#""Action":{}"#, one_or_many(&self.actions)));
        if !self.resources.is_empty() {
            members.push(format!(r#""Resource":{}"#, one_or_many(&self.resources)));
        }
        if !self.conditions.is_empty() {
            let conditions: Vec<String> = self
                .conditions
                .iter()
                .map(|(operator, key, values)| {
                    format!("{}:{{{}:{}}}", quote(operator), quote(key), one_or_many(values))
                })
                .collect();
            members.push(format!(r#""Condition":{{{}}}"#, conditions.join(",")));
        }
        format!("{{{}}}", members.join(","))
    }
}

fn one_or_many(texts: &[String]) -> String {
    match texts {
        [only] => quote(only),
        _ => format!("[{}]", texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(",")),
    }
}

/// A JSON text that is known to be one, indented.
pub(super) fn indented(text: &str) -> String {
    parse(text, Role::Event).root.as_ref().map_or_else(|| text.to_owned(), pretty)
}
