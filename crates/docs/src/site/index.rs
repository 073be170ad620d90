//! The index: every page with its synopsis.

use super::html::{document, inline};
use super::words_en as words;
use rulepad_workbench::Lang;
use rulepad_workbench::reference::{Contents, Group};

/// The index page.
pub(super) fn page(contents: &Contents) -> String {
    let mut main = format!("<h1>{}</h1>\n<p class=\"lead\">{}</p>\n", words::HOME, words::LEAD);
    for group in Group::ALL {
        main +=
            &format!("<h2 id=\"{}\">{}</h2>\n<ul class=\"topics\">\n", group.folder(), group.title(Lang::En));
        for chapter in contents.chapters.iter().filter(|chapter| chapter.topic.group == group) {
            main += &format!(
                "<li><a href=\"{}\">{}</a> <span class=\"count\">{}</span><p>{}</p></li>\n",
                chapter.topic.page(),
                inline(&chapter.suite.title),
                words::cases(chapter.suite.cases.len()),
                inline(&chapter.suite.synopsis()),
            );
        }
        main += "</ul>\n";
    }
    let scripts = "<script src=\"search-index.js\" defer></script>\n";
    document(words::HOME, words::LEAD, "", &main, scripts)
}
