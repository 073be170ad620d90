//! What a rule does that no subscriber does.

use crate::change::InputLoss;
use rulepad_rule::TargetKind;

/// What cannot be written, or is written so that more events are delivered.
#[derive(Clone, Debug, PartialEq)]
pub enum Loss {
    /// A wildcard that a filter cannot say: the filter accepts more values.
    Wildcard {
        /// The joined name of the field.
        field: String,
        /// The matcher of the pattern.
        matcher: String,
        /// The matcher of the filter.
        written: String,
    },
    /// AWS refuses the pattern.
    BadPattern,
    /// The filter has this many bytes, more than AWS takes.
    LongPattern(usize),
    /// The rule has no pattern, but a schedule.
    ScheduleAlone(String),
    /// The rule has a schedule beside its pattern.
    Schedule(String),
    /// A rule of the default bus may see events of any AWS service; each needs its event source.
    AnyService,
    /// Read-only calls that CloudTrail records.
    ManagementEvents,
    /// The ARN names no target.
    NotATarget(String),
    /// A target that a subscriber reaches by calling this action of its service, with a request that has to be written.
    Universal(TargetKind, &'static str),
    /// A kind of target that a subscriber does not have.
    NoTarget(TargetKind),
    /// An input option of an event bus, to which a subscriber delivers events unchanged.
    BusInput,
    /// The custom event bus itself is the target.
    OwnBus,
    /// The input option.
    Input(InputLoss),
    /// A setting that AWS refuses in the rule: its name and its text.
    Setting(&'static str, String),
    /// A path in a parameter of the target, which cannot be written.
    ParameterPath(String),
}
