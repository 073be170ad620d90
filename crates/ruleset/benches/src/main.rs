//! `cargo xtask bench`: the matcher beside `serde_json`'s and `sonic-rs`'s walks over the same bytes, and quamina.
//!
//! Usage: `rulepad-bench FOLDER [--plain] [--growth | --families] [--rounds N] [family…]`; `--plain` prints one line
//! `set min median max nanoseconds` for each set and leaves out the peers, for comparing two commits or machines.

mod data;
mod growth;
mod measure;
mod peers;

use data::{FAMILIES, Set, Sum, Sums};
use measure::{Runner, Spread, ratios, rounds};
use rulepad_pattern::parse;
use rulepad_ruleset::{Matcher, RuleSet, Scratch};
use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// What the command line asks for.
struct Options {
    folder: PathBuf,
    plain: bool,
    families: bool,
    growth: bool,
    rounds: usize,
    words: Vec<String>,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("the folder of the data is missing")?.into();
    let mut options =
        Options { folder, plain: false, families: true, growth: true, rounds: 15, words: Vec::new() };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--plain" => (options.plain, options.growth) = (true, false),
            "--growth" => options.families = false,
            "--families" => options.growth = false,
            "--rounds" => options.rounds = arguments.next().ok_or("--rounds needs a number")?.parse()?,
            word => options.words.push(word.to_owned()),
        }
    }
    Ok(options)
}

/// Compiles patterns, each of which is valid.
fn matcher(patterns: &[String]) -> Matcher {
    let mut rules = RuleSet::default();
    for pattern in patterns {
        rules.add(parse(pattern).pattern);
    }
    rules.compile()
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    // Quamina's panics are a word in the table.
    std::panic::set_hook(Box::new(|_| {}));
    let mut wrong = Vec::new();
    if options.families {
        families(&options, &mut wrong)?;
    }
    if options.growth {
        println!();
        wrong.extend(growth::table().iter().map(|name| format!("{name} grows faster than its size")));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ").into()) }
}

fn families(options: &Options, wrong: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    let events = data::events(&options.folder)?;
    let expected = data::expected()?;
    if !options.plain {
        println!(
            "| rules | checking | trusted | quamina | sonic-rs walk | IgnoredAny ns | build ms | bytes a rule |"
        );
        println!("|---|---|---|---|---|---|---|---|");
    }
    for count in [1, 100, 10_000] {
        for family in FAMILIES {
            let wanted = options.words.is_empty() || options.words.iter().any(|word| word == family);
            if wanted {
                let set = data::set(&options.folder, family, count)?;
                row(options, &set, &events, &expected, wrong);
            }
        }
    }
    Ok(())
}

fn row(
    options: &Options,
    set: &Set,
    events: &[Vec<u8>],
    expected: &BTreeMap<String, Sums>,
    wrong: &mut Vec<String>,
) {
    let count = set.patterns.len();
    let name = format!("{}_{count}", set.family);
    let parsed: Vec<_> = set.patterns.iter().map(|text| parse(text).pattern).collect();
    let mut rules = RuleSet::default();
    let start = Instant::now();
    for pattern in parsed {
        rules.add(pattern);
    }
    let matcher = rules.compile();
    let build = start.elapsed();
    match expected.get(&name) {
        Some(sums) if !sum(&matcher, events).is(sums) => wrong.push(format!("{name}: other rules match")),
        _ => {}
    }
    let (mut scratch, mut other) = (Scratch::default(), Scratch::default());
    let checking = |events: &[Vec<u8>]| {
        for event in events {
            let _ = black_box(matcher.matching(event, &mut scratch));
        }
    };
    let trusted = |events: &[Vec<u8>]| {
        for event in events {
            let _ = black_box(matcher.matching_trusted(event, &mut other));
        }
    };
    let mut runners = vec![Runner { run: Box::new(peers::serde_json) }, Runner { run: Box::new(checking) }];
    if options.plain {
        let times = rounds(&mut runners, events, options.rounds);
        let Spread { min, median, max } = against(&times, 1, 0);
        let time = Spread::of(times.get(1).cloned().unwrap_or_default()).min;
        println!("{name} {min:.4} {median:.4} {max:.4} {time:.1}");
        return;
    }
    runners.push(Runner { run: Box::new(trusted) });
    #[cfg(feature = "peers")]
    runners.push(Runner { run: Box::new(peers::sonic) });
    let times = rounds(&mut runners, events, options.rounds);
    let cell = |of: usize| {
        let Spread { min, median, max } = against(&times, of, 0);
        format!("**{median:.2}** ({min:.2}–{max:.2})")
    };
    let base = Spread::of(times.first().cloned().unwrap_or_default()).median;
    #[cfg(feature = "peers")]
    let (quamina, sonic) = (peers::quamina(set, events, base), cell(3));
    #[cfg(not(feature = "peers"))]
    let (quamina, sonic) = ("", "");
    println!(
        "| {} × {count} | {} | {} | {quamina} | {sonic} | {base:.0} | {:.1} | {} |",
        set.family,
        cell(1),
        cell(2),
        build.as_secs_f64() * 1000.0,
        matcher.bytes() / count
    );
}

fn against(times: &[Vec<f64>], of: usize, base: usize) -> Spread {
    let list = |at: usize| times.get(at).map(Vec::as_slice).unwrap_or_default();
    ratios(list(of), list(base))
}

fn sum(matcher: &Matcher, events: &[Vec<u8>]) -> Sum {
    let (mut sum, mut scratch) = (Sum::default(), Scratch::default());
    for (at, event) in events.iter().take(2000).enumerate() {
        for rule in matcher.matching(event, &mut scratch).map(|found| found.matched).unwrap_or_default() {
            sum.add(at, *rule);
        }
    }
    sum
}
