use crate::program::{Files, Run, rulepad};
use std::path::Path;

const TRUE: &str =
    "```rulepad verdict=no_match\n{\"source\": [\"aws.s3\"]}\n--- event\n{\"source\": \"aws.ec2\"}\n```\n";

fn docs(arguments: &[&str]) -> Run {
    rulepad(&[&["docs"], arguments].concat(), b"")
}

fn parent(path: &str) -> &str {
    Path::new(path).parent().unwrap().to_str().unwrap()
}

#[test]
fn what_is_stored_truly_ends_with_0() {
    let files = Files::new("docs-true");
    let path = files.file("guide.md", TRUE);
    files.file("notes.txt", "```rulepad\n```\n");
    for argument in [&*path, parent(&path)] {
        let run = docs(&["check", argument]);
        assert_eq!(
            (run.code, &*run.out, &*run.about),
            (0, "1 example and 0 links in 1 file, 0 problems\n", "")
        );
    }
}

#[test]
fn what_is_not_ends_with_1_and_an_update_repairs_it() {
    let files = Files::new("docs-false");
    let path = files.file("guide.md", TRUE.replace("no_match", "match"));
    let run = docs(&["check", &path]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.starts_with(&format!(
            "{path}:1:12: the stored verdict is `match`; it is `no_match`\n  Does not"
        ))
    );
    let run = docs(&["check", &path, "--format", "github"]);
    assert!(run.code == 1 && run.out.starts_with("::error file="), "{run:?}");
    let run = docs(&["update", &path]);
    assert_eq!((run.code, run.about), (0, format!("rulepad: {path}: updated\n")));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), TRUE);
    assert_eq!(docs(&["update", &path]).about, "");
}

#[test]
fn what_cannot_be_read_ends_with_2_and_nothing_found_with_1() {
    let files = Files::new("docs-none");
    let latin = files.file("latin.md", b"caf\xe9");
    let text = files.file("notes.txt", "");
    for (arguments, about) in [
        (vec!["check", &latin], "is not UTF-8 at byte 3: save it as UTF-8"),
        (vec!["check", &text], "is neither Markdown nor HTML: name a .md or .html file"),
        (vec!["check", "/no/such/folder"], "there is no file or folder `/no/such/folder`"),
        (vec!["check"], "a path is missing"),
        (vec!["chek", &text], "there is no `docs chek`: write `check` or `update`"),
        (vec![], "write `rulepad docs check PATH`"),
        (vec!["check", &text, "--format", "xml"], "there is no format `xml`"),
    ] {
        let run = docs(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.about.contains(about), "{run:?}");
    }
    std::fs::remove_file(&latin).unwrap();
    let run = docs(&["check", parent(&text)]);
    assert!(run.code == 1 && run.about.contains("there is no document"), "{run:?}");
    let plain = files.file("plain.md", "# Nothing\n");
    let run = docs(&["check", &plain]);
    assert!(run.code == 1 && run.about.contains("there is no example"), "{run:?}");
    assert_eq!(docs(&["check", &plain, "--allow-empty"]).code, 0);
}

#[test]
fn links_to_the_page_must_open() {
    let files = Files::new("docs-links");
    let path = files.file("a.html", "<a href=\"https://rules.example/#1.AAAA\">Try it</a>\n");
    assert_eq!(docs(&["check", &path, "--allow-empty"]).code, 0);
    let run = docs(&["check", &path, "--page", "https://rules.example/"]);
    assert!(run.code == 1 && run.out.contains(":1:1: the link does not open"), "{run:?}");
}

/// Rulepad's own documents.
#[test]
fn our_own_examples_are_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let [readme, folder] = ["README.md", "docs"].map(|name| root.join(name).to_str().unwrap().to_owned());
    for path in [readme, folder] {
        let run = docs(&["check", &path]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.about);
        assert!(!run.out.starts_with("0 examples"), "{path}: {}", run.out);
    }
}
