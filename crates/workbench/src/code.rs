//! The codes of the workbench's own diagnostics.

rulepad_document::codes! {
    /// The codes of the workbench's own diagnostics.
    pub enum Code {
        Loop = "rule.loop",
        BadFile = "import.file",
    }
}
