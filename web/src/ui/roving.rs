//! Which of several neighbours the arrow keys lead to.

/// The place a key leads to from `from` among `count`, round the ends; nothing for other keys.
///
/// `vertical` takes up and down, otherwise left and right; Home and End work in both.
pub fn place_after(key: &str, from: usize, count: usize, vertical: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (key, vertical) {
        ("Home", _) => Some(0),
        ("End", _) => Some(last),
        ("ArrowDown", true) | ("ArrowRight", false) => Some(if from >= last { 0 } else { from + 1 }),
        ("ArrowUp", true) | ("ArrowLeft", false) => Some(from.checked_sub(1).unwrap_or(last).min(last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_home_and_end_go_to_the_ends() {
        let row = |key, from| place_after(key, from, 3, false);
        assert_eq!(
            [row("ArrowRight", 1), row("ArrowRight", 2), row("ArrowLeft", 0)],
            [Some(2), Some(0), Some(2)]
        );
        assert_eq!(
            [row("Home", 2), row("End", 0), row("ArrowDown", 0), row("x", 0)],
            [Some(0), Some(2), None, None]
        );
        assert_eq!(
            [place_after("ArrowDown", 0, 2, true), place_after("ArrowUp", 9, 2, true)],
            [Some(1), Some(1)]
        );
    }

    #[test]
    fn there_is_nowhere_to_go_among_none() {
        assert_eq!(place_after("Home", 0, 0, true), None);
    }
}
