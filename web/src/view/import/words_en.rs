//! Texts of the page about the import, in English.

use super::text::Text;
use rulepad_workbench::en;
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text<'_>) -> AttrValue {
    AttrValue::Static(match text {
        Text::InOtherFiles => "In the other files",
        Text::Placeholder => {
            "A rule: aws events describe-rule, PutRule, CloudFormation, SAM, Terraform, a Rulepad file…"
        }
        Text::ToImport => "Text to import",
        Text::WithRules => "Text with rules",
        Text::ChooseFiles => "Choose files",
        Text::ChooseFilesTitle => "Choose one or several files that hold rules",
        Text::OrDrop => "or drop files here. They stay on this computer.",
        Text::Files => "Files",
        Text::Stopped => "Reading was stopped after 15 seconds. Use a part of the text, or try again.",
        Text::Reading => "Reading",
        Text::WhatWasUnderstood => "What was understood",
        Text::PasteRule => {
            "Paste a rule in any format, or drop files. What was understood is shown here first; nothing is replaced until you choose Replace."
        }
        Text::Forms => {
            "Import reads the output of `describe-rule` and `list-targets-by-rule`, requests of PutRule and PutTargets, templates of CloudFormation and SAM, Terraform, and Rulepad's own file."
        }
        Text::WhichOne => "Which one",
        Text::FixLater => "It can be fixed once it is here.",
        Text::ChangedOrSkipped => "Changed or left out",
        Text::WhatIsReplaced => "What would be replaced",
        Text::Part => "Part",
        Text::Now => "Now",
        Text::After => "After",
        Text::NothingChanges => "This is what you have",
        Text::CanBeUndone => "Can be undone",
        Text::Replace => "Replace",
        Text::Unchanged => "unchanged",
        Text::SpellingOnly => "different spelling only",
        Text::Changed => "changes",
        Text::Added => "new",
        Text::Removed => "removed",
        Text::None => "none",
        Text::Changes(count) => match count {
            0 => "This is what you have.",
            1 => "1 part changes. It can be undone.",
            count => return format!("{count} parts change. It can be undone.").into(),
        },
        Text::ErrorsInPattern(count) => match count {
            0 => "pattern valid",
            count => return format!("{} in the pattern", en::counted(count, "error", "errors")).into(),
        },
        Text::FoundRules(count) => match count {
            0 => "No rule was found",
            count => return en::counted(count, "rule", "rules").into(),
        },
        Text::Rules(count) => match count {
            0 => "no rule",
            count => return en::counted(count, "rule", "rules").into(),
        },
        Text::CannotBeRead(reason) => return format!("The text cannot be read: {reason}.").into(),
        Text::FoundIn { form, count } => {
            return match count {
                0 => format!("{form}: no rule found"),
                1 => form.to_owned(),
                count => format!("{form}: {count} rules"),
            }
            .into();
        }
        Text::NotListed(rest) => return format!("and {rest} more, which are not listed").into(),
        Text::RuleNumber(number) => return format!("rule {number}").into(),
        Text::TestFile { rules, events, tests } => {
            let (rules, events) =
                (en::counted(rules, "rule", "rules"), en::counted(events, "event", "events"));
            return format!("Test file: {rules}, {events}, {}", en::counted(tests, "test", "tests")).into();
        }
        Text::NamedFiles => "Choose the files that it names together with it; what is missing is not opened.",
        Text::CopiesAreOpened => {
            "Rules and events are opened as copies: what is saved from here is a separate file."
        }
        Text::OpenTests => "Open the tests",
        Text::OpenWithout => "Opens what could be read; the problems above are about what is left out",
        Text::TakeAll(count) => return format!("Open all {count} rules").into(),
        Text::TakeAllAbout => {
            "Opens all rules as the rules of one bus, for tests. Your draft is under Drafts."
        }
        Text::ShowFile(name) => return format!("Show {name}").into(),
    })
}
