//! The reference as a static site: a page for each file of readable cases, every case live, an index and a search.
//!
//! All addresses are relative, and no page loads anything but files of the site. Every page is whole without scripts.

mod case;
mod html;
mod index;
mod page;
mod search;
mod words_en;

use crate::contents::Kind;
use crate::update::update;
use rulepad_workbench::reference;
use rulepad_workbench::suite::{Suite, parse};

/// Folders of readable cases, in the order of the index.
const GROUPS: [Group; 4] = [Group::Pattern, Group::Event, Group::Transformer, Group::Target];

/// What the pages of a folder are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Pattern,
    Event,
    Transformer,
    Target,
}

impl Group {
    /// The folder in `tests/suite`.
    fn folder(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Event => "event",
            Self::Transformer => "transformer",
            Self::Target => "target",
        }
    }
}

/// A page of the site.
pub(crate) struct Topic {
    group: Group,
    /// The name of the file of cases, without its ending.
    name: String,
    suite: Suite,
    /// The anchor of each case.
    anchors: Vec<String>,
}

impl Topic {
    /// The file of the page.
    fn file(&self) -> String {
        format!("{}-{}.html", self.group.folder(), self.name)
    }
}

/// The files of the site, each with its path and text. `files` are the readable cases: folder and name, such as
/// `pattern/prefix`, and text.
///
/// Beside them, `rulepad` must hold the files of the npm package.
#[must_use]
pub fn site(files: &[(String, String)]) -> Vec<(String, String)> {
    let topics = topics(files);
    let mut out: Vec<(String, String)> =
        topics.iter().map(|topic| (topic.file(), update(&page::page(topic, &topics), Kind::Html))).collect();
    out.push(("index.html".to_owned(), index::page(&topics)));
    out.push(("search-index.js".to_owned(), search::index(&topics)));
    for (name, text) in [
        ("search.js", include_str!("search.js")),
        ("site.css", include_str!("site.css")),
        ("tokens.css", include_str!("../../../../web/styles/tokens.css")),
    ] {
        out.push((name.to_owned(), text.to_owned()));
    }
    out
}

/// The pages in the order of the index: operators first among the patterns, the other folders by title.
fn topics(files: &[(String, String)]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = files
        .iter()
        .filter_map(|(path, text)| {
            let (folder, name) = path.split_once('/')?;
            let group = GROUPS.into_iter().find(|group| group.folder() == folder)?;
            let suite = parse(text);
            let anchors = anchors(&suite);
            Some(Topic { group, name: name.to_owned(), suite, anchors })
        })
        .collect();
    topics.sort_by_key(|topic| {
        let group = GROUPS.iter().position(|group| *group == topic.group);
        let listed =
            reference::FILES.iter().position(|name| topic.group == Group::Pattern && *name == topic.name);
        (group, listed, topic.suite.title.to_lowercase())
    });
    topics
}

/// An anchor for each case, of the letters and digits of its title; a second one of the same has a number.
fn anchors(suite: &Suite) -> Vec<String> {
    let mut anchors: Vec<String> = Vec::new();
    for case in &suite.cases {
        let lower = case.title.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let plain = words.collect::<Vec<_>>().join("-");
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !anchors.contains(name));
        anchors.push(free.unwrap_or(plain));
    }
    anchors
}
