//! A slice of events, one a line, against a set of rules.

use rulepad_workbench::bulk::{Fault, Matcher, Scratch};

/// A line of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the slice, from 0.
    pub number: usize,
    /// Its first byte in the slice.
    pub start: usize,
    /// The byte behind its last one, line end excluded.
    pub end: usize,
}

/// A line with rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line.
    pub line: Line,
    /// The numbers of the rules, ascending.
    pub rules: Vec<u32>,
}

/// A line that is not an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bad {
    /// The line.
    pub line: Line,
    /// Where reading stopped: a byte of the slice.
    pub at: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What a slice gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// How many lines there are, blank ones included.
    pub lines: usize,
    /// How many of them are events.
    pub events: usize,
    /// The lines that match a rule.
    pub matched: Vec<Found>,
    /// The lines on which rules reached the work limit, with these rules.
    pub undecided: Vec<Found>,
    /// The lines that are neither blank nor events.
    pub bad: Vec<Bad>,
}

/// Matches each line. The last one need not have a line end; blank lines are skipped.
#[must_use]
pub fn match_lines(matcher: &Matcher, slice: &[u8], scratch: &mut Scratch) -> Lines {
    let mut found = Lines::default();
    let mut start = 0;
    while let Some(rest) = slice.get(start..).filter(|rest| !rest.is_empty()) {
        let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default();
        let line = Line { number: found.lines, start, end: start + text.trim_ascii_end().len() };
        found.lines += 1;
        start += length + 1;
        if text.trim_ascii().is_empty() {
            continue;
        }
        match matcher.matching(text, scratch) {
            Ok(rules) => {
                found.events += 1;
                let mut keep = |numbers: &[u32], to: fn(&mut Lines) -> &mut Vec<Found>| {
                    if !numbers.is_empty() {
                        let mut rules = numbers.to_vec();
                        rules.sort_unstable();
                        to(&mut found).push(Found { line, rules });
                    }
                };
                keep(rules.matched, |found| &mut found.matched);
                keep(rules.undecided, |found| &mut found.undecided);
            }
            Err(refused) => {
                found.bad.push(Bad { line, at: line.start + refused.at, fault: refused.fault });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_workbench::Lang;
    use rulepad_workbench::bulk::compile;

    fn matcher(patterns: &[&str]) -> Matcher {
        compile(patterns.iter().copied(), Lang::En).unwrap()
    }

    #[test]
    fn every_line_is_found_or_bad_or_blank() {
        let matcher = matcher(&[r#"{"a": [1]}"#, r#"{"a": [{"exists": true}]}"#]);
        let slice = b"{\"a\": 1}\r\n\n  \n{\"a\": 2}\n{\"a\": tru}\n{\"b\": 1}\n[1]\n {\"a\":1}";
        let found = match_lines(&matcher, slice, &mut Scratch::default());
        assert_eq!((found.lines, found.events), (8, 4));
        let lines: Vec<(usize, &[u8], &[u32])> = found
            .matched
            .iter()
            .map(|own| (own.line.number, &slice[own.line.start..own.line.end], &own.rules[..]))
            .collect();
        assert_eq!(
            lines,
            [(0, &b"{\"a\": 1}"[..], &[0, 1][..]), (3, b"{\"a\": 2}", &[1]), (7, b" {\"a\":1}", &[0, 1])]
        );
        let bad: Vec<(usize, &[u8], Fault)> =
            found.bad.iter().map(|own| (own.line.number, &slice[own.at..own.line.end], own.fault)).collect();
        assert_eq!(bad, [(4, &b"tru}"[..], Fault::Unexpected), (6, b"[1]", Fault::NotAnObject)]);
    }

    #[test]
    fn the_verdicts_are_those_of_the_set() {
        let matcher = matcher(&[r#"{"a": [{"prefix": "x"}]}"#]);
        let slice: String = (0..100).map(|at| format!("{{\"a\": \"{}\"}}\n", "yx".repeat(at))).collect();
        let found = match_lines(&matcher, slice.as_bytes(), &mut Scratch::default());
        let mut expected = Vec::new();
        matcher.matching_lines(slice.as_bytes(), &mut Scratch::default(), |number, rules| {
            if !rules.unwrap().matched.is_empty() {
                expected.push(number);
            }
        });
        assert_eq!(found.matched.iter().map(|own| own.line.number).collect::<Vec<_>>(), expected);
        assert_eq!(found.events, 100);
        assert_eq!(match_lines(&matcher, b"", &mut Scratch::default()), Lines::default());
    }
}
