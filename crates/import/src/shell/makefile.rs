//! Makefiles: the recipes are lines of a shell in which `make` replaces `$$` by `$`.

/// Whether a text is a Makefile: a target, and a recipe behind a tab.
pub(super) fn looks_like(text: &str) -> bool {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let is_target = !line.starts_with([' ', '\t', '#'])
            && line.split_once(':').is_some_and(|(name, rest)| {
                let is_name = |c: char| c.is_ascii_alphanumeric() || "._-/%$() ".contains(c);
                !name.is_empty() && name.chars().all(is_name) && !rest.starts_with(['=', ':', '/'])
            });
        if is_target && lines.peek().is_some_and(|next| next.starts_with('\t') && !next.trim().is_empty()) {
            return true;
        }
    }
    false
}

/// The text with the marks before commands as spaces, so that places stay: `@` hides a command, `-` ignores its errors.
pub(super) fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let is_recipe = line.starts_with('\t');
        let command = line.trim_start_matches(['\t', ' ', '@', '-', '+']);
        let before = line.len() - command.len();
        if is_recipe {
            out.push_str(&" ".repeat(before));
            out.push_str(command);
        } else {
            out.push_str(line);
        }
    }
    out
}
