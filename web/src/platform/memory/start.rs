//! What is there when the page starts: what is moved to the database, and the draft to show.

use super::{Memory, NotRead, entry, now, random};
use crate::platform::database::StoredEntry;
use crate::platform::memory::Remembered;
use crate::platform::storage::{self, Tab};
use crate::state::model::{Trouble, Unread, Which};
use crate::state::own::DraftId;
use crate::state::record::{self, Head, Record, follows, is_later};

impl Memory {
    /// Moves drafts from local storage to the database: those that a tab stored while it was left.
    pub(super) async fn take_over(&self, found: &mut Remembered) {
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
                    // Another tab stored the draft since: this becomes a separate draft.
                    Some(_) => entry(&Record { id: DraftId(random()), ..record }),
                }
            }
            // It is listed as one that cannot be read.
            Err(_) if stored.is_none() => {
                StoredEntry { key: key.to_owned(), head: String::new(), text: text.to_owned() }
            }
            Err(_) => {
                StoredEntry { key: DraftId(random()).to_string(), head: String::new(), text: text.to_owned() }
            }
        };
        transaction.put(&entry)?;
        transaction.end().await
    }

    /// The draft of an earlier version of the page, which becomes one of the stored drafts.
    pub(super) async fn earlier(&self, found: &mut Remembered) -> Option<Record> {
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
                    transaction.put(&StoredEntry {
                        key: id.to_string(),
                        head: String::new(),
                        text: text.clone(),
                    })?;
                    transaction.end().await
                };
                if stored.await.is_ok() {
                    storage::remove(storage::EARLIER_DRAFT);
                }
                found.unread.push(Unread { which: Which::LastVisit, reason: Some(problem), text });
                None
            }
        }
    }

    /// The draft that the tab showed, else the latest one.
    pub(super) async fn choose(&self, found: &mut Remembered) {
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
}
