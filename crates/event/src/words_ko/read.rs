//! The Korean words for what was read from a text.

use crate::form::{Around, Layout, TextForm};
use crate::kind::{Carrier, EntriesKind, ListKind, Noun, ShapeKind};
use crate::reading::{Title, Wrapped};
use crate::step::{PayloadRead, ReadingStep};
use crate::wanted::Wanted;
use rulepad_document::notation::Notation;
use rulepad_document::words::ko;

/// What a text is.
pub(crate) fn form(form: &TextForm) -> String {
    let name = form.shape.map_or(ko::Noun("이벤트가 아닌 값"), shape);
    let (item, one) = match (form.shape, form.wanted) {
        (Some(ShapeKind::Event), Wanted::Events) => (ko::Noun("이벤트"), name),
        (Some(ShapeKind::Event), Wanted::Records) => (ko::Noun("레코드"), ko::Noun("레코드 하나")),
        (Some(ShapeKind::Event), Wanted::Messages) => (ko::Noun("메시지"), ko::Noun("메시지 하나")),
        _ => (name, name),
    };
    let text = match form.layout {
        Layout::Empty => "빈 텍스트".to_owned(),
        Layout::None => "이벤트가 없는 텍스트".to_owned(),
        Layout::One => one.to_string(),
        Layout::Lines => format!("줄마다 {} 하나씩 있는 파일", item.subject()),
        Layout::Log => format!("줄마다 {} 하나씩 있는 로그", item.subject()),
        Layout::Within => format!("{} 들어 있는 텍스트", item.subject()),
        Layout::Several => "JSON이 여러 개 들어 있는 텍스트".to_owned(),
        Layout::Yaml => format!("YAML로 쓴 {one}"),
        Layout::YamlDocuments => "YAML 문서 여러 개".to_owned(),
        Layout::Table => "로그 이벤트의 표".to_owned(),
    };
    match form.around {
        Some(around) => format!("{} {text}", before(around)),
        None => text,
    }
}

/// What a text in something is called before its name.
fn before(around: Around) -> &'static str {
    match around {
        Around::ByteOrderMark => "BOM 뒤의",
        Around::Colours => "터미널 색상 코드가 섞인",
        Around::Html => "웹 페이지에서 복사한",
        Around::EscapedQuotes => "따옴표가 이스케이프된",
        Around::Fence => "Markdown 코드 블록 안의",
        Around::HereDocument => "here-document 안의",
        Around::Publish | Around::Option(_) => "셸 명령 안의",
        Around::JsonString => "JSON 문자열 안의",
        Around::Quotes => "따옴표 안의",
    }
}

/// What a value is.
pub(super) fn shape(kind: ShapeKind) -> ko::Noun {
    match kind {
        ShapeKind::Event => ko::Noun("이벤트 하나"),
        ShapeKind::List(kind) => list(kind),
        ShapeKind::Carrier(kind) => carrier(kind),
        ShapeKind::Entries(kind) => entries(kind),
        ShapeKind::CloudTrailRecord => ko::Noun("CloudTrail 레코드"),
        ShapeKind::S3Record => ko::Noun("S3 이벤트 알림의 레코드"),
        ShapeKind::StreamChange => ko::Noun("DynamoDB 스트림의 레코드"),
        ShapeKind::BusLogRecord => ko::Noun("이벤트 버스 로그의 레코드"),
        ShapeKind::Digest => ko::Noun("CloudTrail 다이제스트 파일"),
        ShapeKind::Scalar => ko::Noun("이벤트가 아닌 값"),
    }
}

