//! One case: an example where one event is tried, and what else is expected of it.

use super::html::{escaped, inline};
use super::{marked, root};
use crate::subscriber_cases;
use rulepad_workbench::suite::{Blocks, Case, is_given, is_of_aws, is_prose, label, written_in};
use rulepad_workbench::{Dialect, Lang, Target, evaluate, share, tidy};
use serde_json::json;

/// The longest texts of an example, in bytes: longer ones are about length, and are cut.
const LONGEST: usize = 6_000;
/// How much of a longer text is shown, in characters.
const SHOWN: usize = 1_500;
/// The longest fragment of a link.
const LONGEST_LINK: usize = 8_000;

/// Blocks that an example shows.
const OF_EXAMPLE: [&str; 12] = [
    "pattern",
    "event",
    "dialect",
    "input-path",
    "input-paths-map",
    "input-template",
    "input",
    "target",
    "parameters",
    "verdict",
    "why",
    "payload",
];

/// The case in HTML, under a title that is shown already.
pub(super) fn html(case: &Case, of: Blocks, title: &str, lang: Lang) -> String {
    match of {
        Blocks::Rule => of_rule(case, title, lang),
        Blocks::Subscriber => of_subscriber(case, lang),
    }
}

/// A case about a subscriber: its texts, and what is found of them. The tests of the readable cases confirm it.
fn of_subscriber(case: &Case, lang: Lang) -> String {
    let blocks = if lang == Lang::En { case.blocks.clone() } else { subscriber_cases::blocks_in(case, lang) };
    let shown = blocks.iter().filter(|(tag, text)| !text.is_empty() && written_in(tag) == Lang::En);
    // Where a place in a text is shown, the text stays on its line.
    let is_exact = case.block("diagnostics").is_some();
    let shown = shown.map(|(tag, text)| {
        let is_text = is_given(Blocks::Subscriber, tag) && !is_exact;
        let long = if is_text { tidy(text) } else { None };
        part(Blocks::Subscriber, tag, long.as_deref().unwrap_or(text), lang)
    });
    format!("<dl>\n{}</dl>\n", shown.collect::<String>())
}

fn of_rule(case: &Case, title: &str, lang: Lang) -> String {
    let example = example(case, lang);
    let mut out = example.clone().unwrap_or_default();
    // What the file expects is in English.
    let blocks = if lang == Lang::En { case.blocks.clone() } else { case.blocks_in(lang) };
    let rest = blocks.iter().filter(|(tag, text)| {
        let is_shown = example.is_some() && OF_EXAMPLE.contains(&tag.as_str());
        // The site says in Korean what is found, so it needs no text that says so.
        !is_shown && !text.is_empty() && written_in(tag) == Lang::En
    });
    let found: String = rest.map(|(tag, text)| part(Blocks::Rule, tag, text, lang)).collect();
    if !found.is_empty() {
        out += &format!("<dl>\n{found}</dl>\n");
    }
    if example.is_none() {
        let fragment = share::encode(&case.draft());
        if fragment.len() <= LONGEST_LINK {
            let name = escaped(&words!(lang, open_case(title)));
            out += &format!(
                "<p><a class=\"open\" href=\"{}../index.html#{fragment}\" aria-label=\"{name}\">{}</a></p>\n",
                root(lang),
                words!(lang, OPEN)
            );
        }
    }
    out
}

