//! `cidr`: the string is an IP address in this block.

use crate::address::{self, NotAddress};
use crate::event::Scalar;
use std::net::IpAddr;

/// A block of addresses of one family. Host bits may be set; they count for nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Cidr {
    text: String,
    network: IpAddr,
    bits: u32,
}

/// What AWS refuses in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadCidr {
    /// Not one slash.
    Slash,
    /// No whole number behind the slash.
    Bits,
    /// A negative number behind the slash.
    Negative,
    /// The text before the slash does not look like an address.
    Nonstandard(String),
    /// The text before the slash looks like an address and is none.
    Address(String),
    /// 32 bits or more of IPv4, 128 or more of IPv6.
    Width(IpAddr),
}

impl Cidr {
    /// Reads `address/bits`.
    ///
    /// # Errors
    /// The first thing in it that AWS refuses, in AWS's order.
    pub fn parse(text: &str) -> Result<Self, BadCidr> {
        // AWS's engine splits as Java does: slashes at the end count for nothing.
        let parts: Vec<&str> = text.trim_end_matches('/').split('/').collect();
        let [address, bits] = parts.as_slice() else { return Err(BadCidr::Slash) };
        if text.ends_with('/') && bits.is_empty() {
            return Err(BadCidr::Slash);
        }
        let bits: i32 = bits.parse().map_err(|_| BadCidr::Bits)?;
        let bits = u32::try_from(bits).map_err(|_| BadCidr::Negative)?;
        let network = address::parse(address).map_err(|problem| match problem {
            NotAddress::Shape => BadCidr::Nonstandard((*address).to_owned()),
            NotAddress::Range => BadCidr::Address((*address).to_owned()),
        })?;
        if bits >= if network.is_ipv4() { 32 } else { 128 } {
            return Err(BadCidr::Width(network));
        }
        Ok(Self { text: text.to_owned(), network, bits })
    }

    /// The address as it was written, host bits included.
    #[must_use]
    pub fn network(&self) -> IpAddr {
        self.network
    }

    /// The block as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many leading bits count.
    #[must_use]
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// Whether the address lies in the block.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.network, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                (u32::from(own) ^ u32::from(other)).checked_shr(32 - self.bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                (u128::from(own) ^ u128::from(other)).checked_shr(128 - self.bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }

    pub(crate) fn accepts(&self, value: &Scalar) -> bool {
        matches!(value, Scalar::String(text) if address::parse(text).is_ok_and(|address| self.contains(address)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_holds_its_family_only() {
        let holds =
            |block: &str, address: &str| Cidr::parse(block).unwrap().contains(address.parse().unwrap());
        assert!(holds("10.1.2.3/8", "10.200.0.1"));
        assert!(!holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("0.0.0.0/0", "203.0.113.9"));
        assert!(!holds("0.0.0.0/0", "::1"));
        assert!(holds("::/0", "2001:db8::1"));
        assert!(holds("2001:db8::/127", "2001:db8::1"));
        assert!(!holds("2001:db8::/127", "2001:db8::2"));
        assert!(holds("10.0.0.0/8/", "10.0.0.1"), "a slash at the end counts for nothing");
        assert!(holds("10.0.0.0/+8", "10.0.0.1"));
    }

    #[test]
    fn what_aws_refuses() {
        for (text, problem) in [
            ("10.0.0.0", BadCidr::Slash),
            ("10.0.0.0/", BadCidr::Slash),
            ("10.0.0.0/8/9", BadCidr::Slash),
            ("10.0.0.0/x", BadCidr::Bits),
            ("10.0.0.0/-1", BadCidr::Negative),
            ("x/8", BadCidr::Nonstandard("x".into())),
            ("256.1.1.1/8", BadCidr::Address("256.1.1.1".into())),
            ("10.0.0.1/32", BadCidr::Width("10.0.0.1".parse().unwrap())),
            ("::1/128", BadCidr::Width("::1".parse().unwrap())),
        ] {
            assert_eq!(Cidr::parse(text), Err(problem), "{text}");
        }
    }
}
