//! A subscriber as it is written: the request of `CreateSubscriber`, the answer of `DescribeSubscriber`, or its filters.

mod check;
mod diagnostics;
mod forms;
mod model;
mod parameters;
mod place;
mod read;
pub(crate) mod schema;

pub use check::request as check_request;
pub(crate) use check::whole as check_object;
pub use diagnostics::{no_filter, wrong_type};
pub use forms::Form;
pub(crate) use forms::is_expression;
pub use model::{Batch, Block, Invoke, Log, Ordering, Placed, Retry, Start, State, Subscriber, Transformer};
pub use parameters::Parameter;
pub use place::{PlacedFilter, PlacedText};
pub use read::{DraftForm, DraftReading, read};
