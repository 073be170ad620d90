//! The Korean words of this crate.

mod aws;
mod help;
mod unverified;

pub(crate) use aws::gloss;

use crate::add_variable::NoRoom;
use crate::input_path::{FaultKind, Miss};
use crate::limits::{MAX_ENTRIES, MAX_NAME, MAX_PATH, MAX_TEXT};
use crate::message::{InputMessage, Message, Offer, PathMessage, TemplateMessage};
use crate::unverified::NotDelivered;
use rulepad_document::json::ValueKind;
use rulepad_document::words::ko;
use rulepad_document::{Lang, Words};

pub(crate) fn no_room(why: NoRoom) -> String {
    match why {
        NoRoom::MapNotObject => "입력 경로가 JSON 객체가 아닙니다. 먼저 고치세요.".to_owned(),
        NoRoom::MapFull => format!("입력 경로의 항목이 이미 AWS의 최대 개수인 {MAX_ENTRIES}개입니다"),
        NoRoom::MapNotExtensible => "입력 경로에 항목을 추가할 수 없습니다".to_owned(),
        NoRoom::TemplateFull => format!("템플릿이 AWS의 최대 길이인 {MAX_TEXT}자를 넘게 됩니다"),
    }
}

pub(crate) fn message(message: &Message) -> String {
    match message {
        Message::Json(inner) => inner.words(Lang::KO),
        Message::Aws(text) => text.clone(),
        Message::AwsSentence(said) => gloss(said),
        Message::InInputPaths(inner) => format!("입력 경로: {}", self::message(inner)),
        Message::Unverified(what) => unverified::unverified(*what),
        Message::NotDelivered(why) => not_delivered(why),
        Message::Offer(offer) => self::offer(offer),
        Message::ValueKind(of) => kind(*of),
        Message::Input(what) => input(what),
        Message::Path(what) => path(what),
        Message::Template(what) => template(what),
        Message::Help(what) => help::help(what),
    }
}

/// What a variable holds, as a label.
fn kind(kind: Option<ValueKind>) -> String {
    kind.map_or("값 없음".to_owned(), |kind| ko::kind(kind).to_string())
}

/// What a variable holds, behind its name, as a clause that another follows.
fn holds(kind: Option<ValueKind>) -> String {
    kind.map_or("값이 없는데".to_owned(), |kind| format!("값은 {}인데", ko::kind(kind)))
}

fn input(message: &InputMessage) -> String {
    match message {
        InputMessage::MoreThanOne => "입력 옵션을 두 개 이상 지정했습니다".to_owned(),
        InputMessage::TrailingText => {
            "JSON 값 뒤에 텍스트가 있습니다. 상수는 JSON 값 하나이어야 합니다.".to_owned()
        }
        InputMessage::TooLong(length) => {
            format!("상수의 길이가 {length}자입니다. AWS의 최대 길이는 {MAX_TEXT}자입니다.")
        }
    }
}

fn path(message: &PathMessage) -> String {
    match message {
        PathMessage::TooLong(length) => {
            format!("경로의 길이가 {length}자입니다. AWS의 최대 길이는 {MAX_PATH}자입니다.")
        }
        PathMessage::Fault(kind) => fault(*kind),
        PathMessage::SelectsNothing { path, miss: None } => {
            format!("이 이벤트에는 `{path}` 경로의 값이 없습니다")
        }
        PathMessage::SelectsNothing { path, miss: Some(miss) } => {
            format!("이 이벤트에는 `{path}` 경로의 값이 없습니다. {}", missed(miss))
        }
        PathMessage::ReachedHere(path) => format!("`{path}` 위치"),
        PathMessage::MapNotObject(kind) => {
            format!("입력 경로는 이름과 경로로 된 객체이어야 합니다(현재 {})", ko::kind(*kind))
        }
        PathMessage::TrailingText => "객체 뒤에 텍스트가 있습니다".to_owned(),
        PathMessage::NotString { name, kind } => {
            format!("`{name}` 변수의 경로는 문자열이어야 합니다(현재 {})", ko::kind(*kind))
        }
        PathMessage::TooMany(count) => {
            format!("항목이 {count}개입니다. AWS의 최대 개수는 {MAX_ENTRIES}개입니다.")
        }
        PathMessage::DuplicateName(name) => {
            format!("`{name}` 이름이 두 번 나옵니다. 뒤의 경로만 적용됩니다.")
        }
        PathMessage::LaterPath => "적용되는 경로".to_owned(),
        PathMessage::ReservedName(name) => format!("`{name}`: `AWS.` 접두사는 AWS 전용입니다"),
        PathMessage::NoName => "이름이 없는 변수가 있습니다".to_owned(),
        PathMessage::NameTooLong(length) => {
            format!("변수 이름의 길이가 {length}자입니다. AWS의 최대 길이는 {MAX_NAME}자입니다.")
        }
        PathMessage::BadName(name) => format!(
            "변수 이름 `{name}`에 쓸 수 없는 문자가 있습니다. AWS는 영문자, 숫자, `_`, `-`만 허용합니다."
        ),
        PathMessage::Several(count) => {
            format!("경로가 {count}개 있습니다. 입력 경로로는 값을 하나만 선택할 수 있습니다.")
        }
        PathMessage::Unused(name) => format!("템플릿에서 `<{name}>` 변수를 쓰지 않습니다"),
    }
}

