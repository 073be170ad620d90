//! What a rule of a text is called.

use crate::filters::FilterResource;
use rulepad_document::{Lang, Words};

/// What distinguishes a rule from the others of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleLabel {
    /// Its name, or that of its resource.
    Name(String),
    /// A rule without a name.
    Unnamed,
    /// Targets whose rule is not in the text.
    Targets,
    /// A pattern without a rule.
    Pattern,
    /// A resource with filters, and without a name.
    Resource(FilterResource),
    /// A subscription of a topic; the first has number 1.
    Subscription {
        /// The topic.
        topic: String,
        /// Its place among the topic's subscriptions.
        number: usize,
    },
    /// One of several filters of a resource; the first has number 1.
    Filter {
        /// The resource.
        resource: Box<RuleLabel>,
        /// Its place among the resource's filters.
        number: usize,
    },
}

impl RuleLabel {
    /// The name, where it is one and not blank.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) if !name.is_empty() => Some(name),
            _ => None,
        }
    }

    /// Whether there is no label yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Name(name) if name.is_empty())
    }

    /// Whether it is this name.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name)
    }

    /// A name for a rule that the labelled filter is shown as: letters, digits, `.`, `-` and `_`.
    pub(crate) fn rule_name(&self) -> String {
        let plain = |text: &str| text.chars().filter(|c| rulepad_rule::model::is_name(*c)).collect();
        match self {
            Self::Name(name) => plain(name),
            Self::Unnamed | Self::Targets | Self::Pattern => String::new(),
            Self::Resource(resource) => resource.rule_name().to_owned(),
            Self::Subscription { topic, number } => plain(&format!("{topic}subscription{number}")),
            Self::Filter { resource, number } => format!("{}filter{number}", resource.rule_name()),
        }
    }
}

impl Default for RuleLabel {
    fn default() -> Self {
        Self::Name(String::new())
    }
}

impl From<String> for RuleLabel {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl Words for RuleLabel {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => crate::words_en::label(self),
            Lang::Ko(_) => crate::words_ko::label(self),
        }
    }
}
