//! `--lang`: reports and errors in the language, what is AWS's or a file's as it is.

use crate::program::{Files, Run, rulepad};

const PATTERN: &str = r#"{"source": ["shop"], "detail": {"total": [{"numeric": [">", 5]}]}}"#;
const EVENT: &str = r#"{"source": "shop", "detail": {"total": 3}}"#;
const RULE: &str = r#"{"Name": "orders", "EventPattern": "{\"source\": [\"shop\"]}", "State": "DISABLED"}
{"Targets": [{"Id": "queue", "Arn": "arn:aws:sqs:us-east-1:123456789012:q"}]}"#;
const TESTS: &str = "rulepad: 1
rules: [rule.json]
tests:
  - rule: orders
    match: [{name: bank, event: {source: bank}}]
";

fn has_hangul(text: &str) -> bool {
    text.chars().any(|c| ('가'..='힣').contains(&c))
}

/// The run in English and the run in Korean, which end alike.
fn both(arguments: &[&str], input: &str) -> (Run, Run) {
    let english = rulepad(arguments, input.as_bytes());
    let korean = rulepad(&[arguments, &["--lang", "ko"]].concat(), input.as_bytes());
    assert_eq!(english.code, korean.code, "{arguments:?}\n{english:?}\n{korean:?}");
    assert!(!has_hangul(&english.out) && !has_hangul(&english.about), "{arguments:?}\n{english:?}");
    let first = rulepad(&[&["--lang=ko-KR"], arguments].concat(), input.as_bytes());
    assert_eq!(first, korean, "the option may come first: {arguments:?}");
    (english, korean)
}

/// Whether each part is in what the program printed.
#[track_caller]
fn says(run: &Run, parts: &[&str]) {
    for part in parts {
        assert!(run.out.contains(part) || run.about.contains(part), "{part}\n{}\n{}", run.out, run.about);
    }
}

