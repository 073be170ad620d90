//! The field or member that a misspelt name probably means.

/// Whether a name differs from a field's only in case, in separators, or by one slip of the finger.
pub(crate) fn similar(field: &str, name: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(40).collect()
    };
    let (field, name) = (plain(field), plain(name));
    field == name || (field.len() >= 5 && one_slip(&field, &name))
}

/// One letter more, less or other, or two neighbours changed.
fn one_slip(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    match (short, long) {
        (short, [_, rest @ ..]) if short.len() + 1 == long.len() => short == rest,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c => rest == others,
        ([_, rest @ ..], [_, others @ ..]) => rest == others,
        _ => false,
    }
}
