//! What is shared of the draft: the choices of the Share dialog, and what follows from them.

use super::bus::Beside;
use super::model::{Dialog, Model};
use super::requests::Shown;
use super::shared::Shared;
use super::tray::{Stored as Events, Tray};
use crate::engine::protocol::QuestionKind;
use rulepad_workbench::Draft;
use rulepad_workbench::bus::{Bus, Expects};
use rulepad_workbench::embed::{Look, Snippet, Stored, has_payload};
use rulepad_workbench::mask::Masked;
use std::rc::Rc;

/// The choices, as long as the page lives.
#[derive(Clone, Debug, PartialEq)]
pub struct Sharing {
    /// The page's address, without query and fragment.
    pub page: Rc<str>,
    /// What is shown.
    pub tab: ShareTab,
    /// Whether the targets are shared.
    pub targets: bool,
    /// Whether all loaded events are in a link, or the one that is shown.
    pub all_events: bool,
    /// Whether the other rules and the tests are in a link.
    pub tests: bool,
    /// Whether account ids, names and addresses are masked.
    pub masks: bool,
    /// The kind of snippet.
    pub snippet: Snippet,
    /// What a snippet shows.
    pub look: Look,
    /// The last masked draft.
    pub masked: Option<Shared<Masked>>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            page: "".into(),
            tab: ShareTab::default(),
            targets: true,
            all_events: false,
            tests: true,
            masks: false,
            snippet: Snippet::Element,
            look: Look::default(),
            masked: None,
        }
    }
}

/// The parts of the dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareTab {
    /// A link.
    #[default]
    Link,
    /// Snippets for documents.
    Embed,
    /// Markdown for an issue or a chat.
    Markdown,
}

/// What can happen in the dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareAction {
    /// The dialog is opened, on the page at this address, without query and fragment.
    Open(String),
    /// A part was chosen.
    Show(ShareTab),
    /// The targets are to be shared, or not.
    Targets(bool),
    /// All loaded events are to be shared, or the one that is shown.
    AllEvents(bool),
    /// The other rules and the tests are to be shared, or not.
    Tests(bool),
    /// Account ids, names and addresses are to be masked, or not.
    Mask(bool),
    /// A kind of snippet was chosen.
    Snippet(Snippet),
    /// What a snippet shows was chosen.
    Look(Look),
}

/// What is shared, after the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The draft.
    pub draft: Draft,
    /// The loaded events, if they are shared.
    pub events: Option<Events>,
    /// The other rules and the tests, with the events that they need; `None` where there are none, or they are not
    /// shared.
    pub tests: Option<Box<(Option<Events>, Bus)>>,
    /// The verdict and what a document stores beside it; `None` while the draft is evaluated.
    pub stored: Option<Stored>,
}

pub(super) fn reduce(model: &mut Model, action: ShareAction) {
    let sharing = &mut model.sharing;
    match action {
        ShareAction::Open(page) => {
            sharing.page = page.into();
            model.dialog = Some(Dialog::Share);
        }
        ShareAction::Show(tab) => sharing.tab = tab,
        ShareAction::Targets(on) => sharing.targets = on,
        ShareAction::AllEvents(on) => sharing.all_events = on,
        ShareAction::Tests(on) => sharing.tests = on,
        ShareAction::Mask(on) => sharing.masks = on,
        ShareAction::Snippet(snippet) => sharing.snippet = snippet,
        ShareAction::Look(look) => sharing.look = look,
    }
}

/// The draft with or without its targets. The text that a rule was imported from has the targets in it, too.
#[must_use]
pub fn chosen(draft: &Draft, targets: bool) -> Draft {
    if targets {
        return draft.clone();
    }
    Draft { targets: Vec::new(), table: None, origin: None, ..draft.clone() }
}

impl Model {
    /// The loaded events that are shared: in links alone, all of them or none.
    #[must_use]
    pub fn shared_events(&self) -> Option<&Shared<Tray>> {
        let is_link = self.sharing.tab == ShareTab::Link;
        self.tray.as_ref().filter(|tray| is_link && self.sharing.all_events && tray.events.len() > 1)
    }

    /// What is shared; `None` while it is being masked, or cannot be.
    #[must_use]
    pub fn shared_subject(&self) -> Option<Subject> {
        let events = self.shared_events().and_then(|tray| tray.stored(usize::MAX));
        // The text that they were read from has them all again.
        let events = events.map(|events| Events { original: None, ..events });
        if self.sharing.masks {
            let masked = self.masking().current()?.clone();
            return Some(Subject {
                draft: masked.draft.clone(),
                events: events.map(|events| Events { events: masked.events.clone(), ..events }),
                tests: None,
                stored: Some(masked.stored.clone()),
            });
        }
        let draft = chosen(&self.draft, self.sharing.targets);
        let stored = self
            .current()
            .map(Stored::of)
            .map(|stored| Stored { payload: stored.payload.filter(|_| has_payload(&draft)), ..stored });
        Some(Subject { draft, events, tests: self.shared_tests(), stored })
    }

