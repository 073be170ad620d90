//! What is not known of a configuration of Terraform.

/// What is not known of a configuration of Terraform. A source is an expression as it is written, shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "words_en has the sentence of each")]
pub enum TerraformMessage {
    Reference {
        source: String,
    },
    Refused {
        source: String,
    },
    ObjectUnknown {
        source: String,
    },
    TagsUnknown {
        source: String,
    },
    /// The source of a module may be blank.
    ModuleElsewhere {
        name: String,
        source: String,
    },
    ModuleNotGiven {
        name: String,
        folder: String,
    },
    /// The file that calls the module.
    ThroughModule {
        caller: String,
    },
    Hidden,
    Destroyed {
        address: String,
    },
    EncodedTemplate,
}
