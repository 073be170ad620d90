//! The drafts that this browser stores: in its database, and in local storage what the database does not have yet.

use super::database::{Database, Entry, Transaction};
use super::storage::{self, Tab};
use crate::state::drafts::{Deleted, Listed};
use crate::state::model::{Model, Trouble, Unread};
use crate::state::own::DraftId;
use crate::state::record::{self, Head, Record, ago, follows, is_later};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The most drafts that are stored.
pub const MOST_DRAFTS: usize = 50;
/// The most bytes of their texts.
const MOST_BYTES: usize = 64 << 20;

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
pub struct Found {
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

/// Why a draft was not stored.
#[derive(Debug)]
pub enum NotKept {
    /// Another tab stored it meanwhile, or what is stored there cannot be read.
    Elsewhere,
    /// The browser refuses it.
    Refused(Trouble),
}

impl From<Trouble> for NotKept {
    fn from(trouble: Trouble) -> Self {
        Self::Refused(trouble)
    }
}

/// Why a stored draft is not opened.
#[derive(Debug)]
pub enum NotRead {
    /// It cannot be read.
    Unread(Unread),
    /// It is not there, or the storage does not work.
    Refused,
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
    pub async fn start() -> (Self, Found) {
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
        let mut found = Found { trouble, seed: random(), ..Found::default() };
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

    /// Moves drafts from local storage to the database: those that a tab stored while it was left.
    async fn take_over(&self, found: &mut Found) {
        for key in storage::drafts() {
            let Some(text) = storage::draft(&key) else { continue };
            if let Err(trouble) = self.fold(&key, &text).await {
                // They stay where they are, and are read from there.
                found.trouble = Some(trouble);
                return;
            }
            // Another tab may have stored more meanwhile.
            if storage::draft(&key).as_deref() == Some(&text) {
                storage::remove_draft(&key);
            }
        }
    }

    async fn fold(&self, key: &str, text: &str) -> Result<(), Trouble> {
        let transaction = self.writing().await?;
        let stored = transaction.head(key).await?;
        let entry = match record::read(text) {
            Ok(record) => {
                let head = stored.as_deref().map(serde_json::from_str::<Head>);
                match head {
                    Some(Ok(head)) if is_later(&head.stamp, &record.stamp) => return Ok(()),
                    Some(Ok(head)) if follows(&record, Some(&head)) => entry(&record),
                    None => entry(&record),
                    // Another tab stored the draft since: this is a separate draft.
                    Some(_) => entry(&Record { id: DraftId(random()), ..record }),
                }
            }
            // It is listed as one that cannot be read.
            Err(_) if stored.is_none() => {
                Entry { key: key.to_owned(), head: String::new(), text: text.to_owned() }
            }
            Err(_) => {
                Entry { key: DraftId(random()).to_string(), head: String::new(), text: text.to_owned() }
            }
        };
        transaction.put(&entry)?;
        transaction.end().await
    }

    /// The draft of an earlier version of the page, which becomes one of the stored drafts.
    async fn earlier(&self, found: &mut Found) -> Option<Record> {
        let text = storage::text(storage::EARLIER_DRAFT)?;
        let events = storage::text(storage::EARLIER_EVENTS).and_then(|text| serde_json::from_str(&text).ok());
        let id = DraftId(random());
        match record::read_earlier(&text) {
            Ok(draft) => {
                let record = Record::migrated(id, now(), self.stamp(), draft, events);
                if self.keep(&record).await.is_ok() {
                    storage::remove(storage::EARLIER_DRAFT);
                    storage::remove(storage::EARLIER_EVENTS);
                }
                Some(record)
            }
            Err(problem) => {
                let stored = async {
                    let transaction = self.writing().await?;
                    transaction.put(&Entry {
                        key: id.to_string(),
                        head: String::new(),
                        text: text.clone(),
                    })?;
                    transaction.end().await
                };
                if stored.await.is_ok() {
                    storage::remove(storage::EARLIER_DRAFT);
                }
                found.unread.push(unread("the draft of your last visit", &problem.to_string(), text));
                None
            }
        }
    }

    /// The draft that the tab showed, else the latest one.
    async fn choose(&self, found: &mut Found) {
        if let Some((key, tab)) = storage::tab() {
            found.is_copy = tab == Tab::Copied;
            match self.read(&key).await {
                Ok(record) => return found.kept = Some(record),
                Err(NotRead::Unread(unread)) => return found.unread.push(unread),
                Err(NotRead::Refused) => {}
            }
        }
        let Ok(listed) = self.listed().await else { return };
        for (key, head) in &listed {
            match head {
                Ok(head) if head.touched => match self.read(key).await {
                    Ok(record) => {
                        found.kept = Some(record);
                        break;
                    }
                    Err(NotRead::Unread(unread)) => found.unread.push(unread),
                    Err(NotRead::Refused) => {}
                },
                Ok(_) => {}
                // One message is enough; the list has them all.
                Err(_) if found.unread.is_empty() => {
                    if let Err(NotRead::Unread(unread)) = self.read(key).await {
                        found.unread.push(unread);
                    }
                }
                Err(_) => {}
            }
        }
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

    /// Stores a draft, in the database where there is one. Tells what was removed to make room.
    ///
    /// # Errors
    /// Why it is not stored.
    pub async fn keep(&self, record: &Record) -> Result<Option<Unread>, NotKept> {
        let key = record.id.to_string();
        match self.put(record).await {
            Ok(()) => {
                let is_new = self.0.seen.borrow_mut().insert(record.id, record.stamp.clone()).is_none();
                let left = storage::draft(&key).and_then(|text| record::read(&text).ok());
                if left.is_some_and(|left| is_later(&record.stamp, &left.stamp)) {
                    storage::remove_draft(&key);
                }
                Ok(if is_new { self.prune(&key).await.unwrap_or(None) } else { None })
            }
            Err(NotKept::Refused(_)) if !Self::may_replace(record) => Err(NotKept::Elsewhere),
            Err(NotKept::Refused(trouble)) => match self.keep_in_local_storage(record) {
                Ok(_) => {
                    self.0.seen.borrow_mut().insert(record.id, record.stamp.clone());
                    Ok(None)
                }
                Err(_) if !trouble.is_harmless() => Err(NotKept::Refused(trouble)),
                Err(trouble) => Err(NotKept::Refused(trouble)),
            },
            Err(elsewhere) => Err(elsewhere),
        }
    }

    async fn put(&self, record: &Record) -> Result<(), NotKept> {
        let transaction = self.writing().await?;
        let entry = entry(record);
        if let Some(head) = transaction.head(&entry.key).await? {
            let head = serde_json::from_str::<Head>(&head).ok();
            let own = |head: &Head| follows(record, Some(head)) || is_later(&record.stamp, &head.stamp);
            if !head.is_some_and(|head| own(&head)) {
                return Err(NotKept::Elsewhere);
            }
        }
        transaction.put(&entry)?;
        Ok(transaction.end().await?)
    }

    /// Stores a draft in local storage, which needs no time: for a page that is being left, and where there is no
    /// database. What another tab stored there stays; the draft then has another id.
    ///
    /// # Errors
    /// Why the browser refuses it.
    pub fn keep_in_local_storage(&self, record: &Record) -> Result<DraftId, Trouble> {
        let id = if Self::may_replace(record) { record.id } else { DraftId(random()) };
        storage::put_draft(&id.to_string(), &Record { id, ..record.clone() }.text())?;
        Ok(id)
    }

    /// Whether local storage has nothing in the record's place but what it is based on.
    fn may_replace(record: &Record) -> bool {
        storage::draft(&record.id.to_string()).is_none_or(|text| {
            record::read(&text)
                .is_ok_and(|stored| stored.stamp == record.base || is_later(&record.stamp, &stored.stamp))
        })
    }

    /// Every stored draft, the latest first.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn list(&self) -> Result<Vec<Listed>, Trouble> {
        let now = now();
        let listed = self.listed().await?.into_iter().map(|(key, head)| {
            let when = match &head {
                Ok(head) => ago(head.stored, now).unwrap_or_else(|| date(head.stored)),
                Err(_) => String::new(),
            };
            Listed { key: key.into(), when, head }
        });
        Ok(listed.collect())
    }

    async fn listed(&self) -> Result<Vec<(String, Result<Head, String>)>, Trouble> {
        let mut all = BTreeMap::new();
        for key in storage::drafts() {
            let head = match storage::draft(&key).map(|text| (text.len(), record::read(&text))) {
                Some((bytes, Ok(record))) => Ok(record.head(bytes)),
                Some((_, Err(problem))) => Err(problem.to_string()),
                None => continue,
            };
            all.insert(key, head);
        }
        match self.reading().await {
            Ok(transaction) => {
                for key in transaction.keys().await? {
                    let head = transaction.head(&key).await?.unwrap_or_default();
                    let head = match serde_json::from_str::<Head>(&head) {
                        Ok(head) => Ok(head),
                        Err(_) => {
                            let text = transaction.text(&key).await?.unwrap_or_default();
                            match record::read(&text) {
                                Ok(record) => Ok(record.head(text.len())),
                                Err(problem) => Err(problem.to_string()),
                            }
                        }
                    };
                    all.entry(key).or_insert(head);
                }
            }
            Err(_) if self.0.database.borrow().is_none() => {}
            Err(trouble) => return Err(trouble),
        }
        let mut all: Vec<_> = all.into_iter().collect();
        let stored = |head: &Result<Head, String>| head.as_ref().map_or(f64::INFINITY, |head| head.stored);
        all.sort_by(|(_, one), (_, other)| stored(other).total_cmp(&stored(one)));
        Ok(all)
    }

    /// Reads a stored draft.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn read(&self, key: &str) -> Result<Record, NotRead> {
        let text = match storage::draft(key) {
            Some(text) => text,
            None => self.text(key).await.map_err(|_| NotRead::Refused)?.ok_or(NotRead::Refused)?,
        };
        match record::read(&text) {
            Ok(record) if record.id.to_string() == key => {
                self.0.seen.borrow_mut().insert(record.id, record.stamp.clone());
                Ok(record)
            }
            Ok(_) => {
                Err(NotRead::Unread(unread(&format!("draft {key}"), "it has the id of another one", text)))
            }
            Err(problem) => {
                let title = self.title(key).await.unwrap_or_else(|| format!("draft {key}"));
                Err(NotRead::Unread(unread(&title, &problem.to_string(), text)))
            }
        }
    }

