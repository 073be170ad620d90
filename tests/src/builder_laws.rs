//! Laws of the form: a change does what it says and touches nothing else, whatever the pattern.

use super::{Dice, broken, patterns};
use rulepad_workbench::Lang;
use rulepad_workbench::builder::{Built, Change, Comparison, Matcher, Operator, Row, build, built, start};
use rulepad_workbench::{Dialect, Draft, Verdict, apply, evaluate, tidy};

fn form(text: &str) -> Built {
    built(text, "", Dialect::Rule, None, Lang::En)
}

fn valid(text: &str) -> bool {
    let draft = Draft { pattern: text.to_owned(), event: "{}".to_owned(), ..Draft::default() };
    evaluate(&draft, Lang::En).verdict != Verdict::PatternError
}

/// A field's name and the texts of its matchers.
type Rows = Vec<(String, Vec<String>)>;

fn rows(form: &Built) -> Rows {
    let texts = |row: &Row| row.matchers.iter().map(|one| one.text.clone()).collect();
    form.rows.iter().map(|row| (row.field.clone(), texts(row))).collect()
}

fn matcher(dice: &mut Dice) -> Matcher {
    let number = |dice: &mut Dice| ["0", "1.50", "-2e1", "12345678901234567890"][dice.roll(4)].to_owned();
    match dice.roll(8) {
        0 => Matcher::Value(number(dice)),
        1 => Matcher::Value(["null", "true", "false"][dice.roll(3)].to_owned()),
        2 | 3 => Matcher::string(["a", "FAILED", "a \"b\" \\ é", ""][dice.roll(4)]),
        4 => Matcher::AnythingBut(vec!["\"x\"".to_owned(), "\"y\"".to_owned()]),
        5 => Matcher::Numeric(vec![Comparison { sign: ">=".to_owned(), number: number(dice) }]),
        6 => Matcher::Exists(dice.roll(2) == 0),
        _ => start(Operator::ALL[dice.roll(Operator::ALL.len())]),
    }
}

fn change(form: &Built, dice: &mut Dice) -> Change {
    const NEW: [&str; 8] =
        ["source", "detail-type", "detail.state", "detail.a.b", "x", "a.b.c", "account", "detail.state.code"];
    let known = form.rows.get(dice.roll(form.rows.len())).filter(|_| dice.roll(3) > 0);
    let field = known.map_or_else(|| NEW[dice.roll(NEW.len())].to_owned(), |row| row.field.clone());
    let at = dice.roll(known.map_or(1, |row| row.matchers.len()) + 1);
    match dice.roll(7) {
        0 => Change::Only { field, matcher: matcher(dice) },
        1 => {
            let own = known.and_then(|row| row.matchers.get(at)).filter(|_| dice.roll(2) == 0);
            let value = own.map_or_else(|| matcher(dice).json(), |shown| shown.text.clone());
            Change::Toggle { field, value }
        }
        2 | 3 => Change::AddMatcher { field, matcher: matcher(dice) },
        4 => Change::SetMatcher { field, at, matcher: matcher(dice) },
        5 => Change::RemoveMatcher { field, at },
        _ if dice.roll(2) == 0 => Change::AddField(field),
        _ => Change::RemoveField(field),
    }
}

fn field(change: &Change) -> &str {
    match change {
        Change::Only { field, .. }
        | Change::Toggle { field, .. }
        | Change::AddMatcher { field, .. }
        | Change::SetMatcher { field, .. }
        | Change::RemoveMatcher { field, .. }
        | Change::AddField(field)
        | Change::RemoveField(field) => field,
    }
}

/// What a change leaves of the list of its field; `None` where the field goes. Matchers count by their meaning,
/// so they are compared without blanks.
fn expected(before: Option<&Vec<String>>, change: &Change) -> Option<Vec<String>> {
    let any = Matcher::Exists(true).json();
    let list: Vec<String> = before.into_iter().flatten().map(|text| tight(text)).collect();
    let add = |matcher: String| {
        if list.is_empty() || list == [tight(&any)] {
            vec![tight(&matcher)]
        } else {
            list.iter().cloned().chain([tight(&matcher)]).collect()
        }
    };
    match change {
        Change::Only { matcher, .. } => Some(vec![tight(&matcher.json())]),
        Change::Toggle { value, .. } => {
            let rest: Vec<String> = list.iter().filter(|own| !same(own, value)).cloned().collect();
            Some(if rest.len() == list.len() {
                add(value.clone())
            } else if rest.is_empty() {
                vec![tight(&any)]
            } else {
                rest
            })
        }
        Change::AddMatcher { matcher, .. } => Some(add(matcher.json())),
        Change::SetMatcher { at, matcher, .. } => {
            let mut list = list;
            if Matcher::parse(&list[*at], Lang::En) != Ok(matcher.clone()) {
                list[*at] = tight(&matcher.json());
            }
            Some(list)
        }
        Change::RemoveMatcher { at, .. } => {
            let mut list = list;
            list.remove(*at);
            Some(list).filter(|list| !list.is_empty())
        }
        Change::AddField(_) => Some(if before.is_some() { list } else { vec![tight(&any)] }),
        Change::RemoveField(_) => None,
    }
}

/// The text without the blanks that stand outside strings.
fn tight(json: &str) -> String {
    let mut out = String::new();
    let (mut inside, mut escaped) = (false, false);
    for c in json.chars() {
        if inside || !c.is_whitespace() {
            out.push(c);
        }
        if !escaped && c == '"' {
            inside = !inside;
        }
        escaped = inside && !escaped && c == '\\';
    }
    out
}

