//! Calls of the AWS CLI, and AWS's own sentences: as data, and word for word.

use crate::message::Message;
use crate::words_ko;
use rulepad_document::{Lang, Words};

/// The call that gives a rule.
pub(crate) const DESCRIBE_RULE: &str = "aws events describe-rule --name NAME";

/// The call that gives an archive.
pub(crate) const DESCRIBE_ARCHIVE: &str = "aws events describe-archive --archive-name NAME";

/// The call that gives a pipe.
pub(crate) const DESCRIBE_PIPE: &str = "aws pipes describe-pipe --name NAME";

/// The call that gives a subscription.
pub(crate) const SUBSCRIPTION_ATTRIBUTES: &str = "aws sns get-subscription-attributes --subscription-arn ARN";

/// What AWS says of a rule. Its words are English in every language; others have a gloss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwsSentence {
    /// A rule with nothing that it reacts to.
    NoPattern,
}

impl AwsSentence {
    /// AWS's words.
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::NoPattern => {
                "Parameter(s) EventPattern or ScheduleExpression must be specified.".to_owned()
            }
        }
    }
}

/// In English AWS's words, in another language what they mean.
impl Words for AwsSentence {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.sentence(),
            Lang::Ko(_) => words_ko::gloss(*self),
        }
    }
}

impl From<AwsSentence> for Message {
    fn from(said: AwsSentence) -> Self {
        Self::Aws(said)
    }
}
