//! What the page's service worker has to know: the build, and its files.

use std::collections::BTreeMap;

use crate::finish::{Files, hash};
use crate::policy::EXAMPLE;
use crate::process::Stop;

/// Where the script has the build and its files.
const TABLE: &str = "{ build: \"\", first: [], english: [], korean: [], rest: [] }";

/// The script with the files of a build. `names` are their names before and after they got a hash; `finished` are all
/// of them.
pub fn with_files(script: &str, names: &BTreeMap<String, String>, finished: &Files) -> Result<String, Stop> {
    if !script.contains(TABLE) {
        return Err(Stop::new(format!("the service worker has no `{TABLE}`")));
    }
    let mut first = vec!["index.html"];
    let (mut english, mut korean, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for (old, name) in names {
        // Loaded by `trunk serve` alone.
        if old != "reload.js" {
            let list = match visit_of(old) {
                Visit::First => &mut first,
                Visit::FirstInEnglish => &mut english,
                Visit::FirstInKorean => &mut korean,
                Visit::Later => &mut rest,
            };
            list.push(name.as_str());
        }
    }
    rest.extend(finished.keys().map(String::as_str).filter(|name| name.starts_with(&format!("{EXAMPLE}/"))));
    // File names need no escapes.
    let list = |names: &[&str]| {
        format!("[{}]", names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(","))
    };
    let table = format!(
        "{{\"build\":\"{}\",\"first\":{},\"english\":{},\"korean\":{},\"rest\":{}}}",
        build(finished),
        list(&first),
        list(&english),
        list(&korean),
        list(&rest)
    );
    Ok(script.replace(TABLE, &table))
}

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// By every first visit.
    First,
    /// By the first visit of one who reads English.
    FirstInEnglish,
    /// By the first visit of one who reads Korean; by everyone, where a page has no programs without Korean.
    FirstInKorean,
    /// When its panel is first used.
    Later,
}

/// When a file is loaded; its name has no hash.
pub fn visit_of(name: &str) -> Visit {
    let starts = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    let is_style = name.ends_with(".css") && !name.contains('/');
    let first = ["index.html", "snippets/", "favicon", "first.js", "boot.js", "manifest.", "worker_loader."];
    if is_style || starts(&first) {
        Visit::First
    } else if starts(&["app_en", "worker_en"]) {
        Visit::FirstInEnglish
    } else if starts(&["app.", "app-", "app_bg", "worker.", "worker_bg"]) {
        Visit::FirstInKorean
    } else {
        Visit::Later
    }
}

/// A number of all files and what is in them.
fn build(finished: &Files) -> String {
    let each = finished
        .iter()
        .flat_map(|(name, bytes)| [name.as_bytes().to_vec(), hash(bytes).to_le_bytes().to_vec()]);
    format!("{:016x}", hash(&each.collect::<Vec<_>>().concat()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{build, with_files};
    use crate::finish::Files;
    use crate::paths;

    #[test]
    fn the_script_is_told_what_a_first_visit_loads_and_the_rest() {
        let script = fs::read_to_string(paths::root().join("web/service_worker.js")).unwrap();
        let old = [
            "app-1.js",
            "app_en.js",
            "boot.js",
            "export.js",
            "kit-1.css",
            "reload.js",
            "worker.js",
            "worker_loader.js",
        ];
        let names = old.map(|name| (name.to_owned(), format!("new-{name}"))).into_iter().collect();
        let finished: Files = [("v1/a.js", b"1"), ("_headers", b"2")]
            .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
            .into();
        let told = with_files(&script, &names, &finished).unwrap();
        let first = "\"first\":[\"index.html\",\"new-boot.js\",\"new-kit-1.css\",\"new-worker_loader.js\"]";
        assert!(told.contains(first), "{told}");
        assert!(told.contains("\"english\":[\"new-app_en.js\"]"), "{told}");
        assert!(told.contains("\"korean\":[\"new-app-1.js\",\"new-worker.js\"]"), "{told}");
        assert!(told.contains("\"rest\":[\"new-export.js\",\"v1/a.js\"]"), "{told}");
        assert!(with_files("", &names, &finished).is_err());
    }

    #[test]
    fn another_file_is_another_build() {
        let files = |name: &str, text: &str| Files::from([(name.to_owned(), text.as_bytes().to_vec())]);
        let one = build(&files("a", "1"));
        assert_eq!(one, build(&files("a", "1")));
        assert_ne!(one, build(&files("a", "2")));
        assert_ne!(one, build(&files("b", "1")));
    }
}
