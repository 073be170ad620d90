//! What can be wrong with the property that a kind of target has, such as `EcsParameters`.

use crate::TargetKind;
use crate::schema::ExpectedType;
use rulepad_document::json;

/// What is wrong with the property of a kind of target. `name` is a member, or an entry of one, such as `Tags[0]`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum ParametersMessage {
    /// A queue needs it for being a FIFO queue.
    Missing {
        kind: TargetKind,
        property: &'static str,
    },
    NotTaken(TargetKind),
    Type {
        name: String,
        expected: ExpectedType,
        seen: Seen,
    },
    Wrapped(&'static str),
    Unknown {
        of: String,
        key: String,
    },
    Misplaced {
        key: String,
        inside: &'static str,
    },
    Duplicate(String),
    Lacks {
        of: String,
        member: &'static str,
    },
    ChoiceIsPath(String),
    Choice(String),
    Range {
        name: String,
        from: i64,
        to: i64,
    },
    TooLong {
        name: String,
        length: usize,
        most: usize,
    },
    Empty(String),
    NoEntries {
        name: String,
        least: usize,
        most: usize,
    },
    TooManyEntries {
        name: String,
        length: usize,
        most: usize,
    },
    Form(String),
    PathInText(String),
    PathNotReplaced(String),
    PathAsName,
    RunKey,
    Together {
        keep: &'static str,
        other: &'static str,
    },
    /// A label: where the other of two members is.
    OtherHere(&'static str),
    NoStatement,
    Fargate,
    Ec2(&'static str),
    Bases,
    /// A label.
    OtherBase,
    TaskDefinitionRegion {
        definition: String,
        cluster: String,
    },
    TaskDefinitionShape,
    Header(String),
    HeaderWritten(String),
    PathValues {
        stars: usize,
        values: usize,
    },
    MessageGroup,
}

/// What a value is instead of what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A value of another kind.
    Kind(json::ValueKind),
    /// A number that is not whole.
    Number(String),
}
