//! Several files at once: their names, and what one of them says of another.

use serde::{Deserialize, Serialize};

/// A text and the name of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedText {
    /// The name as the person sees it, with `/` between folders.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The files that were given together with the one that is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'f> {
    all: &'f [NamedText],
    from: &'f str,
}

impl<'f> Files<'f> {
    /// The files around the one of the name `from`.
    #[must_use]
    pub fn around(all: &'f [NamedText], from: &'f str) -> Self {
        Self { all, from }
    }

    /// Every file, the one that is read included.
    #[must_use]
    pub fn all(&self) -> &'f [NamedText] {
        self.all
    }

    /// The folder of the file that is read; blank for the uppermost.
    #[must_use]
    pub fn folder(&self) -> &'f str {
        folder(self.from)
    }

    /// The file of a path that the text names. A path is taken from the folder of the file that is read; where
    /// nothing is there, the only file whose name ends with the path is meant.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&'f NamedText> {
        let beside = normal(&format!("{}/{path}", self.folder()));
        let wanted = normal(path);
        let exact = |own: &&NamedText| [&beside, &wanted].contains(&&normal(&own.name));
        if let Some(found) = self.all.iter().find(exact) {
            return Some(found);
        }
        let ending = format!("/{}", wanted.trim_start_matches("../"));
        let mut close = self.all.iter().filter(|own| format!("/{}", normal(&own.name)).ends_with(&ending));
        close.next().filter(|_| close.next().is_none() && ending.len() > 1)
    }
}

/// The folder of a file; blank for the uppermost.
#[must_use]
pub fn folder(name: &str) -> &str {
    name.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder)
}

/// A path without `.`, and without `..` where a folder is before it.
#[must_use]
pub fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_taken_from_the_folder_of_its_file() {
        let named = |name: &str| NamedText { name: name.to_owned(), text: name.to_owned() };
        let all = [named("a/main.tf"), named("a/p/one.json"), named("b/p/one.json"), named("./c.json")];
        let files = Files::around(&all, "a/main.tf");
        let get = |path: &str| files.get(path).map(|own| own.name.as_str());
        assert_eq!(get("p/one.json"), Some("a/p/one.json"));
        assert_eq!(get("./p/../p/one.json"), Some("a/p/one.json"));
        assert_eq!(get("../b/p/one.json"), Some("b/p/one.json"));
        assert_eq!(get("c.json"), Some("./c.json"));
        assert_eq!(get("one.json"), None, "two files end so");
        assert_eq!(get("main.tf"), Some("a/main.tf"));
        assert_eq!((get(""), get("x.json"), files.folder()), (None, None, "a"));
        let elsewhere = Files::around(&all, "x.sh");
        assert_eq!(elsewhere.get("/tmp/main.tf"), None);
        assert_eq!(elsewhere.get("main.tf").map(|own| own.name.as_str()), Some("a/main.tf"));
    }
}
