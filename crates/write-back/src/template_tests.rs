//! Rules read from a template, changed, and written back: which lines change and which do not.

use crate::{recognised, write};
use proptest::prelude::*;
use rulepad_cloudformation::Template;
use rulepad_document::Lang;
use rulepad_document::Role;
use rulepad_document::json::build::{member, node, same};
use rulepad_document::json::{Node, Value, compact, parse, pretty};
use rulepad_export::{Format, Rendered, Subject};
use rulepad_import::{FoundRule, Origin, import};
use rulepad_pattern::Dialect;
use rulepad_rule::{Reference, Rule, State, Target};
use rulepad_transformer::Input;

const ORDERS: &str = include_str!("../../import/testdata/orders.yaml");
const SAM: &str = include_str!("../../import/testdata/sam.yaml");

/// What a person has on the page.
struct Page {
    rule: Rule,
    pattern: String,
    targets: Vec<Target>,
    references: Vec<Reference>,
    origin: Option<Origin>,
}

impl Page {
    fn of(found: FoundRule) -> Self {
        Self {
            rule: found.rule.unwrap(),
            pattern: found.pattern.unwrap(),
            targets: found.targets.unwrap(),
            references: found.references,
            origin: found.origin,
        }
    }

    fn export(&self, format: Format) -> Rendered<String, String> {
        let parsed = parse(&self.pattern, Role::Pattern);
        let subject = Subject {
            rule: &self.rule,
            pattern: parsed.valid(),
            dialect: Dialect::Rule,
            targets: &self.targets,
            event: "",
            references: &self.references,
        };
        let written = || write(format, &subject, self.origin.as_ref()).file.worded(Lang::En);
        assert_eq!(written(), written());
        written()
    }
}

fn pages(text: &str) -> Vec<Page> {
    recognised(import(text)).rules.into_iter().map(Page::of).collect()
}

fn format_of(text: &str) -> Format {
    let is_json = text.trim_start().starts_with('{');
    if is_json { Format::CloudFormationJson } else { Format::CloudFormationYaml }
}

/// The lines that an edit of the first rule removes and adds.
fn lines(text: &str, edit: impl Fn(&mut Page)) -> Vec<String> {
    let mut page = pages(text).remove(0);
    edit(&mut page);
    let exported = page.export(format_of(text));
    let after = exported.text;
    assert_eq!(exported.losses, [""; 0]);
    let back = pages(&after).remove(0);
    assert_eq!(back.rule, page.rule, "{after}");
    assert_eq!(back.targets, page.targets, "{after}");
    let tree = |text: &str| compact(&parse(text, Role::Pattern).root.unwrap());
    assert_eq!(tree(&back.pattern), tree(&page.pattern), "{after}");
    let (old, new): (Vec<&str>, Vec<&str>) = (text.lines().collect(), after.lines().collect());
    let front = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - front;
    let back =
        old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count().min(most);
    let gone = old[front..old.len() - back].iter().map(|line| format!("-{line}"));
    let came = new[front..new.len() - back].iter().map(|line| format!("+{line}"));
    gone.chain(came).collect()
}

#[test]
fn what_is_not_changed_comes_back_byte_for_byte() {
    let json = pretty(&rulepad_document::yaml::read(ORDERS, Role::Import).root.unwrap());
    let texts = [ORDERS.to_owned(), SAM.to_owned(), ORDERS.replace('\n', "\r\n"), json];
    for text in texts {
        for page in pages(&text) {
            let exported = page.export(format_of(&text));
            assert_eq!(exported.text, text);
            assert_eq!(exported.losses, [""; 0]);
        }
    }
    for page in pages(SAM) {
        assert_eq!(page.export(Format::Sam).text, SAM);
    }
}

