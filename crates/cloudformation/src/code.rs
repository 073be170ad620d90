//! The codes of templates.

rulepad_document::codes! {
    /// What can be wrong with the loops of a template.
    pub enum Code {
        LoopShape = "import.loop-shape",
        LoopUnknown = "import.loop-unknown",
        LoopLong = "import.loop-long",
    }
}
