//! The set's verdicts are those of each pattern alone, and it refuses what the reader of events refuses.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

mod generated;

use proptest::prelude::*;
use proptest::test_runner::Config;
use rulepad_document::Role;
use rulepad_document::json::{self, Node};
use rulepad_pattern::{Event, Pattern, matches, parse};
use rulepad_ruleset::{RuleSet, Scratch};

/// Patterns tried on one event.
const PATTERNS: usize = 10;

/// What the event's reader and each pattern say; `None` for an event that is refused.
fn alone(patterns: &[Pattern], event: &[u8]) -> Option<Vec<Option<bool>>> {
    let text = std::str::from_utf8(event).ok()?;
    let read = json::parse(text, Role::Event);
    let event = Event::new(read.valid()?)?;
    Some(patterns.iter().map(|pattern| matches(pattern, &event)).collect())
}

/// The same of the set, in both modes.
fn together(rules: &RuleSet, scratch: &mut Scratch, event: &[u8]) -> Option<Vec<Option<bool>>> {
    let matcher = rules.compile();
    let mut verdicts = vec![Some(false); rules.len()];
    let found = matcher.matching(event, scratch).ok()?;
    let (matched, undecided) = (found.matched.to_vec(), found.undecided.to_vec());
    for number in &matched {
        assert_eq!(verdicts[*number as usize], Some(false), "{number} is found twice");
        verdicts[*number as usize] = Some(true);
    }
    for number in &undecided {
        assert_eq!(verdicts[*number as usize], Some(false), "{number} is found twice");
        verdicts[*number as usize] = None;
    }
    // Behind what was read there is nothing, or what the reader of events leaves as well.
    assert!(event.get(found.read - 1) == Some(&b'}'), "{} of {}", found.read, event.len());
    let trusted = matcher.matching_trusted(event, scratch).unwrap();
    assert_eq!((trusted.matched, trusted.undecided), (matched.as_slice(), undecided.as_slice()));
    Some(verdicts)
}

fn set(patterns: &[Pattern]) -> RuleSet {
    let mut rules = RuleSet::default();
    for pattern in patterns {
        rules.add(pattern.clone());
    }
    rules
}

/// How many pairs of a pattern and an event are tried: `RULEPAD_LAW_PAIRS`, or 2,000.
fn cases() -> u32 {
    let pairs = std::env::var("RULEPAD_LAW_PAIRS").ok().and_then(|pairs| pairs.parse().ok());
    pairs.unwrap_or(2000_u32).div_ceil(PATTERNS as u32)
}

proptest! {
    #![proptest_config(Config { cases: cases(), max_shrink_iters: 20_000, ..Config::default() })]

    #[test]
    fn the_set_agrees_with_each_pattern(
        texts in prop::collection::vec(generated::pattern(), PATTERNS),
        event in generated::event(),
    ) {
        let patterns: Vec<Pattern> = texts.iter().filter_map(|text| parse(text).valid().cloned()).collect();
        let mut scratch = Scratch::default();
        let found = together(&set(&patterns), &mut scratch, &event);
        prop_assert_eq!(found, alone(&patterns, &event), "{}", String::from_utf8_lossy(&event));
    }
}

#[test]
fn recorded_patterns_agree_with_their_neighbours() {
    const RECORDED: &str = include_str!("../../../../tests/recorded/pattern-verdicts.ndjson");
    let field =
        |line: &Node, name: &str| line.get(name).and_then(Node::as_str).unwrap_or_default().to_owned();
    let lines: Vec<&str> = RECORDED.lines().collect();
    let (mut scratch, mut tried, mut matched) = (Scratch::default(), 0, 0);
    for lines in lines.chunks(20) {
        let lines: Vec<Node> =
            lines.iter().map(|line| json::parse(line, Role::Event).root.unwrap()).collect();
        let patterns: Vec<Pattern> =
            lines.iter().filter_map(|line| parse(&field(line, "pattern")).valid().cloned()).collect();
        let rules = set(&patterns);
        for line in &lines {
            let event = field(line, "event");
            let expected = alone(&patterns, event.as_bytes());
            assert_eq!(together(&rules, &mut scratch, event.as_bytes()), expected, "{event}");
            let verdicts = expected.into_iter().flatten();
            tried += verdicts.clone().count();
            matched += verdicts.filter(|verdict| *verdict == Some(true)).count();
        }
    }
    assert!(tried > 50_000 && matched > 3000, "{tried} {matched}");
}
