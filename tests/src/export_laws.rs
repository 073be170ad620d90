//! Laws of export and import: the same bytes twice, the same rule back, and no text that stops the reader.

use super::Dice;
use rulepad_workbench::Lang;
use rulepad_workbench::{
    Dialect, Draft, Export, Format, Import, Input, Rule, State, Target, TargetKind, apply, compact, examples,
    export, gallery, hurting_examples, import, tidy,
};
use serde_json::Value;

/// The formats that are read as well as written.
const READ: [Format; 6] = [
    Format::RuleJson,
    Format::Terraform,
    Format::CloudFormationYaml,
    Format::CloudFormationJson,
    Format::AwsCli,
    Format::Boto3,
];

/// Texts that one language or another reads as something else.
const HARD: [&str; 24] = [
    "plain",
    "'",
    "\"",
    "\\",
    "\\n \\u003c",
    "$ ${a} $${a} $$${a} ${",
    "%{if} %%{ %%%{ %",
    "`date` $(date) !",
    "<a> & </b>",
    "a\nb\r\n\tc",
    "EOT\n",
    "a\n  EOT b\n",
    "\u{0}\u{1}\u{1b}\u{7f}\u{85}\u{a0}\u{2028}\u{feff}",
    "é e\u{301} 한국어 😀 \u{202e}rtl",
    "yes",
    "012",
    "12:30:00",
    "null",
    "~",
    "- a: b",
    "# no comment",
    "{{ not }} [[ this ]]",
    " led by a space",
    "\n",
];

const PATTERNS: [&str; 6] = [
    r#"{"source":["a"],"detail":{"n":[9007199254740993,4.0,3.0e2,-0,{"numeric":[">",1E+2,"<=",1.50]}]}}"#,
    r#"{"detail":{"n":[null,"",{"exists":false}],"n":["twice"]},"$or":[{"a.b":[1]},{"x":{"$or":[{"y":[2]},{"z":[{"anything-but":["c"]}]}]}}]}"#,
    r#"{"detail":{"t":["<a> & </b>","${x} $${x} %{y}","\"\\\n\u0001😀\u202e",{"wildcard":"*\\**"},{"prefix":{"equals-ignore-case":"é"}}]}}"#,
    r#"{"detail":{"no":["yes"],"012":["12:30:00"],"=":["~"],"":[true,false]}}"#,
    r#"{"source":["aws.s3"],"resources":[{"suffix":"x"}],"detail":{"big":[100000000000000000000,0.1,1.5]}}"#,
    r#"{"a":[1]}"#,
];

fn hard(dice: &mut Dice) -> String {
    (0..=dice.roll(2)).map(|_| HARD[dice.roll(HARD.len())]).collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A rule of hard texts that AWS's formats can carry.
fn made(dice: &mut Dice) -> Draft {
    let names = ["r", "A.b-c_9", "rule"];
    let targets: Vec<Target> = (0..dice.roll(4))
        .map(|at| {
            let kind = TargetKind::ALL[dice.roll(TargetKind::ALL.len())];
            let mut own = kind.sample("us-east-1", "123456789012");
            own.id = format!("t-{at}.{}", dice.roll(9));
            own.input = match dice.roll(4) {
                0 => Input::MatchedEvent,
                1 => Input::Path(format!("$.detail.{}", hard(dice))),
                2 => Input::Constant(hard(dice)),
                _ => {
                    let paths = format!("{{\"a\":{},\"b-2\":\"$.id\"}}", quoted(&hard(dice)));
                    let paths = if dice.roll(3) == 0 { String::new() } else { paths };
                    Input::Transformer { paths, template: hard(dice) }
                }
            };
            own.retry_attempts = ["", "0", "185"][dice.roll(3)].to_owned();
            own.event_age = ["", "60", "86400"][dice.roll(3)].to_owned();
            if dice.roll(2) == 0 {
                own.dead_letter_arn = "arn:aws:sqs:us-east-1:123456789012:dead".to_owned();
            }
            own
        })
        .collect();
    let states = [State::Enabled, State::Disabled, State::EnabledWithAllCloudtrailManagementEvents];
    Draft {
        pattern: PATTERNS[dice.roll(PATTERNS.len())].to_owned(),
        rule: Rule {
            name: names[dice.roll(names.len())].to_owned(),
            event_bus: ["", "orders", "arn:aws:events:us-east-1:123456789012:event-bus/o"][dice.roll(3)]
                .to_owned(),
            description: if dice.roll(2) == 0 { hard(dice) } else { String::new() },
            state: states[dice.roll(states.len())],
            role_arn: ["", "arn:aws:iam::123456789012:role/r"][dice.roll(2)].to_owned(),
            ..Rule::default()
        },
        targets,
        ..Draft::default()
    }
}

fn drafts() -> Vec<Draft> {
    let mut dice = Dice(7);
    let given = examples().into_iter().chain(hurting_examples()).chain(gallery().unwrap());
    let given = given.map(|example| example.draft).filter(|draft| draft.dialect == Dialect::Rule);
    given.chain((0..200).map(|_| made(&mut dice))).collect()
}

/// What of a rule its formats carry, in one spelling: the pattern byte for byte but for spaces and escapes, texts as they are,
/// the members of objects that AWS does not order in one order.
fn carried(draft: &Draft) -> Value {
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|_| text.into());
    let target = |own: &Target| {
        let input = match &own.input {
            Input::Transformer { paths, template } => {
                let paths = if compact(paths) == "{}" { "" } else { paths };
                serde_json::json!({ "paths": value(paths), "template": template })
            }
            other => serde_json::to_value(other).unwrap(),
        };
        serde_json::json!([
            own.id,
            own.arn,
            own.role_arn,
            input,
            value(&own.parameters),
            own.dead_letter_arn,
            own.retry_attempts,
            own.event_age
        ])
    };
    let rule = &draft.rule;
    serde_json::json!({
        "rule": [rule.name, rule.bus(), rule.description, rule.state, rule.role_arn],
        "pattern": compact(&tidy(&draft.pattern).unwrap()),
        "targets": draft.targets.iter().map(target).collect::<Vec<_>>(),
    })
}

