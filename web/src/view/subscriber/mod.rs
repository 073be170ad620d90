//! The page of subscribers by screen region.

pub mod app;
mod arrives;
mod dialogs;
mod event;
mod field_editor;
mod filters;
mod header;
mod line_input;
mod lower;
mod migration;
mod page;
mod problems;
mod publisher;
mod text;
mod why;
mod words_en;
mod words_ko;