fn list(kind: ListKind) -> ko::Noun {
    ko::Noun(match kind {
        ListKind::Events => "이벤트 배열",
        ListKind::Records => "레코드 배열",
        ListKind::CloudTrailRecords => "CloudTrail 레코드 배열",
        ListKind::S3Records => "S3 알림 레코드 배열",
        ListKind::StreamRecords => "DynamoDB 스트림 레코드 배열",
        ListKind::Rows => "Logs Insights의 행",
        ListKind::LambdaSqs => "SQS 레코드가 있는 Lambda 이벤트",
        ListKind::LambdaSns => "SNS 레코드가 있는 Lambda 이벤트",
        ListKind::LambdaKinesis => "Kinesis 레코드가 있는 Lambda 이벤트",
        ListKind::LambdaDynamoDb => "DynamoDB 스트림 레코드가 있는 Lambda 이벤트",
        ListKind::LambdaKafka => "Kafka 레코드가 있는 Lambda 이벤트",
        ListKind::LambdaMq => "Amazon MQ 메시지가 있는 Lambda 이벤트",
        ListKind::LambdaRabbitMq => "RabbitMQ 메시지가 있는 Lambda 이벤트",
        ListKind::LambdaDocumentDb => "DocumentDB 레코드가 있는 Lambda 이벤트",
        ListKind::S3Notification => "S3 이벤트 알림",
        ListKind::CloudTrailLog => "CloudTrail 로그 파일",
        ListKind::LookupEvents => "CloudTrail LookupEvents 응답",
        ListKind::GetRecords => "Kinesis GetRecords 응답",
        ListKind::ReceiveMessage => "SQS ReceiveMessage 응답",
        ListKind::Firehose => "Firehose 변환 이벤트",
        ListKind::QueryResults => "Logs Insights GetQueryResults 응답",
        ListKind::LogsSubscription => "CloudWatch Logs 구독 데이터",
        ListKind::LogsAnswer => "CloudWatch Logs 응답",
    })
}

fn entries(kind: EntriesKind) -> ko::Noun {
    ko::Noun(match kind {
        EntriesKind::List => "PutEvents 항목 배열",
        EntriesKind::Request => "PutEvents 요청",
        EntriesKind::One => "PutEvents 항목",
    })
}

/// What carries an event.
pub(super) fn carrier(kind: Carrier) -> ko::Noun {
    ko::Noun(match kind {
        Carrier::SqsRecord | Carrier::SqsMessage => "SQS 메시지",
        Carrier::SnsRecord => "SNS 레코드",
        Carrier::SnsNotification => "SNS 알림",
        Carrier::KinesisRecord | Carrier::KinesisAnswer => "Kinesis 레코드",
        Carrier::StreamRecord => "스트림 레코드",
        Carrier::FirehoseRecord => "Firehose 레코드",
        Carrier::KafkaRecord => "Kafka 레코드",
        Carrier::MqMessage => "Amazon MQ 메시지",
        Carrier::RabbitMqMessage => "RabbitMQ 메시지",
        Carrier::DocumentDbRecord => "DocumentDB 레코드",
        Carrier::LogEvent => "로그 이벤트",
        Carrier::Row | Carrier::RowField => "Logs Insights의 행",
        Carrier::TableRow => "표의 행",
        Carrier::LogLine => "구조화된 로그의 줄",
        Carrier::ContainerLine => "컨테이너 로그의 줄",
        Carrier::TestRequest => "TestEventPattern 요청",
        Carrier::LogsSubscriptionEvent => "CloudWatch Logs 구독 이벤트",
        Carrier::Destination => "Lambda destination 레코드",
        Carrier::HttpRequest | Carrier::EncodedHttpRequest => "Lambda 함수로 온 HTTP 요청",
        Carrier::LookedUpEvent => "CloudTrail LookupEvents의 이벤트",
    })
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Event => "이벤트",
        Noun::Record => "레코드",
        Noun::Message => "메시지",
        Noun::LogEvent => "로그 이벤트",
        Noun::Row => "행",
        Noun::Entry => "항목",
    }
}

/// What a list of events calls an event.
pub(crate) fn title(title: &Title) -> String {
    match title {
        Title::Named(name) => name.clone(),
        Title::Numbered(of, number) => format!("{} {number}", noun(*of)),
    }
}

/// What a text is that is not one event, in a sentence.
pub(crate) fn wrapped(wrapped: &Wrapped) -> String {
    let (count, of) = (wrapped.count, noun(wrapped.form.wanted.noun()));
    format!("{}입니다. {of} {count}개를 읽을 수 있습니다.", form(&wrapped.form))
}

