//! What could be typed next: in the event pattern fields and values of the event and operators, in a target's own
//! property its members and their words.

use crate::catalogue::{Catalogue, Named};
use crate::words::Completes;
use rulepad_document::json::{self, Member, Node, Value};
use rulepad_document::{Lang, Role, Span, Words};
use rulepad_pattern::lint::ENVELOPE;
use rulepad_pattern::{Event, Operator, parse};
use rulepad_rule::{Offer, TargetKind, offers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Suggestions for one place of the pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    /// What a choice replaces.
    pub span: Span,
    /// The choices, the likeliest first.
    pub options: Vec<Completion>,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// What the list shows and matches against what is typed.
    pub label: String,
    /// A line about it.
    pub detail: String,
    /// The text that replaces the span.
    pub insert: String,
    /// Where the caret is put, in bytes of `insert`.
    pub caret: usize,
}

/// More values of the event than these are not offered.
const MOST_VALUES: usize = 12;

/// Suggestions at a byte offset of the pattern, broken as it may be: from the event, and from what the catalogue
/// knows of the event types that the pattern names.
#[must_use]
pub fn complete(
    pattern: &str,
    event: &str,
    offset: usize,
    catalogue: Option<&Catalogue>,
    lang: Lang,
) -> Completions {
    let (text, quote) = closed_behind(pattern, offset);
    let parsed = json::parse_unchecked(&text, Role::Pattern);
    let named = catalogue.map(|catalogue| Named::by(&parse(&text).pattern, Some(catalogue)));
    let event = json::parse_unchecked(event, Role::Event).root;
    let at = u32::try_from(offset).unwrap_or(u32::MAX);
    let Some(root) = parsed.root.filter(|root| root.members().is_some()) else {
        return Completions::default();
    };
    // The quote that was added belongs to the text that was read, not to the person's.
    let own = |span: Span| Span { end: span.end - u32::from(quote && span.end > at), ..span };
    match place(&root, at) {
        CursorPlace::Field { path, span, bare } => Completions {
            span: own(span),
            options: fields(event.as_ref(), &path, bare, named.as_ref(), lang),
        },
        CursorPlace::Operator { span, bare } => {
            Completions { span: own(span), options: operators(bare, lang) }
        }
        CursorPlace::Matcher { name, span } => {
            let mut options = values(event.as_ref(), &name, named.as_ref(), lang);
            options.extend(Operator::ALL.map(|operator| matcher(operator, lang)));
            Completions { span: own(span), options }
        }
        CursorPlace::Nothing => Completions::default(),
    }
}

/// The pattern as it is read: a string that is still being typed at the caret ends where its line has only
/// closers left, and what is open at the end of the text reaches beyond a caret there. Tells whether a quote was
/// added.
fn closed_behind(pattern: &str, offset: usize) -> (String, bool) {
    let unclosed = json::parse_unchecked(pattern, Role::Pattern).diagnostics.into_iter().any(|found| {
        let span = found.span();
        found.is(json::Code::UnclosedString) && (span.start as usize) < offset && offset <= span.end as usize
    });
    let (before, after) = pattern.split_at_checked(offset).unwrap_or((pattern, ""));
    if !unclosed {
        return (format!("{pattern} "), false);
    }
    let line = after.split(['\n', '\r']).next().unwrap_or_default();
    let typed = line.trim_end_matches([',', '}', ']', ':', ' ', '\t']).len();
    let (typed, rest) = after.split_at_checked(typed).unwrap_or((after, ""));
    (format!("{before}{typed}\"{rest} "), true)
}

/// Suggestions at a byte offset of a target's own property, such as `EcsParameters`, broken as it may be.
#[must_use]
pub fn complete_parameters(kind: TargetKind, parameters: &str, offset: usize, lang: Lang) -> Completions {
    let (text, quote) = closed_behind(parameters, offset);
    let found = offers(kind, &text, offset);
    let at = u32::try_from(offset).unwrap_or(u32::MAX);
    // The quote that was added belongs to the text that was read, not to the person's.
    let span = Span { end: found.span.end - u32::from(quote && found.span.end > at), ..found.span };
    let option = |offer: Offer| {
        let Offer { name, about, insert, caret } = offer;
        Completion { label: name, detail: about.words(lang), insert, caret }
    };
    Completions { span, options: found.options.into_iter().map(option).collect() }
}

