//! The model after an action.

use super::action::Action;
use super::lit::Pointed;
use super::model::{Answer, Dialog, Lower, Model, Notice, Region, Reveal, Samples, SubscriberPanes, Waiting};
use super::steps::{Step, Steps};
use crate::state::shared::Shared;
use rulepad_subscriber_workbench::{Field, SubscriberDraft};
use rulepad_workbench::{Lang, Span, apply, tidy};

/// The model after an action.
#[must_use]
pub fn reduce(before: &Model, action: Action) -> Model {
    let mut model = before.clone();
    match action {
        Action::Type(field, text) => {
            let mut draft = SubscriberDraft::clone(&model.draft);
            let Some(own) = draft.text_mut(field).filter(|own| **own != text) else { return model };
            *own = text;
            model.change(Step::Type(field), draft);
        }
        Action::Edit(step, draft) => model.change(step, *draft),
        Action::Fix(field, text, edits) => {
            let mut draft = SubscriberDraft::clone(&model.draft);
            // A fix of what was changed meanwhile would change something else.
            let Some(own) = draft.text_mut(field).filter(|own| **own == text) else { return model };
            *own = apply(&text, &edits);
            model.change(Step::Fix, draft);
        }
        Action::Format(field) => {
            let mut draft = SubscriberDraft::clone(&model.draft);
            let Some(own) = draft.text_mut(field) else { return model };
            let Some(tidied) = tidy(own) else { return model };
            *own = tidied;
            model.change(Step::Format, draft);
        }
        Action::Answered(revision, report) if revision == model.revision => {
            model.waiting = Waiting::Done;
            model.answer = Some(Shared::new(Answer { draft: model.draft.clone(), report: *report }));
        }
        Action::Answered(..) => {}
        // It is tried once more.
        Action::Evaluation(Waiting::Asked) => model.asked(),
        Action::Evaluation(waiting) => model.waiting = waiting,
        Action::Point(pointed) => model.pointed = pointed,
        Action::Leave(field) => {
            if matches!(model.pointed, Some(Pointed::Text(own, _)) if own == field) {
                model.pointed = None;
            }
        }
        Action::GoTo(field, span) => model.go_to(field, span),
        Action::Show(region) => model.look.region = region,
        Action::ShowFilter(scope) => model.look.filter = scope,
        Action::ShowLower(lower) => model.look.lower = lower,
        Action::ShowEvent(at) => model.look.at = at,
        Action::OnBus(on_bus) => model.look.on_bus = on_bus,
        Action::Narrow(narrow) => model.look.narrow = narrow,
        Action::Resize(panes, shares) => match panes {
            SubscriberPanes::Columns => model.settings.columns = shares,
            SubscriberPanes::Rows => model.settings.rows = shares,
            SubscriberPanes::Target => model.settings.target = shares,
        },
        Action::Wrap => model.settings.wrap = !model.settings.wrap,
        Action::SetTheme(theme) => model.settings.theme = theme,
        Action::SetLang(lang) => model.set_lang(lang),
        Action::StepBack => {
            if let Some(draft) = model.steps.back(&before.draft) {
                model.replace(draft);
            }
        }
        Action::StepForward => {
            if let Some(draft) = model.steps.forward(&before.draft) {
                model.replace(draft);
            }
        }
        Action::New => {
            let id = model.next_id();
            model.open(SubscriberDraft::default(), id, false);
        }
        Action::Open(linked) => {
            let id = model.next_id();
            model.open(linked.draft, id, false);
            model.note(Notice::Opened);
            model.bring(linked.rule.map(|rule| *rule));
        }
        Action::WantSamples => {
            if matches!(model.samples, Samples::Unread | Samples::Failed) {
                model.samples = Samples::Reading;
            }
        }
        Action::SamplesRead(read) => {
            model.samples = read.map_or(Samples::Failed, |read| Samples::Read(Shared::new(read)));
        }
        Action::OpenSample(place) => {
            let Samples::Read(samples) = model.samples.clone() else { return model };
            let Some(sample) = samples.get(place) else { return model };
            let id = model.next_id();
            model.open(sample.draft.clone(), id, false);
        }
        Action::Reopen(id, draft) => model.open(*draft, id, true),
        Action::Dialog(dialog) => model.dialog = dialog,
        Action::Notice(notice) => model.note(notice),
        Action::Dismiss(number) => model.notices.retain(|(own, _)| *own != number),
        Action::RuleText(text) => {
            model.migration.text = text;
            model.migration.waiting = Waiting::Asked;
        }
        Action::Rules(rules, left_out) => {
            // The same rules come again in another language.
            if model.migration.rules != rules {
                model.migration.at = 0;
            }
            model.migration.left_out = left_out;
            model.migration.waiting = if rules.is_empty() { Waiting::Done } else { Waiting::Asked };
            model.migration.migrated = None;
            model.migration.rules = rules;
        }
        Action::ChooseRule(at) => {
            model.migration.at = at;
            model.migration.migrated = None;
            model.migration.waiting = Waiting::Asked;
        }
        Action::Migration(waiting) => model.migration.waiting = waiting,
        Action::Migrated(migrated) => {
            model.migration.waiting = Waiting::Done;
            model.migration.migrated = Some(Shared::new(*migrated));
        }
        Action::TakeMigrated(target) => {
            let migrated = model.migration.migrated.clone();
            let draft = migrated.as_ref().and_then(|own| own.targets.get(target)?.draft.clone());
            if let Some(draft) = draft {
                let id = model.next_id();
                model.open(draft, id, true);
                model.dialog = None;
                model.note(Notice::Migrated);
            }
        }
    }
    model
}

