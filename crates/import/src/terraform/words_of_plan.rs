//! What Terraform itself prints in a plan.

/// Instead of a value, and names as long as they are.
pub(super) const UNKNOWN: [(&str, &str); 3] = [
    ("(known after apply)", "known-after-apply--"),
    ("(sensitive value)", "sensitive-value--"),
    ("(sensitive)", "sensitive--"),
];

/// After the address of a resource.
pub(super) const AFTER_ADDRESS: [&str; 6] =
    [" will be ", " must be ", " is tainted", " has changed", " has been ", " will no longer "];
