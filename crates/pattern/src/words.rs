//! What the explanation of a pattern says, in a language.

use crate::dialect::Dialect;
use crate::dialect::record::{Dropped, Note};
use crate::explanation::{Explanation, Finding};
use crate::near_miss::NearMiss;
use crate::operator::{Operator, Test};
use crate::witness::NoWitness;
use crate::{words_en, words_ko};
use rulepad_document::{Lang, Words};

/// A long value cut in the middle, for a sentence; the data has the whole.
#[must_use]
pub fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let length = text.chars().count();
    if length <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST / 2).collect();
    let end: String = text.chars().skip(length - MOST / 2 + 1).collect();
    format!("{start}…{end}")
}

/// The first value that a condition accepts, by its place in the event.
pub(crate) fn met_by(finding: &Finding) -> Option<&str> {
    finding.seen.iter().find(|seen| seen.matcher.is_some()).map(|seen| seen.name.as_str())
}

/// Of several matchers, the one that the edit of a near miss would change.
pub(crate) fn near<'f>(miss: &NearMiss, finding: &'f Finding) -> Option<&'f Test> {
    let edited = miss.edits.first()?.span;
    let several = finding.wants.iter().filter(|_| finding.wants.len() > 1);
    let mut near = several.filter(|wanted| wanted.span.covers(edited));
    near.next().map(|wanted| &wanted.test)
}

/// The sentence for one condition. In Korean it does not name the field: who shows it sets the name before it, or
/// takes [`named_sentence`].
#[must_use]
pub fn sentence(finding: &Finding, all: &[Finding], lang: Lang) -> String {
    match lang {
        Lang::En => words_en::sentence(finding, all),
        Lang::Ko(_) => words_ko::sentence(finding, all),
    }
}

/// The sentence for one condition where it stands alone, with the name of the field.
#[must_use]
pub fn named_sentence(finding: &Finding, all: &[Finding], lang: Lang) -> String {
    let sentence = sentence(finding, all, lang);
    match lang {
        Lang::En => sentence,
        Lang::Ko(_) => format!("{}: {sentence}", finding.name),
    }
}

/// What a condition requires, as it appears beside what it saw.
#[must_use]
pub fn wants(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::all_wants(finding),
        Lang::Ko(_) => words_ko::all_wants(finding),
    }
}

/// What the condition saw, as it appears after "is"; empty when it saw nothing.
#[must_use]
pub fn saw(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::saw(finding),
        Lang::Ko(_) => words_ko::saw(finding),
    }
}

/// The headline over all conditions, without a full stop.
#[must_use]
pub fn headline(explanation: &Explanation, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::headline(&explanation.headline()),
        Lang::Ko(_) => words_ko::headline(&explanation.headline()),
    }
}

/// The sentence for a near miss of a finding; where that wants several values, it says which one is near.
#[must_use]
pub fn near_miss(miss: &NearMiss, finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En => words_en::near_miss(miss, finding),
        Lang::Ko(_) => words_ko::near_miss(miss, finding),
    }
}

impl Operator {
    /// What it does, in a line.
    #[must_use]
    pub fn synopsis(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => words_en::synopsis(self),
            Lang::Ko(_) => words_ko::synopsis(self),
        }
    }
}

impl Dialect {
    /// Its name for a person.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => words_en::dialect_name(self),
            Lang::Ko(_) => words_ko::dialect_name(self),
        }
    }

    /// What it tries the pattern on, in a few words.
    #[must_use]
    pub fn reads(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => words_en::reads(self),
            Lang::Ko(_) => words_ko::reads(self),
        }
    }
}

/// What the test requires, as it appears after "the pattern requires".
impl Words for Test {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::wants(self),
            Lang::Ko(_) => words_ko::wants(self),
        }
    }
}

impl Words for crate::explanation::Excluded {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::excluded(self),
            Lang::Ko(_) => words_ko::excluded(self),
        }
    }
}

impl Words for crate::event::Container {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::container(*self).to_owned(),
            Lang::Ko(_) => words_ko::container(*self).to_string(),
        }
    }
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::note(self),
            Lang::Ko(_) => words_ko::note(self),
        }
    }
}

impl Words for Dropped {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::dropped(self),
            Lang::Ko(_) => words_ko::dropped(self),
        }
    }
}

impl Words for NoWitness {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En => words_en::no_witness(self),
            Lang::Ko(_) => words_ko::no_witness(self),
        }
    }
}