impl Model {
    fn change(&mut self, step: Step, draft: SubscriberDraft) {
        if draft == *self.draft {
            return;
        }
        let before = self.draft.clone();
        self.steps.done(step, &before);
        self.replace(Shared::new(draft));
    }

    /// Another state of the same draft.
    fn replace(&mut self, draft: Shared<SubscriberDraft>) {
        self.draft = draft;
        self.touched = true;
        self.asked();
    }

    fn asked(&mut self) {
        self.revision += 1;
        self.waiting = Waiting::Asked;
        self.pointed = None;
    }

    /// Another draft; the one before is stored.
    pub(super) fn open(&mut self, draft: SubscriberDraft, id: crate::state::own::DraftId, touched: bool) {
        self.draft = Shared::new(draft);
        (self.id, self.touched, self.steps, self.answer) = (id, touched, Steps::default(), None);
        (self.look.at, self.look.on_bus, self.reveal) = (0, false, None);
        self.asked();
    }

    /// The rule that the page of rules took along: with targets there is something to migrate.
    pub fn bring(&mut self, rule: Option<rulepad_workbench::Draft>) {
        let Some(rule) = rule else { return };
        self.taken = Some(Shared::new((rule.event.clone(), rule.pattern.clone())));
        if !rule.targets.is_empty() {
            self.migration.rules = vec![Shared::new(rule)];
            self.migration.at = 0;
            self.migration.waiting = Waiting::Asked;
            self.dialog = Some(Dialog::Migration);
        }
    }

    /// What is worded is asked again in the other language.
    fn set_lang(&mut self, lang: Lang) {
        self.settings.chosen_lang = Some(lang);
        self.asked();
        if self.migration.migrated.take().is_some() {
            self.migration.waiting = Waiting::Asked;
        }
    }

    fn go_to(&mut self, field: Field, span: Span) {
        let number = self.number();
        self.reveal = Some(Reveal { field, span, number });
        match field {
            Field::Event => {
                self.look.region = Region::Event;
                self.look.on_bus = false;
            }
            Field::Metadata => self.look.region = Region::Event,
            Field::Data | Field::OfMetadata | Field::OfSystemMetadata => {
                self.look.region = Region::Filters;
                self.look.filter = field.scope().unwrap_or(self.look.filter);
            }
            Field::Expression => self.show_lower(Lower::Transformer),
            Field::Target | Field::Role | Field::Parameters => self.show_lower(Lower::Target),
            Field::Batch | Field::Window | Field::Attempts | Field::Age | Field::Queue => {
                self.show_lower(Lower::Delivery);
            }
            Field::Name | Field::Bus | Field::Rest => self.show_lower(Lower::Subscriber),
        }
    }

    fn show_lower(&mut self, lower: Lower) {
        self.look.region = Region::Delivery;
        self.look.lower = lower;
    }
}
