//! An event log: what a DynamoDB table holds after a function wrote each event down.

use serde::{Deserialize, Serialize};

/// The table: which values of what arrives are its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// The partition key.
    pub partition: Key,
    /// The sort key; its name is blank for a table without one.
    pub sort: Key,
}

/// One key of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Key {
    /// The attribute's name.
    pub name: String,
    /// The path of its value in what arrives, such as `$.detail.userIdentity.arn`.
    pub path: String,
}
