//! The files that a test file names, among those that the page has.

use rulepad_verify::Files;
use rulepad_workbench::NamedText;

/// Files by their names. A file that was chosen alone has no folder, so the last part of a path is enough.
pub(super) struct NamedFiles<'f> {
    /// All of them.
    pub files: &'f [NamedText],
    /// The place of the test file, which names others.
    pub tests: usize,
}

impl Files for NamedFiles<'_> {
    fn paths(&self, pattern: &str) -> Result<Vec<String>, String> {
        let others =
            || self.files.iter().enumerate().filter(|(at, _)| *at != self.tests).map(|(_, file)| &file.name);
        let mut found: Vec<String> = others().filter(|name| is_meant(pattern, name)).cloned().collect();
        if found.is_empty() {
            let base = base(pattern);
            found = others().filter(|name| fits(base, self::base(name))).cloned().collect();
        }
        found.sort();
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<String, String> {
        let found = self.files.iter().find(|file| file.name == path);
        found.map(|file| file.text.clone()).ok_or_else(String::new)
    }
}

fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Whether a path ends as the pattern says, folder by folder.
fn is_meant(pattern: &str, name: &str) -> bool {
    let wanted: Vec<&str> =
        pattern.split('/').filter(|part| !matches!(*part, "" | "." | ".." | "**")).collect();
    let parts: Vec<&str> = name.split(['/', '\\']).collect();
    parts.len() >= wanted.len()
        && wanted.iter().rev().zip(parts.iter().rev()).all(|(wanted, part)| fits(wanted, part))
}

/// Whether a name fits a pattern with `*` and `?`.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    // Where the last star is, and how much of the name it took.
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || Some(c) == name.get(n) => {
                p += 1;
                n += 1;
            }
            _ => {
                let Some((at, taken)) = star else { return false };
                star = Some((at, taken + 1));
                p = at + 1;
                n = taken + 1;
            }
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_the_end_of_their_path() {
        let file = |name: &str| NamedText { name: name.into(), text: name.into() };
        let files =
            [file("a.rulepad.yaml"), file("template.yaml"), file("x/infra/main.tf"), file("samples/b.json")];
        let files = NamedFiles { files: &files, tests: 0 };
        let found = |pattern: &str| files.paths(pattern).unwrap();
        assert_eq!(found("template.yaml"), ["template.yaml"]);
        assert_eq!(found("../stack/template.yaml"), ["template.yaml"]);
        assert_eq!(found("infra/**/*.tf"), ["x/infra/main.tf"]);
        assert_eq!(found("samples/?.json"), ["samples/b.json"]);
        assert_eq!(found("*.yaml"), ["template.yaml"], "not the test file itself");
        assert_eq!(found("missing*"), [""; 0]);
        assert_eq!(files.read("template.yaml"), Ok("template.yaml".into()));
    }
}
