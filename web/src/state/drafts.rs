//! The list of stored drafts, as the page shows it.

use super::fetched::{Fetched, NotFetched};
use super::history;
use super::model::{Dialog, Model, Notice, Opened};
use super::open;
use super::own::DraftId;
use super::record::{Head, Record, Unreadable, When};
use super::shared::Shared;
use std::rc::Rc;

/// The list, and what was deleted from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    /// The stored drafts, the latest first.
    pub listed: Fetched<Vec<Listed>>,
    /// Counts how often the list was wanted.
    pub wanted: u32,
    /// The last one that was deleted, until the list is closed.
    pub deleted: Option<Shared<Deleted>>,
    /// Why the last action on a draft did not work.
    pub refused: Option<NotDone>,
}

/// Why an action on a stored draft did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// Its text cannot be read.
    NotRead(Unreadable),
    /// It is not there any more.
    Gone,
    /// Its text is not given out now.
    NotGiven,
    /// Another tab changed it, so that it is not renamed.
    NotRenamed,
    /// It cannot be deleted now.
    NotDeleted,
    /// There is no room to restore it.
    NotRestored,
}

/// A stored draft in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its key in the store.
    pub key: Rc<str>,
    /// When it was stored last; `None` where that cannot be read.
    pub when: Option<When>,
    /// What is known of it, or why it cannot be read.
    pub head: Result<Head, Unreadable>,
}

/// A draft that was deleted, as it was stored.
#[derive(Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its key in the store.
    pub key: String,
    /// What the list called it.
    pub title: String,
    /// The stored head.
    pub head: String,
    /// The stored text.
    pub text: String,
}

/// What can happen to the list.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftsAction {
    /// The list is to be shown.
    Show,
    /// The store was read, or not.
    Listed(Option<Shared<Vec<Listed>>>),
    /// A stored draft was read, to be opened.
    Opened(Shared<Record>),
    /// A draft has another name now; blank for none.
    Renamed(DraftId, String),
    /// A draft was deleted.
    Deleted(Shared<Deleted>),
    /// A deleted draft is there again.
    Restored,
    /// Something did not work.
    Refused(NotDone),
    /// Another tab stored this draft meanwhile, so this one becomes a separate draft.
    Forked(DraftId),
    /// The draft is stored now.
    Stored,
}

pub(super) fn reduce(model: &mut Model, action: DraftsAction) {
    let drafts = &mut model.drafts;
    match action {
        DraftsAction::Show => {
            *drafts =
                Drafts { wanted: drafts.wanted + 1, listed: drafts.listed.clone(), ..Drafts::default() };
            model.dialog = Some(Dialog::Drafts);
        }
        DraftsAction::Listed(read) => drafts.listed = Fetched::told(read.ok_or(NotFetched::Storage)),
        DraftsAction::Opened(record) => {
            model.dialog = None;
            let title = record.title().to_owned();
            open::open_stored(model, &record, Opened::Kept(title));
        }
        DraftsAction::Renamed(id, name) => {
            if id == model.own.id {
                let name = name.trim();
                model.own.name = (!name.is_empty()).then(|| name.into());
                model.own.touched = true;
                model.edited = true;
            }
            model.drafts.wanted += 1;
        }
        DraftsAction::Deleted(deleted) => {
            drafts.deleted = Some(deleted);
            drafts.refused = None;
            drafts.wanted += 1;
        }
        DraftsAction::Restored => {
            drafts.deleted = None;
            drafts.wanted += 1;
        }
        DraftsAction::Refused(reason) => drafts.refused = Some(reason),
        DraftsAction::Forked(id) => {
            if id == model.own.id {
                let own = model.fresh_id();
                model.own.id = own;
                history::rename(model, id, own);
            }
        }
        DraftsAction::Stored => model.notices.retain(|notice| !matches!(notice, Notice::NotStored(_))),
    }
}

impl Model {
    /// The draft becomes a stored draft of its own: another tab shows the one it was.
    pub fn part(&mut self) {
        self.own.id = self.fresh_id();
        self.own.touched = false;
    }
}
