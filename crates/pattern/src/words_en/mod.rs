//! The texts of diagnostics in English; what else is worded has a file each.

mod dialect;
mod explanation;
mod in_words;
mod operator;
mod witness;

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
use dialect::{usage, with_article};
use rulepad_document::json::quote;
use rulepad_document::notation::Notation;
use rulepad_document::words::en::a;
use rulepad_document::{Lang, Words};

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    use Message as M;
    let fixed = match message {
        M::Json(message) => return message.words(Lang::En),
        M::Aws(said) => return said.sentence(),

        M::Write(text) => return format!("write `{text}`"),
        M::WriteValue(json) => return format!("write {json}"),
        M::PutInDoubleQuotes => "put it in double quotes",
        M::RemoveQuotes => "remove the quotes",
        M::RemoveBrackets => "remove the brackets",
        M::RemoveIt => "remove it",
        M::WrapInBrackets => "wrap in [ ]",
        M::AcceptAnyValue => "accept any value",
        M::SplitIntoRules => "split the pattern into several rules",
        M::CompareForEquality => "compare for equality",

        M::NotAnObject(kind) => return format!("an event pattern is an object; this is {}", a(*kind)),
        M::NoPattern => "there is no pattern yet",
        M::StartWithSource => "start with a source",
        M::EmptyObject => "an empty object tests nothing, and AWS refuses it",
        M::NameFieldAndValues => {
            "name a field and the values it may have, such as `{\"source\": [\"aws.codebuild\"]}`"
        }
        M::OperatorOutsideList(name) => {
            return format!("`{name}` is an operator here, and an operator must be inside a list");
        }
        M::BareValue { key, kind } => {
            return format!("`{key}` has {} where AWS expects a list of the values it may have", a(*kind));
        }
        M::EmptyArray(key) => return format!("`{key}` has an empty list, which no value could match"),
        M::ThisField => "this field",
        M::NestedArray => "a list inside a list: all matchers go into one list",
        M::UseEmptyString => "use an empty string",
        M::RemoveInnerBrackets => "remove the inner brackets",
        M::NoOperator => "an empty object in a list of matchers: it names no operator",

        M::OtherNotation(notation) => other_notation(*notation),
        M::NotKnownHere => "not known here",
        M::RemoveQuotesAndEscapes => "remove the quotes around it, and the escapes",
        M::RemoveEscapes => "remove the escapes",
        M::ReplaceEntities => "replace the entities by quotes",
        M::KeepObject => "keep the object alone",
        M::ConvertToJson => "convert it to JSON",
        M::ImportTerraform => "import the Terraform file, or write the value of `event_pattern` as JSON",

        M::OrNotAList => "`$or` takes a list of objects, one for each alternative",
        M::AlternativeForEachField => "one alternative for each field",
        M::OrBranch(kind) => return format!("an alternative of `$or` is an object; this is {}", a(*kind)),
        M::WriteAlternative => {
            "write `{\"field\": [\"value\"]}`; alternative values of one field go into its list, without `$or`"
        }
        M::OrEmpty => "`$or` has no alternatives",
        M::OrOfOne => "`$or` with one alternative is no choice",
        M::TwoAlternativesAtLeast => "give it two alternatives at least, or write the fields without `$or`",
        M::ReservedInOr(key) => return format!("`{key}` cannot be a field name inside `$or`"),
        M::OperatorInListOfField => {
            "if it is meant as an operator, it belongs in the list of a field: `{\"field\": [{\"prefix\": \"…\"}]}`"
        }
        M::NamesTooLong { mebibytes } => {
            return format!(
                "the names of the fields take more than {mebibytes} MiB with the fields around them; what follows is not read"
            );
        }
        M::TooManyConditions => {
            "the pattern has more conditions than can be tried, its `$or` alternatives multiplied out"
        }
        M::TooManyAlternatives { limit } => {
            return format!("the `$or` alternatives multiply to more than {limit} combinations, AWS's limit");
        }

        M::UnknownOperator(name) => return format!("`{name}` is not an operator of event patterns"),
        M::AwsCallsIt(operator) => return format!("AWS calls it `{}`", operator.name()),
        M::NestWithoutList => "nest the fields without the list around them",
        M::NoRegularExpressions => {
            "there are no regular expressions; `wildcard`, `prefix` and `suffix` come closest"
        }
        M::TheOperators => {
            let names = Operator::ALL.map(|operator| format!("`{}`", operator.name()));
            return format!("the operators are {}", names.join(", "));
        }
        M::CloudFormationFunction(name) => {
            return format!("`{name}` is a CloudFormation function, and an event pattern has none");
        }
        M::WriteResolvedValue => {
            "CloudFormation replaces it before it creates the rule: write the value it gives"
        }
        M::ImportTemplate => "import the template, where functions are resolved as far as possible",
        M::OneOperatorInMatcher => "a matcher has one operator",
        M::OneMatcherForEither => "accept either: one matcher each",
        M::NoConjunction => "matchers of a list are alternatives; only `wildcard` can require both at once",
        M::TakesOneString { operator, kind } => {
            return format!("`{}` takes one string; this is {}", operator.name(), a(*kind));
        }
        M::OneMatcherForEach => "one matcher for each",
        M::EmptyObjectUnder(operator) => return format!("an empty object under `{}`", operator.name()),
        M::OnlyIgnoreCaseUnder { operator, nested } => {
            return format!(
                "only `equals-ignore-case` is allowed under `{}`, not `{nested}`",
                operator.name()
            );
        }
        M::WrapInAnythingBut => "write `anything-but` around it",
        M::WriteTextAlone => "write the text alone",
        M::ExistsArgument(kind) => return format!("`exists` takes true or false; this is {}", a(*kind)),

        M::AnythingButArgument(kind) => {
            return format!("`anything-but` takes strings, numbers or an operator; this is {}", a(*kind));
        }
        M::MatchOtherBoolean => "to exclude one boolean, match the other one",
        M::NegatedTakesStrings { operator, kind } => {
            return format!("`{}` under `anything-but` takes strings; this is {}", operator.name(), a(*kind));
        }
        M::AnythingButItem(kind) => {
            return format!("the list of `anything-but` contains strings or numbers; this is {}", a(*kind));
        }
        M::RemoveItNoNulls => "remove it; `anything-but` cannot exclude null or booleans",
        M::NothingExcluded => "an empty list excludes nothing",
        M::ExcludeEmptyString => "exclude the empty string",
        M::StringsAndNumbers => "strings and numbers in one list",
        M::MakeAllStrings => "make them all strings",
        M::EmptyObjectUnderAnythingBut => "an empty object under `anything-but`",
        M::WriteWhatToExclude => "write what to exclude, such as `{\"anything-but\": {\"prefix\": \"…\"}}`",
        M::CannotNegate(name) => return format!("`anything-but` cannot negate `{name}`"),
        M::WriteInstead(text) => return format!("write `{text}` instead"),
        M::ListNumbersOrRanges => "list the numbers, or write the ranges around them",
        M::NegatedOperators => "only prefix, suffix, equals-ignore-case and wildcard can be negated",
        M::OneNegatedOperator => "`anything-but` negates one operator, not two",
        M::KeepAlone(name) => return format!("keep `{name}` alone"),
        M::TakesStrings { operator, kind } => {
            return format!("`{}` takes strings; this is {}", operator.name(), a(*kind));
        }
        M::WriteString => "write a string",
        M::EmptyAffix(operator) => {
            return format!("an empty {} under `anything-but` would exclude every string", operator.name());
        }
        M::WriteTextToExclude => "write the text to exclude",
        M::EmptyListFails(operator) => {
            return format!("an empty list under `{}`: AWS's engine fails on it", operator.name());
        }
        M::EmptyListNeverMatches(operator) => {
            return format!("an empty list under `{}`: AWS's engine never matches it", operator.name());
        }

        M::CannotCompare(number) => {
            return format!("`{number}` cannot be compared exactly: AWS compares numbers as 64-bit floats");
        }
        M::UseFifteenDigits => {
            "use a number with at most 15 digits, or match it as a plain value, which compares its text"
        }
        M::NumericNotAList(kind) => {
            return format!("`numeric` takes a list of operators and numbers; this is {}", a(*kind));
        }
        M::NumericStartsWithSign => "the list of `numeric` starts with an operator in quotes",
        M::WriteSignBeforeNumber => {
            "write `=`, `<`, `<=`, `>` or `>=` before the number, such as `[\">\", 0]`"
        }
        M::NumberMustFollow(found) => {
            return format!("a number must follow here; this is {}", found.map_or("the end of the list", a));
        }
        M::WriteNumber => "write a number, such as `[\">\", 0]`",
        M::UnknownSign(sign) => return format!("`{sign}` is not one of `=`, `<`, `<=`, `>`, `>=`"),
        M::UseAnythingBut => "use `anything-but`",
        M::UseAnythingButWithNumber => "use `anything-but` with the number",
        M::WriteSign => "write `=`, `<`, `<=`, `>` or `>=`",
        M::TooMuchForFirstSign => "too many values after the first operator",
        M::WriteLowerBoundFirst => "write the lower bound first",
        M::RangeIsLowerThenUpper => {
            "a range is a lower bound and then an upper bound: `[\">\", 0, \"<=\", 100]`"
        }
        M::UpperSignMissing => "after the lower bound comes `<` or `<=` in quotes",
        M::WriteUpperBound => "write the upper bound, such as `[\">\", 0, \"<=\", 100]`",
        M::UpperSign(sign) => return format!("an upper bound takes `<` or `<=`, not `{sign}`"),
        M::WriteUpperSign => "write `<` or `<=`",
        M::TwoBounds => "a range has two bounds, no more",
        M::InThisRange => "in this range",
        M::KeepOneOfEach => "keep one lower and one upper bound",
        M::BoundsOutOfOrder { bottom, top } => {
            return format!("the lower bound {bottom} is not below the upper bound {top}");
        }
        M::SwapBounds => "swap the bounds",
        M::NoNumberInRange => "no number is in this range",

        M::WildcardStars => "two stars in a row: one already matches any text",
        M::WriteOneStar => "write one star",
        M::WildcardEscape => "in a wildcard, a backslash may only precede `*` or another backslash",
        M::DoubleBackslash => "double the backslash",
        M::BadCidr { text, problem } => return bad_cidr(text, problem),
        M::MatchAddressItself => "match the address itself",
        M::WriteAddressAndBits => "write an address and its network bits, such as `10.0.0.0/8`",

        M::TooLong { length, most } => return format!("{length} characters: AWS takes {most} at most"),
        M::SplitOrCompact => "split the pattern into several rules, or write it without white space",
        M::LongerThanQuota { length, most } => {
            return format!("{length} characters: the quota of an account is {most} until it is raised");
        }
        M::WhiteSpaceUnknown => "whether white space counts is not known; the compact form is the safe one",
        M::TooComplex { field, value, limit } => {
            let value = match value {
                Count::Exact(value) => value.to_string(),
                Count::AtLeast(value) => format!("{value} at least"),
            };
            return format!(
                "the wildcards of `{field}` reach complexity {value}; AWS refuses more than {limit}"
            );
        }
        M::CountsToo => "counts too",
        M::UseAffixes => "write `prefix` and `suffix` where the only `*` is at an end",
        M::UseFewerStars => "use fewer `*`, and less repeated text after a `*`",
        M::LimitIsInferred { limit } => {
            return format!(
                "AWS does not publish the limit: {limit} is inferred, 7 was seen accepted and 11 refused"
            );
        }

        M::OperatorLacking { dialect, usage: used, listed: true } => {
            return format!("{} has no {}", with_article(*dialect), usage(*used));
        }
        M::OperatorLacking { dialect, usage: used, listed: false } => {
            return format!("the documentation of {} does not list {}", with_article(*dialect), usage(*used));
        }
        M::UseOperatorOfSameValues(operator) => {
            return format!("use `{}`, which accepts the same values", operator.name());
        }
        M::UseAffixOrFilterInTarget => "use `prefix` or `suffix`, or filter in the target",
        M::UsePrefixOnDotted => "use `prefix` on the dotted address where the block ends at a dot",
        M::ListSpellings => "list the spellings that occur, one matcher each",
        M::ListSpellingsNegated => "list the spellings that occur under `anything-but`",
        M::ListValuesNegated => "list the whole values under `anything-but`, or filter in the target",
        M::FilterInTarget => "filter in the target",
        M::PlainData => "a list under `data` filters plain text, which Amazon MQ takes and Kinesis refuses",
        M::WriteObjectForKinesis => "for Kinesis, write an object under `data`",
        M::PayloadPath => {
            "a filter reads the decoded payload of a Kinesis record under `data`, not under `kinesis.data`"
        }
        M::WriteDataAtTop => "write `data` at the top of the filter",
        M::SnsKeys { count, most } => {
            return format!("{count} keys: an SNS filter policy takes {most} at most");
        }
        M::KeepTellingKeys => "keep the most selective keys, and test the rest in the subscriber",
        M::SnsCombinations { count, most } => {
            return format!("{count} combinations of values: an SNS filter policy takes {most} at most");
        }
        M::ListFewerValues => "list fewer values; in a nested policy each list counts times its depth",
        M::SnsWildcards { count, most } => {
            return format!("{count} wildcards: an SNS filter policy takes {most} at most");
        }
        M::UseAffixAtEnd => "use `prefix` or `suffix` where the one star is at an end",
        M::SnsNumber => "SNS compares numbers from -1e9 to 1e9 with up to 5 decimals",
        M::UseSmallerNumber => "use a smaller number or fewer decimals",
        M::SnsNested(name) => return format!("`{name}` is nested, and message attributes are flat"),
        M::FilterOnBody => "filter on the message body instead, or name an attribute",

        M::MatchesEverything => "this matches every event on the bus",
        M::NameSourceOfAll => "name a source, or the rule also fires on what its own targets send",
        M::AnyService => {
            "the pattern names no source, detail-type or detail: it matches events of every service"
        }
        M::NameSource => "name a source, or the rule may fire on what its own targets send",

        M::EnvelopeName { key, known } => {
            return format!("no event has a field `{key}`; AWS calls it `{known}`");
        }
        M::EnvelopeKey(key) => {
            return format!(
                "events on a bus have no field `{key}` beside `detail`, so this never matches there"
            );
        }
        M::FieldsUnderDetail => "fields of the service or the application are under `detail`",
        M::DuplicateObjects(key) => return format!("`{key}` appears twice; AWS merges both objects"),
        M::AgainHere => "again here",
        M::WriteInOneObject => "write the fields of both in one object",
        M::DuplicateKey(key) => {
            return format!("`{key}` appears twice; AWS uses the last and ignores this one");
        }
        M::ThisOneCounts => "this one counts",
        M::RemoveThisOne => "remove this one",
        M::CannotAskBoth => "one field cannot have to meet both conditions; alternatives go into one list",
        M::Replaced(name) => {
            return format!("a later condition on `{name}` replaces this one");
        }
        M::GiveBothInOneList => "give both in one list, or remove one",

        M::CoveredAlternative => "another alternative of this `$or` already accepts all of this one",
        M::ThisOneIsWider => "this one is wider",
        M::RemoveAlternative => "remove this alternative",
        M::KeepWiderAlone => "keep the wider one, without `$or`",
        M::ValueAndObject { name, inner } => {
            return format!("`{name}` must be a value here, and an object for `{inner}`");
        }
        M::ThisNeedsObject => "this needs an object",
        M::OnlyMixedArray => "only an array that mixes values and objects meets both; events rarely have one",

        M::LiteralOperator(text) => {
            return format!("`{text}` is compared as a plain string here, not used as an operator");
        }
        M::AskForAnyValue => "ask for any value",
        M::OperatorInObject(text) => {
            return format!("an operator is written as an object: `{{\"{text}\": …}}`");
        }
        M::LiteralStar(text) => return format!("`*` is an ordinary character in {}", quote(text)),
        M::UseAsWildcard => "use it as a wildcard",
        M::ArnShape(text) => return format!("{} has too few parts for an ARN", quote(text)),
        M::ArnParts => {
            "an ARN is `arn:partition:service:region:account:resource`; empty parts keep their colons"
        }
        M::OuterSpace(text) => return format!("{} starts or ends with white space", quote(text)),
        M::RemoveWhiteSpace => "remove the white space",
        M::OperatorInString(name) => {
            return format!("the operator `{name}` is written inside quotes: AWS compares it as a text");
        }
        M::ListInString => "a list is written inside quotes: AWS compares it as a text",
        M::RemoveQuotesAround => "remove the quotes around it",
        M::OperatorAsField(name) => {
            return format!("`{name}` is a field name here; an operator is inside the list of a field");
        }
        M::WriteAsValueOfField(text) => return format!("write `{text}` as the value of the field"),
        M::UseAsOperator => "use it as an operator",
        M::EnvelopeType { name, json } => {
            return format!("`{name}` is always a string, so {json} never matches");
        }
        M::EnvelopeNumeric(name) => {
            return format!("`{name}` is always a string, so `numeric` never matches");
        }
        M::CompareStrings => "compare strings",
        M::TwiceInList(test) => return format!("{} appears twice in this list", wants(test)),
        M::AlreadyAccepted { test, by } => {
            return format!("{} is already accepted: {}", wants(test), wants(by));
        }

        M::TooMuchWork => {
            "evaluating this pattern against this event was stopped: its conditions can be combined in too many ways"
        }
        M::AskFewer => "put fewer conditions on large arrays, or use an event with fewer elements",
        M::ExistsOnObject { name, container: held } => {
            return format!(
                "`{name}` is {} in this event, and only single values exist for AWS",
                container(*held)
            );
        }
        M::CountsAsAbsent => "this counts as absent",
        M::TestInner(inner) => return format!("test a value inside it, such as `{inner}`"),
        M::TestValue => "test a value that the event has",
        M::JsonInString(parent) => {
            return format!(
                "`{parent}` is a string in this event, and AWS does not look for fields in strings"
            );
        }
        M::HoldsJson => "JSON in a string",
        M::MatchTextOrSendObject => {
            "match the text with `wildcard`, or let the sender put the object itself there"
        }
        M::AnythingButAbsent(name) => {
            return format!("this event has no `{name}`, and `anything-but` does not match a missing field");
        }
        M::AcceptMissingField => "accept a missing field too",
        M::AnythingButArray(name) => {
            return format!("`{name}` is an array here: one element that is not excluded is enough to match");
        }
        M::ExcludedDoesNotMatter => "excluded, and does not matter",
        M::CannotAskAbsenceInArray => "a pattern cannot require that an array does not contain a value",
        M::OneSlipAway { own, saw } => {
            return format!(
                "{own} in `anything-but` is one typo away from {saw}, which the event has and which passes"
            );
        }
        M::OtherForm { own, saw } => {
            return format!(
                "{own} in `anything-but` looks the same as {saw}, which the event has and which passes: it has another \
                 Unicode form (NFC/NFD)"
            );
        }
        M::ThisValuePasses => "this value passes",
        M::EventDuplicateKey(key) => {
            return format!(
                "`{key}` appears twice in one object; AWS evaluates the pattern against every value"
            );
        }
        M::FirstHere => "first here",
        M::KeepValueSent => "an AWS service sends each key once; keep the value it sends",

        M::DroppedAlternative { always: true } => {
            "AWS's engine never matches this: the alternative shares a value of every field with an earlier one and is taken for its duplicate"
        }
        M::DroppedAlternative { always: false } => {
            "AWS's engine matches this in some builds of the rule and not in others: the alternative shares a value of every field with an earlier one and is taken for its duplicate"
        }
        M::SharedValueHere => "the earlier alternative has a value in common",
        M::WriteSharedOnce => "write the shared values in one alternative only",
        M::SeparateAlternatives => {
            "give the alternatives a field in which they have no value in common, or make them separate rules"
        }
        M::MixedUpWithStar { looping, excludes } => return mixed_up(*looping, *excludes),
        M::ThisWildcard => "this wildcard",
        M::CompareAsWritten => "compare the text as it is",
        M::WriteSpellings => "write the spellings that occur as plain strings",
        M::WriteSuffixAsWildcard => "write the suffix as a wildcard",
        M::LostString => {
            "AWS's engine loses this string in about half of all builds of the rule: a range over zero and another string come after it"
        }
        M::ThisRange => "this range",
        M::ThisString => "this string",
        M::PutRangeFirst => "put the range before the strings",
        M::QuoteLeak { operator, also, excludes } => {
            let verb = if *excludes { "excludes" } else { "accepts" };
            let side = if *operator == Operator::Prefix { "ends" } else { "starts" };
            return format!(
                "AWS's engine also {verb} `{also}`: it keeps strings in quotes, and this {} {side} with one",
                operator.name()
            );
        }
        M::WriteAsWildcard => "write it as a wildcard",
        M::CompareWithCaseAsWildcard => "compare it case-sensitively, as a wildcard",
        M::IgnoredCaseOf(c) => {
            return format!(
                "AWS's engine reads `{c}` as `??` where case is ignored: it matches that, and not `{c}`"
            );
        }
        M::CompareWithCase => "compare it case-sensitively",
        M::EmptyName => "AWS's engine never finds a field under an empty name here",
        M::NameField => "give the field a name, or match on other fields",
        M::BeyondAllNumbers => {
            "AWS's engine fails on this range, which is empty or has the greatest number alone, and refuses the pattern"
        }
        M::WriteOneNumber => "write the one number",
        M::NoNumberBeyond => "remove it: there is no number beyond it",
        M::AddressDigits(value) => {
            return format!(
                "AWS's engine accepts `{value}` here: it compares the hexadecimal digits of addresses, whatever the value is"
            );
        }
        M::TakenForAddress => "taken for an address",
        M::AcceptThisSpelling => "accept this spelling alone",
        M::CompareTextOfAddress => "compare the text of the address",
        M::MatchAnotherField => "match on another field too that distinguishes these events",
        M::AddressAsNumber(value) => {
            return format!(
                "AWS's engine may accept `{value}` here: it compares the hexadecimal digits of addresses on a field that is tested for addresses, and they read as this number"
            );
        }
        M::TakenForNumber => "taken for a number",
        M::SeparateAddressesAndNumbers => {
            "test addresses and numbers on different fields, or in different rules"
        }
        M::NumberWithSuffix(value) => {
            return format!(
                "AWS's engine accepts {value} here: beside a test for numbers it encodes numbers, and the code of this one ends like the string"
            );
        }
        M::EndsLikeString => "ends like the string",
        M::SeparateSuffixAndNumbers => {
            "test the suffix and the numbers in alternatives of `$or` that differ in an earlier field, or in different rules"
        }
        M::FieldTwice(name) => {
            return format!(
                "AWS's engine may miss this match: the event has `{name}` twice, in an array element and outside it"
            );
        }
        M::OutsideArray => "outside",
        M::InElement => "in an element",
        M::SendFieldOnce => "send the field once, under one spelling of its path",
    };
    fixed.to_owned()
}