fn missed(miss: &Miss) -> String {
    match miss.kind {
        ValueKind::Object => format!("`{}` 객체에 `{}` 필드가 없습니다.", miss.reached, miss.step),
        kind => {
            format!("`{}` 값은 {}이므로 `{}` 값이 없습니다.", miss.reached, ko::kind(kind), miss.step)
        }
    }
}

fn fault(kind: FaultKind) -> String {
    let text = match kind {
        FaultKind::Empty => "경로가 비어 있습니다. 예: `$.detail`",
        FaultKind::Space => "경로 앞뒤에 공백이 있습니다",
        FaultKind::NoDollar => "경로는 `$` 문자로 시작해야 합니다",
        FaultKind::NoDot => "이 이름 앞에 점이 없습니다",
        FaultKind::EmptyName => "이 점 뒤에 이름이 없습니다",
        FaultKind::DotBeforeBracket => "`[` 앞에는 점을 쓸 수 없습니다",
        FaultKind::Brackets => "키를 대괄호 표기법으로 썼습니다. 입력 경로에는 점 표기법을 쓰세요.",
        FaultKind::IndexOfRoot => "이벤트는 객체입니다. `$` 뒤에는 인덱스가 아니라 이름을 쓰세요.",
        FaultKind::Unclosed => "이 `[` 괄호가 닫히지 않았습니다",
        FaultKind::Descent => "입력 경로에서는 `..` 표기를 쓸 수 없습니다. 모든 단계를 쓰세요.",
        FaultKind::Filter => "입력 경로에서는 필터를 쓸 수 없습니다",
        FaultKind::Slice => {
            "입력 경로에서는 슬라이스를 쓸 수 없습니다. 인덱스 하나 또는 `[*]` 표기를 쓰세요."
        }
        FaultKind::Negative => "입력 경로에서는 음수 인덱스를 쓸 수 없습니다",
        FaultKind::Union => "입력 경로에서는 키나 인덱스를 여러 개 동시에 쓸 수 없습니다",
        FaultKind::Function => "입력 경로에서는 함수를 쓸 수 없습니다",
        FaultKind::Character(c) => return format!("입력 경로의 이름에 `{c}` 문자를 쓸 수 없습니다"),
        FaultKind::Index => "`[…]` 안에는 0부터 시작하는 인덱스나 `*` 문자만 쓸 수 있습니다",
    };
    text.to_owned()
}

