use crate::dialect::{Dialect, Usage};
use crate::event::Event;
use crate::explain;
use crate::explanation::Explanation;
use crate::message::Message;
use crate::operator::Operator;
use crate::{in_words, words};
use rulepad_document::json::{self, ValueKind};
use rulepad_document::{Lang, Role, Words};

fn sentence(pattern: &str) -> String {
    in_words::sentence(crate::parse(pattern).valid().unwrap(), Lang::KO)
}

fn explained(pattern: &str, event: &str) -> Explanation {
    let event = Event::new(json::parse(event, Role::Event).valid().unwrap()).unwrap();
    explain(crate::parse(pattern).valid().unwrap(), &event)
}

fn why(pattern: &str, event: &str) -> String {
    let found = explained(pattern, event);
    words::sentence(&found.conditions[0], &found.conditions, Lang::KO)
}

#[test]
fn clauses_end_as_what_follows_asks() {
    assert_eq!(
        sentence(r#"{"source": ["aws.s3"], "detail": {"key": [{"prefix": "a/"}]}}"#),
        r#"source 값이 "aws.s3"이고 detail.key 값의 접두사가 "a/"인 이벤트와 일치합니다."#
    );
    assert_eq!(
        sentence(
            r#"{"a": [{"exists": true}], "b": [{"anything-but": {"suffix": ["x", "y"]}}], "c": [null, {"exists": false}]}"#
        ),
        r#"a 값이 있고, b 값에 "x", "y" 접미사가 없고, c 값이 null이거나 값이 없는 이벤트와 일치합니다."#
    );
    assert_eq!(
        sentence(r#"{"n": [{"numeric": [">", 0, "<=", 5]}], "t": [{"anything-but": {"wildcard": "a*"}}]}"#),
        r#"n 값이 0 초과 5 이하이고 t 값이 "a*" 형태가 아닌 이벤트와 일치합니다."#
    );
    assert_eq!(
        sentence(r#"{"t": ["a", "b", {"suffix": {"equals-ignore-case": "c"}}]}"#),
        r#"t 값이 "a", "b" 또는 접미사가 "c"인 문자열(대소문자 무시)인 이벤트와 일치합니다."#
    );
}

#[test]
fn one_choice_is_a_list_at_the_end_and_others_stand_inside() {
    assert_eq!(
        sentence(r#"{"$or": [{"x": [1], "y": [2]}, {"z": [true]}], "source": ["a"]}"#),
        r#"source 값이 "a"이고 다음 중 하나를 충족하는 이벤트와 일치합니다: (1) x 값이 1이고 y 값이 2인 경우, (2) z 값이 true인 경우."#
    );
    assert_eq!(
        sentence(r#"{"$or": [{"x": [1]}, {"d": {"$or": [{"y": [2]}, {"z": [3]}], "w": [4]}}]}"#),
        "다음 중 하나를 충족하는 이벤트와 일치합니다: (1) x 값이 1인 경우, (2) (d.y 값이 2인 경우, d.z 값이 3인 경우) 중 하나에 해당하고 d.w 값이 4인 경우."
    );
    assert_eq!(
        sentence(r#"{"$or": [{"x": [1]}, {"y": [2]}], "d": {"$or": [{"z": [3]}, {"w": [4]}]}}"#),
        "(x 값이 1인 경우, y 값이 2인 경우) 중 하나에 해당하고 (d.z 값이 3인 경우, d.w 값이 4인 경우) 중 하나에 해당하는 이벤트와 일치합니다."
    );
}

#[test]
fn findings_leave_the_name_to_who_shows_them() {
    assert_eq!(
        why(r#"{"n": ["5"]}"#, r#"{"n": 5}"#),
        r#"값이 숫자 5인데, 패턴이 기대하는 값은 문자열 "5"입니다."#
    );
    assert_eq!(
        why(r#"{"n": [{"exists": true}]}"#, r#"{"n": []}"#),
        "값이 빈 배열이므로 비교할 단일 값이 없습니다. 패턴은 값이 있기를 기대합니다."
    );
    assert_eq!(
        why(r#"{"n": [{"anything-but": {"prefix": "a"}}]}"#, r#"{"n": "ab"}"#),
        r#"값이 "ab"인데, 패턴이 제외하는 값입니다: 접두사 "a"."#
    );
    let found = explained(r#"{"a": {"x": [1], "y": [1]}}"#, r#"{"a": [{"x": 1, "y": 2}, {"x": 2, "y": 1}]}"#);
    assert_eq!(
        words::named_sentence(&found.conditions[0], &found.conditions, Lang::KO),
        "a.x: 조건을 충족하는 값은 a[0].x에 있지만, a.y(a[1].y)의 조건과 같은 배열 요소에 있지 않습니다."
    );
    assert_eq!(words::headline(&found, Lang::KO), "조건 2개를 모두 충족하지만 같은 배열 요소가 아닙니다");
}

#[test]
fn long_lists_are_cut() {
    let found = explained(r#"{"n": ["a", "b", "c", "d", "e"]}"#, r#"{"n": ["1", "2", "3", "4", "5"]}"#);
    let condition = &found.conditions[0];
    assert_eq!(words::wants(condition, Lang::KO), r#""a", "b", "c" 외 2개 중 하나"#);
    assert_eq!(words::saw(condition, Lang::KO), r#""1", "2", "3" 외 2개"#);
    let found = explained(r#"{"n": [{"anything-but": [1, 2, 3, 4, 5]}]}"#, r#"{"m": 1}"#);
    assert_eq!(words::wants(&found.conditions[0], Lang::KO), "1, 2, 3 등 5개 이외의 값");
}

#[test]
fn a_near_miss_says_which_value_is_near() {
    let found = explained(r#"{"s": ["stopped", "Failed"]}"#, r#"{"s": "FAILED"}"#);
    let condition = &found.conditions[0];
    assert_eq!(
        words::near_miss(&condition.near[0], condition, Lang::KO),
        r#""Failed" 값과 대소문자만 다른 값이 이벤트에 있습니다: "FAILED""#
    );
}

#[test]
fn texts_that_look_the_same_differ_in_form() {
    let near = |pattern: &str| {
        let explanation = explained(pattern, "{\"key\": \"\u{1100}\u{1161}\u{11a8}.pdf\"}");
        let condition = &explanation.conditions[0];
        words::near_miss(&condition.near[0], condition, Lang::KO)
    };
    let seen = "보이는 글자는 같지만 유니코드 정규화(NFC/NFD)가 다른 값이 이벤트에 있습니다: \"\u{1100}\u{1161}\u{11a8}.pdf\"";
    assert_eq!(near(r#"{"key": ["각.pdf"]}"#), seen);
    assert_eq!(near(r#"{"key": ["각.pdf", "b"]}"#), format!("\"각.pdf\" 값과 {seen}"));
}

#[test]
fn particles_follow_closed_sets() {
    let said = |message: Message| message.words(Lang::KO);
    let lacking = |usage, listed| said(Message::OperatorLacking { dialect: Dialect::Pipes, usage, listed });
    assert_eq!(
        lacking(Usage::Alone(Operator::Cidr), true),
        "EventBridge Pipes 필터에서는 `cidr` 연산자를 쓸 수 없습니다"
    );
    assert_eq!(
        lacking(Usage::NegatedEmptyList, false),
        "EventBridge Pipes 필터 문서의 연산자 목록에 `anything-but` 안의 빈 배열이 없습니다"
    );
    assert_eq!(
        said(Message::EmptyAffix(Operator::Suffix)),
        "`anything-but` 안의 빈 접미사는 모든 문자열을 제외합니다"
    );
    assert_eq!(
        said(Message::NumberMustFollow(Some(ValueKind::String))),
        "여기에는 숫자가 와야 합니다(현재 문자열)"
    );
}

#[test]
fn awss_answer_has_a_gloss() {
    let gloss = |text: &str, dialect| crate::parse_in(text, dialect).aws_gloss(Lang::KO);
    let bare = r#"{"source": "aws.s3"}"#;
    assert_eq!(
        gloss(bare, Dialect::Rule).as_deref(),
        Some("이벤트 패턴이 올바르지 않습니다. `source` 값은 객체나 배열이어야 합니다.")
    );
    assert_eq!(
        gloss(bare, Dialect::SnsBody).as_deref(),
        Some("FilterPolicy 파라미터가 올바르지 않습니다. `source` 값은 객체나 배열이어야 합니다.")
    );
    assert_eq!(
        gloss(bare, Dialect::EventSourceMapping).as_deref(),
        Some("필터 패턴 정의가 올바르지 않습니다.")
    );
    assert_eq!(gloss(bare, Dialect::Pipes), None);
    assert_eq!(crate::parse(bare).aws_gloss(Lang::En), None);
    assert_eq!(gloss(r#"{"source": ["aws.s3"]}"#, Dialect::Rule), None);
    assert_eq!(
        gloss(r#"{"source": ["a" "b"]}"#, Dialect::Rule).as_deref(),
        Some(
            "이벤트 패턴이 올바르지 않습니다. 예상하지 못한 문자 `\"`입니다. 배열의 항목 사이에 쉼표가 있어야 합니다."
        )
    );
    let found = crate::parse(r#"{"source": [{"prefix": 5}]}"#).diagnostics.remove(0);
    let reference = found.worded(Lang::KO).reference.unwrap();
    assert_eq!(reference.sentence, "prefix match pattern must be a string");
    assert_eq!(reference.gloss.as_deref(), Some("prefix 값은 문자열이어야 합니다"));
}
