//! How memory and work grow with the size of what is read, matched and written.
//!
//! Each case runs at five sizes, each twice the one before, in a process of its own, which counts the bytes it
//! allocates, the most it holds at once, and its processor time. A case fails where one of them grows faster than its
//! input over two doublings in a row, or where it does not end.

mod cases;
mod hostile;
mod measure;
mod table;
mod text;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, measure::MOST);

/// A case: what is measured, the size of its first run, and what makes the run for a size.
pub struct Case {
    /// What is read, matched or written.
    pub name: &'static str,
    /// How many items the first run has.
    pub base: usize,
    /// The megabytes it may allocate at any size, where it is a search with a limit to its work, which may grow
    /// faster up to there.
    pub limit: Option<u64>,
    /// Makes the input, which is not measured, and gives what is.
    pub make: Box<dyn Fn(usize) -> Run>,
}

/// What is measured; the answer is a size of its result.
pub type Run = Box<dyn FnOnce() -> usize>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--run", name, size] => measure::child(name, size.parse().unwrap_or(0)),
        _ => table::print(&words),
    }
}
