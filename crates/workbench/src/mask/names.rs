//! What is written instead of each value.

use super::Sensitive;
use super::replace::{Texts, Value};
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The account ids of AWS's own documentation.
pub(super) const ACCOUNTS: [&str; 3] = ["111122223333", "444455556666", "777788889999"];

/// The networks of documentation (RFC 5737), by their first three bytes.
const NETWORKS: [[u8; 3]; 3] = [[192, 0, 2], [198, 51, 100], [203, 0, 113]];

/// The replacement of each value; no two have the same, and none is in the texts already.
pub(super) struct Names(BTreeMap<Value, String>);

impl Names {
    /// Finds a replacement for each value.
    pub(super) fn new(values: &[Value], texts: &Texts<'_>) -> Self {
        let mut maker = Maker { texts, networks: Vec::new(), wide: Vec::new(), used: BTreeMap::new() };
        let made = values.iter().map(|value| (value.clone(), maker.replacement(value))).collect();
        Self(made)
    }

    /// The replacement of a value.
    pub(super) fn of<'n>(&'n self, value: &'n Value) -> &'n str {
        self.0.get(value).map_or(&value.text, String::as_str)
    }
}

struct Maker<'t> {
    texts: &'t Texts<'t>,
    /// The IPv4 networks of 256 addresses, in the order of their first value.
    networks: Vec<[u8; 3]>,
    /// The IPv6 networks of 64 bits.
    wide: Vec<[u16; 4]>,
    /// What is taken.
    used: BTreeMap<String, ()>,
}

impl Maker<'_> {
    fn replacement(&mut self, value: &Value) -> String {
        match value.kind {
            Sensitive::AccountId => {
                let more = (1_u64..).map(|number| format!("{:012}", 100_000_000_000 + number));
                self.free(ACCOUNTS.iter().map(|id| (*id).to_owned()).chain(more))
            }
            Sensitive::Email => self.free((1..).map(|number: usize| format!("user{number}@example.com"))),
            Sensitive::ResourceName => {
                let shape = Shape::of(&value.text);
                self.free((1..).map(move |number| shape.name(number)))
            }
            Sensitive::IpAddress => self.address(&value.text),
        }
    }

    /// The first that is not taken.
    fn free(&mut self, mut candidates: impl Iterator<Item = String>) -> String {
        let free = candidates.find(|name| !self.used.contains_key(name) && !self.texts.contain(name));
        let free = free.unwrap_or_default();
        self.used.insert(free.clone(), ());
        free
    }

    fn address(&mut self, text: &str) -> String {
        if let Ok(address) = text.parse::<Ipv4Addr>() {
            let [a, b, c, host] = address.octets();
            let place = place(&mut self.networks, [a, b, c]);
            // The byte of the host stays, so that networks of up to 256 addresses still hold the same ones.
            let hosts = (0..=255_u8).map(move |step| host.wrapping_add(step));
            let networks = NETWORKS.into_iter().cycle().skip(place % NETWORKS.len()).take(NETWORKS.len());
            // 198.18.0.0/15 is for measurements and in no public network.
            let more = (0..=255_u8).map(|c| [198, 18, c]);
            let all = networks.chain(more);
            return self.free(all.flat_map(move |[a, b, c]| {
                hosts.clone().map(move |host| Ipv4Addr::new(a, b, c, host).to_string())
            }));
        }
        let segments = text.parse::<Ipv6Addr>().map(|address| address.segments()).unwrap_or_default();
        let [a, b, c, d, rest @ ..] = segments;
        let network = place(&mut self.wide, [a, b, c, d]);
        let network = u16::try_from(network).unwrap_or(u16::MAX);
        let first = u16::from(rest != [0; 4]);
        self.free(
            (first..=u16::MAX)
                .map(move |host| Ipv6Addr::new(0x2001, 0xdb8, 0, network, 0, 0, 0, host).to_string()),
        )
    }
}

/// The place of a network among those that were seen; a new one comes last.
fn place<T: PartialEq>(networks: &mut Vec<T>, network: T) -> usize {
    networks.iter().position(|known| *known == network).unwrap_or_else(|| {
        networks.push(network);
        networks.len() - 1
    })
}

/// The shape of a name, which its replacement keeps.
enum Shape {
    /// Such as `i-0123456789abcdef0`: what is before the digits, and how many there are.
    Id(String, usize),
    Uuid,
    Digits(usize),
    Name,
}

impl Shape {
    fn of(name: &str) -> Self {
        let is_hex = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
        let groups: Vec<&str> = name.split('-').collect();
        if groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
            && groups.iter().all(|group| is_hex(group))
        {
            return Self::Uuid;
        }
        if name.bytes().all(|b| b.is_ascii_digit()) {
            return Self::Digits(name.len());
        }
        match name.rsplit_once('-') {
            Some((kind, digits)) if matches!(digits.len(), 8 | 17) && is_hex(digits) && kind.len() <= 8 => {
                Self::Id(format!("{kind}-"), digits.len())
            }
            _ => Self::Name,
        }
    }

    fn name(&self, number: usize) -> String {
        match self {
            Self::Id(kind, length) => format!("{kind}{number:0length$x}"),
            Self::Uuid => format!("00000000-0000-4000-8000-{number:012x}"),
            Self::Digits(length) => format!("{number:0length$}"),
            Self::Name => format!("name-{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_shape() {
        let made = |name| Shape::of(name).name(10);
        assert_eq!(made("i-0123456789abcdef0"), "i-0000000000000000a");
        assert_eq!(made("7bf73129-1428-4cd3-a780-95db273d1602"), "00000000-0000-4000-8000-00000000000a");
        assert_eq!(made("0123456"), "0000010");
        assert_eq!(made("orders-queue"), "name-10");
    }
}
