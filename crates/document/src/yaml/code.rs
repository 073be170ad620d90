//! The codes of a YAML text.

crate::codes! {
    /// What can be wrong with a YAML text, whatever it means.
    pub enum Code {
        Syntax = "import.yaml-syntax",
        OwnAlias = "import.yaml-own-alias",
        TooLarge = "import.yaml-too-large",
        RepeatsTooMuch = "import.yaml-repeats-too-much",
        LongKey = "import.yaml-long-key",
        TooDeep = "import.yaml-too-deep",
        Word = "import.yaml-word",
    }
}
