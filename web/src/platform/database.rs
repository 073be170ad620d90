//! The browser's database: a store of drafts' texts and one of their heads, by the same keys.

use crate::state::model::Trouble;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "rulepad";
const VERSION: u32 = 1;
const HEADS: &str = "heads";
const TEXTS: &str = "texts";
/// A database that is not open after this does not come.
const PATIENCE_MILLIS: u32 = 2_000;

/// The open database.
#[derive(Clone, Debug)]
pub struct Database(IdbDatabase);

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its key.
    pub key: String,
    /// Its head.
    pub head: String,
    /// Its text.
    pub text: String,
}

/// A transaction over both stores; it ends by itself once nothing more is asked of it.
#[derive(Debug)]
pub struct Transaction {
    transaction: IdbTransaction,
    heads: IdbObjectStore,
    texts: IdbObjectStore,
    ended: Promise,
}

impl Database {
    /// Opens it, and makes its stores at the first visit.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn open() -> Result<Self, Trouble> {
        let factory = factory()?;
        let request = factory.open_with_u32(NAME, VERSION).map_err(|error| trouble(&error))?;
        let making = request.clone();
        let upgrade = Closure::once(move || {
            if let Some(database) =
                making.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok())
            {
                for store in [HEADS, TEXTS] {
                    // Where this fails the transactions do, and say so.
                    let _ = database.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = opened(&request).await;
        drop(upgrade);
        let database: IdbDatabase = opened?.dyn_into().map_err(|_| Trouble::Failing)?;
        // A later version of the page in another tab must not wait for this one.
        let closing = database.clone();
        let give_way = Closure::<dyn Fn()>::new(move || closing.close());
        database.set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
        give_way.forget();
        Ok(Self(database))
    }

    /// A transaction that reads.
    ///
    /// # Errors
    /// Why there is none: such as a database that was deleted meanwhile.
    pub fn reading(&self) -> Result<Transaction, Trouble> {
        self.transaction(IdbTransactionMode::Readonly)
    }

    /// A transaction that also writes.
    ///
    /// # Errors
    /// As for [`Self::reading`].
    pub fn writing(&self) -> Result<Transaction, Trouble> {
        self.transaction(IdbTransactionMode::Readwrite)
    }

    fn transaction(&self, mode: IdbTransactionMode) -> Result<Transaction, Trouble> {
        let stores = Array::of2(&HEADS.into(), &TEXTS.into());
        let transaction =
            self.0.transaction_with_str_sequence_and_mode(&stores, mode).map_err(|error| trouble(&error))?;
        let heads = transaction.object_store(HEADS).map_err(|error| trouble(&error))?;
        let texts = transaction.object_store(TEXTS).map_err(|error| trouble(&error))?;
        // It never rejects: one that is abandoned need not be waited for.
        let ended = Promise::new(&mut |resolve, _| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&resolve));
        });
        Ok(Transaction { transaction, heads, texts, ended })
    }
}

impl Transaction {
    /// Every key.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub async fn keys(&self) -> Result<Vec<String>, Trouble> {
        let request = self.texts.get_all_keys().map_err(|error| trouble(&error))?;
        let keys = done(&request).await?.dyn_into::<Array>().unwrap_or_default();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// The head under a key; one that is no text is blank.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn head(&self, key: &str) -> Result<Option<String>, Trouble> {
        get(&self.heads, key).await
    }

    /// The text under a key; one that is no text is blank.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn text(&self, key: &str) -> Result<Option<String>, Trouble> {
        get(&self.texts, key).await
    }

    /// Writes a draft.
    ///
    /// # Errors
    /// When the browser refuses it at once; what it refuses later, [`Self::end`] reports.
    pub fn put(&self, entry: &StoredEntry) -> Result<(), Trouble> {
        let key = JsValue::from_str(&entry.key);
        for (store, text) in [(&self.heads, &entry.head), (&self.texts, &entry.text)] {
            store.put_with_key(&JsValue::from_str(text), &key).map_err(|error| self.refused(&error))?;
        }
        Ok(())
    }

    /// Removes a draft.
    ///
    /// # Errors
    /// When the browser refuses it at once.
    pub fn remove(&self, key: &str) -> Result<(), Trouble> {
        let key = JsValue::from_str(key);
        for store in [&self.heads, &self.texts] {
            store.delete(&key).map_err(|error| self.refused(&error))?;
        }
        Ok(())
    }

    /// Waits until everything is stored.
    ///
    /// # Errors
    /// Why nothing of the transaction is.
    pub async fn end(self) -> Result<(), Trouble> {
        let event = JsFuture::from(self.ended).await.ok().and_then(|event| event.dyn_into::<Event>().ok());
        if event.is_some_and(|event| event.type_() == "complete") {
            return Ok(());
        }
        Err(self.transaction.error().map_or(Trouble::Failing, |error| named(&error.name())))
    }

    /// Both stores or none: half a write is undone.
    fn refused(&self, error: &JsValue) -> Trouble {
        // Refused only once it has ended.
        let _ = self.transaction.abort();
        trouble(error)
    }
}

async fn get(store: &IdbObjectStore, key: &str) -> Result<Option<String>, Trouble> {
    let request = store.get(&JsValue::from_str(key)).map_err(|error| trouble(&error))?;
    let found = done(&request).await?;
    Ok((!found.is_undefined()).then(|| found.as_string().unwrap_or_default()))
}

/// Asking for it throws where storage is blocked.
fn factory() -> Result<IdbFactory, Trouble> {
    let window = web_sys::window().ok_or(Trouble::NoDatabase)?;
    window.indexed_db().map_err(|error| trouble(&error))?.ok_or(Trouble::NoDatabase)
}

async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, Trouble> {
    let mut timer = None;
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        timer = Some(Timeout::new(PATIENCE_MILLIS, move || {
            // What rejects a promise does not throw.
            let _ = reject.call0(&JsValue::NULL);
        }));
    });
    let ended = JsFuture::from(ended).await;
    drop(timer);
    answer(request, ended.is_ok())
}

async fn done(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let ended = JsFuture::from(ended).await;
    answer(request, ended.is_ok())
}

fn answer(request: &IdbRequest, is_there: bool) -> Result<JsValue, Trouble> {
    if is_there {
        return request.result().map_err(|error| trouble(&error));
    }
    let error = request.error().ok().flatten();
    Err(error.map_or(Trouble::Failing, |error| named(&error.name())))
}

/// Why the browser refuses to store something.
pub(super) fn trouble(error: &JsValue) -> Trouble {
    error.dyn_ref::<DomException>().map_or(Trouble::Failing, |error| named(&error.name()))
}

fn named(name: &str) -> Trouble {
    match name {
        "QuotaExceededError" => Trouble::Full,
        "SecurityError" | "NotAllowedError" => Trouble::Blocked,
        "VersionError" => Trouble::Newer,
        _ => Trouble::Failing,
    }
}