/// The element, without what is stored in it; `None` for a case of pasted texts, of long ones, or of a target alone.
fn example(case: &Case, lang: Lang) -> Option<String> {
    let has = |tag: &str| case.block(tag).is_some();
    let length: usize = case.blocks_for(Lang::En).map(|(_, text)| text.len()).sum();
    if has("pasted") || !(has("pattern") || has("event")) || length > LONGEST {
        return None;
    }
    // Where AWS's answer names a line and a column, the text stays on its line.
    let is_exact = ["aws", "refused", "diagnostics"].into_iter().any(has);
    let text = |tag: &str| {
        let text = case.block(tag)?;
        Some(if is_exact { text.to_owned() } else { tidy(text).unwrap_or_else(|| text.to_owned()) })
    };
    let mut parts: Vec<(&str, String)> = Vec::new();
    parts.extend(text("pattern").map(|text| ("pattern", text)));
    parts.extend(text("event").map(|text| ("event", text)));
    if ["target", "parameters", "input"].into_iter().any(has) {
        if !has("pattern") {
            // A whole rule has a pattern: one that takes every event.
            parts.insert(0, ("pattern", case.draft().pattern));
        }
        parts.push(("targets", targets(case)?));
    } else {
        parts.extend(text("input-path").map(|text| ("input-path", text)));
        parts.extend(text("input-paths-map").map(|text| ("paths", text)));
        parts.extend(text("input-template").map(|text| ("template", text)));
    }
    let is_one = |name: &str| parts.iter().any(|(own, _)| *own == name);
    let has_target = ["targets", "input-path", "paths", "template"].into_iter().any(is_one);
    let is_rule = is_one("pattern") && has("event");
    if has_target && is_rule && evaluate(&case.draft(), lang).targets.iter().any(|it| it.rendered.is_some()) {
        parts.push(("payload", String::new()));
    }
    let dialect = case.draft().dialect;
    let mut attributes = format!(" editable=\"all\" page=\"{}../index.html\"", root(lang));
    if dialect != Dialect::Rule {
        let name = serde_json::to_value(dialect).ok()?;
        attributes += &format!(" dialect=\"{}\"", name.as_str()?);
    }
    if lang != Lang::default() {
        attributes += &format!(" lang=\"{}\"", lang.tag());
    }
    let mut out = format!("<rulepad-example{attributes}>\n");
    for (name, text) in parts {
        // A browser drops one line break behind `<pre>`.
        let break_first = if text.starts_with('\n') { "\n" } else { "" };
        out += &format!(
            "<pre data-part=\"{name}\" data-label=\"{}\" tabindex=\"0\">{break_first}{}</pre>\n",
            escaped(label(Blocks::Rule, name, lang)),
            escaped(&text)
        );
    }
    Some(out + "</rulepad-example>\n")
}

/// The targets of a case as `PutTargets` takes them; `None` where its texts are about being broken.
fn targets(case: &Case) -> Option<String> {
    let draft = case.draft();
    let target: &Target = draft.targets.first()?;
    let mut item = json!({ "Id": target.id, "Arn": target.arn });
    let members = item.as_object_mut()?;
    if !target.role_arn.is_empty() {
        members.insert("RoleArn".to_owned(), json!(target.role_arn));
    }
    match &target.input {
        rulepad_workbench::Input::MatchedEvent => {}
        rulepad_workbench::Input::Path(path) => {
            members.insert("InputPath".to_owned(), json!(path));
        }
        rulepad_workbench::Input::Constant(text) => {
            members.insert("Input".to_owned(), json!(text));
        }
        rulepad_workbench::Input::Transformer { paths, template } => {
            let mut transformer = json!({ "InputTemplate": template });
            if !paths.is_empty() {
                let paths: serde_json::Value = serde_json::from_str(paths).ok()?;
                transformer.as_object_mut()?.insert("InputPathsMap".to_owned(), paths);
            }
            members.insert("InputTransformer".to_owned(), transformer);
        }
    }
    if !target.parameters.is_empty() {
        let parameters: serde_json::Value = serde_json::from_str(&target.parameters).ok()?;
        members.insert(target.kind()?.parameters()?.to_owned(), parameters);
    }
    if !target.dead_letter_arn.is_empty() {
        members.insert("DeadLetterConfig".to_owned(), json!({ "Arn": target.dead_letter_arn }));
    }
    // Whether serde_json keeps the order of members depends on who else is built with it.
    item.sort_all_objects();
    serde_json::to_string_pretty(&json!([item])).ok()
}

/// What a case expects under a tag.
fn part(of: Blocks, tag: &str, text: &str, lang: Lang) -> String {
    let label = inline(label(of, tag, lang));
    let shown = if is_prose(of, tag) {
        text.lines().map(|line| format!("<p>{}</p>", inline(line))).collect()
    } else {
        let kept: String = text.chars().take(SHOWN).collect();
        let more = text.chars().count().saturating_sub(SHOWN);
        let rest = if more > 0 { format!("<p>{}</p>", words!(lang, more(more))) } else { String::new() };
        format!("<pre tabindex=\"0\">{}</pre>{rest}", escaped(&kept))
    };
    let english = if is_of_aws(tag) { marked(Lang::En, lang) } else { String::new() };
    format!("<div><dt>{label}</dt><dd{english}>{shown}</dd></div>\n")
}
