//! IP addresses as AWS's engine reads them from strings.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAddress {
    /// It does not look like one.
    Shape,
    /// It looks like one, and a part is out of range.
    Range,
}

/// Reads an address: IPv4 with decimal octets and any leading zeros, or IPv6 in hexadecimal groups. An
/// IPv4-mapped IPv6 address is the IPv4 address. A dotted tail (`::ffff:10.0.0.1`) is not read.
///
/// # Errors
/// [`NotAddress`] says whether the text looked like an address at all.
pub fn parse(text: &str) -> Result<IpAddr, NotAddress> {
    if looks_like_v4(text) {
        return v4(text).map(IpAddr::V4).ok_or(NotAddress::Range);
    }
    if text.contains(':') && text.bytes().all(|b| b == b':' || b.is_ascii_hexdigit()) {
        let v6 = v6(text).ok_or(NotAddress::Range)?;
        return Ok(v6.to_ipv4_mapped().map_or(IpAddr::V6(v6), IpAddr::V4));
    }
    Err(NotAddress::Shape)
}

fn looks_like_v4(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.split('.').count() == 4 && text.split('.').all(digits)
}

fn v4(text: &str) -> Option<Ipv4Addr> {
    // The engine's parser reads 15 characters at most.
    if text.len() > 15 {
        return None;
    }
    let mut octets = [0; 4];
    for (octet, part) in octets.iter_mut().zip(text.split('.')) {
        *octet = part.parse().ok()?;
    }
    Some(Ipv4Addr::from(octets))
}

/// Reads the groups without the leading zeros that make them longer than four digits, which the engine allows.
fn v6(text: &str) -> Option<Ipv6Addr> {
    // Longer than any address, so that what does not fit is none.
    let mut short = [0; 48];
    let mut free = short.iter_mut();
    let mut length = 0;
    let mut push = |part: &str| {
        for byte in part.bytes() {
            *free.next()? = byte;
            length += 1;
        }
        Some(())
    };
    for (at, group) in text.split(':').enumerate() {
        if at > 0 {
            push(":")?;
        }
        match group.len() {
            0..=4 => push(group)?,
            _ => push(Some(group.trim_start_matches('0')).filter(|rest| !rest.is_empty()).unwrap_or("0"))?,
        }
    }
    std::str::from_utf8(short.get(..length)?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_are_one() {
        assert_eq!(parse("10.0.0.1"), parse("010.000.000.001"));
        assert_eq!(parse("10.0.0.1"), parse("::ffff:a00:1"));
        assert_eq!(parse("2001:db8::1"), parse("2001:0DB8:0:0:0:0:0:1"));
        assert_eq!(parse("2001:db8::1"), parse("02001:db8:00000::00001"));
        assert_eq!(parse("2001:db8::1"), parse(&format!("2001:db8::{}1", "0".repeat(100))));
    }

    #[test]
    fn what_is_no_address() {
        assert_eq!(parse("256.1.1.1"), Err(NotAddress::Range));
        assert_eq!(parse(":::"), Err(NotAddress::Range));
        assert_eq!(parse("12345::"), Err(NotAddress::Range));
        assert_eq!(parse(&"1:".repeat(100)), Err(NotAddress::Range));
        for other in ["::ffff:10.0.0.1", "10.0.0.1 ", "0A000001", "1.2.3", "", "a.b.c.d"] {
            assert_eq!(parse(other), Err(NotAddress::Shape), "{other}");
        }
    }
}
