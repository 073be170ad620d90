//! Files that are dropped on the page or chosen, read here and sent nowhere.

use super::{entries, slices};
use crate::state::paste::File;
use crate::state::refusal::{Holds, NoText, Refusal};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use rulepad_workbench::folder::may_hold_rules;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, DragEvent, FileList};
use yew::Callback;

/// Longer files are not read, in megabytes.
const LIMIT: usize = 20;
/// The bytes of a megabyte.
const MEGABYTE: f64 = 1024.0 * 1024.0;
/// More files at once are not read.
const MOST: usize = 20;
/// More files of a folder are not read.
const MOST_OF_FOLDER: usize = 200;

/// A file, under the name that it is shown by.
pub type Named = (String, web_sys::File);

/// Reads every file and reports them in their order.
pub fn read(files: &FileList, done: Callback<Vec<File>>) {
    let listed = all(files).map(|file| (file.name(), file)).collect();
    read_all(listed, MOST, Vec::new(), done);
}

/// Reads the files of a folder that may hold rules, each under its path in the folder.
pub fn read_folder(files: &FileList, done: Callback<Vec<File>>) {
    let mut listed: Vec<Named> =
        all(files).map(|file| (path(&file), file)).filter(|(path, _)| may_hold_rules(path)).collect();
    listed.sort_by(|(one, _), (other, _)| one.cmp(other));
    read_found(listed, Vec::new(), done);
}

/// Reads what was found in folders, and reports what was not read.
fn read_found(listed: Vec<Named>, mut refused: Vec<Refusal>, done: Callback<Vec<File>>) {
    if listed.is_empty() && refused.is_empty() {
        refused.push(Refusal::EmptyFolder);
    }
    read_all(listed, MOST_OF_FOLDER, refused, done);
}

/// Reads what is dropped: files, and folders with what is in them.
fn read_dropped(data: &DataTransfer, done: &Callback<Vec<File>>) {
    let Some(entries) = entries::with_folders(data) else {
        if let Some(files) = data.files() {
            read(&files, done.clone());
        }
        return;
    };
    let done = done.clone();
    spawn_local(async move {
        let found = entries::find(entries).await;
        read_found(found.files, found.refused, done);
    });
}

fn all(files: &FileList) -> impl Iterator<Item = web_sys::File> {
    (0..files.length()).filter_map(|at| files.get(at))
}

/// The path of a file below the folder that was chosen; its name where there is none.
fn path(file: &web_sys::File) -> String {
    let path =
        js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let below = path.as_deref().and_then(|path| path.split_once('/')).map(|(_, below)| below.to_owned());
    below.filter(|below| !below.is_empty()).unwrap_or_else(|| file.name())
}

fn read_all(mut listed: Vec<Named>, most: usize, mut refused: Vec<Refusal>, done: Callback<Vec<File>>) {
    let left_out = listed.len().saturating_sub(most);
    listed.truncate(most);
    if left_out > 0 {
        refused.push(Refusal::TooMany { left_out, most });
    }
    if listed.is_empty() && refused.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut read = Vec::new();
        for (name, file) in listed {
            let text = text(&file, &name).await;
            let to_scan = text.as_ref().err().filter(|why| is_for_scan(why)).map(|_| slices::keep(&file));
            read.push(File { name, text: text.map(Into::into), to_scan });
        }
        read.extend(refused.into_iter().map(|reason| File {
            name: String::new(),
            text: Err(reason),
            to_scan: None,
        }));
        done.emit(read);
    });
}

/// Whether a file that was not read as a text can be read in slices.
fn is_for_scan(why: &Refusal) -> bool {
    matches!(why, Refusal::TooLong { .. } | Refusal::NoText(_, NoText::Gzip))
}

async fn text(file: &web_sys::File, name: &str) -> Result<String, Refusal> {
    if file.size() > MEGABYTE * LIMIT as f64 {
        let size = (file.size() / MEGABYTE).round() as usize;
        let name = Some(name.to_owned());
        return Err(Refusal::TooLong { name, size, limit: LIMIT, holds: Holds::Events });
    }
    let read = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let text = read.ok_or_else(|| Refusal::NotGiven(name.to_owned()))?;
    unreadable(&text).map_or(Ok(text), |why| Err(Refusal::NoText(name.to_owned(), why)))
}

/// What a file is instead of a text, as far as its bytes read as UTF-8 show.
fn unreadable(text: &str) -> Option<NoText> {
    if text.starts_with("\u{1f}\u{fffd}\u{8}") {
        Some(NoText::Gzip)
    } else if text.starts_with("PK\u{3}\u{4}") {
        Some(NoText::Zip)
    } else if text.contains('\0') {
        Some(NoText::NotUtf8)
    } else {
        None
    }
}

/// What follows from a drag of files.
type Follows = Box<dyn Fn(&DragEvent, &DataTransfer)>;

/// Reports when files are over the page, and what is dropped once it is read, until the listeners are dropped. What is
/// not a file is left to the element under it.
pub fn on_drop(over: Callback<bool>, dropped: Callback<Vec<File>>) -> [EventListener; 3] {
    // Editors read dropped files themselves, so the page must come first.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let window = gloo::utils::window();
    let listen = |name: &'static str, tell: Follows| {
        EventListener::new_with_options(&window, name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>()
                && let Some(data) = event.data_transfer()
                && data.types().includes(&"Files".into(), 0)
            {
                event.stop_propagation();
                tell(event, &data);
            }
        })
    };
    let (entered, left) = (over.clone(), over.clone());
    [
        listen(
            "dragover",
            Box::new(move |event, data| {
                event.prevent_default();
                data.set_drop_effect("copy");
                entered.emit(true);
            }),
        ),
        listen(
            "dragleave",
            Box::new(move |event, _| {
                // Between two elements there is one that is entered; out of the window there is none.
                if event.related_target().is_none() {
                    left.emit(false);
                }
            }),
        ),
        listen(
            "drop",
            Box::new(move |event, data| {
                event.prevent_default();
                over.emit(false);
                read_dropped(data, &dropped);
            }),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(unreadable("{\"a\": \"\u{fffd}\"}"), None, "one bad byte is for the reader to see");
        assert_eq!(unreadable("\u{1f}\u{fffd}\u{8}\0\0"), Some(NoText::Gzip));
        assert_eq!(unreadable("PK\u{3}\u{4}x"), Some(NoText::Zip));
        assert_eq!(unreadable("\u{fffd}\u{fffd}{\0\"\0"), Some(NoText::NotUtf8));
    }
}
