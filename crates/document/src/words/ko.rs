//! Korean: particles by the last sound, lists, counts, kinds of JSON values.
//!
//! Six pairs of particles change with the sound before them: 은/는, 이/가, 을/를, 과/와, 으로/로, 이나/나. A value that
//! a person, an event or AWS gives has no known sound, so no such particle follows it: the sentence is built so that a
//! noun of ours stands there, or a particle that never changes (에, 의, 만, 도, 에서, 입니다, 이고, 인).

use crate::json::ValueKind;

/// A noun of ours, whose last sound is known: it takes particles. What others wrote is `&str` and takes none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun(pub &'static str);

impl Noun {
    /// With 은 or 는.
    #[must_use]
    pub fn topic(self) -> String {
        self.with_particle("은", "는", "은")
    }

    /// With 이 or 가.
    #[must_use]
    pub fn subject(self) -> String {
        self.with_particle("이", "가", "이")
    }

    /// With 을 or 를.
    #[must_use]
    pub fn object(self) -> String {
        self.with_particle("을", "를", "을")
    }

    /// With 과 or 와.
    #[must_use]
    pub fn and(self) -> String {
        self.with_particle("과", "와", "과")
    }

    /// With 으로 or 로.
    #[must_use]
    pub fn toward(self) -> String {
        self.with_particle("으로", "로", "로")
    }

    /// A noun whose sound the tables do not tell takes the particle of a closed sound; a test of each crate keeps such
    /// nouns out.
    fn with_particle(self, closed: &str, open: &str, rieul: &str) -> String {
        let particle = match end(self.0) {
            Some(End::Open) => open,
            Some(End::Rieul) => rieul,
            Some(End::Closed) | None => closed,
        };
        format!("{}{particle}", self.0)
    }
}

impl std::fmt::Display for Noun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// How a word ends in sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// In a vowel.
    Open,
    /// In ㄹ, which takes 로 and else the particles of a consonant.
    Rieul,
    /// In another consonant.
    Closed,
}

/// Latin words that end a noun phrase of ours and do not sound as their letters are read.
const NAMES: [(&str, End); 65] = [
    ("EventBridge", End::Open),
    ("Lambda", End::Open),
    ("S3", End::Open),
    ("EC2", End::Open),
    ("CodeBuild", End::Open),
    ("Kinesis", End::Open),
    ("Firehose", End::Open),
    ("DynamoDB", End::Open),
    ("Gateway", End::Open),
    ("AppSync", End::Open),
    ("Redshift", End::Open),
    ("SageMaker", End::Open),
    ("Manager", End::Open),
    ("Glue", End::Open),
    ("Inspector", End::Open),
    ("Batch", End::Open),
    ("CloudWatch", End::Open),
    ("Fargate", End::Open),
    ("Serverless", End::Open),
    ("Pulumi", End::Open),
    ("boto3", End::Open),
    ("JavaScript", End::Open),
    ("moto", End::Open),
    ("Kafka", End::Open),
    ("MQ", End::Open),
    ("FIFO", End::Open),
    ("UUID", End::Open),
    ("base64", End::Open),
    ("Rulepad", End::Open),
    ("Functions", End::Open),
    ("Pipes", End::Open),
    ("Scheduler", End::Open),
    ("PutEvents", End::Open),
    ("PutTargets", End::Open),
    ("KB", End::Open),
    ("MB", End::Open),
    ("GB", End::Open),
    ("MiB", End::Open),
    ("KiB", End::Open),
    ("true", End::Open),
    ("false", End::Open),
    ("Slack", End::Closed),
    ("IAM", End::Closed),
    ("ARN", End::Closed),
    ("JSON", End::Closed),
    ("CodePipeline", End::Closed),
    ("CloudFormation", End::Closed),
    ("SAM", End::Closed),
    ("Terraform", End::Closed),
    ("TestEventPattern", End::Closed),
    ("OpsItem", End::Closed),
    ("Automation", End::Closed),
    ("gzip", End::Closed),
    ("LocalStack", End::Closed),
    ("MiniStack", End::Closed),
    ("destination", End::Closed),
    ("BOM", End::Closed),
    ("Markdown", End::Closed),
    ("Python", End::Closed),
    ("YAML", End::Rieul),
    ("URL", End::Rieul),
    ("CloudTrail", End::Rieul),
    ("PutRule", End::Rieul),
    ("SQL", End::Rieul),
    ("null", End::Rieul),
];

/// How the text ends in sound; `None` where neither the last syllable, digit or letter nor the table of names tells.
#[must_use]
pub fn end(text: &str) -> Option<End> {
    let text = spoken(text);
    let last = text.chars().next_back()?;
    match last {
        '가'..='힣' => Some(match (u32::from(last) - 0xAC00) % 28 {
            0 => End::Open,
            8 => End::Rieul,
            _ => End::Closed,
        }),
        _ if last.is_ascii_alphanumeric() => of_latin(text),
        _ => None,
    }
}

