//! Shell commands around JSON: a here-document, an argument of the AWS CLI.

use rulepad_document::json::quote;

/// The body of the first here-document, and where it starts.
pub(crate) fn heredoc(text: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    let mut open: Option<(usize, String)> = None;
    for line in text.split_inclusive('\n') {
        if let Some((start, word)) = &open {
            if line.trim() == word {
                return Some((*start, text.get(*start..at)?));
            }
        } else if let Some(word) = opened(line) {
            open = Some((at + line.len(), word));
        }
        at += line.len();
    }
    // The last line may have been left behind when the text was copied.
    let (start, _) = open?;
    text.get(start..).map(|body| (start, body))
}

/// The word that ends the here-document this line opens.
fn opened(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("<<")?;
    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start();
    let word: String = rest
        .trim_start_matches(['\'', '"', '\\'])
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    let named = word.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    named.then_some(word)
}

/// The options of AWS CLI commands that take an event, entries or a message, the most telling first.
const OPTIONS: [&str; 8] = [
    "--entries",
    "--cli-input-json",
    "--event",
    "--payload",
    "--message-body",
    "--message",
    "--data",
    "--body",
];

/// The value of the option of an AWS CLI command that holds JSON, with the option.
pub(crate) fn argument(text: &str) -> Option<(&'static str, String)> {
    let words = command(text)?;
    OPTIONS.into_iter().find_map(|option| {
        let at = words.iter().position(|word| word == option || word.starts_with(&format!("{option}=")))?;
        let own = words.get(at)?.strip_prefix(&format!("{option}="));
        let value = own.map(str::to_owned).or_else(|| words.get(at + 1).cloned())?;
        Some((option, value))
    })
}

/// The message that `aws sns publish` sends, with its attributes, as the request has them. Without attributes it is
/// given only where `always`.
pub(crate) fn published(text: &str, always: bool) -> Option<String> {
    let words = command(text)?;
    let after = |option: &str| {
        let at = words.iter().position(|word| word == option || word.starts_with(&format!("{option}=")))?;
        let own = words.get(at)?.strip_prefix(&format!("{option}="));
        own.map(str::to_owned).or_else(|| words.get(at + 1).cloned())
    };
    if !(words.iter().any(|word| word == "sns") && words.iter().any(|word| word == "publish")) {
        return None;
    }
    let message = after("--message")?;
    let attributes = after("--message-attributes");
    if attributes.is_none() && !always {
        return None;
    }
    let attributes = attributes.map(|text| attributes_of(&text));
    let members = [
        ("TopicArn", after("--topic-arn").map(|text| quote(&text))),
        ("Message", Some(quote(&message))),
        ("MessageStructure", after("--message-structure").map(|text| quote(&text))),
        ("MessageAttributes", attributes),
    ];
    let members: Vec<String> =
        members.into_iter().filter_map(|(key, value)| Some(format!("{}: {}", quote(key), value?))).collect();
    Some(format!("{{{}}}", members.join(", ")))
}

/// A value without the quotes around it.
fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value)
}

/// The attributes of a message: JSON, or the CLI's shorthand `name={DataType=String,StringValue=x},…`.
fn attributes_of(text: &str) -> String {
    if text.trim_start().starts_with('{') {
        return text.to_owned();
    }
    let mut members = Vec::new();
    let mut rest = text;
    while let Some((name, more)) = rest.split_once("={") {
        let (inner, after) = more.split_once('}').unwrap_or((more, ""));
        // A part without a name goes on with the value before it.
        let mut parts: Vec<(String, String)> = Vec::new();
        for part in inner.split(',') {
            match (part.split_once('='), parts.last_mut()) {
                (Some((key, value)), _) => parts.push((key.trim().to_owned(), unquoted(value).to_owned())),
                (None, Some((_, value))) => *value = format!("{value},{part}"),
                (None, None) => {}
            }
        }
        let parts: Vec<String> =
            parts.iter().map(|(key, value)| format!("{}: {}", quote(key), quote(value))).collect();
        let name = name.trim_start_matches([',', ' ']).trim_matches('"');
        members.push(format!("{}: {{{}}}", quote(name), parts.join(", ")));
        rest = after;
    }
    format!("{{{}}}", members.join(", "))
}

