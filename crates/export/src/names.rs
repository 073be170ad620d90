//! Names that are unique in a file, found in time linear in their number.

use std::collections::{HashMap, HashSet};

/// The names that a file has so far.
#[derive(Default)]
pub struct Names {
    taken: HashSet<String>,
    /// The last number that was needed for a name; those below it are all taken.
    last: HashMap<String, usize>,
}

impl Names {
    /// Takes the name, or the first free one of those that `numbered` makes of 2, 3, …
    ///
    /// A name is free where none of its keys is taken: what the parts of a file that belong to it are called.
    pub fn take<const KEYS: usize>(
        &mut self,
        name: String,
        numbered: impl Fn(&str, usize) -> String,
        keys: impl Fn(&str) -> [String; KEYS],
    ) -> String {
        let is_free = |name: &str| keys(name).iter().all(|key| !self.taken.contains(key));
        let found = if is_free(&name) {
            name
        } else {
            let from = self.last.get(&name).map_or(2, |last| last + 1);
            let mut candidates = (from..).map(|number| (number, numbered(&name, number)));
            let Some((number, found)) = candidates.find(|(_, candidate)| is_free(candidate)) else {
                return name;
            };
            self.last.insert(name, number);
            found
        };
        self.taken.extend(keys(&found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on_where_they_stopped() {
        let mut names = Names::default();
        let mut take = |name: &str| {
            names.take(name.to_owned(), |name, number| format!("{name}{number}"), |name| [name.to_owned()])
        };
        let found: Vec<String> = ["a", "a", "a3", "a", "a2", "a"].iter().map(|name| take(name)).collect();
        assert_eq!(found, ["a", "a2", "a3", "a4", "a22", "a5"]);
    }
}
