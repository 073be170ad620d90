//! What is wrong with a wildcard or an address block.

use super::{error, replace, shown};
use crate::aws::AwsSentence;
use crate::code::Code;
use crate::message::{Diagnostic, Message};
use crate::operator::cidr::{BadCidr, Cidr};
use crate::operator::wildcard::BadWildcard;
use rulepad_document::json::{Node, quote};

pub(crate) fn bad_wildcard(argument: &Node, text: &str, problem: BadWildcard, cursor: usize) -> Diagnostic {
    let fixed = replace(argument.span, quote(&fix_wildcard(text)));
    match problem {
        BadWildcard::Stars(at) => error(Code::WildcardStars, argument.span, Message::WildcardStars)
            .fix(Message::WriteOneStar, fixed)
            .aws_known(AwsSentence::WildcardStars(at), cursor, 1),
        BadWildcard::Escape(at) => error(Code::WildcardEscape, argument.span, Message::WildcardEscape)
            .fix(Message::DoubleBackslash, fixed)
            .aws_known(AwsSentence::WildcardEscape(at), cursor, 1),
    }
}

fn fix_wildcard(text: &str) -> String {
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
        Some(block) => found.fix(Message::Write(block.clone()), replace(argument.span, quote(&block))),
        None if alone => found.fix(Message::MatchAddressItself, replace(matcher.span, quote(address))),
        None => found.advice(Message::WriteAddressAndBits),
    };
    let told = match problem {
        BadCidr::Nonstandard(address) | BadCidr::Address(address) => address.as_str(),
        BadCidr::Slash | BadCidr::Bits | BadCidr::Negative | BadCidr::Width(_) => text,
    };
    let message = Message::BadCidr { text: shown(told), problem: problem.clone() };
    plain(error(Code::Cidr, argument.span, message)).aws_known(
        AwsSentence::Cidr(problem.clone()),
        crate::parse::read_end(argument),
        0,
    )
}

/// The network bits of a mask such as `255.255.0.0`.
fn prefix_length(mask: &str) -> Option<u32> {
    let mask = u32::from(mask.parse::<std::net::Ipv4Addr>().ok()?);
    (mask.leading_ones() + mask.trailing_zeros() == 32).then_some(mask.leading_ones())
}
