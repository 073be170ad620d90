//! A draft, its files and its links in English.

use crate::export::{NotYet, PatternUse};
use crate::file::{BadFile, VERSION};
use crate::replaced::DraftPart;
use crate::share::BadLink;
pub(crate) use crate::words::NEITHER;
use rulepad_document::Lang;
use rulepad_document::words::en;
use rulepad_rule::{Target, TargetKind};
use rulepad_transformer::Input;

/// Why there is no export yet, in a sentence.
pub(crate) fn not_yet(why: NotYet) -> String {
    match why {
        NotYet::NoPattern => format!("AWS refuses a rule without an event pattern: {NEITHER}"),
        NotYet::ScheduleAlone => {
            "The rule has a schedule and no event pattern: there is nothing to test or to filter.".to_owned()
        }
        NotYet::Refused { pattern, errors } => {
            let errors = en::counted(errors, "error", "errors");
            match pattern {
                PatternUse::EventPattern => {
                    format!("AWS refuses the event pattern: fix {errors} to export the rule.")
                }
                PatternUse::FilterPattern => {
                    format!("AWS refuses the filter pattern: fix {errors} to export the filter.")
                }
                PatternUse::FilterPolicy => {
                    format!("AWS refuses the filter policy: fix {errors} to export the filter.")
                }
            }
        }
    }
}

/// What AWS refuses of the rule; `message` is in words.
pub(crate) fn refused_of_rule(message: &str) -> String {
    format!("The rule: {message}.")
}

/// What AWS refuses of a target; `message` is in words.
pub(crate) fn refused_of_target(id: &str, message: &str) -> String {
    format!("Target `{id}`: {message}.")
}

/// Why a file cannot be opened, in lower case.
pub(crate) fn bad_file(bad: &BadFile) -> String {
    match bad {
        BadFile::Version(version) => {
            format!("this file has version {version}, this Rulepad reads {VERSION}: open it in a newer one")
        }
        BadFile::Damaged(words) => format!("this Rulepad file is damaged: {words}"),
        BadFile::NoSuchPlace => {
            "this Rulepad file is damaged: a test names a rule or an event that is not in it".to_owned()
        }
    }
}

/// Why a link cannot be opened, in lower case.
pub(crate) fn bad_link(bad: BadLink) -> &'static str {
    match bad {
        BadLink::Version => "this link was made by a newer Rulepad; open it there",
        BadLink::Dialect => {
            "this link names an unknown dialect; write `rule`, `archive`, `pipes`, `event_source_mapping`, `sns_attributes` or `sns_body`"
        }
        BadLink::Beside => "the loaded events, the other rules or the tests in this link cannot be read",
        BadLink::Damaged => "this link is incomplete: copy all of it, up to the last character",
    }
}

/// What a pattern was converted from, in a sentence.
pub(crate) fn converted(language: &str) -> String {
    format!("The event pattern is {language}; it was converted to JSON.")
}

/// How many rules a shortened list leaves out.
pub(crate) fn more(count: usize) -> String {
    format!("and {count} more")
}

/// What a part of a draft is called.
pub(crate) fn part(part: &DraftPart<'_>) -> String {
    let fixed = match part {
        DraftPart::Target(id) => return format!("Target `{id}`"),
        DraftPart::Name => "Rule name",
        DraftPart::Bus => "Event bus",
        DraftPart::Description => "Description",
        DraftPart::State => "State",
        DraftPart::Role => "Role ARN of the rule",
        DraftPart::Schedule => "Schedule",
        DraftPart::Tags => "Tags",
        DraftPart::Pattern => "Event pattern",
        DraftPart::Dialect => "Service that evaluates the pattern",
        DraftPart::Event => "Event",
    };
    fixed.to_owned()
}

/// A target on one line: what it is, what it receives, where it is.
pub(crate) fn target(target: &Target) -> String {
    let kind = target.kind().map_or("target", |kind: TargetKind| kind.name(Lang::En));
    let input = match &target.input {
        Input::MatchedEvent => "the matched event",
        Input::Path(_) => "`InputPath`",
        Input::Constant(_) => "`Input`",
        Input::Transformer { .. } => "`InputTransformer`",
    };
    format!("{kind}, receives {input}, {}", target.arn)
}
