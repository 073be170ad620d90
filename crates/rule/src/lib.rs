//! A rule with its targets: what AWS accepts of them, and the formats they are exported to.
//!
//! * [`Rule`], [`State`], [`Target`]: what the person set, checked by [`Rule::check`] and [`check_targets`]
//! * [`rule_arn`]: the ARN the rule will have
//! * [`Kind`], [`Permission`]: what a target's ARN tells about it
//! * [`mod@export`]: [`export()`], [`Format`], [`Exported`]: one file per format

mod diagnostics;
pub mod export;
mod model;
mod target;

pub use export::{Exported, Format, export};
pub use model::{Rule, State, rule_arn};
pub use target::{Arn, Kind, Permission, Target, check_targets};