/// Whether what is written in a format is the same rule when it is read; `None` where the format cannot carry it.
fn same_after(format: Format, draft: &Draft) -> Option<()> {
    let Export::Ready(file) = export(draft, format, Lang::En) else { return None };
    // What others have in the policy of a queue or topic is no part of the rule.
    if file.losses.iter().any(|loss| !loss.contains("sets the whole policy")) {
        return None;
    }
    let Import { rules, diagnostics, .. } = import(&file.text, Lang::En);
    assert_eq!(diagnostics, [], "{format:?}: {}", draft.rule.name);
    assert_eq!(rules.len(), 1, "{format:?}: {}", draft.rule.name);
    let found = &rules[0];
    let there = Draft { pattern: "old".into(), targets: vec![Target::default()], ..Draft::default() };
    let (back, own) = (carried(&found.onto(&there)), carried(draft));
    for part in ["rule", "pattern", "targets"] {
        assert_eq!(back[part], own[part], "{format:?}: {}", draft.rule.name);
    }
    Some(())
}

#[test]
fn what_is_written_and_read_is_the_same_rule() {
    let drafts = drafts();
    for format in READ {
        let carried = drafts.iter().filter_map(|draft| same_after(format, draft)).count();
        assert!(carried * 4 > drafts.len() * 3, "{format:?}: only {carried} of {}", drafts.len());
    }
}

/// One function or state machine of the account that templates are shown in, which a SAM template makes itself.
#[test]
fn sam_gives_the_rule_of_one_function_back() {
    let mut carried = 0;
    for (at, mut draft) in drafts().into_iter().enumerate() {
        let kind = [TargetKind::Lambda, TargetKind::StepFunctions][at % 2];
        let arn = kind.sample("us-east-1", "123456789012").arn;
        draft.targets.truncate(1);
        for target in &mut draft.targets {
            *target = Target {
                arn: arn.clone(),
                role_arn: String::new(),
                parameters: String::new(),
                ..target.clone()
            };
        }
        carried += usize::from(!draft.targets.is_empty() && same_after(Format::Sam, &draft).is_some());
    }
    assert!(carried > 20, "only {carried}");
}