fn of_latin(text: &str) -> Option<End> {
    let word = text.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(text);
    // `1MiB`: a unit behind its number.
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let word = if unit.is_empty() { word } else { unit };
    if let Some((_, end)) = NAMES.iter().find(|(name, _)| *name == word) {
        return Some(*end);
    }
    let last = word.chars().next_back()?;
    if last.is_ascii_digit() {
        return Some(match last {
            '0' | '3' | '6' => End::Closed,
            '1' | '7' | '8' => End::Rieul,
            _ => End::Open,
        });
    }
    // Abbreviations are read letter by letter; how other Latin words sound, their spelling does not tell.
    if !word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    Some(match last {
        'M' | 'N' => End::Closed,
        'L' | 'R' => End::Rieul,
        _ => End::Open,
    })
}

/// The text up to what is spoken last: no closing quotes, brackets and stops, and no parenthesis.
fn spoken(text: &str) -> &str {
    let mut text = text;
    loop {
        let short = text.trim_end_matches(['"', '\'', '`', '”', '’', '.', ']', '}', '>', ' ']);
        let short = match short.strip_suffix(')') {
            Some(inside) => match inside.rsplit_once('(') {
                Some((before, _)) if !before.is_empty() => before,
                _ => inside,
            },
            None => short,
        };
        if short.len() == text.len() {
            return text;
        }
        text = short;
    }
}

/// A kind of JSON value; `null`, `true` and `false` are their own names, as in English.
#[must_use]
pub fn kind(kind: ValueKind) -> Noun {
    Noun(match kind {
        ValueKind::Null => "null",
        ValueKind::True => "true",
        ValueKind::False => "false",
        ValueKind::Number => "숫자",
        ValueKind::String => "문자열",
        ValueKind::Array => "배열",
        ValueKind::Object => "객체",
        ValueKind::Invalid => "JSON이 아닌 값",
    })
}

/// `a, b 또는 c`.
#[must_use]
pub fn any_of<T: AsRef<str>>(items: &[T]) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    if before.is_empty() {
        return last.as_ref().to_owned();
    }
    format!("{} 또는 {}", all_of(before), last.as_ref())
}

/// `a, b, c`: lists of the interface have no conjunction.
#[must_use]
pub fn all_of<T: AsRef<str>>(items: &[T]) -> String {
    let texts: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    texts.join(", ")
}

/// The text as a sentence: with a full stop, unless it ends in a mark of its own.
#[must_use]
pub fn sentence(message: &str) -> String {
    if message.ends_with(['.', '?', '!', '…', ':']) { message.to_owned() } else { format!("{message}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_last_sound() {
        let all = |noun: &'static str| {
            let noun = Noun(noun);
            [noun.topic(), noun.subject(), noun.object(), noun.and(), noun.toward()]
                .map(|text| text.trim_start_matches(noun.0).to_owned())
        };
        let open = ["는", "가", "를", "와", "로"];
        let closed = ["은", "이", "을", "과", "으로"];
        let rieul = ["은", "이", "을", "과", "로"];
        for noun in [
            "함수",
            "객체",
            "AWS",
            "SNS",
            "Lambda",
            "DLQ",
            "DLQ(Dead Letter Queue)",
            "S3",
            "4",
            "2개",
            "API",
            "4MiB",
        ] {
            assert_eq!(all(noun), open, "{noun}");
        }
        for noun in ["값", "규칙", "JSON", "IAM", "`ARN`", "\"3\"", "10", "API destination", "SAM"] {
            assert_eq!(all(noun), closed, "{noun}");
        }
        for noun in ["문자열", "배열", "URL", "YAML", "ECR", "7", "1", "8"] {
            assert_eq!(all(noun), rieul, "{noun}");
        }
    }

    #[test]
    fn the_sound_of_unknown_words_is_not_guessed() {
        for text in ["", "source", "name", "\"", "한(", "Xyz", "…"] {
            assert_eq!(end(text), None, "{text}");
        }
        assert_eq!(end("한글."), Some(End::Rieul));
        assert_eq!(end("(대상)"), Some(End::Closed));
        assert_eq!(end("`S3`"), Some(End::Open));
    }

    #[test]
    fn lists_and_sentences() {
        assert_eq!(any_of::<&str>(&[]), "");
        assert_eq!(any_of(&["a"]), "a");
        assert_eq!(any_of(&["a", "b"]), "a 또는 b");
        assert_eq!(any_of(&["a", "b", "c"]), "a, b 또는 c");
        assert_eq!(all_of(&["a", "b", "c"]), "a, b, c");
        assert_eq!(sentence("비어 있습니다"), "비어 있습니다.");
        assert_eq!(sentence("무엇인가요?"), "무엇인가요?");
        assert_eq!(kind(ValueKind::Array).toward(), "배열로");
        assert_eq!(kind(ValueKind::Null).toward(), "null로");
        assert_eq!(kind(ValueKind::True).subject(), "true가");
    }
}
