//! The index of the search: what each page and each case can be found by.

use rulepad_workbench::Lang;
use rulepad_workbench::reference::Contents;
use serde_json::json;

/// A script that gives the index its name: pages on a disk may load scripts and no other files.
///
/// Each entry is the address, the title, the title of the page (blank for a page itself) and more words in lower case;
/// then the language of the title, where it is another than that of the pages.
pub(super) fn index(contents: &Contents, lang: Lang) -> String {
    let entries = contents.entries(lang).iter().filter_map(|entry| {
        let chapter = contents.chapters.get(entry.chapter)?;
        let page = chapter.topic.page();
        let address = match entry.case {
            Some(case) => format!("{page}#{}", chapter.anchors.get(case)?),
            None => page,
        };
        let mut found = vec![&address, &entry.title, &entry.of, &entry.more];
        let tag = entry.lang.tag().to_owned();
        if entry.lang != lang {
            found.push(&tag);
        }
        Some(json!(found).to_string())
    });
    let lines: Vec<String> = entries.collect();
    let mut words = json!({
        "nothing": words!(lang, NOTHING_FOUND),
        "found": words!(lang, FOUND),
        "first": words!(lang, FIRST_FOUND),
    });
    words.sort_all_objects();
    format!(
        "globalThis.rulepadSearchWords = {words};\nglobalThis.rulepadSearchIndex = [\n{}\n];\n",
        lines.join(",\n")
    )
}
