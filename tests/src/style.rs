//! What a Korean text of Rulepad may look like: no English left, endings, particles.

use rulepad_workbench::ko::{End, end};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// What a text is for, which says how it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One or more sentences that state something.
    Statement,
    /// What to do, without an edit.
    Advice,
    /// The button of an edit.
    Chip,
    /// A few words: a label, a headline, a value.
    Phrase,
    /// AWS's answer, which may be a statement of ours where AWS's is not known.
    Answer,
    /// What came out: statements, or counts and states.
    Outcome,
}

/// Names and words of interfaces that stay in Latin letters; names in code are in backticks, but for some that are so
/// in no language.
const KEPT: &str = "\
    AWS Amazon EventBridge Pipes Scheduler Lambda Step Functions Standard Express CodeBuild CodePipeline SNS SQS Kinesis \
    Firehose DynamoDB DocumentDB S3 EC2 ECS Fargate Batch API Gateway REST AppSync Redshift SageMaker Glue Inspector Systems \
    Manager Secrets CloudWatch Logs Insights CloudTrail X-Ray IAM CloudFormation Terraform CLI SDK Kafka MQ RabbitMQ \
    CloudEvent JSONata KMS MSK Rulepad JavaScript TypeScript Python Markdown HCL HTML XML YAML JSON \
    ARN ASCII BOM CIDR DLQ FIFO HTTP ID IP IPv4 IPv6 ISO RFC SQL URL UTC UTF-8 UUID V2 Z base64 vCPU destination \
    NFC NFD KB MB KiB MiB xx here-document heredoc true false null \
    AddPermission GetQueryResults GetRecords LookupEvents PutEvents PutResourcePolicy PutTargets ReceiveMessage \
    TestEventPattern InstanceId RoleArn MessageAttributes FilterPolicy detail detail-type source lambda logs policyDocument \
    anything-but cidr equals-ignore-case exactly exists numeric or prefix suffix wildcard \
    Ansible Automation CDK Cloud Config Control Framework Incident Makefile OpsItem PowerShell Pulumi PutRule SAM Serverless \
    boto3 cfn-lint describe-rule list-rules list-targets-by-rule";

/// Names of products with a word that is in no other.
const PRODUCTS: [&str; 3] = ["Tools for PowerShell", "SDK for JavaScript", "CDK for Terraform"];

static KEPT_WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();

/// Words that end as if a particle did not fit, and have none.
const NO_PARTICLE: [&str; 25] = [
    "평가", "초과", "경로", "효과", "닫는", "맞는", "받는", "않는", "없는", "읽는", "있는", "넘는", "담는",
    "찾는", "막는", "남는", "묶는", "넣는", "적는", "놓는", "얻는", "뽑는", "듣는", "믿는", "갖는",
];

/// Forms that are not used: particles in two spellings, and the styles of offices, of speech and of English.
const NOT_USED: [&str; 12] = [
    "은(는)",
    "는(은)",
    "이(가)",
    "가(이)",
    "을(를)",
    "를(을)",
    "와(과)",
    "과(와)",
    "(으)로",
    "십시오",
    " 및 ",
    ";",
];

/// What is wrong with a text, each in a few words.
pub fn faults(form: Form, ko: &str) -> Vec<String> {
    let plain = plain(ko);
    let mut found: Vec<String> =
        NOT_USED.iter().filter(|own| plain.contains(**own)).map(|own| format!("has `{own}`")).collect();
    found.extend(wrong_ending(form, &plain).map(|ending| format!("{form:?} ends in `{ending}`")));
    found.extend(particles(ko));
    found
}

/// The code spans of a text, in order of their letters.
pub fn code(text: &str) -> Vec<&str> {
    let mut spans: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// The text with `_` for each code span and each quoted value: what Rulepad says itself.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let close = match c {
            '`' | '"' => c,
            '“' => '”',
            _ => {
                out.push(c);
                continue;
            }
        };
        let mut escaped = false;
        for inner in chars.by_ref() {
            if inner == close && !escaped {
                break;
            }
            escaped = close == '"' && inner == '\\' && !escaped;
        }
        out.push('_');
    }
    out
}

/// The Latin words that are neither kept nor data.
pub fn english(text: &str, data: &str) -> Vec<String> {
    // AWS's own words come last.
    let own = text.split("AWS의 응답: ").next().unwrap_or_default();
    let plain = PRODUCTS.iter().fold(plain(own), |plain, name| plain.replace(name, "_"));
    let of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let kept = KEPT_WORDS.get_or_init(|| KEPT.split_whitespace().collect());
    let is_kept = |word: &str| kept.contains(word);
    let mut found = Vec::new();
    for token in plain.split(|c: char| !(of_word(c) || "+-.".contains(c))) {
        let token = token.trim_end_matches('.');
        let is_number = token.contains(|c: char| c.is_ascii_digit()) && token.parse::<f64>().is_ok();
        let is_character =
            token.strip_prefix("U+").is_some_and(|code| code.chars().all(|c| c.is_ascii_hexdigit()));
        if is_number || is_character || is_kept(token) {
            continue;
        }
        for word in token.split(|c: char| !of_word(c)) {
            let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
            if word.contains(is_letter) && !is_kept(word) && !is_kept(unit) && !data.contains(word) {
                found.push(word.to_owned());
            }
        }
    }
    found
}