#[test]
fn a_verdict_and_its_reasons_are_in_korean() {
    let files = Files::new("lang-test");
    let (pattern, event) = (files.file("p.json", PATTERN), files.file("e.json", EVENT));
    let (_, korean) = both(&["test", "--pattern", &pattern, "--event", &event, "--explain"], "");
    assert!(korean.out.starts_with("일치하지 않습니다\n"), "{}", korean.out);
    says(&korean, &["✕ detail.total: ", "초과"]);
    let slip = files.file("slip.json", r#"{"source": ["Shop"]}"#);
    let (_, korean) = both(&["test", "--pattern", &slip, "--event", &event, "--explain"], "");
    says(&korean, &["거의 일치: "]);
    let several = format!("[{EVENT}, {EVENT}]");
    let (_, korean) = both(&["test", "--pattern", &pattern, "--event", "-"], &several);
    says(&korean, &["참고: ", "`rulepad events` 명령"]);
}

#[test]
fn what_aws_answers_stays_english_with_its_meaning() {
    let files = Files::new("lang-aws");
    let (pattern, event) = (files.file("p.json", r#"{"source": "shop"}"#), files.file("e.json", EVENT));
    let (english, korean) = both(&["test", "--pattern", &pattern, "--event", &event], "");
    let answer = "Event pattern is not valid. Reason: \"source\" must be an object or an array";
    says(&english, &[answer, "  AWS: \"source\" must be", "  help: "]);
    assert!(!english.out.contains("meaning"), "{}", english.out);
    says(
        &korean,
        &[answer, "\n뜻: ", "\n  AWS의 응답: \"source\" must be", "\n  뜻: ", "\n  도움말: ", ": 오류: "],
    );
}

#[test]
fn every_command_reports_in_korean() {
    let files = Files::new("lang-all");
    let event = files.file("e.json", EVENT);
    let rule = files.file("rule.json", RULE);
    let template = files.file("t.json", r#"{"Resources": {}}"#);
    let tests = files.file("orders.rulepad.yaml", TESTS);
    let document = files.file(
        "d.html",
        "<rulepad-example verdict=\"match\"><pre data-part=\"pattern\">{\"a\": [1]}</pre>\
         <pre data-part=\"event\">{\"a\": 2}</pre></rulepad-example>",
    );
    let lines = r#"{"id": 1, "pattern": "{\"a\": [1]}", "event": "{"}"#;
    for (arguments, input, parts) in [
        (&["render", "--event", &event, "--input-path", "$.none"][..], "", &["전달 안 됨\n", "미확인: "][..]),
        (
            &["render", "--event", &event, "--input", &event, "--input-path", "$.a"],
            "",
            &["AWS가 거부하는 대상: "],
        ),
        (&["render", "--event", "-"], "{", &["이벤트를 읽을 수 없습니다"]),
        (&["batch"], lines, &["\"result\":\"event_error\""]),
        (&["batch"], "\u{1}\n", &["{\"line\":1,"]),
        (&["events", &event], "", &[]),
        (
            &["events"],
            r#"{"Entries": [{"Source": "aws.s3", "DetailType": "a", "Detail": "{}"}]}"#,
            &["PutEvents의 응답: "],
        ),
        (
            &["import", &rule],
            "",
            &["\n  이벤트 버스 default, DISABLED\n", "\n  대상 queue: arn:", "    받는 내용: "],
        ),
        (&["import", &rule, &template], "", &["파일  ", "  규칙  문제\n"]),
        (&["import"], "hello", &["오류: "]),
        (&["export", "--format", "sns-filter", &rule], "", &["파일에 없음: "]),
        (&["samples", "no-such-sample", "--format", "json"], "", &[]),
        (&["samples", "codebuild", "failed", "--format", "json"], "", &["빌드의 ARN입니다."]),
        (&["docs", "check", &document], "", &["저장된 판정은"]),
        (&["verify", &tests, "--coverage"], "", &["일치해야 합니다", "커버리지"]),
        (&["verify", &tests, "--format", "junit"], "", &["일치해야 합니다"]),
        (&["verify", &tests, "--require-tests"], "", &["일치하지 않아야 하는 이벤트가 없습니다"]),
        (&["scan", &rule, &event], "", &["(비활성화)", "이벤트 1개 중 1개 일치\n"]),
        (&["scan", &rule], "[1, 2", &["<stdin>:1, 배열의 1번 항목: 이벤트는 JSON 객체이어야 합니다"]),
    ] {
        let (english, korean) = both(arguments, input);
        if !parts.is_empty() {
            assert_ne!(english, korean, "{arguments:?}");
        }
        says(&korean, parts);
    }
}

#[test]
fn the_commands_own_errors_are_in_korean() {
    let files = Files::new("lang-errors");
    let rules = files.file("rules.json", format!("{{\"Rules\": [{0}, {0}]}}", RULE.lines().next().unwrap()));
    let latin = files.file("latin.json", b"{\"a\": \"\xe9\"}");
    let tests = files.file("t.rulepad.yaml", "rulepad: 1\nrules: [none.tf]\ntests: []\n");
    for (arguments, part) in [
        (&[][..], "명령이 없습니다."),
        (&["tset"], "`tset` 명령은 없습니다."),
        (&["help", "tset"], "`tset` 명령은 없습니다."),
        (&["test", "--patern", "x"], "`--patern` 옵션은 없습니다."),
        (&["test", "--pattern"], "`--pattern` 옵션에 값이 없습니다."),
        (&["test", "--explain=yes"], "`--explain` 옵션에는 값을 쓸 수 없습니다(현재 `yes`)."),
        (&["batch", "file"], "`file` 인자는 쓸 수 없습니다."),
        (&["test"], "`--pattern FILE` 옵션이 없습니다."),
        (&["test", "--pattern", "-", "--event", "-"], "표준 입력"),
        (&["test", "--dialect", "sqs"], "쓸 수 있는 값은 `rulepad help test` 명령으로"),
        (&["events", "--format", "xml"], "쓸 수 있는 값: `text`, `json`"),
        (&["events", "--format", "json", "--format", "json"], "`--format` 옵션을 두 번 썼습니다."),
        (&["events", "no-such-file"], "`no-such-file` 파일을 읽을 수 없습니다. 이유: 파일이 없습니다"),
        (&["events", &latin], "파일은 7바이트 위치부터 UTF-8이 아닙니다."),
        (&["export", &rules], "`--format NAME` 옵션이 없습니다."),
        (&["export", "--format", "xml"], "`xml` 형식은 없습니다."),
        (&["export", "--format", "rule-json", &rules], "규칙 목록: 1 `orders`, 2 `orders`"),
        (&["import", "--save", "--format", "json"], "함께 쓸 수 없습니다."),
        (&["samples", "--event", "none"], "`none` 샘플은 없습니다."),
        (&["docs", "chek", "x"], "쓸 수 있는 명령: `docs check`, `docs update`"),
        (&["docs", "check", "no-such-file"], "`no-such-file` 파일이나 폴더가 없습니다"),
        (&["scan"], "규칙 파일이 없습니다."),
        (&["scan", &rules, "--threads", "0"], "1~256의 정수이어야 합니다(현재 `0`)"),
        (&["verify", "--format", "xml"], "쓸 수 있는 형식: `text`, `json`, "),
        (&["verify", "--threshold", "x"], "0~100의 숫자"),
        (&["verify", &tests], "`none.tf`"),
    ] {
        let (english, korean) = both(arguments, "");
        assert_eq!(korean.code, 2, "{arguments:?}");
        assert_ne!(english.about, korean.about);
        says(&korean, &[part]);
    }
}

#[test]
fn an_unknown_language_is_an_error_with_the_known_ones() {
    let expected = "rulepad: `--lang fr` is not known: write `en` or `ko`\n";
    for arguments in [&["--lang", "fr", "samples"][..], &["samples", "--lang=fr"], &["tset", "--lang", "fr"]]
    {
        let run = rulepad(arguments, b"");
        assert_eq!((run.code, &*run.out, &*run.about), (2, "", expected), "{arguments:?}");
    }
    let run = rulepad(&["samples", "--lang"], b"");
    assert_eq!(
        (run.code, &*run.about),
        (2, "rulepad: missing argument for option `--lang`: see `rulepad help`\n")
    );
}

#[test]
fn files_and_names_are_the_same_in_every_language() {
    for format in ["cloudformation-yaml", "terraform", "aws-cli", "cdk-python"] {
        let (english, korean) = both(&["export", "--format", format], RULE);
        assert_eq!(english.out, korean.out, "{format}");
    }
    let (english, korean) = both(&["import", "--save"], &RULE.replace("DISABLED", "ENABLED"));
    assert_eq!(english.out, korean.out);
    let (english, korean) = both(&["samples", "--event", "s3-object-created"], "");
    assert_eq!(english.out, korean.out);
    let keys = |run: &Run| {
        let value: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        value.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let (english, korean) = both(&["import", "--format", "json"], RULE);
    assert_eq!(keys(&english), keys(&korean));
}

#[test]
fn help_is_english_and_names_the_option() {
    let run = rulepad(&["help", "--lang", "ko"], b"");
    assert_eq!((run.code, has_hangul(&run.out)), (0, false));
    assert!(run.out.contains("--lang TAG") && run.out.contains("en (unless given) or ko"), "{}", run.out);
}
