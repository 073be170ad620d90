//! The words of this crate in English.

mod error;

use crate::message::{Arguments, Help, Message, NotEvents};
use crate::outcome::Bound;
use crate::unverified::{Difference, Unverified};
use crate::written::Resemblance;
use rulepad_document::words::en;

pub(crate) use error::error;

/// The words of a message.
pub(crate) fn message(message: &Message) -> String {
    let fixed = match message {
        Message::NotDelimited => "the expression of a transformer must start with `{%` and end with `%}`",
        Message::LooksLikeExpression(how) => return resemblance(*how).to_owned(),
        Message::TooLong { length, most } => {
            return format!("{length} characters; AWS takes at most {most}, delimiters included");
        }
        Message::Syntax(fault) | Message::Failed(fault) => return error(fault),
        Message::Eval => "EventBridge has no `$eval`",
        Message::NewerOperator(difference) => return self::difference(*difference),
        Message::NotEvents(what) => {
            return match what {
                NotEvents::Context => "`$` outside of a path is not documented: only `$events` is".to_owned(),
                NotEvents::Root => "`$$` is not documented: only `$events` is".to_owned(),
                NotEvents::Name(name) => {
                    format!(
                        "`{name}` is not read from `$events`, and nothing else is documented to have a value"
                    )
                }
            };
        }
        Message::UnknownFunction(name) => {
            return format!("nothing defines the function `${name}`: the delivery fails when it is called");
        }
        Message::UnknownVariable(name) => {
            return format!("nothing defines the variable `${name}`: it has no value");
        }
        Message::Arguments(what) => return arguments(what),
        Message::Unverified(what) => return unverified(*what),
        Message::Stopped(bound) => return stopped(*bound).to_owned(),
        Message::NothingToDeliver => {
            "the expression gives no value for this event, so nothing can be delivered"
        }
        Message::NullToDeliver => {
            "the expression gives `null` for this event, which EventBridge does not deliver"
        }
        Message::NothingForParameter => "the expression gives no value for this event",
        Message::NullForParameter => "the expression gives `null` for this event",
        Message::Respelled { event, written, more } => return respelled(event, written, *more),
        Message::LiteralRespelled { literal, written } => {
            return format!("the number `{literal}` is written as `{written}` in the payload");
        }
        Message::Help(what) => return help(what),
    };
    fixed.to_owned()
}

fn resemblance(how: Resemblance) -> &'static str {
    match how {
        Resemblance::Unclosed => "this text is sent as it is: it starts with `{%` but does not end with `%}`",
        Resemblance::Unopened => "this text is sent as it is: it ends with `%}` but does not start with `{%`",
        Resemblance::WhiteSpaceAround => {
            "this text is sent as it is: an expression may have no white space before `{%` or after `%}`"
        }
        Resemblance::TextAround => {
            "this text is sent as it is: an expression must be the whole value, without text around it"
        }
        Resemblance::NothingInside => "this text is sent as it is: nothing is between `{%` and `%}`",
    }
}

fn arguments(what: &Arguments) -> String {
    match what {
        Arguments::Count { function, given, least, most } => {
            let takes = if least == most {
                en::counted(*least, "argument", "arguments")
            } else {
                format!("{least} to {}", en::counted(*most, "argument", "arguments"))
            };
            format!("`${function}` takes {takes}, not {given}")
        }
        Arguments::Algorithm(name) => format!("`$hash` has no algorithm `{name}`"),
        Arguments::PartitionSize => "the size of `$partition` must be at least 1".to_owned(),
        Arguments::RangeStep => "the step of `$range` must not be 0".to_owned(),
    }
}

fn stopped(bound: Bound) -> &'static str {
    match bound {
        Bound::Steps => "the evaluation was stopped: it takes too many steps",
        Bound::Depth => "the evaluation was stopped: it is nested too deeply",
        Bound::Time => "the evaluation was stopped: it takes longer than 1 second",
        Bound::Bytes => "the evaluation was stopped: a value is larger than 10 MiB",
    }
}

