//! What can be wrong with the members of a rule or a target.

use rulepad_document::json::ValueKind;
use rulepad_terraform::value::TerraformType;

/// What is wrong with the members of a rule or a target. A source is an expression as it is written, shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum MemberMessage {
    Type {
        name: String,
        expected: Expected,
        seen: MemberKind,
    },
    Unknown {
        name: String,
        owner: Owner,
    },
    State(String),
    StateUnknown {
        source: String,
    },
    /// Two input options of a target, of which the first is kept.
    Inputs {
        id: String,
        kept: &'static str,
        left: &'static str,
    },
    /// A key that AWS keeps for itself.
    TagReserved {
        key: String,
    },
    NoPattern {
        rule: String,
    },
    PatternUnknown {
        source: String,
    },
    PatternField {
        field: String,
    },
    PatternList {
        field: String,
        source: String,
    },
}

/// The kind of value that a member takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the words of each")]
pub enum Expected {
    String,
    Number,
    Bool,
    Object,
    Map,
    List,
    ListOfObjects,
}

/// The kind of value that a member has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberKind {
    /// A value of JSON or YAML.
    Json(ValueKind),
    /// A value of Terraform.
    Terraform(TerraformType),
}

/// What has a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A rule.
    Rule,
    /// A target.
    Target,
    /// A pipe.
    Pipe,
    /// An event of a function of the Serverless Framework.
    FunctionEvent,
    /// The resource of a rule in Terraform.
    RuleResource,
    /// The resource of a target in Terraform.
    TargetResource,
    /// A block of Terraform.
    Block,
    /// A member, a block, a call or a type of this name.
    Named(&'static str),
}