#[test]
fn only_what_changed_is_written() {
    assert_eq!(
        lines(ORDERS, |page| page.rule.name = "prod-placed-2".into()),
        ["-      Name: !Sub \"${Stage}-placed\"", "+      Name: !Sub \"${Stage}-placed-2\""]
    );
    assert_eq!(
        lines(ORDERS, |page| page.rule.state = State::Disabled),
        ["-      State: !If [IsProd, ENABLED, DISABLED]", "+      State: !If [IsProd, DISABLED, DISABLED]"]
    );
    assert_eq!(
        lines(ORDERS, |page| page.rule.description = "all orders".into()),
        ["+      Description: \"all orders\""]
    );
    assert_eq!(
        lines(ORDERS, |page| page.pattern = page.pattern.replace("com.example", "com.shop")),
        ["-        - com.example   # by hand", "+        - com.shop   # by hand"]
    );
    assert_eq!(
        lines(ORDERS, |page| page.pattern = page.pattern.replace("100", "250.5")),
        [
            "-          \"total\": [{\"numeric\": [\">\", 100]}]",
            "+          \"total\": [{\"numeric\": [\">\", 250.5]}]"
        ]
    );
    assert_eq!(
        lines(ORDERS, |page| page.targets[0].retry_attempts = "9".into()),
        ["-            MaximumRetryAttempts: 3", "+            MaximumRetryAttempts: 9"]
    );
    assert_eq!(
        lines(ORDERS, |page| {
            let Input::Transformer { template, .. } = &mut page.targets[0].input else { panic!() };
            *template = "{\"order\": <id>,\n\n \"stage\": \"y\"}\n".into();
        }),
        [
            "-              {\"order\": <id>, \"stage\": \"x\"}",
            "+              {\"order\": <id>,",
            "+",
            "+               \"stage\": \"y\"}"
        ]
    );
    assert_eq!(
        lines(ORDERS, |page| page.targets[1].input =
            Input::Constant("{\"stage\": \"prod\", \"n\": 1}".into())),
        [
            "-          Input: !Sub '{\"stage\": \"${Stage}\"}'",
            "+          Input: !Sub '{\"stage\": \"${Stage}\", \"n\": 1}'"
        ]
    );
}

#[test]
fn json_is_written_as_it_is_laid_out() {
    let text = "{\n    \"Resources\": {\n        \"R\": {\"Type\": \"AWS::Events::Rule\", \"Properties\": {\n            \
                \"Name\": \"r\",\n            \"EventPattern\": {\"source\": [\"a\"]},\n            \"Targets\": [\n                \
                {\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\"}\n            ]\n        }}\n    }\n}\n";
    assert_eq!(
        lines(text, |page| page.rule.description = "d".into()),
        ["+            \"Description\": \"d\","]
    );
    assert_eq!(
        lines(text, |page| page.targets[0].retry_attempts = "1".into()),
        [
            "-                {\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\"}",
            "+                {\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\", \"RetryPolicy\": {\"MaximumRetryAttempts\": 1}}"
        ]
    );
    assert_eq!(
        lines(text, |page| {
            let more = Target { id: "u".into(), ..page.targets[0].clone() };
            page.targets.push(more);
        }),
        [
            "-                {\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\"}",
            "+                {\"Id\": \"t\", \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\"},",
            "+                {",
            "+                    \"Id\": \"u\",",
            "+                    \"Arn\": \"arn:aws:sqs:us-east-1:123456789012:q\"",
            "+                }"
        ]
    );
}

#[test]
fn what_is_added_and_taken_away_leaves_its_neighbours() {
    assert_eq!(
        lines(ORDERS, |page| page.pattern = page.pattern.replacen("[", "[\"new\", ", 1)),
        ["+        - \"new\""]
    );
    let taken = lines(ORDERS, |page| {
        page.targets.remove(1);
    });
    assert_eq!(taken.len(), 5, "{taken:?}");
    assert!(taken.iter().all(|line| line.starts_with('-')), "{taken:?}");
    let added = lines(ORDERS, |page| {
        page.targets.push(Target {
            id: "again".into(),
            arn: "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}".into(),
            input: Input::Path("$.detail".into()),
            ..Target::default()
        });
    });
    assert_eq!(
        added,
        [
            "+        - Id: \"again\"",
            "+          Arn: !GetAtt Queue.Arn",
            "+          InputPath: \"$.detail\""
        ],
        "the queue is named as the template names it"
    );
    assert_eq!(
        lines(ORDERS, |page| page.targets.reverse()).iter().filter(|line| line.contains("Arn: ")).count(),
        6,
        "moved, functions and all"
    );
    assert_eq!(
        lines(ORDERS, |page| page.targets[0].input = Input::MatchedEvent).len(),
        5,
        "the input transformer goes"
    );
}

