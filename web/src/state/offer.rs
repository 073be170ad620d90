//! What is offered for a text that was pasted: to import the rules in it, or to indent it.

use super::change;
use super::field::Field;
use super::finder;
use super::import::{self, ImportAction};
use super::model::{Look, Lower, Model, Region};
use rulepad_workbench::{Dialect, Family, Format, LooksLike, looks_like, tidy};
use std::rc::Rc;

/// Longer lines are offered to be indented, in bytes.
const LONG_LINE: usize = 160;
/// Longer texts are not looked at, in bytes: it happens while the page waits.
const LOOKED_AT: usize = 1 << 20;

/// An offer, as long as the text is as it was pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The text that was pasted into.
    pub field: Field,
    /// What is offered.
    pub offered: Offered,
    /// The whole text with what was pasted.
    text: Rc<str>,
}

/// What is offered.
#[derive(Clone, Debug, PartialEq)]
pub enum Offered {
    /// To read the rules in it.
    Import {
        /// What it looks like.
        looks: LooksLike,
        /// What was pasted.
        pasted: Rc<str>,
    },
    /// To indent it.
    Format,
    /// To try a sample of what this dialect reads.
    Sample(Dialect),
}

/// The export that fits a dialect.
#[must_use]
pub fn fitting(dialect: Dialect) -> Format {
    match dialect {
        Dialect::Rule | Dialect::Archive => Format::default(),
        Dialect::Pipes => Format::PipesFilter,
        Dialect::EventSourceMapping => Format::LambdaFilter,
        Dialect::SnsAttributes | Dialect::SnsBody => Format::SnsFilter,
    }
}

/// Another service evaluates the pattern: a sample of what it reads is offered, and the export that fits is chosen.
pub(super) fn switch(model: &mut Model, dialect: Dialect) {
    let before = model.draft.dialect;
    change::draft(model, |draft| draft.dialect = dialect);
    if dialect == before {
        return;
    }
    fit(&mut model.look, dialect);
    // Another dialect may read the same; what was offered for the one before is then offered for it.
    let is_offered = model.offer.as_ref().is_some_and(|offer| matches!(offer.offered, Offered::Sample(_)));
    if dialect.tries() != before.tries() || is_offered {
        let text = model.draft.event.as_str().into();
        model.offer = Some(Offer { field: Field::Event, offered: Offered::Sample(dialect), text });
    }
}

/// Shows what applies to another dialect: its export, and not the targets, which rules alone have.
pub(super) fn fit(look: &mut Look, dialect: Dialect) {
    let fits = look.format.family() != Family::Filters && dialect.has_envelope();
    if !fits {
        look.format = fitting(dialect);
    }
    if dialect != Dialect::Rule && look.lower == Lower::Targets {
        look.lower = Lower::Export;
        if look.region == Region::Targets {
            look.region = Region::Export;
        }
    }
}

/// Looks at what was pasted.
pub(super) fn pasted(model: &mut Model, field: Field, pasted: &str) {
    model.offer = None;
    let Some(text) = field.text(&model.draft).filter(|text| text.len() <= LOOKED_AT) else { return };
    let offered = if let Some(looks) = looks_like(pasted) {
        Offered::Import { looks, pasted: pasted.into() }
    } else if is_minified(field, text, pasted) {
        Offered::Format
    } else {
        return;
    };
    model.offer = Some(Offer { field, offered, text: text.into() });
}

/// Whether the whole text is JSON on long lines, and came with this paste.
fn is_minified(field: Field, text: &str, pasted: &str) -> bool {
    let is_json = !matches!(field, Field::Template(_) | Field::InputPath(_));
    let longest = text.lines().map(str::len).max().unwrap_or_default();
    is_json
        && longest > LONG_LINE
        && text.trim() == pasted.trim()
        && text.trim_start().starts_with(['{', '['])
        && tidy(text).is_some_and(|tidied| tidied.lines().count() > text.lines().count())
}

/// Takes what is offered.
pub(super) fn take(model: &mut Model) {
    let Some(offer) = model.offer.take() else { return };
    match offer.offered {
        Offered::Import { pasted, .. } => {
            import::reduce(model, ImportAction::Text(pasted.to_string()));
        }
        Offered::Format => change::tidy(model, offer.field),
        Offered::Sample(_) => finder::open(model),
    }
}

