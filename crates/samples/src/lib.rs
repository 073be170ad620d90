//! The rules Rulepad opens with: an event, an event pattern and targets each, as data; the gallery of more of them;
//! the [`catalogue`]; and [`subscribers`] of a custom event bus.
//!
//! Rules are not parsed here; the workbench reads them, and its tests hold every sample to what it claims. Subscribers
//! are read here, and the tests of this crate do so.
//! Facts of AWS events: the EventBridge schema registry as published in `@aws-cdk/aws-service-spec`
//! (Apache-2.0); every value is invented.

pub mod catalogue;
pub mod korean;
pub mod subscribers;
mod words_en;
mod words_ko;

/// What a menu says of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleWords {
    /// Its name in the menu.
    pub title: &'static str,
    /// What it shows, in a sentence.
    pub about: &'static str,
}

/// One rule to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Stable name.
    pub id: &'static str,
    /// What a menu says, in English.
    pub en: SampleWords,
    /// What a menu says, in Korean.
    pub ko: SampleWords,
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
    ($id:literal, $en:expr, $ko:expr, $matches:expr) => {
        Sample {
            id: $id,
            en: $en,
            ko: $ko,
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
    sample!("codebuild-published", words_en::CODEBUILD_PUBLISHED, words_ko::CODEBUILD_PUBLISHED, None),
    sample!("codebuild-failed", words_en::CODEBUILD_FAILED, words_ko::CODEBUILD_FAILED, Some(true)),
    sample!("s3-created", words_en::S3_CREATED, words_ko::S3_CREATED, Some(true)),
    sample!("order-or", words_en::ORDER_OR, words_ko::ORDER_OR, Some(true)),
    sample!("ecs-array", words_en::ECS_ARRAY, words_ko::ECS_ARRAY, Some(false)),
    sample!("guardduty-severe", words_en::GUARDDUTY_SEVERE, words_ko::GUARDDUTY_SEVERE, Some(true)),
];

macro_rules! hurts {
    ($id:literal, $about:ident) => {
        sample!(
            $id,
            SampleWords { title: words_en::$about, about: words_en::$about },
            SampleWords { title: words_ko::$about, about: words_ko::$about },
            Some(true)
        )
    };
}

/// Rules of texts that some reader on the way to AWS takes for something else. No menu shows them: every export
/// must bring them back as they are.
pub const HURTS: &[Sample] = &[
    hurts!("hurts-languages", HURTS_LANGUAGES),
    hurts!("hurts-words", HURTS_WORDS),
    hurts!("hurts-hidden", HURTS_HIDDEN),
    hurts!("hurts-keys", HURTS_KEYS),
    hurts!("hurts-more-keys", HURTS_MORE_KEYS),
    hurts!("hurts-numbers", HURTS_NUMBERS),
    hurts!("hurts-functions", HURTS_FUNCTIONS),
    hurts!("hurts-parameters", HURTS_PARAMETERS),
    hurts!("hurts-cdk", HURTS_CDK),
    hurts!("hurts-frameworks", HURTS_FRAMEWORKS),
];
