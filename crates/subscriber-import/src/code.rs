//! The codes of an import of subscribers.

rulepad_document::codes! {
    /// What can be wrong with a text that has subscribers, and what could not be taken from it.
    pub enum Code {
        None = "subscriber-import.none",
        TooLong = "subscriber-import.too-long",
        NamesOnly = "subscriber-import.names-only",
        More = "subscriber-import.more",
        Update = "subscriber-import.update",
        Tags = "subscriber-import.tags",
        Property = "subscriber-import.property",
        Condition = "subscriber-import.condition",
    }
}
