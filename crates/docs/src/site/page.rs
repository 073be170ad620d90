//! One page: what its file of cases is about, and each case.

use super::case;
use super::html::{Document, document, escaped, inline, prose};
use super::marked;
use rulepad_workbench::Lang;
use rulepad_workbench::reference::{Chapter, Contents, Group};

/// The page of a topic.
pub(super) fn page(chapter: &Chapter, all: &Contents, lang: Lang) -> String {
    let suite = &chapter.suite;
    let introduction = chapter.introduction(lang);
    let mut main = format!("<h1>{}</h1>\n{}", inline(&introduction.title), prose(&introduction.about));
    let titled = || {
        let cases = suite.cases.iter().zip(&chapter.anchors);
        cases.map(|(case, anchor)| (case, anchor, chapter.case_title(case, lang)))
    };
    if suite.cases.len() > 3 {
        main += &format!("<nav class=\"contents\" aria-label=\"{}\"><ul>\n", words!(lang, ON_THIS_PAGE));
        for (_, anchor, title) in titled() {
            let mark = marked(title.lang, lang);
            main += &format!("<li><a href=\"#{anchor}\"{mark}>{}</a></li>\n", inline(title.text));
        }
        main += "</ul></nav>\n";
    }
    for (case, anchor, title) in titled() {
        main += &format!(
            "<section class=\"case\" id=\"{anchor}\" aria-labelledby=\"{anchor}-title\">\n<h2 id=\"{anchor}-title\"{}><a href=\"#{anchor}\">{}</a></h2>\n{}{}</section>\n",
            marked(title.lang, lang),
            inline(title.text),
            about(&case.about, lang),
            case::html(case, chapter.topic.group.blocks(), title.text, lang)
        );
    }
    let page = Document {
        name: &chapter.topic.page(),
        title: &words!(lang, titled(&introduction.title)),
        description: &introduction.synopsis(),
        nav: &navigation(chapter, all, lang),
        main: &main,
        scripts: "",
    };
    document(&page, lang)
}

/// The text of a case, which is in English.
fn about(markdown: &str, lang: Lang) -> String {
    match lang {
        _ if markdown.trim().is_empty() => String::new(),
        Lang::En => prose(markdown),
        Lang::Ko(_) => format!("<div class=\"about\" lang=\"en\">\n{}</div>\n", prose(markdown)),
    }
}

/// The list of all pages, beside each.
fn navigation(current: &Chapter, all: &Contents, lang: Lang) -> String {
    let mut nav = format!(
        "<nav class=\"pages\" aria-label=\"{}\">\n<details open><summary>{}</summary>\n",
        words!(lang, PAGES),
        words!(lang, PAGES)
    );
    for group in Group::ALL {
        nav += &format!("<p>{}</p>\n<ul>\n", escaped(group.title(lang)));
        for chapter in all.chapters.iter().filter(|chapter| chapter.topic.group == group) {
            let is_current = chapter.topic == current.topic;
            let mark = if is_current { " aria-current=\"page\"" } else { "" };
            let page = chapter.topic.page();
            nav += &format!(
                "<li><a href=\"{page}\"{mark}>{}</a></li>\n",
                inline(&chapter.introduction(lang).title)
            );
        }
        nav += "</ul>\n";
    }
    nav + "</details>\n</nav>\n"
}
