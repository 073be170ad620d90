//! Verdicts, and what is not verified, in English.

use crate::explain::{Outcome, Verdict};
use crate::unverified::Unverified;
use rulepad_document::words::en::sentence;
use rulepad_document::{Lang, Words};

/// A verdict.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "Match: the subscriber gets the event",
        Verdict::NoMatch => "No match: the subscriber does not get the event",
        Verdict::FilterError => "No verdict: AWS refuses the filters",
        Verdict::SubscriberError => "No verdict: AWS refuses the subscriber",
        Verdict::EventError => "No verdict: the event cannot be published or read",
        Verdict::Undecided => "No verdict: it depends on something that is not known",
    }
}

/// What came of a filter that was not tried.
pub(crate) fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Tried(_) => "",
        Outcome::OctetStream => "The data is bytes, which no filter matches",
        Outcome::NotTried => "Not tried: how AWS tries it is not known",
        Outcome::Refused => "Not tried: AWS refuses the filter",
    }
}

/// `$or`.
pub(crate) fn any_of(holding: usize, all: usize) -> String {
    match holding {
        0 => format!("`$or`: none of the {all} alternatives holds"),
        1 => "`$or`: one alternative holds, and one is enough".to_owned(),
        more => format!("`$or`: {more} alternatives hold, and one is enough"),
    }
}

/// What is not verified, a sentence.
pub(crate) fn unverified(open: &Unverified) -> String {
    let fixed = match open {
        Unverified::Verdicts => {
            "No verdicts of subscribers have been recorded; operators are evaluated as in rules."
        }
        Unverified::SetByAws { field } => {
            return format!("AWS sets `{field}` when it takes the event, so its value is not known.");
        }
        Unverified::MayBeAbsent { field } => {
            return format!(
                "The event does not show `{field}`; whether AWS sets it, and to what, is not known."
            );
        }
        Unverified::DataNotObject => {
            "How AWS tries a pattern on data that is not an object is not documented."
        }
        Unverified::RootArray => "What a pattern that is an array matches is not documented.",
        Unverified::NotJson => {
            "Whether AWS takes bytes that are not JSON as `application/json` is not documented."
        }
        Unverified::WebhookEvent => "What the event of a webhook looks like is not documented.",
        Unverified::Sentence => "AWS's words for this refusal are not known.",
        Unverified::Jsonata(open) => return sentence(&open.words(Lang::En)),
        Unverified::StringInArray => {
            "How AWS puts a payload that is a string into a JSON array is not documented; send an object instead."
        }
        Unverified::BytesOfTarget => "How bytes arrive at this kind of target is not documented.",
        Unverified::WildcardOfSource => {
            "Whether the pattern of an event source supports `wildcard` is not documented."
        }
        Unverified::MskActions => {
            "The actions that a role needs for an MSK cluster are inferred from those of Kafka clients."
        }
        Unverified::UniversalAction => {
            "The IAM action is inferred from the name of the API action; some services have another prefix in IAM."
        }
        Unverified::MskBatch => "The batch sizes of an MSK cluster are not documented.",
        Unverified::ArrayOfOne => {
            "With a batch size of 1, newer pages of AWS have the payload itself, and older ones an array of one."
        }
        Unverified::KeyPermissions => {
            "If a customer managed key encrypts the target, the role also needs `kms:GenerateDataKey` and `kms:Decrypt`."
        }
        Unverified::EnvelopeBytes => {
            "The order of keys and the white space of what AWS writes are not documented."
        }
    };
    fixed.to_owned()
}
