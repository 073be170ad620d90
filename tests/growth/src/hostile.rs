//! Inputs of about a kilobyte that ask for far more than they are.

use crate::Case;
use crate::cases::sent;
use crate::text::{event, many, nested, quoted};
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Dialect, Draft, InputOptions, evaluate, failing_events, import, matching_event, paste, render,
};

fn of(name: &'static str, text: String, run: fn(&str) -> usize) -> Case {
    Case {
        name,
        base: text.len(),
        limit: None,
        make: Box::new(move |_| {
            let text = text.clone();
            Box::new(move || run(&text))
        }),
    }
}

fn imported(text: &str) -> usize {
    sent(&import(text, Lang::En).in_utf16(text))
}

fn pasted(text: &str) -> usize {
    sent(&paste(text, "{\"source\":[\"a\"]}", Dialect::Rule, Lang::En).in_utf16(text))
}

fn tried(pattern: &str) -> usize {
    let event = event(
        "{\"f\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\",\"a\":1}",
    );
    let draft = Draft { pattern: pattern.to_owned(), event, ..Draft::default() };
    let made = matching_event(&draft, None, Lang::En).map_or(0, |found| sent(&found));
    sent(&evaluate(&draft, Lang::En).in_utf16(&draft))
        + made
        + failing_events(&draft, None, Lang::En).map_or(0, |found| sent(&found))
}

/// A template of two variables, each a large part of a small event.
fn rendered(template: &str) -> usize {
    let event = event(&nested(20, "{\"a\":[1,2,3,\"", "x", "\"]}"));
    let options = InputOptions {
        input_template: Some(template.to_owned()),
        input_paths_map: Some("{\"x\":\"$\",\"y\":\"$.detail\"}".to_owned()),
        ..InputOptions::default()
    };
    sent(&render(&event, &options, Lang::En).in_utf16(&event, &options))
}

fn terraform(expression: &str) -> String {
    format!(
        "resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  name = \"r\"\n  event_pattern = {expression}\n}}\n"
    )
}

fn template(head: &str, value: &str) -> String {
    format!("{head}Resources:\n  R: {{Type: AWS::Events::Rule, Properties: {{Description: {value}}}}}\n")
}

