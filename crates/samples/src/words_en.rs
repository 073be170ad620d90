//! Titles of the samples and what each shows, in English.

use crate::SampleWords;

pub(crate) const CODEBUILD_PUBLISHED: SampleWords = SampleWords {
    title: "CodeBuild rule as published, with four errors",
    about: "Three bare strings and a comment: fix them, and see which condition fails.",
};
pub(crate) const CODEBUILD_FAILED: SampleWords = SampleWords {
    title: "CodeBuild build failed in one phase",
    about: "A prefix, and two conditions that must hold in the same element of an array.",
};
pub(crate) const S3_CREATED: SampleWords = SampleWords {
    title: "S3 object created, by key and size",
    about: "A wildcard on the key and a numeric range.",
};
pub(crate) const ORDER_OR: SampleWords = SampleWords {
    title: "Your own event, with $or",
    about: "Large orders or good customers, and null beside an absent field.",
};
pub(crate) const ECS_ARRAY: SampleWords = SampleWords {
    title: "ECS containers: two elements that do not go together",
    about: "Both conditions are met, but by different containers, so the rule stays silent.",
};
pub(crate) const GUARDDUTY_SEVERE: SampleWords = SampleWords {
    title: "GuardDuty findings from a network",
    about: "A severity range and an IP block, with an object in the input template.",
};

pub(crate) const HURTS_LANGUAGES: &str =
    "Quotes, templates, escapes and line breaks of the languages of exports.";
pub(crate) const HURTS_WORDS: &str = "What YAML 1.1 reads as something else than a string.";
pub(crate) const HURTS_HIDDEN: &str =
    "Controls, marks of direction, line separators and what lies beyond the first plane.";
pub(crate) const HURTS_KEYS: &str = "Names of fields that are reserved in a language.";
pub(crate) const HURTS_MORE_KEYS: &str = "More names of fields, from YAML and the shell.";
pub(crate) const HURTS_NUMBERS: &str = "Numbers whose spelling matters, and `null`.";
pub(crate) const HURTS_FUNCTIONS: &str =
    "What CloudFormation resolves: dynamic references and its functions.";
pub(crate) const HURTS_PARAMETERS: &str = "The property of each kind of target, with texts of users in them.";
pub(crate) const HURTS_CDK: &str = "What CDK takes for its own values, and what JavaScript moves.";
pub(crate) const HURTS_FRAMEWORKS: &str = "Several functions of one rule, and what Serverless resolves.";
