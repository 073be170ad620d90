//! The greatest number of wildcard positions that one value can keep alive.

use super::Count;
use crate::operator::wildcard::Wildcard;

/// Counts work down.
pub(crate) struct Budget(pub usize);

impl Budget {
    fn spend(&mut self, steps: usize) -> Option<()> {
        self.0 = self.0.checked_sub(steps)?;
        Some(())
    }
}

/// How many positions of these wildcards the worst value keeps alive at once, each inner list one matcher.
///
/// A position is a start of the quoted text, cut behind a byte or behind a star; it is alive when the bytes
/// read so far match it. Texts of one matcher share the positions before their first star.
///
/// A star that has come alive stays so. Hence there are only two kinds of worst value. Either the value is
/// still the start of some text's first run; there are few of these, and each is tried. Or it has left them
/// all: then every star of the texts whose first run it has read can be made alive first, and the rest is
/// decided by its last bytes, which are best a part of some run.
pub(crate) fn most(matchers: &[Vec<&Wildcard>], budget: &mut Budget) -> Count {
    let mut texts: Vec<Text> = Vec::new();
    for (matcher, list) in matchers.iter().enumerate() {
        for wildcard in list {
            let text = Text::new(matcher, wildcard);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    let mut heads: Vec<&[u8]> = texts.iter().map(Text::head).collect();
    rulepad_document::order::sort_by_key(&mut heads, |head| *head);
    heads.dedup();
    let mut best = 0;
    for head in heads {
        let tried = anchored(&texts, head, &mut best, budget);
        if tried.and_then(|()| floating(&texts, head, &mut best, budget)).is_none() {
            return Count::AtLeast(best);
        }
    }
    Count::Exact(best)
}

/// Values that are a start of this head.
fn anchored(texts: &[Text], head: &[u8], best: &mut usize, budget: &mut Budget) -> Option<()> {
    let mut scans: Vec<Scan<'_>> = texts.iter().map(|text| Scan::new(text, 0)).collect();
    for (at, byte) in head.iter().enumerate() {
        budget.spend(texts.len())?;
        let read = head.get(..=at).unwrap_or(head);
        let (mut count, mut counted) = (0, None);
        for scan in &mut scans {
            scan.feed(*byte, budget)?;
            if scan.text.head() == read && scan.text.runs.len() > 1 {
                scan.stars = scan.stars.max(1);
            }
            count += scan.alive();
            if scan.text.head().starts_with(read) && counted != Some(scan.text.matcher) {
                counted = Some(scan.text.matcher);
                count += 1;
            }
        }
        *best = (*best).max(count);
    }
    Some(())
}

/// Values that have read this head and made every star alive.
fn floating(texts: &[Text], head: &[u8], best: &mut usize, budget: &mut Budget) -> Option<()> {
    let reached: Vec<&Text> =
        texts.iter().filter(|text| text.runs.len() > 1 && head.starts_with(text.head())).collect();
    for run in reached.iter().flat_map(|text| text.runs.iter().skip(1)) {
        let mut scans: Vec<Scan<'_>> =
            reached.iter().map(|text| Scan::new(text, text.runs.len() - 1)).collect();
        for byte in run {
            let mut count = 0;
            for scan in &mut scans {
                scan.feed(*byte, budget)?;
                count += scan.alive();
            }
            *best = (*best).max(count);
        }
    }
    Some(())
}

/// A wildcard as the engine reads it: with its quotes, in UTF-8.
#[derive(PartialEq)]
struct Text {
    matcher: usize,
    /// The bytes between the stars; only the first and the last can be a quote alone.
    runs: Vec<Vec<u8>>,
}

impl Text {
    fn new(matcher: usize, wildcard: &Wildcard) -> Self {
        let mut runs: Vec<Vec<u8>> = wildcard.runs().iter().map(|run| run.as_bytes().to_vec()).collect();
        if let Some(first) = runs.first_mut() {
            first.insert(0, b'"');
        }
        if let Some(last) = runs.last_mut() {
            last.push(b'"');
        }
        Self { matcher, runs }
    }

    fn head(&self) -> &[u8] {
        self.runs.first().map_or(&[], Vec::as_slice)
    }
}

/// The positions of one text behind its first run.
struct Scan<'t> {
    text: &'t Text,
    /// How many stars are alive; those before a star that is alive are alive too.
    stars: usize,
    /// Run and number of its bytes read.
    inside: Vec<(usize, usize)>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t Text, stars: usize) -> Self {
        Self { text, stars, inside: Vec::new() }
    }

    fn feed(&mut self, byte: u8, budget: &mut Budget) -> Option<()> {
        budget.spend(1 + self.stars + self.inside.len())?;
        let runs = &self.text.runs;
        let takes = |run: usize, at: usize| runs.get(run).and_then(|run| run.get(at)) == Some(&byte);
        let begun = (1..=self.stars).map(|run| (run, 0));
        let next: Vec<(usize, usize)> = begun
            .chain(self.inside.iter().copied())
            .filter(|(run, at)| takes(*run, *at))
            .map(|(run, at)| (run, at + 1))
            .collect();
        for (run, at) in &next {
            let whole = runs.get(*run).is_some_and(|run| run.len() == *at);
            if whole && run + 1 < runs.len() {
                self.stars = self.stars.max(run + 1);
            }
        }
        self.inside = next;
        Some(())
    }

    fn alive(&self) -> usize {
        self.stars + self.inside.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashSet, VecDeque};

    fn wildcards(texts: &[&str]) -> Vec<Wildcard> {
        texts.iter().map(|text| Wildcard::parse(text).unwrap()).collect()
    }

    /// Each text a matcher of its own.
    fn apart(texts: &[&str]) -> Count {
        let wildcards = wildcards(texts);
        let matchers: Vec<Vec<&Wildcard>> = wildcards.iter().map(|own| vec![own]).collect();
        most(&matchers, &mut Budget(usize::MAX))
    }

    /// All texts in one matcher.
    fn together(texts: &[&str]) -> Count {
        let wildcards = wildcards(texts);
        most(&[wildcards.iter().collect()], &mut Budget(usize::MAX))
    }

    /// The same by visiting every set of positions that any value can reach.
    fn by_subsets(texts: &[&str]) -> usize {
        let tokens: Vec<Vec<Option<u8>>> = texts
            .iter()
            .map(|text| {
                let text = Wildcard::parse(text).unwrap();
                let mut tokens = vec![Some(b'"')];
                for (at, run) in text.runs().iter().enumerate() {
                    if at > 0 {
                        tokens.push(None);
                    }
                    tokens.extend(run.bytes().map(Some));
                }
                tokens.push(Some(b'"'));
                tokens
            })
            .collect();
        let bytes: BTreeSet<u8> = tokens.iter().flatten().flatten().copied().chain([b'~']).collect();
        // A position says how many tokens were read; a star that is read may read on.
        let start: BTreeSet<(usize, usize)> = (0..tokens.len()).map(|text| (text, 0)).collect();
        let mut seen = HashSet::from([start.clone()]);
        let mut waiting = VecDeque::from([start]);
        let mut best = 0;
        while let Some(set) = waiting.pop_front() {
            for byte in &bytes {
                let mut next = BTreeSet::new();
                for (text, at) in &set {
                    let own = &tokens[*text];
                    if at.checked_sub(1).is_some_and(|before| own[before].is_none()) {
                        next.insert((*text, *at));
                    }
                    if own.get(*at) == Some(&Some(*byte)) {
                        next.insert((*text, at + 1));
                        if own.get(at + 1) == Some(&None) {
                            next.insert((*text, at + 2));
                        }
                    }
                }
                best = best.max(next.len());
                if !next.is_empty() && seen.insert(next.clone()) {
                    waiting.push_back(next);
                }
            }
        }
        best
    }

    /// Numbers below `limit`, the same in every run.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % limit
        }
    }

    #[test]
    fn agrees_with_every_value_tried() {
        let mut dice = Dice(2_024);
        for _ in 0..400 {
            let mut texts: Vec<String> = Vec::new();
            for _ in 0..=dice.below(3) {
                let mut text = String::new();
                for _ in 0..dice.below(6) {
                    let c = ['a', 'b', '*', '*'][dice.below(4) as usize];
                    if c != '*' || !text.ends_with('*') {
                        text.push(c);
                    }
                }
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            assert_eq!(apart(&texts), Count::Exact(by_subsets(&texts)), "{texts:?}");
        }
    }

    #[test]
    fn texts_of_one_matcher_share_what_stands_before_the_star() {
        assert_eq!(apart(&["a1*", "a2*", "a3*"]), Count::Exact(3));
        assert_eq!(together(&["a1*", "a2*", "a3*"]), Count::Exact(2));
        assert_eq!(apart(&["*a", "*b"]), Count::Exact(4));
        assert_eq!(together(&["*a", "*b"]), Count::Exact(3));
        assert_eq!(together(&["*a", "*a"]), Count::Exact(2));
    }

    #[test]
    fn what_costs_too_much_is_counted_as_far_as_it_goes() {
        let text = "*ab".repeat(400);
        let wildcard = Wildcard::parse(&text).unwrap();
        let Count::AtLeast(count) = most(&[vec![&wildcard]], &mut Budget(10_000)) else {
            panic!("the budget was enough");
        };
        assert!(count > 10, "{count}");
    }
}
