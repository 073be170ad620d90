//! Values that AWS's engine takes for an IP address, or an address that it takes for a number.

use super::diagnostics as say;
use super::numbers::tests_numbers;
use super::spans::respell;
use crate::address;
use crate::event::{Event, FieldEntry, Scalar};
use crate::message::{Diagnostic, Message};
use crate::operator::Test;
use crate::operator::cidr::Cidr;
use crate::operator::exact::Exact;
use crate::syntax::{Condition, Matcher};
use rulepad_document::{Edit, json::quote};
use std::net::IpAddr;

/// The engine writes an address in hexadecimal digits, 8 or 32, and compares these digit by digit: with those
/// of an address of the other family, and with the text of a number.
pub(super) fn check(used: &[&Condition], event: &Event) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for condition in used {
        let on_field = || {
            let conditions = used.iter().filter(|other| other.name == condition.name);
            conditions.flat_map(|other| &other.matchers).map(|matcher| &matcher.test)
        };
        if !on_field().any(|test| Digits::of(test).is_some()) {
            continue;
        }
        let numeric = on_field().any(tests_numbers);
        let entries = || event.entries(&condition.name).map(|(_, entry)| entry);
        // Where a value is accepted anyway, the others decide nothing.
        let accepts =
            |entry: &FieldEntry| condition.matchers.iter().any(|own| own.test.accepts(&entry.value));
        if !entries().any(accepts) {
            let taken = |entry| condition.matchers.iter().find_map(|own| confused(own, entry, numeric));
            found.extend(entries().filter_map(taken));
        }
    }
    found
}

fn confused(matcher: &Matcher, entry: &FieldEntry, numeric: bool) -> Option<Diagnostic> {
    match (&entry.value, Digits::of(&matcher.test)) {
        // With a test for numbers on the field, numbers are encoded before they get here.
        (Scalar::Number(text, _), Some(block)) if !numeric && block.accept(text) => {
            Some(say::address(matcher.span, text, entry.span, as_text(matcher)))
        }
        (Scalar::String(text), Some(block)) => {
            let digits = hexadecimal(address::parse(text).ok()?);
            block.accept(&digits).then(|| say::address(matcher.span, text, entry.span, as_text(matcher)))
        }
        (Scalar::String(text), None) => {
            let Test::Exact(Exact(Scalar::Number(number, _))) = &matcher.test else { return None };
            let digits = hexadecimal(address::parse(text).ok()?);
            (digits == *number).then(|| say::address_as_number(matcher.span, text, entry.span))
        }
        _ => None,
    }
}

/// The first and the last address of a block, in digits.
struct Digits {
    first: String,
    last: String,
}

impl Digits {
    fn of(test: &Test) -> Option<Self> {
        match test {
            Test::Cidr(cidr) => Some(Self::block(cidr)),
            Test::Exact(Exact(Scalar::String(text))) => {
                let digits = hexadecimal(address::parse(text).ok()?);
                Some(Self { first: digits.clone(), last: digits })
            }
            _ => None,
        }
    }

    fn block(cidr: &Cidr) -> Self {
        let (first, last) = match cidr.network() {
            IpAddr::V4(own) => {
                let host = u32::MAX.checked_shr(cidr.bits()).unwrap_or(0);
                let own = u32::from(own);
                (IpAddr::V4((own & !host).into()), IpAddr::V4((own | host).into()))
            }
            IpAddr::V6(own) => {
                let host = u128::MAX.checked_shr(cidr.bits()).unwrap_or(0);
                let own = u128::from(own);
                (IpAddr::V6((own & !host).into()), IpAddr::V6((own | host).into()))
            }
        };
        Self { first: hexadecimal(first), last: hexadecimal(last) }
    }

    /// Whether the engine accepts a value with these digits: as soon as they lie between the bounds, or when
    /// they have followed one of them to its end.
    fn accept(&self, digits: &str) -> bool {
        let (mut first, mut last) = (true, true);
        let mut read = 0;
        for ((digit, low), high) in digits.bytes().zip(self.first.bytes()).zip(self.last.bytes()) {
            let hexadecimal = digit.is_ascii_digit() || (b'A'..=b'F').contains(&digit);
            if !hexadecimal || (first && digit < low) || (last && digit > high) {
                return false;
            }
            first = first && digit == low;
            last = last && digit == high;
            if !first && !last {
                return true;
            }
            read += 1;
        }
        read == self.first.len()
    }
}

fn hexadecimal(address: IpAddr) -> String {
    match address {
        IpAddr::V4(own) => format!("{:08X}", u32::from(own)),
        IpAddr::V6(own) => format!("{:032X}", u128::from(own)),
    }
}

/// A matcher that compares text and so cannot meet the fault.
fn as_text(matcher: &Matcher) -> Option<(Message, Vec<Edit>)> {
    match &matcher.test {
        Test::Exact(Exact(Scalar::String(text))) => {
            let exactly = format!("{{\"exactly\": {}}}", quote(text));
            Some((Message::AcceptThisSpelling, respell(matcher.span, exactly)))
        }
        Test::Cidr(cidr) => {
            let IpAddr::V4(own) = cidr.network() else { return None };
            let whole = usize::try_from(cidr.bits() / 8).ok()?;
            if cidr.bits() % 8 != 0 || whole == 0 {
                return None;
            }
            let octets: String = own.octets().iter().take(whole).map(|octet| format!("{octet}.")).collect();
            let prefix = format!("{{\"prefix\": {}}}", quote(&octets));
            Some((Message::CompareTextOfAddress, respell(matcher.span, prefix)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(block: &str, digits: &str) -> bool {
        Digits::block(&Cidr::parse(block).unwrap()).accept(digits)
    }

    #[test]
    fn digits_decide_whatever_they_stand_for() {
        assert!(accepts("10.0.0.0/8", "0A120000000000000000000000000001"));
        assert!(accepts("2000::/3", "21000000"));
        assert!(accepts("0.0.0.0/0", "5"));
        assert!(accepts("10.0.0.0/8", "0A000000"));
        assert!(accepts("10.0.0.0/8", "0AFFFFFF"));
        assert!(!accepts("10.0.0.0/8", "0B000000"));
        assert!(!accepts("10.0.0.0/8", "0A"), "too short to be in the block");
        assert!(!accepts("0.0.0.0/0", "0"), "follows the first address and ends too soon");
        assert!(!accepts("0.0.0.0/0", "-5"));
        assert!(!accepts("2001:db8::/64", "20010DB8"));
    }
}
