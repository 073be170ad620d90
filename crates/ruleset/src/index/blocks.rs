//! Blocks of addresses: one table for each length of prefix.

use super::postings::Posting;
use super::table::Points;
use rulepad_pattern::address;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

/// Blocks and single addresses to postings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blocks {
    /// By number of leading bits that count, families apart.
    lengths: Vec<(Family, u32, Points)>,
}

/// Which addresses a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    V4,
    V6,
}

impl Blocks {
    pub fn new(keys: BTreeMap<(Family, u32), BTreeMap<u128, Vec<Posting>>>) -> Self {
        Self {
            lengths: keys
                .into_iter()
                .map(|((family, bits), keys)| (family, bits, Points::new(keys)))
                .collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// The postings of every block that the address lies in.
    pub fn get(&self, address: IpAddr, mut hit: impl FnMut(&[Posting])) {
        for (family, bits, points) in &self.lengths {
            let (own, network) = network(address, *bits);
            if own == *family {
                hit(points.get(network));
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.lengths.iter().map(|(.., points)| points.bytes()).sum()
    }
}

/// The family of an address and its leading bits.
pub(crate) fn network(address: IpAddr, bits: u32) -> (Family, u128) {
    match address {
        IpAddr::V4(own) => {
            (Family::V4, u128::from(u32::from(own).checked_shr(32_u32.saturating_sub(bits)).unwrap_or(0)))
        }
        IpAddr::V6(own) => {
            (Family::V6, u128::from(own).checked_shr(128_u32.saturating_sub(bits)).unwrap_or(0))
        }
    }
}

/// The address that a value is, as [`address::parse`] reads it.
#[inline]
pub(crate) fn address(value: &[u8]) -> Option<IpAddr> {
    // Four numbers of up to three digits are by far the most frequent.
    let (mut octets, mut octet, mut digits, mut dots) = (0_u32, 0_u32, 0, 0);
    for byte in value.iter().take(16) {
        match byte {
            b'0'..=b'9' if digits < 3 => {
                octet = octet * 10 + u32::from(byte - b'0');
                digits += 1;
            }
            b'.' if digits > 0 && octet < 256 && dots < 3 => {
                octets = octets << 8 | octet;
                (octet, digits, dots) = (0, 0, dots + 1);
            }
            _ => return other(value),
        }
    }
    if dots == 3 && digits > 0 && octet < 256 && value.len() <= 15 {
        return Some(IpAddr::V4(Ipv4Addr::from(octets << 8 | octet)));
    }
    other(value)
}

/// The other spellings.
fn other(value: &[u8]) -> Option<IpAddr> {
    let may_be = value.first().is_some_and(|byte| byte.is_ascii_hexdigit() || *byte == b':')
        && value.last().is_some_and(|byte| byte.is_ascii_hexdigit() || *byte == b':')
        && memchr::memchr2(b'.', b':', value).is_some();
    if !may_be {
        return None;
    }
    address::parse(std::str::from_utf8(value).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_the_engine_reads_them() {
        for text in [
            "10.0.0.1",
            "010.000.000.001",
            "0010.0.0.1",
            "256.1.1.1",
            "1.2.3",
            "1.2.3.4.5",
            "1..2.3",
            ".1.2.3",
            "1.2.3.",
            "",
            "255.255.255.255",
            "000000000001.0.0.1",
            "::ffff:a00:1",
            "2001:db8::1",
            ":::",
            "a.b.c.d",
            "abc",
            "1.2.3.4x",
            "1.2.3.256",
            "12345.1.1.1",
            "::",
            "100.200.100.2000",
        ] {
            assert_eq!(address(text.as_bytes()), address::parse(text).ok(), "{text}");
        }
    }
}
