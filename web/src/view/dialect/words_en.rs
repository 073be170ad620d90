//! Texts of the page about the service that evaluates the pattern, in English.

use super::text::Text;
use rulepad_workbench::{Dialect, Lang};
use yew::AttrValue;

/// The words of a text.
pub(super) fn words(text: Text) -> AttrValue {
    AttrValue::Static(match text {
        Text::Name(dialect) => dialect.name(Lang::En),
        Text::Subscriber => "Custom Event Bus subscriber",
        Text::SubscriberDetail => "Filters, a transformer and one target of a custom event bus.",
        Text::Short(dialect) => match dialect {
            Dialect::Rule => "Rule",
            Dialect::Archive => "Archive",
            Dialect::Pipes => "Pipes",
            Dialect::EventSourceMapping => "Lambda",
            Dialect::SnsAttributes | Dialect::SnsBody => "SNS",
        },
        Text::TargetsKept(count) => match count {
            0 => "there are none.",
            1 => "1 target is kept.",
            count => return format!("{count} targets are kept.").into(),
        },
        Text::ExportOfRules(dialect) => {
            return format!("This export belongs to rules; the pattern is for: {}.", dialect.name(Lang::En))
                .into();
        }
        Text::TargetsOfRules(dialect) => {
            return format!(
                "Targets belong to EventBridge rules; this pattern is for: {}.",
                dialect.name(Lang::En)
            )
            .into();
        }
        Text::TriedOn(dialect) => return format!("tried on {}", dialect.reads(Lang::En)).into(),
    })
}
