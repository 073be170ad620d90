//! Korean sentences whose grammar depends on what is put in.

use crate::builder::{Comparison, NoForm, NotBuilt};
use crate::catalogue::{FieldInfo, FieldKind};
use crate::export::{NotYet, PatternUse};
use crate::file::BadFile;
use crate::message::Message;
use crate::pick::why_not::{InTemplate, VariableChange, WhyNot};
use crate::trial::{AnswerSays, NoTrial, Sent, TrialNote};
use crate::words::{Completes, LineFault};
use crate::words_ko::{batch, builder, catalogue, draft, import, outline, pick, trial, values, verdict};
use crate::{Dialect, Input, Lang, Target, TargetKind};
use rulepad_document::json::ValueKind;
use rulepad_pattern::compare::Relation;

#[test]
fn kinds_and_counts_are_in_parentheses_or_have_a_counter() {
    assert_eq!(
        batch::fault(LineFault::NotAnObject(ValueKind::Array)),
        "이벤트는 객체이어야 합니다(현재 배열)"
    );
    let message = builder::no_form(&NoForm::NotAnObject(ValueKind::String));
    assert_eq!(message, "패턴은 객체이어야 합니다(현재 문자열).");
    assert_eq!(values::completes(Completes::ArrayOf(3)), "배열(요소 3개)");
    assert_eq!(outline::any_of(0, 2), "분기 2개 모두 미충족");
    assert_eq!(outline::any_of(2, 3), "분기 2개 충족(하나면 됩니다)");
    let range =
        |sign: &str| builder::comparison(&Comparison { sign: sign.to_owned(), number: "7".to_owned() });
    assert_eq!([">=", ">", "<=", "<", "="].map(range), ["7 이상", "7 초과", "7 이하", "7 미만", "7"]);
    let field = FieldInfo::new("resources", FieldKind::String, true);
    assert_eq!(builder::field_kind(&field), "문자열(배열 요소)");
    let refused = NotYet::Refused { pattern: PatternUse::FilterPolicy, errors: 1 };
    let sentence = "AWS가 필터 정책을 거부합니다. 오류 1개를 고치면 필터를 내보낼 수 있습니다.";
    assert_eq!(draft::not_yet(refused), sentence);
    let refused = AnswerSays::Refused { count: "1".to_owned(), of: Sent::Events };
    assert_eq!(trial::answer(&refused), "에뮬레이터가 이벤트 1개를 거부했습니다.");
    assert_eq!(import::retries("", ""), "24시간 동안 재시도 185회(기본값)");
    assert_eq!(import::retries("0", "60"), "재시도 없음(최대 60초)");
    let input = Input::Constant("가\n나".repeat(40));
    assert_eq!(import::input(&input, 0), format!("상수: {}…", "가 나".repeat(20)));
}

#[test]
fn lists_have_commas() {
    let readers = [Dialect::Pipes, Dialect::EventSourceMapping];
    let sentence = catalogue::elsewhere("SQS message", false, &readers);
    let names = readers.map(|dialect| dialect.name(Lang::KO)).join(" 또는 ");
    assert_eq!(sentence, format!("`SQS message` 항목은 이벤트 버스의 이벤트가 아니며, {names}에서 씁니다."));
    let note = trial::note(&TrialNote::GivenFields(vec!["id", "account", "region"]));
    assert!(
        note.starts_with("PutEvents는 모든 이벤트의 `id`, `account`, `region` 값을 직접 정합니다."),
        "{note}"
    );
    assert!(
        verdict::permission(TargetKind::Lambda)
            .contains("`events.amazonaws.com` 보안 주체에 `lambda:InvokeFunction` 작업을")
    );
}

#[test]
fn one_sentence_of_a_list_has_no_full_stop_and_two_have_two() {
    assert_eq!(builder::not_built(&NotBuilt::NoForm(NoForm::Unreadable)), "패턴을 읽을 수 없습니다");
    let broken = NoForm::Broken { line: 2, message: Box::new(rulepad_document::Message::UnclosedString) };
    let said = builder::not_built(&NotBuilt::NoForm(broken));
    assert!(said.starts_with("패턴의 2번째 줄에 JSON 오류가 있습니다. ") && said.ends_with('.'), "{said}");
    assert_eq!(pick::why_not(&WhyNot::NoValue), "여기에는 값이 없습니다");
    let refused = WhyNot::WouldBeRefused("빈 배열입니다".to_owned());
    assert_eq!(pick::why_not(&refused), "추가하면 AWS가 패턴을 거부합니다. 빈 배열입니다.");
    assert_eq!(
        draft::refused_of_target("a", "AWS가 거부합니다. 고치세요."),
        "대상 `a`: AWS가 거부합니다. 고치세요."
    );
    assert_eq!(draft::refused_of_rule("규칙 이름이 없습니다"), "규칙: 규칙 이름이 없습니다.");
}

