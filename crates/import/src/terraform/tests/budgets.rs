//! Small texts that would produce much.

use super::{codes, in_rule};
use crate::test_support::import;

#[test]
fn what_functions_produce_is_bounded() {
    let many = |open: &str, inner: &str, close: &str, times: usize| {
        format!("{}{inner}{}", open.repeat(times), close.repeat(times))
    };
    let text = "a".repeat(4000);
    let list = vec!["\"a\""; 4000].join(", ");
    for expression in [
        many("jsonencode(", "\"\\\"\"", ")", 40),
        many("jsonencode([", "\"\\\\\"", "])", 30),
        many("replace(", &format!("\"{text}\""), &format!(", \"a\", \"{}\")", "a".repeat(200)), 6),
        format!("join(\"{text}\", [{list}])"),
        "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : \"${a}${b}${c}\"]]]"
            .to_owned(),
        format!("[for a in [{list}] : [{list}]]"),
        format!("setproduct([{list}], [{list}])"),
        "local.z".to_owned(),
    ] {
        let mut locals = "locals {\n a = \"xxxxxxxxxxxxxxxx\"\n".to_owned();
        for (one, next) in ('a'..='y').zip('b'..='z') {
            locals += &format!(
                " {next} = merge({{ for k in range(40) : \"{next}${{k}}\" => local.{one} }}, {{ o = local.{one} }})\n"
            );
        }
        let text = format!(
            "{locals}}}\n{}",
            in_rule(&format!("event_pattern = jsonencode({{ a = {expression} }})"))
        );
        let found = codes(&text);
        let short: String = expression.chars().take(40).collect();
        assert!(found.iter().any(|own| own == "import.budget"), "{short}: {found:?}");
        assert!(found.len() <= 30, "{short}: {}", found.len());
        assert_eq!(import(&text).rules.len(), 1, "{short}");
    }
}

#[test]
fn every_rule_of_a_long_file_is_read() {
    let text: String = (0..600)
        .map(|at| {
            in_rule("event_pattern = jsonencode({ source = [\"a\"] })")
                .replace("\"r\"", &format!("\"r{at}\""))
        })
        .collect();
    let found = import(&text);
    assert_eq!((found.rules.len(), found.diagnostics.len()), (600, 0));
}

#[test]
fn values_that_grow_from_rule_to_rule_end() {
    let mut text = String::from("locals {\n a0 = [\"x\"]\n");
    for at in 1..3000 {
        text += &format!(" a{at} = [local.a{}]\n", at - 1);
    }
    text += "}\n";
    for at in (0..3000).step_by(30) {
        text += &in_rule(&format!("event_pattern = jsonencode({{ a = local.a{at} }})"));
    }
    let found = import(&text);
    assert!(found.diagnostics.iter().any(|own| own.code == "import.budget"));
    let deep = format!(
        "{{\"resource\":{{\"aws_cloudwatch_event_rule\":{{\"r\":{{\"name\":\"r\",\"event_pattern\":{}1{}}}}}}}}}",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    assert_eq!(import(&deep).rules.len(), 1);
    let state = format!(
        "{{\"version\":4,\"terraform_version\":\"1\",\"resources\":[{{\"type\":\"aws_cloudwatch_event_rule\",\"name\":\"r\",\"instances\":[{{\"attributes\":{{\"name\":\"r\",\"x\":{}1{}}}}}]}}]}}",
        "[".repeat(5000),
        "]".repeat(5000)
    );
    assert_eq!(import(&state).rules.len(), 1);
}
