//! The sentences of this crate in Korean.

use crate::label::Label;
use crate::message::{FileFault, Message, RulesOf};
use lexopt::Error as ArgumentError;
use rulepad_migrate::Payloads;
use rulepad_workbench::ko::all_of;
use rulepad_workbench::{Lang, Words};
use std::io::{self, ErrorKind};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    match message {
        M::Said(sentence) => sentence.clone(),

        M::NoCommand => "명령이 없습니다. `rulepad help` 명령으로 목록을 확인하세요.".to_owned(),
        M::UnknownCommand(command) => {
            format!("`{command}` 명령은 없습니다. `rulepad help` 명령으로 목록을 확인하세요.")
        }
        M::Argument(error) => {
            format!("{}. `rulepad help` 명령으로 사용법을 확인하세요.", argument(error))
        }
        M::UnknownLang(tag) => wrong_value("lang", tag, &["en", "ko"]),
        M::Twice(option) => format!("`--{option}` 옵션을 두 번 썼습니다. 하나만 남기세요."),
        M::Both(one, other) => {
            format!("`--{one}` 옵션과 `--{other}` 옵션은 함께 쓸 수 없습니다. 하나만 남기세요.")
        }
        M::NoFile { option, command } => {
            format!("`--{option} FILE` 옵션이 없습니다. `rulepad help {command}` 명령으로 사용법을 확인하세요.")
        }
        M::NotTextOrJson(name) => wrong_value("format", name, &["text", "json"]),
        M::UnknownFormat { name, known } => format!("`{name}` 형식은 없습니다. 쓸 수 있는 형식: {}", code(known)),
        M::UnknownExportFormat(name) => {
            format!("`{name}` 형식은 없습니다. 쓸 수 있는 형식은 `rulepad help export` 명령으로 확인하세요.")
        }
        M::NoExportFormat => {
            "`--format NAME` 옵션이 없습니다. `rulepad help export` 명령으로 사용법을 확인하세요.".to_owned()
        }
        M::UnknownDialect { name, command } => format!(
            "`--dialect` 옵션에 `{name}` 값을 쓸 수 없습니다. 쓸 수 있는 값은 `rulepad help {command}` 명령으로 \
             확인하세요."
        ),
        M::UnknownPublished(name) => wrong_value("published", name, &["put-events", "put-raw-events"]),
        M::OfSubscribers(option) => {
            format!("`--{option}` 옵션은 구독자에만 씁니다. `--dialect subscriber` 옵션도 함께 쓰세요.")
        }
        M::SubscriberAndFilters => {
            "`--subscriber` 파일에 이미 필터가 있습니다. 그 옵션이나 필터 파일을 빼세요.".to_owned()
        }
        M::NoSubscriber => "필터가 없습니다. `rulepad help test` 명령으로 사용법을 확인하세요.".to_owned(),
        M::StandardInputTwice => {
            "`-` 값은 표준 입력이며 한 번만 읽을 수 있습니다. 다른 하나는 파일로 지정하세요.".to_owned()
        }
        M::RuleWithoutSave => {
            "`--rule` 옵션은 저장할 규칙을 지정합니다. `--save` 옵션도 함께 쓰세요.".to_owned()
        }
        M::ListsOnly => {
            "검색어와 `--format` 옵션은 목록에만 쓸 수 있습니다. `rulepad help samples` 명령으로 사용법을 확인하세요."
                .to_owned()
        }
        M::NoDocsAction => {
            "`rulepad docs check PATH` 또는 `rulepad docs update PATH` 형식으로 쓰세요".to_owned()
        }
        M::UnknownDocsAction(action) => format!(
            "`docs {action}` 명령은 없습니다. 쓸 수 있는 명령: {}",
            code(&["docs check", "docs update"])
        ),
        M::NoDocsPath => "경로가 없습니다. 문서 파일이나 문서가 있는 폴더를 지정하세요.".to_owned(),
        M::NoRules => "규칙 파일이 없습니다. `rulepad help scan` 명령으로 사용법을 확인하세요.".to_owned(),
        M::Threads(text) => format!("`--threads` 값은 1~256의 정수이어야 합니다(현재 `{text}`)"),
        M::NoValue(text) => format!(
            "`--value {text}` 옵션에 값의 이름이 없습니다. `--value Source=shop` 형식으로 쓰세요."
        ),
        M::Regex { text, error } => format!("`--run` 값이 정규식이 아닙니다(현재 `{text}`). 이유: {error}"),
        M::Threshold(text) => format!("`--threshold` 값은 0~100의 숫자이어야 합니다(현재 `{text}`)"),
        M::OutWithoutPath(text) => {
            format!("`--out {text}` 옵션에 경로가 없습니다. `--out junit=results.xml` 형식으로 쓰세요.")
        }

        M::NoOutput(error) => format!("표준 출력에 쓸 수 없습니다. 이유: {}", reason(error)),
        M::NoInput(error) => format!("표준 입력을 읽을 수 없습니다. 이유: {}", reason(error)),
        M::Unreadable { name, error: Some(error) } => {
            format!("`{name}` 파일을 읽을 수 없습니다. 이유: {}", reason(error))
        }
        M::Unreadable { name, error: None } => format!("`{name}` 파일을 읽을 수 없습니다"),
        M::Unwritable { name, error } => {
            format!("`{name}` 파일에 쓸 수 없습니다. 이유: {}", reason(error))
        }
        M::NotUtf8 { name, at } => {
            format!("`{name}` 파일은 {at}바이트 위치부터 UTF-8이 아닙니다. UTF-8 텍스트로 저장하세요.")
        }
        M::TooLong { name, has, most } => {
            format!("`{name}` 파일의 크기가 {has}MB입니다. 최대 {most}MB까지 읽습니다.")
        }
        M::NoPath(name) => format!("`{name}` 파일이나 폴더가 없습니다"),
        M::NotADocument(name) => {
            format!("`{name}` 파일은 Markdown도 HTML도 아닙니다. .md 또는 .html 파일을 지정하세요.")
        }
        M::TooManyDocuments(most) => format!("문서가 {most}개를 넘습니다. 폴더의 일부만 지정하세요."),
        M::TooManyTestFiles { folder, most } => {
            format!("`{folder}` 폴더의 테스트 파일이 {most}개를 넘습니다. 일부만 지정하세요.")
        }
        M::MoreFiles { folder, most } => {
            format!("`{folder}` 폴더의 파일이 {most}개를 넘습니다. 나머지는 읽지 않습니다.")
        }
        M::LongFile { name, has } => format!("`{name}` 파일은 크기가 {has}MB이므로 읽지 않습니다"),
        M::FilesFrom { name, most } => {
            format!("`{name}` 파일부터는 읽지 않습니다. 앞의 파일만으로 {most}MB입니다.")
        }

        M::LongLine { most } => format!("줄의 길이가 {most}MiB를 넘습니다. 여러 줄로 나누세요."),
        M::LineNotUtf8 { at } => format!("줄의 {at}바이트 위치부터 UTF-8이 아닙니다"),

        M::Updated(path) => format!("{path}: 갱신했습니다"),
        M::NoDocument => {
            "문서가 없습니다. .md 또는 .html 파일이나 그런 파일이 있는 폴더를 지정하세요.".to_owned()
        }
        M::NoExample => "예제가 없습니다. ```rulepad 코드 블록이나 <rulepad-example> 요소를 쓰거나, --allow-empty \
                         옵션을 지정하세요."
            .to_owned(),

        M::PutEventsAnswers { title, code, message } => {
            format!("{title}: PutEvents의 응답: {code}: {message}")
        }
        M::EventsWrites(sentence) => {
            format!("{sentence} `rulepad events` 명령은 이벤트를 한 줄에 하나씩 출력합니다.")
        }

        M::Migrates { rule, subscribers, targets } => {
            format!("{rule}: 대상 {targets}개, 구독자 {subscribers}개")
        }
        M::NeedsEventSource(origin) => format!("버스에 `{origin}` 이벤트 소스가 필요합니다"),
        M::Becomes { target, subscriber: Some(name) } => format!("대상 {target}: 구독자 {name}"),
        M::Becomes { target, subscriber: None } => format!("대상 {target}: 구독자 없음"),
        M::Verdicts { number, rule, subscriber, payloads } => verdicts(*number, (*rule, *subscriber), *payloads),

        M::Subscriber(name) => format!("구독자 {name}"),
        M::CustomBus(name) => format!("사용자 지정 이벤트 버스 {name}"),
        M::EventSource(name) => format!("이벤트 소스 {name}"),
        M::NoSubscriberIn(of) => format!("`{of}` 파일에 구독자가 없습니다"),
        M::SubscribersAlone(file) => {
            format!("`{file}` 파일에 있는 구독자를 뺐습니다. 이 파일만 지정하세요.")
        }
        M::UnknownSubscriber { of, name, subscribers } => {
            format!("{}에 `{name}` 구독자가 없습니다. 구독자 목록: {subscribers}", rules_of(of))
        }
        M::SeveralSubscribers { of, name, subscribers } => {
            format!("{}에 `{name}` 구독자가 여러 개 있습니다({subscribers}). 번호를 쓰세요.", rules_of(of))
        }

        M::NoRule(of) => format!("{}에 규칙이 없습니다", rules_of(of)),
        M::UnknownRule { of, name, rules } => {
            format!("{}에 `{name}` 규칙이 없습니다. 규칙 목록: {rules}", rules_of(of))
        }
        M::SeveralRules { of, rules } => format!(
            "{}에 규칙이 여러 개 있습니다. `--rule` 옵션으로 하나를 고르세요. 규칙 목록: {rules}",
            rules_of(of)
        ),
        M::SeveralCalled { of, name, rules } => format!(
            "{}에 `{name}` 규칙이 여러 개 있습니다. 번호로 하나를 고르세요. 규칙 목록: {rules}",
            rules_of(of)
        ),
        M::OnBus { bus, state } => format!("이벤트 버스 {bus}, {state}"),
        M::Schedule { schedule, is_alone: true } => {
            format!("일정으로만 실행되는 규칙이므로 비교할 이벤트가 없습니다({schedule})")
        }
        M::Schedule { schedule, is_alone: false } => format!("일정이 있는 규칙입니다({schedule})"),
        M::NoPattern => "이벤트 패턴 없음".to_owned(),
        M::PatternErrors(count) => format!("이벤트 패턴의 오류 {count}개"),
        M::NoTargetsInText => "이 텍스트에는 대상 없음".to_owned(),
        M::NoTargets => "대상 없음".to_owned(),
        M::Target { id, arn } => format!("대상 {id}: {arn}"),
        M::Receives { input, retries, queue } if queue.is_empty() => {
            format!("받는 내용: {input}, {retries}, DLQ 없음")
        }
        M::Receives { input, retries, queue } => format!("받는 내용: {input}, {retries}, DLQ {queue}"),
        M::PartOf(file) => format!("{file}의 일부"),
        M::RulesInFiles { rules, files, quiet: 0 } => format!("파일 {files}개에 규칙 {rules}개"),
        M::RulesInFiles { rules, files, quiet } => {
            format!("파일 {files}개에 규칙 {rules}개(규칙이 없는 파일 {quiet}개는 제외)")
        }

        M::EventUnreadable => "이벤트를 읽을 수 없습니다".to_owned(),
        M::NotDelivered => "전달 안 됨".to_owned(),

        M::NoSample(id) => {
            format!("`{id}` 샘플은 없습니다. `rulepad samples` 명령으로 목록을 확인하세요.")
        }
        M::NotRead(id) => format!(
            "이 패턴 사용처의 필터는 `{id}` 샘플을 읽지 않습니다. 읽는 샘플은 `rulepad samples --dialect NAME` \
             명령으로 확인하세요."
        ),

        M::Filter { file, name } => {
            format!("{file}: `{name}` 항목은 필터이므로 이벤트 버스의 이벤트로 실행되지 않습니다")
        }
        M::Open { file, rule, value, name } => format!(
            "{file}: `{rule}` 규칙의 패턴은 배포할 때 정해지는 `{value}` 값에 따라 달라집니다. `--value {name}=…` \
             옵션으로 값을 지정하세요."
        ),
        M::RefusedPattern { file, rule, message } => {
            format!("{file}: `{rule}` 규칙의 이벤트 패턴을 AWS가 거부합니다. AWS의 응답: {message}")
        }
        M::Misread { file, line, item, fault } => {
            let item = item.map(|item| format!(", 배열의 {item}번 항목")).unwrap_or_default();
            format!("{file}:{line}{item}: {}", fault.words(Lang::KO))
        }
        M::MoreMisread(more) => format!("이와 같은 이벤트가 {more}개 더 있습니다"),
        M::Matched { any, events } => format!("이벤트 {events}개 중 {any}개 일치"),

        M::NoTests(name) => format!("{name}: 규칙만 있고 테스트가 없어 건너뜁니다"),
        M::PayloadsUpdated(name) => format!("{name}: 기대하는 페이로드를 갱신했습니다"),
        M::NoTestFile => {
            "테스트 파일이 없습니다. 파일 이름을 `….rulepad.yaml` 형식으로 쓰거나 경로를 지정하세요.".to_owned()
        }
        M::NoCheck => "실행한 검사가 없습니다".to_owned(),
        M::Coverage { percent, threshold } => {
            format!("커버리지가 {percent:.1}%입니다. 기준은 {threshold}%입니다.")
        }
        M::OneSided { file, rule, must_match: true } => {
            format!("{file}: `{rule}` 규칙에 일치해야 하는 이벤트가 없습니다")
        }
        M::OneSided { file, rule, must_match: false } => {
            format!("{file}: `{rule}` 규칙에 일치하지 않아야 하는 이벤트가 없습니다")
        }
        M::Untested { file, rule } => format!("{file}: `{rule}` 규칙에 테스트가 없습니다"),

        M::MorePlaces(more) => format!("외 {more}곳"),
        M::MoreFindings { name, counts } => {
            let counts: Vec<String> = counts
                .iter()
                .map(|(count, severity)| format!("{} {count}개", label(Label::of(*severity))))
                .collect();
            format!(
                "{name}: 표시하지 않은 문제가 더 있습니다({}). `--format json` 옵션을 쓰면 모두 출력합니다.",
                counts.join(", ")
            )
        }
    }
}

