//! The catalogue of events, as the texts of its files: one JSON object a line.
//!
//! The page fetches the files when they are first looked for. Whoever names these constants carries the texts
//! in the program.

/// The sample events: each with a starting pattern, the values its fields are known to have, and how sure that is.
pub const EVENTS: &str = include_str!("../data/catalogue/events.ndjson");

/// The records that services other than EventBridge hand to a filter or a function.
pub const RECORDS: &str = include_str!("../data/catalogue/records.ndjson");

/// The event types of the schema registry with their fields; `?` behind a type marks a field that may be absent.
pub const TYPES: &str = include_str!("../data/catalogue/types.ndjson");
