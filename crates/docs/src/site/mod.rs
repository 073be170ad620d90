//! The reference as a static site: a page for each file of readable cases, every case live, an index and a search.
//!
//! All addresses are relative, and no page loads anything but files of the site. Every page is whole without scripts.

/// What `words_en` and `words_ko` of the site say: `words!(lang, HOME)`.
macro_rules! words {
    ($lang:expr, $($said:tt)+) => {
        match $lang {
            rulepad_workbench::Lang::En => super::words_en::$($said)+,
            rulepad_workbench::Lang::Ko(_) => super::words_ko::$($said)+,
        }
    };
}

mod case;
mod html;
mod index;
mod page;
mod search;
mod words_en;
mod words_ko;

use crate::contents::Kind;
use crate::update::update;
use rulepad_workbench::Lang;
use rulepad_workbench::reference::Contents;

/// The files of the site in every language, each with its path and text: English ones at the top, the others in a folder
/// of the name of their language.
///
/// Beside them, `rulepad` must hold the files of the npm package.
#[must_use]
pub fn site(contents: &Contents) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for lang in Lang::ALL {
        let mut write = |name: &str, text| out.push((format!("{}{name}", folder(lang)), text));
        for chapter in &contents.chapters {
            write(&chapter.topic.page(), update(&page::page(chapter, contents, lang), Kind::Html));
        }
        write("index.html", index::page(contents, lang));
        write("search-index.js", search::index(contents, lang));
    }
    for (name, text) in [
        ("search.js", include_str!("search.js")),
        ("site.css", include_str!("site.css")),
        ("tokens.css", include_str!("../../../../web/styles/tokens.css")),
    ] {
        out.push((name.to_owned(), text.to_owned()));
    }
    out
}

/// The folder of a language in the site, with a slash behind it.
fn folder(lang: Lang) -> String {
    if lang == Lang::En { String::new() } else { format!("{}/", lang.tag()) }
}

/// The way from the pages of a language to the top of the site.
fn root(lang: Lang) -> &'static str {
    if lang == Lang::En { "" } else { "../" }
}

/// The attribute that marks a text in another language than that of its page.
fn marked(of: Lang, page: Lang) -> String {
    if of == page { String::new() } else { format!(" lang=\"{}\"", of.tag()) }
}