#[test]
fn the_other_notation_says_the_same() {
    let page = &pages(ORDERS)[0];
    let json = page.export(Format::CloudFormationJson);
    assert!(json.losses[0].contains("comments"), "{:?}", json.losses);
    let (yaml, json) =
        (Template::read(ORDERS).unwrap().unwrap(), Template::read(&json.text).unwrap().unwrap());
    assert!(same(&yaml.root, &json.root));
    let json = pretty(&yaml.root);
    let again = pages(&json)[0].export(Format::CloudFormationYaml);
    assert!(same(&Template::read(&again.text).unwrap().unwrap().root, &yaml.root), "{}", again.text);
}

#[test]
fn other_formats_tell_what_stands_for_functions() {
    let exported = pages(ORDERS)[0].export(Format::Terraform);
    let notes = exported.notes.join("\n");
    assert!(notes.contains("`prod-placed` is shown for `{\"Fn::Sub\":\"${Stage}-placed\"}`"), "{notes}");
    for asked in [
        "Set the variable `queue_queue_name`: the value of `!GetAtt Queue.QueueName` in CloudFormation.",
        "Set the variable `import_value_shared_topic`",
        "Set the variable `source_value`",
    ] {
        assert!(notes.contains(asked), "{asked}: {notes}");
    }
    assert!(!notes.contains("is shown for `{\"Fn::GetAtt"), "what is asked for is not told twice: {notes}");
}

#[test]
fn a_sam_event_takes_what_it_can_carry() {
    let mut page = pages(SAM).remove(0);
    page.rule.description = "x".into();
    page.targets[0].retry_attempts = "2".into();
    page.targets.push(Target {
        id: "q".into(),
        arn: "arn:aws:sqs:us-east-1:123456789012:q".into(),
        ..Target::default()
    });
    let exported = page.export(Format::Sam);
    assert_eq!(exported.losses.len(), 2, "{:?}", exported.losses);
    let wanted = SAM.replace(
        "            InputPath: $.detail\n",
        "            InputPath: $.detail\n            RetryPolicy:\n              MaximumRetryAttempts: 2\n",
    );
    assert_eq!(exported.text, wanted);
}

