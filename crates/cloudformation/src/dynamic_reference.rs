//! Dynamic references, which CloudFormation replaces wherever a text has one (CloudFormation user guide, `Dynamic
//! references`).

/// What opens a dynamic reference of CloudFormation.
pub const REFERENCE: &str = "{{resolve:";

/// A JSON text that CloudFormation finds no dynamic reference in: of `{{resolve:` the first brace is escaped, which
/// readers of JSON take for the same. The two are beside each other in strings alone.
pub fn unresolved(json: &str) -> String {
    json.replace(REFERENCE, "\\u007b{resolve:")
}
