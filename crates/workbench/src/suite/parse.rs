//! Reading a file of cases.

use super::{Case, Suite, repeat};

/// Reads a file of cases.
#[must_use]
pub fn parse(markdown: &str) -> Suite {
    let mut suite = Suite { title: String::new(), about: String::new(), cases: Vec::new() };
    let mut fence: Option<(String, Vec<&str>)> = None;
    for line in markdown.lines() {
        if let Some((tag, body)) = &mut fence {
            if line.trim_end() == "```" {
                let block = (std::mem::take(tag), repeat::expand(&body.join("\n")));
                if let Some(case) = suite.cases.last_mut() {
                    case.blocks.push(block);
                }
                fence = None;
            } else {
                body.push(line);
            }
        } else if let Some(tag) = line.strip_prefix("```") {
            fence = Some((tag.trim().to_owned(), Vec::new()));
        } else if let Some(title) = line.strip_prefix("## ") {
            let title = title.trim().to_owned();
            suite.cases.push(Case { title, about: String::new(), blocks: Vec::new() });
        } else if let Some(title) = line.strip_prefix("# ") {
            title.trim().clone_into(&mut suite.title);
        } else {
            let about = suite.cases.last_mut().map_or(&mut suite.about, |case| &mut case.about);
            if !(about.is_empty() && line.trim().is_empty()) {
                about.push_str(line);
                about.push('\n');
            }
        }
    }
    suite
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_title_a_synopsis_and_its_cases() {
        let suite = parse(
            "# prefix\n\nThe start.\nOf it.\n\nMore.\n\n## A case\n\nWhy.\n\n```pattern\n{⟨a⟩×3}\n```\n",
        );
        assert_eq!((suite.title.as_str(), suite.synopsis()), ("prefix", "The start. Of it.".to_owned()));
        let [case] = suite.cases.as_slice() else { panic!("{suite:?}") };
        assert_eq!((case.title.as_str(), case.about.as_str()), ("A case", "Why.\n\n"));
        assert_eq!(case.block("pattern"), Some("{aaa}"));
    }

    #[test]
    fn a_case_must_expect_something_and_know_its_blocks() {
        let wrong = |blocks: &str| {
            let suite = parse(&format!("## A case\n{blocks}"));
            suite.cases.first().and_then(|case| case.run().err()).map(|wrong| wrong.join("; "))
        };
        assert_eq!(wrong("```pattern\n{}\n```"), Some("the case expects nothing".to_owned()));
        assert_eq!(wrong("```verdict\nmatch\n```\n```verdct\n```"), {
            Some("verdict\n  expected: match\n  found:    no_match; no block is called `verdct`".to_owned())
        });
    }
}
