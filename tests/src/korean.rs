//! The Korean of reports, beside their English: the same code, no English left, endings, particles; and the sources of
//! the Korean words, where placeholders are visible.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod broken;
mod pairs;
mod style;
mod tokens;

use pairs::Texts;
use rulepad_subscriber::source::of_source;
use rulepad_workbench::suite::parse;
use rulepad_workbench::{
    Draft, Input, InputOptions, Rule, Target, evaluate, examples, gallery, paste, render,
};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use style::{Form, code, english, faults};
use tokens::{content, each_literal, is_words, place, sources, tokens};

#[derive(Deserialize)]
struct Recorded {
    pattern: String,
    event: String,
}

/// The files of readable cases.
fn suites(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            suites(&path, found);
        } else if path.extension().is_some_and(|own| own == "md") && !path.ends_with("README.md") {
            found.push(path);
        }
    }
}

/// Rules with many targets, and with targets of other accounts: no case has them.
fn crowded() -> [Draft; 2] {
    let queue = |id: &str| Target {
        id: id.to_owned(),
        arn: "arn:aws:sqs:us-east-1:111122223333:queue".to_owned(),
        ..Target::default()
    };
    let many = (0..101).map(|at| queue(if at % 2 == 0 { "" } else { "twice" })).collect();
    let function = Target {
        arn: "arn:aws:lambda:us-east-1:222233334444:function:pay".to_owned(),
        role_arn: "arn:aws:iam::333344445555:role/deliver".to_owned(),
        input: Input::Constant("1".to_owned()),
        ..queue("other")
    };
    let rule = Rule {
        event_bus: "arn:aws:events:us-east-1:111122223333:event-bus/main".to_owned(),
        ..Rule::default()
    };
    let text = || "{\"source\": [\"my.app\"]}".to_owned();
    let draft = |targets| Draft {
        pattern: text(),
        event: "{\"source\": \"my.app\"}".to_owned(),
        rule: rule.clone(),
        targets,
        ..Draft::default()
    };
    [draft(many), draft(vec![function])]
}

/// All texts of the reports about the cases, the samples and the recorded patterns, whole and broken.
fn texts() -> Texts {
    let mut texts = Texts::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    suites(&root.join("suite"), &mut files);
    let of_subscribers = |file: &&PathBuf| file.parent().unwrap().ends_with("subscriber");
    let of_rules = files.iter().filter(|file| !of_subscribers(file));
    for case in of_rules.flat_map(|file| parse(&std::fs::read_to_string(file).unwrap()).cases) {
        let draft = case.draft();
        texts.add(&draft, |lang| evaluate(&draft, lang));
        if let Some(text) = case.block("pasted") {
            texts.add(&text, |lang| paste(text, &draft.pattern, draft.dialect, lang));
        }
    }
    for file in files.iter().filter(of_subscribers) {
        for case in parse(&std::fs::read_to_string(file).unwrap()).cases {
            texts.add(&case.blocks, |lang| rulepad_docs::subscriber_case_report(&case, lang));
            if let Some(source) = case.block("event-source") {
                let event = case.block("event").unwrap_or("{}");
                texts.add(&case.blocks, |lang| of_source(source, event, lang));
            }
        }
    }
    for example in gallery().unwrap().iter().chain(&examples()) {
        texts.add(&example.draft, |lang| evaluate(&example.draft, lang));
    }
    for file in ["pattern-verdicts.ndjson", "pattern-probes.ndjson"] {
        let lines = std::fs::read_to_string(root.join("recorded").join(file)).unwrap();
        for line in lines.lines() {
            let Recorded { pattern, event } = serde_json::from_str(line).unwrap();
            if pattern.len() + event.len() < 3000 {
                let draft = Draft { pattern, event, ..Draft::default() };
                texts.add(&draft, |lang| evaluate(&draft, lang));
            }
        }
    }
    for pattern in broken::broken().into_iter().step_by(4) {
        let draft = Draft { pattern, event: "{}".to_owned(), ..Draft::default() };
        texts.add(&draft, |lang| evaluate(&draft, lang));
    }
    for draft in crowded() {
        texts.add(&draft, |lang| evaluate(&draft, lang));
    }
    let text = || Some("1".to_owned());
    let both = InputOptions { input: text(), input_path: text(), ..InputOptions::default() };
    texts.add(&both, |lang| render("{}", &both, lang));
    texts
}

#[test]
fn reports_say_the_same_in_both_languages() {
    texts().check(8_000);
}

