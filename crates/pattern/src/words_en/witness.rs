//! Why no event can show what was asked, in English.

use crate::witness::NoWitness;

pub(crate) fn no_witness(why: &NoWitness) -> String {
    match why {
        NoWitness::NoCondition => "the pattern has no condition.".to_owned(),
        NoWitness::NeverHolds { name } => format!("no event can meet the condition on {name}."),
        NoWitness::AlwaysHolds { name } => {
            format!("the condition on {name} cannot fail: it accepts every value, and no value.")
        }
        NoWitness::Replaced { name } => {
            format!("a later condition on {name} replaces this one, so it is never tried.")
        }
        NoWitness::OtherBranch { name } => {
            format!("when the condition on {name} fails and the rest holds, another branch of `$or` holds.")
        }
        NoWitness::NotFound => "none of the values tried gives such an event; there may be one.".to_owned(),
        NoWitness::TooMuchWork => "this pattern takes too much work to find such an event.".to_owned(),
    }
}