pub fn all() -> Vec<Case> {
    vec![
        of("YAML: keys within keys", "? ".repeat(40) + "a", imported),
        of("YAML: many keys within keys", "? ".repeat(500) + "a", imported),
        of("YAML: braces as keys", nested(200, "{? ", "a", "}"), imported),
        of("YAML: keys within keys as an event", "source: a\ndetail: ".to_owned() + &"? ".repeat(40) + "a", pasted),
        of("YAML: aliases of aliases", {
            let level = |at: usize| format!("a{}: &a{} [{}]\n", at + 1, at + 1, vec![format!("*a{at}"); 9].join(","));
            format!("a0: &a0 [x]\n{}Resources: {{R: {{Type: X}}}}", many(15, "", level))
        }, imported),
        of("YAML: merges of merges", {
            let level = |at: usize| format!("a{}: &a{} {{k{at}: 1, <<: [{}]}}\n", at + 1, at + 1, vec![format!("*a{at}"); 9].join(","));
            format!("a0: &a0 {{x: y}}\n{}Resources: {{R: {{Type: X}}}}", many(15, "", level))
        }, imported),
        of("YAML: aliases of a long text", {
            format!("a: &a {}\nResources:\n  R: {{Type: X, V: [{}]}}", "x".repeat(500), vec!["*a"; 120].join(","))
        }, imported),
        of("YAML: deep lists", format!("Resources: {}", nested(500, "[", "", "]")), imported),
        of("template: Fn::Sub doubles", template("", &(0..20).fold("a".to_owned(), |text, _| format!("{{'Fn::Sub': ['${{a}}${{a}}${{a}}', {{a: {text}}}]}}"))), imported),
        of("template: Fn::ToJsonString of itself", template("", &nested(35, "{'Fn::ToJsonString': ", "'\"'", "}")), imported),
        of("template: Fn::Base64 of itself", template("", &nested(35, "{'Fn::Base64': ", "a", "}")), imported),
        of("template: Fn::Join within Fn::Join", template("", &(0..10).fold("[a, a]".to_owned(), |text, _| format!("['Fn::Join': [a, {text}], 'Fn::Join': [a, {text}]]"))).chars().take(1000).collect(), imported),
        of("template: names of names", {
            let queue = |at: usize| format!("  Q{}: {{Type: AWS::SQS::Queue, Properties: {{QueueName: !Sub '{}'}}}}\n", at + 1, format!("${{Q{at}.QueueName}}").repeat(4));
            format!("Resources:\n  Q0: {{Type: AWS::SQS::Queue}}\n{}  R: {{Type: AWS::Events::Rule, Properties: {{Description: !Sub '${{Q8.QueueName}}'}}}}\n", many(8, "", queue))
        }, imported),
        of("template: conditions of conditions", {
            let condition = |at: usize| format!(" C{at}: {{'Fn::Or': [{{Condition: C{0}}}, {{Condition: C{0}}}]}}\n", at + 1);
            template(&format!("Conditions:\n{}", many(20, "", condition)), "!If [C0, a, b]")
        }, imported),
        of("template: Fn::Split and Fn::Join", template("", &(0..12).fold("a,a,a".to_owned(), |text, _| format!("{{'Fn::Join': ['a,a', {{'Fn::Split': [',', {text}]}}]}}"))), imported),
        of("template: Fn::ForEach within Fn::ForEach", {
            let list = "[a,b,c,d,e,f,g,h]";
            let inner = "'R${A}${B}${C}${D}${E}${F}': {Type: AWS::Events::Rule}";
            let text = ["A", "B", "C", "D", "E", "F"].iter().rev().fold(inner.to_owned(), |text, name| format!("'Fn::ForEach::{name}': [{name}, {list}, {{{text}}}]"));
            format!("Transform: AWS::LanguageExtensions\nResources: {{{text}}}\n")
        }, imported),
        of("Terraform: jsonencode of itself", terraform(&nested(32, "jsonencode(", "\"\\\"\"", ")")), imported),
        of("Terraform: replace grows", terraform(&(0..8).fold("\"aaaaaaaa\"".to_owned(), |text, _| format!("replace({text}, \"a\", \"aaaaaaaaaaaaaaaa\")"))), imported),
        of("Terraform: join grows", terraform(&(0..8).fold("\"a\"".to_owned(), |text, _| format!("join({text}, [\"a\",\"a\",\"a\",\"a\",\"a\",\"a\"])"))), imported),
        of("Terraform: locals double", {
            let local = |at: usize| format!("l{}=\"${{local.l{at}}}${{local.l{at}}}\"\n", at + 1);
            format!("locals {{\nl0=\"aaaaaaaa\"\n{}}}\n{}", many(30, "", local), terraform("local.l30"))
        }, imported),
        of("Terraform: for within for", terraform("jsonencode([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]])"), imported),
        of("Terraform: range and repeat", terraform("jsonencode([for a in range(100000000) : format(\"%1000000s\", a)])"), imported),
        of("Terraform: templates within templates", terraform(&nested(100, "\"${", "\"a\"", "}\"")), imported),
        of("Terraform: parentheses", terraform(&nested(400, "(", "1", ")")), imported),
        of("Terraform: operators", terraform(&format!("{}1", "1+".repeat(400))), imported),
        of("Terraform: not not", terraform(&format!("{}true", "!".repeat(800))), imported),
        of("Terraform: indexes", terraform(&format!("a{}", "[0]".repeat(300))), imported),
        of("Terraform: for_each of products", format!("resource \"aws_cloudwatch_event_rule\" \"r\" {{\n  for_each = toset([for p in setproduct({}) : join(\"\", p)])\n  name = each.key\n}}\n", ["[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]"; 9].join(",")), imported),
        of("Terraform: count", "resource \"aws_cloudwatch_event_rule\" \"r\" {\n  count = 2000000000\n  name = \"r${count.index}\"\n}\n".to_owned(), imported),
        of("Terraform: blocks within blocks", nested(300, "a {", "", "}"), imported),
        of("JSON: lists within lists", nested(500, "[", "", "]"), pasted),
        of("JSON: strings within strings", (0..7).fold(event("{}").replace(char::is_whitespace, "").chars().take(60).collect::<String>(), |text, _| quoted(&text)), pasted),
        Case {
            name: "event: spaces zipped twice",
            base: 700,
            limit: None,
            make: Box::new(|_| {
                let text = format!("{{\"awslogs\":{{\"data\":\"{}\"}}}}", bomb());
                Box::new(move || pasted(&text))
            }),
        },
        of("shell: substitutions", format!("aws events put-rule --name r --event-pattern {}", nested(200, "$(", "a", ")")), imported),
        of("shell: quotes", format!("aws events put-rule --name r --event-pattern {}", "'\"".repeat(400)), imported),
        of("pattern: wildcards", format!("{{\"detail\":{{\"f\":[{}]}}}}", many(40, ",", |_| "{\"wildcard\":\"*a*a*a*a*b\"}".to_owned())), tried),
        of("pattern: $or multiplies", format!("{{{}}}", many(12, ",", |at| format!("\"k{at}\":{{\"$or\":[{{\"a\":[1]}},{{\"b\":[1]}},{{\"c\":[1]}}]}}"))), tried),
        of("pattern: $or within $or", nested(60, "{\"$or\":[{\"a\":[1]},", "{\"b\":[1]}", "]}"), tried),
        of("pattern: numeric ranges", format!("{{\"detail\":{{\"a\":[{}]}}}}", many(30, ",", |at| format!("{{\"numeric\":[\">\",{at}e{at}00]}}"))), tried),
        of("pattern: huge exponents", "{\"detail\":{\"a\":[1e999999999,1e-999999999,{\"numeric\":[\"<\",1e99999999]}]}}".to_owned(), tried),
        of("pattern: cidr", format!("{{\"detail\":{{\"f\":[{}]}}}}", many(30, ",", |at| format!("{{\"cidr\":\"{at}::/1\"}}"))), tried),
        of("template: variables multiply", format!("{{{}}}", many(90, ",", |at| format!("\"{at}\":<x>"))), rendered),
        of("template: text multiplies", format!("\"{}\"", "<x><y>".repeat(150)), rendered),
    ]
}

/// Zeros that unzip to 64 MiB in some hundred bytes, twice.
fn bomb() -> String {
    use base64::Engine;
    let zip = |bytes: &[u8]| {
        let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
        out.extend(miniz_oxide::deflate::compress_to_vec(bytes, 9));
        out.extend([0; 8]);
        out
    };
    base64::engine::general_purpose::STANDARD.encode(zip(&zip(&vec![b' '; 64 << 20])))
}
