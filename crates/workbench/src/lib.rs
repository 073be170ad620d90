//! The facade: a draft in, a report out, as plain data.
//!
//! Should you use this crate? Yes, for anything that shows or checks a draft: the page, the JavaScript API,
//! the command line and the tests see it and nothing under it.
//!
//! * [`evaluate()`]: [`Draft`] to [`Report`]
//! * [`explain()`]: a pattern on an event; [`render()`]: [`InputOptions`] on an event
//! * [`Report::in_utf16`], [`InputReport::in_utf16`]: the spans as JavaScript counts them; `in_code_points` as Python
//! * [`fix_pattern`], [`fix_event`], [`apply`]: fixes carried out
//! * [`looks_like()`]: whether a text probably holds rules
//! * [`paste()`]: any text with events in it, and the verdict on each
//! * [`complete()`], [`complete_parameters()`]: what could be typed next; [`starter()`]: what to begin a target's own
//!   property with
//! * [`sample_target()`]: what a new target of a kind begins with
//! * [`pick`]: the value at a place of the event, made a condition or a variable
//! * [`matching_event`], [`failing_events`]: events made to order
//! * [`event_log()`]: what a table holds after each payload was stored
//! * [`compare()`]: how two patterns relate
//! * [`export`]: the rule in a format to export; [`import()`]: rules read from a text, before they replace
//!   anything, [`import_files()`] from several files; [`replaced()`]: what changes then
//! * [`file`]: Rulepad's own file
//! * [`bus`]: other rules of the draft's bus, and tests
//! * [`trial`]: how a rule can be tried, on AWS and on an emulator
//! * [`share`]: a draft in a URL fragment
//! * [`embed`]: what a document shows of a draft: HTML and Markdown
//! * [`mask`]: account ids, names and addresses replaced before a draft is shared
//! * [`batch`]: one verdict or payload for a line of bulk work
//! * [`bulk`]: many patterns on streams of events
//! * [`suite`]: readable cases in Markdown, and their runner
//! * [`builder`]: a pattern as a form, two ways
//! * [`catalogue`]: sample events and what is known of event types, found by a word
//! * [`reference`]: the files of them that explain event patterns
//! * [`examples`]: the rules the page opens with
//!
//! # Files
//!
//! * `draft.rs`, `evaluate.rs`, `report.rs`: the facade; reads as the data flows
//! * `builder/`: a pattern as a form: rows from its JSON, changes as edits
//! * `catalogue/`: samples and their search
//! * `outline.rs`, `explanation.rs`: the explanation as the lines of the Why panel, and as data for programs
//! * `pick/`: a value of the event as a condition or a variable
//! * `import/`: with what AWS would say of a rule that was read
//! * `replaced.rs`: what an import would change
//! * `trial/`: ways to try a rule
//! * `spans/`: UTF-16 and code points
//! * `suite/`: readable cases

/// What `words_en` and `words_ko` say: `words!(lang, verdict::permission(kind))`.
macro_rules! words {
    ($lang:expr, $($said:tt)+) => {
        match $lang {
            rulepad_document::Lang::En => $crate::words_en::$($said)+,
            rulepad_document::Lang::Ko(_) => $crate::words_ko::$($said)+,
        }
    };
}

mod answer;
pub mod batch;
pub mod builder;
pub mod bulk;
pub mod bus;
pub mod catalogue;
mod choose;
mod code;
mod codes;
mod compare;
mod complete;
mod diagnostics;
mod draft;
pub mod embed;
mod evaluate;
mod event_log;
mod event_time;
mod examples;
mod explain;
pub mod explanation;
mod export;
pub mod file;
mod fix_all;
mod graft;
mod import;
mod looks_like;
mod loops;
pub mod mask;
mod message;
mod notation;
mod outline;
mod paste;
pub mod pick;
mod query;
pub mod reference;
mod refused;
mod render;
mod replaced;
mod report;
mod sample_target;
pub mod share;
mod spans;
pub mod suite;
pub mod trial;
mod witness;
mod wording;
mod words;
mod words_en;
mod words_ko;

pub use choose::{NotChosen, choose, listed};
pub use codes::codes;
pub use compare::{ComparisonReport, Relation, ShownEvent, compare};
pub use complete::{Completion, Completions, complete, complete_parameters};
pub use draft::Draft;
pub use evaluate::evaluate;
pub use event_log::event_log;
pub use event_time::event_time;
pub use examples::{Example, GALLERY_FILE, examples, gallery, hurting_examples, read_gallery};
pub use explain::{explain, explain_json};
pub use export::{Export, Exported, export};
pub use fix_all::{compact, fix_event, fix_pattern, tidy};
pub use import::folder;
pub use import::{
    Brings, FoundInPattern, FoundRule, Import, ImportNames, ImportedFile, ImportedFiles, PatternRead,
    TargetRead, Understood, import, import_files,
};
pub use looks_like::{LooksLike, looks_like};
pub use notation::{ConvertedPattern, converted_pattern};
pub use paste::{Pasted, PastedEvent, paste};
pub use render::{InputOptions, InputReport, render, render_payload};
pub use replaced::{Change, Replaced, replaced};
pub use report::{InWords, Line, LineKind, Near, Report, TargetReport, Verdict, Wrapped};
pub use rulepad_document::diagnostic::apply;
pub use rulepad_document::words::{Words, en, ko};
pub use rulepad_document::{
    CodeName, Diagnostic, Edit, Help, Label, Lang, LineIndex, Role, RuleProperty, Severity, Span, TableKey,
    TargetProperty, text, visible,
};
pub use rulepad_event::{Code as EventCode, EntryError};
pub use rulepad_event_log::{Attribute, EventLog, Put, suggest_keys};
pub use rulepad_event_log::{Key, Table};
pub use rulepad_export::{Family, Format, Language};
pub use rulepad_import::NamedText;
pub use rulepad_import::Origin as ImportOrigin;
pub use rulepad_pattern::Dialect;
pub use rulepad_pattern::complexity::{Complexity, Cost, Count};
pub use rulepad_rule::{AttachedTo, starter};
pub use rulepad_rule::{
    DeliveredPart, Delivery, Permission, Policy, Rule, Source, State, Target, TargetKind,
};
pub use rulepad_rule::{Location, Reference, ReferenceLanguage, ReferenceValue, Tag};
pub use rulepad_transformer::{
    Alternative, Certainty, Input, Origin, Outcome, Payload, Piece, Rendered, Variable,
};
pub use sample_target::sample_target;
pub use spans::event_log_in_utf16;
pub use witness::{FailingEvent, Witness, failing_events, matching_event};
pub use wording::Wording;