fn respelled(event: &str, written: &str, more: usize) -> String {
    let first = format!("the number `{event}` of the event is written as `{written}`");
    match more {
        0 => first,
        1 => format!("{first}; 1 more number changes"),
        more => format!("{first}; {more} more numbers change"),
    }
}

/// The words of what is not verified.
pub(crate) fn unverified(what: Unverified) -> String {
    let fixed = match what {
        Unverified::Version(difference) => return self::difference(difference),
        Unverified::NumberSpelling => {
            "how AWS writes a number that the event spells differently is not verified"
        }
        Unverified::JsonLayout => "white space and the order of keys in AWS's payload are not verified",
        Unverified::Chance => "the payload contains random values: they are different in each delivery",
        Unverified::Time => "the payload contains the time of the delivery",
        Unverified::Context => "what AWS makes of `$`, `$$` and names without `$events` is not verified",
        Unverified::Depth => {
            "AWS stops at a stack depth of 100; how it counts is not known, and this evaluation is deeper by our count"
        }
        Unverified::DuplicateKeys => {
            "the event has a key twice in one object; that the last one counts is not verified"
        }
        Unverified::BrokenEvent => "the event is not valid JSON",
        Unverified::EmptyString => "what AWS does with an empty string as the payload is not verified",
        Unverified::Function => "what AWS does with a function as the result is not verified",
        Unverified::RandomWithoutSeed => "AWS's guide documents `$random` with a seed only",
    };
    fixed.to_owned()
}

fn difference(difference: Difference) -> String {
    let what = match difference {
        Difference::Coalescing => "`??` is a syntax error in JSONata 2.0.6",
        Difference::Default => "`?:` is a syntax error in JSONata 2.0.6",
        Difference::ContainsNothing => "`$contains` with a missing pattern fails in JSONata 2.0.6",
        Difference::EachNothing => "`$each` of a missing value fails in JSONata 2.0.6",
        Difference::FormatNumberPicture => {
            "this picture of `$formatNumber` is handled differently in JSONata 2.0.6"
        }
        Difference::PadFraction => {
            "a width of `$pad` that is not an integer is handled differently in JSONata 2.0.6"
        }
        Difference::VariadicSignature => "`+` in a signature is handled differently in JSONata 2.0.6",
        Difference::LongInteger => "JSONata 2.0.6 keeps 15 digits of an integer that becomes a string",
        Difference::ToMillisPicture => "`$toMillis` reads some pictures differently in JSONata 2.0.6",
        Difference::GroupNothing => "a grouping `{…}` of nothing has another result in JSONata 2.0.6",
        Difference::WildcardFunction => "`*` of a function has another result in JSONata 2.0.6",
    };
    format!("{what}, and which version AWS runs is not verified")
}

fn help(what: &Help) -> String {
    let fixed = match what {
        Help::AddDelimiters => "put the expression between `{%` and `%}`",
        Help::RemoveAround => "remove the white space around the expression",
        Help::Close => "add `%}` at the end",
        Help::Open => "add `{%` at the start",
        Help::MoveInside => "move the text into the expression",
        Help::Shorten => "shorten the expression",
        Help::Write(text) => return format!("write `{text}`"),
        Help::SelectDirectly => "write the expression itself instead of a string that holds it",
        Help::StartFromEvents => "start from `$events`",
        Help::Algorithms => "the algorithms are `MD5`, `SHA-1`, `SHA-256`, `SHA-384` and `SHA-512`",
        Help::GiveDefault => "give a default value, as in `$exists(x) ? x : \"\"`",
        Help::ReturnObject => "return an object or a string",
        Help::DeliveryFails => {
            "EventBridge retries the event and then sends it to the dead-letter queue, if there is one"
        }
        Help::AwsLimits => "AWS allows 1 second, a stack depth of 100 and 10 MiB of memory",
        Help::SpellingMatters => "if the spelling matters, publish the number as a string",
        Help::WriteAsString => "if the spelling matters, write it as a string",
        Help::CallFunction => "call the function, or return another value",
        Help::ReduceWork => "reduce what the expression computes",
    };
    fixed.to_owned()
}
