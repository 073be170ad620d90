//! The English words of this crate. Comments in exported files are not among them: they stay English.

mod format;
mod loss;
mod note;
mod target;

pub(crate) use format::{family, format};
pub(crate) use loss::loss;
pub(crate) use note::note;

use crate::message::{Framework, PatternAsText, RecordSource, ValueOf};
use rulepad_document::words::en;

/// What a value is, for a sentence about it.
fn value(value: &ValueOf) -> String {
    format!("the value of {}", expression(value))
}

fn expression(value: &ValueOf) -> String {
    format!("`{}` in {}", value.expression, value.language.name())
}

fn framework(framework: Framework) -> &'static str {
    match framework {
        Framework::Sam => "SAM",
        Framework::Serverless => "Serverless",
    }
}

/// What a framework declares with events.
fn declared(framework: Framework) -> &'static str {
    match framework {
        Framework::Sam => "function or state machine",
        Framework::Serverless => "function",
    }
}

fn source(source: RecordSource) -> &'static str {
    match source {
        RecordSource::Queue => "SQS queue",
        RecordSource::Stream => "Kinesis stream",
        RecordSource::Table => "DynamoDB stream",
        RecordSource::Unknown => "source",
    }
}

/// Names in backticks: `a`, `b` and `c`.
fn all_of<T: AsRef<str>>(names: &[T]) -> String {
    en::all_of(&quoted(names))
}

fn quoted<T: AsRef<str>>(names: &[T]) -> Vec<String> {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect()
}

fn pattern_as_text(why: PatternAsText) -> &'static str {
    match why {
        PatternAsText::CloudFormation => {
            "The event pattern is written as a JSON string, because CloudFormation would refuse or change a `null`, a \
             number or a field name in an object."
        }
        PatternAsText::FilterPolicy => {
            "The filter policy is written as a JSON string, because CloudFormation would refuse or change a `null`, a \
             number or a field name in an object."
        }
        PatternAsText::Cdk => {
            "The event pattern is written as a JSON string, because CDK would move or lose a field of an object."
        }
        PatternAsText::JavaScript => {
            "The event pattern is written as a JSON string, because JavaScript would change how a number is spelled or \
             move a field."
        }
        PatternAsText::Jsonencode => {
            "The event pattern is written as a JSON string, because `jsonencode` would change how a number or string is \
             spelled."
        }
    }
}
