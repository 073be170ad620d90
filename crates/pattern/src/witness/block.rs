//! Addresses at the edges of blocks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The first and the last address of a block.
pub(super) fn ends(network: IpAddr, bits: u32) -> (IpAddr, IpAddr) {
    match network {
        IpAddr::V4(own) => {
            let mask = u32::MAX.checked_shr(bits).unwrap_or(0);
            let first = u32::from(own) & !mask;
            (Ipv4Addr::from(first).into(), Ipv4Addr::from(first | mask).into())
        }
        IpAddr::V6(own) => {
            let mask = u128::MAX.checked_shr(bits).unwrap_or(0);
            let first = u128::from(own) & !mask;
            (Ipv6Addr::from(first).into(), Ipv6Addr::from(first | mask).into())
        }
    }
}

/// The address before; `None` at the start of the family.
pub(super) fn before(address: IpAddr) -> Option<IpAddr> {
    Some(match address {
        IpAddr::V4(own) => Ipv4Addr::from(u32::from(own).checked_sub(1)?).into(),
        IpAddr::V6(own) => Ipv6Addr::from(u128::from(own).checked_sub(1)?).into(),
    })
}

/// The address after; `None` at the end of the family.
pub(super) fn after(address: IpAddr) -> Option<IpAddr> {
    Some(match address {
        IpAddr::V4(own) => Ipv4Addr::from(u32::from(own).checked_add(1)?).into(),
        IpAddr::V6(own) => Ipv6Addr::from(u128::from(own).checked_add(1)?).into(),
    })
}

/// The address as events write it.
pub(super) fn usual(address: IpAddr) -> String {
    address.to_string()
}

/// The address in a spelling that is not the usual one.
pub(super) fn unusual(address: IpAddr) -> String {
    match address {
        IpAddr::V4(own) => {
            let [a, b, c, d] = own.octets();
            if a < 100 {
                format!("{a:03}.{b}.{c}.{d}")
            } else {
                let [high, low] = [u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])];
                format!("::ffff:{high:x}:{low:x}")
            }
        }
        IpAddr::V6(own) => own.segments().map(|group| format!("{group:04X}")).join(":"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address;

    #[test]
    fn edges_of_a_block() {
        let (first, last) = ends("10.1.2.3".parse().unwrap(), 8);
        assert_eq!((usual(first), usual(last)), ("10.0.0.0".to_owned(), "10.255.255.255".to_owned()));
        assert_eq!(before(first).map(usual).as_deref(), Some("9.255.255.255"));
        assert_eq!(after(last).map(usual).as_deref(), Some("11.0.0.0"));
        let (first, last) = ends("::1".parse().unwrap(), 0);
        assert_eq!((before(first), after(last)), (None, None));
    }

    #[test]
    fn both_spellings_are_one_address() {
        for text in ["10.0.0.1", "255.255.255.255", "2001:db8::1"] {
            let address = address::parse(text).unwrap();
            assert_eq!(address::parse(&usual(address)), Ok(address));
            assert_eq!(address::parse(&unusual(address)), Ok(address));
            assert_ne!(usual(address), unusual(address), "{text}");
        }
    }
}
