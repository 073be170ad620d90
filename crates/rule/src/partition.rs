//! The partitions of AWS and the domains of their endpoints (botocore 1.44.8, `partitions.json`, checked 2026-11-29).

/// A partition's name, the domain of its endpoints, and how the names of its Regions start.
const PARTITIONS: [(&str, &str, &[&str]); 8] = [
    ("aws", "amazonaws.com", &[]),
    ("aws-us-gov", "amazonaws.com", &["us-gov-"]),
    ("aws-cn", "amazonaws.com.cn", &["cn-"]),
    ("aws-eusc", "amazonaws.eu", &["eusc-"]),
    ("aws-iso", "c2s.ic.gov", &["us-iso-"]),
    ("aws-iso-b", "sc2s.sgov.gov", &["us-isob-"]),
    ("aws-iso-e", "cloud.adc-e.uk", &["eu-isoe-"]),
    ("aws-iso-f", "csp.hci.ic.gov", &["us-isof-"]),
];

/// The domain of a partition's endpoints; that of `aws` for one that is not known.
pub fn domain(partition: &str) -> &'static str {
    let known = PARTITIONS.iter().find(|(name, ..)| *name == partition);
    known.map_or("amazonaws.com", |(_, domain, _)| domain)
}

/// The partitions whose endpoints have another domain than those of `aws`, each with it.
pub fn other_domains() -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = domain("aws");
    PARTITIONS.iter().map(|(name, domain, _)| (*name, *domain)).filter(move |(_, domain)| *domain != own)
}

/// The partition of a Region whose endpoint has this domain.
pub fn partition(region: &str, domain: &str) -> Option<&'static str> {
    let mut same = PARTITIONS.iter().filter(|(_, own, _)| *own == domain);
    let by_region = same.clone().find(|(.., starts)| starts.iter().any(|start| region.starts_with(start)));
    by_region.or_else(|| same.next()).map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_partition_has_its_domain() {
        for (name, own, starts) in PARTITIONS {
            assert_eq!(domain(name), own);
            let region = format!("{}east-1", starts.first().unwrap_or(&"us-"));
            assert_eq!(partition(&region, own), Some(name), "{region}");
        }
        assert_eq!(domain("aws-new"), "amazonaws.com");
        assert_eq!(partition("us-east-1", "example.com"), None);
    }
}