    async fn title(&self, key: &str) -> Option<String> {
        let head = self.reading().await.ok()?.head(key).await.ok()??;
        serde_json::from_str::<Head>(&head).ok().map(|head| format!("the draft “{}”", head.title))
    }

    /// The text of a stored draft, readable or not.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn text(&self, key: &str) -> Result<Option<String>, Trouble> {
        if let Some(text) = storage::draft(key) {
            return Ok(Some(text));
        }
        self.reading().await?.text(key).await
    }

    /// Gives a stored draft another name; a blank one gives it that of its rule.
    ///
    /// # Errors
    /// A sentence.
    pub async fn rename(&self, key: &str, name: &str) -> Result<(), String> {
        let refused = || "The draft cannot be renamed: another tab changed it. Try again.".to_owned();
        let mut record = self.read(key).await.map_err(|_| refused())?;
        record.base = std::mem::replace(&mut record.stamp, self.stamp());
        record.name = (!name.trim().is_empty()).then(|| name.trim().to_owned());
        record.touched = true;
        self.keep(&record).await.map(|_| ()).map_err(|_| refused())
    }

    /// Deletes a stored draft, and hands over what was stored.
    ///
    /// # Errors
    /// A sentence.
    pub async fn delete(&self, key: &str, title: &str) -> Result<Deleted, String> {
        let refused = |_| "The draft cannot be deleted now. Try again.".to_owned();
        let local = storage::draft(key);
        let mut deleted = Deleted {
            key: key.to_owned(),
            title: title.to_owned(),
            head: String::new(),
            text: String::new(),
        };
        if self.0.database.borrow().is_some() {
            let transaction = self.writing().await.map_err(refused)?;
            deleted.head = transaction.head(key).await.map_err(refused)?.unwrap_or_default();
            deleted.text = transaction.text(key).await.map_err(refused)?.unwrap_or_default();
            transaction.remove(key).map_err(refused)?;
            transaction.end().await.map_err(refused)?;
        }
        if let Some(text) = local {
            storage::remove_draft(key);
            deleted.text = text;
        }
        Ok(deleted)
    }

