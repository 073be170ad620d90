//! The recorded patterns and broken copies of them, for the laws over both.

use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Recorded {
    pattern: String,
}

/// The recorded patterns, without those of many kilobytes.
pub fn patterns() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded");
    let mut patterns = Vec::new();
    for file in ["pattern-verdicts.ndjson", "pattern-probes.ndjson"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        patterns.extend(text.lines().map(|line| serde_json::from_str::<Recorded>(line).unwrap().pattern));
    }
    patterns.retain(|pattern| pattern.len() < 1500);
    patterns
}

/// A small generator of the same numbers in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

/// The texts with one or two slips of the finger each.
pub fn broken() -> Vec<String> {
    const SLIPS: [&str; 18] =
        ["", "\"", "'", ",", "[", "]", "{", "}", ":", "#", " ", "\n", "\\", "é", "1", "x", "null", "/*"];
    let mut dice = Dice(42);
    let mut out = Vec::new();
    for pattern in patterns().into_iter().step_by(2) {
        let mut chars: Vec<String> = pattern.chars().map(String::from).collect();
        for _ in 0..=dice.roll(2) {
            let at = dice.roll(chars.len());
            let slip = SLIPS.get(dice.roll(SLIPS.len())).copied().unwrap_or_default().to_owned();
            match chars.get_mut(at) {
                Some(c) if dice.roll(2) == 0 => *c = slip,
                _ => chars.insert(at.min(chars.len()), slip),
            }
        }
        out.push(chars.concat());
    }
    out
}