/// What was done to a text, in a sentence.
pub(crate) fn step(step: &ReadingStep) -> String {
    match step {
        ReadingStep::Unwrapped(around) => unwrapped(*around),
        ReadingStep::OtherObjects(count) => format!("이벤트가 아닌 객체 {count}개를 제외했습니다."),
        ReadingStep::Converted(Notation::JavaScript) => {
            "JavaScript 객체를 JSON으로 변환했습니다.".to_owned()
        }
        ReadingStep::Converted(Notation::Python) => "Python 딕셔너리를 JSON으로 변환했습니다.".to_owned(),
        ReadingStep::Converted(_) => "YAML을 JSON으로 변환했습니다.".to_owned(),
        ReadingStep::Fixed(count) => format!("JSON 오류 {count}개를 고쳤습니다."),
        ReadingStep::OutsideLeftOut => "JSON 밖의 텍스트를 제외했습니다.".to_owned(),
        ReadingStep::PlainLines => "JSON이 아닌 로그 줄을 제외했습니다.".to_owned(),
        ReadingStep::TriedAsItIs => "그대로 평가합니다.".to_owned(),
        ReadingStep::StreamChange => {
            "DynamoDB 스트림의 레코드는 Pipes나 코드를 거쳐야 이벤트 버스에 도달하므로 그대로 평가합니다."
                .to_owned()
        }
        ReadingStep::RecordNames => {
            "이름을 이벤트 소스 레코드의 표기로 바꿨습니다. API 응답의 이름은 대문자로 시작합니다.".to_owned()
        }
        ReadingStep::Payload { carrier: from, read } => payload(*from, *read),
        ReadingStep::DeadLetter { rule, target, code, message } => {
            dead_letter(rule, target.as_deref(), code.as_deref(), message.as_deref())
        }
        ReadingStep::DetailParsed => {
            "`Detail` 값은 PutEvents에서는 JSON 텍스트이고 이벤트에서는 객체입니다.".to_owned()
        }
        ReadingStep::BusName(bus) => {
            format!("`EventBusName` 값은 이벤트를 받을 이벤트 버스(`{bus}`)이며, 이벤트에 포함되지 않습니다.")
        }
        ReadingStep::TraceHeader => {
            "`TraceHeader` 값은 X-Ray에 전달되며, 이벤트에 포함되지 않습니다.".to_owned()
        }
        ReadingStep::MadeUp(fields) => made_up(fields),
        ReadingStep::CloudTrailDetail(detail_type) => format!(
            "EventBridge는 CloudTrail 레코드를 detail-type 값이 `{detail_type}`인 이벤트의 `detail`에 담아 보냅니다."
        ),
        ReadingStep::SignInSpelling => {
            "AWS 설명서의 한 페이지에는 `AWS Console Signin via CloudTrail` 표기가 나옵니다. 실제로 어느 표기를 \
             쓰는지는 확인되지 않았습니다."
                .to_owned()
        }
        ReadingStep::SourceOf { source, service } => {
            format!("레코드의 `eventSource` 값 `{service}`에서 얻은 `source` 값은 `{source}`입니다.")
        }
        ReadingStep::BusLogStep(step) => {
            format!("이벤트 버스 로그의 이 레코드가 기록한 단계는 `{step}`입니다.")
        }
        ReadingStep::TargetInput(input) => format!("대상이 받은 입력: {input}"),
        ReadingStep::StepFailed(error) => format!("단계가 실패했습니다. 오류: {error}"),
        ReadingStep::S3Translation(detail_type) => format!(
            "S3는 이 알림을 직접 보내고, EventBridge에는 `{detail_type}` 이벤트를 보냅니다. 이 이벤트는 알림을 변환한 \
             것이며 확인되지 않았습니다."
        ),
        ReadingStep::KeyDecoded => {
            "객체의 `key` 값을 디코딩했습니다. 알림에서는 URL 인코딩되어 있고 이벤트에서는 그대로입니다."
                .to_owned()
        }
    }
}

fn unwrapped(around: Around) -> String {
    let sentence = match around {
        Around::ByteOrderMark => "BOM(바이트 순서 표시)을 삭제했습니다.",
        Around::Colours => "터미널 색상 코드를 삭제했습니다.",
        Around::Html => "`&quot;` 같은 HTML 엔터티를 원래 문자로 바꿨습니다.",
        Around::EscapedQuotes => "따옴표 앞의 이스케이프를 삭제했습니다.",
        Around::Fence => "Markdown 코드 블록에서 텍스트를 꺼냈습니다.",
        Around::HereDocument => "셸의 here-document에서 텍스트를 꺼냈습니다.",
        Around::Publish => "명령에서 메시지와 메시지 속성을 꺼냈습니다.",
        Around::Option(option) => return format!("명령에서 `{option}` 옵션의 값을 꺼냈습니다."),
        Around::JsonString => "JSON 문자열 안의 텍스트를 읽었습니다.",
        Around::Quotes => "텍스트를 묶은 따옴표를 삭제했습니다.",
    };
    sentence.to_owned()
}