    /// Stores a deleted draft again.
    ///
    /// # Errors
    /// A sentence.
    pub async fn restore(&self, deleted: &Deleted) -> Result<(), String> {
        let refused = |_| "There is no room to restore the draft.".to_owned();
        if self.0.database.borrow().is_none() {
            return storage::put_draft(&deleted.key, &deleted.text).map_err(refused);
        }
        let Deleted { key, head, text, .. } = deleted;
        let transaction = self.writing().await.map_err(refused)?;
        let entry = Entry { key: key.clone(), head: head.clone(), text: text.clone() };
        transaction.put(&entry).map_err(refused)?;
        transaction.end().await.map_err(refused)
    }

    /// Removes a draft that nobody changed, once it is no longer shown.
    pub async fn drop_untouched(&self, id: DraftId) {
        let key = id.to_string();
        let dropped = async {
            let transaction = self.writing().await?;
            let head =
                transaction.head(&key).await?.and_then(|head| serde_json::from_str::<Head>(&head).ok());
            if head.is_some_and(|head| !head.touched) {
                transaction.remove(&key)?;
            }
            transaction.end().await
        };
        // Where this fails, the list has one row more.
        let _: Result<(), Trouble> = dropped.await;
        self.0.seen.borrow_mut().remove(&id);
    }

