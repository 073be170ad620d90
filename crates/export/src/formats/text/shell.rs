//! Words of a POSIX shell.

use super::shown;
use crate::later::{Later, Natural};
use crate::message::Loss;
use rulepad_document::visible::{escaped, is_unseen};
use rulepad_rule::reference::mark::{MarkedPart, is_marked, parts, with_expressions};
use rulepad_rule::{domain, other_domains};

/// One word, whatever the text holds, except NUL, which no shell carries. Variables that it has are put in.
pub fn word(text: &str) -> String {
    if !is_marked(text) {
        return parts(text).into_iter().next().map_or_else(
            || literal(""),
            |part| match part {
                MarkedPart::Text(text) => literal(&text),
                MarkedPart::Expression { code, .. } => code,
            },
        );
    }
    let written = parts(text).into_iter().map(|part| match part {
        MarkedPart::Text(text) => literal(&text),
        MarkedPart::Expression { code, .. } => format!("\"{code}\""),
    });
    written.collect()
}

fn literal(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@+".contains(c);
    if !text.is_empty() && text.chars().all(plain) && !text.starts_with(['-', '=']) {
        return text.to_owned();
    }
    if !text.contains(is_escaped) {
        return quoted(text);
    }
    // A POSIX shell has no escape inside quotes: `printf` writes the bytes.
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let seen = rest.find(is_escaped).unwrap_or(rest.len());
        let (before, after) = rest.split_at(seen);
        let unseen = after.find(|c| !is_escaped(c)).unwrap_or(after.len());
        let (hidden, later) = after.split_at(unseen);
        if !before.is_empty() {
            out.push_str(&quoted(before));
        }
        if !hidden.is_empty() {
            let octal: String = hidden.bytes().map(|byte| format!("\\{byte:03o}")).collect();
            out.push_str(&format!("\"$(printf '{octal}')\""));
        }
        rest = later;
    }
    out
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// What a script does not show as it is. A line end in quotes is one, and `$(…)` would drop it; NUL cannot be
/// carried at all.
fn is_escaped(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\n' | '\t' | '\0')
}

/// Text for a comment, which ends with its line.
pub fn comment(text: &str) -> String {
    escaped(text).into_owned()
}

/// [`variable`] for a JSON text, which has its own escapes for what cannot be seen.
pub fn json_variable(name: &str, json: &str, later: &[Later]) -> String {
    variable(name, &in_json(&shown(json), later))
}

/// The name of the function that escapes a value within a JSON string.
const ESCAPE: &str = "in_json";

/// A JSON text in which every value is escaped where the shell puts it in. In an account, a Region or a partition
/// there is nothing to escape.
pub fn in_json(json: &str, later: &[Later]) -> String {
    let is_plain = |name: &str| later.iter().any(|own| own.name == name && own.natural.is_some());
    with_expressions(
        json,
        |name, code| {
            if is_plain(name) { code.to_owned() } else { format!("$({ESCAPE} \"{code}\")") }
        },
    )
}

/// The function that escapes, where a script calls it.
pub fn escape(script: &str) -> &'static str {
    if script.contains(&format!("$({ESCAPE} ")) { include_str!("../scripts/in_json.sh") } else { "" }
}

/// One call, an option a line.
pub fn call(operation: &str, options: &[String]) -> String {
    let options: String = options.iter().map(|option| format!(" \\\n  {option}")).collect();
    format!("aws {operation}{options}")
}

/// The Region for all calls, unless the surroundings name one.
pub fn region(region: &str) -> String {
    format!(": \"${{AWS_REGION:={region}}}\"\nexport AWS_REGION AWS_DEFAULT_REGION=\"$AWS_REGION\"\n")
}

