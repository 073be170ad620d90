use crate::program::{Files, Run, rulepad};
use std::io::Read;
use std::process::{Command, Stdio};

const TERRAFORM: &str = "resource \"aws_cloudwatch_event_rule\" \"placed\" {
  name          = \"placed\"
  event_pattern = jsonencode({
    source = [\"shop\"]
    detail = { region = [\"eu\", \"us\"] }
  })
}
resource \"aws_cloudwatch_event_target\" \"queue\" {
  rule       = aws_cloudwatch_event_rule.placed.name
  target_id  = \"queue\"
  arn        = \"arn:aws:sqs:eu-west-1:111122223333:orders\"
  input_path = \"$.detail\"
}
";

const TESTS: &str = "rulepad: 1
rules: [main.tf]
tests:
  - rule: placed
    match: [{name: EU, event: {source: shop, detail: {region: eu}}}]
    no_match: [{name: Asia, event: {source: shop, detail: {region: ap}}, because: detail.region}]
    delivers:
      queue: {name: EU, event: {source: shop, detail: {region: eu}}, body: {region: eu}}
";

fn verify(arguments: &[&str]) -> Run {
    rulepad(&[&["verify"], arguments].concat(), b"")
}

/// A folder with a configuration and its tests; the path of the tests.
fn folder(name: &str, tests: &str) -> (Files, String) {
    let files = Files::new(name);
    files.file("main.tf", TERRAFORM);
    let path = files.file("placed.rulepad.yaml", tests);
    (files, path)
}

fn parent(path: &str) -> &str {
    std::path::Path::new(path).parent().unwrap().to_str().unwrap()
}

#[test]
fn tests_that_hold_end_with_0() {
    let (_files, path) = folder("verify-good", TESTS);
    for argument in [&*path, parent(&path)] {
        let run = verify(&[argument]);
        assert_eq!((run.code, &*run.about), (0, ""), "{run:?}");
        assert!(run.out.ends_with("3 passed, 0 failed\n"), "{}", run.out);
    }
}

#[test]
fn a_failure_ends_with_1_and_is_explained() {
    let (_files, path) = folder("verify-bad", &TESTS.replace("region: ap", "region: us"));
    let run = verify(&[&path]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.contains("matches, and must not"), "{}", run.out);
    assert!(run.out.contains("main.tf:5:"), "the place in the configuration: {}", run.out);
    assert!(run.out.ends_with("2 passed, 1 failed: 1 noisy\n"), "{}", run.out);
}

#[test]
fn a_broken_file_ends_with_2() {
    let (_files, path) = folder("verify-broken", &TESTS.replace("no_match", "nomatch"));
    let run = verify(&[&path]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.about.contains("did you mean `no_match`?"), "{}", run.about);
    assert_eq!(verify(&["missing.rulepad.yaml"]).code, 2);
    for wrong in [&["--format", "xml"][..], &["--out", "junit"], &["--run", "("], &["--threshold", "101"]] {
        assert_eq!(verify(wrong).code, 2, "{wrong:?}");
    }
}

/// The rules of `tests/rules`: the gallery, each rule in one of the formats that are read, and a rule on builds in full.
#[test]
fn the_rules_of_the_repository_are_tested_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/rules");
    let run = verify(&[folder, "--require-tests", "--threshold", "100", "--mutants"]);
    assert_eq!((run.code, &*run.about), (0, ""), "{}", run.out);
    let (passed, _) = run.out.lines().find_map(|line| line.split_once(" passed, 0 failed")).unwrap();
    assert!(passed.parse::<u32>().unwrap() > 100, "{passed}");
}

#[test]
fn a_missing_file_keeps_no_other_from_running() {
    let (files, path) = folder("verify-missing", TESTS);
    let junit = files.file("r.xml", "");
    let run = verify(&["missing.rulepad.yaml", &path, "--out", &format!("junit={junit}")]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.about.contains("`missing.rulepad.yaml` cannot be read"), "{}", run.about);
    assert!(run.out.ends_with("3 passed, 0 failed\n"), "{}", run.out);
    let junit = std::fs::read_to_string(junit).unwrap();
    assert!(junit.contains("tests=\"4\" failures=\"0\" errors=\"1\""), "{junit}");
}

