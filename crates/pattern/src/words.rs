//! What the explanation of a pattern says, in a language.

use crate::dialect::Dialect;
use crate::dialect::record::{Dropped, Note};
use crate::explanation::{Explanation, Finding};
use crate::near_miss::NearMiss;
use crate::operator::{Operator, Test};
use crate::witness::NoWitness;
use crate::words_en;
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

/// The sentence for one condition.
#[must_use]
pub fn sentence(finding: &Finding, all: &[Finding], lang: Lang) -> String {
    match lang {
        Lang::En | Lang::Ko => words_en::sentence(finding, all),
    }
}

/// What a condition wants, as it appears after "wants".
#[must_use]
pub fn wants(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En | Lang::Ko => words_en::all_wants(finding),
    }
}

/// What the condition saw, as it appears after "is" or "saw"; empty when it saw nothing.
#[must_use]
pub fn saw(finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En | Lang::Ko => words_en::saw(finding),
    }
}

/// The headline over all conditions, without a full stop.
#[must_use]
pub fn headline(explanation: &Explanation, lang: Lang) -> String {
    match lang {
        Lang::En | Lang::Ko => words_en::headline(&explanation.headline()),
    }
}

/// The sentence for a near miss of a finding; where that wants several values, it says which one is near.
#[must_use]
pub fn near_miss(miss: &NearMiss, finding: &Finding, lang: Lang) -> String {
    match lang {
        Lang::En | Lang::Ko => words_en::near_miss(miss, finding),
    }
}

impl Operator {
    /// What it does, in a line.
    #[must_use]
    pub fn synopsis(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En | Lang::Ko => words_en::synopsis(self),
        }
    }
}

impl Dialect {
    /// Its name for a person.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En | Lang::Ko => words_en::dialect_name(self),
        }
    }

    /// What it tries the pattern on, in a few words.
    #[must_use]
    pub fn reads(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En | Lang::Ko => words_en::reads(self),
        }
    }
}

/// What the test wants, as it appears after "the pattern requires".
impl Words for Test {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::wants(self),
        }
    }
}

impl Words for crate::explanation::Excluded {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::excluded(self),
        }
    }
}

impl Words for crate::event::Container {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::container(*self).to_owned(),
        }
    }
}

impl Words for Note {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::note(self),
        }
    }
}

impl Words for Dropped {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::dropped(self),
        }
    }
}

impl Words for NoWitness {
    fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::En | Lang::Ko => words_en::no_witness(self),
        }
    }
}
