//! Numbers inside and just outside of ranges, spelled as short as they can be.

use crate::event::Scalar;
use crate::number::comparable;

/// The number as an event would spell it; `None` where AWS's engine gives that spelling no value.
pub(super) fn number(value: f64) -> Option<Scalar> {
    // Negative zero is zero.
    let value = value + 0.0;
    let size = value.abs();
    let plain = size == 0.0 || (1e-6..1e15).contains(&size);
    let text = if plain { format!("{value}") } else { format!("{value:e}") };
    let read = comparable(&text)?;
    (read == value).then_some(Scalar::Number(text, Some(read)))
}

/// Numbers strictly between two bounds: first one near the lower, then one in the middle, then one near
/// the upper. Without a bound, the range is open on that side.
pub(super) fn between(low: Option<f64>, high: Option<f64>) -> Vec<Scalar> {
    let inside = |value: &f64| {
        value.is_finite() && low.is_none_or(|low| *value > low) && high.is_none_or(|high| *value < high)
    };
    let mut found = Vec::new();
    found.extend(low.and_then(|low| above(low).find(inside)));
    found.extend(match (low, high) {
        (Some(low), Some(high)) => middle(low, high),
        (None, None) => Some(0.0),
        _ => None,
    });
    found.extend(high.and_then(|high| above(-high).map(|value| -value).find(inside)));
    found.into_iter().filter(inside).filter_map(number).collect()
}

/// The number between two others that takes the fewest digits.
pub(super) fn middle(low: f64, high: f64) -> Option<f64> {
    let middle = low / 2.0 + high / 2.0;
    if low < 0.0 && high > 0.0 && low.abs().max(high) < 4.0 * low.abs().min(high) {
        return Some(0.0);
    }
    let digits = (0..=17).filter_map(|digits| format!("{middle:.digits$e}").parse::<f64>().ok());
    digits.into_iter().find(|value| *value > low && *value < high)
}

/// Numbers above a bound, in the steps a person would take: a whole one, then ever smaller decimals; for
/// numbers so great that such a step is none, greater ones.
fn above(bound: f64) -> impl Iterator<Item = f64> {
    let whole = (bound.fract() == 0.0).then_some(bound + 1.0);
    let decimals = (1..=17_usize).filter_map(move |digits| {
        let step = 0.1_f64.powi(i32::try_from(digits).ok()?);
        format!("{:.digits$}", bound + step).parse::<f64>().ok()
    });
    let tiny = (1..=3).map(move |step| bound + f64::from(step) * bound.abs().max(f64::MIN_POSITIVE) * 1e-15);
    let great = [bound + bound.abs() * 0.5, bound + bound.abs() * 2.0, 0.0, f64::MAX];
    whole.into_iter().chain(decimals).chain(great).chain(tiny).filter(move |value| *value > bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(low: Option<f64>, high: Option<f64>) -> Vec<String> {
        between(low, high).iter().map(|found| found.json().into_owned()).collect()
    }

    #[test]
    fn short_numbers_stand_for_ranges() {
        assert_eq!(spelled(Some(0.0), Some(100.0)), ["1", "50", "99"]);
        assert_eq!(spelled(Some(5.0), Some(6.0)), ["5.1", "5.5", "5.9"]);
        assert_eq!(spelled(Some(0.25), Some(0.26)), ["0.251", "0.255", "0.259"]);
        assert_eq!(spelled(Some(7.0), None), ["8"]);
        assert_eq!(spelled(None, Some(-7.0)), ["-8"]);
        assert_eq!(spelled(Some(-1.0), Some(1.0)), ["0", "0", "0"]);
        assert_eq!(spelled(None, None), ["0"]);
        assert_eq!(spelled(Some(9.0), Some(9.5)), ["9.1", "9.2", "9.4"]);
    }

    #[test]
    fn great_and_small_bounds_have_neighbours() {
        for bound in [1e300, -1e300, 5e-300, 1e15, 9_007_199_254_740_992.0] {
            assert!(!between(Some(bound), None).is_empty(), "{bound}");
            assert!(!between(None, Some(bound)).is_empty(), "{bound}");
        }
        assert!(between(Some(f64::MAX), None).is_empty());
    }

    #[test]
    fn neighbouring_doubles_have_nothing_between_them() {
        assert!(between(Some(0.1), Some(0.1_f64.next_up())).is_empty());
    }
}
