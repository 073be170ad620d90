//! Gives page and workers their build number: a hash of everything they are built from.

use std::fs;
use std::path::{Path, PathBuf};

/// What the programs are built from, beside this crate.
const SOURCES: [&str; 22] = [
    "Cargo.lock",
    "web/src",
    "crates/document/src",
    "crates/event/src",
    "crates/pattern/src",
    "crates/transformer/src",
    "crates/ruleset/src",
    "crates/rule/src",
    "crates/event-log/src",
    "crates/cloudformation/src",
    "crates/terraform/src",
    "crates/import/src",
    "crates/export/src",
    "crates/write-back/src",
    "crates/samples/src",
    "crates/samples/data",
    "crates/workbench/src",
    "crates/verify/src",
    "crates/jsonata/src",
    "crates/subscriber/src",
    "crates/migrate/src",
    "crates/subscriber-workbench/src",
];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default();
    let mut files = Vec::new();
    for source in SOURCES {
        let path = root.join(source);
        println!("cargo:rerun-if-changed={}", path.display());
        collect(&path, &mut files);
    }
    files.sort();
    // FNV-1a: the same on every machine and with every compiler.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for file in files {
        let name = file.strip_prefix(&root).unwrap_or(&file);
        take(name.to_string_lossy().as_bytes());
        take(&fs::read(&file).unwrap_or_default());
    }
    println!("cargo:rustc-env=RULEPAD_BUILD={hash:016x}");
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| collect(&entry.path(), files)),
        Err(_) => files.push(path.to_path_buf()),
    }
}
