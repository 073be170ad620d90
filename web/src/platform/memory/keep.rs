//! Storing a draft, and making room for it.

use super::{MOST_DRAFTS, Memory, entry, random};
use crate::platform::storage;
use crate::state::model::{Trouble, Unread, Which};
use crate::state::own::DraftId;
use crate::state::record::{self, Head, Record, follows, is_later};

/// The most bytes of their texts.
const MOST_BYTES: usize = 64 << 20;

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

impl Memory {
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
                removed = Some(Unread { which: Which::Titled(head.title.clone()), reason: None, text });
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
}
