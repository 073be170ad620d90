//! What this crate's data says, in a language.

use crate::change::{Change, InputLoss};
use crate::loss::Loss;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Words};

impl Words for Change {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::change(self),
            Lang::Ko(_) => words_ko::change(self),
        }
    }
}

impl Words for Loss {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::loss(self),
            Lang::Ko(_) => words_ko::loss(self, lang),
        }
    }
}

impl Words for InputLoss {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::input_loss(self),
            Lang::Ko(_) => words_ko::input_loss(self, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_rule::TargetKind;

    fn texts() -> Vec<Box<dyn Words>> {
        let text = || "detail".to_owned();
        let changes = vec![
            Change::NumberSpelling,
            Change::ConstantNumber(text()),
            Change::LoneSurrogate(text()),
            Change::RepeatedKey(text()),
            Change::NothingSelected(text()),
            Change::NullFails(text()),
            Change::OtherShape(text()),
            Change::EscapedInQuotes,
            Change::VariableKey(text()),
            Change::RuleVariable(text()),
            Change::IngestionTime,
            Change::EventVariable,
            Change::StringResult,
            Change::AnyType(text()),
            Change::Stopped,
            Change::Publishers,
            Change::WholeSource(text()),
            Change::Partner(text()),
            Change::PartitionKey,
            Change::NewRole,
            Change::RolePolicies,
            Change::UniversalTarget("ecs:runTask"),
            Change::NoEvent("ssmincidents:startIncident"),
            Change::PassRole,
            Change::WorkflowRun,
            Change::LogStream(text()),
            Change::QueueRecord,
        ];
        let of_rules = vec![
            Loss::Wildcard { field: text(), matcher: "m".to_owned(), written: "w".to_owned() },
            Loss::BadPattern,
            Loss::LongPattern(5000),
            Loss::ScheduleAlone(text()),
            Loss::Schedule(text()),
            Loss::AnyService,
            Loss::ManagementEvents,
            Loss::NotATarget(text()),
            Loss::Universal(TargetKind::Ecs, "ecs:runTask"),
            Loss::NoTarget(TargetKind::AppSync),
            Loss::BusInput,
            Loss::OwnBus,
            Loss::Input(InputLoss::TemplateNotJson),
            Loss::Setting("RetryAttempts", text()),
            Loss::ParameterPath(text()),
        ];
        let losses = vec![
            InputLoss::TextWithoutQuotes,
            InputLoss::UnclosedString,
            InputLoss::TemplateNotJson,
            InputLoss::ConstantNotJson,
            InputLoss::TooLong(9000),
            InputLoss::NestedArrays(text()),
            InputLoss::NoPath(text()),
            InputLoss::Number(text()),
            InputLoss::NotAnExpression,
        ];
        let changes = changes.into_iter().map(|own| Box::new(own) as Box<dyn Words>);
        let of_rules = of_rules.into_iter().map(|own| Box::new(own) as Box<dyn Words>);
        let changes = changes.chain(of_rules);
        changes.chain(losses.into_iter().map(|own| Box::new(own) as Box<dyn Words>)).collect()
    }

    #[test]
    fn both_languages_say_the_same() {
        for text in texts() {
            let (en, ko) = (text.words(Lang::En), text.words(Lang::KO));
            let code = |text: &str| {
                let mut spans: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
                spans.sort();
                spans
            };
            assert_eq!(code(&en), code(&ko), "{en}\n{ko}");
            assert!(!en.ends_with('.') && en.is_ascii(), "{en}");
            let end = ko.trim_end_matches('.');
            assert!(end.ends_with("니다") || end.ends_with("세요"), "{ko}");
        }
    }
}
