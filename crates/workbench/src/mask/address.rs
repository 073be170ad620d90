//! IP addresses in a text.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

/// The addresses of a text that may identify someone.
pub(super) fn found(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':');
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(is_part)) {
        let mut start = from + start;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        // A colon behind a label is no part of the address.
        if text.get(start..end).is_some_and(|run| run.starts_with(':') && !run.starts_with("::")) {
            start += 1;
        }
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let touches = text.get(..start).is_some_and(|before| before.ends_with(word))
            || text.get(end..).is_some_and(|after| after.starts_with(word));
        if !touches && let Some(span) = address(text, start..end) {
            out.push(span);
        }
        from = end;
    }
    out
}

/// The address in a run of hexadecimal digits, full stops and colons: with a port, or at the end of a sentence.
fn address(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let all = text.get(run.clone())?;
    let without = all.trim_end_matches(['.', ':']);
    let with_port = without.rsplit_once(':').map_or(without, |(host, _)| host);
    [all, without, with_port]
        .into_iter()
        .find(|part| is_address(part))
        .map(|part| run.start..run.start + part.len())
        .filter(|span| text.get(span.clone()).is_some_and(|part| !is_harmless(part)))
}

fn is_address(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok() || (text.len() > 2 && text.parse::<Ipv6Addr>().is_ok())
}

/// Addresses of documentation, of this machine and of none: they identify no one.
fn is_harmless(text: &str) -> bool {
    if let Ok(address) = text.parse::<Ipv4Addr>() {
        return address.is_documentation()
            || address.is_loopback()
            || address.is_unspecified()
            || address.is_broadcast();
    }
    let documentation = |address: Ipv6Addr| matches!(address.segments(), [0x2001, 0xdb8, ..]);
    text.parse::<Ipv6Addr>()
        .is_ok_and(|address| address.is_loopback() || address.is_unspecified() || documentation(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        found(text).into_iter().map(|span| text.get(span).unwrap()).collect()
    }

    #[test]
    fn addresses_are_found_with_port_length_and_full_stop() {
        assert_eq!(texts("10.0.0.5:443, 8.8.8.8/24. 9.9.9.9."), ["10.0.0.5", "8.8.8.8", "9.9.9.9"]);
        assert_eq!(
            texts("[2600:1f14::5]:80 fe80::1/64 ip:10.1.1.1"),
            ["2600:1f14::5", "fe80::1", "10.1.1.1"]
        );
        assert_eq!(texts("::ffff:10.0.0.9"), ["::ffff:10.0.0.9"]);
    }

    #[test]
    fn what_looks_like_one_is_none() {
        for text in [
            "127.0.0.1 0.0.0.0/0 192.0.2.7 ::1 :: 2001:db8::5",
            "v1.2.3.4 1.2.3 1.2.3.4.5 12:34:56 AWS::EC2::Instance Foo::Bar",
            "aa:bb:cc:dd:ee:ff 2023-01-01T12:00:00Z arn:aws:s3:::b",
            "300.1.1.1 01.2.3.4",
        ] {
            assert_eq!(texts(text), [""; 0], "{text}");
        }
    }
}
