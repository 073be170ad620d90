//! What is wrong with an event source, in English.

use crate::explain::Verdict;
use crate::message::SourceText as T;

/// The words of a text about an event source.
pub(crate) fn source(text: &T) -> String {
    let fixed = match text {
        T::Variants(count) => return format!("the configuration has {count} origins, and must have one"),
        T::Authentications(count) => {
            return format!("the webhook has {count} ways to authenticate, and must have one");
        }
        T::FifoQueue => "failures of an event source cannot go to a FIFO queue",
        T::PatternTooLong { length, most } => {
            return format!("the pattern has {length} characters; the limit is {most}");
        }
        T::AddedField(name) => {
            return format!(
                "AWS adds `{name}` to the pattern of a source, which must not have it at the top"
            );
        }
        T::KeepOneVariant => {
            "keep one of `AwsServiceEventsConfiguration`, `PartnerEventsConfiguration` and `WebhookEventsConfiguration`"
        }
        T::KeepOneAuthentication => {
            "keep one of `StaticTokenAuthConfiguration`, `BasicHttpAuthConfiguration` and `HmacAuthConfiguration`"
        }
        T::UseStandardQueue => "use a standard queue",
        T::FilterInSubscriber => "move conditions into the filters of subscribers",
        T::RemoveField(name) => return format!("remove `{name}`"),
    };
    fixed.to_owned()
}

/// Whether an event comes to the bus.
pub(crate) fn crossing(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Match => "Match: the event comes to the bus",
        Verdict::NoMatch => "No match: the event does not come to the bus",
        Verdict::FilterError | Verdict::SubscriberError => "No verdict: AWS refuses the event source",
        Verdict::EventError => "No verdict: the event cannot be read",
        Verdict::Undecided => "No verdict: it depends on something that is not known",
    }
}
