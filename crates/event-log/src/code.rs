//! The codes of a table's keys.

rulepad_document::codes! {
    /// What can be wrong with the keys of a table.
    pub enum Code {
        NameMissing = "log.name-missing",
        NameTooLong = "log.name-too-long",
        NameTwice = "log.name-twice",
        PathMissing = "log.path-missing",
        PathGrammar = "log.path-grammar",
    }
}
