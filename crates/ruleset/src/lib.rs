//! Many event patterns compiled into one matcher: event bytes in, rule numbers out.
//!
//! The verdicts are those of [`rulepad_pattern::matches`], without its explanation. An event is read once, no tree is
//! built of it, and what no pattern names is skipped.
//!
//! ```
//! use rulepad_pattern::parse;
//! use rulepad_ruleset::{RuleSet, Scratch};
//!
//! let mut rules = RuleSet::default();
//! for text in [r#"{"source": ["aws.s3"]}"#, r#"{"source": [{"prefix": "aws."}]}"#] {
//!     rules.add(parse(text).pattern);
//! }
//! let matcher = rules.compile();
//! let mut scratch = Scratch::default();
//! let found = matcher.matching(br#"{"source": "aws.ec2"}"#, &mut scratch).unwrap();
//! assert_eq!(found.matched, [1]);
//! ```
//!
//! # Files
//!
//! * `rules.rs`: the set; `matcher.rs`: what it is compiled to, and the calls
//! * `compile/`: from patterns to a matcher
//! * `read/`: the walk over the bytes of an event
//! * `names.rs`: which names lead to a field
//! * `index/`: which conditions of a field a value meets, one file for each kind of operator
//! * `decide/`: from conditions to rules; `search.rs` chooses array elements

mod compile;
mod decide;
mod index;
mod matcher;
mod names;
mod read;
mod rules;

pub use matcher::{Matcher, Matches, Scratch};
pub use read::{Fault, Refused};
pub use rules::RuleSet;
