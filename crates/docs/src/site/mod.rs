//! The reference as a static site: a page for each file of readable cases, every case live, an index and a search.
//!
//! All addresses are relative, and no page loads anything but files of the site. Every page is whole without scripts.

/// What `words_en` and `words_ko` of the site say: `words!(lang, HOME)`.
macro_rules! words {
    ($lang:expr, $($said:tt)+) => {
        match $lang {
            rulepad_workbench::Lang::En => super::words_en::$($said)+,
            rulepad_workbench::Lang::Ko => super::words_ko::$($said)+,
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

/// The files of the site, each with its path and text. The language is that of the words around titles and cases.
///
/// Beside them, `rulepad` must hold the files of the npm package.
#[must_use]
pub fn site(contents: &Contents, lang: Lang) -> Vec<(String, String)> {
    let page = |chapter| update(&page::page(chapter, contents, lang), Kind::Html);
    let mut out: Vec<(String, String)> =
        contents.chapters.iter().map(|chapter| (chapter.topic.page(), page(chapter))).collect();
    out.push(("index.html".to_owned(), index::page(contents, lang)));
    out.push(("search-index.js".to_owned(), search::index(contents, lang)));
    for (name, text) in [
        ("search.js", include_str!("search.js")),
        ("site.css", include_str!("site.css")),
        ("tokens.css", include_str!("../../../../web/styles/tokens.css")),
    ] {
        out.push((name.to_owned(), text.to_owned()));
    }
    out
}
