//! The rules Rulepad opens with: an event, an event pattern and targets each, as data; the gallery of more of them;
//! and the [`catalogue`].
//!
//! Nothing here is parsed; the workbench reads it, and its tests hold every sample to what it claims.
//! Facts of AWS events: the EventBridge schema registry as published in `@aws-cdk/aws-service-spec`
//! (Apache-2.0); every value is invented.

pub mod catalogue;

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
    ($id:literal, $title:literal, $about:literal, $matches:expr) => {
        Sample {
            id: $id,
            title: $title,
            about: $about,
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
    sample!(
        "codebuild-published",
        "CodeBuild rule as published, with four mistakes",
        "Three bare strings and a comment: fix them, and see which condition fails.",
        None
    ),
    sample!(
        "codebuild-failed",
        "CodeBuild build failed in one phase",
        "A prefix, and two conditions that must hold in the same element of an array.",
        Some(true)
    ),
    sample!(
        "s3-created",
        "S3 object created, by key and size",
        "A wildcard on the key and a numeric range.",
        Some(true)
    ),
    sample!(
        "order-or",
        "Your own event, with $or",
        "Large orders or good customers, and null beside an absent field.",
        Some(true)
    ),
    sample!(
        "ecs-array",
        "ECS containers: two elements that do not go together",
        "Both conditions are met, but by different containers, so the rule stays silent.",
        Some(false)
    ),
    sample!(
        "guardduty-severe",
        "GuardDuty findings from a network",
        "A severity range and an IP block, with an object in the input template.",
        Some(true)
    ),
];

macro_rules! hurts {
    ($id:literal, $about:literal) => {
        sample!($id, $about, $about, Some(true))
    };
}

/// Rules of texts that some reader on the way to AWS takes for something else. No menu shows them: every export
/// must bring them back as they are.
pub const HURTS: &[Sample] = &[
    hurts!("hurts-languages", "Quotes, templates, escapes and line breaks of the languages of exports."),
    hurts!("hurts-words", "What YAML 1.1 reads as something else than a string."),
    hurts!(
        "hurts-hidden",
        "Controls, marks of direction, line separators and what lies beyond the first plane."
    ),
    hurts!("hurts-keys", "Names of fields that a language keeps for itself."),
    hurts!("hurts-more-keys", "More names of fields, from YAML and the shell."),
    hurts!("hurts-numbers", "Numbers whose spelling matters, and `null`."),
    hurts!("hurts-functions", "What CloudFormation resolves: dynamic references and its functions."),
    hurts!("hurts-parameters", "The properties of targets' own, with texts of users in them."),
    hurts!("hurts-cdk", "What CDK takes for values of its own, and what JavaScript moves."),
    hurts!("hurts-frameworks", "Several functions of one rule, and what Serverless resolves."),
];
