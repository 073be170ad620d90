//! What only the browser can do.

pub mod clipboard;
pub mod clock;
pub mod database;
pub mod download;
pub mod dropped;
pub mod emulator;
mod entries;
pub mod files;
pub mod focus;
pub mod keys;
pub mod language;
pub mod location;
pub mod memory;
pub mod own_scripts;
pub mod restart;
pub mod screen;
pub mod slices;
pub mod storage;
pub mod theme;
