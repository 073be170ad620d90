//! The sample subscribers as drafts.

use crate::draft::SubscriberDraft;
use rulepad_samples::subscribers::{PublishedBy, SubscriberSample, Titled, Unreadable, read_subscribers};
use rulepad_subscriber::event::Published;

/// A sample with the draft that it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Stable name.
    pub id: String,
    /// What a menu says, in English.
    pub en: Titled,
    /// What a menu says, in Korean.
    pub ko: Titled,
    /// The subscriber with its event.
    pub draft: SubscriberDraft,
}

impl Sample {
    /// What a menu says.
    #[must_use]
    pub fn titled(&self, lang: rulepad_document::Lang) -> &Titled {
        if lang == rulepad_document::Lang::En { &self.en } else { &self.ko }
    }
}

/// Reads the file of samples (`rulepad_samples::subscribers::SUBSCRIBERS_FILE`).
///
/// # Errors
/// The first line that cannot be read.
pub fn samples(text: &str) -> Result<Vec<Sample>, Unreadable> {
    Ok(read_subscribers(text)?.into_iter().filter_map(sample).collect())
}

fn sample(own: SubscriberSample) -> Option<Sample> {
    let published = match own.published {
        None => Published::Recognize,
        Some(PublishedBy::PutEvents) => Published::PutEvents,
        Some(PublishedBy::PutRawEvents) => Published::PutRawEvents,
    };
    let draft =
        SubscriberDraft { event: own.event, published, ..SubscriberDraft::of_request(&own.subscriber)? };
    Some(Sample { id: own.id, en: own.en, ko: own.ko, draft })
}
