//! An event put together from parts, and what AWS would fill in.

use crate::tree::Tree;

/// What stands for an account that the text does not name.
pub(crate) const ACCOUNT: &str = "111122223333";
/// What stands for a Region that the text does not name.
pub(crate) const REGION: &str = "us-east-1";
/// What stands for the time of a call.
pub(crate) const TIME: &str = "2026-01-01T00:00:00Z";

/// The parts of an envelope, each a JSON value; what is missing is made up.
#[derive(Default)]
pub(crate) struct Envelope {
    pub detail_type: Option<Tree>,
    pub source: Option<Tree>,
    pub account: Option<Tree>,
    pub time: Option<Tree>,
    pub region: Option<Tree>,
    pub resources: Option<Tree>,
    pub detail: Option<Tree>,
}

impl Envelope {
    /// The event, and the names of the fields that were made up.
    pub fn event(self) -> (Tree, Vec<&'static str>) {
        let mut made = vec!["id"];
        let mut or = |name: &'static str, value: Option<Tree>, otherwise: &str| {
            value.unwrap_or_else(|| {
                made.push(name);
                Tree::string(otherwise)
            })
        };
        let account = or("account", self.account, ACCOUNT);
        let time = or("time", self.time, TIME);
        let region = or("region", self.region, REGION);
        let told = [&self.detail_type, &self.source, &self.detail];
        let content: Vec<String> = told.into_iter().flatten().map(Tree::compact).collect();
        let id = uuid(&format!("{}{}", content.join("\n"), time.compact()));
        let event = Tree::object([
            ("version", Some(Tree::string("0"))),
            ("id", Some(Tree::string(&id))),
            ("detail-type", self.detail_type),
            ("source", self.source),
            ("account", Some(account)),
            ("time", Some(time)),
            ("region", Some(region)),
            ("resources", Some(self.resources.unwrap_or(Tree::Array(Vec::new())))),
            ("detail", self.detail),
        ]);
        (event, made)
    }
}

/// Says which fields were made up.
pub(crate) fn made_up(fields: &[&str]) -> String {
    let quoted: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => format!("{only} is made up: AWS gives each event its own."),
        [rest @ .., last] => format!("{} and {last} are made up: AWS fills them in.", rest.join(", ")),
    }
}

/// A UUID that the same text always gives.
pub(crate) fn uuid(text: &str) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = text.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let hex = format!("{hash:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or("");
    format!("{}-{}-4{}-a{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_that_depend_on_the_text_alone() {
        let id = uuid("a");
        assert_eq!(id, uuid("a"));
        assert_ne!(id, uuid("b"));
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
    }
}
