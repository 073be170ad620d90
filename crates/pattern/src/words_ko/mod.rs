//! The texts of diagnostics in Korean; what else is worded has a file each.

mod aws;
mod dialect;
mod explanation;
mod in_words;
mod operator;
mod witness;

pub(crate) use aws::{gloss, refusal};
pub(crate) use dialect::{dropped, name as dialect_name, note, reads};
pub(crate) use explanation::{excluded, headline, near_miss, saw, sentence, wants as all_wants};
pub(crate) use in_words::sentence as pattern;
pub(crate) use operator::{synopsis, wants};
pub(crate) use witness::no_witness;

use crate::caveats::Looping;
use crate::complexity::Count;
use crate::event::Container;
use crate::message::Message;
use crate::operator::Operator;
use crate::operator::cidr::BadCidr;
use dialect::usage;
use rulepad_document::json::quote;
use rulepad_document::notation::Notation;
use rulepad_document::words::ko::{self, Noun, kind};
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    let fixed = match message {
        M::Json(message) => return message.words(Lang::KO),
        M::Aws(said) => return gloss(said),

        M::Write(text) => return format!("`{text}` 쓰기"),
        M::WriteValue(json) => return format!("{json} 쓰기"),
        M::PutInDoubleQuotes => "큰따옴표로 묶기",
        M::RemoveQuotes => "따옴표 삭제",
        M::RemoveBrackets => "대괄호 삭제",
        M::RemoveIt => "삭제",
        M::WrapInBrackets => "대괄호로 묶기",
        M::AcceptAnyValue => "모든 값 허용",
        M::SplitIntoRules => "패턴을 여러 규칙으로 나누세요",
        M::CompareForEquality => "같은 숫자인지 비교하기",

        M::NotAnObject(found) => return format!("이벤트 패턴은 객체이어야 합니다(현재 {})", kind(*found)),
        M::NoPattern => "아직 패턴이 없습니다",
        M::StartWithSource => "source 조건으로 시작하기",
        M::EmptyObject => "빈 객체에는 조건이 없어 AWS가 거부합니다",
        M::NameFieldAndValues => "필드와 허용할 값을 쓰세요. 예: `{\"source\": [\"aws.codebuild\"]}`",
        M::OperatorOutsideList(name) => return format!("`{name}` 연산자는 배열 안에 써야 합니다"),
        M::BareValue { key, kind: found } => {
            return format!("`{key}` 값은 허용할 값의 배열이어야 합니다(현재 {})", kind(*found));
        }
        M::EmptyArray(key) => {
            return format!("`{key}` 배열이 비어 있어 어떤 값과도 일치하지 않습니다");
        }
        M::ThisField => "이 필드",
        M::NestedArray => "배열 안에 배열이 있습니다. 조건값은 한 배열에 쓰세요.",
        M::UseEmptyString => "빈 문자열로 바꾸기",
        M::RemoveInnerBrackets => "안쪽 대괄호 삭제",
        M::NoOperator => "조건값 배열에 연산자 없는 빈 객체가 있습니다",

        M::OtherNotation(notation) => other_notation(*notation),
        M::NotKnownHere => "값을 알 수 없음",
        M::RemoveQuotesAndEscapes => "바깥 따옴표와 이스케이프 삭제",
        M::RemoveEscapes => "이스케이프 삭제",
        M::ReplaceEntities => "엔터티를 따옴표로 바꾸기",
        M::KeepObject => "객체만 남기기",
        M::ConvertToJson => "JSON으로 변환",
        M::ImportTerraform => "Terraform 파일을 가져오거나 `event_pattern` 값을 JSON으로 쓰세요",

        M::OrNotAList => "`$or` 값은 분기마다 객체를 하나씩 담은 배열이어야 합니다",
        M::AlternativeForEachField => "필드마다 분기 하나로 나누기",
        M::OrBranch(found) => return format!("`$or` 분기는 객체이어야 합니다(현재 {})", kind(*found)),
        M::WriteAlternative => {
            "`{\"field\": [\"value\"]}` 형식으로 쓰세요. 한 필드의 여러 값은 `$or` 없이 그 필드의 배열에 쓰세요."
        }
        M::OrEmpty => "`$or` 분기가 없습니다",
        M::OrOfOne => "`$or` 분기가 하나뿐입니다",
        M::TwoAlternativesAtLeast => "분기를 두 개 이상 쓰거나, `$or` 없이 필드를 쓰세요",
        M::ReservedInOr(key) => return format!("`$or` 안에서는 `{key}` 이름을 필드로 쓸 수 없습니다"),
        M::OperatorInListOfField => {
            "연산자로 쓰려면 필드의 배열 안에 쓰세요. 예: `{\"field\": [{\"prefix\": \"…\"}]}`"
        }
        M::NamesTooLong { mebibytes } => {
            return format!(
                "바깥 필드까지 합친 필드 이름의 길이가 {mebibytes}MiB를 넘습니다. 그 뒤는 읽지 않습니다."
            );
        }
        M::TooManyConditions => "`$or` 분기를 모두 조합하면 조건이 너무 많아 확인할 수 없습니다",
        M::TooManyAlternatives { limit } => {
            return format!("`$or` 분기의 조합이 AWS의 한도인 {limit}개를 넘습니다");
        }

        M::UnknownOperator(name) => return format!("`{name}` 연산자는 이벤트 패턴에 없습니다"),
        M::AwsCallsIt(operator) => return format!("AWS의 이름은 `{}`입니다", operator.name()),
        M::NestWithoutList => "바깥 배열 없이 필드 중첩하기",
        M::NoRegularExpressions => {
            "정규식은 쓸 수 없습니다. `wildcard`, `prefix`, `suffix` 연산자가 가장 가깝습니다."
        }
        M::TheOperators => {
            let names = Operator::ALL.map(|operator| format!("`{}`", operator.name()));
            return format!("쓸 수 있는 연산자: {}", ko::all_of(&names));
        }
        M::CloudFormationFunction(name) => {
            return format!("`{name}` 항목은 CloudFormation 함수입니다. 이벤트 패턴에는 함수가 없습니다.");
        }
        M::WriteResolvedValue => {
            "CloudFormation은 규칙을 만들기 전에 함수를 값으로 바꿉니다. 그 값을 쓰세요."
        }
        M::ImportTemplate => "템플릿을 가져오세요. 값을 알 수 있는 함수는 그 값으로 바뀝니다.",
        M::OneOperatorInMatcher => "조건값 하나에는 연산자를 하나만 쓸 수 있습니다",
        M::OneMatcherForEither => "연산자마다 나누기(하나만 충족해도 일치)",
        M::NoConjunction => {
            "배열의 조건값은 하나만 충족하면 됩니다. 둘을 함께 요구할 수 있는 것은 `wildcard` 연산자뿐입니다."
        }
        M::TakesOneString { operator, kind: found } => {
            return format!("`{}` 값은 문자열 하나이어야 합니다(현재 {})", operator.name(), kind(*found));
        }
        M::OneMatcherForEach => "문자열마다 나누기",
        M::EmptyObjectUnder(operator) => return format!("`{}` 안에 빈 객체가 있습니다", operator.name()),
        M::OnlyIgnoreCaseUnder { operator, nested } => {
            return format!(
                "`{}` 안에는 `equals-ignore-case` 연산자만 쓸 수 있습니다(현재 `{nested}`)",
                operator.name()
            );
        }
        M::WrapInAnythingBut => "`anything-but` 안에 넣기",
        M::WriteTextAlone => "텍스트만 쓰기",
        M::ExistsArgument(found) => {
            return format!("`exists` 값은 true 또는 false이어야 합니다(현재 {})", kind(*found));
        }

        M::AnythingButArgument(found) => {
            return format!(
                "`anything-but` 값은 문자열, 숫자 또는 연산자이어야 합니다(현재 {})",
                kind(*found)
            );
        }
        M::MatchOtherBoolean => "불리언 하나를 제외하려면 나머지 하나를 조건으로 쓰세요",
        M::NegatedTakesStrings { operator, kind: found } => {
            return format!(
                "`anything-but` 안의 `{}` 값은 문자열이어야 합니다(현재 {})",
                operator.name(),
                kind(*found)
            );
        }
        M::AnythingButItem(found) => {
            return format!(
                "`anything-but` 배열에는 문자열이나 숫자만 쓸 수 있습니다(현재 {})",
                kind(*found)
            );
        }
        M::RemoveItNoNulls => "삭제하세요. `anything-but` 연산자로는 null이나 불리언을 제외할 수 없습니다.",
        M::NothingExcluded => "빈 배열은 아무 값도 제외하지 않습니다",
        M::ExcludeEmptyString => "빈 문자열 제외",
        M::StringsAndNumbers => "한 배열에 문자열과 숫자가 섞여 있습니다",
        M::MakeAllStrings => "모두 문자열로 바꾸기",
        M::EmptyObjectUnderAnythingBut => "`anything-but` 안에 빈 객체가 있습니다",
        M::WriteWhatToExclude => "제외할 값을 쓰세요. 예: `{\"anything-but\": {\"prefix\": \"…\"}}`",
        M::CannotNegate(name) => {
            return format!("`anything-but` 안에는 `{name}` 연산자를 쓸 수 없습니다");
        }
        M::WriteInstead(text) => return format!("대신 `{text}` 조건값을 쓰세요"),
        M::ListNumbersOrRanges => "제외할 숫자를 나열하거나 그 바깥의 범위를 쓰세요",
        M::NegatedOperators => "부정할 수 있는 연산자는 prefix, suffix, equals-ignore-case, wildcard뿐입니다",
        M::OneNegatedOperator => "`anything-but` 안에는 연산자를 하나만 쓸 수 있습니다",
        M::KeepAlone(name) => return format!("`{name}`만 남기기"),
        M::TakesStrings { operator, kind: found } => {
            return format!("`{}` 값은 문자열이어야 합니다(현재 {})", operator.name(), kind(*found));
        }
        M::WriteString => "문자열을 쓰세요",
        M::EmptyAffix(operator) => {
            return format!("`anything-but` 안의 빈 {} 모든 문자열을 제외합니다", affix(*operator).topic());
        }
        M::WriteTextToExclude => "제외할 텍스트를 쓰세요",
        M::EmptyListFails(operator) => {
            return format!("`{}` 배열이 비어 있어 AWS 엔진에서 오류가 납니다", operator.name());
        }
        M::EmptyListNeverMatches(operator) => {
            return format!(
                "`{}` 배열이 비어 있어 AWS 엔진에서는 어떤 값과도 일치하지 않습니다",
                operator.name()
            );
        }

        M::CannotCompare(number) => {
            return format!(
                "`{number}` 값은 정확히 비교할 수 없습니다. AWS는 숫자를 64비트 부동 소수점으로 비교합니다."
            );
        }
        M::UseFifteenDigits => {
            "15자리 이하의 숫자를 쓰거나 연산자 없이 값만 쓰세요. 그러면 숫자의 텍스트를 비교합니다."
        }
        M::NumericNotAList(found) => {
            return format!("`numeric` 값은 연산자와 숫자의 배열이어야 합니다(현재 {})", kind(*found));
        }
        M::NumericStartsWithSign => "`numeric` 배열은 따옴표로 묶은 연산자로 시작해야 합니다",
        M::WriteSignBeforeNumber => "숫자 앞에 `=`, `<`, `<=`, `>`, `>=` 중 하나를 쓰세요. 예: `[\">\", 0]`",
        M::NumberMustFollow(found) => {
            let found = found.map_or(Noun("배열의 끝"), kind);
            return format!("여기에는 숫자가 와야 합니다(현재 {found})");
        }
        M::WriteNumber => "숫자를 쓰세요. 예: `[\">\", 0]`",
        M::UnknownSign(sign) => {
            return format!(
                "`{sign}` 연산자는 쓸 수 없습니다. `=`, `<`, `<=`, `>`, `>=` 중 하나이어야 합니다."
            );
        }
        M::UseAnythingBut => "`anything-but` 쓰기",
        M::UseAnythingButWithNumber => "`anything-but` 연산자에 숫자를 쓰세요",
        M::WriteSign => "`=`, `<`, `<=`, `>`, `>=` 중 하나를 쓰세요",
        M::TooMuchForFirstSign => "첫 번째 연산자 뒤에 값이 너무 많습니다",
        M::WriteLowerBoundFirst => "하한을 먼저 쓰기",
        M::RangeIsLowerThenUpper => "범위는 하한, 상한 순서로 쓰세요. 예: `[\">\", 0, \"<=\", 100]`",
        M::UpperSignMissing => "하한 뒤에는 따옴표로 묶은 `<` 또는 `<=` 연산자가 와야 합니다",
        M::WriteUpperBound => "상한을 쓰세요. 예: `[\">\", 0, \"<=\", 100]`",
        M::UpperSign(sign) => {
            return format!("상한에는 `<` 또는 `<=` 연산자만 쓸 수 있습니다(현재 `{sign}`)");
        }
        M::WriteUpperSign => "`<` 또는 `<=` 연산자를 쓰세요",
        M::TwoBounds => "범위의 경계는 두 개뿐입니다",
        M::InThisRange => "이 범위",
        M::KeepOneOfEach => "하한과 상한을 하나씩만 남기세요",
        M::BoundsOutOfOrder { bottom, top } => {
            return format!("하한({bottom})이 상한({top})보다 작지 않습니다");
        }
        M::SwapBounds => "하한과 상한 바꾸기",
        M::NoNumberInRange => "이 범위에 속하는 숫자가 없습니다",

        M::WildcardStars => "별표가 연달아 두 개 있습니다. 하나만 있어도 임의의 텍스트와 일치합니다.",
        M::WriteOneStar => "별표 하나로 줄이기",
        M::WildcardEscape => "와일드카드에서 백슬래시는 `*` 문자나 다른 백슬래시 앞에만 쓸 수 있습니다",
        M::DoubleBackslash => "백슬래시를 두 번 쓰기",
        M::BadCidr { text, problem } => return bad_cidr(text, problem),
        M::MatchAddressItself => "주소 그대로 비교하기",
        M::WriteAddressAndBits => "주소와 네트워크 비트 수를 쓰세요. 예: `10.0.0.0/8`",

        M::TooLong { length, most } => {
            return format!("길이가 {length}자입니다. AWS의 최대 길이는 {most}자입니다.");
        }
        M::SplitOrCompact => "패턴을 여러 규칙으로 나누거나 공백 없이 쓰세요",
        M::LongerThanQuota { length, most } => {
            return format!("길이가 {length}자입니다. 계정의 할당량은 늘리기 전까지 {most}자입니다.");
        }
        M::WhiteSpaceUnknown => {
            "공백이 길이에 포함되는지는 알려지지 않았습니다. 공백 없이 쓰는 것이 안전합니다."
        }
        M::TooComplex { field, value, limit } => {
            let value = match value {
                Count::Exact(value) => value.to_string(),
                Count::AtLeast(value) => format!("{value} 이상"),
            };
            return format!(
                "`{field}` 와일드카드의 복잡도가 {value}입니다. AWS는 {limit}보다 크면 거부합니다."
            );
        }
        M::CountsToo => "함께 계산됨",
        M::UseAffixes => "끝에만 `*` 문자가 있는 와일드카드를 `prefix`, `suffix` 연산자로 바꾸기",
        M::UseFewerStars => "`*` 개수와 `*` 뒤에 반복되는 텍스트를 줄이세요",
        M::LimitIsInferred { limit } => {
            return format!(
                "AWS는 한도를 공개하지 않습니다. {limit} 값은 추정한 것이며, 7은 허용되고 11은 거부된 사례가 있습니다."
            );
        }

        M::OperatorLacking { dialect, usage: used, listed: true } => {
            let (before, last) = usage(*used);
            return format!("{}에서는 {before}{} 쓸 수 없습니다", dialect::name(*dialect), last.object());
        }
        M::OperatorLacking { dialect, usage: used, listed: false } => {
            let (before, last) = usage(*used);
            return format!(
                "{} 문서의 연산자 목록에 {before}{} 없습니다",
                dialect::name(*dialect),
                last.subject()
            );
        }
        M::UseOperatorOfSameValues(operator) => {
            return format!("같은 값을 허용하는 `{}` 쓰기", operator.name());
        }
        M::UseAffixOrFilterInTarget => "`prefix` 또는 `suffix` 연산자를 쓰거나 대상에서 필터링하세요",
        M::UsePrefixOnDotted => {
            "블록이 주소의 점 위치에서 나뉘면(/8, /16, /24) 주소의 앞부분을 `prefix` 연산자로 비교하세요"
        }
        M::ListSpellings => "실제로 나오는 표기마다 조건값을 하나씩 쓰세요",
        M::ListSpellingsNegated => "실제로 나오는 표기를 `anything-but` 배열에 나열하세요",
        M::ListValuesNegated => "값 전체를 `anything-but` 배열에 나열하거나 대상에서 필터링하세요",
        M::FilterInTarget => "대상에서 필터링하세요",
        M::PlainData => {
            "`data` 아래의 배열은 일반 텍스트를 필터링합니다. Amazon MQ는 허용하지만 Kinesis는 거부합니다."
        }
        M::WriteObjectForKinesis => "Kinesis에서는 `data` 아래에 객체를 쓰세요",
        M::PayloadPath => {
            "필터는 Kinesis 레코드의 디코딩된 페이로드를 `kinesis.data` 대신 `data` 아래에서 읽습니다"
        }
        M::WriteDataAtTop => "필터의 최상위에 `data` 키를 쓰세요",
        M::SnsKeys { count, most } => {
            return format!("키가 {count}개입니다. SNS 필터 정책의 키는 최대 {most}개입니다.");
        }
        M::KeepTellingKeys => "가장 많이 걸러 내는 키만 남기고 나머지는 구독자가 확인하게 하세요",
        M::SnsCombinations { count, most } => {
            return format!("값의 조합이 {count}개입니다. SNS 필터 정책의 조합은 최대 {most}개입니다.");
        }
        M::ListFewerValues => {
            "나열하는 값을 줄이세요. 중첩된 정책에서는 배열의 값 개수에 중첩 깊이를 곱합니다."
        }
        M::SnsWildcards { count, most } => {
            return format!(
                "와일드카드가 {count}개입니다. SNS 필터 정책의 와일드카드는 최대 {most}개입니다."
            );
        }
        M::UseAffixAtEnd => "별표가 끝에 하나만 있으면 `prefix` 또는 `suffix` 연산자를 쓰세요",
        M::SnsNumber => "SNS는 -1e9 이상 1e9 이하의 숫자를 소수점 아래 5자리까지 비교합니다",
        M::UseSmallerNumber => "더 작은 숫자를 쓰거나 소수 자릿수를 줄이세요",
        M::SnsNested(name) => {
            return format!("`{name}` 필드가 중첩되어 있지만, 메시지 속성에는 중첩이 없습니다");
        }
        M::FilterOnBody => "메시지 본문을 필터링하거나 속성 이름을 쓰세요",

        M::MatchesEverything => "이벤트 버스의 모든 이벤트와 일치합니다",
        M::NameSourceOfAll => {
            "source 값을 지정하세요. 그러지 않으면 대상이 보낸 이벤트에도 규칙이 실행됩니다."
        }
        M::AnyService => "source, detail-type, detail 조건이 없어 모든 서비스의 이벤트와 일치합니다",
        M::NameSource => {
            "source 값을 지정하세요. 그러지 않으면 대상이 보낸 이벤트에도 규칙이 실행될 수 있습니다."
        }

        M::EnvelopeName { key, known } => {
            return format!("이벤트에 `{key}` 필드는 없습니다. AWS의 이름은 `{known}`입니다.");
        }
        M::EnvelopeKey(key) => {
            return format!(
                "이벤트 버스의 이벤트에는 `detail` 옆에 `{key}` 필드가 없으므로 일치하지 않습니다"
            );
        }
        M::FieldsUnderDetail => "서비스나 애플리케이션의 필드는 `detail` 아래에 있습니다",
        M::DuplicateObjects(key) => {
            return format!("`{key}` 키가 두 번 나옵니다. AWS는 두 객체를 합칩니다.");
        }
        M::AgainHere => "여기서 다시 나옴",
        M::WriteInOneObject => "두 객체의 필드를 한 객체에 쓰세요",
        M::DuplicateKey(key) => {
            return format!("`{key}` 키가 두 번 나옵니다. AWS는 마지막 값만 쓰고 이 값은 무시합니다.");
        }
        M::ThisOneCounts => "이것이 적용됨",
        M::RemoveThisOne => "이 키 삭제",
        M::CannotAskBoth => {
            "한 필드가 두 조건을 모두 충족하게 할 수는 없습니다. 허용할 값은 한 배열에 쓰세요."
        }
        M::Replaced(name) => return format!("뒤에 나오는 `{name}` 조건이 이 조건을 대신합니다"),
        M::GiveBothInOneList => "둘을 한 배열에 쓰거나 하나를 삭제하세요",

        M::CoveredAlternative => "이 `$or`의 다른 분기가 이 분기의 이벤트를 이미 모두 허용합니다",
        M::ThisOneIsWider => "더 넓은 분기",
        M::RemoveAlternative => "이 분기 삭제",
        M::KeepWiderAlone => "`$or` 없이 더 넓은 분기만 남기세요",
        M::ValueAndObject { name, inner } => {
            return format!("`{name}` 필드가 값인 동시에 `{inner}` 필드를 담은 객체이어야 합니다");
        }
        M::ThisNeedsObject => "객체가 필요함",
        M::OnlyMixedArray => {
            "값과 객체가 섞인 배열만 두 조건을 충족합니다. 그런 배열이 있는 이벤트는 드뭅니다."
        }

        M::LiteralOperator(text) => {
            return format!("`{text}` 값은 여기서 연산자가 아니라 일반 문자열로 비교합니다");
        }
        M::AskForAnyValue => "값이 있는지 확인하기",
        M::OperatorInObject(text) => {
            return format!("연산자는 객체로 쓰세요. 예: `{{\"{text}\": …}}`");
        }
        M::LiteralStar(text) => return format!("{} 값의 `*` 문자는 일반 문자입니다", quote(text)),
        M::UseAsWildcard => "와일드카드로 쓰기",
        M::ArnShape(text) => return format!("{} 값은 ARN의 구성 요소가 부족합니다", quote(text)),
        M::ArnParts => {
            "ARN은 `arn:partition:service:region:account:resource` 형식으로 쓰세요. 비어 있는 요소도 콜론은 남깁니다."
        }
        M::OuterSpace(text) => return format!("{} 값의 앞이나 뒤에 공백이 있습니다", quote(text)),
        M::RemoveWhiteSpace => "공백 삭제",
        M::OperatorInString(name) => {
            return format!("`{name}` 연산자가 따옴표 안에 있어 AWS가 텍스트로 비교합니다");
        }
        M::ListInString => "배열이 따옴표 안에 있어 AWS가 텍스트로 비교합니다",
        M::RemoveQuotesAround => "바깥 따옴표 삭제",
        M::OperatorAsField(name) => {
            return format!("`{name}` 키가 여기서는 필드 이름입니다. 연산자는 필드의 배열 안에 써야 합니다.");
        }
        M::WriteAsValueOfField(text) => return format!("필드의 값으로 `{text}` 배열을 쓰세요"),
        M::UseAsOperator => "연산자로 쓰기",
        M::EnvelopeType { name, json } => {
            return format!("`{name}` 값은 항상 문자열이므로 {json} 조건과 일치하지 않습니다");
        }
        M::EnvelopeNumeric(name) => {
            return format!("`{name}` 값은 항상 문자열이므로 `numeric` 조건과 일치하지 않습니다");
        }
        M::CompareStrings => "문자열로 비교하세요",
        M::TwiceInList(test) => return format!("같은 조건값이 두 번 있습니다: {}", wants(test)),
        M::AlreadyAccepted { test, by } => {
            return format!("이미 허용하는 값입니다: {}(포함하는 조건값: {})", wants(test), wants(by));
        }

        M::TooMuchWork => {
            "이 이벤트에 대한 패턴 평가를 중단했습니다. 조건을 조합하는 경우의 수가 너무 많습니다."
        }
        M::AskFewer => "큰 배열에 대한 조건을 줄이거나 요소가 더 적은 이벤트를 쓰세요",
        M::ExistsOnObject { name, container: held } => {
            return format!(
                "이 이벤트의 `{name}` 값은 {}입니다. AWS는 문자열이나 숫자 같은 단일 값만 값으로 봅니다.",
                container(*held)
            );
        }
        M::CountsAsAbsent => "값이 없는 것으로 처리됨",
        M::TestInner(inner) => return format!("그 안의 값을 확인하세요. 예: `{inner}`"),
        M::TestValue => "이벤트에 있는 값을 확인하세요",
        M::JsonInString(parent) => {
            return format!(
                "이 이벤트의 `{parent}` 값은 문자열입니다. AWS는 문자열 안에서 필드를 찾지 않습니다."
            );
        }
        M::HoldsJson => "문자열 안의 JSON",
        M::MatchTextOrSendObject => {
            "`wildcard` 연산자로 텍스트를 비교하거나, 보내는 쪽에서 객체를 그대로 넣게 하세요"
        }
        M::AnythingButAbsent(name) => {
            return format!(
                "이 이벤트에 `{name}` 필드가 없습니다. `anything-but` 조건은 없는 필드와 일치하지 않습니다."
            );
        }
        M::AcceptMissingField => "필드가 없어도 허용",
        M::AnythingButArray(name) => {
            return format!(
                "여기서 `{name}` 값은 배열입니다. 제외되지 않는 요소가 하나만 있어도 일치합니다."
            );
        }
        M::ExcludedDoesNotMatter => "제외되지만 결과에 영향 없음",
        M::CannotAskAbsenceInArray => "배열에 어떤 값이 없기를 요구하는 패턴은 쓸 수 없습니다",
        M::OneSlipAway { own, saw } => {
            return format!(
                "`anything-but` 안의 {own} 값은 이벤트의 {saw} 값과 오타 하나 차이입니다. 그래서 이벤트의 값이 제외되지 않습니다."
            );
        }
        M::OtherForm { own, saw } => {
            return format!(
                "`anything-but` 안의 {own} 값은 이벤트의 {saw} 값과 보이는 글자는 같지만 유니코드 정규화(NFC/NFD)가 다릅니다. 그래서 \
                 이벤트의 값이 제외되지 않습니다."
            );
        }
        M::ThisValuePasses => "제외되지 않는 값",
        M::EventDuplicateKey(key) => {
            return format!("한 객체에 `{key}` 키가 두 번 나옵니다. AWS는 모든 값을 패턴과 비교합니다.");
        }
        M::FirstHere => "여기서 처음 나옴",
        M::KeepValueSent => "AWS 서비스는 키를 한 번씩만 보냅니다. 서비스가 보내는 값만 남기세요.",

        M::DroppedAlternative { always: true } => {
            "이 조건값은 AWS 엔진에서 일치하지 않습니다. 이 분기는 모든 필드에서 앞의 분기와 겹치는 값이 있어 중복으로 처리됩니다."
        }
        M::DroppedAlternative { always: false } => {
            "이 조건값의 일치 여부는 AWS 엔진이 규칙을 빌드할 때마다 다릅니다. 이 분기는 모든 필드에서 앞의 분기와 겹치는 값이 있어 중복으로 처리됩니다."
        }
        M::SharedValueHere => "앞의 분기에도 있는 값",
        M::WriteSharedOnce => "겹치는 값을 한 분기에만 쓰기",
        M::SeparateAlternatives => "분기에 서로 겹치는 값이 없는 필드를 추가하거나 별도의 규칙으로 나누세요",
        M::MixedUpWithStar { looping, excludes } => return mixed_up(*looping, *excludes),
        M::ThisWildcard => "이 와일드카드",
        M::CompareAsWritten => "텍스트를 그대로 비교하기",
        M::WriteSpellings => "실제로 나오는 표기를 일반 문자열로 쓰세요",
        M::WriteSuffixAsWildcard => "접미사를 와일드카드로 쓰기",
        M::LostString => {
            "AWS 엔진이 규칙을 빌드할 때 약 절반의 경우 이 문자열이 누락됩니다. 뒤에 0을 포함하는 범위와 다른 문자열이 있기 때문입니다."
        }
        M::ThisRange => "이 범위",
        M::ThisString => "이 문자열",
        M::PutRangeFirst => "범위를 문자열 앞에 두기",
        M::QuoteLeak { operator, also, excludes } => {
            let first = if *excludes {
                format!("AWS 엔진은 `{also}` 값도 제외합니다")
            } else {
                format!("AWS 엔진은 `{also}` 값도 허용합니다")
            };
            let second = if *operator == Operator::Prefix {
                "문자열을 따옴표와 함께 저장하는데, 이 접두사가 따옴표로 끝나기 때문입니다"
            } else {
                "문자열을 따옴표와 함께 저장하는데, 이 접미사가 따옴표로 시작하기 때문입니다"
            };
            return format!("{first}. {second}.");
        }
        M::WriteAsWildcard => "와일드카드로 쓰기",
        M::CompareWithCaseAsWildcard => "대소문자를 구분하는 와일드카드로 비교하세요",
        M::IgnoredCaseOf(c) => {
            return format!(
                "대소문자를 무시할 때 AWS 엔진은 `{c}` 문자를 `??` 텍스트로 읽습니다. 그래서 `{c}` 대신 `??` 텍스트와 일치합니다."
            );
        }
        M::CompareWithCase => "대소문자를 구분해 비교하기",
        M::EmptyName => "AWS 엔진은 여기서 이름이 빈 필드를 찾지 못합니다",
        M::NameField => "필드에 이름을 쓰거나 다른 필드를 조건으로 쓰세요",
        M::BeyondAllNumbers => {
            "이 범위는 비어 있거나 가장 큰 숫자만 포함합니다. AWS 엔진에서 오류가 나 패턴이 거부됩니다."
        }
        M::WriteOneNumber => "숫자 하나로 쓰기",
        M::NoNumberBeyond => "삭제하세요. 그 너머에는 숫자가 없습니다.",
        M::AddressDigits(value) => {
            return format!(
                "AWS 엔진은 여기서 `{value}` 값을 허용합니다. 값의 종류와 관계없이 주소의 16진수 표기를 비교하기 때문입니다."
            );
        }
        M::TakenForAddress => "주소로 처리됨",
        M::AcceptThisSpelling => "이 표기만 허용",
        M::CompareTextOfAddress => "주소를 텍스트로 비교하기",
        M::MatchAnotherField => "이런 이벤트를 구분할 수 있는 다른 필드도 조건으로 쓰세요",
        M::AddressAsNumber(value) => {
            return format!(
                "AWS 엔진이 여기서 `{value}` 값을 허용할 수 있습니다. 주소를 확인하는 필드에서는 주소의 16진수 표기를 비교하는데, 이 값의 표기가 이 숫자로 읽히기 때문입니다."
            );
        }
        M::TakenForNumber => "숫자로 처리됨",
        M::SeparateAddressesAndNumbers => "주소와 숫자를 서로 다른 필드나 서로 다른 규칙에서 확인하세요",
        M::NumberWithSuffix(value) => {
            return format!(
                "AWS 엔진은 여기서 {value} 값을 허용합니다. 숫자 조건이 함께 있으면 숫자를 인코딩하는데, 이 숫자의 코드가 이 문자열로 끝나기 때문입니다."
            );
        }
        M::EndsLikeString => "문자열과 끝이 같음",
        M::SeparateSuffixAndNumbers => {
            "접미사 조건과 숫자 조건을 별도의 규칙으로 나누거나, 앞쪽 필드의 조건이 서로 다른 `$or` 분기로 나누세요"
        }
        M::FieldTwice(name) => {
            return format!(
                "AWS 엔진이 이 일치를 놓칠 수 있습니다. 이벤트에 `{name}` 필드가 배열 요소 안과 밖에 두 번 있습니다."
            );
        }
        M::OutsideArray => "배열 밖",
        M::InElement => "배열 요소 안",
        M::SendFieldOnce => "이벤트를 보낼 때 이 필드를 한 가지 경로로 한 번만 넣으세요",
    };
    fixed.to_owned()
}

