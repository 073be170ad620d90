//! `$hash`.

use sha2::Digest;

/// The algorithms by AWS's names, which are case-sensitive.
pub(crate) const ALGORITHMS: [(&str, Algorithm); 5] = [
    ("MD5", Algorithm::Md5),
    ("SHA-1", Algorithm::Sha1),
    ("SHA-256", Algorithm::Sha256),
    ("SHA-384", Algorithm::Sha384),
    ("SHA-512", Algorithm::Sha512),
];

/// An algorithm of `$hash`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// The algorithm of this name.
    pub fn of(name: &str) -> Option<Self> {
        ALGORITHMS.iter().find(|(own, _)| *own == name).map(|(_, algorithm)| *algorithm)
    }

    /// The digest of the text's UTF-8 bytes, in lower-case hexadecimal.
    pub fn hex(self, text: &str) -> String {
        match self {
            Self::Md5 => hex(&md5::Md5::digest(text)),
            Self::Sha1 => hex(&sha1::Sha1::digest(text)),
            Self::Sha256 => hex(&sha2::Sha256::digest(text)),
            Self::Sha384 => hex(&sha2::Sha384::digest(text)),
            Self::Sha512 => hex(&sha2::Sha512::digest(text)),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digests of `abc` in RFC 1321, FIPS 180-4.
    #[test]
    fn digests_are_those_of_the_standards() {
        let digest = |name: &str| Algorithm::of(name).unwrap().hex("abc");
        assert_eq!(digest("MD5"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(digest("SHA-1"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(digest("SHA-256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(digest("SHA-384").starts_with("cb00753f45a35e8bb5a03d699ac65007"));
        assert!(digest("SHA-512").starts_with("ddaf35a193617abacc417349ae204131"));
        assert_eq!((digest("SHA-384").len(), digest("SHA-512").len()), (96, 128));
        assert_eq!(Algorithm::of("sha-256"), None);
    }
}
