//! What is wrong with a wildcard or an address block.

use super::{error, replace, shown};
use crate::operator::cidr::{BadCidr, Cidr};
use crate::operator::wildcard::BadWildcard;
use rulepad_document::Diagnostic;
use rulepad_document::json::{Node, quote};

pub(crate) fn bad_wildcard(argument: &Node, text: &str, problem: BadWildcard, cursor: usize) -> Diagnostic {
    let mended = replace(argument.span, quote(&mend_wildcard(text)));
    match problem {
        BadWildcard::Stars(at) => error(
            "pattern.wildcard-stars",
            argument.span,
            "two stars side by side: one already stands for any run",
        )
        .fix("write one star", mended)
        .aws(format!("Consecutive wildcard characters at pos {at}"), cursor),
        BadWildcard::Escape(at) => error(
            "pattern.wildcard-escape",
            argument.span,
            "in a wildcard a backslash stands before `*` or another backslash only",
        )
        .fix("double the backslash", mended)
        .aws(format!("Invalid escape character at pos {at}"), cursor),
    }
}

fn mend_wildcard(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut star = false;
    while let Some(c) = chars.next() {
        let was_star = std::mem::replace(&mut star, c == '*');
        match c {
            '*' if was_star => {}
            '\\' => {
                out.push('\\');
                let next = chars.next_if(|next| matches!(next, '*' | '\\'));
                out.push(next.unwrap_or('\\'));
            }
            c => out.push(c),
        }
    }
    out
}

pub(crate) fn bad_cidr(matcher: &Node, argument: &Node, text: &str, problem: &BadCidr) -> Diagnostic {
    let address = text.split('/').next().unwrap_or(text);
    let bits = text.split('/').nth(1).unwrap_or_default();
    let block = match problem {
        BadCidr::Bits => prefix_length(bits),
        BadCidr::Negative => bits.trim_start_matches('-').parse().ok(),
        _ => None,
    };
    let block = block.map(|bits| format!("{address}/{bits}")).filter(|block| Cidr::parse(block).is_ok());
    let is_address = crate::address::parse(address).is_ok();
    let alone = is_address && matches!(problem, BadCidr::Slash | BadCidr::Width(_));
    let plain = |found: Diagnostic| match block {
        Some(block) => found.fix(format!("write `{block}`"), replace(argument.span, quote(&block))),
        None if alone => found.fix("match the address itself", replace(matcher.span, quote(address))),
        None => found.advice("write an address and its network bits, such as `10.0.0.0/8`"),
    };
    let (message, sentence) = match problem {
        BadCidr::Slash => (
            format!("`{}` is not an address, a slash and the network bits", shown(text)),
            "Malformed CIDR, one '/' required".to_owned(),
        ),
        BadCidr::Bits => (
            format!("the bits of `{}` are not a whole number", shown(text)),
            "Malformed CIDR, mask bits must be an integer".to_owned(),
        ),
        BadCidr::Negative => (
            format!("the bits of `{}` are negative", shown(text)),
            "Malformed CIDR, mask bits must not be negative".to_owned(),
        ),
        BadCidr::Nonstandard(address) => (
            format!("`{}` does not look like an IP address", shown(address)),
            format!("Nonstandard IP address: {address}"),
        ),
        BadCidr::Address(address) => {
            (format!("`{}` is not an IP address", shown(address)), format!("Invalid IP address: {address}"))
        }
        BadCidr::Width(network) if network.is_ipv4() => (
            "an IPv4 block has at most 31 bits on AWS: for one address, match it as a plain string"
                .to_owned(),
            "IPv4 mask bits must be < 32".to_owned(),
        ),
        BadCidr::Width(_) => (
            "an IPv6 block has at most 127 bits on AWS: for one address, match it as a plain string"
                .to_owned(),
            "IPv6 mask bits must be < 128".to_owned(),
        ),
    };
    plain(error("pattern.cidr", argument.span, message)).aws_located(
        sentence,
        crate::parse::read_end(argument),
        0,
    )
}

/// The network bits of a mask such as `255.255.0.0`.
fn prefix_length(mask: &str) -> Option<u32> {
    let mask = u32::from(mask.parse::<std::net::Ipv4Addr>().ok()?);
    (mask.leading_ones() + mask.trailing_zeros() == 32).then_some(mask.leading_ones())
}