/// Why a file has no text.
pub(crate) fn file_fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Io(error) => reason(error),
        FileFault::TooLong { has, most } => format!("크기가 {has}MB입니다. 최대 {most}MB까지 읽습니다."),
        FileFault::NotUtf8 { at } => {
            format!("{at}바이트 위치부터 UTF-8이 아닙니다. UTF-8 텍스트로 저장하세요.")
        }
        FileFault::Said(words) => words.clone(),
    }
}

/// The word before a colon, or the head of a column.
pub(crate) fn label(label: Label) -> &'static str {
    match label {
        Label::Error => "오류",
        Label::Warning => "경고",
        Label::Note => "참고",
        Label::Help => "도움말",
        Label::Aws => "AWS의 응답",
        Label::Gloss => "뜻",
        Label::NearMiss => "거의 일치",
        Label::Refused => "AWS 거부",
        Label::Lost => "파일에 없음",
        Label::NotMigrated => "옮길 수 없음",
        Label::Changed => "달라짐",
        Label::PayloadOfRule => "규칙의 페이로드",
        Label::PayloadOfSubscriber => "구독자의 페이로드",
        Label::RequestOfSubscriber => "구독자의 요청",
        Label::NotDelivered => "전달 안 됨",
        Label::TargetRefused => "AWS가 거부하는 대상",
        Label::NotTaken => "서비스가 받지 않음",
        Label::NotVerified => "미확인",
        Label::Payload => "페이로드",
        Label::PayloadBytes => "페이로드(Base64로 쓴 바이트)",
        Label::NoPayload => "페이로드 없음",
        Label::Disabled => "비활성화",
        Label::File => "파일",
        Label::Format => "형식",
        Label::Rules => "규칙",
        Label::Problems => "문제",
    }
}

