//! The drafts of subscribers in this browser, and the address of the page.
//!
//! Each draft is a text in local storage, written at once, so nothing is lost when the page is left. The history entry has
//! the same mark as that of the page of rules: which stored draft an address is of.

use super::state::{Model, opening};
use crate::platform::{location, storage};
use crate::state::address::Mark;
use crate::state::own::DraftId;
use rulepad_subscriber_workbench::SubscriberDraft;
use rulepad_subscriber_workbench::link::{self, Linked};
use rulepad_workbench::share::{self, BadLink};
use rulepad_workbench::{Dialect, Draft};
use serde::{Deserialize, Serialize};

/// What the keys of stored drafts start with.
const DRAFTS: &str = "rulepad.subscriber.";
/// Which draft the tab shows.
const TAB: &str = "rulepad.subscriber-tab";
/// The version of a stored text; a later one is kept and not read.
const VERSION: u32 = 1;

/// A stored draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    version: u32,
    /// Its id.
    pub id: DraftId,
    /// When it was stored, in milliseconds since 1970.
    pub stored: f64,
    /// The draft.
    pub draft: SubscriberDraft,
    /// Event and pattern of the rule that it was begun with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<(String, String)>,
}

/// Stores the draft of a page; whether the browser does.
#[must_use]
pub fn keep(model: &Model) -> bool {
    if !model.touched {
        return true;
    }
    let stored = Stored {
        version: VERSION,
        id: model.id,
        stored: js_sys::Date::now(),
        draft: SubscriberDraft::clone(&model.draft),
        taken: model.taken.as_deref().cloned(),
    };
    let key = format!("{DRAFTS}{}", model.id);
    let kept = serde_json::to_string(&stored).is_ok_and(|text| storage::put(&key, &text).is_ok());
    if kept {
        storage::put_in_session(TAB, &model.id.to_string());
    }
    kept
}

/// The stored drafts, the latest first.
#[must_use]
pub fn list() -> Vec<Stored> {
    let mut all: Vec<Stored> = storage::keys(DRAFTS).iter().filter_map(|key| read(key)).collect();
    all.sort_by(|one, other| other.stored.total_cmp(&one.stored));
    all
}

fn read(id: &str) -> Option<Stored> {
    let stored: Stored = serde_json::from_str(&storage::text(&format!("{DRAFTS}{id}"))?).ok()?;
    (stored.version <= VERSION).then_some(stored)
}

/// Removes a stored draft.
pub fn remove(id: DraftId) {
    storage::remove(&format!("{DRAFTS}{id}"));
}

/// The first screen: the link in the address, else the draft that the tab showed, else the latest, else the opening one.
#[must_use]
pub fn start(seed: u64) -> Model {
    let settings = storage::settings();
    let model = |draft, id| Model::new(draft, id, settings.clone(), seed);
    let of_tab = || storage::of_session(TAB).and_then(|id| read(&id));
    let again = |stored: Stored| {
        let mut model = model(stored.draft, stored.id);
        model.touched = true;
        model.taken = stored.taken.map(crate::state::shared::Shared::new);
        model
    };
    let fresh = |draft| {
        let mut model = model(draft, DraftId(seed));
        model.id = model.next_id();
        model
    };
    match linked() {
        Some(Ok(linked)) => {
            let mark = location::mark();
            let stored = mark.and_then(|mark| Some((read(&mark.id.to_string())?, mark)));
            if let Some((stored, _)) =
                stored.filter(|(own, mark)| own.stored >= mark.written || own.draft == linked.draft)
            {
                return again(stored);
            }
            let brought = linked.rule.as_ref().map(|rule| (rule.event.clone(), rule.pattern.clone()));
            // A switch there and back shows what was left.
            if let Some(stored) = of_tab().filter(|own| brought.is_some() && own.taken == brought) {
                return again(stored);
            }
            let mut model = fresh(linked.draft);
            // What the page of rules took along is a person's own.
            model.touched = linked.rule.is_some();
            model.bring(linked.rule.map(|rule| *rule));
            model
        }
        other => {
            let mut model = match of_tab().or_else(|| list().into_iter().next()) {
                Some(stored) => again(stored),
                None => fresh(opening()),
            };
            if let Some(Err(bad)) = other {
                model.note(super::state::Notice::BadLink(bad));
            }
            model
        }
    }
}

/// What the address carries; nothing where it has no subscriber.
#[must_use]
pub fn linked() -> Option<Result<Linked, BadLink>> {
    link::decode(&location::fragment())
}

/// Writes the address of a draft; one that would be too long is left out of it.
pub fn write_address(model: &Model) {
    let mark = Mark { id: model.id, written: js_sys::Date::now() };
    let bytes = model.draft.event.len() + model.draft.data.len() + model.draft.expression.len();
    let page = location::page();
    let fragment = (bytes <= share::LONG * 20).then(|| fragment(model));
    let short = fragment.filter(|fragment| page.len() + 1 + fragment.len() <= share::LONG);
    match short {
        Some(fragment) => location::write_at(&format!("{page}#{fragment}"), mark),
        None => location::write_at(&format!("{page}{KIND}"), mark),
    }
}

/// The query that asks for this page.
const KIND: &str = "?kind=subscriber";

/// The fragment of the draft.
#[must_use]
pub fn fragment(model: &Model) -> String {
    link::encode(&Linked { draft: SubscriberDraft::clone(&model.draft), rule: None })
}

/// The address of the page of rules, with event and pattern where they are others than those that came from there.
#[must_use]
pub fn rules_address(model: &Model, dialect: Dialect) -> String {
    let page = location::page();
    let draft = &model.draft;
    let same =
        model.taken.as_deref().is_some_and(|taken| (&taken.0, &taken.1) == (&draft.event, &draft.data));
    let blank = draft.event.trim().is_empty() && draft.data.trim().is_empty();
    if (same || blank || !model.touched) && dialect == Dialect::Rule {
        return page;
    }
    let rule = Draft { event: draft.event.clone(), pattern: draft.data.clone(), dialect, ..Draft::default() };
    format!("{page}#{}", share::encode(&rule))
}
