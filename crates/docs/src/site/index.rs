//! The index: every page with its synopsis.

use super::html::{document, inline};
use super::words_en as words;
use super::{GROUPS, Topic};

/// The index page.
pub(super) fn page(topics: &[Topic]) -> String {
    let mut main = format!("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n", words::HOME, words::LEAD);
    for group in GROUPS {
        main +=
            &format!("<h2 id=\"{}\">{}</h2>\n<ul class=\"topics\">\n", group.folder(), words::group(group));
        for topic in topics.iter().filter(|topic| topic.group == group) {
            main += &format!(
                "<li><a href=\"{}\">{}</a> <span class=\"count\">{}</span><p>{}</p></li>\n",
                topic.file(),
                inline(&topic.suite.title),
                words::cases(topic.suite.cases.len()),
                inline(&topic.suite.synopsis()),
            );
        }
        main += "</ul>\n";
    }
    let scripts = "<script src=\"search-index.js\" defer></script>\n";
    document(words::HOME, words::LEAD, "", &main, scripts)
}
