//! The snippets that put an example into a document.

use super::escape::{address, attribute, fence, html, markdown_text};
use super::parts::{Part, parts, shown};
use super::section::{SECTION, escaped_line};
use super::{Editable, Look, Stored, Theme};
use crate::draft::Draft;
use crate::share;
use rulepad_document::Lang;
use rulepad_pattern::Dialect;
use serde_json::Value;

/// The kinds of snippets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snippet {
    /// The custom element `<rulepad-example>`.
    Element,
    /// An `<iframe>` of the page's embedded view.
    Frame,
    /// A link to the page in Markdown.
    Link,
    /// A fenced block of Markdown that a plug-in turns into the element.
    Fence,
}

impl Snippet {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Element, Self::Frame, Self::Link, Self::Fence];
}

/// Where the files that a snippet names are.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// The page's address, without query and fragment.
    pub page: &'p str,
    /// The address of the element's script.
    pub script: &'p str,
}

/// The snippet for a draft.
#[must_use]
pub fn snippet(
    kind: Snippet,
    draft: &Draft,
    stored: &Stored,
    look: Look,
    place: Place<'_>,
    lang: Lang,
) -> String {
    match kind {
        Snippet::Element => element(draft, stored, look, place, lang),
        Snippet::Frame => frame(draft, stored, look, place, lang),
        Snippet::Link => {
            let link = format!("{}#{}", place.page, share::encode(draft));
            format!("[{}](<{}>)\n", markdown_text(words!(lang, embed::OPEN)), address(&link))
        }
        Snippet::Fence => fenced(draft, stored, look, lang),
    }
}

fn element(draft: &Draft, stored: &Stored, look: Look, place: Place<'_>, lang: Lang) -> String {
    let page = ("page", place.page.to_owned());
    let attributes: String = attributes(draft, stored, look, lang, true)
        .into_iter()
        .chain([page])
        .map(|(name, value)| format!(" {name}=\"{}\"", attribute(&value)))
        .collect();
    let parts: String = parts(draft, stored, look)
        .into_iter()
        .map(|Part { name, text }| format!("  <pre data-part=\"{name}\">{}</pre>\n", html(text)))
        .collect();
    format!(
        "<script type=\"module\" src=\"{}\"></script>\n<rulepad-example{attributes}>\n{parts}  <p data-part=\"answer\">{}</p>\n</rulepad-example>\n",
        attribute(place.script),
        html(&stored.answer),
    )
}

fn frame(draft: &Draft, stored: &Stored, look: Look, place: Place<'_>, lang: Lang) -> String {
    let source = frame_address(draft, look, place.page, lang);
    format!(
        "<iframe src=\"{}\" title=\"{}\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" width=\"100%\" height=\"{}\" style=\"border: 0\"></iframe>\n",
        attribute(&address(&source)),
        attribute(&words!(lang, embed::frame_title(&stored.answer))),
        look.height,
    )
}

/// The address of the embedded view of a draft.
#[must_use]
pub fn frame_address(draft: &Draft, look: Look, page: &str, lang: Lang) -> String {
    let fragment = share::encode(draft);
    let mut query = format!("embed&id={:08x}", id(&fragment));
    for (name, value) in [
        ("show", shown(draft, look)),
        ("editable", look.editable.name().to_owned()),
        ("theme", look.theme.name().to_owned()),
        ("lang", lang.tag().to_owned()),
    ] {
        query += &format!("&{name}={value}");
    }
    format!("{page}?{query}#{fragment}")
}

/// Tells the frames of one document apart (FNV-1a).
fn id(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn fenced(draft: &Draft, stored: &Stored, look: Look, lang: Lang) -> String {
    let info: String = attributes(draft, stored, look, lang, false)
        .into_iter()
        // MkDocs takes options in quotes alone.
        .map(|(name, value)| format!(" {name}=\"{value}\""))
        .collect();
    let mut body = String::new();
    let answer = Part { name: "answer", text: &stored.answer };
    for Part { name, text } in parts(draft, stored, look).into_iter().chain([answer]) {
        body += &format!("{SECTION}{name}\n");
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            body += &format!("{}\n", escaped_line(line));
        }
    }
    let marks = fence(&body);
    format!("{marks}rulepad{info}\n{body}{marks}\n")
}

/// The attributes of an example. Those that mean the same as none are written only where `all` are.
fn attributes(
    draft: &Draft,
    stored: &Stored,
    look: Look,
    lang: Lang,
    all: bool,
) -> Vec<(&'static str, String)> {
    let mut out = vec![("verdict", name(&stored.verdict)), ("show", shown(draft, look))];
    let mut add = |name, value: &str, is_default: bool| {
        if all || !is_default {
            out.push((name, value.to_owned()));
        }
    };
    add("editable", look.editable.name(), look.editable == Editable::None);
    add("theme", look.theme.name(), look.theme == Theme::Auto);
    add("lang", lang.tag(), lang == Lang::default());
    if draft.dialect != Dialect::default() {
        out.push(("dialect", name(&draft.dialect)));
    }
    out
}

/// The name under which a value is stored.
fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}
