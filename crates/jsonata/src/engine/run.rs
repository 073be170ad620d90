//! One evaluation: watched first, so that it stays within its bounds, and then with the places of the events.

use super::built::{Built, Tree};
use super::cost::Costs;
use super::number::of_node;
use super::source::{Containers, Input};
use super::watch::{Seen, Shape, Watch};
use crate::Settings;
use crate::checks::versions::Watched;
use crate::error_code::ErrorCode;
use crate::functions::replace;
use crate::outcome::Bound;
use jlens_core::ast::NodeId;
use jlens_core::error::Error;
use jlens_core::{Bindings, Expression, Options};
use rulepad_document::json::Node;
use serde_json::Value as Json;
use std::collections::HashMap;
use std::rc::Rc;

/// How many bytes the values of an evaluation may take together, in multiples of what one may take.
const TOGETHER: usize = 8;
/// How many bytes an item of an array takes.
const ITEM: usize = 16;

/// How an evaluation ended.
pub(crate) enum Ended<'e> {
    /// With a value; `None` for nothing.
    Value(Option<Built>, Rc<Containers<'e>>),
    /// With a function.
    Function,
    /// With an error.
    Error(Error),
    /// At a bound.
    Stopped(Bound),
}

/// What to watch.
pub(crate) struct Plan<'p> {
    pub shape: &'p Shape,
    pub watched: &'p HashMap<NodeId, Watched>,
    pub costs: &'p Costs,
    /// The functions, and other variables, that the expression finds; made for each of two evaluations, so that both draw
    /// the same numbers of chance.
    pub bindings: &'p dyn Fn() -> Bindings,
}

/// How many values an array may have.
pub(crate) fn most_values(settings: &Settings) -> usize {
    settings.bounds.bytes / ITEM
}

/// Evaluates an expression that was compiled with its prefix.
pub(crate) fn run<'e>(
    expression: &Expression,
    events: &[&'e Node],
    batch: bool,
    plan: &Plan<'_>,
    settings: &Settings,
) -> (Ended<'e>, Seen) {
    let bounds = &settings.bounds;
    let mut options = Options::new()
        .max_steps(bounds.steps)
        // The block around the expression is one level.
        .max_depth(bounds.depth.saturating_add(1))
        .max_string_length(bounds.bytes)
        .max_array_length(most_values(settings))
        .max_result_size(bounds.bytes)
        .now(settings.now)
        .seed(settings.seed);
    if let Some(time) = bounds.time {
        options = options.timeout(time);
    }

    // No event at all is an input that is missing.
    let json = if batch {
        Some(Json::Array(events.iter().map(|event| of_node(event)).collect()))
    } else {
        events.first().map(|event| of_node(event))
    };
    let watched = |bindings: &Bindings| {
        let most = bounds.bytes.saturating_mul(TOGETHER);
        let mut watch = Watch::new(plan.shape, plan.watched, plan.costs, most);
        let options = options.clone().cancel_token(watch.stop.clone());
        let ended = expression.evaluate_traced(json.as_ref(), bindings, &options, &mut watch);
        (ended, watch.stop.is_cancelled(), watch.seen)
    };
    let measured = plan.costs.replaces.then(|| replace::measured(bounds.bytes)).flatten();
    let first = measured.map(|function| watched(&(plan.bindings)().function("replace", function)));
    let (result, stopped, seen) = match first {
        Some(first) if !first.0.as_ref().is_err_and(replace::is_left) => first,
        _ => watched(&(plan.bindings)()),
    };
    if stopped {
        return (Ended::Stopped(Bound::Bytes), seen);
    }
    if let Err(error) = result {
        return (ended(error), seen);
    }
    drop(json);

    let bindings = (plan.bindings)();
    let (input, containers) = Input::new(events, batch);
    let result = expression
        .evaluate_source_to(&input, &bindings, &options, |output| output.write(&mut Tree(input.level())));
    match result {
        Ok(None) if seen.ends_in_function => (Ended::Function, seen),
        Ok(built) => (Ended::Value(built, containers), seen),
        Err(error) => (ended(error), seen),
    }
}

fn ended<'e>(error: Error) -> Ended<'e> {
    match ErrorCode::of(error.code()) {
        ErrorCode::D1011 => Ended::Stopped(Bound::Depth),
        ErrorCode::D1012 => Ended::Stopped(Bound::Time),
        ErrorCode::U1001 | ErrorCode::U1003 => Ended::Stopped(Bound::Bytes),
        ErrorCode::U1006 => Ended::Stopped(Bound::Steps),
        _ => Ended::Error(error),
    }
}
