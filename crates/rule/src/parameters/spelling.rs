//! Which member a name means that AWS does not know: other spellings, slips, members of an inner object.

use crate::schema::{SchemaField, Wants};
use rulepad_document::spelling::nearest;

/// What a name means.
pub(super) enum Meant {
    /// A member, as AWS spells it.
    Known(&'static SchemaField),
    /// A member in another spelling: Terraform's, the CDK's, or with a slip.
    Respelt(&'static SchemaField),
    /// A member of an object inside: the objects on the way, and the member.
    Inside(Vec<&'static SchemaField>, &'static SchemaField),
    /// Nothing that is known.
    Unknown,
}

/// What the name of a member means among these.
pub(super) fn meant(fields: &'static [SchemaField], key: &str) -> Meant {
    if let Some(field) = fields.iter().find(|field| field.name == key) {
        return Meant::Known(field);
    }
    if let Some(field) = respelt(fields, key) {
        return Meant::Respelt(field);
    }
    if let Some((outer, field)) = inside(fields, key) {
        return Meant::Inside(outer, field);
    }
    let names = fields.iter().map(|field| field.name);
    let near = nearest(key, names).and_then(|name| fields.iter().find(|field| field.name == name));
    near.map_or(Meant::Unknown, Meant::Respelt)
}

fn respelt(fields: &'static [SchemaField], key: &str) -> Option<&'static SchemaField> {
    let wanted = plain(key);
    let same = |name: &str| plain(name) == wanted;
    fields.iter().find(|field| same(field.name) || field.also.iter().any(|name| same(name)))
}

fn inside(
    fields: &'static [SchemaField],
    key: &str,
) -> Option<(Vec<&'static SchemaField>, &'static SchemaField)> {
    fields.iter().find_map(|outer| {
        let Wants::Object(inner) = outer.wants else { return None };
        if let Some(found) = respelt(inner, key) {
            return Some((vec![outer], found));
        }
        let (mut way, found) = inside(inner, key)?;
        way.insert(0, outer);
        Some((way, found))
    })
}

/// The name without its letter case and separators, as the tools around AWS vary them.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether the name is the property's own, in any tool's spelling.
pub(super) fn is_property(key: &str, property: &str) -> bool {
    let wanted = plain(property);
    let stem = wanted.strip_suffix("parameters").unwrap_or(&wanted);
    let stem = stem.strip_suffix("data").unwrap_or(stem);
    let key = plain(key);
    key == wanted || key == format!("{stem}target") || key == format!("{stem}parameters")
}
