//! Pieces of HTML.

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

/// A whole page. `main` and `nav` are HTML.
///
/// `scripts` are those that only this page loads, before its search. Titles and cases are in English in every language.
pub(super) fn document(
    (title, description): (&str, &str),
    nav: &str,
    main: &str,
    scripts: &str,
    lang: Lang,
) -> String {
    let title = escaped(&plain(title));
    let description = escaped(&plain(description));
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
<link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="site.css">
{scripts}<script src="search.js" defer></script>
<script type="module" src="rulepad/rulepad-example.js"></script>
</head>
<body>
<a class="skip" href="#main">{skip}</a>
<header class="top">
<a class="home" href="index.html">{home}</a>
<form class="search" role="search" action="index.html">
<label for="q">{search}</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false">
</form>
<a class="page" href="../index.html">{open}</a>
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
        skip = words!(lang, SKIP),
        home = words!(lang, HOME),
        search = words!(lang, SEARCH),
        open = words!(lang, OPEN),
    )
}