/// The values that a script asks for or finds out, as variables. It stops where one is missing.
pub fn asked(later: &[Later]) -> String {
    let mut out = String::new();
    for own in later {
        let name = own.capitals();
        out.push_str(&match own.natural {
            Some(Natural::Region) => {
                ": \"${AWS_REGION:=$(aws configure get region)}\"\n: \"${AWS_REGION:?set it to the Region}\"\n".to_owned()
            }
            Some(Natural::Account) => {
                "aws_account_id=$(aws sts get-caller-identity --query Account --output text)\n".to_owned()
            }
            Some(Natural::Partition) => {
                "aws_partition=$(aws sts get-caller-identity --query Arn --output text | cut -d: -f2)\n".to_owned()
            }
            Some(Natural::UrlSuffix) => {
                let other: String = other_domains()
                    .map(|(partition, domain)| format!("  arn:{partition}:*) aws_url_suffix={domain} ;;\n"))
                    .collect();
                format!(
                    "case $(aws sts get-caller-identity --query Arn --output text) in\n{other}  *) \
                     aws_url_suffix={} ;;\nesac\n",
                    domain("aws")
                )
            }
            None => {
                // Within `${…}` a brace would end the message, and a quote would need another.
                let plain = |c: &char| !matches!(c, '}' | '{' | '"' | '\'' | '`' | '$' | '\\') && !is_unseen(*c);
                let what: String = own.described().chars().filter(plain).collect();
                format!(": \"${{{name}:?{what}}}\"\n")
            }
        });
    }
    out
}

/// The Region for all calls, whatever the surroundings name: the rule is in this one.
pub fn own_region(region: &str) -> String {
    let region = word(region);
    format!("export AWS_REGION={region} AWS_DEFAULT_REGION={region}\n")
}

/// A variable with a text of several lines. A quoted end keeps the shell away from what is before it. One quoted
/// word it is where the text holds the end, where its last line break would be lost, and where a shell such as
/// bash 3.2, which looks into the text for the end of `$(`, would go astray.
pub fn variable(name: &str, text: &str) -> String {
    let ends = text.ends_with('\n') || text.lines().any(|line| line == "EOF");
    let astray = ["`", "$(", "${"].iter().any(|open| text.contains(open));
    if text.contains('\n') && !ends && !astray && !is_marked(text) && !text.contains(is_escaped) {
        return format!("\n{name}=$(cat <<'EOF'\n{text}\nEOF\n)\n");
    }
    format!("\n{}{name}={}\n", directive(text), word(text))
}

/// The comment before a line with the text in quotes, where ShellCheck takes a part of it for an error: an escape of
/// the quote, or what looks like a value.
pub fn directive(text: &str) -> String {
    let slips = [("SC1003", text.contains("\\'")), ("SC2016", expands(text))];
    let slips: Vec<&str> = slips.into_iter().filter(|(_, is)| *is).map(|(code, _)| code).collect();
    match &slips[..] {
        [] => String::new(),
        slips => format!("# shellcheck disable={}\n", slips.join(",")),
    }
}

/// A quoted word in which the shell writes the value of a variable wherever the text has the mark.
pub fn word_with(text: &str, mark: &str, variable: &str) -> String {
    text.split(mark).map(word).collect::<Vec<_>>().join(&format!("\"${variable}\""))
}

/// The JSON text behind a call as what it reads.
pub fn here_document(json: &str) -> String {
    let text = shown(json);
    let taken = |end: &String| text.lines().any(|line| line == end);
    let mut ends = std::iter::once("EOF".to_owned()).chain((2..).map(|number| format!("EOF_{number}")));
    let end = ends.find(|end| !taken(end)).unwrap_or_default();
    format!(" <<'{end}'\n{text}\n{end}")
}

/// Takes out what no shell carries.
pub fn without_nul(script: &mut String, losses: &mut Vec<Loss>) {
    if script.contains('\0') {
        losses.push(Loss::Nul);
        script.retain(|c| c != '\0');
    }
}

