//! Another language: what was worded in the one before is asked again, or let go.

use super::finder;
use super::making::NotMade;
use super::model::{Model, Notice};
use super::requests::NotDone;
use rulepad_workbench::Lang;

/// The page speaks this language from now on. What is asked as long as it is shown is asked again by itself; what was
/// said once, in the workbench's words, goes.
pub(super) fn set(model: &mut Model, lang: Lang) {
    let before = model.settings.lang();
    model.settings.chosen_lang = Some(lang);
    if lang == before {
        return;
    }
    if let Some(picking) = &mut model.picking {
        picking.said = None;
    }
    model.builder.forget_refusal();
    model.sending.outcome = None;
    model.notices.retain(|notice| {
        !matches!(notice, Notice::NotMade(NotMade::Refused(_)) | Notice::NotSet(NotDone::Refused(_)))
    });
    finder::search(model);
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::model::{Done, Opened, Settings, Undo};
    use super::super::paste::From;
    use super::super::reduce::reduce;
    use super::super::shared::Shared;
    use super::super::step::Step;
    use super::super::tray::Stored;
    use super::*;
    use rulepad_workbench::{Draft, Wording, examples};

    /// What was done is worded when it is shown: a switch words it again.
    #[test]
    fn what_was_opened_speaks_the_language_that_is_chosen_later() {
        let example = examples().remove(1);
        let model = Model::new(Draft::default(), Settings::default());
        let opened = Opened::Example(example.title.clone());
        let opened = reduce(&model, Action::Open(Shared::new(example.draft), opened));
        let switched = reduce(&opened, Action::SetLang(Lang::KO));
        let [Undo { done: Done::Opened(opened), .. }] = switched.undos.as_slice() else {
            panic!("{:?}", switched.undos)
        };
        assert_eq!(
            Step::Opened(opened.clone()).words(Lang::En),
            "opening “CodeBuild build failed in one phase”"
        );
        assert_eq!(Step::Opened(opened.clone()).words(Lang::KO), "“한 단계에서 실패한 CodeBuild 빌드” 열기");
    }

    #[test]
    fn what_events_were_read_from_is_stored_in_every_language() {
        let form =
            Wording::each(|lang| if lang == Lang::En { "an SQS message" } else { "SQS 메시지" }.to_owned());
        let stored = |form| Stored { form, original: None, events: Vec::new(), at: 0 };
        let text = serde_json::to_string(&stored(From::Text(form.clone()).stored())).unwrap();
        assert!(text.contains("\"form\":\"an SQS message\",\"formKo\":\"SQS 메시지\""), "{text}");
        let back: Stored = serde_json::from_str(&text).unwrap();
        assert_eq!(From::restored(back.form), From::Text(form));
        // A draft that was stored by an earlier version has one language.
        let older: Stored = serde_json::from_str(r#"{"form":"SQS 메시지","events":[],"at":0}"#).unwrap();
        assert_eq!(From::restored(older.form).words(Lang::En), "SQS 메시지");
        let one = serde_json::to_string(&stored(From::Tests.stored())).unwrap();
        assert!(!one.contains("formKo"), "{one}");
    }
}