fn argument(error: &ArgumentError) -> String {
    match error {
        ArgumentError::MissingValue { option: Some(option) } => format!("`{option}` 옵션에 값이 없습니다"),
        ArgumentError::MissingValue { option: None } => "값이 없는 옵션이 있습니다".to_owned(),
        ArgumentError::UnexpectedOption(option) => format!("`{option}` 옵션은 없습니다"),
        ArgumentError::UnexpectedArgument(value) => {
            format!("`{}` 인자는 쓸 수 없습니다", value.to_string_lossy())
        }
        ArgumentError::UnexpectedValue { option, value } => {
            format!("`{option}` 옵션에는 값을 쓸 수 없습니다(현재 `{}`)", value.to_string_lossy())
        }
        ArgumentError::NonUnicodeValue(value) => {
            format!("유니코드가 아닌 인자입니다(`{}`)", value.to_string_lossy())
        }
        ArgumentError::ParsingFailed { value, error } => format!("`{value}` 값을 읽을 수 없습니다({error})"),
        ArgumentError::Custom(error) => error.to_string(),
    }
}

/// Why the system does not give a file; rare reasons in its own words.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "파일이 없습니다".to_owned(),
        ErrorKind::PermissionDenied => "권한이 없습니다".to_owned(),
        ErrorKind::IsADirectory => "폴더입니다".to_owned(),
        ErrorKind::NotADirectory => "경로의 중간이 폴더가 아닙니다".to_owned(),
        ErrorKind::StorageFull => "디스크가 가득 찼습니다".to_owned(),
        ErrorKind::UnexpectedEof => "파일이 중간에 끝났습니다".to_owned(),
        _ => error.to_string(),
    }
}

