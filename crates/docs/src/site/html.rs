//! Pieces of HTML.

use super::{folder, root};
use pulldown_cmark::{Options, Parser, html::push_html};
use rulepad_workbench::Lang;

/// What a page may load. A `<meta>` has it, as static hosts send no headers of their own.
const POLICY: &str = include_str!("policy.txt");

/// A text in HTML, also between quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Prose of Markdown as paragraphs and lists. HTML in it is shown as text.
pub(super) fn prose(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        pulldown_cmark::Event::Html(text) | pulldown_cmark::Event::InlineHtml(text) => {
            pulldown_cmark::Event::Text(text)
        }
        other => other,
    });
    let mut out = String::new();
    push_html(&mut out, events);
    out
}

/// One line of Markdown, such as a title, without a paragraph around it.
pub(super) fn inline(markdown: &str) -> String {
    let parts: Vec<&str> = markdown.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(markdown);
    }
    let marked = parts.iter().enumerate().map(|(at, part)| match at % 2 {
        0 => escaped(part),
        _ => format!("<code>{}</code>", escaped(part)),
    });
    marked.collect()
}

/// A title without the marks of code.
pub(super) fn plain(markdown: &str) -> String {
    markdown.replace('`', "")
}

/// A page of the site.
pub(super) struct Document<'p> {
    /// The name of its file, the same in every language.
    pub name: &'p str,
    /// What the browser shows above it.
    pub title: &'p str,
    /// What a search engine shows beneath the title.
    pub description: &'p str,
    /// The list beside it, in HTML.
    pub nav: &'p str,
    /// What is on it, in HTML.
    pub main: &'p str,
    /// The scripts that only this page loads, before its search.
    pub scripts: &'p str,
}

/// The addresses of the page in every language, for search engines.
fn alternates(name: &str, lang: Lang) -> String {
    let address = |other: Lang| format!("{}{}{name}", root(lang), folder(other));
    let link = |tag: &str, other| {
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">\n", address(other))
    };
    let each: String = Lang::ALL.into_iter().map(|other| link(other.tag(), other)).collect();
    each + &link("x-default", Lang::En)
}

/// Links to the page in the other languages.
fn switch(name: &str, lang: Lang) -> String {
    let others = Lang::ALL.into_iter().filter(|other| *other != lang);
    let link = |other: Lang| {
        let (root, folder, tag, own) = (root(lang), folder(other), other.tag(), words!(other, LANGUAGE));
        format!(
            "<a class=\"language\" href=\"{root}{folder}{name}\" hreflang=\"{tag}\" lang=\"{tag}\">{own}</a>\n"
        )
    };
    others.map(link).collect()
}

/// A whole page.
pub(super) fn document(page: &Document<'_>, lang: Lang) -> String {
    let Document { name, nav, main, scripts, .. } = page;
    let title = escaped(&plain(page.title));
    let description = escaped(&plain(page.description));
    format!(
        r##"<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
{alternates}<link rel="stylesheet" href="{root}tokens.css">
<link rel="stylesheet" href="{root}site.css">
{scripts}<script src="{root}search.js" defer></script>
<script type="module" src="{root}rulepad/rulepad-example.js"></script>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<header class="top">
<a class="home" href="index.html">{home}</a>
<form class="search" role="search" action="index.html">
<label for="q">{search}</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false">
</form>
{switch}<a class="page" href="{root}../index.html">{open}</a>
</header>
<div class="frame">
{nav}<main id="main">
<div id="found" class="found" role="status" hidden></div>
<ol id="results" class="results" hidden></ol>
{main}</main>
</div>
</body>
</html>
"##,
        tag = lang.tag(),
        root = root(lang),
        alternates = alternates(name, lang),
        switch = switch(name, lang),
        skip = words!(lang, SKIP),
        home = words!(lang, HOME),
        search = words!(lang, SEARCH),
        open = words!(lang, OPEN),
    )
}
