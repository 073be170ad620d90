//! An event put together from parts, and what AWS would fill in.

use crate::defaults::{ACCOUNT, REGION, TIME, uuid};
use crate::diagnostics::Diagnostic;
use crate::step::ReadingStep;
use crate::tree::Tree;

/// An event that was made from something else.
pub(crate) struct MadeEvent {
    pub event: Tree,
    pub title: String,
    pub steps: Vec<ReadingStep>,
    pub problems: Vec<Diagnostic>,
}

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
        let content = [&self.detail_type, &self.source, &self.detail];
        let content: Vec<String> = content.into_iter().flatten().map(Tree::compact).collect();
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