    /// Removes the oldest drafts while there are too many; untouched ones first, and never the one just stored.
    async fn prune(&self, current: &str) -> Result<Option<Unread>, Trouble> {
        let transaction = self.writing().await?;
        let mut heads = Vec::new();
        for key in transaction.keys().await? {
            let head = transaction.head(&key).await?.unwrap_or_default();
            // What cannot be read is not removed.
            if let Ok(head) = serde_json::from_str::<Head>(&head) {
                heads.push((key, head));
            }
        }
        heads.sort_by(|(_, one), (_, other)| {
            one.touched.cmp(&other.touched).then(one.stored.total_cmp(&other.stored))
        });
        let mut count = heads.len();
        let mut bytes: usize = heads.iter().map(|(_, head)| head.bytes).sum();
        let mut removed = None;
        for (key, head) in heads.iter().filter(|(key, _)| key != current) {
            if count <= MOST_DRAFTS && bytes <= MOST_BYTES {
                break;
            }
            if head.touched {
                let text = transaction.text(key).await?.unwrap_or_default();
                removed = Some(unread(&head.title, "", text));
            }
            transaction.remove(key)?;
            (count, bytes) = (count - 1, bytes - head.bytes);
            if removed.is_some() {
                // One message names one draft; the next one is removed with the next draft.
                break;
            }
        }
        transaction.end().await?;
        Ok(removed)
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

fn entry(record: &Record) -> Entry {
    let text = record.text();
    let head = serde_json::to_string(&record.head(text.len())).unwrap_or_default();
    Entry { key: record.id.to_string(), head, text }
}

fn unread(title: &str, reason: &str, text: String) -> Unread {
    Unread { title: title.to_owned(), reason: reason.to_owned(), text }
}

/// A day and a time, as an English reader writes them.
fn date(stored: f64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(stored));
    String::from(date.to_locale_string("en", &JsValue::UNDEFINED))
}