#[test]
fn nothing_to_test_is_a_failure() {
    let files = Files::new("verify-empty");
    let draft = files.file("rule.rulepad.json", "{\"rulepad\": 1, \"event\": \"{}\", \"pattern\": \"{}\"}");
    let run = verify(&[parent(&draft)]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.about.contains("it has a rule and no tests"), "{}", run.about);
    assert_eq!(verify(&[parent(&draft), "--allow-empty"]).code, 0);
    let (_files, path) = folder("verify-none", TESTS);
    assert_eq!(verify(&[&path, "--run", "nothing like it"]).code, 1);
    let one = verify(&[&path, "--run", "Asia$"]);
    assert!(one.out.ends_with("1 passed, 0 failed\n"), "{one:?}");
}

#[test]
fn results_are_written_in_several_formats_at_once() {
    let (files, path) = folder("verify-out", TESTS);
    let (junit, sarif) = (files.file("r.xml", ""), files.file("r.sarif", ""));
    let outs = [format!("junit={junit}"), format!("sarif={sarif}")];
    let run = verify(&[&path, "--format", "tap", "--out", &outs[0], "--out", &outs[1]]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.starts_with("TAP version 14\n1..3\n"), "{}", run.out);
    assert!(std::fs::read_to_string(junit).unwrap().contains("tests=\"3\" failures=\"0\""));
    assert!(std::fs::read_to_string(sarif).unwrap().contains("\"version\": \"2.1.0\""));
}

#[test]
fn what_tests_leave_open_is_reported() {
    let (_files, path) = folder("verify-open", TESTS);
    let covered = verify(&[&path, "--threshold", "100"]);
    assert_eq!(covered.code, 1, "{covered:?}");
    assert!(covered.out.contains("a value of `detail.region` never decided a match"), "{}", covered.out);
    assert!(covered.about.contains("below 100 %"), "{}", covered.about);
    assert_eq!(verify(&[&path, "--threshold", "50"]).code, 0);
    let mutants = verify(&[&path, "--mutants"]);
    assert_eq!(mutants.code, 1, "{mutants:?}");
    assert!(mutants.out.contains("without `\"us\"` in `detail.region`"), "{}", mutants.out);
    let (_files, path) = folder("verify-require", &TESTS.replace("    no_match", "    # no_match"));
    let required = verify(&[&path, "--require-tests"]);
    assert_eq!(required.code, 1);
    assert!(required.about.contains("`placed` has no event that must not match"), "{}", required.about);
}

#[test]
fn payloads_are_updated_in_the_file() {
    let (_files, path) = folder("verify-update", &TESTS.replace("body: {region: eu}", "body: {old: true}"));
    assert_eq!(verify(&[&path]).code, 1);
    let run = verify(&[&path, "--update"]);
    assert_eq!(run.code, 0, "{run:?}");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text, TESTS.replace("body: {region: eu}", "body: {\"region\":\"eu\"}"));
}

#[test]
fn a_change_is_noticed_while_watching() {
    let (files, path) = folder("verify-watch", TESTS);
    let mut child = Command::new(env!("CARGO_BIN_EXE_rulepad"))
        .args(["verify", &path, "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut seen = String::new();
    let mut until = |end: &str| {
        let mut buffer = [0; 4096];
        while !seen.contains(end) {
            let count = out.read(&mut buffer).unwrap();
            assert_ne!(count, 0, "it ended: {seen}");
            seen.push_str(&String::from_utf8_lossy(buffer.get(..count).unwrap()));
        }
    };
    until("3 passed, 0 failed\n");
    files.file("main.tf", TERRAFORM.replace("\"eu\", ", ""));
    until("1 passed, 2 failed");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn the_schema_is_printed() {
    let run = verify(&["--schema"]);
    assert!(run.code == 0 && run.out.contains("\"no_match\""), "{run:?}");
}

/// The file that the page saves; `web/src/state/testing/from_page_tests.rs` writes it.
const FROM_PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/verify/from-page.rulepad.json");

#[test]
fn a_file_that_the_page_saved_is_run() {
    let run = verify(&[FROM_PAGE]);
    assert_eq!((run.code, &*run.about), (0, ""), "{run:?}");
    assert!(run.out.ends_with("2 passed, 0 failed\n"), "{}", run.out);
    let text = std::fs::read_to_string(FROM_PAGE).unwrap();
    let files = Files::new("verify-from-page");
    let other = files.file("other.rulepad.json", text.replacen("RunInstances", "RebootInstances", 1));
    assert_eq!(verify(&[&other]).code, 1);
}