#[test]
fn an_answer_is_sentences() {
    let reason = "값이 2인데, 패턴이 기대하는 값은 1입니다.".to_owned();
    let headline = "일치하지 않습니다";
    assert_eq!(verdict::answer(headline, "", &[]), "일치하지 않습니다.");
    assert_eq!(
        verdict::answer(headline, "조건 4개 모두 미충족", &[]),
        "일치하지 않습니다. 조건 4개 모두 미충족."
    );
    let one = std::slice::from_ref(&reason);
    assert_eq!(verdict::answer(headline, "", one), format!("일치하지 않습니다. {reason}"));
    let two = verdict::answer(headline, "", &[reason.clone(), reason.clone()]);
    assert_eq!(two, format!("일치하지 않습니다. (1) {reason} (2) {reason}"));
}

#[test]
fn nouns_stand_behind_what_others_wrote() {
    let message =
        Message::OwnEvents { target: "b".to_owned(), kind: TargetKind::CodeBuild, source: "aws.codebuild" };
    let kind = TargetKind::CodeBuild.name(Lang::KO);
    assert_eq!(
        crate::words_ko::message(&message),
        format!("대상 `b`({kind})의 `aws.codebuild` 이벤트가 이 규칙과 다시 일치할 수 있습니다")
    );
    let change = VariableChange { name: "id".to_owned(), entered: false, template: InTemplate::Absent };
    assert_eq!(
        pick::variable_change(&change),
        "`<id>` 변수에 이미 이 값이 있습니다. 템플릿에 변수를 쓰세요."
    );
    assert_eq!(
        draft::bad_file(&BadFile::Version(2)),
        "파일 버전은 2인데 이 Rulepad가 읽는 버전은 1입니다. 더 새로운 Rulepad에서 여세요."
    );
    let matters = trial::no_trial(&NoTrial::SourceMatters { reserved: "aws." });
    assert!(
        matters.contains("`aws.` 접두사로 시작하므로") && matters.contains("`test-event-pattern` 명령으로만")
    );
    let target = Target { arn: "arn:aws:sqs:us-east-1:111122223333:q".into(), ..Target::default() };
    let line = format!("{}, 입력: 일치한 이벤트, {}", TargetKind::Sqs.name(Lang::KO), target.arn);
    assert_eq!(draft::target(&target), line);
}

#[test]
fn both_languages_have_the_same_code() {
    use crate::words_en;
    let spans = |text: &str| {
        let mut spans: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        spans.sort();
        spans
    };
    let key = WhyNot::Key("k l".to_owned());
    let dialect = crate::share::BadLink::Dialect;
    for (en, ko) in [
        (words_en::draft::bad_link(dialect).to_owned(), draft::bad_link(dialect).to_owned()),
        (words_en::pick::why_not(&WhyNot::Or), pick::why_not(&WhyNot::Or)),
        (words_en::pick::why_not(&key), pick::why_not(&key)),
    ] {
        assert_eq!(spans(&en), spans(&ko));
    }
}

#[test]
fn a_relation_has_a_headline() {
    use crate::words_ko::compare;
    assert_eq!(compare::relation(Relation::Wider, false).0, "이 패턴이 더 넓습니다");
    assert_ne!(compare::relation(Relation::Disjoint, true), compare::relation(Relation::Disjoint, false));
}

#[test]
fn a_snippet_has_the_words_of_its_language() {
    use crate::Draft;
    use crate::embed::{Look, Place, Snippet, Stored, markdown, snippet};
    let draft = Draft { pattern: "{\"a\": [1]}".into(), event: "{}".into(), ..Draft::default() };
    let stored =
        Stored {
            verdict: crate::Verdict::NoMatch, answer: "일치하지 않습니다.".into(), payload: None
        };
    let place = Place { page: "https://rulepad.example/", script: "https://rulepad.example/x.js" };
    let made = |kind| snippet(kind, &draft, &stored, Look::default(), place, Lang::KO);
    assert!(made(Snippet::Link).starts_with(&format!("[{}](", crate::words_ko::embed::OPEN)));
    assert!(made(Snippet::Frame).contains("title=\"Rulepad 예제. 일치하지 않습니다.\""));
    assert!(made(Snippet::Frame).contains("lang=ko"));
    assert!(markdown(&draft, &stored, None, Lang::KO).ends_with("**결과:** 일치하지 않습니다.\n"));
    assert!(made(Snippet::Element).contains(" lang=\"ko\""));
}
