//! The events and sets of rules that `make_data.py` wrote, and what must match.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// A set of rules.
pub struct Set {
    /// Its family: the operator.
    pub family: String,
    /// The JSON text of each pattern.
    pub patterns: Vec<String>,
}

/// What must match, by name of the set.
#[derive(Deserialize)]
struct Expected {
    sets: BTreeMap<String, Sums>,
}

/// How many matches there are among the first 2,000 events, and their checksum.
#[derive(Deserialize)]
pub struct Sums {
    matches_first_2000: u64,
    xor: String,
}

#[derive(Deserialize)]
struct Rule<'r> {
    #[serde(borrow)]
    pattern: &'r RawValue,
}

pub const FAMILIES: [&str; 9] = [
    "exact",
    "prefix",
    "suffix",
    "numeric",
    "anythingbut",
    "exact_anythingbut",
    "wildcard",
    "wildcard_lead",
    "mixed",
];

/// The lines of a file.
pub fn events(folder: &Path) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let text = std::fs::read(folder.join("events.ndjson"))?;
    Ok(text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect())
}

/// The set of a family with so many rules.
pub fn set(folder: &Path, family: &str, rules: usize) -> Result<Set, Box<dyn Error>> {
    let text = std::fs::read_to_string(folder.join(format!("rules_{family}_{rules}.json")))?;
    let rules: Vec<Rule<'_>> = serde_json::from_str(&text)?;
    let patterns = rules.iter().map(|rule| rule.pattern.get().to_owned()).collect();
    Ok(Set { family: family.to_owned(), patterns })
}

/// What must match, by name of the set.
pub fn expected() -> Result<BTreeMap<String, Sums>, Box<dyn Error>> {
    Ok(serde_json::from_str::<Expected>(include_str!("../expected.json"))?.sets)
}

/// Sums up matches as the expected ones were.
#[derive(Default)]
pub struct Sum {
    matches: u64,
    xor: u64,
}

impl Sum {
    pub fn add(&mut self, event: usize, rule: u32) {
        self.matches += 1;
        self.xor ^= (event as u64 * 1_000_003 + u64::from(rule)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    /// Whether the sums are the expected ones.
    pub fn is(&self, expected: &Sums) -> bool {
        self.matches == expected.matches_first_2000 && format!("{:016x}", self.xor) == expected.xor
    }
}
