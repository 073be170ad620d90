//! Names in the spelling of AWS's API.

/// The name with its first letter raised, as `EventPattern` for `eventPattern`.
pub(super) fn raised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
}
