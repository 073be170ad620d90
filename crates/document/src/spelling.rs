//! The name a person probably meant.

/// The closest of `names` to `typed`, when it is close enough to be a slip: at most a third of the letters
/// differ, letter case aside. Ties go to the first.
#[must_use]
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const LONGEST: usize = 256;
    let typed = folded(typed);
    let length = typed.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let allowed = (length / 3).max(1);
    names
        .filter(|name| name.len() <= LONGEST)
        .map(|name| (distance(&typed, &folded(name)), name))
        .filter(|(far, name)| *far <= allowed && *far < name.chars().count())
        .min_by_key(|(far, _)| *far)
        .map(|(_, name)| name)
}

fn folded(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).collect()
}

/// Edits between two words, a swap of neighbours counting as two.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    strsim::levenshtein(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_a_slip_and_nothing_far() {
        let names = ["status", "build-id", "x"];
        let of = |typed: &str| nearest(typed, names.into_iter());
        assert_eq!(of("staus"), Some("status"));
        assert_eq!(of("Status"), Some("status"));
        assert_eq!(of("build_id"), Some("build-id"));
        assert_eq!(of("project"), None);
        assert_eq!(of("y"), None, "a one-letter name is near to every other");
        assert_eq!(of(""), None);
    }
}
