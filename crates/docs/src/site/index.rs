//! The index: every page with its synopsis.

use super::html::{Document, document, inline};
use rulepad_workbench::Lang;
use rulepad_workbench::reference::{Contents, Group};

/// The index page.
pub(super) fn page(contents: &Contents, lang: Lang) -> String {
    let (home, lead) = (words!(lang, HOME), words!(lang, LEAD));
    let mut main = format!("<h1>{home}</h1>\n<p class=\"lead\">{lead}</p>\n");
    for group in Group::ALL {
        main += &format!("<h2 id=\"{}\">{}</h2>\n<ul class=\"topics\">\n", group.folder(), group.title(lang));
        for chapter in contents.chapters.iter().filter(|chapter| chapter.topic.group == group) {
            let introduction = chapter.introduction(lang);
            main += &format!(
                "<li><a href=\"{}\">{}</a> <span class=\"count\">{}</span><p>{}</p></li>\n",
                chapter.topic.page(),
                inline(&introduction.title),
                words!(lang, cases(chapter.suite.cases.len())),
                inline(&introduction.synopsis()),
            );
        }
        main += "</ul>\n";
    }
    let scripts = "<script src=\"search-index.js\" defer></script>\n";
    let page = Document { name: "index.html", title: home, description: lead, nav: "", main: &main, scripts };
    document(&page, lang)
}