/// Whether a shell would put something else in the text, were it not quoted.
fn expands(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        if c == '`' || (c == '$' && (next.is_ascii_alphanumeric() || "_({".contains(next))) {
            return true;
        }
    }
    false
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::formats::text::HARD;
    use rulepad_rule::reference::mark::{guarded, mark};
    use rulepad_rule::{Reference, ReferenceLanguage, ReferenceValue};
    use std::io::Write;
    use std::process::{Command, Output, Stdio};

    /// Runs a script; what it writes to its third output is what comes out.
    pub(crate) fn run(script: &str) -> Output {
        let mut shell = Command::new("sh")
            .args(["-s"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let script = format!("exec 3>&1 1>/dev/null\n{script}");
        shell.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
        shell.wait_with_output().unwrap()
    }

    /// Runs the script with a program called `aws` that prints its words, and what it is given to read where a word
    /// says that it reads.
    pub(crate) fn calls(script: &str) -> (Vec<Vec<String>>, String) {
        // The statement that goes into a policy is what the policy is then.
        let python = "python3() { case \"$3\" in sid) echo SID;; put) printf %s \"$7\";; esac; }\n";
        let aws = "aws() { case \"$*\" in *file:///dev/stdin*) printf '\\2' >&3; cat >&3; printf '\\2' >&3;; esac; \
                   printf '%s\\0' \"$@\" >&3; printf '\\1' >&3; \
                   case \"$2\" in put-rule) echo arn:of:rule;; put-targets) echo 0;; esac; }\n";
        let output = run(&format!("{python}{aws}{script}"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let parts: Vec<&str> = text.split('\u{2}').collect();
        let (text, read) = match &parts[..] {
            [before, read, after] => (format!("{before}{after}"), (*read).to_owned()),
            _ => (text, String::new()),
        };
        let words = |call: &str| call.split_terminator('\0').map(str::to_owned).collect();
        (text.split_terminator('\u{1}').map(words).collect(), read)
    }

    #[test]
    fn a_text_is_in_quotes_where_an_older_shell_would_look_into_it() {
        assert!(variable("a", "{\n\"it's\": \"$or\"\n}").contains("<<'EOF'"));
        for text in ["{\n`\n}", "{\n$(x\n}", "{\n${x\n}", "a\nEOF\nb", "a\n", "a"] {
            let written = variable("a", text);
            assert!(!written.contains("<<"), "{written}");
        }
        assert!(variable("a", "$HOME").starts_with("\n# shellcheck disable=SC2016\na='$HOME'"));
        assert!(variable("a", "\\'`").contains("disable=SC1003,SC2016\n"));
        assert!(!variable("a", "5 $ and $.a").contains("shellcheck"));
    }

    #[test]
    fn an_end_stands_nowhere_in_its_text() {
        assert_eq!(here_document("a"), " <<'EOF'\na\nEOF");
        assert_eq!(here_document("a\nEOF\nEOF_2"), " <<'EOF_3'\na\nEOF\nEOF_2\nEOF_3");
    }

    #[test]
    fn a_shell_reads_every_word_as_it_was() {
        let texts: Vec<String> = HARD.iter().map(|text| text.replace('\0', "")).collect();
        let script: String = texts.iter().map(|text| format!("printf '%s\\0' {}\n", word(text))).collect();
        let run = Command::new("sh").arg("-c").arg(script).output().unwrap();
        let read: Vec<&[u8]> = run.stdout.split(|byte| *byte == 0).collect();
        assert_eq!(read.len(), texts.len() + 1, "{}", String::from_utf8_lossy(&run.stderr));
        for (text, read) in texts.iter().zip(read) {
            assert_eq!(text.as_bytes(), read);
        }
    }

    #[test]
    fn a_value_is_escaped_within_json() {
        let own = Later {
            name: "team".into(),
            natural: None,
            reference: Reference {
                shown: "${Team}".into(),
                language: ReferenceLanguage::CloudFormation,
                value: ReferenceValue::Any,
                source: "{\"Ref\":\"Team\"}".into(),
            },
            meaning: None,
        };
        let json = format!("{{\"a\": [\"b {} {}\"]}}", guarded("\u{f5f0}"), mark("team", "${TEAM}"));
        let variable = json_variable("pattern", &json, &[own]);
        assert!(escape(&variable).contains("in_json()") && escape("in_json").is_empty());
        let hard = HARD.iter().filter(|text| !text.contains('\0'));
        for value in hard.chain(&["\",\"x\":[\"", "\\\"", "a\n", "\n\n", "\r\t\t"]) {
            let script = format!("{}{variable}printf %s \"$pattern\"", escape(&variable));
            let run = Command::new("sh").arg("-c").arg(script).env("TEAM", value).output().unwrap();
            let text = String::from_utf8(run.stdout).unwrap();
            let read: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(read, serde_json::json!({"a": [format!("b \u{f5f0} {value}")]}));
        }
    }

    #[test]
    fn plain_words_stay_plain() {
        assert_eq!(
            word("arn:aws:sns:us-east-1:123456789012:topic"),
            "arn:aws:sns:us-east-1:123456789012:topic"
        );
        assert_eq!(word("it's"), r"'it'\''s'");
        assert_eq!(word("--name"), "'--name'");
    }
}
