//! The signs of YAML, HCL, XML and prose.

/// Whether most lines of a text are `key:` or `- item`.
#[must_use]
pub fn has_yaml_lines(text: &str) -> bool {
    let key = |line: &str| {
        let line = line.trim().trim_start_matches("- ").trim_start();
        let quoted = |quote: char| line.strip_prefix(quote).and_then(|rest| rest.split_once(quote));
        let rest = match quoted('"').or_else(|| quoted('\'')) {
            Some((_, rest)) => rest,
            None => {
                let end =
                    line.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '/')));
                let end = end.unwrap_or(line.len());
                if end == 0 {
                    return false;
                }
                line.get(end..).unwrap_or("")
            }
        };
        let after = rest.strip_prefix(':').unwrap_or("x");
        (after.trim().is_empty() || after.starts_with([' ', '\t'])) && !after.trim_start().starts_with("{\"")
    };
    // One line with a quoted key is JSON that lost its braces.
    if text.starts_with('"') && text.lines().count() == 1 {
        return false;
    }
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let item = |line: &str| line.trim_start().starts_with("- ") || matches!(line.trim(), "---" | "-");
    let yaml = lines().filter(|line| key(line) || item(line)).count();
    yaml > 0 && yaml * 2 > lines().count() && !text.trim_start().starts_with(['{', '['])
}

/// Whether a text is HCL, which Terraform reads: blocks, or `name = value` on its lines.
#[must_use]
pub fn is_hcl(text: &str) -> bool {
    const BLOCKS: [&str; 9] =
        ["resource", "data", "module", "variable", "locals", "output", "provider", "terraform", "moved"];
    let lines = || {
        let comment = |line: &&str| line.is_empty() || line.starts_with('#') || line.starts_with("//");
        text.lines().map(str::trim).filter(move |line| !comment(line))
    };
    let block = |line: &str| {
        let word = line.split_whitespace().next().unwrap_or("");
        let rest = line.strip_prefix(word).unwrap_or("").trim_start();
        BLOCKS.contains(&word) && (rest.starts_with('"') || rest.starts_with('{'))
    };
    if lines().any(block) || text.contains("jsonencode(") {
        return true;
    }
    // `source = ["a"]` without a semicolon, where JSON has a colon: `"a" = 1` is a slip, `a = 1` another language.
    let assigned = |line: &str| {
        let line = line.trim_start_matches('{').trim_start();
        let name = line.split('=').next().unwrap_or("").trim();
        let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        let value = line.split_once('=').map(|(_, value)| value.trim()).unwrap_or("");
        let opens = value.starts_with(['[', '{', '"', '<']) || value.starts_with(char::is_alphanumeric);
        plain && !name.is_empty() && opens && !line.ends_with(';')
    };
    let count = lines().filter(|line| assigned(line)).count();
    let rest = lines().filter(|line| !matches!(*line, "{" | "}" | "]" | "[" | "})" | "},")).count();
    let several = count > 1 || text.trim_start().starts_with('{') || text.matches(" = ").count() > 1;
    count > 0 && count * 2 > rest && !text.contains('\'') && several
}

/// Whether a text is XML or HTML.
#[must_use]
pub fn is_xml(text: &str) -> bool {
    let tag = text.strip_prefix('<').unwrap_or("");
    tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!')) && text.contains('>')
}

/// Whether a text is words: several, without a bracket, a quote or a key.
#[must_use]
pub fn is_prose(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let letters =
        text.chars().filter(|c| c.is_alphabetic() || c.is_whitespace() || ".,;!?'’-()".contains(*c)).count();
    words >= 3
        && !text.contains(['{', '}', '[', ']', '"', '=', ':'])
        && letters * 10 > text.chars().count() * 8
}