fn other_notation(notation: Notation) -> &'static str {
    match notation {
        Notation::Encoded => {
            "패턴이 따옴표 안에 있습니다. 문자열로 인코딩되어 있지만 AWS가 기대하는 것은 객체입니다."
        }
        Notation::Escaped => "다른 파일의 문자열 안에 있을 때처럼 패턴의 따옴표가 이스케이프되어 있습니다",
        Notation::Html => "패턴의 따옴표가 `&quot;` 같은 HTML 엔터티입니다",
        Notation::Surrounded => "패턴이 다른 텍스트 안에 있습니다. 이벤트 패턴은 JSON 객체 하나입니다.",
        Notation::JavaScript => "JavaScript나 TypeScript입니다. 이벤트 패턴은 JSON입니다.",
        Notation::Python => "Python입니다. 이벤트 패턴은 JSON입니다.",
        Notation::Yaml => "YAML입니다. 이벤트 패턴은 JSON이며, YAML은 배포 도구가 변환합니다.",
        Notation::Hcl => "Terraform의 언어인 HCL입니다. 이벤트 패턴은 JSON입니다.",
        Notation::Xml => "XML입니다. 이벤트 패턴은 JSON입니다.",
        Notation::Prose => "일반 글입니다. 이벤트 패턴은 JSON입니다.",
    }
}

