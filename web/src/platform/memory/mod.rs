//! The drafts that this browser stores: in its database, and in local storage what the database does not have yet.

mod keep;
mod list;
mod start;

pub use keep::NotKept;
pub use list::NotRead;

use super::database::{Database, StoredEntry, Transaction};
use super::storage;
use crate::state::model::{Model, Trouble, Unread};
use crate::state::own::DraftId;
use crate::state::record::Record;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most drafts that are stored.
pub const MOST_DRAFTS: usize = 50;

/// The stored drafts, as this tab sees them.
#[derive(Clone, Debug)]
pub struct Memory(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    database: RefCell<Option<Database>>,
    /// The stamps of the drafts that this tab read or stored.
    seen: RefCell<BTreeMap<DraftId, String>>,
    /// Tells this tab's stamps apart.
    tab: String,
    count: Cell<u32>,
}

impl PartialEq for Memory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What is there when the page starts.
#[derive(Debug, Default)]
pub struct Remembered {
    /// The draft to show.
    pub kept: Option<Record>,
    /// Whether another tab shows it too, so that changes become a draft of this tab.
    pub is_copy: bool,
    /// What cannot be read.
    pub unread: Vec<Unread>,
    /// What is wrong with the storage.
    pub trouble: Option<Trouble>,
    /// A random number, for the ids of this page's drafts.
    pub seed: u64,
}

fn random() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

fn now() -> f64 {
    js_sys::Date::now()
}

impl Memory {
    /// Opens the database, moves to it what is in local storage, and finds the draft to show.
    pub async fn start() -> (Self, Remembered) {
        let (database, trouble) = match Database::open().await {
            Ok(database) => (Some(database), None),
            Err(trouble) => (None, Some(trouble)),
        };
        let memory = Self(Rc::new(Inner {
            database: RefCell::new(database),
            seen: RefCell::default(),
            tab: format!("{:012x}", random() & 0xffff_ffff_ffff),
            count: Cell::new(0),
        }));
        let mut found = Remembered { trouble, seed: random(), ..Remembered::default() };
        if memory.0.database.borrow().is_some() {
            memory.take_over(&mut found).await;
        }
        let earlier = memory.earlier(&mut found).await;
        memory.choose(&mut found).await;
        if found.kept.is_none() {
            found.kept = earlier;
        }
        storage::note_open(true);
        (memory, found)
    }

    /// The page's draft as it would be stored now.
    #[must_use]
    pub fn record(&self, model: &Model) -> Record {
        let base = self.0.seen.borrow().get(&model.own.id).cloned().unwrap_or_default();
        Record::of(model, now(), self.stamp(), base)
    }

    fn stamp(&self) -> String {
        self.0.count.set(self.0.count.get() + 1);
        format!("{}-{}", self.0.tab, self.0.count.get())
    }

    /// Whether this tab read or stored the draft.
    #[must_use]
    pub fn knows(&self, id: DraftId) -> bool {
        self.0.seen.borrow().contains_key(&id)
    }

    async fn reading(&self) -> Result<Transaction, Trouble> {
        self.transaction(Database::reading).await
    }

    async fn writing(&self) -> Result<Transaction, Trouble> {
        self.transaction(Database::writing).await
    }

    /// A database that was closed meanwhile, such as by deleting the page's data, is opened once more.
    async fn transaction(
        &self,
        begin: fn(&Database) -> Result<Transaction, Trouble>,
    ) -> Result<Transaction, Trouble> {
        let Some(database) = self.0.database.borrow().clone() else { return Err(Trouble::NoDatabase) };
        match begin(&database) {
            Err(Trouble::Failing) => {
                let opened = Database::open().await?;
                *self.0.database.borrow_mut() = Some(opened.clone());
                begin(&opened)
            }
            begun => begun,
        }
    }
}

fn entry(record: &Record) -> StoredEntry {
    let text = record.text();
    let head = serde_json::to_string(&record.head(text.len())).unwrap_or_default();
    StoredEntry { key: record.id.to_string(), head, text }
}
