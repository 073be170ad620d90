//! The rules Rulepad opens with: an event, an event pattern and targets each, as data; the gallery of more of them;
//! and the [`catalogue`].
//!
//! Nothing here is parsed; the workbench reads it, and its tests hold every sample to what it claims.
//! Facts of AWS events: the EventBridge schema registry as published in `@aws-cdk/aws-service-spec`
//! (Apache-2.0); every value is invented.

pub mod catalogue;
mod words_en;

/// One rule to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Stable name.
    pub id: &'static str,
    /// What a menu says.
    pub title: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
    /// The event, a JSON text.
    pub event: &'static str,
    /// The event pattern, a JSON text, valid or not.
    pub pattern: &'static str,
    /// The rule's properties and its targets, a JSON text: `{"rule": …, "targets": […]}`.
    pub rule: &'static str,
    /// Whether the event matches; `None` where AWS refuses the pattern.
    pub matches: Option<bool>,
}

macro_rules! sample {
    ($id:literal, $words:expr, $matches:expr) => {
        Sample {
            id: $id,
            title: $words.0,
            about: $words.1,
            event: include_str!(concat!("../data/", $id, "/event.json")),
            pattern: include_str!(concat!("../data/", $id, "/pattern.json")),
            rule: include_str!(concat!("../data/", $id, "/rule.json")),
            matches: $matches,
        }
    };
}

/// The gallery: more rules with their targets, one JSON object a line, in the order of the menu. Together they have
/// every kind of target, every input option and what is hard for a file format.
///
/// The page fetches the file when its menu is first opened. Whoever names this constant carries the text in the
/// program.
pub const GALLERY: &str = include_str!("../data/gallery.ndjson");

/// Every sample, in the order of the menu. The first is the one the page opens with.
pub const SAMPLES: &[Sample] = &[
    sample!("codebuild-published", words_en::CODEBUILD_PUBLISHED, None),
    sample!("codebuild-failed", words_en::CODEBUILD_FAILED, Some(true)),
    sample!("s3-created", words_en::S3_CREATED, Some(true)),
    sample!("order-or", words_en::ORDER_OR, Some(true)),
    sample!("ecs-array", words_en::ECS_ARRAY, Some(false)),
    sample!("guardduty-severe", words_en::GUARDDUTY_SEVERE, Some(true)),
];

macro_rules! hurts {
    ($id:literal, $about:expr) => {
        sample!($id, ($about, $about), Some(true))
    };
}

/// Rules of texts that some reader on the way to AWS takes for something else. No menu shows them: every export
/// must bring them back as they are.
pub const HURTS: &[Sample] = &[
    hurts!("hurts-languages", words_en::HURTS_LANGUAGES),
    hurts!("hurts-words", words_en::HURTS_WORDS),
    hurts!("hurts-hidden", words_en::HURTS_HIDDEN),
    hurts!("hurts-keys", words_en::HURTS_KEYS),
    hurts!("hurts-more-keys", words_en::HURTS_MORE_KEYS),
    hurts!("hurts-numbers", words_en::HURTS_NUMBERS),
    hurts!("hurts-functions", words_en::HURTS_FUNCTIONS),
    hurts!("hurts-parameters", words_en::HURTS_PARAMETERS),
    hurts!("hurts-cdk", words_en::HURTS_CDK),
    hurts!("hurts-frameworks", words_en::HURTS_FRAMEWORKS),
];