/// How a text ends that should end in another way.
fn wrong_ending(form: Form, plain: &str) -> Option<String> {
    let wrong = |sentence: &str| match form {
        Form::Statement | Form::Answer | Form::Advice => !is_sentence(sentence),
        Form::Outcome => !is_sentence(sentence) && !bare(sentence).ends_with(['족', '개']),
        Form::Chip | Form::Phrase => bare(sentence).ends_with(['다', '요', '세']),
    };
    sentences(plain).into_iter().find(|text| wrong(text)).map(str::to_owned)
}

/// The sentences of a text. A point behind a Latin letter is in a name.
fn sentences(plain: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut ends: Vec<(usize, &str)> = plain.match_indices(". ").chain(plain.match_indices('\n')).collect();
    ends.sort_unstable();
    for (at, mark) in ends {
        let before = plain.get(from..at).unwrap_or_default();
        if !before.is_empty() && !before.ends_with(|c: char| c.is_ascii_alphabetic()) {
            found.push(before);
            from = at + mark.len();
        }
    }
    found.push(plain.get(from..).unwrap_or_default());
    found
}

/// Whether it ends as a sentence does, before or behind a colon; a label and its values are one without a verb.
fn is_sentence(text: &str) -> bool {
    let ends = |text: &str| bare(text).ends_with(['다', '요']);
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    let is_value = |part: &str| part.split_once(": ").is_some_and(|(_, value)| !value.contains(is_hangul));
    let before_colon = text.match_indices(": ").any(|(at, _)| text.get(..at).is_some_and(ends));
    ends(text)
        || before_colon
        || text.split_once(": ").is_some_and(|(_, values)| !values.contains(is_hangul))
        || text.split(", ").all(is_value)
}

/// A sentence without its full stop and what is in parentheses behind it.
fn bare(sentence: &str) -> &str {
    let mut text = sentence.trim_end_matches(['.', '?', ':', ' ']);
    while let Some((before, _)) = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        text = before.trim_end();
    }
    text
}

/// The particles of a text that do not fit what they follow.
pub fn particles(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    let mut start = None;
    let mut code = false;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c == '`' {
            code = !code;
        }
        let inside = is_hangul(c) && !(code && c != '`');
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let before = text.get(..from).unwrap_or_default();
                let run = text.get(from..at).unwrap_or_default();
                found.extend(wrong_particle(before, run));
            }
            _ => {}
        }
    }
    found
}

/// The particle at the end of a run of Hangul, if it does not fit.
fn wrong_particle(before: &str, run: &str) -> Option<String> {
    // The forms behind a vowel, behind ㄹ and behind another consonant; the longest first.
    const PAIRS: [(&str, [&str; 3]); 11] = [
        ("으로", ["로", "로", "으로"]),
        ("이나", ["나", "이나", "이나"]),
        ("로", ["로", "로", "으로"]),
        ("은", ["는", "은", "은"]),
        ("는", ["는", "은", "은"]),
        ("이", ["가", "이", "이"]),
        ("가", ["가", "이", "이"]),
        ("을", ["를", "을", "을"]),
        ("를", ["를", "을", "을"]),
        ("와", ["와", "과", "과"]),
        ("과", ["와", "과", "과"]),
    ];
    let glued = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "`\"”’)]}>".contains(c));
    let whole = run;
    // 으로는, 과는, 로만: what is behind such a particle never changes.
    let run = ["는", "도", "만", "의", "부터"]
        .iter()
        .filter_map(|tail| run.strip_suffix(tail))
        .find(|run| run.ends_with(['로', '과', '와']))
        .unwrap_or(run);
    if NO_PARTICLE.iter().any(|own| run.ends_with(own)) {
        return None;
    }
    let (particle, forms) = PAIRS.iter().find(|(own, _)| run.ends_with(own))?;
    let stem = run.strip_suffix(particle)?;
    if stem.is_empty() && !glued {
        return None;
    }
    let sound = if stem.is_empty() { end(before) } else { end(stem) };
    let last: String = if stem.is_empty() {
        let tail: Vec<char> = before.chars().rev().take(20).collect();
        tail.into_iter().rev().collect()
    } else {
        String::new()
    };
    let right = match sound {
        Some(End::Open) => forms.first(),
        Some(End::Rieul) => forms.get(1),
        Some(End::Closed) => forms.get(2),
        None => return Some(format!("`{particle}` behind an unknown sound: {last}{whole}")),
    };
    (right != Some(particle)).then(|| format!("`{particle}` behind another sound: {last}{whole}"))
}