fn bad_cidr(text: &str, problem: &BadCidr) -> String {
    match problem {
        BadCidr::Slash => format!("`{text}` 값은 주소/비트 수 형식이 아닙니다"),
        BadCidr::Bits => format!("`{text}` 값의 비트 수가 정수가 아닙니다"),
        BadCidr::Negative => format!("`{text}` 값의 비트 수가 음수입니다"),
        BadCidr::Nonstandard(_) => format!("`{text}` 값은 IP 주소 형식이 아닙니다"),
        BadCidr::Address(_) => format!("`{text}` 값은 IP 주소가 아닙니다"),
        BadCidr::Width(network) => {
            let (family, most) = if network.is_ipv4() { ("IPv4", 31) } else { ("IPv6", 127) };
            format!("AWS의 {family} CIDR 블록은 최대 {most}비트입니다. 주소 하나는 일반 문자열로 비교하세요.")
        }
    }
}

fn mixed_up(looping: Looping, excludes: bool) -> String {
    let first = if excludes {
        "AWS 엔진이 여기서 아무 문자열이나 제외할 수 있습니다"
    } else {
        "AWS 엔진이 여기서 아무 문자열이나 허용할 수 있습니다"
    };
    let what = match looping {
        Looping::IgnoreCase => Noun("대소문자를 무시하는 비교"),
        Looping::Suffix => Noun("ASCII가 아닌 문자가 있는 접미사"),
    };
    format!(
        "{first}. 읽는 순서에 따라 {} 같은 필드에 있는 와일드카드의 `*` 문자와 혼동합니다.",
        what.object()
    )
}

/// `prefix` and `suffix` as nouns.
fn affix(operator: Operator) -> Noun {
    Noun(if operator == Operator::Prefix { "접두사" } else { "접미사" })
}

/// What holds no single value.
pub(crate) fn container(container: Container) -> Noun {
    Noun(match container {
        Container::Object => "객체",
        Container::EmptyObject => "빈 객체",
        Container::EmptyArray => "빈 배열",
    })
}

#[cfg(test)]
mod tests;
