//! Which files of a folder may hold rules.

/// Folders that tools write, or that hold what others wrote.
const SKIPPED: [&str; 14] = [
    "node_modules",
    "target",
    "dist",
    "build",
    "vendor",
    "venv",
    "__pycache__",
    "site-packages",
    "coverage",
    "out",
    "bin",
    "obj",
    "bower_components",
    "third_party",
];

/// How the names of files end that may hold rules.
const ENDINGS: [&str; 23] = [
    "yaml", "yml", "json", "template", "tf", "tfvars", "tftpl", "tfstate", "sh", "bash", "zsh", "ps1", "cmd",
    "bat", "py", "ts", "js", "mjs", "jsonc", "ndjson", "jsonl", "tpl", "txt",
];

/// Whether a folder of this name is looked into.
#[must_use]
pub fn is_read(folder: &str) -> bool {
    !folder.starts_with('.') && !SKIPPED.contains(&folder)
}

/// Whether a file may hold rules, by its path within the folder that was given; its parts are separated by `/`.
#[must_use]
pub fn may_hold_rules(path: &str) -> bool {
    const OTHERS: [&str; 5] =
        ["package.json", "package-lock.json", "tsconfig.json", "composer.json", "npm-shrinkwrap.json"];
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    folders.split('/').filter(|folder| !folder.is_empty()).all(is_read)
        && ENDINGS.contains(&ending.as_str())
        && !OTHERS.contains(&name)
        && !name.starts_with('.')
        && !name.ends_with(".min.js")
        && !name.ends_with(".d.ts")
}

#[cfg(test)]
mod tests {
    use super::may_hold_rules;

    #[test]
    fn what_tools_write_is_left_alone() {
        for path in ["main.tf", "infra/rules/a.yaml", "Template.JSON", "deploy.sh", "a b/c.tfvars"] {
            assert!(may_hold_rules(path), "{path}");
        }
        for path in [
            "infra/node_modules/x/a.json",
            ".git/config.json",
            "a/.terraform/modules/m.tf",
            "package.json",
            "app/index.d.ts",
            "picture.png",
            "README",
            ".env.yaml",
        ] {
            assert!(!may_hold_rules(path), "{path}");
        }
    }
}
