//! How events are delivered to the target: batches, retries, the queue, with AWS's defaults.

use super::{Arn, Carries, TargetKind};
use crate::draft::{Ordering, State, Subscriber};
use crate::unverified::Unverified;

/// Something that is true of deliveries to the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// What one call carries.
    Carries {
        /// The kind of target.
        kind: TargetKind,
        /// What one call carries.
        carries: Carries,
        /// The operation, where it is a public one.
        operation: Option<&'static str>,
        /// The largest batch; `None` where it is not known.
        batch: Option<u32>,
        /// How long a batch is collected, in seconds.
        window: u32,
    },
    /// How often and how long AWS tries again.
    Retries {
        /// The most attempts after the first.
        attempts: u32,
        /// For how many seconds.
        age: u32,
        /// Whether these are AWS's defaults.
        default: bool,
    },
    /// Where the records of failed batches go.
    Queue(String),
    /// Failed events are lost.
    NoQueue,
    /// Events of a group are delivered in order; one that fails holds its group.
    InOrder,
    /// Nothing is delivered while it is stopped.
    Stopped,
}

/// The kind of target of a subscriber; nothing where it is no target.
#[must_use]
pub(crate) fn kind_of(own: &Subscriber) -> Option<TargetKind> {
    let target = own.invoke.as_ref()?.value.arn.as_ref()?;
    TargetKind::of(&Arn::parse(&target.value)?).ok()
}

/// The largest batch, given or by default; nothing where it is not known.
#[must_use]
pub(crate) fn max_batch(own: &Subscriber, kind: TargetKind) -> Option<u32> {
    let given = own.batch.as_ref().and_then(|batch| batch.value.size.as_ref());
    given.map(|size| size.value).or(kind.batch().map(|(_, usual)| usual))
}

/// How events are delivered to the target, and what of it is not known.
#[must_use]
pub fn settings(own: &Subscriber) -> (Vec<Setting>, Vec<Unverified>) {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    let invoke = own.invoke.as_ref().map(|invoke| &invoke.value);
    if let Some(kind) = kind_of(own) {
        let given = own.batch.as_ref();
        let batch = max_batch(own, kind);
        let window = given.and_then(|batch| batch.value.window.as_ref()).map_or(0, |window| window.value);
        let block = kind.block().and_then(|block| invoke.and_then(|invoke| invoke.block(block)));
        let answers = block.and_then(|block| block.get("InvocationType")).and_then(|node| node.as_str())
            == Some("REQUEST_RESPONSE");
        let carries = match kind.carries() {
            Carries::Array if batch == Some(1) => {
                open.push(Unverified::ArrayOfOne);
                Carries::Payload
            }
            other => other,
        };
        if kind == TargetKind::Msk {
            open.push(Unverified::MskBatch);
        }
        found.push(Setting::Carries { kind, carries, operation: kind.operation(answers), batch, window });
    }
    let retries = own.retries();
    found.push(Setting::Retries {
        attempts: retries.attempts,
        age: retries.age,
        default: own.retry.is_none(),
    });
    found.push(match &own.queue {
        Some(queue) => Setting::Queue(queue.value.clone()),
        None => Setting::NoQueue,
    });
    if own.order() == Ordering::Fifo {
        found.push(Setting::InOrder);
    }
    if own.state.as_ref().is_some_and(|state| state.value == State::Stopped) {
        found.push(Setting::Stopped);
    }
    (found, open)
}
