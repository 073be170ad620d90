//! The codes of configurations.

rulepad_document::codes! {
    /// What cannot be worked out of a configuration.
    pub enum Code {
        Syntax = "import.terraform",
        Skipped = "import.skipped",
        Key = "import.key",
        Perhaps = "import.perhaps",
        Budget = "import.budget",
        Instances = "import.instances",
        Number = "import.number",
        Repeated = "import.repeated",
        NotMade = "import.not-made",
        Dynamic = "import.dynamic",
    }
}