fn same(a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    // The recorded patterns have numbers beyond what AWS compares; those go by their text.
    match (number(a), number(b)) {
        (Some(x), Some(y)) if a.len() < 15 && b.len() < 15 => x.total_cmp(&y).is_eq() || x == y,
        _ => meaning(a) == meaning(b),
    }
}

/// A text with its escapes resolved, so far as they matter for the values above.
fn meaning(text: &str) -> String {
    tidy(text).unwrap_or_else(|| text.to_owned())
}

#[test]
fn a_change_does_what_it_says_and_nothing_else() {
    let mut dice = Dice(7);
    let (mut done, mut refused) = (0, 0);
    let starts = patterns().into_iter().step_by(13);
    let pretty: Vec<String> = patterns().iter().step_by(23).filter_map(|text| tidy(text)).collect();
    for start in starts.chain(pretty).chain(std::iter::repeat_n(String::new(), 100)) {
        let mut text = start;
        for _ in 0..6 {
            let before = form(&text);
            let change = change(&before, &mut dice);
            let edits = match build(&text, Dialect::Rule, &change, Lang::En) {
                Ok(edits) => edits,
                Err(sentence) => {
                    refused += 1;
                    assert!(!sentence.is_empty() && !sentence.ends_with('.'), "{sentence}");
                    continue;
                }
            };
            done += 1;
            let after_text = apply(&text, &edits);
            let after = form(&after_text);
            let told = || format!("{change:?}\n{text}\n{after_text}");
            assert!(!valid(&text) || valid(&after_text), "{}", told());
            // Every other part has the bytes it had.
            let others = |form: &Built| {
                let mut rows = rows(form);
                rows.retain(|(name, _)| name != field(&change));
                rows
            };
            let kept = |form: &Built| form.kept.iter().map(|kept| kept.text.clone()).collect::<Vec<_>>();
            assert_eq!(others(&before), others(&after), "{}", told());
            let fixed = before.kept.iter().any(|kept| kept.field == field(&change));
            assert!(fixed || kept(&before) == kept(&after), "{}", told());
            let own = |rows: &Rows| {
                rows.iter().find(|(name, _)| name == field(&change)).map(|(_, list)| list.clone())
            };
            let found =
                own(&rows(&after)).map(|list| list.iter().map(|text| tight(text)).collect::<Vec<_>>());
            assert_eq!(found, expected(own(&rows(&before)).as_ref(), &change), "{}", told());
            text = after_text;
        }
    }
    assert!(done > 1500 && refused > 200, "{done} changes were carried out, {refused} refused");
}

#[test]
fn a_form_written_anew_is_the_same_form() {
    let mut tried = 0;
    for text in patterns().into_iter().step_by(3).filter(|text| valid(text)) {
        let before = form(&text);
        // What is added to "any value" alone takes its place, and a form gives no field an empty name.
        let odd = |row: &Row| {
            let covered = row.matchers.len() > 1 && row.matchers[0].matcher == Matcher::Exists(true);
            covered || row.field.split('.').any(str::is_empty)
        };
        if !before.kept.is_empty() || before.rows.iter().any(odd) {
            continue;
        }
        let mut written = String::new();
        let mut writable = true;
        for row in &before.rows {
            for shown in &row.matchers {
                let matcher = shown.matcher.clone();
                let add = Change::AddMatcher { field: row.field.clone(), matcher };
                match build(&written, Dialect::Rule, &add, Lang::En) {
                    Ok(edits) => written = apply(&written, &edits),
                    // A name that has values and fields under it cannot be written as objects.
                    Err(sentence) => {
                        assert!(sentence.contains("of its own"), "{sentence}\n{text}");
                        writable = false;
                    }
                }
            }
        }
        if writable {
            tried += 1;
            let matchers = |form: &Built| {
                let mut all: Vec<(String, Vec<Matcher>)> = Vec::new();
                for row in &form.rows {
                    all.push((
                        row.field.clone(),
                        row.matchers.iter().map(|one| one.matcher.clone()).collect(),
                    ));
                }
                all.sort_by(|a, b| a.0.cmp(&b.0));
                all
            };
            assert_eq!(matchers(&form(&written)), matchers(&before), "{text}\n{written}");
        }
    }
    assert!(tried > 300, "only {tried} patterns were written anew");
}

#[test]
fn a_broken_pattern_closes_the_form_and_keeps_its_text() {
    let mut dice = Dice(11);
    let (mut open, mut closed) = (0, 0);
    for text in broken().into_iter().step_by(5) {
        let before = form(&text);
        for span in before.rows.iter().map(|row| row.span).chain(before.kept.iter().map(|kept| kept.span)) {
            assert!(text.get(span.range()).is_some_and(|part| !part.is_empty()), "{text}");
        }
        let change = change(&before, &mut dice);
        let done = build(&text, Dialect::Rule, &change, Lang::En);
        if before.problem.is_some() {
            closed += 1;
            assert!(before.rows.is_empty() && done.is_err(), "{text}");
        } else if let Ok(edits) = done {
            open += 1;
            let after = form(&apply(&text, &edits));
            assert_eq!(after.problem, None, "{change:?}\n{text}");
        }
    }
    assert!(open > 20 && closed > 150, "{open} were changed, {closed} were closed");
}