enum CursorPlace {
    /// A key among fields; `bare` when its value is already there.
    Field {
        path: Vec<String>,
        span: Span,
        bare: bool,
    },
    /// A key in a matcher.
    Operator {
        span: Span,
        bare: bool,
    },
    /// A matcher in the list of this field.
    Matcher {
        name: String,
        span: Span,
    },
    Nothing,
}

fn place(root: &Node, offset: u32) -> CursorPlace {
    let mut node = root;
    let mut path: Vec<String> = Vec::new();
    let mut in_matcher = false;
    let mut branches = false;
    loop {
        let inside = |span: Span| span.start < offset && offset < span.end;
        match &node.value {
            Value::Object(members) => {
                if let Some(member) =
                    members.iter().find(|member| inside(member.key_span) || touched(member, offset))
                {
                    let bare = member.value.span.end > member.value.span.start;
                    return key(path, member.key_span, in_matcher, bare);
                }
                match members.iter().find(|member| inside(member.value.span)) {
                    Some(member) => {
                        if member.key == "$or" && !in_matcher {
                            branches = true;
                        } else {
                            path.push(member.key.clone());
                        }
                        node = &member.value;
                    }
                    None => return key(path, Span { start: offset, end: offset }, in_matcher, false),
                }
            }
            Value::Array(items) => match items.iter().find(|item| inside(item.span)) {
                Some(item) if matches!(item.value, Value::Object(_)) => {
                    in_matcher = !std::mem::take(&mut branches) || in_matcher;
                    node = item;
                }
                Some(item) if !in_matcher && !branches => {
                    return CursorPlace::Matcher { name: path.join("."), span: item.span };
                }
                None if !in_matcher && !branches => {
                    return CursorPlace::Matcher {
                        name: path.join("."),
                        span: Span { start: offset, end: offset },
                    };
                }
                _ => return CursorPlace::Nothing,
            },
            _ => return CursorPlace::Nothing,
        }
    }
}

/// Whether the caret is right behind a key that has no value yet.
fn touched(member: &Member, offset: u32) -> bool {
    member.key_span.end == offset && member.value.value == Value::Invalid
}

fn key(path: Vec<String>, span: Span, in_matcher: bool, bare: bool) -> CursorPlace {
    if in_matcher { CursorPlace::Operator { span, bare } } else { CursorPlace::Field { path, span, bare } }
}

fn operators(bare: bool, lang: Lang) -> Vec<Completion> {
    let option = |operator: Operator| {
        let (name, whole) = (operator.name(), operator.snippet());
        // Inside the braces only the part between them is wanted.
        let insert = if bare {
            json::quote(name)
        } else {
            whole.trim_start_matches('{').trim_end_matches('}').to_owned()
        };
        let caret = caret(&insert);
        Completion { label: name.to_owned(), detail: operator.synopsis(lang).to_owned(), insert, caret }
    };
    Operator::ALL.into_iter().map(option).collect()
}

fn matcher(operator: Operator, lang: Lang) -> Completion {
    let insert = operator.snippet().to_owned();
    let caret = caret(&insert);
    Completion {
        label: operator.name().to_owned(),
        detail: operator.synopsis(lang).to_owned(),
        insert,
        caret,
    }
}

/// Inside the first empty quotes, else at the end.
fn caret(insert: &str) -> usize {
    insert.find("\"\"").map_or(insert.len(), |at| at + 1)
}

fn fields(
    event: Option<&Node>,
    path: &[String],
    bare: bool,
    named: Option<&Named<'_>>,
    lang: Lang,
) -> Vec<Completion> {
    let mut names: Vec<(String, String, bool)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |name: &str, detail: String, nested: bool| {
        if seen.insert(name.to_owned()) {
            names.push((name.to_owned(), detail, nested));
        }
    };
    let mut here = Vec::new();
    if let Some(event) = event {
        under(event, path, &mut here);
    }
    for member in here {
        let nested = holds_objects(&member.value);
        add(&member.key, sample(&member.value, lang), nested);
    }
    for (name, about, nested) in named.iter().flat_map(|named| named.keys(&path.join("."), lang)) {
        add(&name, about, nested);
    }
    if path.is_empty() {
        for name in ENVELOPE {
            add(name, words!(lang, values::completes(Completes::EnvelopeField)), name == "detail");
        }
    }
    add("$or", words!(lang, values::completes(Completes::Or)), false);
    let option = |(name, detail, nested): (String, String, bool)| {
        let quoted = json::quote(&name);
        let insert = match (bare, nested, name.as_str()) {
            (true, ..) => quoted,
            (_, _, "$or") => format!("{quoted}: [{{}}, {{}}]"),
            (_, true, _) => format!("{quoted}: {{}}"),
            _ => format!("{quoted}: []"),
        };
        let caret = insert.find("[]").or(insert.find("{}")).map_or(insert.len(), |at| at + 1);
        Completion { label: name, detail, insert, caret }
    };
    names.into_iter().map(option).collect()
}