/// An offer is about the text as it was pasted.
pub(super) fn follow(model: &mut Model) {
    let holds = |offer: &Offer| offer.field.text(&model.draft).is_some_and(|text| *text == *offer.text);
    if model.offer.as_ref().is_some_and(|offer| !holds(offer)) {
        model.offer = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::action::Action;
    use crate::state::model::{Dialog, Settings};
    use crate::state::reduce::reduce;
    use rulepad_workbench::Draft;

    const LONG: &str = concat!(
        r#"{"id":"1","n":1.50,"n":1e3,"big":12345678901234567890,"detail":{"b":1,"a":[1,2,3],"#,
        r#""text":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}}"#
    );

    fn pasted(field: Field, text: &str) -> Model {
        let model = Model::new(Draft::default(), Settings::default());
        let model = reduce(&model, Action::Type(field, text.to_owned()));
        reduce(&model, Action::Pasted(field, text.to_owned()))
    }

    #[test]
    fn minified_json_is_offered_indented_and_nothing_of_it_changes() {
        let model = pasted(Field::Event, LONG);
        assert_eq!(model.offer.as_ref().map(|offer| &offer.offered), Some(&Offered::Format));
        let model = reduce(&model, Action::TakeOffer);
        assert_eq!(model.offer, None);
        let dense: String = model.draft.event.split_whitespace().collect();
        assert_eq!(dense, LONG, "numbers, order and duplicates stay");
        assert!(model.draft.event.lines().count() > 5, "{}", model.draft.event);
    }

    #[test]
    fn short_or_broken_texts_are_left_alone() {
        for text in [r#"{"a":1}"#, "", "{\n  \"a\": 1\n}", LONG.strip_suffix('}').unwrap()] {
            assert_eq!(pasted(Field::Event, text).offer, None, "{text}");
        }
    }

    #[test]
    fn rules_are_offered_to_import_wherever_they_are_pasted() {
        let terraform = "resource \"aws_cloudwatch_event_rule\" \"r\" {\n  name = \"r\"\n}\n";
        for field in [Field::Event, Field::Pattern] {
            let model = pasted(field, terraform);
            let offered = model.offer.as_ref().map(|offer| &offer.offered);
            assert!(
                matches!(offered, Some(Offered::Import { looks: LooksLike::Terraform, .. })),
                "{offered:?}"
            );
            assert_eq!(model.dialog, None, "nothing opens by itself");
            let model = reduce(&model, Action::TakeOffer);
            assert_eq!((model.dialog.as_ref(), &*model.importing.text), (Some(&Dialog::Import), terraform));
        }
    }

    #[test]
    fn another_dialect_offers_a_sample_and_chooses_its_export() {
        let model = Model::new(Draft::default(), Settings::default());
        for (dialect, format) in [
            (Dialect::SnsBody, Format::SnsFilter),
            (Dialect::EventSourceMapping, Format::LambdaFilter),
            (Dialect::Pipes, Format::PipesFilter),
        ] {
            let switched = reduce(&model, Action::SetDialect(dialect));
            let offered = switched.offer.as_ref().map(|offer| &offer.offered);
            assert_eq!((offered, switched.look.format), (Some(&Offered::Sample(dialect)), format));
            assert_eq!(switched.look.lower, Lower::Export, "targets do not apply");
            let taken = reduce(&switched, Action::TakeOffer);
            assert!(matches!(taken.dialog, Some(Dialog::Finder(_))) && taken.offer.is_none());
            let other = reduce(&switched, Action::SetDialect(Dialect::EventSourceMapping));
            let offered = other.offer.as_ref().map(|offer| &offer.offered);
            assert_eq!(offered, Some(&Offered::Sample(Dialect::EventSourceMapping)), "it is the last one's");
            let back = reduce(&switched, Action::SetDialect(Dialect::Rule));
            assert_eq!(back.look.format, Format::default());
        }
        assert_eq!(
            reduce(&model, Action::SetDialect(Dialect::Archive)).offer,
            None,
            "it reads the same events"
        );
    }

    #[test]
    fn an_offer_goes_when_the_text_changes() {
        let model = pasted(Field::Event, LONG);
        let model = reduce(&model, Action::Type(Field::Event, format!("{LONG} ")));
        assert_eq!(model.offer, None);
    }
}
