//! Blocks of addresses: one table for each length of prefix.

use super::postings::Posting;
use super::table::Points;
use std::collections::BTreeMap;
use std::net::IpAddr;

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