/// The sources of the Korean words.
fn words() -> Vec<PathBuf> {
    let mut packages = vec!["web".to_owned()];
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")).unwrap() {
        packages.push(format!("crates/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    let korean = |file: &PathBuf| file.iter().any(|part| part.to_string_lossy().starts_with("words_ko"));
    packages
        .iter()
        .flat_map(|package| sources(package))
        .filter(|file| is_words(file) && korean(file))
        .collect()
}

/// The particles of a literal of the sources that are directly behind a placeholder, whose sound nobody knows.
fn source_faults(literal: &str) -> Vec<String> {
    const CHANGING: [&str; 10] = ["으로", "로", "은", "는", "이", "가", "을", "를", "와", "과"];
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    let mut found = Vec::new();
    for (at, _) in literal.match_indices('}') {
        let behind = literal.get(at + 1..).unwrap_or_default();
        // A doubled brace is a brace of the text.
        if behind.starts_with('}') || literal.get(..at).is_some_and(|before| before.ends_with('}')) {
            continue;
        }
        let behind = behind.trim_start_matches(['`', '"', '\'', '”', '’', ']', '>']);
        let run: String = behind.chars().take_while(|c| is_hangul(*c)).collect();
        let alone = |run: &str| CHANGING.contains(&run);
        let tails = ["는", "도", "만", "의", "부터", "서"];
        if alone(&run)
            || tails.iter().filter_map(|tail| run.strip_suffix(tail)).any(|run| alone(run) && run != "이")
        {
            found.push(format!("`{run}` behind a placeholder"));
        }
    }
    let first: String = literal.chars().take_while(|c| is_hangul(*c)).collect();
    let glued = ["으로", "로", "은", "는", "을", "를", "와", "과"].contains(&first.as_str());
    if glued && literal.chars().nth(first.chars().count()).is_none_or(|c| " .,)".contains(c)) {
        found.push(format!("begins with the particle `{first}`"));
    }
    found
}

#[test]
fn no_particle_is_guessed() {
    let mut found = Vec::new();
    let files = words();
    for file in &files {
        each_literal(&tokens(file), &mut Vec::new(), &mut |literal, _| {
            let text = content(literal);
            for fault in source_faults(&text) {
                found.push(format!("{}: {fault}: {text}", place(file, literal)));
            }
        });
    }
    assert!(files.len() > 80, "only {} files of Korean words were read", files.len());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn faults_of_korean_are_found() {
    for (form, fine) in [
        (Form::Statement, "`a` 값은 배열이어야 합니다(현재 문자열)"),
        (Form::Statement, "AWS는 이 규칙을 거부합니다. 예: `{\"a\": [1]}`"),
        (Form::Statement, "ARN이 아닌 URL로 시작하는 3개를 읽을 수 없습니다"),
        (Form::Statement, "JSON은 배열로, YAML은 객체로만 읽고 1MiB를 넘는 값은 읽지 않습니다."),
        (Form::Statement, "같은 조건값이 두 번 있습니다: 접두사가 \"a\"인 문자열"),
        (Form::Statement, "하한(2)이 상한(1)보다 작지 않습니다"),
        (Form::Advice, "값을 쓰거나 키를 삭제하세요"),
        (Form::Advice, "쓸 수 있는 값: `A`, `B`"),
        (Form::Chip, "큰따옴표로 묶기"),
        (Form::Outcome, "조건 3개 중 1개 미충족: `a`"),
    ] {
        assert_eq!(faults(form, fine), [""; 0], "{fine}");
    }
    for (form, wrong, fault) in [
        (Form::Statement, "`a` 값은(는) 배열입니다", "has `은(는)`"),
        (Form::Statement, "배열 및 객체를 쓸 수 있습니다", "has ` 및 `"),
        (Form::Statement, "배열이 아닙니다; 객체입니다", "has `;`"),
        (Form::Advice, "값을 쓰십시오", "has `십시오`"),
        (Form::Statement, "값이 비어 있음", "Statement ends in `값이 비어 있음`"),
        (Form::Statement, "값이 있음. 읽을 수 없습니다", "Statement ends in `값이 있음`"),
        (Form::Advice, "값을 쓰기", "Advice ends in `값을 쓰기`"),
        (Form::Chip, "묶으세요", "Chip ends in `묶으세요`"),
        (Form::Outcome, "조건이 맞음", "Outcome ends in `조건이 맞음`"),
        (Form::Statement, "객체을 썼습니다", "`을` behind another sound: 객체을"),
        (Form::Statement, "배열으로 바꿉니다", "`으로` behind another sound: 배열으로"),
        (Form::Statement, "값로만 바꿉니다", "`로` behind another sound: 값로"),
        (Form::Statement, "AWS은 거부합니다", "`은` behind another sound: AWS은"),
        (Form::Statement, "2024을 읽습니다", "`을` behind another sound: 2024을"),
        (Form::Statement, "`source`가 없습니다", "`가` behind an unknown sound: `source`가"),
    ] {
        let found = faults(form, wrong);
        assert!(found.iter().any(|own| own.starts_with(fault)), "{wrong}: {found:?}");
    }
    let data = "{\"detail\": {\"state\": 1.50E+2}}";
    let fine = "AWS는 detail.state 값 1.5E+2, U+000A, 4MiB 값을 `any code`, \"any text\" 값과 비교합니다.";
    assert_eq!(english(fine, data), [""; 0]);
    assert_eq!(english("이 list 값은 AWS의 empty-list 값입니다", data), ["list", "empty", "list"]);
    assert_eq!(code("`b` `a` `b` c"), ["a", "b"]);
}

#[test]
fn guessed_particles_are_found() {
    for fine in [
        "`{name}` 값은",
        "{}에서",
        "{value}입니다",
        "이 {}만",
        "하한({a})이 상한",
        "{{\"a\"}}은",
        "은행은",
        "로그",
    ] {
        assert_eq!(source_faults(fine), [""; 0], "{fine}");
    }
    for wrong in
        ["`{name}`은 배열", "{}를", "{value:?}로는 쓸", "\"{a}\"과 ", "{}으로부터", "을 쓰세요", "는"]
    {
        assert_eq!(source_faults(wrong).len(), 1, "{wrong}");
    }
}