/// Serverless names targets itself; all else of one function's rule comes back.
#[test]
fn serverless_gives_the_rule_of_one_function_back() {
    let mut tried = 0;
    for mut draft in drafts() {
        let arn = TargetKind::Lambda.sample("us-east-1", "123456789012").arn;
        draft.targets.truncate(1);
        for target in &mut draft.targets {
            *target = Target {
                arn: arn.clone(),
                role_arn: String::new(),
                parameters: String::new(),
                ..target.clone()
            };
        }
        draft.rule.role_arn.clear();
        let Export::Ready(file) = export(&draft, Format::Serverless, Lang::En) else { continue };
        // What no event of a function can say is a rule among the resources, with roles of its own.
        if !file.text.contains("\nfunctions:")
            || !file
                .losses
                .iter()
                .all(|loss| loss.contains("its own target ids") || loss.starts_with("An event names no ARN"))
        {
            continue;
        }
        let Import { rules, .. } = import(&file.text, Lang::En);
        assert_eq!(rules.len(), 1, "{}", file.text);
        let there = Draft { pattern: "old".into(), targets: vec![Target::default()], ..Draft::default() };
        let mut back = rules[0].onto(&there);
        back.targets[0].id.clone_from(&draft.targets[0].id);
        // A bus by its name alone would be a new one: the file has its ARN.
        if back.rule.event_bus.ends_with(&format!("/{}", draft.rule.event_bus)) {
            back.rule.event_bus.clone_from(&draft.rule.event_bus);
        }
        // Without the ARN of a bus the account is that of whoever deploys the service.
        for (back, own) in back.targets.iter_mut().zip(&draft.targets) {
            let deployed = own.arn.replace("arn:aws:", "arn:${AWS::Partition}:");
            if back.arn == deployed.replace("123456789012", "${AWS::AccountId}") {
                back.arn.clone_from(&own.arn);
            }
        }
        let (back, own) = (carried(&back), carried(&draft));
        for part in ["rule", "pattern", "targets"] {
            assert_eq!(back[part], own[part], "{}\n{}", draft.rule.name, file.text);
        }
        tried += 1;
    }
    assert!(tried > 10, "only {tried}");
}

/// The pattern of a filter comes back in its dialect.
#[test]
fn filters_come_back_in_their_dialect() {
    let formats = [
        (Format::LambdaFilter, Dialect::EventSourceMapping),
        (Format::PipesFilter, Dialect::Pipes),
        (Format::SnsFilter, Dialect::SnsBody),
    ];
    for (format, dialect) in formats {
        let mut tried = 0;
        for mut draft in drafts().into_iter().take(60) {
            draft.dialect = dialect;
            let Export::Ready(file) = export(&draft, format, Lang::En) else { continue };
            let Import { rules, .. } = import(&file.text, Lang::En);
            let [own] = &rules[..] else { panic!("{format:?}: {}\n{}", rules.len(), file.text) };
            let back = own.onto(&Draft::default());
            assert_eq!(back.dialect, dialect);
            assert_eq!(
                compact(&tidy(&back.pattern).unwrap()),
                compact(&tidy(&draft.pattern).unwrap()),
                "{}",
                file.text
            );
            tried += 1;
        }
        assert!(tried > 5, "{format:?}: only {tried}");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for draft in drafts() {
        for format in Format::ALL {
            assert_eq!(export(&draft, format, Lang::En), export(&draft, format, Lang::En));
        }
    }
}

#[test]
fn no_text_stops_the_reader() {
    const SLIPS: [&str; 20] = [
        "", "\"", "{", "}", "[", "]", "${", "$", "%{", "<<E\n", "\n", "\\", "#", "(", "=", ":", "é", "9",
        "null", "- ",
    ];
    let mut dice = Dice(11);
    let (mut read, mut fixes) = (0, 0);
    for draft in drafts().iter().step_by(3) {
        for format in READ {
            let Export::Ready(file) = export(draft, format, Lang::En) else { continue };
            let mut chars: Vec<String> = file.text.chars().map(String::from).collect();
            for _ in 0..=dice.roll(3) {
                let at = dice.roll(chars.len());
                chars[at] = SLIPS[dice.roll(SLIPS.len())].to_owned();
            }
            let text = chars.concat();
            for found in import(&text, Lang::En).diagnostics {
                assert!(text.get(found.span().range()).is_some(), "{text}");
                for help in found.help.iter().filter(|help| !help.edits.is_empty()) {
                    let after = import(&apply(&text, &help.edits), Lang::En).diagnostics;
                    let count = |of: &[rulepad_workbench::Diagnostic]| {
                        of.iter().filter(|own| own.message == found.message).count()
                    };
                    assert!(
                        count(&after) < count(&import(&text, Lang::En).diagnostics),
                        "{}\n{text}",
                        found.code
                    );
                    fixes += 1;
                }
            }
            read += 1;
        }
    }
    assert!(read > 100 && fixes > 20, "{read} {fixes}");
}
