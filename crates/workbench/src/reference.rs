//! The files of readable cases that are the reference of event patterns.

/// Names of the files in `tests/suite/pattern`, without their ending: the operators, then how patterns are
/// read, then what goes wrong.
pub const FILES: [&str; 26] = [
    "exact",
    "prefix",
    "suffix",
    "equals-ignore-case",
    "wildcard",
    "anything-but",
    "numeric",
    "cidr",
    "exists",
    "exactly",
    "or",
    "arrays",
    "null-and-empty",
    "numbers",
    "addresses",
    "names",
    "why",
    "near-miss",
    "mistakes",
    "json",
    "notation",
    "lint",
    "complexity",
    "limits",
    "dialects",
    "caveats",
];

#[cfg(test)]
mod tests {
    use super::FILES;
    use crate::suite;
    use std::path::Path;

    #[test]
    fn every_file_is_listed_once_and_has_title_synopsis_and_cases() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/pattern");
        let mut there: Vec<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        there.sort();
        let mut listed: Vec<String> = FILES.iter().map(|name| format!("{name}.md")).collect();
        listed.sort();
        assert_eq!(listed, there);
        for name in listed {
            let suite = suite::parse(&std::fs::read_to_string(folder.join(&name)).unwrap());
            assert!(!suite.title.is_empty() && !suite.synopsis().is_empty(), "{name}");
            assert!(!suite.cases.is_empty(), "{name}");
        }
    }
}