fn rules_of(of: &RulesOf) -> String {
    match of {
        RulesOf::Text(name) => format!("`{name}` 파일"),
        RulesOf::Files => "파일".to_owned(),
    }
}

fn wrong_value(option: &str, value: &str, known: &[&str]) -> String {
    format!("`--{option}` 옵션에 `{value}` 값을 쓸 수 없습니다. 쓸 수 있는 값: {}", code(known))
}

fn code(names: &[&str]) -> String {
    all_of(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>())
}

/// What a rule and a subscriber make of an event.
fn verdicts(number: usize, (rule, subscriber): (Option<bool>, Option<bool>), payloads: Payloads) -> String {
    let verdict = |matches| match matches {
        Some(true) => "일치",
        Some(false) => "불일치",
        None => "미정",
    };
    let payloads = match payloads {
        Payloads::Equal => "페이로드가 같습니다",
        Payloads::EqualJson => "페이로드가 JSON으로는 같습니다",
        Payloads::NumberSpelling => "페이로드의 숫자 표기가 다릅니다",
        Payloads::Different => "페이로드가 다릅니다",
        Payloads::Request => "구독자는 자체 요청을 보냅니다",
        Payloads::NotComparable => "페이로드를 비교할 수 없습니다",
    };
    format!("이벤트 {number}: 규칙 {}, 구독자 {}. {payloads}.", verdict(rule), verdict(subscriber))
}
