//! Files that are read slice by slice, and never as a whole.

use crate::state::testing::{ScanFile, WantedBytes};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

thread_local! {
    /// The files, by their numbers. What is held is no more than their names: the bytes stay where they are.
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a file to be read later.
pub fn keep(file: &File) -> ScanFile {
    let key = FILES.with_borrow_mut(|files| {
        files.push(file.clone());
        files.len() - 1
    });
    ScanFile { key: u32::try_from(key).unwrap_or(u32::MAX), name: file.name(), size: bytes(file.size()) }
}

/// Keeps every file of a list.
#[must_use]
pub fn keep_all(files: &FileList) -> Vec<ScanFile> {
    (0..files.length()).filter_map(|at| files.get(at)).map(|file| keep(&file)).collect()
}

/// The bytes of a part of a file, in Base64; `None` where the browser does not give them, as of a file that was changed.
pub async fn read(wanted: WantedBytes) -> Option<Rc<str>> {
    let file = FILES.with_borrow(|files| files.get(usize::try_from(wanted.file).ok()?).cloned())?;
    let slice = file.slice_with_f64_and_f64(number(wanted.from), number(wanted.to)).ok()?;
    let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    Some(BASE64_STANDARD.encode(bytes).into())
}

/// Sizes of files are whole numbers below 2^53.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number below 2^53"
)]
fn bytes(size: f64) -> u64 {
    size as u64
}

#[expect(clippy::cast_precision_loss, reason = "a size is a whole number below 2^53")]
fn number(bytes: u64) -> f64 {
    bytes as f64
}
