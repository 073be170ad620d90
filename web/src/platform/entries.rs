//! What is dropped on the page, folders with all that is in them.

use super::dropped::Named;
use crate::state::refusal::Refusal;
use js_sys::{Array, Function, Promise};
use rulepad_workbench::folder::{is_read, may_hold_rules};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::DataTransfer;

/// More files and folders of a folder are not looked at.
const MOST_SEEN: usize = 5_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = DataTransfer)]
    type Dropped;
    #[wasm_bindgen(method, getter)]
    fn items(this: &Dropped) -> Items;

    type Items;
    #[wasm_bindgen(method, getter)]
    fn length(this: &Items) -> u32;
    #[wasm_bindgen(method, indexing_getter)]
    fn get(this: &Items, place: u32) -> Item;

    type Item;
    /// Nothing for a text, and where the browser has no such call.
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;

    /// A file or a folder.
    #[derive(Clone)]
    pub type Entry;
    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &Entry) -> bool;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Entry) -> String;
    #[wasm_bindgen(method)]
    fn file(this: &Entry, done: &Function, failed: &Function);
    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &Entry) -> Reader;

    type Reader;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Reader, done: &Function, failed: &Function);
}

/// What was dropped, if there is a folder among it; `None` where the list of files has it all. The browser gives it
/// out only while it handles the drop.
pub fn with_folders(data: &DataTransfer) -> Option<Vec<Entry>> {
    let items = data.unchecked_ref::<Dropped>().items();
    let entries: Vec<Entry> =
        (0..items.length()).filter_map(|place| items.get(place).entry().ok().flatten()).collect();
    entries.iter().any(Entry::is_folder).then_some(entries)
}

/// What was found among what was dropped.
#[derive(Default)]
pub struct EntriesFound {
    /// The files, and those of folders that may hold rules, in order of their paths.
    pub files: Vec<Named>,
    /// The parts that were not read.
    pub refused: Vec<Refusal>,
}

/// Looks through files and folders.
pub async fn find(entries: Vec<Entry>) -> EntriesFound {
    let alone = entries.len() == 1;
    let mut found = EntriesFound::default();
    for entry in entries {
        let name = entry.name();
        if entry.is_folder() {
            let prefix = if alone { String::new() } else { format!("{name}/") };
            found.look_through(&name, entry, &prefix).await;
        } else {
            found.take(&entry, name).await;
        }
    }
    found.files.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

impl EntriesFound {
    async fn look_through(&mut self, name: &str, top: Entry, prefix: &str) {
        let mut seen = 0;
        let mut folders = vec![(String::new(), top)];
        while let Some((path, folder)) = folders.pop() {
            let reader = folder.reader();
            // Each call gives some of the entries, the last one none.
            loop {
                let Ok(some) = called(|done, failed| reader.read(done, failed)).await else {
                    self.refused.push(Refusal::NotGiven(format!("{name}/{path}")));
                    break;
                };
                let some: Vec<Entry> = Array::from(&some).iter().map(JsCast::unchecked_into).collect();
                if some.is_empty() {
                    break;
                }
                seen += some.len();
                if seen > MOST_SEEN {
                    self.refused.push(Refusal::LargeFolder { name: name.to_owned(), most: MOST_SEEN });
                    return;
                }
                for entry in some {
                    let path = format!("{path}{}", entry.name());
                    if entry.is_folder() {
                        if is_read(&entry.name()) {
                            folders.push((format!("{path}/"), entry));
                        }
                    } else if may_hold_rules(&path) {
                        self.take(&entry, format!("{prefix}{path}")).await;
                    }
                }
            }
        }
    }

    async fn take(&mut self, entry: &Entry, path: String) {
        let file = called(|done, failed| entry.file(done, failed)).await;
        match file.map(JsCast::dyn_into) {
            Ok(Ok(file)) => self.files.push((path, file)),
            _ => self.refused.push(Refusal::NotGiven(path)),
        }
    }
}

/// Awaits a call that reports by one of two functions.
async fn called(call: impl Fn(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| call(&done, &failed))).await
}
