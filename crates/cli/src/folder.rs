//! The files of a folder, for the commands that take folders.

use crate::message::Message;
use crate::stop::Stop;
use rulepad_workbench::folder::is_read;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A folder or a file that cannot be read.
pub struct Unread(walkdir::Error);

impl From<Unread> for Message {
    fn from(unread: Unread) -> Self {
        let name = unread.0.path().unwrap_or(Path::new("")).display().to_string();
        Self::Unreadable { name, error: unread.0.into_io_error() }
    }
}

impl From<Unread> for Stop {
    fn from(unread: Unread) -> Self {
        Self::new(unread.into())
    }
}

/// The files of a folder and of those in it whose name is wanted: by name, files before folders. Links are not
/// followed, and folders that hold no source are left out.
pub fn files<'w>(
    folder: &Path,
    is_wanted: impl Fn(&str) -> bool + 'w,
) -> impl Iterator<Item = Result<PathBuf, Unread>> + 'w {
    let is_open =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_type().is_dir() || is_read(&name(entry));
    WalkDir::new(folder)
        .sort_by(|one, other| {
            let key = |entry: &DirEntry| (entry.file_type().is_dir(), entry.file_name().to_owned());
            key(one).cmp(&key(other))
        })
        .into_iter()
        .filter_entry(is_open)
        .filter_map(move |entry| match entry {
            Ok(entry) => {
                let is_one = entry.file_type().is_file() && is_wanted(&name(&entry));
                is_one.then(|| Ok(without_dot(entry.into_path())))
            }
            Err(error) => Some(Err(Unread(error))),
        })
}

fn name(entry: &DirEntry) -> String {
    entry.file_name().to_string_lossy().into_owned()
}

/// A path of the current folder as a person writes it.
fn without_dot(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// Why a file cannot be read, in the words of a folder's.
pub fn cannot_read(path: &Path, error: io::Error) -> Stop {
    Stop::new(Message::unreadable(path.display(), error))
}
