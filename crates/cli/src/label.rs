//! The words before a colon, and the heads of tables.

use rulepad_workbench::{Lang, Severity};

/// What kind of text follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A problem for which AWS refuses the text.
    Error,
    /// Something that is probably wrong.
    Warning,
    /// Something worth knowing.
    Note,
    /// What to do.
    Help,
    /// What AWS says.
    Aws,
    /// What AWS's words mean; no label of English.
    Gloss,
    /// What nearly matched.
    NearMiss,
    /// What AWS refuses of a rule.
    Refused,
    /// What a file cannot carry.
    Lost,
    /// What of a rule cannot become a subscriber.
    NotMigrated,
    /// What behaves differently.
    Changed,
    /// What the target of a rule gets, beside a subscriber's.
    PayloadOfRule,
    /// What the target of a subscriber gets, beside a rule's.
    PayloadOfSubscriber,
    /// The request by which a subscriber calls the service of its target.
    RequestOfSubscriber,
    /// Why nothing arrives.
    NotDelivered,
    /// Why AWS refuses a target.
    TargetRefused,
    /// Why the target's service does not take the request.
    NotTaken,
    /// What AWS is not known to do.
    NotVerified,
    /// What arrives at a target.
    Payload,
    /// The same as Base64.
    PayloadBytes,
    /// Nothing is known of what arrives.
    NoPayload,
    /// A rule that is disabled.
    Disabled,
    /// A column of files.
    File,
    /// A column of their formats.
    Format,
    /// A column of how many rules they have.
    Rules,
    /// A column of how many problems they have.
    Problems,
}

impl Label {
    /// The label of a severity.
    pub fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }

    /// The word.
    pub fn words(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => crate::words_en::label(self),
            Lang::Ko(_) => crate::words_ko::label(self),
        }
    }
}
