//! The errors of JSONata in English.

use crate::error_code::ErrorCode as E;
use crate::fault::Fault;

/// A value in backticks, or what a sentence calls it where the error does not name it.
fn named(value: Option<&String>, otherwise: &str) -> String {
    value.map_or_else(|| otherwise.to_owned(), |value| format!("`{value}`"))
}

/// A value behind a sentence: `: found …`.
fn found(fault: &Fault) -> String {
    fault.value.as_ref().map_or_else(String::new, |value| format!("; this one is `{value}`"))
}

fn which(fault: &Fault) -> String {
    fault.argument.map_or_else(|| "an argument".to_owned(), |at| format!("argument {at}"))
}

/// The sentence of an error.
pub(crate) fn error(fault: &Fault) -> String {
    let token = || named(fault.token.as_ref(), "this");
    let operator = || named(fault.token.as_ref(), "the operator");
    let function = || {
        fault.token.as_ref().map_or_else(|| "the function".to_owned(), |name| format!("`{}`", dollar(name)))
    };
    let value = || named(fault.value.as_ref(), "the value");
    let other = || named(fault.other.as_ref(), "the other value");
    let fixed = match fault.code {
        E::S0101 => "the string has no closing quote",
        E::S0102 => return format!("{} is outside the range of JSONata's numbers", token()),
        E::S0103 => {
            return format!(
                "{} is not an escape of a JSONata string",
                named(fault.token.as_ref(), "this character after `\\`")
            );
        }
        E::S0104 => "`\\u` must be followed by four hexadecimal digits",
        E::S0105 => "the name has no closing backquote",
        E::S0106 => "the comment has no closing `*/`",
        E::S0201 => return format!("unexpected {}", named(fault.token.as_ref(), "text")),
        E::S0202 => return format!("expected {}, found {}", value(), token()),
        E::S0203 => return format!("expected {} before the end of the expression", value()),
        E::S0204 => return format!("{} is not an operator of JSONata", token()),
        E::S0205 => return format!("unexpected {}", named(fault.token.as_ref(), "symbol")),
        E::S0206 => return format!("unexpected expression {}", token()),
        E::S0207 => "the expression ends too early",
        E::S0208 => {
            return format!("a parameter of a function must be a variable such as `$x`, not {}", value());
        }
        E::S0209 => "a filter `[…]` cannot follow a grouping `{…}` in a step",
        E::S0210 => "a step can have only one grouping `{…}`",
        E::S0211 => return format!("{} needs a value on its left", token()),
        E::S0212 => "the left side of `:=` must be a variable such as `$x`",
        E::S0213 => return format!("{} cannot be a step of a path", value()),
        E::S0214 => return format!("the right side of {} must be a variable such as `$x`", operator()),
        E::S0215 => "`@$x` must come before any filter `[…]` of its step",
        E::S0216 => "`@$x` must come before the order-by clause `^(…)` of its step",
        E::S0217 => "`%` has no parent here",
        E::S0301 => "the regular expression is empty",
        E::S0302 => "the regular expression has no closing `/`",
        E::S0303 => return format!("the regular expression is not valid{}", found(fault)),
        E::S0401 => {
            return format!("in a signature, only functions and arrays take a type in `<…>`{}", found(fault));
        }
        E::S0402 => {
            return format!("a choice in a signature cannot contain a type with a parameter{}", found(fault));
        }
        E::S0500 => "the expression has syntax errors",
        E::T0410 => return format!("{} of {} has the wrong type", which(fault), function()),
        E::T0411 => {
            return format!("the context value has the wrong type for {} of {}", which(fault), function());
        }
        E::T0412 => {
            return format!("{} of {} must be an array of one type of values", which(fault), function());
        }
        E::D1001 => return format!("a number is outside the range of JSON{}", found(fault)),
        E::D1002 => return format!("only a number can be negated{}", found(fault)),
        E::T1003 => return format!("a key of an object must be a string{}", found(fault)),
        E::D1004 => "the regular expression matches an empty string",
        E::T1005 => {
            return format!(
                "only a function can be called; write `${}`",
                fault.token.as_deref().unwrap_or("name")
            );
        }
        E::T1006 => "only a function can be called",
        E::T1007 => {
            return format!(
                "only a function takes `?` as an argument; write `${}`",
                fault.token.as_deref().unwrap_or("name")
            );
        }
        E::T1008 => "only a function takes `?` as an argument",
        E::D1009 => return format!("two keys of the object are the same: {}", value()),
        E::T1010 => return format!("the matcher given to {} returns the wrong structure", function()),
        E::D1011 => "the expression calls itself too deeply",
        E::D1012 => "the evaluation takes too long",
        E::T2001 => return format!("the left side of {} must be a number{}", operator(), found(fault)),
        E::T2002 => return format!("the right side of {} must be a number{}", operator(), found(fault)),
        E::T2003 => return format!("the left side of `..` must be an integer{}", found(fault)),
        E::T2004 => return format!("the right side of `..` must be an integer{}", found(fault)),
        E::D2005 => "the left side of `:=` must be a variable such as `$x`",
        E::T2006 => "the right side of `~>` must be a function",
        E::T2007 => return format!("the order-by clause compares {} with {}", value(), other()),
        E::T2008 => return format!("an order-by clause takes numbers or strings{}", found(fault)),
        E::T2009 => {
            return format!(
                "{} compares {} with {}, which have different types",
                operator(),
                value(),
                other()
            );
        }
        E::T2010 => return format!("{} takes numbers or strings{}", operator(), found(fault)),
        E::T2011 => return format!("the update of a transform `|…|…|` must be an object{}", found(fault)),
        E::T2012 => {
            return format!(
                "the deletion of a transform `|…|…|…|` must be a string or strings{}",
                found(fault)
            );
        }
        E::T2013 => {
            "`$clone` was replaced by something that is not a function, and a transform `|…|…|` needs it"
        }
        E::D2014 => return format!("a range `..` can have at most 10,000,000 values{}", found(fault)),
        E::D2015 => return format!("the result has too many values{}", found(fault)),
        E::D3001 => "infinity and not-a-number cannot be written as a string",
        E::D3010 => "the pattern of `$replace` must not be an empty string",
        E::D3011 => "the limit of `$replace` must not be negative",
        E::D3012 => "the function given to `$replace` must return a string",
        E::D3020 => "the limit of `$split` must not be negative",
        E::D3030 => return format!("the value cannot be read as a number{}", found(fault)),
        E::D3040 => "the limit of `$match` must not be negative",
        E::D3050 => "the function given to `$reduce` must take at least two arguments",
        E::D3060 => return format!("a negative number has no square root{}", found(fault)),
        E::D3061 => "the result of `$power` is outside the range of JSON's numbers",
        E::D3070 => "`$sort` without a function takes only strings, or only numbers",
        E::D3080 => "a picture of `$formatNumber` has at most two parts, separated by `;`",
        E::D3081 => "a picture of `$formatNumber` has more than one decimal separator",
        E::D3082 => "a picture of `$formatNumber` has more than one percent sign",
        E::D3083 => "a picture of `$formatNumber` has more than one per-mille sign",
        E::D3084 => "a picture of `$formatNumber` has both a percent and a per-mille sign",
        E::D3085 => "a picture of `$formatNumber` needs at least one digit `0` or `#`",
        E::D3086 => "a picture of `$formatNumber` has other text between its digits",
        E::D3087 => "a picture of `$formatNumber` has a grouping separator beside the decimal separator",
        E::D3088 => "a picture of `$formatNumber` has a grouping separator at the end of the integer part",
        E::D3089 => "a picture of `$formatNumber` has two grouping separators side by side",
        E::D3090 => "a picture of `$formatNumber` has `#` after `0` in the integer part",
        E::D3091 => "a picture of `$formatNumber` has `0` after `#` in the fraction",
        E::D3092 => "a picture of `$formatNumber` has both an exponent and a percent or per-mille sign",
        E::D3093 => "the exponent in a picture of `$formatNumber` takes only digits `0`",
        E::D3100 => return format!("the radix of `$formatBase` must be from 2 to 36{}", found(fault)),
        E::D3110 => return format!("`$toMillis` takes an ISO 8601 time{}", found(fault)),
        E::D3120 => return format!("the expression given to `$eval` has a syntax error{}", found(fault)),
        E::D3121 => return format!("the expression given to `$eval` failed{}", found(fault)),
        E::D3130 => return format!("JSONata cannot format or read integers in this way{}", found(fault)),
        E::D3131 => "all digits of a picture must be of the same script",
        E::D3132 => return format!("a date picture has an unknown component{}", found(fault)),
        E::D3133 => return format!("in a date picture, only months and days have names{}", found(fault)),
        E::D3134 => "the time zone in a date picture has more than four digits",
        E::D3135 => "a date picture has no closing `]`",
        E::D3136 => "the date picture lacks what is needed to read a time",
        E::D3137 => return said(fault, "`$error` was called"),
        E::D3138 => "`$single` found more than one value",
        E::D3139 => "`$single` found no value",
        E::D3140 => return format!("{} takes a well-formed URL{}", function(), found(fault)),
        E::D3141 => return said(fault, "`$assert` failed"),
        E::D1013 => return format!("a key must not start with `_jsonata_`{}", found(fault)),
        E::D2016 => return format!("`$pad` makes at most 10,000,000 characters{}", found(fault)),
        E::D3150 => {
            return format!("a time zone is written as hours and minutes, such as `+0530`{}", found(fault));
        }
        E::U1001 => "the expression is nested too deeply",
        E::U1003 => "the evaluation was stopped",
        E::U1004 => "the event cannot be read",
        E::U1006 => "the evaluation takes too many steps",
        E::HostEval => "EventBridge has no `$eval`",
        E::HostAlgorithm => return format!("`$hash` does not have this algorithm{}", found(fault)),
        E::HostParse => "the text given to `$parse` is not JSON",
        E::HostPartitionSize => {
            return format!("the size of `$partition` must be at least 1{}", found(fault));
        }
        E::HostRangeStep => "the step of `$range` must not be 0",
        E::Other => return said(fault, "the evaluation failed"),
    };
    fixed.to_owned()
}

/// A function's name with its `$`.
fn dollar(name: &str) -> String {
    if name.starts_with('$') || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        name.to_owned()
    } else {
        format!("${name}")
    }
}

fn said(fault: &Fault, fixed: &str) -> String {
    fault.said.as_ref().map_or_else(|| fixed.to_owned(), |said| format!("{fixed}: `{said}`"))
}