/// Whether a text is the AWS CLI's shorthand for an entry: `Source=a,DetailType=b`.
pub(crate) fn is_shorthand(text: &str) -> bool {
    let text = text.trim();
    ["Source=", "DetailType=", "Detail="].iter().filter(|name| text.contains(*name)).count() >= 2
}

/// The words of the first command that calls the AWS CLI.
fn command(text: &str) -> Option<Vec<String>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start().trim_start_matches(['$', '>', '%']).trim_start();
        if ["aws ", "awslocal ", "aws2 "].iter().any(|name| start.starts_with(name)) {
            return Some(words(text.get(at + (line.len() - start.len())..)?));
        }
        at += line.len();
    }
    None
}

/// The words of a command as a shell reads them, up to its end.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' => {
                let word = word.get_or_insert_default();
                word.extend(chars.by_ref().take_while(|c| *c != '\''));
            }
            '$' if chars.peek() == Some(&'\'') && word.is_none() => {}
            '"' => {
                let word = word.get_or_insert_default();
                while let Some(c) = chars.next().filter(|c| *c != '"') {
                    match (c, chars.peek()) {
                        ('\\', Some('"' | '\\' | '$' | '`')) => word.extend(chars.next()),
                        ('\\', Some('\n')) => {
                            chars.next();
                        }
                        _ => word.push(c),
                    }
                }
            }
            '\\' | '`' | '^' if chars.peek() == Some(&'\n') => {
                chars.next();
            }
            '\\' if chars.peek() == Some(&'\r') => {}
            '\\' => word.get_or_insert_default().extend(chars.next()),
            '\n' | ';' | '|' | '&' => break,
            c if c.is_whitespace() => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_a_shell() {
        let text = "aws x --a '{\"b\": \"it'\\''s\"}' \\\n  --c \"{\\\"d\\\": \\\\1}\" e\\ f; rm g";
        assert_eq!(words(text), ["aws", "x", "--a", r#"{"b": "it's"}"#, "--c", r#"{"d": \1}"#, "e f"]);
        assert_eq!(words("a 'open"), ["a", "open"]);
    }

    #[test]
    fn an_argument_is_found_by_its_option() {
        let text = "# send it\n$ aws events put-events \\\n --entries='[{}]' --region x";
        assert_eq!(argument(text), Some(("--entries", "[{}]".to_owned())));
        assert_eq!(argument("aws events list-rules"), None);
        assert_eq!(argument("echo --event {}"), None);
    }

    #[test]
    fn a_published_message_keeps_its_attributes() {
        let text = "aws sns publish --topic-arn t --message 'hi' \\\n  --message-attributes \
                    'store={DataType=String,StringValue=shop},list={DataType=String.Array,StringValue=[\"a\",\"b\"]}'";
        assert_eq!(
            published(text, false).unwrap(),
            r#"{"TopicArn": "t", "Message": "hi", "MessageAttributes": {"store": {"DataType": "String", "StringValue": "shop"}, "list": {"DataType": "String.Array", "StringValue": "[\"a\",\"b\"]"}}}"#
        );
        let plain = "aws sns publish --message='{}'";
        assert_eq!(published(plain, false), None);
        assert_eq!(published(plain, true).unwrap(), r#"{"Message": "{}"}"#);
        assert_eq!(published("aws sqs send-message --message x", true), None);
    }

    #[test]
    fn a_here_document_ends_at_its_word() {
        let text = "cat > e.json <<'EOF'\n{}\nEOF\nrest";
        assert_eq!(heredoc(text), Some((21, "{}\n")));
        assert_eq!(heredoc("cat <<-END\n{}"), Some((11, "{}")));
        assert_eq!(heredoc("1 << 2"), None);
    }
}