    /// The other rules and the tests, with the events that they need: in links alone, and not in a masked one.
    fn shared_tests(&self) -> Option<Box<(Option<Events>, Bus)>> {
        if self.sharing.tab != ShareTab::Link || !self.sharing.tests || self.bus.is_plain() {
            return None;
        }
        let Beside { events, bus, .. } = Beside::tests(&self.bus, self.tray.as_deref());
        let mut bus = bus?;
        if !self.sharing.targets {
            bus.others = bus.others.iter().map(|own| chosen(own, false)).collect();
            bus.tests.retain(|test| !matches!(test.expects, Expects::Delivers(_)));
        }
        Some(Box::new((events, bus)))
    }

    /// How far the worker is with masking, and the last masked draft.
    #[must_use]
    pub fn masking(&self) -> Shown<Shared<Masked>> {
        self.requests.shown(QuestionKind::Masking, self.sharing.masked.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::field::Field;
    use super::super::model::Settings;
    use super::super::reduce::reduce;
    use super::super::requests::State;
    use super::super::requests::test_support::{answered, evaluated, stopped};
    use super::*;
    use rulepad_workbench::{Target, Verdict, share};

    fn draft() -> Draft {
        Draft {
            pattern: "{\"account\": [\"123456789012\"]}".into(),
            event: "{\"account\": \"123456789012\"}".into(),
            targets: vec![Target { id: "queue".into(), ..Target::default() }],
            ..Draft::default()
        }
    }

    fn sharing(model: &Model, actions: impl IntoIterator<Item = ShareAction>) -> Model {
        let actions = [ShareAction::Open(String::new())].into_iter().chain(actions);
        actions.fold(model.clone(), |model, action| reduce(&model, Action::Share(action)))
    }

    fn page() -> Model {
        evaluated(&Model::new(draft(), Settings::default()))
    }

    #[test]
    fn targets_are_shared_or_not() {
        let with = sharing(&page(), []).shared_subject().unwrap();
        assert_eq!((with.draft, with.stored.unwrap().verdict), (draft(), Verdict::Match));
        let without = sharing(&page(), [ShareAction::Targets(false)]).shared_subject().unwrap();
        assert_eq!(without.draft, Draft { targets: Vec::new(), ..draft() });
    }

    #[test]
    fn nothing_is_shared_until_it_is_masked() {
        let asked = sharing(&page(), [ShareAction::Mask(true)]);
        assert_eq!(asked.shared_subject(), None);
        let masked = answered(&asked, |kind| kind == QuestionKind::Masking);
        let subject = masked.shared_subject().unwrap();
        assert_eq!(subject.draft.event, "{\"account\": \"111122223333\"}");
        assert_eq!(subject.stored.unwrap().verdict, Verdict::Match);
        // Another choice is another question.
        let other = reduce(&masked, Action::Share(ShareAction::Targets(false)));
        assert_eq!(other.shared_subject(), None);
        // What changes behind the dialog as well.
        let typed = reduce(&masked, Action::Type(Field::Event, "{}".into()));
        assert_eq!(typed.shared_subject(), None);
        let off = reduce(&asked, Action::Share(ShareAction::Mask(false)));
        assert_eq!(off.shared_subject().unwrap().draft, draft());
    }

    #[test]
    fn what_cannot_be_masked_in_time_is_not_shared() {
        let asked = sharing(&page(), [ShareAction::Mask(true)]);
        let late = stopped(&asked, QuestionKind::Masking);
        assert_eq!((late.shared_subject(), late.masking().state), (None, Some(State::Stopped)));
    }

    #[test]
    fn a_closed_dialog_asks_nothing() {
        let closed = reduce(&sharing(&page(), [ShareAction::Mask(true)]), Action::Dialog(None));
        assert_eq!(closed.masking().state, None);
    }

    #[test]
    fn loaded_events_are_in_links_alone() {
        let events = Events {
            form: "an array".into(),
            original: Some("[…]".into()),
            events: vec![("one 123456789012".into(), draft().event), ("two".into(), "{}".into())],
            at: 0,
        };
        let fragment = share::encode_with(&draft(), Some(&events), None);
        let link = super::super::address::Link::read("", &format!("#{fragment}"), None);
        let model = evaluated(&Model::first((Settings::default(), 7), link, None, Draft::default));
        assert_eq!(sharing(&model, []).shared_subject().unwrap().events, None);
        let all = sharing(&model, [ShareAction::AllEvents(true)]);
        let shared = all.shared_subject().unwrap().events.unwrap();
        assert_eq!((shared.events.len(), shared.original), (2, None));
        let markdown = reduce(&all, Action::Share(ShareAction::Show(ShareTab::Markdown)));
        assert_eq!(markdown.shared_subject().unwrap().events, None);
        let masked = answered(&reduce(&all, Action::Share(ShareAction::Mask(true))), |kind| {
            kind == QuestionKind::Masking
        });
        let shared = masked.shared_subject().unwrap().events.unwrap();
        assert_eq!(shared.events[0], ("one 111122223333".into(), "{\"account\": \"111122223333\"}".into()));
    }
}
