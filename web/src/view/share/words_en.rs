//! Texts of the Share dialog, in English.

use super::text::{Text, grouped};
use rulepad_workbench::embed::{Editable, Snippet, Theme};
use rulepad_workbench::en::counted;
use rulepad_workbench::mask::Sensitive;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Share => "Share",
        Text::Ways => "Ways to share",
        Text::Link => "Link",
        Text::Embed => "Embed",
        Text::Markdown => "Markdown",
        Text::WhatIsShared => "What is shared",
        Text::WithTargets(count) => return format!("With {}", counted(count, "target", "targets")).into(),
        Text::AllEvents(count) => return format!("All {count} loaded events, not only the one shown").into(),
        Text::WithTests { rules: 0, tests } => {
            return format!("With {}", counted(tests, "test", "tests")).into();
        }
        Text::WithTests { rules, tests: 0 } => {
            return format!("With {}", counted(rules, "other rule", "other rules")).into();
        }
        Text::WithTests { rules, tests } => {
            let (rules, tests) =
                (counted(rules, "other rule", "other rules"), counted(tests, "test", "tests"));
            return format!("With {rules} and {tests}").into();
        }
        Text::TestsNotMasked => "Other rules and tests are not in a masked link.",
        Text::TestsLeftOut { length, limit } => {
            return format!(
                "Other rules and tests are left out: with them the link would have {} characters, and some programs cut links longer than {}. A file has them all.",
                grouped(length),
                grouped(limit)
            )
            .into();
        }
        Text::Mask => "Mask account ids, ARNs, e-mail and IP addresses",
        Text::NothingToMask => "Nothing to mask: no account id, ARN, e-mail or IP address was found.",
        Text::Replaced(count) => return format!("{} replaced", counted(count, "value", "values")).into(),
        Text::MoreReplaced(count) => return format!("and {} more", grouped(count)).into(),
        Text::Value => "Value",
        Text::Replacement => "Replacement",
        Text::Count => "Count",
        Text::Times(count) => return format!("{}×", grouped(count)).into(),
        Text::Kept(1) => {
            "This value is not masked: the verdict would change, because a condition depends on it."
        }
        Text::Kept(_) => {
            "These values are not masked: the verdict would change, because a condition depends on them."
        }
        Text::Kind(kind) => match kind {
            Sensitive::AccountId => "account id",
            Sensitive::ResourceName => "name in an ARN",
            Sensitive::Email => "e-mail address",
            Sensitive::IpAddress => "IP address",
        },
        Text::WithoutOrigin => "The text that the rule was imported from is not shared.",
        Text::Masking => "Masking, and checking that the verdict stays the same…",
        Text::MaskingStopped => {
            "Masking took too long, so there is nothing to copy. Share fewer events, or without masking."
        }
        Text::MaskingFailed => "Masking does not work now, so there is nothing to copy.",
        Text::Length(length) => {
            return format!(
                "{} characters. The draft is in the part after #, which browsers send to no server.",
                grouped(length)
            )
            .into();
        }
        Text::MayBeCut(limit) => {
            return format!(
                "Some programs cut links longer than {} characters. A file has no limit.",
                grouped(limit)
            )
            .into();
        }
        Text::SaveFile => "Save as a file",
        Text::CopyLink => "Copy link",
        Text::CopyMarkdown => "Copy Markdown",
        Text::AboutMarkdown => "Pattern, event, verdict and reason, for an issue or a chat.",
        Text::SnippetKind => "Kind of snippet",
        Text::Snippet(kind) => snippet(kind),
        Text::CopySnippet(kind) => match kind {
            Snippet::Element => "Copy HTML",
            Snippet::Frame => "Copy iframe",
            Snippet::Link => "Copy Markdown link",
            Snippet::Fence => "Copy block",
        },
        Text::AboutSnippet(kind) => match kind {
            Snippet::Element => "For HTML pages. Readable without script; the script makes it live.",
            Snippet::Frame => {
                "For pages that allow no scripts of others. The example runs in a sandboxed frame."
            }
            Snippet::Link => "For README files, issues and chats: it opens this example in Rulepad.",
            Snippet::Fence => {
                "For documentation built from Markdown with a Rulepad plug-in. Elsewhere it shows as plain text."
            }
        },
        Text::Shown => "Show",
        Text::ShowWhy => "Why",
        Text::ShowPayload => "Payload",
        Text::EditableLabel => "Readers can edit",
        Text::Editable(editable) => match editable {
            Editable::None => "Nothing",
            Editable::Pattern => "Event pattern",
            Editable::Event => "Event",
            Editable::All => "Everything",
        },
        Text::ThemeLabel => "Theme",
        Text::Theme(theme) => match theme {
            Theme::Auto => "As the system",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        },
        Text::HeightLabel => "Height",
        Text::Pixels(pixels) => return format!("{pixels} px").into(),
        Text::Preview => "Preview",
        Text::Evaluating => "Evaluating…",
    })
}

fn snippet(kind: Snippet) -> &'static str {
    match kind {
        Snippet::Element => "Custom element",
        Snippet::Frame => "iframe",
        Snippet::Link => "Markdown link",
        Snippet::Fence => "Fenced block",
    }
}
