//! AWS's own sentences that several problems share, or that depend on one; the others are where they are reported.

use crate::dialect::Dialect;
use crate::operator::Operator;
use crate::operator::cidr::BadCidr;
use rulepad_document::Reference;

/// Of a list under `anything-but` with strings and numbers, or with neither.
pub(crate) const MIXED_LIST: &str =
    "Inside anything but list, either all values are number or string, mixed type is not supported";

/// Of a field with a bare value.
pub(crate) fn bare_value(key: &str) -> String {
    format!("\"{key}\" must be an object or an array")
}

/// Of a second operator in one matcher, by the first one.
pub(crate) fn second_operator(first: Option<Operator>) -> &'static str {
    match first {
        Some(Operator::Numeric | Operator::AnythingBut) => "Too many elements in numeric expression",
        _ => "Only one key allowed in match expression",
    }
}

/// Of a value under an operator inside `anything-but` that is no string.
pub(crate) fn negated_item(operator: Operator) -> &'static str {
    match operator {
        Operator::Prefix | Operator::Suffix => "prefix/suffix match pattern must be a string",
        Operator::Wildcard => "wildcard match pattern must be a string",
        _ => "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    }
}

/// Of a block of addresses.
pub(crate) fn bad_cidr(problem: &BadCidr) -> String {
    match problem {
        BadCidr::Slash => "Malformed CIDR, one '/' required".to_owned(),
        BadCidr::Bits => "Malformed CIDR, mask bits must be an integer".to_owned(),
        BadCidr::Negative => "Malformed CIDR, mask bits must not be negative".to_owned(),
        BadCidr::Nonstandard(address) => format!("Nonstandard IP address: {address}"),
        BadCidr::Address(address) => format!("Invalid IP address: {address}"),
        BadCidr::Width(network) if network.is_ipv4() => "IPv4 mask bits must be < 32".to_owned(),
        BadCidr::Width(_) => "IPv6 mask bits must be < 128".to_owned(),
    }
}

/// What AWS answers to a pattern it refuses, where anybody has seen it.
pub(crate) fn refusal(dialect: Dialect, reference: &Reference, text: &str) -> Option<String> {
    match dialect {
        Dialect::Rule | Dialect::Archive => {
            Some(format!("Event pattern is not valid. Reason: {}", reference.located(text)))
        }
        Dialect::EventSourceMapping => Some("Invalid filter pattern definition.".to_owned()),
        Dialect::SnsAttributes | Dialect::SnsBody => {
            Some(format!("Invalid parameter: FilterPolicy: {}", reference.located(text)))
        }
        Dialect::Pipes => None,
    }
}
