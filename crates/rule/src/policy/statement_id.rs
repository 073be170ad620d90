//! The id of a rule's statement in the policies of others.

use crate::reference::plain;

/// An id that no other rule has: letters and digits only, which every service takes, 83 characters at most.
///
/// It is made of the rule's name, and of a checksum of its whole ARN, since names repeat on buses, in Regions and in
/// accounts. `crates/export/src/formats/scripts/policies.py` makes the same one of the ARN that AWS gives.
#[must_use]
pub fn statement_id(rule_arn: &str) -> String {
    let name = rule_arn.rsplit('/').next().unwrap_or(rule_arn);
    let plain: String = plain(name).chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    format!("EventBridge{plain}{:08x}", checksum(rule_arn.as_bytes()))
}

/// CRC-32 (ISO 3309), as zlib has it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_zlib() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn rules_whose_names_differ_in_punctuation_alone_have_ids_of_their_own() {
        let arn = |rule: &str| format!("arn:aws:events:us-east-1:123456789012:rule/{rule}");
        let ids = ["a-b", "a.b", "ab", "bus/ab", "ab/ab"].map(|rule| statement_id(&arn(rule)));
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{ids:?}");
            assert!(id.starts_with("EventBridgeab") && id.chars().all(|c| c.is_ascii_alphanumeric()), "{id}");
        }
        assert!(statement_id(&arn(&"r".repeat(64))).len() <= 100);
    }
}
