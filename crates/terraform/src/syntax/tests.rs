//! What the language's text is read as, and how reading goes on after an error.

use super::{Body, ExpressionKind, SyntaxProblem, TemplatePart, parse};

fn faults(text: &str) -> Vec<(SyntaxProblem, String)> {
    parse(text, 0).1.into_iter().map(|own| (own.problem, own.skipped.of(text).to_owned())).collect()
}

fn names(body: &Body) -> Vec<String> {
    let attributes = body.attributes.iter().map(|own| own.name.clone());
    attributes.chain(body.blocks.iter().map(|own| own.labels.join("."))).collect()
}

#[test]
fn comments_marks_and_breaks_are_no_matter() {
    let text = "\u{feff}// one\n/* two\n a = 1 */ b = 2 # three\r\nc \"d\" e { f = 1 }\r\n g {}\n";
    let (body, found) = parse(text, 0);
    assert_eq!((names(&body), found), (vec!["b".to_owned(), "d.e".into(), String::new()], vec![]));
}

#[test]
fn every_place_is_that_of_the_text() {
    let text = "a = [x.y[0].z, \"é${ f(1, 2...) }\", -3.0e2, <<-E\n  t\n  E\n]\n";
    let (body, found) = parse(text, 0);
    assert_eq!(found, []);
    let value = &body.attributes[0].value;
    assert_eq!(value.span.of(text), text.trim().strip_prefix("a = ").unwrap());
    let ExpressionKind::List(items) = &value.kind else { panic!() };
    let spans: Vec<&str> = items.iter().map(|own| own.span.of(text)).collect();
    assert_eq!(spans, ["x.y[0].z", "\"é${ f(1, 2...) }\"", "-3.0e2", "<<-E\n  t\n  E"]);
    let ExpressionKind::Template(parts) = &items[1].kind else { panic!() };
    let [TemplatePart::Text(text_part), TemplatePart::Value(call)] = &parts[..] else { panic!("{parts:?}") };
    assert_eq!((text_part.as_str(), call.span.of(text)), ("é", "f(1, 2...)"));
}

#[test]
fn operators_bind_as_terraform_has_them() {
    let written = |text: &str| {
        fn show(own: &super::Expression) -> String {
            match &own.kind {
                ExpressionKind::Chain(first, rest) => {
                    let rest: String = rest
                        .iter()
                        .map(|(own, value)| format!(" {} {}", own.written(), show(value)))
                        .collect();
                    format!("({}{rest})", show(first))
                }
                ExpressionKind::Number(number) => number.clone(),
                ExpressionKind::Not(inner) => format!("!{}", show(inner)),
                ExpressionKind::Negative(inner) => format!("-{}", show(inner)),
                ExpressionKind::Conditional(own) => {
                    format!("({} ? {} : {})", show(&own[0]), show(&own[1]), show(&own[2]))
                }
                other => format!("{other:?}"),
            }
        }
        let (body, found) = parse(&format!("a = {text}\n"), 0);
        assert_eq!(found, [], "{text}");
        show(&body.attributes[0].value)
    };
    assert_eq!(written("1 + 2 * 3 - 4"), "(1 + (2 * 3) - 4)");
    assert_eq!(written("1 == 2 && 3 < 4 || !5"), "(((1 == 2) && (3 < 4)) || !5)");
    assert_eq!(written("1 > 2 ? 3 : 4 ? 5 : 6"), "((1 > 2) ? 3 : (4 ? 5 : 6))");
    assert_eq!(written("-1 - -2 * 3"), "(-1 - (-2 * 3))");
}

#[test]
fn after_an_error_the_other_blocks_are_read() {
    let ok = "resource \"a\" \"b\" {\n  x = 1\n}\n";
    for (broken, problem) in [
        ("resource \"a\" \"c\" {\n  x = \n}\n", SyntaxProblem::Value),
        ("resource \"a\" \"c\" {\n  x = [1\n  y = 2\n}\n", SyntaxProblem::ItemEnd),
        ("resource \"a\" \"c\" {\n  x = 1\n", SyntaxProblem::BlockAboveUnclosed),
        ("resource \"a\" \"c\" {\n  x = \"a\n}\n", SyntaxProblem::StringUnclosedInLine),
        ("}\n", SyntaxProblem::UnmatchedBrace),
        ("locals {\n  a = b c\n}\n", SyntaxProblem::LineBreakAfterAttribute),
    ] {
        let text = format!("{ok}{broken}{ok}");
        let (body, found) = parse(&text, 0);
        assert_eq!(names(&body), ["a.b", "a.b"], "{broken}");
        let [fault] = &found[..] else { panic!("{broken}: {found:?}") };
        assert_eq!((fault.problem, fault.skipped.of(&text)), (problem, broken.trim_end()), "{broken}");
    }
    assert_eq!(faults("a = <<E\nb\n")[0].0, SyntaxProblem::HeredocUnclosed);
    let many = "resource \"a\" \"b\" {\n".repeat(1000);
    let found = faults(&many);
    assert_eq!(found.len(), 20);
    assert!(found.last().unwrap().1.len() > 18_000, "the last one covers the rest");
}

#[test]
fn nesting_ends() {
    for open in ["[", "(", "{ a = ", "f(", "!", "-", "\"${", "true ? 1 : ", "[for a in "] {
        let text = format!("a = {}", open.repeat(20_000));
        assert_eq!(faults(&text).len(), 1, "{open}");
    }
    let chain = format!("a = 1{}\nb = x{}\n", " + 1".repeat(20_000), ".y".repeat(20_000));
    assert_eq!(faults(&chain), []);
}
