//! Event patterns: what was written, whether an event matches, and why.
//!
//! [`parse()`] reads a pattern and names every mistake; [`explain()`] tries it on an [`Event`]. The
//! explanation *is* the verdict: [`matches`] is its fold, there is no second matcher.
//!
//! * [`operator`]: one file per operator
//! * [`syntax`]: what was written, with spans
//! * [`event`]: an event as the matcher sees it
//! * [`explanation`]: what was found, as data; [`words`] gives its sentences
//!
//! # Files
//!
//! * `parse.rs`, `parse_numeric.rs`, `parse_anything_but.rs`: JSON to `syntax.rs`
//! * `event.rs`: the flattened event
//! * `matching.rs`: the search; `elements.rs` its index
//! * `outcome.rs`, `explain.rs`: from matches to findings; `explanation.rs` the findings
//! * `near_miss/`: what almost matched
//! * `dialect/`: operators and limits of each service, and how it reads records
//! * `lint/`: patterns that are valid and probably wrong
//! * `caveats/`: where AWS's engine is known to be wrong
//! * `complexity/`, `field_machines.rs`: the cost of wildcards
//! * `witness/`: events made from a pattern
//! * `compare/`: two patterns
//! * `in_words.rs`, `operator/formula.rs`: the pattern as a sentence and as a formula
//! * `limits.rs`: AWS's limits
//! * `message.rs`, `diagnostics/`, `aws.rs`: what is wrong as data, and what AWS says; `words_en/`, `words_ko/`: the words

pub mod address;
mod aws;
pub mod caveats;
mod code;
pub mod compare;
pub mod complexity;
mod diagnostics;
pub mod dialect;
mod elements;
pub mod event;
mod explain;
pub mod explanation;
mod field_machines;
pub mod ignore_case;
pub mod in_words;
pub mod limits;
pub mod lint;
mod matching;
mod message;
pub mod near_miss;
pub mod number;
pub mod operator;
mod outcome;
mod parse;
mod parse_anything_but;
mod parse_numeric;
mod spelling;
pub mod syntax;
pub mod witness;
pub mod words;
mod words_en;
mod words_ko;

pub use aws::AwsSentence;
pub use caveats::caveats;
pub use code::Code;
pub use complexity::{Complexity, complexity};
pub use dialect::Dialect;
pub use event::Event;
pub use explain::{explain, matches};
pub use explanation::Explanation;
pub use message::{Diagnostic, Message};
pub use operator::Operator;
pub use parse::{LanguageParsed, Parsed, parse, parse_bracketed, parse_in, parse_language};
pub use syntax::Pattern;
