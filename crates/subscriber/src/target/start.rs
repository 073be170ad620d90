//! Where in the bus a subscriber starts.

use super::diagnostics as say;
use super::{Refusal, TargetFinding};
use crate::aws::StartFault;
use crate::draft::Start;

/// Adds what AWS refuses of the starting position. What depends on the clock and on the bus is not checked.
pub(super) fn check(start: &Start, out: &mut Vec<TargetFinding>) {
    let mut refuse = |fault, span| out.push(TargetFinding::new(Refusal::AtCreate, say::start(span, fault)));
    let in_time = start.in_time.as_ref();
    match (in_time, start.point) {
        (Some(own), None) if own.value => refuse(StartFault::PointRequired, own.span),
        (Some(own), Some(point)) if !own.value => refuse(StartFault::PointOfLatest, point),
        (None, Some(point)) => refuse(StartFault::PointOfLatest, point),
        (Some(_), Some(point)) if start.is_timestamp => match &start.starting {
            None => refuse(StartFault::TimeRequired, point),
            Some(own) if own.value.parse::<f64>().is_ok_and(|seconds| seconds <= 0.0) => {
                refuse(StartFault::TimeRequired, own.span);
            }
            Some(_) => {}
        },
        _ => {}
    }
}