fn template(message: &TemplateMessage) -> String {
    let text = match message {
        TemplateMessage::Empty => "템플릿이 비어 있습니다",
        TemplateMessage::TooLong(length) => {
            return format!("템플릿의 길이가 {length}자입니다. AWS의 최대 길이는 {MAX_TEXT}자입니다.");
        }
        TemplateMessage::Undefined(name) => return format!("`<{name}>` 변수가 정의되지 않았습니다"),
        TemplateMessage::UsedHereToo => "여기서도 사용됨",
        TemplateMessage::Encoded(name) => {
            return format!("`<{name}>` 표기가 인코딩되어 AWS가 자리 표시자로 인식하지 않습니다");
        }
        TemplateMessage::Foreign(text) => {
            return format!(
                "`{text}` 텍스트는 그대로 전달됩니다. EventBridge는 `<name>` 자리 표시자만 채웁니다."
            );
        }
        TemplateMessage::BarePath(path) => {
            return format!("`{path}` 텍스트는 그대로 전달됩니다. 경로는 입력 경로에서만 값으로 바뀝니다.");
        }
        TemplateMessage::QuotedLiteral { name, kind: of } => {
            return format!("`<{name}>` {}, 따옴표로 묶여 있어 문자열이 됩니다", holds(*of));
        }
        TemplateMessage::UnquotedText => {
            "템플릿은 JSON 객체이거나 큰따옴표로 묶은 텍스트이어야 합니다. 이 텍스트에는 따옴표가 없습니다."
        }
        TemplateMessage::UnclosedQuote => "이 따옴표가 닫히지 않았습니다",
        TemplateMessage::TextBesideVariable => "텍스트와 변수를 함께 쓰면 문자열이 되는데, 따옴표가 없습니다",
        TemplateMessage::TextOutsideQuotes => "텍스트 템플릿의 따옴표 밖에 텍스트가 있습니다",
        TemplateMessage::LineBreakInQuotes => "텍스트 템플릿의 문자열이 여러 줄에 걸쳐 있습니다",
        TemplateMessage::TrailingText => "템플릿의 JSON 뒤에 텍스트가 있습니다",
        TemplateMessage::VariableKey(name) => {
            return format!("`<{name}>` 변수를 키로 썼습니다. AWS는 변수를 값으로만 허용합니다.");
        }
        TemplateMessage::NestedBreaksString { name, kind: of } => {
            return format!(
                "`<{name}>` {}, 따옴표 안에 넣으면 값에 있는 따옴표 때문에 JSON이 깨집니다",
                holds(*of)
            );
        }
        TemplateMessage::TextBreaksString(name) => {
            return format!(
                "`<{name}>` 문자열에 따옴표, 백슬래시 또는 줄바꿈이 있으며, 이 문자가 JSON에 그대로 들어갑니다"
            );
        }
        TemplateMessage::EventInQuotes(name) => {
            return format!("`<{name}>` 값은 JSON 객체이므로 따옴표 안에 쓸 수 없습니다");
        }
        TemplateMessage::PayloadTooLarge => unverified::PAYLOAD_TOO_LARGE,
    };
    text.to_owned()
}

fn not_delivered(why: &NotDelivered) -> String {
    let text = match why {
        NotDelivered::TextWithoutQuotes => {
            "텍스트 템플릿은 큰따옴표로 묶은 줄로 이루어집니다. 큰따옴표로 시작하지 않는 템플릿이 전달되는지는 확인된 사례가 없습니다."
        }
        NotDelivered::TemplateNotJson => "변수의 값과 관계없이 템플릿이 JSON이 아닙니다",
        NotDelivered::ValueBreaksJson { name, kind: of } => {
            return format!(
                "`<{name}>` {}, 따옴표 사이에 들어가 결과 텍스트가 더 이상 JSON이 아닙니다",
                holds(*of)
            );
        }
        NotDelivered::RenderedNotJson => "결과 텍스트가 JSON이 아닙니다",
    };
    text.to_owned()
}