/// The members of every object under a path, through arrays.
fn under<'n>(node: &'n Node, path: &[String], out: &mut Vec<&'n Member>) {
    match &node.value {
        Value::Array(items) => items.iter().for_each(|item| under(item, path, out)),
        Value::Object(members) => match path.split_first() {
            None => out.extend(members),
            Some((step, rest)) => {
                members
                    .iter()
                    .filter(|member| member.key == *step)
                    .for_each(|member| under(&member.value, rest, out));
            }
        },
        _ => {}
    }
}

fn holds_objects(node: &Node) -> bool {
    match &node.value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().any(holds_objects),
        _ => false,
    }
}

fn sample(node: &Node, lang: Lang) -> String {
    match &node.value {
        Value::Object(_) => words!(lang, values::completes(Completes::Object)),
        Value::Array(items) => words!(lang, values::completes(Completes::ArrayOf(items.len()))),
        _ => rulepad_pattern::words::shortened(&json::compact(node)),
    }
}

fn values(event: Option<&Node>, name: &str, named: Option<&Named<'_>>, lang: Lang) -> Vec<Completion> {
    let event = event.and_then(Event::new);
    let mut seen = BTreeSet::new();
    let entries = event.iter().flat_map(|event| event.entries(name));
    let texts: Vec<String> = entries
        .map(|(_, entry)| entry.value.json().into_owned())
        .filter(|text| seen.insert(text.clone()))
        .take(MOST_VALUES)
        .collect();
    let known = named.iter().flat_map(|named| named.values(name)).filter(|text| !texts.contains(text));
    let option = |text: String, detail: Completes| Completion {
        label: text.clone(),
        detail: words!(lang, values::completes(detail)),
        caret: text.len(),
        insert: text,
    };
    let known: Vec<Completion> = known.map(|text| option(text, Completes::KnownValue)).collect();
    texts.iter().map(|text| option(text.clone(), Completes::ValueOfEvent)).chain(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_events_have_the_same_envelope() {
        let lint: Vec<&str> = ENVELOPE.into_iter().filter(|name| *name != "replay-name").collect();
        assert_eq!(lint, rulepad_event::fields::FIELDS);
    }

    const EVENT: &str =
        r#"{"source":"aws.s3","detail":{"state":"on","size":[1,2],"list":[{"a":1},{"b":2}]}}"#;

    /// The labels at the `|` of a pattern, and the pattern after the first choice.
    fn at_bar(pattern: &str) -> (Vec<String>, String) {
        at_bar_from(pattern, None)
    }

    fn at_bar_from(pattern: &str, catalogue: Option<&Catalogue>) -> (Vec<String>, String) {
        let at = pattern.find('|').unwrap();
        let text = pattern.replace('|', "");
        let found = complete(&text, EVENT, at, catalogue, Lang::En);
        let labels = found.options.iter().map(|option| option.label.clone()).collect();
        let mut after = text.clone();
        if let Some(first) = found.options.first() {
            after.replace_range(found.span.range(), &first.insert);
        }
        (labels, after)
    }

    #[test]
    fn fields_come_from_the_event() {
        let (labels, after) = at_bar(r#"{|}"#);
        assert_eq!(labels[..2], ["source", "detail"]);
        assert!(labels.contains(&"replay-name".to_owned()));
        assert_eq!(after, r#"{"source": []}"#);
        let (labels, _) = at_bar(r#"{"detail": {"st|"}}"#);
        assert_eq!(labels, ["state", "size", "list", "$or"]);
        assert_eq!(at_bar(r#"{"detail": {"list": {|}}}"#).0, ["a", "b", "$or"]);
        assert_eq!(at_bar(r#"{"detail": {"$or": [{|}]}}"#).0, ["state", "size", "list", "$or"]);
    }

    #[test]
    fn values_come_before_operators() {
        let (labels, after) = at_bar(r#"{"detail": {"size": [|]}}"#);
        assert_eq!(labels[..3], ["1", "2", "prefix"]);
        assert_eq!(after, r#"{"detail": {"size": [1]}}"#);
        assert_eq!(at_bar(r#"{"source": ["a|"]}"#).1, r#"{"source": ["aws.s3"]}"#);
    }

    #[test]
    fn operators_stand_in_their_object() {
        let (labels, after) = at_bar(r#"{"source": [{|}]}"#);
        assert_eq!(labels.len(), Operator::ALL.len());
        assert_eq!(after, r#"{"source": [{"prefix": ""}]}"#);
        assert_eq!(at_bar(r#"{"source": [{"p|": "aws"}]}"#).1, r#"{"source": [{"prefix": "aws"}]}"#);
    }

    #[test]
    fn a_string_that_is_being_typed_ends_before_what_closes_around_it() {
        for (pattern, after) in [
            (r#"{"|"#, r#"{"source": []"#),
            (r#"{"detail": {"|"#, r#"{"detail": {"state": []"#),
            (r#"{"detail": {"st|}}"#, r#"{"detail": {"state": []}}"#),
            (r#"{"source": ["|"#, r#"{"source": ["aws.s3""#),
            (r#"{"source": ["|]}"#, r#"{"source": ["aws.s3"]}"#),
            (r#"{"source": ["a|ws] }"#, r#"{"source": ["aws.s3"] }"#),
            ("{\"source\": [\"|\n]}", "{\"source\": [\"aws.s3\"\n]}"),
            (r#"{"source": [{"|"#, r#"{"source": [{"prefix": """#),
            (r#"{"source": [|"#, r#"{"source": ["aws.s3""#),
            (r#"{"detail": {|"#, r#"{"detail": {"state": []"#),
            ("{\n  \"|\n}", "{\n  \"source\": []\n}"),
        ] {
            assert_eq!(at_bar(pattern).1, after, "{pattern}");
        }
    }

    #[test]
    fn nothing_is_offered_where_nothing_fits() {
        for pattern in ["|", "[|]", r#"{"source": [{"prefix": "|"}]}"#, r#"{"source": [{"numeric": [|]}]}"#] {
            assert_eq!(at_bar(pattern).0, [""; 0], "{pattern}");
        }
    }

    #[test]
    fn members_of_a_targets_own_property_are_offered_while_a_name_is_typed() {
        let found = complete_parameters(TargetKind::Sqs, r#"{"Mess"#, 6, Lang::En);
        let [only] = found.options.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            (only.label.as_str(), only.insert.as_str()),
            ("MessageGroupId", r#""MessageGroupId": """#)
        );
        assert_eq!((found.span.start, found.span.end, only.caret), (1, 6, 19));
        assert!(only.detail.starts_with("the message group"));
        let found = complete_parameters(TargetKind::Ecs, r#"{"LaunchType": "F"}"#, 17, Lang::En);
        assert_eq!(found.options[0].insert, r#""FARGATE""#);
        assert_eq!(complete_parameters(TargetKind::Lambda, "{}", 1, Lang::En), Completions::default());
    }

    #[test]
    fn the_catalogue_knows_fields_and_states_of_the_event_type() {
        let catalogue = crate::catalogue::bundled().unwrap();
        let at = |rest: &str| {
            let pattern = format!(
                r#"{{"source": ["aws.codebuild"], "detail-type": ["CodeBuild Build State Change"], {rest}"#
            );
            at_bar_from(&pattern, Some(&catalogue)).0
        };
        let states = at(r#""detail": {"build-status": [|]}}"#);
        assert_eq!(states[..3], ["\"IN_PROGRESS\"", "\"SUCCEEDED\"", "\"FAILED\""]);
        let fields = at(r#""detail": {|}}"#);
        assert_eq!(fields[..3], ["state", "size", "list"], "the event comes first");
        assert!(fields.contains(&"additional-information".to_owned()), "{fields:?}");
        assert!(
            at(r#""detail": {"additional-information": {"phases": {|"#).contains(&"phase-type".to_owned())
        );
        let (types, _) =
            at_bar_from(r#"{"source": ["aws.codebuild"], "detail-type": [|]}"#, Some(&catalogue));
        assert!(types.contains(&"\"CodeBuild Build Phase Change\"".to_owned()), "{types:?}");
        let (sources, _) = at_bar_from(r#"{"source": [|"#, Some(&catalogue));
        assert_eq!(sources.first().map(String::as_str), Some("\"aws.s3\""), "the event comes first");
        assert!(sources.contains(&"{\"prefix\": \"aws.partner/stripe.com/\"}".to_owned()));
    }
}