#[test]
fn a_pattern_in_a_text_keeps_what_is_put_in() {
    let of = |pattern: &str, change: (&str, &str)| {
        let text = format!(
            "Parameters: {{S: {{Type: String, Default: a.b}}}}\nResources:\n  R:\n    Type: AWS::Events::Rule\n    \
             Properties:\n      Name: r\n      EventPattern: {pattern}\n"
        );
        lines(&text, |page| page.pattern = page.pattern.replace(change.0, change.1))
    };
    assert_eq!(
        of(r#"!Sub '{"source": ["${S}", "x"]}'"#, ("\"x\"", "\"${y}\"")),
        [
            r#"-      EventPattern: !Sub '{"source": ["${S}", "x"]}'"#,
            r#"+      EventPattern: !Sub '{"source":["${S}","${!y}"]}'"#
        ]
    );
    assert_eq!(
        of(r#"'{"source": ["x"]}'"#, ("\"x\"", "4.0")),
        [r#"-      EventPattern: '{"source": ["x"]}'"#, r#"+      EventPattern: '{"source":[4.0]}'"#]
    );
    assert_eq!(
        of(r#"{source: [x]}"#, ("\"x\"", "4.0")),
        [
            "-      EventPattern: {source: [x]}",
            "+      EventPattern: |-",
            "+        {",
            "+          \"source\": [4.0]",
            "+        }"
        ]
    );
}

#[test]
fn comments_of_a_pattern_that_becomes_text_are_a_loss() {
    let of = |pattern: &str| {
        let text = format!(
            "Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: r  # kept\n      EventPattern:\n{pattern}      State: ENABLED\n"
        );
        let mut page = pages(&text).remove(0);
        page.pattern = page.pattern.replace("\"x\"", "null");
        page.export(Format::CloudFormationYaml)
    };
    for commented in [
        "        # why\n        source: [x]\n",
        "        source:\n          - x  # why\n",
        "        source: [\"a # b\", x] # why\n",
    ] {
        let exported = of(commented);
        assert_eq!(exported.losses.len(), 1, "{:?}", exported.losses);
        assert!(exported.losses[0].ends_with("its comments are lost."), "{:?}", exported.losses);
        assert!(exported.text.contains("EventPattern: |-\n        {\n"), "{}", exported.text);
        assert!(exported.text.contains("Name: r  # kept\n"), "{}", exported.text);
    }
    assert_eq!(of("        source: [\"a # b\", x]\n").losses, [""; 0]);
}

#[test]
fn anchors_and_merges_are_written_out_where_they_change() {
    let text = "Resources:\n  A:\n    Type: AWS::Events::Rule\n    Properties: &p\n      Name: a\n      EventPattern: \
                &e {source: [x]}\n  B:\n    Type: AWS::Events::Rule\n    Properties:\n      <<: *p\n      Name: b\n";
    let mut page = pages(text).remove(1);
    assert_eq!(page.export(Format::CloudFormationYaml).text, text);
    page.pattern = r#"{"source":["y"]}"#.into();
    let after = page.export(Format::CloudFormationYaml).text;
    let rules = pages(&after);
    assert!(rules[0].pattern.contains("\"x\"") && rules[1].pattern.contains("\"y\""), "{after}");
    let mut page = pages(text).remove(0);
    page.pattern = r#"{"source":["y"]}"#.into();
    let after = page.export(Format::CloudFormationYaml).text;
    let rules = pages(&after);
    assert!(rules[0].pattern.contains("\"y\"") && rules[1].pattern.contains("\"x\""), "{after}");
}

#[test]
fn nesting_is_bounded() {
    let wrapped = |open: &str, close: &str, times: usize| {
        let value = format!("{}\"x\"{}", open.repeat(times), close.repeat(times));
        format!(
            "{{\"Resources\": {{\"R\": {{\"Type\": \"AWS::Events::Rule\", \"Properties\": {{\"Name\": \"r\", \"Tags\": [{value}], \
             \"EventPattern\": {{\"source\": [\"a\"]}}, \"Targets\": [{{\"Id\": \"t\", \"Arn\": {value}}}]}}}}}}}}"
        )
    };
    for (open, close) in
        [("[", "]"), ("{\"a\":", "}"), ("{\"Fn::If\":[\"C\",", ",1]}"), ("{\"Fn::Join\":[\"\",[", "]]}")]
    {
        for text in [wrapped(open, close, 300), wrapped(open, close, 2000)] {
            for mut page in pages(&text) {
                page.pattern = page.pattern.replace("\"a\"", "\"b\"");
                let valid = parse(&page.pattern, Role::Pattern).valid().is_some();
                let _ = valid.then(|| page.export(Format::CloudFormationJson));
            }
        }
    }
}

/// A function that nobody knows, with anything in it.
fn unknown() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        "[a-z${}<'\"\\\\é😀 :#-]{0,8}".prop_map(|text| node(Value::String(text))),
        (-9i32..99).prop_map(|number| node(Value::Number(number.to_string()))),
        any::<bool>().prop_map(|on| node(Value::Bool(on))),
    ];
    let tree = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|items| node(Value::Array(items))),
            prop::collection::vec(("[a-z:. ]{1,4}", inner), 0..3).prop_map(|members| {
                let mut seen: Vec<String> = Vec::new();
                let mut kept = Vec::new();
                for (key, value) in members {
                    if !seen.contains(&key) && key != "Ref" {
                        seen.push(key.clone());
                        kept.push(member(&key, value));
                    }
                }
                node(Value::Object(kept))
            }),
        ]
    });
    ("[A-Z][A-Za-z]{0,6}", tree)
        .prop_map(|(name, argument)| node(Value::Object(vec![member(&format!("Fn::X{name}"), argument)])))
}

