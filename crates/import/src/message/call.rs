//! What can be wrong with a call, and what is not read of it.

use crate::changes::RuleChange;

/// What is wrong with a call, or is not read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum CallMessage {
    /// The option of the AWS CLI.
    Argument(String),
    JsonInShorthand,
    Makefile,
    NotLiteral,
    Budget,
    Sends,
    Deploys,
    NoRule,
    ChangeElsewhere {
        change: RuleChange,
        rule: String,
    },
    ChangePerhaps {
        change: RuleChange,
        rule: String,
    },
    Deleted {
        rule: String,
    },
    /// The ids are empty where they are not known.
    TargetsRemoved {
        rule: String,
        ids: Vec<String>,
    },
    // Records of CloudTrail.
    /// The call.
    TrailOther(String),
    /// AWS's code of the error.
    TrailFailed(String),
    TrailHidden,
}