fn payload(from: Carrier, read: PayloadRead) -> String {
    let (path, what) = (from.path(), carrier(from));
    match read {
        PayloadRead::Object => format!("{what}의 `{path}` 값이 이벤트입니다."),
        PayloadRead::Text => format!("{what}의 `{path}` 값에서 이벤트를 읽었습니다."),
        PayloadRead::Decoded => {
            format!("{what}의 `{path}` 값을 base64로 디코딩해 이벤트를 읽었습니다.")
        }
        PayloadRead::Unzipped => {
            format!("{what}의 `{path}` 값을 base64로 디코딩하고 압축을 풀어 이벤트를 읽었습니다.")
        }
    }
}

/// AWS's message is at the end, as it is.
fn dead_letter(rule: &str, target: Option<&str>, code: Option<&str>, message: Option<&str>) -> String {
    let target = target.map_or("대상에".to_owned(), |target| format!("대상 `{target}`에"));
    let why = match (code, message) {
        (Some(code), Some(message)) => format!(" 오류 코드: `{code}`, 오류 메시지: {message}"),
        (Some(code), None) => format!(" 오류 코드: `{code}`"),
        (None, Some(message)) => format!(" 오류 메시지: `{message}`"),
        (None, None) => String::new(),
    };
    format!("규칙 `{rule}`에서 {target} 전달하지 못해 DLQ에 들어온 메시지입니다.{why}")
}

fn made_up(fields: &[&str]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => format!("{only} 값은 임의로 만들었습니다. 실제로는 AWS가 이벤트마다 지정합니다."),
        several => {
            format!("{} 값은 임의로 만들었습니다. 실제로는 AWS가 채웁니다.", ko::all_of(several))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(shape: ShapeKind, layout: Layout, around: Option<Around>) -> TextForm {
        TextForm { shape: Some(shape), layout, around, wanted: Wanted::Events }
    }

    #[test]
    fn forms_take_the_particle_of_their_noun() {
        let lines = |shape| form(&of(shape, Layout::Lines, None));
        assert_eq!(lines(ShapeKind::Event), "줄마다 이벤트가 하나씩 있는 파일");
        assert_eq!(lines(ShapeKind::List(ListKind::Events)), "줄마다 이벤트 배열이 하나씩 있는 파일");
        assert_eq!(
            lines(ShapeKind::Carrier(Carrier::ContainerLine)),
            "줄마다 컨테이너 로그의 줄이 하나씩 있는 파일"
        );
        let request = ShapeKind::Entries(EntriesKind::Request);
        assert_eq!(form(&of(request, Layout::Within, None)), "PutEvents 요청이 들어 있는 텍스트");
        assert_eq!(
            form(&of(request, Layout::One, Some(Around::Option("--entries")))),
            "셸 명령 안의 PutEvents 요청"
        );
    }

    #[test]
    fn a_text_that_is_not_one_event_is_counted() {
        let list = ShapeKind::List(ListKind::LambdaSqs);
        let found = Wrapped { form: of(list, Layout::One, None), count: 3 };
        assert_eq!(wrapped(&found), "SQS 레코드가 있는 Lambda 이벤트입니다. 이벤트 3개를 읽을 수 있습니다.");
        let form = TextForm { wanted: Wanted::Records, ..of(ShapeKind::Event, Layout::Yaml, None) };
        assert_eq!(
            wrapped(&Wrapped { form, count: 1 }),
            "YAML로 쓴 레코드 하나입니다. 레코드 1개를 읽을 수 있습니다."
        );
    }

    #[test]
    fn a_dead_letter_ends_in_what_aws_says() {
        assert_eq!(
            dead_letter("r", Some("t"), Some("NO_PERMISSIONS"), Some("Not allowed.")),
            "규칙 `r`에서 대상 `t`에 전달하지 못해 DLQ에 들어온 메시지입니다. 오류 코드: `NO_PERMISSIONS`, 오류 메시지: \
             Not allowed."
        );
        assert_eq!(
            dead_letter("r", None, None, None),
            "규칙 `r`에서 대상에 전달하지 못해 DLQ에 들어온 메시지입니다."
        );
    }

    #[test]
    fn made_up_fields_are_one_or_several() {
        assert_eq!(made_up(&["id"]), "`id` 값은 임의로 만들었습니다. 실제로는 AWS가 이벤트마다 지정합니다.");
        assert_eq!(
            made_up(&["id", "time", "account"]),
            "`id`, `time`, `account` 값은 임의로 만들었습니다. 실제로는 AWS가 채웁니다."
        );
    }
}