/// A template with one function in each place of the rule.
fn template_with(functions: &[Node]) -> Node {
    let mut text = r#"{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"Other":{"Type":"X","Properties":{"P":"@0"}},"R":{"Type":"AWS::Events::Rule","Properties":{"Name":"@1","Description":"@2","EventBusName":"@3","RoleArn":"@4","EventPattern":{"source":["a","@5"],"detail":{"b":["@6"]}},"Targets":[{"Id":"one","Arn":"@7","RoleArn":"@8","InputTransformer":{"InputPathsMap":{"k":"@9"},"InputTemplate":"@10"}},{"Id":"two","Arn":"arn:aws:sqs:us-east-1:123456789012:q","Input":"@11","DeadLetterConfig":{"Arn":"@12"}}]}}}}"#.to_owned();
    for (at, function) in functions.iter().enumerate() {
        text = text.replace(&format!("\"@{at}\""), &compact(function));
    }
    parse(&text, Role::Import).root.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn unknown_functions_come_back_untouched(functions in prop::collection::vec(unknown(), 13), yaml in any::<bool>()) {
        let root = template_with(&functions);
        let text = if yaml { rulepad_cloudformation::yaml::block(&root, 0) } else { pretty(&root) };
        let mut page = pages(&text).remove(0);
        let format = format_of(&text);
        prop_assert_eq!(&page.export(format).text, &text, "not edited");
        // Edited beside them: every function is still what it was.
        page.rule.state = State::Disabled;
        page.pattern = page.pattern.replace("\"a\"", "\"edited\", \"a\"");
        page.targets[1].retry_attempts = "7".into();
        let after = page.export(format);
        let read = Template::read(&after.text).unwrap().unwrap();
        let gone = |node: &Node, path: &[&str]| path.iter().try_fold(node, |node, key| node.get(key)).cloned();
        let rule = ["Resources", "R", "Properties"];
        for key in ["Name", "Description", "EventBusName", "RoleArn"] {
            let path = [&rule[..], &[key]].concat();
            prop_assert!(same(&gone(&read.root, &path).unwrap(), &gone(&root, &path).unwrap()), "{}", after.text);
        }
        let written = compact(&read.root);
        for (at, function) in functions.iter().enumerate() {
            prop_assert!(written.contains(&compact(function)), "{at}: {}", after.text);
        }
        let is_disabled = written.contains("\"DISABLED\"") && written.contains("\"edited\"");
        prop_assert!(is_disabled && written.contains("7"), "the edits are there");
        prop_assert_eq!(after.losses.len(), 0);
    }

    #[test]
    fn templates_with_slips_never_stop_it(at in 0usize..1500, slip in "[\\[\\]{}:,#&*!|>'\"\n -]{1,3}", sam in any::<bool>()) {
        let text = if sam { SAM } else { ORDERS };
        let at = rulepad_document::text::floor_boundary(text, at);
        let (before, behind) = text.split_at(at);
        let text = format!("{before}{slip}{behind}");
        for mut page in pages(&text) {
            let format = format_of(&text);
            if page.origin.is_some() && !page.pattern.is_empty() && parse(&page.pattern, Role::Pattern).valid().is_some() {
                let again = page.export(format).text;
                prop_assert_eq!(&again, &text);
                page.rule.description = "edited".into();
                let _ = page.export(format);
            }
        }
    }
}
