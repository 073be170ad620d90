//! The stored drafts as a list, and what is done with one of them.

use super::{Memory, now};
use crate::platform::database::StoredEntry;
use crate::platform::storage;
use crate::state::drafts::{Deleted, Listed, NotDone};
use crate::state::model::{Trouble, Unread, Which};
use crate::state::record::{self, Head, Record, Unreadable, when};
use std::collections::BTreeMap;

/// Why a stored draft is not opened.
#[derive(Debug)]
pub enum NotRead {
    /// It cannot be read.
    Unread(Unread),
    /// It is not there, or the storage does not work.
    Refused,
}

impl Memory {
    /// Every stored draft, the latest first.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn list(&self) -> Result<Vec<Listed>, Trouble> {
        let now = now();
        let listed = self.listed().await?.into_iter().map(|(key, head)| {
            let when = head.as_ref().ok().map(|head| when(head.stored, now));
            Listed { key: key.into(), when, head }
        });
        Ok(listed.collect())
    }

    pub(super) async fn listed(&self) -> Result<Vec<(String, Result<Head, Unreadable>)>, Trouble> {
        let mut all = BTreeMap::new();
        for key in storage::drafts() {
            let head = match storage::draft(&key).map(|text| (text.len(), record::read(&text))) {
                Some((bytes, Ok(record))) => Ok(record.head(bytes)),
                Some((_, Err(problem))) => Err(problem),
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
                            record::read(&text).map(|record| record.head(text.len()))
                        }
                    };
                    all.entry(key).or_insert(head);
                }
            }
            Err(_) if self.0.database.borrow().is_none() => {}
            Err(trouble) => return Err(trouble),
        }
        let mut all: Vec<_> = all.into_iter().collect();
        let stored =
            |head: &Result<Head, Unreadable>| head.as_ref().map_or(f64::INFINITY, |head| head.stored);
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
                let which = Which::Keyed(key.to_owned());
                Err(NotRead::Unread(Unread { which, reason: Some(Unreadable::OtherId), text }))
            }
            Err(problem) => {
                let title = self.title(key).await;
                let which = title.map_or_else(|| Which::Keyed(key.to_owned()), Which::Titled);
                Err(NotRead::Unread(Unread { which, reason: Some(problem), text }))
            }
        }
    }

    async fn title(&self, key: &str) -> Option<String> {
        let head = self.reading().await.ok()?.head(key).await.ok()??;
        serde_json::from_str::<Head>(&head).ok().map(|head| head.title)
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
    /// What did not work.
    pub async fn rename(&self, key: &str, name: &str) -> Result<(), NotDone> {
        let mut record = self.read(key).await.map_err(|_| NotDone::NotRenamed)?;
        record.base = std::mem::replace(&mut record.stamp, self.stamp());
        record.name = (!name.trim().is_empty()).then(|| name.trim().to_owned());
        record.touched = true;
        self.keep(&record).await.map(|_| ()).map_err(|_| NotDone::NotRenamed)
    }

    /// Deletes a stored draft, and hands over what was stored.
    ///
    /// # Errors
    /// What did not work.
    pub async fn delete(&self, key: &str, title: &str) -> Result<Deleted, NotDone> {
        let refused = |_| NotDone::NotDeleted;
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
    /// What did not work.
    pub async fn restore(&self, deleted: &Deleted) -> Result<(), NotDone> {
        let refused = |_| NotDone::NotRestored;
        if self.0.database.borrow().is_none() {
            return storage::put_draft(&deleted.key, &deleted.text).map_err(refused);
        }
        let Deleted { key, head, text, .. } = deleted;
        let transaction = self.writing().await.map_err(refused)?;
        let entry = StoredEntry { key: key.clone(), head: head.clone(), text: text.clone() };
        transaction.put(&entry).map_err(refused)?;
        transaction.end().await.map_err(refused)
    }
}