fn other_notation(notation: Notation) -> &'static str {
    match notation {
        Notation::Encoded => {
            "the pattern is inside quotes: it was encoded as a string, and AWS expects an object"
        }
        Notation::Escaped => {
            "the quotes of this pattern are escaped, as they are inside a string of another file"
        }
        Notation::Html => "the quotes of this pattern are HTML entities such as `&quot;`",
        Notation::Surrounded => "the pattern is inside other text; an event pattern is the JSON object alone",
        Notation::JavaScript => "this is JavaScript or TypeScript; an event pattern is JSON",
        Notation::Python => "this is Python; an event pattern is JSON",
        Notation::Yaml => "this is YAML; an event pattern is JSON, and deployment tools convert it",
        Notation::Hcl => "this is HCL, the language of Terraform; an event pattern is JSON",
        Notation::Xml => "this is XML; an event pattern is JSON",
        Notation::Prose => "this is prose; an event pattern is JSON",
    }
}

fn bad_cidr(text: &str, problem: &BadCidr) -> String {
    match problem {
        BadCidr::Slash => format!("`{text}` is not an address, a slash and the network bits"),
        BadCidr::Bits => format!("the bits of `{text}` are not a whole number"),
        BadCidr::Negative => format!("the bits of `{text}` are negative"),
        BadCidr::Nonstandard(_) => format!("`{text}` does not look like an IP address"),
        BadCidr::Address(_) => format!("`{text}` is not an IP address"),
        BadCidr::Width(network) => {
            let (family, most) = if network.is_ipv4() { ("IPv4", 31) } else { ("IPv6", 127) };
            format!(
                "an {family} block has at most {most} bits on AWS: for one address, match it as a plain string"
            )
        }
    }
}

fn mixed_up(looping: Looping, excludes: bool) -> String {
    let verb = if excludes { "exclude" } else { "accept" };
    let what = match looping {
        Looping::IgnoreCase => "a comparison that ignores case",
        Looping::Suffix => "a suffix that is not plain ASCII",
    };
    format!(
        "AWS's engine may {verb} any string here: it mixes {what} up with the `*` of a wildcard on the same field, depending on which it reads first"
    )
}

/// What holds no single value, with its article.
pub(crate) fn container(container: Container) -> &'static str {
    match container {
        Container::Object => "an object",
        Container::EmptyObject => "an empty object",
        Container::EmptyArray => "an empty array",
    }
}
