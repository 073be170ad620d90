//! Stable sorting of lists that are short: problems, edits, places.
//!
//! The standard library's sort is compiled once for each type, some kilobytes each, which is most of what a small
//! program would spend on a dozen short lists. Here only the comparison is compiled for each type.

/// Sorts by a key and keeps the order of equals. Takes `n log n` comparisons.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    if items.len() < 2 {
        return;
    }
    let order = {
        let keys: Vec<K> = items.iter().map(&key).collect();
        let mut is_before = |one: usize, other: usize| keys.get(one) < keys.get(other);
        merged((0..items.len()).collect(), &mut is_before)
    };
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken.get_mut(at).and_then(Option::take)));
}

/// The places in order.
fn merged(mut places: Vec<usize>, is_before: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    if places.len() < 2 {
        return places;
    }
    let second = places.split_off(places.len() / 2);
    let mut all = Vec::with_capacity(places.len() + second.len());
    let mut left = merged(places, is_before).into_iter().peekable();
    let mut right = merged(second, is_before).into_iter().peekable();
    while let (Some(&one), Some(&other)) = (left.peek(), right.peek()) {
        let taken = if is_before(other, one) { right.next() } else { left.next() };
        all.extend(taken);
    }
    all.extend(left);
    all.extend(right);
    all
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        let mut state = 7_u32;
        for length in 0..60 {
            let mut numbers: Vec<(u32, usize)> = (0..length)
                .map(|at| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 29, at)
                })
                .collect();
            let mut expected = numbers.clone();
            expected.sort_by_key(|(number, _)| *number);
            sort_by_key(&mut numbers, |(number, _)| *number);
            assert_eq!(numbers, expected);
        }
    }
}