fn offer(offer: &Offer) -> String {
    let text = match offer {
        Offer::Define { name, path } => return format!("`<{name}>` 변수를 `{path}` 경로로 정의"),
        Offer::DefineSeveral(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`<{name}>`")).collect();
            return format!("이벤트의 값으로 {} 변수 정의", ko::all_of(&names));
        }
        Offer::SendSeveral(count) => return format!("입력 변환기로 값 {count}개 보내기"),
        Offer::MakeTemplate => "입력 변환기의 템플릿으로 쓰기",
        Offer::SelectPath => "이 경로의 값 보내기",
        Offer::FillConstant => "입력 변환기로 이벤트의 값 채우기",
        Offer::FillPaths => "경로의 값 채우기",
        Offer::SendConstant => "상수로 보내기(이벤트에서 오는 값 없음)",
        Offer::NameInPaths => "템플릿에서 쓰는 값을 입력 경로에 추가",
        Offer::Rename { from, to } => {
            return format!("입력 경로와 템플릿의 이름 바꾸기: `{from}` → `{to}`");
        }
        Offer::SendEvent => "일치한 이벤트 보내기(이 템플릿의 내용과 같음)",
        Offer::SendPart => "이벤트의 이 부분을 그대로 보내기",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulepad_document::Span;

    fn selects_nothing(kind: ValueKind, step: &str) -> String {
        let miss = Miss {
            reached: "$.detail.tags".to_owned(),
            reached_span: Span::default(),
            kind,
            step: step.to_owned(),
            meant: None,
        };
        let path = format!("$.detail.tags{step}");
        message(&PathMessage::SelectsNothing { path, miss: Some(miss) }.into())
    }

    #[test]
    fn a_path_that_selects_nothing_names_what_it_reached() {
        assert_eq!(
            selects_nothing(ValueKind::Object, ".name"),
            "이 이벤트에는 `$.detail.tags.name` 경로의 값이 없습니다. `$.detail.tags` 객체에 `.name` 필드가 없습니다."
        );
        assert_eq!(
            selects_nothing(ValueKind::Array, "[4]"),
            "이 이벤트에는 `$.detail.tags[4]` 경로의 값이 없습니다. `$.detail.tags` 값은 배열이므로 `[4]` 값이 없습니다."
        );
    }

    #[test]
    fn what_a_variable_holds_stands_in_a_clause() {
        let quoted = |kind| message(&TemplateMessage::QuotedLiteral { name: "n".to_owned(), kind }.into());
        assert_eq!(
            quoted(Some(ValueKind::Number)),
            "`<n>` 값은 숫자인데, 따옴표로 묶여 있어 문자열이 됩니다"
        );
        assert_eq!(quoted(None), "`<n>` 값이 없는데, 따옴표로 묶여 있어 문자열이 됩니다");
        assert_eq!(message(&Message::ValueKind(None)), "값 없음");
        assert_eq!(message(&Message::ValueKind(Some(ValueKind::Object))), "객체");
    }

    #[test]
    fn a_message_on_the_input_paths_is_led_in() {
        let inner = Box::new(PathMessage::TooMany(101).into());
        assert_eq!(
            message(&Message::InInputPaths(inner)),
            "입력 경로: 항목이 101개입니다. AWS의 최대 개수는 100개입니다."
        );
    }

    #[test]
    fn awss_sentences_have_a_gloss() {
        let paths = r#"{"a": "$.a"}"#.to_owned();
        let input = crate::Input::Transformer { paths, template: "<b>".to_owned() };
        let event = rulepad_document::json::parse("{}", rulepad_document::Role::Event).root.unwrap();
        let around = crate::Surroundings::default();
        let said = |input: &crate::Input| {
            let found = crate::render(input, &event, &around, 0, "t1").diagnostics;
            let first = found.into_iter().find_map(|found| found.reference).unwrap();
            (first.sentence.clone(), first.gloss_in(Lang::KO).unwrap(), first.gloss_in(Lang::En))
        };
        assert_eq!(
            said(&input),
            (
                "InputTemplate for target t1 contains invalid placeholder b.".to_owned(),
                "대상 t1: InputTemplate에 잘못된 자리 표시자가 있습니다(`b`)".to_owned(),
                None
            )
        );
        assert_eq!(
            said(&crate::Input::Constant("{]".to_owned())),
            (
                r#"JSON syntax error in input for target t1: [Source: (String)"{]"; line: 1, column: 2]"#
                    .to_owned(),
                "대상 t1: 입력의 JSON 문법이 잘못되었습니다".to_owned(),
                None
            )
        );
        let twice = crate::only_one_option(0, "t1").diagnostics.remove(0).reference.unwrap();
        assert_eq!(
            twice.gloss_in(Lang::KO).as_deref(),
            Some("대상 t1: Input, InputPath, InputTransformer 중 하나만 지정해야 합니다")
        );
    }

    #[test]
    fn offers_are_short_enough_for_a_button() {
        let names = vec!["id".to_owned(), "state".to_owned()];
        assert_eq!(offer(&Offer::DefineSeveral(names)), "이벤트의 값으로 `<id>`, `<state>` 변수 정의");
        assert_eq!(offer(&Offer::SendSeveral(3)), "입력 변환기로 값 3개 보내기");
    }
}
